"""Everything joined: events, their citations, and what of it may be public."""

from __future__ import annotations

from typing import Literal

from markupsafe import Markup

from builder.dates import EventDate
from builder.model.content import (
    NO_CREDIT,
    Article,
    Capture,
    Correction,
    Credit,
    EventNote,
    OwnValue,
    Prose,
    Span,
    StaticFile,
    Status,
    TextPage,
    date_borne,
)
from builder.model.names import Known, Name, Place
from builder.model.settings import Settings
from builder.values import frozen

Result = Literal["exact", "typographic", "elided", "unproved"]
"""How the words of a passage were found in the stored text."""


@frozen
class Passage:
    """Quoted words, with where they stand in the article's text (W3C TextQuoteSelector)."""

    article: str
    quote: str
    """The words as the curator wrote them."""
    exact: str
    """The article's own words; the parts of an elided quotation joined by an ellipsis."""
    result: Result
    parts: tuple[Span, ...] = ()
    """Offsets in the article's text; of a passage in the title: in the title."""
    in_title: bool = False
    paragraph: int = 0
    anchor: str = ""
    """The id of the passage on the source's page, the same as long as its words are."""
    fragment: str = ""
    """What is added to the publisher's address to lead to the words (`#:~:text=…`)."""
    speaker: str = ""
    translation: str = ""
    locator: str = ""
    page: str = ""
    """The page, or the minute, that the text has a mark for, as a locator."""
    supports: tuple[str, ...] = ()

    @property
    def is_proved(self) -> bool:
        """Tell whether the words were found in the stored text."""
        return self.result != "unproved"


@frozen
class Citation:
    """An article that an event cites, under its number, with the passages it cites."""

    number: int
    article: str
    passages: tuple[Passage, ...] = ()
    locators: tuple[str, ...] = ()
    marks: int = 0
    """How many marks in the text cite it."""
    shows_captions: bool = True


@frozen
class Version:
    """What one source has, in an account."""

    number: int
    article: str
    value: str
    passage: Passage | None


@frozen
class Account:
    """Where sources differ: a question they answer, or a statement they word, differently."""

    question: str
    statement: str
    speaker: str
    versions: tuple[Version, ...]


@frozen
class Sighting:
    """Where a photo's caption was printed."""

    article: str
    caption: str
    """The caption as printed there."""


@frozen
class Photo:
    """A photo known by its caption and credit, each photo once however often it was printed."""

    handle: str
    caption: str
    credit: Credit = NO_CREDIT
    seen_in: tuple[Sighting, ...] = ()
    image: str = ""
    alt: str = ""
    rights: str = ""
    taken: str = ""
    place: str = ""
    copyright: str = ""
    licence_url: str = ""
    acquire_url: str = ""


@frozen
class Event:
    """An event note joined to the articles it cites."""

    note: EventNote
    citations: tuple[Citation, ...]
    independent: int
    """How many of the cited articles rest on a text of their own."""
    accounts: tuple[Account, ...]
    photos: tuple[Photo, ...]


@frozen
class Source:
    """An article joined to the events that cite it."""

    article: Article
    passages: tuple[tuple[Passage, tuple[str, ...]], ...]
    """Each passage once, in the order of the text, with the ids of the events that cite it."""
    photos: tuple[Photo, ...]
    cited_by: tuple[str, ...]
    """Ids of the events, in date order."""


@frozen
class Timeline:
    """All the content, joined; it holds what must not be published."""

    settings: Settings
    events: tuple[Event, ...]
    """In date order."""
    sources: tuple[Source, ...]
    """In the order of publication, those without a date last."""
    pages: tuple[TextPage, ...]
    files: tuple[StaticFile, ...]
    is_complete: bool
    """Whether every note could be read without a mistake."""
    people: tuple[Known, ...] = ()
    places: tuple[Known, ...] = ()


# ------------------------------------------------------------------------ what may be public


@frozen
class PublicEvent:
    """An event as the public may read it."""

    id: str
    title: str
    date: EventDate
    date_basis: str
    date_written: str
    place: Place | None
    people: tuple[str, ...]
    tags: tuple[str, ...]
    group: str
    summary: Prose
    body: Prose
    status: Status
    citations: tuple[Citation, ...]
    independent: int
    accounts: tuple[Account, ...]
    photos: tuple[Photo, ...]
    added: EventDate | None
    updated: EventDate | None
    related: tuple[str, ...]
    aliases: tuple[str, ...]
    importance: int
    corrections: tuple[Correction, ...]
    own_values: tuple[OwnValue, ...]
    undisclosed: tuple[Passage, ...]
    """Words of secret articles that are printed without any source."""
    hides_sources: bool
    """Whether it rests on secret articles alone."""
    is_draft: bool
    """Only ever true in a build with drafts."""


@frozen
class PublicSource:
    """An article as the public may read it; its text only when its rights allow that."""

    id: str
    kind: str
    title: str
    title_is_found: bool
    publication: str
    authors: tuple[str, ...]
    recipient: str
    agencies: tuple[str, ...]
    published: EventDate | None
    published_is_found: bool
    written: EventDate | None
    updated: EventDate | None
    url: str
    language: str
    dateline_place: str
    page: str
    held_by: str
    collection: str
    box: str
    folder: str
    item: str
    via: str
    captures: tuple[Capture, ...]
    accessed: EventDate | None
    aliases: tuple[str, ...]
    text_digest: str
    """SHA-256 of the stored text, so that anyone who has it can tell that it is the same."""
    pages: tuple[str, ...]
    """The locators that lead to a place in `text_html`."""
    text_html: Markup
    """The whole text with its passages marked when `rights: full`, else empty."""
    passages: tuple[tuple[Passage, tuple[str, ...]], ...]
    photos: tuple[Photo, ...]
    cited_by: tuple[str, ...]
    is_draft: bool

    @property
    def dated(self) -> EventDate | None:
        """The date it bears."""
        return date_borne(self.kind, self.written, self.published)


@frozen
class UnnamedSource:
    """An article that is counted and quoted, and of which nothing else is told."""

    key: str
    """Stands for it in citations; made of a number, and no id of anything."""
    named_as: str
    language: str


@frozen
class PublicKnown:
    """A person or a place with several names that a public event calls by one of them."""

    id: str
    names: tuple[Name, ...]
    """The preferred one first."""
    links: tuple[str, ...]
    place: Place
    """Where it is, as closely as that may be shown; of people, nowhere."""


@frozen
class PublicTimeline:
    """What may be public, and nothing else; everything that writes output takes only this."""

    settings: Settings
    events: tuple[PublicEvent, ...]
    sources: tuple[PublicSource, ...]
    unnamed: tuple[UnnamedSource, ...]
    pages: tuple[TextPage, ...]
    files: tuple[StaticFile, ...]
    has_drafts: bool
    """Whether it was made with drafts, for a preview."""
    people: tuple[PublicKnown, ...] = ()
    places: tuple[PublicKnown, ...] = ()
