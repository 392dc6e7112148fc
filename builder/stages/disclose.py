"""Take out everything that must not be published; what follows accepts only the result."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from itertools import chain

from markupsafe import Markup

from builder.dates import Day
from builder.markdown import NO_TEXT, article_html
from builder.model.content import Article
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
    sources = tuple(
        shown.source(each) for each in timeline.sources if each.article.id in shown.articles
    )
    photos = chain.from_iterable(
        (*(each.photos for each in events), *(each.photos for each in sources))
    )
    pictures = {photo.image for photo in photos if photo.image}
    return PublicTimeline(
        settings=timeline.settings,
        events=events,
        sources=sources,
        pages=tuple(page for page in timeline.pages if with_drafts or not page.draft),
        # A picture is published because a photo shows it, never because it lies in the folder.
        files=tuple(
            file
            for file in timeline.files
            if not file.is_photo or file.path.removeprefix("photos/") in pictures
        ),
        has_drafts=with_drafts,
    )


@dataclass(frozen=True, slots=True)
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
            photos=tuple(self._photo(each) for each in event.photos),
            added=note.added,
            updated=note.updated,
            related=tuple(each.text for each in note.related if each.text in self.events),
            aliases=tuple(each.text for each in note.aliases),
            importance=note.importance,
            corrections=note.corrections,
            is_draft=note.is_withheld(self.today),
        )

    def source(self, source: Source) -> PublicSource:
        article = source.article
        passages = tuple(
            (passage, tuple(each for each in cited_by if each in self.events))
            for passage, cited_by in source.passages
        )
        cited = tuple((passage, cited_by) for passage, cited_by in passages if cited_by)
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
            photos=tuple(self._photo(each) for each in source.photos),
            cited_by=tuple(each for each in source.cited_by if each in self.events),
            is_draft=article.draft,
        )

    def _account(self, account: Account) -> Account:
        versions = tuple(each for each in account.versions if each.article in self.articles)
        return replace(account, versions=versions)

    def _photo(self, photo: Photo) -> Photo:
        hides_picture = bool(photo.image) and not photo.rights
        seen_in = tuple([each for each in photo.seen_in if each.article in self.articles])
        if not hides_picture and len(seen_in) == len(photo.seen_in):
            return photo
        # Without a right to show it, nobody is told the picture's name either.
        return replace(photo, seen_in=seen_in, image="" if hides_picture else photo.image)


def _text(article: Article, cited: tuple[tuple[Passage, tuple[str, ...]], ...]) -> Markup:
    return article_html(
        article.text,
        is_markdown=article.is_markdown,
        paragraphs=article.paragraphs,
        passages=((passage.anchor, passage.parts) for passage, _ in cited if not passage.in_title),
    )
