"""The captions of an article's photos, with their credits."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from builder.evidence.captions.credit import parse_credit
from builder.evidence.captions.keys import has_stems
from builder.evidence.captions.lines import CaptionLine, read_line
from builder.evidence.folding import fold
from builder.evidence.visible import visible
from builder.model.content import NO_CREDIT, Caption, Span

__all__ = ["captions", "handle", "handle_of", "parse_credit", "photo_key"]

_MARK: Final = "^ "
_BLANKS: Final = "\u00a0\u2009\u202f"
"""Blanks that hold words together, as before a French colon."""
_FEWEST_WORDS_REPEATED: Final = 4
_MOST_WORDS_REPEATED: Final = 40


class _Line(NamedTuple):
    """A line that is not blank."""

    span: Span
    words: str
    """The line as a reader sees it, without the curator's mark."""
    marked: bool
    starts_run: bool
    """A blank line, or nothing, stands before it."""


def captions(text: str, *, markdown: bool) -> tuple[Caption, ...]:
    """Find the captions of a text, in order; a repeated one is found each time."""
    lines = tuple(_lines(text, markdown=markdown))
    announces = has_stems(text)
    blanks = str.maketrans(dict.fromkeys(filter(text.__contains__, _BLANKS), " "))
    found: dict[int, Caption] = {}
    for index, line in enumerate(lines):
        last = index == len(lines) - 1
        words = line.words.translate(blanks) if blanks else line.words
        read = read_line(words, marked=line.marked, last=last, announces=announces)
        if read and (line.marked or read.lead != (0, 0) or not _is_wrapped(lines, index)):
            found[index] = _caption(line, read)
    for index in _repeated(lines, found):
        words, span = lines[index].words, lines[index].span
        found[index] = Caption(words, text=words, span=span, from_text=True)
    return tuple(found[index] for index in sorted(found))


def photo_key(caption: Caption) -> str:
    """Give what is equal for captions of the same photo: caption and credit, folded."""
    return f"{fold(caption.caption)}\n{fold(caption.credit.line)}"


def handle(caption: Caption) -> str:
    """Give the short name of a photo that stays while its caption and credit do."""
    return handle_of(photo_key(caption))


def handle_of(key: str) -> str:
    """Give the short name of a photo whose key is known."""
    return hashlib.sha256(key.encode()).hexdigest()[:10]


def _lines(text: str, *, markdown: bool) -> Iterator[_Line]:
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
            yield _Line(Span(first, first + len(words)), seen, marked, after_blank)
        after_blank = not words
        start += len(whole) + 1


def _caption(line: _Line, read: CaptionLine) -> Caption:
    words = line.words
    credit = NO_CREDIT
    if read.credit.start < read.credit.end:
        credit = parse_credit(words[slice(*read.credit)])
    if read.file_picture:
        credit = replace(credit, file_picture=True)
    lead = words[slice(*read.lead)]
    return Caption(words[slice(*read.caption)], credit, lead, words, line.span, from_text=True)


def _is_wrapped(lines: tuple[_Line, ...], index: int) -> bool:
    """Whether a line is only a part of a sentence, in a text broken into short lines."""
    line = lines[index]
    if index + 1 < len(lines) and not lines[index + 1].starts_run:
        following = lines[index + 1].words
        if following[:1].islower():
            return True
    return line.words[:1].islower() and not line.starts_run


def _repeated(lines: tuple[_Line, ...], found: dict[int, Caption]) -> Iterator[int]:
    """Lines that say what their neighbour says, with its credit or without."""
    for index, (line, following) in enumerate(pairwise(lines)):
        if not found and not _begin_alike(line.words, following.words):
            continue
        for one, other in ((index, index + 1), (index + 1, index)):
            if one not in found and other in found and _says(lines[one], found[other].caption):
                yield one
        if index not in found and index + 1 not in found and _says(line, following.words):
            yield from (index, index + 1)


def _says(line: _Line, words: str) -> bool:
    if not _begin_alike(line.words, words) or abs(len(line.words) - len(words)) > 8:
        return False
    count = len(words.split())
    is_sentence = _FEWEST_WORDS_REPEATED <= count <= _MOST_WORDS_REPEATED
    return is_sentence and fold(line.words) == fold(words)


def _begin_alike(one: str, other: str) -> bool:
    return one[:4].casefold() == other[:4].casefold()
