"""The notation of dates: EDTF levels 0 and 1, and the parts of level 2 that are supported.

Not supported: exponents (`Y17E7`) and significant digits (`1950S2`). Errors made here say
only the reason; `reading.parse` puts the text in front of it.
"""

import re
from dataclasses import replace

from builder.dates.bounds import enclosing_days, fitting, latest_beginning
from builder.dates.clock import read_clock
from builder.dates.days import days_in_month, next_day
from builder.dates.value import (
    Choice,
    Clock,
    DateError,
    Day,
    End,
    Interval,
    Shape,
    Unit,
    end_notation,
)
from builder.dates.vocabulary import MONTHS

_UNIT = re.compile(
    r"(?P<before_year>[?~%]?)(?P<year>-?[0-9X]{4}|Y-?[0-9]+)(?P<after_year>[?~%]?)"
    r"(?:-(?P<before_month>[?~%]?)(?P<month>[0-9X]{2})(?P<after_month>[?~%]?)"
    r"(?:-(?P<before_day>[?~%]?)(?P<day>[0-9X]{2})(?P<after_day>[?~%]?))?)?"
    r"(?:T(?P<clock>.+))?"
)
_MARK = re.compile(r"[?~%]")
_MARKS = {frozenset(): "", frozenset("?"): "?", frozenset("~"): "~", frozenset("?~"): "%"}


def read_notation(text: str) -> Shape | DateError | None:
    """The shape of a text in the notation; none when it is not in the notation at all."""
    if text[:1] in ("[", "{"):
        return _read_choice(text)
    start, slash, end = text.partition("/")
    if slash and "/" not in end:
        return _read_interval(start, end)
    return read_unit(text)


def read_unit(text: str, at: int = 0) -> Unit | DateError | None:
    """One year, month, season, day or time stamp that begins at an offset of the whole text."""
    match = _UNIT.fullmatch(text)
    if match is None:
        return None
    year, month, day = match["year"], match["month"] or "", match["day"] or ""
    flaw = (
        _flaw_of_year(match, at)
        or _flaw_of_month(match, at)
        or (_flaw_of_day(match, at) if day else None)
    )
    if flaw:
        return flaw
    qualifiers = _qualifiers(match)
    clock = _read_stamp(match, at, is_qualified=bool(qualifiers))
    if isinstance(clock, DateError):
        return clock
    known_year = year if year.strip("-X") else "2000"
    days = enclosing_days(known_year, month, day)
    if days is None:
        reason = f"no day fits '{year}-{month}-{day}'"
        return _bad(reason, "check the month and the day", match.span("day"), at)
    first, last = days if known_year == year else (None, None)
    return Unit(year, month, day, qualifiers, clock, first, last)


def _flaw_of_year(match: re.Match[str], at: int) -> DateError | None:
    year, span = match["year"], match.span("year")
    if year == "-0000":
        return _bad("there is no year -0000", "write 0000, which is 1 BC", span, at)
    if not year.startswith("Y"):
        return None
    digits = year.lstrip("Y-")
    if match["month"] or match["clock"]:
        reason = "a year of more than four figures stands without month, day or time"
        return _bad(reason, f"write {year}", span, at)
    if len(digits) > 12:
        return _bad("a year has at most twelve figures", "", span, at)
    if len(digits) < 5 or digits.startswith("0"):
        sign = "-" if "-" in year else ""
        number = digits.lstrip("0").rjust(4, "0")
        plain = f"{sign if number.strip('0') else ''}{number}"
        reason = "Y is for years of more than four figures"
        return _bad(reason, f"write {plain if len(number) == 4 else f'Y{plain}'}", span, at)
    return None


def _flaw_of_month(match: re.Match[str], at: int) -> DateError | None:
    year, month, span = match["year"], match["month"] or "01", match.span("month")
    if "X" in month:
        return None if fitting(month, 12) else _bad(f"no month fits '{month}'", "", span, at)
    if 1 <= int(month) <= 12:
        return None
    if not 21 <= int(month) <= 41:
        reason = f"there is no month {month}"
        hint = "months run from 01 to 12, seasons and other parts of a year from 21 to 41"
        if not match["day"] and year[-2:] < month and year.isdigit():
            hint = f"write {year}/{year[:2]}{month} for the years {year} to {year[:2]}{month}"
        return _bad(reason, hint, span, at)
    if match["day"]:
        reason = f"{month} is a season or another part of the year, which has no days here"
        hint = f"write {year}-{month}, or a month from 01 to 12"
        return _bad(reason, hint, match.span("day"), at)
    return None


def _flaw_of_day(match: re.Match[str], at: int) -> DateError | None:
    year, month, day, span = match["year"], match["month"], match["day"], match.span("day")
    if "X" in year + month + day:
        return None if "X" in day or 1 <= int(day) <= 31 else _bad_day(day, span, at)
    length = days_in_month(int(year), int(month))
    if 1 <= int(day) <= length:
        return None
    if day == "00" or int(day) > 31:
        return _bad_day(day, span, at)
    end = (int(year), int(month), length)
    overflow = end
    for _ in range(int(day) - length):
        overflow = next_day(overflow)
    reason = f"{MONTHS[int(month) - 1]} {year} has {length} days"
    hint = f"write {year}-{month}-{length} or {year_notation(overflow[0])}-{_month_day(overflow)}"
    return _bad(reason, hint, span, at)


