"""Print problems in the form asked for."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli import surroundings
from builder.cli.shared import Shared
from builder.problems import Problem, Severity
from builder.problems.printing import MOST, as_github, as_json, as_text
from builder.withholding import NOTHING_PUBLIC, Public, masked


def print_problems(
    problems: tuple[Problem, ...],
    asked: Shared,
    project: Path,
    *,
    is_error: bool,
    public: Public = NOTHING_PUBLIC,
) -> None:
    """Print problems on the stream of results, or that of everything else; JSON is a result.

    Where strangers may read them, only what is public is named.
    """
    if is_public(asked):
        problems = masked(problems, public)
    match surroundings.problem_format(asked):
        case "json":
            click.echo(as_json(problems, extracts=not surroundings.is_public_log()))
        case "github":
            folder = surroundings.folder_in_repository(project)
            _print(as_github(problems, folder=folder), is_error=is_error)
        case _:
            _print(_text(problems, asked, is_error=is_error), is_error=is_error)


def is_public(asked: Shared) -> bool:
    """Tell whether strangers may read what is printed; GitHub's annotations are public."""
    return surroundings.is_public_log() or surroundings.problem_format(asked) == "github"


def is_json(asked: Shared) -> bool:
    """Tell whether the stream of results belongs to a program that reads JSON."""
    return surroundings.problem_format(asked) == "json"


def _text(problems: tuple[Problem, ...], asked: Shared, *, is_error: bool) -> str:
    output = surroundings.stream(is_error=is_error)
    if asked.is_quiet:
        problems = tuple(each for each in problems if each.severity is not Severity.NOTE)
    return as_text(
        problems,
        colour=surroundings.has_colours(asked, output),
        verbose=asked.is_verbose,
        extracts=not surroundings.is_public_log(),
        # Whoever reads a file can scroll.
        most=MOST if surroundings.is_terminal(output) else 0,
    )


def _print(text: str, *, is_error: bool) -> None:
    if text:
        # The colours were decided on; click would take them away from a file.
        click.echo(text, err=is_error, color=True)
