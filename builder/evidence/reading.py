"""How the body of an article is read: its paragraphs, and the title and day a paste begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from builder import dates
from builder.dates import DateError
from builder.evidence.captions import captions
from builder.evidence.captions.lines import read_line
from builder.evidence.page_marks import mark_at_start
from builder.evidence.visible import visible
from builder.model.content import Caption, Paragraph, ParagraphKind, Span
from builder.values import frozen

_LONGEST_TITLE: Final = 120
_LONGEST_CROSSHEAD: Final = 80
_LINES_OF_HEADER: Final = 3

# What a line of Markdown that nobody sees begins or ends with: tags, pictures, addresses.
_HIDING: Final = ("<", "![", "]:")

_DAY: Final = (
    r"(?P<day>\d{4}-\d\d-\d\d(?:T\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:\d\d)?)?"
    r"|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4})(?![\w/-])"
)
_DATED: Final = re.compile(rf"\s*(?:[Dd]ate|[Pp]ublished|[Uu]pdated)\b(?: on)?\s*:?\s*{_DAY}")
_DAY_ALONE: Final = re.compile(rf"\s*{_DAY}\s*\Z")
_REST_OF_DATE: Final = re.compile(r"\s*(?:[,|·–—-]?\s*\d\d?[:.]\d\d.{0,20})?\s*\Z")

_HEADING: Final = re.compile(r"\s{0,3}#{1,6}\s*(?P<words>.*?)\s*#*\s*\Z")
_UNDERLINE: Final = re.compile(r"[ ]{0,3}(?:=+|-{2,})\s*\Z")
_ENDS_SENTENCE: Final = re.compile(r"[.!?…,;:][\"”’'»)\]]*\Z")
_ENDS_PROSE: Final = re.compile(r"[.!?…,;:\"”’»)\]–—-]\Z")
_BYLINE: Final = re.compile(r"By\s+[A-Z]")
_BOILERPLATE: Final = re.compile(
    r"(?:[Aa]dvertisement|ADVERTISEMENT|Story continues below.{0,40}|Read [Mm]ore:?"
    r"|Related(?: (?:articles?|stories|content))?:?|Share(?: this(?: article| story)?)?"
    r"|Sign up (?:to|for) .{0,60}(?:newsletter|alert|briefing).{0,40}|(?:hide|toggle) caption"
    r"|\((?:Additional r|R)eporting by .*\)|\((?:Writing|Editing|Compiled) by .*\)"
    r"|Our Standards: .*|(?:Copyright|©|\([cC]\)) .{0,20}\d{4}.*)\Z"
)


@frozen
class FoundHeader:
    """What a pasted text says of itself before it begins; the text keeps it."""

    title: str
    title_span: Span | None
    published: str
    """The day as written, or nothing."""
    published_span: Span | None


class _Line(NamedTuple):
    """A line that is not blank, without the blanks around it."""

    start: int
    end: int
    words: str
    starts_run: bool
    """A blank line, or nothing, stands before it."""


def paragraphs(
    text: str, *, markdown: bool, known: tuple[Caption, ...] | None = None
) -> tuple[Paragraph, ...]:
    """Divide a text into runs of lines without a blank one; captions stand by themselves.

    A run in which nothing can be read, such as a remark, a picture or three stars, is no text.
    `known` are the text's captions, where they have been found already.
    """
    lines = tuple(_lines(text))
    if known is None:
        known = captions(text, markdown=markdown)
    kinds = _kinds(text, lines, known, markdown=markdown)
    unseen = _unseen(text, lines, markdown=markdown)
    found: list[Paragraph] = []
    for line, kind in zip(lines, kinds, strict=True):
        if found and kind == found[-1].kind == "text" and not line.starts_run:
            found[-1] = Paragraph(found[-1].start, line.end, kind)
        elif kind == "text" and line.start in unseen:
            found.append(Paragraph(line.start, line.end, "boilerplate"))
        else:
            found.append(Paragraph(line.start, line.end, kind))
    return tuple(found)


def _unseen(text: str, lines: tuple[_Line, ...], *, markdown: bool) -> frozenset[int]:
    """Where the lines begin of which a reader sees no letter and no figure."""
    if not (markdown and any(map(text.__contains__, _HIDING))):
        return frozenset(line.start for line in lines if not _has_words(line.words))
    seen = visible(text)

    def words(line: _Line) -> str:
        start, end = map(seen.offsets.derived_at, (line.start, line.end))
        return seen.text[start:end]

    return frozenset(line.start for line in lines if not _has_words(words(line)))


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _lines(text: str) -> Iterator[_Line]:
    start, after_blank = 0, True
    for whole in text.split("\n"):
        words = whole.strip()
        if words:
            first = start + whole.index(words)
            mark = mark_at_start(words) if words[0] == "[" else None
            if mark:
                # What begins a page is no part of the paragraph behind it.
                yield _Line(first, first + mark.end(), mark[0], after_blank)
                rest = words[mark.end() :].lstrip()
                first, words = first + len(words) - len(rest), rest
            if words:
                yield _Line(first, first + len(words), words, after_blank)
        after_blank = not whole.strip()
        start += len(whole) + 1


def _kinds(
    text: str, lines: tuple[_Line, ...], known: tuple[Caption, ...], *, markdown: bool
) -> list[ParagraphKind]:
    captioned = _kinds_of_captions(text, known)
    title = header(text).title_span
    kinds: list[ParagraphKind] = []
    for index, line in enumerate(lines):
        kind = captioned.get(line.start)
        if kind is not None:
            kinds.append(kind)
        elif title is not None and line.start <= title.start < line.end:
            kinds.append("heading")
        elif line.words[0] == "[" and mark_at_start(line.words):
            kinds.append("page")
        elif _is_boilerplate(line, index, lines):
            kinds.append("boilerplate")
        elif (_is_markdown_heading if markdown else _is_crosshead)(index, lines):
            kinds.append("heading")
        else:
            kinds.append("text")
    return kinds


def _kinds_of_captions(text: str, known: tuple[Caption, ...]) -> dict[int, ParagraphKind]:
    """What each line of the captions is; between a caption and its credit may stand buttons."""
    kinds: dict[int, ParagraphKind] = {}
    for each in known:
        kinds[each.span.start] = "caption" if each.caption else "credit"
        if "\n" not in each.text:
            continue
        lines = _lines(text[slice(*each.span)])
        for line, words in zip(lines, each.text.split("\n"), strict=False):
            if not words:
                continue
            if each.caption in words or words in each.lead:
                kinds[each.span.start + line.start] = "caption"
            elif each.credit.line in words or words in each.credit.line:
                kinds[each.span.start + line.start] = "credit"
    return kinds


def _is_boilerplate(line: _Line, index: int, lines: tuple[_Line, ...]) -> bool:
    if _BOILERPLATE.match(line.words) or line.words[-16:-1].lower() == "rights reserved":
        return True
    return index < _LINES_OF_HEADER and _day_line(line.words, is_first=index == 0) is not None


def _is_markdown_heading(index: int, lines: tuple[_Line, ...]) -> bool:
    words = lines[index].words
    if words[0] == "#" and _HEADING.match(words):
        return True
    following = lines[index + 1] if index + 1 < len(lines) else None
    is_over_line = following is not None and not following.starts_run
    if is_over_line and following is not None and _UNDERLINE.match(following.words):
        return True
    is_under_line = index > 0 and not lines[index].starts_run
    return is_under_line and _UNDERLINE.match(words) is not None


def _is_crosshead(index: int, lines: tuple[_Line, ...]) -> bool:
    """Whether a line is short, alone, no sentence, and stands over longer prose."""
    line = lines[index]
    if len(line.words) > _LONGEST_CROSSHEAD or not line.starts_run or index + 1 >= len(lines):
        return False
    following = lines[index + 1]
    if not following.starts_run or len(following.words) <= len(line.words):
        return False
    return line.words[:1].isupper() and _ENDS_PROSE.search(line.words) is None


def header(text: str) -> FoundHeader:
    """Find the title and the day of publication where a pasted text begins.

    A day counts behind `date`, `published` or `updated`, or alone on the first line.
    """
    lines = tuple(_head(text))
    if not lines:
        return FoundHeader("", None, "", None)
    first = lines[0]
    day = _DATED.match(first.words) or _DAY_ALONE.match(first.words)
    if day is None or not _is_date(day["day"]):
        later = _later_day(lines)
        is_next = later is not None and lines[1].start <= later.start < lines[1].end
        after = 2 if is_next else 1
        return _header(text, first, lines[after:], later)
    span = Span(first.start + day.start("day"), first.start + day.end("day"))
    if _REST_OF_DATE.match(first.words, day.end()):
        return _header(text, lines[1] if len(lines) > 1 else None, lines[2:], span)
    rest = first.words[day.end() :]
    start = first.start + day.end() + len(rest) - len(rest.lstrip(" \t:–—-|"))
    own = _Line(start, first.end, text[start : first.end], first.starts_run)
    return _header(text, own, lines[1:], span)


def _head(text: str) -> Iterator[_Line]:
    """The first lines, enough to see a title, a day and what follows."""
    for count, line in enumerate(_lines(text[:20_000])):
        if count > 2 * _LINES_OF_HEADER:
            return
        yield line


def _header(
    text: str, first: _Line | None, behind: tuple[_Line, ...], day: Span | None
) -> FoundHeader:
    published = text[slice(*day)] if day else ""
    if first is None or not _is_title(first, behind):
        return FoundHeader("", None, published, day)
    heading = _HEADING.match(first.words)
    start, end = heading.span("words") if heading else (0, len(first.words))
    span = Span(first.start + start, first.start + end)
    return FoundHeader(text[slice(*span)], span, published, day)


def _is_title(line: _Line, behind: tuple[_Line, ...]) -> bool:
    """Whether a line is short, no sentence, no caption, and stands over a longer paragraph."""
    words = line.words
    if len(words) > _LONGEST_TITLE or _ENDS_SENTENCE.search(words) or _BYLINE.match(words):
        return False
    if not any(map(str.isalpha, words)) or read_line(words) or not behind:
        return False
    if not behind[0].starts_run and not _HEADING.match(words):
        return False
    prose = (each for each in behind if read_line(each.words) is None)
    following = next(prose, None)
    return following is not None and len(following.words) > len(words)


def _later_day(lines: tuple[_Line, ...]) -> Span | None:
    """A day behind its word, alone on one of the lines under the title."""
    for line in lines[1:_LINES_OF_HEADER]:
        day = _day_line(line.words, is_first=False)
        if day is not None:
            return Span(line.start + day.start, line.start + day.end)
    return None


def _day_line(words: str, *, is_first: bool) -> Span | None:
    """Where the day stands in a line that holds nothing else."""
    day = _DATED.match(words) or (_DAY_ALONE.match(words) if is_first else None)
    if day is None or not _REST_OF_DATE.match(words, day.end()) or not _is_date(day["day"]):
        return None
    return Span(*day.span("day"))


def _is_date(text: str) -> bool:
    return not isinstance(dates.parse(text), DateError)
