"""Lines that say what their neighbour says, as a caption pasted twice does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from builder.evidence.captions.layout import Line
from builder.evidence.folding import fold
from builder.model.content import Caption

_FEWEST_WORDS_REPEATED: Final = 4
_MOST_WORDS_REPEATED: Final = 40


def repeated(lines: tuple[Line, ...], found: Mapping[int, Caption]) -> Iterator[int]:
    """Lines that say what their neighbour says, with its credit or without."""
    for index, (line, following) in enumerate(pairwise(lines)):
        if not found and not _begin_alike(line.words, following.words):
            continue
        for one, other in ((index, index + 1), (index + 1, index)):
            if one not in found and other in found and _says(lines[one], found[other].caption):
                yield one
        if index not in found and index + 1 not in found and _says(line, following.words):
            yield from (index, index + 1)


def _says(line: Line, words: str) -> bool:
    if not _begin_alike(line.words, words) or abs(len(line.words) - len(words)) > 8:
        return False
    count = len(words.split())
    is_sentence = _FEWEST_WORDS_REPEATED <= count <= _MOST_WORDS_REPEATED
    return is_sentence and fold(line.words) == fold(words)


def _begin_alike(one: str, other: str) -> bool:
    return one[:4].casefold() == other[:4].casefold()
