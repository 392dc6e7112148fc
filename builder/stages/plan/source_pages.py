"""The page of each article, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator

from builder.citing import note
from builder.dates import year_words
from builder.kinds import kind_of
from builder.model.lists import ArticleRow, Link, SourceList
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
            canonical=atlas.absolute(work.path),
            section="sources",
        )
        for alias in source.aliases:
            yield atlas.leading(f"sources/{alias}.html", Link(work.title, work.path))
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
        canonical=atlas.absolute(path),
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
    kind = kind_of(source.kind)
    return SourcePage(
        id=source.id,
        title=work.title,
        kind="" if source.kind == "article" else kind.label,
        title_is_found=source.title_is_found,
        publication=work.publication,
        authors=source.authors,
        recipient=source.recipient,
        recipient_label="Interviewer" if kind.form == "interview" else "Recipient",
        agencies=source.agencies,
        published=atlas.date(source.published),
        published_is_found=source.published_is_found,
        written=atlas.date(source.written),
        updated=atlas.date(source.updated),
        accessed=atlas.date(source.accessed),
        url=source.url,
        language=source.language,
        dateline_place=source.dateline_place,
        page=source.page,
        held=work.held,
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


def _cite(atlas: Atlas, source: PublicSource) -> tuple[tuple[str, bool], ...]:
    """Cite a source as a Chicago note does."""
    dated = source.dated
    year = year_words(dated.year, atlas.language) if dated and dated.year is not None else ""
    found = note(source, title=source.title, date=atlas.date(dated).words, year=year)
    return tuple((piece.text, piece.is_title) for piece in found)
