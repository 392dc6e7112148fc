"""Take out everything that must not be published; what follows accepts only the result."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from markupsafe import Markup

from builder.dates import Day
from builder.evidence.page_marks import pages_of
from builder.markdown import NO_TEXT, article_html, without_links
from builder.model.content import Article, Prose, StaticFile, TextPage
from builder.model.names import Known, Place, Precision, by_name, coarse, label_key
from builder.model.timeline import (
    Account,
    Citation,
    Event,
    Passage,
    Photo,
    PublicEvent,
    PublicSource,
    PublicTimeline,
    Source,
    Timeline,
    UnnamedSource,
)
from builder.problems import InputText
from builder.stages.disclose.names import (
    coarsest_by_name,
    named_people,
    named_places,
    public_known,
)
from builder.values import frozen

_UNNAMED: Final = "Unnamed source"

_LABELS: Final = ("tags/", "people/", "places/", "publications/")
"""The folders of the pages of tags, people, places and publications."""


def disclose(timeline: Timeline, *, today: Day, with_drafts: bool) -> PublicTimeline:
    """Give what may be public on a day: no drafts, no embargoed or private notes.

    Of an article only the passages cited, the captions and the bibliographic data remain, unless
    its rights are full. With drafts, for a preview, what is unpublished is marked as a draft.
    """
    articles = [source.article for source in timeline.sources]
    written = (event.note for event in timeline.events)
    notes = [note for note in written if with_drafts or not note.is_withheld(today)]
    places = named_places(timeline.places, notes)
    shown = _Shown(
        events=frozenset(note.id for note in notes),
        articles=frozenset(
            article.id
            for article in articles
            if article.access == "public" and (with_drafts or not article.draft)
        ),
        unnamed=_unnamed(articles, with_drafts=with_drafts),
        places=by_name(places),
        precisions=coarsest_by_name(notes),
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
        unnamed=tuple(shown.unnamed.values()),
        pages=tuple(_page(each, withheld) for each in pages),
        files=files,
        has_drafts=with_drafts,
        people=tuple(map(public_known, named_people(timeline.people, notes))),
        places=tuple(map(public_known, places)),
    )


def _unnamed(articles: Sequence[Article], *, with_drafts: bool) -> dict[str, UnnamedSource]:
    """Give what is told of each unnamed article, by its id.

    They are numbered in the order of the names that readers see, so that no number tells of an id.
    """
    found = [
        each for each in articles if each.access == "unnamed" and (with_drafts or not each.draft)
    ]
    found.sort(key=lambda each: (each.named_as, each.id))
    return {
        article.id: UnnamedSource(f"?{number}", article.named_as or _UNNAMED, article.language)
        for number, article in enumerate(found, start=1)
    }


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
    articles = [each.article for each in timeline.sources if each.article.id not in shown.articles]
    names = (name for each in articles for name in (each.id, *(a.text for a in each.aliases)))
    published = {page.name for page in pages} | {"method"}
    return frozenset(
        (
            *(f"events/{note.id}.html" for note in notes),
            *(f"events/{alias.text}.html" for note in notes for alias in note.aliases),
            *(f"sources/{name}.html" for name in names),
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
    unnamed: Mapping[str, UnnamedSource]
    places: Mapping[str, Known]
    precisions: Mapping[str, Precision]
    """How closely places may be shown that are not listed, where that is not exactly."""
    """Places with several names, by each of these as it is compared."""
    today: Day

    def event(self, event: Event) -> PublicEvent:
        note = event.note
        citations = self._citations(event.citations)
        numbers = {each.article: each.number for each in citations}
        hidden = [each for each in event.citations if self._key(each.article) is None]
        return PublicEvent(
            id=note.id,
            title=note.title,
            date=note.date,
            date_basis=note.date_basis,
            date_written=note.date_written,
            place=self._place(note.place),
            people=note.people,
            tags=note.tags,
            group=note.group,
            summary=self._prose(note.summary),
            body=self._prose(note.body),
            status=note.status,
            citations=citations,
            independent=event.independent,
            accounts=tuple(
                shown for each in event.accounts if (shown := self._account(each, numbers))
            ),
            photos=self._photos(event.photos),
            added=note.added,
            updated=note.updated,
            related=tuple(each.text for each in note.related if each.text in self.events),
            aliases=tuple(each.text for each in note.aliases),
            importance=note.importance,
            corrections=note.corrections,
            own_values=tuple(each for each in note.own_values if not each.is_private),
            undisclosed=tuple(_nameless(p, "") for each in hidden for p in each.passages),
            hides_sources=bool(hidden) and not citations,
            is_draft=note.is_withheld(self.today),
        )

    def _place(self, place: Place | None) -> Place | None:
        """Give a place no closer than it may be shown, on this page or any other.

        One without coordinates has those that it is listed with.
        """
        if place is None:
            return None
        known = self.places.get(label_key(place.name)) if self.places else None
        if known is None:
            key = label_key(place.name) if self.precisions else ""
            return coarse(replace(place, shown=self.precisions.get(key, "exact")))
        at = place if place.has_coordinates else known
        return coarse(Place(place.name, at.lat, at.lon, known.shown))

    def _key(self, article: str) -> str | None:
        """Give what stands for an article in public: its id, a number, or nothing."""
        if article in self.articles:
            return article
        return self.unnamed[article].key if article in self.unnamed else None

    def _citations(self, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
        """Give the citations that may be told of, numbered without a gap."""
        if not self.unnamed and all(each.article in self.articles for each in citations):
            return citations
        found: list[Citation] = []
        for each in citations:
            key = self._key(each.article)
            if key is not None:
                passages = tuple(self._passage(passage) for passage in each.passages)
                number = len(found) + 1
                found.append(replace(each, number=number, article=key, passages=passages))
        return tuple(found)

    def _passage(self, passage: Passage) -> Passage:
        if passage.article in self.articles:
            return passage
        return _nameless(passage, self.unnamed[passage.article].key)

    def _prose(self, prose: Prose) -> Prose:
        """Give a text whose marks name no article that is not public."""
        if all(mark.article in self.articles for group in prose.marks for mark in group):
            return prose
        marks = tuple(
            tuple(
                replace(mark, article=key)
                for mark in group
                if (key := self._key(mark.article)) is not None
            )
            for group in prose.marks
        )
        return replace(prose, marks=marks)

    def source(self, source: Source, passages: Mapping[tuple[str, str], Passage]) -> PublicSource:
        article = source.article
        found = [
            (passages[article.id, passage.anchor], public)
            for passage, cited_by in source.passages
            if (public := tuple(each for each in cited_by if each in self.events))
        ]
        # A passage may stand twice in a text, and a draft may have meant the other place.
        cited = tuple(sorted(found, key=_in_text))
        is_whole = article.rights == "full"
        return PublicSource(
            id=article.id,
            kind=article.kind,
            title=article.title,
            title_is_found=article.title_basis == "found",
            publication=article.publication,
            authors=article.authors,
            recipient=article.recipient,
            agencies=article.agencies,
            published=article.published,
            published_is_found=article.published_basis == "found",
            written=article.written,
            updated=article.updated,
            url=article.url,
            language=article.language,
            dateline_place=article.dateline_place,
            page=article.page,
            held_by=article.held_by,
            collection=article.collection,
            box=article.box,
            folder=article.folder,
            item=article.item,
            via=article.via,
            captures=article.captures,
            accessed=article.accessed,
            aliases=tuple(each.text for each in article.aliases),
            text_digest=hashlib.sha256(article.text.encode()).hexdigest() if article.text else "",
            pages=tuple(_pages(article)) if is_whole else (),
            text_html=_text(article, cited) if is_whole else NO_TEXT,
            passages=cited,
            photos=self._photos(source.photos),
            cited_by=tuple(each for each in source.cited_by if each in self.events),
            is_draft=article.draft,
        )

    def _account(self, account: Account, numbers: Mapping[str, int]) -> Account | None:
        versions = tuple(
            replace(
                each,
                number=numbers[key],
                article=key,
                passage=self._passage(each.passage) if each.passage else None,
            )
            for each in account.versions
            if (key := self._key(each.article)) is not None
        )
        return replace(account, versions=versions) if versions else None

    def _photos(self, photos: tuple[Photo, ...]) -> tuple[Photo, ...]:
        return tuple([shown for each in photos if (shown := self._photo(each))])

    def _photo(self, photo: Photo) -> Photo | None:
        hides_picture = bool(photo.image) and not photo.rights
        if not hides_picture and all(each.article in self.articles for each in photo.seen_in):
            return photo
        seen_in = tuple(
            [
                replace(each, article=key)
                for each in photo.seen_in
                if (key := self._key(each.article)) is not None
            ]
        )
        # What only drafts have printed is as unpublished as they are.
        if photo.seen_in and not seen_in:
            return None
        # Without a right to show it, nobody is told the picture's name either.
        return replace(photo, seen_in=seen_in, image="" if hides_picture else photo.image)


def _nameless(passage: Passage, key: str) -> Passage:
    """Give the words of a passage without anything that leads to where they stand."""
    return replace(
        passage,
        article=key,
        quote="",
        parts=(),
        in_title=False,
        paragraph=0,
        page="",
        anchor="",
        fragment="",
        supports=(),
    )


def _in_text(found: tuple[Passage, tuple[str, ...]]) -> tuple[bool, int, int, str]:
    passage = found[0]
    return (not passage.in_title, passage.parts[0].start, passage.parts[-1].end, passage.anchor)


def _pages(article: Article) -> dict[str, int]:
    return {} if article.is_markdown else pages_of(article.text)


def _text(article: Article, cited: tuple[tuple[Passage, tuple[str, ...]], ...]) -> Markup:
    return article_html(
        article.text,
        is_markdown=article.is_markdown,
        paragraphs=article.paragraphs,
        passages=((passage.anchor, passage.parts) for passage, _ in cited if not passage.in_title),
        pages=_pages(article),
    )
