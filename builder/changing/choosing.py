"""Which notes a command is about: conditions such as `tag=harbour`, all of which must hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from builder import dates
from builder.changing.labels import Label, labels_of
from builder.changing.planning import Reason, in_the_way
from builder.changing.reading import File, Project
from builder.changing.walking import walk
from builder.dates import DateError
from builder.fields import Kind
from builder.fields.tables import STATUSES
from builder.markdown import prose
from builder.model.names import label_key
from builder.values import frozen


class NotChosen(Exception):
    """A condition that cannot be; carries a sentence."""


@frozen
class Chosen:
    """An event note with its id and its file."""

    id: str
    file: File
    note: int


@frozen
class Condition:
    """One condition: what it looks at, and the value asked for."""

    name: str
    value: str


def condition(text: str) -> Condition:
    """Read a condition; raises `NotChosen`."""
    name, _, value = text.partition("=")
    name, value = name.strip(), value.strip()
    if name not in _HOLDS or not value:
        known = ", ".join(f"{each}=…" for each in _HOLDS)
        raise NotChosen(f"'{text}' is no condition; expected one of {known}")
    if name == "status" and value not in STATUSES:
        raise NotChosen(f"there is no status '{value}'; expected one of {', '.join(STATUSES)}")
    if name == "year" and not value.removeprefix("-").isdecimal():
        raise NotChosen(f"'{value}' is no year")
    return Condition(name, value)


def holds(conditions: Sequence[Condition], note: Chosen) -> bool:
    """Tell whether a note meets all conditions."""
    return all(_HOLDS[each.name](note, each.value) for each in conditions)


def unread(conditions: Sequence[Condition], project: Project) -> tuple[Reason, ...]:
    """Give the files that cannot be read and may hold a note that is meant."""
    folder = f"{project.settings.content}/events/"
    broken = [each for each in project.broken if f"{each.path}/".startswith(folder)]
    words = [each.value for each in conditions if each.name not in _NO_WORDS]
    for word in words:
        paths = {each.path for each in in_the_way(broken, (word,))}
        broken = [each for each in broken if each.path in paths]
    return in_the_way(broken, ("",))


def _has_label(label: Label) -> Callable[[Chosen, str], bool]:
    def has(note: Chosen, value: str) -> bool:
        found = labels_of(note.file, note.file.notes[note.note], label)
        return any(label_key(each.text) == label_key(value) for each in found)

    return has


def _cites(note: Chosen, article: str) -> bool:
    """Tell whether a note cites an article: by a key, or by a mark in its text."""
    for each in walk(note.file.fields, note.file.notes[note.note]):
        if each.field.name == "article" and each.text == article:
            return True
        if each.field.kind is Kind.MARKDOWN and article in each.text:
            marks = (mark for group in prose(each.text).marks for mark in group)
            if any(mark.article == article for mark in marks):
                return True
    return False


def _text(note: Chosen, name: str) -> str:
    found = walk(note.file.fields, note.file.notes[note.note])
    return next((each.text for each in found if each.names == (name,)), "")


def _has_status(note: Chosen, status: str) -> bool:
    return (_text(note, "status") or STATUSES[0]) == status


def _is_of_year(note: Chosen, year: str) -> bool:
    date = dates.parse(_text(note, "date"))
    return not isinstance(date, DateError) and date.year == int(year)


_HOLDS: Final[Mapping[str, Callable[[Chosen, str], bool]]] = {
    "tag": _has_label(Label.TAG),
    "person": _has_label(Label.PERSON),
    "place": _has_label(Label.PLACE),
    "source": _cites,
    "status": _has_status,
    "year": _is_of_year,
    "id": lambda note, value: note.id == value,
}
_NO_WORDS: Final = frozenset(["status", "year"])
"""What is said of a note without being written in it word by word."""
