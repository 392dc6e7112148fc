"""Where a text holds given words, to the letter or after folding."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import takewhile
from typing import Final, NamedTuple

from builder.evidence.boundaries import core, ends_word, starts_word
from builder.evidence.characters import CLASSES, MARK, POINTING
from builder.evidence.folding import NOTE, Folded, fold
from builder.evidence.quotes.readable import ReadableText, has_turkish_letters, turkish
from builder.evidence.quotes.spelling import spelled_alike
from builder.evidence.quotes.whole import (
    begins_whole,
    closes_speech,
    ends_whole,
    opens_speech,
)
from builder.model.content import Span

_LONGEST_NOTE: Final = 16
_OPENING: Final = frozenset("[(")
_POINTS: Final = 3
# Words that repeat themselves stand in their own repetition again and again.
_MOST_OVERLAPPING: Final = 100
_MOST_ELLIPSES: Final = 20
_ELLIPSIS: Final = re.compile(r" ?\.(?: ?\.){2,} ?")


class Wanted(NamedTuple):
    """Where a quotation must stand, when its words stand in more than one place."""

    prefix: str = ""
    suffix: str = ""
    paragraph: int | None = None


Match = tuple[Span, ...]
"""The places of a quotation's parts in the visible text, in order."""


def verbatim(words: str, text: ReadableText) -> list[Match]:
    """Find words to the letter, at word boundaries."""
    first, last = core(words)
    if first == last:
        return []
    plain = text.plain
    return [
        (Span(at, at + len(words)),)
        for at in occurrences(words, plain)
        if begins_whole(text, at + first)
        and ends_whole(text, at + last)
        and not _touches_note(plain, at + first, at + last)
        and not any(_is_in_note(plain, at + place) for place in (0, first, last, len(words)))
    ]


def _touches_note(text: str, start: int, end: int) -> bool:
    """Whether words go on behind an editor's note, left out in folding: un[sic]fair."""
    return text[start - 1 : start] == "]" or text[end : end + 1] == "["


def _is_in_note(text: str, at: int) -> bool:
    """Whether a place lies inside a note, which is none of the text's words."""
    first = max(0, at - _LONGEST_NOTE)
    if _OPENING.isdisjoint(text[first:at]):
        return False
    notes = NOTE.finditer(text, first, at + _LONGEST_NOTE)
    return any(note.end() - len(note[0].lstrip()) < at < note.end() for note in notes)


def typographic(words: str, text: ReadableText) -> list[Match]:
    """Find words whose marks, blanks, dashes or capitals differ, at word boundaries."""
    wanted = fold(words)
    for reading in text.readings(wanted):
        if found := _alike(words, wanted, reading, text):
            return found
    if not (has_turkish_letters(words) or has_turkish_letters(text.plain)):
        return []
    return _alike(words, fold(turkish(words)), text.in_turkish, text)


def _alike(words: str, wanted: str, reading: Folded, text: ReadableText) -> list[Match]:
    first, last = core(wanted)
    if first == last:
        return []
    plain = text.plain
    behind = len(wanted) - last
    found = (
        _without(reading.left_out, span, plain)
        for start, end in _stretches(wanted, reading.text)
        if (span := _span(reading, text, Span(start, end), Span(start + first, end - behind)))
    )
    return [match for match in found if spelled_alike(words, _said(match, plain))]


def _stretches(wanted: str, text: str) -> Iterator[tuple[int, int]]:
    """Where folded words stand; blanks beside an ellipsis are as each printer likes."""
    first, *others = _ELLIPSIS.split(wanted) if wanted.count(".") >= _POINTS else (wanted,)
    if not 0 < len(others) <= _MOST_ELLIPSES:
        yield from ((at, at + len(wanted)) for at in occurrences(wanted, text))
        return
    pattern = re.escape(first)
    for points, words in zip(_ELLIPSIS.findall(wanted), others, strict=True):
        pattern += rf" ?\.(?: ?\.){{{points.count('.') - 1}}} ?{re.escape(words)}"
    for found in re.finditer(pattern, text):
        yield found.span()


def _said(match: Match, plain: str) -> str:
    return " ".join(plain[part.start : part.end] for part in match)


def occurrences(words: str, text: str) -> Iterator[int]:
    """Give where a text has given characters, though not every place that overlaps another."""
    at, behind, overlapping = text.find(words), 0, 0
    while at >= 0:
        yield at
        overlapping = overlapping + 1 if at < behind else 0
        behind = at + len(words)
        at = text.find(words, at + 1 if overlapping < _MOST_OVERLAPPING else behind)


def _span(reading: Folded, text: ReadableText, found: Span, words: Span) -> Span | None:
    """The original of folded words, if they begin and end like words in both forms."""
    inner = reading.offsets.span(*words)
    if not (begins_whole(text, inner.start) and ends_whole(text, inner.end)):
        return None
    # In the folded form a mark between two letters is gone.
    if not (starts_word(reading.text, words.start) or opens_speech(text, inner.start)):
        return None
    if not (ends_word(reading.text, words.end) or closes_speech(text, inner.end)):
        return None
    span = reading.offsets.span(*found)
    return Span(span.start, _with_marks(text.plain, span.end))


def _with_marks(text: str, end: int) -> int:
    """Take in signs that belong to the last letter."""
    while end < len(text) and (POINTING.match(text, end) or CLASSES[ord(text[end])] == MARK):
        end += 1
    return end


def _without(left_out: tuple[Span, ...], span: Span, text: str) -> Match:
    """What remains of a span when the captions inside it are left out."""
    first = bisect_right(left_out, span.start, key=lambda each: each.start)
    inside = list(takewhile(lambda each: each.end < span.end, left_out[first:]))
    starts = [span.start, *(each.end for each in inside)]
    ends = [*(each.start for each in inside), span.end]
    pairs = zip(starts, ends, strict=True)
    return tuple(_stripped(text, start, end) for start, end in pairs if text[start:end].strip())


def _stripped(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(end - len(words.lstrip()), start + len(words.rstrip()))
