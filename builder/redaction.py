"""Words that must stand nowhere in a site: found in any output, they stop the build."""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import quote, unquote_to_bytes

from builder.model.identifiers import proposed_id
from builder.model.pages import OutputFile
from builder.model.settings import SHORTEST_REDACTION, Redaction
from builder.problems import Problem, problem

_TAG: Final = re.compile(r"<[^<>]*>")
_UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
"""Characters that no reader sees, such as a soft hyphen inside a name."""
_BETWEEN_WORDS: Final = re.compile(r"[\W_]+")
_TEXTS: Final = (".html", ".xml", ".svg", ".json", ".js", ".css", ".txt", ".csv", ".ics", ".md")


def redacted(files: Iterable[OutputFile], redactions: tuple[Redaction, ...]) -> tuple[Problem, ...]:
    """Give a problem for each redaction and output that holds its words, or has them in its name.

    Capitals, what stands between the words, tags, and the ways in which HTML, JSON and addresses
    write letters make no difference. The problem does not repeat the words.
    """
    sought = [(each, _forms(each.words)) for each in redactions]
    if not sought:
        return ()
    return tuple(
        _problem(redaction, file)
        for file in files
        for held in (tuple(_held(file)),)
        for redaction, forms in sought
        if any(form in text for form in forms for text in held)
    )


def _forms(words: str) -> frozenset[str]:
    """Give words in the forms that they may stand in, folded."""
    own = _folded(words) or words
    others = map(_folded, (proposed_id(words), json.dumps(words)[1:-1], quote(words)))
    return frozenset((own, *(form for form in others if len(form) >= SHORTEST_REDACTION)))


def _held(file: OutputFile) -> Iterator[str]:
    """Give what a file says, folded: its path, its characters, and its words without tags."""
    yield _folded(_without_escapes(file.path))
    text = file.data.decode(errors="replace")
    yield text
    yield _folded(text)
    if "%" in text:
        yield _folded(_without_escapes(text))
    if file.path.lower().endswith(_TEXTS) and ("<" in text or "&" in text):
        # Without a tag, words stand together; with a blank in its place, they stand apart.
        yield _folded(html.unescape(_TAG.sub("", text)))
        yield _folded(html.unescape(_TAG.sub(" ", text)))


def _without_escapes(text: str) -> str:
    return unquote_to_bytes(text).decode(errors="replace")


def _folded(text: str) -> str:
    """Give a text without capitals, its words parted by one blank each."""
    text = _UNSEEN.sub("", text)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKD", text).casefold())
        # Capitals do not tell which i is meant in Turkish.
        text = text.replace("i\u0307", "i").replace("ı", "i")
    return _BETWEEN_WORDS.sub(" ", text.casefold()).strip()


def _problem(redaction: Redaction, file: OutputFile) -> Problem:
    message = "a redacted text would be published"
    hint = "take it out of the content that the page is made of, its file names included"
    details = (f"it would stand in '{file.path}'",)
    return problem("redacted", message, redaction.position, hint=hint, details=details)
