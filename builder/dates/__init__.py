"""Dates as exact as they are known: notation, bounds, order, words."""

from builder.dates.clock import with_time
from builder.dates.display import Piece, clock_words, month_words, pieces, words, year_words
from builder.dates.reading import Interpretation, interpret, parse, rewritten
from builder.dates.value import UNDATED, Clock, DateError, Day, EventDate, Marker
from builder.dates.vocabulary import Vocabulary

__all__ = [
    "UNDATED",
    "Clock",
    "DateError",
    "Day",
    "EventDate",
    "Interpretation",
    "Marker",
    "Piece",
    "Vocabulary",
    "clock_words",
    "interpret",
    "month_words",
    "parse",
    "pieces",
    "rewritten",
    "with_time",
    "words",
    "year_words",
]
