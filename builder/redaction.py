"""Words that must stand nowhere in a site: found in any output, they stop the build."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote, unquote_to_bytes

from builder.model.identifiers import proposed_id
from builder.model.pages import OutputFile
from builder.model.settings import SHORTEST_REDACTION, Redaction
from builder.problems import Problem, problem

_TAG: Final = re.compile(r"<[^>]*>")
_BLANKS: Final = re.compile(r"\s+")
_TEXTS: Final = (".html", ".xml", ".svg", ".json", ".js", ".css", ".txt", ".csv", ".ics", ".md")


def redacted(files: Iterable[OutputFile], redactions: tuple[Redaction, ...]) -> tuple[Problem, ...]:
    """Give a problem for each redaction and output that holds its words, or has them in its name.

    Capitals, kinds of blank, tags between the words, and the ways in which HTML, JSON and addresses
    write letters make no difference. The problem does not repeat the words.
    """
    sought = [(each, _forms(each.words)) for each in redactions]
    if not sought:
        return ()
    return tuple(
        _problem(redaction, file)
        for file in files
        for held in (_held(file),)
        for redaction, forms in sought
        if any(form in text for form in forms for text in held)
    )


def _forms(words: str) -> frozenset[str]:
    """Give words in the forms that they may stand in, without capitals."""
    forms = {words, proposed_id(words), json.dumps(words)[1:-1], quote(words)}
    return frozenset(form for form in map(_folded, forms) if len(form) >= SHORTEST_REDACTION)


def _held(file: OutputFile) -> tuple[str, ...]:
    """Give what a file says: its path, its characters, and its words without tags."""
    path = _folded(unquote_to_bytes(file.path).decode(errors="replace"))
    text = file.data.decode(errors="replace")
    if not file.path.lower().endswith(_TEXTS):
        return path, text.casefold()
    raw = _folded(text)
    if "<" not in text and "&" not in text:
        return path, raw
    # Without a tag, words stand together; with a blank in its place, they stand apart.
    joined = _folded(html.unescape(_TAG.sub("", text)))
    return path, raw, joined, _folded(html.unescape(_TAG.sub(" ", text)))


def _folded(text: str) -> str:
    return _BLANKS.sub(" ", text.casefold()).strip()


def _problem(redaction: Redaction, file: OutputFile) -> Problem:
    message = "a redacted text would be published"
    hint = "take it out of the content that the page is made of, its file names included"
    details = (f"it would stand in '{file.path}'",)
    return problem("redacted", message, redaction.position, hint=hint, details=details)
