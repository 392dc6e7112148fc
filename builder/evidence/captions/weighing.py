"""How sure it is that some words are a credit and not prose.

Every word must be part of a name, an agency or a connector, and something among them must be
what credits have and prose does not: a key such as "Photo:", a role, a known agency, a person
and an outlet with a stroke between.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import Final

from builder.evidence.captions.credit import (
    ALL_RIGHTS,
    FILE,
    KEY,
    OF_OUTLET,
    PHOTO_BEHIND,
    SEPARATOR,
    VIA,
    YEAR,
)
from builder.evidence.captions.names import is_outlet, is_person, only_names, words_of
from builder.evidence.captions.vocabulary import (
    ROLES,
    UNNAMED,
    is_library,
    is_platform,
    known_agency,
)


class Weight(IntEnum):
    """What some words are worth as a credit."""

    NONE = 0
    MARKED = 1
    """A name alone: a credit where the curator says that the line is a caption."""
    SIGNS = 2
    """An agency alone, which may also sign a text."""
    SURE = 3


_MOST_WORDS: Final = 14
_MOST_COURTEOUS_WORDS: Final = 8
_STROKE: Final = re.compile(r"[/|•·]")
_TELLING: Final = frozenset(
    """
    file supplied submitted handout courtesy provided contributed screengrab screenshot
    """.split()
)
_GIVERS: Final = ("the", "his", "her", "their", "family")
_PHOTO_WORDS: Final = frozenset("photo photos picture image photograph".split())


@lru_cache(maxsize=1024)
def weight(words: str) -> Weight:
    """Weigh the inside of a bracket, or words that stand where a credit may stand."""
    words = words.strip()
    if not words or len(words_of(words)) > _MOST_WORDS:
        return Weight.NONE
    key = KEY.match(words)
    if key and key.end():
        return _weight_behind_key(key, words[key.end() :])
    if _is_role_alone(words):
        return Weight.SURE
    by_outlet = OF_OUTLET.fullmatch(words)
    if by_outlet and only_names(by_outlet["outlet"]) and only_names(by_outlet["person"]):
        return Weight.SURE
    has_file = FILE.search(words) is not None
    bare = FILE.sub("", words).strip(" ,/|:–—-")
    if not only_names(bare):
        return Weight.NONE
    pieces = [piece for piece in SEPARATOR.split(VIA.sub("/", bare)) if piece.strip()]
    if len(pieces) == 1:
        return _weight_alone(pieces[0], has_file=has_file)
    return _weight_together(bare, pieces)


def _weight_behind_key(key: re.Match[str], rest: str) -> Weight:
    rest = rest.strip(" .")
    if key["copyright"]:
        rest = ALL_RIGHTS.sub("", YEAR.sub("", rest)).strip(" ,.")
    if "source" in key[0].lower() and "image" not in key[0].lower():
        return Weight.SURE if any(map(_is_known, SEPARATOR.split(rest))) else Weight.NONE
    if not rest:
        return Weight.SURE if key["supplied"] or key["courtesy"] else Weight.NONE
    names = only_names(FILE.sub("", rest).strip(" ,/|"))
    if (key["courtesy"] or key["supplied"]) and len(words_of(rest)) <= _MOST_COURTEOUS_WORDS:
        return Weight.SURE if names or rest.split()[0].lower() in _GIVERS else Weight.NONE
    second = KEY.match(rest)
    if second and second.end():
        return _weight_behind_key(second, rest[second.end() :])
    return Weight.SURE if names else Weight.NONE


def _is_role_alone(words: str) -> bool:
    parts = [word.strip(".,").casefold() for word in words_of(words)]
    if not words[:1].isupper() or not all(
        part in ROLES or part in UNNAMED or part in ("file", "archive") for part in parts
    ):
        return False
    has_photo = not _PHOTO_WORDS.isdisjoint(parts)
    return not _TELLING.isdisjoint(parts) or (has_photo and len(parts) > 1)


def _weight_alone(name: str, *, has_file: bool) -> Weight:
    signed = PHOTO_BEHIND.sub("", name)
    if is_library(name) or (signed != name and is_outlet(signed)):
        return Weight.SURE
    if known_agency(name):
        return Weight.SURE if has_file else Weight.SIGNS
    if is_person(name) or is_outlet(name):
        return Weight.SURE if has_file else Weight.MARKED
    return Weight.NONE


def _weight_together(words: str, pieces: list[str]) -> Weight:
    knows = any(map(_is_known, pieces))
    has_person = any(map(is_person, pieces))
    has_stroke = _STROKE.search(words) is not None or VIA.search(words) is not None
    has_role = any(piece.strip().casefold() in ROLES for piece in pieces)
    if not has_stroke:
        is_for = re.search(r"\sfor\s", words) is not None
        outlet_last = is_outlet(pieces[-1])
        is_signed = ": " in words and is_outlet(pieces[0])
        if has_person and (knows or is_signed or (is_for and outlet_last)):
            return Weight.SURE
        return Weight.SIGNS if knows and len(pieces) == sum(map(_is_known, pieces)) else Weight.NONE
    if knows or has_person or (has_role and len(pieces) > 1):
        return Weight.SURE
    if any(is_platform(piece.strip()) or piece.strip().startswith("@") for piece in pieces):
        return Weight.SURE
    return Weight.NONE


def _is_known(piece: str) -> bool:
    name = piece.strip(" .")
    return bool(known_agency(name) or known_agency(PHOTO_BEHIND.sub("", name)))
