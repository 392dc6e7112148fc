"""People and places: what they are called, how names are compared, and where places are."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final, Literal, Protocol, TypeVar, get_args

from builder.dates import EventDate
from builder.model.identifiers import RESERVED
from builder.problems import Position
from builder.values import frozen

_MOST_BYTES: Final = 80

Precision = Literal["exact", "district", "region", "country"]
"""How closely coordinates may be published, the closest first."""

_PRECISIONS: Final[tuple[Precision, ...]] = get_args(Precision)
_DECIMALS: Final = {"district": 2, "region": 1}
"""Decimals of a degree: about one kilometre, and about eleven."""


@frozen
class Place:
    """A geographic place with its coordinates in degrees (WGS 84), when known."""

    name: str
    lat: float | None = None
    lon: float | None = None
    shown: Precision = "exact"
    """How closely the coordinates may be published."""

    @property
    def has_coordinates(self) -> bool:
        """Tell whether it can be found on a map."""
        return self.lat is not None and self.lon is not None


def coarse(place: Place) -> Place:
    """Give a place no closer than it may be shown."""
    if place.shown == "exact":
        return place
    decimals = _DECIMALS.get(place.shown)
    if decimals is None or place.lat is None or place.lon is None:
        return Place(place.name)
    return Place(place.name, round(place.lat, decimals), round(place.lon, decimals))


def coarsest(precisions: Iterable[Precision]) -> Precision:
    """Give the precision that shows least."""
    return max(precisions, key=_PRECISIONS.index)


@frozen
class Name:
    """One name of a person or a place."""

    name: str
    language: str = ""
    used: EventDate | None = None
    """From when until when it was the name."""


@frozen
class Known:
    """A person or a place that is listed with all its names, the preferred one first."""

    id: str
    """The last part of the address of its page."""
    position: Position
    names: tuple[Name, ...]
    name_positions: tuple[Position, ...]
    links: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    shown: Precision = "exact"
    note: str = ""


class _Bearer(Protocol):
    """Whoever has names."""

    @property
    def names(self) -> tuple[Name, ...]: ...


_B = TypeVar("_B", bound=_Bearer)


def by_name(bearers: Iterable[_B]) -> dict[str, _B]:
    """Give those who have names by each of them, as it is compared; the first keeps a name."""
    found: dict[str, _B] = {}
    for bearer in bearers:
        for each in bearer.names:
            found.setdefault(label_key(each.name), bearer)
    return found


@cache
def label_key(name: str) -> str:
    """Fold a name: NFC, case, blanks; names that fold alike are one."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def plain_slug(key: str) -> str:
    """Give the last part of the address that a folded name asks for, or nothing."""
    slug = address_words(key)
    return slug if slug not in RESERVED and len(slug.encode()) <= _MOST_BYTES else ""


def address_words(key: str) -> str:
    """Keep letters, digits and marks of any script; every other run becomes a hyphen."""
    kept = "".join(letter if _is_kept(letter) else " " for letter in key)
    return "-".join(kept.split())


def _is_kept(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LNM"
