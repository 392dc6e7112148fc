"""Days, weeks, months and years told from the day of the article."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from builder.evidence.dates_in_prose.anchoring import (
    AWAY,
    from_to,
    looks_ahead,
    monday,
    month_away,
    notation,
    recent,
)
from builder.evidence.dates_in_prose.rules import Rule, is_behind, no_date, relative
from builder.evidence.dates_in_prose.vocabulary import (
    A_DAY_WORD,
    A_MONTH_OR_YEAR,
    A_WEEK,
    A_WEEKDAY,
    AGO,
    DASH,
    FROM_NOW,
    NUMBER,
    PART_OF_DAY,
    WEEKDAY,
    number_of,
    weekday_number,
)

_WHICH: Final = r"(?<!\w)(?P<which>[Ll]ast|[Tt]his|[Nn]ext)"
_EARLIER: Final = r"(?:(?<!\w)(?P<part>[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate) )?"

# ------------------------------------------------------------------------------------ weekdays

# Behind these a weekday is one of many, or one told from another day.
_ANY: Final = (
    r"\b(?i:every|each|an?|any|one|another|following|previous|preceding|alternate|first|second"
    r"|third|fourth|final|most|some|that|the|other|consecutive|successive|typical)(?: |-)"
)
_NAMED_BEFORE: Final = (
    r"\b(?:Ash|Black|Bloody|Blue|Cyber|Easter|Fat|Freaky|Girl|Giving|Good|Holy|Man|Maundy|Palm"
    r"|Pancake|Red|Ruby|Sheffield|Shrove|Stormy|Super|Trinity|Whit|Mr|Mrs|Ms|Dr)\.? "
)
_NOT_BEFORE: Final = (
    r"(?!-| (?:the )?\d| (?:Times|Telegraph|Mirror|Mail|Express|Herald|Independent|World|Post|Star"
    r"|People|Tribune|Night|Morning|Review|Business|Island|school|roast|prayers|league|week|fortnight"
    r"|of (?:that|the|each|every))\b)"
)


def _weekday(found: re.Match[str], anchor: date) -> str:
    """Give the most recent such day, the article's own included."""
    if is_behind(found, _ANY) or is_behind(found, _NAMED_BEFORE):
        return ""
    return str(recent(anchor, weekday_number(found["name"])))


def _chosen_weekday(found: re.Match[str], anchor: date) -> str:
    """Read "last Monday", unless there was a Monday this week already, and its like."""
    weekday = weekday_number(found["name"])
    past, coming = recent(anchor - timedelta(1), weekday), recent(anchor + timedelta(7), weekday)
    first = monday(anchor)
    match found["which"].lower().split()[-1]:
        case "last":
            return str(past) if past < first else ""
        case "past":
            return str(past)
        case "next":
            return str(coming) if coming >= first + timedelta(7) else ""
        case "coming":
            return str(coming)
    return str(first + timedelta(weekday))


def _weekday_of_week(found: re.Match[str], anchor: date) -> str:
    weeks = AWAY[found["which"].lower()]
    return str(monday(anchor) + timedelta(7 * weeks + weekday_number(found["name"])))


# ----------------------------------------------------------------------------------- day words

_DAYS_AWAY: Final = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
_IN_A_NAME: Final = r"[\w,&] "


def _day_word(found: re.Match[str], anchor: date) -> str:
    # "USA Today" is a newspaper.
    if found["word"][0].isupper() and is_behind(found, _IN_A_NAME):
        return ""
    words = " ".join(found["word"].lower().split())
    return str(anchor + timedelta(_DAYS_AWAY[words]))


# ---------------------------------------------------------------------- weeks, months and years

# "The last week" lasts until now, and "his last year" ended whenever he did.
_LASTING: Final = r"(?:\b(?i:the|his|her|its|their|my|our|your|very|a|every|each|whose)|['’]s) "


def _week(found: re.Match[str], anchor: date) -> str:
    if is_behind(found, _LASTING):
        return ""
    weeks = AWAY[found["which"].lower()]
    first = monday(anchor) + timedelta(7 * weeks)
    last = first + timedelta(6)
    if weeks:
        return from_to(first, last)
    if found["part"] in ("Later", "later"):
        return from_to(anchor, last) if anchor < last else ""
    # On a Monday nothing of the week is over.
    return from_to(first, anchor if anchor > first else last)


def _weekend(found: re.Match[str], anchor: date) -> str:
    """Give Saturday and Sunday, unless they may be those before or those to come."""
    saturday, weekday = monday(anchor) + timedelta(5), anchor.weekday()
    match " ".join(found["which"].lower().split()):
        case "this":
            is_vague = weekday == 0
        case "over the":
            is_vague = weekday == 4 or looks_ahead(found)
            saturday -= timedelta(7 if weekday < 4 else 0)
        case _:
            is_vague = False
            saturday -= timedelta(7)
    return "" if is_vague else from_to(saturday, saturday + timedelta(1))


def _month_or_year(found: re.Match[str], anchor: date) -> str:
    if is_behind(found, _LASTING):
        return ""
    away = AWAY[found["which"].lower()]
    return month_away(anchor, away) if found["unit"] == "month" else notation(anchor.year + away)


# ------------------------------------------------------------------------------ so long from now

