"""What a command would change, as a unified diff that `git apply` and `patch -p1` take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import unified_diff

from builder.changing.planning import Change

_NO_LINE_END = "\\ No newline at end of file\n"


def as_diff(changes: Iterable[Change]) -> str:
    """Give the difference between the files as they are and as they would be."""
    return "".join(line for change in changes for line in _diff(change))


def _diff(change: Change) -> Iterator[str]:
    old, new = change.path, change.new_path or change.path
    if change.new_path:
        yield f"diff --git a/{old} b/{new}\nrename from {old}\nrename to {new}\n"
    before, after = _lines(change.before), _lines(change.after)
    for line in unified_diff(before, after, _name("a", old), _name("b", new)):
        yield line if line.endswith("\n") else f"{line}\n{_NO_LINE_END}"


def _name(side: str, path: str) -> str:
    # As git does it: a tab shows where a name with blanks ends.
    return f"{side}/{path}\t" if " " in path else f"{side}/{path}"


def _lines(data: bytes) -> list[str]:
    """Part a text at line feeds alone; what else ends a line for Python is part of one."""
    *lines, last = data.decode().split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]
