"""The words of years, months, days and spans of these, with their doubts."""

from typing import Literal, TypeAlias

from builder.dates.bounds import years_between
from builder.dates.value import Clock, Day, Unit
from builder.dates.vocabulary import Vocabulary

Size: TypeAlias = Literal["year", "season", "month", "day"]


def unit_words(table: Vocabulary, unit: Unit) -> str:
    """A unit with its doubts, without its clock."""
    text = _said(table, unit) if unit.is_specified else _open(table, unit)
    if not unit.qualifiers:
        return text
    notes = _notes(table, unit)
    if set(unit.qualifiers) & {"~", "%"}:
        text = table.about.format(date=text)
    return table.noted.format(date=text, notes=notes) if notes else text


def unit_in_phrase(table: Vocabulary, unit: Unit) -> str:
    """A unit as it stands behind "since", "before" and the like."""
    text = unit_words(table, unit)
    is_part = unit.is_plain and unit.month > "32"
    return table.part_of_year_in_phrase.format(date=text) if is_part else text


def year_text(table: Vocabulary, year: int) -> str:
    """A year: "2025", "AD 79", "44 BC"."""
    if year >= 100:
        return table.year.format(year=year)
    if year >= 1:
        return table.year_below_100.format(year=year)
    return table.year_before_christ.format(year=1 - year)


def month_text(table: Vocabulary, year: int, month: int) -> str:
    """A month: "April 2025"."""
    return table.month.format(month=table.months_alone[month - 1], year=year_text(table, year))


def day_text(table: Vocabulary, year: int, month: int, days: str) -> str:
    """A day, or several of one month: "16 April 2025", "15 or 16 April 2025"."""
    name = table.months[month - 1]
    return table.day.format(day=days, month=name, year=year_text(table, year))


def clock_text(table: Vocabulary, clock: Clock, *, zone: bool) -> str:
    """A time of day: "06:00 (UTC+9)"."""
    text = f"{clock.hour:02}:{clock.minute:02}{f':{clock.second:02}' if clock.second else ''}"
    if not zone or not clock.zone:
        return text
    name = "UTC"
    if clock.zone != "Z":
        hours, minutes = clock.zone[1:].split(":")
        sign = "+" if clock.zone[0] == "+" else "−"
        name = f"UTC{sign}{int(hours)}{f':{minutes}' if minutes != '00' else ''}"
    return table.clock_in_zone.format(clock=text, zone=name)


def size(unit: Unit) -> Size:
    """What a unit is, however doubtful."""
    if unit.day:
        return "day"
    if unit.is_season:
        return "season"
    return "month" if unit.month else "year"


def span(table: Vocabulary, of: Size, first: Day, last: Day) -> tuple[str, str, str]:
    """Start, dash and end of a span of days, months or years, nothing said twice."""
    if of == "year":
        return _span_of_years(table, first[0], last[0])
    if of == "day" and first[:2] == last[:2]:
        patterns = table.days_of_month
    elif first[0] == last[0]:
        patterns = table.days_of_year if of == "day" else table.months_of_year
    elif of == "day":
        return (
            day_text(table, first[0], first[1], str(first[2])),
            table.dash,
            day_text(table, last[0], last[1], str(last[2])),
        )
    else:
        return month_text(table, *first[:2]), table.dash, month_text(table, *last[:2])
    names = table.months if of == "day" else table.months_alone
    start, dash, end = patterns
    return (
        _filled(table, start, names, first),
        dash,
        _filled(table, end, names, last),
    )


def from_to(table: Vocabulary, of: Size, start: str, end: str) -> str:
    """One of a span: "a day from 20 to 29 April 2025"."""
    pattern = {
        "day": table.day_from_to,
        "month": table.month_from_to,
        "season": table.month_from_to,
        "year": table.year_from_to,
    }[of]
    return pattern.format(first=start, last=end)


def _filled(table: Vocabulary, pattern: str, names: tuple[str, ...], day: Day) -> str:
    year, month, day_of_month = day
    return pattern.format(day=day_of_month, month=names[month - 1], year=year_text(table, year))


def _span_of_years(table: Vocabulary, first: int, last: int) -> tuple[str, str, str]:
    start, end = year_text(table, first), year_text(table, last)
    if (first < 1) != (last < 1):
        return start, table.dash, end
    # The era is said once: "50–41 BC", "AD 80–89".
    if last < 1:
        start = str(1 - first)
    elif first < 100 and last < 100:
        end = str(last)
    return start, table.dash_between_years, end


