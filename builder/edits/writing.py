"""Values as YAML text that reads back as the same values, in the form people write notes in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from builder.edits.value import Value
from builder.values import frozen

_JOINERS: Final = "\u200c\u200d"
"""Letters that are not seen and that Persian, Hindi and emoji need: shown as they are."""

_KEY: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*\Z")
# Safe without quotation marks wherever it stands: no colon, comma, bracket or mark of YAML's own.
_PLAIN: Final = re.compile(r"[^\W_][\w.’'/()+–-]*(?: [\w.’'/()&+–-]+)*\Z")
# What other readers of YAML take for no text; of these, true and false are meant when written.
_NO_TEXT: Final = frozenset(["yes", "no", "on", "off", "y", "n", "null"])
_TRUTHS: Final = frozenset(["true", "false"])
# A date, a number, an id: written without quotation marks by everybody.
_BARE: Final = re.compile(
    r"(?:\d{4}(?:-\d\d){0,2}(?:/(?:\.\.|\d{4}(?:-\d\d){0,2}))?|-?\d+(?:\.\d+)?|[a-z][a-z0-9]*(?:-[a-z0-9]+)*)\Z"
)
_LONGEST_ROW: Final = 72


@frozen
class Form:
    """How a file is laid out."""

    line_end: str = "\n"
    dash: int = 2
    """How far the dashes of a list stand to the right of its key."""
    has_blocks: bool = True
    """Whether texts of several lines are written below `|`, not with `\\n` in quotation marks."""


def entry(key: str, value: Value, form: Form) -> list[str]:
    """Give the lines of a key with its value, from the key's own column."""
    name = key_text(key)
    if isinstance(value, str):
        first, *more = scalar(value, can_be_block=form.has_blocks)
        return [f"{name}: {first}", *_indented(more, 2)]
    row = _row(value)
    if row:
        return [f"{name}: {row}"]
    if isinstance(value, Mapping):
        return [f"{name}:", *_indented(entries(value, form), 2)]
    return [
        f"{name}:",
        *_indented((line for each in value for line in item(each, form)), form.dash),
    ]


def key_text(key: str) -> str:
    """Give a key as it is written."""
    return key if _KEY.match(key) else quoted(key)


def entries(keys: Mapping[str, Value], form: Form) -> Iterator[str]:
    """Give the lines of some keys."""
    for key, value in keys.items():
        yield from entry(key, value, form)


def item(value: Value, form: Form) -> list[str]:
    """Give the lines of a list's item, from the dash's column."""
    if isinstance(value, str):
        first, *more = scalar(value, can_be_block=form.has_blocks)
        return [f"- {first}", *_indented(more, 2)]
    row = _row(value)
    if row:
        return [f"- {row}"]
    if isinstance(value, Mapping):
        lines = list(entries(value, form))
    else:
        lines = [line for each in value for line in item(each, form)]
    return [f"- {lines[0]}", *_indented(lines[1:], 2)]


def flow(value: Value) -> str:
    """Give a value on one line, as it stands between brackets."""
    if isinstance(value, str):
        return scalar(value, can_be_block=False)[0]
    if isinstance(value, Mapping):
        keys = (f"{key_text(key)}: {flow(each)}" for key, each in value.items())
        return f"{{{', '.join(keys)}}}"
    return f"[{', '.join(map(flow, value))}]"


def _row(value: Value) -> str:
    """Give a short list of short texts, or an empty value, on one line."""
    if not value:
        return "{}" if isinstance(value, Mapping) else "[]"
    if isinstance(value, Mapping) or not all(isinstance(each, str) for each in value):
        return ""
    row = flow(value)
    return row if len(row) <= _LONGEST_ROW else ""


def _indented(lines: Iterator[str] | list[str], by: int) -> list[str]:
    return [f"{' ' * by}{line}" if line else "" for line in lines]


# ---------------------------------------------------------------------------------- one text


def scalar(text: str, *, can_be_block: bool, like: str = "") -> list[str]:
    """Give the lines of a text's YAML; `like` is the first character of what it stands in for.

    A text of several lines is a block where there can be one; its lines are from the second on.
    """
    if can_be_block and ("\n" in text or like in ("|", ">")) and _fits_block(text):
        kept = text.rstrip("\n")
        ending = {0: "-", 1: ""}.get(len(text) - len(kept), "+")
        more = [""] * (len(text) - len(kept) - 1)
        return [f"|{ending}", *kept.split("\n"), *more]
    if like == "'" and _is_shown(text):
        return [f"'{text.replace(chr(39), chr(39) * 2)}'"]
    is_bare = _BARE.match(text) and text not in _NO_TEXT
    if is_bare or (like == "plain" and _is_plain(text)):
        return [text]
    return [quoted(text)]


def _is_plain(text: str) -> bool:
    return bool(_PLAIN.match(text)) and text.lower() not in _NO_TEXT | _TRUTHS and _is_shown(text)


def _is_shown(text: str) -> bool:
    return all(letter.isprintable() or letter in _JOINERS for letter in text)


def _fits_block(text: str) -> bool:
    """Whether nothing of a text would be lost in a block: its first line tells the indentation."""
    return (
        bool(text.strip("\n"))
        and text[0] not in " \t\n"
        and all(map(_is_shown, text.replace("\t", " ").split("\n")))
    )


def quoted(text: str) -> str:
    """Write a text as a YAML value in quotation marks that reads back as the same text."""
    return f'"{"".join(_escaped(text))}"'


def _escaped(text: str) -> Iterator[str]:
    for letter in text:
        if letter in '"\\':
            yield f"\\{letter}"
        elif letter.isprintable() or letter in _JOINERS:
            yield letter
        else:
            yield _escape(ord(letter))


def _escape(number: int) -> str:
    short = {9: "\\t", 10: "\\n", 13: "\\r"}.get(number)
    if short:
        return short
    if number <= 0xFF:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"
