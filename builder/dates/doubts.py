"""The words of a year, month, season or day with its doubts, and its forms inside phrases."""

from collections.abc import Callable

from builder.dates.bounds import years_between
from builder.dates.language import Forms, Span, Vocabulary
from builder.dates.value import Unit
from builder.dates.wording import (
    Size,
    day_of_year_text,
    day_text,
    figures,
    month_text,
    part_text,
    span,
    year_text,
)
from builder.values import frozen


@frozen
class Spoken:
    """A unit in words. In each pattern `{date}` stands for its text."""

    text: str
    forms: Forms
    alone: str = "{date}"

    @property
    def words(self) -> str:
        """The unit as it stands alone."""
        return self.alone.format(date=self.text)

    def within(self, pattern: str) -> str:
        """A pattern with the unit in it, for whose text `{date}` still stands."""
        forms = self.forms
        return pattern.format(
            date=self.alone, behind=forms.behind, until=forms.until, within=forms.within
        )

    def wrapped(self, alone: str, inside: str) -> "Spoken":
        """The unit with words round it: a pattern for itself, one for all of its forms."""
        return Spoken(
            self.text, _each(self.forms, lambda form: inside.format(date=form)), self.within(alone)
        )


def unit_words(table: Vocabulary, unit: Unit) -> str:
    """A unit with its doubts, without its clock."""
    if unit.is_plain and not unit.is_season:
        return _plain_words(table, unit)
    return spoken(table, unit).words


def spoken(table: Vocabulary, unit: Unit) -> Spoken:
    """A unit in words, with its doubts and in its forms, without its clock."""
    found = _said(table, unit) if unit.is_specified else _open(table, unit)
    if not unit.qualifiers:
        return found
    phrases = table.phrases
    notes = _notes(table, unit)
    if set(unit.qualifiers) & {"~", "%"}:
        found = found.wrapped(phrases.about, phrases.about_inside)
    if notes:
        noted = phrases.noted.format(date="{date}", notes=notes)
        found = found.wrapped(noted, noted)
    return found


def from_to(table: Vocabulary, of: Size, ends: Span) -> str:
    """One of a span: "a day from 20 to 29 April 2025"."""
    phrases = table.phrases
    pattern = {
        "day": phrases.day_from_to,
        "month": phrases.month_from_to,
        "season": phrases.season_from_to,
        "year": phrases.year_from_to,
    }[of]
    start, dash, end = ends
    return pattern.format(first=start, dash=dash, last=end)


def _each(forms: Forms, change: Callable[[str], str]) -> Forms:
    return Forms(change(forms.behind), change(forms.until), change(forms.within))


def _notes(table: Vocabulary, unit: Unit) -> str:
    """Which parts are in doubt, said only where "about" does not say it of the whole."""
    phrases = table.phrases
    approximate = [mark in ("~", "%") for mark in unit.qualifiers]
    uncertain = [mark in ("?", "%") for mark in unit.qualifiers]
    notes = []
    if any(approximate) and not all(approximate):
        notes.append(phrases.approximate_parts.format(parts=_parts(table, unit, approximate)))
    if all(uncertain):
        notes.append(phrases.uncertain)
    elif any(uncertain):
        notes.append(phrases.uncertain_parts.format(parts=_parts(table, unit, uncertain)))
    return phrases.note_separator.join(notes)


def _parts(table: Vocabulary, unit: Unit, marked: list[bool]) -> str:
    year, month, day, season = table.phrases.part_names
    names = (year, season if unit.is_season else month, day)
    found = [name for name, is_marked in zip(names, marked, strict=False) if is_marked]
    # Smallest part first, as in "16 April 2025"; never all three.
    if len(found) == 1:
        return found[0]
    return table.calendar.both.pair.format(first=found[1], last=found[0])


def _plain_words(table: Vocabulary, unit: Unit) -> str:
    assert unit.first
    if unit.day:
        return day_text(table, unit.first)
    year, month, _ = unit.first
    return month_text(table, year, month) if unit.month else year_text(table, year)


def _said(table: Vocabulary, unit: Unit) -> Spoken:
    """A unit without open digits, which says the year, month and day of its first day."""
    assert unit.first
    phrases = table.phrases
    if not unit.is_season:
        forms = phrases.day if unit.day else phrases.month if unit.month else phrases.year
        return Spoken(_plain_words(table, unit), forms)
    year, number = unit.first[0], int(unit.month)
    if number >= 33:
        return Spoken(part_text(table, year, number), phrases.part)
    name = phrases.seasons[(number - 21) % 4]
    text = phrases.season.format(season=name, year=year_text(table, year))
    return _in_hemisphere(table, number, text)


