"""The timeline page, the pages of years and months, and those of labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from builder.dates import year_words, years_words
from builder.markdown import NO_TEXT, whole
from builder.model.content import TextPage
from builder.model.lists import (
    CountedLink,
    LabelList,
    LabelPage,
    Link,
    PeriodPage,
    TimelinePage,
)
from builder.model.pages import Page, PageKind
from builder.model.timeline import PublicEvent
from builder.stages.plan.atlas import Atlas
from builder.stages.plan.labels import Label, Labels
from builder.stages.plan.names import earlier_addresses, outside_links, shown_names
from builder.stages.plan.overview import Address, overview
from builder.stages.plan.shown import counted, year_name, year_path
from builder.stages.plan.source_pages import article_row

_LATEST = 12


def timeline_page(atlas: Atlas) -> Page:
    """Give the first page: every event on a small site, the way to them on a large one."""
    events = atlas.public.events
    is_small = len(events) <= atlas.settings.page_size
    latest = () if is_small else _latest(atlas)

    def address(year: int, month: int) -> str:
        if is_small and not month:
            return f"index.html#y{year_name(year)}"
        return atlas.period_path(year, month)

    view = TimelinePage(
        facts=_site_facts(atlas),
        overview=overview(events, atlas.language, address),
        groups=atlas.grouping.years(events) if is_small else (),
        years=_years(atlas, address),
        latest=tuple(atlas.entries[event.id] for event in latest),
        topics=atlas.labels.tags.counted(),
        people=atlas.labels.people.counted(),
        publications=atlas.labels.publications.counted(),
    )
    return _page(atlas, "timeline", "index.html", "", atlas.settings.description, view, "timeline")


def _latest(atlas: Atlas) -> list[PublicEvent]:
    dated = [event for event in atlas.public.events if atlas.changes[event.id] is not None]
    return sorted(dated, key=lambda event: _changed(atlas, event), reverse=True)[:_LATEST]


def _changed(atlas: Atlas, event: PublicEvent) -> tuple[tuple[int, ...], str]:
    change = atlas.changes[event.id]
    return (change.sort_key if change else (), event.id)


def _years(atlas: Atlas, address: Address) -> tuple[CountedLink, ...]:
    found = [
        CountedLink(year_words(year, atlas.language), address(year, 0), months.total())
        for year, months in sorted(atlas.months.items(), reverse=atlas.settings.newest_first)
    ]
    undated = len(atlas.public.events) - sum(link.count for link in found)
    return (*found, CountedLink("Undated", "undated.html", undated)) if undated else tuple(found)


def _site_facts(atlas: Atlas) -> str:
    public = atlas.public
    facts = _events_and_years(atlas, public.events) + f" {counted(len(public.sources), 'source')}."
    changes = [change for change in atlas.changes.values() if change is not None]
    if changes:
        newest = max(changes, key=lambda change: change.sort_key)
        facts += f" Updated {atlas.date(newest).words}."
    return facts


def _events_and_years(atlas: Atlas, events: Sequence[PublicEvent]) -> str:
    years = [event.date.year for event in events if event.date.year is not None]
    count = counted(len(events), "event")
    if not years:
        return f"{count}."
    first, last = min(years), max(years)
    if first == last:
        return f"{count}, {year_words(first, atlas.language)}."
    return f"{count}, {years_words(first, last, atlas.language)}."


# ------------------------------------------------------------------------- years and months


def period_pages(atlas: Atlas) -> Iterator[Page]:
    """Give the page of every year that has events, of its months where they are too many."""
    years = atlas.years
    dated = (event for event in atlas.public.events if event.date.year is not None)
    by_year = groupby(dated, key=lambda event: event.date.year or 0)
    for index, (year, group) in enumerate(by_year):
        earlier = years[index - 1] if index else None
        later = years[index + 1] if index + 1 < len(years) else None
        yield from _year_pages(atlas, year, list(group), earlier, later)
    undated = [event for event in atlas.public.events if event.date.year is None]
    if undated:
        view = PeriodPage(
            heading="Undated",
            facts=f"{counted(len(undated), 'event')}.",
            overview=None,
            groups=atlas.grouping.years(undated),
            months=(),
            parent=None,
            earlier=None,
            later=None,
        )
        yield _page(atlas, "period", "undated.html", "Undated", "", view, "timeline")


def _year_pages(
    atlas: Atlas, year: int, events: list[PublicEvent], earlier: int | None, later: int | None
) -> Iterator[Page]:
    groups = atlas.grouping.months(year, events)
    is_split = atlas.has_month_pages(year)
    unknown = f"y{year_name(year)}-unknown"
    months = tuple(
        CountedLink(group.heading, f"{_month_file(group.anchor)}", group.count)
        for group in groups
        if is_split and group.anchor != unknown
    )
    heading = year_words(year, atlas.language)
    view = PeriodPage(
        heading=heading,
        facts=_events_and_years(atlas, events),
        overview=overview(events, atlas.language, atlas.period_path, year=year),
        groups=tuple(each for each in groups if each.anchor == unknown) if is_split else groups,
        months=months,
        parent=None,
        earlier=_year_link(atlas, earlier),
        later=_year_link(atlas, later),
    )
    path = year_path(year)
    description = f"{atlas.settings.title}: the events of {heading}."
    yield _page(atlas, "period", path, heading, description, view, "timeline")
    if is_split:
        shown = [group for group in groups if group.anchor != unknown]
        for index, group in enumerate(shown):
            before = months[index - 1] if index else None
            after = months[index + 1] if index + 1 < len(months) else None
            month = PeriodPage(
                heading=group.heading,
                facts=f"{counted(group.count, 'event')}.",
                overview=None,
                groups=(group,),
                months=(),
                parent=Link(heading, path),
                earlier=Link(before.text, before.path) if before else None,
                later=Link(after.text, after.path) if after else None,
            )
            where = _month_file(group.anchor)
            yield _page(atlas, "period", where, group.heading, "", month, "timeline")


def _month_file(anchor: str) -> str:
    return f"{anchor.removeprefix('m')}.html"


def _year_link(atlas: Atlas, year: int | None) -> Link | None:
    return None if year is None else Link(year_words(year, atlas.language), year_path(year))


# ------------------------------------------------------------------------------------ labels

_KINDS: tuple[tuple[str, PageKind, PageKind, str], ...] = (
    ("tags", "tag", "tags", "Topics"),
    ("people", "person", "people", "People"),
    ("places", "place", "places", "Places"),
    ("publications", "publication", "publications", "Publications"),
)


def label_pages(atlas: Atlas) -> Iterator[Page]:
    """Give the pages of tags, people, places and publications, and their lists."""
    for folder, kind, list_kind, heading in _KINDS:
        labels: Labels = getattr(atlas.labels, folder)
        shown = labels.in_order()
        section = "sources" if folder == "publications" else folder
        parent = Link(heading, f"{folder}/index.html")
        for label in shown:
            yield from _label_pages(atlas, labels, label, kind, parent, section)
        if shown:
            view = LabelList(labels.counted())
            description = f"{heading} in {atlas.settings.title}."
            yield _page(atlas, list_kind, parent.path, heading, description, view, section)


def _label_pages(
    atlas: Atlas, labels: Labels, label: Label, kind: PageKind, parent: Link, section: str
) -> Iterator[Page]:
    path = labels.path(label)
    is_split = len(label.events) > atlas.settings.page_size
    folder = path.removesuffix(".html")
    years = _label_years(atlas, folder, label.events) if is_split else ()

    def address(year: int, month: int) -> str:
        return f"{folder}/{year_path(year)}" if is_split else f"{path}#y{year_name(year)}"

    text: TextPage | None = atlas.pages.get(f"{labels.folder}/{label.slug}")
    view = LabelPage(
        name=label.name,
        text=whole(text.body, atlas.root_of(path)) if text else NO_TEXT,
        url=text.url if text else "",
        facts=_label_facts(atlas, label),
        overview=overview(label.events, atlas.language, address),
        groups=() if is_split else atlas.grouping.years(label.events, months=False),
        years=years,
        articles=tuple(article_row(atlas, source) for source in label.sources),
        parent=parent,
        lat=label.place.lat if label.place else None,
        lon=label.place.lon if label.place else None,
        language=label.known.names[0].language if label.known else "",
        names=shown_names(atlas, label),
        links=outside_links(label),
    )
    description = f"{label.name}: {counted(len(label.events), 'event')} in {atlas.settings.title}."
    yield _page(atlas, kind, path, label.name, description, view, section)
    if is_split:
        for year, group in groupby(label.events, key=lambda event: event.date.year):
            yield _label_year(
                atlas, label, year, list(group), Link(label.name, path), kind, section
            )
    yield from earlier_addresses(atlas, labels, label, years)


def _label_year(
    atlas: Atlas,
    label: Label,
    year: int | None,
    events: list[PublicEvent],
    parent: Link,
    kind: PageKind,
    section: str,
) -> Page:
    heading = "undated" if year is None else year_words(year, atlas.language)
    file = "undated.html" if year is None else year_path(year)
    path = f"{parent.path.removesuffix('.html')}/{file}"
    name = f"{label.name}, {heading}"
    view = LabelPage(
        name=name,
        text=NO_TEXT,
        url="",
        facts=f"{counted(len(events), 'event')}.",
        overview=None,
        groups=atlas.grouping.years(events),
        years=(),
        articles=(),
        parent=parent,
    )
    return _page(atlas, kind, path, name, "", view, section)


def _label_years(
    atlas: Atlas, folder: str, events: Iterable[PublicEvent]
) -> tuple[CountedLink, ...]:
    found = []
    for year, group in groupby(events, key=lambda event: event.date.year):
        count = len(list(group))
        if year is None:
            found.append(CountedLink("Undated", f"{folder}/undated.html", count))
        else:
            words = year_words(year, atlas.language)
            found.append(CountedLink(words, f"{folder}/{year_path(year)}", count))
    return tuple(found)


def _label_facts(atlas: Atlas, label: Label) -> str:
    if label.sources:
        events, articles = counted(len(label.events), "event"), len(label.sources)
        return f"Cited in {events}, {counted(articles, 'article')}."
    return _events_and_years(atlas, label.events)


def _page(
    atlas: Atlas,
    kind: PageKind,
    path: str,
    title: str,
    description: str,
    view: TimelinePage | PeriodPage | LabelPage | LabelList,
    section: str,
) -> Page:
    shown = "" if path == "index.html" else path
    canonical = atlas.absolute(shown)
    return Page(kind, path, title, description, view, atlas.root_of(path), canonical, section)
