"""Say how the articles of a project were read, from the articles alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from builder.build import Options, Progress, collector_at_rest, counter
from builder.evidence.explanation import Explanation, explain
from builder.model.content import Article, Content
from builder.model.inputs import InputFiles
from builder.model.settings import Settings
from builder.problems import Problem, in_order, promoted
from builder.silence import without_ignored
from builder.stages.check import check
from builder.stages.discover import discover
from builder.stages.link import link
from builder.stages.parse import parse
from builder.values import frozen
from builder.withholding import Public, masked, public_part


@frozen
class ReadArticles:
    """The articles of a project, in the order of their ids, and what is wrong with them."""

    folder: str
    files: tuple[str, ...]
    """What lies in the folder, also what cannot be read."""
    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    public: Public

    def in_public(self) -> ReadArticles:
        """Give what strangers may read of: public articles without mistakes."""
        names = self.public.names
        problems = (each for each in self.problems if names(each.position.file))
        return replace(
            self,
            files=tuple(file for file in self.files if names(file)),
            articles=tuple(each for each in self.articles if names(each.origin.path)),
            problems=masked(problems, self.public),
        )

    def files_of(self, article_id: str) -> tuple[str, ...]:
        """Give the file of an id; more than one where the id is taken twice."""
        return tuple(each.origin.path for each in self.articles if each.id == article_id)

    def files_at(self, end: str) -> tuple[str, ...]:
        """Give the files whose path or folder ends so; `.md` and `.txt` may be left out."""
        whole = f"/{end.strip('/')}"
        return tuple(
            file
            for file in self.files
            if f"/{file}".endswith(whole)
            or f"/{file.rpartition('.')[0]}".endswith(whole)
            or f"{whole}/" in f"/{file}"
        )

    @property
    def names(self) -> tuple[str, ...]:
        """What the articles can be called."""
        paths = map(PurePosixPath, self.files)
        ends = (end for path in paths for end in (path.stem, path.name, str(path)))
        return (*(each.id for each in self.articles), *ends)


@frozen
class Explained:
    """How articles were read, in the order of their ids, and what is wrong with them."""

    articles: tuple[Explanation, ...]
    problems: tuple[Problem, ...]


def read_articles(
    project: Path, options: Options, progress: Progress, *, settings: Settings
) -> ReadArticles:
    """Read the articles of a project as a build does."""
    folder = f"{settings.content}/articles"
    with collector_at_rest():
        inputs, discovered = discover(project, settings)
        content, problems = _read(inputs, settings, options, progress)
        found = (*discovered, *problems)
        here = (each for each in found if _lies_in(each.position.file, folder))
        kept = in_order(without_ignored(here, settings, content))
    files = {file.path for file in inputs.articles} | {each.position.file for each in kept}
    return ReadArticles(
        folder=folder,
        files=tuple(sorted(files - {folder})),
        articles=tuple(sorted(content.articles, key=lambda each: each.id)),
        problems=promoted(kept) if options.strict else kept,
        public=public_part(content, found, settings, options.redactions, options.today),
    )


def explain_articles(read: ReadArticles, is_chosen: Callable[[str], bool]) -> Explained:
    """Say how the articles whose files are chosen were read."""
    with collector_at_rest():
        chosen = (each for each in read.articles if is_chosen(each.origin.path))
        problems = (each for each in read.problems if is_chosen(each.position.file))
        return Explained(tuple(map(explain, chosen)), tuple(problems))


def _lies_in(file: str, folder: str) -> bool:
    return file == folder or file.startswith(f"{folder}/")


def _read(
    inputs: InputFiles, settings: Settings, options: Options, progress: Progress
) -> tuple[Content, tuple[Problem, ...]]:
    """Read the articles and find what `check` finds in them; no event is looked at."""
    articles = replace(inputs, events=(), pages=())
    advance = counter(progress, "parse", len(articles.articles))
    content, parsed = parse(articles, settings, advance)
    # What the events say is not known, so no article is called uncited.
    unread = frozenset(file.path for file in inputs.events)
    content = replace(content, unreadable=content.unreadable | unread)
    timeline, linked = link(content, settings, lambda more: None)
    return content, (*parsed, *linked, *check(timeline, options.today))