def _in_hemisphere(table: Vocabulary, season: int, text: str) -> Spoken:
    phrases = table.phrases
    found = Spoken(text, phrases.seasons_inside[(season - 21) % 4])
    if season <= 24:
        return found
    pattern = phrases.northern if season <= 28 else phrases.southern
    return found.wrapped(pattern, pattern)


def _open(table: Vocabulary, unit: Unit) -> Spoken:
    """A unit with open digits."""
    if "X" in unit.year:
        return _in_open_year(table, unit)
    phrases = table.phrases
    year = int(unit.year.lstrip("Y"))
    if unit.month == "XX" and unit.day in ("", "XX"):
        whole = Spoken(year_text(table, year), phrases.year)
        if unit.day:
            return _vague(whole, phrases.some_day, phrases.day_unknown)
        return _vague(whole, phrases.some_month, phrases.month_unknown)
    if unit.day == "XX" and "X" not in unit.month:
        whole = Spoken(month_text(table, year, int(unit.month)), phrases.month)
        return _vague(whole, phrases.some_day, phrases.day_unknown)
    return _enclosed(table, unit)


def _vague(whole: Spoken, alone: str, inside: str) -> Spoken:
    """One of what a whole is made of: "a day in April 2025"."""
    pattern = whole.within(alone)
    if inside:
        return whole.wrapped(alone, inside)
    return Spoken(whole.text, Forms(pattern, pattern, pattern), pattern)


def _in_open_year(table: Vocabulary, unit: Unit) -> Spoken:
    phrases = table.phrases
    within_year = _without_year(table, unit)
    if unit.first is None:
        if within_year:
            pattern = phrases.in_unknown_year
            return within_year.wrapped(pattern, pattern)
        return Spoken(phrases.unknown_year, Forms())
    if not unit.month:
        return _years(table, unit.year)
    if within_year is None:
        return _enclosed(table, unit)
    years = _years(table, unit.year)
    inside = years.forms.within.format(date=years.text)
    pattern = phrases.in_years.format(date="{date}", years=years.words, within=inside)
    return within_year.wrapped(pattern, pattern)


def _without_year(table: Vocabulary, unit: Unit) -> Spoken | None:
    """The month, day or season alone; none where these are open, or fractions of a year."""
    if not unit.month or "X" in unit.month or unit.month > "32":
        return None
    phrases, number = table.phrases, int(unit.month)
    if number > 12:
        return _in_hemisphere(table, number, phrases.seasons[(number - 21) % 4])
    month = Spoken(table.calendar.months_alone[number - 1], phrases.month)
    if unit.day == "XX":
        return _vague(month, phrases.some_day, phrases.day_unknown)
    if not unit.day:
        return month
    if "X" in unit.day:
        return None
    return Spoken(day_of_year_text(table, number, int(unit.day)), phrases.day)


def _years(table: Vocabulary, year: str) -> Spoken:
    """Years with open digits: "the 2020s", "the 1900s", "1900–1909"."""
    phrases = table.phrases
    low, high = years_between(year)
    ends = span(table, "year", (low, 1, 1), (high, 12, 31))
    if low >= 100 and high - low == 9 and low % 100 and phrases.decade:
        digits = figures(table.calendar, low)
        forms = _each(phrases.decade_inside, lambda form: form.replace("{year}", digits))
        return Spoken(phrases.decade.format(year=digits), forms)
    whole = Spoken("".join(ends), phrases.years)
    # "The 2000s" and "the 1000s" are read as a decade or a millennium too.
    if low >= 100 and high - low == 99 and low % 1000 and phrases.century:
        return Spoken(phrases.century.format(year=figures(table.calendar, low)), Forms())
    if "X" in year.rstrip("X"):
        return _vague_span(whole, from_to(table, "year", ends), phrases.year_unknown)
    return whole


def _vague_span(whole: Spoken, alone: str, inside: str) -> Spoken:
    """One of a span: "a day from 20 to 29 April 2025"."""
    if not inside:
        return Spoken(alone, Forms())
    return Spoken(whole.text, _each(whole.forms, lambda form: inside.format(date=form)), alone)


def _enclosed(table: Vocabulary, unit: Unit) -> Spoken:
    """A unit with digits open in unusual places, told by its bounds."""
    assert unit.first
    assert unit.last
    phrases = table.phrases
    if unit.first == unit.last:
        return Spoken(day_text(table, unit.first), phrases.day)
    if not unit.day and unit.first[:2] == unit.last[:2]:
        return Spoken(month_text(table, *unit.first[:2]), phrases.month)
    of: Size = "day" if unit.day else "month"
    forms = phrases.day if unit.day else phrases.month
    unknown = phrases.day_unknown if unit.day else phrases.month_unknown
    ends = span(table, of, unit.first, unit.last)
    return _vague_span(Spoken("".join(ends), forms), from_to(table, of, ends), unknown)
