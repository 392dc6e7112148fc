"""Titles to ids: words of the title only, for a date in an id would outlive its correction."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from builder.model.identifiers import is_id

__all__ = ["id_from", "is_id"]

_LONGEST: Final = 80
# Letters of Latin alphabets that Unicode does not take apart into a letter and a mark.
_WRITTEN_OUT: Final = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_APOSTROPHES: Final = re.compile(r"(?<=\w)['’ʼ](?=\w)")


def id_from(title: str) -> str:
    """Give the id for a title, or the empty text when it holds no Latin letter."""
    lower = _APOSTROPHES.sub("", title.lower()).translate(_WRITTEN_OUT)
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", lower).lower()
        if not unicodedata.combining(letter)
    )
    words = re.findall(r"[a-z0-9]+", plain)
    if not any(letter.isalpha() for word in words for letter in word):
        return ""
    return _shortened(words)


def _shortened(words: list[str]) -> str:
    """Join as many whole words as are fit for an address."""
    joined = words[0][:_LONGEST]
    for word in words[1:]:
        if len(joined) + 1 + len(word) > _LONGEST:
            break
        joined = f"{joined}-{word}"
    return joined
