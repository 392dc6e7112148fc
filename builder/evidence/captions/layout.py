"""The lines of a text, as they stand on the page it was copied from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from builder.evidence.captions.keys import KEY
from builder.evidence.captions.leads import any_lead
from builder.evidence.captions.weighing import Weight, weight
from builder.evidence.visible import visible
from builder.model.content import Span

_MARK: Final = "^ "
_LONGEST_LABEL: Final = 30


class Line(NamedTuple):
    """A line that is not blank."""

    span: Span
    words: str
    """The line as a reader sees it, without the curator's mark."""
    marked: bool
    starts_run: bool
    """A blank line, or nothing, stands before it."""


def lines_of(text: str, *, markdown: bool) -> Iterator[Line]:
    """Give the lines; a label alone, `Image caption,`, is one with the line right below it."""
    label: Line | None = None
    for line in _printed(text, markdown=markdown):
        whole = line
        if label is not None and _is_announced(line):
            whole = label._replace(
                span=Span(label.span.start, line.span.end), words=f"{label.words}\n{line.words}"
            )
        elif label is not None:
            yield label
        label = line if whole is line and _is_label(line.words) else None
        if label is None:
            yield whole
    if label is not None:
        yield label


def _is_announced(line: Line) -> bool:
    """Whether a label stands for the line below it; behind a blank line only for a credit."""
    if line.marked:
        return False
    return not line.starts_run or weight(line.words) >= Weight.SIGNS


def _printed(text: str, *, markdown: bool) -> Iterator[Line]:
    start, after_blank = 0, True
    has_marks = markdown and visible(text).text != text
    for whole in text.split("\n"):
        words = whole.strip()
        if words:
            first = start + whole.index(words)
            marked = words.startswith(_MARK)
            seen = words.removeprefix(_MARK).lstrip() if marked else words
            if has_marks:
                seen = visible(seen).text.strip()
            yield Line(Span(first, first + len(words)), seen, marked, after_blank)
        after_blank = not words
        start += len(whole) + 1


def _is_label(words: str) -> bool:
    """Whether a line announces a caption or a credit, and holds neither."""
    if len(words) > _LONGEST_LABEL or not words.endswith((",", ":", "...", "…")):
        return False
    key = KEY.fullmatch(words)
    is_key = key is not None and (key["label"] is not None or "credit" in words.casefold())
    return is_key or any_lead(words, 0, len(words)).end == len(words)
