"""Where the pages of a transcript, or the minutes of a recording, begin: `[p. 3]`, `[04:10]`."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final, Literal, NamedTuple

_NAMED: Final = (
    r"(?:(?P<word>pp?\.|pages?|fols?\.)\s*(?P<page>\d{1,5}[a-z]?|[ivxlcdm]{1,9})"
    r"|(?P<time>(?:\d{1,3}:)?[0-5]?\d:[0-5]\d))"
)
_MARK: Final = re.compile(rf"\[{_NAMED}\]", re.IGNORECASE)
_END_OF_RANGE: Final = re.compile(r"[-–—]\s*([\w:]+)\s*\Z")
_LOCATOR: Final = re.compile(rf"{_NAMED}(?!\w)", re.IGNORECASE)


class PageMark(NamedTuple):
    """A place in a text where a page, a sheet, or a moment of a recording begins."""

    start: int
    label: str
    """The page's number, or the time, without zeros in front."""
    kind: Literal["page", "folio", "time"] = "page"

    @property
    def locator(self) -> str:
        """The mark as a citation gives it."""
        return {"page": "p. ", "folio": "fol. ", "time": ""}[self.kind] + self.label


def mark_at_start(line: str) -> re.Match[str] | None:
    """Give the mark that a line begins with: a page's stands alone, a time may have words behind.

    So a page in brackets at the beginning of a sentence is no mark.
    """
    found = _MARK.match(line)
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
            found.append(_named(mark, start + line.index(words)))
        start += len(line) + 1
    return tuple(found)


def pages_of(text: str) -> dict[str, int]:
    """Give where each page begins, by its locator; of one that begins twice, the first place."""
    found: dict[str, int] = {}
    for mark in page_marks(text):
        found.setdefault(mark.locator, mark.start)
    return found


def mark_before(marks: tuple[PageMark, ...], at: int) -> PageMark | None:
    """Give the mark of the page that a character stands on; None before the first."""
    place = bisect_right(marks, at, key=lambda mark: mark.start) - 1
    return marks[place] if place >= 0 else None


def named_by(marks: tuple[PageMark, ...], locator: str) -> PageMark | None:
    """Give the mark of the page or minute that a locator names; None when there is none."""
    wanted = _wanted(locator)
    if wanted is None:
        return None
    alike = [mark for mark in marks if mark.kind == wanted.kind]
    if wanted.kind != "time":
        return next((mark for mark in alike if mark.label == wanted.label), None)
    moment = _seconds(wanted.label)
    return next((mark for mark in reversed(alike) if _seconds(mark.label) <= moment), None)


def last_named_by(marks: tuple[PageMark, ...], locator: str) -> PageMark | None:
    """Give the last mark of a range such as `pp. 3–4` or `04:10–05:00`; of no range, its mark."""
    end = _END_OF_RANGE.search(locator)
    start = _LOCATOR.match(locator.strip())
    if end is None or start is None:
        return named_by(marks, locator)
    return named_by(marks, end[1] if start["time"] else f"{start['word']} {end[1]}")


def is_checkable(marks: tuple[PageMark, ...], locator: str) -> bool:
    """Tell whether a text has marks of the kind that a locator names."""
    wanted = _wanted(locator)
    return wanted is not None and any(mark.kind == wanted.kind for mark in marks)


def canonical(locator: str) -> str:
    """Give the locator of the mark that a locator names, as in `page 03`; empty when it is none."""
    wanted = _wanted(locator)
    return wanted.locator if wanted else ""


def _wanted(locator: str) -> PageMark | None:
    found = _LOCATOR.match(locator.strip())
    return _named(found, 0) if found else None


def _named(found: re.Match[str], start: int) -> PageMark:
    if found["time"]:
        return PageMark(start, _time(found["time"]), "time")
    label = found["page"].lower().lstrip("0") or "0"
    return PageMark(start, label, "folio" if found["word"][0] in "fF" else "page")


def _time(written: str) -> str:
    hours, minutes = divmod(_seconds(written) // 60, 60)
    shown = f"{minutes:02d}:{_seconds(written) % 60:02d}"
    return f"{hours}:{shown}" if hours else shown


def _seconds(written: str) -> int:
    total = 0
    for number in written.split(":"):
        total = total * 60 + int(number)
    return total
