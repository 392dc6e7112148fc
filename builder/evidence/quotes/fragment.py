"""The part of a link that leads to words on the publisher's page (`#:~:text=`)."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote as percent_encoded

from builder.evidence.quotes.readable import ReadableText
from builder.model.content import Span

# Longer quotations are given by their first and their last words.
_WHOLE: Final = 8
_FIRST, _LAST, _CONTEXT = 5, 4, 5


def text_fragment(text: ReadableText, parts: tuple[Span, ...]) -> str:
    """Give the text directives for the parts of a quotation, to be put behind an address.

    They are made of the article's own characters; words before or after a part are added only
    where the part alone would lead to an earlier place.
    """
    directives = [_directive(text.plain, part) for part in text.in_plain(parts)]
    kept = [f"text={directive}" for directive in directives if directive]
    return f"#:~:{'&'.join(kept)}" if kept else ""


def _directive(plain: str, part: Span) -> str:
    quoted = plain[part.start : part.end]
    words = quoted.split()
    if not words:
        return ""
    at = part.start + len(quoted) - len(quoted.lstrip())
    stop = part.start + len(quoted.rstrip())
    first, last = words, []
    if len(words) > _WHOLE:
        first, last = words[:_FIRST], words[-_LAST:]
    elif len(words) > 1 and "\n" in quoted:
        # Only start and end of a range may lie in different paragraphs of a page.
        first, last = words[: len(words) // 2], words[len(words) // 2 :]
    prefix, suffix = _context(plain, at, _end_of(first, plain, at), stop)
    directive = _written(first)
    if prefix:
        directive = f"{_written(prefix)}-,{directive}"
    if last:
        directive = f"{directive},{_written(last)}"
    return f"{directive},-{_written(suffix)}" if suffix else directive


def _end_of(words: list[str], plain: str, at: int) -> int:
    """Where words end that stand one behind the other from a place on."""
    for word in words:
        at = plain.index(word, at) + len(word)
    return at


def _context(plain: str, at: int, end: int, stop: int) -> tuple[list[str], list[str]]:
    """The fewest words before that tell the start from earlier places; else some after it too.

    The first words stand from `at` to `end`, all the words end at `stop`.
    """
    before = plain[:at].lower()
    if plain[at:end].lower() not in before:
        return [], []
    line = plain[plain.rfind("\n", 0, at) + 1 : at]
    near = line.split()[-_CONTEXT:]
    start = at
    for count in range(1, len(near) + 1):
        start = plain.rindex(near[-count], 0, start)
        if plain[start:end].lower() not in before:
            return near[-count:], []
    line_end = plain.find("\n", stop)
    behind = plain[stop : line_end if line_end >= 0 else len(plain)]
    return near, behind.split()[:_CONTEXT]


def _written(words: list[str]) -> str:
    """Encode everything, the directive's own signs among the words too."""
    return percent_encoded(" ".join(words), safe="").replace("-", "%2D")
