"""Weekdays that stand beside a date and are not those of the day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from builder.dates import EventDate

if TYPE_CHECKING:
    from builder.evidence.dates_in_prose import FoundDate

_WEEKDAYS: Final = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"

# All that the rules take for a weekday beside a date, and some more: they say whether it is one.
# Each has a beginning that a search can leap to.
_BESIDE_DATE: Final = (
    re.compile(
        r"(?:Mon|MON|Tue|TUE|Wed|WED|Thu|THU|Fri|FRI|Sat|SAT|Sun|SUN)\w{0,6}\.?"
        r"(?:\s++(?:morning|afternoon|evening|night))?,?\s*+\(?\s*+(?:the\s++)?"
        r"(?:\d|J(?:an|u[nl])|Feb|Ma[ry]|A(?:pr|ug)|Sep|Oct|Nov|Dec"
        r"|J(?:AN|U[NL])|FEB|MA[RY]|A(?:PR|UG)|SEP|OCT|NOV|DEC)"
    ),
    re.compile(rf"\({_WEEKDAYS}"),
    re.compile(rf",\s++an?\s++{_WEEKDAYS}"),
)


def weekday_mismatches(text: str, published: EventDate | None) -> tuple[FoundDate, ...]:
    """Give the dates beside which a text names another weekday."""
    # A build asks this of every article. Few name a date so, and the rules take long to load.
    if not any(each.search(text) for each in _BESIDE_DATE):
        return ()
    from builder.evidence.dates_in_prose import DAYS, found_dates

    found = found_dates(text, published, rules=DAYS)
    return tuple(each for each in found if each.weekday_differs)
