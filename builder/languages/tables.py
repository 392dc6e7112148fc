"""A language tag to its vocabulary: the CLDR's calendar, and our own phrases where we have some."""

import re
from typing import Final

from babel import Locale, UnknownLocaleError

from builder.dates import Vocabulary
from builder.languages.arabic import ARABIC
from builder.languages.calendars import calendar_of
from builder.languages.cldr import data_of, has_months
from builder.languages.french import FRENCH
from builder.languages.german import GERMAN
from builder.languages.korean import KOREAN
from builder.languages.neutral import NEUTRAL
from builder.languages.spanish import SPANISH

PHRASES: Final = {"ar": ARABIC, "de": GERMAN, "es": SPANISH, "fr": FRENCH, "ko": KOREAN}
"""Languages whose phrases are written out; all others have signs for them."""

_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")


def found_vocabulary(tag: str) -> Vocabulary | None:
    """The words of dates in a language; none when the CLDR does not know it."""
    tongue = _tongue(tag)
    if tongue is None or tongue.language == "en":
        return None
    data = data_of(tongue)
    if not has_months(data):
        return None
    return Vocabulary(calendar_of(data), PHRASES.get(tongue.language, NEUTRAL))


def found_name(tag: str, reader: str) -> str:
    """The name of a language in another; nothing when the CLDR does not know one of them."""
    tongue, readers = _tongue(tag), _tongue(reader)
    return (tongue.get_display_name(readers) or "") if tongue and readers else ""


def _tongue(tag: str) -> Locale | None:
    """The language of a tag, or of its beginning: `de-1996` is German."""
    subtags = re.split("[-_]", tag) if _TAG.fullmatch(tag) else []
    for length in range(len(subtags), 0, -1):
        try:
            return Locale.parse("_".join(subtags[:length]))
        except (UnknownLocaleError, ValueError):
            continue
    return None
