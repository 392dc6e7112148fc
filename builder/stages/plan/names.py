"""The names of people and places with several, and the addresses that lead to their pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.languages import language_name
from builder.model.lists import CountedLink, Link, OutsideLink, ShownName
from builder.model.names import Name
from builder.model.pages import Page
from builder.stages.plan.atlas import Atlas
from builder.stages.plan.labels import Label, Labels


def shown_names(atlas: Atlas, label: Label) -> tuple[ShownName, ...]:
    """Give all the names, where there are several or something is told of the only one."""
    names = label.known.names if label.known else ()
    if len(names) == 1 and not (names[0].language or names[0].used):
        return ()
    return tuple(_shown(atlas, each) for each in names)


def _shown(atlas: Atlas, name: Name) -> ShownName:
    language = name.language and language_name(name.language, atlas.settings.language)
    return ShownName(name.name, name.language, language, atlas.date(name.used))


def outside_links(label: Label) -> tuple[OutsideLink, ...]:
    """Give the links to where more is told, by their addresses."""
    links = label.known.links if label.known else ()
    return tuple(OutsideLink(url.split("://", 1)[1].rstrip("/"), url) for url in links)


def earlier_addresses(
    atlas: Atlas, labels: Labels, label: Label, years: Iterable[CountedLink]
) -> Iterator[Page]:
    """Give a page at every address that another name has, or had, which leads to the label's."""
    for slug in label.earlier_slugs:
        yield atlas.leading(f"{labels.folder}/{slug}.html", Link(label.name, labels.path(label)))
        for year in years:
            file = year.path.rsplit("/", 1)[1]
            to = Link(f"{label.name}, {year.text}", year.path)
            yield atlas.leading(f"{labels.folder}/{slug}/{file}", to)
