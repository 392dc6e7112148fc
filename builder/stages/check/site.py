"""Checks of the site as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from builder.model.content import Caption, Span
from builder.model.timeline import Timeline
from builder.problems import InputText, Position, Problem, problem

_LISTS: Final = re.compile(
    r"(?:tags|people|places|publications)/.+|-?\d+(?:-\d\d)?\.html|(?:corrections|undated)\.html"
)
"""Pages whose addresses only the plan knows."""


def no_events(timeline: Timeline) -> Iterator[Problem]:
    """A timeline has events."""
    if not timeline.events and timeline.is_complete:
        place = Position(f"{timeline.settings.content}/events")
        hint = "dateline new event TITLE writes the first note"
        yield problem("no-events", "there are no events yet", place, hint=hint)


def no_url(timeline: Timeline) -> Iterator[Problem]:
    """Feeds and the sitemap need the public address."""
    if not timeline.settings.url:
        message = "without 'url' no feed, no sitemap and no canonical links are written"
        place = Position("dateline.yaml")
        yield problem("no-url", message, place, hint="add 'url:' to dateline.yaml", key="url")


def photos_exist(timeline: Timeline) -> Iterator[Problem]:
    """A picture that is named lies in the photos folder."""
    pictures = {file.path.removeprefix("photos/") for file in timeline.files}
    for caption, place in _captions(timeline):
        if caption.image and caption.image not in pictures:
            message = f"there is no picture '{caption.image}'"
            hint = f"put it into {timeline.settings.content}/photos/"
            yield problem("unknown-image", message, place, hint=hint, key="image")


def links_inside(timeline: Timeline) -> Iterator[Problem]:
    """A link into the site leads to a page or file there."""
    known = {"index.html", "method.html", "sources/index.html", ""}
    known.update(f"events/{event.note.id}.html" for event in timeline.events)
    known.update(f"sources/{source.article.id}.html" for source in timeline.sources)
    known.update(f"{page.name}.html" for page in timeline.pages)
    known.update(file.path for file in timeline.files)
    for event in timeline.events:
        note = event.note
        for key, prose in (("summary", note.summary), ("body", note.body)):
            for link in prose.links:
                if _leads_nowhere(link, known):
                    yield _broken(link, _link_place(link, note.origin, note.spans[key]), key)
    for page in timeline.pages:
        for link in page.body.links:
            if _leads_nowhere(link, known):
                whole = Span(0, len(page.origin.text))
                yield _broken(link, _link_place(link, page.origin, whole), "")


def _leads_nowhere(link: str, known: set[str]) -> bool:
    path = unquote(link.partition("#")[0].partition("?")[0])
    return path not in known and not _LISTS.match(path)


def _link_place(link: str, origin: InputText, inside: Span) -> Position:
    """Give the place of a link's address, or of the whole text where it is written otherwise."""
    at = origin.text.find(f"({link}", *inside) + 1
    return origin.position(at, at + len(link)) if at else origin.position(*inside)


def _broken(link: str, place: Position, key: str) -> Problem:
    message = f"the link '{link}' leads to no page of this site"
    hint = "addresses inside the site begin at its root, such as events/ID.html"
    return problem("broken-link", message, place, hint=hint, key=key)


def _captions(timeline: Timeline) -> Iterator[tuple[Caption, Position]]:
    for source in timeline.sources:
        article = source.article
        for caption in article.captions:
            if caption.image:
                yield caption, article.origin.position(*caption.image_span)
    for event in timeline.events:
        for caption in event.note.photos:
            yield caption, event.note.position_of(caption.image_span)
        for choice in event.note.chosen_captions:
            yield (
                Caption(choice.caption, image=choice.image),
                event.note.position_of(choice.image_span),
            )
