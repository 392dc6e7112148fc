"""The form of a text in which only its words count.

Folding drops what typing varies without changing a word: kinds of quotation mark, dash and
blank, case, composition, width. Accents, digits, spelling and punctuation inside stay. An
apostrophe between letters stays too: without it, "its" would prove "it's".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from builder.evidence.boundaries import is_minus
from builder.evidence.characters import (
    APOSTROPHE,
    BLANK,
    CLASSES,
    CURRENCY,
    DIGIT,
    DROPPED,
    HYPHEN,
    LETTER_CLASSES,
    MARK,
    MINUS,
    QUOTATION_MARK,
    SINGLES,
    UNSPACED_CLASSES,
    UNSPACED_NUMERAL,
    fold_character,
)
from builder.evidence.offsets import Offsets, replaced
from builder.model.content import Span
from builder.values import frozen

ENDS: Final = " .,;:!?،؛؟。、।"
"""What does not count at the ends of a quotation."""

_POINTS: Final = (".", ",")

# Words with single blanks and stops between them, in Latin letters that fold to their small ones.
_LATIN: Final = "A-Za-zÀ-ÖØ-Þà-öø-ÿĀ-įıĴ-ľŁ-ňŊ-ž"
_RUN: Final = rf"[{_LATIN}0-9.,;:!?/&%()]+"
_WORD: Final = rf"{_RUN}(?:(?<=[{_LATIN}])['’](?=[{_LATIN}]){_RUN})*"
_ONLY_CASE: Final = re.compile(rf"{_WORD}(?: (?![.,;:!?%]){_WORD})*\Z")

_GAP: Final = frozenset("blhH")

# The classes of what does not fold to one character, or not always to the same.
# A single blank or dash stands for itself where it may be none: between letters of a script without
# blanks, before a stop, between figures and their sign.
_EVENT: Final = re.compile(
    r"[blhHqavs]{2,}|[qavsWP-]|[blhH](?=[.p])"
    r"|(?<=[cCm])[blhH](?=[cC])|(?<=d)[blhH](?=\$)|(?<=\$)[blhH](?=d)"
)
_EVENT_OR_CLUSTER: Final = re.compile(rf"[wWcCdnpP](?:v*m)+|{_EVENT.pattern}")

# What may be a minus: it stays, any other hyphen is a blank.
_MINUS: Final = re.compile(r"h(?=[vs]*(?:\$[vsb]*)?(?:\.[vs]*)?d)")
_LINE_END: Final = re.compile(r"(?:(?<=[wW])|(?<=[wW]m)|(?<=[wW]mm))[hs][bv]*l[bv]*(?=[wW])")
# Without these the patterns above find nothing, and looking for them costs far less.
_BEFORE_LINE_END: Final = ("hl", "sl", "hb", "sb", "hv", "sv")
_BEFORE_NUMBER: Final = ("hd", "h$", "h.", "hv", "hs")
# Voicing marks of half-width kana: composed already, but not with the letter they stand behind.
_VOICING: Final = ("\uff9e", "\uff9f")
_LETTERS: Final = "wWmv"
_LONGEST_HALF: Final = 60

_STOPS: Final = ".,;:!?،؛؟。、।"
_SIGNS_OF_FIGURES: Final = "%％‰٪°℃℉"
_BEHIND_STOP: Final = r"[.,;:!?”’»\"')\]]"
# Behind fewer letters a small raised figure is a power: m², cm³.
_RAISED: Final = "[¹²³⁰⁴-⁹]{1,3}(?!\\w)"
RAISED_NOTE: Final = re.compile(
    rf"(?:(?<=[^\W\d_]{{3}})|(?<=[^\W\d_]{{3}}{_BEHIND_STOP})){_RAISED}"
)
"""The raised figure of a footnote, behind a word or the stop that follows it."""
NOTE: Final = re.compile(
    r"(?<!\s)\s*(?:\[(?:sic|illegible)[!?]?\]|\(sic[!?]?\))"
    rf"|(?<=[^\s\[(])\[\d{{1,3}}\]|(?<={_BEHIND_STOP})\[[a-z]\]|{RAISED_NOTE.pattern}",
    re.IGNORECASE,
)
"""What is none of the words: a copyist's [sic], and the mark of a footnote written to a word."""
_MAY_BE_NOTE: Final = re.compile("[\\[¹²³⁰⁴-⁹]|\\(sic", re.IGNORECASE)


@frozen
class Folded:
    """A text folded, with the way back to its own offsets."""

    text: str
    offsets: Offsets
    left_out: tuple[Span, ...] = ()
    """Characters that were read as one blank."""


def fold(text: str) -> str:
    """Fold a quotation or a caption, and trim its ends."""
    if _ONLY_CASE.match(text):
        return trimmed(text.lower().replace("’", "'"))
    return trimmed(folded(text).text)


def trimmed(text: str) -> str:
    """Take from the ends of a folded text what does not count there."""
    return text[slice(*core_of(text))]


