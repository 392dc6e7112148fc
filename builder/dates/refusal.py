"""What to say of a text that is no date: the nearest date that was probably meant."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from builder.dates.human import MONTH_NAME, read_human
from builder.dates.notation import read_notation, year_notation
from builder.dates.value import DateError
from builder.dates.vocabulary import MONTHS

_EXPECTED = "expected a day, month or year, in figures or as in 16 April 2025"
_NEXT_STEP = "write a day as 2025-04-16, a month as 2025-04, a range as 2025-04-16/2025-04-29"
_FIGURES = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})")
_HUNDREDS = re.compile(r"(?<![0-9])([0-9]{2})00s\b", re.ASCII)
_CENTURY_OR_DECADE = re.compile(r"(-?)([0-9]{2,3})([?~%]?)")
_WEEKDAY = (
    r"^(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)\.?,? "
)
_BEFORE_CHRIST = r"(?:BCE?|B\.C\.(?:E\.)?)"
_AFTER_CHRIST = r"(?:AD|A\.D\.|CE|C\.E\.)"
_LETTERS = re.IGNORECASE | re.ASCII
_UNDATED = ("undated", "unknown", "no date", "n.d.", "nd", "none", "date unknown", "tbd", "tba")


def refusal(text: str) -> DateError:
    """Why a text is no date, with what to write instead; the message is a reason only."""
    whole = (0, len(text))
    if match := _FIGURES.fullmatch(text.strip()):
        return _refused_figures(match, whole)
    if match := _HUNDREDS.search(text):
        start = f"{match[1]}00"
        reason = f"the decade {start}–{match[1]}09 or the century {start}–{match[1]}99"
        hint = f"write {match[1]}0X for the decade or {match[1]}XX for the century"
        return DateError("ambiguous-date", reason, hint, *match.span())
    if match := _CENTURY_OR_DECADE.fullmatch(text):
        sign, figures, mark = match.groups()
        span = f"{sign}{figures.ljust(4, '0')} to {sign}{figures.ljust(4, '9')}"
        hint = f"write {sign}{figures.ljust(4, 'X')}{mark} for {span}, or a year in four figures"
        return DateError("bad-date", "a year has four figures", hint, *whole)
    if re.search(r"[0-9][SE][0-9]", text):
        reason = "exponents and significant digits are not read"
        return DateError("bad-date", reason, "write the year in full, or 1950~", *whole)
    if text.strip().casefold() in _UNDATED:
        return DateError("bad-date", _EXPECTED, "write XXXX for an event without a date", *whole)
    meant = next((meant for slip in _SLIPS for meant in map(_notation, slip(text)) if meant), "")
    has_blanks = text != text.strip() or meant == "".join(text.split())
    reason = "there are blanks where a date has none" if meant and has_blanks else _EXPECTED
    return DateError("bad-date", reason, f"write {meant}" if meant else _NEXT_STEP, *whole)


def _notation(text: str) -> str:
    """The notation of a text that is a date, otherwise nothing."""
    shape = read_notation(text) or read_human(text)
    return "" if shape is None or isinstance(shape, DateError) else shape.notation


def _refused_figures(match: re.Match[str], whole: tuple[int, int]) -> DateError:
    """`03/04/2025`, which half of the world reads as April and half as March."""
    first, second, year = int(match[1]), int(match[2]), match[3]
    orders = dict.fromkeys(((first, second), (second, first)))
    if len(year) == 2:
        known = " or ".join(
            f"{day} {MONTHS[month - 1]}" for day, month in orders if month <= 12 and day <= 31
        )
        reason = "the order of day, month and year is not said"
        if known and first and second:
            reason = f"{known} of a year that ends in {year}, or another order"
        hint = "write the year first, with four figures, then month and day, as in 2019-12-31"
        return DateError("ambiguous-date", reason, hint, *whole)
    readings = [
        (day, month, f"{year}-{month:02}-{day:02}")
        for day, month in orders
        if month <= 12 and _notation(f"{year}-{month:02}-{day:02}")
    ]
    hint = " or ".join(edtf for _, _, edtf in readings)
    if len(readings) == 2:
        days = " or ".join(f"{day} {MONTHS[month - 1]}" for day, month, _ in readings)
        return DateError("ambiguous-date", days, f"write {hint}", *whole)
    reason = "figures are read only with the year first"
    return DateError("bad-date", reason, f"write {hint}" if hint else _NEXT_STEP, *whole)


def _plainly_typed(text: str) -> Iterator[str]:
    """Without blanks at the ends or inside, with plain figures, hyphens and capitals."""
    plain = unicodedata.normalize("NFKC", text).strip()
    plain = re.sub("[‐‑‒–—−]", "-", plain)
    yield plain
    yield re.sub(r"\s+", " ", plain)
    if not re.search(r"[0-9]\s+[0-9]", plain):
        yield re.sub(r"\s+", "", plain).upper()
    yield re.sub(r"\s*(T| )\s*(?=[0-9]{2}:)", "T", plain.upper())


def _padded(text: str) -> Iterator[str]:
    """`2025-4-6`, `2025/04/06`, `2025.4`, `20250406`, `202504`; `2024/25` is two years."""
    if match := re.fullmatch(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?", text.strip()):
        is_month = int(match[2]) <= 12 and (match[3] or int(match[2]) != int(match[1][2:]) + 1)
        if is_month or text.strip()[4] == "-":
            yield "-".join(figures.zfill(2) for figures in match.groups() if figures)
    if match := re.fullmatch(r"([0-9]{4})(0[1-9]|1[0-2])", text.strip()):
        yield f"{match[1]}-{match[2]}"
    if match := re.fullmatch(r"([0-9]{1,2})[-/.]([0-9]{4})", text.strip()):
        yield f"{match[2]}-{match[1]:0>2}"
    if match := re.fullmatch(r"([0-9]{4})([0-9]{2})([0-9]{2})", text.strip()):
        yield "-".join(match.groups())
    if re.fullmatch(r"-?[0-9]{5,12}", text):
        yield f"Y{text}"
    if match := re.fullmatch(r"(.*-)?([0-9]{2})-([0-9])", text):
        yield f"{match[1] or ''}{match[2]}-0{match[3]}"


def _bare(text: str) -> str:
    """`Friday, the 16th of April 2025` without its trimmings: `16 April 2025`."""
    bare = re.sub(r"\s+", " ", text.strip())
    bare = re.sub(_WEEKDAY, "", bare, flags=_LETTERS)
    bare = re.sub(r"\b([0-9]{1,2})(?:st|nd|rd|th)\b", r"\1", bare, flags=_LETTERS)
    bare = re.sub(r"\b(?:the|of|in|on) ", "", bare, flags=_LETTERS)
    return re.sub(rf"\b{MONTH_NAME},", r"\1", bare, flags=_LETTERS)


def _plainly_worded(text: str) -> Iterator[str]:
    """`Friday, the 16th of April 2025`, `April 2025 (uncertain)`, `ca 1950`, `until 1950`."""
    bare = _bare(text)
    yield bare
    yield re.sub("^year ", "", bare, flags=_LETTERS)
    yield re.sub(r" ?\((?:uncertain|\?)\)$| \?$", "?", bare)
    about = r"^(?:ca?|approximately|approx\.?|roughly|~) ?(?=[0-9a-z])"
    yield re.sub(about, "about ", bare, flags=_LETTERS)
    match = re.fullmatch(r"(until|till|up to|to|from) (.+)", bare, _LETTERS)
    if match and (end := _notation(match[2])):
        yield f"{end}/.." if match[1].lower() == "from" else f"../{end}"


def _as_range(text: str) -> Iterator[str]:
    """`2010-2014`, `May 2010 to June 2011`, `April 28 - May 3, 2025`."""
    parts = re.split(r" ?[-–—/] ?| (?:to|until|till|and|through) ", _bare(text), flags=_LETTERS)
    if len(parts) == 2 and (one_winter_or_two_years := _to_next_year(*parts)):
        yield one_winter_or_two_years
        return
    last = _notation(parts[-1])
    if len(parts) == 2 and last:
        start = re.sub(r"^(?:from|between) ", "", parts[0], flags=_LETTERS)
        year = re.search(r",? [0-9]{4}$", parts[1])
        if first := _notation(start) or _notation(f"{start}{year[0] if year else ''}"):
            yield f"{first}/{last}"


def _to_next_year(start: str, end: str) -> str:
    """`2024/25` is two years, `winter 2024/2025` one winter; otherwise nothing."""
    words, _, year = start.rpartition(" ")
    if not re.fullmatch(r"[0-9]{4}", year) or not re.fullmatch(r"[0-9]{2}|[0-9]{4}", end):
        return ""
    following = f"{int(year) + 1:04}"
    if following[-len(end) :] != end:
        return ""
    if words:
        return _notation(start) if words.lower() == "winter" else ""
    return f"{year}/{following}" if len(end) == 2 else ""


def _as_choice(text: str) -> Iterator[str]:
    """`1863 or 1864`, `16 or 17 April 2025`."""
    parts = re.split(r" or ", _bare(text), flags=_LETTERS)
    last = _notation(parts[-1])
    if len(parts) == 2 and last:
        rest = re.sub(r"^[0-9]{1,2}(?= )", "", parts[1])
        if first := _notation(parts[0]) or _notation(f"{parts[0]}{rest}"):
            yield f"[{first},{last}]"


def _as_open(text: str) -> Iterator[str]:
    """`a day in April 2025`, `a month in 2025`, `19th century`."""
    if match := re.fullmatch(r"(?:a |some )?(day|month) (?:in|of) (.+)", text.strip(), _LETTERS):
        whole = _notation(match[2])
        missing = 3 if match[1].lower() == "day" else 2
        yield whole + "-XX" * (missing - len(whole.split("-"))) if len(whole) in (4, 7) else ""
    if match := re.fullmatch(
        r"([0-9]{1,2})(?:st|nd|rd|th) century", re.sub("^the ", "", text.strip()), _LETTERS
    ):
        yield f"{int(match[1]) - 1:02}XX"


def _before_christ(text: str) -> Iterator[str]:
    """`44 BC`, `15 March 44 BC`."""
    if match := re.fullmatch(rf"(.*?)([0-9]{{1,4}}) ?{_BEFORE_CHRIST}", _bare(text), _LETTERS):
        yield _in_year(1 - int(match[2]), match[1])


def _after_christ(text: str) -> Iterator[str]:
    """`AD 79`, `24 August 79 CE`."""
    for pattern in (
        rf"(.*?)([0-9]{{1,4}}) ?{_AFTER_CHRIST}",
        rf"(.*?){_AFTER_CHRIST} ?([0-9]{{1,4}})",
    ):
        match = re.fullmatch(pattern, _bare(text), _LETTERS)
        if match and int(match[2]):
            yield _in_year(int(match[2]), match[1])


def _in_year(year: int, day_or_month: str) -> str:
    """`-0043-03-15` for `15 March `, `-0043` for nothing, otherwise nothing."""
    rest = _month_and_day(day_or_month)
    return f"{year_notation(year)}{rest}" if rest or not day_or_month else ""


def _without_year(text: str) -> Iterator[str]:
    """`16 April`, `April`: a date for the notation, but one that sorts nowhere."""
    if rest := _month_and_day(_bare(text)):
        yield f"XXXX{rest}"


def _month_and_day(text: str) -> str:
    """`-04-16` for `16 April`, otherwise nothing. Any leap year does for reading it."""
    return _notation(f"{text.strip()} 2000")[4:]


_SLIPS: tuple[Callable[[str], Iterator[str]], ...] = (
    _plainly_typed,
    _padded,
    _as_open,
    _plainly_worded,
    _as_range,
    _as_choice,
    _before_christ,
    _after_christ,
    _without_year,
)
