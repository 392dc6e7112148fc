"""Checks of single events."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from builder import dates
from builder.dates import Day, EventDate
from builder.markdown import words
from builder.model.content import NOWHERE, EventNote, Mark, Reference
from builder.model.timeline import Event, Photo, Timeline
from builder.problems import Problem, problem
from builder.stages.check.pictures import caption_problems, is_beyond_doubt, picture_problems

_MOST_YEARS_AHEAD: Final = 100
_SEASON: Final = re.compile(r"\d\d(\d\d)-(2[1-9]|3\d|4[01])")
_FIRST: Final = re.compile(r"\b(?:1|1st|first)\b", re.IGNORECASE)


def no_source(timeline: Timeline) -> Iterator[Problem]:
    """Every event rests on a source."""
    for event in timeline.events:
        if not event.citations and _is_whole(event):
            message = f"the event '{event.note.id}' cites no source"
            hint = "add 'sources:' with the article it rests on"
            yield problem("no-source", message, event.note.position(), hint=hint)


def _is_whole(event: Event) -> bool:
    """Tell whether all that the note cites was found; what follows from a mistake is not told."""
    note = event.note
    marks = (mark for group in (*note.summary.marks, *note.body.marks) for mark in group)
    versions = (version for account in note.accounts for version in account.versions)
    found = {citation.article for citation in event.citations}
    named: Iterator[Reference | Mark] = chain(note.sources, versions, marks)
    return not note.is_faulty and all(each.article in found for each in named)


def single_source(timeline: Timeline) -> Iterator[Problem]:
    """Tell which events rest on one independent source."""
    secret = {each.article.id for each in timeline.sources if each.article.access == "secret"}
    for event in timeline.events:
        if event.independent == 1 and _is_whole(event):
            told = [each for each in event.citations if each.article not in secret]
            message = f"the event '{event.note.id}' rests on a single source"
            if len(told) > 1:
                message += f": its {len(told)} articles share one text"
            yield problem("single-source", message, event.note.position())


def older_sources(timeline: Timeline) -> Iterator[Problem]:
    """Some source is no older than what it is cited for."""
    published = {each.article.id: each.article.published for each in timeline.sources}
    for event in timeline.events:
        happened = event.note.date.earliest
        dates = [published[citation.article] for citation in event.citations]
        latest = [date.latest for date in dates if date is not None]
        if happened is None or not latest or len(latest) < len(dates):
            continue
        if all(day is not None and day < happened for day in latest):
            message = f"every source of '{event.note.id}' appeared before it happened"
            yield problem("source-older-than-event", message, event.note.position("date"))


def first_of_month(timeline: Timeline) -> Iterator[Problem]:
    """A first of the month is often a month written as a day.

    It is believed when a source appeared within a week, when the note says how the date is known,
    or when a quotation or the note's own words name the day.
    """
    published = {each.article.id: each.article.published for each in timeline.sources}
    for event in timeline.events:
        note = event.note
        day = note.date.earliest
        exact = note.date.marker == "day" and note.date.clock is None
        if day is None or day[2] != 1 or not exact or note.date_basis or note.date_written:
            continue
        dates = (published[citation.article] for citation in event.citations)
        if any(date and _is_within_a_week(day, date) for date in dates):
            continue
        if not _names_the_first(event):
            message = f"the date of '{note.id}' is the first of a month, and nothing bears it out"
            hint = f"write '{_month(day)}' if only the month is known, or add 'date_basis:'"
            yield problem("invented-first-of-month", message, note.position("date"), hint=hint)


def _is_within_a_week(first: Day, published: EventDate) -> bool:
    # A month may have begun with the day, but does not bear it out.
    return all(
        day is not None and day[:2] == first[:2] and day[2] <= 8
        for day in (published.earliest, published.latest)
    )


def _month(day: Day) -> str:
    year, month, _ = day
    return f"{year:05d}-{month:02d}" if year < 0 else f"{year:04d}-{month:02d}"


def _names_the_first(event: Event) -> bool:
    note = event.note
    quoted = (passage.exact for citation in event.citations for passage in citation.passages)
    texts = (note.title, words(note.summary), words(note.body), *quoted)
    return any(_FIRST.search(text) for text in texts)


def season_or_years(timeline: Timeline) -> Iterator[Problem]:
    """In the notation 2020-21 is a spring; most people mean two years by it."""
    for event in timeline.events:
        note = event.note
        written = note.origin.text[slice(*note.spans.get("date", NOWHERE))].strip("\"'")
        found = _SEASON.fullmatch(written)
        if found and int(found[2]) == (int(found[1]) + 1) % 100 and not note.date_basis:
            year = note.date.year or 0
            season = dates.words(note.date).replace("\u00a0", " ")
            yield problem(
                "season-or-years",
                f"the date of '{note.id}' is read as {season}",
                note.position("date"),
                hint=f"write '{year}/{year + 1}' if two years are meant, or add 'date_basis:'",
            )


def far_future(timeline: Timeline, today: Day) -> Iterator[Problem]:
    """A day centuries ahead is mostly one of another calendar."""
    for event in timeline.events:
        day = event.note.date.earliest
        if day is not None and day[0] - today[0] > _MOST_YEARS_AHEAD:
            years = day[0] - today[0]
            message = f"the date of '{event.note.id}' lies {years:,} years ahead"
            hint = "write the date of the Gregorian calendar, and the source's in 'date_written:'"
            yield problem("far-future", message, event.note.position("date"), hint=hint)


def dates_beyond_feeds(timeline: Timeline) -> Iterator[Problem]:
    """Years that feeds and calendars cannot hold are left out of them."""
    for event in timeline.events:
        year = event.note.date.year
        if year is not None and not 1 <= year <= 9999:
            message = f"the year of '{event.note.id}' has no place in feeds, which leave it out"
            yield problem("date-not-exported", message, event.note.position("date"))


def own_photos(timeline: Timeline) -> Iterator[Problem]:
    """A note's own photos have credit, rights and words for those who cannot see them."""
    for event in timeline.events:
        note: EventNote = event.note
        for caption in note.photos:
            if is_beyond_doubt(caption):
                continue
            yield from caption_problems(
                caption, note.position_of(caption.span), note.position_of(caption.image_span)
            )
        for choice in note.chosen_captions:
            place = note.position_of(choice.image_span)
            yield from picture_problems(choice.image, choice.rights, choice.alt, place)


def perhaps_same_photo(timeline: Timeline) -> Iterator[Problem]:
    """Two articles that print one photographer's credit under two captions may show one photo."""
    for event in timeline.events:
        seen: dict[tuple[str, tuple[str, ...]], Photo] = {}
        for photo in event.photos:
            credit = photo.credit
            if not credit.creator:
                continue
            first = seen.setdefault((credit.creator.casefold(), credit.agencies), photo)
            if first is photo or not _articles(first).isdisjoint(_articles(photo)):
                continue
            # Captions are words of articles, which public logs must not repeat.
            yield problem(
                "perhaps-same-photo",
                "two articles print one credit under different captions; it may be one photo",
                event.note.position(),
                hint="look at both; if they are one, choose a caption under 'photos:'",
                details=(f"'{first.caption}'", f"'{photo.caption}'"),
                key="photos",
            )


def _articles(photo: Photo) -> set[str]:
    return {sighting.article for sighting in photo.seen_in}
