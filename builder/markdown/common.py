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
# The sanitiser takes away addresses whose host cannot be: a number that is no address in figures,
# or what does not decode from "xn--". Hosts of which that could be asked are left to it.
_HOST: Final = r"(?!\S*xn--)(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]+"
# What must stand before is looked at after the first character, so that the search for it is fast.
_TOKEN: Final = re.compile(
    rf"(?:\*(?<![^ (\n]\*)(?:\*(?P<strong>{_INNER})\*\*|(?P<emphasis>{_INNER})\*)"
    rf"|\[(?<![^ (\n]\[)(?P<words>{_INNER})\]\((?P<address>https?://{_HOST}(?:/[A-Za-z0-9./-]*)?)\))"
    rf"(?=[ ,.;:!?)\n\ue010]|\Z)"
)

# Where a line begins otherwise, it may be an item, a heading, code, a rule or a quotation.
_LINE: Final = r"(?:[^\W\d_]|\d+[ ,-]|[“‘„\"(]?[^\W\d_]|\*\*?[^\W_]|\[[^\W_])[^\n]*"
_PARAGRAPH: Final = rf"{_LINE}(?:\n{_LINE})*"
_LIST: Final = rf"- {_LINE}(?:\n- {_LINE})*"
_BLOCKS: Final = re.compile(rf"(?:{_PARAGRAPH}|{_LIST})(?:\n{{2,}}(?:{_PARAGRAPH}|{_LIST}))*\Z")
_BETWEEN_BLOCKS: Final = re.compile(r"\n{2,}")


def converted(text: str) -> str | None:
    """Give the HTML of a text of the common kind, or None for any other."""
    text = text.strip("\n")
    # Blanks at the end of a line break it; an underscore is a letter to the patterns here.
    if "_" in text or " \n" in text or text.endswith(" ") or not _BLOCKS.match(text):
        return None
    inner = _inline(text)
    if inner is None:
        return None
    blocks: list[str] = []
    for block in _BETWEEN_BLOCKS.split(inner):
        if not block.startswith("- "):
            blocks.append(f"<p>{block}</p>")
        elif blocks and blocks[-1].endswith("</ul>"):
            # Items with a blank line between them are paragraphs.
            return None
        else:
            items = block[2:].replace("\n- ", "</li>\n<li>")
            blocks.append(f"<ul>\n<li>{items}</li>\n</ul>")
    return "\n".join(blocks)


def _inline(text: str) -> str | None:
    """Convert emphasis and links; None when a character is left that may mean something."""
    pieces: list[str] = []
    at = 0
    for found in _TOKEN.finditer(text):
        pieces += (text[at : found.start()], _tagged(found))
        at = found.end()
    pieces.append(text[at:])
    return "".join(pieces) if _PLAIN.match("".join(pieces[::2])) else None


def _tagged(found: re.Match[str]) -> str:
    if found["strong"]:
        return f"<strong>{found['strong']}</strong>"
    if found["emphasis"]:
        return f"<em>{found['emphasis']}</em>"
    return f'<a href="{found["address"]}" rel="noopener noreferrer">{found["words"]}</a>'
