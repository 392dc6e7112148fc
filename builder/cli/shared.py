"""The options that every command takes, before its name or after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import click

from builder.values import frozen

_STORE: Final = "dateline.shared"


@frozen
class Shared:
    """What was asked for with the shared options; empty texts where nothing was."""

    project: str = ""
    is_quiet: bool = False
    is_verbose: bool = False
    color: str = "auto"
    format: str = ""


def shared(context: click.Context) -> Shared:
    """Give what the shared options ask for; what stands later on the line wins."""
    given = context.meta.get(_STORE, {})
    if given.get("quiet") and given.get("verbose"):
        raise click.UsageError("--quiet and --verbose exclude each other", context)
    return Shared(
        project=given.get("project", ""),
        is_quiet="quiet" in given,
        is_verbose="verbose" in given,
        color=given.get("color", "auto"),
        format=given.get("format", ""),
    )


class SharedOption(click.Option):
    """An option that every command takes."""


class _InSections(click.Command):
    """A command whose help keeps its own options apart from the shared ones."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the own options, the shared ones, and a group's commands."""
        options = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        for heading, is_shared in (("Options", False), ("Options of every command", True)):
            rows = [
                record
                for each in options
                if isinstance(each, SharedOption) is is_shared
                and (record := each.get_help_record(ctx)) is not None
            ]
            if rows:
                with formatter.section(heading):
                    formatter.write_dl(rows)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)


class Command(_InSections):
    """A command that takes the shared options besides its own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["params"] = [*(kwargs.get("params") or ()), *_options()]
        super().__init__(*args, **kwargs)


class Group(_InSections, click.Group):
    """A group of commands that takes the shared options too."""

    command_class = Command

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["params"] = [*(kwargs.get("params") or ()), *_options()]
        super().__init__(*args, **kwargs)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; none at all ask for help."""
        return super().parse_args(ctx, args or ["--help"])

    # Commands are listed in the order of their use, not of the alphabet.
    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of the commands."""
        return list(self.commands)


def _options() -> tuple[SharedOption, ...]:
    option = _maker()
    return (
        option(
            ["--project"],
            metavar="DIR",
            help="The project's folder; else the nearest one upward that holds dateline.yaml.",
        ),
        option(["--quiet"], is_flag=True, help="Print errors and warnings, and nothing else."),
        option(["--verbose"], is_flag=True, help="List every note, and every repeated problem."),
        option(
            ["--color"],
            type=click.Choice(["auto", "always", "never"]),
            help="Colours: auto shows them on a terminal, unless NO_COLOR is set.",
        ),
        option(
            ["--format"],
            type=click.Choice(["text", "json", "github"]),
            help="How problems are printed: text for people, json for programs, "
            "github as annotations (the default in GitHub Actions).",
        ),
        option(["--debug"], is_flag=True, help="Show where in the program a failure arose."),
    )


def _maker() -> Callable[..., SharedOption]:
    def make(names: list[str], **settings: Any) -> SharedOption:
        return SharedOption(names, expose_value=False, callback=_remember, **settings)

    return make


def _remember(context: click.Context, option: click.Parameter, value: Any) -> None:
    """Keep what is given where all the commands of one line find it."""
    if value:
        context.meta.setdefault(_STORE, {})[option.name] = value
