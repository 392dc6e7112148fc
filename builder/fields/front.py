"""Where the front matter of a text stands: the YAML between its two `---` lines."""

from __future__ import annotations

import re
from typing import Final

from builder.values import frozen

_LINE_END: Final = r"(?:\r\n?|\n)"
_FRONT_MATTER: Final = re.compile(
    rf"---[ \t]*{_LINE_END}(?:.*?{_LINE_END})?(?P<closing>---|\.\.\.)[ \t]*(?:{_LINE_END}|\Z)",
    re.DOTALL,
)
_FIRST_LINE: Final = re.compile(r"---[^\S\r\n]*(?:[\r\n]|\Z)")


@frozen
class Front:
    """The bounds of a front matter; the opening line is YAML's own mark of a document."""

    yaml_end: int
    """Where the closing line begins."""
    body_start: int
    """Where what is below the closing line begins."""


def front_of(text: str) -> Front | None:
    """Give where the front matter of a text ends; None for a text without one."""
    found = _FRONT_MATTER.match(text)
    return Front(found.start("closing"), found.end()) if found else None


def never_ends(text: str) -> bool:
    """Tell whether a text without front matter begins as one that has it."""
    return bool(_FIRST_LINE.match(text))
