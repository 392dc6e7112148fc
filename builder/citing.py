"""How a source is cited in a note, after The Chicago Manual of Style, 18th edition.

Titles stand as they are printed; no capital is changed. Places and dates come as the words of the
site's language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from builder.kinds import kind_of
from builder.model.timeline import PublicSource


class CitePiece(NamedTuple):
    """Some words of a citation; a title of a whole work is set in italics."""

    text: str
    is_title: bool = False


_Part = tuple[CitePiece, ...]
"""What stands between two commas."""

_BARE: Final = re.compile(r"[^\W\d]{0,3}\d[^\s]*|(?i:[ivxlcdm]+)|[A-Za-z]{1,2}")
"""A number, a letter or two, or a shelf mark: what does not say by itself what it counts."""
_INNER: Final = str.maketrans("“”", "‘’")
_COMMA_INSIDE: Final = "”"


def note(source: PublicSource, *, title: str, date: str, year: str) -> tuple[CitePiece, ...]:
    """Give the note that cites a source; `title` is empty where it has none of its own.

    `date` is the date it bears, in words, and `year` the year of it alone.
    """
    match kind_of(source.kind).form:
        case "whole":
            parts = _whole(source, title, year)
        case "letter":
            parts = _letter(source, title, date)
        case "interview":
            parts = _interview(source, title, date)
        case "image":
            parts = _image(source, title, date)
        case "part":
            parts = _part(source, title, date)
    return _joined(part for part in parts if any(piece.text for piece in part))


def _part(source: PublicSource, title: str, date: str) -> Iterator[_Part]:
    kind = kind_of(source.kind)
    authors = _names(source.authors)
    yield _words(authors)
    yield _words(_quoted(title))
    # A body that speaks for itself is named once.
    if source.publication != authors:
        yield (CitePiece(source.publication, kind.names_publication),)
    yield _words(date)
    yield from _whereabouts(source)


def _whole(source: PublicSource, title: str, year: str) -> Iterator[_Part]:
    imprint = ", ".join(each for each in (source.publication, year) if each)
    yield _words(_names(source.authors))
    yield (CitePiece(title, is_title=True), CitePiece(f" ({imprint})" if imprint else ""))
    yield from _whereabouts(source)


def _letter(source: PublicSource, title: str, date: str) -> Iterator[_Part]:
    sender, recipient = _names(source.authors), source.recipient
    yield _words(f"{sender} to {recipient}" if sender and recipient else sender)
    yield _words(_quoted(title))
    if not sender and (recipient or not title):
        kind = "letter" if recipient or date else ""
        yield _words(f"{kind} to {recipient}" if recipient else kind)
    yield _words(date)
    yield from _whereabouts(source)


def _interview(source: PublicSource, title: str, date: str) -> Iterator[_Part]:
    yield _words(_names(source.authors))
    yield _words(_quoted(title))
    yield _words(f"interview by {source.recipient}" if source.recipient else "interview")
    yield (CitePiece(source.publication, is_title=True),)
    yield _words(date)
    yield from _whereabouts(source)


def _image(source: PublicSource, title: str, date: str) -> Iterator[_Part]:
    yield _words(_names(source.authors))
    yield (CitePiece(title, is_title=True),)
    yield _words(source.publication)
    yield _words(date)
    yield from _whereabouts(source)


def _whereabouts(source: PublicSource) -> Iterator[_Part]:
    """Give its page, where it is kept, from the smallest to the largest, and its address."""
    yield _words(_numbered("p.", source.page))
    yield from map(_words, holding(source))
    yield _words(source.url)


def holding(source: PublicSource) -> tuple[str, ...]:
    """Give where a document is kept: its box and folder, the collection, and who keeps it."""
    return tuple(
        each
        for each in (
            _numbered("box", source.box),
            _numbered("folder", source.folder),
            _numbered("item", source.item),
            source.collection,
            source.held_by,
        )
        if each
    )


def _numbered(word: str, number: str) -> str:
    """Put the word before a number; what begins with a word of its own says what it is."""
    return f"{word} {number}" if _BARE.fullmatch(number) else number


def _quoted(title: str) -> str:
    """Put a title in quotation marks; those inside it become single ones."""
    return f"“{title.translate(_INNER)}”" if title else ""


def _words(text: str) -> _Part:
    return (CitePiece(text),)


def _joined(parts: Iterable[_Part]) -> tuple[CitePiece, ...]:
    """Join parts by commas, which stand inside quotation marks, and end with a point."""
    found: list[CitePiece] = []
    for part in parts:
        if found:
            _close(found, ",")
            found.append(CitePiece(" "))
        found += [piece for piece in part if piece.text]
    if found:
        _close(found, ".")
    return tuple(_merged(found))


def _close(found: list[CitePiece], sign: str) -> None:
    text, is_title = found[-1]
    if text.endswith(_COMMA_INSIDE):
        # After a question or exclamation mark the comma stays, a point does not double it.
        is_closed = sign == "." and text[-2:-1] in "?!."
        found[-1] = CitePiece(f"{text[:-1]}{'' if is_closed else sign}{text[-1]}", is_title)
    elif not (sign == "." and text.endswith((".", "?", "!"))):
        found.append(CitePiece(sign))


def _merged(pieces: Iterable[CitePiece]) -> Iterator[CitePiece]:
    """Join neighbours that are set alike."""
    last: CitePiece | None = None
    for piece in pieces:
        if last is not None and last.is_title == piece.is_title:
            last = CitePiece(last.text + piece.text, last.is_title)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _names(people: tuple[str, ...]) -> str:
    """Join names: `A`, `A and B`, `A, B and C` with the comma that the manual wants."""
    if len(people) < 3:
        return " and ".join(people)
    return f"{', '.join(people[:-1])}, and {people[-1]}"
