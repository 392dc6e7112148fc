"""Captions whose credit has a line of its own, above the caption or below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Final, NamedTuple

from builder.evidence.captions.boilerplate import is_boilerplate
from builder.evidence.captions.layout import Line
from builder.evidence.captions.neighbours import (
    has_form_of_caption,
    is_labelled,
    is_paragraph,
    neighbours,
    shows_picture,
)
from builder.evidence.captions.parties import parse_credit, parties_of
from builder.evidence.captions.vocabulary import known_agency
from builder.evidence.captions.weighing import Weight, weight
from builder.model.content import Caption, Span

_MOST_BUTTONS: Final = 3
_LONGEST_CREDIT_OF_A_BLOCK: Final = 80


class Pair(NamedTuple):
    """The lines of a caption and of its credit, by their places among the lines."""

    caption: int
    credit: int


def paired(lines: tuple[Line, ...], found: Mapping[int, Caption]) -> dict[int, Caption]:
    """Give the captions found, those joined whose credit stands on the line above or below."""
    joined = _with_repeated(lines, found)
    pairs = _pairs(lines, joined)
    alone = {index: joined[index] for index in joined.keys() - set(chain.from_iterable(pairs))}
    for own, other in pairs:
        caption = joined.pop(own, None) or Caption(lines[own].words, from_text=True)
        lone = joined.pop(other, None) or _lone(lines[other])
        last = _repeated_below(lines, max(own, other), alone, lone)
        joined.pop(last, None)
        from_files = caption.credit.file_picture or lone.credit.file_picture
        joined[min(own, other)] = replace(
            _over(caption, lines[min(own, other) : last + 1]),
            credit=replace(lone.credit, file_picture=from_files),
            lead=caption.lead or lone.lead,
        )
    return joined


def _with_repeated(lines: tuple[Line, ...], found: Mapping[int, Caption]) -> dict[int, Caption]:
    """Give captions whose credit comes once more below them that line as well."""
    joined = dict(found)
    for index, each in found.items():
        if each.caption and each.credit.line:
            last = _repeated_below(lines, index, found, each)
            if last > index:
                joined.pop(last)
                joined[index] = _over(each, lines[index : last + 1])
    return joined


def _over(caption: Caption, lines: tuple[Line, ...]) -> Caption:
    text = "\n".join(line.words for line in lines)
    return replace(caption, text=text, span=Span(lines[0].span.start, lines[-1].span.end))


def _lone(line: Line) -> Caption:
    return Caption("", parse_credit(line.words), "", line.words, line.span, from_text=True)


def _repeated_below(
    lines: tuple[Line, ...], last: int, found: Mapping[int, Caption], credited: Caption
) -> int:
    """Give the last line of a caption, whose credit may come once more below a page's buttons."""
    for index in range(last + 1, min(last + 2 + _MOST_BUTTONS, len(lines))):
        if index in found:
            is_same = parties_of(found[index].credit.line) == parties_of(credited.credit.line)
            return index if is_same and not found[index].caption else last
        if not is_boilerplate(lines[index].words):
            break
    return last


def _pairs(lines: tuple[Line, ...], found: Mapping[int, Caption]) -> tuple[Pair, ...]:
    """Find the pairs, by the surest signs first; no line is of two."""
    pairs = [*_blocks(lines, found)]
    taken = set(chain.from_iterable(pairs))
    lone = {index for index, each in found.items() if each.credit.line and not each.caption}
    free = (lone | {index for index, each in found.items() if not each.credit.line}) - taken
    if not lone:
        return tuple(pairs)
    for is_near in (True, False):
        for run in _runs(lines, free, lone, is_near=is_near):
            pairs += _of_run(lines, run, lone)
        free.difference_update(*pairs)
    beside = neighbours(lines, found)
    for credit in sorted(lone & free):
        caption = beside.caption_of(credit)
        if caption is not None and caption not in taken:
            pairs.append(Pair(caption, credit))
            taken.add(caption)
    return tuple(pairs)


def _blocks(lines: tuple[Line, ...], found: Mapping[int, Caption]) -> Iterator[Pair]:
    """Find two lines set apart whose second is a credit only because it stands so: `AP`.

    Above the first paragraph the second may be a byline; an agency also signs the last.
    """
    has_begun = False
    for index in range(1, len(lines) - 1):
        line, above = lines[index], lines[index - 1]
        has_begun = has_begun or (index > 1 and is_paragraph(lines[index - 2].words))
        is_block = above.starts_run and not line.starts_run and lines[index + 1].starts_run
        if not is_block or index in found or len(line.words) > _LONGEST_CREDIT_OF_A_BLOCK:
            continue
        if index - 1 in found:
            is_caption = not found[index - 1].credit.line
        else:
            is_caption = (
                has_begun and has_form_of_caption(above.words) and shows_picture(above.words)
            )
        if is_caption and _names_sender(line.words.strip("()[]")):
            yield Pair(index - 1, index)


def _names_sender(words: str) -> bool:
    """Whether a line names an agency, or a person and something else: `Jane Doe (EFE)`."""
    named = parties_of(words)
    is_known = any(map(known_agency, named.names)) or named.creator not in ("", words)
    least = Weight.CLOSES if is_known else Weight.SURE
    return weight(words.replace(" (", " / ").rstrip(")")) >= least


def _runs(
    lines: tuple[Line, ...], free: set[int], lone: set[int], *, is_near: bool
) -> Iterator[tuple[int, ...]]:
    """Give the neighbours that are caption and credit by turns.

    `is_near`: without a blank line between them.
    """
    run: list[int] = []
    for index in sorted(free):
        follows = bool(run) and index == run[-1] + 1 and (index in lone) != (run[-1] in lone)
        if not follows or (is_near and lines[index].starts_run):
            yield tuple(run)
            run = []
        run.append(index)
    yield tuple(run)


def _of_run(lines: tuple[Line, ...], run: tuple[int, ...], lone: set[int]) -> Iterator[Pair]:
    """Pair neighbours two by two; of an odd number the first or the last stands alone.

    "Image source" leads its caption, any other credit follows it.
    """
    if len(run) % 2:
        leads = any(is_labelled(lines[index]) for index in run if index in lone)
        run = run[1:] if (run[0] in lone) != leads else run[:-1]
    for one, other in zip(run[::2], run[1::2], strict=True):
        yield Pair(other, one) if one in lone else Pair(one, other)
