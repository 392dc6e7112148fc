"""The captions of an article's photos, with their credits.

A text is read line by line (`layout`, `lines`):

1. What stands behind a credit for licensees and editors is left out (`boilerplate`).
2. A lead announces a caption, with a credit or without (`leads`).
3. A credit stands in brackets at the end (`brackets`), behind a key (`keyed`, `keys`), behind the
   last sentence (`bare`) or in front of the caption (`leading`).
4. Wherever it stands, its words are weighed against prose (`weighing`): each must be of a name or
   join two, and together they must be worth something as a credit (`worth`).
5. Who is named in it is read by signs and names (`parties`, `names`, `vocabulary`).

At last, here: a line that only goes on with a sentence is no caption, one that says what a
neighbour's caption says is one (`repeats`), and a credit alone on its line joins the caption on the
line above or below (`pairs`, `neighbours`).
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Final

from builder.evidence.captions.boilerplate import is_boilerplate
from builder.evidence.captions.keys import has_stems
from builder.evidence.captions.layout import Line, lines_of
from builder.evidence.captions.leads import NO_LEAD
from builder.evidence.captions.lines import CaptionLine, read_line
from builder.evidence.captions.pairs import paired
from builder.evidence.captions.parties import parse_credit
from builder.evidence.captions.repeats import repeated
from builder.evidence.folding import fold
from builder.model.content import NO_CREDIT, Caption

__all__ = ["captions", "handle", "handle_of", "parse_credit", "photo_key"]

_BLANKS: Final = "\u00a0\u2009\u202f"
"""Blanks that hold words together, as before a French colon."""


def captions(text: str, *, markdown: bool) -> tuple[Caption, ...]:
    """Find the captions of a text, in order; a repeated one is found each time."""
    lines = tuple(lines_of(text, markdown=markdown))
    announces = has_stems(text)
    blanks = str.maketrans(dict.fromkeys(filter(text.__contains__, _BLANKS), " "))
    found: dict[int, Caption] = {}
    for index, line in enumerate(lines):
        last = index == len(lines) - 1
        words = line.words.translate(blanks) if blanks else line.words
        read = read_line(words, marked=line.marked, last=last, announces=announces)
        if read and (line.marked or read.lead is not NO_LEAD or not _is_wrapped(lines, index)):
            found[index] = _caption(line, read)
    for index in repeated(lines, found):
        words, span = lines[index].words, lines[index].span
        found[index] = Caption(words, text=words, span=span, from_text=True)
    joined = paired(lines, found)
    return tuple(joined[index] for index in sorted(joined))


def photo_key(caption: Caption) -> str:
    """Give what is equal for captions of the same photo: caption and credit, folded."""
    return f"{fold(caption.caption)}\n{fold(caption.credit.line)}"


def handle(caption: Caption) -> str:
    """Give the short name of a photo that stays while its caption and credit do."""
    return handle_of(photo_key(caption))


def handle_of(key: str) -> str:
    """Give the short name of a photo whose key is known."""
    return hashlib.sha256(key.encode()).hexdigest()[:10]


def _caption(line: Line, read: CaptionLine) -> Caption:
    words = line.words
    credit = NO_CREDIT
    if read.credit.start < read.credit.end:
        credit = parse_credit(words[slice(*read.credit)])
    if read.lead.from_files:
        credit = replace(credit, file_picture=True)
    lead = words[slice(*read.lead.span)]
    return Caption(words[slice(*read.caption)], credit, lead, words, line.span, from_text=True)


def _is_wrapped(lines: tuple[Line, ...], index: int) -> bool:
    """Whether a line is only a part of a sentence, in a text broken into short lines."""
    line = lines[index]
    if index + 1 < len(lines) and not lines[index + 1].starts_run:
        following = lines[index + 1].words
        if following[:1].islower() and not is_boilerplate(following):
            return True
    return line.words[:1].islower() and not line.starts_run
