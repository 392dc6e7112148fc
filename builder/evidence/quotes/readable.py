"""An article's text made ready for many quotations."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Final

from builder.evidence.folding import Folded, broken_words, folded
from builder.evidence.quotes.speech import spoken
from builder.evidence.quotes.spelling import is_accent, without_accents
from builder.evidence.quotes.vocabulary import languages_of
from builder.evidence.visible import Visible, visible
from builder.model.content import Paragraph, Span

_UNDOTTED: Final = "ıİ"
_TURKISH: Final = str.maketrans("Iİ", "ıi")


def has_turkish_letters(text: str) -> bool:
    """Tell whether a text has ı or İ, so that its other capitals may be Turkish too."""
    return any(map(text.__contains__, _UNDOTTED))


def turkish(text: str) -> str:
    """Write the capitals I and İ small as Turkish does."""
    return text.translate(_TURKISH)


class ReadableText:
    """A text in which quotations are looked for; what that needs is worked out at most once."""

    def __init__(
        self,
        text: str,
        *,
        markdown: bool,
        title: str,
        paragraphs: tuple[Paragraph, ...],
        language: str = "",
        stands_over: ReadableText | None = None,
    ) -> None:
        """Take a text, in a language if that is known; a title `stands_over` another."""
        self.stored = text
        self.paragraphs = paragraphs
        self._is_markdown = markdown
        self._title = title
        self._language = language
        self._stands_over = stands_over
        self._otherwise: dict[tuple[frozenset[int], bool], Folded] = {}

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
        return ReadableText(
            self._title,
            markdown=False,
            title="",
            paragraphs=(),
            language=self._language,
            stands_over=self,
        )

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages the text may be in; none if nothing says it."""
        below = self._stands_over.folded.text if self._stands_over else ""
        return languages_of(f"{self.folded.text} {below}", self._language)

    @cached_property
    def folded(self) -> Folded:
        """The text folded, words broken at a line's end joined."""
        return folded(self.plain)

    def readings(self, words: str) -> Iterator[Folded]:
        """Give the ways in which the text can be read, the usual one first.

        `words` are the folded ones that are looked for: a hyphen at a line's end is kept, as
        "long-" before "range" needs, where they have both halves as two words.
        """
        yield self.folded
        kept = frozenset(at for at, halves in self._broken_words if halves in words)
        if kept:
            yield self._read(kept, leaves_out=False)
        if self._between:
            yield self._read(frozenset(), leaves_out=True)
            if kept:
                yield self._read(kept, leaves_out=True)

    def _read(self, kept: frozenset[int], *, leaves_out: bool) -> Folded:
        """Fold the text with some hyphens at line ends, and perhaps without captions."""
        found = self._otherwise.get((kept, leaves_out))
        if found is None:
            between = self._between if leaves_out else ()
            found = folded(self.plain, leaving_out=between, keeping=kept)
            self._otherwise[kept, leaves_out] = found
        return found

    @cached_property
    def _broken_words(self) -> tuple[tuple[int, str], ...]:
        return broken_words(self.plain)

    @cached_property
    def _between(self) -> tuple[Span, ...]:
        """The captions and the like that stand between paragraphs."""
        others = (each for each in self.paragraphs if each.kind not in ("text", "heading"))
        return tuple(self._in_plain(Span(each.start, each.end)) for each in others)

    def are_parted_by_pages(self, match: tuple[Span, ...]) -> bool:
        """Tell whether between the parts of a match nothing but the beginnings of pages stand."""
        between = (
            self.paragraphs[place]
            for before, after in pairwise(match)
            for place in range(self.place(before.end - 1) + 1, self.place(after.start))
        )
        return all(each.kind == "page" for each in between)

    @cached_property
    def in_turkish(self) -> Folded:
        """The text folded by the rule that I is the capital of ı."""
        return folded(turkish(self.plain))

    @cached_property
    def without_accents(self) -> tuple[str, tuple[int, ...]]:
        """The folded text without accents, and where each of its letters stands in it."""
        words = self.folded.text
        bare = without_accents(words)
        if len(bare) == len(words):
            return bare, ()
        return bare, tuple(at for at, each in enumerate(words) if not is_accent(each))

    @cached_property
    def speech(self) -> tuple[Span, ...]:
        """What stands inside quotation marks, as offsets in the visible text."""
        return spoken(self.plain)

    @cached_property
    def speech_starts(self) -> frozenset[int]:
        """Where speech begins, behind its mark."""
        return frozenset(each.start for each in self.speech)

    @cached_property
    def speech_ends(self) -> frozenset[int]:
        """Where speech ends, before its mark."""
        return frozenset(each.end for each in self.speech)

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