def core_of(text: str) -> Span:
    """Give what of a folded text counts: all but blanks and stops at its ends."""
    start = len(text) - len(text.lstrip(ENDS))
    # A decimal point in front belongs to its number: .5 is not 5.
    before = text[:start]
    if before.endswith(_POINTS) and not before[:-1].endswith(_POINTS):
        start -= text[start : start + 1].isdecimal()
    return Span(start, max(start, len(text.rstrip(ENDS))))


def folded(
    text: str, *, leaving_out: tuple[Span, ...] = (), keeping: frozenset[int] = frozenset()
) -> Folded:
    """Fold a text, with the way back.

    `leaving_out` are characters read as one blank. A hyphen at a line's end is no part of the
    word, but for those whose places are given with `keeping`: they are hyphens like any other.
    """
    classes = text.translate(CLASSES)
    classes = _marked(classes, leaving_out, BLANK)
    if _MAY_BE_NOTE.search(text):
        notes = (Span(*note.span()) for note in NOTE.finditer(text))
        classes = _marked(classes, notes, DROPPED)
    if _may_break_words(classes):
        classes = _LINE_END.sub(
            lambda hyphen: hyphen[0] if hyphen.start() in keeping else DROPPED * len(hyphen[0]),
            classes,
        )
    if any(map(classes.__contains__, _BEFORE_NUMBER)):
        classes = _with_minuses(text, classes)
    return Folded(*_assembled(text, classes), leaving_out)


def broken_words(text: str) -> tuple[tuple[int, str], ...]:
    """Give every hyphen at a line's end, with what stands around it if it is kept: long range."""
    classes = text.translate(CLASSES)
    if not _may_break_words(classes):
        return ()
    return tuple(
        (hyphen.start(), _halves(text, classes, *hyphen.span()))
        for hyphen in _LINE_END.finditer(classes)
    )


def _halves(text: str, classes: str, start: int, end: int) -> str:
    near = max(0, start - _LONGEST_HALF)
    before = near + len(classes[near:start].rstrip(_LETTERS))
    behind = classes[end : end + _LONGEST_HALF]
    after = end + len(behind) - len(behind.lstrip(_LETTERS))
    return f"{fold(text[before:start])} {fold(text[end:after])}"


def _may_break_words(classes: str) -> bool:
    return any(map(classes.__contains__, _BEFORE_LINE_END))


def _marked(classes: str, spans: Iterable[Span], kind: str) -> str:
    """Give the characters of some spans, in order, another class."""
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        pieces += [classes[at:start], kind * (end - start)]
        at = end
    return "".join((*pieces, classes[at:]))


def _with_minuses(text: str, classes: str) -> str:
    return _MINUS.sub(
        lambda found: MINUS if is_minus(text, classes, found.start()) else HYPHEN, classes
    )


def _assembled(text: str, classes: str) -> tuple[str, Offsets]:
    events = (_EVENT if _is_composed(text) else _EVENT_OR_CLUSTER).finditer(classes)
    cuts = (
        (start, end, _replacement(text, classes, start, end))
        for start, end in map(re.Match.span, events)
    )
    return replaced(text.translate(SINGLES), cuts)


def _is_composed(text: str) -> bool:
    if text.isascii():
        return True
    has_voicing = any(map(text.__contains__, _VOICING))
    return not has_voicing and unicodedata.is_normalized("NFC", text)


def _replacement(text: str, classes: str, start: int, end: int) -> str:
    run = classes[start:end]
    if run == MINUS:
        return "-"
    if run[0] in "wWcCdnpP":
        composed = unicodedata.normalize("NFC", text[start:end])
        kept = (each for each in composed if CLASSES[ord(each)] != DROPPED)
        return unicodedata.normalize("NFC", "".join(map(fold_character, kept)))
    if not _GAP.isdisjoint(run):
        return "" if _is_no_gap(text, classes, start, end) else " "
    if APOSTROPHE in run and QUOTATION_MARK not in run:
        before, after = classes[start - 1 : start], classes[end : end + 1]
        return "'" if before in LETTER_CLASSES and after in LETTER_CLASSES else ""
    return ""


def _is_no_gap(text: str, classes: str, start: int, end: int) -> bool:
    """Whether blanks, perhaps with marks, are only there as each printer likes."""
    before = classes[max(0, start - 4) : start].rstrip(MARK)[-1:]
    after, behind = classes[end : end + 1], classes[end + 1 : end + 4].lstrip("blhH")[:1]
    if before in UNSPACED_CLASSES and after in UNSPACED_CLASSES:
        # Two numbers in two columns are two.
        return {before, after} != {UNSPACED_NUMERAL}
    if before == DIGIT and after == CURRENCY:
        return behind != DIGIT
    if before == DIGIT and text[end : end + 1] in tuple(_SIGNS_OF_FIGURES):
        return True
    if before == CURRENCY:
        return after == DIGIT
    return text[end : end + 1] in tuple(_STOPS) and classes[end + 1 : end + 2] != DIGIT
