"""Say how the articles of a project were read, from the articles alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from builder.build import Options, Progress, collector_at_rest, counter
from builder.evidence.explanation import Explanation, explain
from builder.model.content import Content, InputFiles
from builder.model.settings import Settings
from builder.problems import Problem, in_order, promoted
from builder.silence import without_ignored
from builder.stages.check import check
from builder.stages.discover import discover
from builder.stages.link import link
from builder.stages.parse import parse
from builder.values import frozen


@frozen
class Explained:
    """How articles were read, in the order of their ids, and what is wrong with them."""

    articles: tuple[Explanation, ...]
    problems: tuple[Problem, ...]


def explain_articles(
    project: Path,
    settings: Settings,
    is_chosen: Callable[[str], bool],
    options: Options,
    progress: Progress,
) -> Explained:
    """Say how the articles whose files are chosen were read."""
    with collector_at_rest():
        inputs, discovered = discover(project, settings)
        content, problems = _read(inputs, settings, options, progress)
        found = (each for each in (*discovered, *problems) if is_chosen(each.position.file))
        kept = in_order(without_ignored(found, settings, content))
        chosen = (each for each in content.articles if is_chosen(each.origin.path))
        explained = tuple(map(explain, sorted(chosen, key=lambda each: each.id)))
    return Explained(explained, promoted(kept) if options.strict else kept)


def _read(
    inputs: InputFiles, settings: Settings, options: Options, progress: Progress
) -> tuple[Content, tuple[Problem, ...]]:
    """Read the articles and find what `check` finds in them; no event is looked at."""
    articles = replace(inputs, events=(), pages=())
    advance = counter(progress, "parse", len(articles.articles))
    content, parsed = parse(articles, settings, advance)
    # What the events say is not known, so no article is called uncited.
    unread = frozenset(file.path for file in inputs.events)
    content = replace(content, unreadable=content.unreadable | unread)
    timeline, linked = link(content, settings, lambda more: None)
    return content, (*parsed, *linked, *check(timeline, options.today))
