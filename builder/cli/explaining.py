"""How articles were read, as text for people and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from builder import dates
from builder.dates import EventDate
from builder.evidence.explanation import Explanation, ReadCaption, ReadDate, ReadParagraph
from builder.model.content import Basis, Caption
from builder.problems.printing import cells_taken, visible
from builder.values import frozen

# ------------------------------------------------------------------------------------- JSON

_Word = Callable[[str], str | None]


def as_json(articles: Iterable[Explanation], *, has_words: bool) -> str:
    """Give how articles were read as one JSON object, in ASCII; `version` numbers its form.

    What is absent is null. Without `has_words` what is there of an article's words is empty.
    """
    word = _word if has_words else _withheld
    document = {"version": 1, "articles": [_as_object(each, word) for each in articles]}
    return json.dumps(document, indent=2)


def _word(text: str) -> str | None:
    return text or None


def _withheld(text: str) -> str | None:
    return "" if text else None


def _as_object(read: Explanation, word: _Word) -> dict[str, Any]:
    return {
        "id": read.id,
        "title": word(read.title),
        "published": read.published.edtf if read.published else None,
        "title_basis": read.title_basis or None,
        "published_basis": read.published_basis or None,
        "paragraphs": [{"line": each.line, "kind": each.kind} for each in read.paragraphs],
        "captions": [_caption_object(each, word) for each in read.captions],
        "quotations": [{"line": each.line, "text": word(each.text)} for each in read.speech],
        "dates": [_date_object(each, word) for each in read.dates],
    }


def _caption_object(read: ReadCaption, word: _Word) -> dict[str, Any]:
    caption, credit = read.caption, read.caption.credit
    return {
        "line": read.line,
        "text": word(caption.text),
        "caption": word(caption.caption),
        "credit": word(credit.line),
        "creator": word(credit.creator),
        "agencies": [word(each) for each in credit.agencies],
        "distributor": word(credit.distributor),
        "role": credit.role or None,
        "file_picture": credit.file_picture,
        "lead": word(caption.lead),
    }


def _date_object(read: ReadDate, word: _Word) -> dict[str, Any]:
    found = read.date
    return {"line": read.line, "text": word(found.text), "edtf": found.edtf, "rule": found.rule}


# ------------------------------------------------------------------------------------- text

_BOLD: Final = "1"
_FAINT: Final = "2"
_DOUBTFUL: Final = "33"
_SHADES: Final = {"heading": "1", "caption": "36", "credit": "36", "boilerplate": "2"}

_NUMBER: Final = 5
"""Cells of a line's number."""
_KIND: Final = len("file picture")
"""Cells of what a line was taken for, and of the name of a caption's part."""
_FEWEST: Final = 12
"""Cells that words are given at least; a narrower terminal breaks the lines."""


def as_text(articles: Iterable[Explanation], *, colour: bool, columns: int, has_words: bool) -> str:
    """Give how articles were read for people who check it: line by line, then what was found.

    Without `has_words` it says what was found and where, and shows no words of an article.
    """
    page = _Page(colour, columns, has_words)
    return "\n\n".join("\n".join(page.article(each)) for each in articles)


