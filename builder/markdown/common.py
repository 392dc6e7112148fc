"""The Markdown most notes are written in, converted without the Markdown library.

Paragraphs, tight lists of single lines, `*emphasis*`, `**strong**` and `[links](https://…)`, as
long as nothing about them has to be decided; for any other text `converted` gives None, and
Python-Markdown does the work. Law, tested over generated texts: what is given here is, byte for
byte, what Python-Markdown and the sanitiser give. It takes a fifteenth of their time, which is
half of a whole build.
"""

from __future__ import annotations

import re
from typing import Final

# Letters, digits and marks that mean nothing in Markdown and are written as they stand in HTML,
# and the placeholders of citation marks.
_PLAIN: Final = re.compile(r"[\w ,.;:!?'’‘“”„«»\"()%/…–—€£$+@°\n\ue010\ue012-]*\Z")

_INNER: Final = r"[^\W_](?:[\w ,.'’–-]*[^\W_])?"
# What must stand before is looked at after the first character, so that the search for it is fast.
_TOKEN: Final = re.compile(
    rf"(?:\*(?<![^ (\n]\*)(?:\*(?P<strong>{_INNER})\*\*|(?P<emphasis>{_INNER})\*)"
    rf"|\[(?<![^ (\n]\[)(?P<words>{_INNER})\]\((?P<address>https?://[A-Za-z0-9./-]+)\))"
    rf"(?=[ ,.;:!?)\n\ue010]|\Z)"
)

# Where a line begins otherwise, it may be an item, a heading, code, a rule or a quotation.
_FIRST: Final = re.compile(r"[^\W\d_]|\d+[ ,-]|[“‘„\"(]?[^\W\d_]|\*\*?[^\W_]|\[[^\W_]")
_BETWEEN_BLOCKS: Final = re.compile(r"\n{2,}")


def converted(text: str) -> str | None:
    """Give the HTML of a text of the common kind, or None for any other."""
    text = text.strip("\n")
    # Blanks at the end of a line break it; an underscore is a letter to the patterns here.
    if not text or "_" in text or " \n" in text or text.endswith(" "):
        return None
    blocks: list[str] = []
    for block in _BETWEEN_BLOCKS.split(text):
        is_list = block.startswith("- ")
        # Items with a blank line between them are paragraphs.
        if is_list and blocks and blocks[-1].endswith("</ul>"):
            return None
        found = _list(block) if is_list else _paragraph(block)
        if found is None:
            return None
        blocks.append(found)
    return "\n".join(blocks)


def _paragraph(block: str) -> str | None:
    if not all(map(_FIRST.match, block.split("\n"))):
        return None
    inner = _inline(block)
    return None if inner is None else f"<p>{inner}</p>"


def _list(block: str) -> str | None:
    lines = block.split("\n")
    if not all(line.startswith("- ") and _FIRST.match(line, 2) for line in lines):
        return None
    items = [_inline(line[2:]) for line in lines]
    if None in items:
        return None
    return "<ul>\n" + "\n".join(f"<li>{item}</li>" for item in items) + "\n</ul>"


def _inline(text: str) -> str | None:
    """Convert emphasis and links; None when a character is left that may mean something."""
    if _PLAIN.match(text):
        return text
    pieces: list[str] = []
    at = 0
    for found in _TOKEN.finditer(text):
        pieces += (text[at : found.start()], _tagged(found))
        at = found.end()
    pieces.append(text[at:])
    return "".join(pieces) if all(map(_PLAIN.match, pieces[::2])) else None


def _tagged(found: re.Match[str]) -> str:
    if found["strong"]:
        return f"<strong>{found['strong']}</strong>"
    if found["emphasis"]:
        return f"<em>{found['emphasis']}</em>"
    return f'<a href="{found["address"]}" rel="noopener noreferrer">{found["words"]}</a>'
