"""Which words can be a person's name, an outlet's, or neither."""

from __future__ import annotations

import re
from typing import Final

from builder.evidence.captions.vocabulary import (
    NEVER_IN_NAMES,
    OUTLET_WORDS,
    PARTICLES,
    ROLES,
    UNNAMED,
    is_platform,
    known_agency,
)

_BETWEEN_WORDS: Final = re.compile(r"[\s/|,:;&•·–—]+")
_BETWEEN_PARTIES: Final = re.compile(r"\s*[/|,;•·]\s*|\s+via\s+")
_NEVER_FIRST: Final = PARTICLES - {"al", "el", "van", "von", "de", "bin", "the"}
_ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th|e|er|ème)\Z")
_HANDLE: Final = re.compile(r"@[\w.]+\Z")
_MOST_WORDS_OF_A_PERSON: Final = 5


def words_of(text: str) -> list[str]:
    """Give the words of a credit, separators left out."""
    return [word for word in _BETWEEN_WORDS.split(text) if word]


def only_names(text: str) -> bool:
    """Tell whether every word could be part of a name, an agency or what joins them."""
    words = words_of(text)
    if not words or words[0] in _NEVER_FIRST or words[-1] in PARTICLES:
        return False
    if all(map(_is_of_name, words)):
        return True
    # picture alliance, laif and others write themselves without capitals.
    parties = [party for party in _BETWEEN_PARTIES.split(text) if not known_agency(party)]
    return all(_is_of_name(word) for party in parties for word in words_of(party))


def _is_of_name(word: str) -> bool:
    plain = word.strip("()[].'’\"“”").casefold()
    if plain in NEVER_IN_NAMES and not (len(plain) == 1 and word.endswith(".")):
        return False
    if plain in PARTICLES or plain in ROLES or plain in UNNAMED or plain in ("via", "file"):
        return True
    return _is_capitalised(word) or bool(known_agency(word)) or bool(_HANDLE.match(word))


def _is_capitalised(word: str) -> bool:
    """Whether a word begins like a name; scripts without capitals count."""
    first = next((each for each in word if each.isalnum()), "")
    if first.isdigit():
        return bool(_ORDINAL.match(word))
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
    return len(words) == 1 and (words[0].isupper() or any(map(str.isdigit, words[0])))


def names_outlet(name: str) -> bool:
    """Tell whether a name says that it is an outlet's: The Harbour, Harbour Gazette."""
    words = [word.strip(".").casefold() for word in words_of(name)]
    return words[:1] == ["the"] or not OUTLET_WORDS.isdisjoint(words)


def is_surely_outlet(name: str) -> bool:
    """Tell whether a name cannot but be an outlet's or an office's: it ends like one."""
    words = [word.strip(".").casefold() for word in words_of(name)]
    if not words or words[0] == "the":
        return bool(words)
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return head in OUTLET_WORDS or bool(known_agency(name))


def is_person(name: str) -> bool:
    """Tell whether a name looks like a person's: two to five words, none of them an outlet's."""
    people = re.split(r"\s+(?:and|und|et|y|&)\s+", name)
    return all(map(_is_one_person, people))


def _is_one_person(name: str) -> bool:
    words = words_of(name)
    if not 2 <= len(words) <= _MOST_WORDS_OF_A_PERSON or is_outlet(name):
        return False
    capitalised = [word for word in words if word.casefold() not in PARTICLES]
    if len(capitalised) < 2 and not (len(words) == 2 and words[0] in ("al", "el", "El", "Al")):
        return False
    return all(map(_is_capitalised, capitalised)) and words[-1].casefold() not in PARTICLES


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
