"""Where a text holds given words, to the letter or after folding."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from builder.evidence.boundaries import core, ends_word, starts_word
from builder.evidence.characters import CLASSES, DROPPED, MARK, is_pointing
from builder.evidence.folding import Folded, fold
from builder.evidence.quotes.readable import ReadableText
from builder.model.content import Span


class Wanted(NamedTuple):
    """Where a quotation must stand, when its words stand in more than one place."""

    prefix: str = ""
    suffix: str = ""
    paragraph: int | None = None


Match = tuple[Span, ...]
"""The places of a quotation's parts in the visible text, in order."""


def verbatim(words: str, text: str) -> list[Match]:
    """Find words to the letter, at word boundaries."""
    first, last = core(words)
    if first == last:
        return []
    return [
        (Span(at, at + len(words)),)
        for at in _occurrences(words, text)
        if starts_word(text, at + first)
        and ends_word(text, at + last)
        and not _touches_note(text, at + first, at + last)
    ]


def _touches_note(text: str, start: int, end: int) -> bool:
    """Whether words go on behind an editor's note, left out in folding: un[sic]fair."""
    return text[start - 1 : start] == "]" or text[end : end + 1] == "["


def typographic(words: str, text: ReadableText) -> list[Match]:
    """Find words whose marks, blanks, dashes or capitals differ, at word boundaries."""
    wanted = fold(words)
    first, last = core(wanted)
    if first == last:
        return []
    for reading in text.readings():
        found = [
            _without(reading.left_out, span, text.plain)
            for at in _occurrences(wanted, reading.text)
            if (span := _span(reading, text.plain, at, at + len(wanted), first, last))
            and not _points_differ(words, text.plain[span.start : span.end])
        ]
        if found:
            return found
    return []


def _occurrences(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _span(reading: Folded, plain: str, start: int, end: int, first: int, last: int) -> Span | None:
    """The original of folded words, if they begin and end like words in both forms."""
    core_start, core_end = start + first, start + last
    if not (starts_word(reading.text, core_start) and ends_word(reading.text, core_end)):
        return None
    inner = reading.offsets.span(core_start, core_end)
    if not (starts_word(plain, inner.start) and ends_word(plain, inner.end)):
        return None
    span = reading.offsets.span(start, end)
    return Span(span.start, _with_marks(plain, span.end))


def _with_marks(text: str, end: int) -> int:
    """Take in signs that belong to the last letter."""
    while end < len(text) and (is_pointing(text[end]) or CLASSES[ord(text[end])] == MARK):
        end += 1
    return end


def _points_differ(quotation: str, words: str) -> bool:
    """Whether both are written with vowel points, and with different ones.

    Points may be left out, but not exchanged: كَتَبَ is "he wrote", كُتِبَ is "it was written".
    """
    if not (any(map(is_pointing, quotation)) and any(map(is_pointing, words))):
        return False
    ours, theirs = _pointed_letters(quotation), _pointed_letters(words)
    if [letter for letter, _ in ours] != [letter for letter, _ in theirs]:
        return True
    pairs = zip(ours, theirs, strict=True)
    return any(not (own <= other or other <= own) for (_, own), (_, other) in pairs)


def _pointed_letters(text: str) -> list[tuple[str, set[str]]]:
    letters: list[tuple[str, set[str]]] = []
    for character in unicodedata.normalize("NFC", text):
        if is_pointing(character) and letters:
            letters[-1][1].add(character)
        elif character.isalnum() and CLASSES[ord(character)] != DROPPED:
            letters.append((fold(character), set()))
    return letters


def _without(left_out: tuple[Span, ...], span: Span, text: str) -> Match:
    """What remains of a span when the captions inside it are left out."""
    inside = [each for each in left_out if span.start < each.start and each.end < span.end]
    starts = [span.start, *(each.end for each in inside)]
    ends = [*(each.start for each in inside), span.end]
    pairs = zip(starts, ends, strict=True)
    return tuple(_stripped(text, start, end) for start, end in pairs if text[start:end].strip())


def _stripped(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(end - len(words.lstrip()), start + len(words.rstrip()))
