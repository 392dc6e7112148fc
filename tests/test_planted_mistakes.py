"""Thirty mistakes in thirty files of `planted/`: all are reported in one run, each at its place.

Where a problem stands is the place a curator would point at: the first character of the value, its
quotation mark included; the note's first key where something is missing; the beginning of a file
that cannot be read.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from conftest import TODAY, printed, unheard
from sites import copy_of, dateline

from builder.build import Options, check
from builder.problems import Problem, Severity

PLANTED: Final = Path(__file__).parent / "planted"


class Mistake(NamedTuple):
    """Where a mistake was planted, and what it is called."""

    file: str
    line: int
    column: int
    code: str


EVENTS, ARTICLES = "content/events", "content/articles"

MISTAKES: Final = (
    Mistake(f"{ARTICLES}/bad-address.md", 4, 6, "bad-url"),
    Mistake(f"{ARTICLES}/both-keys.md", 5, 1, "both-keys"),
    Mistake(f"{ARTICLES}/never-ends.md", 1, 1, "yaml-syntax"),
    Mistake(f"{ARTICLES}/no-picture.md", 7, 12, "unknown-image"),
    Mistake(f"{ARTICLES}/not-utf8.txt", 0, 0, "not-utf8"),
    Mistake(f"{ARTICLES}/text-changed.md", 4, 9, "text-changed"),
    Mistake(f"{EVENTS}/Bad-Name.yaml", 1, 1, "bad-id"),
    Mistake(f"{EVENTS}/ambiguous-date.yaml", 2, 7, "ambiguous-date"),
    Mistake(f"{EVENTS}/bad-date.yaml", 2, 7, "bad-date"),
    Mistake(f"{EVENTS}/bad-time.yaml", 3, 7, "bad-time"),
    Mistake(f"{EVENTS}/cites-draft.yaml", 5, 14, "cites-draft"),
    Mistake(f"{EVENTS}/colon.yaml", 1, 17, "yaml-syntax"),
    Mistake(f"{EVENTS}/duplicate-id.yaml", 1, 5, "duplicate-id"),
    Mistake(f"{EVENTS}/duplicate-key.yaml", 4, 1, "duplicate-key"),
    Mistake(f"{EVENTS}/missing-title.yaml", 3, 1, "missing-key"),
    Mistake(f"{EVENTS}/quote-accents.yaml", 5, 12, "quote-accents"),
    Mistake(f"{EVENTS}/quote-near-miss.yaml", 5, 12, "quote-near-miss"),
    Mistake(f"{EVENTS}/quote-not-found.yaml", 5, 12, "quote-not-found"),
    Mistake(f"{EVENTS}/reversed-range.yaml", 2, 7, "reversed-range"),
    Mistake(f"{EVENTS}/several.yaml", 5, 3, "missing-key"),
    Mistake(f"{EVENTS}/unknown-article.yaml", 5, 14, "unknown-article"),
    Mistake(f"{EVENTS}/unknown-caption.yaml", 6, 14, "unknown-caption"),
    Mistake(f"{EVENTS}/unknown-event.yaml", 6, 5, "unknown-event"),
    Mistake(f"{EVENTS}/unknown-key.yaml", 4, 1, "unknown-key"),
    Mistake(f"{EVENTS}/unknown-mark.yaml", 6, 33, "unknown-article"),
    Mistake(f"{EVENTS}/wrong-type.yaml", 3, 7, "wrong-type"),
    Mistake("content/pages/about.md", 6, 21, "broken-link"),
    Mistake("content/static/method.html", 0, 0, "path-collision"),
    Mistake("dateline.yaml", 3, 15, "broken-link"),
    Mistake("templates/pages/not-found.html", 4, 3, "template-error"),
)
MOST_COLUMNS: Final = 95
"""How many of a hundred columns have to be right; every line has to be."""


@pytest.fixture(scope="module")
def errors(tmp_path_factory: pytest.TempPathFactory) -> tuple[Problem, ...]:
    project = copy_of(PLANTED, tmp_path_factory.mktemp("planted") / "project")
    problems = check(project, Options(today=TODAY), unheard).problems
    return tuple(each for each in problems if each.severity is Severity.ERROR)


def test_thirty_mistakes_stand_in_thirty_files() -> None:
    assert len(MISTAKES) == len({each.file for each in MISTAKES}) == 30
    assert len({each.code for each in MISTAKES}) >= 25


def test_every_mistake_is_reported_and_nothing_else(errors: tuple[Problem, ...]) -> None:
    found = [(each.position.file, each.code) for each in errors]
    assert found == [(each.file, each.code) for each in sorted(MISTAKES)], printed(errors)


def test_every_line_is_right(errors: tuple[Problem, ...]) -> None:
    found = {(each.position.file, each.position.line) for each in errors}
    assert {(each.file, each.line) for each in MISTAKES} - found == set()


def test_nearly_every_column_is_right(errors: tuple[Problem, ...]) -> None:
    found = {(each.position.file, each.position.line, each.position.column) for each in errors}
    wrong = [each for each in MISTAKES if (each.file, each.line, each.column) not in found]
    assert 100 * (len(MISTAKES) - len(wrong)) >= MOST_COLUMNS * len(MISTAKES), wrong


def test_messages_speak_to_a_curator(errors: tuple[Problem, ...]) -> None:
    for each in errors:
        told = " ".join((each.message, each.hint, *each.details)).lower()
        assert not re.search(r"\b(invalid|please|builder|none|nonetype|traceback)\b", told), each
        # What was expected, or what to do, or at least with what it collides.
        assert each.hint or each.details or each.related or ": " in told or "expected" in told


def test_the_command_reports_them_in_one_run(tmp_path: Path) -> None:
    project = copy_of(PLANTED, tmp_path / "planted")
    ended = dateline("check", "--format", "json", here=project)
    told = json.loads(ended.stdout)
    assert ended.returncode == 2, "a mistake in the settings is among them"
    assert told["counts"]["error"] == 30
    files = [each["file"] for each in told["problems"] if each["severity"] == "error"]
    assert files == sorted(each.file for each in MISTAKES)
