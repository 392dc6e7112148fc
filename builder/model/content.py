"""What one input file says: articles, event notes and text pages, before anything is joined.

Offsets called `span` or `start` count code points from 0 in the file's own text (`origin`);
offsets into an article's text (its body) are said to be so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Final, Literal, NamedTuple

from markupsafe import Markup

from builder.dates import Day, EventDate
from builder.kinds import kind_of
from builder.model.names import Known, Place
from builder.problems import InputText, Position
from builder.values import frozen


class Span(NamedTuple):
    """Characters from `start` up to, not including, `end`."""

    start: int
    end: int


NOWHERE: Final = Span(0, 0)


class Written(NamedTuple):
    """A word the curator wrote, with its place in the file."""

    text: str
    span: Span


# ---------------------------------------------------------------------------------- articles

ParagraphKind = Literal["text", "heading", "caption", "credit", "boilerplate", "page"]


class Paragraph(NamedTuple):
    """A run of an article's text without a line that is blank; offsets into the text."""

    start: int
    end: int
    kind: ParagraphKind = "text"


@frozen
class Credit:
    """Who must be credited for a photo, and what can be read from the credit line."""

    line: str = ""
    """The credit exactly as printed, brackets and all (IPTC Credit Line)."""
    creator: str = ""
    agencies: tuple[str, ...] = ()
    distributor: str = ""
    role: str = ""
    """`handout`, `pool`, `supplied` or `courtesy`."""
    file_picture: bool = False


NO_CREDIT: Final = Credit()


@frozen
class Caption:
    """The words under a photo with its credit (IPTC Description, schema.org `caption`)."""

    caption: str
    credit: Credit = NO_CREDIT
    lead: str = ""
    """What stood before the caption, such as `FILE PHOTO:`."""
    text: str = ""
    """The line as printed; where caption and credit stand on two, both with the break between."""
    span: Span = NOWHERE
    """Where it stands: in the article's text when found there, in the file when given by hand."""
    from_text: bool = False
    image_span: Span = NOWHERE
    """Where a picture given by hand stands in the file."""
    image: str = ""
    rights: str = ""
    alt: str = ""
    taken: str = ""
    place: str = ""
    copyright: str = ""
    licence_url: str = ""
    acquire_url: str = ""


@frozen
class Capture:
    """A copy of an article kept by a web archive."""

    url: str
    captured: EventDate | None = None
    service: str = ""


Access = Literal["public", "unnamed", "secret"]


def date_borne(
    kind: str, written: EventDate | None, published: EventDate | None
) -> EventDate | None:
    """Give the date a source bears: of what an archive keeps when it was written, else published.

    `kind` is the name of a kind; the other date stands in where one is missing.
    """
    return (written or published) if kind_of(kind).is_kept else (published or written)


Basis = Literal["written", "found", ""]
"""How a title or a date came to be known: written by the curator, found in the text, or not."""


@frozen
class Article:
    """A text that is cited, with its bibliographic data."""

    id: str
    origin: InputText
    body_start: int
    """Where the text begins in the file."""
    text: str
    is_markdown: bool
    kind: str = "article"
    """The name of one of `kinds.SOURCE_KINDS`."""
    paragraphs: tuple[Paragraph, ...] = ()
    title: str = ""
    title_basis: Basis = ""
    publication: str = ""
    authors: tuple[str, ...] = ()
    recipient: str = ""
    agencies: tuple[str, ...] = ()
    published: EventDate | None = None
    published_basis: Basis = ""
    written: EventDate | None = None
    updated: EventDate | None = None
    url: str = ""
    language: str = ""
    dateline_place: str = ""
    page: str = ""
    held_by: str = ""
    collection: str = ""
    box: str = ""
    folder: str = ""
    item: str = ""
    via: str = ""
    captures: tuple[Capture, ...] = ()
    accessed: EventDate | None = None
    rights: Literal["quote", "full"] = "quote"
    captions: tuple[Caption, ...] = ()
    access: Access = "public"
    """`unnamed` is quoted under `named_as`; `secret` supports a note for its authors only."""
    named_as: str = ""
    derived_from: str = ""
    independent: bool | None = None
    independent_note: str = ""
    aliases: tuple[Written, ...] = ()
    sha256: str = ""
    draft: bool = False
    note: str = ""
    ignore: tuple[str, ...] = ()
    spans: Mapping[str, Span] = field(default_factory=dict)
    """Where the value of each key stands in the file."""

    @property
    def dated(self) -> EventDate | None:
        """The date it bears."""
        return date_borne(self.kind, self.written, self.published)

    def position(self, key: str = "") -> Position:
        """Give the position of a key's value, or of the file's first character."""
        span = self.spans.get(key, NOWHERE)
        return self.origin.position(span.start, span.end)

    def text_position(self, span: Span) -> Position:
        """Give the position in the file of characters of the text."""
        return self.origin.position(self.body_start + span.start, self.body_start + span.end)


# ------------------------------------------------------------------------------- event notes


@frozen
class Mark:
    """A citation mark in running text: `[@article-id p. 3]`."""

    article: str
    locator: str = ""
    span: Span = NOWHERE


