"""The page of each event."""

from __future__ import annotations

from collections.abc import Iterator

from builder.evidence.accounts import differing
from builder.evidence.page_marks import canonical
from builder.markdown import back_anchor, cited, page_anchor, words
from builder.model.lists import Link, ShownDate
from builder.model.pages import (
    EventPage,
    OwnFact,
    Page,
    ShownAccount,
    ShownCorrection,
    ShownPhoto,
    ShownVersion,
    SourceEntry,
    Work,
)
from builder.model.timeline import Account, Citation, Photo, PublicEvent, PublicSource
from builder.stages.plan.atlas import Atlas
from builder.stages.plan.entries import accounts_differ
from builder.stages.plan.shown import names

_Stop = tuple[Link, ShownDate]
"""An event as its neighbours show it."""


def event_pages(atlas: Atlas) -> Iterator[Page]:
    """Give each event's page, and a page at each earlier address that leads to it."""
    events = atlas.public.events
    stops = [None, *(_stop(atlas, event) for event in events), None]
    for event, earlier, later in zip(events, stops, stops[2:], strict=False):
        yield _page(atlas, event, earlier, later)
        for alias in event.aliases:
            yield atlas.leading(f"events/{alias}.html", atlas.event_link(event.id))


def _page(atlas: Atlas, event: PublicEvent, earlier: _Stop | None, later: _Stop | None) -> Page:
    short = atlas.date(event.date)
    path = f"events/{event.id}.html"
    return Page(
        kind="event",
        path=path,
        title=f"{event.title}, {short.words}" if short.words else event.title,
        description=_description(event),
        view=_view(atlas, event, short, earlier, later),
        root="../",
        canonical=atlas.absolute(path),
        section="timeline",
    )


def _description(event: PublicEvent) -> str:
    text = words(event.summary) or words(event.body)
    return text if len(text) <= 300 else text[:297].rsplit(" ", 1)[0] + "…"


def _stop(atlas: Atlas, event: PublicEvent) -> _Stop:
    return Link(event.title, f"events/{event.id}.html"), atlas.date(event.date)


def _view(
    atlas: Atlas,
    event: PublicEvent,
    short: ShownDate,
    earlier: _Stop | None,
    later: _Stop | None,
) -> EventPage:
    numbers = {citation.article: citation.number for citation in event.citations}
    summary, body = cited((event.summary, event.body), numbers, "../")
    changed = atlas.date(atlas.changes[event.id])
    labels = atlas.labels
    photos, carried = _photos(atlas, event.photos, numbers)
    return EventPage(
        id=event.id,
        title=event.title,
        date=atlas.date(event.date, weekday=True),
        short_date=short,
        date_basis=event.date_basis,
        date_written=event.date_written,
        place=event.place,
        place_link=labels.places.link(event.place.name) if event.place else None,
        summary=summary,
        body=body,
        status="" if event.status == "reported" else event.status,
        source_words=source_words(event),
        differ=accounts_differ(event.accounts),
        accounts=tuple(_account(atlas, each) for each in event.accounts),
        photos=photos,
        people=labels.people.links(event.people),
        topics=labels.tags.links(event.tags),
        own=tuple(
            OwnFact(each.label, each.values, atlas.date(each.date)) for each in event.own_values
        ),
        sources=tuple([_source(atlas, each, carried) for each in event.citations]),
        undisclosed=tuple(atlas.passage(each) for each in event.undisclosed),
        corrections=tuple(
            ShownCorrection(atlas.date(each.date), each.text)
            for each in sorted(event.corrections, key=lambda each: each.date.sort_key, reverse=True)
        ),
        cite=_cite(atlas, event, changed),
        changed=changed,
        related=tuple(atlas.event_link(each) for each in event.related),
        breadcrumb=atlas.breadcrumb(event.date),
        earlier=earlier,
        later=later,
        is_draft=event.is_draft,
    )


