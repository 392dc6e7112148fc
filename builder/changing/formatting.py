"""Dates in the canonical notation, and keys by their own names: what `fmt` does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from builder import dates
from builder.changing.planning import Plan, Reason, Wish, planned
from builder.changing.reading import File, Holds, Project
from builder.changing.walking import Found, walk
from builder.dates import DateError
from builder.edits import Append, Edit, Remove, RenameKey, Set
from builder.fields import Kind, Mapping, Node, Scalar, Sequence


def formatted(project: Project, is_chosen: Callable[[str], bool]) -> Plan:
    """Plan the canonical form of the chosen files; what cannot be read stays as it is."""
    wishes = (_wish(file) for file in project.files if is_chosen(file.path))
    broken = (each.problem for each in project.broken if is_chosen(each.path))
    return planned(wishes, project, broken)


def _wish(file: File) -> Wish:
    edits: list[tuple[int, Edit]] = []
    reasons: list[Reason] = []
    for number, note in enumerate(file.notes):
        found = tuple(walk(file.fields, note))
        edits += ((number, edit) for edit in _dates(found))
        if file.holds is Holds.ARTICLE:
            copy = next((each for each in found if each.names == ("archive_url",)), None)
            moved = tuple(_moved(copy, note)) if copy and copy.text else ()
            if copy and Remove(copy.path) in moved and _has_comment(file, copy.node):
                sentence = "a comment stands beside 'archive_url'; move both by hand"
                reasons.append(Reason(file.path, file.line(copy.node.start), sentence))
            edits += ((number, edit) for edit in moved)
        # From the inside out: the way to a value leads over the keys as they were written.
        edits += ((number, edit) for edit in reversed(tuple(_names(found))))
    return Wish(file, tuple(edits), reasons=tuple(reasons))


def _dates(found: tuple[Found, ...]) -> Iterator[Edit]:
    for each in found:
        if each.field.kind is Kind.DATE and each.text:
            date = dates.parse(each.text)
            if not isinstance(date, DateError) and date.edtf not in ("", each.text):
                yield Set(each.path, date.edtf)


def _names(found: tuple[Found, ...]) -> Iterator[Edit]:
    """Give the keys that are written by a synonym, unless another one means the same."""
    keys = [each for each in found if each.is_key]
    written = Counter((each.path[:-1], each.field.name) for each in keys)
    for each in keys:
        if each.path[-1] != each.field.name and written[each.path[:-1], each.field.name] == 1:
            yield RenameKey(each.path, each.field.name)


def _moved(copy: Found, note: Mapping) -> Iterator[Edit]:
    """Make `archive_url` one of the `captures`."""
    captures = next((value for key, value in note.entries if key.text == "captures"), None)
    if captures is None:
        yield Set(copy.path, [copy.text])
        yield RenameKey(copy.path, "captures")
    elif isinstance(captures, Sequence) or (isinstance(captures, Scalar) and captures.is_empty):
        yield Append(("captures",), copy.text)
        yield Remove(copy.path)


def _has_comment(file: File, node: Node) -> bool:
    """Tell whether a comment stands behind a value, on its line."""
    rest = re.split(r"[\r\n]", file.text[node.end : node.end + 1000], maxsplit=1)[0]
    return rest.lstrip().startswith("#")
