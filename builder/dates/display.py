"""The words of a date, and what of them a `<time>` element can hold."""

from dataclasses import dataclass

from builder.dates.days import weekday as weekday_of
from builder.dates.value import Choice, Day, End, EventDate, Interval, Unit
from builder.dates.vocabulary import Vocabulary, vocabulary
from builder.dates.wording import (
    Size,
    clock_text,
    day_text,
    from_to,
    month_text,
    size,
    span,
    unit_in_phrase,
    unit_words,
    year_text,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a date, with the value of a `<time>` element where one can hold it."""

    text: str
    datetime: str = ""


def pieces(
    date: EventDate,
    *,
    language: str | Vocabulary = "en-GB",
    weekday: bool = False,
    clock: bool = True,
    zone: bool = True,
) -> tuple[Piece, ...]:
    """The words of a date in pieces; joined, they are the words."""
    table = vocabulary(language)
    shape = date.shape
    if isinstance(shape, Unit):
        return (_moment(table, shape, weekday=weekday, clock=clock, zone=zone),)
    if shape is None or date.is_undated:
        return (Piece(table.undated),)
    if isinstance(shape, Interval):
        return _interval(table, shape)
    return (Piece(_choice(table, shape)),)


def words(
    date: EventDate,
    *,
    language: str | Vocabulary = "en-GB",
    weekday: bool = False,
    clock: bool = True,
    zone: bool = True,
) -> str:
    """The words of a date."""
    found = pieces(date, language=language, weekday=weekday, clock=clock, zone=zone)
    return "".join([piece.text for piece in found])


def clock_words(date: EventDate, *, language: str | Vocabulary = "en-GB", zone: bool = True) -> str:
    """The time of day alone, nothing when none is given."""
    return clock_text(vocabulary(language), date.clock, zone=zone) if date.clock else ""


def month_words(year: int, month: int, language: str | Vocabulary = "en-GB") -> str:
    """A month: "March 2025"."""
    return month_text(vocabulary(language), year, month)


def year_words(year: int, language: str | Vocabulary = "en-GB") -> str:
    """A year: "2025", "44 BC"."""
    return year_text(vocabulary(language), year)


def _moment(table: Vocabulary, unit: Unit, *, weekday: bool, clock: bool, zone: bool) -> Piece:
    text = unit_words(table, unit)
    if weekday and unit.day and unit.first and unit.is_plain:
        name = table.weekdays[weekday_of(unit.first)]
        text = table.weekday.format(weekday=name, date=text)
    if clock and unit.clock:
        text = table.clock.format(date=text, clock=clock_text(table, unit.clock, zone=zone))
    return Piece(text, _datetime(unit, clock=clock))


def _datetime(unit: Unit, *, clock: bool = False) -> str:
    """The value for `<time datetime>`, which knows neither doubts nor years before 1."""
    if not unit.is_plain or unit.is_season or unit.first is None or unit.first[0] < 1:
        return ""
    date = "-".join([part for part in (unit.year.lstrip("Y"), unit.month, unit.day) if part])
    time = unit.clock
    # HTML's day ends at 23:59.
    if not clock or time is None or time.hour == 24:
        return date
    seconds = f":{time.second:02}" if time.second else ""
    return f"{date}T{time.hour:02}:{time.minute:02}{seconds}{time.zone}"


def _interval(table: Vocabulary, interval: Interval) -> tuple[Piece, ...]:
    start, end = interval.start, interval.end
    if isinstance(start, Unit) and isinstance(end, Unit):
        if start == end:
            return (Piece(unit_words(table, start), _datetime(start)),)
        first, dash, last = _ends(table, start, end)
        return Piece(first, _datetime(start)), Piece(dash), Piece(last, _datetime(end))
    if isinstance(start, Unit):
        pattern = table.since if end is End.OPEN else table.end_unknown
        return _around(pattern, _time(table, start))
    # A range without any date is undated.
    assert isinstance(end, Unit)
    pattern = table.until if start is End.OPEN else table.start_unknown
    return _around(pattern, _time(table, end))


def _time(table: Vocabulary, unit: Unit) -> Piece:
    return Piece(unit_in_phrase(table, unit), _datetime(unit))


def _around(pattern: str, piece: Piece) -> tuple[Piece, ...]:
    """The pattern's words before and after a piece, as pieces of their own."""
    before, after = pattern.split("{date}")
    return tuple(part for part in (Piece(before), piece, Piece(after)) if part.text)


def _ends(table: Vocabulary, start: Unit, end: Unit) -> tuple[str, str, str]:
    """Start, dash and end of a range; what both share is said once where neither has doubts."""
    of = size(start)
    plain = start.is_plain and end.is_plain and of == size(end) and of != "season"
    if plain and start.first and end.first:
        return span(table, of, start.first, end.first)
    return unit_words(table, start), table.dash, unit_words(table, end)


def _choice(table: Vocabulary, choice: Choice) -> str:
    members = choice.members
    if len(members) == 1 and isinstance(members[0], Interval):
        return _run_alone(table, members[0], together=choice.together)
    joint = table.both if choice.together else table.either
    texts = [_member(table, member, together=choice.together) for member in members]
    of, firsts = _alike(members)
    if of == "day" and len({day[:2] for day in firsts}) == 1:
        year, month, _ = firsts[0]
        return day_text(table, year, month, _listed(table, joint, [str(d[2]) for d in firsts]))
    if of:
        # What all but the last share with it is said once.
        texts[:-1] = [span(table, of, day, firsts[-1])[0] for day in firsts[:-1]]
    return _listed(table, joint, texts)


def _alike(members: tuple[Unit | Interval, ...]) -> tuple[Size | None, list[Day]]:
    """The size and first days of units that all have one size and no doubts."""
    units = [unit for unit in members if isinstance(unit, Unit) and unit.is_plain]
    firsts = [unit.first for unit in units if unit.first]
    sizes = {size(unit) for unit in units}
    if len(firsts) < len(members) or len(sizes) != 1 or sizes == {"season"}:
        return None, []
    return sizes.pop(), firsts


def _listed(table: Vocabulary, joint: str, texts: list[str]) -> str:
    *others, last = texts
    return joint.format(first=table.list_separator.join(others), last=last)


def _run_alone(table: Vocabulary, run: Interval, *, together: bool) -> str:
    """A set of one run: "on or before 16 April 2025", "a day from 15 to 20 April 2025"."""
    start, end = run.start, run.end
    if together or (isinstance(start, Unit) and isinstance(end, Unit)):
        return _member(table, run, together=together)
    if isinstance(end, Unit):
        pattern = table.on_or_before if end.day else table.in_or_before
        return pattern.format(date=unit_in_phrase(table, end))
    # A run without any date is not read.
    assert isinstance(start, Unit)
    pattern = table.on_or_after if start.day else table.in_or_after
    return pattern.format(date=unit_in_phrase(table, start))


def _member(table: Vocabulary, member: Unit | Interval, *, together: bool) -> str:
    """One date of a set, or a run of dates."""
    if isinstance(member, Unit):
        return unit_words(table, member)
    start, end = member.start, member.end
    if isinstance(start, Unit) and isinstance(end, Unit):
        first, dash, last = _ends(table, start, end)
        return f"{first}{dash}{last}" if together else from_to(table, size(start), first, last)
    if isinstance(end, Unit):
        pattern = table.all_and_earlier if together else table.one_or_earlier
        return pattern.format(date=unit_words(table, end))
    assert isinstance(start, Unit)
    pattern = table.all_and_later if together else table.one_or_later
    return pattern.format(date=unit_words(table, start))
