"""The page of each article, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.lists import ArticleRow, SourceList
from builder.model.pages import CitedPassage, Page, ShownPhoto, SourcePage
from builder.model.timeline import PublicSource
from builder.stages.plan.atlas import Atlas
from builder.stages.plan.shown import counted


def source_pages(atlas: Atlas) -> Iterator[Page]:
    """Give the page of each article, then the list of all articles."""
    for source in atlas.public.sources:
        work = atlas.works[source.id]
        where = f", {source.publication}" if source.publication else ""
        yield Page(
            kind="source",
            path=work.path,
            title=f"{work.title}{where}",
            description=f"Passages cited from “{work.title}”{where}, and its photo captions.",
            view=_view(atlas, source),
            root="../",
            canonical=f"{atlas.settings.url}{work.path}" if atlas.settings.url else "",
            section="sources",
        )
    yield _list(atlas)


def _list(atlas: Atlas) -> Page:
    path = "sources/index.html"
    sources = atlas.public.sources
    return Page(
        kind="sources",
        path=path,
        title="Sources",
        description=f"The articles on which {atlas.settings.title} rests.",
        view=SourceList(
            facts=f"{counted(len(sources), 'source')}, by date of publication.",
            articles=tuple(article_row(atlas, source) for source in sources),
        ),
        root="../",
        canonical=f"{atlas.settings.url}{path}" if atlas.settings.url else "",
        section="sources",
    )


def article_row(atlas: Atlas, source: PublicSource) -> ArticleRow:
    """Give an article as a row of a list."""
    work = atlas.works[source.id]
    return ArticleRow(
        id=source.id,
        title=work.title,
        publication=source.publication,
        authors=work.authors,
        published=work.published,
        events=len(source.cited_by),
        archived=work.captures[0].url if work.captures else "",
        language=source.language,
    )


def _view(atlas: Atlas, source: PublicSource) -> SourcePage:
    work = atlas.works[source.id]
    return SourcePage(
        id=source.id,
        title=work.title,
        title_is_found=source.title_is_found,
        publication=work.publication,
        authors=source.authors,
        agencies=source.agencies,
        published=work.published,
        published_is_found=source.published_is_found,
        updated=atlas.date(source.updated),
        accessed=atlas.date(source.accessed),
        url=source.url,
        language=source.language,
        dateline_place=source.dateline_place,
        page=source.page,
        via=source.via,
        captures=work.captures,
        digest=source.text_digest,
        text=source.text_html,
        passages=tuple(
            CitedPassage(
                anchor=passage.anchor,
                passage=atlas.passage(passage),
                events=tuple(atlas.event_link(event) for event in events),
            )
            for passage, events in source.passages
        ),
        photos=tuple(ShownPhoto(atlas.picture(photo), ()) for photo in source.photos),
        events=tuple(atlas.entries[event] for event in source.cited_by),
        cite=_cite(atlas, source),
        is_draft=source.is_draft,
    )


def _cite(atlas: Atlas, source: PublicSource) -> str:
    """Cite an article as a Chicago note does."""
    work = atlas.works[source.id]
    parts = [work.authors, f"“{work.title}”", source.publication]
    parts += [work.published.words, f"p. {source.page}" if source.page else "", source.url]
    return ", ".join(part for part in parts if part) + "."
