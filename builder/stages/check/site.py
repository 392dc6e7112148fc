"""Checks of the site as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from builder.markdown import path_of
from builder.model.content import Article, Caption, CaptionChoice, EventNote, Span
from builder.model.timeline import Timeline
from builder.problems import InputText, Position, Problem, problem
from builder.stages.check.links import WrittenLink, links_of_note, links_of_page

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


Remotes = tuple[tuple[str, str], ...]
"""Names and addresses of git remotes."""


def public_content(timeline: Timeline, remotes: Remotes) -> Iterator[Problem]:
    """Content that is not for everybody does not lie in the repository that publishes the site."""
    settings = timeline.settings
    if not settings.publishes or not _is_same_repository(settings.publish_remote, remotes):
        return
    held = ", ".join(_not_for_everybody(timeline))
    if held:
        message = (
            "the site is published from the repository that holds the content; "
            f"where that is public, everybody can read {held}"
        )
        hint = "name another repository under 'publish: remote', and keep this one private"
        place = Position("dateline.yaml")
        yield problem("public-content", message, place, hint=hint, key="publish")


def _is_same_repository(remote: str, remotes: Remotes) -> bool:
    """Tell whether a remote, by its name or address, is one of the content's repository."""
    if not remote:
        return bool(remotes)
    wanted = _repository(remote)
    return any(remote == name or wanted == _repository(address) for name, address in remotes)


def _repository(address: str) -> str:
    """Give an address without what differs between ways to one repository."""
    found = re.sub(r"^(?:[a-z+]+://)?(?:[^@/]*@)?", "", address.strip().lower())
    return found.replace(":", "/", 1).rstrip("/").removesuffix(".git")


def _not_for_everybody(timeline: Timeline) -> Iterator[str]:
    articles = [source.article for source in timeline.sources]
    notes = [event.note for event in timeline.events]
    whole = sum(bool(each.text.strip()) and each.rights != "full" for each in articles)
    hidden = sum(each.access != "public" for each in articles)
    private = sum(map(_is_private, articles)) + sum(map(_has_private_keys, notes))
    private += sum(bool(each.note) for each in (*timeline.people, *timeline.places))
    if whole:
        yield _counted(whole, "whole article", "whole articles")
    if hidden:
        yield _counted(hidden, "confidential source", "confidential sources")
    if private:
        yield _counted(private, "draft or private note", "drafts or private notes")


def _is_private(article: Article) -> bool:
    return article.draft or bool(article.note)


def _has_private_keys(note: EventNote) -> bool:
    versions = (version for account in note.accounts for version in account.versions)
    return (
        note.draft
        or bool(note.note)
        or note.embargo is not None
        or any(each.note for each in (*note.sources, *versions))
        or any(each.is_private for each in note.own_values)
    )


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def photos_exist(timeline: Timeline) -> Iterator[Problem]:
    """A picture that is named lies in the photos folder."""
    pictures = {file.path.removeprefix("photos/") for file in timeline.files if file.is_photo}
    for image, origin, span in _named_pictures(timeline):
        if image not in pictures:
            message = f"there is no picture '{image}'"
            hint = f"put it into {timeline.settings.content}/photos/"
            place = origin.position(*span)
            yield problem("unknown-image", message, place, hint=hint, key="image")


def links_inside(timeline: Timeline) -> Iterator[Problem]:
    """A link into the site leads to a page or file there."""
    known = {"index.html", "method.html", "sources/index.html", ""}
    known.update(f"events/{event.note.id}.html" for event in timeline.events)
    known.update(
        f"events/{alias.text}.html" for event in timeline.events for alias in event.note.aliases
    )
    for article in (source.article for source in timeline.sources):
        names = (article.id, *(alias.text for alias in article.aliases))
        known.update(f"sources/{name}.html" for name in names)
    known.update(f"{page.name}.html" for page in timeline.pages)
    known.update(file.path for file in timeline.files)
    for event in timeline.events:
        for each in links_of_note(event.note):
            if _leads_nowhere(each.address, known):
                yield _broken(each)
    for page in timeline.pages:
        for each in links_of_page(page):
            if _leads_nowhere(each.address, known):
                yield _broken(each)


def _leads_nowhere(link: str, known: set[str]) -> bool:
    path = path_of(link)
    return path not in known and not _LISTS.match(path)


def _broken(link: WrittenLink) -> Problem:
    message = f"the link '{link.address}' leads to no page of this site"
    hint = "addresses inside the site begin at its root, such as events/ID.html"
    return problem("broken-link", message, link.position, hint=hint, key=link.key)


def _named_pictures(timeline: Timeline) -> Iterator[tuple[str, InputText, Span]]:
    """Give each picture that a caption names, with where it is named."""
    for source in timeline.sources:
        article = source.article
        for caption in article.captions:
            if caption.image:
                yield caption.image, article.origin, caption.image_span
    for event in timeline.events:
        note = event.note
        photos: tuple[Caption | CaptionChoice, ...] = (*note.photos, *note.chosen_captions)
        for photo in photos:
            if photo.image:
                yield photo.image, note.origin, photo.image_span
