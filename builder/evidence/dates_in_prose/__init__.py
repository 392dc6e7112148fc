"""The dates that the running text of an article tells, in English.

Precision before all: what can be read in two ways, or is told from a day that nobody knows, is
left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from typing import Final

from builder.dates import EventDate
from builder.evidence.dates_in_prose.anchoring import anchors, looks_ahead
from builder.evidence.dates_in_prose.days import DAYS
from builder.evidence.dates_in_prose.periods import PERIODS
from builder.evidence.dates_in_prose.relative import RELATIVE
from builder.evidence.dates_in_prose.rules import Rule, is_behind
from builder.evidence.dates_in_prose.vocabulary import evened, weekday_number
from builder.evidence.quotes.speech import spoken
from builder.model.content import Span
from builder.values import frozen

__all__ = ["DAYS", "RULES", "FoundDate", "found_dates"]

RULES: Final[tuple[Rule, ...]] = (*DAYS, *PERIODS, *RELATIVE)
"""In the order in which they are tried: the first that understands some words keeps them."""

_SOON: Final = r"\b(?:[Ff]rom|[Uu]ntil|[Tt]ill|[Bb]y|starting|beginning) "

_Stretch = tuple[int, int]
"""Where a part of a text begins and ends."""


@frozen
class FoundDate:
    """Words that tell a date, and the date."""

    text: str
    span: Span
    edtf: str
    rule: str
    may_be_future: bool = False
    """The past was taken, and the clause speaks of what is to come."""
    weekday_differs: bool = False
    """A weekday stands beside the date, and is not that of the day."""


def found_dates(
    text: str, published: EventDate | None, *, rules: tuple[Rule, ...] = RULES
) -> tuple[FoundDate, ...]:
    """Give the dates in a text, in order.

    What is told from the article's day, as "Wednesday" and "last month" are, needs that day, or
    its month where every day of the month gives the same.
    """
    days = anchors(published) or (None,)
    stretches: dict[tuple[re.Pattern[str], int], tuple[_Stretch, ...]] = {}
    found: list[FoundDate] = []
    rest = even = evened(text)
    for rule in rules:
        noticed = (rule.near, rule.reach)
        if noticed not in stretches:
            stretches[noticed] = _stretches(even, *noticed)
        taken = []
        for words in _matches(rule, rest, stretches[noticed]):
            edtf = _agreed(rule, words, days)
            if edtf is not None:
                taken.append(words.span())
            if edtf:
                found.append(_found(rule, words, text, edtf))
        rest = _without(rest, taken)
    return tuple(sorted(found, key=lambda each: each.span))


def _stretches(text: str, near: re.Pattern[str], reach: int) -> tuple[_Stretch, ...]:
    """Give the parts of a text, from and up to, in which a rule may find something."""
    found: list[_Stretch] = []
    for noticed in near.finditer(text):
        start, end = max(0, noticed.start() - reach), noticed.end() + reach
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def _matches(rule: Rule, text: str, stretches: tuple[_Stretch, ...]) -> Iterator[re.Match[str]]:
    found = (words for part in stretches for words in _matches_in(part, rule.pattern, text))
    if not rule.outside_speech:
        return found
    return _outside_speech(tuple(found), text)


def _matches_in(part: _Stretch, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Find words in a part of a text, and read them again in the whole of it.

    The part may end inside a number: 16 is no day in "April 165".
    """
    end = 0
    for cut in pattern.finditer(text, *part):
        words = pattern.match(text, cut.start()) if cut.start() >= end else None
        if words is not None:
            end = words.end()
            yield words


def _outside_speech(found: tuple[re.Match[str], ...], text: str) -> Iterator[re.Match[str]]:
    speech = spoken(text) if found else ()
    for words in found:
        index = bisect_right(speech, words.start(), key=lambda span: span.start) - 1
        if index < 0 or words.start() >= speech[index].end:
            yield words


def _agreed(rule: Rule, words: re.Match[str], days: tuple[date | None, ...]) -> str | None:
    """Give what some words stand for, if that is the same whichever day the article is of."""
    read = {rule.meaning(words, day) for day in days}
    return read.pop() if len(read) == 1 else None


def _found(rule: Rule, words: re.Match[str], text: str, edtf: str) -> FoundDate:
    span = Span(*words.span("date" if "date" in words.re.groupindex else 0))
    weekday = _weekday(words)
    return FoundDate(
        text=text[slice(*span)],
        span=span,
        edtf=edtf,
        rule="weekday-and-date" if weekday else rule.name,
        may_be_future=rule.looks_back and (looks_ahead(words) or is_behind(words, _SOON)),
        weekday_differs=bool(weekday)
        and date.fromisoformat(edtf).weekday() != weekday_number(weekday),
    )


def _weekday(words: re.Match[str]) -> str:
    """Give the weekday beside a date; the date wins, but they should agree."""
    parts = words.groupdict()
    return parts.get("weekday") or parts.get("weekday_behind") or ""


def _without(text: str, taken: list[tuple[int, int]]) -> str:
    """Make what has been understood unreadable for the rules that follow."""
    pieces: list[str] = []
    at = 0
    for start, end in taken:
        pieces += (text[at:start], "\0" * (end - start))
        at = end
    return "".join((*pieces, text[at:])) if taken else text
