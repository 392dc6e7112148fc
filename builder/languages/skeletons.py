"""The patterns of the CLDR, such as `d. MMMM y`, as fields and the text between them."""

import re
from collections.abc import Iterable
from typing import Final, TypeAlias

from builder.values import frozen

_TOKEN: Final = re.compile(r"'((?:[^']|'')*)'|(([A-Za-z])\3*)|([^A-Za-z']+)")
_KINDS: Final = {"L": "M", "Y": "y", "u": "y", "c": "E", "e": "E", "q": "Q"}
"""Letters that stand for the same in another form."""


@frozen
class Token:
    """A field of a pattern, or the text between two."""

    text: str
    kind: str = ""
    """`y`, `M`, `d`, `E`, `G`, `Q` or another letter; nothing for text."""


Pattern: TypeAlias = tuple[Token, ...]


def read_pattern(pattern: str) -> Pattern:
    """The tokens of a pattern; text in quotation marks stands for itself."""
    found: list[Token] = []
    for match in _TOKEN.finditer(pattern):
        if match[2]:
            found.append(Token(match[2], _KINDS.get(match[3], match[3])))
            continue
        text = match[4] or (match[1] or "").replace("''", "'") or "'"
        if found and not found[-1].kind:
            text = found.pop().text + text
        found.append(Token(text))
    return tuple(found)


def kinds(pattern: Iterable[Token], among: str = "yMdEGQ") -> str:
    """The order of the fields: `dMy`."""
    return "".join(token.kind for token in pattern if token.kind and token.kind in among)


def one_kind(pattern: Iterable[Token], kind: str) -> str:
    """The text of the field of a kind, nothing when there is none."""
    return next((token.text for token in pattern if token.kind == kind), "")


def shared(pattern: Pattern, differing: str) -> tuple[Pattern, Pattern, Pattern]:
    """The start of a range of which only some fields differ, these alone, and its end."""
    places = [index for index, token in enumerate(pattern) if token.kind in tuple(differing)]
    low, high = places[0], places[-1] + 1
    before = _joined_before(pattern[:low])
    after = _joined_after(pattern[high:])
    alone = (*before, *pattern[low:high], *after)
    return (*pattern[:high], *after), alone, (*before, *pattern[low:])


def _joined_before(tokens: Pattern) -> Pattern:
    """What belongs to the field that follows: the `ב` of `d בMMMM`."""
    if not tokens or tokens[-1].kind:
        return ()
    *others, last = re.split(r"\s", tokens[-1].text)
    return (Token(last),) if others and last else ()


def _joined_after(tokens: Pattern) -> Pattern:
    """What belongs to the field before: the full stop of `d. MMMM`, but no comma."""
    if not tokens or tokens[0].kind:
        return ()
    text = re.split(r"\s", tokens[0].text, maxsplit=1)[0].rstrip(",،、")
    return (Token(text),) if text else ()


def without_dash(start: Pattern, end: Pattern) -> tuple[Pattern, str]:
    """The first half of an interval format without its dash, and the dash."""
    if not start or start[-1].kind:
        return start, ""
    text = start[-1].text
    kind = start[-2].kind if len(start) > 1 else ""
    # What follows the same field in the second half belongs to the field, not to the dash.
    own = _common_beginning(text, _following(end, kind)).rstrip()
    return (*start[:-1], *((Token(own),) if own else ())), text[len(own) :]


def _following(pattern: Pattern, kind: str) -> str:
    places = [index for index, token in enumerate(pattern) if token.kind == kind]
    rest = pattern[places[-1] + 1 :] if places else ()
    return rest[0].text if rest and not rest[0].kind else ""


def _common_beginning(one: str, other: str) -> str:
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return one[:length]


def with_era(pattern: Pattern, era: Token, model: Pattern) -> Pattern:
    """The pattern with the era where a model such as `y G` has it: before or behind the year."""
    years = [index for index, token in enumerate(pattern) if token.kind == "y"]
    if not years or any(token.kind == "G" for token in pattern):
        return tuple(era if token.kind == "G" else token for token in pattern)
    place, gap = years[0], _gap(model)
    if era_leads(model):
        return (*pattern[:place], era, *gap, *pattern[place:])
    if kinds(pattern).endswith("y"):
        return (*pattern, *gap, era)
    text = pattern[place + 1].text if not pattern[place + 1].kind else ""
    own = text.rstrip(" \u00a0\u202f,")
    rest = (Token(text[len(own) :]), *pattern[place + 2 :]) if text else pattern[place + 1 :]
    return (*pattern[: place + 1], Token(own), *gap, era, *rest)


def era_leads(model: Pattern) -> bool:
    """Whether the era stands before the year."""
    order = kinds(model)
    return order.index("G") < order.index("y")


def _gap(model: Pattern) -> Pattern:
    place = [token.kind for token in model].index("G")
    if era_leads(model):
        neighbour = model[place + 1] if place + 1 < len(model) else Token("")
    else:
        neighbour = model[place - 1]
    return (Token(" "),) if neighbour.text.isspace() or neighbour.text[-1:].isspace() else ()
