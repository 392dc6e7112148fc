"""Leave out the warnings a curator turned off."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from builder.model.content import Content
from builder.model.settings import Settings
from builder.problems import Problem, Severity


def without_ignored(
    problems: Iterable[Problem], settings: Settings, content: Content
) -> tuple[Problem, ...]:
    """Drop what the settings, or the note or article a problem stands in, says to ignore.

    Errors are never dropped.
    """
    everywhere = frozenset(settings.ignore)
    ignored = _by_file(content)
    return tuple(
        each
        for each in problems
        if each.severity is Severity.ERROR
        or (each.code not in everywhere and each.code not in _there(each, ignored))
    )


_Spans = list[tuple[int, tuple[str, ...]]]
"""For one file: from which line on which codes are ignored."""


def _by_file(content: Content) -> dict[str, _Spans]:
    found: dict[str, _Spans] = {
        article.origin.path: [(0, article.ignore)] for article in content.articles if article.ignore
    }
    files = {note.origin.path for note in content.notes if note.ignore}
    for note in content.notes:
        if note.origin.path in files:
            line = note.position("").line if note.span.start else 0
            found.setdefault(note.origin.path, []).append((line, note.ignore))
    return {path: sorted(spans) for path, spans in found.items()}


def _there(found: Problem, ignored: dict[str, _Spans]) -> tuple[str, ...]:
    spans = ignored.get(found.position.file)
    if not spans:
        return ()
    # A note reaches from its first key to the next note's.
    index = bisect_right(spans, found.position.line, key=lambda span: span[0]) - 1
    return spans[max(index, 0)][1]
