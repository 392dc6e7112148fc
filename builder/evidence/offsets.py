"""From offsets in a derived text back to the text it was made from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

from builder.model.content import Span
from builder.values import frozen


@frozen
class Offsets:
    """Where the pieces of a derived text begin, there (`derived`) and in the original.

    A piece as long as its original runs along with it character by character; any other
    (a run of blanks made one, a mark left out) stands for the whole of its original.
    """

    derived: Sequence[int]
    original: Sequence[int]

    def start(self, at: int) -> int:
        """Give where the derived character `at` begins in the original."""
        piece = bisect_right(self.derived, at) - 1
        found = self.original[piece] + at - self.derived[piece]
        return found if self._runs_along(piece) else min(found, self.original[piece])

    def end(self, at: int) -> int:
        """Give where the derived character before `at` ends in the original."""
        if at <= 0:
            return 0
        piece = bisect_right(self.derived, at - 1) - 1
        if self._runs_along(piece):
            return self.original[piece] + at - self.derived[piece]
        return self.original[piece + 1]

    def span(self, start: int, end: int) -> Span:
        """Give the characters of the original that derived characters were made from."""
        first = self.start(start)
        return Span(first, max(first, self.end(end)))

    def derived_at(self, at: int) -> int:
        """Give where the original character `at`, or the next one kept, stands in the derived."""
        piece = bisect_right(self.original, at) - 1
        found = self.derived[piece] + at - self.original[piece]
        if piece + 1 < len(self.derived):
            return min(found, self.derived[piece + 1])
        return found

    def _runs_along(self, piece: int) -> bool:
        if piece + 1 >= len(self.derived):
            return True
        derived = self.derived[piece + 1] - self.derived[piece]
        return derived == self.original[piece + 1] - self.original[piece]


SAME: Final = Offsets((0,), (0,))
"""The offsets of a text that was left as it is."""


def replaced(text: str, cuts: Iterable[tuple[int, int, str]]) -> tuple[str, Offsets]:
    """Put other words for characters (start, end, words), in order; give the way back too."""
    pieces: list[str] = []
    derived, original = [0], [0]
    at = length = 0
    for start, end, words in cuts:
        pieces.append(text[at:start])
        pieces.append(words)
        length += start - at
        derived.append(length)
        original.append(start)
        length += len(words)
        derived.append(length)
        original.append(end)
        at = end
    if not pieces:
        return text, SAME
    pieces.append(text[at:])
    return "".join(pieces), Offsets(derived, original)
