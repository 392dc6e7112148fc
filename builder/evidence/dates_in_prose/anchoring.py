"""What "Wednesday", "March 31" or "last month" means in an article of a known day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from builder.dates import EventDate
from builder.dates.days import days_in_month
from builder.evidence.dates_in_prose.rules import is_behind

AWAY: Final = {"last": -1, "this": 0, "next": 1}
"""How many weeks, months or years these words lead away."""

# The calendar of the standard library must hold what lies around the article's day as well.
_FIRST_YEAR: Final = 1100
_LAST_YEAR: Final = 8900

# By so many days a date may lie farther back than another lies ahead, and is meant all the same.
# The second was measured: a month alone is nearly always one that is over.
_PREFERENCE: Final = 60
_PREFERENCE_FOR_MONTHS: Final = 120
_MID_MONTH: Final = 15
_SINCE: Final = r"\b(?:[Ss]ince|ended|dated) "


def anchors(published: EventDate | None) -> tuple[date, ...]:
    """Give the first and last day on which an article may have appeared.

    There is none when not even the month is sure. What is told from the day of the article must
    come out the same for both.
    """
    if published is None or not published.is_charted:
        return ()
    first, last = published.earliest, published.latest
    if first is None or last is None or not _FIRST_YEAR <= first[0] <= last[0] <= _LAST_YEAR:
        return ()
    return tuple(dict.fromkeys((date(*first), date(*last))))


def notation(year: int, month: int = 0, day: int = 0) -> str:
    """Give the notation of a year, month or day; nothing where there is no such day.

    A year that is not of four figures is none that an article speaks of.
    """
    if not 1 <= year <= 9999 or (day and day > days_in_month(year, month)):
        return ""
    return "-".join((f"{year:04}", *(f"{part:02}" for part in (month, day) if part)))


def from_to(first: date, last: date) -> str:
    """Give the notation of the days from one to another."""
    return f"{first}/{last}"


def monday(anchor: date) -> date:
    """Give the first day of the week."""
    return anchor - timedelta(anchor.weekday())


def recent(anchor: date, weekday: int) -> date:
    """Give the last day of a name up to the one given."""
    return anchor - timedelta((anchor.weekday() - weekday) % 7)


def month_away(anchor: date, months: int) -> str:
    """Give the notation of the month so many after the article's."""
    year, month = divmod(12 * anchor.year + anchor.month - 1 + months, 12)
    return notation(year, month + 1)


def year_in(found: re.Match[str], anchor: date | None) -> int | None:
    """Give the year of the groups `year` or `which`, where one of them is there and known."""
    if found["year"]:
        return int(found["year"])
    return anchor.year + AWAY[found["which"]] if anchor and found["which"] else None


def nearest_year(found: re.Match[str], anchor: date, month: int, day: int = 0) -> int | None:
    """Give the year of a month, or of its day, that stands without one.

    It is the nearest. The past is preferred by 60 days, and where the clause looks ahead, the
    future; for months alone by 120. What is told since then is over.
    """
    if not day and month == anchor.month:
        return anchor.year
    preference = _PREFERENCE if day else _PREFERENCE_FOR_MONTHS
    is_over, is_ahead = is_behind(found, _SINCE), looks_ahead(found)
    away = (
        (date(year, month, day or _MID_MONTH) - anchor).days
        for year in (anchor.year - 1, anchor.year, anchor.year + 1)
        if (day or _MID_MONTH) <= days_in_month(year, month)
    )
    weighed = [
        (abs(days) + preference * ((days > 0) != is_ahead), days)
        for days in away
        if days <= 0 or not is_over
    ]
    return (anchor + timedelta(min(weighed)[1])).year if weighed else None


# ------------------------------------------------------------------------------ looking ahead

_CLAUSE_END: Final = re.compile(r"[.;:!?—–“”\"] |\n|, (?:but|and|while|who|which|after|when)\b")
_AHEAD: Final = re.compile(
    r"\b(?:will|won['’]t|shall|scheduled|slated|due|planned|plans|expected|expects|upcoming|set to"
    r"|going to|(?:is|are) to|to be held|deadline|ahead of|as (?:early|soon) as)\b|['’]ll\b"
)
_REACH: Final = 200


def looks_ahead(found: re.Match[str]) -> bool:
    """Tell whether the clause around some words speaks of what is to come."""
    text, (start, end) = found.string, found.span()
    before = text[max(0, start - _REACH) : start]
    clause_starts = [each.end() for each in _CLAUSE_END.finditer(before)]
    behind = text[end : end + _REACH]
    clause_end = _CLAUSE_END.search(behind)
    first = clause_starts[-1] if clause_starts else 0
    last = clause_end.start() if clause_end else len(behind)
    return _AHEAD.search(f"{before[first:]} {behind[:last]}") is not None
