"""One way of writing a date in prose, and what it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from builder.evidence.dates_in_prose.vocabulary import compiled
from builder.values import frozen

Meaning = Callable[[re.Match[str], date | None], str | None]
"""From words, and the article's day, to EDTF.

None: the words are nothing to this rule. Empty: they are no date, and no later rule may see one in
them.
"""

_REACH_BACK: Final = 30


@frozen
class Rule:
    """A name, the words it looks for, and what they stand for."""

    name: str
    near: re.Pattern[str]
    """What stands in every date of this kind; a text is searched around it only."""
    words: str
    """A pattern of the words. Those of its group `date`, where it has one, are the date."""
    meaning: Meaning
    looks_back: bool = False
    """Whether it takes what is past even where the clause speaks of what is to come."""
    reach: int = 40
    """How many characters a date may reach on both sides of that by which it is noticed."""
    outside_speech: bool = False
    """Whether it keeps out of quotation marks, where the day is that of the speaker."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern of the words, made ready."""
        return compiled(self.words)


def relative(
    name: str,
    near: re.Pattern[str],
    words: str,
    meaning: Callable[[re.Match[str], date], str | None],
    *,
    looks_back: bool = False,
    outside_speech: bool = False,
) -> Rule:
    """Make a rule that needs to know the article's day."""

    def anchored(found: re.Match[str], anchor: date | None) -> str | None:
        return None if anchor is None else meaning(found, anchor)

    return Rule(name, near, words, anchored, looks_back, outside_speech=outside_speech)


def no_date(found: re.Match[str], anchor: date | None) -> str:
    """Say that words are no date, whatever they look like."""
    return ""


def is_behind(found: re.Match[str], words: str) -> bool:
    """Tell whether what was found, or the date in it, stands right behind some words."""
    start = found.start("date" if "date" in found.re.groupindex else 0)
    before = found.string[max(0, start - _REACH_BACK) : start]
    return compiled(rf"(?:{words})\Z").search(before) is not None


def is_before(found: re.Match[str], words: str, group: str | int = 0) -> bool:
    """Tell whether what was found, or a group of it, stands right before some words."""
    return compiled(words).match(found.string, found.end(group)) is not None
