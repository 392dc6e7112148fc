"""Change one value of a note and nothing else.

The place is found, the characters there are replaced, and the result is read again: it has to be
what the edit asks for, and everything else as it was, or the edit is refused with its reason.
"""

from __future__ import annotations

from builder.edits.splicing import splices
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
from builder.edits.writing import quoted
from builder.fields import Mapping, Node, Sequence, compose
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
    "quoted",
]


@frozen
class Refused:
    """Why an edit was not made."""

    reason: str


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


def _edited(text: str, edit: Edit, note: int, order: tuple[str, ...]) -> str:
    before = _notes(text)
    if not 0 <= note < len(before):
        raise Refusal(f"there is no note {note + 1} in the file")
    values = [value_of(each) for each in before]
    wanted = [*values[:note], changed(values[note], edit), *values[note + 1 :]]
    if wanted == values:
        return text
    for start, end, by in splices(text, before[note], edit, order):
        result = text[:start] + by + text[end:]
        if _values(result) == wanted:
            return result
    raise Refusal("the value stands in a form that is changed only by hand")


def _values(text: str) -> list[Value] | None:
    """Give the values of all notes of a text; None when it cannot be read."""
    try:
        return [value_of(each) for each in _notes(text)]
    except Refusal:
        return None


def _notes(text: str) -> tuple[Node, ...]:
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
