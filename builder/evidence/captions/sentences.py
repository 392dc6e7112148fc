"""Where sentences end in a line, and what is prose in it."""

from __future__ import annotations

import re
from typing import Final

from builder.model.content import Span

SENTENCE_END: Final = re.compile(r"[.!?…][\"'”’)\]]*\s*|[|–—]\s*|\s-\s+")
_CLOSES: Final = re.compile(r"(?:\A|[.!?…][\"'”’»)\]]*|[|–—/(\[-])\Z")
_FINISHED: Final = re.compile(r"(?:(?:[^\W_]{2}|\b\d)[’)\]]*[.!?…][’)\]]*|(?:\b[A-Z]\.){2})\Z")
_LONGEST_END: Final = 12
# "Sgt. Jane Doe" goes on behind its full stop, "Harbour. Jane Doe" does not.
_STOP_INSIDE: Final = re.compile(
    r"[^\W\d_]{4}[.!?…][\"'”’)\]]*\s|[.!?…][\"”’)\]]+\s|[^\W\d_A-Za-zÀ-ɏ\u0370-\u1fff]\.\s"
)
_LOWER_WORD: Final = re.compile(r"(?<![\w'’.-])[^\W\d_A-Z][^\W\d_]*")
_LETTERS: Final = re.compile(r"[^\W\d_]{2}")
_INITIAL: Final = re.compile(r"(?:^|[\s(/.])[^\W\d_]\.\Z")


def lower_words(words: str) -> int:
    """Count the words without a capital, which a heading or a list of names has few of."""
    return sum(not word[0].isupper() for word in _LOWER_WORD.findall(words))


def is_sentence(words: str) -> bool:
    """Tell whether words begin and go on like a sentence."""
    return words.lstrip("“‘«\"'")[:1].isupper() and lower_words(words) >= 2


def has_finished(words: str) -> bool:
    """Tell whether words end with a full stop, and nobody is quoted with them."""
    tail = words.rstrip()[-_LONGEST_END:]
    return _FINISHED.search(tail) is not None and _LETTERS.search(words) is not None


def has_closed(words: str) -> bool:
    """Tell whether what stands behind some words begins anew: a full stop or a sign ends them."""
    return _CLOSES.search(words.rstrip()[-_LONGEST_END:]) is not None


def holds_sentence_end(words: str) -> bool:
    """Tell whether a sentence ends within some words."""
    return _STOP_INSIDE.search(words) is not None


def is_balanced(words: str) -> bool:
    """Tell whether every bracket that some words close was opened in them, and the reverse."""
    return words.count("(") == words.count(")") and words.count("[") == words.count("]")


def ends_with_initial(words: str) -> bool:
    """Tell whether a full stop ends an initial, as in "J. Doe", and no sentence."""
    return _INITIAL.search(words) is not None


def stripped(line: str, start: int, end: int) -> Span:
    """Leave the blanks around some words out."""
    words = line[start:end]
    first = start + len(words) - len(words.lstrip())
    return Span(first, max(first, start + len(words.rstrip())))