@frozen
class Prose:
    """Markdown made into safe HTML, cut where its citation marks stand.

    `html[0]`, marks `[0]`, `html[1]`, marks `[1]`, … `html[-1]`; so there is one more of `html`.
    """

    html: tuple[Markup, ...] = ()
    marks: tuple[tuple[Mark, ...], ...] = ()
    links: tuple[str, ...] = ()
    """Addresses inside the site that it links to, from the site's root."""
    is_refused: bool = False
    """Whether reading it as Markdown was refused; then it is shown as plain paragraphs."""

    def __bool__(self) -> bool:
        """An empty text is false."""
        return bool(self.html)


NO_PROSE: Final = Prose()


@frozen
class Reference:
    """A pointer to an article as the curator wrote it, not yet resolved."""

    article: str
    span: Span
    quote: str = ""
    quote_span: Span = NOWHERE
    prefix: str = ""
    suffix: str = ""
    paragraph: int | None = None
    speaker: str = ""
    supports: tuple[str, ...] = ()
    translation: str = ""
    locator: str = ""
    captions: Literal["all", "none", ""] = ""
    value: str = ""
    """In an account: this source's answer in a word or two."""
    publish_quote: bool = False
    """Whether words of a secret article are printed, without any source."""
    note: str = ""
    key: str = ""
    """The path of its key, such as `sources[1]`."""


@frozen
class AccountNote:
    """Versions of one answer or statement, as the curator wrote them."""

    question: str
    statement: str
    speaker: str
    versions: tuple[Reference, ...]


@frozen
class CaptionChoice:
    """A caption chosen from an article by its first words."""

    article: str
    caption: str
    span: Span
    image_span: Span = NOWHERE
    image: str = ""
    rights: str = ""
    alt: str = ""


@frozen
class Correction:
    """What was wrong and is now right, with the day it was put right."""

    date: EventDate
    text: str


Status = Literal["reported", "confirmed", "disputed", "unverified", "retracted"]


@frozen
class OwnValue:
    """What a note says under a key that the site declared for itself."""

    name: str
    label: str
    values: tuple[str, ...]
    """The text, the number as written, or the items of a list."""
    date: EventDate | None = None
    is_private: bool = False


@frozen
class EventNote:
    """What a curator writes about something that happened."""

    id: str
    origin: InputText
    span: Span
    """The note's first key."""
    title: str
    date: EventDate
    order: int = 0
    date_basis: str = ""
    date_written: str = ""
    place: Place | None = None
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    group: str = ""
    summary: Prose = NO_PROSE
    body: Prose = NO_PROSE
    status: Status = "reported"
    sources: tuple[Reference, ...] = ()
    accounts: tuple[AccountNote, ...] = ()
    photos: tuple[Caption, ...] = ()
    """The note's own photos."""
    chosen_captions: tuple[CaptionChoice, ...] = ()
    added: EventDate | None = None
    updated: EventDate | None = None
    related: tuple[Written, ...] = ()
    aliases: tuple[Written, ...] = ()
    importance: int = 0
    corrections: tuple[Correction, ...] = ()
    own_values: tuple[OwnValue, ...] = ()
    draft: bool = False
    embargo: EventDate | None = None
    note: str = ""
    ignore: tuple[str, ...] = ()
    is_faulty: bool = False
    """Whether it has mistakes of its own; what follows from them is not told as well."""
    spans: Mapping[str, Span] = field(default_factory=dict)
    """Where the value of each key stands in the file."""

    def is_withheld(self, today: Day) -> bool:
        """Tell whether it is a draft, or under an embargo that has not ended."""
        if self.draft or self.embargo is None:
            return self.draft
        # An embargo whose day is not known has not ended.
        return self.embargo.earliest is None or self.embargo.earliest > today

    def position(self, key: str = "") -> Position:
        """Give the position of a key's value, or of the note's first key."""
        span = self.spans.get(key, self.span)
        return self.origin.position(span.start, span.end)

    def position_of(self, span: Span) -> Position:
        """Give the position of characters of the file."""
        return self.origin.position(span.start, span.end)


@frozen
class TextPage:
    """A page of running text: about, method, or the text of a tag, person, place, publication."""

    name: str
    """The path under `content/pages/` without its ending, such as `about` or `tags/rescue`."""
    origin: InputText
    title: str
    body: Prose
    url: str = ""
    draft: bool = False


@frozen
class StaticFile:
    """A file of `content/static/` or `content/photos/` that is copied as it is."""

    path: str
    """Where it goes, relative to the site's root."""
    data: bytes
    origin: str
    is_photo: bool


@frozen
class Content:
    """Everything the input files hold, each file read for itself."""

    articles: tuple[Article, ...] = ()
    notes: tuple[EventNote, ...] = ()
    pages: tuple[TextPage, ...] = ()
    files: tuple[StaticFile, ...] = ()
    unreadable: frozenset[str] = frozenset()
    """Ids of articles and notes that cannot be read at all, so that none is called unknown."""
    people: tuple[Known, ...] = ()
    places: tuple[Known, ...] = ()
