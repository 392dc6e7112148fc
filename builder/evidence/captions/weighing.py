"""How sure it is that some words are a credit and not prose.

Every word must be part of a name, an agency or a connector, and something among them must be
what credits have and prose does not: a key such as "Photo:", a role, a known agency, a person
and an outlet with a stroke between.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from builder.evidence.captions.keys import KEY, OF_OUTLET
from builder.evidence.captions.names import (
    is_person,
    is_surely_outlet,
    may_name,
    names_outlet,
    only_names,
    words_of,
)
from builder.evidence.captions.parties import (
    ALL_RIGHTS,
    FOR_ABROAD,
    PHOTO_BEFORE,
    SEPARATOR,
    VIA,
    YEAR,
    plain_signs,
    split_parties,
    without_file,
)
from builder.evidence.captions.vocabulary import (
    NEVER_IN_NAMES,
    ROLES,
    TELLING,
    UNNAMED,
    is_library,
)
from builder.evidence.captions.worth import (
    STROKE,
    Weight,
    is_known,
    is_station_sign,
    weight_alone,
    weight_together,
)

__all__ = ["LONGEST", "PlacedCredit", "Weight", "is_role_alone", "weight"]

LONGEST: Final = 200
"""How many letters a credit has at the most."""
_MOST_WORDS: Final = 14
_MOST_COURTEOUS_WORDS: Final = 8
_MOST_WORDS_OF_A_GIVER: Final = 4
_NUMBERED: Final = re.compile(
    r"(?<=[^\W\d_])\s\d{1,4}(?=\s*(?:[/|,]|\Z)|\s+via\s)",
)
_GIVERS: Final = ("the", "his", "her", "their", "family")
_ONLY_IN_PROSE: Final = NEVER_IN_NAMES - {"by", "to", "from"}
"""Of these "photo by", "special to" and "image from" are in credits."""
_PHOTO_WORDS: Final = frozenset("photo photos picture image photograph".split())


class PlacedCredit(NamedTuple):
    """Where in a line a credit stands, and how sure it is that it is one."""

    start: int
    end: int
    weight: Weight


@lru_cache(maxsize=1024)
def weight(words: str) -> Weight:
    """Weigh the inside of a bracket, or words that stand where a credit may stand."""
    words = ALL_RIGHTS.sub("", words).strip()
    if not words or len(words) > LONGEST:
        return Weight.NONE
    key = KEY.match(words)
    is_prose = key is None and not _ONLY_IN_PROSE.isdisjoint(words.split())
    if is_prose or len(words_of(words)) > _MOST_WORDS:
        return Weight.NONE
    if key:
        return _weight_behind_key(key, words[key.end() :])
    if is_role_alone(words) or not without_file(words).strip():
        return Weight.SURE
    by_outlet = OF_OUTLET.fullmatch(words)
    if by_outlet and only_names(by_outlet["outlet"]) and only_names(by_outlet["person"]):
        return Weight.SURE
    return _weight_of_names(words)


def _weight_of_names(words: str) -> Weight:
    """Weigh words that must be names and what joins them, for no key announces them."""
    unfiled = without_file(words)
    plain = plain_signs(unfiled)
    bare = PHOTO_BEFORE.sub("", plain).strip(" ,/|:–—-")
    has_stroke = STROKE.search(bare) is not None or VIA.search(bare) is not None
    if not only_names(_NUMBERED.sub("", bare) if has_stroke else bare, any_particle=has_stroke):
        return Weight.NONE
    pieces = [piece.strip() for piece in split_parties(VIA.sub("/", bare)) if piece.strip()]
    if len(pieces) == 2 and FOR_ABROAD.search(words) and is_person(pieces[0]):
        return Weight.LIKELY
    if len(pieces) > 1:
        found = weight_together(bare, pieces)
    else:
        found = weight_alone(pieces[0], has_file=unfiled != words)
    return _weight_signed(found, pieces) if PHOTO_BEFORE.match(plain) else found


def _weight_signed(found: Weight, pieces: list[str]) -> Weight:
    """Weigh names with "Photo" and no sign before them: (Photo Jane Doe)."""
    is_initials = len(pieces) == 1 and pieces[0].isupper() and pieces[0].isalpha()
    if found in (Weight.CLOSES, Weight.SIGNS) or is_initials:
        return Weight.SURE
    is_named = found is Weight.MARKED and (is_person(pieces[0]) or names_outlet(pieces[0]))
    return Weight.LIKELY if is_named else found


def _weight_behind_key(key: re.Match[str], rest: str) -> Weight:
    rest = rest.strip(" .")
    if key["copyright"]:
        rest = YEAR.sub("", rest).strip(" ,.")
    if not rest:
        return Weight.SURE if key["supplied"] or key["courtesy"] else Weight.NONE
    if not without_file(rest).strip():
        return Weight.SURE
    if key["label"]:
        return Weight.NONE if re.search(r"[.!?]\s| caption\b", rest) else Weight.SURE
    if key["source"]:
        return _weight_of_source(rest)
    by_outlet = OF_OUTLET.fullmatch(rest)
    bare = plain_signs(without_file(rest)).strip(' ,/|"')
    if by_outlet and only_names(by_outlet["outlet"]) and only_names(by_outlet["person"]):
        return Weight.SURE
    names = only_names(_NUMBERED.sub("", bare), any_particle=True)
    if (key["courtesy"] or key["supplied"]) and len(words_of(rest)) <= _MOST_COURTEOUS_WORDS:
        return Weight.SURE if names or _is_giver(rest) else Weight.NONE
    second = KEY.match(rest)
    if second:
        return _weight_behind_key(second, rest[second.end() :])
    if not names:
        return Weight.CLOSES if _is_plain_sender(key, rest) else Weight.NONE
    if (key["weak"] or key["of"]) and not any(map(_is_party, SEPARATOR.split(bare))):
        return Weight.NONE
    return Weight.SURE


def _is_plain_sender(key: re.Match[str], rest: str) -> bool:
    """Whether a key is followed by few words that name no name: Photo: private collection."""
    words = words_of(rest)
    if not key[0].rstrip().endswith(":") or len(words) > _MOST_WORDS_OF_A_GIVER:
        return False
    return all(map(may_name, words))


def _weight_of_source(rest: str) -> Weight:
    """Figures have sources too: only a person or a picture library makes one a photo's."""
    pieces = [piece.strip(" .") for piece in SEPARATOR.split(rest)]
    if is_role_alone(rest):
        return Weight.CLOSES
    has_person = any(map(is_person, pieces))
    if not only_names(rest, any_particle=True):
        return Weight.NONE
    if not any(map(is_known, pieces)):
        return Weight.CLOSES if has_person and STROKE.search(rest) else Weight.NONE
    if has_person or any(map(is_library, pieces)):
        return Weight.SURE
    return Weight.CLOSES if all(map(is_known, pieces)) else Weight.NONE


def _is_giver(rest: str) -> bool:
    """Whether somebody is told by what he is: Courtesy of the artist."""
    words = rest.split()
    if words[0].lower() not in _GIVERS or re.search(r"[,;.]\s+[a-zß-ÿ]", rest):
        return False
    return len(words) <= _MOST_WORDS_OF_A_GIVER or words[-1][0].isupper()


def _is_party(piece: str) -> bool:
    name = piece.strip(" .")
    if any(word.casefold() in ROLES for word in words_of(name)) or is_station_sign(name):
        return True
    return is_known(name) or is_person(name) or is_surely_outlet(name)


def is_role_alone(words: str) -> bool:
    """Tell whether words only tell how a photo came: Supplied, Family photo."""
    parts = [word.strip(".,").casefold() for word in words_of(words)]
    if not words[:1].isupper() or not all(
        part in ROLES or part in UNNAMED or part in ("file", "archive") for part in parts
    ):
        return False
    if TELLING.isdisjoint(parts) and ("/" in words or "|" in words):
        return False
    has_photo = not _PHOTO_WORDS.isdisjoint(parts)
    return not TELLING.isdisjoint(parts) or (has_photo and len(parts) > 1)
