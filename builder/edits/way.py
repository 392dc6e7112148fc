"""The way from a note to one of its values."""

from __future__ import annotations

from typing import NamedTuple

from builder.edits import places
from builder.edits.value import Path, Refusal
from builder.fields import Mapping, Node, Scalar, Sequence


class Here(NamedTuple):
    """A node on the way to a value, and the key that led to it."""

    node: Node
    key: Scalar | None = None


def follow(text: str, root: Node, path: Path) -> tuple[list[Here], Path]:
    """Follow a path as far as there are values; give them, and what is left of the path."""
    found = [Here(root)]
    for number, step in enumerate(path):
        node = found[-1].node
        if not isinstance(node, Scalar) and places.is_alias(text, node):
            raise Refusal("the value repeats another one ('*'); write it out by hand first")
        child = _child(node, step)
        if child is None:
            return found, path[number:]
        found.append(child)
    return found, ()


def follow_to_end(text: str, root: Node, path: Path) -> list[Here]:
    """Follow a path to its end; raises `Refusal` where there is no such value."""
    found, left = follow(text, root, path)
    if left:
        raise Refusal(f"there is no '{left[0]}'")
    return found


def _child(node: Node, step: str | int) -> Here | None:
    if isinstance(step, int):
        if not isinstance(node, Sequence) or not 0 <= step < len(node.items):
            raise Refusal(f"there is no item {step + 1}")
        if node.items[step] not in places.own_items(node):
            raise Refusal("the value stands elsewhere and is only repeated here")
        return Here(node.items[step])
    if isinstance(node, Scalar) and node.is_empty:
        return None
    if not isinstance(node, Mapping):
        found = "a single text" if isinstance(node, Scalar) else "a list"
        raise Refusal(f"{found} stands there, no group of keys")
    own = {key.text: Here(value, key) for key, value in places.own_entries(node)}
    return own.get(step)
