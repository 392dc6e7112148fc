"""The commands `build` and `check`."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import click

from builder.cli import surroundings
from builder.cli.ending import DONE, PROBLEMS, WRONG_USAGE, Refused
from builder.cli.listing import is_json, is_public, print_problems
from builder.cli.progress import ProgressBar
from builder.cli.shared import Command, Shared, shared
from builder.problems import SEVERITIES, Problem, Severity, has_errors
from builder.problems.printing import summary

if TYPE_CHECKING:
    from builder.build import Options, Progress, Report
    from builder.explaining import Explained, ReadArticles

_Done = TypeVar("_Done")

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

    asked = shared(context)
    project = surroundings.project_folder(asked)
    options = Options(
        drafts=drafts,
        strict=strict,
        url=url,
        output=surroundings.absolute(output) if output else None,
        today=now,
        adopt=adopt,
        clean=clean,
        home=surroundings.home(),
        remotes=surroundings.remotes(project),
        redactions=surroundings.redactions(),
    )
    report = _done(build_site, project, options, asked)
    print_problems(report.problems, asked, project, is_error=True, public=report.public)
    if not asked.is_quiet:
        _print_outcome(report, asked, project, has_timings=timings)
    return _exit_code(report.problems)


@click.command(cls=Command)
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path())
@_strict
@_drafts
@_now
@click.option(
    "--explain-text",
    "explains_text",
    is_flag=True,
    help="Show how articles were read: those named by id or path, else all.",
)
@click.pass_context
def check(
    context: click.Context,
    *,
    files: tuple[str, ...],
    strict: bool,
    drafts: bool,
    now: tuple[int, int, int],
    explains_text: bool,
) -> int:
    """Look for mistakes as 'build' does, and write nothing.

    With files or folders named, only the problems in these are printed. The exit code is 0 when
    there is no error, 1 when there is one, 2 when it lies in dateline.yaml.

    With --explain-text only articles are read. Title, date, paragraphs, captions, credits, words
    inside quotation marks and dates are printed with their lines.
    """
    from builder.build import Options
    from builder.build import check as check_content

    asked = shared(context)
    project = surroundings.project_folder(asked)
    if explains_text:
        options = Options(strict=strict, today=now, redactions=surroundings.redactions())
        return _explain_text(files, options, asked, project)
    chosen = tuple(inside(project, file) for file in files)
    options = Options(
        drafts=drafts,
        strict=strict,
        today=now,
        remotes=surroundings.remotes(project),
        redactions=surroundings.redactions(),
    )
    report = _done(check_content, project, options, asked)
    problems = report.problems
    if chosen:
        problems = tuple(each for each in problems if _is_chosen(each, chosen))
    print_problems(problems, asked, project, is_error=False, public=report.public)
    if not asked.is_quiet and not is_json(asked):
        click.echo(summary(problems))
    return _exit_code(problems)


def _explain_text(names: tuple[str, ...], options: Options, asked: Shared, project: Path) -> int:
    """Show how articles were read; problems go aside, for the results are the explanation."""
    from builder.cli.explaining import as_json, as_text

    if asked.format == "github":
        raise Refused(
            "--explain-text shows words of articles, and logs of GitHub may be public; "
            "expected --format text or json"
        )
    aside = replace(asked, format="text") if is_json(asked) else asked
    explained = _explained(names, options, aside, project)
    output = surroundings.stream(is_error=False)
    has_words = not is_public(asked)
    if is_json(asked):
        click.echo(as_json(explained.articles, has_words=has_words))
    elif explained.articles:
        colour, columns = surroundings.has_colours(asked, output), surroundings.columns()
        text = as_text(explained.articles, colour=colour, columns=columns, has_words=has_words)
        # The colours were decided on; click would take them away from a file.
        click.echo(text, color=True)
    print_problems(explained.problems, aside, project, is_error=True)
    if not asked.is_quiet:
        _print_what_is_missing(explained, has_words=has_words)
    return _exit_code(explained.problems)


def _explained(names: tuple[str, ...], options: Options, asked: Shared, project: Path) -> Explained:
    from builder.config import load_settings
    from builder.explaining import explain_articles, read_articles

    settings, mistakes = load_settings(project)
    if has_errors(mistakes):
        print_problems(mistakes, asked, project, is_error=True)
        raise Refused("the settings have to be put right first")
    read = _done(partial(read_articles, settings=settings), project, options, asked)
    read = read.in_public() if is_public(asked) else read
    chosen = {file for name in names for file in _articles(name, read, project)} or {read.folder}
    return explain_articles(read, lambda file: is_among(file, chosen))


def _articles(name: str, read: ReadArticles, project: Path) -> tuple[str, ...]:
    """Give the files of an article that is named by its id or by a path, or a folder of such."""
    if found := read.files_of(name):
        return found
    path = inside(project, name) if _at(name, project) else ""
    if path and any(is_among(file, (path,)) for file in (*read.files, read.folder)):
        return (path,)
    if found := read.files_at(name):
        return found
    if path:
        raise Refused(f"'{name}' is no article of this project; articles lie in {read.folder}/")
    from builder.fields.read import nearest

    near = nearest(name, read.names)
    more = f"the nearest is '{near}'" if near else f"articles lie in {read.folder}/"
    raise Refused(f"there is no article '{name}'; {more}")


def _print_what_is_missing(explained: Explained, *, has_words: bool) -> None:
    if not explained.articles:
        click.echo("There is no article to explain.", err=True)
    elif not has_words:
        click.echo("Words of articles are left out where logs may be public.", err=True)
    if explained.problems:
        click.echo(summary(explained.problems), err=True)


def _done(
    work: Callable[[Path, Options, Progress], _Done], project: Path, options: Options, asked: Shared
) -> _Done:
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


def inside(project: Path, file: str) -> str:
    """Give a file or folder of the caller's as a path inside the project."""
    found = _at(file, project)
    if found is None:
        raise Refused(f"there is no file '{file}', neither here nor in the project '{project}'")
    # A link in the content is what it is called, wherever it leads.
    whole = Path(os.path.realpath(found.parent), found.name)
    for path in (found, whole, Path(os.path.realpath(found))):
        for folder in (project, Path(os.path.realpath(project))):
            if path.is_relative_to(folder):
                return path.relative_to(folder).as_posix()
    raise Refused(f"'{file}' lies outside the project '{project}'")


def _at(file: str, project: Path) -> Path | None:
    """Give where a file or folder lies that is named from here or from the project."""
    places = (surroundings.absolute(file), surroundings.absolute(str(project / file)))
    return next((path for path in places if os.path.lexists(path)), None)


def _is_chosen(problem: Problem, chosen: tuple[str, ...]) -> bool:
    """Tell whether a problem is to be shown; an error in the settings spoils every file."""
    file = problem.position.file
    if file == _SETTINGS and SEVERITIES[problem.code] is Severity.ERROR:
        return True
    return is_among(file, chosen)


def is_among(file: str, chosen: Collection[str]) -> bool:
    """Tell whether a file is one of those chosen, or lies in one of the folders chosen."""
    return any(file == path or path == "." or file.startswith(f"{path}/") for path in chosen)
