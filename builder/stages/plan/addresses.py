"""Refuse addresses that would be one file on some machine, or none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from builder.model.identifiers import device_name
from builder.model.pages import OutputFile, Page
from builder.model.timeline import PublicTimeline
from builder.problems import Position, Problem, problem

_OURS: Final = ("build-manifest.json", ".nojekyll", ".staging", "-", "assets")


def address_problems(
    pages: Sequence[Page], made: Iterable[OutputFile], public: PublicTimeline
) -> tuple[Problem, ...]:
    """Find the pages and files that cannot have the address they ask for."""
    taken = _Taken()
    return (
        *_collisions_of_pages(pages, taken),
        *_collisions_of_made(made, taken),
        *_refused_texts([page for page in pages if page.kind == "text"], taken, public),
        *_refused_files(taken, public),
    )


class _Taken:
    """The addresses given so far, as they are compared, each with what has it."""

    def __init__(self) -> None:
        self._owners = {name: f"dateline's own '{name}'" for name in _OURS}
        self._folders: set[str] = set()

    def take(self, path: str, owner: str) -> str:
        """Take an address; gives who has it already, or has a folder of it, or nothing."""
        key = unicodedata.normalize("NFC", path).casefold()
        folders = _folders(key)
        known = next((self._owners[each] for each in (key, *folders) if each in self._owners), "")
        if not known and key in self._folders:
            known = "a folder"
        self._owners.setdefault(key, owner)
        self._folders.update(folders)
        return known


def _folders(path: str) -> tuple[str, ...]:
    """Give the folders a path leads through."""
    parts = path.split("/")[:-1]
    return tuple("/".join(parts[:depth]) for depth in range(1, len(parts) + 1))


def _collisions_of_pages(pages: Sequence[Page], taken: _Taken) -> Iterator[Problem]:
    for page in pages:
        if page.kind not in ("text", "redirect"):
            known = taken.take(page.path, _named(page))
            if known:
                yield _two_pages(page, known, "dateline.yaml")
    for page in pages:
        if page.kind == "redirect":
            # That an earlier id is another event's is told where ids are joined.
            taken.take(page.path, _named(page))


def _collisions_of_made(made: Iterable[OutputFile], taken: _Taken) -> Iterator[Problem]:
    for file in made:
        known = taken.take(file.path, f"dateline's own '{file.path}'")
        if known:
            yield _is_taken(file.path, known, "dateline.yaml")


def _refused_texts(
    pages: Iterable[Page], taken: _Taken, public: PublicTimeline
) -> Iterator[Problem]:
    """A text comes after all other pages, so it is the one to give way."""
    origins = {f"{text.name}.html": text.origin.path for text in public.pages}
    for page in pages:
        origin = origins[page.path]
        known = taken.take(page.path, _named(page))
        if known:
            yield _two_pages(page, known, origin)
        yield from _kept_by_windows(page.path, origin)


def _refused_files(taken: _Taken, public: PublicTimeline) -> Iterator[Problem]:
    for file in public.files:
        known = taken.take(file.path, f"the file '{file.origin}'")
        if known:
            yield _is_taken(file.path, known, file.origin)
        yield from _kept_by_windows(file.path, file.origin)


def _named(page: Page) -> str:
    return f"'{page.title}'" if page.title else "the timeline"


def _two_pages(page: Page, known: str, origin: str) -> Problem:
    message = f"two pages have the address '{page.path}': {known} and {_named(page)}"
    return problem("path-collision", message, Position(origin), hint="rename one of the two")


def _is_taken(path: str, known: str, origin: str) -> Problem:
    message = f"'{path}' is the address of {known} already"
    return problem("path-collision", message, Position(origin), hint="rename the file")


def _kept_by_windows(path: str, origin: str) -> Iterator[Problem]:
    """Nobody could check the site out, or read it, on a machine with Windows."""
    name = next(filter(None, map(device_name, path.split("/"))), "")
    if name:
        message = f"'{path}' can be no file on Windows, which keeps the name '{name}' for itself"
        yield problem("path-collision", message, Position(origin), hint="rename the file")
