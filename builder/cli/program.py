"""The program `dateline` with its commands."""

from __future__ import annotations

import os

import click

from builder import __version__
from builder.cli import beginning, building, changing, reference
from builder.cli.shared import Group

_COMPLETE = "_DATELINE_COMPLETE"


@click.group(
    name="dateline",
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="'dateline COMMAND --help' tells more about a command.",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def program() -> None:
    """Turn articles and event notes into a timeline in which every statement leads to its source.

    A project is a folder that holds dateline.yaml. Articles lie in content/articles/, the notes
    of events in content/events/; the finished pages are written to site/.
    """


for _command in (
    beginning.init,
    beginning.new,
    building.build,
    building.check,
    changing.fmt,
    changing.rename,
    changing.set_key,
    changing.correct,
    reference.explain,
    reference.schema,
    reference.completion,
):
    program.add_command(_command)


def main(arguments: list[str]) -> int:
    """Run the command that the arguments name and give its exit code."""
    if instruction := os.environ.get(_COMPLETE):
        from click.shell_completion import shell_complete

        return shell_complete(program, {}, "dateline", _COMPLETE, instruction)
    # Not `program.main`, which would end some failures in its own way.
    try:
        with program.make_context("dateline", list(arguments)) as context:
            code = program.invoke(context)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    return code if isinstance(code, int) else 0
