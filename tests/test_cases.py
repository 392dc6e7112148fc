"""Cases written as prose: a title, the input files, and the problems exactly as they are printed.

A file of cases begins with the files that all its cases share; each case adds its own or replaces
a shared one. After a change that is meant, `RENEW_CASES=1 pytest tests/test_cases.py` writes the
listings anew, and the difference is reviewed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from conftest import listing, write_tree

FOLDER: Final = Path(__file__).parent / "cases"
LISTING: Final = "problems"
FEWEST: Final = 40

_TITLE: Final = re.compile(r"^## (?P<title>.+)$", re.MULTILINE)
_FENCED: Final = re.compile(
    r"^(?P<fence>`{3,})(?:\w+ )?(?P<name>[^\n`]+)\n(?P<text>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Case:
    """One case, and where its listing stands in the file of cases."""

    title: str
    line: int
    files: Mapping[str, str]
    expected: str
    start: int
    end: int


def cases_of(text: str) -> Iterator[Case]:
    """Read a file of cases."""
    titles = list(_TITLE.finditer(text))
    shared = {each["name"]: each["text"] for each in _FENCED.finditer(text, 0, titles[0].start())}
    ends = [*(title.start() for title in titles[1:]), len(text)]
    for title, end in zip(titles, ends, strict=True):
        blocks = list(_FENCED.finditer(text, title.end(), end))
        (expected,) = (each for each in blocks if each["name"] == LISTING)
        files = {each["name"]: each["text"] for each in blocks if each is not expected}
        line = text.count("\n", 0, title.start()) + 1
        yield Case(
            title["title"], line, {**shared, **files}, expected["text"], *expected.span("text")
        )


def all_cases() -> Iterator[tuple[Path, str, str]]:
    """Give file, title and a name that leads to the case, such as `link.md:42 A title`."""
    for path in sorted(FOLDER.glob("*.md")):
        for case in cases_of(path.read_text("utf-8")):
            yield path, case.title, f"{path.name}:{case.line} {case.title}"


def renewed(path: Path, title: str, found: str) -> None:
    """Write a case's listing anew; the file is read again, for other listings have moved it."""
    text = path.read_text("utf-8")
    case = next(each for each in cases_of(text) if each.title == title)
    path.write_text(text[: case.start] + found + text[case.end :], "utf-8")


@pytest.mark.parametrize(
    ("path", "title"), [pytest.param(path, title, id=name) for path, title, name in all_cases()]
)
def test_case(path: Path, title: str, tmp_path: Path) -> None:
    case = next(each for each in cases_of(path.read_text("utf-8")) if each.title == title)
    shown = listing(write_tree(tmp_path, case.files))
    found = f"{shown}\n" if shown else ""
    if os.environ.get("RENEW_CASES"):
        renewed(path, title, found)
    else:
        assert found == case.expected


def test_there_are_cases_of_every_kind() -> None:
    files = {path.stem for path in FOLDER.glob("*.md")}
    assert files == {"settings", "parse", "link", "check"}
    assert len(list(all_cases())) >= FEWEST


def test_no_two_cases_of_a_file_have_one_title() -> None:
    for path in FOLDER.glob("*.md"):
        titles = [case.title for case in cases_of(path.read_text("utf-8"))]
        assert len(titles) == len(set(titles))


def test_a_file_of_cases_is_read_as_it_is_written() -> None:
    text = (
        "# Cases\n\n```yaml dateline.yaml\ntitle: A\n```\n\n## One\n\nProse.\n\n"
        "````md content/articles/a.md\n```\ncode\n```\n````\n\n```problems\na\nb\n```\n\n"
        "## Two\n\n```yaml dateline.yaml\ntitle: B\n```\n\n```problems\n```\n"
    )
    one, two = cases_of(text)
    assert (one.title, one.line, one.expected) == ("One", 7, "a\nb\n")
    assert one.files == {"dateline.yaml": "title: A\n", "content/articles/a.md": "```\ncode\n```\n"}
    assert (two.title, two.files, two.expected) == ("Two", {"dateline.yaml": "title: B\n"}, "")
    assert text[one.start : one.end] == one.expected


def test_a_listing_is_renewed_in_its_place(tmp_path: Path) -> None:
    text = "## One\n\n```problems\nold\n```\n\n## Two\n\n```problems\nother\n```\n"
    path = tmp_path / "cases.md"
    path.write_text(text, "utf-8")
    renewed(path, "One", "new\nlines\n")
    renewed(path, "Two", "")
    assert path.read_text("utf-8") == (
        "## One\n\n```problems\nnew\nlines\n```\n\n## Two\n\n```problems\n```\n"
    )
