"""Where the pages of a transcript, or the minutes of a recording, begin: `[p. 3]`, `[04:10]`."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final, NamedTuple

MARK: Final = re.compile(
    r"\[(?:(?:pp?\.|pages?|fols?\.)\s*(?P<page>\d{1,5}[a-z]?|[ivxlcdm]{1,9})"
    r"|(?P<time>(?:\d{1,3}:)?[0-5]?\d:[0-5]\d))\]",
    re.IGNORECASE,
)
_LOCATOR: Final = re.compile(
    r"(?:pp?\.|pages?|fols?\.)\s*(?P<page>\d{1,5}[a-z]?|[ivxlcdm]{1,9})\b"
    r"|(?P<time>(?:\d{1,3}:)?[0-5]?\d:[0-5]\d)",
    re.IGNORECASE,
)


class PageMark(NamedTuple):
    """A place in a text where a page, or a moment of a recording, begins."""

    start: int
    label: str
    """The page's number, or the time, without zeros in front."""
    is_time: bool = False

    @property
    def locator(self) -> str:
        """The mark as a citation gives it."""
        return self.label if self.is_time else f"p. {self.label}"


def mark_at_start(line: str) -> re.Match[str] | None:
    """Give the mark that a line begins with: a page's stands alone, a time may have words behind.

    So a page in brackets at the beginning of a sentence is no mark.
    """
    found = MARK.match(line)
    if found is None or (found["page"] and found.end() < len(line)):
        return None
    return found


def page_marks(text: str) -> tuple[PageMark, ...]:
    """Give the marks of a text in their order."""
    if "[" not in text:
        return ()
    found = []
    start = 0
    for line in text.split("\n"):
        words = line.strip()
        mark = mark_at_start(words) if words.startswith("[") else None
        if mark:
            at = start + line.index(words)
            found.append(_mark(mark, at))
        start += len(line) + 1
    return tuple(found)


def _mark(found: re.Match[str], start: int) -> PageMark:
    if found["time"]:
        return PageMark(start, _time(found["time"]), is_time=True)
    return PageMark(start, _page(found["page"]))


def mark_before(marks: tuple[PageMark, ...], at: int) -> PageMark | None:
    """Give the mark of the page that a character stands on; None before the first."""
    place = bisect_right(marks, at, key=lambda mark: mark.start) - 1
    return marks[place] if place >= 0 else None


def named_by(marks: tuple[PageMark, ...], locator: str) -> PageMark | None:
    """Give the mark of the page or minute that a locator names; None when there is none."""
    found = _LOCATOR.match(locator.strip())
    if found is None:
        return None
    if found["page"]:
        label = _page(found["page"])
        return next((mark for mark in marks if not mark.is_time and mark.label == label), None)
    times = [mark for mark in marks if mark.is_time]
    moment = _seconds(found["time"])
    return next((mark for mark in reversed(times) if _seconds(mark.label) <= moment), None)


def is_checkable(marks: tuple[PageMark, ...], locator: str) -> bool:
    """Tell whether a text has marks of the kind that a locator names."""
    found = _LOCATOR.match(locator.strip())
    return found is not None and any(mark.is_time == bool(found["time"]) for mark in marks)


def _page(written: str) -> str:
    return written.lower().lstrip("0") or "0"


def _time(written: str) -> str:
    hours, minutes = divmod(_seconds(written) // 60, 60)
    shown = f"{minutes:02d}:{_seconds(written) % 60:02d}"
    return f"{hours}:{shown}" if hours else shown


def _seconds(written: str) -> int:
    total = 0
    for number in written.split(":"):
        total = total * 60 + int(number)
    return total
