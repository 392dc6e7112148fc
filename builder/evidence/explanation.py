"""How an article was read: what each line was taken for, and what was found in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator

from builder.dates import EventDate
from builder.evidence import reading
from builder.evidence.dates_in_prose import FoundDate, found_dates
from builder.evidence.quotes import ReadableText
from builder.model.content import Article, Basis, Caption, Paragraph, ParagraphKind, Span
from builder.values import frozen


@frozen
class ReadParagraph:
    """A paragraph: the line it begins in, what it was taken for, and its words."""

    line: int
    kind: ParagraphKind
    words: str


@frozen
class ReadCaption:
    """A caption with the line it stands in."""

    line: int
    caption: Caption


@frozen
class ReadSpeech:
    """Words inside quotation marks, with the line they begin in."""

    line: int
    text: str


@frozen
class ReadDate:
    """A date that the text tells, with the line it stands in."""

    line: int
    date: FoundDate


@frozen
class Explanation:
    """How one article was read; lines count from 1 in its file, 0 is none."""

    id: str
    file: str
    title: str
    title_basis: Basis
    title_line: int
    published: EventDate | None
    published_basis: Basis
    published_line: int
    paragraphs: tuple[ReadParagraph, ...]
    captions: tuple[ReadCaption, ...]
    speech: tuple[ReadSpeech, ...]
    dates: tuple[ReadDate, ...]


def explain(article: Article) -> Explanation:
    """Say how an article was read."""
    line_of = _lines(article.origin.text)
    text = ReadableText(
        article.text, markdown=article.is_markdown, title="", paragraphs=article.paragraphs
    )

    def line(at: int) -> int:
        """Give the line of a character of the visible text."""
        return line_of(article.body_start + text.in_stored(Span(at, at + 1)).start)

    header = reading.header(article.text)
    return Explanation(
        id=article.id,
        file=article.origin.path,
        title=article.title,
        title_basis=article.title_basis if article.title else "",
        title_line=_line_of_head(article, "title", header.title_span, line_of),
        published=article.published,
        published_basis=article.published_basis if article.published else "",
        published_line=_line_of_head(article, "published", header.published_span, line_of),
        paragraphs=tuple(
            ReadParagraph(line_of(article.body_start + each.start), each.kind, _words(text, each))
            for each in article.paragraphs
        ),
        captions=tuple(sorted(_captions(article, line_of), key=lambda each: each.line)),
        speech=tuple(
            ReadSpeech(line(each.start), text.plain[each.start : each.end])
            for each in text.speech
            if text.plain[each.start : each.end].strip()
        ),
        dates=tuple(
            ReadDate(line(each.span.start), each)
            for each in _dates(article, text, header.published_span)
        ),
    )


def _lines(text: str) -> Callable[[int], int]:
    """Give what tells the line of a character; asking the text each time would take long."""
    ends = [at for at, letter in enumerate(text) if letter == "\n"]
    return lambda at: bisect_left(ends, at) + 1


def _line_of_head(
    article: Article, key: str, found: Span | None, line_of: Callable[[int], int]
) -> int:
    """Give the line in which the title or the day of publication stands."""
    basis = article.title_basis if key == "title" else article.published_basis
    if basis == "written":
        return line_of(article.spans[key].start)
    return line_of(article.body_start + found.start) if basis and found else 0


def _words(text: ReadableText, paragraph: Paragraph) -> str:
    (span,) = text.in_plain((Span(paragraph.start, paragraph.end),))
    return " ".join(text.plain[span.start : span.end].split())


def _captions(article: Article, line_of: Callable[[int], int]) -> Iterator[ReadCaption]:
    for caption in article.captions:
        start = caption.span.start + (article.body_start if caption.from_text else 0)
        yield ReadCaption(line_of(start), caption)


def _dates(article: Article, text: ReadableText, published: Span | None) -> Iterator[FoundDate]:
    """Give the dates of the text, but for that of its publication and those of its fringe."""
    for found in found_dates(text.plain, article.published):
        stored = text.in_stored(found.span)
        if published is not None and stored.start < published.end and published.start < stored.end:
            continue
        place = text.place(found.span.start)
        if place >= 0 and article.paragraphs[place].kind not in ("boilerplate", "credit"):
            yield found
