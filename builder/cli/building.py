"""The commands `build` and `check`."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from builder.cli import surroundings
from builder.cli.ending import DONE, PROBLEMS, WRONG_USAGE, Refused
from builder.cli.listing import is_json, print_problems
from builder.cli.progress import ProgressBar
from builder.cli.shared import Command, Shared, shared
from builder.problems import SEVERITIES, Problem, Severity, has_errors
from builder.problems.printing import summary

if TYPE_CHECKING:
    from builder.build import Options, Progress, Report

    Work = Callable[[Path, Options, Progress], Report]

_SETTINGS: Final = "dateline.yaml"
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


def _day(
    context: click.Context, option: click.Parameter, value: str | None
) -> tuple[int, int, int]:
    from datetime import date

    if value is None:
        return surroundings.today()
    try:
        day = date.fromisoformat(value if _DAY.fullmatch(value) else "")
    except ValueError:
        message = f"'{value}' is no day; expected one such as 2025-04-17"
        raise click.BadParameter(message, context, option) from None
    return day.year, day.month, day.day


def _address(context: click.Context, option: click.Parameter, value: str | None) -> str:
    from builder.fields.read import is_web_address

    if not value:
        return ""
    if not is_web_address(value):
        message = f"'{value}' is no web address; expected one such as https://example.org/"
        raise click.BadParameter(message, context, option)
    return value if value.endswith("/") else f"{value}/"


_strict = click.option("--strict", is_flag=True, help="Count warnings as errors.")
_drafts = click.option(
    "--drafts", is_flag=True, help="Take in drafts and notes whose embargo has not ended."
)
_now = click.option(
    "--now",
    metavar="DATE",
    callback=_day,
    help="The day to take for today, such as 2025-04-17; only embargoes depend on it. "
    "Else today's, in UTC.",
)


@click.command(cls=Command)
@click.option("--output", metavar="DIR", help="Write the site there instead of to site/.")
@_strict
@_drafts
@click.option(
    "--url",
    metavar="URL",
    callback=_address,
    help="The public address, in place of the one in dateline.yaml.",
)
@click.option(
    "--clean",
    is_flag=True,
    help="Write every file again, also those that have not changed.",
)
@click.option(
    "--adopt",
    is_flag=True,
    help="Write into a folder that already holds files; those of other names stay.",
)
@_now
@click.option("--timings", is_flag=True, help="Also print how long each stage took.")
@click.pass_context
def build(
    context: click.Context,
    *,
    output: str | None,
    strict: bool,
    drafts: bool,
    url: str,
    clean: bool,
    adopt: bool,
    now: tuple[int, int, int],
    timings: bool,
) -> int:
    """Write the site from the content.

    Every mistake in the content is reported with its file and line. With an error in it nothing
    is written, and the site stays as it was. Warnings do not stop the build.
    """
    from builder.build import Options
    from builder.build import build as build_site

    options = Options(
        drafts=drafts,
        strict=strict,
        url=url,
        output=surroundings.absolute(output) if output else None,
        today=now,
        adopt=adopt,
        clean=clean,
        home=surroundings.home(),
    )
    asked = shared(context)
    project = surroundings.project_folder(asked)
    report = _done(build_site, project, options, asked)
    print_problems(report.problems, asked, project, is_error=True)
    if not asked.is_quiet:
        _print_outcome(report, asked, project, has_timings=timings)
    return _exit_code(report.problems)


@click.command(cls=Command)
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path())
@_strict
@_drafts
@_now
@click.pass_context
def check(
    context: click.Context,
    *,
    files: tuple[str, ...],
    strict: bool,
    drafts: bool,
    now: tuple[int, int, int],
) -> int:
    """Look for mistakes as 'build' does, and write nothing.

    With files or folders named, only the problems in these are printed. The exit code is 0 when
    there is no error, 1 when there is one, 2 when it lies in dateline.yaml.
    """
    from builder.build import Options
    from builder.build import check as check_content

    asked = shared(context)
    project = surroundings.project_folder(asked)
    chosen = tuple(_inside(project, file) for file in files)
    options = Options(drafts=drafts, strict=strict, today=now)
    report = _done(check_content, project, options, asked)
    problems = report.problems
    if chosen:
        problems = tuple(each for each in problems if _is_chosen(each, chosen))
    print_problems(problems, asked, project, is_error=False)
    if not asked.is_quiet and not is_json(asked):
        click.echo(summary(problems))
    return _exit_code(problems)


def _done(work: Work, project: Path, options: Options, asked: Shared) -> Report:
    """Do the work, with a progress bar where a person sees it."""
    from builder.build import BuildRefused

    output = surroundings.stream(is_error=True)
    is_shown = surroundings.is_terminal(output) and not asked.is_quiet
    bar = ProgressBar(output if is_shown else None, columns=surroundings.columns())
    try:
        with bar:
            return work(project, options, bar)
    except BuildRefused as refused:
        raise Refused(str(refused), refused.exit_code) from refused


def _print_outcome(report: Report, asked: Shared, project: Path, *, has_timings: bool) -> None:
    if has_timings:
        for stage, seconds in report.timings:
            click.echo(f"{stage:12} {seconds:8.3f} s", err=True)
    if report.is_written:
        click.echo(_built(report, project), err=is_json(asked))
    else:
        click.echo("Nothing was written; the site stays as it was.", err=True)
    if report.problems:
        click.echo(summary(report.problems), err=True)


def _built(report: Report, project: Path) -> str:
    folder = surroundings.shown_path(project / report.output).rstrip("/")
    removed = f", {report.removed:,} removed" if report.removed else ""
    return (
        f"Built {_amount(report.events, 'event')}, {_amount(report.sources, 'source')}: "
        f"{_amount(report.files, 'file')}, {report.changed:,} changed{removed}, "
        f"in {folder}/"
    )


def _amount(count: int, name: str) -> str:
    return f"{count:,} {name}{'' if count == 1 else 's'}"


def _exit_code(problems: tuple[Problem, ...]) -> int:
    if not has_errors(problems):
        return DONE
    # A warning that counts as an error is no mistake in the settings.
    is_settings = any(
        each.position.file == _SETTINGS and SEVERITIES[each.code] is Severity.ERROR
        for each in problems
    )
    return WRONG_USAGE if is_settings else PROBLEMS


def _inside(project: Path, file: str) -> str:
    """Give a file or folder of the caller's as a path inside the project."""
    found = next(
        (path for path in (surroundings.absolute(file), project / file) if path.exists()), None
    )
    if found is None:
        raise Refused(f"there is no file '{file}', neither here nor in the project '{project}'")
    if found.is_relative_to(project):
        return found.relative_to(project).as_posix()
    real = project.resolve()
    if found.resolve().is_relative_to(real):
        return found.resolve().relative_to(real).as_posix()
    raise Refused(f"'{file}' lies outside the project '{project}'")


def _is_chosen(problem: Problem, chosen: tuple[str, ...]) -> bool:
    """Tell whether a problem is to be shown; an error in the settings spoils every file."""
    file = problem.position.file
    if file == _SETTINGS and SEVERITIES[problem.code] is Severity.ERROR:
        return True
    return any(file == path or path == "." or file.startswith(f"{path}/") for path in chosen)