# In "two or three years ago" the second number is not the only one.
_CHOICE: Final = rf"(?<!\w)(?:{NUMBER}|several|few)(?: (?:or|to|and) |[-–])"


def _ago(found: re.Match[str], anchor: date) -> str:
    count = number_of(found["number"])
    if found["less"] or found["on"] or is_behind(found, _CHOICE):
        return ""
    if found["same_day"]:
        is_years = found["unit"] == "year"
        return notation(anchor.year - count, anchor.month, anchor.day) if is_years else ""
    day = _away(anchor, -count, found["unit"])
    if day and found["more"]:
        return f"[..{day.rstrip('~')}]"
    return f"{day.rstrip('~')}~" if day and found["about"] else day


def _from_now(found: re.Match[str], anchor: date) -> str:
    if is_behind(found, _CHOICE):
        return ""
    return _away(anchor, number_of(found["number"]), found["unit"])


def _away(anchor: date, count: int, unit: str) -> str:
    """Give the day, month or year so many units away, as exactly as the unit says."""
    match unit:
        case "day":
            return str(anchor + timedelta(count))
        case "week":
            return f"{anchor + timedelta(7 * count)}~"
        case "fortnight":
            return f"{anchor + timedelta(14 * count)}~"
        case "month":
            return month_away(anchor, count)
        case "year":
            return notation(anchor.year + count)
    year = notation(anchor.year + 10 * count)
    return f"{year}~" if year else ""


_COUNT: Final = rf"(?<![\w.,-])(?P<number>{NUMBER})"
_UNIT: Final = r"(?P<unit>day|week|fortnight|month|year|decade)s?"

RELATIVE: Final[tuple[Rule, ...]] = (
    relative(
        "ago",
        AGO,
        r"(?:(?<!\w)(?:(?P<about>(?i:about|around|some|roughly|nearly|almost|approximately"
        r"|just (?:over|under)))|(?P<more>(?i:more than|over|at least))"
        rf"|(?P<less>(?i:less than|under))) )?{_COUNT} (?:{_UNIT}) ago(?!\w)"
        rf"(?: (?P<same_day>today)(?!\w))?(?P<on> (?:on )?{WEEKDAY}(?!\w))?",
        _ago,
    ),
    relative("from-now", FROM_NOW, rf"{_COUNT} {_UNIT} from (?:now|today)(?!\w)", _from_now),
    relative(
        "from-now",
        FROM_NOW,
        rf"(?<!\w)(?:[Ii]n|[Ww]ithin) {_COUNT} {_UNIT}['’]s? time(?!\w)",
        _from_now,
    ),
    relative(
        "weekday-of-week",
        A_WEEK,
        rf"(?P<name>{WEEKDAY}){PART_OF_DAY}(?: of|,)? (?P<which>last|this|next) week(?!\w)",
        _weekday_of_week,
    ),
    relative(
        "weekday-of-week",
        A_WEEK,
        rf"{_WHICH} week,? on (?P<name>{WEEKDAY})(?!\w){PART_OF_DAY}",
        _weekday_of_week,
    ),
    # A span of weekdays is mostly one of opening hours.
    Rule("name", A_WEEKDAY, rf"{WEEKDAY}s?(?:{DASH}| (?:to|through|until) ){WEEKDAY}", no_date),
    relative(
        "weekday",
        A_WEEKDAY,
        r"(?<!\w)(?P<which>[Ll]ast|[Nn]ext|(?:[Tt]his )?(?:past|coming)|[Tt]his)"
        rf" (?P<name>{WEEKDAY})(?!\w){_NOT_BEFORE}{PART_OF_DAY}",
        _chosen_weekday,
    ),
    relative(
        "weekday",
        A_WEEKDAY,
        rf"(?P<name>{WEEKDAY})(?!\w){_NOT_BEFORE}{PART_OF_DAY}",
        _weekday,
        looks_back=True,
    ),
    relative(
        "day-word",
        A_DAY_WORD,
        r"(?<!\w)(?P<word>(?i:the day before yesterday|the day after tomorrow|yesterday|today"
        r"|tonight|tomorrow|last night|this (?:morning|afternoon|evening)))(?!\w|-)"
        r"(?!['’]s (?:world|society|youth|generation|children|standards|technology|age|economy))"
        r"(?! (?:programme|show)\b)(?: (?:morning|afternoon|evening|night))?",
        _day_word,
        outside_speech=True,
    ),
    relative(
        "week",
        A_WEEK,
        rf"{_EARLIER}(?<!\w)(?P<which>[Tt]his) week(?!\w|-)",
        _week,
        looks_back=True,
    ),
    relative(
        "week",
        A_WEEK,
        rf"{_EARLIER}(?<!\w)(?P<which>[Ll]ast|[Nn]ext) week(?!\w|-)",
        _week,
    ),
    relative(
        "weekend",
        A_WEEK,
        r"(?<!\w)(?P<which>[Ll]ast|[Tt]his past|[Tt]he past|[Tt]his|[Oo]ver the) weekend(?!\w|-)",
        _weekend,
    ),
    relative(
        "month-or-year",
        A_MONTH_OR_YEAR,
        rf"{_EARLIER}{_WHICH} (?P<unit>month|year)(?!\w|-)",
        _month_or_year,
    ),
)
"""In the order in which they are tried: what says more comes first."""
