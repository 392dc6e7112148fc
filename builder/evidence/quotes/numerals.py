"""Whether words stop in the middle of a number: five of twenty-five, 5 of minus 5 or 5 million."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice, pairwise
from typing import Final

from builder.evidence.quotes.readable import ReadableText
from builder.evidence.quotes.vocabulary import number_languages

_REACH: Final = 50
_NEAR: Final = 3
_MOST_WORDS: Final = 4
_TOKEN: Final = re.compile(
    r"(?P<figures>\d(?:[\d.,/⁄]*\d)?)|(?P<word>[^\W\d][^\s\d\-‐‑–—.,;:!?()\[\]“”„\"«»]*)"
)
_GLUE: Final = re.compile(r"[-‐‑]|\s+")

_MINUS: Final = re.compile(
    "minus|moins|menos|meno|miinus|eksi|negative|минус|мінус|μείον|माइनस", re.IGNORECASE
)
_UNSPACED_MINUS: Final = re.compile(r"(?:マイナス|零下)\s*\Z")
# Figures in groups of three, parted by a common blank: 12 000.
_GROUP: Final = re.compile(r"\d{3}(?!\d)")
_BEFORE_GROUP: Final = re.compile(r"\d{1,3}")
_FRACTION: Final = re.compile(r"\d{1,2}[/⁄]\d{1,2}|[¼-¾⅐-⅞]\w*")
_HALF: Final = frozenset("half third quarter".split())
_MULTIPLE: Final = re.compile(
    r"hundred|thousand|dozen|hundert|tausend|mille|mila|mil|lakh|crore|mio|mln|mrd|mld|bn|tys|bin"
    r"|(?:m|b|tr)il(?:li?|[hijy])(?:on|ón|ão|õ|oen|oon|ar)\w*|nghìn|triệu|tỷ"
    r"|тыс\w*|тис\w*|миллион\w*|мільйон\w*|миллиард\w*|мільярд\w*|млн|млрд|χιλιάδες|εκατομμύρι\w*"
    r"|हज़ार|लाख|करोड़|ألف|آلاف|مليون|ملايين|مليار|אלף|מיליון|만|억|천",
    re.IGNORECASE,
)
_EAST_ASIAN_MULTIPLE: Final = frozenset("만억조천万億兆亿")
# Before a number these count something else: the first two boats, the tenth five-year plan.
_ORDINAL: Final = re.compile(r"first|second|third|[a-z]+th")
_BEFORE_AND: Final = re.compile(r"(?:hundred|thousand|illion)s?\Z")
_CONNECTING: Final[Mapping[str, str]] = {
    "en": "and point a of",
    "de": "und komma",
    "nl": "en komma",
    "da": "og komma",
    "nb": "og komma",
    "sv": "och komma",
    "fr": "et virgule",
    "es": "y coma",
    "pt": "e vírgula",
    "gl": "e coma",
    "ca": "i coma",
    "it": "e virgola",
    "ro": "și virgulă",
    "ru": "и целых",
    "uk": "і цілих",
    "el": "και κόμμα",
    "fa": "و",
    "ur": "و",
}
"""What stands between the words of one number, by language."""


def cuts_number(text: ReadableText, at: int) -> bool:
    """Tell whether a place of the visible text lies between two parts of one number."""
    first = max(0, at - _REACH)
    near = text.plain[first : at + _REACH]
    if _UNSPACED_MINUS.search(near, 0, at - first):
        return near[at - first : at - first + 1].isnumeric()
    before = list(_TOKEN.finditer(near, 0, at - first))[-_NEAR:]
    behind = list(islice(_TOKEN.finditer(near, at - first), _NEAR))
    around = [*before, *behind]
    if not all(any(_counts(token[0]) for token in tokens) for tokens in (before, behind)):
        return False
    if not _GLUE.fullmatch(near, before[-1].end(), behind[0].start()):
        return False
    return any(
        _is_one(near, around[start:end], text)
        for start in range(len(before))
        for end in range(len(before) + 1, min(len(around), start + _MOST_WORDS) + 1)
    )


@lru_cache(maxsize=4_096)
def _counts(word: str) -> bool:
    """Whether a word may be the first or the last of a number."""
    is_number = word[0].isnumeric() or word[0] in _EAST_ASIAN_MULTIPLE
    is_part = _MINUS.fullmatch(word) or _MULTIPLE.fullmatch(word) or word.casefold() in _HALF
    return bool(is_number or is_part or number_languages(word))


def _is_one(near: str, tokens: list[re.Match[str]], text: ReadableText) -> bool:
    """Whether words that stand one behind the other are one number."""
    one, *between, other = tokens
    gaps = pairwise(tokens)
    if not all(_GLUE.fullmatch(near, a.end(), b.start()) for a, b in gaps):
        return False
    joints = tuple(token[0].casefold() for token in between)
    if one["word"] and other["word"]:
        is_hyphened = not near[one.end() : other.start()].isspace()
        return _are_words(one[0], joints, other[0], text, is_hyphened=is_hyphened)
    if joints:
        return joints == ("and", "a") and other[0].casefold() in _HALF
    if one["word"]:
        is_counted = near[one.start() - 1 : one.start()].isdigit()
        return bool(_MINUS.fullmatch(one[0])) or (is_counted and one[0] in _EAST_ASIAN_MULTIPLE)
    if other["word"]:
        return bool(_MULTIPLE.fullmatch(other[0]) or _FRACTION.fullmatch(other[0]))
    if not near[one.end() : other.start()].isspace():
        return False
    is_grouped = _BEFORE_GROUP.fullmatch(one[0]) and _GROUP.match(other[0])
    return bool(is_grouped or (one[0].isdecimal() and _FRACTION.fullmatch(other[0])))


def _are_words(
    one: str, joints: tuple[str, ...], other: str, text: ReadableText, *, is_hyphened: bool
) -> bool:
    """Whether two words, perhaps with others between them, are one number in some language."""
    languages = number_languages(other)
    if _MINUS.fullmatch(one) and not joints:
        return bool(languages)
    languages &= number_languages(one)
    if text.languages:
        languages &= text.languages
    if not languages or (_ORDINAL.fullmatch(one.casefold()) and not is_hyphened):
        return False
    if joints == ("and",) and languages == {"en"}:
        return bool(_BEFORE_AND.search(one.casefold()))
    connecting = {each for name in languages for each in _CONNECTING.get(name, "").split()}
    return connecting.issuperset(joints)
