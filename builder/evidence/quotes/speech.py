"""Which words of an article stand inside quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final, NamedTuple

from builder.model.content import Span

_CLOSING: Final = {
    "“": "”",
    "„": "“”",
    "‟": "”",
    "”": "”",
    '"': '"',
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‘": "’",
    "‚": "‘’",
    "'": "'",
    "「": "」",
    "『": "』",
    "﹁": "﹂",
    "﹃": "﹄",
    "〝": "〞〟",
    "＂": "＂",
    "״": "״",
    "``": "",
}
"""What closes each mark that opens."""

_HEBREW_MARKS: Final = '"״”“'
# Behind a figure they are feet and inches: 6' 2".
_OF_MEASURES: Final = "\"'’”"
# A single mark may be an apostrophe, and these double ones are closing marks elsewhere.
_SINGLE: Final = "‘'‚"
_DOUBTFUL: Final = "‘'”»›"
_SIGNS: Final = "".join((*_CLOSING, *_CLOSING.values())).replace("`", "")
_TYPEWRITTEN: Final = "``"
"""What opens the speech that two apostrophes close."""
# Between two letters it is an abbreviation's in Hebrew, unless what precedes is written to words.
_HEBREW: Final = re.compile(r"[\u05d0-\u05ea]")
_WRITTEN_TO_WORDS: Final = re.compile(r"(?<![\u05d0-\u05ea])[והבכלמש]{1,3}\Z")
_LONGER_WORD: Final = re.compile(r"[\u05d0-\u05ea]{2}")
_HANGUL: Final = re.compile(r"[\uac00-\ud7a3]")
_DECADE: Final = re.compile(r"\d0s\b")
# Letters and figures left out in front: ’90s, ’tis, rock ’n’ roll.
_LEFT_OUT: Final = re.compile(r"\d|(?:em|tis|twas|til|cause|bout|round|cos|n)\b", re.IGNORECASE)
_MARK: Final = re.compile(rf"``|''|[{_SIGNS}]|\n[ \t]*\n\s*")


_SPEECH_ENDS: Final = {
    sign: re.compile(rf"(?<=\S)[{_CLOSING[sign]}](?!(?!{_HANGUL.pattern})[^\W_])|\n[ \t]*\n\s*")
    for sign in _SINGLE
}
"""Where what a single mark opens may end: at a mark that closes it, or with the paragraph."""


def spoken(text: str) -> tuple[Span, ...]:
    """Give what stands inside quotation marks, marks left out.

    A mark opened and not closed at a paragraph's end stays open when the next paragraph begins
    with a mark of its kind, as long statements are printed.
    """
    found: list[Span] = []
    ends = {sign: _Ends.of(sign, text) for sign in _SINGLE if sign in text}
    opening, start = "", 0
    for mark in _MARK.finditer(text):
        sign, at = mark[0], mark.start()
        if sign == "''" and opening != _TYPEWRITTEN:
            sign = "'"
        if not opening:
            if sign in _CLOSING and _opens(text, at, ends.get(sign)):
                opening, start = sign, mark.end()
        elif _ends(text, mark, sign, opening):
            found.append(Span(start, at))
            opening = ""
    if opening:
        found.append(Span(start, len(text)))
    return tuple(found)


class _Ends(NamedTuple):
    """All places of a text where speech in one kind of single marks may end, in order."""

    places: tuple[Span, ...]

    @classmethod
    def of(cls, sign: str, text: str) -> _Ends:
        return cls(tuple(Span(*end.span()) for end in _SPEECH_ENDS[sign].finditer(text)))

    def behind(self, at: int) -> Span | None:
        """Give the first place behind an opening mark."""
        following = bisect_left(self.places, (at + 1, 0))
        return self.places[following] if following < len(self.places) else None


def _ends(text: str, mark: re.Match[str], sign: str, opening: str) -> bool:
    """Whether a mark, or a paragraph's end, ends the speech that another one opened."""
    if sign[0] == "\n":
        return not _goes_on(text, mark.end(), opening)
    if opening == _TYPEWRITTEN:
        return sign == "''"
    at = mark.start()
    return sign in _CLOSING[opening] and not _is_inside(text, at, opening)


def _goes_on(text: str, at: int, opening: str) -> bool:
    """Whether the paragraph that begins at `at` continues the speech."""
    sign = text[at : at + len(opening)]
    return sign == opening or (opening == "«" and sign == "»")


def _is_inside(text: str, at: int, opening: str) -> bool:
    """Whether a mark that could close is an apostrophe, or only continues the speech."""
    before = at
    while before and text[before - 1] in " \t":
        before -= 1
    if text[before - 1 : before] == "\n":
        return True
    if opening in _HEBREW_MARKS and _is_gershayim(text, at):
        return True
    is_apostrophe = text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalpha()
    return opening in _SINGLE and is_apostrophe and not _HANGUL.match(text, at + 1)


def _is_gershayim(text: str, at: int) -> bool:
    """Whether a mark between two Hebrew letters makes an abbreviation of them."""
    if not (_HEBREW.match(text, at - 1) and _HEBREW.match(text, at + 1)):
        return False
    is_written_to = _WRITTEN_TO_WORDS.search(text, max(0, at - 4), at)
    return not (is_written_to and _LONGER_WORD.match(text, at + 1))


def _opens(text: str, at: int, ends: _Ends | None) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if text[at] in _DOUBTFUL and (before.isalnum() or not after or after.isspace()):
        return False
    if before.isdigit() and text[at] in _OF_MEASURES:
        return False
    if text[at] in _SINGLE and _DECADE.match(text, at + 1):
        return False
    if text[at] in _HEBREW_MARKS and at and _is_gershayim(text, at):
        return False
    return ends is None or _closes(text, at, ends)


def _closes(text: str, at: int, ends: _Ends) -> bool:
    """Whether a single mark is closed in its paragraph, or opened again by the next one."""
    end = ends.behind(at)
    if end is None or text[end.start] != "\n":
        return end is not None
    return text.startswith(text[at], end.end) and not _LEFT_OUT.match(text, at + 1)
