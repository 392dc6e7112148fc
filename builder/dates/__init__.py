"""Dates as exact as they are known: notation, bounds, order, words."""

from builder.dates.clock import with_time
from builder.dates.display import (
    Piece,
    clock_words,
    decade_label,
    month_label,
    month_name,
    month_words,
    pieces,
    words,
    year_without_month_words,
    year_words,
    years_label,
    years_words,
)
from builder.dates.language import Language, Vocabulary
from builder.dates.reading import Interpretation, interpret, parse, rewritten
from builder.dates.value import UNDATED, Clock, DateError, Day, EventDate, Marker

__all__ = [
    "UNDATED",
    "Clock",
    "DateError",
    "Day",
    "EventDate",
    "Interpretation",
    "Language",
    "Marker",
    "Piece",
    "Vocabulary",
    "clock_words",
    "decade_label",
    "interpret",
    "month_label",
    "month_name",
    "month_words",
    "parse",
    "pieces",
    "rewritten",
    "with_time",
    "words",
    "year_without_month_words",
    "year_words",
    "years_label",
    "years_words",
]
