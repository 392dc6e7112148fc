"""What YAML text is read into: nodes that know their characters."""

from __future__ import annotations

from typing import NamedTuple


class Scalar(NamedTuple):
    """A single value, as text; `is_plain` when it stood without quotation marks."""

    text: str
    start: int
    end: int
    is_plain: bool

    @property
    def is_empty(self) -> bool:
        """An empty value is an absent one."""
        return not self.text or (self.is_plain and self.text in ("~", "null"))


class Sequence(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    start: int
    end: int


class Mapping(NamedTuple):
    """Keys with their values, in the order written, merge keys expanded."""

    entries: tuple[tuple[Scalar, Node], ...]
    start: int
    end: int


Node = Scalar | Sequence | Mapping
