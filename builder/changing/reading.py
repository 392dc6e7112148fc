"""The files of a project that hold notes, as they are, and which of them cannot be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from enum import Enum
from pathlib import Path

from builder.config import FILE, read_settings
from builder.edits import Refused, notes_of
from builder.fields import Field, compose, merge_conflicts
from builder.fields import Mapping as MappingNode
from builder.fields.front import front_of, never_ends
from builder.fields.tables import ARTICLE, KNOWN_PLACE, PAGE, PERSON, SETTINGS
from builder.model.inputs import InputFile, InputFiles
from builder.model.names import label_key
from builder.model.settings import Settings
from builder.problems import InputText, Problem, Severity, problem
from builder.stages.discover import discover
from builder.stages.parse.article import parse_article
from builder.stages.parse.event import event_fields, parse_events
from builder.stages.parse.names import parse_names
from builder.stages.parse.page import parse_page
from builder.stages.parse.text import decode, stem
from builder.values import frozen


class Holds(Enum):
    """What a file holds."""

    EVENTS = "events"
    ARTICLE = "articles"
    PAGE = "pages"
    SETTINGS = "settings"


def fields_of(holds: Holds, settings: Settings) -> tuple[Field, ...]:
    """Give the keys that a note in a file may have, those of the site's own among them."""
    match holds:
        case Holds.EVENTS:
            return event_fields(settings.own_keys)
        case Holds.ARTICLE:
            return ARTICLE
        case Holds.PAGE:
            return PAGE
        case Holds.SETTINGS:
            return SETTINGS


@frozen
class File:
    """A file whose notes can be changed."""

    path: str
    holds: Holds
    fields: tuple[Field, ...]
    """The keys that a note of this file may have."""
    data: bytes
    text: str
    """The text without its byte order mark, its line ends as they are."""
    yaml_end: int
    """Where the YAML ends; 0 in an article or page without front matter."""
    body_start: int
    notes: tuple[MappingNode, ...]
    is_link: bool = False

    @property
    def yaml(self) -> str:
        """The YAML of the file, from its first character."""
        return self.text[: self.yaml_end]

    @property
    def body(self) -> str:
        """What stands below the front matter."""
        return self.text[self.body_start :]

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return stem(self.path)

    def line(self, start: int) -> int:
        """Give the line, from 1, of a character."""
        return InputText(self.path, self.text).position(start).line

    def bytes_of(self, text: str) -> bytes:
        """Give the bytes of another text of this file, with the byte order mark if it has one."""
        mark = b"\xef\xbb\xbf" if self.data.startswith(b"\xef\xbb\xbf") else b""
        return mark + text.encode()


@frozen
class Broken:
    """A file that cannot be read, and why; without bytes where not even these could be had."""

    path: str
    data: bytes | None
    problem: Problem


@frozen
class Project:
    """The files of a project that hold notes."""

    settings: Settings
    files: tuple[File, ...]
    broken: tuple[Broken, ...]
    listed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The names in the lists of people and places, folded as labels are, by folder of pages."""
    inputs: InputFiles = field(default_factory=InputFiles)
    """All that a build of the site reads, but for the settings."""
    is_resumed: bool = False
    """Whether the same command was interrupted here: some files may be changed already."""

    def of(self, *kinds: Holds) -> tuple[File, ...]:
        """Give the files that hold this."""
        return tuple(file for file in self.files if file.holds in kinds)


def read_project(folder: Path, settings: Settings) -> Project:
    """Read the files of a project, `dateline.yaml` among them."""
    inputs, problems = discover(folder, settings)
    own = InputFile(FILE, (folder / FILE).read_bytes())
    found = [
        read_file(file, holds, settings, is_link=(folder / file.path).is_symlink())
        for holds, files in (
            (Holds.SETTINGS, (own,)),
            (Holds.ARTICLE, inputs.articles),
            (Holds.EVENTS, inputs.events),
            (Holds.PAGE, inputs.pages),
        )
        for file in files
    ]
    folders = tuple(f"{settings.content}/{name}" for name in ("articles", "events", "pages"))
    unread = [
        Broken(each.position.file, None, each)
        for each in problems
        if each.severity is Severity.ERROR and _is_below(each.position.file, folders)
    ]
    files = tuple(each for each in found if isinstance(each, File))
    broken = (*unread, *(each for each in found if isinstance(each, Broken)))
    listed = {
        "people": _listed(inputs.people, PERSON),
        "places": _listed(inputs.places, KNOWN_PLACE),
    }
    broken = tuple(sorted(broken, key=lambda each: each.path))
    return Project(settings, files, broken, listed, inputs)


def _listed(files: tuple[InputFile, ...], fields: tuple[Field, ...]) -> frozenset[str]:
    known, _ = parse_names(files, fields)
    return frozenset(label_key(name.name) for each in known for name in each.names)


def _is_below(path: str, folders: Iterable[str]) -> bool:
    return any(path == folder or path.startswith(f"{folder}/") for folder in folders)


def read_file(
    file: InputFile, holds: Holds, settings: Settings, *, is_link: bool = False
) -> File | Broken:
    """Read one file as far as its notes can be told apart."""
    origin = decode(file)
    if isinstance(origin, Problem):
        return Broken(file.path, file.data, origin)
    text = origin.text
    if conflicts := merge_conflicts(origin):
        return Broken(file.path, file.data, conflicts[0])
    yaml_end, body_start = len(text), len(text)
    if holds in (Holds.ARTICLE, Holds.PAGE):
        front = front_of(text)
        if front is None and never_ends(text):
            message = "the front matter begins with '---' here and never ends"
            hint = "add a line '---' after the last key"
            place = origin.position(0, 3)
            return Broken(file.path, file.data, problem("yaml-syntax", message, place, hint=hint))
        yaml_end, body_start = (front.yaml_end, front.body_start) if front else (0, 0)
    notes = notes_of(text[:yaml_end])
    if isinstance(notes, Refused):
        _, problems = compose(origin, end=yaml_end)
        return Broken(file.path, file.data, problems[0])
    fields = fields_of(holds, settings)
    return File(file.path, holds, fields, file.data, text, yaml_end, body_start, notes, is_link)


def problems_of(path: str, holds: Holds, data: bytes, settings: Settings) -> tuple[Problem, ...]:
    """Give what is wrong in a file, looked at by itself."""
    file = InputFile(path, data)
    match holds:
        case Holds.EVENTS:
            return parse_events(file, settings)[2]
        case Holds.ARTICLE:
            return parse_article(file)[1]
        case Holds.PAGE:
            return parse_page(file, f"{settings.content}/pages")[1]
        case Holds.SETTINGS:
            origin = decode(file)
            return (origin,) if isinstance(origin, Problem) else read_settings(origin)[1]
