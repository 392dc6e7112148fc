"""The human forms of dates: a closed list, each of which means exactly one date.

`16 April 2025`, `April 16, 2025`, `Apr 16 2025`, `April 2025`, `16-29 April 2025`,
`April 16-29, 2025`, `28 April - 3 May 2025`, `spring 2025`, `Q2 2025`, `2020s`; in front of
these `c.`, `ca.`, `circa`, `about`, `around`, `before`, `after`, `by`, `since`; `?` behind.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from builder.dates.bounds import years_between
from builder.dates.days import next_day, previous_day
from builder.dates.notation import read_notation, read_unit, year_notation
from builder.dates.value import DateError, Shape, Unit
from builder.dates.vocabulary import MONTHS

MONTH_NUMBERS = {
    name.lower()[:length]: f"{number:02}"
    for number, name in enumerate(MONTHS, 1)
    for length in (3, len(name))
} | {"sept": "09"}
_SEASON_NUMBERS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}

_DAY = r"([0-9]{1,2})"
_YEAR = r"([0-9]{4})"
_DASH = r" ?[-–] ?"
MONTH_NAME = rf"({'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\.?"

# Without ASCII, ignoring case would take "ſ" for an "s".
_LETTERS = re.IGNORECASE | re.ASCII
_APPROXIMATE = re.compile(r"(?:(?:c|ca)\. ?|(?:circa|about|around) )(.+)", _LETTERS)
_RELATION = re.compile(r"(before|after|by|since) (.+)", _LETTERS)
_PLAIN_NOTATION = re.compile(r"-?[0-9]{3}[0-9X](?:-[0-9]{2}){0,2}|[0-9]{2}XX")


def _month(name: str) -> str:
    return MONTH_NUMBERS[name.lower()]


def _same_month(first: str, last: str, month: str, year: str) -> str:
    start = f"{year}-{_month(month)}"
    return f"{start}-{first:0>2}/{start}-{last:0>2}"


# Each form with the notation that it stands for; the first that fits the whole text counts.
_FORMS: tuple[tuple[re.Pattern[str], Callable[..., str]], ...] = tuple(
    (re.compile(pattern.replace(" ", "[ \u00a0]"), _LETTERS), notation)
    for pattern, notation in (
        (f"{_DAY} {MONTH_NAME} {_YEAR}", lambda d, m, y: f"{y}-{_month(m)}-{d:0>2}"),
        (f"{MONTH_NAME} {_DAY},? {_YEAR}", lambda m, d, y: f"{y}-{_month(m)}-{d:0>2}"),
        (f"{MONTH_NAME} {_YEAR}", lambda m, y: f"{y}-{_month(m)}"),
        (f"{_DAY}{_DASH}{_DAY} {MONTH_NAME} {_YEAR}", _same_month),
        (
            f"{MONTH_NAME} {_DAY}{_DASH}{_DAY},? {_YEAR}",
            lambda m, a, b, y: _same_month(a, b, m, y),
        ),
        (
            f"{_DAY} {MONTH_NAME}{_DASH}{_DAY} {MONTH_NAME} {_YEAR}",
            lambda a, m, b, n, y: f"{y}-{_month(m)}-{a:0>2}/{y}-{_month(n)}-{b:0>2}",
        ),
        (
            f"({'|'.join(_SEASON_NUMBERS)}) {_YEAR}",
            lambda season, y: f"{y}-{_SEASON_NUMBERS[season.lower()]}",
        ),
        (f"Q([1-4]) {_YEAR}", lambda quarter, y: f"{y}-{32 + int(quarter)}"),
        (r"([0-9]{2}[1-9])0s", lambda decade: f"{decade}X"),
    )
)


def read_human(text: str) -> Shape | DateError | None:
    """The shape of a human form; none when the text is none of the list."""
    relation = _RELATION.fullmatch(text)
    notation = _related(relation[1].lower(), relation[2]) if relation else _marked(text)
    shape = read_notation(notation) if isinstance(notation, str) else notation
    return _in_whole(shape, text) if isinstance(shape, DateError) else shape


def _in_whole(flaw: DateError, text: str) -> DateError:
    """The flaw, placed on the whole of the text, which has other offsets than the notation."""
    return replace(flaw, start=0, end=len(text), hint=_winter_hint(flaw) or flaw.hint)


def _winter_hint(flaw: DateError) -> str:
    """For `28 December - 3 January 2025`, which begins in the year before."""
    days = re.fullmatch(r"write ([0-9]{4})-(0.-..)/\1-(1.-..)", flaw.hint)
    if flaw.code != "reversed-range" or days is None:
        return ""
    return f"write {int(days[1]) - 1:04}-{days[3]}/{days[1]}-{days[2]}"


def _marked(text: str) -> str | None:
    """The notation of a form with `about` in front or `?` behind, or neither."""
    approximate = _APPROXIMATE.fullmatch(text)
    core = approximate[1] if approximate else text
    uncertain = core.endswith("?")
    core = core.removesuffix("?")
    notation = _form(core)
    if notation is None and approximate and _PLAIN_NOTATION.fullmatch(core):
        notation = core
    if notation is None:
        return None
    mark = ("%" if uncertain else "~") if approximate else ("?" if uncertain else "")
    return "/".join(end + mark for end in notation.split("/"))


def _form(text: str) -> str | None:
    for pattern, notation in _FORMS:
        if match := pattern.fullmatch(text):
            return notation(*match.groups())
    return None


def _related(relation: str, text: str) -> str | DateError | None:
    """The notation of `before X`, `after X`, `by X`, `since X`, X being one date."""
    notation = _marked(text) or text
    unit = read_unit(notation)
    if isinstance(unit, DateError):
        return unit
    if unit is None or unit.first is None:
        return None
    if unit.clock:
        hint = f"write {relation} {notation.partition('T')[0]}, and the time in the text"
        reason = "what is before or after is told in days, without clock times"
        return DateError("bad-time", reason, hint, 0, len(text))
    if relation == "by":
        return f"[..{notation}]"
    if relation == "since":
        return f"{notation}/.."
    neighbour = _neighbour(unit, 1 if relation == "after" else -1)
    if neighbour is None:
        return None
    return f"[{neighbour}..]" if relation == "after" else f"[..{neighbour}]"


def _neighbour(unit: Unit, step: int) -> str | None:
    """The notation of the unit of the same size before (-1) or after (1)."""
    mark = unit.qualifiers[-1] if unit.qualifiers else ""
    if len(set(unit.qualifiers)) > 1:
        return None
    if not unit.is_specified:
        return _neighbouring_years(unit, step, mark)
    if unit.day and unit.first:
        year, month, day = next_day(unit.first) if step > 0 else previous_day(unit.first)
        return f"{year_notation(year)}-{month:02}-{day:02}{mark}"
    year = int(unit.year.lstrip("Y"))
    if not unit.month:
        return f"{year_notation(year + step)}{mark}"
    first, last = _cycle(int(unit.month))
    month = int(unit.month) + step
    year, month = (
        (year - 1, last) if month < first else (year + 1, first) if month > last else (year, month)
    )
    return f"{year_notation(year)}-{month:02}{mark}"


def _cycle(month: int) -> tuple[int, int]:
    """The first and last number of the months, seasons, quarters … a number belongs to."""
    cycles = ((1, 12), (21, 24), (25, 28), (29, 32), (33, 36), (37, 39), (40, 41))
    return next(cycle for cycle in cycles if cycle[0] <= month <= cycle[1])


def _neighbouring_years(unit: Unit, step: int, mark: str) -> str | None:
    """The decade or century before or after; none for other open digits."""
    low, high = years_between(unit.year)
    span = high - low + 1
    near = low + step * span
    if unit.month or span not in (10, 100) or low < span or near + span > 9999:
        return None
    return f"{f'{near:04}'.removesuffix('0' if span == 10 else '00'):X<4}{mark}"
