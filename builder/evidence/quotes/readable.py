"""An article's text made ready for many quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from builder.evidence.folding import Folded, folded
from builder.evidence.quotes.speech import spoken
from builder.evidence.visible import Visible, visible
from builder.model.content import Paragraph, Span

_LINE_END_HYPHEN: Final = re.compile(r"[^\W\d_][-‐\u00ad][ \t]*\n[ \t]*[^\W\d_]")


class ReadableText:
    """A text in which quotations are looked for; what that needs is worked out at most once."""

    def __init__(
        self, text: str, *, markdown: bool, title: str, paragraphs: tuple[Paragraph, ...]
    ) -> None:
        self.stored = text
        self.paragraphs = paragraphs
        self._is_markdown = markdown
        self._title = title

    @cached_property
    def _visible(self) -> Visible:
        return visible(self.stored)

    @cached_property
    def plain(self) -> str:
        """The text as a reader sees it."""
        return self._visible.text if self._is_markdown else self.stored

    @cached_property
    def title(self) -> ReadableText | None:
        """The title, to be quoted like a text."""
        if not self._title:
            return None
        return ReadableText(self._title, markdown=False, title="", paragraphs=())

    @cached_property
    def folded(self) -> Folded:
        """The text folded, words broken at a line's end joined."""
        return folded(self.plain)

    @cached_property
    def _hyphenated(self) -> Folded | None:
        """The text folded with hyphens at line ends kept, as "long-" before "range" needs."""
        if not _LINE_END_HYPHEN.search(self.plain):
            return None
        return folded(self.plain, joins_lines=False)

    @cached_property
    def _uninterrupted(self) -> Folded | None:
        """The text folded without the captions that stand between its paragraphs."""
        others = [each for each in self.paragraphs if each.kind not in ("text", "heading")]
        between = tuple(self._in_plain(Span(each.start, each.end)) for each in others)
        return folded(self.plain, leaving_out=between) if between else None

    def readings(self) -> Iterator[Folded]:
        """Give the ways in which the text can be read, the usual one first."""
        yield self.folded
        for other in (self._hyphenated, self._uninterrupted):
            if other is not None:
                yield other

    @cached_property
    def speech(self) -> tuple[Span, ...]:
        """What stands inside quotation marks, as offsets in the visible text."""
        return spoken(self.plain)

    def in_stored(self, span: Span) -> Span:
        """Give the characters of the stored text for a span of the visible one."""
        return self._visible.offsets.span(*span) if self._is_markdown else span

    def _in_plain(self, span: Span) -> Span:
        if not self._is_markdown:
            return span
        offsets = self._visible.offsets
        return Span(offsets.derived_at(span.start), offsets.derived_at(span.end))

    def in_plain(self, parts: tuple[Span, ...]) -> tuple[Span, ...]:
        """Give the characters of the visible text for spans of the stored one."""
        return tuple(map(self._in_plain, parts))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(each.start for each in self.paragraphs)

    @cached_property
    def _numbers(self) -> tuple[int, ...]:
        """For each paragraph, how many text paragraphs there are up to it."""
        count, numbers = 0, []
        for each in self.paragraphs:
            count += each.kind == "text"
            numbers.append(count)
        return tuple(numbers)

    def place(self, at: int) -> int:
        """Give the index of the paragraph a visible character stands in; -1 before the first."""
        stored = self._visible.offsets.start(at) if self._is_markdown else at
        return bisect_right(self._starts, stored) - 1

    def number(self, at: int) -> int:
        """Give the number of the text paragraph at a visible character, 0 in anything else."""
        place = self.place(at)
        if place < 0 or self.paragraphs[place].kind != "text":
            return 0
        return self._numbers[place]

    def text_paragraphs_before(self, at: int) -> int:
        """Count the text paragraphs up to the one at a visible character."""
        place = self.place(at)
        return self._numbers[place] if place >= 0 else 0
