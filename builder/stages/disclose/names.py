"""People and places that may be public, no place closer than any note shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from builder.model.content import EventNote
from builder.model.names import Known, Place, Precision, by_name, coarse, coarsest, label_key
from builder.model.timeline import PublicKnown


def named_people(people: tuple[Known, ...], notes: Sequence[EventNote]) -> tuple[Known, ...]:
    """Give those of the people listed whom a note names."""
    if not people:
        return ()
    bearers = by_name(people)
    keys = {label_key(name) for note in notes for name in note.people} & bearers.keys()
    named = {bearers[key].id for key in keys}
    return tuple(each for each in people if each.id in named)


def named_places(places: tuple[Known, ...], notes: Sequence[EventNote]) -> tuple[Known, ...]:
    """Give those of the places listed that a note names, shown as coarsely as any note does."""
    if not places:
        return ()
    bearers = by_name(places)
    shown = {each.id: [each.shown] for each in places}
    for note in notes:
        known = bearers.get(label_key(note.place.name)) if note.place else None
        if known and note.place:
            shown[known.id].append(note.place.shown)
    return tuple(
        replace(each, shown=coarsest(shown[each.id])) for each in places if len(shown[each.id]) > 1
    )


def public_known(known: Known) -> PublicKnown:
    """Give what is told of a person or place that is listed."""
    place = coarse(Place(known.names[0].name, known.lat, known.lon, known.shown))
    return PublicKnown(known.id, known.names, known.links, place)


def coarsest_by_name(notes: Sequence[EventNote]) -> dict[str, Precision]:
    """Give how closely each place may be shown that some note does not show exactly.

    Notes of one place share a page: what one of them shows coarsely, no other tells.
    """
    found: dict[str, Precision] = {}
    for note in notes:
        if note.place and note.place.shown != "exact":
            key = label_key(note.place.name)
            found[key] = coarsest((note.place.shown, found.get(key, "exact")))
    return found
