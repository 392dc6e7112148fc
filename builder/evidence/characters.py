"""What each character is to a reader who compares words.

Every character has a class of one letter, so that a text's classes are a string of the same
length, over which plain patterns see every script and every kind of mark.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

LETTER, EXPANDING_LETTER, MARK = "w", "W", "m"
# Letters of scripts written without blanks; those that are also numerals, such as 三.
UNSPACED, UNSPACED_NUMERAL = "c", "C"
DIGIT, OTHER_NUMERAL = "d", "n"
BLANK, LINE_END = "b", "l"
# What may be a minus sign, and every other dash.
HYPHEN, DASH, MINUS = "h", "H", "-"
APOSTROPHE, QUOTATION_MARK = "a", "q"
DROPPED, SOFT_HYPHEN = "v", "s"
OPENING, CURRENCY, POINT = "o", "$", "."
SYMBOL, EXPANDING_SYMBOL = "p", "P"

APOSTROPHES: Final = "'’‘‛ʼʻ＇´`׳"
QUOTATION_MARKS: Final = '"“”„‟‚«»‹›「」『』〝〞〟﹁﹂﹃﹄｢｣＂״❛❜❝❞⹂'
_HYPHENS: Final = "-‐‑‒–−﹣－"
_LINE_ENDS: Final = "\n\r\v\f\x85\u2028\u2029"
_POINTS: Final = ".,٫٬·"

# Signs that typing leaves out or puts in without making another word: Arabic and Hebrew vowel
# points and accents, the Arabic lengthening stroke, variation selectors, the grapheme joiner.
_POINTING: Final = (
    (0x064B, 0x0652),
    (0x0670, 0x0670),
    (0x0591, 0x05BD),
    (0x05BF, 0x05BF),
    (0x05C1, 0x05C2),
    (0x05C4, 0x05C5),
    (0x05C7, 0x05C7),
)
_WITHOUT_WIDTH: Final = (
    (0x0640, 0x0640),
    (0x034F, 0x034F),
    (0x180B, 0x180D),
    (0xFE00, 0xFE0F),
    (0xE0100, 0xE01EF),
)
# Format characters that are seen: Arabic, Syriac and Kaithi number signs.
_SEEN_FORMATS: Final = ((0x0600, 0x0605), (0x06DD, 0x06DD), (0x070F, 0x070F), (0x0890, 0x0891))

# Han, kana, Thai, Lao, Tibetan, Myanmar, Khmer.
_UNSPACED_SCRIPTS: Final = (
    (0x0E00, 0x0FFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x2E80, 0x2FDF),
    (0x3005, 0x3007),
    (0x3021, 0x312F),
    (0x31A0, 0x31FF),
    (0x3400, 0x9FFF),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F),
    (0x1B000, 0x1B2FF),
    (0x20000, 0x3FFFF),
)
# Vowels and finals that compose with the Hangul letter before them; half-width voicing marks.
_JOINING: Final = ((0x1160, 0x11FF), (0xD7B0, 0xD7FF), (0xFF9E, 0xFF9F))

# Ways of writing the same character. Not among them: superscripts, fractions, circled figures.
# 10² is not 102.
_SAME_CHARACTER: Final = frozenset(
    """
    <wide <narrow <noBreak <initial <medial <final <isolated <compat <vertical <small <font
    """.split()
)
_CLASS_OF_CATEGORY: Final = {"Nd": DIGIT, "No": OTHER_NUMERAL, "Nl": OTHER_NUMERAL}

WORD_CLASSES: Final = frozenset("wWmcCdn")
LETTER_CLASSES: Final = frozenset("wWmcC")
UNSPACED_CLASSES: Final = frozenset("cC")
NUMBER_CLASSES: Final = frozenset("dnC")
BLANK_CLASSES: Final = frozenset("bl")


def fold_character(character: str) -> str:
    """Give what a character is when width, ligature, case and composition do not matter."""
    tag, _, _ = unicodedata.decomposition(character).partition(">")
    if tag.startswith("<") and tag not in _SAME_CHARACTER:
        return character
    composed = unicodedata.normalize("NFKC", character)
    if not character.isdecimal() and any(map(str.isdigit, composed)):
        return character
    return unicodedata.normalize("NFC", composed.casefold())


def _class_of(character: str) -> str:
    code = ord(character)
    category = unicodedata.category(character)
    if character in _LINE_ENDS:
        return LINE_END
    if character.isspace():
        return BLANK
    if character == "\u00ad":
        return SOFT_HYPHEN
    if _is_in(code, _POINTING) or _is_in(code, _WITHOUT_WIDTH):
        return DROPPED
    if category == "Cf" and not _is_in(code, _SEEN_FORMATS):
        return DROPPED
    if category[0] == "M" or _is_in(code, _JOINING):
        return MARK
    return _class_of_mark(character, category) or _class_of_word(character, category)


def _class_of_mark(character: str, category: str) -> str:
    if character in APOSTROPHES:
        return APOSTROPHE
    if character in QUOTATION_MARKS:
        return QUOTATION_MARK
    if character in _HYPHENS:
        return HYPHEN
    if category == "Pd":
        return DASH
    if character in _POINTS:
        return POINT
    return {"Ps": OPENING, "Sc": CURRENCY}.get(category, "")


def _class_of_word(character: str, category: str) -> str:
    if category in _CLASS_OF_CATEGORY and not _is_in(ord(character), _UNSPACED_SCRIPTS):
        return _CLASS_OF_CATEGORY[category]
    stays_single = len(fold_character(character)) == 1
    if category[0] not in "LN":
        return SYMBOL if stays_single else EXPANDING_SYMBOL
    if category == "Nd":
        return DIGIT
    if _is_in(ord(character), _UNSPACED_SCRIPTS) and stays_single:
        is_numeral = unicodedata.numeric(character, None) is not None
        return UNSPACED_NUMERAL if is_numeral else UNSPACED
    return LETTER if stays_single else EXPANDING_LETTER


def _is_in(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)


def _single(character: str) -> str:
    """The one character that stands for this one where the text keeps its length."""
    kind = CLASSES[ord(character)]
    if kind in (BLANK, LINE_END, HYPHEN, DASH):
        return " "
    if kind == APOSTROPHE:
        return "'"
    folded = fold_character(character)
    return folded if len(folded) == 1 else character


class Table(dict[int, str]):
    """A table for `str.translate` that works out a character when it is first met."""

    def __init__(self, work_out: Callable[[str], str]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, code: int) -> str:
        found = self[code] = self._work_out(chr(code))
        return found


CLASSES: Final = Table(_class_of)
"""The class of each code point."""
SINGLES: Final = Table(_single)
"""Each code point folded to one character, so that the text keeps its length."""


POINTING: Final = re.compile(
    f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in _POINTING)}]"
)
"""A vowel point, which is dropped but must not contradict."""
