"""Everything page makers look up: events and sources by id, labels, entries, addresses."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from builder.citing import holding
from builder.dates import EventDate, Vocabulary, month_name, year_words
from builder.languages import vocabulary_of
from builder.model.lists import NO_DATE, Entry, Link, ShownDate
from builder.model.pages import Page, Picture, RedirectPage, ShownPassage, Work
from builder.model.settings import Settings
from builder.model.timeline import (
    Passage,
    Photo,
    PublicEvent,
    PublicSource,
    PublicTimeline,
    UnnamedSource,
)
from builder.stages.plan.entries import Grouping, entry
from builder.stages.plan.labels import Directory, directory
from builder.stages.plan.shown import (
    month_anchor,
    names,
    newest,
    shown_captures,
    shown_date,
    source_change,
    title_of,
    year_name,
    year_path,
)


class Atlas:
    """The public timeline with its indexes; made once for a plan."""

    def __init__(self, public: PublicTimeline) -> None:
        self.public = public
        self.settings: Settings = public.settings
        self.language: Vocabulary = vocabulary_of(public.settings.language)
        self._dates: dict[tuple[str, bool, bool], ShownDate] = {}
        self._passages: dict[int, ShownPassage] = {}
        self._pictures: dict[int, Picture] = {}
        self._breadcrumbs: dict[tuple[int | None, int | None], tuple[Link, ...]] = {}
        self.sources = {source.id: source for source in public.sources}
        self.events = {event.id: event for event in public.events}
        self.labels: Directory = directory(public)
        self.pages = {page.name: page for page in public.pages}
        clocks = (event.date.clock for event in public.events)
        zones = {clock.zone for clock in clocks if clock is not None and clock.zone}
        self.zones = tuple(sorted(zones))
        shows_zone = len(zones) > 1
        self.entries: dict[str, Entry] = {
            event.id: entry(event, self.date(event.date, zone=shows_zone))
            for event in public.events
        }
        self.grouping = Grouping(self.entries, self.settings, self.language)
        self.works = {source.id: self._work(source) for source in public.sources}
        self.works |= {each.key: _unnamed_work(each) for each in public.unnamed}
        self.outlets = {
            source.id: (source.publication or self.works[source.id].title, source.url)
            for source in public.sources
            if source.url
        }
        """Where an article can be seen: the publication's name and the address."""
        self._source_changes = {source.id: source_change(source) for source in public.sources}
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

    def date(
        self, date: EventDate | None, *, weekday: bool = False, zone: bool = True
    ) -> ShownDate:
        """Give a date in words."""
        if date is None:
            return NO_DATE
        # Dates of one notation are equal, and a text is hashed faster than a date.
        key = (date.edtf, weekday, zone)
        found = self._dates.get(key)
        if found is None:
            found = shown_date(date, self.language, weekday=weekday, zone=zone)
            self._dates[key] = found
        return found

    def breadcrumb(self, date: EventDate) -> tuple[Link, ...]:
        """Give the links to what is above an event: the timeline, its year and its month."""
        key = (date.year, date.month)
        found = self._breadcrumbs.get(key)
        if found is None:
            found = self._breadcrumbs[key] = self._breadcrumb(*key)
        return found

    def _breadcrumb(self, year: int | None, month: int | None) -> tuple[Link, ...]:
        top = Link("Timeline", "index.html")
        if year is None:
            return (top, Link("Undated", "undated.html"))
        crumbs = (top, Link(year_words(year, self.language), self.period_path(year)))
        if not month:
            return crumbs
        heading = month_name(month, self.language)
        return (*crumbs, Link(heading, self.period_path(year, month)))

    def event_link(self, event_id: str) -> Link:
        """Give the link to an event's page."""
        return Link(self.events[event_id].title, f"events/{event_id}.html")

    def absolute(self, path: str) -> str:
        """Give a page's public address, or nothing where the site's is not known."""
        return f"{self.settings.url}{path}" if self.settings.url else ""

    def leading(self, path: str, to: Link) -> Page:
        """Give a page at an earlier address, which leads to the present one."""
        return Page(
            kind="redirect",
            path=path,
            title=to.text,
            description="",
            view=RedirectPage(to),
            root=self.root_of(path),
            canonical=self.absolute(to.path),
        )

    def root_of(self, path: str) -> str:
        """Give what leads from a page to the site's root."""
        return "../" * path.count("/")

    def passage(self, passage: Passage) -> ShownPassage:
        """Give a passage with its links; one value however many events cite it."""
        # Told apart by identity: events that cite the same words share the value.
        found = self._passages.get(id(passage))
        if found is None:
            found = _shown(passage, self.sources.get(passage.article))
            self._passages[id(passage)] = found
        return found

    def picture(self, photo: Photo) -> Picture:
        """Give a photo as pages show it; one value however many pages do."""
        found = self._pictures.get(id(photo))
        if found is None:
            found = self._pictures[id(photo)] = self._picture(photo)
        return found

    def _picture(self, photo: Photo) -> Picture:
        carriers = dict.fromkeys(each.article for each in photo.seen_in)
        return Picture(
            anchor=f"photo-{photo.handle}",
            caption=photo.caption,
            credit=photo.credit,
            image=f"photos/{photo.image}" if photo.image else "",
            alt=photo.alt,
            rights=photo.rights,
            licence_url=photo.licence_url,
            acquire_url=photo.acquire_url,
            taken=photo.taken,
            place=photo.place,
            copyright=photo.copyright,
            seen_at=tuple(self.outlets[each] for each in carriers if each in self.outlets),
        )

    def _work(self, source: PublicSource) -> Work:
        publication = None
        if source.publication:
            publication = self.labels.publications.link(source.publication)
        return Work(
            id=source.id,
            path=f"sources/{source.id}.html",
            title=title_of(source, self.language),
            publication=publication,
            authors=names(source.authors),
            published=self.date(source.dated),
            page=source.page,
            held=", ".join(holding(source)),
            url=source.url,
            language=source.language,
            captures=shown_captures(source.captures, self.language),
        )

    def _change(self, event: PublicEvent) -> EventDate | None:
        """Give the newest day on which anything about an event changed; never its own date."""
        corrected = (correction.date for correction in event.corrections)
        cited = (self._source_changes.get(each.article) for each in event.citations)
        return newest((event.added, event.updated, *corrected, *cited))


def _unnamed_work(source: UnnamedSource) -> Work:
    return Work(
        id="",
        path="",
        title=source.named_as,
        publication=None,
        authors="",
        published=NO_DATE,
        page="",
        held="",
        url="",
        language=source.language,
        captures=(),
    )


def _shown(passage: Passage, source: PublicSource | None) -> ShownPassage:
    """Give a passage as pages show it; of a source that is not named, its words only."""
    anchor = f"#{passage.anchor}" if passage.is_proved else ""
    url = source.url if source else ""
    leads_out = passage.fragment and url and "#" not in url
    return ShownPassage(
        exact=passage.exact,
        is_proved=passage.is_proved,
        is_elided=len(passage.parts) > 1,
        in_title=passage.in_title,
        path=f"sources/{source.id}.html{anchor}" if source else "",
        publisher_url=f"{url}{passage.fragment}" if leads_out else "",
        speaker=passage.speaker,
        translation=passage.translation,
        locator=passage.locator or passage.page,
        paragraph=passage.paragraph,
    )