def _bad_day(day: str, span: tuple[int, int], at: int) -> DateError:
    hint = "write XX for a day that is not known" if day == "00" else "days run from 01 to 31"
    return _bad(f"there is no day {day}", hint, span, at)


def _month_day(day: Day) -> str:
    return f"{day[1]:02}-{day[2]:02}"


def _qualifiers(match: re.Match[str]) -> tuple[str, ...]:
    """The marks of each component: one in front counts for it, one behind for all so far."""
    if not _MARK.search(match.string):
        return ()
    names = [name for name in ("year", "month", "day") if match[name]]
    marks = []
    for index, name in enumerate(names):
        found = match[f"before_{name}"] + "".join(match[f"after_{n}"] for n in names[index:])
        marks.append(_MARKS[frozenset(found.replace("%", "?~"))])
    return tuple(marks)


def _read_stamp(match: re.Match[str], at: int, *, is_qualified: bool) -> Clock | DateError | None:
    if not match["clock"]:
        return None
    span = (at + match.start("clock") - 1, at + match.end("clock"))
    date = match.string[: match.start("clock") - 1]
    if not match["day"] or is_qualified or "X" in date:
        hint = f"write {date}, or a whole day before the T"
        return DateError("bad-time", "a clock time needs a day without a doubt", hint, *span)
    clock = read_clock(match["clock"])
    if isinstance(clock, Clock):
        return clock
    start = span[0] + 1
    hint = clock.hint
    if hint.startswith("write ") and ":" in hint:
        hint = f"write {date}T{hint.removeprefix('write ')}"
    return replace(clock, hint=hint, start=start + clock.start, end=start + clock.end)


def _read_interval(start: str, end: str) -> Interval | DateError | None:
    if not start and not end:
        hint = "write XXXX for an event without a date"
        return _bad("both ends of the range are missing", hint, (0, 1), 0)
    first = _read_end(start, 0)
    last = _read_end(end, len(start) + 1)
    if first is None or last is None:
        return None
    if isinstance(first, DateError):
        return first
    if isinstance(last, DateError):
        return last
    return _in_order(Interval(first, last), (0, len(start) + 1 + len(end)))


def _read_end(text: str, at: int) -> Unit | End | DateError | None:
    if text in ("", ".."):
        return End(text)
    unit = read_unit(text, at)
    if isinstance(unit, Unit) and unit.clock:
        date = text.partition("T")[0]
        span = (at + len(date), at + len(text))
        reason = "ranges and sets are made of days, without clock times"
        return DateError("bad-time", reason, f"write {date}, and the time in the text", *span)
    return unit


def _in_order(interval: Interval, span: tuple[int, int], joint: str = "/") -> Interval | DateError:
    """The interval, unless its end begins before its start does, however it is read."""
    start, end = interval.start, interval.end
    if isinstance(start, End) or isinstance(end, End) or start.first is None:
        return interval
    beginning = latest_beginning(end)
    if beginning is None or beginning >= start.first:
        return interval
    reason = f"{end_notation(end)} begins before {end_notation(start)}"
    hint = f"write {end_notation(end)}{joint}{end_notation(start)}"
    return DateError("reversed-range", reason, hint, *span)


def _read_choice(text: str) -> Shape | DateError | None:
    closing = "]" if text[0] == "[" else "}"
    if len(text) < 2 or not text.endswith(closing):
        closed = _read_choice(text.rstrip("]}") + closing)
        is_date = closed is not None and not isinstance(closed, DateError)
        hint = f"write {text.rstrip(']}')}{closing}" if is_date else "write [2024,2025]"
        reason = f"a set that opens with {text[0]} closes with {closing}"
        return _bad(reason, hint, (len(text) - 1, len(text)), 0)
    members: list[Unit | Interval] = []
    texts = text[1:-1].split(",")
    at = 1
    for index, member_text in enumerate(texts):
        member = _read_member(member_text, at, is_first=index == 0, is_last=index == len(texts) - 1)
        if member is None or isinstance(member, DateError):
            return member
        members.append(member)
        at += len(member_text) + 1
    # A set of one date says no more than the date.
    if len(members) == 1 and isinstance(members[0], Unit):
        return members[0]
    return Choice(tuple(members), together=closing == "}")


def _read_member(
    text: str, at: int, *, is_first: bool, is_last: bool
) -> Unit | Interval | DateError | None:
    start, dots, end = text.partition("..")
    if not dots:
        unit = _read_end(text, at)
        return None if isinstance(unit, End) else unit
    first = _read_end(start or "..", at)
    last = _read_end(end or "..", at + len(start) + 2)
    if first is None or last is None or (first is End.OPEN and last is End.OPEN):
        return None
    if isinstance(first, DateError):
        return first
    if isinstance(last, DateError):
        return last
    span = (at, at + len(text))
    if (first is End.OPEN and not is_first) or (last is End.OPEN and not is_last):
        reason = "a set is open only before its first date or after its last"
        return _bad(reason, f"put '{text}' first or last", span, 0)
    return _in_order(Interval(first, last), span, "..")


def year_notation(year: int) -> str:
    """A year in the notation: `0044`, `-0043`, `Y12000`."""
    sign = "-" if year < 0 else ""
    return f"{'Y' if abs(year) > 9999 else ''}{sign}{abs(year):04}"


def _bad(reason: str, hint: str, span: tuple[int, int], at: int) -> DateError:
    return DateError("bad-date", reason, hint, span[0] + at, span[1] + at)
