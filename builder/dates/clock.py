"""Times of day as written, and the zones they are in."""

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo

from builder.dates.bounds import dated
from builder.dates.value import Clock, DateError, Day, EventDate, Part, Unit, quoted

_CLOCK = re.compile(
    r"([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
_OFFSET = re.compile(r"[+-][0-9]{2}(?::?[0-9]{2})?")
_ZONE_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*")
_LOOSE_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.h]([0-9]{2}))?(?::[0-9]{2})? ?(am|pm|a\.m\.|p\.m\.)?")


def read_clock(text: str) -> Clock | DateError:
    """A time such as `06:00`, `06:00:30` or `06:00+09:00`; the message is a reason only."""
    match = _CLOCK.fullmatch(text)
    if match is None:
        return _unread_clock(text)
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    if hour > 24 or (hour == 24 and (minute or second or int(match[4] or 0))):
        return _flaw("hours run from 00:00 to 24:00", "", match.span(1))
    if minute > 59:
        return _flaw("minutes run from 00 to 59", "", match.span(2))
    if second > 59:
        return _flaw("seconds run from 00 to 59", "", match.span(3))
    zone = read_offset(match[5] or "")
    if isinstance(zone, DateError):
        return replace(zone, start=match.start(5), end=match.end(5))
    return Clock(hour, minute, second, match[4] or "", zone)


def read_offset(text: str) -> str | DateError:
    """An offset from UTC as `Z` or `+09:00`, or nothing."""
    if text in ("", "Z"):
        return text
    sign, figures = text[0], text[1:].replace(":", "").ljust(4, "0")
    hours, minutes = int(figures[:2]), int(figures[2:])
    whole = (0, len(text))
    if minutes > 59:
        return _flaw("minutes run from 00 to 59", "", whole)
    if sign == "-" and hours == minutes == 0:
        return _flaw("there is no offset of minus nothing", "write Z for UTC", whole)
    if hours * 60 + minutes > (14 if sign == "+" else 12) * 60:
        return _flaw("offsets run from -12:00 to +14:00", "", whole)
    return f"{sign}{hours:02}:{minutes:02}" if hours or minutes else "Z"


def with_time(date: EventDate, time: str, zone: str) -> EventDate | DateError:
    """The date with a time of day and a zone, either of which may be empty."""
    if not time and not zone:
        return date
    unit = date.shape
    if not isinstance(unit, Unit) or not unit.is_plain or not unit.day or unit.first is None:
        reason = f"a clock time needs a day that is known; the date is '{date.edtf or 'undated'}'"
        return _flaw(reason, "write the day, or leave the time out", (0, len(time)), "time")
    clock = _given_clock(unit.clock, time)
    if isinstance(clock, DateError):
        return clock
    if zone:
        offset = _given_zone(unit.first, clock, zone)
        if isinstance(offset, DateError):
            return offset
        clock = replace(clock, zone=offset)
    return dated(replace(unit, clock=clock))


def _given_clock(written: Clock | None, time: str) -> Clock | DateError:
    if written and time:
        reason = f"the date already has a time, {written.notation}"
        return _flaw(reason, "leave out one of them", (0, len(time)), "time")
    if written:
        return written
    if not time:
        return _flaw("a zone needs a time", 'add `time: "06:00"`, or leave it out', (0, 0), "zone")
    clock = read_clock(time)
    if isinstance(clock, Clock):
        return clock
    return replace(clock, message=f"{quoted(time)} is no time: {clock.message}", part="time")


def _given_zone(day: Day, clock: Clock, zone: str) -> str | DateError:
    whole = (0, len(zone))
    if clock.zone:
        reason = f"the time already has a zone, {clock.zone}"
        return _flaw(reason, "leave out one of them", whole, "zone")
    if zone == "Z" or _OFFSET.fullmatch(zone):
        offset = read_offset(zone)
        if isinstance(offset, str):
            return offset
        return replace(offset, message=f"{quoted(zone)} is no zone: {offset.message}", part="zone")
    named = _named_zone(zone)
    if named is None:
        reason = f"{quoted(zone)} is no zone of the IANA list"
        return _flaw(reason, _zone_hint(zone), whole, "zone")
    return _offset_at(day, clock, zone, named)


def _named_zone(name: str) -> tzinfo | None:
    # Imported here because few notes name a zone, and every command starts through this file.
    from zoneinfo import ZoneInfo

    if not _ZONE_NAME.fullmatch(name) or len(name) > 60:
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def _offset_at(day: Day, clock: Clock, name: str, zone: tzinfo) -> str | DateError:
    """The zone's offset on a day; refused when the clock skipped or repeated that time."""
    year, month, day_of_month = day
    # The calendar repeats every 400 years: other years are read as one that `datetime` knows.
    if not 1 <= year <= 9000:
        year = (400 if year < 1 else 8400) + year % 400
    moment = datetime(year, month, day_of_month, tzinfo=UTC) + timedelta(minutes=clock.minutes)
    before = moment.replace(tzinfo=zone).utcoffset() or timedelta()
    after = moment.replace(tzinfo=zone, fold=1).utcoffset() or timedelta()
    whole = (0, len(name))
    if moment.replace(tzinfo=zone).tzname() == "LMT":
        # Every town had a time of its own; an offset would be more than anybody knows.
        return ""
    if before < after:
        reason = f"on that day the clocks of '{name}' skipped {clock.notation[:5]}"
        return _flaw(reason, "check the time and the zone", whole, "zone")
    if before > after:
        reason = f"on that day the clocks of '{name}' showed {clock.notation[:5]} twice"
        choices = f'write `zone: "{_offset_text(before)}"` or `zone: "{_offset_text(after)}"`'
        return _flaw(reason, choices, whole, "zone")
    offset = read_offset(_offset_text(before))
    if isinstance(offset, DateError):
        far = _offset_text(before)
        reason = f"on that day '{name}' was {far} from UTC; offsets run from -12:00 to +14:00"
        return _flaw(reason, "leave the zone out", whole, "zone")
    return offset


def _offset_text(offset: timedelta) -> str:
    """An offset to the minute: before about 1920 some had seconds, which EDTF cannot hold."""
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"


def _zone_hint(text: str) -> str:
    from zoneinfo import available_timezones

    near = _nearest_zone(text[:60], available_timezones())
    return f"write {near}" if near else "write a name such as Asia/Seoul, or an offset as +09:00"


def _nearest_zone(text: str, names: Collection[str]) -> str:
    """The zone whose name, or whose city, is the text in other letters."""
    wanted = text.casefold().replace(" ", "_")
    for name in sorted(names, key=lambda name: ("/" not in name, name)):
        if wanted in (name.casefold(), name.casefold().rpartition("/")[2]):
            return name
    from difflib import get_close_matches

    return "".join(get_close_matches(text, sorted(names), n=1, cutoff=0.8))


def _unread_clock(text: str) -> DateError:
    reason = "expected hours and minutes such as 06:00"
    match = _LOOSE_CLOCK.fullmatch(text.strip().lower())
    hint = ""
    if match and int(match[1]) <= 24 and (match[2] or match[3]):
        hour = int(match[1])
        if match[3] and 1 <= hour <= 12:
            hour = hour % 12 + (12 if match[3][0] == "p" else 0)
        hint = f"write {hour:02}:{match[2] or '00'}"
    return _flaw(reason, hint, (0, len(text)))


def _flaw(reason: str, hint: str, span: tuple[int, int], part: Part = "date") -> DateError:
    return DateError("bad-time", reason, hint, *span, part)
