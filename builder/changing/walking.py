"""Every value of a note with the way to it as written, and what the tables say of it."""

from __future__ import annotations

from collections.abc import Iterator

from builder.edits import Path
from builder.fields import Field, Kind, Mapping, Node, Scalar, Sequence
from builder.values import frozen


@frozen
class Found:
    """A value of a note; an item of a list of texts is one of its own."""

    path: Path
    """The way to it by the keys that are written."""
    names: tuple[str, ...]
    """The keys as the tables call them, items of lists left out."""
    field: Field
    node: Node
    is_key: bool = True
    """Not so an item of a list, and what a bare text stands for."""

    @property
    def text(self) -> str:
        """The value as text; nothing for a list, a group of keys and an empty value."""
        return self.node.text if isinstance(self.node, Scalar) and not self.node.is_empty else ""


def walk(
    fields: tuple[Field, ...], node: Node, path: Path = (), names: tuple[str, ...] = ()
) -> Iterator[Found]:
    """Give each known value of a group of keys, and those inside it, in the order written."""
    if not isinstance(node, Mapping):
        return
    known = {name: field for field in fields for name in (field.name, *field.synonyms)}
    for key, value in node.entries:
        field = known.get(key.text)
        if field is not None:
            here, called = (*path, key.text), (*names, field.name)
            yield Found(here, called, field, value)
            yield from _inside(field, value, here, called)


def _inside(field: Field, node: Node, path: Path, names: tuple[str, ...]) -> Iterator[Found]:
    if field.kind is Kind.RECORD:
        yield from _record(field, node, path, names)
    if not isinstance(node, Sequence):
        return
    for number, item in enumerate(node.items):
        if field.kind is Kind.RECORDS:
            yield from _record(field, item, (*path, number), names)
        elif field.kind in (Kind.TEXTS, Kind.IDS):
            yield Found((*path, number), names, field, item, is_key=False)


def _record(field: Field, node: Node, path: Path, names: tuple[str, ...]) -> Iterator[Found]:
    """Give the values of a group of keys, or the one that a bare text stands for."""
    if isinstance(node, Mapping):
        yield from walk(field.fields, node, path, names)
    elif isinstance(node, Scalar) and field.short:
        short = next(each for each in field.fields if each.name == field.short)
        yield Found(path, (*names, short.name), short, node, is_key=False)
