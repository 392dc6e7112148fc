"""What an edit is, and what it makes of a value: the measure that every splice is held to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from builder.fields import Mapping as MappingNode
from builder.fields import Node, Scalar
from builder.values import frozen

Value = str | Sequence["Value"] | Mapping[str, "Value"]
"""A value as text, lists and keys; an empty text is an absent value."""

Path = tuple[str | int, ...]
"""The way to a value: keys, and numbers of list items from 0, such as ('sources', 1, 'quote')."""


@frozen
class Set:
    """Write a value, in place of the one that is there; keys that are missing are added."""

    path: Path
    value: Value


@frozen
class Append:
    """Add an item at the end of a list; a single text becomes the list's first item."""

    path: Path
    value: Value


@frozen
class Remove:
    """Take a key or an item away; a list or group of keys left without any goes with it."""

    path: Path


@frozen
class RenameKey:
    """Write a key by another name; its value stays."""

    path: Path
    name: str


@frozen
class Replace:
    """Write other words wherever a text holds some."""

    path: Path
    words: str
    by: str


Edit = Set | Append | Remove | RenameKey | Replace


class Refusal(Exception):
    """Carries the reason why an edit cannot be made; never leaves this package."""


def value_of(node: Node) -> Value:
    """Give the value of a node, without the places it stands in."""
    if isinstance(node, Scalar):
        return "" if node.is_empty else node.text
    if isinstance(node, MappingNode):
        return {key.text: value_of(value) for key, value in node.entries}
    return [value_of(item) for item in node.items]


def changed(value: Value, edit: Edit) -> Value:
    """Give what a value is after an edit; raises `Refusal` where the edit makes no sense."""
    return _changed(value, edit, edit.path)


def _changed(value: Value, edit: Edit, path: Path) -> Value:
    if not path:
        return _replaced(value, edit)
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return _with_item(value, step, edit, rest)
    keys = _keys(value, edit)
    if isinstance(edit, RenameKey) and not rest:
        return _renamed(keys, step, edit.name)
    if isinstance(edit, Remove) and not rest:
        if step not in keys:
            raise Refusal(f"there is no '{step}'")
        return {key: each for key, each in keys.items() if key != step}
    if step not in keys and not isinstance(edit, Set | Append):
        raise Refusal(f"there is no '{step}'")
    found = _changed(keys.get(step, ""), edit, rest)
    if isinstance(edit, Remove) and not found:
        return {key: each for key, each in keys.items() if key != step}
    return {**keys, step: found}


def _replaced(value: Value, edit: Edit) -> Value:
    match edit:
        case Set():
            return edit.value
        case Append():
            if isinstance(value, Mapping):
                raise Refusal("a group of keys stands there, no list")
            items = [value] if isinstance(value, str) and value else value or ()
            return [*items, edit.value]
        case Replace():
            if not isinstance(value, str) or not edit.words or edit.words not in value:
                raise Refusal(f"the words '{edit.words}' do not stand there")
            return value.replace(edit.words, edit.by)
        case Remove() | RenameKey():
            raise Refusal("a whole note cannot be taken away or renamed like a key")


def _keys(value: Value, edit: Edit) -> Mapping[str, Value]:
    if isinstance(value, Mapping):
        return value
    if not value and isinstance(edit, Set | Append):
        return {}
    found = "a single text" if isinstance(value, str) else "a list"
    raise Refusal(f"{found} stands there, no group of keys")


def _with_item(value: Value, number: int, edit: Edit, rest: Path) -> Value:
    if isinstance(value, str | Mapping) or not 0 <= number < len(value):
        raise Refusal(f"there is no item {number + 1}")
    before, after = list(value[:number]), list(value[number + 1 :])
    if isinstance(edit, Remove) and not rest:
        return [*before, *after]
    found = _changed(value[number], edit, rest)
    return [*before, *((found,) if found or not isinstance(edit, Remove) else ()), *after]


def _renamed(keys: Mapping[str, Value], key: str, name: str) -> Value:
    if key not in keys:
        raise Refusal(f"there is no '{key}'")
    if name in keys:
        raise Refusal(f"'{name}' stands there already")
    return {name if each == key else each: value for each, value in keys.items()}
