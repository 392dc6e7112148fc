"""Checks that nothing public leans on what is not published."""

from __future__ import annotations

from collections.abc import Iterator

from builder.dates import Day
from builder.model.timeline import Timeline
from builder.problems import Problem, problem


def cites_draft(timeline: Timeline) -> Iterator[Problem]:
    """A published event cites published articles only."""
    drafts = {each.article.id for each in timeline.sources if each.article.draft}
    for event in timeline.events:
        note = event.note
        if note.draft:
            continue
        for citation in event.citations:
            if citation.article in drafts:
                message = f"'{note.id}' cites the article '{citation.article}', which is a draft"
                span = next(
                    (each.span for each in note.sources if each.article == citation.article),
                    note.span,
                )
                place = note.position_of(span)
                hint = "take 'draft:' from the article, or make the event a draft too"
                yield problem("cites-draft", message, place, hint=hint, key="sources")


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
