"""An Atom feed (RFC 4287) of the events added or changed last."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from builder.dates import Day
from builder.formats.xml import DECLARATION, element, text
from builder.values import frozen

MOST_ENTRIES: Final = 50


@frozen
class FeedEntry:
    """One event in the feed."""

    url: str
    title: str
    changed: Day
    summary_html: str
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()


def feed(
    *,
    title: str,
    subtitle: str,
    url: str,
    language: str,
    authors: tuple[str, ...],
    entries: Iterable[FeedEntry],
) -> bytes:
    """Write the feed; `url` is the site's address with a slash at its end, days are at 0:00 UTC.

    Entries whose change lies outside the years 1 to 9999 are left out: a time stamp (RFC 3339)
    cannot hold them.
    """
    shown = [entry for entry in entries if 1 <= entry.changed[0] <= 9999]
    shown.sort(key=lambda entry: (entry.changed, entry.url), reverse=True)
    newest = _stamp(shown[0].changed) if shown else "0001-01-01T00:00:00Z"
    lines = [
        f'{DECLARATION}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{text(language)}">',
        element("id", url),
        element("title", title),
        *([element("subtitle", subtitle)] if subtitle else []),
        element("updated", newest),
        element("link", "", rel="self", href=f"{url}feed.xml", type="application/atom+xml"),
        element("link", "", rel="alternate", href=url, type="text/html"),
        *(f"<author>{element('name', author)}</author>" for author in authors or (title,)),
        *(_entry(entry) for entry in shown[:MOST_ENTRIES]),
        "</feed>\n",
    ]
    return "\n".join(lines).encode()


def _entry(entry: FeedEntry) -> str:
    parts = [
        element("id", entry.url),
        element("title", entry.title),
        element("updated", _stamp(entry.changed)),
        element("link", "", rel="alternate", href=entry.url, type="text/html"),
        *(element("category", "", term=category) for category in entry.categories),
    ]
    if entry.summary_html:
        parts.append(element("summary", entry.summary_html, type="html"))
    return "<entry>\n" + "\n".join(parts) + "\n</entry>"


def _stamp(day: Day) -> str:
    year, month, date = day
    return f"{year:04d}-{month:02d}-{date:02d}T00:00:00Z"
