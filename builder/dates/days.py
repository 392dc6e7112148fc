"""The Gregorian calendar in both directions, for years that `datetime` does not know."""

from builder.dates.value import Day

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

# The groups of months that EDTF numbers 21 to 41: first month, number of months.
# Seasons are months by convention, quarters, thirds and halves by definition.
_QUARTER_YEARS = ((3, 3), (6, 3), (9, 3), (12, 3))
_GROUPS = (
    *_QUARTER_YEARS,
    *_QUARTER_YEARS,
    *((9, 3), (12, 3), (3, 3), (6, 3)),
    *((1, 3), (4, 3), (7, 3), (10, 3)),
    *((1, 4), (5, 4), (9, 4)),
    *((1, 6), (7, 6)),
)


FIRST_GREGORIAN: Day = (1582, 10, 15)
"""Days before it are told in the calendar of their time, whose weekdays are other ones."""


def days_in_month(year: int, month: int) -> int:
    """The number of days of a month."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def is_leap(year: int) -> bool:
    """Whether a year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def weekday(day: Day) -> int:
    """The day of the week, Monday being 0."""
    year, month, day_of_month = day
    # Zeller's congruence: January and February count as months 13 and 14 of the year before.
    shifted = (month + 9) % 12 + 3
    shifted_year = year - (month < 3)
    century_and_leap_days = shifted_year // 4 - shifted_year // 100 + shifted_year // 400
    thirteen_fifths = 13 * (shifted + 1) // 5
    return (day_of_month + thirteen_fifths + shifted_year + century_and_leap_days + 5) % 7


def next_day(day: Day) -> Day:
    """The day after."""
    year, month, day_of_month = day
    if day_of_month < days_in_month(year, month):
        return year, month, day_of_month + 1
    return (year + 1, 1, 1) if month == 12 else (year, month + 1, 1)


def previous_day(day: Day) -> Day:
    """The day before."""
    year, month, day_of_month = day
    if day_of_month > 1:
        return year, month, day_of_month - 1
    year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    return year, month, days_in_month(year, month)


def group_of_months(year: int, group: int) -> tuple[Day, Day]:
    """The first and last day of one of the groups 21 to 41; a winter ends in the next year."""
    month, count = _GROUPS[group - 21]
    end_year, end_month = year, month + count - 1
    if end_month > 12:
        end_year, end_month = year + 1, end_month - 12
    return (year, month, 1), (end_year, end_month, days_in_month(end_year, end_month))
