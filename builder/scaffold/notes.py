"""The text of new notes: the usual keys ready to fill in, the others as comments."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import Final

from builder.edits import quoted
from builder.fields import Field
from builder.fields.tables import ARTICLE, CITATION, EVENT, PAGE
from builder.scaffold.schemas import schema_path
from builder.scaffold.writing import NewFile

Groups = tuple[tuple[str, ...], ...]

EVENT_GROUPS: Final[Groups] = (
    ("id", "title"),
    ("date", "time", "zone", "date_basis", "date_written", "order"),
    ("place", "people", "tags", "group"),
    ("summary", "body"),
    ("status",),
    ("sources", "accounts", "photos"),
    ("added", "updated", "corrections"),
    ("related", "aliases", "importance"),
    ("draft", "embargo", "note", "ignore"),
)
"""The keys of a note as they stand together; blank lines between groups make notes merge well."""
ARTICLE_GROUPS: Final[Groups] = (
    ("id", "kind", "title"),
    ("publication", "authors", "recipient", "agency", "dateline_place", "page", "language"),
    ("published", "written", "updated", "accessed"),
    ("url", "captures", "archive_url", "via"),
    ("held_by", "collection", "box", "folder", "item"),
    ("access", "named_as", "rights", "photos"),
    ("derived_from", "independent", "independent_note", "sha256", "aliases"),
    ("draft", "note", "ignore"),
)
PAGE_GROUPS: Final[Groups] = (("title",), ("url",), ("draft", "note"))

_EVENT_USUAL: Final = ("title", "date", "place", "tags", "summary", "sources")
_ARTICLE_USUAL: Final = ("title", "publication", "authors", "published", "url", "captures")
_CITATION_USUAL: Final = ("article", "quote")
# A date in this form stands as it is; every other value is quoted.
_PLAIN_DATE: Final = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/(?:\.\.|\d{4}(?:-\d\d){0,2}))?")


def new_event(path: str, title: str, *, date: str = "", article: str = "") -> NewFile:
    """Give the file of a new event note; `date` is in the notation, `article` an id to cite."""
    given = {"title": quoted(title), "date": _date(date), "sources": _sources(article)}
    modeline = f"# yaml-language-server: $schema={_way_to(schema_path('event'), path)}"
    return NewFile(path, f"{modeline}\n\n{filled(EVENT, EVENT_GROUPS, _EVENT_USUAL, given)}")


def new_article(path: str, title: str, *, published: str = "") -> NewFile:
    """Give the file of a new article: its front matter, and room for the text."""
    given = {"title": quoted(title), "published": _date(published)}
    keys = filled(ARTICLE, ARTICLE_GROUPS, _ARTICLE_USUAL, given)
    return NewFile(path, f"---\n{keys}\n# The text goes below the next line, as printed.\n---\n")


def new_page(path: str, title: str) -> NewFile:
    """Give the file of a new text page: its title, and room for the Markdown."""
    keys = filled(PAGE, PAGE_GROUPS, ("title",), {"title": quoted(title)})
    return NewFile(path, f"---\n{keys}---\n")


def filled(
    fields: tuple[Field, ...], groups: Groups, usual: tuple[str, ...], given: Mapping[str, str]
) -> str:
    """Give keys with their values; those without are left to fill in, or commented if unusual."""
    by_name = {field.name: field for field in fields}
    return "\n".join(
        "".join(
            _entry(by_name[name], given.get(name, ""), is_usual=name in usual) for name in group
        )
        for group in groups
    )


def _entry(field: Field, value: str, *, is_usual: bool) -> str:
    if value:
        return f"{field.name}: {value}\n"
    return f"{'' if is_usual else '# '}{field.name}:  # {_about(field)}\n"


def _about(field: Field) -> str:
    known = field.choices and not all(choice in field.about for choice in field.choices)
    return f"{field.about} ({'|'.join(field.choices)})" if known else field.about


def _sources(article: str) -> str:
    """Give the value of `sources`: a citation of the article, or one to fill in as a comment."""
    by_name = {field.name: field for field in CITATION}
    about = next(field.about for field in EVENT if field.name == "sources")
    lines = [f" # {about}"]
    for name in _CITATION_USUAL:
        key = f"{'- ' if name == 'article' else '  '}{name}:"
        if article:
            value = article if name == "article" else f" # {by_name[name].about}"
            lines.append(f"  {key} {value}")
        else:
            lines.append(f"  # {key}  # {by_name[name].about}")
    return "\n".join(lines)


def _date(edtf: str) -> str:
    return edtf if not edtf or _PLAIN_DATE.fullmatch(edtf) else quoted(edtf)


def _way_to(target: str, path: str) -> str:
    return posixpath.relpath(target, posixpath.dirname(path) or ".")
