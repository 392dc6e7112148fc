"""A quotation together with what the rules say of it, and how such cases are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from quotations.corpus import Article, articles
from quotations.oracle import is_cut_from_denying

_ATTEMPTS = 12


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that somebody says an article has."""

    article: Article
    quote: str
    parts: tuple[str, ...] = ()
    """The article's words that prove it, if it is true."""
    prefix: str = ""
    suffix: str = ""
    paragraph: int | None = None
    speaker: str = ""
    warning: str = ""
    """The code of a warning that must be given."""
    no_warning: str = ""
    """The code of a warning that must not be given."""
    is_only_accents: bool = False
    """Nothing but accents differs, so that the article's spelling must be shown."""


Make = Callable[[Article, Random], Quotation | None]
"""Makes a quotation of an article; nothing if the one that chance chose would not do."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A way in which a quotation differs from its article."""

    name: str
    make: Make
    each: int = 2
    """How many are made of every article in which they can be made."""
    least: int = 20
    """With fewer in all the kind has not been tried; kinds of one name count together."""


@dataclass(frozen=True, slots=True)
class Case:
    """A quotation that is known to be true, or known to be false."""

    kind: str
    is_true: bool
    quotation: Quotation


def cases_of(kind: Kind, *, is_true: bool) -> Iterator[Case]:
    """Make the same cases of a kind every time."""
    for article in articles():
        random = Random(f"{kind.name}/{article.name}")
        made: dict[str, Quotation] = {}
        for _ in range(_ATTEMPTS * kind.each):
            quotation = kind.make(article, random)
            if is_true and quotation and _is_cut(quotation):
                continue
            if quotation is not None:
                made.setdefault(quotation.quote, quotation)
            if len(made) == kind.each:
                break
        yield from (Case(kind.name, is_true, quotation) for quotation in made.values())


def _is_cut(quotation: Quotation) -> bool:
    return any(is_cut_from_denying(quotation.article, part) for part in quotation.parts)
