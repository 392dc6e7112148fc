"""The part of a link that leads to words on the publisher's page (`#:~:text=`)."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote as percent_encoded

from builder.evidence.quotes.readable import ReadableText
from builder.model.content import Span

# Longer quotations are given by their first and their last words.
_WHOLE: Final = 8
_FIRST, _LAST, _CONTEXT = 5, 4, 5

_WORD: Final = re.compile(r"\S+")


def text_fragment(text: ReadableText, parts: tuple[Span, ...]) -> str:
    """Give the text directives for the parts of a quotation, to be put behind an address.

    They are made of the article's own characters; words before or after a part are added only
    where the part alone would lead to an earlier place.
    """
    directives = [_directive(text.plain, part) for part in text.in_plain(parts)]
    kept = [f"text={directive}" for directive in directives if directive]
    return f"#:~:{'&'.join(kept)}" if kept else ""


def _directive(plain: str, part: Span) -> str:
    words = _words(plain, *part)
    if not words:
        return ""
    if len(words) > _WHOLE:
        start, end = words[:_FIRST], words[-_LAST:]
    elif len(words) > 1 and "\n" in plain[part.start : part.end]:
        # Only start and end of a range may lie in different paragraphs of a page.
        start, end = words[: len(words) // 2], words[len(words) // 2 :]
    else:
        start, end = words, []
    prefix, suffix = _context(plain, start, words[-1].end)
    directive = _written(plain, start)
    if prefix:
        directive = f"{_written(plain, prefix)}-,{directive}"
    if end:
        directive = f"{directive},{_written(plain, end)}"
    return f"{directive},-{_written(plain, suffix)}" if suffix else directive


def _context(plain: str, start: list[Span], end: int) -> tuple[list[Span], list[Span]]:
    """The fewest words before that tell the start from earlier places; else some after it too."""
    at = start[0].start
    before = plain[:at].lower()
    if plain[at : start[-1].end].lower() not in before:
        return [], []
    near = _words(plain, plain.rfind("\n", 0, at) + 1, at)[-_CONTEXT:]
    for count in range(1, len(near) + 1):
        if plain[near[-count].start : start[-1].end].lower() not in before:
            return near[-count:], []
    line_end = plain.find("\n", end)
    return near, _words(plain, end, line_end if line_end >= 0 else len(plain))[:_CONTEXT]


def _words(plain: str, start: int, end: int) -> list[Span]:
    return [Span(*word.span()) for word in _WORD.finditer(plain, start, end)]


def _written(plain: str, words: list[Span]) -> str:
    """Encode everything, the directive's own signs among the words too."""
    text = " ".join(plain[word.start : word.end] for word in words)
    return percent_encoded(text, safe="").replace("-", "%2D")