def source_words(event: PublicEvent) -> str:
    """Say how many sources an event rests on, how many independent, and whether they differ."""
    count, independent = len(event.citations), event.independent
    if not count:
        return "Sources not disclosed" if event.hides_sources else "No source given"
    said = f"Reported by {count} sources"
    if count == 1:
        said = "Single source"
    elif independent < count:
        said = f"{count} sources, {independent} independent"
    return f"{said}; accounts differ" if accounts_differ(event.accounts) else said


def _cite(atlas: Atlas, event: PublicEvent, changed: ShownDate) -> str:
    keepers = names(atlas.settings.authors)
    parts = [
        f"“{event.title}”",
        f"{atlas.settings.title}{f', kept by {keepers}' if keepers else ''}",
    ]
    if changed.words:
        parts.append(f"last changed {changed.words}")
    address = atlas.absolute(f"events/{event.id}.html")
    return ", ".join([*parts, address] if address else parts) + "."


# ---------------------------------------------------------------------------- its sources


def _photos(
    atlas: Atlas, photos: tuple[Photo, ...], numbers: dict[str, int]
) -> tuple[tuple[ShownPhoto, ...], dict[str, list[Link]]]:
    """Give the photos with the numbers of their sources, and for each article the links to its."""
    shown: list[ShownPhoto] = []
    carried: dict[str, list[Link]] = {}
    for photo in photos:
        picture = atlas.picture(photo)
        link = Link(photo.caption, f"#{picture.anchor}")
        found = []
        for article in dict.fromkeys([sighting.article for sighting in photo.seen_in]):
            if article in numbers:
                found.append(numbers[article])
                carried.setdefault(article, []).append(link)
        shown.append(ShownPhoto(picture, tuple(sorted(found))))
    return tuple(shown), carried


def _source(atlas: Atlas, citation: Citation, carried: dict[str, list[Link]]) -> SourceEntry:
    work = atlas.works[citation.article]
    own = f"p. {work.page}"
    return SourceEntry(
        number=citation.number,
        work=work,
        locators=tuple(
            [_locator(atlas, citation, each) for each in citation.locators if each != own]
        ),
        back=_back(citation),
        passages=tuple([atlas.passage(each) for each in citation.passages]),
        photos=tuple(carried.get(citation.article, ())),
    )


def _locator(atlas: Atlas, citation: Citation, locator: str) -> Link:
    """Give a locator with its place in the source's text, where that is published."""
    source = atlas.sources.get(citation.article)
    page = canonical(locator)
    is_there = source is not None and page in source.pages
    path = f"{atlas.works[citation.article].path}#{page_anchor(page)}" if is_there else ""
    return Link(locator, path)


def _back(citation: Citation) -> tuple[Link, ...]:
    if citation.marks == 1:
        return (Link("", f"#{back_anchor(citation.number, 1)}"),)
    return tuple(
        Link(_letters(index), f"#{back_anchor(citation.number, index + 1)}")
        for index in range(citation.marks)
    )


def _letters(index: int) -> str:
    """Give a, b, … z, aa, ab, …"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _account(atlas: Atlas, account: Account) -> ShownAccount:
    versions = sorted(
        account.versions,
        key=lambda each: _published(atlas.sources.get(each.article)),
    )
    texts = tuple(each.passage.exact if each.passage else "" for each in versions)
    # Answers to a question are other words anyway; in one statement every word may matter.
    runs = differing(texts) if account.statement else tuple(((text, False),) for text in texts)
    return ShownAccount(
        heading=account.question or account.statement,
        speaker=account.speaker,
        versions=tuple(
            ShownVersion(
                number=version.number,
                value=version.value,
                passage=atlas.passage(version.passage) if version.passage else None,
                words=words if version.passage else (),
                publication=_teller(atlas.works[version.article]),
                published=atlas.works[version.article].published,
                language=atlas.works[version.article].language,
            )
            for version, words in zip(versions, runs, strict=True)
        ),
    )


def _teller(work: Work) -> str:
    """Give the publication of an article, or by what name an unnamed source goes."""
    if work.publication:
        return work.publication.text
    return "" if work.path else work.title


def _published(source: PublicSource | None) -> tuple[bool, tuple[int, ...]]:
    dated = source.dated if source else None
    return (dated is None, dated.sort_key if dated else ())
