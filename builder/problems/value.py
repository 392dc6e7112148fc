"""What a mistake is, and in which order mistakes are listed.

A `Problem` is a value: stages return problems; nothing below the command line prints them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache
from itertools import accumulate, groupby
from operator import attrgetter
from typing import Final

from builder.values import frozen


class Severity(Enum):
    """How much a problem weighs: errors stop the build, warnings do not, notes only inform."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


_WARNINGS = """
    no-source missing-title missing-published quote-too-short quote-not-speech quote-ambiguous
    quote-gap caption-without-credit photo-without-rights photo-without-alt duplicate-url
    invented-first-of-month unknown-file no-events quote-unproved quote-crosses related-draft
    refused-markdown duplicate-text public-content
    no-holder unknown-page season-or-years far-future
""".split()
_NOTES = """
    single-source uncited-article guessed-title guessed-date no-capture bare-home-page
    duplicate-title source-older-than-event old-key no-url date-not-exported
    no-memory weekday-mismatch perhaps-same-photo
""".split()
_ERRORS = """
    yaml-syntax unknown-key missing-key wrong-type duplicate-key duplicate-id bad-id bad-date
    ambiguous-date reversed-range bad-time unknown-article unknown-event unknown-caption
    quote-not-found quote-near-miss quote-accents text-changed cites-draft not-utf8 too-large
    outside-project path-collision template-error broken-link unreadable bad-url both-keys
    unknown-image quotes-secret redacted unclear-access names-source merge-conflict ambiguous-name
""".split()

SEVERITIES: Final[dict[str, Severity]] = {
    **dict.fromkeys(_ERRORS, Severity.ERROR),
    **dict.fromkeys(_WARNINGS, Severity.WARNING),
    **dict.fromkeys(_NOTES, Severity.NOTE),
}
"""Every problem code with its severity; the codes are stable and documented one by one."""


_LINE_END: Final = re.compile(r"\r\n?|\n")
_LONGEST_SOURCE: Final = 5_000
"""A longer line is not quoted: it would fill a log, and every message would carry it."""

_MOST_PROBLEMS: Final = 1_000
_NEAR: Final = 1_000


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in an input file; line and column count characters from 1, 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0
    end_column: int = 0
    source: str = field(default="", compare=False)
    """The text of the line, for the extract under the message."""


@frozen
class Related:
    """Another place that explains a problem, such as the first of two equal ids."""

    message: str
    position: Position


@frozen
class Problem:
    """One mistake: what was found, where, and what to do about it."""

    code: str
    message: str
    position: Position
    hint: str = ""
    details: tuple[str, ...] = ()
    """Further lines such as the nearest words in the article; they may hold unpublished text."""
    related: tuple[Related, ...] = ()
    key: str = ""
    """The path of the key concerned, such as `sources[1].quote`."""
    severity: Severity = Severity.ERROR

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The total order in which problems are listed."""
        place = self.position
        return (place.file, place.line, place.column, self.code, self.message)


def problem(
    code: str,
    message: str,
    position: Position,
    *,
    hint: str = "",
    details: tuple[str, ...] = (),
    related: tuple[Related, ...] = (),
    key: str = "",
) -> Problem:
    """Make a problem whose severity is the one of its code; an unlisted code is a bug."""
    return Problem(code, message, position, hint, details, related, key, SEVERITIES[code])


_ORDER: Final = attrgetter("order")


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by file, line, column and code; equal ones are kept once."""
    ordered = sorted(problems, key=_ORDER)
    groups = (list(group) for _, group in groupby(ordered, _ORDER))
    # To hash a problem is to hash all it holds; nearly every one stands alone.
    return tuple(
        each for group in groups for each in (group if len(group) == 1 else dict.fromkeys(group))
    )


def promoted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Turn warnings into errors, as `--strict` does; notes stay notes."""
    return tuple(
        replace(each, severity=Severity.ERROR) if each.severity is Severity.WARNING else each
        for each in problems
    )


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems stops a build."""
    return any(each.severity is Severity.ERROR for each in problems)


@frozen
class InputText:
    """The text of one input file, without its byte order mark, and where offsets in it stand."""

    path: str
    text: str

    def position(self, start: int, end: int = -1) -> Position:
        """Give the position of the characters from `start` up to `end` (offsets from 0).

        A line ends at LF, CRLF or CR, as editors count; U+2028 ends no line.
        """
        text = self.text
        start = max(0, min(start, len(text)))
        # Most problems stand in the first lines.
        starts = _line_starts(text if start >= _NEAR else text[:_NEAR])
        line = bisect_right(starts, start)
        line_start = starts[line - 1]
        most = min(start + 2 * _LONGEST_SOURCE, len(text))
        ends = (text.find("\n", start, most), text.find("\r", start, most), most)
        source = text[line_start : min(at for at in ends if at >= 0)].rstrip("\r\n")
        stop = min(end, line_start + len(source)) if end > start else start + 1
        shown = source if len(source) <= _LONGEST_SOURCE else ""
        return Position(self.path, line, start - line_start + 1, stop - line_start + 1, shown)


@lru_cache(maxsize=4)
def _line_starts(text: str) -> list[int]:
    """Where each line begins; a file full of mistakes asks for it a thousand times."""
    if "\r" in text:
        return [0, *(found.end() for found in _LINE_END.finditer(text))]
    return [0, *accumulate([len(line) + 1 for line in text.split("\n")])]


def first_of(problems: Sequence[Problem], file: InputText) -> tuple[Problem, ...]:
    """Give the first thousand problems of one file, and say where more are left out."""
    if len(problems) <= _MOST_PROBLEMS:
        return tuple(problems)
    message = f"the file has {len(problems):,} mistakes; the first {_MOST_PROBLEMS:,} are listed"
    more = problem("too-large", message, Position(file.path), hint="mend these first")
    return (*problems[:_MOST_PROBLEMS], more)
