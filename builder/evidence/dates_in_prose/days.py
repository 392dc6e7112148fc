"""Days with their month, with a year or without, and spans of such days."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from builder.evidence.dates_in_prose.anchoring import nearest_year, notation, year_in
from builder.evidence.dates_in_prose.rules import Rule, is_before, is_behind, no_date
from builder.evidence.dates_in_prose.vocabulary import (
    A_MONTH,
    DASH,
    FIGURES,
    PART_OF_DAY,
    WEEKDAY,
    WEEKDAY_BESIDE_DATE,
    day,
    month,
    month_number,
    year,
    year_or_named,
)

# -------------------------------------------------------------------------------- single days

# So begins whatever is found here; a search passes over the rest quickly.
_START: Final = r"(?=[A-Z\dbft])\b"

_WEEKDAY_BEFORE: Final = (
    rf"{_START}(?:(?P<weekday>{WEEKDAY_BESIDE_DATE}){PART_OF_DAY}"
    r"(?:(?P<bracket> ?\( ?)|,? (?:the )?))?"
)
_WEEKDAY_BEHIND: Final = (
    rf"(?(bracket)(?: ?\))?)(?:(?: ?\(|, an? )(?P<weekday_behind>{WEEKDAY})(?!\w)\)?)?"
)
_DAY_FIRST: Final = rf"(?:[Tt]he )?{day('day')}(?: of)? {month('month')}"
_MONTH_FIRST: Final = rf"{month('month')} (?:the )?{day('day')}"
_YEAR: Final = rf",? (?:of )?{year_or_named('year')}"
_NO_YEAR: Final = r"(?!,? (?:\d{4}(?!\d)|\d+ ?(?:BC|AD|CE)))"

_IN: Final = r"\b[Ii]n "
_YEAR_BEFORE: Final = r"\b(?:1\d{3}|20\d\d),? \(?"


def _of_year(found: re.Match[str], anchor: date | None) -> str | None:
    in_year = year_in(found, anchor)
    return None if in_year is None else _day(found["day"], found["month"], in_year)


def _without_year(found: re.Match[str], anchor: date | None) -> str | None:
    if anchor is None or is_behind(found, _YEAR_BEFORE):
        return None
    # "In April 16 people died" holds a month and a number of people.
    is_month_first = found.start("month") < found.start("day")
    if is_month_first and not found["weekday"] and is_behind(found, _IN):
        return None
    in_year = _nearest(found, anchor)
    return "" if in_year is None else _day(found["day"], found["month"], in_year)


def _nearest(found: re.Match[str], anchor: date) -> int | None:
    return nearest_year(found, anchor, month_number(found["month"]), int(found["day"]))


def _day(day_number: str, month_name: str, in_year: int) -> str:
    return notation(in_year, month_number(month_name), int(day_number))


# ------------------------------------------------------------------------------- spans of days

_JOINT: Final = rf"(?P<joint>{DASH}| (?:to|through|until|till|and|or) )"
_LEAD: Final = rf"{_START}(?:(?P<lead>[Bb]etween|[Ff]rom) )?"
_MAYBE_WEEKDAY: Final = rf"(?:{WEEKDAY_BESIDE_DATE},? (?:the )?)?"
_MAYBE_YEAR: Final = f"(?:{_YEAR})?"
_FIRST_YEAR: Final = rf"(?:,? {year('first_year')})?,?"

_MONTH_DAYS: Final = rf"{_LEAD}{month('month')} {day('first_day')}{_JOINT}{day('day')}"
_DAYS_MONTH: Final = rf"{_LEAD}{day('first_day')}{_JOINT}{day('day')}(?: of)? {month('month')}"
_MONTH_FIRST_TWICE: Final = (
    rf"{_LEAD}{_MAYBE_WEEKDAY}{month('first_month')} {day('first_day')}{_FIRST_YEAR}"
    rf"{_JOINT}{_MAYBE_WEEKDAY}{month('month')} {day('day')}"
)
_DAY_FIRST_TWICE: Final = (
    rf"{_LEAD}{_MAYBE_WEEKDAY}{day('first_day')} {month('first_month')}{_FIRST_YEAR}"
    rf"{_JOINT}{_MAYBE_WEEKDAY}{day('day')} {month('month')}"
)

# In "May 3 and 20 boats" the second number counts boats.
_ENDS_PHRASE: Final = (
    r",? ?(?:[.,;:)\]–—]|\Z|\n|(?:in|at|of|on|by|when|as|with|for|after|before|during|to|and)\b)"
)


def _days(found: re.Match[str], anchor: date | None) -> str | None:
    """Read a span, or two days told together, whose first day may lack month and year."""
    is_pair = found["joint"].strip() in ("and", "or") and found["lead"] not in _BETWEEN
    last_year = year_in(found, anchor)
    if last_year is None and anchor is not None and (not is_pair or _is_told_together(found)):
        last_year = _nearest(found, anchor)
    if last_year is None:
        return None
    last = _day(found["day"], found["month"], last_year)
    first = _first_day(found, last_year, last)
    if not first or not last or first >= last:
        return None
    if not is_pair:
        return f"{first}/{last}"
    return f"{{{first},{last}}}" if "and" in found["joint"] else f"[{first},{last}]"


_BETWEEN: Final = ("Between", "between")


def _is_told_together(found: re.Match[str]) -> bool:
    """Tell whether two days joined by "and" have one month: "16 and 17 April"."""
    if "first_month" in found.re.groupindex:
        return False
    is_day_first = found.start("day") < found.start("month")
    return is_day_first or is_before(found, _ENDS_PHRASE)


def _first_day(found: re.Match[str], last_year: int, last: str) -> str:
    parts = found.groupdict()
    first_month = parts.get("first_month") or found["month"]
    first = _day(found["first_day"], first_month, int(parts.get("first_year") or last_year))
    is_year_before = first > last and first_month != found["month"]
    return _day(found["first_day"], first_month, last_year - 1) if is_year_before else first


# ---------------------------------------------------------------------------------- in figures


def _iso(found: re.Match[str], anchor: date | None) -> str:
    return _in_figures(found["year"], found["month"], found["day"])


def _numeric(found: re.Match[str], anchor: date | None) -> str:
    """Read a date in figures, if it can be read in one way only."""
    one, other = found["one"], found["other"]
    readings = {
        _in_figures(found["year"], one, other),
        _in_figures(found["year"], other, one),
    } - {""}
    return readings.pop() if len(readings) == 1 else ""


def _in_figures(in_year: str, in_month: str, on_day: str) -> str:
    if not (1 <= int(in_month) <= 12 and int(on_day)):
        return ""
    return notation(int(in_year), int(in_month), int(on_day))


DAYS: Final[tuple[Rule, ...]] = (
    Rule(
        "iso-date",
        FIGURES,
        r"(?<![\w/.-])(?P<year>[12]\d{3})(?P<sign>[-/])(?P<month>\d\d)(?P=sign)(?P<day>\d\d)"
        r"(?:T\d\d:?\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?(?![\w/-])",
        _iso,
    ),
    Rule(
        "numeric-date",
        FIGURES,
        r"(?<![\w/.-])(?P<one>\d\d?)(?P<sign>[/.])(?P<other>\d\d?)(?P=sign)"
        r"(?P<year>(?:19|20)\d\d)(?![\w/-]|\.\d)",
        _numeric,
    ),
    Rule("date-range", A_MONTH, _DAY_FIRST_TWICE + _MAYBE_YEAR, _days, reach=70),
    Rule("date-range", A_MONTH, _MONTH_FIRST_TWICE + _MAYBE_YEAR, _days, reach=70),
    Rule("date-range", A_MONTH, _DAYS_MONTH + _MAYBE_YEAR, _days, reach=70),
    Rule("date-range", A_MONTH, _MONTH_DAYS + _MAYBE_YEAR, _days, reach=70),
    Rule("full-date", A_MONTH, _WEEKDAY_BEFORE + _DAY_FIRST + _YEAR + _WEEKDAY_BEHIND, _of_year),
    Rule("full-date", A_MONTH, _WEEKDAY_BEFORE + _MONTH_FIRST + _YEAR + _WEEKDAY_BEHIND, _of_year),
    # Days that have become names of what happened on them, years ago.
    Rule(
        "name",
        A_MONTH,
        r"(?:Sept(?:ember|\.)? 11|Oct(?:ober|\.)? 7|Jan(?:uary|\.)? 6)"
        r" (?:terror\w*|attacks?|hijack\w+|riots?|insurrection\w*|committee|massacre|memorial)",
        no_date,
    ),
    Rule(
        "day-and-month",
        A_MONTH,
        _WEEKDAY_BEFORE + _DAY_FIRST + _NO_YEAR + _WEEKDAY_BEHIND,
        _without_year,
    ),
    Rule(
        "day-and-month",
        A_MONTH,
        _WEEKDAY_BEFORE + _MONTH_FIRST + _NO_YEAR + _WEEKDAY_BEHIND,
        _without_year,
    ),
)
"""In the order in which they are tried: what says more comes first."""
