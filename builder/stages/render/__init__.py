"""Turn planned pages into files, with the templates of a theme."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from builder.model.pages import OutputFile, Page, Plan
from builder.problems import Position, Problem, in_order, problem
from builder.stages.render.quick import plain_environment, quick_environment
from builder.theme import Theme

if TYPE_CHECKING:
    from jinja2 import Environment

_TYPE: Final = re.compile(r"'(?:[\w<>]+\.)*(\w+) object'")
"""How a template's error names the type of a value."""


def render(
    plan: Plan, theme: Theme, advance: Callable[[int], None]
) -> tuple[tuple[OutputFile, ...], tuple[Problem, ...]]:
    """Make every file of the site: the pages, the theme's assets, what is ready as it is.

    `advance` is told of each page that has been dealt with. What goes wrong in a template is one
    problem for each place in it, with the first page concerned.
    """
    quick = quick_environment(theme, site=plan.frame)
    plain = plain_environment(theme, site=plan.frame)
    files: list[OutputFile] = []
    faults: dict[Position, list[tuple[str, str]]] = {}
    unreadable: set[str] = set()
    for page in plan.pages:
        name = f"pages/{page.kind}.html"
        if name not in unreadable:
            try:
                try:
                    text = _text(quick, name, page)
                # A template is a program: it may raise anything.
                except Exception:
                    text = _text(plain, name, page)
                files.append(OutputFile(page.path, text.encode("utf-8", "replace")))
            except Exception as error:
                place, message, is_syntax = _fault(error, theme)
                faults.setdefault(place, []).append((message, page.path))
                if is_syntax:
                    # It would be read again for every page.
                    unreadable.add(name)
        advance(1)
    files += [OutputFile(asset.path, asset.data) for asset in theme.assets]
    problems = (*map(_template_error, faults, faults.values()), *_collisions(plan, theme))
    return (*files, *plan.files), in_order(problems)


def _text(environment: Environment, name: str, page: Page) -> str:
    template = environment.get_template(name)
    return template.render(page=page, view=page.view, root=page.root)


def _fault(error: Exception, theme: Theme) -> tuple[Position, str, bool]:
    """Find the place in a template where it failed, what it says, and if it cannot be read."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        return _place(theme, error.filename or "", error.lineno), str(error.message), True
    files = {each.file for each in theme.templates}
    frames = [
        (frame.f_code.co_filename, line)
        for frame, line in traceback.walk_tb(error.__traceback__)
        if frame.f_code.co_filename in files
    ]
    place = _place(theme, *(frames[-1] if frames else ("", 0)))
    if isinstance(error, TemplateNotFound):
        return place, f"there is no template '{error.name}'", False
    return place, _TYPE.sub(r"'\1'", str(error)) or type(error).__name__, False


def _place(theme: Theme, file: str, line: int) -> Position:
    """Give the position of a whole line, without the blanks before it."""
    text = next((each.text for each in theme.templates if each.file == file), "")
    source = dict(enumerate(text.splitlines(), start=1)).get(line, "")
    column = len(source) - len(source.lstrip()) + 1
    return Position(file, line, column, max(len(source), column) + 1, source)


def _template_error(place: Position, found: list[tuple[str, str]]) -> Problem:
    message, page = found[0]
    pages = f"'{page}'" if len(found) == 1 else f"'{page}' and {len(found) - 1:,} more pages"
    hint = "the README of the built-in templates lists what a page has"
    return problem("template-error", f"{message} (making {pages})", place, hint=hint)


def _collisions(plan: Plan, theme: Theme) -> list[Problem]:
    taken = {file.path for file in plan.files}
    return [
        problem(
            "path-collision",
            f"'{asset.path}' is a file of the theme and also one of the site's own files",
            Position(asset.file),
            hint="put what replaces a file of the theme into the folder of the templates",
        )
        for asset in theme.assets
        if asset.path in taken
    ]
