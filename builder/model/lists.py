"""What lists of events and articles show: entries, groups, the overview chart."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from markupsafe import Markup

from builder.values import frozen


class Piece(NamedTuple):
    """Part of a date's words; `datetime` is empty where no `time` element can hold it."""

    text: str
    datetime: str


@frozen
class ShownDate:
    """A date as it is shown."""

    words: str
    pieces: tuple[Piece, ...]
    edtf: str
    marker: Literal["day", "inexact", "range", "none"] = "none"


NO_DATE: Final = ShownDate("", (), "")


class Link(NamedTuple):
    """A link inside the site: its words and its address from the site's root."""

    text: str
    path: str


@frozen
class CountedLink:
    """A link with how many events stand behind it."""

    text: str
    path: str
    count: int


@frozen
class Entry:
    """An event in a list."""

    id: str
    title: str
    date: ShownDate
    summary: Markup
    """One paragraph, its citation marks left out."""
    place: str
    sources: int
    independent: int
    hides_sources: bool
    """Whether there are sources, and none of them is disclosed."""
    differ: bool
    captions: int
    is_corrected: bool
    status: str
    """Empty for the usual `reported`."""
    is_draft: bool

    @property
    def path(self) -> str:
        """The address of the event's page."""
        return f"events/{self.id}.html"


@frozen
class Group:
    """Events of one year, or of one month of it."""

    heading: str
    anchor: str
    count: int
    entries: tuple[Entry, ...] = ()
    groups: tuple[Group, ...] = ()
    """The months of a year with more than 24 events; then `entries` is empty."""


class Bar(NamedTuple):
    """A bar of the overview chart: where it stands, its height of 88, and what it says."""

    bin: int
    height: int
    words: str
    path: str


class UncertainRun(NamedTuple):
    """A stretch of the uncertainty row with one level, from 1 to 4."""

    start: int
    end: int
    level: int


@frozen
class Overview:
    """When it happened, as a chart and in words."""

    bins: int
    unit: Literal["month", "year", "period"]
    """What a bin is."""
    bars: tuple[Bar, ...]
    uncertain: tuple[UncertainRun, ...]
    busiest: str
    """`Busiest month: March 2025 (7 events)`, or empty."""
    labels: tuple[CountedLink, ...]
    """The years, fifth years or decades under the chart, of equal width."""


@frozen
class TimelinePage:
    """The first page: all events on a small site, the home page on a large one."""

    facts: str
    overview: Overview | None
    groups: tuple[Group, ...]
    years: tuple[CountedLink, ...]
    latest: tuple[Entry, ...]
    """On a large site the events added or changed last."""
    topics: tuple[CountedLink, ...]
    people: tuple[CountedLink, ...]
    publications: tuple[CountedLink, ...]


@frozen
class PeriodPage:
    """The events of a year or a month."""

    heading: str
    facts: str
    overview: Overview | None
    groups: tuple[Group, ...]
    months: tuple[CountedLink, ...]
    """The pages of the months, where the year has too many events for one page."""
    parent: Link | None
    earlier: Link | None
    later: Link | None


@frozen
class ArticleRow:
    """An article in a list."""

    id: str
    title: str
    publication: str
    authors: str
    published: ShownDate
    events: int
    archived: str
    """The address of a kept copy, or empty."""
    language: str

    @property
    def path(self) -> str:
        """The address of the source's page."""
        return f"sources/{self.id}.html"


@frozen
class ShownName:
    """One of several names of a person or a place."""

    name: str
    language: str
    language_name: str
    """What the site's readers call the language."""
    used: ShownDate


class OutsideLink(NamedTuple):
    """A link to another site: its words and its whole address."""

    text: str
    url: str


@frozen
class LabelPage:
    """The events of one tag, person, place or publication."""

    name: str
    text: Markup
    url: str
    facts: str
    overview: Overview | None
    groups: tuple[Group, ...]
    years: tuple[CountedLink, ...]
    """The pages of the years, where there are too many events for one page."""
    articles: tuple[ArticleRow, ...]
    """Of a publication: its articles."""
    parent: Link
    lat: float | None = None
    lon: float | None = None
    language: str = ""
    """The language of the name, where it is listed."""
    names: tuple[ShownName, ...] = ()
    """All the names of a person or a place with several, the preferred one first."""
    links: tuple[OutsideLink, ...] = ()


@frozen
class LabelList:
    """All tags, people, places or publications, in alphabetical order with counts."""

    labels: tuple[CountedLink, ...]


@frozen
class SourceList:
    """All articles."""

    facts: str
    articles: tuple[ArticleRow, ...]
