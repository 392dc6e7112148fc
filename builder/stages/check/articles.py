"""Checks of single articles, and of articles against one another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from urllib.parse import urlsplit

from builder import dates
from builder.dates import EventDate
from builder.evidence.weekdays import weekday_mismatches
from builder.kinds import kind_of
from builder.model.content import Article
from builder.model.timeline import Timeline
from builder.problems import Problem, Related, problem
from builder.stages.check.pictures import caption_problems, is_beyond_doubt


def _articles(timeline: Timeline) -> Iterator[Article]:
    return (source.article for source in timeline.sources)


def _public(timeline: Timeline) -> Iterator[Article]:
    """Give the articles that have a page; of the others nothing is shown that could be wrong."""
    return (article for article in _articles(timeline) if article.access == "public")


def text_changed(timeline: Timeline) -> Iterator[Problem]:
    """The text is still the one that was cited."""
    for article in _articles(timeline):
        if not article.sha256:
            continue
        digest = hashlib.sha256(article.text.encode()).hexdigest()
        if digest != article.sha256:
            message = "the stored text is not the one whose digest is written down"
            place = article.position("sha256")
            hint = f"bring the text back, or check every quotation and write sha256: {digest}"
            yield problem("text-changed", message, place, hint=hint, key="sha256")


def uncited(timeline: Timeline) -> Iterator[Problem]:
    """Every article serves an event."""
    for source in timeline.sources:
        if not source.cited_by and timeline.is_complete:
            message = f"no event cites the article '{source.article.id}'"
            yield problem("uncited-article", message, source.article.origin.position(0))


def untitled(timeline: Timeline) -> Iterator[Problem]:
    """An article has a title, at best one written down."""
    for article in _public(timeline):
        if article.title_basis == "found":
            # The title is words of the article, which public logs must not repeat.
            yield problem(
                "guessed-title",
                "the first line is taken for the title",
                article.origin.position(0),
                hint="write 'title:' to settle it",
                details=(f"the title would be: '{article.title}'",),
            )
        elif not article.title and kind_of(article.kind).has_title:
            message = f"the {kind_of(article.kind).label.lower()} has no title"
            hint = "add 'title:' between '---' lines at the top of the file"
            place = article.origin.position(0)
            yield problem("missing-title", message, place, hint=hint, key="title")


def unpublished(timeline: Timeline) -> Iterator[Problem]:
    """An article has a date of publication, at best one written down."""
    for article in _public(timeline):
        if article.published_basis == "found" and article.published:
            place = article.origin.position(0)
            message = f"the first line is taken for the date: {article.published.edtf}"
            yield problem("guessed-date", message, place, hint="write 'published:' to settle it")
        elif article.dated is None and not {"published", "written"} & article.spans.keys():
            place = article.origin.position(0)
            kind = kind_of(article.kind)
            name, key = kind.label.lower(), "written" if kind.is_kept else "published"
            message = f"the {name} has no date" + ("" if kind.is_kept else " of publication")
            hint = f"add '{key}:' between '---' lines at the top of the file"
            yield problem("missing-published", message, place, hint=hint, key=key)


def weekdays(timeline: Timeline) -> Iterator[Problem]:
    """A weekday that an article names beside a date is that of the day."""
    for article in _articles(timeline):
        for found in weekday_mismatches(article.text, article.published):
            day = dates.parse(found.edtf)
            assert isinstance(day, EventDate)
            weekday, *shown = dates.words(day, weekday=True).split()
            # What stands in the article are words that public logs must not repeat.
            yield problem(
                "weekday-mismatch",
                f"the weekday does not fit the date: {' '.join(shown)} is a {weekday}",
                article.text_position(found.span),
                hint="see which of the two another source gives",
                details=(f"the article has: '{' '.join(found.text.split())}'",),
            )


def bare_home_page(timeline: Timeline) -> Iterator[Problem]:
    """An address leads to the article, not to a home page."""
    for article in _public(timeline):
        if not article.url:
            continue
        parts = urlsplit(article.url)
        if parts.path in ("", "/") and not parts.query:
            message = "the address is that of a home page, not of an article"
            place = article.position("url")
            yield problem("bare-home-page", message, place, hint="copy the article's address")


def without_capture(timeline: Timeline) -> Iterator[Problem]:
    """An article on the web has a kept copy, for the day it is gone."""
    for article in _public(timeline):
        if article.url and not article.captures:
            message = "no copy of the page is kept"
            hint = "save it at a web archive and add 'captures:'"
            yield problem("no-capture", message, article.position("url"), hint=hint)


def without_holder(timeline: Timeline) -> Iterator[Problem]:
    """Readers are told where a document lies that was never published."""
    for article in _public(timeline):
        is_found = article.held_by or article.url or article.captures or article.publication
        if kind_of(article.kind).is_kept and not is_found:
            message = f"nobody could find this {kind_of(article.kind).label.lower()}"
            hint = "add 'held_by:' with the archive or person that keeps it, or 'url:'"
            place = article.origin.position(0)
            yield problem("no-holder", message, place, hint=hint, key="held_by")


def duplicate_titles(timeline: Timeline) -> Iterator[Problem]:
    """Two articles of one title are told apart by readers with difficulty."""
    seen: dict[tuple[str, str], Article] = {}
    for article in _public(timeline):
        if not article.title:
            continue
        first = seen.setdefault((article.title.casefold(), article.publication), article)
        if first is not article:
            related = (Related("the other", first.position("title")),)
            message = f"another article of '{article.publication}' has the same title"
            if not article.publication:
                message = "another article has the same title"
            yield problem("duplicate-title", message, article.position("title"), related=related)


def duplicate_texts(timeline: Timeline) -> Iterator[Problem]:
    """Two articles are two texts; one pasted twice would count as two sources."""
    seen: dict[str, Article] = {}
    for article in _articles(timeline):
        text = " ".join(article.text.split())
        if not text or article.derived_from:
            continue
        first = seen.setdefault(text, article)
        if first is not article:
            yield problem(
                "duplicate-text",
                f"the article has the same text as '{first.id}'",
                article.origin.position(0),
                hint=f"keep one of the two, or say 'derived_from: {first.id}' if both printed it",
                related=(Related("the other", first.origin.position(0)),),
            )


def duplicate_addresses(timeline: Timeline) -> Iterator[Problem]:
    """One address is one article."""
    seen: dict[str, Article] = {}
    for article in _public(timeline):
        if not article.url:
            continue
        first = seen.setdefault(article.url.rstrip("/"), article)
        if first is not article:
            related = (Related("the other", first.position("url")),)
            message = f"the article '{first.id}' has the same address"
            hint = "cite one of the two only"
            place = article.position("url")
            yield problem("duplicate-url", message, place, hint=hint, related=related)


def photos(timeline: Timeline) -> Iterator[Problem]:
    """Captions of articles have a credit; their pictures have rights and alternative words."""
    for article in _public(timeline):
        for caption in article.captions:
            if is_beyond_doubt(caption):
                continue
            place = article.origin.position(*caption.span)
            if caption.from_text:
                place = article.text_position(caption.span)
            picture = article.origin.position(*caption.image_span)
            yield from caption_problems(caption, place, picture)
