"""Checks of the site as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.content import Caption
from builder.model.timeline import Timeline
from builder.problems import InputText, Position, Problem, problem

_SETTINGS = InputText("dateline.yaml", "")


def no_events(timeline: Timeline) -> Iterator[Problem]:
    """A timeline has events."""
    if not timeline.events:
        place = InputText(f"{timeline.settings.content}/events", "").position(0)
        hint = "dateline new event TITLE writes the first note"
        yield problem("no-events", "there are no events yet", place, hint=hint)


def no_url(timeline: Timeline) -> Iterator[Problem]:
    """Feeds and the sitemap need the public address."""
    if not timeline.settings.url:
        message = "without 'url' no feed, no sitemap and no canonical links are written"
        place = _SETTINGS.position(0)
        yield problem("no-url", message, place, hint="add 'url:' to dateline.yaml", key="url")


def photos_exist(timeline: Timeline) -> Iterator[Problem]:
    """A picture that is named lies in the photos folder."""
    pictures = {file.path.removeprefix("photos/") for file in timeline.files}
    for caption, place in _captions(timeline):
        if caption.image and caption.image not in pictures:
            message = f"there is no picture '{caption.image}'"
            hint = f"put it into {timeline.settings.content}/photos/"
            yield problem("unknown-image", message, place, hint=hint, key="image")


def _captions(timeline: Timeline) -> Iterator[tuple[Caption, Position]]:
    for source in timeline.sources:
        article = source.article
        for caption in article.captions:
            if caption.image:
                yield caption, article.origin.position(*caption.span)
    for event in timeline.events:
        for caption in event.note.photos:
            yield caption, event.note.position_of(caption.span)
        for choice in event.note.chosen_captions:
            yield Caption(choice.caption, image=choice.image), event.note.position_of(choice.span)
