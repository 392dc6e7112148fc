"""The overview chart: when it happened, and when it may have happened.

An event whose month or day is known is a bar; any other is in the uncertainty row under the
bars, over all the months it may lie in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final, Literal

from builder.dates import (
    Day,
    EventDate,
    Language,
    decade_label,
    month_label,
    month_words,
    year_words,
    years_label,
    years_words,
)
from builder.model.lists import Bar, CountedLink, Overview, UncertainRun
from builder.model.timeline import PublicEvent
from builder.stages.plan.shown import counted
from builder.values import frozen

_HEIGHT: Final = 88
_LEAST: Final = 3
_MOST_LABELS: Final = 12
_MONTHLY_YEARS: Final = 20
_MOST_BINS: Final = 240
_STEPS: Final = (1, 5, *(digit * 10**zeros for zeros in range(1, 13) for digit in (1, 2, 5)))
_SIZES: Final = tuple(10**zeros for zeros in range(12))
"""A year has twelve digits at most, so both are large enough for any two."""

Address = Callable[[int, int], str]
"""Gives where a year, or a month of it, is shown; the month is 0 for the whole year."""


@frozen
class _Scale:
    """How time is cut into bins."""

    first_year: int
    last_year: int
    step: int
    """Years a label."""
    years_a_bin: int
    """0 where a bin is a month."""

    @property
    def bins(self) -> int:
        years = self.last_year - self.first_year + 1
        return years * 12 if not self.years_a_bin else -(-years // self.years_a_bin)

    @property
    def unit(self) -> Literal["month", "year", "period"]:
        """What a bin is called."""
        if not self.years_a_bin:
            return "month"
        return "year" if self.years_a_bin == 1 else "period"

    def bin(self, year: int, month: int) -> int:
        """Give the bin of a month, clipped to the scale."""
        if self.years_a_bin:
            found = (year - self.first_year) // self.years_a_bin
        else:
            found = (year - self.first_year) * 12 + month - 1
        return min(max(found, 0), self.bins - 1)


def overview(
    events: Sequence[PublicEvent], language: Language, address: Address, *, year: int | None = None
) -> Overview | None:
    """Chart events; None when there are too few to compare. `year` charts one year by months."""
    dates = [event.date for event in events]
    years = Counter([found for date in dates if (found := date.year) is not None])
    if years.total() < 2:
        return None
    scale = _Scale(year, year, 1, 0) if year is not None else _scale(min(years), max(years))
    dates = [date for date in dates if not date.is_undated]
    months = Counter([(date.sort_key[0], date.month) for date in dates if date.is_charted])
    bars: Counter[int] = Counter()
    for (found, month), count in months.items():
        bars[scale.bin(found, month or 1)] += count
    return Overview(
        bins=scale.bins,
        unit=scale.unit,
        bars=_bars(bars, scale, language, address),
        uncertain=_uncertain(dates, scale),
        busiest=_busiest(bars, scale, language),
        labels=_month_labels(dates, year, language, address)
        if year is not None
        else _year_labels(years, scale, language, address),
    )


def _scale(first: int, last: int) -> _Scale:
    step = next(step for step in _STEPS if last // step - first // step < _MOST_LABELS)
    first, last = first // step * step, last // step * step + step - 1
    years = last - first + 1
    if years <= _MONTHLY_YEARS:
        return _Scale(first, last, step, 0)
    size = next(size for size in _SIZES if years / size <= _MOST_BINS)
    return _Scale(first, last, step, size)


def _bars(
    counts: Counter[int], scale: _Scale, language: Language, address: Address
) -> tuple[Bar, ...]:
    most = max(counts.values(), default=1)
    found = []
    for number, count in sorted(counts.items()):
        words = f"{_bin_words(number, scale, language)}: {counted(count, 'event')}"
        year, month = _bin_start(number, scale)
        path = address(year, month) if scale.years_a_bin in (0, 1) else ""
        height = max(_LEAST, round(count * _HEIGHT / most))
        found.append(Bar(number, height, words, path))
    return tuple(found)


def _bin_start(number: int, scale: _Scale) -> tuple[int, int]:
    if scale.years_a_bin:
        return scale.first_year + number * scale.years_a_bin, 0
    return scale.first_year + number // 12, number % 12 + 1


def _bin_words(number: int, scale: _Scale, language: Language) -> str:
    year, month = _bin_start(number, scale)
    if month:
        return month_words(year, month, language)
    if scale.years_a_bin == 1:
        return year_words(year, language)
    last = year + scale.years_a_bin - 1
    return years_words(year, last, language)


def _busiest(counts: Counter[int], scale: _Scale, language: Language) -> str:
    if not counts:
        return ""
    number, count = max(counts.items(), key=lambda found: (found[1], -found[0]))
    if count < 2:
        return ""
    return (
        f"Busiest {scale.unit}: {_bin_words(number, scale, language)} ({counted(count, 'event')})"
    )


def _uncertain(dates: Iterable[EventDate], scale: _Scale) -> tuple[UncertainRun, ...]:
    """Count for each bin the events that might lie in it; runs of one level are one."""
    changes: Counter[int] = Counter()
    for date in dates:
        if date.is_charted:
            continue
        start: Day = date.earliest or (scale.first_year, 1, 1)
        end: Day = date.latest or (scale.last_year, 12, 31)
        changes[scale.bin(start[0], start[1])] += 1
        changes[scale.bin(end[0], end[1]) + 1] -= 1
    levels, level = [], 0
    for number in range(scale.bins):
        level += changes[number]
        levels.append(level)
    return _runs(levels)


def _runs(levels: list[int]) -> tuple[UncertainRun, ...]:
    most = max(levels, default=0)
    runs: list[UncertainRun] = []
    for number, count in enumerate(levels):
        level = -(-count * 4 // most) if count else 0
        if runs and runs[-1].level == level and runs[-1].end == number:
            runs[-1] = runs[-1]._replace(end=number + 1)
        elif level:
            runs.append(UncertainRun(number, number + 1, level))
    return tuple(runs)


def _year_labels(
    years: Counter[int], scale: _Scale, language: Language, address: Address
) -> tuple[CountedLink, ...]:
    found = []
    for first in range(scale.first_year, scale.last_year + 1, scale.step):
        inside = sorted(year for year in years if first <= year < first + scale.step)
        count = sum(years[year] for year in inside)
        path = address(inside[0], 0) if inside else ""
        found.append(CountedLink(_span_words(first, scale.step, language), path, count))
    return tuple(found)


def _span_words(first: int, step: int, language: Language) -> str:
    if step == 1:
        return year_words(first, language)
    if step == 10 and first > 0:
        return decade_label(first, language)
    return years_label(first, first + step - 1, language)


def _month_labels(
    dates: Iterable[EventDate], year: int, language: Language, address: Address
) -> tuple[CountedLink, ...]:
    counts = Counter(date.month for date in dates)
    return tuple(
        CountedLink(
            month_label(month, language),
            address(year, month) if counts[month] else "",
            counts[month],
        )
        for month in range(1, 13)
    )
