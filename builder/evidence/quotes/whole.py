"""Whether words of an article begin and end where nothing of what they say is cut off."""

from __future__ import annotations

import re
from typing import Final

from builder.evidence.boundaries import ends_word, starts_word
from builder.evidence.characters import APOSTROPHES, QUOTATION_MARKS
from builder.evidence.folding import RAISED_NOTE
from builder.evidence.quotes.numerals import cuts_number
from builder.evidence.quotes.readable import ReadableText
from builder.evidence.quotes.vocabulary import denial_in, unspaced

_REACH: Final = 60
_MARKS: Final = re.escape(QUOTATION_MARKS + APOSTROPHES + "״*_")
_HYPHEN: Final = "[-‐‑־]"
_WORD: Final = r"[^\W\d_]+"
# What is joined by a hyphen: non-violent, not-for-profit; and what is put to a word in marks.
_JOINED_BEFORE: Final = re.compile(rf"((?:{_WORD}{_HYPHEN})+)[{_MARKS}]*\Z")
_JOINED_BEHIND: Final = re.compile(rf"[{_MARKS}]*((?:{_HYPHEN}{_WORD})+)")
_GLUED_BEFORE: Final = re.compile(rf"({_WORD})[{_MARKS}]+\Z")
_GLUED_BEHIND: Final = re.compile(rf"[{_MARKS}]+({_WORD})")
_PREFIXES: Final = frozenset("non un in dis anti ex pseudo quasi counter contra אי בלתי".split())
_GLUED_PREFIXES: Final = frozenset("non un dis mis il ir anti pseudo".split())
_SUFFIXES: Final = frozenset("free less frei los vrij loos".split())
# A multiple behind the mark makes another number of the figures inside: “15”만.
_MULTIPLE: Final = frozenset("만억조천")


def begins_whole(text: ReadableText, at: int) -> bool:
    """Tell whether words that begin at a place of the visible text leave nothing of them out."""
    plain = text.plain
    return (
        (starts_word(plain, at) or opens_speech(text, at))
        and not unspaced.DENIED_BEFORE.search(plain, max(0, at - unspaced.REACH), at)
        and not _is_denied_before(text, at)
        and not cuts_number(text, at)
    )


def ends_whole(text: ReadableText, at: int) -> bool:
    """Tell whether words that end before a place of the visible text leave nothing of them out."""
    plain = text.plain
    return (
        (ends_word(plain, at) or closes_speech(text, at) or bool(RAISED_NOTE.match(plain, at)))
        and not unspaced.DENIED_BEHIND.match(plain, at)
        and not _is_denied_behind(text, at)
        and not cuts_number(text, at)
    )


def opens_speech(text: ReadableText, at: int) -> bool:
    """Tell whether right before a place there is a mark with which speech begins."""
    return at in text.speech_starts


def closes_speech(text: ReadableText, at: int) -> bool:
    """Tell whether right at a place there is a mark with which speech ends."""
    if at not in text.speech_ends:
        return False
    return not (text.plain[at - 1].isdigit() and text.plain[at + 1 : at + 2] in _MULTIPLE)


def _is_denied_before(text: ReadableText, at: int) -> bool:
    near = text.plain[max(0, at - _REACH) : at]
    if joined := _JOINED_BEFORE.search(near):
        words = re.split(_HYPHEN, joined[1].casefold())
        return any(word in _PREFIXES or _denies(word, text) for word in words)
    glued = _GLUED_BEFORE.search(near)
    return glued is not None and glued[1].casefold() in _GLUED_PREFIXES


def _is_denied_behind(text: ReadableText, at: int) -> bool:
    near = text.plain[at : at + _REACH]
    joined = _JOINED_BEHIND.match(near) or _GLUED_BEHIND.match(near)
    if joined is None:
        return False
    words = re.split(_HYPHEN, joined[1].casefold())
    return any(word in _SUFFIXES or _denies(word, text) for word in words)


def _denies(word: str, text: ReadableText) -> bool:
    return bool(word) and denial_in(word, text.languages)
