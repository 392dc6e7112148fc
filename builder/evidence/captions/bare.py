"""Credits that neither bracket nor key sets apart: `… at dawn. Jane Doe/AFP`, `… at dawn | AFP`."""

from __future__ import annotations

import re
from typing import Final

from builder.evidence.captions.keys import KEY, OF_OUTLET
from builder.evidence.captions.names import (
    is_institution,
    is_outlet,
    is_person,
    is_surely_outlet,
    names_press,
    only_names,
)
from builder.evidence.captions.parties import (
    Parties,
    parties_of,
    plain_signs,
    words_are_unnamed,
)
from builder.evidence.captions.sentences import (
    SENTENCE_END,
    ends_with_initial,
    has_finished,
    holds_sentence_end,
    is_balanced,
    lower_words,
)
from builder.evidence.captions.vocabulary import (
    BEFORE_PLACE,
    JOINING,
    NOT_BEFORE_CREDIT,
    PARTICLES,
    is_body,
    is_library,
    known_agency,
)
from builder.evidence.captions.weighing import LONGEST, PlacedCredit, Weight, weight
from builder.evidence.captions.worth import is_station_sign

_TOLD: Final = re.compile(
    r"[\"“”«»„]|\b(?:said|says|saying|told|tells|according|reported|announced)\b"
)
"""With what a sentence tells what was said: it is news, and who signs it sent the text."""
_FEWEST_LOWER_WORDS: Final = 4
_LONGEST_ABBREVIATION: Final = 5
_WORD: Final = re.compile(r"\S+")
_SIGNS: Final = ("|", "–", "—", "-")
_OF_PERSONS: Final = PARTICLES - JOINING


def bare_agency(line: str, start: int, end: int) -> PlacedCredit | None:
    """Find an agency alone behind a full stop; only behind a lead is that no signature."""
    stops = [stop.end() for stop in SENTENCE_END.finditer(line, start, end)]
    at = next((at for at in stops if known_agency(line[at:end])), 0)
    return PlacedCredit(at, end, Weight.SIGNS) if at and has_finished(line[start:at]) else None


def bare(line: str, start: int, end: int) -> PlacedCredit | None:
    """Find names after the last sentence: `… at dawn. Jane Doe/AFP`, `… at dawn | AFP`."""
    places, initials = [(start, "")], []
    for stop in SENTENCE_END.finditer(line, max(start, end - LONGEST), end):
        place = (stop.end(), stop[0].strip())
        if not ends_with_initial(line[max(start, stop.start() - 2) : stop.start() + 1]):
            places.append(place)
        elif stop[0][-1].isspace() and weight(line[stop.end() : end]) is Weight.SURE:
            initials.append(place)
    # Last, because "A.M. Doe" is a person and "Washington, D.C. Jane Doe" is none.
    for at, sign in (*places, *initials):
        found = _bare_weight(line[at:end], sign, line[start:at])
        if found is not Weight.NONE:
            named = without_stop(line, start, end) if sign == "|" and found > Weight.SIGNS else None
            return named if named and named.weight else PlacedCredit(at, end, found)
    return None


def _bare_weight(words: str, sign: str, before: str) -> Weight:
    """Weigh the words that end a line, by the sign that parts them from what stands before."""
    # What a key announces, the rule for keys has judged; a sign begins nothing.
    if not words or len(words) > LONGEST or words[0] in _SIGNS or KEY.match(words):
        return Weight.NONE
    found = weight(words)
    if found in (Weight.MARKED, Weight.CLOSES):
        if _is_told_by_place(words, sign, found, before):
            return Weight.LIKELY
        may_stand_alone = found is Weight.MARKED or is_institution(words)
        is_name = may_stand_alone and _stands_alone(words, before)
        return Weight.SIGNS if is_name else Weight.NONE
    if found is Weight.NONE and sign in ("—", "|") and _is_written_as_one(words):
        return Weight.SIGNS if _follows_sentence(before) else Weight.NONE
    if found is Weight.SIGNS:
        return found if _signs(words, sign, before) else Weight.NONE
    return found if found and _stands_bare(words, before) else Weight.NONE


