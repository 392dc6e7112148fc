"""The commands that change notes: `fmt`, `rename`, `set` and `correct`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli import surroundings
from builder.cli.beginning import project_and_settings
from builder.cli.building import inside, is_among
from builder.cli.ending import DONE, ENVIRONMENT, PROBLEMS, Refused
from builder.cli.listing import is_json, is_public, print_problems
from builder.cli.shared import Command, Group, Shared, shared
from builder.withholding import Public, redacted_words, shown_path

if TYPE_CHECKING:
    from builder.changing import Holds, Label, Plan, Project, Reason
    from builder.model.settings import Settings

_dry_run = click.option(
    "--dry-run",
    "is_dry",
    is_flag=True,
    help="Print what would change as a unified diff, and write nothing.",
)


@click.command(cls=Command, short_help="Write dates and keys in their canonical form.")
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path())
@click.option(
    "--check",
    "only_checks",
    is_flag=True,
    help="List the files that would change, write nothing, and end with code 1 if there are any.",
)
@_dry_run
@click.pass_context
def fmt(context: click.Context, *, files: tuple[str, ...], only_checks: bool, is_dry: bool) -> int:
    """Write dates in the notation, and keys by their own names instead of their synonyms.

    Event notes, the keys of articles and pages, and dateline.yaml are looked at: all of them, or
    the files and folders named. Comments, order and every other character stay.
    """
    from builder.changing import formatted

    project, settings = project_and_settings(context)
    chosen = tuple(inside(project, file) for file in files)

    def plan(read: Project) -> Plan:
        known = [*(each.path for each in read.files), *(each.path for each in read.broken)]
        for path, file in zip(chosen, files, strict=True):
            if not any(is_among(each, (path,)) for each in known):
                raise Refused(f"'{file}' holds no notes, and no article or page")
        return formatted(read, lambda path: not chosen or is_among(path, chosen))

    command = ["fmt", *files]
    return _done(context, project, settings, command, plan, is_dry=is_dry, only_checks=only_checks)


# ------------------------------------------------------------------------------------ rename


@click.group(cls=Group, short_help="Give an event, an article or a label another name.")
def rename() -> None:
    """Give an event, an article, a tag, a person or a place another name, everywhere.

    What leads to it follows: citations, marks, related events, and links in notes and pages. The
    earlier id of an event or article is kept under 'aliases'.
    """


_old = click.argument("old")
_new = click.argument("new")


@rename.command()
@_old
@_new
@_dry_run
@click.pass_context
def event(context: click.Context, *, old: str, new: str, is_dry: bool) -> int:
    """Give an event another id; its old address will lead to the new one."""
    from builder.changing import Holds

    return _renamed_id(context, Holds.EVENTS, old, new, is_dry=is_dry)


@rename.command()
@_old
@_new
@_dry_run
@click.pass_context
def article(context: click.Context, *, old: str, new: str, is_dry: bool) -> int:
    """Give an article another id, in all notes that cite it."""
    from builder.changing import Holds

    return _renamed_id(context, Holds.ARTICLE, old, new, is_dry=is_dry)


@rename.command()
@_old
@_new
@_dry_run
@click.pass_context
def tag(context: click.Context, *, old: str, new: str, is_dry: bool) -> int:
    """Write a tag otherwise in all notes."""
    from builder.changing import Label

    return _renamed_label(context, Label.TAG, old, new, is_dry=is_dry)


@rename.command()
@_old
@_new
@_dry_run
@click.pass_context
def person(context: click.Context, *, old: str, new: str, is_dry: bool) -> int:
    """Write the name of a person otherwise under 'people' in all notes."""
    from builder.changing import Label

    return _renamed_label(context, Label.PERSON, old, new, is_dry=is_dry)


@rename.command()
@_old
@_new
@_dry_run
@click.pass_context
def place(context: click.Context, *, old: str, new: str, is_dry: bool) -> int:
    """Write the name of a place otherwise in all notes."""
    from builder.changing import Label

    return _renamed_label(context, Label.PLACE, old, new, is_dry=is_dry)


def _renamed_id(context: click.Context, holds: Holds, old: str, new: str, *, is_dry: bool) -> int:
    from builder.changing import ids_renamed

    project, settings = project_and_settings(context)

    def plan(read: Project) -> Plan:
        return ids_renamed(read, holds, old, new)

    command = ["rename", holds.value, old, new]
    return _done(context, project, settings, command, plan, is_dry=is_dry)


def _renamed_label(
    context: click.Context, label: Label, old: str, new: str, *, is_dry: bool
) -> int:
    from builder.changing import label_renamed

    project, settings = project_and_settings(context)

    def plan(read: Project) -> Plan:
        return label_renamed(read, label, old, new)

    command = ["rename", label.value, old, new]
    return _done(context, project, settings, command, plan, is_dry=is_dry)


# ------------------------------------------------------------------------------ set and correct


@click.command("set", cls=Command, short_help="Set one key of many notes.")
@click.argument("key")
@click.argument("value")
@click.option(
    "--where",
    "conditions",
    metavar="NAME=VALUE",
    multiple=True,
    required=True,
    help="Which notes: tag=, person=, place=, source=ID of an article, status=, year= or id=. "
    "Given several times, all must hold.",
)
@click.option("--add", "adds", is_flag=True, help="Add VALUE to a list, where it is not in it.")
@click.option("--remove", "removes", is_flag=True, help="Take VALUE out of a list.")
@_dry_run
@click.pass_context
def set_key(
    context: click.Context,
    *,
    key: str,
    value: str,
    conditions: tuple[str, ...],
    adds: bool,
    removes: bool,
    is_dry: bool,
) -> int:
    """Set KEY to VALUE in all event notes that meet the conditions.

    KEY may be one inside another, such as place.lat. The items of a list are parted by commas.
    An empty VALUE takes the key away. A value that 'check' would refuse is refused at once.
    """
    from builder.changing import NotChosen, NotSet, Way, assignment, condition, set_everywhere

    if adds and removes:
        raise click.UsageError("--add and --remove exclude each other", context)
    project, settings = project_and_settings(context)
    way = Way.ADD if adds else Way.REMOVE if removes else Way.SET
    try:
        wanted = assignment(key, value, way, settings=settings)
        where = tuple(map(condition, conditions))
    except (NotChosen, NotSet) as mistake:
        raise Refused(str(mistake)) from mistake

    def plan(read: Project) -> Plan:
        found = set_everywhere(read, wanted, where)
        if not found.chosen and not found.reasons:
            raise Refused(f"no note meets {' and '.join(conditions)}")
        return found

    command = ["set", way.value, key, value, *conditions]
    return _done(context, project, settings, command, plan, is_dry=is_dry)


@click.command(cls=Command, short_help="Put an event right, and say so on its page.")
@click.argument("name", metavar="ID")
@click.option("--date", metavar="DATE", help="The right date of the event.")
@click.option(
    "--set",
    "assigned",
    metavar="KEY=VALUE",
    help="Another key that was wrong, with its right value; instead of --date.",
)
@click.option(
    "--reason",
    metavar="TEXT",
    required=True,
    help="Why it was wrong, in a sentence; readers see it.",
)
@_dry_run
@click.pass_context
def correct(
    context: click.Context,
    *,
    name: str,
    date: str | None,
    assigned: str | None,
    reason: str,
    is_dry: bool,
) -> int:
    """Put the date or another key of an event right, and add the correction that readers see.

    The correction bears today's date, in UTC, and says what was given, what is right, and why.
    """
    from builder.changing import NotSet, assignment, corrected

    if (date is None) == (assigned is None):
        raise click.UsageError("give either --date or --set", context)
    key, sign, value = ("date", "=", date) if date is not None else _parted(assigned)
    if not sign:
        raise click.UsageError(
            "--set takes a key and a value, as in --set 'title=The gate'", context
        )
    project, settings = project_and_settings(context)
    today = surroundings.today()
    try:
        wanted = assignment(key, value or "", settings=settings)
    except NotSet as mistake:
        raise Refused(str(mistake)) from mistake

    def plan(read: Project) -> Plan:
        return corrected(read, name, wanted, reason, today)

    command = ["correct", name, key, value or "", reason]
    return _done(context, project, settings, command, plan, is_dry=is_dry)


def _parted(assigned: str | None) -> tuple[str, str, str]:
    return (assigned or "").partition("=")


# ------------------------------------------------------------------------- what is done and told


def _done(
    context: click.Context,
    project: Path,
    settings: Settings,
    command: Sequence[str],
    planner: Callable[[Project], Plan],
    *,
    is_dry: bool,
    only_checks: bool = False,
) -> int:
    """Carry a plan out, or show it, and say what became of it."""
    from builder.changing import Disturbed, NotRenamed, NotSet, change, plan
    from builder.problems import has_errors

    asked = shared(context)
    # The results are files: what is wrong in others is told aside.
    asked = replace(asked, format="text") if is_json(asked) else asked
    work = plan if is_dry or only_checks else change
    try:
        found = work(project, settings, command, planner)
    except (NotRenamed, NotSet) as mistake:
        raise Refused(str(mistake)) from mistake
    except Disturbed as disturbed:
        raise Refused(str(disturbed), ENVIRONMENT) from disturbed
    print_problems(found.broken, asked, project, is_error=True)
    show = _paths_shown(settings) if is_public(asked) else str
    if found.reasons:
        _print_reasons(found.reasons, asked, show)
        return PROBLEMS
    if is_dry:
        _print_diff(found, asked, show)
    elif not asked.is_quiet or only_checks:
        _print_changes(found, asked, show, is_written=not only_checks)
    would_change = only_checks and bool(found.changes)
    return PROBLEMS if would_change or has_errors(found.broken) else DONE


_Show = Callable[[str], str]
"""Gives the path of a file as it is told."""


def _paths_shown(settings: Settings) -> _Show:
    """Where strangers may read: no article is named, and no path with redacted words."""
    redacted = redacted_words((*settings.redactions, *surroundings.redactions()))
    return partial(shown_path, public=Public(redacted=redacted))


def _print_reasons(reasons: Sequence[Reason], asked: Shared, show: _Show) -> None:
    from builder.problems.printing import visible

    for each in reasons:
        path = show(each.path)
        where = f"{path}:{each.line}" if each.line else path
        # The sentence may name what strangers must not know of.
        sentence = (
            "an edit is refused; run this on your own machine"
            if is_public(asked)
            else each.sentence
        )
        click.echo(visible(f"{where}: {sentence}"), err=True)
    click.echo("Nothing was written.", err=True)


def _print_diff(found: Plan, asked: Shared, show: _Show) -> None:
    from builder.changing import as_diff
    from builder.problems.printing import visible

    if is_public(asked):
        # Its lines would be there for strangers to read.
        _print_changes(found, asked, show, is_written=False)
        return
    text = as_diff(found.changes)
    if surroundings.is_terminal(surroundings.stream(is_error=False)):
        text = "\n".join(visible(line) for line in text.split("\n"))
    click.echo(text, nl=False)
    if not asked.is_quiet:
        click.echo(_summary(found, is_written=False), err=True)


def _print_changes(found: Plan, asked: Shared, show: _Show, *, is_written: bool) -> None:
    for each in found.changes:
        moved = f" -> {show(each.new_path)}" if each.new_path else ""
        click.echo(f"{show(each.path)}{moved}")
    if not asked.is_quiet:
        click.echo(_summary(found, is_written=is_written))


def _summary(found: Plan, *, is_written: bool) -> str:
    if not found.changes:
        return "Nothing to change"
    count = len(found.changes)
    files = f"{count:,} file{'' if count == 1 else 's'}"
    return f"{files} changed" if is_written else f"{files} would change"
