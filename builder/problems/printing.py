"""Problems as text for people, as JSON, and as annotations of GitHub's logs."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from builder.problems.value import Position, Problem, Severity

MOST: Final = 50
"""After so many problems of one code the rest are counted."""
WIDTH: Final = 96
"""Cells of the terminal that an extract may take; a longer line is cut round the mistake."""
_LEAD: Final = 40
"""Cells of a cut line that stand before the mistake, at least where there are as many."""
_TAB: Final = "    "
# What embeds or overrides a direction could make one line of the terminal read as another.
_TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSHOWN: Final = ("Cc", "Cs", "Zl", "Zp")

_BOLD: Final = "1"
_FAINT: Final = "2"
_COLOURS: Final = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_GITHUB_NAMES: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}


def as_text(
    problems: Iterable[Problem],
    *,
    colour: bool,
    verbose: bool,
    extracts: bool = True,
    most: int = MOST,
) -> str:
    """Give the listing that people read, or the empty text.

    Notes, and what exceeds `most` of one code (0 for no limit), are counted unless `verbose`;
    without `extracts` no line of an input file and no words of an article are shown.
    """
    lines: list[str] = []
    seen: Counter[tuple[Severity, str]] = Counter()
    unlisted: Counter[tuple[Severity, str]] = Counter()
    for each in problems:
        group = (each.severity, each.code)
        seen[group] += 1
        is_beyond = 0 < most < seen[group] or each.severity is Severity.NOTE
        if is_beyond and not verbose:
            unlisted[group] += 1
        else:
            lines.extend(_block(each, colour=colour, extracts=extracts))
    return "\n".join((*lines, *_counted(unlisted)))


def summary(problems: Iterable[Problem]) -> str:
    """Say how many errors and warnings there are; notes are no reason to act and not counted."""
    counts = Counter(each.severity for each in problems)
    parts = [
        _amount(counts[severity], severity.value)
        for severity in (Severity.ERROR, Severity.WARNING)
        if counts[severity]
    ]
    return ", ".join(parts) or "No problems"


def as_json(problems: Iterable[Problem], *, extracts: bool = True) -> str:
    """Give the problems as one JSON object, in ASCII; the form is numbered by `version`."""
    listed = tuple(problems)
    counts = Counter(each.severity for each in listed)
    document = {
        "version": 1,
        "problems": [_as_object(each, extracts=extracts) for each in listed],
        "counts": {severity.value: counts[severity] for severity in Severity},
    }
    return json.dumps(document, indent=2)


def as_github(problems: Iterable[Problem], *, folder: str = "") -> str:
    """Give one workflow command a problem, which GitHub shows beside the line of the file.

    GitHub's logs may be public, so no line of an input file and no words of an article are shown.
    `folder` is where the project lies in the repository.
    """
    return "\n".join(_annotation(each, folder) for each in problems)


def visible(text: str) -> str:
    """Write control characters as escapes, so that no content can speak to the terminal."""
    if text.isprintable():
        return text
    return "".join(_escape(letter) if _is_unshown(letter) else letter for letter in text)


def cells_taken(text: str) -> int:
    """Tell how many cells of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(map(_cells_of_letter, text))


# ------------------------------------------------------------------------------------- text


def _block(problem: Problem, *, colour: bool, extracts: bool) -> Iterator[str]:
    paint = _painted if colour else _plain
    place = problem.position
    shade = _COLOURS[problem.severity]
    where = paint(_where(place), _BOLD)
    what = paint(f"{problem.severity.value}[{problem.code}]", shade)
    yield f"{where}: {what} {visible(problem.message)}"
    if extracts and place.line and place.source.strip():
        extract = _extract(place)
        yield f"{paint(f'{place.line:5} |', _FAINT)} {extract.text}"
        yield f"{paint('      |', _FAINT)} {extract.margin}{paint(extract.carets, shade)}"
    if extracts:
        yield from (f"  {visible(line)}" for line in problem.details)
    yield from (f"  {visible(each.message)}: {_where(each.position)}" for each in problem.related)
    if problem.hint:
        yield f"  {paint('hint:', _BOLD)} {visible(problem.hint)}"


