"""The words of a date, and what of them a `<time>` element can hold."""

from builder.dates.days import FIRST_GREGORIAN
from builder.dates.days import weekday as weekday_of
from builder.dates.doubts import from_to, spoken, unit_words
from builder.dates.language import Language, Vocabulary
from builder.dates.value import Choice, Day, End, EventDate, Interval, Unit
from builder.dates.vocabulary import vocabulary
from builder.dates.wording import (
    Size,
    clock_text,
    figures,
    listed,
    month_text,
    series,
    size,
    span,
    year_text,
)
from builder.values import frozen


@frozen
class Piece:
    """Some words of a date, with the value of a `<time>` element where one can hold it."""

    text: str
    datetime: str = ""


def pieces(
    date: EventDate,
    *,
    language: Language = "en-GB",
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
        return (Piece(table.phrases.undated),)
    if isinstance(shape, Interval):
        return _interval(table, shape)
    return (Piece(_choice(table, shape)),)


def words(
    date: EventDate,
    *,
    language: Language = "en-GB",
    weekday: bool = False,
    clock: bool = True,
    zone: bool = True,
) -> str:
    """The words of a date."""
    found = pieces(date, language=language, weekday=weekday, clock=clock, zone=zone)
    return "".join([piece.text for piece in found])


def clock_words(date: EventDate, *, language: Language = "en-GB", zone: bool = True) -> str:
    """The time of day alone, nothing when none is given."""
    return clock_text(vocabulary(language), date.clock, zone=zone) if date.clock else ""


def month_words(year: int, month: int, language: Language = "en-GB") -> str:
    """A month: "March 2025"."""
    return month_text(vocabulary(language), year, month)


def month_name(month: int, language: Language = "en-GB") -> str:
    """A month without its year: "March"."""
    return vocabulary(language).calendar.months_alone[month - 1]


def month_label(month: int, language: Language = "en-GB") -> str:
    """A month where there is little room: "Mar"."""
    return vocabulary(language).calendar.months_short[month - 1]


def year_words(year: int, language: Language = "en-GB") -> str:
    """A year: "2025", "44 BC"."""
    return year_text(vocabulary(language), year)


def years_words(first: int, last: int, language: Language = "en-GB") -> str:
    """Two years as the ends of a period: "2024–2025", "44 BC–12000"."""
    table = vocabulary(language)
    dash = table.calendar.common.years[1]
    return f"{year_text(table, first)}{dash}{year_text(table, last)}"


def decade_label(first: int, language: Language = "en-GB") -> str:
    """The decade from a year on where there is little room: "2020s"."""
    table = vocabulary(language)
    if not table.phrases.decade_label:
        return years_label(first, first + 9, table)
    return table.phrases.decade_label.format(year=figures(table.calendar, first))


def years_label(first: int, last: int, language: Language = "en-GB") -> str:
    """Two years as the ends of a period where there is little room: "1940–59"."""
    table = vocabulary(language)
    common = table.calendar.common
    if first < 1 or common.year != "{year}":
        return years_words(first, last, table)
    start, end = (figures(table.calendar, year) for year in (first, last))
    return f"{start}{common.years[1]}{end[-2:] if last - first < 99 else end}"


def year_without_month_words(year: int, language: Language = "en-GB") -> str:
    """A year of whose events the month is not known."""
    table = vocabulary(language)
    return table.phrases.in_unknown_month.format(date=year_text(table, year))


def _moment(table: Vocabulary, unit: Unit, *, weekday: bool, clock: bool, zone: bool) -> Piece:
    text = unit_words(table, unit)
    if weekday and unit.day and unit.first and unit.is_plain and unit.first >= FIRST_GREGORIAN:
        name = table.calendar.weekdays[weekday_of(unit.first)]
        text = table.calendar.weekday.format(weekday=name, date=text)
    if clock and unit.clock:
        time = clock_text(table, unit.clock, zone=zone)
        text = table.calendar.with_clock.format(date=text, clock=time)
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
    phrases = table.phrases
    if isinstance(start, Unit) and isinstance(end, Unit):
        if start == end:
            return (Piece(unit_words(table, start), _datetime(start)),)
        first, dash, last = _ends(table, start, end)
        return Piece(first, _datetime(start)), Piece(dash), Piece(last, _datetime(end))
    if isinstance(start, Unit):
        return _tied(table, phrases.since if end is End.OPEN else phrases.end_unknown, start)
    # A range without any date is undated.
    assert isinstance(end, Unit)
    return _tied(table, phrases.until if start is End.OPEN else phrases.start_unknown, end)


def _tied(table: Vocabulary, pattern: str, unit: Unit) -> tuple[Piece, ...]:
    """A unit inside a phrase; the words before and after it are pieces of their own."""
    found = spoken(table, unit)
    before, slot, after = found.within(pattern).partition("{date}")
    # Some forms are words of their own: "den 2020er Jahren".
    middle = Piece(found.text, _datetime(unit)) if slot else Piece("")
    return tuple(part for part in (Piece(before), middle, Piece(after)) if part.text)


def _phrase(table: Vocabulary, pattern: str, unit: Unit) -> str:
    """A unit inside a phrase."""
    found = spoken(table, unit)
    return found.within(pattern).format(date=found.text)


def _ends(table: Vocabulary, start: Unit, end: Unit) -> tuple[str, str, str]:
    """Start, dash and end of a range; what both share is said once where neither has doubts."""
    of = size(start)
    plain = start.is_plain and end.is_plain and of == size(end) and of != "season"
    if plain and start.first and end.first:
        return span(table, of, start.first, end.first)
    return unit_words(table, start), table.calendar.dash, unit_words(table, end)


def _choice(table: Vocabulary, choice: Choice) -> str:
    members = choice.members
    if len(members) == 1 and isinstance(members[0], Interval):
        return _run_alone(table, members[0], together=choice.together)
    of, firsts = _alike(members)
    if of:
        texts = series(table, of, firsts)
    else:
        texts = [_member(table, member, together=choice.together) for member in members]
    joint = table.calendar.both if choice.together else table.calendar.either
    return listed(table, joint, texts)


def _alike(members: tuple[Unit | Interval, ...]) -> tuple[Size | None, list[Day]]:
    """The size and first days of units that all have one size and no doubts."""
    units = [unit for unit in members if isinstance(unit, Unit) and unit.is_plain]
    firsts = [unit.first for unit in units if unit.first]
    sizes = {size(unit) for unit in units}
    if len(firsts) < len(members) or len(sizes) != 1 or sizes == {"season"}:
        return None, []
    return sizes.pop(), firsts


def _run_alone(table: Vocabulary, run: Interval, *, together: bool) -> str:
    """A set of one run: "on or before 16 April 2025", "a day from 15 to 20 April 2025"."""
    start, end, phrases = run.start, run.end, table.phrases
    if together or (isinstance(start, Unit) and isinstance(end, Unit)):
        return _member(table, run, together=together)
    if isinstance(end, Unit):
        pattern = phrases.on_or_before if end.day else phrases.in_or_before
        return _phrase(table, pattern, end)
    # A run without any date is not read.
    assert isinstance(start, Unit)
    pattern = phrases.on_or_after if start.day else phrases.in_or_after
    return _phrase(table, pattern, start)


def _member(table: Vocabulary, member: Unit | Interval, *, together: bool) -> str:
    """One date of a set, or a run of dates."""
    if isinstance(member, Unit):
        return unit_words(table, member)
    start, end, phrases = member.start, member.end, table.phrases
    if isinstance(start, Unit) and isinstance(end, Unit):
        ends = _ends(table, start, end)
        return "".join(ends) if together else from_to(table, size(start), ends)
    if isinstance(end, Unit):
        pattern = phrases.all_and_earlier if together else phrases.one_or_earlier
        return _phrase(table, pattern, end)
    assert isinstance(start, Unit)
    pattern = phrases.all_and_later if together else phrases.one_or_later
    return _phrase(table, pattern, start)
