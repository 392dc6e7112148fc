"""Every page with all the data its template needs, as values that can be compared and kept."""

from __future__ import annotations

from typing import Literal

from markupsafe import Markup

from builder.model.content import Credit
from builder.model.lists import (
    Entry,
    LabelList,
    LabelPage,
    Link,
    PeriodPage,
    ShownDate,
    SourceList,
    TimelinePage,
)
from builder.model.names import Place
from builder.values import frozen

PageKind = Literal[
    "timeline",
    "period",
    "event",
    "source",
    "sources",
    "tag",
    "tags",
    "person",
    "people",
    "place",
    "places",
    "publication",
    "publications",
    "method",
    "corrections",
    "text",
    "redirect",
    "not-found",
]
"""Each kind is the template `pages/<kind>.html`; the list is closed."""


@frozen
class ShownPassage:
    """A passage as an event's page shows it."""

    exact: str
    is_proved: bool
    is_elided: bool
    in_title: bool
    path: str
    """The words on the source's page."""
    publisher_url: str
    """The words on the publisher's page (text fragment), or empty."""
    speaker: str
    translation: str
    locator: str
    paragraph: int


@frozen
class ShownCapture:
    """A kept copy, with what Robust Links need."""

    url: str
    date: ShownDate
    service: str


@frozen
class Work:
    """What every mention of an article shows; one value for all events that cite it.

    Of an unnamed source there is nothing but the name it goes by, as `title`; `path` is empty.
    """

    id: str
    path: str
    title: str
    publication: Link | None
    authors: str
    published: ShownDate
    """The date it bears."""
    page: str
    held: str
    """Where a document is kept, in words."""
    url: str
    language: str
    captures: tuple[ShownCapture, ...]


@frozen
class SourceEntry:
    """A cited article in an event's list of sources."""

    number: int
    work: Work
    locators: tuple[Link, ...]
    """Where in the work, with the place on the source's page; the path is empty without one."""
    back: tuple[Link, ...]
    """Links to the marks: a letter each when there are several."""
    passages: tuple[ShownPassage, ...]
    photos: tuple[Link, ...]
    """Links to its photographs on the page."""


@frozen
class ShownVersion:
    """What one source has, in an account."""

    number: int
    value: str
    passage: ShownPassage | None
    words: tuple[tuple[str, bool], ...]
    """The passage cut into runs; true where it differs from the other versions."""
    publication: str
    published: ShownDate
    language: str


@frozen
class ShownAccount:
    """How the sources tell one thing."""

    heading: str
    speaker: str
    versions: tuple[ShownVersion, ...]


@frozen
class Picture:
    """A photo, or its caption where the picture may not be shown; one value for all pages."""

    anchor: str
    caption: str
    credit: Credit
    image: str
    """The picture's address, or empty: then a caption card is shown."""
    alt: str
    rights: str
    licence_url: str
    acquire_url: str
    taken: str
    place: str
    copyright: str
    seen_at: tuple[tuple[str, str], ...]
    """Publication and address of the articles that carry it, for See it at."""


@frozen
class ShownPhoto:
    """A photo on a page, with the numbers of the page's sources that carry it."""

    picture: Picture
    numbers: tuple[int, ...]


@frozen
class ShownCorrection:
    """A correction with its day."""

    date: ShownDate
    text: str
    event: Link | None = None


@frozen
class OwnFact:
    """What a note says under a key of the site's own."""

    label: str
    values: tuple[str, ...]
    date: ShownDate


