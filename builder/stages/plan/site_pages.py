"""Pages and files of the site as a whole: method, corrections, texts, 404, feed, sitemap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import urlsplit

from builder.formats.atom import FeedEntry, feed
from builder.formats.sitemap import robots, sitemaps
from builder.languages import runs_right_to_left
from builder.markdown import NO_TEXT, inline, whole, words
from builder.model.lists import Link
from builder.model.pages import (
    CorrectionsPage,
    Frame,
    MethodPage,
    NotFoundPage,
    OutputFile,
    Page,
    PageKind,
    ProsePage,
    ShownCorrection,
)
from builder.stages.plan.atlas import Atlas

LABEL_TEXTS: Final = ("tags/", "people/", "places/", "publications/")


def frame(atlas: Atlas) -> Frame:
    """Give what every page shows of the site."""
    settings = atlas.settings
    return Frame(
        title=settings.title,
        description=settings.description,
        language=settings.language,
        direction="rtl" if runs_right_to_left(settings.language) else "ltr",
        licence=settings.licence,
        authors=settings.authors,
        navigation=tuple(_navigation(atlas)),
        footer=tuple(_footer(atlas)),
        stylesheets=settings.stylesheets,
        feed="feed.xml" if settings.url else "",
        has_drafts=atlas.public.has_drafts,
    )


def _navigation(atlas: Atlas) -> Iterator[tuple[str, Link]]:
    labels = atlas.labels
    yield "timeline", Link("Timeline", "index.html")
    for section, heading, found in (
        ("people", "People", labels.people),
        ("tags", "Topics", labels.tags),
        ("places", "Places", labels.places),
    ):
        if found.in_order():
            yield section, Link(heading, f"{section}/index.html")
    yield "sources", Link("Sources", "sources/index.html")
    for name in atlas.settings.menu:
        if name in atlas.pages:
            yield name, Link(atlas.pages[name].title, f"{name}.html")
    yield "method", Link("Method", "method.html")


def _footer(atlas: Atlas) -> Iterator[Link]:
    if atlas.labels.publications.in_order():
        yield Link("Publications", "publications/index.html")
    if _corrections(atlas):
        yield Link("Corrections", "corrections.html")
    if atlas.settings.url:
        yield Link("Feed", "feed.xml")
    yield Link("How this record is made", "method.html")
    for name, page in sorted(atlas.pages.items()):
        if name != "method" and name not in atlas.settings.menu and _is_text(name):
            yield Link(page.title, f"{name}.html")


def _is_text(name: str) -> bool:
    return not name.startswith(LABEL_TEXTS)


def site_pages(atlas: Atlas) -> Iterator[Page]:
    """Give the method page, all corrections, the pages of running text, and the 404 page."""
    yield _method(atlas)
    corrections = _corrections(atlas)
    if corrections:
        title = "Corrections"
        view = CorrectionsPage(corrections)
        description = f"What {atlas.settings.title} had wrong and put right."
        yield _page(atlas, "corrections.html", title, description, view)
    for name, page in sorted(atlas.pages.items()):
        if name != "method" and _is_text(name):
            text = ProsePage(page.title, whole(page.body, atlas.root_of(f"{name}.html")))
            yield _page(atlas, f"{name}.html", page.title, words(page.body)[:300], text, name)
    root = urlsplit(atlas.settings.url).path or "/"
    yield Page("not-found", "404.html", "Page not found", "", NotFoundPage(), root)


def _method(atlas: Atlas) -> Page:
    own = atlas.pages.get("method")
    view = MethodPage(
        text=whole(own.body, "") if own else NO_TEXT,
        quotes_are_errors=atlas.settings.quotes == "error",
        captions_are_chosen=atlas.settings.captions == "chosen",
        zones=atlas.zones,
    )
    description = f"How {atlas.settings.title} is made: dates, quotations, captions, sources."
    return _page(atlas, "method.html", "Method", description, view, "method")


def _page(
    atlas: Atlas,
    path: str,
    title: str,
    description: str,
    view: MethodPage | CorrectionsPage | ProsePage,
    section: str = "",
) -> Page:
    kinds: dict[type, PageKind] = {
        MethodPage: "method",
        CorrectionsPage: "corrections",
        ProsePage: "text",
    }
    canonical = atlas.absolute(path)
    root = atlas.root_of(path)
    kind = kinds[type(view)]
    return Page(kind, path, title, description, view, root, canonical, section)


def _corrections(atlas: Atlas) -> tuple[ShownCorrection, ...]:
    found = [
        (correction.date.sort_key, event.id, correction)
        for event in atlas.public.events
        for correction in event.corrections
    ]
    found.sort(key=lambda each: each[:2], reverse=True)
    return tuple(
        ShownCorrection(atlas.date(correction.date), correction.text, atlas.event_link(event))
        for _, event, correction in found
    )


def site_files(atlas: Atlas, pages: Sequence[Page]) -> tuple[OutputFile, ...]:
    """Give the feed, the sitemap and `robots.txt`, which need the public address."""
    settings = atlas.settings
    if not settings.url:
        return ()
    written = feed(
        title=settings.title,
        subtitle=settings.description,
        url=settings.url,
        language=settings.language,
        authors=settings.authors,
        entries=_feed_entries(atlas),
    )
    paths = [page.path for page in pages if page.kind not in ("redirect", "not-found")]
    return (
        OutputFile("feed.xml", written),
        *(OutputFile(path, data) for path, data in sitemaps(settings.url, paths)),
        OutputFile("robots.txt", robots(settings.url)),
    )


def _feed_entries(atlas: Atlas) -> Iterator[FeedEntry]:
    for event in atlas.public.events:
        changed = atlas.changes[event.id]
        year = event.date.year
        if changed and changed.latest and (year is None or 1 <= year <= 9999):
            words = atlas.entries[event.id].date.words
            yield FeedEntry(
                url=f"{atlas.settings.url}events/{event.id}.html",
                title=f"{words}: {event.title}",
                changed=changed.earliest or changed.latest,
                summary_html=str(inline(event.summary)),
                categories=event.tags,
            )
