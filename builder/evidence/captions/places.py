"""Where in a line a credit without brackets stands: behind a key, a full stop, in front."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from builder.evidence.captions.brackets import PlacedCredit
from builder.evidence.captions.credit import Parties, parties_of, words_are_unnamed
from builder.evidence.captions.keys import KEY, OF_OUTLET, capital_keys
from builder.evidence.captions.names import (
    is_institution,
    is_outlet,
    is_person,
    is_surely_outlet,
    names_press,
    only_names,
)
from builder.evidence.captions.sentences import (
    CLOSES_SENTENCE,
    SENTENCE_END,
    ends_with_initial,
    has_finished,
    holds_sentence_end,
    is_balanced,
    is_sentence,
    lower_words,
)
from builder.evidence.captions.vocabulary import (
    JOINING,
    PARTICLES,
    is_body,
    is_library,
    known_agency,
)
from builder.evidence.captions.weighing import Weight, weight

_SIGNS: Final = ("|", "–", "—", "-")
_BEFORE_PLACE: Final = frozenset("of in at near from to on outside around across over".split())
_OF_PERSONS: Final = PARTICLES - JOINING
_NOT_BEFORE_CREDIT: Final = frozenset("by with for from told and via of in at to".split())
_NOT_BEFORE_KEY: Final = _NOT_BEFORE_CREDIT | frozenset("the a an this that his her".split())
_CAPTION_LEAD: Final = re.compile(r"\s*(?:Image|Media) caption,")
_WORD: Final = re.compile(r"\S+")
_BETWEEN_PARTIES: Final = re.compile(r"[/|,]|\svia\s")
_YEAR: Final = re.compile(r"\d{4}")
_RIGHTS: Final = re.compile(r"\b[Aa]ll [Rr]ights\b|[Rr]ights [Rr]eserved")
_COMPANY: Final = re.compile(r"\b(?:Inc|Ltd|LLC|GmbH|Foundation|Corporation|Group|Press)\b")
_LONGEST_CREDIT: Final = 160
_MOST_WORDS_IN_FRONT: Final = 12
_MOST_WORDS_OF_A_SENDER: Final = 2


def behind_key(line: str, start: int, end: int) -> PlacedCredit | None:
    """Find `Photograph: …`, `Credit...…`, `Photo by …`, `© …`, up to the end."""
    for key in capital_keys(line, start, end):
        # "Supplied with food, the ship left." is a sentence.
        is_sentence_of_it = key["supplied"] and line[end - 1] == "."
        if end - key.start() > _LONGEST_CREDIT or is_sentence_of_it:
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


def _may_stand_behind(before: str, key: re.Match[str], words: str) -> bool:
    """Whether a key begins something of its own, and is no part of a sentence."""
    if CLOSES_SENTENCE.search(before) or key[0].rstrip().endswith(("...", "…")):
        return True
    if not before.endswith((" ", "\t")):
        return False
    if key[0].rstrip().endswith((":", "...", "…")) or key["copyright"]:
        return True
    # "… on the quay Photo by Jane Doe": a capital in the middle of a sentence.
    if not key["by"] or before.split()[-1].lower() in _NOT_BEFORE_KEY:
        return False
    return lower_words(before) > 2 and bool(parties_of(words).creator)


def _with_outlet(line: str, start: int, key: re.Match[str], end: int) -> int:
    """Where a credit begins whose key has an outlet or a role before it: `ST PHOTO: Jane Doe`."""
    stops = [stop.end() for stop in SENTENCE_END.finditer(line, start, key.start())]
    at = stops[-1] if stops else start
    before = line[at : key.start()].strip()
    is_set_apart = at == start or has_finished(line[start:at])
    if not before or not is_set_apart or weight(line[at:end]) is not Weight.SURE:
        return key.start()
    is_sender = is_outlet(before) and at > start and len(before.split()) <= _MOST_WORDS_OF_A_SENDER
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
    if _RIGHTS.search(words) or words.endswith("."):
        return False
    is_known = any(map(known_agency, named.names))
    is_sign = key[0].strip() == "©"
    has_year = _YEAR.search(words) is not None
    if lower_words(before) == 0:
        # A line that is all copyright is the site's; a year makes it the author's.
        if named.creator:
            return is_known or (is_sign and not has_year)
        return is_known and not has_year
    if named.creator:
        # Who is named in the sentence before is the writer.
        return (is_sign or is_known) and named.creator not in before
    if _COMPANY.search(words) or not is_sign:
        return is_known and not _COMPANY.search(words)
    return is_known or not (has_year and any(map(_is_publisher, named.names)))


def _is_publisher(name: str) -> bool:
    """Whether a site is marked with this name rather than a photo."""
    return names_press(name) or name.startswith(("The ", "THE "))


def bare_agency(line: str, start: int, end: int) -> PlacedCredit | None:
    """Find an agency alone behind a full stop; only behind a lead is that no signature."""
    stops = [stop.end() for stop in SENTENCE_END.finditer(line, start, end)]
    at = next((at for at in stops if known_agency(line[at:end])), 0)
    return PlacedCredit(at, end, Weight.SIGNS) if at and has_finished(line[start:at]) else None


def bare(line: str, start: int, end: int) -> PlacedCredit | None:
    """Find names after the last sentence: `… at dawn. Jane Doe/AFP`, `… at dawn | AFP`."""
    places, initials = [(start, "")], []
    for stop in SENTENCE_END.finditer(line, start, end):
        place = (stop.end(), stop[0].strip())
        if not ends_with_initial(line[max(start, stop.start() - 2) : stop.start() + 1]):
            places.append(place)
        elif stop[0][-1].isspace() and weight(line[stop.end() : end]) is Weight.SURE:
            initials.append(place)
    # Last, because "A.M. Doe" is a person and "Washington, D.C. Jane Doe" is none.
    for at, sign in (*places, *initials):
        words = line[at:end]
        # What a key announces, the rule for keys has judged; a sign begins nothing.
        if not words or len(words) > _LONGEST_CREDIT or words[0] in _SIGNS or KEY.match(words):
            continue
        found, before = weight(words), line[start:at]
        if found < Weight.SIGNS and _is_told_by_place(words, sign, found, before):
            return PlacedCredit(at, end, Weight.LIKELY)
        if found < Weight.SIGNS:
            continue
        if found is Weight.SIGNS and _signs(words, sign, before):
            return PlacedCredit(at, end, found)
        if found is not Weight.SIGNS and _stands_bare(words, before):
            if sign == "|" and (named := without_stop(line, start, end)):
                return named
            return PlacedCredit(at, end, found)
    return None


def _signs(words: str, sign: str, before: str) -> bool:
    """Whether an agency alone is set apart from the sentence before it.

    "Strike goes on – Reuters" is a headline; behind a full stop an agency may begin a sentence.
    """
    if has_finished(before.rstrip(" |–—-")):
        return sign in _SIGNS or words.startswith("/")
    return sign == "|" and words.isupper() and lower_words(before) > 0


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
        return bool(named.distributor) or (has_sender and any(map(is_surely_outlet, names)))
    if named.creator:
        return " for The " in words and "," not in words and any(map(is_outlet, named.agencies))
    # "File" alone is a heading, "Supplied" and "File photo" are none.
    is_told = bool(named.role) or (" " in words and (named.file_picture or not names))
    return has_library or is_told


def _is_told_by_place(words: str, sign: str, found: Weight, before: str) -> bool:
    """Whether names that could be anybody's are a credit, because a sentence stands before them.

    `Jane Doe, Harbour Gazette`, `Jane Doe/White Star`, `| JANE DOE`.
    """
    if not _follows_sentence(before) or words.endswith(".") or holds_sentence_end(words):
        return False
    if found is Weight.CLOSES and known_agency(words):
        return sign in _SIGNS
    if found is Weight.CLOSES:
        person, comma, outlet = words.partition(", ")
        is_sender = names_press(outlet) or bool(known_agency(outlet))
        is_listed = bool(comma) and is_person(person) and is_sender
        has_joint = "/" in words or " for " in words or words.count("|") == 1
        return is_listed or (has_joint and bool(parties_of(words).creator))
    return found is Weight.MARKED and sign == "|" and (words.isupper() or names_press(words))


def _follows_sentence(before: str) -> bool:
    return has_finished(before.rstrip(" |–—-"))


def without_stop(line: str, start: int, end: int) -> PlacedCredit | None:
    """Find `… over the harbour Jane Doe/AFP`: names after a word that is none."""
    found = list(_WORD.finditer(line, start, end))
    words = [word[0] for word in found]
    last = _before_stroke(words)
    first = _first_of_party(words, last) if last >= 0 else -1
    if first <= 0 or words[first - 1].lower() in _NOT_BEFORE_CREDIT or words[first - 1][-1] == ":":
        return None
    credit = line[found[first].start() : end]
    named = parties_of(credit)
    if not named.creator or not any(map(known_agency, named.names)) or not is_balanced(credit):
        return None
    return PlacedCredit(found[first].start(), end, weight(credit))


def _before_stroke(words: list[str]) -> int:
    """The index of the word before the first stroke between names; -1 when there is none."""
    for index, word in enumerate(words):
        if "/" in word.strip("/") and word[:1].isupper():
            return index
        if word in ("/", "|") and index > 0 and words[index - 1][0].isupper():
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
    particle = next((at for at in range(first, last) if words[at] in _OF_PERSONS), -1)
    if particle >= 0:
        return particle - 1 if particle > first else -1
    is_place_first = first > 0 and words[first - 1].lower() in _BEFORE_PLACE
    most = 2 + (words[last - 1][1:] == ".")
    count = last - first + 1
    if count <= most + (not is_place_first):
        return first + is_place_first if count > 1 + is_place_first else -1
    return last - most + 1


def _begins_name(word: str) -> bool:
    return word[:1].isupper() and only_names(word)


def leading(line: str, start: int, end: int) -> PlacedCredit | None:
    """Find a credit in front: `© Jane Doe/AFP Words …`, `Jane Doe | Getty Images Words …`."""
    key = KEY.match(line, start, end)
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
