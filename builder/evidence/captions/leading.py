"""Credits in front of their captions: `© Jane Doe/AFP Words …`, `[Jane Doe / AFP] Words …`."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from builder.evidence.captions.keys import KEY
from builder.evidence.captions.names import (
    is_person,
    only_names,
)
from builder.evidence.captions.parties import parties_of
from builder.evidence.captions.sentences import (
    is_sentence,
)
from builder.evidence.captions.vocabulary import (
    PARTICLES,
    known_agency,
)
from builder.evidence.captions.weighing import PlacedCredit, Weight, weight

_CAPTION_LEAD: Final = re.compile(r"\s*(?:Image|Media) caption,")
_WORD: Final = re.compile(r"\S+")
_BETWEEN_PARTIES: Final = re.compile(r"[/|,]|\svia\s")
_MOST_WORDS_IN_FRONT: Final = 12


def leading(line: str, start: int, end: int) -> PlacedCredit | None:
    """Find a credit in front: `© Jane Doe/AFP Words …`, `Jane Doe | Getty Images Words …`."""
    key = KEY.match(line, start, end)
    # Names that no key announces are parted by signs.
    if key is None and not any(sign in line for sign in ("|", "/", " via ")):
        return None
    names = key.end() if key else start
    found: PlacedCredit | None = None
    for word in islice(_WORD.finditer(line, names, end), _MOST_WORDS_IN_FRONT):
        if word[0] in PARTICLES:
            continue
        if not only_names(line[names : word.end()], any_particle=True):
            break
        credit = line[start : word.end()]
        is_leading = _is_leading(credit, key, has_found=found is not None)
        if is_leading and is_sentence(line[word.end() : end].lstrip(" \t:–—|")):
            found = PlacedCredit(start, word.end(), Weight.SURE)
    return found or _before_lead(line, start, end)


def _before_lead(line: str, start: int, end: int) -> PlacedCredit | None:
    """`Image source, Jane Doe Image caption, Words …`."""
    key = KEY.match(line, start, end)
    lead = _CAPTION_LEAD.search(line, start, end) if key else None
    if not lead or weight(line[start : lead.start()]) is not Weight.SURE:
        return None
    return PlacedCredit(start, lead.start(), Weight.SURE)


def _is_leading(credit: str, key: re.Match[str] | None, *, has_found: bool) -> bool:
    """Whether words in front of a sentence are a credit, and end where it ends."""
    words = credit.rstrip(" .:")
    if weight(words) is not Weight.SURE or not parties_of(words).creator:
        return False
    last = _BETWEEN_PARTIES.split(words[key.end() :] if key else words)[-1].strip()
    if known_agency(last):
        return key is not None or any(sign in words for sign in ("|", "/", " via "))
    # In "© Jane Doe Mary Roe sings" the first name is the photographer's.
    is_set_apart = key is not None and (key["copyright"] or credit != words)
    return bool(is_set_apart) and is_person(last) and not has_found


def leading_bracket(line: str, start: int, end: int) -> PlacedCredit | None:
    """Find a bracket in front: `[Jane Doe / AFP] Words …`."""
    closing = {"(": ")", "[": "]"}.get(line[start : start + 1])
    close = line.find(closing, start, end) if closing else -1
    if close < 0 or not is_sentence(line[close + 1 : end].strip()):
        return None
    inside = line[start + 1 : close]
    if weight(inside) is not Weight.SURE or not parties_of(inside).creator:
        return None
    return PlacedCredit(start, close + 1, Weight.SURE)
