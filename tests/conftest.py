"""What tests of whole projects share: folders of files, a tiny project, and each stage's result."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, settings

from builder.build import Options, check
from builder.config import load_settings
from builder.model.content import Content
from builder.model.pages import Plan
from builder.model.timeline import PublicTimeline, Timeline
from builder.problems import Problem
from builder.problems.printing import as_text
from builder.stages.disclose import disclose
from builder.stages.discover import discover
from builder.stages.link import link
from builder.stages.parse import parse
from builder.stages.plan import plan

Problems = tuple[Problem, ...]

# The same examples on every run, so that a failure is the change's; `slow` looks further.
settings.register_profile(
    "quick",
    derandomize=True,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "slow", settings.get_profile("quick"), derandomize=False, max_examples=5_000
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

TODAY: Final = (2031, 6, 1)
"""The day on which the tests build."""

TINY: Final[Mapping[str, str]] = {
    "dateline.yaml": "title: The harbour wall\nurl: https://example.org/wall/\n",
    "content/articles/gull-0412.md": """\
---
title: Wall gives way in the night
publication: The Gull
published: 2031-04-12
---
A stretch of the harbour wall gave way before dawn on Saturday.

“Nobody was on the quay at the time,” the harbour master said.
""",
    "content/articles/tern-0413.txt": """\
---
title: Forty metres of wall lie in the harbour
publication: The Evening Tern
published: 2031-04-13
---
Divers measured forty metres of fallen stone on Sunday. The ferry is moored outside.
""",
    "content/events/wall-breaks.yaml": """\
title: The harbour wall breaks
date: 2031-04-12
summary: Forty metres of the wall fall into the harbour before dawn. [@gull-0412]
sources:
  - article: gull-0412
    quote: gave way before dawn on Saturday
  - article: tern-0413
    quote: Divers measured forty metres of fallen stone
""",
}
"""A project about which nothing at all is to be said."""


def write_tree(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder, text as UTF-8 with its line ends as they are; give the folder."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


@pytest.fixture
def tiny_project(tmp_path: Path) -> Path:
    """Give the folder of a small project that builds without a problem."""
    return write_tree(tmp_path / "project", TINY)


def listing(project: Path, *, drafts: bool = False, strict: bool = False) -> str:
    """Check a project and give everything that is printed about it."""
    report = check(project, Options(today=TODAY, drafts=drafts, strict=strict), unheard)
    return printed(report.problems)


def printed(problems: Problems) -> str:
    """Give problems as a person reads them, notes included."""
    return as_text(problems, colour=False, verbose=True)


def codes(problems: Problems) -> list[str]:
    """Give the codes of problems, in their order."""
    return [each.code for each in problems]


def unheard(stage: str, done: int, total: int) -> None:
    """Take progress and tell nobody."""


def uncounted(more: int) -> None:
    """Take what is done and tell nobody."""


# ------------------------------------------------------- the stages, each with those before it


def parsed(project: Path) -> tuple[Content, Problems]:
    """Read a project's files; the problems are those of reading alone."""
    site, _ = load_settings(project)
    inputs, found = discover(project, site)
    content, problems = parse(inputs, site, uncounted)
    return content, (*found, *problems)


def linked(project: Path) -> tuple[Timeline, Problems]:
    """Join a project's files; the problems are those of joining alone."""
    site, _ = load_settings(project)
    return link(parsed(project)[0], site, uncounted)


def disclosed(project: Path, *, drafts: bool = False) -> PublicTimeline:
    """Give what of a project may be public."""
    return disclose(linked(project)[0], today=TODAY, with_drafts=drafts)


def planned(project: Path, *, drafts: bool = False) -> tuple[Plan, Problems]:
    """Plan a project's site; the problems are those of planning alone."""
    return plan(disclosed(project, drafts=drafts))
