"""XML text from values, escaped, without characters that XML cannot hold."""

from __future__ import annotations

import html
import re
from typing import Final

DECLARATION: Final = '<?xml version="1.0" encoding="utf-8"?>\n'

_LINE_ENDS: Final = {ord("\n"): "&#10;", ord("\r"): "&#13;", ord("\t"): "&#9;"}
_FORBIDDEN: Final = re.compile(
    "[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)


def text(value: str) -> str:
    """Escape a text for the content of an element."""
    return html.escape(_FORBIDDEN.sub("\ufffd", value), quote=False)


def attribute(value: str) -> str:
    """Escape a text and put it in quotation marks, for an attribute."""
    safe = html.escape(_FORBIDDEN.sub("\ufffd", value))
    # A reader of XML takes a bare line end in an attribute for a blank.
    return f'"{safe.translate(_LINE_ENDS)}"'


def element(name: str, value: str, **attributes: str) -> str:
    """Give an element that holds a text; an attribute's trailing underscore is dropped."""
    written = "".join(f" {key.rstrip('_')}={attribute(held)}" for key, held in attributes.items())
    return f"<{name}{written}>{text(value)}</{name}>" if value else f"<{name}{written}/>"
