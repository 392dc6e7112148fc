"""Which words can be a person's name, an outlet's, or neither."""

from __future__ import annotations

import re
from typing import Final

from builder.evidence.captions.vocabulary import (
    COMPOUNDED,
    JOINING,
    NEVER_IN_NAMES,
    OFFICE_WORDS,
    OUTLET_WORDS,
    PARTICLES,
    PRESS_WORDS,
    RESCUE_WORDS,
    ROLES,
    SHORT_WORDS,
    UNNAMED,
    is_platform,
    is_wire,
    known_agency,
)

_BETWEEN_WORDS: Final = re.compile(r"(?:[\s/|,:;&•·–—=]|(?<=\s)-(?=\s))+")
_BETWEEN_PARTIES: Final = re.compile(r"\s*[/|,;•·—=]\s*|\s+[–-]\s+|\s+via\s+")
_BETWEEN_PEOPLE: Final = re.compile(r"\s+(?:and|(?<!von )und|et|y|&)\s+")
_NEVER_FIRST: Final = PARTICLES - {"al", "el", "van", "von", "de", "bin", "the"}
_LOWER_IN_OFFICES: Final = OUTLET_WORDS | frozenset(
    "city county district region fire user channel account page".split()
)
_PLACE_KINDS: Final = frozenset("city town county province state village borough port".split())
_ARTICLES: Final = frozenset("El La Le Il Lo Los Las Les Der Die Das Het EL LA LE IL LES".split())
_ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th|e|er|ème)\Z")
_NUMBERED: Final = re.compile(r"\d+[A-Z]")
_ADDRESS: Final = re.compile(r"@[\w.]+\Z|[\w-]+(?:\.[a-z]{2,7}){1,2}\Z")
_MOST_WORDS_OF_A_PERSON: Final = 5
_MOST_LETTERS_OF_A_PARTICLE: Final = 4
_WORDS_WITH_A_PARTICLE: Final = 3
_MOST_WORDS_OF_AN_AGENCY: Final = 3


def words_of(text: str) -> list[str]:
    """Give the words of a credit, separators left out."""
    return [word for word in _BETWEEN_WORDS.split(text) if word]


def only_names(text: str, *, any_particle: bool = False) -> bool:
    """Tell whether every word could be part of a name, an agency or what joins them.

    `any_particle`: a short word between two of a name belongs to it, though nobody listed it.
    That holds only where something else says that names stand here: a key, a stroke.
    """
    words = words_of(text)
    if not words or words[0] in _NEVER_FIRST or words[-1] in PARTICLES:
        return False
    if all(map(_is_of_name, words)):
        return True
    # picture alliance, laif and others write themselves without capitals.
    parties = [words_of(each) for each in _BETWEEN_PARTIES.split(text) if not known_agency(each)]
    return all(_are_of_names(party, any_particle=any_particle) for party in parties)


def _are_of_names(words: list[str], *, any_particle: bool) -> bool:
    if all(map(_is_of_name, words)):
        return True
    if not any_particle:
        return False
    # Metropolitan police, Press service of the Third Brigade.
    own = frozenset(_unlisted_particles(words)) | _LOWER_IN_OFFICES
    return all(_is_of_name(word) or (word in own and index) for index, word in enumerate(words))


def _unlisted_particles(words: list[str]) -> list[str]:
    """The short word that stands between two capitalised ones; in more words it is prose."""
    own = [word for word in words if not word.endswith(".")]
    if len(own) != _WORDS_WITH_A_PARTICLE or words[0].casefold() in PARTICLES:
        return []
    inner = zip(words, words[1:], words[2:], strict=False)
    return [
        word
        for before, word, behind in inner
        if _is_unlisted_particle(word) and before[0].isupper() and behind[0].isupper()
    ]


def _is_of_name(word: str) -> bool:
    plain = word.strip("()[].'’\"“”").casefold()
    if plain in NEVER_IN_NAMES and not (len(plain) == 1 and word.endswith(".")):
        return False
    if plain in PARTICLES or plain in ROLES or plain in UNNAMED or plain in ("via", "file"):
        return True
    return _is_capitalised(word) or bool(known_agency(word)) or bool(_ADDRESS.match(word))


def may_name(word: str) -> bool:
    """Tell whether a word is of letters alone, and none of those that make sentences."""
    return word.isalpha() and word.casefold() not in NEVER_IN_NAMES | SHORT_WORDS


def _is_unlisted_particle(word: str) -> bool:
    return (
        word.isalpha()
        and word.islower()
        and len(word) <= _MOST_LETTERS_OF_A_PARTICLE
        and word not in NEVER_IN_NAMES
        and word not in SHORT_WORDS
    )


def _is_capitalised(word: str) -> bool:
    """Whether a word begins like a name; scripts without capitals count."""
    first = next((each for each in word if each.isalnum()), "")
    if first.isdigit():
        return bool(_ORDINAL.match(word) or _NUMBERED.match(word))
    if first.isalpha() and not first.islower():
        return True
    # al-Rashid, d'Arcy
    joined = re.split(r"[-'’]", word, maxsplit=1)
    return len(joined) == 2 and joined[1][:1].isupper() and len(joined[0]) <= 3


