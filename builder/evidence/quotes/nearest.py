"""The words of a text that come nearest to a quotation it does not hold."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Final, Literal, NamedTuple

from builder.evidence.boundaries import core, ends_word, starts_word
from builder.evidence.folding import ENDS, core_of, fold, folded
from builder.evidence.quotes.readable import ReadableText
from builder.evidence.quotes.spelling import is_accent, spelled_alike, without_accents
from builder.model.content import Span

_NEAR: Final = 80
"""From this similarity on the curator is shown what differs."""
_WORTH_SHOWING: Final = 55
_WORDS_AROUND: Final = 4

_Words = list[tuple[str, Span]]


class Nearest(NamedTuple):
    """Words that are near, and how they differ; they prove nothing."""

    result: Literal["near-miss", "accents", "absent"]
    span: Span | None = None
    difference: str = ""


def nearest(quote: str, text: ReadableText) -> Nearest:
    """Find the nearest words; their span is in the visible text."""
    spelled = _but_for_accents(quote, text)
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


def _but_for_accents(quote: str, text: ReadableText) -> Span | None:
    """Words that are the quotation's when accents do not count, and are not without that."""
    if quote.isascii() and text.plain.isascii():
        return None
    wanted = fold(quote)
    first, last = core(wanted)
    bare, letters = text.without_accents
    sought = without_accents(wanted)
    at = bare.find(sought) if first < last else -1
    while at >= 0:
        end = at + len(sought)
        start, stop = (letters[at], letters[end - 1] + 1) if letters else (at, end)
        if found := _respelled(quote, text, start, stop, first):
            return found
        at = bare.find(sought, at + 1)
    return None


def _respelled(quote: str, text: ReadableText, start: int, end: int, first: int) -> Span | None:
    """The place of such words, if they begin and end like words and are really others."""
    reading = text.folded
    while end < len(reading.text) and is_accent(reading.text[end]):
        end += 1
    if not (starts_word(reading.text, start + first) and ends_word(reading.text, end)):
        return None
    span = reading.offsets.span(start, end)
    is_same = reading.text[start:end] == fold(quote)
    if is_same and spelled_alike(quote, text.plain[slice(*span)]):
        return None
    return span


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
    places = [Span(span.start + place.start, span.start + place.end) for _, place in words]
    count = len(words)
    # Half a number would look like the whole of the quotation's: 400 of 1 400.
    begins = [at for at, place in enumerate(places) if starts_word(plain, place.start)]
    ends = [at + 1 for at, place in enumerate(places) if ends_word(plain, place.end)]
    candidates = (
        (ratio(wanted, " ".join(word for word, _ in words[begin:end])), -(end - begin), begin, end)
        for begin in begins
        if begin <= 2 * _WORDS_AROUND
        for end in ends
        if end > begin and end >= count - 2 * _WORDS_AROUND
    )
    best = max(candidates, default=None)
    if best is None:
        return span
    *_, begin, end = best
    first, last = places[begin].start, places[end - 1].end
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
    start, end = core_of(form.text)
    found: _Words = []
    for word in form.text[start:end].split(" "):
        if word:
            found.append((word, form.offsets.span(start, start + len(word))))
        start += len(word) + 1
    return found


def _as_written(text: str, words: _Words) -> str:
    return " ".join(text[words[0][1].start : words[-1][1].end].split())