@frozen
class EventPage:
    """One event."""

    id: str
    title: str
    date: ShownDate
    """With the weekday."""
    short_date: ShownDate
    date_basis: str
    date_written: str
    place: Place | None
    place_link: Link | None
    summary: Markup
    body: Markup
    status: str
    source_words: str
    """`Reported by 3 sources`, `Single source`, `Sources differ` … in words."""
    differ: bool
    """Whether the accounts differ."""
    accounts: tuple[ShownAccount, ...]
    photos: tuple[ShownPhoto, ...]
    people: tuple[Link, ...]
    topics: tuple[Link, ...]
    own: tuple[OwnFact, ...]
    """What the note says under the site's own keys."""
    sources: tuple[SourceEntry, ...]
    undisclosed: tuple[ShownPassage, ...]
    """Words that are printed without their source."""
    corrections: tuple[ShownCorrection, ...]
    cite: str
    """How to cite the page, in one sentence."""
    changed: ShownDate
    related: tuple[Link, ...]
    breadcrumb: tuple[Link, ...]
    earlier: tuple[Link, ShownDate] | None
    later: tuple[Link, ShownDate] | None
    is_draft: bool


# ---------------------------------------------------------------------------------- sources


@frozen
class CitedPassage:
    """A passage on its source's page, with the events that cite it."""

    anchor: str
    passage: ShownPassage
    events: tuple[Link, ...]


@frozen
class SourcePage:
    """One article: bibliographic data, the passages cited, the captions, the text if allowed."""

    id: str
    title: str
    kind: str
    """What it is, in words, unless it is an article."""
    title_is_found: bool
    publication: Link | None
    authors: tuple[str, ...]
    recipient: str
    recipient_label: str
    agencies: tuple[str, ...]
    published: ShownDate
    published_is_found: bool
    written: ShownDate
    updated: ShownDate
    accessed: ShownDate
    url: str
    language: str
    dateline_place: str
    page: str
    held: str
    """Where a document is kept, in words."""
    via: str
    captures: tuple[ShownCapture, ...]
    digest: str
    text: Markup
    passages: tuple[CitedPassage, ...]
    photos: tuple[ShownPhoto, ...]
    events: tuple[Entry, ...]
    cite: tuple[tuple[str, bool], ...]
    """How to cite it in a note, cut into runs; true where a title of a whole work stands."""
    is_draft: bool


# ------------------------------------------------------------------------------ other pages


@frozen
class MethodPage:
    """How the record is made: the site's own words, then the rules actually in force."""

    text: Markup
    quotes_are_errors: bool
    captions_are_chosen: bool
    zones: tuple[str, ...]


@frozen
class CorrectionsPage:
    """All corrections, newest first."""

    corrections: tuple[ShownCorrection, ...]


@frozen
class ProsePage:
    """A page of `content/pages/`."""

    title: str
    text: Markup


@frozen
class RedirectPage:
    """An earlier address that leads to the present one."""

    to: Link


@frozen
class NotFoundPage:
    """What an unknown address shows."""


View = (
    TimelinePage
    | PeriodPage
    | LabelPage
    | LabelList
    | SourceList
    | EventPage
    | SourcePage
    | MethodPage
    | CorrectionsPage
    | ProsePage
    | RedirectPage
    | NotFoundPage
)


@frozen
class Page:
    """A page to be rendered: the template's kind, the address, and all the template shows."""

    kind: PageKind
    path: str
    title: str
    description: str
    view: View
    root: str
    """What leads from the page to the site's root: `` `` or `../`, or an absolute path in 404."""
    canonical: str = ""
    section: str = ""
    """Which link of the header is the current one."""


@frozen
class Frame:
    """What every page shows of the site."""

    title: str
    description: str
    language: str
    direction: Literal["ltr", "rtl"]
    licence: str
    authors: tuple[str, ...]
    navigation: tuple[tuple[str, Link], ...]
    """The header's links, each with the section that makes it the current one."""
    footer: tuple[Link, ...]
    stylesheets: tuple[str, ...]
    feed: str
    """The feed's address from the root, or empty."""
    has_drafts: bool


@frozen
class OutputFile:
    """One file of the site, as its bytes; `path` is relative to the site's root."""

    path: str
    data: bytes


@frozen
class Plan:
    """Every output: the pages to render and the files that are ready as they are."""

    frame: Frame
    pages: tuple[Page, ...]
    files: tuple[OutputFile, ...]
