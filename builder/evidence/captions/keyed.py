"""Credits behind what announces them: `Photograph: …`, `Credit...…`, `Photo by …`, `© …`."""

from __future__ import annotations

import re
from typing import Final

from builder.evidence.captions.keys import capital_keys
from builder.evidence.captions.names import (
    is_outlet,
    is_person,
    names_press,
    only_names,
)
from builder.evidence.captions.parties import TAKEN, parties_of, words_are_unnamed
from builder.evidence.captions.sentences import (
    SENTENCE_END,
    has_closed,
    has_finished,
    is_balanced,
    lower_words,
)
from builder.evidence.captions.vocabulary import NOT_BEFORE_CREDIT, known_agency
from builder.evidence.captions.weighing import LONGEST, PlacedCredit, Weight, weight

_NOT_BEFORE_KEY: Final = NOT_BEFORE_CREDIT | frozenset("the a an this that his her".split())
_YEAR: Final = re.compile(r"\d{4}")
_RIGHTS: Final = re.compile(
    r"\ball rights\b|rights reserved|rechte vorbehalten|droits r[ée]serv|derechos reservados"
    r"|direitos reservados|diritti riservati|riproduzione riservata|rechten voorbehouden",
    re.IGNORECASE,
)
_COMPANY: Final = re.compile(r"\b(?:Inc|Ltd|LLC|GmbH|Foundation|Corporation|Group|Press)\b")
_JAPANESE_SIGNS: Final = ("＝", "=", "、")
_MOST_WORDS_OF_A_SENDER: Final = 2


def behind_key(line: str, start: int, end: int) -> PlacedCredit | None:
    """Find `Photograph: …`, `Credit...…`, `Photo by …`, `© …`, up to the end."""
    for key in capital_keys(line, max(start, end - LONGEST), end):
        # "Supplied with food, the ship left." is a sentence.
        is_sentence_of_it = key["supplied"] and line[end - 1] == "."
        if is_sentence_of_it:
            continue
        before, words = line[start : key.start()], line[key.start() : end]
        if not _may_stand_behind(before, key, words) or not _is_photo_key(key, before, words):
            continue
        found = weight(words)
        if found is Weight.SURE and is_balanced(words):
            return PlacedCredit(_with_outlet(line, start, key, end), end, found)
        if found is Weight.CLOSES and has_finished(before):
            # Of a sentence with figures in it an agency would be the figures' source.
            if key["source"] and any(map(str.isdigit, before)):
                continue
            return PlacedCredit(key.start(), end, Weight.SIGNS)
    return None


def taken_by(line: str, start: int, end: int) -> PlacedCredit | None:
    """Find 「…駅=2025年3月8日、山田花子撮影」: what stands behind the last comma or sign."""
    at = max(line.rfind(sign, start, end) for sign in _JAPANESE_SIGNS) + 1
    is_announced = at > start and any(sign in line[start:at] for sign in _JAPANESE_SIGNS[:2])
    taken = TAKEN.fullmatch(line, at, end) if is_announced else None
    return PlacedCredit(at, end, Weight.SURE) if taken else None


def _may_stand_behind(before: str, key: re.Match[str], words: str) -> bool:
    """Whether a key begins something of its own, and is no part of a sentence."""
    if has_closed(before) or key[0].rstrip().endswith(("...", "…")):
        return True
    has_sign = key[0].rstrip().endswith((":", "...", "…"))
    if not before.endswith((" ", "\t")):
        # A page's columns may run together: "… the harbour on MondayImage: Jane Doe".
        return has_sign and before[-1].islower() and key[0][0].isupper()
    if has_sign or key["copyright"]:
        return True
    # "… on the quay Photo by Jane Doe": a capital in the middle of a sentence.
    is_phrase = key["by"] or key["courtesy"] or key["supplied"]
    if not is_phrase or before.split()[-1].lower() in _NOT_BEFORE_KEY:
        return False
    named = parties_of(words)
    is_named = bool(named.creator if key["by"] else named.names) and not words.endswith(".")
    return is_named and lower_words(before) > 2


def _with_outlet(line: str, start: int, key: re.Match[str], end: int) -> int:
    """Where a credit begins whose key has an outlet or a role before it: `ST PHOTO: Jane Doe`."""
    stops = [stop.end() for stop in SENTENCE_END.finditer(line, start, key.start())]
    at = stops[-1] if stops else start
    before = line[at : key.start()].strip()
    is_set_apart = at == start or has_finished(line[start:at])
    if not before or not is_set_apart or weight(line[at:end]) is not Weight.SURE:
        return key.start()
    is_placed = at > start or line[start:end].isupper()
    is_sender = is_outlet(before) and is_placed and len(before.split()) <= _MOST_WORDS_OF_A_SENDER
    return at if words_are_unnamed(before) or is_sender else key.start()


def _is_photo_key(key: re.Match[str], before: str, words: str) -> bool:
    """Whether a key is no promise of pictures, no source of figures and no imprint."""
    if key["copyright"]:
        return _is_copyright_of_photo(key, before, words)
    rest = words[len(key[0]) :]
    if not before.strip():
        sign = key[0].casefold()
        if key["by"] and is_person(rest):
            return True
        is_heading = sign.startswith(("source", "photos", "pictures", "pics", "images", "credits"))
        if key["courtesy"]:
            return only_names(rest.rstrip(" .")) or not rest
        return not (is_heading or key["of"]) or weight(rest) is Weight.SURE
    return True


def _is_copyright_of_photo(key: re.Match[str], before: str, words: str) -> bool:
    """Whether a copyright is a photo's and not that of the text or of the site."""
    named = parties_of(words)
    if _RIGHTS.search(words) or _RIGHTS.search(before[-LONGEST:]) or words.endswith("."):
        return False
    is_known = any(map(known_agency, named.names))
    is_sign = key["copyright"].endswith("©") and not key["copyright"].startswith("C")
    has_year = _YEAR.search(words) is not None
    if lower_words(before) == 0:
        # A line that is all copyright is the site's; a year makes it the author's.
        if named.creator:
            return is_known or (is_sign and not has_year)
        return is_known and not has_year
    if named.creator and not _COMPANY.search(words):
        # Who is named in the sentence before is the writer.
        return (is_sign or is_known) and named.creator not in before
    if _COMPANY.search(words) or not is_sign:
        return is_known and not _COMPANY.search(words)
    return is_known or not (has_year and any(map(_is_publisher, named.names)))


def _is_publisher(name: str) -> bool:
    """Whether a site is marked with this name rather than a photo."""
    return names_press(name) or name.startswith(("The ", "THE "))
