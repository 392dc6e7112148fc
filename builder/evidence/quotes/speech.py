"""Which words of an article stand inside quotation marks."""

from __future__ import annotations

import re
from typing import Final

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
    "＂": "＂",
}
"""What closes each mark that opens."""

# A single mark may be an apostrophe, and these double ones are closing marks elsewhere.
_SINGLE: Final = "‘'‚"
_DOUBTFUL: Final = "‘'”»›"
_SIGNS: Final = "".join((*_CLOSING, *_CLOSING.values()))
# Letters and figures left out in front: ’90s, ’tis, rock ’n’ roll.
_LEFT_OUT: Final = re.compile(r"\d|(?:em|tis|twas|til|cause|bout|round|cos|n)\b", re.IGNORECASE)
_MARK: Final = re.compile(rf"[{_SIGNS}]|\n[ \t]*\n\s*")


def spoken(text: str) -> tuple[Span, ...]:
    """Give what stands inside quotation marks, marks left out.

    A mark opened and not closed at a paragraph's end stays open when the next paragraph begins
    with a mark of its kind, as long statements are printed.
    """
    found: list[Span] = []
    opening, start = "", 0
    for mark in _MARK.finditer(text):
        sign, at = mark[0], mark.start()
        if not opening:
            if sign in _CLOSING and _opens(text, at):
                opening, start = sign, mark.end()
        elif (sign[0] == "\n" and not _goes_on(text, mark.end(), opening)) or (
            sign in _CLOSING[opening] and not _is_inside(text, at, opening)
        ):
            found.append(Span(start, at))
            opening = ""
    if opening:
        found.append(Span(start, len(text)))
    return tuple(found)


def _goes_on(text: str, at: int, opening: str) -> bool:
    """Whether the paragraph that begins at `at` continues the speech."""
    sign = text[at : at + 1]
    return sign == opening or (opening == "«" and sign == "»")


def _is_inside(text: str, at: int, opening: str) -> bool:
    """Whether a mark that could close is an apostrophe, or only continues the speech."""
    if text[:at].rstrip(" \t").endswith("\n"):
        return True
    is_apostrophe = text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalpha()
    return opening in _SINGLE and is_apostrophe


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if text[at] in _DOUBTFUL and (before.isalnum() or not after or after.isspace()):
        return False
    return text[at] not in _SINGLE or _closes(text, at)


def _closes(text: str, at: int) -> bool:
    """Whether a single mark is closed in its paragraph, or opened again by the next one."""
    closing = re.compile(rf"(?<=\S)[{_CLOSING[text[at]]}](?![^\W_])|\n[ \t]*\n\s*")
    found = closing.search(text, at + 1)
    if found is None or found[0][0] != "\n":
        return found is not None
    return text.startswith(text[at], found.end()) and not _LEFT_OUT.match(text, at + 1)
