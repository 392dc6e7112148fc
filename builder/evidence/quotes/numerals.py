"""Whether words stop in the middle of a number: five of twenty-five, 5 of minus 5 or 5 million."""

from __future__ import annotations

import re
from typing import Final

from builder.evidence.quotes.vocabulary import number_in

_REACH: Final = 40
_HYPHENS: Final = "-‐‑"
_NUMBER: Final = r"(?:(?P<figures>\d)|(?P<word>[^\W\d_]+))"
_FIRST: Final = re.compile(rf"\W*{_NUMBER}")
_LAST: Final = re.compile(rf"{_NUMBER}\W*\Z")
_BEFORE_HYPHEN: Final = re.compile(rf"(?P<word>[^\W\d_]+)[{_HYPHENS}]\Z")
_BEHIND_HYPHEN: Final = re.compile(rf"[{_HYPHENS}](?P<word>[^\W\d_]+)")
_MINUS: Final = re.compile(
    r"(?:\b(?:minus|moins|menos|meno|miinus|eksi|минус|мінус|μείον|माइनस)\s+|(?:マイナス|零下)\s*)\Z",
    re.IGNORECASE,
)
# Figures in groups of three, parted by a common blank: 12 000.
_THOUSANDS: Final = re.compile(r"\s\d{3}(?!\d)")
_BEFORE_THOUSANDS: Final = re.compile(r"(?<![\d.,])\d{1,3}\Z")
_MULTIPLE: Final = re.compile(
    r"\s(?:hundred|thousand|hundert|tausend|mille|mila|mil|lakh|crore|mio|mln|mrd|mld|bn|tys|bin"
    r"|(?:m|b|tr)il(?:li?|[hijy])(?:on|ón|ão|õ|oen|oon|ar)\w*|nghìn|triệu|tỷ"
    r"|тыс\w*|тис\w*|миллион\w*|мільйон\w*|миллиард\w*|мільярд\w*|млн|млрд|χιλιάδες|εκατομμύρι\w*"
    r"|हज़ार|लाख|करोड़|ألف|آلاف|مليون|ملايين|مليار|אלף|מיליון|만|억|천)(?!\w)",
    re.IGNORECASE,
)


def starts_inside_number(text: str, at: int) -> bool:
    """Tell whether words that begin at a place leave out how their number begins."""
    before = text[max(0, at - _REACH) : at]
    if before[-1:].isspace() and ends_inside_number(text, at - 1):
        return True
    has_minus = _MINUS.search(before) is not None
    if not has_minus and before[-1:] not in tuple(_HYPHENS):
        return False
    first = _FIRST.match(text[at : at + _REACH])
    if first is None:
        return False
    return _is_number(first) if has_minus else _are_numbers(_BEFORE_HYPHEN.search(before), first)


def ends_inside_number(text: str, at: int) -> bool:
    """Tell whether words that end before a place leave out how their number goes on."""
    behind = text[at : at + _REACH]
    if _THOUSANDS.match(behind) and _BEFORE_THOUSANDS.search(text[max(0, at - _REACH) : at]):
        return True
    has_multiple = _MULTIPLE.match(behind) is not None
    if not has_multiple and behind[:1] not in tuple(_HYPHENS):
        return False
    last = _LAST.search(text[max(0, at - _REACH) : at])
    if last is None:
        return False
    return _is_number(last) if has_multiple else _are_numbers(last, _BEHIND_HYPHEN.match(behind))


def _is_number(found: re.Match[str]) -> bool:
    return found["figures"] is not None or number_in(found["word"])


def _are_numbers(one: re.Match[str] | None, other: re.Match[str] | None) -> bool:
    """Whether two words joined by a hyphen are both numbers, as in twenty-five."""
    if one is None or other is None or not (one["word"] and other["word"]):
        return False
    return number_in(one["word"]) and number_in(other["word"])
