"""The commands `init` and `new`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from builder.cli import surroundings
from builder.cli.ending import DONE, ENVIRONMENT, Refused
from builder.cli.listing import print_problems
from builder.cli.shared import Command, Group, Shared, shared

if TYPE_CHECKING:
    from builder.model.settings import Settings
    from builder.scaffold import NewFile

_MADE_BY_THE_BUILD: Final = frozenset(["search", "corrections", "undated", "404"])
_MOST_NAMED: Final = 5


@click.command(cls=Command, short_help="Begin a project with an example article and note.")
@click.argument("folder", required=False, metavar="[DIR]", type=click.Path())
@click.pass_context
def init(context: click.Context, *, folder: str | None) -> int:
    """Begin a project: settings, an example article, an example note, and schemas for editors.

    DIR is the folder here when left out, and is made when it does not exist. It has to be empty,
    but for .git, a README, a LICENSE, .gitignore and .gitattributes, which stay as they are.
    """
    from builder.scaffold import project_files, strangers, write_new

    asked = shared(context)
    folder = folder or asked.project or "."
    target = surroundings.absolute(folder)
    if target.exists() and not target.is_dir():
        raise Refused(f"'{folder}' is a file; a project is a folder")
    if found := strangers(target):
        raise Refused(f"'{folder}' is not empty: {_named(found)}; name a new or an empty folder")
    ignored = target / ".gitignore"
    # The curator's own list stays; the build's folders have to be added to it by hand.
    has_list = ignored.exists()
    files = tuple(each for each in project_files() if not (has_list and each.path == ignored.name))
    target.mkdir(parents=True, exist_ok=True)
    write_new(target, files)
    click.echo("\n".join(surroundings.shown_path(target / each.path) for each in files))
    if not asked.is_quiet:
        click.echo(_next_steps(target, has_list=has_list), err=True)
    return DONE


def _named(names: tuple[str, ...]) -> str:
    listed = ", ".join(f"'{name}'" for name in names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    return f"it holds {listed} and {more:,} more" if more > 0 else f"it holds {listed}"


def _next_steps(target: Path, *, has_list: bool) -> str:
    from shlex import quote

    shown = surroundings.shown_path(target)
    go = "" if shown == "." else f"  cd {quote(shown)}\n"
    reminder = "Add /site/ and /.dateline/ to your .gitignore.\n" if has_list else ""
    return f"{reminder}Now:\n{go}  dateline build\nand open site/index.html in a browser."


@click.group(cls=Group)
def new() -> None:
    """Begin an event note, an article or a text page.

    The file has the usual keys ready to fill in, and the others as remarks. A file that exists
    is never touched. The path of the new file is printed.
    """


_id = click.option(
    "--id", "name", metavar="ID", help="The id, and name of the file; else made of the title."
)
_open = click.option(
    "--open",
    "is_opened",
    is_flag=True,
    help="Open the file in the editor that VISUAL or EDITOR names.",
)


@new.command()
@click.argument("title")
@_id
@click.option(
    "--date", metavar="DATE", help="When it happened, such as 2025-04-17, 2025-04 or 1950~."
)
@click.option("--from", "article", metavar="ARTICLE", help="The id of an article to cite.")
@_open
@click.pass_context
def event(
    context: click.Context,
    *,
    title: str,
    name: str | None,
    date: str | None,
    article: str | None,
    is_opened: bool,
) -> int:
    """Begin a note of something that happened."""
    from builder.scaffold import NewFile, article_ids, event_ids, new_event, schema_text

    project, settings = project_and_settings(context)
    content = project / settings.content
    free = _free_id(title, name, event_ids(content / "events"), "event")
    if article:
        _expect_article(article, article_ids(content / "articles"))
    path = f"{settings.content}/events/{free}.yaml"
    files = [new_event(path, _text(title), date=_notation(date), article=article or "")]
    if not (project / "schemas" / "event.json").exists():
        files.append(NewFile("schemas/event.json", schema_text("event", settings.own_keys)))
    return _begin(project, files, is_opened=is_opened)


@new.command()
@click.argument("title")
@_id
@click.option("--date", metavar="DATE", help="When it appeared, such as 2025-04-17.")
@_open
@click.pass_context
def article(
    context: click.Context, *, title: str, name: str | None, date: str | None, is_opened: bool
) -> int:
    """Begin an article, whose text is then pasted below its keys."""
    from builder.scaffold import article_ids, new_article

    project, settings = project_and_settings(context)
    taken = article_ids(project / settings.content / "articles")
    free = _free_id(title, name, taken, "article")
    path = f"{settings.content}/articles/{free}.md"
    file = new_article(path, _text(title), published=_notation(date))
    return _begin(project, [file], is_opened=is_opened)


@new.command()
@click.argument("title")
@_id
@_open
@click.pass_context
def page(context: click.Context, *, title: str, name: str | None, is_opened: bool) -> int:
    """Begin a page of text, such as one about the timeline."""
    from builder.scaffold import new_page, page_names

    project, settings = project_and_settings(context)
    free = _free_id(title, name, page_names(project / settings.content / "pages"), "page")
    if free in _MADE_BY_THE_BUILD:
        raise Refused(f"'{free}' is the name of a page that every site has; choose another --id")
    file = new_page(f"{settings.content}/pages/{free}.md", _text(title))
    return _begin(project, [file], is_opened=is_opened)


def project_and_settings(context: click.Context) -> tuple[Path, Settings]:
    """Give the project's folder and its settings, or end the program when they cannot be read."""
    from builder.config import load_settings
    from builder.problems import has_errors

    asked: Shared = shared(context)
    project = surroundings.project_folder(asked)
    settings, problems = load_settings(project)
    if has_errors(problems):
        print_problems(problems, asked, project, is_error=True)
        raise Refused("the settings have to be put right first")
    return project, settings


