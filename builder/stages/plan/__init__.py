"""Decide every output: each page with all its data, and the files that are ready as they are."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from builder.model.pages import OutputFile, Page, Plan
from builder.model.timeline import PublicTimeline
from builder.problems import Position, Problem, problem
from builder.stages.plan.atlas import Atlas
from builder.stages.plan.event_pages import event_pages
from builder.stages.plan.list_pages import label_pages, period_pages, timeline_page
from builder.stages.plan.site_pages import LABEL_TEXTS, frame, site_files, site_pages
from builder.stages.plan.source_pages import source_pages


def plan(public: PublicTimeline) -> tuple[Plan, tuple[Problem, ...]]:
    """Plan the site of what may be public; two outputs of one address are a problem."""
    atlas = Atlas(public)
    pages = (
        timeline_page(atlas),
        *period_pages(atlas),
        *event_pages(atlas),
        *source_pages(atlas),
        *label_pages(atlas),
        *site_pages(atlas),
    )
    made = site_files(atlas, pages)
    files = (*made, *(OutputFile(file.path, file.data) for file in public.files))
    return Plan(frame(atlas), pages, files), (
        *_collisions(pages, made, public),
        *_unused_texts(public, pages),
        *_missing_stylesheets(public),
        *_missing_menu(public),
    )


_OURS = ("build-manifest.json", ".nojekyll", ".staging", "-", "assets")


def _collisions(
    pages: Iterable[Page], made: Iterable[OutputFile], public: PublicTimeline
) -> tuple[Problem, ...]:
    """Find addresses that would be one file on some machine, or a file and a folder."""
    taken = {name: f"dateline's own '{name}'" for name in _OURS}
    problems = []
    for page in pages:
        key = _folded(page.path)
        if key in taken:
            message = f"two pages have the address '{page.path}': {taken[key]} and {_named(page)}"
            place = Position(_origin(page, public.settings.content))
            hint = "rename one of the two"
            problems.append(problem("path-collision", message, place, hint=hint))
        taken.setdefault(key, _named(page))
    taken.update({_folded(file.path): f"dateline's own '{file.path}'" for file in made})
    folders = {folder for path in taken for folder in _folders(path)}
    for file in public.files:
        key = _folded(file.path)
        known = next((taken[each] for each in (key, *_folders(key)) if each in taken), "")
        if known or key in folders:
            message = f"'{file.path}' is the address of {known or 'a folder'} already"
            place = Position(file.origin)
            problems.append(problem("path-collision", message, place, hint="rename the file"))
        taken[key] = f"the file '{file.origin}'"
        folders.update(_folders(key))
    return tuple(problems)


def _folders(path: str) -> tuple[str, ...]:
    """Give the folders a path leads through."""
    parts = path.split("/")[:-1]
    return tuple("/".join(parts[:depth]) for depth in range(1, len(parts) + 1))


def _named(page: Page) -> str:
    return f"'{page.title}'" if page.title else "the timeline"


def _origin(page: Page, content: str) -> str:
    """Give the file a page is made of, as far as its address tells."""
    name = page.path.removesuffix(".html")
    return f"{content}/pages/{name}.md" if page.kind == "text" else "dateline.yaml"


def _unused_texts(public: PublicTimeline, pages: Iterable[Page]) -> tuple[Problem, ...]:
    """A text for a tag, person, place or publication that no event has is shown nowhere."""
    paths = {page.path for page in pages}
    return tuple(
        problem(
            "unknown-file",
            f"no event leads to '{text.name}', so this text is shown nowhere",
            Position(text.origin.path),
            hint="its name is the last part of the address of the page it belongs to",
        )
        for text in public.pages
        if text.name.startswith(LABEL_TEXTS) and f"{text.name}.html" not in paths
    )


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def _missing_stylesheets(public: PublicTimeline) -> tuple[Problem, ...]:
    files = {file.path for file in public.files}
    return tuple(
        problem(
            "broken-link",
            f"there is no style sheet '{path}'",
            Position("dateline.yaml"),
            hint=f"put it into {public.settings.content}/static/",
            key="stylesheets",
        )
        for path in public.settings.stylesheets
        if path not in files
    )


def _missing_menu(public: PublicTimeline) -> tuple[Problem, ...]:
    pages = {page.name for page in public.pages}
    return tuple(
        problem(
            "broken-link",
            f"the menu names '{name}', and there is no such page",
            Position("dateline.yaml"),
            hint=f"write {public.settings.content}/pages/{name}.md",
            key="menu",
        )
        for name in public.settings.menu
        if name not in pages
    )
