"""Join the stages: content in, site out."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import ParamSpec, TypeVar

from builder.config import load_settings
from builder.dates import Day
from builder.leaks import named_sources
from builder.lock import Locked, exclusive
from builder.model.content import Content
from builder.model.pages import OutputFile
from builder.model.settings import Redaction, Settings
from builder.problems import Position, Problem, has_errors, in_order, problem, promoted
from builder.redaction import redacted
from builder.silence import without_ignored
from builder.stages.check import check as check_timeline
from builder.stages.disclose import disclose
from builder.stages.discover import discover
from builder.stages.link import link
from builder.stages.parse import parse
from builder.stages.plan import plan
from builder.stages.render import render
from builder.stages.write import OutputRefused, Written, write
from builder.theme import load_theme
from builder.values import frozen
from builder.withholding import NOTHING_PUBLIC, Public, public_part

_P = ParamSpec("_P")
_R = TypeVar("_R")

Progress = Callable[[str, int, int], None]
"""Is told the stage, how much of it is done, and how much there is to do."""


@frozen
class Options:
    """How a build is made; `today` decides which embargoes have ended."""

    today: Day
    drafts: bool = False
    strict: bool = False
    url: str = ""
    output: Path | None = None
    adopt: bool = False
    clean: bool = False
    home: Path | None = None
    """The home folder, which no site may replace."""
    remotes: tuple[tuple[str, str], ...] = ()
    """The git remotes of the repository that holds the content, each with its address."""
    redactions: tuple[Redaction, ...] = ()
    """Words that must stand nowhere in the site, besides those of the settings."""


@frozen
class Report:
    """What came of a build."""

    problems: tuple[Problem, ...]
    events: int = 0
    sources: int = 0
    files: int = 0
    changed: int = 0
    removed: int = 0
    output: str = ""
    timings: tuple[tuple[str, float], ...] = ()
    is_written: bool = False
    public: Public = NOTHING_PUBLIC
    """What may be named where strangers read the problems."""


class BuildRefused(Exception):
    """A build that cannot be made; carries a sentence and the exit code."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code


@frozen
class Made:
    """Everything a build gives, before it is written."""

    settings: Settings
    problems: tuple[Problem, ...]
    files: tuple[OutputFile, ...] = ()
    events: int = 0
    sources: int = 0
    public: Public = NOTHING_PUBLIC


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep the collector of reference cycles from looking, in vain, at a million values.

    What the stages make are trees without cycles; looking for them takes a tenth of a build.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def make(project: Path, options: Options, progress: Progress, watch: Stopwatch) -> Made:
    """Run every stage but the last: from the files of a project to those of its site.

    All stages run even when one finds errors, so that every mistake is told at once.
    """
    settings, problems = load_settings(project)
    if has_errors(problems):
        return Made(settings, in_order(problems))
    if options.url:
        settings = replace(settings, url=options.url.rstrip("/") + "/")

    content, read = _read(project, settings, progress, watch)
    events = len(content.notes)
    timeline, linked = watch.time(
        "link", link, content, settings, counter(progress, "link", events)
    )
    checked = watch.time("check", check_timeline, timeline, options.today, options.remotes)
    public = watch.time(
        "disclose", disclose, timeline, today=options.today, with_drafts=options.drafts
    )
    planned, collisions = watch.time("plan", plan, public)
    theme, dressed = watch.time(
        "theme",
        load_theme,
        project / settings.templates,
        folder=settings.templates,
        stylesheets=settings.stylesheets,
    )
    pages = len(planned.pages)
    files, rendered = watch.time(
        "render", render, planned, theme, counter(progress, "render", pages)
    )

    words = (*settings.redactions, *options.redactions)
    leaks = (*watch.time("redact", redacted, files, words), *named_sources(files, content))

    found = (*problems, *read, *linked, *checked, *collisions, *dressed, *rendered, *leaks)
    kept = in_order(without_ignored(found, settings, content))
    kept = promoted(kept) if options.strict else kept
    shown = public_part(content, found, settings, options.redactions, options.today)
    return Made(settings, kept, files, len(public.events), len(public.sources), shown)


