"""The kinds of source: what each is called, how it is cited, what is expected of it."""

from __future__ import annotations

from typing import Final, Literal

from builder.values import frozen

Form = Literal["part", "whole", "letter", "interview", "image"]
"""How a note cites it: as part of something, as a whole of its own, or as the documents below."""


@frozen
class SourceKind:
    """One kind of source."""

    name: str
    label: str
    csl: str
    """The item type of CSL 1.0.2 (docs.citationstyles.org, appendix III)."""
    form: Form = "part"
    has_title: bool = True
    """Whether one without a title is unusual."""
    is_kept: bool = False
    """Whether an archive or a person keeps it, so that readers must be told where it is."""
    names_publication: bool = True
    """Whether the publication is set apart as a title is; of a website it is not."""


SOURCE_KINDS: Final = (
    SourceKind("article", "Article", "article-newspaper"),
    SourceKind("web", "Web page", "webpage", names_publication=False),
    SourceKind("report", "Report", "report", form="whole"),
    SourceKind("book", "Book", "book", form="whole"),
    SourceKind(
        "letter",
        "Letter",
        "personal_communication",
        form="letter",
        has_title=False,
        is_kept=True,
    ),
    SourceKind("court-file", "Court file", "document", is_kept=True),
    SourceKind("interview", "Interview", "interview", form="interview", has_title=False),
    SourceKind("statement", "Statement", "document", names_publication=False),
    SourceKind("video", "Video", "motion_picture"),
    SourceKind("post", "Post", "post", has_title=False, names_publication=False),
    SourceKind("image", "Image", "graphic", form="image", has_title=False),
    SourceKind("dataset", "Data set", "dataset", names_publication=False),
)

KIND_NAMES: Final = tuple(kind.name for kind in SOURCE_KINDS)
_BY_NAME: Final = {kind.name: kind for kind in SOURCE_KINDS}


def kind_of(name: str) -> SourceKind:
    """Give the kind of a name; a source that names none is an article."""
    return _BY_NAME[name or "article"]
