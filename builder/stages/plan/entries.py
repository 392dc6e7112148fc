"""Events as entries of lists, in groups by year and month."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from builder.dates import Language, month_words, year_without_month_words, year_words
from builder.markdown import inline
from builder.model.lists import Entry, Group, ShownDate
from builder.model.settings import Settings
from builder.model.timeline import Account, PublicEvent, Version
from builder.stages.plan.shown import month_anchor, year_name

_MONTHS_FROM: Final = 24
"""A year with more events than this is divided by months."""


def accounts_differ(accounts: tuple[Account, ...]) -> bool:
    """Tell whether sources give different answers."""
    return any(len({_answer(version) for version in each.versions}) > 1 for each in accounts)


def _answer(version: Version) -> str:
    passage = version.passage
    answer = version.value or (passage.exact if passage else "")
    return " ".join(answer.casefold().split())


def entry(event: PublicEvent, date: ShownDate) -> Entry:
    """Give an event as an entry; `date` is its date in words."""
    return Entry(
        id=event.id,
        title=event.title,
        date=date,
        summary=inline(event.summary),
        place=event.place.name if event.place else "",
        sources=len(event.citations),
        independent=event.independent,
        hides_sources=event.hides_sources,
        differ=accounts_differ(event.accounts),
        captions=len(event.photos),
        is_corrected=bool(event.corrections),
        status="" if event.status == "reported" else event.status,
        is_draft=event.is_draft,
    )


class Grouping:
    """Makes groups of events, whose entries it knows."""

    def __init__(self, entries: dict[str, Entry], settings: Settings, language: Language) -> None:
        self.entries = entries
        self.language = language
        self.newest_first = settings.newest_first

    def years(self, events: Iterable[PublicEvent], *, months: bool = True) -> tuple[Group, ...]:
        """Group events by year, years with many events by month as well."""
        found = [
            self._year(year, list(group), months=months)
            for year, group in groupby(events, key=lambda event: event.date.year)
        ]
        undated = [group for group in found if group.anchor == "undated"]
        dated = [group for group in found if group.anchor != "undated"]
        return (*(reversed(dated) if self.newest_first else dated), *undated)

    def months(self, year: int, events: Iterable[PublicEvent]) -> tuple[Group, ...]:
        """Group the events of one year by month; those known to the year only come first."""
        found = [
            Group(
                heading=self._month_heading(year, month),
                anchor=month_anchor(year, month) if month else f"y{year_name(year)}-unknown",
                count=len(members),
                entries=self._entries(members),
            )
            for month, members in _by_month(events)
        ]
        return tuple(reversed(found) if self.newest_first else found)

    def _month_heading(self, year: int, month: int) -> str:
        if month:
            return month_words(year, month, self.language)
        return year_without_month_words(year, self.language)

    def _year(self, year: int | None, events: list[PublicEvent], *, months: bool) -> Group:
        if year is None:
            return Group("Undated", "undated", len(events), self._entries(events))
        heading, anchor = year_words(year, self.language), f"y{year_name(year)}"
        if months and len(events) > _MONTHS_FROM:
            return Group(heading, anchor, len(events), groups=self.months(year, events))
        return Group(heading, anchor, len(events), self._entries(events))

    def _entries(self, events: list[PublicEvent]) -> tuple[Entry, ...]:
        found = [self.entries[event.id] for event in events]
        return tuple(reversed(found) if self.newest_first else found)


def _by_month(events: Iterable[PublicEvent]) -> list[tuple[int, list[PublicEvent]]]:
    """Give the events of a year by month, 0 for an unknown one."""
    found: dict[int, list[PublicEvent]] = {}
    for event in events:
        found.setdefault(event.date.month or 0, []).append(event)
    return sorted(found.items())
