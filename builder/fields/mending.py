"""The usual slips in YAML put right: of what could be meant, what lets the whole text be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import Final, NamedTuple

from builder.fields.declare import Field
from builder.fields.tables import ARTICLE, EVENT, PAGE, PERSON, SETTINGS

_LONGEST: Final = 200_000
"""A longer text is not tried: each try reads it anew."""
_LINE: Final = re.compile(
    r"(?P<indent>[ \t]*)(?P<dashes>(?:-[ \t]+)*)"
    r"(?P<key>[A-Za-z_][\w-]*:)?(?P<gap>[ \t]*)(?P<value>.*)"
)
_BARE_KEY: Final = re.compile(r"(?P<key>[A-Za-z_][\w-]*)(?:[ \t]+(?P<value>.*))?")
_CLOSING: Final = {"[": "]", "{": "}"}
_TO_ESCAPE: Final = re.compile(r'["\\]')
_ESCAPED_OR_NOT: Final = re.compile(r'\\["\\]|["\\]')
_COMMENT: Final = re.compile(r"(?<=[ \t])#(?:[ \t].*)?\Z")
_BEHIND_MARK: Final = {
    mark: re.compile(rf"(?<={mark})[ \t]+#(?:[ \t].*)?\Z") for mark in ('"', "'")
}
_CLOSES: Final = {
    mark: re.compile(rf"{mark}(?:[^{mark}\\]|\\.)*(?<=[^\s{mark}]){mark}(?!\w|\Z)")
    for mark in ('"', "'")
}
"""A text in marks, with more behind: its second mark stands behind a word and not before one."""


def _names(fields: tuple[Field, ...]) -> Iterator[str]:
    for each in fields:
        yield from (each.name, *each.synonyms)


def _names_below(fields: tuple[Field, ...]) -> Iterator[str]:
    for each in fields:
        yield from _names(each.fields)
        yield from _names_below(each.fields)


_NOTES: Final = (*EVENT, *ARTICLE, *PAGE, *SETTINGS)
_KEYS: Final = frozenset(_names(_NOTES))
_KEYS_BELOW: Final = frozenset((*_names(PERSON), *_names_below((*_NOTES, *PERSON))))


class MendedLine(NamedTuple):
    """A line, counted from 1, as it could be meant."""

    number: int
    text: str


def mended_line(text: str, at: int, is_readable: Callable[[str], bool]) -> MendedLine | None:
    """Give the line that, written so, lets all of a text be read.

    `at` is the character where the reading stopped: the slip is on its line, or the one above.
    """
    if len(text) > _LONGEST:
        return None
    lines = text.split("\n")
    last = text.count("\n", 0, at)
    for number in _suspects(lines, last):
        above = next((line for line in reversed(lines[:number]) if line.strip()), "")
        for candidate in dict.fromkeys(_candidates(lines[number].rstrip("\r"), above)):
            if is_readable("\n".join((*lines[:number], candidate, *lines[number + 1 :]))):
                return MendedLine(number + 1, candidate)
    return None


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
    gap, value = found["gap"], found["value"].rstrip()
    known = _KEYS_BELOW if indent or dashes else _KEYS
    if key and value and not gap and key[:-1] not in known:
        # No key, but words with a colon between them.
        key, value = "", f"{key}{value}"
    before = f"{indent.expandtabs(2)}{dashes}{key}{' ' if key else ''}"
    if "\t" in indent:
        yield f"{before}{value}" if value else before.rstrip()
    if key and value and not gap:
        yield f"{before}{value}"
    if value:
        yield from (f"{before}{each}" for each in _values(value))
    bare = None if key else _BARE_KEY.fullmatch(value)
    if bare and bare["key"] in known:
        yield f"{before}{bare['key']}: {bare['value'] or ''}".rstrip()
    rest = f"{dashes}{key}{gap}{value}"
    yield from (f"{' ' * width}{rest}" for width in _widths(above))


def _values(value: str) -> Iterator[str]:
    """Give a value in the quotation marks or brackets that it seems to lack."""
    value, comment = _without_comment(value)
    for each in _in_brackets(value) if _is_collection(value) else _in_marks(value):
        yield f"{each}{comment}"


def _without_comment(value: str) -> tuple[str, str]:
    """Part a value from the comment behind it."""
    mark = value[0]
    behind = _BEHIND_MARK[mark].search(value) if mark in _BEHIND_MARK else None
    start = value.rfind(mark) if mark in _BEHIND_MARK else 0
    found = behind or (_COMMENT.search(value, start) if start or mark not in _BEHIND_MARK else None)
    if found is None:
        return value, ""
    kept = value[: found.start()].rstrip()
    return kept, value[len(kept) :]


def _in_marks(value: str) -> Iterator[str]:
    mark = value[:1]
    is_quoted = mark in _CLOSES and (value.endswith(mark) or value.count(mark) == 1)
    if is_quoted and not _CLOSES[mark].match(value):
        inner = value[1:].removesuffix(mark)
        pattern = _ESCAPED_OR_NOT if mark == '"' else _TO_ESCAPE
        yield f'"{pattern.sub(_escaped, inner)}"'
    yield f'"{_TO_ESCAPE.sub(_escaped, value)}"'


def _escaped(found: re.Match[str]) -> str:
    return found[0] if len(found[0]) == 2 else f"\\{found[0]}"


def _is_collection(value: str) -> bool:
    """Tell whether a value is a list or group of keys, not a text that begins with a bracket."""
    opening = value[:1]
    if opening not in _CLOSING:
        return False
    steps = ((each == opening) - (each == _CLOSING[opening]) for each in value[:-1])
    return all(accumulate(steps))


def _in_brackets(value: str) -> Iterator[str]:
    """Give a list or group of keys closed, and what is quoted in it."""
    closing = _CLOSING[value[0]]
    inner = value[1:].removesuffix(closing)
    mark = '"' if inner.count('"') % 2 else ""
    yield f"{value[0]}{inner}{mark}{closing}"


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
