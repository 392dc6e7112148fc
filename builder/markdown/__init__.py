"""Markdown to safe HTML; the only module that makes `Markup`."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from markupsafe import Markup, escape

from builder.markdown import common
from builder.model.content import NO_PROSE, Mark, Paragraph, Prose, Span

if TYPE_CHECKING:
    import markdown as python_markdown
    import nh3

NO_TEXT: Final = Markup("")
_NO_PAGES: Final[Mapping[str, int]] = {}

MARK: Final = re.compile(r"(?:(?<=\S)[ \t]*\n?[ \t]*)?(\[@[^\[\]\n]{1,400}\])(?!\()")
"""A citation mark, with what parts it from its word: `[@article-id p. 3; @other]`, but no link."""

# Private-use characters stand for marks and passages while Markdown does its work.
_OPEN, _CLOSE, _END = "\ue010", "\ue011", "\ue012"
_PLACEHOLDER: Final = re.compile(f"{_OPEN}(\\d+){_END}")
_TAG: Final = re.compile(r"""<(?:"[^"]*"|[^">])*>""")
_PASSAGE: Final = re.compile(f"([{_OPEN}{_CLOSE}])(\\d+){_END}|({_TAG.pattern})")
_RESERVED: Final = re.compile(f"[{_OPEN}{_CLOSE}{_END}]|&#(?:0*5736[0-2]|[xX]0*[eE]01[0-2]);?")
"""These characters, and the references that the sanitiser would make them of."""
_MAY_BE_RESERVED: Final = (_OPEN, _CLOSE, _END, "&#")

# A link without a scheme leads into the site, from its root; until a page's own place is known it
# is written below an address that can never be one (RFC 2606).
_ROOT: Final = "https://site.invalid/"
_INSIDE: Final = re.compile(f'href="{re.escape(_ROOT)}([^"]*)"( rel="[^"]*")?')
_ANCHOR_TAG: Final = re.compile(r"""</?a\b(?:"[^"]*"|[^">])*>""")
_LINK: Final = re.compile(r"""(?s)(?P<tag><a\b(?:"[^"]*"|[^">])*>)(?P<words>.*?)</a>""")
_HEADING: Final = re.compile(r"<(/?)h([1-6])\b")
_PARAGRAPH: Final = re.compile(r"""</?p\b(?:"[^"]*"|[^">])*>""")
_CONTROL: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""What HTML cannot hold."""
_UNMARKED: Final = re.compile(rf"(?s)<code>.*?</code>|{_TAG.pattern}")
"""Where a citation mark is no mark: in code, and inside a tag."""

# Python-Markdown is super-linear on hostile text: 5 kB of `[` take six seconds or more.
_HOSTILE: Final = (
    re.compile(r"(?:!?\[){200}"),
    re.compile(r"[*_`<>(~\\&#|=+-]{400}"),
    re.compile(r"(?:<!\[CDATA\[[^<]*){20}"),
    re.compile(r"[^\n]{20000}"),
    re.compile(r"^[ \t]*(?:>[ \t]*|(?:[-*+]|\d+\.)[ \t]+){40}", re.MULTILINE),
)
_MOST_CHARACTERS: Final = 2_000_000
_MOST_LINES: Final = 5_000
_MOST_UNCLOSED: Final = 500
_PAIRS: Final = (("[", "]"), ("(", ")"), ("<", ">"))

