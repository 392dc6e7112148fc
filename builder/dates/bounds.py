"""What a date leaves open: its first and last day, how exact it is, where it sorts."""

from collections.abc import Iterable, Iterator
from itertools import product

from builder.dates.days import days_in_month, group_of_months
from builder.dates.value import (
    AFTER_EVERYTHING,
    UNDATED,
    Day,
    EventDate,
    Interval,
    Marker,
    Shape,
    Unit,
)

CENTURY, DECADE, YEAR, SEASON, MONTH, DAY = range(6)
"""Breadths, the least exact first: that one stands first under the same anchor."""


def dated(shape: Shape) -> EventDate:
    """The date of a shape, with everything that follows from it."""
    if not any(character.isdigit() for character in shape.notation):
        return UNDATED
    earliest, latest = first_day(shape), last_day(shape)
    anchor = earliest or latest
    if anchor is None:
        return EventDate(
            shape.notation, shape, None, None, AFTER_EVERYTHING, "inexact", is_charted=False
        )
    anchoring = _anchoring(shape, anchor, from_start=earliest is not None)
    exactness = min(breadth(unit) for unit in anchoring)
    clock = shape.clock.minutes if isinstance(shape, Unit) and shape.clock else -1
    marker = _marker(shape)
    without_doubt = marker == "range" or (isinstance(shape, Unit) and shape.is_plain)
    return EventDate(
        edtf=shape.notation,
        shape=shape,
        earliest=earliest,
        latest=latest,
        sort_key=(*anchor, exactness, clock),
        marker=marker,
        is_charted=without_doubt and exactness >= MONTH,
    )


def first_day(shape: Shape) -> Day | None:
    """The first day a shape can be, none where that is open or unknown."""
    if isinstance(shape, Unit):
        return shape.first
    if isinstance(shape, Interval):
        return shape.start.first if isinstance(shape.start, Unit) else None
    days = [first_day(member) for member in shape.members]
    return None if None in days else min(day for day in days if day)


def last_day(shape: Shape) -> Day | None:
    """The last day a shape can be, none where that is open or unknown."""
    if isinstance(shape, Unit):
        return shape.last
    if isinstance(shape, Interval):
        return shape.end.last if isinstance(shape.end, Unit) else None
    days = [last_day(member) for member in shape.members]
    return None if None in days else max(day for day in days if day)


def latest_beginning(unit: Unit) -> Day | None:
    """The first day of the latest date that a unit can mean: 1 December for `2025-XX`."""
    if unit.last is None or unit.day:
        return unit.last
    if unit.is_season:
        _, year = years_between(unit.year)
        return group_of_months(year, int(unit.month))[0]
    year, month, _ = unit.last
    return year, month if unit.month else 1, 1


def breadth(unit: Unit) -> int:
    """How exact a unit is."""
    if "X" in unit.year:
        return DECADE if "X" not in unit.year[:-1] else CENTURY
    if not unit.month or "X" in unit.month:
        return YEAR
    if unit.is_season:
        return SEASON
    return DAY if unit.day and "X" not in unit.day else MONTH


def enclosing_days(year: str, month: str, day: str) -> tuple[Day, Day] | None:
    """The first and last day among all readings of the digits; none when no day fits."""
    if "X" not in year + month + day:
        return _days_as_written(int(year.lstrip("Y")), int(month or 0), int(day or 0))
    if "X" not in month and month > "20":
        low, high = years_between(year)
        return group_of_months(low, int(month))[0], group_of_months(high, int(month))[1]
    months = fitting(month, 12) if month else tuple(range(1, 13))
    days = fitting(day, 31) if day else tuple(range(1, 32))
    first = _first_real(years_fitting(year), months, days)
    last = _first_real(years_fitting(year, backwards=True), months[::-1], days[::-1])
    return (first, last) if first and last else None


def _days_as_written(year: int, month: int, day: int) -> tuple[Day, Day] | None:
    if month > 20:
        return group_of_months(year, month)
    if day:
        only = (year, month, day)
        return (only, only) if day <= days_in_month(year, month) else None
    end = month or 12
    return (year, month or 1, 1), (year, end, days_in_month(year, end))


def years_between(year: str) -> tuple[int, int]:
    """The first and last year that the digits can mean."""
    digits = year.lstrip("Y-")
    low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    # The year -0000 does not exist, so the last year before 0 is -1.
    return (-high, min(-low, -1)) if "-" in year else (low, high)


def years_fitting(year: str, *, backwards: bool = False) -> Iterator[int]:
    """All years that the digits can mean, in order."""
    sign = -1 if "-" in year else 1
    figures = "0123456789" if (sign > 0) != backwards else "9876543210"
    choices = [figures if digit == "X" else digit for digit in year.lstrip("Y-")]
    years = (sign * int("".join(digits)) for digits in product(*choices))
    return (number for number in years if number or sign > 0)


def fitting(figures: str, limit: int) -> tuple[int, ...]:
    """The numbers from 1 to a limit that two figures, some unspecified, can mean."""
    return tuple(
        number
        for number in range(1, limit + 1)
        if all(digit in (given, "X") for digit, given in zip(figures, f"{number:02}", strict=True))
    )


def _first_real(years: Iterable[int], months: Iterable[int], days: Iterable[int]) -> Day | None:
    return next(
        (
            (year, month, day)
            for year in years
            for month in months
            for day in days
            if day <= days_in_month(year, month)
        ),
        None,
    )


def _anchoring(shape: Shape, anchor: Day, *, from_start: bool) -> Iterator[Unit]:
    """The units that begin, or with an unknown or open start end, on the anchor."""
    if isinstance(shape, Unit):
        if anchor == (shape.first if from_start else shape.last):
            yield shape
    elif isinstance(shape, Interval):
        end = shape.start if from_start else shape.end
        if isinstance(end, Unit):
            yield from _anchoring(end, anchor, from_start=from_start)
    else:
        for member in shape.members:
            yield from _anchoring(member, anchor, from_start=from_start)


def _marker(shape: Shape) -> Marker:
    if isinstance(shape, Unit):
        return "day" if shape.is_plain and shape.day else "inexact"
    if isinstance(shape, Interval):
        return "range" if _is_plain(shape) else "inexact"
    return "range" if shape.together and all(map(_is_plain, shape.members)) else "inexact"


def _is_plain(shape: Unit | Interval) -> bool:
    if isinstance(shape, Unit):
        return shape.is_plain
    return all(isinstance(end, Unit) and end.is_plain for end in (shape.start, shape.end))
