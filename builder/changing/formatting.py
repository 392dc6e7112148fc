"""Dates in the canonical notation, and keys by their own names: what `fmt` does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from builder import dates
from builder.changing.planning import Plan, Wish, planned
from builder.changing.reading import File, Holds, Project
from builder.changing.walking import Found, walk
from builder.dates import DateError
from builder.edits import Append, Edit, Remove, RenameKey, Set, is_written
from builder.fields import Kind, Mapping, Scalar, Sequence

_Step = tuple[Edit, ...]
"""Edits of one note that are made together or not at all."""


def formatted(project: Project, is_chosen: Callable[[str], bool]) -> Plan:
    """Plan the canonical form of the chosen files; what cannot be read stays as it is."""
    wishes = (_wish(file) for file in project.files if is_chosen(file.path))
    broken = (each.problem for each in project.broken if is_chosen(each.path))
    return planned(wishes, project, broken)


def _wish(file: File) -> Wish:
    edits: list[tuple[int, Edit]] = []
    for number, note in enumerate(file.notes):
        found = tuple(walk(file.fields, note))
        # From the inside out: the way to a value leads over the keys as they were written.
        steps = (*_dates(found), *_captures(file, found, note), *reversed(tuple(_names(found))))
        for step in steps:
            # What is repeated from elsewhere is put in form where it is written.
            if all(is_written(file.yaml, note, edit) for edit in step):
                edits += ((number, edit) for edit in step)
    return Wish(file, tuple(edits))


def _dates(found: tuple[Found, ...]) -> Iterator[_Step]:
    for each in found:
        if each.field.kind is Kind.DATE and each.text:
            date = dates.parse(each.text)
            if not isinstance(date, DateError) and date.edtf not in ("", each.text):
                yield (Set(each.path, date.edtf),)


def _names(found: tuple[Found, ...]) -> Iterator[_Step]:
    """Give the keys that are written by a synonym, unless another one means the same."""
    keys = [each for each in found if each.is_key]
    written = Counter((each.path[:-1], each.field.name) for each in keys)
    for each in keys:
        if each.path[-1] != each.field.name and written[each.path[:-1], each.field.name] == 1:
            yield (RenameKey(each.path, each.field.name),)


def _captures(file: File, found: tuple[Found, ...], note: Mapping) -> Iterator[_Step]:
    """Make the `archive_url` of an article one of its `captures`."""
    copy = next((each for each in found if each.names == ("archive_url",)), None)
    if file.holds is not Holds.ARTICLE or copy is None or not copy.text:
        return
    captures = next((value for key, value in note.entries if key.text == "captures"), None)
    if captures is None:
        yield Set(copy.path, [copy.text]), RenameKey(copy.path, "captures")
    elif isinstance(captures, Sequence) or (isinstance(captures, Scalar) and captures.is_empty):
        yield Append(("captures",), copy.text), Remove(copy.path)
