"""The data of the CLDR for one language, as the library Babel brings it."""

import copy
from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from babel import Locale
from babel.localedata import LocaleDataDict, load

from builder.languages.skeletons import Pattern, read_pattern

Data: TypeAlias = Mapping[Any, Any]

_PARTS: Final = (
    *("months", "days", "quarters", "eras", "day_periods", "list_patterns", "interval_formats"),
    *("date_formats", "time_formats", "datetime_formats", "datetime_skeletons"),
    "default_numbering_system",
)
_KEEP: Final = "\u00a0"
_NOUGHTS: Final = {
    "adlm": "\U0001e950",
    "arab": "\u0660",
    "arabext": "\u06f0",
    "beng": "\u09e6",
    "cakm": "\U00011136",
    "deva": "\u0966",
    "hmnp": "\U0001e140",
    "mtei": "\uabf0",
    "mymr": "\u1040",
    "nkoo": "\u07c0",
    "olck": "\u1c50",
    "tibt": "\u0f20",
}
"""The nought of each numbering system that is some language's own; its other digits follow."""


def data_of(tongue: Locale) -> Data:
    """The parts of a language's data that dates need, in a copy.

    The library resolves references in place, in dictionaries that languages share: what was
    read for one could then be found in another.
    """
    data = load(str(tongue))
    return LocaleDataDict({part: copy.deepcopy(data[part]) for part in _PARTS})


def has_months(data: Data) -> bool:
    """Whether the months have names, and not only the numbers of a language without any."""
    return bool(data["months"]["format"]["wide"][1] != "M01")


def skeleton(data: Data, name: str) -> Pattern:
    """The pattern that a language has for some fields, such as `yMMMM`."""
    return read_pattern(str(data["datetime_skeletons"][name].pattern))


def date_format(data: Data, length: str) -> Pattern:
    """The pattern of a day, `long` or with its weekday, `full`."""
    return read_pattern(str(data["date_formats"][length].pattern))


def interval(data: Data, name: str, difference: str) -> tuple[Pattern, ...]:
    """The two halves of a range's pattern, or fewer when the library has not parted them."""
    formats = data["interval_formats"].get(name, {}).get(difference, ())
    return tuple(read_pattern(half) for half in formats)


def digits_of(data: Data) -> str:
    """The ten digits that are usual in a language; nothing where they are Latin.

    Arabic has Latin ones in the Maghreb and the Emirates, and where no country is named;
    `ar-EG` has its own. Whatever the CLDR says holds for years, days and clocks alike.
    """
    nought = _NOUGHTS.get(data["default_numbering_system"], "")
    return "".join(chr(ord(nought) + value) for value in range(10)) if nought else ""


def in_digits(text: str, digits: str) -> str:
    """Latin figures in other digits."""
    return "".join(digits[int(figure)] for figure in text) if digits else text


def kept(text: str) -> str:
    """A text of which no line breaks at a blank."""
    return text.replace(" ", _KEEP)


def literal(text: str) -> str:
    """A text as it stands in the pattern of a vocabulary."""
    return kept(text.replace("{", "{{").replace("}", "}}"))
