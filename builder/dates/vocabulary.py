"""The words in which dates are shown, one table for each language."""

from dataclasses import dataclass, replace

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

# Keeps the parts of one date on one line.
_KEEP = "\u00a0"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names and patterns of one language; `{names}` in braces are filled in by `display`."""

    months: tuple[str, ...]
    """As they stand beside a day."""
    months_alone: tuple[str, ...]
    """As they stand without a day."""
    weekdays: tuple[str, ...]
    seasons: tuple[str, ...]
    """Spring, summer, autumn, winter."""
    parts_of_year: tuple[str, ...]
    """The groups 33 to 41: four quarters, three thirds, two halves, of a `{year}`."""
    part_of_year_in_phrase: str
    """One of these behind "since", "before" and the like."""

    year: str
    year_below_100: str
    year_before_christ: str
    decade: str
    century: str
    month: str
    day: str
    day_of_year: str
    """A day without its year."""
    weekday: str
    season: str
    northern: str
    southern: str
    clock: str
    clock_in_zone: str
    within: str
    """A month, day or season in one of several years."""
    unknown_year: str
    in_unknown_year: str

    days_of_month: tuple[str, str, str]
    """Start, dash and end of a range of days in one month."""
    days_of_year: tuple[str, str, str]
    months_of_year: tuple[str, str, str]
    dash_between_years: str
    dash: str

    some_day: str
    some_month: str
    day_from_to: str
    month_from_to: str
    year_from_to: str

    about: str
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
    list_separator: str
    either: str
    both: str
    undated: str


BRITISH = Vocabulary(
    months=MONTHS,
    months_alone=MONTHS,
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    seasons=("spring", "summer", "autumn", "winter"),
    parts_of_year=tuple(
        f"{part} of{_KEEP}{{year}}"
        for part in (
            *("first quarter", "second quarter", "third quarter", "fourth quarter"),
            *("first third", "second third", "last third"),
            *("first half", "second half"),
        )
    ),
    part_of_year_in_phrase="the {date}",
    year="{year}",
    year_below_100=f"AD{_KEEP}{{year}}",
    year_before_christ=f"{{year}}{_KEEP}BC",
    decade=f"the{_KEEP}{{year}}s",
    century=f"the{_KEEP}{{year}}s",
    month=f"{{month}}{_KEEP}{{year}}",
    day=f"{{day}}{_KEEP}{{month}}{_KEEP}{{year}}",
    day_of_year=f"{{day}}{_KEEP}{{month}}",
    weekday=f"{{weekday}}{_KEEP}{{date}}",
    season=f"{{season}}{_KEEP}{{year}}",
    northern="{date} (Northern Hemisphere)",
    southern="{date} (Southern Hemisphere)",
    clock="{date}, {clock}",
    clock_in_zone=f"{{clock}}{_KEEP}({{zone}})",
    within="{date} in {years}",
    unknown_year="an unknown year",
    in_unknown_year="{date}, year unknown",
    days_of_month=("{day}", "–", f"{{day}}{_KEEP}{{month}}{_KEEP}{{year}}"),
    days_of_year=(
        f"{{day}}{_KEEP}{{month}}",
        f"{_KEEP}– ",
        f"{{day}}{_KEEP}{{month}}{_KEEP}{{year}}",
    ),
    months_of_year=("{month}", f"{_KEEP}– ", f"{{month}}{_KEEP}{{year}}"),
    dash_between_years="–",
    dash=f"{_KEEP}– ",
    some_day="a day in {date}",
    some_month="a month in {date}",
    day_from_to="a day from {first} to {last}",
    month_from_to="a month from {first} to {last}",
    year_from_to="a year from {first} to {last}",
    about="about {date}",
    noted="{date} ({notes})",
    uncertain="uncertain",
    approximate_parts="{parts} approximate",
    uncertain_parts="{parts} uncertain",
    part_names=("year", "month", "day", "part of the year"),
    note_separator=", ",
    since="since {date}",
    end_unknown="from {date}, end unknown",
    until="until {date}",
    start_unknown="by {date}, start unknown",
    on_or_before="on or before {date}",
    in_or_before="in or before {date}",
    on_or_after="on or after {date}",
    in_or_after="in or after {date}",
    one_or_earlier="{date} or earlier",
    one_or_later="{date} or later",
    all_and_earlier="{date} and earlier",
    all_and_later="{date} and later",
    list_separator=", ",
    either="{first} or {last}",
    both="{first} and {last}",
    undated="undated",
)

AMERICAN = replace(
    BRITISH,
    seasons=("spring", "summer", "fall", "winter"),
    day=f"{{month}}{_KEEP}{{day}},{_KEEP}{{year}}",
    day_of_year=f"{{month}}{_KEEP}{{day}}",
    weekday=f"{{weekday}},{_KEEP}{{date}}",
    days_of_month=(f"{{month}}{_KEEP}{{day}}", "–", f"{{day}},{_KEEP}{{year}}"),
    days_of_year=(
        f"{{month}}{_KEEP}{{day}}",
        f"{_KEEP}– ",
        f"{{month}}{_KEEP}{{day}},{_KEEP}{{year}}",
    ),
)


def vocabulary(language: str | Vocabulary) -> Vocabulary:
    """The words of a language: a table as it is, `en-US`, and for all else British English."""
    if isinstance(language, Vocabulary):
        return language
    return AMERICAN if language == "en-US" else BRITISH
