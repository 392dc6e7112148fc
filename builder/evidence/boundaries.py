"""Where a word begins and ends, so that "legal" is not found in "illegal".

The same questions are asked of a text as stored and of one that is folded.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from typing import Final

from builder.evidence.characters import (
    BLANK,
    BLANK_CLASSES,
    CLASSES,
    CURRENCY,
    DIGIT,
    HYPHEN,
    LETTER_CLASSES,
    LINE_END,
    MARK,
    NUMBER_CLASSES,
    OPENING,
    POINT,
    SOFT_HYPHEN,
    UNSPACED,
    UNSPACED_CLASSES,
    WORD_CLASSES,
)

# Left out in folding, so that what stands on both sides of it is one word.
_TRANSPARENT: Final = frozenset("vsqa")
# What joins two digits to one number: 1.5, 1,500, 1'500, 1:30, 1/2, 10×5, 10^5, and blanks that
# do not break.
_JOINS_DIGITS: Final = ".,٫٬·'’:/．，：／×^\u2044\u2215\u00a0\u2007\u202f\u2009"

# What may stand between a minus and its figures, over the classes of a text.
_NUMBER: Final = re.compile(r"[vs]*(?:\$[vsb]*)?(?:\.[vs]*)?d")
# Behind one of these a hyphen is none: F-16, 5-6, ½-1, and the second half of a dash typed --.
_BEFORE_HYPHEN: Final = frozenset("wWdnCh")
_BEHIND_NUMBER: Final = "%％‰°′″℃℉٪"
"""Signs that belong to the number before them, so that a hyphen behind them means "to"."""
# So far back and on what stands around a hyphen is looked at.
_REACH: Final = 40
_COUNTED: Final = re.compile(r"\d(?P<counter>[^\W\d_]{1,2})\Z")
_FIGURES: Final = re.compile(r"[\d.,]+(?P<follows>[^\W\d_]*)")
_OF_DATES: Final = frozenset("年月日号號时時点點分秒周")
_TOWARDS: Final = frozenset("到至为為是达達约約近于於在有及和或与與跌降升超とがはもに")
"""What stands before a number, and counts none behind it: 降到-3, down to -3."""
_WORD: Final = re.compile(r"[wWdn][^blhHcC]*")
_UNIT: Final = re.compile(rf"[cC]m*|{_WORD.pattern}")


def core(quotation: str) -> tuple[int, int]:
    """Give where the first word or minus of a quotation begins and where its last word ends."""
    end = len(quotation)
    while end and _kind(quotation, end - 1) not in WORD_CLASSES:
        end -= 1
    start = 0
    while start < end and _kind(quotation, start) not in WORD_CLASSES:
        if _is_minus(quotation, start) or _is_decimal_point(quotation, start):
            break
        start += 1
    return start, end


def starts_word(text: str, at: int) -> bool:
    """Tell whether the word, number or minus sign at `at` begins there."""
    kind = _kind(text, at)
    if kind == HYPHEN:
        return _is_minus(text, at)
    if kind == POINT:
        return _is_decimal_point(text, at) and not _is_minus(text, _seen(text, at - 1, -1))
    before = at - 1
    while before >= 0 and _kind(text, before) in _TRANSPARENT:
        before -= 1
    if before < 0:
        return True
    near = _kind(text, before)
    if near in WORD_CLASSES:
        return _parts_unspaced(near, kind)
    if kind in NUMBER_CLASSES and _is_inside_number(text, before, at):
        return False
    if kind in LETTER_CLASSES and near in BLANK_CLASSES and _is_broken_before(text, before):
        return False
    return not (
        near == POINT and _is_initial(text, _seen(text, before - 1, -1)) and _is_initial(text, at)
    )


def ends_word(text: str, at: int) -> bool:
    """Tell whether the word or number whose last character stands before `at` ends there."""
    last = _kind(text, at - 1)
    after = at
    while after < len(text) and _kind(text, after) in _TRANSPARENT:
        if _kind(text, after) == SOFT_HYPHEN and _is_broken_after(text, after):
            return False
        after += 1
    near = _kind(text, after)
    if near in WORD_CLASSES:
        return _parts_unspaced(last, near)
    if last in NUMBER_CLASSES and _goes_on(text, at, 1):
        return False
    if near == HYPHEN and last in LETTER_CLASSES and _is_broken_after(text, after):
        return False
    return not (
        near == POINT and _is_initial(text, at - 1) and _is_initial(text, _seen(text, after + 1, 1))
    )


def outer_words(text: str, count: int) -> tuple[str, str]:
    """Give the first and the last few words of a text, counted as in `half_words`."""
    classes = text.translate(CLASSES)
    units = [unit.span() for unit in _UNIT.finditer(classes)]
    lengths = [1 if classes[start] in UNSPACED_CLASSES else 2 for start, _ in units]

    def reach(lengths: list[int]) -> int:
        return bisect_left(list(accumulate(lengths)), count) + 1

    first, last = units[: reach(lengths)], units[-reach(lengths[::-1]) :]
    return text[: first[-1][1]] if first else "", text[last[0][0] :] if last else ""


def half_words(text: str) -> int:
    """Give the length of a text, a word counting 2 and a letter of an unspaced script 1."""
    classes = text.translate(CLASSES)
    unspaced = sum(map(classes.count, UNSPACED_CLASSES))
    return unspaced + 2 * len(_WORD.findall(classes))


def _kind(text: str, at: int) -> str:
    return CLASSES[ord(text[at])] if 0 <= at < len(text) else ""


def _parts_unspaced(first: str, second: str) -> bool:
    """Whether two neighbours may be parted because one is of a script without blanks."""
    if second == MARK or (first in NUMBER_CLASSES and second in NUMBER_CLASSES):
        return False
    return first in UNSPACED_CLASSES or second in UNSPACED_CLASSES


def is_minus(text: str, classes: str, at: int) -> bool:
    """Tell whether a hyphen is the sign of the number behind it; `classes` are those of the text.

    It is, unless a word or a number goes on over it: F-16, 5-6, 5%-7%, 5.-7. May, 3月-5月.
    """
    if not _NUMBER.match(classes, at + 1):
        return False
    before = classes[max(0, at - _REACH) : at].rstrip("qavs")
    if before[-1:] in ("", BLANK, LINE_END, OPENING):
        return True
    letter = before.rstrip(MARK)[-1:]
    if letter in _BEFORE_HYPHEN:
        return False
    if letter == UNSPACED:
        return not _is_counted_on(text, classes, at)
    sign = text[at - len(classes[max(0, at - _REACH) : at]) + len(before) - 1]
    if sign == ".":
        return before[:-1].rstrip("qavs")[-1:] not in WORD_CLASSES
    if sign in _BEHIND_NUMBER:
        return before.rstrip("pPqavs").rstrip("blhHqavs")[-1:] not in NUMBER_CLASSES
    return before[-1] != CURRENCY or before.rstrip("$qavs")[-1:] not in NUMBER_CLASSES


def _is_counted_on(text: str, classes: str, at: int) -> bool:
    """Whether the hyphen stands between two numbers of the same: 3月-5月, 100人-200人."""
    before = _COUNTED.search(_shown(text, classes, max(0, at - _REACH), at))
    behind = _shown(text, classes, at + 1, at + _REACH)
    figures = _FIGURES.match(behind)
    if before is None or figures is None:
        return False
    counter, follows = before["counter"], figures["follows"]
    if counter[-1] in _TOWARDS:
        return False
    if counter[-1] in _OF_DATES and follows[:1] in _OF_DATES:
        return True
    # A quotation may end with the figures.
    return follows.startswith(counter) or counter.startswith(follows)


def _shown(text: str, classes: str, start: int, end: int) -> str:
    """A stretch of a text without what folding leaves out."""
    pairs = zip(text[start:end], classes[start:end], strict=True)
    return "".join(character for character, kind in pairs if kind not in _TRANSPARENT)


def _is_minus(text: str, at: int) -> bool:
    if _kind(text, at) != HYPHEN:
        return False
    first = max(0, at - _REACH)
    near = text[first : at + _REACH]
    return is_minus(near, near.translate(CLASSES), at - first)


def _is_decimal_point(text: str, at: int) -> bool:
    """Whether a number begins with this point, as .5 does."""
    if _kind(text, at) != POINT or _kind(text, _seen(text, at + 1, 1)) != DIGIT:
        return False
    before = _seen(text, at - 1, -1)
    near = _kind(text, before)
    if near == UNSPACED:
        return text[at] in ".٫"
    is_ellipsis = near == POINT or text[before : before + 1] == "…"
    return not is_ellipsis and near not in WORD_CLASSES


def _is_inside_number(text: str, before: int, at: int) -> bool:
    """Whether the digit at `at` goes on with a number, its sign or its decimal point."""
    if _goes_on(text, at - 1, -1):
        return True
    if _is_decimal_point(text, before):
        return True
    sign = before - 1 if _kind(text, before) == BLANK else before
    if _kind(text, sign) == CURRENCY:
        before = _seen(text, sign - 1, -1)
    return _is_minus(text, before)


def _goes_on(text: str, at: int, step: int) -> bool:
    """Whether a joining sign and another digit follow a number, in the given direction."""
    joint = _seen(text, at, step)
    if not (0 <= joint < len(text) and text[joint] in _JOINS_DIGITS):
        return False
    return _kind(text, _seen(text, joint + step, step)) in NUMBER_CLASSES


def _seen(text: str, at: int, step: int) -> int:
    """The next character that folding does not leave out."""
    while _kind(text, at) in _TRANSPARENT:
        at += step
    return at


def _is_initial(text: str, at: int) -> bool:
    """Whether a letter stands alone, as in U.S.A."""
    first = last = at
    while _kind(text, first) == MARK:
        first -= 1
    while _kind(text, last + 1) == MARK:
        last += 1
    if _kind(text, first) not in LETTER_CLASSES:
        return False
    around = (_kind(text, _seen(text, first - 1, -1)), _kind(text, _seen(text, last + 1, 1)))
    return WORD_CLASSES.isdisjoint(around)


def _is_broken_before(text: str, before: int) -> bool:
    """Whether the blanks up to `before` are a line end after a hyphenated part of a word."""
    has_line_end = False
    while _kind(text, before) in BLANK_CLASSES:
        has_line_end = has_line_end or _kind(text, before) == LINE_END
        before -= 1
    is_hyphen = _kind(text, before) in (HYPHEN, SOFT_HYPHEN)
    return has_line_end and is_hyphen and _kind(text, before - 1) in LETTER_CLASSES


def _is_broken_after(text: str, hyphen: int) -> bool:
    """Whether the word goes on in the next line after the hyphen."""
    after, has_line_end = hyphen + 1, False
    while _kind(text, after) in BLANK_CLASSES:
        has_line_end = has_line_end or _kind(text, after) == LINE_END
        after += 1
    return has_line_end and _kind(text, after) in LETTER_CLASSES