def _read(
    project: Path, settings: Settings, progress: Progress, watch: Stopwatch
) -> tuple[Content, tuple[Problem, ...]]:
    """Run the stages that look at each file by itself; the files' bytes are let go behind them."""
    inputs, discovered = watch.time("discover", discover, project, settings)
    total = len(inputs.articles) + len(inputs.events)
    content, parsed = watch.time(
        "parse", parse, inputs, settings, counter(progress, "parse", total)
    )
    return content, (*discovered, *parsed)


def build(project: Path, options: Options, progress: Progress) -> Report:
    """Make the site and write it, unless the content has errors; then the site stays as it was.

    Raises `BuildRefused` when the project is being built already or the output cannot be written.
    """
    watch = Stopwatch()
    try:
        with collector_at_rest(), exclusive(project) as is_locked:
            made = make(project, options, progress, watch)
            problems = made.problems if is_locked else (*made.problems, _no_lock())
            if has_errors(problems):
                return Report(
                    problems,
                    made.events,
                    made.sources,
                    timings=watch.timings,
                    public=made.public,
                )
            written = _write(project, made, options, progress, watch)
    except Locked as locked:
        message = f"process {locked.process} is building this project; wait until it is done"
        raise BuildRefused(message, 4) from locked
    return Report(
        problems=problems,
        events=made.events,
        sources=made.sources,
        files=written.files,
        changed=written.changed,
        removed=written.removed,
        output=str(options.output or made.settings.output),
        timings=watch.timings,
        is_written=True,
        public=made.public,
    )


def check(project: Path, options: Options, progress: Progress) -> Report:
    """Find every mistake a build would find, writing nothing."""
    watch = Stopwatch()
    with collector_at_rest():
        made = make(project, options, progress, watch)
    return Report(
        made.problems,
        made.events,
        made.sources,
        timings=watch.timings,
        public=made.public,
    )


def _write(
    project: Path, made: Made, options: Options, progress: Progress, watch: Stopwatch
) -> Written:
    folder = output_folder(project, made.settings, options.output, options.home)
    advance = counter(progress, "write", len(made.files))
    try:
        return watch.time(
            "write",
            write,
            folder,
            made.files,
            adopts=options.adopt,
            rewrites=options.clean,
            advance=advance,
        )
    except OutputRefused as refused:
        raise BuildRefused(str(refused), 4) from refused
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise BuildRefused(f"the site cannot be written: {reason}", 4) from error


def output_folder(
    project: Path, settings: Settings, output: Path | None, home: Path | None
) -> Path:
    """Give the folder to write; refuses one whose loss would hurt."""
    folder = Path(os.path.abspath(output or project / settings.output))
    real = folder.resolve()
    content = (project / settings.content).resolve()
    inside = (project.resolve(), content, *((home.resolve(),) if home else ()))
    if any(each == real or each.is_relative_to(real) for each in inside):
        message = (
            f"'{folder.name}' holds the project or the home folder;"
            " the site needs a folder of its own"
        )
        raise BuildRefused(message, 2)
    if real.is_relative_to(content) or ".git" in real.parts:
        message = f"the site cannot be written into '{folder.name}', among the content"
        raise BuildRefused(message, 2)
    return real


def _no_lock() -> Problem:
    message = "the folder .dateline cannot be written; two builds at once are not kept apart"
    return problem("no-memory", message, Position("dateline.yaml"))


class Stopwatch:
    """Keeps how many seconds each stage took, in the order of their ends."""

    def __init__(self) -> None:
        self._timings: list[tuple[str, float]] = []

    @property
    def timings(self) -> tuple[tuple[str, float], ...]:
        """The stages so far with their seconds."""
        return tuple(self._timings)

    def time(self, stage: str, run: Callable[_P, _R], *args: _P.args, **kwargs: _P.kwargs) -> _R:
        """Run a stage and keep how long it took."""
        start = perf_counter()
        result = run(*args, **kwargs)
        self._timings.append((stage, perf_counter() - start))
        return result


def counter(progress: Progress, stage: str, total: int) -> Callable[[int], None]:
    """Give a function that adds to what is done of a stage and tells it."""
    done = 0

    def advance(more: int) -> None:
        nonlocal done
        done += more
        progress(stage, done, total)

    return advance
