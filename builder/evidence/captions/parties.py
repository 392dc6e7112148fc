"""Who is named in a credit: creator, agencies, distributor; and the role of the picture."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from builder.evidence.captions.keys import KEY, OF_OUTLET
from builder.evidence.captions.names import (
    is_outlet,
    is_person,
    person_as_written,
    words_of,
)
from builder.evidence.captions.vocabulary import (
    OUTLET_WORDS,
    PARTICLES,
    ROLES,
    UNNAMED,
    is_library,
    is_platform,
    is_wire,
    known_agency,
)
from builder.model.content import NO_CREDIT, Credit
from builder.values import frozen

_FILE_WORD: Final = r"(?:files?|archives?|archiv|archivio|archivo|archief|arquivo|arkiv)"
_FILE_PICTURE: Final = r"(?:photograph|photo|picture|pic|image|footage)s?"
_FILE: Final = re.compile(
    rf"""
    (?:\A|(?<=[\s,/|:(\[–—-])(?<![^\W\d_]\s))\s*{_FILE_WORD}(?:\s+{_FILE_PICTURE})?
      (?=\s*(?:\Z|[,/|:)\]–—]))
    | \bfile\s+(?={_FILE_PICTURE}\b)
    | (?<=[\w.])\s+(?:files?|(?-i:archives?))(?=\s*(?:\Z|[,/|)\]]))
    | \b(?:archiv|arkiv)(?:foto|bild)\b
    | \b(?:foto|photo|image|imagen)s?\s+(?:d(?:e\s+|i\s+|['’]))?archiv\w*
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""That a picture is from the files: a party of its own, or "file photo", or behind an agency."""
_FILE_STEM: Final = re.compile(r"(?:fil|arch|ark|arq)", re.IGNORECASE)

VIA: Final = re.compile(r"\s*/\s*via\s+|\s+via\s+", re.IGNORECASE)
SEPARATOR: Final = re.compile(
    r"\s*[/|•·—=]\s*|\s*[,;]\s+(?!(?:Inc|Ltd|LLC|GmbH)\b)|\s+[–-]\s+|\s*:\s+|\s+for\s+(?=[A-Z])"
)
YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
ALL_RIGHTS: Final = re.compile(
    r"[.,]?\s*All [Rr]ights [Rr]eserved\.?|[;,]\s*[Uu]sed (?:in|under|by|with) .*"
    r"|\s-\s\d{1,2}\.[a-zç]{3}\.\d\d(?:\d\d)?(?=/)"
    r"|[\s,/(]{0,3}\bCC[ -]BY(?:-[A-Z]{2})*(?:[ -]\d\.\d)?\)?"
)
PHOTO_BEHIND: Final = re.compile(
    r"(?<=\S)[\s_]+(?:[Pp]hoto|PHOTO|[Ff]oto|FOTO|[Pp]ic|[Pp]icture)[sS]?\Z"
)
SIGN_INSIDE: Final = re.compile(r"(?<=\S)\s*©\s*(?:(?:19|20)\d\d\b)?\s*")
SPECIAL_TO: Final = re.compile(r"[\s,/|]*\b[Ss]pecial\s+(?:to|for)\s+(?:[tT]he\s+)?(?=[A-Z])")
PHOTO_BEFORE: Final = re.compile(
    r"\A\s*(?:(?i:photo|foto)|Picture|Beeld)s?(?:\s+d['’]\w+)?\s+(?=[^\W\d_])(?!d[ei]?\b)"
)
FOR_ABROAD: Final = re.compile(
    r"\s(?:pour|POUR|für|FÜR|para|PARA|voor|VOOR|FOR)\s+(?=[«„“\"]?\s?[A-ZÀ-ÖØ-Þ])"
)
TAKEN: Final = re.compile(r"(?P<name>[^\W\dA-Za-zを]{2,20})(?:(?P<taken>撮影)|提供)")
"""A name with "taken by" or "provided by" behind it, as in Japanese papers.

を stands before what somebody takes or gives, and then no name does.
"""
_QUOTED: Final = re.compile(r"\s*[«»]\s*")
_ON_PLATFORM: Final = re.compile(r"\s+(?:on|from)\s+(\S+)\Z")
_FOR_BEFORE: Final = re.compile(r"\A[Ff]or\s+(?=[A-Z])")
_ROLE_BEHIND: Final = re.compile(r"\s+(handout|pool|courtesy)\Z")
_VOWEL: Final = re.compile(r"[^\W\d_BCDFGHJKLMNPQRSTVWXZ]|\.")
_BRACKETED: Final = re.compile(r"[(\[（]([^()\[\]（）]*(?:\([^()]*\)[^()\[\]]*)*)[)\]）]")


@frozen
class Parties:
    """Who is named in a credit."""

    creator: str = ""
    agencies: tuple[str, ...] = ()
    distributor: str = ""
    role: str = ""
    file_picture: bool = False

    def covers(self, other: Parties) -> bool:
        """Whether everybody the other names is named here."""
        return set(map(_without_accents, other.names)) <= set(map(_without_accents, self.names))

    @property
    def names(self) -> tuple[str, ...]:
        """Everybody named."""
        return tuple(filter(None, (self.creator, *self.agencies, self.distributor)))


def _without_accents(name: str) -> str:
    """José PEÑA is JOSE PENA in the second of two brackets."""
    parted = unicodedata.normalize("NFKD", name.casefold())
    return "".join(each for each in parted if not unicodedata.combining(each))


def without_file(words: str) -> str:
    """Leave out what says that a picture is from the files."""
    return _FILE.sub("", words) if _FILE_STEM.search(words) else words


def parse_credit(line: str) -> Credit:
    """Read a credit; the line itself stays as it was printed."""
    if not line.strip():
        return NO_CREDIT
    parties = parties_of(line)
    return Credit(
        line,
        parties.creator,
        parties.agencies,
        parties.distributor,
        parties.role,
        parties.file_picture,
    )


@lru_cache(maxsize=1024)
def parties_of(line: str) -> Parties:
    """Say who is named in a credit, brackets or not; of two brackets everybody."""
    inners = _BRACKETED.findall(line) if line.strip()[-1:] in (")", "]", "）") else []
    if not inners or not _is_all_brackets(line):
        return _parties(_unbracketed(line))
    found = _parties(inners[0])
    for inner in inners[1:]:
        found = _joined(found, _parties(inner))
    return found


def _is_all_brackets(line: str) -> bool:
    return not _BRACKETED.sub("", line).strip()


def _unbracketed(line: str) -> str:
    stripped = line.strip()
    if stripped[:1] in ("(", "[", "（") and stripped[-1:] in (")", "]", "）"):
        return stripped[1:-1]
    return stripped


def _joined(first: Parties, second: Parties) -> Parties:
    names = dict.fromkeys((*first.agencies, *second.agencies))
    distributor = first.distributor or second.distributor
    creator = first.creator or second.creator
    return Parties(
        creator,
        tuple(name for name in names if name not in (distributor, creator)),
        distributor,
        first.role or second.role,
        first.file_picture or second.file_picture,
    )


def _parties(inner: str) -> Parties:
    text = ALL_RIGHTS.sub("", " ".join(inner.replace("\u200b", "").split())).strip(" .,;|/–—-")
    rest = without_file(text)
    file_picture = rest != text
    text = rest.replace("(", "/").replace(")", "").strip(" .,;|/–—:-")
    if taken := TAKEN.fullmatch(text):
        return _taken(taken, file_picture=file_picture)
    text, role = _without_keys(text)
    text, distributor = _distributor(plain_signs(text))
    creator, agencies = "", []
    # Who is named directly behind "Handout" or "Supplied /" gave the picture, whoever took it.
    is_giver = has_giver = role_hides_creator(role)
    for party in map(_bare_party, split_parties(text)):
        if not party:
            continue
        name, found = without_role(party)
        role = role or found
        if name and not words_are_unnamed(name):
            if not creator and not is_giver and is_person(name):
                creator = person_as_written(name)
            else:
                agencies.append(_outlet_as_written(name))
        is_giver = has_giver or (not name and (found == "handout" or role_hides_creator(found)))
    if not creator and not role and _is_single_name(agencies):
        creator = agencies.pop()
    distinct = dict.fromkeys(name for name in agencies if name not in (creator, distributor))
    return Parties(creator, tuple(distinct), distributor, role, file_picture)


def _taken(taken: re.Match[str], *, file_picture: bool) -> Parties:
    """Read 山田花子撮影, "taken by", and 山田市提供, "provided by"."""
    if taken["taken"]:
        return Parties(taken["name"], file_picture=file_picture)
    return Parties(agencies=(taken["name"],), role="supplied", file_picture=file_picture)


def _is_single_name(names: list[str]) -> bool:
    """Whether the last of two names is one word behind a news agency: REUTERS/Aziz."""
    if len(names) != 2 or not is_wire(names[0]) or known_agency(names[1]):
        return False
    return names[1].isalpha() and names[1].istitle()


def plain_signs(text: str) -> str:
    """Write what stands between parties in the usual way: a © inside, "pour", "special to"."""
    text = SPECIAL_TO.sub(" for ", SIGN_INSIDE.sub(" / ", text))
    text = text.lstrip(" -")
    posted = _ON_PLATFORM.search(text)
    if posted and (is_platform(posted[1]) or is_library(posted[1])):
        text = f"{text[: posted.start()]} / {posted[1]}"
    return _QUOTED.sub(" ", FOR_ABROAD.sub(" for ", text)).strip()


def split_parties(text: str) -> list[str]:
    """Part a credit at its strokes, commas and the like; Jane Doe-Reuters is two as well."""
    found: list[str] = []
    for party in SEPARATOR.split(text):
        joint = ". " if ". " in party else "-"
        head, _, tail = party.replace("–", "-").rpartition(joint)
        is_tail = known_agency(tail) or tail in ("Pool", "POOL")
        is_pair = head and is_tail and not known_agency(party)
        found += (head, tail) if is_pair else (party,)
    return found


def _bare_party(party: str) -> str:
    bare = PHOTO_BEFORE.sub("", party).strip(" .,()[]'\"“”")
    signed = PHOTO_BEHIND.sub("", bare)
    is_signed = is_person(signed) and not known_agency(bare)
    return _FOR_BEFORE.sub("", signed if is_signed else bare)


def _without_keys(text: str) -> tuple[str, str]:
    """Take off what announces the credit: a key, or "Gazette photo by"."""
    role, at, is_copyright = "", 0, False
    while key := KEY.match(text, at):
        role = role or ("courtesy" if key["courtesy"] else "supplied" if key["supplied"] else "")
        is_copyright = is_copyright or key["copyright"] is not None
        at = key.end()
    text = YEAR.sub("", text[at:]).strip(" ,") if is_copyright else text[at:]
    if found := OF_OUTLET.fullmatch(text):
        text = f"{found['person']} / {found['outlet']}"
    return text.strip(" ,;|/–—:-"), role


def _distributor(text: str) -> tuple[str, str]:
    pieces = [piece for piece in VIA.split(text) if piece]
    if len(pieces) < 2 and not text.lower().startswith("via "):
        return text, ""
    last = pieces[-1].removeprefix("via ").removeprefix("VIA ").strip(" .")
    first, *further = SEPARATOR.split(last)
    rest = "/".join((*pieces[:-1], *further))
    return rest, _outlet_as_written(first)


def without_role(party: str) -> tuple[str, str]:
    """Part a role from who is named with it: "Handout", "Ferry Office handout"."""
    if role := _role(party):
        return "", role
    behind = _ROLE_BEHIND.search(party)
    return (party[: behind.start()], ROLES[behind[1]]) if behind else (party, "")


def _role(party: str) -> str:
    words = [word.casefold() for word in words_of(party)]
    found = next((ROLES[word] for word in words if word in ROLES), "")
    return found if all(word in ROLES or word in UNNAMED for word in words) else ""


def words_are_unnamed(party: str) -> bool:
    """Tell whether a party names nobody, as "Staff Photographer" does."""
    return all(word.casefold().strip(".") in UNNAMED for word in words_of(party))


def role_hides_creator(role: str) -> bool:
    """Tell whether who is named gave the picture rather than took it."""
    return role in ("courtesy", "supplied")


def _outlet_as_written(name: str) -> str:
    """Give an agency in its usual spelling: REUTERS is Reuters, AP Photo is AP."""
    bare = PHOTO_BEHIND.sub("", name)
    usual = known_agency(bare) or known_agency(name)
    if usual:
        return usual
    if bare != name and (is_outlet(bare) or is_person(bare)):
        name = bare
    words = name.split()
    if len(words) < 2 or not name.isupper():
        return name
    if any(word.casefold() in OUTLET_WORDS for word in words):
        return " ".join(_word_of_outlet(word, is_first=word is words[0]) for word in words)
    # NSW SES keeps its capitals, KALBARRA RESCUE does not.
    is_initials = any(_VOWEL.search(word) is None for word in words)
    return person_as_written(name) if is_person(name) and not is_initials else name


def _word_of_outlet(word: str, *, is_first: bool) -> str:
    if word.casefold() in PARTICLES:
        return word.capitalize() if is_first else word.lower()
    return word.capitalize() if len(word) > 2 else word
