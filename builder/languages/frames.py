"""The patterns of days, months, years and their ranges, from the CLDR's, with and without era.

A range repeats only what differs. Which part that is follows from the pattern of the day; the
dash is the CLDR's own. Its ranges themselves are for short names of months, and some of them
are those of no language in particular, so that they would not fit the days they belong to.
"""

from collections.abc import Callable
from typing import Final, TypeAlias

from builder.dates.language import Patterns, Span
from builder.languages.cldr import (
    Data,
    date_format,
    digits_of,
    in_digits,
    interval,
    literal,
    skeleton,
)
from builder.languages.skeletons import (
    Pattern,
    Token,
    era_leads,
    kinds,
    one_kind,
    shared,
    with_era,
    without_dash,
)
from builder.values import frozen

_Range: TypeAlias = tuple[Pattern, str, Pattern]

_KEEP: Final = "\u00a0"
_SLOTS: Final = {
    "y": "{year}",
    "M": "{month}",
    "d": "{day}",
    "E": "{weekday}",
    # Replaced by its name before a vocabulary is made.
    "G": "{era}",
}


@frozen
class Frame:
    """The patterns of a language before their era is put in."""

    year: Pattern
    month: Pattern
    day: Pattern
    quarters: tuple[Pattern, Pattern, Pattern, Pattern]
    years: _Range
    months_of_year: _Range
    days_of_month: _Range
    days_of_year: _Range
    era_model: Pattern
    """A year or a day with its era, which shows where that stands."""


def frame_of(data: Data) -> Frame:
    """The patterns of a language."""
    day = date_format(data, "long")
    month = _in_order_of(day, skeleton(data, "yMMMM"))
    quarter = _in_order_of(day, skeleton(data, "yQQQQ"))
    return Frame(
        year=skeleton(data, "y"),
        month=month,
        day=day,
        quarters=(
            _quarter(data, quarter, 1),
            _quarter(data, quarter, 2),
            _quarter(data, quarter, 3),
            _quarter(data, quarter, 4),
        ),
        years=_years(data),
        months_of_year=_range(data, month, "yMMMM", "M"),
        days_of_month=_range(data, day, "yMMMd", "d"),
        days_of_year=_range(data, day, "yMMMd", "dM"),
        era_model=_era_model(data, day),
    )


def common(frame: Frame, era: str) -> Patterns:
    """The patterns of years that need no era; Thai days have one all the same."""

    def named(pattern: Pattern) -> Pattern:
        return tuple(Token(era) if token.kind == "G" else token for token in pattern)

    return _patterns(frame, named, _range_template(frame.years, named))


def in_era(frame: Frame, era: str) -> Patterns:
    """The patterns of years that need their era; a span of years says it once."""

    def placed(pattern: Pattern) -> Pattern:
        return with_era(pattern, Token(era), frame.era_model)

    start, dash, end = frame.years
    if era_leads(frame.era_model):
        return _patterns(frame, placed, (template(placed(start)), dash, template(end)))
    return _patterns(frame, placed, (template(start), dash, template(placed(end))))


def day_of_month(data: Data, day: Pattern) -> str:
    """A day without its month: "16."."""
    if _drops_what_is_joined(data, day, "yMMMd", "d"):
        return "{day}"
    return template(shared(day, "d")[1])


def day_of_year(data: Data, day: Pattern) -> str:
    """A day without its year: "16. April"."""
    pattern = skeleton(data, "MMMMd")
    is_own = kinds(pattern, "Md") == kinds(day, "Md") and len(one_kind(pattern, "M")) == 4
    return template(pattern if is_own else shared(day, "dM")[1])


def dash_of(data: Data, name: str, difference: str) -> str:
    """The dash of a range; a line may break behind it, but not before."""
    halves = interval(data, name, difference)
    dash = without_dash(*halves)[1] if len(halves) == 2 else ""
    if not dash.strip():
        dash = data["interval_formats"][None].replace("{0}", "").replace("{1}", "")
    sign = dash.split()[-1]
    before = "" if dash.startswith(sign) else _KEEP
    return f"{before}{sign}{' ' if dash[-1].isspace() else ''}"


def template(pattern: Pattern) -> str:
    """A pattern as a vocabulary has it."""
    return "".join(
        ("{dd}" if token.text == "dd" else _SLOTS[token.kind])
        if token.kind
        else literal(token.text)
        for token in pattern
    )


def _in_order_of(day: Pattern, pattern: Pattern) -> Pattern:
    """The pattern, turned round when it is that of no language in particular.

    Such a one has the year first even though the language's days have it last.
    """
    if kinds(pattern).startswith("y") == kinds(day).startswith("y") or len(pattern) != 3:
        return pattern
    return (pattern[2], Token(" "), pattern[0])


def _era_model(data: Data, day: Pattern) -> Pattern:
    model = skeleton(data, "GyMMMd")
    if kinds(model).replace("G", "") == kinds(day).replace("G", ""):
        return model
    return skeleton(data, "Gy")


def _range(data: Data, pattern: Pattern, name: str, differing: str) -> _Range:
    start, _, end = shared(pattern, differing)
    if _drops_what_is_joined(data, pattern, name, differing):
        start = start[:-1]
    return start, dash_of(data, name, differing[-1]), end


def _drops_what_is_joined(data: Data, pattern: Pattern, name: str, differing: str) -> bool:
    """Whether the day before the dash is a bare number: "2025. április 16–29."."""
    start, _, end = shared(pattern, differing)
    halves = interval(data, name, differing[-1])
    if len(halves) != 2 or start[-1].kind:
        return False
    month = one_kind(pattern, "M")
    given = _with_month(without_dash(*halves)[0], month)
    return given == start[:-1] and _with_month(halves[1], month) == end


def _with_month(pattern: Pattern, month: str) -> Pattern:
    """The pattern with another width of the month's name, for names in full."""
    return tuple(
        Token(month, "M") if token.kind == "M" and len(token.text) > 2 < len(month) else token
        for token in pattern
    )


def _years(data: Data) -> _Range:
    whole = skeleton(data, "y")
    dash = dash_of(data, "y", "y")
    halves = interval(data, "y", "y")
    if len(halves) == 2 and halves[1] == whole:
        return without_dash(*halves)[0], dash, whole
    return (Token("y", "y"),), dash, whole


def _quarter(data: Data, pattern: Pattern, number: int) -> Pattern:
    field = one_kind(pattern, "Q")
    names = data["quarters"]["stand-alone" if field.startswith("q") else "format"]
    if len(field) < 3:
        name = in_digits(str(number), digits_of(data))
    else:
        name = names["wide" if len(field) == 4 else "abbreviated"][number]
    return tuple(Token(name) if token.kind == "Q" else token for token in pattern)


def _patterns(frame: Frame, change: Callable[[Pattern], Pattern], years: Span) -> Patterns:
    first, second, third, fourth = (template(change(quarter)) for quarter in frame.quarters)
    return Patterns(
        year=template(change(frame.year)),
        month=template(change(frame.month)),
        day=template(change(frame.day)),
        quarters=(first, second, third, fourth),
        years=years,
        months_of_year=_range_template(frame.months_of_year, change),
        days_of_month=_range_template(frame.days_of_month, change),
        days_of_year=_range_template(frame.days_of_year, change),
    )


def _range_template(found: _Range, change: Callable[[Pattern], Pattern]) -> Span:
    start, dash, end = found
    return template(change(start)), dash, template(change(end))
