"""What a reader sees of a Markdown text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from builder.evidence.offsets import SAME, Offsets, replaced
from builder.values import frozen

# A text without any of these is seen as it is written; a dash at a line's start is a blank to
# whoever compares words, so lists with dashes need no reading.
_SIGNS: Final = "*_`\\<&[#>^+="

_OPENING: Final = "[*_`<&"
_MOST_OPENED: Final = 3_000

# Where a label leads: a line that nobody sees.
_DEFINED: Final = (
    r"""\[(?P<label>[^\[\]\n]+)\]:[ \t]+\S+(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'))?[ \t]*$"""
)
_LINE: Final = re.compile(
    rf"""^[ ]{{0,3}}(?:
      (?:(?:\#{{1,6}}|>|\^(?=[ ])|[*+](?=[ \t]))[ \t]*)+
    | (?:=+|`{{3,}}.*|~{{3,}}.*)[ \t]*$
    | {_DEFINED}
    | \[(?P<footnote>\^[^\[\]\s]+)\]:
    )""",
    re.VERBOSE | re.MULTILINE,
)
"""Marks that begin a line, and lines that are marks altogether."""

_TARGET: Final = (
    r"""\([ ]*(?![ ])<?[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)"""
)
_BEHIND_WORDS: Final = rf"\](?:(?P<target>{_TARGET})|[ ]?\[(?P<reference>[^\[\]\n]*)\])?"
# Other words between angle brackets are words: <never> is read by whoever reads the page.
_TAGS: Final = (
    r"(?i:a|abbr|b|blockquote|br|cite|code|dd|del|div|dl|dt|em|figcaption|figure|h[1-6]|hr|i|img"
    r"|ins|kbd|li|mark|ol|p|pre|q|s|small|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|u|ul)"
)
# Elements of which a browser shows nothing.
_UNSEEN: Final = re.compile(
    r"<(?P<name>(?:script|style|template)\b"
    r"|[a-z]{1,12}\b(?=[^<>]{0,300}(?:\shidden\b|display:\s*none)))[^<>]*>",
    re.IGNORECASE,
)
_LONGEST_UNSEEN: Final = 9_000
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED: Final = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_LONGEST_RAISED: Final = 300
_FIGURE: Final = re.compile("[0-9]")
_TOKENS: Final = {
    "#": r"(?<=[ \t])#+[ \t]*$",
    "\\": r"\\(?P<escaped>[\\`*_{}\[\]()#+.!>~|^&<-])",
    "`": r"(?P<ticks>`+)(?P<code>[^`](?:.{0,2000}?[^`])?)(?P=ticks)(?!`)",
    "<": r"<(?:!--.{0,9000}?--|(?P<address>(?:https?://|mailto:)[^\s<>]+)"
    rf"|/?(?P<tag>{_TAGS})(?:\s[^<>]*)?/?)>",
    "&": r"(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)",
    "!": rf"!\[(?P<words>[^\[\]]*){_BEHIND_WORDS}",
    "[": r"\[(?P<note>\^[^\[\]\s]+)\]"
    rf"|(?P<link>\[)(?=(?P<words>(?:\\.|[^\[\]\\])*){_BEHIND_WORDS})",
    "*": r"(?P<emphasis>\*+)",
    "_": r"(?P<emphasis>_+)",
}
"""What a sign in running text can be the beginning of."""
_PATTERNS: Final = {sign: re.compile(rule, re.M | re.S) for sign, rule in _TOKENS.items()}
_SIGN: Final = re.compile(r"[#\\`<&!\[*_]")
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
    lines = tuple(_LINE.finditer(text))
    cuts = [_Cut(*found.span()) for found in lines]
    definitions = [found for found in lines if found["label"] or found["footnote"]]
    references = {_label(found["label"] or found["footnote"]) for found in definitions}
    hidden = {text.index("[", found.start()): found.end() for found in definitions}
    runs: list[_Run] = []
    at, tail = 0, _Cut(0, 0)
    for sign in _SIGN.finditer(text):
        start = sign.start()
        at = max(at, hidden.get(start, 0))
        if start < at or tail.start <= start < tail.end:
            continue
        if sign[0] == "<" and (end := _end_of_unseen(text, start)):
            at = end
            cuts.append(_Cut(start, end))
            continue
        token = _PATTERNS[sign[0]].match(text, start)
        if token is None:
            continue
        at = token.end()
        if sign[0] in "*_":
            runs.append(_run(text, start, at))
        elif sign[0] in "![":
            around = _cuts_around(token, references)
            cuts += around
            at, tail = (around[0].end, around[-1]) if around else (start + 1, tail)
        else:
            cuts += _plain_cuts(token, token.groupdict())
    return cuts + _emphasis(text, runs)


def _label(words: str) -> str:
    return " ".join(words.split()).casefold()


def _cuts_around(token: re.Match[str], references: set[str]) -> tuple[_Cut, ...]:
    """A picture, the mark of a footnote, or what stands around the words of a link."""
    parts = token.groupdict()
    if note := parts.get("note"):
        return (_Cut(*token.span()),) if _label(note) in references else ()
    end = _end_of_target(token, references)
    if end < 0:
        return ()
    if "link" in parts:
        return _Cut(token.start(), token.start("words")), _Cut(token.end("words"), end)
    return (_Cut(token.start(), end),)


def _end_of_target(token: re.Match[str], references: set[str]) -> int:
    """Where a link or picture ends, behind its address or label; -1 if it is none."""
    words, reference = token["words"], token["reference"]
    if "\n\n" in words:
        return -1
    if token["target"] is not None:
        return token.end("target")
    if reference is not None and _label(reference or words) in references:
        return token.end("reference") + 1
    return token.end("words") + 1 if _label(words) in references else -1


def _end_of_unseen(text: str, start: int) -> int:
    """Where an element ends that is not seen, others of its name inside it; 0 if there is none."""
    opening = _UNSEEN.match(text, start)
    if opening is None:
        return 0
    tags = re.compile(rf"<(?P<closes>/?){opening['name']}\b[^<>]*>", re.IGNORECASE)
    depth = 1
    for tag in tags.finditer(text, opening.end(), opening.end() + _LONGEST_UNSEEN):
        depth += -1 if tag["closes"] else 1
        if not depth:
            return tag.end()
    return 0


def _plain_cuts(token: re.Match[str], parts: dict[str, str | None]) -> tuple[_Cut, ...]:
    start, end = token.span()
    for inside in ("code", "address", "escaped"):
        if parts.get(inside):
            return _Cut(start, token.start(inside)), _Cut(token.end(inside), end)
    if tag := parts.get("tag"):
        cut = _Cut(start, end, " " if tag.lower() in _PARTING_TAGS else "")
        return (cut, *_small_figures(token))
    if entity := parts.get("entity"):
        return (_Cut(start, end, html.unescape(entity)),)
    return (_Cut(start, end),)


def _small_figures(token: re.Match[str]) -> Iterator[_Cut]:
    """Raise the figures in <sup>, and lower those in <sub> behind others: 10<sup>2</sup> is 10².

    What is lowered behind a letter is typed like any other figure: CO2.
    """
    name, text = token["tag"].lower(), token.string
    is_raised = name == "sup"
    if token[0].startswith("</") or not (
        is_raised or (name == "sub" and text[token.start() - 1 : token.start()].isdigit())
    ):
        return
    end = text.find(f"</{name}", token.end(), token.end() + _LONGEST_RAISED)
    for figure in _FIGURE.finditer(text, token.end(), max(end, 0)):
        yield _Cut(*figure.span(), figure[0].translate(_RAISED if is_raised else _LOWERED))


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