_TAGS: Final = frozenset(
    "a abbr b bdi bdo blockquote br cite code dd del details dfn div dl dt em h1 h2 h3 h4 h5 h6 hr"
    " i ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot"
    " th thead tr u ul var".split()
)
_ATTRIBUTES: Final = {
    "*": {"lang", "dir", "title"},
    "a": {"href"},
    "ol": {"start", "type", "reversed"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}


def is_hostile(text: str) -> bool:
    """Tell whether a text would keep the Markdown reader busy for seconds."""
    if len(text) > _MOST_CHARACTERS or text.count("\n") > _MOST_LINES:
        return True
    # What opens and is never closed is looked for again from every later place: the time grows
    # with the square, a fifth of a second at 400 brackets.
    unclosed = sum(max(0, text.count(opens) - text.count(closes)) for opens, closes in _PAIRS)
    return unclosed > _MOST_UNCLOSED or any(found.search(text) for found in _HOSTILE)


def prose(text: str) -> Prose:
    """Make the Markdown of a note or page into safe HTML, cut at its citation marks.

    Raw HTML is sanitised. A hostile text becomes plain paragraphs, and says so.
    """
    if not text.strip():
        return NO_PROSE
    if any(map(text.__contains__, _MAY_BE_RESERVED)):
        text = _RESERVED.sub(_replaced, text)
    marks: list[str] = []

    def hold(found: re.Match[str]) -> str:
        marks.append(found[0])
        return f"{_OPEN}{len(marks) - 1}{_END}"

    held = MARK.sub(hold, text) if "[@" in text else text
    safe = common.converted(held)
    is_refused = safe is None and is_hostile(text)
    if safe is None:
        safe = _plain_paragraphs(held) if is_refused else _sanitised(held)
        if marks:
            safe = _UNMARKED.sub(lambda found: _as_written(found[0], marks), safe)
    links: tuple[str, ...] = ()
    if _ROOT in safe:
        links = tuple(html.unescape(found[1]) for found in _INSIDE.finditer(safe))
    if not marks:
        return Prose((Markup(safe),), (), links, is_refused)
    pieces = _PLACEHOLDER.split(safe)
    order = tuple(_marks(marks[int(number)].strip()) for number in pieces[1::2])
    return Prose(tuple(Markup(each) for each in pieces[::2]), order, links, is_refused)


def _replaced(found: re.Match[str]) -> str:
    """Stand in for reserved characters, as many for as many: offsets stay true."""
    return "\ufffd" * len(found[0])


def _marks(written: str) -> tuple[Mark, ...]:
    """Read `[@a p. 3; @b]`: ids, each with its locator."""
    found = []
    for part in written[1:-1].split(";"):
        article, _, locator = part.strip().lstrip("@").partition(" ")
        found.append(Mark(article, locator.strip()))
    return tuple(found)


def _as_written(piece: str, marks: list[str]) -> str:
    """Put marks back as they were written."""
    return _PLACEHOLDER.sub(lambda found: html.escape(marks[int(found[1])]), piece)


def _sanitised(text: str) -> str:
    converted = _converter(escapes_html=False).reset().convert(text)
    return _without_controls(_cleaner(trusts_links=True).clean(_demoted(converted)))


def _without_controls(text: str) -> str:
    return _CONTROL.sub("\ufffd", text)


def _plain_paragraphs(text: str) -> str:
    parts = re.split(r"\n[ \t]*\n", text.strip())
    shown = (html.escape(part.strip(), quote=False) for part in parts)
    return _without_controls("\n".join(f"<p>{part}</p>" for part in shown))


def _demoted(converted: str) -> str:
    """Shift the headings so that the highest is of the second level, below the page's title."""
    if "<h" not in converted:
        return converted
    levels = [int(found[2]) for found in _HEADING.finditer(converted)]
    shift = 2 - min(levels, default=2)
    return _HEADING.sub(lambda found: f"<{found[1]}h{min(6, int(found[2]) + shift)}", converted)


@cache
def _converter(*, escapes_html: bool) -> python_markdown.Markdown:
    """One reused converter: setting one up costs more than a short text."""
    import markdown as python_markdown

    converter = python_markdown.Markdown(output_format="html")
    if escapes_html:
        converter.preprocessors.deregister("html_block")
        converter.inlinePatterns.deregister("html")
    return converter


@cache
def _cleaner(*, trusts_links: bool) -> nh3.Cleaner:
    """The sanitiser; in an article's text, links without a scheme lead nowhere we know."""
    import nh3

    return nh3.Cleaner(
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
        url_relative=("rewrite_with_base", _ROOT) if trusts_links else "deny",
    )


# ------------------------------------------------------------------------- prose in its places


def cited(texts: Iterable[Prose], numbers: Mapping[str, int], root: str) -> tuple[Markup, ...]:
    """Put the numbered citation marks into an event's texts, in the order they are read.

    `numbers` gives the number of each article; the first mark of source 2 has the id `r2`, later
    ones `r2-2`, `r2-3`. A mark whose article has no number is left out. `root` leads from the page
    to the site's root.
    """
    seen: Counter[int] = Counter()
    return tuple(_placed(_with_marks(text, numbers, seen), root) for text in texts)


def _with_marks(text: Prose, numbers: Mapping[str, int], seen: Counter[int]) -> Markup:
    if not text.marks:
        return text.html[0] if text.html else Markup()
    parts: list[str] = []
    for index, piece in enumerate(text.html):
        parts.append(piece)
        if index < len(text.marks):
            shown = [numbers[mark.article] for mark in text.marks[index] if mark.article in numbers]
            parts.extend(_mark(number, seen) for number in dict.fromkeys(shown))
    return Markup("".join(parts))


def _mark(number: int, seen: Counter[int]) -> str:
    seen[number] += 1
    anchor = back_anchor(number, seen[number])
    # The word joiner keeps a mark from starting a line.
    return (
        f'\u2060<a class="cite" role="doc-noteref" href="#s{number}" id="{anchor}"'
        f' aria-label="Source {number}">[{number}]</a>'
    )


def back_anchor(number: int, occurrence: int) -> str:
    """Give the id of a source's mark: `r2` for the first, then `r2-2`."""
    return f"r{number}" if occurrence == 1 else f"r{number}-{occurrence}"


def without_links(text: Prose, addresses: Set[str]) -> Prose:
    """Take out links to addresses inside the site; the words of the links stay."""
    if not any(path_of(link) in addresses for link in text.links):
        return text

    def kept(found: re.Match[str]) -> str:
        inside = _INSIDE.search(found["tag"])
        leads_there = inside is not None and path_of(html.unescape(inside[1])) in addresses
        return found["words"] if leads_there else found[0]

    # Citation marks may stand in a link.
    joined = _LINK.sub(kept, f"{_OPEN}{_END}".join(text.html))
    links = tuple(link for link in text.links if path_of(link) not in addresses)
    pieces = tuple(Markup(piece) for piece in joined.split(f"{_OPEN}{_END}"))
    return replace(text, html=pieces, links=links)


def path_of(link: str) -> str:
    """Give the path that a link inside the site leads to."""
    return unquote(link.partition("#")[0].partition("?")[0])


def inline(text: Prose) -> Markup:
    """Give a text without its marks, links and paragraph tags, for one line of a list."""
    joined = "".join(text.html)
    if "<a" in joined:
        joined = _ANCHOR_TAG.sub("", joined)
    return Markup(" ".join(_PARAGRAPH.sub(" ", joined).split()))


def words(text: Prose) -> str:
    """Give the words alone, without marks and tags, for descriptions."""
    return " ".join(html.unescape(_TAG.sub(" ", "".join(text.html))).split())


def whole(text: Prose, root: str) -> Markup:
    """Give a text without its citation marks; `root` leads from the page to the site's root."""
    return _placed(Markup("").join(text.html), root)


def _placed(text: Markup, root: str) -> Markup:
    """Make links into the site lead there from a page."""
    if _ROOT not in text:
        return text

    def led(found: re.Match[str]) -> str:
        # At the root itself, what comes before a colon would be read as a scheme.
        start = root or ("./" if ":" in found[1].partition("/")[0] else "")
        return f'href="{escape(start)}{found[1]}"'

    return Markup(_INSIDE.sub(led, text))


# ----------------------------------------------------------------------------- articles' texts


def article_html(
    text: str,
    *,
    is_markdown: bool,
    paragraphs: tuple[Paragraph, ...],
    passages: Iterable[tuple[str, tuple[Span, ...]]],
    pages: Mapping[str, int] = _NO_PAGES,
) -> Markup:
    """Make the text of an article into HTML, each passage marked and anchored.

    `passages` are pairs of an anchor and the offsets of the passage's parts; `pages` tell by their
    locators where pages begin. Raw HTML is escaped.
    """
    text = _RESERVED.sub(_replaced, text)
    anchors: list[str] = []
    cuts: list[tuple[int, int, str]] = []
    for anchor, parts in passages:
        for position, part in enumerate(parts):
            name = str(len(anchors))
            anchors.append(anchor if position == 0 else "")
            # At one place what ends is closed before what begins is opened.
            cuts.append((part.start, 1, f"{_OPEN}{name}{_END}"))
            cuts.append((part.end, 0, f"{_CLOSE}{name}{_END}"))
    ids = {start: page_anchor(locator) for locator, start in pages.items()}
    held = _inserted(text, cuts, paragraphs, ids, is_markdown=is_markdown)
    return Markup(_without_controls(_marked(held, anchors)))


def _inserted(
    text: str,
    cuts: list[tuple[int, int, str]],
    paragraphs: tuple[Paragraph, ...],
    ids: Mapping[int, str],
    *,
    is_markdown: bool,
) -> str:
    def piece(start: int, end: int) -> str:
        parts, at = [], start
        for place, _, placeholder in sorted(cuts):
            if start <= place <= end:
                parts.append(text[at:place])
                parts.append(placeholder)
                at = place
        return "".join(parts) + text[at:end]

    if is_markdown and not is_hostile(text):
        converter = _converter(escapes_html=True)
        return _cleaner(trusts_links=False).clean(
            _demoted(converter.reset().convert(piece(0, len(text))))
        )
    return "\n".join(
        _paragraph(each.kind, piece(each.start, each.end), ids.get(each.start, ""))
        for each in paragraphs
    )


def _paragraph(kind: str, text: str, anchor: str) -> str:
    """Give a paragraph; one that begins a page has the page's id."""
    attributes = "" if kind == "text" else f' class="{kind}"'
    attributes += f' id="{anchor}"' if anchor else ""
    return f"<p{attributes}>{html.escape(text, quote=False)}</p>"


def page_anchor(locator: str) -> str:
    """Give the id of the place in a text where a page, or a minute, begins."""
    return "at-" + "-".join(re.findall(r"[0-9a-z]+", locator.lower()))


def _marked(held: str, anchors: list[str]) -> str:
    """Wrap every run of text between the placeholders in `mark`, never across a tag."""
    parts: list[str] = []
    active: set[str] = set()
    waiting: list[str] = []
    at = 0
    for found in _PASSAGE.finditer(held):
        parts.append(_run(held[at : found.start()], active, waiting))
        at = found.end()
        if found[3]:
            parts.append(found[3])
        elif found[1] == _OPEN:
            active.add(found[2])
            if anchors[int(found[2])]:
                waiting.append(anchors[int(found[2])])
        else:
            active.discard(found[2])
    parts.append(_run(held[at:], active, waiting))
    return "".join(parts)


def _run(text: str, active: set[str], waiting: list[str]) -> str:
    if not text.strip() or not active:
        return text
    first, *others = waiting or [""]
    waiting.clear()
    spans = "".join(f'<span id="{escape(anchor)}"></span>' for anchor in others)
    anchor = f' id="{escape(first)}"' if first else ""
    return f"{spans}<mark{anchor}>{text}</mark>"
