"""What `dateline.yaml` settles, as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Final, Literal

from builder.problems import Position
from builder.values import frozen

OwnKind = Literal["text", "number", "date", "list"]


@frozen
class OwnKey:
    """A key for event notes that a site declares for itself."""

    name: str
    label: str
    kind: OwnKind = "text"
    is_private: bool = False
    has_filter: bool = False


SHORTEST_REDACTION: Final = 2
"""A single letter stands in every page; a name of two stands for somebody in China or Korea."""


@frozen
class Redaction:
    """Words that must not be published, and where the curator wrote them down."""

    words: str
    position: Position


@frozen
class Settings:
    """The settings of a project; folders are relative to it."""

    title: str
    description: str = ""
    url: str = ""
    """The public address, with a slash at its end; empty when not given."""
    language: str = "en"
    zone: str = ""
    authors: tuple[str, ...] = ()
    licence: str = ""
    content: str = "content"
    templates: str = "templates"
    output: str = "site"
    quotes: Literal["error", "warn"] = "error"
    captions: Literal["all", "chosen"] = "all"
    newest_first: bool = False
    page_size: int = 500
    stylesheets: tuple[str, ...] = ()
    menu: tuple[str, ...] = ()
    publishes: bool = False
    """Whether the settings say where the site is published."""
    publish_remote: str = ""
    publish_branch: str = ""
    publish_cname: str = ""
    publish_strict: bool = False
    ignore: tuple[str, ...] = ()
    own_keys: tuple[OwnKey, ...] = ()
    redactions: tuple[Redaction, ...] = ()
    redact_file: str = ""
    """A file, perhaps outside the project, with further redactions, one a line."""
    places: Mapping[str, Position] = field(default_factory=dict)
    """Where each name of `menu` and `stylesheets` stands, by key and name: `menu about`."""