def _text(title: str) -> str:
    try:
        title.encode()
    except UnicodeEncodeError:
        raise Refused("the title holds bytes that are no UTF-8") from None
    if not title.strip():
        raise Refused("the title is empty")
    return title


def _free_id(title: str, name: str | None, taken: dict[str, Path], kind: str) -> str:
    """Give the id for a new file, or end the program when it cannot be had."""
    from builder.scaffold import id_from, is_id

    found = name or id_from(title)
    if not found:
        raise Refused("the title has no Latin letters to make an id of; add --id")
    if not is_id(found):
        near = id_from(found)
        expected = f"such as '{near}'" if is_id(near) else "such as 'bridge-opens'"
        raise Refused(
            f"'{found}' cannot be an id; expected lower-case words joined by hyphens, {expected}"
        )
    if found in taken:
        shown = surroundings.shown_path(taken[found])
        raise Refused(f"the {kind} '{found}' is there already, in {shown}; choose another --id")
    return found


def _expect_article(article: str, known: dict[str, Path]) -> None:
    from difflib import get_close_matches

    if article not in known:
        near = get_close_matches(article, known, n=1)
        hint = f"did you mean '{near[0]}'?" if near else "'dateline new article TITLE' begins one"
        raise Refused(f"there is no article '{article}'; {hint}")


def _notation(date: str | None) -> str:
    """Give a date as notes write it, or end the program when it is none."""
    from builder import dates

    if not date:
        return ""
    found = dates.parse(date)
    if isinstance(found, dates.DateError):
        hint = f"; {found.hint}" if found.hint else ""
        raise Refused(f"--date: {found.message}{hint}")
    return found.edtf


def _begin(project: Path, files: list[NewFile], *, is_opened: bool) -> int:
    """Write the files and show the path of the first."""
    from builder.scaffold import write_new

    editor = surroundings.editor() if is_opened else []
    path = project / files[0].path
    try:
        write_new(project, tuple(files))
    except FileExistsError as error:
        raise Refused(f"'{error.filename}' is there already and stays as it is") from error
    click.echo(surroundings.shown_path(path))
    return _edited([*editor, str(path)]) if is_opened else DONE


def _edited(command: list[str]) -> int:
    import subprocess

    code = subprocess.run(command, check=False).returncode
    if code:
        raise Refused(f"the editor '{command[0]}' ended with code {code}", ENVIRONMENT)
    return DONE