def _notes(table: Vocabulary, unit: Unit) -> str:
    """Which parts are in doubt, said only where "about" does not say it of the whole."""
    approximate = [mark in ("~", "%") for mark in unit.qualifiers]
    uncertain = [mark in ("?", "%") for mark in unit.qualifiers]
    notes = []
    if any(approximate) and not all(approximate):
        notes.append(table.approximate_parts.format(parts=_parts(table, unit, approximate)))
    if all(uncertain):
        notes.append(table.uncertain)
    elif any(uncertain):
        notes.append(table.uncertain_parts.format(parts=_parts(table, unit, uncertain)))
    return table.note_separator.join(notes)


def _parts(table: Vocabulary, unit: Unit, marked: list[bool]) -> str:
    year, month, day, season = table.part_names
    names = (year, season if unit.is_season else month, day)
    found = [name for name, is_marked in zip(names, marked, strict=False) if is_marked]
    # Smallest part first, as in "16 April 2025"; never all three.
    return table.both.format(first=found[1], last=found[0]) if len(found) == 2 else found[0]


def _said(table: Vocabulary, unit: Unit) -> str:
    """A unit without open digits, which says the year, month and day of its first day."""
    assert unit.first
    year, month, day = unit.first
    if unit.day:
        return day_text(table, year, month, str(day))
    if not unit.month:
        return year_text(table, year)
    if not unit.is_season:
        return month_text(table, year, month)
    number = int(unit.month)
    if number >= 33:
        return table.parts_of_year[number - 33].format(year=year_text(table, year))
    name = table.seasons[(number - 21) % 4]
    return _in_hemisphere(
        table, number, table.season.format(season=name, year=year_text(table, year))
    )


def _in_hemisphere(table: Vocabulary, season: int, text: str) -> str:
    if season <= 24:
        return text
    return (table.northern if season <= 28 else table.southern).format(date=text)


def _open(table: Vocabulary, unit: Unit) -> str:
    """A unit with open digits."""
    if "X" in unit.year:
        return _in_open_year(table, unit)
    year = int(unit.year.lstrip("Y"))
    if unit.month == "XX" and unit.day in ("", "XX"):
        return (table.some_day if unit.day else table.some_month).format(
            date=year_text(table, year)
        )
    if unit.day == "XX" and "X" not in unit.month:
        return table.some_day.format(date=month_text(table, year, int(unit.month)))
    return _enclosed(table, unit)


def _in_open_year(table: Vocabulary, unit: Unit) -> str:
    within_year = _without_year(table, unit)
    if unit.first is None:
        if within_year:
            return table.in_unknown_year.format(date=within_year)
        return table.unknown_year
    if not unit.month:
        return _years(table, unit.year)
    if within_year:
        return table.within.format(date=within_year, years=_years(table, unit.year))
    return _enclosed(table, unit)


def _without_year(table: Vocabulary, unit: Unit) -> str:
    """The month, day or season alone; nothing where these are open, or fractions of a year."""
    if not unit.month or "X" in unit.month or unit.month > "32":
        return ""
    number = int(unit.month)
    if number > 12:
        return _in_hemisphere(table, number, table.seasons[(number - 21) % 4])
    if unit.day == "XX":
        return table.some_day.format(date=table.months_alone[number - 1])
    if not unit.day:
        return table.months_alone[number - 1]
    if "X" in unit.day:
        return ""
    return table.day_of_year.format(day=int(unit.day), month=table.months[number - 1])


def _years(table: Vocabulary, year: str) -> str:
    """Years with open digits: "the 2020s", "the 1900s", "1900–1909"."""
    low, high = years_between(year)
    if low >= 100 and high - low == 9 and low % 100:
        return table.decade.format(year=low)
    # "The 2000s" and "the 1000s" are read as a decade or a millennium too.
    if low >= 100 and high - low == 99 and low % 1000:
        return table.century.format(year=low)
    start, dash, end = _span_of_years(table, low, high)
    if "X" in year.rstrip("X"):
        return table.year_from_to.format(first=start, last=end)
    return f"{start}{dash}{end}"


def _enclosed(table: Vocabulary, unit: Unit) -> str:
    """A unit with digits open in unusual places, told by its bounds."""
    assert unit.first
    assert unit.last
    of: Size = "day" if unit.day else "month"
    start, _, end = span(table, of, unit.first, unit.last)
    if unit.first == unit.last or (of == "month" and unit.first[:2] == unit.last[:2]):
        return end
    return from_to(table, of, start, end)
