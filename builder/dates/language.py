"""What a language needs so that dates can be shown in it."""

from typing import TypeAlias

from builder.values import frozen

Span: TypeAlias = tuple[str, str, str]
"""The patterns of a start and an end with the dash between them, nothing said twice."""


@frozen
class Patterns:
    """Dates with their year, for the years of one era: `{day}`, `{month}`, `{year}`."""

    year: str
    month: str
    day: str
    quarters: tuple[str, str, str, str]
    years: Span
    months_of_year: Span
    days_of_month: Span
    days_of_year: Span


@frozen
class Joint:
    """How members of a set are joined: `{first}` and `{last}`."""

    pair: str
    """Of two."""
    last: str
    """The last of three and more to those before it."""
    separator: str


@frozen
class Calendar:
    """Names and patterns of dates without doubts: what the CLDR has for every language."""

    digits: str
    months: tuple[str, ...]
    """As they stand beside a day."""
    months_of_year: tuple[str, ...]
    """As they stand beside a year alone."""
    months_alone: tuple[str, ...]
    months_short: tuple[str, ...]
    """For labels, alone."""
    weekdays: tuple[str, ...]

    common: Patterns
    """From the year 100 on."""
    early: Patterns
    """The years 1 to 99, which without their era look like shortened ones."""
    before: Patterns
    """Before the year 1, which count backwards."""

    day_of_month: str
    """A day without month and year."""
    day_of_year: str
    """A day without its year."""
    dash: str
    """Between two whole dates."""
    weekday: str
    """`{date}` with its `{weekday}`."""
    with_clock: str
    """`{date}` with its `{clock}`."""
    clock: str
    clock_with_seconds: str
    midnight: str
    """The pattern of 24:00, which clocks of twelve hours do not have."""
    half_days: tuple[str, str]
    clock_in_zone: str
    either: Joint
    both: Joint


@frozen
class Forms:
    """What a `{date}` of one size becomes inside a phrase: articles, cases, prepositions."""

    behind: str = "{date}"
    """Behind "since" and the like: "seit dem 16. April 2025"."""
    until: str = "{date}"
    """Behind "until": "bis zum 16. April 2025"."""
    within: str = "{date}"
    """When it was: "am 16. April 2025", "im April 2025"."""


@frozen
class Phrases:
    """Words for doubts, open ends and all else that the CLDR lacks.

    A pattern takes the date as it stands alone, `{date}`, or in one of its `Forms`.
    """

    year: Forms
    month: Forms
    day: Forms
    part: Forms
    """Quarters, thirds and halves."""
    seasons_inside: tuple[Forms, Forms, Forms, Forms]
    decade_inside: Forms
    """These take the first `{year}` too."""
    years: Forms
    """A span of years of which one is meant: "1900–1909"."""

    seasons: tuple[str, str, str, str]
    """Spring, summer, autumn, winter."""
    season: str
    thirds_and_halves: tuple[str, ...]
    """Of a `{year}`; none where the months say it: "January – April 2025"."""
    northern: str
    southern: str
    decade: str
    """Of its first `{year}`; nothing where its years say it."""
    decade_label: str
    """The same in a chart."""
    century: str
    in_years: str
    """A month, day or season in one of several `{years}`: "5 November in the 1750s"."""
    unknown_year: str
    in_unknown_year: str
    in_unknown_month: str
    """The heading of what is known to a year only."""

    some_day: str
    some_month: str
    day_from_to: str
    month_from_to: str
    season_from_to: str
    year_from_to: str
    day_unknown: str
    """What "a day in" becomes inside a phrase; nothing where it stays as it is."""
    month_unknown: str
    year_unknown: str

    about: str
    about_inside: str
    """The same inside a phrase, where `{date}` stands for any of the forms."""
    noted: str
    """A date with `{notes}` behind it."""
    uncertain: str
    approximate_parts: str
    uncertain_parts: str
    part_names: tuple[str, str, str, str]
    """Year, month, day, and what stands for a month when that is a season or the like."""
    note_separator: str

    since: str
    end_unknown: str
    until: str
    start_unknown: str
    on_or_before: str
    in_or_before: str
    on_or_after: str
    in_or_after: str
    one_or_earlier: str
    one_or_later: str
    all_and_earlier: str
    all_and_later: str
    undated: str
    first_day: str = ""
    """The first of a month, where it is no plain figure: "1er avril"."""
    sound_changes: tuple[tuple[str, str], ...] = ()
    """Expressions and what replaces them, once dates are joined: "7 u 8" for "7 o 8"."""


@frozen
class Vocabulary:
    """The words and patterns of one language."""

    calendar: Calendar
    phrases: Phrases

    @property
    def weekdays(self) -> tuple[str, ...]:
        """The names of the days of the week, Monday first."""
        return self.calendar.weekdays


Language: TypeAlias = str | Vocabulary
"""`en-GB`, `en-US` or `en`, or the vocabulary of any other language."""
