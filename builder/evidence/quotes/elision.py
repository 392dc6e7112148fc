"""A quotation that leaves words out, and where a text holds its parts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, partial
from itertools import pairwise, starmap
from typing import Final, NamedTuple

from builder.evidence.boundaries import half_words, outer_words
from builder.evidence.characters import CLASSES, UNSPACED_CLASSES, WORD_CLASSES
from builder.evidence.folding import NOTE, fold
from builder.evidence.quotes.readable import ReadableText
from builder.evidence.quotes.search import Match, typographic
from builder.evidence.quotes.vocabulary import denial_in, negation_in, number_in, without_names
from builder.model.content import Span

USUAL_GAP: Final = 400
"""Up to so many characters may be left out without a warning."""
_PARAGRAPHS_APART: Final = 2
_WORDS_OF_A_PART: Final = 2
_WORDS_OF_A_QUOTATION: Final = 4
_MOST_GAPS: Final = 20
# Leaving out words of which one of the first or last two denies turns a statement round; a clause
# left out whole may hold a "not".
_HALF_WORDS_THAT_TURN: Final = 2 * 2
_FEW: Final = 10
_AT_AN_END: Final = 100
"""So many characters are enough for the first or the last words left out."""
_SENTENCE_END: Final = re.compile(r"[^\w\s]*[.!?…।。！？؟](?:\W|\Z)")
_SENTENCE_ENDS: Final = re.compile(r"[.!?…।。！？؟]\W*\Z")

_DOTS: Final = r"(?:…|\.[ \t]?\.[ \t]?\.)[ \t]?\.?"
_GAP: Final = re.compile(rf"\[(?P<inside>[^\[\]]{{0,60}})\](?:['’]s\b)?|\(\s*{_DOTS}\s*\)|{_DOTS}")
_ONE_LETTER: Final = re.compile(r"\[([^\W\d_])\](?=\w)|(?<=\w)\[([^\W\d_])\]")
_ONLY_DOTS: Final = re.compile(rf"\s*(?:{_DOTS})?\s*")


class Bracket(NamedTuple):
    """Words the curator put in."""

    words: str
    is_inside_sentence: bool
    """Where a capital letter begins a name, and no sentence."""


class Elided(NamedTuple):
    """A quotation cut at what it leaves out."""

    parts: tuple[str, ...]
    brackets: tuple[Bracket, ...]
    joined: str = ""
    """A bracket that is part of a word."""
    gaps: int = 0


class Places(NamedTuple):
    """Where the parts stand, the closest together first, or why none of it counts."""

    matches: tuple[Match, ...] = ()
    reason: str = ""
    missing: str = ""
    """A part that the text does not hold."""


def with_letters(quote: str) -> str:
    """Read a bracket around one letter of a word as that letter: [T]he."""
    return _ONE_LETTER.sub(lambda found: found[1] or found[2], quote) if "[" in quote else quote


def cut(quote: str) -> Elided | None:
    """Cut a quotation at its ellipses and brackets; None when it has none."""
    quote = NOTE.sub("", quote)
    gaps = tuple(_GAP.finditer(quote))
    if not gaps:
        return None
    starts = [0, *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), len(quote)]
    pieces = (quote[start:end].strip() for start, end in zip(starts, ends, strict=True))
    put_in = [gap for gap in gaps if gap["inside"] and not _ONLY_DOTS.fullmatch(gap["inside"])]
    joined = (gap[0] for gap in put_in if _is_joined(quote, *gap.span()))
    return Elided(
        tuple(piece for piece in pieces if fold(piece)),
        tuple(Bracket(gap["inside"], _is_inside_sentence(quote[: gap.start()])) for gap in put_in),
        next(joined, ""),
        len(gaps),
    )


def _is_inside_sentence(before: str) -> bool:
    words = before.rstrip()[-1:]
    return words.isalnum() or words in tuple(",;")


def _is_joined(quote: str, start: int, end: int) -> bool:
    """Whether a bracket is part of a word, perhaps by a hyphen."""
    before, after = quote[max(0, start - 2) : start], quote[end : end + 2]
    before, after = before.removesuffix("-")[-1:], after.removeprefix("-")[:1]
    return any(CLASSES[ord(each)] in WORD_CLASSES - UNSPACED_CLASSES for each in before + after)


def refusal(elided: Elided, text: ReadableText) -> str:
    """Say why a text could not prove such a quotation, whatever it says; nothing when it could."""
    if elided.gaps > _MOST_GAPS:
        return f"it is cut in {elided.gaps} places; at most {_MOST_GAPS} is one quotation"
    for bracket, is_inside_sentence in elided.brackets:
        words = without_names(bracket, text.languages, is_inside_sentence=is_inside_sentence)
        if negation_in(words, text.languages):
            return f"the bracket [{bracket}] puts a negation into the quotation"
        if number_in(words, text.languages):
            return f"the bracket [{bracket}] puts a number into the quotation"
    if elided.joined:
        return f"the bracket {elided.joined} is part of a word; only one letter may be put in"
    lengths = {part: half_words(fold(part)) for part in elided.parts}
    for part, length in lengths.items():
        if length < 2 * _WORDS_OF_A_PART:
            return f"'{part}' stands alone; between gaps at least 2 words are needed"
    if sum(half_words(fold(part)) for part in elided.parts) < 2 * _WORDS_OF_A_QUOTATION:
        return "a quotation that leaves words out needs at least 4 words in all"
    return ""


def places(elided: Elided, text: ReadableText) -> Places:
    """Find the parts in their order."""
    found: list[list[Span]] = []
    known: dict[str, list[Span]] = {}
    for part in elided.parts:
        if part not in known:
            matches = typographic(part, text)
            known[part] = [Span(match[0].start, match[-1].end) for match in matches]
        if not known[part]:
            return Places(missing=part)
        found.append(known[part])
    chains = sorted(_chains(found), key=lambda chain: chain[-1].end - chain[0].start)
    if not chains:
        return Places(reason="its parts stand in the article in another order")
    # Chains share most of their gaps when the parts stand in many places.
    flaw_between = cache(partial(_flaw_between, text=text))
    reasons = [next(filter(None, starmap(flaw_between, pairwise(chain))), "") for chain in chains]
    sound = [chain for chain, reason in zip(chains, reasons, strict=True) if not reason]
    return Places(tuple(sound), "" if sound else reasons[0])


def longest_gap(match: Match) -> int:
    """Give how many characters lie between two neighbouring parts at most."""
    return max((after.start - before.end for before, after in pairwise(match)), default=0)


def _chains(found: list[list[Span]]) -> Iterator[Match]:
    """For each place of the first part, the nearest places after it of the others."""
    for first in found[0]:
        chain = [first]
        for spans in found[1:]:
            following = bisect_left(spans, (chain[-1].end, 0))
            if following == len(spans):
                return
            chain.append(spans[following])
        yield tuple(chain)


def _flaw_between(before: Span, after: Span, text: ReadableText) -> str:
    """Say why neighbouring parts that stand like this are no quotation of the text."""
    apart = text.text_paragraphs_before(after.start) - text.text_paragraphs_before(before.end)
    if apart > _PARAGRAPHS_APART:
        return f"its parts stand {apart} paragraphs apart; at most 2 is one quotation"
    left_out = text.plain[before.end : min(after.start, before.end + USUAL_GAP)]
    if half_words(left_out) <= _HALF_WORDS_THAT_TURN:
        if denial_in(left_out, text.languages):
            return f"what it leaves out is '{fold(left_out)}', which turns the statement round"
        return ""
    for words in _turning(text.plain, before.end, after.start):
        if denial_in(words, text.languages):
            turning = f"what it leaves out begins or ends with '{fold(words)}'"
            return f"{turning}, which turns the statement round"
    return ""


def _turning(plain: str, start: int, end: int) -> Iterator[str]:
    """The first and the last words left out, but for those of sentences that begin or end there."""
    begins, ends = (
        plain[start : min(end, start + _AT_AN_END)],
        plain[max(start, end - _AT_AN_END) : end],
    )
    is_whole = _SENTENCE_ENDS.search(plain[max(0, start - _FEW) : start])
    if not (is_whole or _SENTENCE_END.match(begins)):
        yield outer_words(begins, _HALF_WORDS_THAT_TURN)[0]
    if not _SENTENCE_ENDS.search(ends[-_FEW:]):
        yield outer_words(ends, _HALF_WORDS_THAT_TURN)[1]
