"""Links into the site, with the places where they are written."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.content import EventNote, Span, TextPage
from builder.problems import InputText, Position
from builder.values import frozen


@frozen
class WrittenLink:
    """A link into the site, in a text of a file."""

    address: str
    origin: InputText
    inside: Span
    key: str = ""

    @property
    def position(self) -> Position:
        """The place of the address, or of the whole text where it is written otherwise."""
        at = self.origin.text.find(f"({self.address}", *self.inside) + 1
        if not at:
            return self.origin.position(*self.inside)
        return self.origin.position(at, at + len(self.address))


def links_of_note(note: EventNote) -> Iterator[WrittenLink]:
    """Give the links in the texts of a note."""
    for key, prose in (("summary", note.summary), ("body", note.body)):
        for link in prose.links:
            yield WrittenLink(link, note.origin, note.spans[key], key)


def links_of_page(page: TextPage) -> Iterator[WrittenLink]:
    """Give the links of a text page."""
    whole = Span(0, len(page.origin.text))
    return (WrittenLink(link, page.origin, whole) for link in page.body.links)
