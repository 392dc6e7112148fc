"""The commands `explain`, `schema` and `completion`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click
from click.shell_completion import CompletionItem

from builder.cli import surroundings
from builder.cli.ending import DONE, ENVIRONMENT, Refused
from builder.cli.shared import Command, shared
from builder.problems import SEVERITIES

_PACKAGE: Final = Path(__file__).resolve().parent.parent
_MANUALS: Final = (_PACKAGE / "_docs" / "problems.md", _PACKAGE.parent / "docs" / "problems.md")
"""Where the explanations are: in an installed wheel, in a checkout."""


def _codes(
    context: click.Context, argument: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    return [CompletionItem(code) for code in sorted(SEVERITIES) if code.startswith(incomplete)]


@click.command(cls=Command)
@click.argument("code", required=False, shell_complete=_codes)
def explain(*, code: str | None) -> int:
    """Say what the code of a problem means and what to do.

    The code is the word in brackets, as in error[quote-not-found]. Without one, all the codes
    are listed.
    """
    if code is None:
        click.echo("\n".join(f"{SEVERITIES[each].value:8} {each}" for each in sorted(SEVERITIES)))
        return DONE
    code = code.strip("[]").removeprefix("error[").removeprefix("warning[").removeprefix("note[")
    if code not in SEVERITIES:
        raise Refused(_unknown(code))
    section = manual_section(_manual(), code)
    if not section:
        raise Refused(f"'{code}' is not explained in this version of dateline", ENVIRONMENT)
    click.echo(section)
    return DONE


def manual_section(manual: str, code: str) -> str:
    """Give what the manual says under the heading of a code, the heading included."""
    kept: list[str] = []
    for line in manual.splitlines():
        if line.startswith("## "):
            if kept:
                break
            if line[3:].strip(" `") == code:
                kept.append(code)
        elif kept:
            kept.append(line)
    return "\n".join(kept).rstrip()


def _unknown(code: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(code, SEVERITIES, n=1, cutoff=0.4)
    more = f"the nearest is '{near[0]}'; " if near else ""
    return f"there is no code '{code}'; {more}'dateline explain' lists them all"


def _manual() -> str:
    for path in _MANUALS:
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise Refused("the explanations are not part of this installation", ENVIRONMENT)


@click.command(cls=Command, short_help="Print a JSON Schema, for editors.")
@click.argument(
    "kind",
    type=click.Choice(["event", "article", "settings", "page", "people", "places"]),
    default="event",
    metavar="[event|article|settings|page|people|places]",
)
@click.pass_context
def schema(context: click.Context, *, kind: str) -> int:
    """Print the JSON Schema of a kind of file, for editors that complete and check as you type.

    'init' and 'new' already write these to schemas/. Without a kind, that of event notes. In a
    project, the keys that its settings declare under 'fields' are part of it.
    """
    from builder.config import find_project, load_settings
    from builder.scaffold import schema_text

    asked = shared(context).project
    project = find_project(surroundings.absolute(asked or "."))
    own_keys = load_settings(project)[0].own_keys if project else ()
    click.echo(schema_text(kind, own_keys), nl=False)
    return DONE


@click.command(cls=Command, short_help="Print what makes the Tab key complete commands.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]), metavar="bash|zsh|fish")
def completion(*, shell: str) -> int:
    """Print a script that makes the shell complete dateline's commands with the Tab key.

    \b
    bash: add to ~/.bashrc          eval "$(dateline completion bash)"
    zsh:  add to ~/.zshrc           eval "$(dateline completion zsh)"
    fish: run once                  dateline completion fish
                                      > ~/.config/fish/completions/dateline.fish
    """
    from click.shell_completion import get_completion_class

    from builder.cli.program import program

    found = get_completion_class(shell)
    if found is None:
        raise Refused(f"the installed click cannot complete for {shell}", ENVIRONMENT)
    click.echo(found(program, {}, "dateline", "_DATELINE_COMPLETE").source(), nl=False)
    return DONE
