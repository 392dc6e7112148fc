"""The form of a text in which only its words count.

Folding drops what typing varies without changing a word: kinds of quotation mark, dash and
blank, case, composition, width. Accents, digits, spelling and punctuation inside stay. An
apostrophe between letters stays too: without it, "its" would prove "it's".
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from builder.evidence.characters import (
    APOSTROPHE,
    CLASSES,
    DROPPED,
    LETTER_CLASSES,
    MINUS,
    QUOTATION_MARK,
    SINGLES,
    fold_character,
)
from builder.evidence.offsets import Offsets, replaced
from builder.model.content import Span
from builder.values import frozen

ENDS: Final = " .,;:!?،؛؟。、।"
"""What does not count at the ends of a quotation."""

# Words with single blanks and stops between them, in Latin letters that fold to their small ones.
_LATIN: Final = "A-Za-zÀ-ÖØ-Þà-öø-ÿĀ-įıĴ-ľŁ-ňŊ-ž"
_RUN: Final = rf"[{_LATIN}0-9.,;:!?/&%()]+"
_WORD: Final = rf"{_RUN}(?:(?<=[{_LATIN}])['’](?=[{_LATIN}]){_RUN})*"
_ONLY_CASE: Final = re.compile(rf"{_WORD}(?: {_WORD})*\Z")

_GAP: Final = frozenset("blhH")

# The classes of what does not fold to one character, or not always to the same.
_EVENT: Final = re.compile(r"[blhHqavs]{2,}|[qavsWP-]")
_EVENT_OR_CLUSTER: Final = re.compile(rf"[wWcCdnpP](?:v*m)+|{_EVENT.pattern}")

# A hyphen stays as a minus before a digit, after a blank, an opening bracket or the start.
_MINUS: Final = re.compile(r"(?<![^blo])([qav]*)h(?=\$?\.?d)")
_LINE_END: Final = re.compile(r"(?<=[wWm])[hs][bv]*l[bv]*(?=[wW])")
# Without these the two patterns above find nothing, and looking for them costs far less.
_BEFORE_LINE_END: Final = ("hl", "sl", "hb", "sb", "hv", "sv")
_BEFORE_NUMBER: Final = ("hd", "h$", "h.")
_EDITORS_NOTE: Final = re.compile(r"\s*\[(?:sic|illegible)[!?]?\]", re.IGNORECASE)


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
    start = len(text) - len(text.lstrip(ENDS))
    # A decimal point in front belongs to its number: .5 is not 5.
    if text[start : start + 1].isdecimal() and text[max(0, start - 2) : start] in (
        ".",
        " .",
        ",",
        " ,",
    ):
        start -= 1
    return text[start:].rstrip(ENDS)


def folded(text: str, *, leaving_out: tuple[Span, ...] = (), joins_lines: bool = True) -> Folded:
    """Fold a text, with the way back.

    `leaving_out` are characters read as one blank. With `joins_lines` a hyphen at a line's end
    is no part of the word; without, it is a hyphen like any other.
    """
    classes = text.translate(CLASSES)
    for span in leaving_out:
        classes = classes[: span.start] + "b" * (span.end - span.start) + classes[span.end :]
    if "[" in text:
        for note in _EDITORS_NOTE.finditer(text):
            classes = _dropped(classes, *note.span())
    if joins_lines and any(map(classes.__contains__, _BEFORE_LINE_END)):
        classes = _LINE_END.sub(lambda found: DROPPED * len(found[0]), classes)
    if any(map(classes.__contains__, _BEFORE_NUMBER)):
        classes = _MINUS.sub(rf"\1{MINUS}", classes)
    return Folded(*_assembled(text, classes), leaving_out)


def _dropped(classes: str, start: int, end: int) -> str:
    return classes[:start] + DROPPED * (end - start) + classes[end:]


def _assembled(text: str, classes: str) -> tuple[str, Offsets]:
    is_composed = text.isascii() or unicodedata.is_normalized("NFC", text)
    events = (_EVENT if is_composed else _EVENT_OR_CLUSTER).finditer(classes)
    cuts = (
        (start, end, _replacement(text, classes, start, end))
        for start, end in map(re.Match.span, events)
    )
    return replaced(text.translate(SINGLES), cuts)


def _replacement(text: str, classes: str, start: int, end: int) -> str:
    run = classes[start:end]
    if run == MINUS:
        return "-"
    if run[0] in "wWcCdnpP":
        composed = unicodedata.normalize("NFC", text[start:end])
        kept = (each for each in composed if CLASSES[ord(each)] != DROPPED)
        return "".join(map(fold_character, kept))
    if not _GAP.isdisjoint(run):
        return "" if _closes_before_punctuation(text, run, start, end) else " "
    if APOSTROPHE in run and QUOTATION_MARK not in run:
        before, after = classes[start - 1 : start], classes[end : end + 1]
        return "'" if before in LETTER_CLASSES and after in LETTER_CLASSES else ""
    return ""


def _closes_before_punctuation(text: str, run: str, start: int, end: int) -> bool:
    """Whether these are a blank and a guillemet before punctuation, as in « so », he said."""
    return text[end - 1] in "»›" and run[:-1].strip("bl") == "" and text[end : end + 1] in ENDS[1:]
