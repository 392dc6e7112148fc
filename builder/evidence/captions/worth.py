"""What names are worth as a credit: one alone, and several with signs between them."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Final, NamedTuple

from builder.evidence.captions.names import (
    begins_with_agency,
    is_institution,
    is_outlet,
    is_person,
    is_surely_outlet,
    names_press,
    words_of,
)
from builder.evidence.captions.parties import PHOTO_BEHIND, VIA, without_role, words_are_unnamed
from builder.evidence.captions.vocabulary import (
    ROLES,
    TELLING,
    is_body,
    is_library,
    is_platform,
    is_wire,
    known_agency,
)

_MOST_LETTERS_OF_INITIALS: Final = 6
_NOT_INITIALS: Final = frozenset(
    "pdf sic video audio live poll quiz watch update updated file aet tbc tba nsfw faq ceo".split()
)
_FEWEST_LETTERS_OF_A_STATION: Final = 3
STROKE: Final = re.compile(r"[/|•·=]")
_DASH: Final = re.compile(r"\s[–—-]\s")
_FOR: Final = re.compile(r"\sfor\s")
_LABEL: Final = re.compile(r"[^/|,:]+(?=:\s)")


class Weight(IntEnum):
    """What some words are worth as a credit."""

    NONE = 0
    MARKED = 1
    """A name alone: a credit where the curator says that the line is a caption."""
    CLOSES = 2
    """A credit in a bracket behind a finished sentence, elsewhere perhaps an explanation."""
    SIGNS = 3
    """An agency alone, which may also sign a text."""
    LIKELY = 4
    """A person and a name nobody knows, which may be an outlet's."""
    SURE = 5


def weight_alone(name: str, *, has_file: bool) -> Weight:
    """Weigh a name with nothing beside it; `has_file`: but the word "file"."""
    signed = PHOTO_BEHIND.sub("", name)
    if is_library(name) or (signed != name and is_outlet(signed)) or _is_grab(name):
        return Weight.SURE
    if signed != name and not words_are_unnamed(signed):
        return Weight.LIKELY if is_person(signed) else Weight.CLOSES
    giver, role = without_role(name)
    if giver and role:
        return Weight.SURE
    if known_agency(name):
        alone = Weight.SIGNS if is_wire(name) else Weight.CLOSES
    elif (
        is_institution(name)
        or begins_with_agency(name)
        or (is_platform(name) and len(name) > 1)
        or (not (name.isupper() and " " in name) and any(map(_is_initials, name.split())))
    ):
        alone = Weight.CLOSES
    elif is_person(name) or is_outlet(name):
        alone = Weight.MARKED
    else:
        return Weight.NONE
    return Weight.SURE if has_file else alone


def _is_grab(name: str) -> bool:
    """Whether a name tells where a screen was copied: YouTube screengrab."""
    words = words_of(name)
    told = {word.casefold() for word in words} & TELLING
    return bool(told) and any(map(is_platform, words))


def _is_initials(name: str) -> bool:
    """Whether a name is made of capitals that could be an agency's: SPA, QNA."""
    return (
        is_station_sign(name)
        and len(name) <= _MOST_LETTERS_OF_INITIALS
        and (name.casefold() not in _NOT_INITIALS)
    )


class _Pieces(NamedTuple):
    """What stands between the separators of a credit, sorted by what it can be."""

    names: list[str]
    known: list[str]
    persons: list[str]
    outlets: list[str]
    platforms: list[str]
    roles: list[str]
    unnamed: list[str]


def _sorted(pieces: list[str]) -> _Pieces:
    names = [piece.strip(" .") for piece in pieces]
    return _Pieces(
        names,
        known=list(filter(is_known, names)),
        persons=list(filter(is_person, names)),
        outlets=[n for n in names if is_surely_outlet(n) and not words_are_unnamed(n)],
        platforms=[name for name in names if is_platform(name) or name.startswith("@")],
        roles=[name for name in names if name.casefold() in ROLES],
        unnamed=list(filter(words_are_unnamed, names)),
    )


def weight_together(words: str, pieces: list[str]) -> Weight:
    """Weigh the names between the separators of some words."""
    found = _sorted(pieces)
    label = _LABEL.match(words)
    if label and not _may_label(label[0], found):
        return Weight.CLOSES if found.persons and label[0].split()[0].isupper() else Weight.NONE
    if VIA.search(words):
        return Weight.SURE if _is_passed_on(found) else Weight.NONE
    if STROKE.search(words) is None:
        return _weight_listed(words, found)
    if found.persons:
        return _weight_of_person(words, found)
    return _weight_without_person(found)


