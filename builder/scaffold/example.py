"""A small project that builds at once."""

from __future__ import annotations

from typing import Final

from builder.fields.tables import SETTINGS
from builder.scaffold.notes import filled
from builder.scaffold.schemas import KINDS, schema_path, schema_text
from builder.scaffold.writing import NewFile

_SETTINGS_GROUPS: Final = (
    ("title", "description"),
    ("url", "language", "zone"),
    ("authors", "licence"),
    ("menu",),
    ("quotes", "captions", "newest_first", "page_size", "ignore"),
    ("content", "templates", "output", "stylesheets"),
    ("fields",),
    ("publish", "redact", "redact_file"),
)

_SETTINGS_HEAD: Final = """\
# yaml-language-server: $schema=schemas/settings.json

# The settings of this timeline. Only 'title' has to be here: take the # away from a line to use
# its key, and write the value in front of the remark.

"""

_ARTICLE: Final = """\
---
# An example, with everything in it invented: replace it with the first article of your own.
title: "Old swing bridge opens to walkers"
publication: "The Quayside Courier"
authors: ["Ines Holloway"]

published: 2025-05-04

url: "https://example.org/quayside-courier/swing-bridge"
captures:
  - "https://web.archive.org/web/20250505081500/https://example.org/quayside-courier/swing-bridge"

photos:
  - caption: "Walkers cross the old swing bridge on its first open day, 3 May 2025."
    credit: "Photo: Tomas Arkwell / The Quayside Courier"
---
The old swing bridge over the inner harbour opened to walkers on Saturday, eleven years after the
last train crossed it.

“From today the bridge will stay open to walkers until dusk,” said Mara Tennick, who chairs the
harbour trust. The trust expects to turn the bridge for ships twice a week.
"""

_EVENT: Final = """\
# yaml-language-server: $schema=../../schemas/event.json

# An example: replace it with your own. 'dateline new event TITLE' begins the next note.
title: "The swing bridge opens to walkers"

# As exact as it is known, and no more: 2025-05-03, 2025-05, 2025, 1950~ (about), 2025-05-03/..
date: 2025-05-03

place: "Inner harbour"
tags: ["bridges"]

# A mark such as [@swing-bridge-opens] after a statement leads the reader to the article.
summary: >-
  The old swing bridge over the inner harbour is opened to walkers. [@swing-bridge-opens]

# The words of a quotation are looked for in the article; without them there the site is not built.
sources:
  - article: swing-bridge-opens
    quote: "From today the bridge will stay open to walkers until dusk"
    speaker: "Mara Tennick"
    supports: ["date"]
"""

_ABOUT: Final = """\
---
title: "About"
---
Say here what this timeline records, who keeps it, and how to reach you.

Every statement leads to the article it rests on, and every quotation was found in that article.
"""

_IGNORED: Final = """\
# The finished pages; 'dateline build' writes them.
/site/

# What dateline remembers of the last build.
/.dateline/
"""


def project_files() -> tuple[NewFile, ...]:
    """Give the files of a new project."""
    given = {"title": '"My timeline"', "menu": '["about"]'}
    settings = filled(SETTINGS, _SETTINGS_GROUPS, ("title", "menu"), given)
    return (
        NewFile("dateline.yaml", _SETTINGS_HEAD + settings),
        NewFile("content/articles/swing-bridge-opens.md", _ARTICLE),
        NewFile("content/events/swing-bridge-opens-to-walkers.yaml", _EVENT),
        NewFile("content/pages/about.md", _ABOUT),
        NewFile(".gitignore", _IGNORED),
        *(NewFile(schema_path(kind), schema_text(kind)) for kind in KINDS),
    )
