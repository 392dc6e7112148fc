"""Checks that nothing public leans on what is not published."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from builder.dates import Day
from builder.markdown import path_of
from builder.model.content import CaptionChoice, EventNote, Mark, Reference, Span
from builder.model.timeline import Timeline
from builder.problems import Problem, problem
from builder.stages.check.links import links_of_note, links_of_page

_OTHERS_TEXTS: Final = ("method.", "tags/", "people/", "places/", "publications/")
"""Texts on pages that are there without them."""


def cites_draft(timeline: Timeline) -> Iterator[Problem]:
    """A published event cites published articles only."""
    drafts = {each.article.id for each in timeline.sources if each.article.draft}
    for event in timeline.events:
        note = event.note
        if note.draft or not drafts:
            continue
        cited = (citation.article for citation in event.citations)
        chosen = (choice.article for choice in note.chosen_captions)
        for article in dict.fromkeys(chain(cited, chosen)):
            if article in drafts:
                message = f"'{note.id}' cites the article '{article}', which is a draft"
                place = note.position_of(_first_mention(note, article))
                hint = "take 'draft:' from the article, or make the event a draft too"
                yield problem("cites-draft", message, place, hint=hint, key="sources")


def _first_mention(note: EventNote, article: str) -> Span:
    marks = (mark for group in (*note.summary.marks, *note.body.marks) for mark in group)
    versions = (version for account in note.accounts for version in account.versions)
    mentions: Iterator[Reference | Mark | CaptionChoice] = chain(
        note.sources, versions, marks, note.chosen_captions
    )
    return next((each.span for each in mentions if each.article == article), note.span)


def related_draft(timeline: Timeline, today: Day) -> Iterator[Problem]:
    """A link to an event that is not published is left out."""
    withheld = {each.note.id for each in timeline.events if each.note.is_withheld(today)}
    for event in timeline.events:
        if event.note.id in withheld:
            continue
        for related in event.note.related:
            if related.text in withheld:
                message = f"the related event '{related.text}' is not published; no link is made"
                place = event.note.position_of(related.span)
                yield problem("related-draft", message, place, key="related")


def links_to_drafts(timeline: Timeline, today: Day) -> Iterator[Problem]:
    """A link in a text to what is not published is left out."""
    withheld = _withheld(timeline, today)
    notes = (event.note for event in timeline.events if not event.note.is_withheld(today))
    pages = (page for page in timeline.pages if not page.draft)
    for link in chain(
        chain.from_iterable(map(links_of_note, notes)),
        chain.from_iterable(map(links_of_page, pages)),
    ):
        if path_of(link.address) in withheld:
            message = f"'{link.address}' is not published; no link is made"
            yield problem("related-draft", message, link.position, key=link.key)


def _withheld(timeline: Timeline, today: Day) -> set[str]:
    """Give the addresses of what is there but not published."""
    withheld = {
        f"{page.name}.html"
        for page in timeline.pages
        if page.draft and not f"{page.name}.html".startswith(_OTHERS_TEXTS)
    }
    shown: set[str] = set()
    for source in timeline.sources:
        if source.article.draft or source.article.access != "public":
            names = (source.article.id, *(alias.text for alias in source.article.aliases))
            withheld.update(f"sources/{name}.html" for name in names)
        else:
            shown.update(photo.image for photo in source.photos if photo.rights)
    for event in timeline.events:
        names = (event.note.id, *(alias.text for alias in event.note.aliases))
        if event.note.is_withheld(today):
            withheld.update(f"events/{name}.html" for name in names)
        else:
            shown.update(photo.image for photo in event.photos if photo.rights)
    return withheld | {
        file.path
        for file in timeline.files
        if file.is_photo and file.path.removeprefix("photos/") not in shown
    }
