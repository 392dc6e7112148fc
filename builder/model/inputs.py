"""The files that are read, as they are found."""

from __future__ import annotations

from builder.values import frozen


@frozen
class InputFile:
    """A file under `content/`, as its bytes; `path` is relative to the project, with `/`."""

    path: str
    data: bytes


@frozen
class InputFiles:
    """The input files by the folder they belong to, each in the order of their paths."""

    articles: tuple[InputFile, ...] = ()
    events: tuple[InputFile, ...] = ()
    pages: tuple[InputFile, ...] = ()
    photos: tuple[InputFile, ...] = ()
    static: tuple[InputFile, ...] = ()
    people: tuple[InputFile, ...] = ()
    """The file with the names of people, if there is one."""
    places: tuple[InputFile, ...] = ()
