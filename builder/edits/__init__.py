"""Change one value of a note and nothing else.

The place is found, the characters there are replaced, and the result is read again: it has to be
what the edit asks for, and everything else as it was, or the edit is refused with its reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping as Keys
from collections.abc import Sequence as Listed
from itertools import pairwise

from builder.edits.places import is_alias, line_end
from builder.edits.splicing import Splice, splices
from builder.edits.value import (
    Append,
    Edit,
    Path,
    Refusal,
    Remove,
    RenameKey,
    Replace,
    Set,
    Value,
    changed,
    value_of,
)
from builder.edits.way import follow_to_end
from builder.edits.writing import Form, entries, quoted
from builder.fields import Mapping, Sequence, compose
from builder.problems import InputText
from builder.values import frozen

__all__ = [
    "Append",
    "Edit",
    "Path",
    "Refused",
    "Remove",
    "RenameKey",
    "Replace",
    "Set",
    "Value",
    "edited",
    "edited_all",
    "is_written",
    "line_end",
    "notes_of",
    "quoted",
]


@frozen
class Refused:
    """Why an edit was not made."""

    reason: str
    at: int = 0
    """Of several edits, the number of the one that is not made, counted from 0."""


def edited(text: str, edit: Edit, *, note: int = 0, order: tuple[str, ...] = ()) -> str | Refused:
    """Give YAML text after an edit of one of its notes, counted from 0, or why it is not made.

    `order` lists the keys of a note as they usually stand; a new key is put behind the last one
    that comes before it. The values are texts, as the reader of notes takes them: nothing is
    guessed from their looks.
    """
    try:
        return _edited(text, edit, note, order)
    except Refusal as refusal:
        return Refused(str(refusal))


def edited_all(
    text: str, edits: Listed[tuple[int, Edit]], *, order: tuple[str, ...] = ()
) -> str | Refused:
    """Give YAML text after several edits, each of the note with its number, one after the other.

    Law: what comes of it is what comes of `edited` for one after the other. Where no edit is in
    another's way, the text is read twice however many there are.
    """
    together = _edited_together(text, edits, order)
    if together is not None:
        return together
    for numbers in _rounds(edits):
        together = _edited_together(text, [edits[each] for each in numbers], order)
        found = together or _edited_in_turn(text, edits, numbers, order)
        if isinstance(found, Refused):
            return found
        text = found
    return text


def _rounds(edits: Listed[tuple[int, Edit]]) -> list[list[int]]:
    """Part edits into groups, none of which holds two edits of one note."""
    rounds: list[list[int]] = []
    made: Counter[int] = Counter()
    for number, (note, _) in enumerate(edits):
        if made[note] == len(rounds):
            rounds.append([])
        rounds[made[note]].append(number)
        made[note] += 1
    return rounds


def _edited_in_turn(
    text: str, edits: Listed[tuple[int, Edit]], numbers: list[int], order: tuple[str, ...]
) -> str | Refused:
    for number in numbers:
        note, edit = edits[number]
        found = edited(text, edit, note=note, order=order)
        if isinstance(found, Refused):
            return Refused(found.reason, number)
        text = found
    return text


def notes_of(text: str) -> tuple[Mapping, ...] | Refused:
    """Give the notes of a file as edits count them: its documents, and the items of lists."""
    try:
        return _notes(text)
    except Refusal as refusal:
        return Refused(str(refusal))


def is_written(text: str, note: Mapping, edit: Edit) -> bool:
    """Tell whether what an edit changes is written in its note, not repeated with `*` or `<<`."""
    try:
        node = follow_to_end(text, note, edit.path)[-1].node
    except Refusal:
        return False
    return isinstance(edit, RenameKey) or not is_alias(text, node)


def _edited(text: str, edit: Edit, note: int, order: tuple[str, ...]) -> str:
    before = _notes(text)
    if not before and not note:
        return _begun(text, edit)
    values = [value_of(each) for each in before]
    wanted = _changed(values, note, edit)
    if wanted == values:
        return text
    for start, end, by in splices(text, before[note], edit, order):
        result = text[:start] + by + text[end:]
        if _values(result) == wanted:
            return result
    raise Refusal("the value stands in a form that is changed only by hand")


def _begun(text: str, edit: Edit) -> str:
    """Write the first keys of a text that holds none yet, below its comments."""
    value = changed({}, edit)
    keys = value if isinstance(value, Keys) else {}
    form = Form(line_end(text))
    result = text + "".join(f"{line}{form.line_end}" for line in entries(keys, form))
    if _values(result) != [value]:
        raise Refusal("there is no note in the file")
    return result


def _changed(values: list[Value], note: int, edit: Edit) -> list[Value]:
    if not 0 <= note < len(values):
        raise Refusal(f"there is no note {note + 1} in the file")
    return [*values[:note], changed(values[note], edit), *values[note + 1 :]]


def _edited_together(
    text: str, edits: Listed[tuple[int, Edit]], order: tuple[str, ...]
) -> str | None:
    """Make all edits where they stand in the text as it is; None where that does not work out."""
    try:
        before = _notes(text)
        wanted = [value_of(each) for each in before]
        cuts: list[Splice] = []
        for note, edit in edits:
            after = _changed(wanted, note, edit)
            if after != wanted:
                cuts.append(next(splices(text, before[note], edit, order)))
            wanted = after
    except Refusal:
        return None
    cuts.sort()
    if any(later.start <= earlier.end for earlier, later in pairwise(cuts)):
        return None
    parts: list[str] = []
    at = 0
    for start, end, by in cuts:
        parts += (text[at:start], by)
        at = end
    result = "".join((*parts, text[at:]))
    return result if _values(result) == wanted else None


def _values(text: str) -> list[Value] | None:
    """Give the values of all notes of a text; None when it cannot be read."""
    try:
        return [value_of(each) for each in _notes(text)]
    except Refusal:
        return None


def _notes(text: str) -> tuple[Mapping, ...]:
    """Give the notes of a file: its documents, and the items of those that are lists."""
    documents, problems = compose(InputText("", text))
    if problems:
        raise Refusal(problems[0].message)
    return tuple(
        note
        for document in documents
        for note in (document.items if isinstance(document, Sequence) else (document,))
        if isinstance(note, Mapping)
    )
