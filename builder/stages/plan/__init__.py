"""Decide every output: each page with all its data, and the files that are ready as they are."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.content import TextPage
from builder.model.pages import OutputFile, Page, Plan, RedirectPage
from builder.model.timeline import PublicTimeline
from builder.problems import Position, Problem, problem
from builder.stages.plan.addresses import address_problems
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
        *address_problems(pages, made, public),
        *_unused_texts(public, pages),
        *_missing_stylesheets(public),
        *_missing_menu(public),
    )


def _unused_texts(public: PublicTimeline, pages: Iterable[Page]) -> tuple[Problem, ...]:
    """A text for a tag, person, place or publication that no event has is shown nowhere."""
    views = {page.path: page.view for page in pages}
    texts = (text for text in public.pages if text.name.startswith(LABEL_TEXTS))
    return tuple(
        _unused(text, view)
        for text in texts
        if (view := views.get(f"{text.name}.html")) is None or isinstance(view, RedirectPage)
    )


def _unused(text: TextPage, view: RedirectPage | None) -> Problem:
    place = Position(text.origin.path)
    if view is None:
        message = f"no event leads to '{text.name}', so this text is shown nowhere"
        hint = "its name is the last part of the address of the page it belongs to"
    else:
        page = view.to.path.removesuffix(".html")
        message = f"'{text.name}' is one name of several, so this text is shown nowhere"
        hint = f"rename it to '{page}'; only there all the names have a page"
    return problem("unknown-file", message, place, hint=hint)


def _missing_stylesheets(public: PublicTimeline) -> tuple[Problem, ...]:
    files = {file.path for file in public.files}
    return tuple(
        problem(
            "broken-link",
            f"there is no style sheet '{path}'",
            public.settings.places[f"stylesheets {path}"],
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
            public.settings.places[f"menu {name}"],
            hint=f"write {public.settings.content}/pages/{name}.md",
            key="menu",
        )
        for name in public.settings.menu
        if name not in pages
    )
