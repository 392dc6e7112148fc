"""Dates, addresses and counts as readers see them."""

from __future__ import annotations

from collections.abc import Iterable

from builder import dates
from builder.dates import EventDate, Language, pieces
from builder.kinds import kind_of
from builder.model.content import Capture
from builder.model.lists import NO_DATE, Piece, ShownDate
from builder.model.pages import ShownCapture
from builder.model.timeline import PublicSource


def shown_date(
    date: EventDate | None, language: Language, *, weekday: bool = False, zone: bool = True
) -> ShownDate:
    """Give a date in words, cut where `time` elements begin and end."""
    if date is None:
        return NO_DATE
    found = pieces(date, language=language, weekday=weekday, zone=zone)
    words = "".join(piece.text for piece in found)
    marker = date.marker if date.edtf else "inexact"
    return ShownDate(words, tuple(Piece(*_pair(piece)) for piece in found), date.edtf, marker)


def _pair(piece: dates.display.Piece) -> tuple[str, str]:
    return piece.text, piece.datetime


def counted(count: int, noun: str) -> str:
    """Give a count with its noun: `1 event`, `12,000 events`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def year_path(year: int) -> str:
    """Give the address of a year's page: `2025.html`, `-0043.html`."""
    return f"{year_name(year)}.html"


def year_name(year: int) -> str:
    """Give a year as addresses and anchors have it, four digits at least."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def month_anchor(year: int, month: int) -> str:
    """Give the id of a month's group."""
    return f"m{year_name(year)}-{month:02d}"


def shown_captures(captures: tuple[Capture, ...], language: Language) -> tuple[ShownCapture, ...]:
    """Give kept copies with their dates in words."""
    return tuple(
        ShownCapture(each.url, shown_date(each.captured, language), each.service)
        for each in captures
    )


def title_of(source: PublicSource, language: Language) -> str:
    """Give an article's title; one without is named by its date, never by its first words."""
    if source.title:
        return source.title
    name = _untitled(source)
    date = shown_date(source.dated, language).words
    return f"{name}, {date}" if date else name


def _untitled(source: PublicSource) -> str:
    """Say what a source without a title is."""
    kind = kind_of(source.kind)
    authors = names(source.authors)
    if kind.form == "letter" and source.recipient:
        return f"{kind.label} to {source.recipient}"
    if kind.form == "interview" and authors:
        return f"{kind.label} with {authors}"
    if kind.has_title:
        return f"Untitled {kind.label.lower()}"
    return f"{kind.label} by {authors}" if authors else kind.label


def names(people: tuple[str, ...]) -> str:
    """Join names: `A`, `A and B`, `A, B and C`."""
    if len(people) < 2:
        return "".join(people)
    return ", ".join(people[:-1]) + " and " + people[-1]


def newest(dates: Iterable[EventDate | None]) -> EventDate | None:
    """Give the newest of the dates whose first day is known."""
    known = [date for date in dates if date is not None and date.earliest is not None]
    return max(known, key=lambda date: (date.earliest, date.edtf), default=None)


def source_change(source: PublicSource) -> EventDate | None:
    """Give the newest day on which an article appeared, was read or was kept."""
    captured = (capture.captured for capture in source.captures)
    return newest((source.published, source.accessed, *captured))
