"""A text to a date, or to the reason why it is none."""

import re
from dataclasses import replace

from builder.dates.bounds import DAY, dated
from builder.dates.days import days_in_month
from builder.dates.display import words
from builder.dates.human import read_human
from builder.dates.language import Language
from builder.dates.notation import read_notation
from builder.dates.refusal import refusal
from builder.dates.value import UNDATED, DateError, Day, EventDate, Unit, quoted
from builder.values import frozen

_LONGEST = 200
_PLAIN_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")

# How a message begins for each code; the reason follows.
_OPENINGS = {
    "bad-date": "is no date",
    "ambiguous-date": "can be read in more than one way",
    "reversed-range": "runs backwards",
    "bad-time": "has a time that cannot stand",
}


@frozen
class Interpretation:
    """What a date text means: its notation, its words, its bounds, its place in the order."""

    edtf: str
    words: str
    earliest: Day | None
    latest: Day | None
    sort_key: tuple[int, ...]


def parse(text: str) -> EventDate | DateError:
    """The date that a text in the notation or in a human form stands for."""
    # Nearly every date is a plain day, and a build reads thousands of them.
    if (plain := _PLAIN_DAY.fullmatch(text)) and (date := _plain_day(plain)):
        return date
    if not text:
        return UNDATED
    if len(text) > _LONGEST:
        reason = f"a date has at most {_LONGEST} characters, and this has {len(text)}"
        hint = "write the date alone, and the rest in the body of the note"
        return _opened(DateError("bad-date", reason, hint, 0, len(text)), text)
    shape = read_notation(text) or read_human(text) or refusal(text)
    return _opened(shape, text) if isinstance(shape, DateError) else dated(shape)


def rewritten(text: str) -> str | None:
    """The notation for a human form; none for a text that is in the notation, or is no date."""
    if not text or len(text) > _LONGEST or read_notation(text):
        return None
    shape = read_human(text)
    return None if shape is None or isinstance(shape, DateError) else shape.notation


def interpret(text: str, *, language: Language = "en-GB") -> Interpretation | DateError:
    """What a text means as a date, or why it is none."""
    date = parse(text)
    if isinstance(date, DateError):
        return date
    shown = words(date, language=language)
    return Interpretation(date.edtf, shown, date.earliest, date.latest, date.sort_key)


def _plain_day(match: re.Match[str]) -> EventDate | None:
    """A day, as `dated` makes it but in a fraction of the time."""
    year, month, day = match.groups()
    anchor = (int(year), int(month), int(day))
    if not (1 <= anchor[1] <= 12 and 1 <= anchor[2] <= days_in_month(anchor[0], anchor[1])):
        return None
    unit = Unit(year, month, day, (), None, anchor, anchor)
    key = (*anchor, DAY, -1)
    return EventDate(match[0], unit, anchor, anchor, key, "day", is_charted=True)


def _opened(flaw: DateError, text: str) -> DateError:
    """The flaw with a message that quotes the text before the reason."""
    return replace(flaw, message=f"{quoted(text)} {_OPENINGS[flaw.code]}: {flaw.message}")
