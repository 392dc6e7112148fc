"""What a reader sees of a Markdown text."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from builder.evidence.offsets import SAME, Offsets, replaced
from builder.values import frozen

# A text without any of these is seen as it is written; a dash at a line's start is a blank to
# whoever compares words, so lists with dashes need no reading.
_SIGNS: Final = "*_`\\<&[#>^+="

_OPENING: Final = "[*_`<&"
_MOST_OPENED: Final = 3_000

_LINE: Final = re.compile(
    r"""^[ ]{0,3}(?:
      (?:(?:\#{1,6}|>|\^(?=[ ])|[*+](?=[ \t]))[ \t]*)+
    | (?:=+|`{3,}.*|~{3,}.*|\[[^\[\]\n]+\]:[ \t]+\S+(?:[ \t]+"[^"\n]*")?)[ \t]*$
    )""",
    re.VERBOSE | re.MULTILINE,
)
"""Marks that begin a line, and lines that are marks altogether."""

_TARGET: Final = (
    r"""\([ ]*<?[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)"""
)
# Other words between angle brackets are words: <never> is read by whoever reads the page.
_TAGS: Final = (
    r"(?i:a|abbr|b|blockquote|br|cite|code|dd|del|div|dl|dt|em|figcaption|figure|h[1-6]|hr|i|img"
    r"|ins|kbd|li|mark|ol|p|pre|q|s|small|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|u|ul)"
)
_TOKENS: Final = {
    "#": r"(?<=[ \t])#+[ \t]*$",
    "\\": r"\\(?P<escaped>[\\`*_{}\[\]()#+.!>~|^&<-])",
    "`": r"(?P<ticks>`+)(?P<code>[^`](?:.{0,2000}?[^`])?)(?P=ticks)(?!`)",
    "<": r"<(?:!--.{0,9000}?--|(?P<address>(?:https?://|mailto:)[^\s<>]+)"
    rf"|/?(?P<tag>{_TAGS})(?:\s[^<>]*)?/?)>",
    "&": r"(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)",
    "!": rf"!\[[^\[\]]*\](?:{_TARGET}|\[[^\[\]\n]*\])",
    "[": r"\[\^[^\[\]\s]+\]:?|(?P<link>\[)(?=(?P<label>(?:\\.|[^\[\]\\])*)"
    rf"(?P<tail>\](?:{_TARGET}|[ ]?\[(?P<reference>[^\[\]\n]*)\])))",
    "*": r"(?P<emphasis>\*+)",
    "_": r"(?P<emphasis>_+)",
}
"""What a sign in running text can be the beginning of."""
_PATTERNS: Final = {sign: re.compile(rule, re.M | re.S) for sign, rule in _TOKENS.items()}
_SIGN: Final = re.compile(r"[#\\`<&!\[*_]")
_DEFINITION: Final = re.compile(r"^[ ]{0,3}\[([^\[\]\n]+)\]:[ \t]+\S", re.MULTILINE)
_PARAGRAPH_END: Final = re.compile(r"\n[ \t]*\n")
_PARTING_TAGS: Final = frozenset(
    "br p div li ul ol td th tr hr h1 h2 h3 h4 h5 h6 blockquote".split()
)


@frozen
class Visible:
    """The visible text of a Markdown body, with the way back to the Markdown."""

    text: str
    offsets: Offsets


class _Cut(NamedTuple):
    start: int
    end: int
    words: str = ""


@dataclass(slots=True)
class _Run:
    """A run of stars or underscores that may open or close emphasis."""

    start: int
    end: int
    opens: bool
    closes: bool


def visible(markdown: str) -> Visible:
    """Take the marks out of a Markdown text, leaving what is read.

    A text with more marks than prose can have is hostile, and is shown as it is written.
    """
    has_marks = any(map(markdown.__contains__, _SIGNS))
    if not has_marks or sum(map(markdown.count, _OPENING)) > _MOST_OPENED:
        return Visible(markdown, SAME)
    return Visible(*replaced(markdown, _in_order(_cuts(markdown))))


def _in_order(cuts: list[_Cut]) -> list[_Cut]:
    """Sort cuts, and drop those that begin inside an earlier one."""
    kept: list[_Cut] = []
    for cut in sorted(cuts):
        if not kept or cut.start >= kept[-1].end:
            kept.append(cut)
    return kept


def _cuts(text: str) -> list[_Cut]:
    cuts = [_Cut(*found.span()) for found in _LINE.finditer(text)]
    runs: list[_Run] = []
    references = {found[1].casefold() for found in _DEFINITION.finditer(text)}
    at, tail = 0, _Cut(0, 0)
    for sign in _SIGN.finditer(text):
        start = sign.start()
        if start < at or tail.start <= start < tail.end:
            continue
        token = _PATTERNS[sign[0]].match(text, start)
        if token is None:
            continue
        parts = token.groupdict()
        at = token.end()
        if "emphasis" in parts:
            runs.append(_run(text, start, at))
        elif parts.get("link"):
            if _is_link(parts, references):
                tail = _Cut(*token.span("tail"))
                cuts += (_Cut(start, at), tail)
        else:
            cuts += _plain_cuts(token, parts)
    return cuts + _emphasis(text, runs)


def _plain_cuts(token: re.Match[str], parts: dict[str, str | None]) -> tuple[_Cut, ...]:
    start, end = token.span()
    for inside in ("code", "address", "escaped"):
        if parts.get(inside):
            return _Cut(start, token.start(inside)), _Cut(token.end(inside), end)
    if tag := parts.get("tag"):
        return (_Cut(start, end, " " if tag.lower() in _PARTING_TAGS else ""),)
    if entity := parts.get("entity"):
        return (_Cut(start, end, html.unescape(entity)),)
    return (_Cut(start, end),)


def _is_link(parts: dict[str, str | None], references: set[str]) -> bool:
    label, reference = parts["label"] or "", parts["reference"]
    if reference is None:
        return "\n\n" not in label
    return (reference or label).casefold() in references


def _run(text: str, start: int, end: int) -> _Run:
    before, after = text[start - 1 : start], text[end : end + 1]
    opens = bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace()
    if text[start] == "_":
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    return _Run(start, end, opens, closes)


def _emphasis(text: str, runs: list[_Run]) -> list[_Cut]:
    """Pair runs that open with runs that close; what has no partner is seen."""
    cuts: list[_Cut] = []
    waiting: list[_Run] = []
    last_end = 0
    for run in runs:
        if waiting and _PARAGRAPH_END.search(text, last_end, run.start):
            waiting.clear()
        last_end = run.end
        while run.closes and run.start < run.end:
            partner = next((w for w in reversed(waiting) if text[w.start] == text[run.start]), None)
            if partner is None:
                break
            length = min(partner.end - partner.start, run.end - run.start)
            cuts += (_Cut(partner.end - length, partner.end), _Cut(run.start, run.start + length))
            partner.end -= length
            run.start += length
            del waiting[waiting.index(partner) + (partner.start < partner.end) :]
        if run.opens and run.start < run.end:
            waiting.append(run)
    return cuts
