"""Two versions of the same lines that git left in a file for somebody to choose from."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
# What is left where somebody took out only a part of what git wrote: a branch, a commit with its
# subject, or a stash. A letter that was quoted seven times has other words.
_LEFT_OVER: Final = re.compile(
    r"^(?:<{7}|>{7}) (?:\S+|[0-9a-f]{4,64} \([^\n]*|Updated upstream|Stashed changes)[ \t\r]*$",
    re.MULTILINE,
)
_ANCESTOR: Final = re.compile(r"^\|{7}(?: [^\n]*)?\n(?:[^\n]*\n)*\Z", re.MULTILINE)
_MOST_LINES: Final = 5
_HINT: Final = "keep one version, or join them, and take out the lines <<<<<<<, ======= and >>>>>>>"


def merge_conflicts(file: InputText) -> tuple[Problem, ...]:
    """Give a problem for each place where git could not join two versions, with both.

    A line `<<<<<<<` or `>>>>>>>` of a conflict that was half put right is one too.
    """
    text = file.text
    if "<<<<<<< " not in text and ">>>>>>> " not in text:
        return ()
    problems: list[Problem] = []
    at = 0
    for whole in _CONFLICT.finditer(text):
        problems += _left_over(file, at, whole.start())
        problems.append(_problem(file, whole))
        at = whole.end()
    return (*problems, *_left_over(file, at, len(text)))


def _left_over(file: InputText, start: int, end: int) -> Iterator[Problem]:
    """Give a problem for the first line left over between two whole conflicts."""
    found = _LEFT_OVER.search(file.text, start, end)
    if found:
        yield problem(
            "merge-conflict",
            "git could not join two versions here, and a part of what it wrote is left",
            file.position(found.start(), found.start() + 7),
            hint=_HINT,
        )


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
        hint=_HINT,
        details=details,
    )


def _version(name: str, text: str) -> tuple[str, ...]:
    lines = text.splitlines()
    shown = [f"  {line}" for line in lines[:_MOST_LINES]]
    more = (f"  … {len(lines) - _MOST_LINES} more",) if len(lines) > _MOST_LINES else ()
    return (f"in {name}:", *(shown or ["  (nothing)"]), *more)
