"""The YAML most notes are written in, read without libyaml.

Documents of keys and lists by indentation, with values that begin and end on one line, and blocks
below `|` and `>`. For any other text, and wherever something would have to be decided, `composed`
gives None, and libyaml does the work. Law, tested over generated and mutated texts: what is given
here is, offset for offset, what libyaml gives. It takes two fifths of the time.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Final

from builder.fields.tree import Mapping, Node, Scalar, Sequence

# Every node takes a character: in a text of fewer than nodes are allowed, none has to be counted.
_MOST_CHARACTERS: Final = 100_000

# What YAML refuses or takes for the end of a line, marks of byte order, and backslashes, which
# escape, are left out; between quotation marks, these are too.
_BETWEEN_MARKS: Final = (
    r" !#-\[\]-~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
)
_ANY: Final = rf'["{_BETWEEN_MARKS}]'

# A line: its blanks, dash, key, and value in quotation marks, or as a block, or whatever is left.
# Nesting has an end because indentation has. All lines of a block begin with the blanks of its
# first, and below it comes a line that is indented less, never one of fewer blanks alone. From a
# line that holds a character left out above, all the rest of the text is one empty line.
_LINE: Final = re.compile(
    rf"""
    (
        ([ ]{{0,20}}+) (-[ ]++)? (?:([A-Za-z_][A-Za-z0-9_-]{{0,99}}+):(?:[ ]|(?=\n|\Z)))?
        (?:
            ("[{_BETWEEN_MARKS}]*+") \n
        |   ([|>]-?\n ([ ]++)(?=[^ \n]){_ANY}*+(?:\n++\7{_ANY}*+)*+\n*+)(?=[ ]*+[^ \n]|(?<![ ])\Z)
        |   ({_ANY}*+) (?:\n|\Z)
        )
    )
    |   (?s:.++)
    """,
    re.VERBOSE,
)

# A colon only between characters, and no blank at the end.
_PLAIN: Final = re.compile(r"""-?[^\s\-?:,\[\]{}#&*!|>'"%@`][^:#]*(?::[^\s:#][^:#]*)*(?<! )\Z""")
_SINGLE: Final = re.compile(r"'[^']*(?:''[^']*)*'\Z")

# No comma between quotation marks, so that commas part the items.
_WORD: Final = r"[\w.’/][\w.’'/+–-]*+"
_ITEM: Final = rf"""(?:"[^",]*+"|'[^',]*+'|-?{_WORD}(?: +{_WORD})*)"""
_BRACKETS: Final = re.compile(rf"\[(?:{_ITEM}(?:, {_ITEM})*)?\]\Z")

_LINE_FEEDS: Final = re.compile(r"\n(\n*)")

# The column where a line begins, and the one behind its dash if it has one; its key and its value
# if it has them; and where in the text it begins. The end of a document is left of everything.
_Line = tuple[int, int, Scalar | None, Node | None, int]
_END: Final = -1

# Calling a named tuple takes twice as long.
_scalar = partial(tuple.__new__, Scalar)
_sequence = partial(tuple.__new__, Sequence)
_mapping = partial(tuple.__new__, Mapping)


class _Uncommon(Exception):
    """Ends the reading of a text that libyaml has to read; never leaves this module."""


def composed(text: str) -> tuple[Node, ...] | None:
    """Give the top node of each document of a text of the common kind, None for any other."""
    if len(text) > _MOST_CHARACTERS:
        return None
    try:
        return _documents(_lines(text))
    except _Uncommon:
        return None


# ------------------------------------------------------------------------------ lists and keys


def _documents(lines: list[_Line]) -> tuple[Node, ...]:
    # The hyphens above the first document end none.
    at = 1 if lines[0][0] == _END else 0
    documents: list[Node] = []
    while at < len(lines):
        document, end = _collection(lines, at)
        # A line that fits nowhere ends all that is open: it goes on with a value, or is a mistake.
        if lines[end][0] != _END:
            raise _Uncommon
        documents.append(document)
        at = end + 1
    return tuple(documents)


def _collection(lines: list[_Line], at: int) -> tuple[Sequence | Mapping, int]:
    """Read the list or the keys that begin in a line; gives them with the line behind them."""
    column, inner, _, _, _ = lines[at]
    return _list(lines, at) if inner > column else _keys(lines, at)


def _list(lines: list[_Line], at: int) -> tuple[Sequence, int]:
    column, inner, key, value, start = lines[at]
    next_column, end = column, start
    items: list[Node] = []
    while next_column == column and inner > column:
        if key is not None:
            value, at = _keys(lines, at)
        elif value is not None:
            at += 1
        else:
            raise _Uncommon
        items.append(value)
        next_column, inner, key, value, end = lines[at]
    return _sequence((tuple(items), start, end)), at


def _keys(lines: list[_Line], at: int) -> tuple[Mapping, int]:
    # Behind a dash, the first key stands further right than its line begins.
    _, column, key, value, end = lines[at]
    next_column = inner = column
    entries: dict[str, tuple[Scalar, Node]] = {}
    while next_column == column and inner == column:
        if key is None or key[0] in entries:
            raise _Uncommon
        at += 1
        next_column, inner, next_key, next_value, end = lines[at]
        if value is None:
            # A list may stand below its key without being indented.
            if next_column > column or (next_column == column and inner > column):
                value, at = _collection(lines, at)
                next_column, inner, next_key, next_value, end = lines[at]
            else:
                value = _scalar(("", key.end + 1, key.end + 1, True))
        entries[key[0]] = key, value
        key, value = next_key, next_value
    found = tuple(entries.values())
    return _mapping((found, found[0][0].start, end)), at


# --------------------------------------------------------------------------------------- lines


def _lines(text: str) -> list[_Line]:
    """Give the lines that hold something, and the ends of the documents."""
    found = _LINE.findall(text)
    # The last match is the one of nothing at the end of the text.
    if text and not found[-2][0]:
        raise _Uncommon
    lines: list[_Line] = []
    behind = 0
    for line, blanks, dash, word, quoted, block, indentation, rest in found:
        at, behind = behind, behind + len(line)
        column = len(blanks)
        inner = column + len(dash)
        start = at + inner
        if word:
            end = start + len(word)
            key = _scalar((word, start, end, True))
            start = end + 2
        elif dash:
            key = None
        elif line == "---\n":
            lines.append((_END, _END, None, None, at))
            continue
        elif line.lstrip(" ")[:1] in "#\n":
            continue
        else:
            raise _Uncommon
        value: Node | None
        if quoted:
            value = _scalar((quoted[1:-1], start, behind - 1, False))
        elif block:
            if len(indentation) <= (inner if word else column):
                raise _Uncommon
            value = _scalar((_block(block, indentation), start, behind, False))
        else:
            value = _value(rest, start) if rest else None
        lines.append((column, inner, key, value, at + column))
    lines.append((_END, _END, None, None, behind))
    return lines


def _value(written: str, start: int) -> Node | None:
    """Give the value in the rest of a line, None where there is none."""
    end = start + len(written)
    first = written[:1]
    if first == "[":
        if _BRACKETS.match(written):
            return _sequence((_items(written[1:-1], start + 1), start, end))
    elif first == '"':
        if written.find('"', 1) == len(written) - 1:
            return _scalar((written[1:-1], start, end, False))
    elif first == "'":
        if _SINGLE.match(written):
            return _scalar((written[1:-1].replace("''", "'"), start, end, False))
    elif _PLAIN.match(written):
        return _scalar((written, start, end, True))
    # Without the blanks around it, and the comment.
    bare = f" {written}".split(" #", 1)[0].strip(" ")
    if not bare:
        return None
    if bare == written:
        raise _Uncommon
    return _value(bare, start + len(written) - len(written.lstrip(" ")))


def _items(written: str, start: int) -> tuple[Scalar, ...]:
    items: list[Scalar] = []
    for item in written.split(", ") if written else ():
        end = start + len(item)
        is_plain = item[0] not in "\"'"
        items.append(_scalar((item if is_plain else item[1:-1], start, end, is_plain)))
        start = end + 2
    return tuple(items)


def _block(written: str, indentation: str) -> str:
    """Give the text of a block, written with its mark."""
    mark, _, text = written.replace("\n" + indentation, "\n").partition("\n")
    lines = text.rstrip("\n")
    if mark[0] == ">":
        # Lines that are indented more are not folded.
        if "\n " in lines:
            raise _Uncommon
        lines = _LINE_FEEDS.sub(lambda found: found[1] or " ", lines)
    return f"{lines}\n" if text[-1] == "\n" and "-" not in mark else lines
