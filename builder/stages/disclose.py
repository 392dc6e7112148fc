"""Take out everything that must not be published; what follows accepts only the result."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from typing import Final

from markupsafe import Markup

from builder.dates import Day
from builder.markdown import NO_TEXT, article_html, without_links
from builder.model.content import Article, StaticFile, TextPage
from builder.model.timeline import (
    Account,
    Event,
    Passage,
    Photo,
    PublicEvent,
    PublicSource,
    PublicTimeline,
    Source,
    Timeline,
)
from builder.problems import InputText
from builder.values import frozen

_LABELS: Final = ("tags/", "people/", "places/", "publications/")
"""The folders of the pages of tags, people, places and publications."""


def disclose(timeline: Timeline, *, today: Day, with_drafts: bool) -> PublicTimeline:
    """Give what may be public on a day: no drafts, no embargoed or private notes.

    Of an article only the passages cited, the captions and the bibliographic data remain, unless
    its rights are full. With drafts, for a preview, what is unpublished is marked as a draft.
    """
    shown = _Shown(
        events=frozenset(
            event.note.id
            for event in timeline.events
            if with_drafts or not event.note.is_withheld(today)
        ),
        articles=frozenset(
            source.article.id
            for source in timeline.sources
            if with_drafts or not source.article.draft
        ),
        today=today,
    )
    events = tuple(shown.event(each) for each in timeline.events if each.note.id in shown.events)
    cited = _cited(events)
    sources = tuple(
        shown.source(each, cited) for each in timeline.sources if each.article.id in shown.articles
    )
    photos = chain.from_iterable(
        (*(each.photos for each in events), *(each.photos for each in sources))
    )
    pictures = {photo.image for photo in photos if photo.image}
    pages = tuple(page for page in timeline.pages if with_drafts or not page.draft)
    # A picture is published because a photo shows it, never because it lies in the folder.
    files = tuple(
        file
        for file in timeline.files
        if not file.is_photo or file.path.removeprefix("photos/") in pictures
    )
    withheld = _withheld(timeline, shown, pages, files)
    return PublicTimeline(
        settings=timeline.settings,
        events=tuple(_without_links(each, withheld) for each in events),
        sources=sources,
        pages=tuple(_page(each, withheld) for each in pages),
        files=files,
        has_drafts=with_drafts,
    )


def _cited(events: tuple[PublicEvent, ...]) -> dict[tuple[str, str], Passage]:
    """Give each passage as the first public event cites it, by article and anchor."""
    found: dict[tuple[str, str], Passage] = {}
    for event in events:
        for citation in event.citations:
            for passage in citation.passages:
                found.setdefault((passage.article, passage.anchor), passage)
    return found


def _withheld(
    timeline: Timeline,
    shown: _Shown,
    pages: tuple[TextPage, ...],
    files: tuple[StaticFile, ...],
) -> frozenset[str]:
    """Give the addresses that are not on the site, but would be if everything were public."""
    notes = [each.note for each in timeline.events if each.note.id not in shown.events]
    articles = (each.article.id for each in timeline.sources)
    published = {page.name for page in pages} | {"method"}
    return frozenset(
        (
            *(f"events/{note.id}.html" for note in notes),
            *(f"events/{alias.text}.html" for note in notes for alias in note.aliases),
            *(f"sources/{name}.html" for name in articles if name not in shown.articles),
            *(
                f"{page.name}.html"
                for page in timeline.pages
                # The page of a tag, person, place or publication is there without its text.
                if page.name not in published and not page.name.startswith(_LABELS)
            ),
            *({file.path for file in timeline.files} - {file.path for file in files}),
        )
    )


def _without_links(event: PublicEvent, withheld: frozenset[str]) -> PublicEvent:
    if not withheld or not (event.summary.links or event.body.links):
        return event
    return replace(
        event,
        summary=without_links(event.summary, withheld),
        body=without_links(event.body, withheld),
    )


def _page(page: TextPage, withheld: frozenset[str]) -> TextPage:
    """Give a page without the text of its file, which holds private remarks."""
    origin = InputText(page.origin.path, "")
    return replace(page, origin=origin, body=without_links(page.body, withheld))


@frozen
class _Shown:
    """The ids of what is public."""

    events: frozenset[str]
    articles: frozenset[str]
    today: Day

    def event(self, event: Event) -> PublicEvent:
        note = event.note
        return PublicEvent(
            id=note.id,
            title=note.title,
            date=note.date,
            date_basis=note.date_basis,
            date_written=note.date_written,
            place=note.place,
            people=note.people,
            tags=note.tags,
            group=note.group,
            summary=note.summary,
            body=note.body,
            status=note.status,
            citations=tuple(each for each in event.citations if each.article in self.articles),
            independent=event.independent,
            accounts=tuple(self._account(each) for each in event.accounts),
            photos=self._photos(event.photos),
            added=note.added,
            updated=note.updated,
            related=tuple(each.text for each in note.related if each.text in self.events),
            aliases=tuple(each.text for each in note.aliases),
            importance=note.importance,
            corrections=note.corrections,
            is_draft=note.is_withheld(self.today),
        )

    def source(self, source: Source, passages: Mapping[tuple[str, str], Passage]) -> PublicSource:
        article = source.article
        found = [
            (passages[article.id, passage.anchor], public)
            for passage, cited_by in source.passages
            if (public := tuple(each for each in cited_by if each in self.events))
        ]
        # A passage may stand twice in a text, and a draft may have meant the other place.
        cited = tuple(sorted(found, key=_in_text))
        return PublicSource(
            id=article.id,
            title=article.title,
            title_is_found=article.title_basis == "found",
            publication=article.publication,
            authors=article.authors,
            agencies=article.agencies,
            published=article.published,
            published_is_found=article.published_basis == "found",
            updated=article.updated,
            url=article.url,
            language=article.language,
            dateline_place=article.dateline_place,
            page=article.page,
            via=article.via,
            captures=article.captures,
            accessed=article.accessed,
            text_digest=hashlib.sha256(article.text.encode()).hexdigest() if article.text else "",
            text_html=_text(article, cited) if article.rights == "full" else NO_TEXT,
            passages=cited,
            photos=self._photos(source.photos),
            cited_by=tuple(each for each in source.cited_by if each in self.events),
            is_draft=article.draft,
        )

    def _account(self, account: Account) -> Account:
        versions = tuple(each for each in account.versions if each.article in self.articles)
        return replace(account, versions=versions)

    def _photos(self, photos: tuple[Photo, ...]) -> tuple[Photo, ...]:
        return tuple([shown for each in photos if (shown := self._photo(each))])

    def _photo(self, photo: Photo) -> Photo | None:
        hides_picture = bool(photo.image) and not photo.rights
        seen_in = tuple([each for each in photo.seen_in if each.article in self.articles])
        if not hides_picture and len(seen_in) == len(photo.seen_in):
            return photo
        # What only drafts have printed is as unpublished as they are.
        if photo.seen_in and not seen_in:
            return None
        # Without a right to show it, nobody is told the picture's name either.
        return replace(photo, seen_in=seen_in, image="" if hides_picture else photo.image)


def _in_text(found: tuple[Passage, tuple[str, ...]]) -> tuple[bool, int, int, str]:
    passage = found[0]
    return (not passage.in_title, passage.parts[0].start, passage.parts[-1].end, passage.anchor)


def _text(article: Article, cited: tuple[tuple[Passage, tuple[str, ...]], ...]) -> Markup:
    return article_html(
        article.text,
        is_markdown=article.is_markdown,
        paragraphs=article.paragraphs,
        passages=((passage.anchor, passage.parts) for passage, _ in cited if not passage.in_title),
    )