def _is_written_as_one(name: str) -> bool:
    """Whether a name has capitals inside, as firms and stations have: HarbourNewsTV."""
    return name.isalpha() and sum(map(str.isupper, name)) > 1 and any(map(str.islower, name))


def _signs(words: str, sign: str, before: str) -> bool:
    """Whether an agency alone is set apart from the sentence before it.

    "Strike goes on – Reuters" is a headline; behind a full stop an agency may begin a sentence.
    """
    if has_finished(before.rstrip(" |–—-")):
        is_pair = "/" in words or "-" in words
        return sign in _SIGNS or is_pair or _TOLD.search(before) is None
    return sign == "|" and not words.istitle() and lower_words(before) > 0


def _stands_bare(words: str, before: str) -> bool:
    """Whether words that no bracket and no key sets apart are a credit, not a heading or byline."""
    is_whole = is_balanced(words) and not holds_sentence_end(words)
    if words.endswith(".") or words.count("|") > 2 or not is_whole:
        return False
    named = parties_of(words)
    by_outlet = OF_OUTLET.fullmatch(words)
    if by_outlet:
        outlet = by_outlet["outlet"]
        return words_are_unnamed(outlet) or is_outlet(outlet) or _follows_sentence(before)
    if not before:
        return _is_whole_credit(words, named)
    if _follows_sentence(before) or any(map(known_agency, named.names)):
        return True
    has_outlet = any(map(is_surely_outlet, named.agencies))
    return named.role == "handout" or not named.names or (bool(named.creator) and has_outlet)


def _is_whole_credit(words: str, named: Parties) -> bool:
    """Whether a line without a caption is a credit."""
    names = named.names
    has_library = any(map(is_library, names))
    if "|" in words:
        return has_library and bool(named.creator)
    if "/" in words or " via " in words.lower():
        if named.role == "handout" or has_library or any(map(is_body, names)):
            return bool(names)
        has_sender = bool(named.creator) or any(map(is_institution, names))
        return bool(named.distributor) or (has_sender and any(map(_is_sender, names)))
    if named.creator:
        is_commissioned = " for " in plain_signs(words) and "," not in words
        return is_commissioned and ("«" in words or any(map(_is_paper, named.agencies)))
    # "File" alone is a heading, "Supplied" and "File photo" are none.
    is_told = bool(named.role) or (" " in words and (named.file_picture or not names))
    return has_library or is_told


def _is_sender(name: str) -> bool:
    """Whether a name is an outlet's, and no section's as in "Hong Kong / Society"."""
    is_section = " " not in name and not names_press(name) and not known_agency(name)
    return is_surely_outlet(name) and not is_section


def _is_paper(name: str) -> bool:
    return is_outlet(name) and (name.upper().startswith("THE ") or names_press(name))


def _is_told_by_place(words: str, sign: str, found: Weight, before: str) -> bool:
    """Whether names that could be anybody's are a credit, because a sentence stands before them.

    `Jane Doe, Harbour Gazette`, `Jane Doe/White Star`, `| JANE DOE`.
    """
    if not _follows_sentence(before) or words.endswith(".") or holds_sentence_end(words):
        return False
    if found is Weight.CLOSES and (sign in _SIGNS or words.startswith("/")):
        return True
    if found is Weight.CLOSES and known_agency(words):
        return False
    if found is Weight.CLOSES:
        person, comma, outlet = words.partition(", ")
        is_sender = names_press(outlet) or bool(known_agency(outlet))
        is_listed = bool(comma) and is_person(person) and is_sender
        has_joint = "/" in words or " for " in words or words.count("|") == 1
        is_joined = has_joint and any(map(known_agency, parties_of(words).names))
        return is_listed or is_joined or (has_joint and bool(parties_of(words).creator))
    return found is Weight.MARKED and sign == "|" and (words.isupper() or names_press(words))


