"""Dates in British and American English, which need no library."""

from dataclasses import replace

from builder.dates.language import (
    Calendar,
    Forms,
    Joint,
    Language,
    Patterns,
    Phrases,
    Span,
    Vocabulary,
)

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

# Keeps the parts of one date on one line.
_KEEP = "\u00a0"
_DASH = f"{_KEEP}– "


def _patterns(year: str, years: Span) -> Patterns:
    """The British patterns with a year as it is written in one era."""
    return Patterns(
        year=year,
        month=f"{{month}}{_KEEP}{year}",
        day=f"{{day}}{_KEEP}{{month}}{_KEEP}{year}",
        quarters=(
            f"first quarter of{_KEEP}{year}",
            f"second quarter of{_KEEP}{year}",
            f"third quarter of{_KEEP}{year}",
            f"fourth quarter of{_KEEP}{year}",
        ),
        years=years,
        months_of_year=("{month}", _DASH, f"{{month}}{_KEEP}{year}"),
        days_of_month=("{day}", "–", f"{{day}}{_KEEP}{{month}}{_KEEP}{year}"),
        days_of_year=(
            f"{{day}}{_KEEP}{{month}}",
            _DASH,
            f"{{day}}{_KEEP}{{month}}{_KEEP}{year}",
        ),
    )


def _month_first(patterns: Patterns) -> Patterns:
    """The American order, which only days know."""
    year = patterns.year
    return replace(
        patterns,
        day=f"{{month}}{_KEEP}{{day}},{_KEEP}{year}",
        days_of_month=(f"{{month}}{_KEEP}{{day}}", "–", f"{{day}},{_KEEP}{year}"),
        days_of_year=(
            f"{{month}}{_KEEP}{{day}}",
            _DASH,
            f"{{month}}{_KEEP}{{day}},{_KEEP}{year}",
        ),
    )


_CALENDAR = Calendar(
    digits="",
    months=MONTHS,
    months_of_year=MONTHS,
    months_alone=MONTHS,
    months_short=tuple(name[:3] for name in MONTHS),
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    common=_patterns("{year}", ("{year}", "–", "{year}")),
    early=_patterns(f"AD{_KEEP}{{year}}", (f"AD{_KEEP}{{year}}", "–", "{year}")),
    before=_patterns(f"{{year}}{_KEEP}BC", ("{year}", "–", f"{{year}}{_KEEP}BC")),
    day_of_month="{day}",
    day_of_year=f"{{day}}{_KEEP}{{month}}",
    dash=_DASH,
    weekday=f"{{weekday}}{_KEEP}{{date}}",
    with_clock="{date}, {clock}",
    clock="{HH}:{mm}",
    clock_with_seconds="{HH}:{mm}:{ss}",
    midnight="{HH}:{mm}",
    half_days=("am", "pm"),
    clock_in_zone=f"{{clock}}{_KEEP}({{zone}})",
    either=Joint("{first} or {last}", "{first} or {last}", ", "),
    both=Joint("{first} and {last}", "{first} and {last}", ", "),
)

_PHRASES = Phrases(
    year=Forms(),
    month=Forms(),
    day=Forms(),
    part=Forms("the {date}", "the {date}", "the {date}"),
    seasons_inside=(Forms(), Forms(), Forms(), Forms()),
    decade_inside=Forms(),
    years=Forms(),
    seasons=("spring", "summer", "autumn", "winter"),
    season=f"{{season}}{_KEEP}{{year}}",
    thirds_and_halves=(
        f"first third of{_KEEP}{{year}}",
        f"second third of{_KEEP}{{year}}",
        f"last third of{_KEEP}{{year}}",
        f"first half of{_KEEP}{{year}}",
        f"second half of{_KEEP}{{year}}",
    ),
    northern="{date} (Northern Hemisphere)",
    southern="{date} (Southern Hemisphere)",
    decade=f"the{_KEEP}{{year}}s",
    decade_label="{year}s",
    century=f"the{_KEEP}{{year}}s",
    in_years="{date} in {years}",
    unknown_year="an unknown year",
    in_unknown_year="{date}, year unknown",
    in_unknown_month="{date}, month not known",
    some_day="a day in {date}",
    some_month="a month in {date}",
    day_from_to="a day from {first} to {last}",
    month_from_to="a month from {first} to {last}",
    season_from_to="a month from {first} to {last}",
    year_from_to="a year from {first} to {last}",
    day_unknown="",
    month_unknown="",
    year_unknown="",
    about="about {behind}",
    about_inside="about {date}",
    noted="{date} ({notes})",
    uncertain="uncertain",
    approximate_parts="{parts} approximate",
    uncertain_parts="{parts} uncertain",
    part_names=("year", "month", "day", "part of the year"),
    note_separator=", ",
    since="since {behind}",
    end_unknown="from {behind}, end unknown",
    until="until {until}",
    start_unknown="by {until}, start unknown",
    on_or_before="on or before {behind}",
    in_or_before="in or before {behind}",
    on_or_after="on or after {behind}",
    in_or_after="in or after {behind}",
    one_or_earlier="{date} or earlier",
    one_or_later="{date} or later",
    all_and_earlier="{date} and earlier",
    all_and_later="{date} and later",
    undated="undated",
)

BRITISH = Vocabulary(_CALENDAR, _PHRASES)

AMERICAN = Vocabulary(
    replace(
        _CALENDAR,
        common=_month_first(_CALENDAR.common),
        early=_month_first(_CALENDAR.early),
        before=_month_first(_CALENDAR.before),
        day_of_year=f"{{month}}{_KEEP}{{day}}",
        weekday=f"{{weekday}},{_KEEP}{{date}}",
    ),
    replace(_PHRASES, seasons=("spring", "summer", "fall", "winter")),
)


def vocabulary(language: Language) -> Vocabulary:
    """The words of a language: a vocabulary as it is, `en-US`, and for all else British English."""
    if isinstance(language, Vocabulary):
        return language
    return AMERICAN if language == "en-US" else BRITISH
