"""What stands behind a caption and its credit and belongs to neither."""

from __future__ import annotations

import re
from typing import Final

from builder.evidence.captions.vocabulary import JOINING, PARTICLES
from builder.model.content import Span

_NOTICES: Final = "|".join(
    (
        *("THIS (?:IMAGE|PICTURE)", "ATTENTION ", "EDITORIAL USE", "NO RESALES", "NO ARCHIVES"),
        *("MANDATORY CREDIT", "BEST QUALITY", "PHOTO NOT FOR SALE", "NOT FOR SALE"),
        *("FOR EDITORIAL", "TPX IMAGES", "RESTRICTED TO"),
    )
)
# Each way begins with a letter or a sign of its own, so that the search skips to one of them.
_BEHIND: Final = re.compile(
    r"(?:Purchase Licensing Rights.*|Acquire Licensing Rights.*|opens new tab"
    r"|hide caption|toggle caption|show caption"
    r"|\[Read [Mm]ore\]|Read [Mm]ore|\[Show [Mm]ore\]|Show [Mm]ore"
    r"|\*\*\* ?Local Caption ?\*\*\*.*"
    rf"|\((?:{_NOTICES})[^a-z)]*\)|(?:{_NOTICES})[^a-z(\[]*)\s*\Z"
)
_FEWEST_LETTERS_OF_A_NOTICE: Final = 8
# Between the credit and such words may stand a stroke or a dash.
_IN_CAPITALS: Final = re.compile(
    r"(?:(?<=[a-zß-öø-ÿ])\s+(?=[A-Z]{2})[^a-zß-öø-ÿ/()\[\]©]{8,}"
    r"|(?<=[)\]])\s*[/–—-]?\s*(?=[A-Z]{2})[^a-zß-öø-ÿ()\[\]©]{8,})\Z"
)
_FEWEST_WORDS_OF_A_NOTICE: Final = 3


def without_boilerplate(line: str, start: int) -> int:
    """Give the place where a line ends for its readers."""
    end = len(line.rstrip())
    while found := _BEHIND.search(line, start, end):
        end = len(line[: found.start()].rstrip(" \t,/–—-"))
    return end


def is_boilerplate(line: str) -> bool:
    """Tell whether a line holds nothing but what belongs to no caption."""
    return without_boilerplate(line, 0) == 0


def without_capitals(line: str, start: int, end: int) -> int:
    """Give the place where words in capitals begin that end a line in mixed case.

    They are a notice to editors only if what stands before them is a credit.
    """
    tail = line[max(start, end - _FEWEST_LETTERS_OF_A_NOTICE) : end]
    found = _IN_CAPITALS.search(line, start, end) if tail == tail.upper() else None
    words = re.findall(r"[^\W\d_]+", found[0]) if found else []
    # In Jan VAN DEN BERG a name ends the line.
    particles = PARTICLES - JOINING
    if found is None or any(word.casefold() in particles for word in words):
        return end
    is_behind_bracket = line[found.start() - 1] in ")]"
    return found.start() if len(words) + is_behind_bracket >= _FEWEST_WORDS_OF_A_NOTICE else end


def is_notice(line: str, bracket: Span) -> bool:
    """Tell whether a bracket holds a notice to editors."""
    return _BEHIND.fullmatch(line, *bracket) is not None
