"""Join everything: the only stage that sees all files together."""

from __future__ import annotations

from collections.abc import Callable

from builder.model.content import Article, Content, EventNote
from builder.model.settings import Settings
from builder.model.timeline import Event, Passage, Source, Timeline
from builder.problems import Problem, problem
from builder.stages.link.citations import Linker
from builder.stages.link.identity import (
    check_aliases,
    check_origins,
    check_page_names,
    unique_articles,
    unique_notes,
)
from builder.stages.link.names import joined_people, joined_places
from builder.stages.link.photos import Album, album
from builder.stages.link.quotations import Prover


def link(
    content: Content, settings: Settings, advance: Callable[[int], None]
) -> tuple[Timeline, tuple[Problem, ...]]:
    """Join notes, articles and pages to a timeline; `advance` is told of each event."""
    articles, duplicate_articles = unique_articles(content.articles)
    notes, duplicate_notes = unique_notes(content.notes)
    photos = album(articles.values())
    prover = Prover(articles, settings)
    earlier = {alias.text: each.id for each in articles.values() for alias in each.aliases}
    linker = Linker(articles, content.unreadable, photos, prover, settings, earlier)
    known = {note.id for note in notes} | content.unreadable
    events: list[Event] = []
    problems: list[Problem] = []
    for note in notes:
        event, found = linker.event(note)
        events.append(event)
        problems.extend((*found, *_unknown_related(note, known)))
        advance(1)
    events.sort(key=_order)
    people, told_of_people = joined_people(content.people, notes)
    places, told_of_places = joined_places(content.places, notes)
    timeline = Timeline(
        settings=settings,
        events=tuple(events),
        sources=_sources(articles, events, photos),
        pages=content.pages,
        files=content.files,
        is_complete=not content.unreadable and not any(note.is_faulty for note in notes),
        people=people,
        places=places,
    )
    return timeline, (
        *duplicate_articles,
        *duplicate_notes,
        *check_origins(content, articles),
        *check_aliases(notes),
        *check_aliases(tuple(articles.values())),
        *check_page_names(content.pages),
        *told_of_people,
        *told_of_places,
        *problems,
    )


def _order(event: Event) -> tuple[tuple[int, ...], int, str]:
    return (event.note.date.sort_key, event.note.order, event.note.id)


def _unknown_related(note: EventNote, known: set[str] | frozenset[str]) -> tuple[Problem, ...]:
    return tuple(
        problem(
            "unknown-event",
            f"there is no event '{each.text}'",
            note.position_of(each.span),
            hint="write the id of an event, which is its file's name",
            key="related",
        )
        for each in note.related
        if each.text not in known
    )


def _sources(
    articles: dict[str, Article], events: list[Event], photos: Album
) -> tuple[Source, ...]:
    """Join each article to the events that cite it, in the order of publication."""
    cited_by: dict[str, dict[str, None]] = {name: {} for name in articles}
    passages: dict[str, dict[str, tuple[Passage, dict[str, None]]]] = {
        name: {} for name in articles
    }
    for event in events:
        for citation in event.citations:
            cited_by[citation.article][event.note.id] = None
            for passage in citation.passages:
                if passage.is_proved:
                    known = passages[citation.article].setdefault(passage.anchor, (passage, {}))
                    known[1][event.note.id] = None
    return tuple(
        Source(
            article=article,
            passages=tuple(
                (passage, tuple(cited))
                for passage, cited in sorted(passages[name].values(), key=_in_text)
            ),
            photos=photos.of(name),
            cited_by=tuple(cited_by[name]),
        )
        for name, article in sorted(articles.items(), key=_by_publication)
    )


def _in_text(found: tuple[Passage, dict[str, None]]) -> tuple[bool, int, int]:
    passage = found[0]
    return (not passage.in_title, passage.parts[0].start, passage.parts[-1].end)


def _by_publication(found: tuple[str, Article]) -> tuple[bool, tuple[int, ...], str]:
    name, article = found
    dated = article.dated
    return (dated is None, dated.sort_key if dated else (), name)
