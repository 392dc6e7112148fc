"""The usual slips in YAML put right: of what could be meant, what lets most be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

_LONGEST: Final = 200_000
"""A longer text is not tried: each try reads it anew."""
_LINE: Final = re.compile(
    r"(?P<indent>[ \t]*)(?P<dashes>(?:-[ \t]+)*)"
    r"(?P<key>[A-Za-z_][\w-]*:)?(?P<gap>[ \t]*)(?P<value>.*)"
)
_BARE_KEY: Final = re.compile(r"(?P<key>[A-Za-z_][\w-]*)(?:[ \t]+(?P<value>.*))?")
_CLOSING: Final = {"[": "]", "{": "}"}
_INNER_MARK: Final = re.compile(r'(?<!\\)"')


class MendedLine(NamedTuple):
    """A line, counted from 1, as it could be meant."""

    number: int
    text: str


def mended_line(text: str, at: int, error_at: Callable[[str], int | None]) -> MendedLine | None:
    """Give the line that, written so, lets a text be read, or be read beyond a character.

    `at` is the character where the reading stopped; `error_at` tells where that of another text
    stops, None when it does not. The slip is on the line of `at`, or on the one above.
    """
    if len(text) > _LONGEST:
        return None
    lines = text.split("\n")
    last = text.count("\n", 0, at)
    best, furthest = None, last
    for number in _suspects(lines, last):
        above = next((line for line in reversed(lines[:number]) if line.strip()), "")
        for candidate in dict.fromkeys(_candidates(lines[number].rstrip("\r"), above)):
            trial = "\n".join((*lines[:number], candidate, *lines[number + 1 :]))
            stop = error_at(trial)
            if stop is None:
                return MendedLine(number + 1, candidate)
            reached = trial.count("\n", 0, stop)
            if reached > furthest:
                best, furthest = MendedLine(number + 1, candidate), reached
    return best


def _suspects(lines: list[str], last: int) -> Iterator[int]:
    """Give the line where the reading stopped, and the nearest above that holds anything."""
    for found, number in enumerate(n for n in range(last, -1, -1) if lines[n].strip()):
        if found == 2:
            return
        yield number


def _candidates(line: str, above: str) -> Iterator[str]:
    """Give the line as it could be meant, the most usual slips first."""
    found = _LINE.fullmatch(line)
    if found is None or line.lstrip().startswith("#"):
        return
    indent, dashes, key = found["indent"], found["dashes"], found["key"] or ""
    value = found["value"].rstrip()
    before = f"{indent.expandtabs(2)}{dashes}{key}{' ' if key else ''}"
    if "\t" in indent:
        yield f"{before}{value}" if value else before.rstrip()
    if key and value and not found["gap"]:
        yield f"{before}{value}"
    if value:
        yield from (f"{before}{each}" for each in _values(value))
    bare = None if key else _BARE_KEY.fullmatch(value)
    if bare:
        yield f"{before}{bare['key']}: {bare['value'] or ''}".rstrip()
    rest = f"{dashes}{key}{found['gap']}{value}"
    yield from (f"{' ' * width}{rest}" for width in _widths(above))


def _values(value: str) -> Iterator[str]:
    """Give a value in the quotation marks or brackets that it seems to lack."""
    mark = value[0]
    if mark in "\"'" and (value.endswith(mark) or value.count(mark) == 1):
        yield f'"{_escaped(value[1:].removesuffix(mark))}"'
    if mark in _CLOSING:
        yield f"{value}{_CLOSING[mark]}"
    yield f'"{_escaped(value)}"'


def _escaped(text: str) -> str:
    return _INNER_MARK.sub(r"\\" + '"', text)


def _widths(above: str) -> Iterator[int]:
    """Give how far a line may be indented: as the line above, its key, below it, or not at all."""
    found = _LINE.fullmatch(above)
    if found is None:
        return
    width = len(found["indent"])
    yield width
    yield width + len(found["dashes"])
    yield width + len(found["dashes"]) + 2
    yield 0