def _is_passed_on(found: _Pieces) -> bool:
    """Whether what stands before and behind "via" is more than a journey's stages."""
    has_account = any(name.startswith("@") for name in found.names)
    is_post = bool(found.platforms) and (bool(found.unnamed or found.outlets) or has_account)
    return bool(found.known or found.persons or found.roles) or has_account or is_post


def _may_label(label: str, found: _Pieces) -> bool:
    """Whether the words before a colon name who sends the picture: AAP, ABC News, Handout."""
    may = (*found.known, *found.outlets, *found.roles, *found.unnamed, *found.platforms)
    is_station = is_station_sign(label) and len(label) > _FEWEST_LETTERS_OF_A_STATION
    return is_station or names_press(label) or begins_with_agency(label) or label in may


def _weight_listed(words: str, found: _Pieces) -> Weight:
    """Weigh names with no more than commas, dashes, a colon or "for" between them."""
    if found.persons:
        return _weight_of_listed_person(words, found)
    if len(found.names) == len(found.known):
        return Weight.SIGNS
    label = found.names[0]
    is_sender = label in found.known + found.platforms or begins_with_agency(label)
    has_sender = bool(found.known or found.outlets) and bool(found.roles or found.unnamed)
    return Weight.SURE if has_sender or (": " in words and is_sender) else Weight.NONE


def _weight_of_listed_person(words: str, found: _Pieces) -> Weight:
    outlet = found.names[-1]
    is_commissioned = _FOR.search(words) is not None
    if found.unnamed or found.roles or any(map(_passes_pictures, found.known)) or ": " in words:
        return Weight.SURE
    if (found.outlets and _DASH.search(words)) or (is_commissioned and is_outlet(outlet)):
        return Weight.SURE
    has_sender = outlet in found.outlets or any(map(is_station_sign, found.names))
    return Weight.CLOSES if is_commissioned or has_sender or found.known else Weight.NONE


def _weight_of_person(words: str, found: _Pieces) -> Weight:
    """Weigh a person's name with strokes between it and others."""
    others = [name for name in found.names if name not in found.persons]
    if found.known or found.platforms or found.roles or found.unnamed:
        return Weight.SURE
    # Jane Doe/Harbour Gazette, but not Low Water/The Salt Road nor Harbour Club/Ferry Town.
    if any(name in found.outlets and _has_outlet_word(name) for name in others) and (
        found.names[0] in found.persons or not all(map(is_institution, others))
    ):
        return Weight.SURE
    # "Order Prints | Letters | Archive" is a row of links.
    return Weight.LIKELY if others and "|" not in words else Weight.CLOSES


def _weight_without_person(found: _Pieces) -> Weight:
    """Weigh agencies, roles and places where pictures are posted, with strokes between."""
    if len(found.names) == len(found.platforms):
        has_account = any(name.startswith("@") for name in found.names)
        return Weight.SURE if has_account else Weight.NONE
    if any(is_known(name) and not _also_signs(name) for name in found.known):
        return Weight.SURE
    if len(found.names) == len(found.known):
        return Weight.SIGNS if all(map(is_wire, found.names)) else Weight.CLOSES
    if any(role.casefold() != "pool" for role in found.roles) or (found.roles and found.known):
        return Weight.SURE
    if found.platforms:
        return Weight.SURE if found.outlets or found.known else Weight.LIKELY
    if found.unnamed and found.outlets:
        return Weight.SURE
    if not found.known:
        return Weight.NONE
    # A poll is by Reuters/Fenn, a picture by Fenn/Reuters.
    if len(found.outlets) > len(found.known) or found.unnamed:
        return Weight.SURE
    return Weight.LIKELY if found.names[-1] in found.known else Weight.CLOSES


def _has_outlet_word(name: str) -> bool:
    """Whether a name is an outlet's by more than the article it begins with."""
    return names_press(name) or is_institution(name)


def is_station_sign(name: str) -> bool:
    """Tell whether a name is made of capitals, as WQBL is."""
    return name.isupper() and name.isalpha() and len(name) >= _FEWEST_LETTERS_OF_A_STATION


def _passes_pictures(name: str) -> bool:
    bare = PHOTO_BEHIND.sub("", name)
    return bare != name or is_wire(name) or is_library(name)


def _also_signs(name: str) -> bool:
    return not is_library(name) and not is_body(name) and PHOTO_BEHIND.sub("", name) == name


def is_known(piece: str) -> bool:
    """Tell whether a piece of a credit is an agency's name, or one with "photo" behind it."""
    name = piece.strip(" .")
    return bool(known_agency(name) or known_agency(PHOTO_BEHIND.sub("", name)))
