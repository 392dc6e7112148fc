"""How many of an event's sources are independent of one another."""

from __future__ import annotations

from collections.abc import Sequence

from builder.model.content import Article


def independent_groups(articles: Sequence[Article]) -> tuple[tuple[str, ...], ...]:
    """Group articles that rest on one text, by what the curator wrote down.

    Articles are one group when they name the same agency, or one is derived from another.
    `independent: true` sets an article apart; one with `independent: false` never counts, unless
    there is no other.
    """
    counted = [each for each in articles if each.independent is not False] or articles[:1]
    groups: list[tuple[set[str], list[str]]] = []
    for article in counted:
        ties = _ties(article)
        joined = [group for group in groups if group[0] & ties]
        apart = [group for group in groups if not group[0] & ties]
        names = [name for group in joined for name in group[1]]
        united = (set().union(ties, *(group[0] for group in joined)), [*names, article.id])
        groups = [*apart, united]
    return tuple(tuple(names) for _, names in groups)


def _ties(article: Article) -> set[str]:
    own = f"article {article.id}"
    if article.independent:
        return {own}
    origin = {f"article {article.derived_from}"} if article.derived_from else set()
    return {own, *origin, *(f"agency {name.casefold()}" for name in article.agencies)}
