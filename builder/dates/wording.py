"""The words of years, months, days and spans of these, without doubts."""

import re
from collections.abc import Sequence
from typing import Literal, TypeAlias

from builder.dates.language import Calendar, Joint, Patterns, Span, Vocabulary
from builder.dates.value import Clock, Day, Unit

Size: TypeAlias = Literal["year", "season", "month", "day"]


def size(unit: Unit) -> Size:
    """What a unit is, however doubtful."""
    if unit.day:
        return "day"
    if unit.is_season:
        return "season"
    return "month" if unit.month else "year"


def figures(calendar: Calendar, number: int | str) -> str:
    """A number in the digits of the language."""
    text = str(number)
    if not calendar.digits:
        return text
    return "".join(calendar.digits[ord(digit) - ord("0")] for digit in text)


def year_text(table: Vocabulary, year: int) -> str:
    """A year: "2025", "AD 79", "44 BC"."""
    return _patterns(table.calendar, year).year.format(year=_year(table.calendar, year))


def month_text(table: Vocabulary, year: int, month: int) -> str:
    """A month: "April 2025"."""
    calendar = table.calendar
    return _patterns(calendar, year).month.format(
        month=calendar.months_of_year[month - 1], year=_year(calendar, year)
    )


def day_text(table: Vocabulary, day: Day) -> str:
    """A day: "16 April 2025"."""
    return _filled(table, _patterns(table.calendar, day[0]).day, day)


def day_of_year_text(table: Vocabulary, month: int, day: int) -> str:
    """A day without its year: "16 April"."""
    return _filled(table, table.calendar.day_of_year, (1, month, day))


def part_text(table: Vocabulary, year: int, number: int) -> str:
    """One of the groups of months 33 to 41: "second quarter of 2025"."""
    calendar = table.calendar
    if number <= 36:
        return _patterns(calendar, year).quarters[number - 33].format(year=_year(calendar, year))
    if table.phrases.thirds_and_halves:
        pattern = table.phrases.thirds_and_halves[number - 37]
        return pattern.format(year=year_text(table, year))
    first, count = (1 + 4 * (number - 37), 4) if number <= 39 else (1 + 6 * (number - 40), 6)
    return "".join(span(table, "month", (year, first, 1), (year, first + count - 1, 1)))


def clock_text(table: Vocabulary, clock: Clock, *, zone: bool) -> str:
    """A time of day: "06:00 (UTC+9)"."""
    calendar = table.calendar
    pattern = calendar.clock_with_seconds if clock.second else calendar.clock
    if clock.hour == 24:
        pattern = calendar.midnight
    half_hour = clock.hour % 12 or 12
    text = pattern.format(
        a=calendar.half_days[clock.hour >= 12],
        h=figures(calendar, half_hour),
        hh=figures(calendar, f"{half_hour:02}"),
        H=figures(calendar, clock.hour),
        HH=figures(calendar, f"{clock.hour:02}"),
        m=figures(calendar, clock.minute),
        mm=figures(calendar, f"{clock.minute:02}"),
        s=figures(calendar, clock.second),
        ss=figures(calendar, f"{clock.second:02}"),
    )
    if not zone or not clock.zone:
        return text
    return calendar.clock_in_zone.format(clock=text, zone=_zone_text(clock.zone))


def _zone_text(zone: str) -> str:
    """A zone: "UTC+9". A sign as `Asia/Seoul` is one, so it is the same in every language."""
    if zone == "Z":
        return "UTC"
    hours, minutes = zone[1:].split(":")
    sign = "+" if zone[0] == "+" else "−"
    return f"UTC{sign}{int(hours)}{f':{minutes}' if minutes != '00' else ''}"


def span(table: Vocabulary, of: Size, first: Day, last: Day) -> Span:
    """Start, dash and end of a span of days, months or years, nothing said twice."""
    shared = _shared(table.calendar, of, (first, last))
    if shared is None:
        return _whole(table, of, first), table.calendar.dash, _whole(table, of, last)
    (start, dash, end), _ = shared
    return (
        _filled(table, start, first, of),
        dash,
        _filled(table, end, last, of),
    )


def series(table: Vocabulary, of: Size, days: Sequence[Day]) -> list[str]:
    """Several days, months or years: what all share is said once, with the first or the last."""
    shared = _shared(table.calendar, of, days)
    if shared is None or len(days) < 2:
        return [_whole(table, of, day) for day in days]
    (start, _, end), middle = shared
    patterns = [start, *[middle] * (len(days) - 2), end]
    return [_filled(table, pattern, day, of) for pattern, day in zip(patterns, days, strict=True)]


def listed(table: Vocabulary, joint: Joint, texts: list[str]) -> str:
    """Several texts as one: "15, 16 or 18 April 2025"."""
    *others, last = texts
    pattern = joint.pair if len(others) == 1 else joint.last
    text = pattern.format(first=joint.separator.join(others), last=last)
    for sound, changed in table.phrases.sound_changes:
        text = re.sub(sound, changed, text)
    return text


def _patterns(calendar: Calendar, year: int) -> Patterns:
    if year >= 100:
        return calendar.common
    return calendar.early if year >= 1 else calendar.before


def _year(calendar: Calendar, year: int) -> str:
    return figures(calendar, year if year >= 1 else 1 - year)


def _shared(calendar: Calendar, of: Size, days: Sequence[Day]) -> tuple[Span, str] | None:
    """The patterns of dates that share their month, year or era, and of one among others."""
    patterns = _patterns(calendar, days[0][0])
    if of == "year":
        is_one_era = all(_patterns(calendar, day[0]) is patterns for day in days)
        return (patterns.years, "{year}") if is_one_era else None
    if any(day[0] != days[0][0] for day in days):
        return None
    if of == "month":
        return patterns.months_of_year, "{month}"
    if any(day[1] != days[0][1] for day in days):
        return patterns.days_of_year, calendar.day_of_year
    return patterns.days_of_month, calendar.day_of_month


def _whole(table: Vocabulary, of: Size, day: Day) -> str:
    if of == "day":
        return day_text(table, day)
    return month_text(table, *day[:2]) if of == "month" else year_text(table, day[0])


def _filled(table: Vocabulary, pattern: str, date: Day, of: Size = "day") -> str:
    calendar = table.calendar
    year, month, day = date
    names = calendar.months if of == "day" else calendar.months_of_year
    first = table.phrases.first_day if day == 1 else ""
    return pattern.format(
        year=_year(calendar, year),
        month=names[month - 1],
        day=first or figures(calendar, day),
        dd=first or figures(calendar, f"{day:02}"),
    )
