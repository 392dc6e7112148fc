"""Links and citation marks in Markdown, led elsewhere; every other character as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import quote, unquote

from builder.markdown import MARK, path_of, prose
from builder.model.content import Prose
from builder.values import frozen

_TARGET: Final = re.compile(
    r"(?m)(?:\]\([ \t]*<?|\bhref[ \t]*=[ \t]*[\"']?|^[ ]{0,3}\[[^\]\r\n]{1,999}\]:[ \t]*<?)"
    r"(?P<target>[^\s<>()\"'#?]+)"
)
"""Where an address may be written: behind a link's words, in a tag, or in a list of addresses."""
_TO_ROOT: Final = re.compile(r"(?:/(?!/))?(?:\.{1,2}/)*")
_HREF: Final = re.compile(r'href="[^"]*"')


@frozen
class Leads:
    """What leads elsewhere now: pages by their addresses, articles by their ids."""

    pages: Mapping[str, str]
    articles: Mapping[str, str]


_NOWHERE: Final = Leads({}, {})


@frozen
class ByHand:
    """Why a text has to be changed by hand."""

    sentence: str


def replacements(text: str, leads: Leads) -> tuple[tuple[str, str], ...] | ByHand:
    """Give the words of a text to replace, each with what comes in its place.

    The text is read before and after: no more and no less may have changed than where the links
    and marks lead.
    """
    if not _may_lead(text, leads):
        return ()
    before = prose(text)
    wanted = _meaning(before, leads)
    if wanted == _meaning(before, _NOWHERE):
        return ()
    found = tuple(dict.fromkeys((*_links(text, leads), *_marks(text, leads))))
    if _meaning(prose(replaced(text, found)), _NOWHERE) == wanted:
        return found
    old = next((path_of(link) for link in before.links if path_of(link) in leads.pages), "")
    what = f"a link to '{old}'" if old else f"a mark of '{next(iter(leads.articles), '')}'"
    return ByHand(f"{what} stands in a form that is changed only by hand")


def _may_lead(text: str, leads: Leads) -> bool:
    """Tell whether a text has to be read as Markdown; most hold neither name."""
    pages = (path.rpartition("/")[2].removesuffix(".html") for path in leads.pages)
    # An address can be written with escapes of three kinds.
    return any(each in text for each in (*pages, *leads.articles, "%", "\\", "&"))


def replaced(text: str, words: tuple[tuple[str, str], ...]) -> str:
    """Give a text with words replaced, one pair after the other."""
    for old, new in words:
        text = text.replace(old, new)
    return text


def _meaning(text: Prose, leads: Leads) -> tuple[object, ...]:
    """Give where the links and marks of a text lead, and all the rest of it."""
    links = [(leads.pages.get(path, path), tail) for path, tail in map(_parted, text.links)]
    marks = [
        [(leads.articles.get(mark.article, mark.article), mark.locator) for mark in group]
        for group in text.marks
    ]
    return links, marks, [_HREF.sub("", piece) for piece in text.html]


def _parted(link: str) -> tuple[str, str]:
    return path_of(link), link[len(re.split("[#?]", link, maxsplit=1)[0]) :]


def _links(text: str, leads: Leads) -> Iterator[tuple[str, str]]:
    for found in _TARGET.finditer(text) if leads.pages else ():
        target = found["target"]
        start = _TO_ROOT.match(target)
        path = target[start.end() if start else 0 :]
        new = leads.pages.get(unquote(path))
        if new is not None:
            context = found[0].removesuffix(path)
            yield found[0], context + (quote(new) if "%" in path else new)


def _marks(text: str, leads: Leads) -> Iterator[tuple[str, str]]:
    for found in MARK.finditer(text) if leads.articles else ():
        parts = [_mark(part, leads) for part in found[1][1:-1].split(";")]
        yield found[1], f"[{';'.join(parts)}]"


def _mark(part: str, leads: Leads) -> str:
    """Give one article of a mark with its locator, by its new id if it has one."""
    article = part.strip().lstrip("@").partition(" ")[0]
    new = leads.articles.get(article)
    return part if new is None else part.replace(f"@{article}", f"@{new}", 1)
