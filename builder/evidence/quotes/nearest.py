"""The words of a text that come nearest to a quotation it does not hold."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Final, Literal, NamedTuple

from builder.evidence.boundaries import core, ends_word, starts_word
from builder.evidence.folding import ENDS, fold, folded, trimmed
from builder.evidence.offsets import Offsets
from builder.evidence.quotes.readable import ReadableText
from builder.model.content import Span

_NEAR: Final = 80
"""From this similarity on the curator is shown what differs."""
_WORTH_SHOWING: Final = 55
_WORDS_AROUND: Final = 4

# Letters that are another letter with a stroke or without its dot, and have no decomposition.
_STROKES: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ħ": "h", "ŧ": "t"})
_Words = list[tuple[str, Span]]


class Nearest(NamedTuple):
    """Words that are near, and how they differ; they prove nothing."""

    result: Literal["near-miss", "accents", "absent"]
    span: Span | None = None
    difference: str = ""


def nearest(quote: str, text: ReadableText) -> Nearest:
    """Find the nearest words; their span is in the visible text."""
    spelled = _but_for_accents(fold(quote), text)
    if spelled is not None:
        return Nearest("accents", spelled, _difference(quote, text.plain[slice(*spelled)]))
    similar = _similar(fold(quote), text)
    if similar is None:
        return Nearest("absent")
    score, start, end = similar
    span = _tightened(fold(quote), text.plain, _whole_words(text, start, end))
    difference = _difference(quote, text.plain[slice(*span)])
    if score < _NEAR:
        return Nearest("absent", span)
    return Nearest("near-miss", span, difference)


def _but_for_accents(wanted: str, text: ReadableText) -> Span | None:
    reading = text.folded
    if wanted.isascii() and reading.text.isascii():
        return None
    bare, bases = _without_accents(wanted), list(map(_without_accents, reading.text))
    at = "".join(bases).find(bare) if bare else -1
    if at < 0:
        return None
    starts = tuple(accumulate(map(len, bases), initial=0))
    span = Offsets(starts, range(len(starts))).span(at, at + len(bare))
    first, last = core(wanted)
    if first == last or not starts_word(reading.text, span.start + first):
        return None
    end = span.end
    while end < len(reading.text) and unicodedata.category(reading.text[end])[0] == "M":
        end += 1
    return reading.offsets.span(span.start, end) if ends_word(reading.text, end) else None


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text.translate(_STROKES))
    return "".join(each for each in parts if unicodedata.category(each)[0] != "M")


def _similar(wanted: str, text: ReadableText) -> tuple[float, int, int] | None:
    """The most similar stretch of the folded text."""
    # Only a quotation that was not found needs this, and a build with one has failed anyway.
    from rapidfuzz.fuzz import partial_ratio_alignment

    if not wanted or not text.folded.text:
        return None
    found = partial_ratio_alignment(wanted, text.folded.text, score_cutoff=_WORTH_SHOWING)
    if found is None or len(wanted) > len(text.folded.text):
        return None
    return found.score, found.dest_start, found.dest_end


def _whole_words(text: ReadableText, start: int, end: int) -> Span:
    """Widen a stretch of the folded text by a few words, and give it in the visible text."""
    words = text.folded.text
    for _ in range(_WORDS_AROUND):
        start = max(0, words.rfind(" ", 0, max(0, start - 1)) + 1)
        end = words.find(" ", end + 1) if words.find(" ", end + 1) >= 0 else len(words)
    return text.folded.offsets.span(start, end)


def _tightened(wanted: str, plain: str, span: Span) -> Span:
    """Cut words off both ends while the rest comes nearer to the quotation."""
    from rapidfuzz.fuzz import ratio

    words = _words(plain[slice(*span)])
    count = len(words)
    candidates = (
        (ratio(wanted, " ".join(word for word, _ in words[begin:end])), -(end - begin), begin, end)
        for begin in range(min(2 * _WORDS_AROUND + 1, count))
        for end in range(max(begin + 1, count - 2 * _WORDS_AROUND), count + 1)
    )
    best = max(candidates, default=None)
    if best is None:
        return span
    *_, begin, end = best
    first, last = span.start + words[begin][1].start, span.start + words[end - 1][1].end
    return Span(first, first + len(plain[first:last].rstrip(ENDS)))


def _difference(quote: str, words: str) -> str:
    """Write what must change in the quotation: `a [-safe-] {+firm+} promise`."""
    ours, theirs = _words(quote), _words(words)
    pieces: list[str] = []
    at_ours = at_theirs = 0
    for block in [*_blocks(ours, theirs), None]:
        until = (block.a, block.b) if block else (len(ours), len(theirs))
        only_ours, only_theirs = ours[at_ours : until[0]], theirs[at_theirs : until[1]]
        if only_ours:
            pieces.append(f"[-{_as_written(quote, only_ours)}-]")
        if only_theirs:
            pieces.append(f"{{+{_as_written(words, only_theirs)}+}}")
        if block:
            at_ours, at_theirs = block.a + block.size, block.b + block.size
            pieces.append(_as_written(words, theirs[block.b : at_theirs]))
    return " ".join(pieces)


def _blocks(ours: _Words, theirs: _Words) -> list[_Block]:
    matcher = SequenceMatcher(
        None, [word for word, _ in ours], [word for word, _ in theirs], autojunk=False
    )
    return [_Block(*block) for block in matcher.get_matching_blocks() if block.size]


class _Block(NamedTuple):
    """So many words that are the same, from one place in each."""

    a: int
    b: int
    size: int


def _words(text: str) -> _Words:
    """The words of a text as they are compared, each with its place."""
    form = folded(text)
    start = len(form.text) - len(form.text.lstrip(ENDS))
    found: _Words = []
    for word in trimmed(form.text).split(" "):
        if word:
            found.append((word, form.offsets.span(start, start + len(word))))
        start += len(word) + 1
    return found


def _as_written(text: str, words: _Words) -> str:
    return " ".join(text[words[0][1].start : words[-1][1].end].split())
