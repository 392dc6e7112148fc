"""Where versions of one statement differ, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

_WORD: Final = re.compile(r"\S+\s*")

Run = tuple[str, bool]
"""Words, and whether they differ from another version."""


def differing(versions: tuple[str, ...]) -> tuple[tuple[Run, ...], ...]:
    """Cut each version into runs of words; true where some other version has them otherwise.

    Words are compared without case and without the marks around them.
    """
    words = [_WORD.findall(version) for version in versions]
    compared = [[_bare(word) for word in each] for each in words]
    return tuple(
        _runs(words[index], _differences(index, compared)) for index in range(len(versions))
    )


def _bare(word: str) -> str:
    return word.strip().strip(".,;:!?\"'“”‘’()[]…").casefold().replace("’", "'")


def _differences(index: int, versions: list[list[str]]) -> list[bool]:
    """Tell for each word of a version whether it is missing from its place in another one."""
    own = versions[index]
    differs = [False] * len(own)
    for other_index, other in enumerate(versions):
        if other_index == index or not other:
            continue
        shared = [False] * len(own)
        matcher = SequenceMatcher(None, own, other, autojunk=False)
        for start, _, size in matcher.get_matching_blocks():
            shared[start : start + size] = [True] * size
        differs = [differ or not same for differ, same in zip(differs, shared, strict=True)]
    return differs


def _runs(words: list[str], differs: list[bool]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for word, differ in zip(words, differs, strict=True):
        if runs and runs[-1][1] == differ:
            runs[-1] = (runs[-1][0] + word, differ)
        else:
            if runs and runs[-1][1]:
                # The blank between words that differ and words that do not is no difference.
                marked = runs[-1][0].rstrip()
                word = runs[-1][0][len(marked) :] + word
                runs[-1] = (marked, True)
            runs.append((word, differ))
    return tuple(runs)