def _stands_alone(words: str, before: str) -> bool:
    """Whether a name and no more stands behind a sentence: `… at dawn. Jane Doe`.

    The sentence must not end with what could be an abbreviation: "the letter to Gen. Jane Doe".
    """
    is_name = is_person(words) or is_surely_outlet(words) or is_institution(words)
    if not is_name or words.endswith(".") or lower_words(before) < _FEWEST_LOWER_WORDS:
        return False
    before = before.rstrip(" |–—-")
    last = before.rpartition(" ")[2].rstrip(".!?…’)]")
    return has_finished(before) and (len(last) >= _LONGEST_ABBREVIATION or not last[:1].isupper())


def _follows_sentence(before: str) -> bool:
    return has_finished(before.rstrip(" |–—-"))


def without_stop(line: str, start: int, end: int) -> PlacedCredit | None:
    """Find `… over the harbour Jane Doe/AFP`: names after a word that is none."""
    if not any(sign in line for sign in ("/", "|", " via ")):
        return None
    found = list(_WORD.finditer(line, start, end))
    words = [word[0] for word in found]
    last = _before_stroke(words)
    first = _first_of_party(words, last) if last >= 0 else -1
    before = words[first - 1] if first > 0 else ""
    if not before or before.lower() in NOT_BEFORE_CREDIT or before[-1] == ":":
        return None
    # "… in Ellery, North Province | Reuters": a place is told by a larger one.
    if before[-1] == "," and words[last + 1 : last + 2] == ["|"]:
        return None
    at = found[first].start()
    return PlacedCredit(at, end, _weight_unparted(line[at:end]))


def _weight_unparted(words: str) -> Weight:
    """Weigh names that nothing parts from the sentence before them."""
    if words.endswith(".") or not is_balanced(words):
        return Weight.NONE
    named = parties_of(words)
    found = weight(words)
    is_sent = named.creator != "" and any(map(is_station_sign, named.agencies))
    return found if found is Weight.SURE or is_sent else Weight.NONE


def _before_stroke(words: list[str]) -> int:
    """The index of the word before the first stroke between names; -1 when there is none."""
    for index, word in enumerate(words):
        if "/" in word and word[:1].isupper():
            return index
        is_joint = word[0] in "/|" or word == "via"
        if is_joint and index > 0 and words[index - 1][0].isupper():
            return index - 1
    return -1


def _first_of_party(words: list[str], last: int) -> int:
    """The index of the first word of the agency or the person that ends there, or -1."""
    if last > 1 and words[last - 1] == "via":
        last -= 2
    ending = words[last].split("/")[0]
    for count in (2, 1, 0):
        if last >= count and known_agency(" ".join((*words[last - count : last], ending))):
            return last - count
    return _first_of_name(words, last)


def _first_of_name(words: list[str], last: int) -> int:
    """The index of the first word of a name; -1 when the words before leave that open.

    In "the town of Lund Jane Doe/AFP" the word behind "of" is the town's, and so are all but two
    of four.
    """
    first = last
    while first > 0 and (_begins_name(words[first - 1]) or words[first - 1] in _OF_PERSONS):
        first -= 1
    # "a la" before a name is of the sentence.
    while first < last and words[first] in _OF_PERSONS:
        first += 1
    particle = next((at for at in range(first, last) if words[at] in _OF_PERSONS), -1)
    if particle >= 0:
        return particle - 1 if particle > first else -1
    is_place_first = first > 0 and words[first - 1].lower() in BEFORE_PLACE
    most = 2 + (words[last - 1][1:] == ".")
    count = last - first + 1
    if count <= most + (not is_place_first):
        return first + is_place_first if count > 1 + is_place_first else -1
    return last - most + 1


def _begins_name(word: str) -> bool:
    return word[:1].isupper() and only_names(word)
