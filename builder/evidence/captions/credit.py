"""What a credit line says: creator, agencies, distributor, role."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from builder.evidence.captions.names import is_outlet, is_person, person_as_written, words_of
from builder.evidence.captions.vocabulary import OUTLET_WORDS, ROLES, UNNAMED, known_agency
from builder.model.content import NO_CREDIT, Credit
from builder.values import frozen

_PICTURE: Final = r"(?:[Pp]hotograph|[Pp]hoto|[Pp]icture|[Pp]ic|[Ii]mage)s?"
KEY: Final = re.compile(
    rf"""
    (?:
      (?:File\ )?(?:PHOTOS?|PHOTOGRAPHS?|PICTURES?|PICS?|IMAGES?|CREDITS?|{_PICTURE}|Foto|Bild)
      (?:\ (?:[Cc]redits?|CREDITS?|[Ss]ource))?
      (?:\ ?:|\.{{3}}|…)
    | (?:Credits?|CREDITS?|Crédits?(?:\ photos?)?|Fotos?|Fotografía|Source|SOURCE)(?:\ ?:|\.{{3}}|…)
    | Image\ source,?
    | (?:{_PICTURE}|PHOTOS?|Fotos?)\ ?(?:taken\ )?(?:by|BY|par|von|por)\ ?:?
    | (?P<courtesy>(?:(?:{_PICTURE})\ )?[Cc]ourtesy(?:\ (?:photo\ )?of\b|\ ?:)?
      |COURTESY(?:\ OF\b|\ ?:)?)
    | (?P<supplied>(?:(?:{_PICTURE})\ )?(?:[Ss]ubmitted|[Ss]upplied|[Pp]rovided|[Cc]ontributed)
      (?:\ (?:by\b|photo\ by\b)|\ ?:))
    | (?P<copyright>©|\(c\)|Copyright)
    )\s*
    """,
    re.VERBOSE,
)
"""What announces a credit."""

OF_OUTLET: Final = re.compile(rf"(?P<outlet>\S.*?\S|\S)\s+{_PICTURE}\s+by\s*:?\s*(?P<person>\S.*)")
FILE: Final = re.compile(
    r"(?:^|(?<=[\s,/|(\[]))(?:file|archives?|files)(?:\s+(?:photo|picture|pic|image)s?)?(?=$|[\s,/|:)\]])",
    re.IGNORECASE,
)
VIA: Final = re.compile(r"\s*/\s*via\s+|\s+via\s+", re.IGNORECASE)
SEPARATOR: Final = re.compile(
    r"\s*[/|•·]\s*|\s*[,;]\s+|\s+[–—-]\s+|\s*:\s+|\s+for\s+(?=[A-Z])|\s+on\s+(?=X$)"
)
YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
ALL_RIGHTS: Final = re.compile(r"[.,]?\s*All [Rr]ights [Rr]eserved\.?")
PHOTO_BEHIND: Final = re.compile(r"(?<=\S)[\s_]+(?:[Pp]hoto|PHOTO|[Ff]oto)s?\Z")
_PHOTO_BEFORE: Final = re.compile(r"\A\s*(?:Photo|PHOTO|Foto|Picture)\s+(?=[^\W\d_])")
_BRACKETED: Final = re.compile(r"[(\[]([^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*)[)\]]")


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
        return set(map(str.casefold, other.names)) <= set(map(str.casefold, self.names))

    @property
    def names(self) -> tuple[str, ...]:
        """Everybody named."""
        return tuple(filter(None, (self.creator, *self.agencies, self.distributor)))


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
    inners = _BRACKETED.findall(line) if line.strip()[-1:] in (")", "]") else []
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
    if stripped[:1] in ("(", "[") and stripped[-1:] in (")", "]"):
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
    text = ALL_RIGHTS.sub("", " ".join(inner.split())).strip(" .,;|/–—-")
    file_picture = FILE.search(text) is not None
    text = FILE.sub("", text).replace("(", "/").replace(")", "").strip(" .,;|/–—:-")
    text, role = _without_keys(text)
    text, distributor = _distributor(text)
    parties = [_PHOTO_BEFORE.sub("", each).strip(" .,()[]'\"“”") for each in SEPARATOR.split(text)]
    creator, agencies = "", []
    for party in filter(None, parties):
        if found := _role(party):
            role = role or found
        elif words_are_unnamed(party):
            continue
        elif not creator and not role_hides_creator(role) and is_person(party):
            creator = person_as_written(party)
        else:
            agencies.append(_outlet_as_written(party))
    distinct = dict.fromkeys(name for name in agencies if name not in (creator, distributor))
    return Parties(creator, tuple(distinct), distributor, role, file_picture)


def _without_keys(text: str) -> tuple[str, str]:
    """Take off what announces the credit: a key, or "Gazette photo by"."""
    role = ""
    while (key := KEY.match(text)) and key.end():
        role = role or ("courtesy" if key["courtesy"] else "supplied" if key["supplied"] else "")
        text = text[key.end() :]
        if key["copyright"]:
            text = YEAR.sub("", text).strip(" ,")
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
    if bare != name and (known_agency(bare) or is_outlet(bare)):
        name = bare
    usual = known_agency(name)
    if usual:
        return usual
    words = name.split()
    if len(words) > 1 and name.isupper() and any(w.casefold() in OUTLET_WORDS for w in words):
        return " ".join(word.capitalize() if len(word) > 2 else word for word in words)
    return person_as_written(name) if is_person(name) else name
