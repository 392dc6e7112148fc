"""A last look at every output: nothing in it may name a confidential source.

What names one is left out long before. But a mark that is mistyped, or stands where none is read,
is text like any other, and so is an address of the site that is written out in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import unquote

from builder.model.content import Article, Content
from builder.model.pages import OutputFile
from builder.problems import Position, Problem, problem

# An id of several words stands nowhere by chance; one of a single word is an id behind these signs.
_TOKEN: Final = re.compile(r"(?:@|sources/)?[a-z0-9]+(?:-[a-z0-9]+)*", re.IGNORECASE)
_TEXTS: Final = (".html", ".xml", ".json", ".txt", ".js", ".css", ".svg", ".csv", ".ics", ".md")


def named_sources(files: Iterable[OutputFile], content: Content) -> tuple[Problem, ...]:
    """Give a problem for each confidential source that an output names by an id or digest."""
    hidden = dict(_names(content))
    if not hidden:
        return ()
    found: dict[tuple[str, str], Problem] = {}
    for file in files:
        for token in _tokens(file):
            article = hidden.get(token)
            if article is not None:
                found.setdefault((article.id, file.path), _problem(article, file))
    return tuple(found.values())


def _names(content: Content) -> Iterator[tuple[str, Article]]:
    for article in content.articles:
        if article.access == "public":
            continue
        path = article.origin.path
        stem = path[path.rfind("/") + 1 :].rpartition(".")[0]
        names = {article.id, stem.lower(), *(alias.text for alias in article.aliases)}
        for name in names - {""}:
            yield f"@{name}", article
            yield f"sources/{name}", article
            if "-" in name:
                yield name, article


def _tokens(file: OutputFile) -> set[str]:
    text = file.data.decode(errors="replace") if file.path.lower().endswith(_TEXTS) else ""
    told = f"{file.path}\n{unquote(text) if '%' in text else text}"
    return {found.lower() for found in _TOKEN.findall(told)}


def _problem(article: Article, file: OutputFile) -> Problem:
    message = "the site would name this confidential source"
    hint = "look for its id in the content: in a mark that is mistyped, in a link, in a text"
    details = (f"it would stand in '{file.path}'",)
    return problem(
        "names-source", message, Position(article.origin.path), hint=hint, details=details
    )
