"""Two versions of the same lines that git left in a file for somebody to choose from."""

from __future__ import annotations

import re
from typing import Final

from builder.problems import InputText, Problem, problem

# With `merge.conflictStyle = diff3` the common ancestor stands between, behind `|||||||`.
_CONFLICT: Final = re.compile(
    r"^<{7} (?P<ours>[^\n]*)\n"
    r"(?P<one>(?:(?!={7}\r?$|>{7} |<{7} )[^\n]*\n)*)"
    r"={7}\r?\n"
    r"(?P<other>(?:(?!>{7} |<{7} )[^\n]*\n)*)"
    r">{7} (?P<theirs>[^\n]*)",
    re.MULTILINE,
)
_ANCESTOR: Final = re.compile(r"^\|{7}(?: [^\n]*)?\n(?:[^\n]*\n)*\Z", re.MULTILINE)
_MOST_LINES: Final = 5


def merge_conflicts(file: InputText) -> tuple[Problem, ...]:
    """Give a problem for each place where git could not join two versions, with both."""
    if "<<<<<<< " not in file.text:
        return ()
    return tuple(_problem(file, found) for found in _CONFLICT.finditer(file.text))


def _problem(file: InputText, found: re.Match[str]) -> Problem:
    one = _ANCESTOR.sub("", found["one"])
    details = (
        *_version(found["ours"].strip(), one),
        *_version(found["theirs"].strip(), found["other"]),
    )
    return problem(
        "merge-conflict",
        "git could not join two versions of these lines and left both",
        file.position(found.start(), found.start() + 7),
        hint="keep one version, or join them, and take out the lines <<<<<<<, ======= and >>>>>>>",
        details=details,
    )


def _version(name: str, text: str) -> tuple[str, ...]:
    lines = text.splitlines()
    shown = [f"  {line}" for line in lines[:_MOST_LINES]]
    more = (f"  … {len(lines) - _MOST_LINES} more",) if len(lines) > _MOST_LINES else ()
    return (f"in {name}:", *(shown or ["  (nothing)"]), *more)
