"""Months, seasons, years, decades and centuries."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from builder.evidence.dates_in_prose.anchoring import nearest_year, notation, year_in
from builder.evidence.dates_in_prose.rules import Rule, is_before, is_behind, relative
from builder.evidence.dates_in_prose.vocabulary import (
    A_CENTURY,
    A_DECADE,
    A_MONTH,
    A_PART_OF_YEAR,
    A_SEASON,
    DASH,
    FIGURES,
    ORDINALS,
    PART,
    SEASONS,
    month,
    month_number,
    whole_month,
    year,
    year_or_named,
)

_BETWEEN: Final = ("Between", "between")
_LEAD: Final = r"(?=[A-Z\dbf])\b(?:(?P<lead>[Bb]etween|[Ff]rom) )?"
_YEAR: Final = year_or_named("year")
_DETERMINER: Final = (
    r"(?:(?<!\w)(?:[Tt]he|[Aa]|[Tt]hat|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y)|['’]s)"
)

# -------------------------------------------------------------------------------------- months

_BEFORE_MONTH: Final = (
    r"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Tt]hroughout"
    r"|(?:[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle|half|days?|weeks?|part) of)"
)
# Before a person's name these are as usual.
_BEFORE_MONTH_ALONE: Final = r"(?:[Bb]y|[Bb]efore|[Aa]fter|[Ff]rom|[Ff]or|[Tt]hrough)"


def _month_of_year(found: re.Match[str], anchor: date | None) -> str | None:
    in_year = year_in(found, anchor)
    return None if in_year is None else notation(in_year, month_number(found["month"]))


def _month(found: re.Match[str], anchor: date) -> str | None:
    number = month_number(found["month"])
    in_year = nearest_year(found, anchor, number)
    return None if in_year is None else notation(in_year, number)


def _named_month(found: re.Match[str], anchor: date) -> str:
    """Read "last March", unless that month was only just over, and its like."""
    number, which = month_number(found["month"]), found["which"].lower()
    away = {
        "last": -((anchor.month - number - 1) % 12 + 1),
        "this": number - anchor.month,
        "next": (number - anchor.month - 1) % 12 + 1,
    }[which]
    if which != "this" and abs(away) in (1, 12):
        return ""
    return notation((12 * anchor.year + anchor.month - 1 + away) // 12, number)


def _months(found: re.Match[str], anchor: date | None) -> str | None:
    """Read "March to May 2025"; without a year, where it says "from" or "between"."""
    is_pair = found["joint"].strip() == "and" and found["lead"] not in _BETWEEN
    in_year = year_in(found, anchor)
    if in_year is None and anchor is not None and found["lead"] and not is_pair:
        in_year = nearest_year(found, anchor, month_number(found["month"]))
    if in_year is None:
        return None
    first, last = month_number(found["first_month"]), month_number(found["month"])
    first_year = int(found["first_year"] or in_year - (first > last))
    ends = notation(first_year, first), notation(in_year, last)
    if ends[0] >= ends[1]:
        return None
    return "{{{},{}}}".format(*ends) if is_pair else "/".join(ends)


# ----------------------------------------------------------------- parts of years, and decades

_PARTS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_NAMED_SEASON: Final = r"\b(?:Arab|Prague|Hot|Palm|Silver|Colorado) "


def _part_of_year(found: re.Match[str], anchor: date | None) -> str | None:
    in_year = year_in(found, anchor)
    if in_year is None:
        return None
    is_quarter = found["part"] in ("quarter", "Q")
    most, before_first = (4, 32) if is_quarter else (2, 39)
    word = found["number"].lower()
    number = int(word) if word.isdecimal() else _PARTS.get(word, most)
    return f"{in_year:04}-{before_first + number}" if number <= most else ""


def _season(found: re.Match[str], anchor: date | None) -> str | None:
    in_year = year_in(found, anchor)
    if in_year is None or is_behind(found, _NAMED_SEASON):
        return None
    return f"{in_year:04}-{SEASONS[found['season'].lower()]}"


def _decade(found: re.Match[str], anchor: date | None) -> str:
    return f"19{found['tens']}X" if found["tens"] else f"{found['decade']}X"


def _century(found: re.Match[str], anchor: date | None) -> str:
    word = found["number"].lower()
    number = int(word[:-2]) if word[0].isdecimal() else ORDINALS.index(word) + 1
    return f"{number - 1:02}XX" if 2 <= number <= 21 else ""


# --------------------------------------------------------------------------------------- years

# What follows a number of things, or a time of day; "his", "was" and "this" end in s as well.
_COUNTED: Final = (
    r" (?:(?!(?:was|is|has|does|his|its|this|as|us|less|across|besides|perhaps|towards|always|thus"
    r"|plus|versus|sometimes|afterwards)\b)[a-z]{2,}s|people|men|women|children|troops|police"
    r"|percent|per|million|local|feet|of the|or so|or more|GMT|UTC|BST|EST|EDT|CET)\b"
)
_COUNTED_SURELY: Final = (
    r" (?:people|men|women|children|troops|soldiers|dead|homes|dollars|metres|meters)\b"
)


def _is_surely_a_year(number: int) -> bool:
    """Tell whether four figures are hardly ever a time of day or a number of things."""
    return 1900 < number < 2100 and number != 2000


def _year(found: re.Match[str], anchor: date | None) -> str | None:
    number = int(found["year"])
    if is_before(found, _COUNTED, "year"):
        return None
    if not _is_surely_a_year(number) and found["lead"].lower() not in ("in", "since", "during"):
        return None
    return notation(number)


def _year_of_something(found: re.Match[str], anchor: date | None) -> str | None:
    if is_before(found, _COUNTED_SURELY, "year"):
        return None
    return notation(int(found["year"]))


def _years(found: re.Match[str], anchor: date | None) -> str | None:
    first, last = int(found["year"]), int(found["last_year"])
    if found["joint"].strip() in ("to", "and") and found["lead"] is None:
        return None
    if last < 100:
        # "2011-12" might be a month.
        last += first - first % 100 if last > 12 else 0
    if not 1700 <= first < last or is_before(found, _COUNTED):
        return None
    return f"{first}/{last}"


PERIODS: Final[tuple[Rule, ...]] = (
    Rule(
        "month-range",
        A_MONTH,
        rf"{_LEAD}{month('first_month')}(?:,? {year('first_year')})?"
        rf"(?P<joint>{DASH}| (?:to|through|until|till|and) )"
        rf"{month('month')}(?! \d\d?(?!\d))(?:,? (?:of )?{_YEAR})?",
        _months,
    ),
    Rule(
        "month-and-year",
        A_MONTH,
        rf"(?=[A-Zeml])\b{PART}{month('month')},? (?:of )?{_YEAR}",
        _month_of_year,
    ),
    relative(
        "month",
        A_MONTH,
        rf"(?<!\w)(?P<which>[Ll]ast|[Tt]his|[Nn]ext) {whole_month('month')}(?! \d)",
        _named_month,
    ),
    relative(
        "month",
        A_MONTH,
        rf"(?<!\w){_BEFORE_MONTH} (?P<date>{PART}{whole_month('month')})(?!['’]s\b)",
        _month,
    ),
    relative(
        "month",
        A_MONTH,
        rf"(?P<date>(?<!\w)(?:[Ee]arly|[Mm]id|[Ll]ate)(?:-| ){whole_month('month')})(?!['’]s\b)",
        _month,
    ),
    relative(
        "month",
        A_MONTH,
        rf"(?<!\w){_BEFORE_MONTH_ALONE} (?P<date>(?!May\b){whole_month('month')})"
        r"(?!['’]s\b| [A-Z])",
        _month,
    ),
    relative(
        "month",
        A_MONTH,
        rf"{_DETERMINER} (?P<date>(?!May\b){whole_month('month')})(?= [a-z])",
        _month,
    ),
    relative(
        "month",
        A_MONTH,
        rf"(?P<date>(?<!\w)(?!April|May|June|August){whole_month('month')})(?=['’]s [a-z])",
        _month,
    ),
    Rule(
        "part-of-year",
        A_PART_OF_YEAR,
        r"(?:[Tt]he )?(?<!\w)(?P<number>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|[Ll]ast)"
        rf"(?:-| )(?P<part>quarter|half)(?: of| in)? {_YEAR}",
        _part_of_year,
    ),
    Rule(
        "part-of-year",
        A_PART_OF_YEAR,
        rf"(?<!\w)(?P<part>[QH])(?P<number>[1-4])(?: of)?,? {_YEAR}",
        _part_of_year,
    ),
    Rule(
        "season",
        A_SEASON,
        rf"{PART}(?<!\w)(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|(?<=the\x20)fall"
        rf"|(?<=in\x20)fall|Fall),? (?:of )?{_YEAR}",
        _season,
    ),
    Rule(
        "decade",
        A_DECADE,
        rf"(?:[Tt]he )?{PART}(?:to(?:-| )late(?:-| ))?"
        r"(?:(?<![\w.,])(?P<decade>1\d[1-9]|20[1-9])0['’]?s"
        r"|(?<!his\x20)(?<!her\x20)(?<!\w)['’](?P<tens>[3-9])0['’]?s)(?!\w)",
        _decade,
    ),
    Rule(
        "century",
        A_CENTURY,
        rf"(?:[Tt]he )?{PART}(?<!\w)"
        rf"(?P<number>\d\d?(?:st|nd|rd|th)|(?i:{'|'.join(reversed(ORDINALS))}))"
        r" century(?!\w| ?B\.?C)",
        _century,
    ),
    Rule(
        "year-range",
        FIGURES,
        rf"{_LEAD}(?<![\w.,/$£€-])(?P<year>1[5-9]\d\d|20\d\d)(?P<joint>{DASH}| (?:to|and) )"
        r"(?P<last_year>1[5-9]\d\d|20\d\d|\d\d)(?![\w%-]|[.,/:]\d)",
        _years,
    ),
    Rule(
        "year",
        FIGURES,
        r"(?<!\w)(?P<lead>[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil|[Tt]ill|[Bb]y|[Bb]efore|[Aa]fter"
        r"|[Ff]rom|[Tt]hrough|[Tt]hroughout|[Oo]f|[Yy]ear|[Ff]or|(?:[Bb]ack|[Dd]at\w+) to)"
        rf" (?P<date>{PART}{year('year')})(?!-| ?B\.?C)",
        _year,
    ),
    Rule(
        "year",
        FIGURES,
        rf"(?P<date>(?<!\w)(?:[Ee]arly|[Mm]id|[Ll]ate)(?:-| ){year('year')})(?!-| ?B\.?C)",
        _year_of_something,
    ),
    Rule(
        "year",
        FIGURES,
        # "Her 1987 Alder" is a car.
        rf"(?:{_DETERMINER} (?=\d+ [a-z])|(?<!\w)[Tt]he (?=\d+ [A-Z]))"
        r"(?P<date>(?P<year>19[5-9]\d|20[0-4]\d))(?!\w)",
        _year_of_something,
    ),
)
"""In the order in which they are tried: what says more comes first."""
