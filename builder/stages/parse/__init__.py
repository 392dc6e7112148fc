"""Turn each input file into the articles, event notes and pages it holds.

Every result depends on one file (and the settings) only.
"""

from __future__ import annotations

from collections.abc import Callable

from builder.fields.tables import KNOWN_PLACE, PERSON
from builder.model.content import Article, Content, EventNote, StaticFile, TextPage
from builder.model.inputs import InputFiles
from builder.model.settings import Settings
from builder.problems import Problem
from builder.stages.parse.article import parse_article
from builder.stages.parse.event import parse_events
from builder.stages.parse.names import parse_names
from builder.stages.parse.page import parse_page
from builder.stages.parse.text import stem


def parse(
    inputs: InputFiles, settings: Settings, advance: Callable[[int], None]
) -> tuple[Content, tuple[Problem, ...]]:
    """Read all input files, each for itself; `advance` is told how many are done."""
    problems: list[Problem] = []
    unreadable: set[str] = set()
    articles: list[Article] = []
    for file in inputs.articles:
        article, found = parse_article(file)
        problems.extend(found)
        if article is None:
            unreadable.add(stem(file.path))
        else:
            articles.append(article)
        advance(1)
    notes: list[EventNote] = []
    for file in inputs.events:
        read, broken, found = parse_events(file, settings)
        notes.extend(read)
        unreadable.update(broken)
        problems.extend(found)
        advance(1)
    pages, found = _pages(inputs, settings)
    people, told = parse_names(inputs.people, PERSON)
    problems.extend(told)
    places, told = parse_names(inputs.places, KNOWN_PLACE)
    problems.extend(told)
    content = Content(
        tuple(articles),
        tuple(notes),
        pages,
        _files(inputs, settings),
        frozenset(unreadable - {""}),
        people=people,
        places=places,
    )
    return content, (*problems, *found)


def _pages(
    inputs: InputFiles, settings: Settings
) -> tuple[tuple[TextPage, ...], tuple[Problem, ...]]:
    read = [parse_page(file, f"{settings.content}/pages") for file in inputs.pages]
    pages = tuple(page for page, _ in read if page is not None)
    return pages, tuple(problem for _, problems in read for problem in problems)


def _files(inputs: InputFiles, settings: Settings) -> tuple[StaticFile, ...]:
    photos = len(f"{settings.content}/photos/")
    static = len(f"{settings.content}/static/")
    return (
        *(
            StaticFile(f"photos/{file.path[photos:]}", file.data, file.path, is_photo=True)
            for file in inputs.photos
        ),
        *(
            StaticFile(file.path[static:], file.data, file.path, is_photo=False)
            for file in inputs.static
        ),
    )
