"""The words of a text that come nearest to a quotation it does not hold."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from builder.evidence.boundaries import core, ends_word, starts_word
from builder.evidence.folding import ENDS, core_of, fold, folded
from builder.evidence.quotes.numerals import cuts_number
from builder.evidence.quotes.readable import ReadableText
from builder.evidence.quotes.search import occurrences
from builder.evidence.quotes.spelling import is_accent, spelled_alike, without_accents
from builder.model.content import Span

_NEAR: Final = 80
"""From this similarity on the curator is shown what differs."""
_WORTH_SHOWING: Final = 55
_WORDS_AROUND: Final = 4
_MOST_CUT: Final = 24
"""So many words at each end of what is near may be none of it."""
_MOST_WIDENED: Final = 80
_LONG: Final = 1_000
_AROUND_DIFFERENCE: Final = 200
"""Of a longer quotation so many characters around the first difference are compared."""


class _Word(NamedTuple):
    """A word as it is compared, as it is written, and where."""

    folded: str
    written: str
    place: Span


_Words = list[_Word]


class Nearest(NamedTuple):
    """Words that are near, and how they differ; they prove nothing."""

    result: Literal["near-miss", "accents", "absent"]
    span: Span | None = None
    difference: str = ""


def nearest(quote: str, text: ReadableText) -> Nearest:
    """Find the nearest words; their span is in the visible text."""
    quote = _where_it_differs(quote, text)
    spelled = _but_for_accents(quote, text)
    if spelled is not None:
        return Nearest("accents", spelled, _difference(quote, text.plain[slice(*spelled)]))
    similar = _similar(fold(quote), text)
    if similar is None:
        return Nearest("absent")
    score, start, end = similar
    span = _tightened(fold(quote), text, _whole_words(text, start, end))
    difference = _difference(quote, text.plain[slice(*span)])
    if score < _NEAR:
        return Nearest("absent", span)
    return Nearest("near-miss", span, difference)


def _where_it_differs(quote: str, text: ReadableText) -> str:
    """Give a quotation, or the words around the first of a long one that the text has not."""
    form = folded(quote)
    if len(form.text) <= _LONG:
        return quote
    readings = [reading.text for reading in text.readings(form.text)]

    length = 1 + max(_length_found(form.text, reading) for reading in readings)
    start = form.text.find(" ", max(0, length - _AROUND_DIFFERENCE)) + 1
    end = form.text.find(" ", length + _AROUND_DIFFERENCE)
    if start > length:
        start = length - _AROUND_DIFFERENCE
    is_near = 0 < end <= length + _LONG
    return quote[slice(*form.offsets.span(max(0, start), end if is_near else length + _LONG))]


def _length_found(words: str, text: str) -> int:
    """How many of the first characters of some words a text holds one behind the other."""
    found, missing = 0, len(words)
    while missing - found > 1:
        middle = (found + missing) // 2
        if words[:middle] in text:
            found = middle
        else:
            missing = middle
    return found


def _but_for_accents(quote: str, text: ReadableText) -> Span | None:
    """Words that are the quotation's when accents do not count, and are not without that."""
    if quote.isascii() and text.plain.isascii():
        return None
    wanted = fold(quote)
    first, last = core(wanted)
    bare, letters = text.without_accents
    sought = without_accents(wanted)
    if first == last:
        return None
    for at in occurrences(sought, bare):
        end = at + len(sought)
        start, stop = (letters[at], letters[end - 1] + 1) if letters else (at, end)
        if found := _respelled(quote, text, start, stop, first):
            return found
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
    # Only a quotation that was not found needs this.
    from rapidfuzz.fuzz import partial_ratio_alignment

    if not wanted or not text.folded.text:
        return None
    found = partial_ratio_alignment(wanted, text.folded.text, score_cutoff=_WORTH_SHOWING)
    if found is None or len(wanted) > len(text.folded.text):
        return None
    return found.score, found.dest_start, found.dest_end


