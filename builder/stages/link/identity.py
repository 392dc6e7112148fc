"""Every id once: articles, events, earlier ids and text pages by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from builder.model.content import Article, Content, EventNote, TextPage
from builder.problems import Position, Problem, Related, problem


def unique_articles(articles: Iterable[Article]) -> tuple[dict[str, Article], tuple[Problem, ...]]:
    """Give the articles by id; of two with one id the first is kept."""
    found: dict[str, Article] = {}
    problems = []
    for article in articles:
        first = found.setdefault(article.id, article)
        if first is not article:
            place, other = article.position("id"), first.position("id")
            problems.append(duplicate("article", article.id, place, other))
    return found, tuple(problems)


def unique_notes(notes: Iterable[EventNote]) -> tuple[tuple[EventNote, ...], tuple[Problem, ...]]:
    """Give the notes whose id no other has."""
    found: dict[str, EventNote] = {}
    problems = []
    for note in notes:
        first = found.setdefault(note.id, note)
        if first is not note:
            place, other = note.position("id"), first.position("id")
            problems.append(duplicate("event", note.id, place, other))
    return tuple(found.values()), tuple(problems)


def duplicate(kind: str, name: str, place: Position, other: Position) -> Problem:
    """Say that two of a kind have one id."""
    message = f"another {kind} has the id '{name}'"
    related = (Related("the other", other),)
    hint = "give one of them another id"
    return problem("duplicate-id", message, place, hint=hint, related=related, key="id")


def check_aliases(notes: Sequence[EventNote] | Sequence[Article]) -> tuple[Problem, ...]:
    """An earlier id must be free: no event's or article's own, and no other's earlier id."""
    taken = {note.id: note.position("id") for note in notes}
    problems = []
    for note in notes:
        for alias in note.aliases:
            place = note.origin.position(*alias.span)
            if alias.text in taken:
                message = f"the id '{alias.text}' is taken, so it cannot lead to '{note.id}'"
                related = (Related("taken here", taken[alias.text]),)
                problems.append(
                    problem("duplicate-id", message, place, related=related, key="aliases")
                )
            else:
                taken[alias.text] = place
    return tuple(problems)


def check_page_names(pages: Sequence[TextPage]) -> tuple[Problem, ...]:
    """Two text pages of one name would be one file."""
    found: dict[str, TextPage] = {}
    problems = []
    for page in pages:
        first = found.setdefault(page.name, page)
        if first is not page:
            problems.append(
                duplicate("page", page.name, page.origin.position(0), first.origin.position(0))
            )
    return tuple(problems)


def check_origins(content: Content, articles: dict[str, Article]) -> tuple[Problem, ...]:
    """`derived_from` names an article that exists."""
    return tuple(
        problem(
            "unknown-article",
            f"there is no article '{article.derived_from}'",
            article.position("derived_from"),
            key="derived_from",
        )
        for article in articles.values()
        if article.derived_from
        and article.derived_from not in articles
        and article.derived_from not in content.unreadable
    )