def is_outlet(name: str) -> bool:
    """Tell whether a name is an agency's, an outlet's or an office's, known or not."""
    if known_agency(name) or is_platform(name) or name.startswith("@") or names_outlet(name):
        return True
    words = words_of(name)
    if len(words) == 1:
        return words[0].isupper() or any(map(str.isdigit, words[0]))
    return begins_with_agency(name)


def begins_with_agency(name: str) -> bool:
    """Tell whether a name is longer than an agency's: Planet Labs PBC, ABC Kalbarra."""
    words = name.split()
    longest = min(len(words), _MOST_WORDS_OF_AN_AGENCY + 1)
    heads = (" ".join(words[:count]) for count in range(1, longest))
    # Two letters may be a person's initials, one word in mixed case a first name.
    return any(
        known_agency(head) and (" " in head or (head.isupper() and len(head) > 2) or is_wire(head))
        for head in heads
        if len(head) > 2
    )


def names_outlet(name: str) -> bool:
    """Tell whether a name says that it is an outlet's: The Harbour, Harbour Gazette, El Faro."""
    return _has_article(name) or not OUTLET_WORDS.isdisjoint(_parts_of(name))


def _has_article(name: str) -> bool:
    """Whether a name begins with an article; El Hadj is a first name, El Faro del Sur none."""
    words = words_of(name)
    if words[:1] == ["The"] or words[:1] == ["THE"] or words[:1] == ["the"]:
        return True
    return len(words) > 2 and words[0] in _ARTICLES


def names_press(name: str) -> bool:
    """Tell whether a name has a word in it that the names of papers and agencies have."""
    return not PRESS_WORDS.isdisjoint(_parts_of(name))


def _parts_of(name: str) -> list[str]:
    """The words of a name, those that a hyphen joins each by itself: Star-Tribune.

    Of a compound that ends with an outlet's word, that one: Kantonspolizei is polizei.
    """
    parts = (part.strip(".").casefold() for word in words_of(name) for part in word.split("-"))
    return [next((end for end in COMPOUNDED if part.endswith(end)), part) for part in parts]


def is_surely_outlet(name: str) -> bool:
    """Tell whether a name cannot but be an outlet's or an office's: it ends like one."""
    words = _parts_of(name)
    if not words or _has_article(name):
        return bool(words)
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return head in OUTLET_WORDS or bool(known_agency(name))


def is_institution(name: str) -> bool:
    """Tell whether a name is a library's, a ministry's or the like, which prints nothing daily."""
    words = _parts_of(name)
    if words[:1] and words[0] in _PLACE_KINDS and words[1:2] == ["of"]:
        return True
    return len(words) > 1 and not OFFICE_WORDS.isdisjoint(words) and PRESS_WORDS.isdisjoint(words)


def is_rescuer(name: str) -> bool:
    """Tell whether a name is that of the police or the like, who give pictures of their work."""
    return is_institution(name) and not RESCUE_WORDS.isdisjoint(_parts_of(name))


def is_person(name: str) -> bool:
    """Tell whether a name looks like a person's: two to five words, none of them an outlet's."""
    people = _BETWEEN_PEOPLE.split(name)
    # Ana Ruiz y Vélez is one woman, Ana Ruiz y Luis Vélez are two people.
    one = len(people) == 2 and " y " in name and " " not in people[1]
    return all(map(_is_one_person, [name] if one else people))


def _is_one_person(name: str) -> bool:
    words = words_of(name)
    if len(words) < 2 or is_outlet(name) or "(" in name or _is_joined(words):
        return False
    unlisted = _unlisted_particles(words)
    own = [word for word in words if _plain(word) not in PARTICLES and word not in unlisted]
    if len(own) < 2 and not (len(words) == 2 and words[0] in ("al", "el", "El", "Al")):
        return False
    if len(own) > _MOST_WORDS_OF_A_PERSON or _plain(words[-1]) in PARTICLES:
        return False
    return all(map(_is_capitalised, own))


def _is_joined(words: list[str]) -> bool:
    """Whether there is an "of the" in a name, but no Dutch "in ’t"."""
    following = (*words[1:], "")
    return any(
        word in JOINING and not (word == "in" and _plain(behind) == "t")
        for word, behind in zip(words, following, strict=True)
    )


def _plain(word: str) -> str:
    return word.strip("'’").casefold()


def person_as_written(name: str) -> str:
    """Give a person's name in the usual capitals: Jane DOE and JANE DOE are Jane Doe."""
    words = name.split()
    is_all_capitals = name.isupper()
    return " ".join(
        _usual_capitals(word, is_first=index == 0, is_all_capitals=is_all_capitals)
        for index, word in enumerate(words)
    )


def _usual_capitals(word: str, *, is_first: bool, is_all_capitals: bool) -> str:
    letters = word.replace(".", "")
    if not letters.isupper() or len(letters) < 2 or "." in word[:-1]:
        return word
    # In a name of mixed case two capitals in front are initials: JD Vance.
    if not is_all_capitals and is_first and len(letters) == 2:
        return word
    if is_all_capitals and not is_first and letters.casefold() in PARTICLES:
        return word.lower()
    return "".join(_with_mc(part.capitalize()) for part in re.split(r"([-'’])", word))


def _with_mc(word: str) -> str:
    return word[:2] + word[2:].capitalize() if word.startswith("Mc") and len(word) > 3 else word
