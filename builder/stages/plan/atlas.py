"""Everything page makers look up: events and sources by id, labels, entries, addresses."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from builder.dates import EventDate
from builder.model.lists import Entry, Link, ShownDate
from builder.model.settings import Settings
from builder.model.timeline import PublicEvent, PublicSource, PublicTimeline
from builder.stages.plan.entries import Grouping, entry
from builder.stages.plan.labels import Directory, directory
from builder.stages.plan.shown import (
    last_change,
    month_anchor,
    shown_date,
    title_of,
    year_name,
    year_path,
)


class Atlas:
    """The public timeline with its indexes; made once for a plan."""

    def __init__(self, public: PublicTimeline) -> None:
        self.public = public
        self.settings: Settings = public.settings
        self.language = public.settings.language
        self.sources = {source.id: source for source in public.sources}
        self.events = {event.id: event for event in public.events}
        self.labels: Directory = directory(public)
        self.pages = {page.name: page for page in public.pages}
        clocks = (event.date.clock for event in public.events)
        zones = {clock.zone for clock in clocks if clock is not None and clock.zone}
        self.zones = tuple(sorted(zones))
        shows_zone = len(zones) > 1
        self.entries: dict[str, Entry] = {
            event.id: entry(event, self.settings, shows_zone=shows_zone) for event in public.events
        }
        self.grouping = Grouping(self.entries, self.settings)
        self.cards = {source.id: self._card(source) for source in public.sources}
        self.outlets = {
            source.id: (source.publication or self.cards[source.id].title, source.url)
            for source in public.sources
            if source.url
        }
        """Where an article can be seen: the publication's name and the address."""
        self.changes = {event.id: self._change(event) for event in public.events}

    @cached_property
    def months(self) -> dict[int, Counter[int]]:
        """How many events each month has, by year; month 0 is an unknown one."""
        found: dict[int, Counter[int]] = {}
        for event in self.public.events:
            if event.date.year is not None:
                found.setdefault(event.date.year, Counter())[event.date.month or 0] += 1
        return found

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have events, earliest first."""
        return tuple(sorted(self.months))

    def has_month_pages(self, year: int) -> bool:
        """Tell whether a year has too many events for one page."""
        return self.months[year].total() > self.settings.page_size

    def period_path(self, year: int, month: int = 0) -> str:
        """Give where the events of a year, or of a month of it, are listed."""
        if not month:
            return year_path(year)
        if year in self.months and self.has_month_pages(year) and self.months[year][month]:
            return f"{year_name(year)}-{month:02d}.html"
        return f"{year_path(year)}#{month_anchor(year, month)}"

    def date(self, date: EventDate | None) -> ShownDate:
        """Give a date in words."""
        return shown_date(date, self.language)

    def event_link(self, event_id: str) -> Link:
        """Give the link to an event's page."""
        return Link(self.events[event_id].title, f"events/{event_id}.html")

    def root_of(self, path: str) -> str:
        """Give what leads from a page to the site's root."""
        return "../" * path.count("/")

    def _card(self, source: PublicSource) -> SourceCard:
        publication = None
        if source.publication:
            publication = self.labels.publications.link(source.publication)
        return SourceCard(
            title=title_of(source, self.language),
            path=f"sources/{source.id}.html",
            publication=publication,
            published=shown_date(source.published, self.language),
            archived=source.captures[0].url if source.captures else "",
        )

    def _change(self, event: PublicEvent) -> EventDate | None:
        cited = tuple(self.sources[each.article] for each in event.citations)
        return last_change(event, cited)


@dataclass(frozen=True, slots=True)
class SourceCard:
    """What every mention of an article shows."""

    title: str
    path: str
    publication: Link | None
    published: ShownDate
    archived: str
