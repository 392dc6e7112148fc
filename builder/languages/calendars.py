"""The calendar of a language: names, patterns and clocks of the CLDR."""

from typing import Final

from builder.dates.language import Calendar, Joint
from builder.languages.cldr import (
    Data,
    date_format,
    digits_of,
    in_digits,
    kept,
    literal,
    skeleton,
)
from builder.languages.frames import (
    common,
    dash_of,
    day_of_month,
    day_of_year,
    frame_of,
    in_era,
    template,
)
from builder.languages.skeletons import Pattern, kinds, one_kind, read_pattern

_KEEP: Final = "\u00a0"
_CLOCK_FIELDS: Final = frozenset("H HH h hh m mm s ss a".split())


def calendar_of(data: Data) -> Calendar:
    """The calendar of a language."""
    frame = frame_of(data)
    before, after = _eras(data)
    return Calendar(
        digits=digits_of(data),
        months=_months(data, one_kind(frame.day, "M")),
        months_of_year=_months(data, one_kind(frame.month, "M")),
        months_alone=_months(data, "LLLL"),
        months_short=_months(data, "LLL"),
        weekdays=_weekdays(data),
        common=common(frame, after),
        early=in_era(frame, after),
        before=in_era(frame, before),
        day_of_month=day_of_month(data, frame.day),
        day_of_year=day_of_year(data, frame.day),
        dash=dash_of(data, "yMMMd", "y"),
        weekday=_weekday(data),
        with_clock=_joined(str(data["datetime_formats"]["long"]), "clock", "date"),
        clock=_clock(data, "short") or "{HH}:{mm}",
        clock_with_seconds=_clock(data, "medium") or "{HH}:{mm}:{ss}",
        midnight=_clock_template(skeleton(data, "Hm")) or "{HH}:{mm}",
        half_days=_half_days(data),
        clock_in_zone=f"{{clock}}{_KEEP}({{zone}})",
        either=_joint(data, "or"),
        both=_joint(data, "standard"),
    )


def _months(data: Data, field: str) -> tuple[str, ...]:
    """The names of the months as a field such as `MMMM`, `LLL` or `M` has them."""
    numbers = range(1, 13)
    if len(field) < 3:
        digits = digits_of(data)
        return tuple(in_digits(f"{number:0{len(field)}}", digits) for number in numbers)
    names = data["months"]["stand-alone" if field[0] == "L" else "format"]
    width = "wide" if len(field) == 4 else "abbreviated"
    return tuple(kept(names[width][number]) for number in numbers)


def _weekdays(data: Data) -> tuple[str, ...]:
    is_alone = one_kind(date_format(data, "full"), "E").startswith("c")
    names = data["days"]["stand-alone" if is_alone else "format"]["wide"]
    return tuple(kept(names[number]) for number in range(7))


def _weekday(data: Data) -> str:
    """The pattern of a date with its weekday."""
    full = date_format(data, "full")
    before, date, after = template(full).partition(template(date_format(data, "long")))
    if date:
        return f"{before}{{date}}{after}"
    is_first = kinds(full).startswith("E")
    return f"{{weekday}},{_KEEP}{{date}}" if is_first else f"{{date}},{_KEEP}{{weekday}}"


def _eras(data: Data) -> tuple[str, str]:
    """The eras before and after; in words where there are only English letters for them."""
    short, long = data["eras"]["abbreviated"], data["eras"]["wide"]
    names = long if short[0] in ("BC", "BCE") and not long[0].isascii() else short
    return kept(names[0]), kept(names[1])


def _half_days(data: Data) -> tuple[str, str]:
    """Morning and afternoon; in words where there are only Latin letters for them."""
    short, long = (data["day_periods"]["format"][width] for width in ("abbreviated", "wide"))
    names = long if short["am"] == "AM" and "am" in long else short
    return kept(names["am"]), kept(names["pm"])


def _clock(data: Data, length: str) -> str:
    """A clock time; that of 24 hours where the day has more parts than two."""
    pattern = read_pattern(str(data["time_formats"][length].pattern))
    return _clock_template(pattern) or _clock_template(
        skeleton(data, "Hm" if length == "short" else "Hms")
    )


def _clock_template(pattern: Pattern) -> str:
    """The pattern as a vocabulary has it; nothing when it has fields of other kinds."""
    if not {token.text for token in pattern if token.kind} <= _CLOCK_FIELDS:
        return ""
    return "".join(f"{{{token.text}}}" if token.kind else literal(token.text) for token in pattern)


def _joined(pattern: str, first: str, second: str) -> str:
    """A pattern of `{0}` and `{1}` with names for these."""
    text = pattern.replace("'", "")
    return text.replace("{0}", f"{{{first}}}").replace("{1}", f"{{{second}}}")


def _joint(data: Data, style: str) -> Joint:
    patterns = data["list_patterns"][style]
    if patterns["2"] == "{0} or {1}":
        # That is English, for want of a word.
        return Joint("{first} / {last}", "{first} / {last}", " / ")
    return Joint(
        pair=_joined(patterns["2"], "first", "last"),
        last=_joined(patterns["end"], "first", "last"),
        separator=patterns["middle"].replace("{0}", "").replace("{1}", ""),
    )
