"""Tags, people, places and publications, each with its events and its address."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from builder.model.content import Place
from builder.model.identifiers import RESERVED
from builder.model.lists import CountedLink, Link
from builder.model.timeline import PublicEvent, PublicSource, PublicTimeline
from builder.values import frozen

_MOST_BYTES: Final = 80


@dataclass(slots=True)
class Label:
    """One tag, person, place or publication."""

    name: str
    slug: str = ""
    events: list[PublicEvent] = field(default_factory=list)
    sources: list[PublicSource] = field(default_factory=list)
    place: Place | None = None


class Labels:
    """All labels of one folder, such as `tags`; equal after folding is the same."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self._by_key: dict[str, Label] = {}

    def add(self, name: str, event: PublicEvent) -> Label:
        """Note that an event carries a label."""
        label = self.named(name)
        if not label.events or label.events[-1] is not event:
            label.events.append(event)
        return label

    def named(self, name: str) -> Label:
        """Give the label of a name, made when it is new."""
        key = label_key(name)
        found = self._by_key.get(key)
        if found is None:
            found = self._by_key[key] = Label(name)
        return found

    def settle(self) -> None:
        """Give every label its slug; whoever comes second in the alphabet gives way."""
        taken: set[str] = set()
        for key in sorted(self._by_key):
            label = self._by_key[key]
            label.slug = _slug(key, taken)
            taken.add(label.slug)

    def link(self, name: str) -> Link:
        """Give the link to a label's page."""
        label = self._by_key[label_key(name)]
        return Link(label.name, self.path(label))

    def path(self, label: Label) -> str:
        """Give the address of a label's page."""
        return f"{self.folder}/{label.slug}.html"

    def in_order(self) -> tuple[Label, ...]:
        """Give the labels that events or articles carry, in alphabetical order."""
        shown = (label for label in self._by_key.values() if label.events or label.sources)
        return tuple(sorted(shown, key=lambda label: (label_key(label.name), label.name)))

    def counted(self) -> tuple[CountedLink, ...]:
        """Give the links to all labels with how many events carry them."""
        return tuple(
            CountedLink(label.name, self.path(label), len(label.events))
            for label in self.in_order()
        )


@frozen
class Directory:
    """All labels of a site."""

    tags: Labels
    people: Labels
    places: Labels
    publications: Labels


def directory(public: PublicTimeline) -> Directory:
    """Gather the labels of all events and articles."""
    found = Directory(Labels("tags"), Labels("people"), Labels("places"), Labels("publications"))
    publication = {source.id: source.publication for source in public.sources}
    for event in public.events:
        for tag in event.tags:
            found.tags.add(tag, event)
        for person in event.people:
            found.people.add(person, event)
        if event.place:
            label = found.places.add(event.place.name, event)
            label.place = _better_placed(label.place, event.place)
        cited = (publication.get(citation.article, "") for citation in event.citations)
        for name in _once(cited):
            found.publications.add(name, event)
    for source in public.sources:
        if source.publication:
            found.publications.named(source.publication).sources.append(source)
    for labels in (found.tags, found.people, found.places, found.publications):
        labels.settle()
    return found


def _better_placed(known: Place | None, place: Place) -> Place:
    """Give the first place that has coordinates, or else the first."""
    if known is None or (not _has_coordinates(known) and _has_coordinates(place)):
        return place
    return known


def _has_coordinates(place: Place) -> bool:
    return place.lat is not None and place.lon is not None


def _once(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in found if name))


@cache
def label_key(name: str) -> str:
    """Fold a name: NFC, case, blanks; names that fold alike are one label."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _slug(key: str, taken: set[str]) -> str:
    """Keep letters, digits and marks of any script; every other run becomes a hyphen."""
    kept = "".join(letter if _is_kept(letter) else " " for letter in key)
    slug = "-".join(kept.split())
    if slug and slug not in taken and slug not in RESERVED and len(slug.encode()) <= _MOST_BYTES:
        return slug
    digest = hashlib.sha256(key.encode()).hexdigest()
    short = slug.encode()[: _MOST_BYTES - 16].decode("utf-8", "ignore").rstrip("-")
    for length in range(4, 64):
        found = f"{short}-{digest[:length]}".lstrip("-")
        if found not in taken:
            return found
    raise AssertionError("two labels with one digest")


def _is_kept(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LNM"
