"""Weekdays that stand beside a date and are not those of the day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from builder.dates import EventDate

if TYPE_CHECKING:
    from builder.evidence.dates_in_prose import FoundDate

# Two patterns, each with a beginning that a search can leap to.
_BEFORE_DATE: Final = re.compile(
    r"day,?\s{0,3}\(?\s?(?:the\s)?(?:\d|J(?:an|u[nl])|Feb|Ma[ry]|A(?:pr|ug)|Sep|Oct|Nov|Dec)"
)
_BEHIND_DATE: Final = re.compile(r"\((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\)")


def weekday_mismatches(text: str, published: EventDate | None) -> tuple[FoundDate, ...]:
    """Give the dates beside which a text names another weekday."""
    # A build asks this of every article. Few name a date so, and the rules take long to load.
    if not (_BEFORE_DATE.search(text) or _BEHIND_DATE.search(text)):
        return ()
    from builder.evidence.dates_in_prose import DAYS, found_dates

    found = found_dates(text, published, rules=DAYS)
    return tuple(each for each in found if each.weekday_differs)