@frozen
class _Page:
    """What is printed on: with colours or without, so many cells wide."""

    colour: bool
    columns: int
    has_words: bool

    def article(self, read: Explanation) -> Iterator[str]:
        """Print all about one article."""
        yield f"{self._paint(visible(read.id), _BOLD)}  {self._paint(visible(read.file), _FAINT)}"
        yield self._head("title", read.title, read.title_basis, read.title_line)
        published = _shown(read.published) if read.published else ""
        yield self._head("published", published, read.published_basis, read.published_line)
        yield from self._lines(read)
        yield from self._speech(read)
        yield from self._dates(read)

    def _head(self, name: str, found: str, basis: Basis, line: int) -> str:
        label = f"  {name:9}  "
        if not found:
            return label + self._paint("none found", _DOUBTFUL)
        where = f"{basis} in line {line}"
        if name == "title" and not self.has_words:
            return label + where
        return label + self._cut(found, len(label) + 2 + len(where)) + f"  {self._faint(where)}"

    def _lines(self, read: Explanation) -> Iterator[str]:
        rows = _rows(read)
        if rows:
            yield ""
        for paragraph, caption in rows:
            yield self._line(paragraph)
            if caption is not None:
                yield from self._parts(caption)

    def _line(self, read: ReadParagraph) -> str:
        kind = self._paint(f"{read.kind:{_KIND}}", _SHADES.get(read.kind, ""))
        number = self._faint(f"{read.line:{_NUMBER}}")
        if not self.has_words:
            return f"{number}  {kind}".rstrip()
        return f"{number}  {kind}  {self._cut(read.words, _NUMBER + _KIND + 4)}"

    def _parts(self, caption: Caption) -> Iterator[str]:
        margin = " " * (_NUMBER + 2)
        parts = tuple(_parts_of(caption))
        if not self.has_words:
            yield f"{margin}{', '.join(name for name, _ in parts)}"
            return
        for name, words in parts:
            label = f"{margin}{name:{_KIND}}  "
            yield self._faint(label) + self._cut(words, len(label))

    def _speech(self, read: Explanation) -> Iterator[str]:
        yield from self._heading("inside quotation marks", is_empty=not read.speech)
        for each in read.speech:
            number = self._faint(f"{each.line:{_NUMBER}}")
            words = f"  {self._cut(each.text, _NUMBER + 2)}" if self.has_words else ""
            yield f"{number}{words}"

    def _dates(self, read: Explanation) -> Iterator[str]:
        yield from self._heading("dates", is_empty=not read.dates)
        notation = max((len(each.date.edtf) for each in read.dates), default=0)
        rule = max((len(each.date.rule) for each in read.dates), default=0)
        doubts = max((len(_doubts(each)) for each in read.dates), default=0)
        taken = _NUMBER + notation + rule + doubts + 6
        texts = [self._cut(each.date.text, taken) for each in read.dates]
        widest = max(map(cells_taken, texts), default=0)
        for each, text in zip(read.dates, texts, strict=True):
            number = self._faint(f"{each.line:{_NUMBER}}")
            words = f"  {text}{' ' * (widest - cells_taken(text))}" if self.has_words else ""
            told = f"{number}  {each.date.edtf:{notation}}{words}"
            yield f"{told}  {self._faint(each.date.rule)}{self._paint(_doubts(each), _DOUBTFUL)}"
        if read.published is None:
            remark = "only whole dates, for the day of publication is not known"
            yield self._faint(f"{' ' * _NUMBER}  {remark}")

    def _heading(self, name: str, *, is_empty: bool) -> Iterator[str]:
        yield ""
        yield f"  {self._paint(name, _BOLD)}{': none' if is_empty else ''}"

    def _cut(self, words: str, taken: int) -> str:
        return _cut(words, max(_FEWEST, self.columns - taken))

    def _faint(self, text: str) -> str:
        return self._paint(text, _FAINT)

    def _paint(self, text: str, shade: str) -> str:
        return f"\x1b[{shade}m{text}\x1b[0m" if self.colour and shade else text


def _shown(date: EventDate) -> str:
    return f"{date.edtf} ({dates.words(date)})".replace("\u00a0", " ")


def _doubts(read: ReadDate) -> str:
    future = "  future?" if read.date.may_be_future else ""
    return f"{future}  weekday?" if read.date.weekday_differs else future


def _rows(read: Explanation) -> list[tuple[ReadParagraph, Caption | None]]:
    """Give the paragraphs, and the captions that were written by hand above the text."""
    in_text = {each.line: each.caption for each in read.captions if each.caption.from_text}
    by_hand = (
        (ReadParagraph(each.line, "caption", each.caption.text), each.caption)
        for each in read.captions
        if not each.caption.from_text
    )
    of_text = ((each, in_text.get(each.line)) for each in read.paragraphs)
    return sorted((*by_hand, *of_text), key=lambda row: row[0].line)


def _parts_of(caption: Caption) -> Iterator[tuple[str, str]]:
    """Name the parts of a caption that are there."""
    credit = caption.credit
    parts = (
        ("lead", caption.lead),
        ("caption", caption.caption),
        ("credit", credit.line),
        ("creator", credit.creator),
        ("agencies", ", ".join(credit.agencies)),
        ("distributor", credit.distributor),
        ("role", credit.role),
        ("file picture", "yes" if credit.file_picture else ""),
    )
    return ((name, words) for name, words in parts if words)


def _cut(words: str, room: int) -> str:
    """Put words on one line, and end them with an ellipsis where the room ends."""
    line = visible(" ".join(words.split()))
    if cells_taken(line) <= room:
        return line
    kept, left = "", room - 1
    for letter in line:
        left -= cells_taken(letter)
        if left < 0:
            break
        kept += letter
    return f"{kept.rstrip()}…"