def _counted(unlisted: Counter[tuple[Severity, str]]) -> Iterator[str]:
    order = list(Severity)
    for severity, code in sorted(unlisted, key=lambda group: (order.index(group[0]), group[1])):
        count = unlisted[severity, code]
        more = "" if severity is Severity.NOTE else "more "
        amount = _amount(count, f"{more}{severity.value}")
        yield f"{amount} [{code}]; --verbose lists {'it' if count == 1 else 'them'}"


def _amount(count: int, name: str) -> str:
    return f"{count:,} {name}{'' if count == 1 else 's'}"


def _where(place: Position) -> str:
    path = visible(place.file)
    return f"{path}:{place.line}:{place.column}" if place.line else path


def _painted(text: str, shade: str) -> str:
    return f"\x1b[{shade}m{text}\x1b[0m"


def _plain(text: str, shade: str) -> str:
    return text


# ---------------------------------------------------------------------------------- extracts


class _Extract(NamedTuple):
    """A line as it is shown, the blanks before its carets, and the carets."""

    text: str
    margin: str
    carets: str


def _extract(place: Position) -> _Extract:
    """Cut a line round the characters concerned, and put carets under these."""
    shown = [_shown(letter) for letter in place.source]
    cells = [cells_taken(text) for text in shown]
    start = min(max(place.column - 1, 0), len(shown))
    end = min(max(place.end_column - 1, start + 1), len(shown))
    begin, stop = _window(cells, start)
    left = "…" if begin else ""
    right = "…" if stop < len(shown) else ""
    text = left + "".join(shown[begin:stop]) + right
    margin = " " * (len(left) + sum(cells[begin:start]))
    carets = "^" * max(1, sum(cells[start : min(end, stop)]))
    return _Extract(text.rstrip(), margin, carets)


def _window(cells: list[int], start: int) -> tuple[int, int]:
    """Give the characters to show, from and up to, when the one at `start` must be among them."""
    if sum(cells) <= WIDTH:
        return 0, len(cells)
    begin = start - _reach(reversed(cells[:start]), _LEAD)
    stop = begin + _reach(cells[begin:], WIDTH)
    if stop == len(cells):
        # Near the end of the line there is room for more of what stands before.
        begin = stop - _reach(reversed(cells), WIDTH)
    return begin, stop


def _reach(cells: Iterable[int], room: int) -> int:
    """Tell how many characters find room."""
    reached = 0
    for width in cells:
        room -= width
        if room < 0:
            break
        reached += 1
    return reached


def _shown(letter: str) -> str:
    return _TAB if letter == "\t" else visible(letter)


def _cells_of_letter(letter: str) -> int:
    # The second and third parts of a Korean syllable that is written in parts lie on the first.
    if unicodedata.category(letter) in ("Mn", "Me", "Cf") or "\u1160" <= letter <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1


def _is_unshown(letter: str) -> bool:
    return letter in _TURNING or unicodedata.category(letter) in _UNSHOWN


def _escape(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")


# -------------------------------------------------------------------------------------- JSON


def _as_object(problem: Problem, *, extracts: bool) -> dict[str, Any]:
    place = problem.position
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_column": place.end_column,
        "source": place.source if extracts else "",
        "hint": problem.hint,
        "details": list(problem.details) if extracts else [],
        "related": [
            {
                "file": each.position.file,
                "line": each.position.line,
                "column": each.position.column,
                "message": each.message,
            }
            for each in problem.related
        ],
    }


# ------------------------------------------------------------------------------------ GitHub


def _annotation(problem: Problem, folder: str) -> str:
    place = problem.position
    properties = {"file": f"{folder}/{place.file}" if folder else place.file}
    if place.line:
        properties |= {"line": str(place.line), "col": str(place.column)}
        properties |= {"endColumn": str(max(place.end_column, place.column))}
    properties["title"] = problem.code
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_GITHUB_NAMES[problem.severity]} {listed}::{_data(_lines(problem))}"


def _lines(problem: Problem) -> str:
    related = (f"{each.message}: {_where(each.position)}" for each in problem.related)
    hint = (f"hint: {problem.hint}",) if problem.hint else ()
    return "\n".join((problem.message, *related, *hint))


def _data(text: str) -> str:
    """Escape as the runner undoes it: https://github.com/actions/toolkit `core/src/command.ts`."""
    lines = (visible(line) for line in text.replace("%", "%25").replace("\r", "%0D").split("\n"))
    return "%0A".join(lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
