"""Where a value stands in YAML text: its line, its column, and where it really ends."""

from __future__ import annotations

import re
from typing import Final

from builder.fields import Mapping, Node, Scalar, Sequence

_PROPERTIES: Final = re.compile(r"(?:[&!]\S*\s+)*")
_ANCHOR: Final = re.compile(r"(?:!\S*\s+)*&")
_AFTER_COMMENT: Final = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n|\Z)")
_ONLY_COMMENTS: Final = re.compile(r"[ \t]*(?:#.*)?\Z")


def sign(text: str, node: Node) -> str:
    """Give the first character of a value, behind its anchor and tag; nothing for an empty one."""
    found = _PROPERTIES.match(text, node.start, node.end)
    at = found.end() if found else node.start
    return text[at : at + 1] if at < node.end else ""


def is_flow(text: str, node: Node) -> bool:
    """Tell whether a collection stands between brackets."""
    return sign(text, node) in ("{", "[")


def is_alias(text: str, node: Node) -> bool:
    """Tell whether a value only repeats one that stands elsewhere."""
    return node.end > node.start and text[node.start] == "*" and sign(text, node) == "*"


def has_anchor(text: str, node: Node) -> bool:
    """Tell whether a value is named ('&') so that it can be repeated elsewhere."""
    return bool(_ANCHOR.match(text, node.start, node.end))


def own_entries(node: Mapping) -> tuple[tuple[Scalar, Node], ...]:
    """Give the keys that stand in a group itself, and do not come from a repeated value."""
    return tuple(each for each in node.entries if node.start <= each[0].start < node.end)


def own_items(node: Sequence) -> tuple[Node, ...]:
    """Give the items that stand in a list itself."""
    return tuple(each for each in node.items if node.start <= each.start <= node.end)


def line_start(text: str, at: int) -> int:
    """Give where the line of a character begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def column(text: str, at: int) -> int:
    """Give how many characters of its line stand before one."""
    return at - line_start(text, at)


def after_line(text: str, at: int) -> int | None:
    """Give where the next line begins; None when more than a comment stands on this one."""
    if at and text[at - 1] in "\r\n":
        return at
    found = _AFTER_COMMENT.match(text, at)
    return found.end() if found else None


def ends_line(text: str, at: int) -> bool:
    """Tell whether nothing, not even a comment, stands behind a place on its line."""
    return not text[at : first_line_end(text, at)].strip(" \t")


def content_end(text: str, node: Node) -> int:
    """Give where a value ends; the parser's end of a block lies behind blank lines and comments."""
    if isinstance(node, Scalar):
        return _scalar_end(text, node)
    if is_alias(text, node) or is_flow(text, node):
        return node.end
    if isinstance(node, Mapping):
        inner = [max(key.end, content_end(text, value)) for key, value in own_entries(node)]
    else:
        inner = [content_end(text, each) for each in own_items(node)]
    return _without_comments(text, max(inner, default=node.start), node.end)


def _scalar_end(text: str, node: Scalar) -> int:
    if sign(text, node) not in ("|", ">"):
        return node.end
    header = _PROPERTIES.match(text, node.start, node.end)
    at = header.end() if header else node.start
    if "+" in text[at : at + 3]:
        return node.end
    return node.start + len(text[node.start : node.end].rstrip(" \t\r\n"))


def _without_comments(text: str, least: int, end: int) -> int:
    """Go back over the blank lines and comments at the end, but never beyond `least`."""
    while end > least:
        start = line_start(text, end)
        if start <= least or not _ONLY_COMMENTS.match(text[start:end]):
            break
        end = start - 1 if text[start - 2 : start] != "\r\n" else start - 2
    return max(end, least)


def between_values(text: str, start: int, end: int, node: Node) -> str:
    """Give the characters of a range that belong to no single value of a node."""
    kept, at = [], start
    for scalar in _scalars(node):
        if start <= scalar.start < end:
            kept.append(text[at : scalar.start])
            at = max(at, scalar.end)
            if sign(text, scalar) in ("|", ">"):
                kept.append(text[scalar.start : first_line_end(text, scalar.start)])
    kept.append(text[at:end])
    return "".join(kept)


def _scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Mapping):
        pairs = [each for pair in own_entries(node) for each in pair]
    else:
        pairs = list(own_items(node))
    found = [scalar for each in pairs for scalar in _scalars(each)]
    return sorted(found, key=lambda each: each.start)


def first_line_end(text: str, at: int) -> int:
    """Give where the line of a character ends, its line break left out."""
    ends = [end for end in (text.find("\n", at), text.find("\r", at)) if end >= 0]
    return min(ends, default=len(text))


def line_end(text: str) -> str:
    """Give the line break that a file uses."""
    if "\r\n" in text:
        return "\r\n"
    return "\n" if "\n" in text or "\r" not in text else "\r"


def dash_indent(text: str, root: Node) -> int:
    """Give how far the dashes of the first list stand to the right of its key."""
    for key, value in own_entries(root) if isinstance(root, Mapping) else ():
        if isinstance(value, Sequence) and sign(text, value) == "-":
            far = column(text, value.start) - column(text, key.start)
            return far if 0 <= far <= 8 else 2
    return 2
