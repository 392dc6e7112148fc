"""People and places with several names: each id once, and each name of one bearer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from builder.model.content import EventNote
from builder.model.names import Known, label_key, plain_slug
from builder.problems import Position, Problem, Related, problem
from builder.stages.link.identity import duplicate


def joined_people(
    people: tuple[Known, ...], notes: Iterable[EventNote]
) -> tuple[tuple[Known, ...], tuple[Problem, ...]]:
    """Give the people whose id no other has; finds the names and addresses of two."""
    written = ((name, note, "people") for note in notes for name in note.people)
    return _joined("person", people, written)


def joined_places(
    places: tuple[Known, ...], notes: Iterable[EventNote]
) -> tuple[tuple[Known, ...], tuple[Problem, ...]]:
    """Give the places whose id no other has; finds the names and addresses of two."""
    written = ((note.place.name, note, "place") for note in notes if note.place)
    return _joined("place", places, written)


_Written = tuple[str, EventNote, str]
"""A name, the note that writes it, and under which key."""


class _Listed(NamedTuple):
    """A name where it is listed."""

    name: str
    bearer: Known
    position: Position


def _joined(
    kind: str, listed: tuple[Known, ...], written: Iterable[_Written]
) -> tuple[tuple[Known, ...], tuple[Problem, ...]]:
    if not listed:
        return (), ()
    by_id: dict[str, Known] = {}
    for known in listed:
        by_id.setdefault(known.id, known)
    others = [each for each in listed if by_id[each.id] is not each]
    names, again = _names(by_id.values())
    return tuple(by_id.values()), (
        *(duplicate(kind, each.id, each.position, by_id[each.id].position) for each in others),
        *(_ambiguous(names[label_key(each.name)], each) for each in again),
        *_addresses_of_two(by_id, names, {label_key(each.name) for each in again}, written),
    )


def _names(known: Iterable[Known]) -> tuple[dict[str, _Listed], list[_Listed]]:
    """Give all names as they are compared, and those that another bears already."""
    found: dict[str, _Listed] = {}
    again = []
    for bearer in known:
        for name, place in zip(bearer.names, bearer.name_positions, strict=True):
            listed = _Listed(name.name, bearer, place)
            if found.setdefault(label_key(name.name), listed).bearer is not bearer:
                again.append(listed)
    return found, again


def _ambiguous(first: _Listed, again: _Listed) -> Problem:
    ids = f"'{first.bearer.id}' and for '{again.bearer.id}'"
    return problem(
        "ambiguous-name",
        f"the name '{again.name}' is listed for {ids}",
        again.position,
        hint="list it for one of the two, and give the other a longer name in the notes",
        related=(Related("first here", first.position),),
        key="names",
    )


def _addresses_of_two(
    by_id: Mapping[str, Known],
    names: Mapping[str, _Listed],
    ambiguous: set[str],
    written: Iterable[_Written],
) -> Iterator[Problem]:
    """An id is the address of a page, and so is every name: of the same person or place."""
    told: set[str] = set()
    for key, listed in names.items():
        known = by_id.get(plain_slug(key))
        is_taken = known is not listed.bearer and key not in ambiguous
        if known and is_taken and known.id not in told:
            told.add(known.id)
            whose = f"a name of '{listed.bearer.id}'"
            yield _taken(known, listed.name, whose, listed.position)
    for name, note, written_as in written:
        key = label_key(name)
        known = by_id.get(plain_slug(key))
        if known and key not in names and known.id not in told:
            told.add(known.id)
            yield _taken(known, name, "a name that is not listed", note.position(written_as))


def _taken(known: Known, name: str, whose: str, where: Position) -> Problem:
    message = f"the id '{known.id}' is the address of '{name}', {whose}"
    hint = "list the name here too if it is the same, or choose another id"
    related = (Related("the name", where),)
    return problem("duplicate-id", message, known.position, hint=hint, related=related, key="id")
