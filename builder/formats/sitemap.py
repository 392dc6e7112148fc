"""A sitemap (sitemaps.org protocol 0.9) and the `robots.txt` that names it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import quote

from builder.formats.xml import DECLARATION, element, text

MOST_ADDRESSES: Final = 50_000
"""A sitemap file holds no more; beyond that an index of sitemaps is written."""

# What `quote` leaves as it is; most addresses are made of nothing else.
_PLAIN: Final = re.compile(r"[A-Za-z0-9_./-]*\Z")
_NAMESPACE: Final = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemaps(url: str, paths: Sequence[str]) -> tuple[tuple[str, bytes], ...]:
    """Give the sitemap files as pairs of a path and its bytes.

    `url` is the site's address with a slash at its end; paths are relative to it.
    """
    if len(paths) <= MOST_ADDRESSES:
        return (("sitemap.xml", _sitemap(url, paths)),)
    parts = [
        paths[start : start + MOST_ADDRESSES] for start in range(0, len(paths), MOST_ADDRESSES)
    ]
    named = [(f"sitemap-{number}.xml", part) for number, part in enumerate(parts, start=1)]
    return (
        ("sitemap.xml", _index(url, (name for name, _ in named))),
        *((name, _sitemap(url, part)) for name, part in named),
    )


def robots(url: str) -> bytes:
    """Give a `robots.txt` that lets everything be read and names the sitemap."""
    return f"User-agent: *\nAllow: /\nSitemap: {url}sitemap.xml\n".encode()


def _sitemap(url: str, paths: Iterable[str]) -> bytes:
    start = text(url)
    found = (f"<url><loc>{start}{text(_address(path))}</loc></url>" for path in paths)
    return "\n".join((f"{DECLARATION}<urlset {_NAMESPACE}>", *found, "</urlset>\n")).encode()


def _index(url: str, names: Iterable[str]) -> bytes:
    found = (f"<sitemap>{element('loc', url + name)}</sitemap>" for name in names)
    opening = f"{DECLARATION}<sitemapindex {_NAMESPACE}>"
    return "\n".join((opening, *found, "</sitemapindex>\n")).encode()


def _address(path: str) -> str:
    if path == "index.html":
        return ""
    return path if _PLAIN.match(path) else quote(path)
