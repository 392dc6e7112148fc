"""Tags, people, places and publications, each with its events and its address."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from builder.model.lists import CountedLink, Link
from builder.model.names import Place, address_words, label_key, plain_slug
from builder.model.timeline import PublicEvent, PublicKnown, PublicSource, PublicTimeline
from builder.values import frozen

_MOST_BYTES: Final = 64
"""How much of a name stands in an address that ends in its digest."""


@dataclass(slots=True)
class Label:
    """One tag, person, place or publication."""

    name: str
    slug: str = ""
    events: list[PublicEvent] = field(default_factory=list)
    sources: list[PublicSource] = field(default_factory=list)
    place: Place | None = None
    known: PublicKnown | None = None
    """A person or a place with several names; the label's name is the preferred one."""
    earlier_slugs: list[str] = field(default_factory=list)
    """The slugs that the other names of a known one would have."""


class Labels:
    """All labels of one folder, such as `tags`; equal after folding is the same."""

    def __init__(self, folder: str, known: Iterable[PublicKnown] = ()) -> None:
        self.folder = folder
        self._by_key: dict[str, Label] = {}
        for each in known:
            label = Label(each.names[0].name, each.id, place=each.place, known=each)
            for name in each.names:
                self._by_key.setdefault(label_key(name.name), label)

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
        """Give every label its slug; whoever comes second in the alphabet gives way.

        The slug of a known one is its id. Every other name has the slug that it would have if
        nothing were known, so that no address changes when names are listed.
        """
        # A known one's id is kept for that of its names which asks for it.
        kept = {label.slug: label for label in self._by_key.values() if label.known}
        taken = set(kept)
        for key in sorted(self._by_key):
            label = self._by_key[key]
            slug = plain_slug(key)
            if label.known and kept.get(slug) is label:
                del kept[slug]
                continue
            slug = _slug(key, taken)
            taken.add(slug)
            if label.known:
                label.earlier_slugs.append(slug)
            else:
                label.slug = slug

    def link(self, name: str) -> Link:
        """Give the link to a label's page; of a known one under the name that is written."""
        label = self._by_key[label_key(name)]
        return Link(name if label.known else label.name, self.path(label))

    def links(self, names: Iterable[str]) -> tuple[Link, ...]:
        """Give the links to the labels of some names, each page once."""
        found: dict[str, Link] = {}
        for name in names:
            link = self.link(name)
            found.setdefault(link.path, link)
        return tuple(found.values())

    def path(self, label: Label) -> str:
        """Give the address of a label's page."""
        return f"{self.folder}/{label.slug}.html"

    def in_order(self) -> tuple[Label, ...]:
        """Give the labels that events or articles carry, in alphabetical order."""
        # One that is known stands under each of its names.
        labels = {id(label): label for label in self._by_key.values()}.values()
        shown = (label for label in labels if label.events or label.sources)
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
    found = Directory(
        Labels("tags"),
        Labels("people", public.people),
        Labels("places", public.places),
        Labels("publications"),
    )
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
    if known is None or (not known.has_coordinates and place.has_coordinates):
        return place
    return known


def _once(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in found if name))


def _slug(key: str, taken: set[str]) -> str:
    """Give the slug that a folded name asks for; where it cannot be, one with its digest."""
    slug = plain_slug(key)
    if slug and slug not in taken:
        return slug
    digest = hashlib.sha256(key.encode()).hexdigest()
    short = address_words(key).encode()[:_MOST_BYTES].decode("utf-8", "ignore").rstrip("-")
    for length in range(4, 64):
        found = f"{short}-{digest[:length]}".lstrip("-")
        if found not in taken:
            return found
    raise AssertionError("two labels with one digest")