def _whole_words(text: ReadableText, start: int, end: int) -> Span:
    """Widen a stretch of the folded text by a few words, and give it in the visible text.

    Where the text has words between those of the quotation, the stretch is too short by them.
    """
    words = text.folded.text
    more = min(_MOST_WIDENED, (end - start) // 3)
    start, end = max(0, start - more), min(len(words), end + more)
    for _ in range(_WORDS_AROUND):
        start = max(0, words.rfind(" ", 0, max(0, start - 1)) + 1)
        end = words.find(" ", end + 1) if words.find(" ", end + 1) >= 0 else len(words)
    return text.folded.offsets.span(start, end)


def _tightened(wanted: str, text: ReadableText, span: Span) -> Span:
    """Cut words off both ends while the rest comes nearer to the quotation."""
    words = _words(text.plain[slice(*span)])
    places = [Span(span.start + each.place.start, span.start + each.place.end) for each in words]
    # Half a number would look like the whole of the quotation's: 400 of 1 400.
    begins = [at for at, place in enumerate(places) if starts_word(text.plain, place.start)]
    ends = [at + 1 for at, place in enumerate(places) if ends_word(text.plain, place.end)]
    folded_words = [each.folded for each in words]
    best = _nearest_run(wanted, folded_words, begins, ends)
    if best is None:
        return span
    begin, end = _with_ends(wanted.split(" "), folded_words, *best)
    while begin and cuts_number(text, places[begin].start):
        begin -= 1
    while end < len(places) and cuts_number(text, places[end - 1].end):
        end += 1
    first, last = places[begin].start, places[end - 1].end
    return Span(first, first + len(text.plain[first:last].rstrip(ENDS)))


def _nearest_run(
    wanted: str, words: list[str], begins: list[int], ends: list[int]
) -> tuple[int, int] | None:
    """Of the runs of words that begin and end at given places, the one nearest to others."""
    from rapidfuzz.fuzz import ratio

    candidates = (
        (ratio(wanted, " ".join(words[begin:end])), begin - end, begin, end)
        for begin in begins
        if begin <= _MOST_CUT
        for end in ends
        if end > begin and end >= len(words) - _MOST_CUT
    )
    best = max(candidates, default=None)
    return best and best[2:]


def _with_ends(wanted: list[str], words: list[str], begin: int, end: int) -> tuple[int, int]:
    """Widen a run to where the text has the first and the last words that are wanted.

    What the text puts between them and the others makes the run less alike, and no less theirs.
    """
    bare, sought = ([each.strip(ENDS) for each in listed] for listed in (words, wanted))
    pairs = list(pairwise(bare))
    first, last = tuple(sought[:2]), tuple(sought[-2:])
    if first in pairs[: begin + 1] and first not in pairs[begin : end - 1]:
        begin -= pairs[begin::-1].index(first)
    if last in pairs[max(0, end - 2) :] and last not in pairs[begin : end - 1]:
        end = pairs.index(last, max(0, end - 2)) + 2
    return begin, end


def _difference(quote: str, words: str) -> str:
    """Write what must change in the quotation: `a [-safe-] {+firm+} promise`."""
    ours, theirs = _words(quote), _words(words)
    pieces: list[str] = []
    at_ours = at_theirs = 0
    for a, b, size in (*_blocks(ours, theirs), _Block(len(ours), len(theirs), 0)):
        if only_ours := ours[at_ours:a]:
            pieces.append(f"[-{_as_written(quote, only_ours)}-]")
        if only_theirs := theirs[at_theirs:b]:
            pieces.append(f"{{+{_as_written(words, only_theirs)}+}}")
        at_ours, at_theirs = a + size, b + size
        if size:
            pieces.append(_as_written(words, theirs[b:at_theirs]))
    return " ".join(pieces)


def _blocks(ours: _Words, theirs: _Words) -> list[_Block]:
    """The words that are the same in both; Maße and Masse are not, though folding says so."""
    matcher = SequenceMatcher(
        None, [word.folded for word in ours], [word.folded for word in theirs], autojunk=False
    )
    blocks: list[_Block] = []
    for a, b, size in matcher.get_matching_blocks():
        begins = True
        for at in range(size):
            if not spelled_alike(ours[a + at].written, theirs[b + at].written):
                begins = True
            elif begins:
                blocks.append(_Block(a + at, b + at, 1))
                begins = False
            else:
                blocks[-1] = blocks[-1]._replace(size=blocks[-1].size + 1)
    return blocks


class _Block(NamedTuple):
    """So many words that are the same, from one place in each."""

    a: int
    b: int
    size: int


def _words(text: str) -> _Words:
    """The words of a text."""
    form = folded(text)
    start, end = core_of(form.text)
    found: _Words = []
    for word in form.text[start:end].split(" "):
        if word:
            place = form.offsets.span(start, start + len(word))
            found.append(_Word(word, text[slice(*place)], place))
        start += len(word) + 1
    return found


def _as_written(text: str, words: _Words) -> str:
    return " ".join(text[words[0].place.start : words[-1].place.end].split())
