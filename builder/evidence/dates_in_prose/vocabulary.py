"""The words that dates in running English are made of, as pieces of patterns."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from builder.dates.human import MONTH_NUMBERS
from builder.dates.vocabulary import BRITISH, MONTHS

_BLANK: Final = re.compile(r" (\??)")
_OTHER_BLANKS: Final = re.compile(r"[\t\r\f\v\u00a0\u2009\u202f\u2028]")
_LINE_ENDS: Final = re.compile(r"\n(?: *\n)*")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Make a pattern in which a blank stands for any number of blanks.

    Each is made when it is first needed: all of them would take longer than most commands.
    """
    return re.compile(_BLANK.sub(lambda blank: " *" if blank[1] else " +", pattern))


# What a pattern that ignores case takes for another letter: old print has a long s.
_ALIKE: Final = str.maketrans("ſ\u212aıİ", "skiI")


def evened(text: str) -> str:
    """Give a text with plain blanks for all others, and for ends of lines inside a paragraph.

    Every character keeps its place.
    """
    plain = _OTHER_BLANKS.sub(" ", text).translate(_ALIKE)
    return _LINE_ENDS.sub(lambda ends: " " if len(ends[0]) == 1 else ends[0], plain)


# Capitals are required: "march" and "may" are verbs.
_MONTHS: Final = "|".join(MONTHS)
_MONTHS_BESIDE_NUMBERS: Final = (
    rf"(?<!\w)(?:{_MONTHS}|{_MONTHS.upper()}"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|(?![a-z])))"
)
_WEEKDAYS: Final = "|".join(BRITISH.weekdays)

WEEKDAY: Final = rf"(?<!\w)(?:{_WEEKDAYS})"
WEEKDAY_BESIDE_DATE: Final = (
    rf"(?<!\w)(?:{_WEEKDAYS}|{_WEEKDAYS.upper()}"
    r"|(?:Mon|Tues?|Weds?|Thur?s?|Fri|Sat|Sun)(?:\.|(?![a-z])))"
)
PART_OF_DAY: Final = "(?: (?:morning|afternoon|evening|night))?"
PART: Final = r"(?:(?<!\w)(?:[Ee]arly|[Mm]id|[Ll]ate)(?:-| ))?"
"""Part of a month, year or decade, which EDTF cannot say."""
DASH: Final = "(?: ?[-–—] ?)"
_NO_MORE_FIGURES: Final = r"(?![\w%]|[.,:/]\d)"


def day(name: str) -> str:
    """Match the number of a day."""
    figures = rf"(?<![\d.,:/$£€])(?P<{name}>0?[1-9]|[12]\d|3[01])"
    return rf"{figures}(?:st|nd|rd|th)?{_NO_MORE_FIGURES}(?!-[a-z])"


def month(name: str) -> str:
    """Match a month that stands beside a number, which may be shortened."""
    return rf"(?P<{name}>{_MONTHS_BESIDE_NUMBERS})"


def whole_month(name: str) -> str:
    """Match the whole name of a month."""
    return rf"(?P<{name}>{_MONTHS})(?!\w)"


def year(name: str) -> str:
    """Match a year of four figures."""
    return rf"(?P<{name}>1\d{{3}}|20\d\d){_NO_MORE_FIGURES}"


def year_or_named(name: str) -> str:
    """Match a year of four figures, or in the group `which` one like "last year"."""
    return rf"(?:{year(name)}|(?P<which>last|this|next) year(?!\w))"


def month_number(name: str) -> int:
    """Give the number of a month by its name or a short form of it."""
    return int(MONTH_NUMBERS[name.rstrip(".").lower()])


def weekday_number(name: str) -> int:
    """Give the number of a weekday, Monday being 0, by its name or a short form of it."""
    beginning = name[:3].title()
    return next(
        number for number, full in enumerate(BRITISH.weekdays) if full.startswith(beginning)
    )


_UNITS: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS: Final = {
    **{word: number for number, word in enumerate(_UNITS, start=1)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
}
_LONGEST_FIRST: Final = sorted(_NUMBERS, key=len, reverse=True)
NUMBER: Final = rf"(?i:\d{{1,3}}|an?|{'|'.join(_LONGEST_FIRST)})"


def number_of(word: str) -> int:
    """Give a number that is written in figures or as a word; "a" is one."""
    return int(word) if word.isdecimal() else _NUMBERS.get(word.lower(), 1)


ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
).split()
SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

# By these a date is noticed, quickly, before the words around it are read.
A_MONTH: Final = re.compile(
    r"J(?:an|u[nl])|Feb|Ma[ry]|A(?:pr|ug)|Sep|Oct|Nov|Dec"
    r"|J(?:AN|U[NL])|FEB|MA[RY]|A(?:PR|UG)|SEP|OCT|NOV|DEC"
)
A_WEEKDAY: Final = re.compile("day")
A_DAY_WORD: Final = re.compile("[Tt]o(?:day|night|morrow)|[Yy]esterday|[Ll]ast|[Tt]his")
A_WEEK: Final = re.compile("week")
A_MONTH_OR_YEAR: Final = re.compile("month|year")
AGO: Final = re.compile("ago")
FROM_NOW: Final = re.compile("now|today|time")
FIGURES: Final = re.compile(r"\d{4}")
A_PART_OF_YEAR: Final = re.compile("quarter|half|[QH][1-4]")
A_SEASON: Final = re.compile("[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter")
A_DECADE: Final = re.compile("0['’]?s")
A_CENTURY: Final = re.compile("century")
