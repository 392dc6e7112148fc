"""The invented articles, and the words a reader sees in them.

What is read here is read without the code under test: the Markdown is rendered by the library
that publishes it, words and paragraphs are found by rules of their own. In the files of scripts
written without blanks a stroke parts the words; it is taken out before anything else happens.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Final, Literal, NamedTuple

from markdown import markdown as rendered

from builder.evidence.quotes import ReadableText
from builder.evidence.reading import paragraphs as divided

FOLDER: Final = Path(__file__).parent / "articles"
UNSPACED: Final = frozenset({"ja", "zh", "th"})
CURRENCIES: Final = "£$€"

_FRONT_MATTER: Final = re.compile(r"---\n(?P<keys>.*?)\n---\n", re.DOTALL)
# What multiplies the figures before it makes one number with them: 1.9 million.
_MULTIPLE: Final = r"(?:mil[li]|milyon|thousand|мільйон|миллион|مليون|करोड़)"
_CHUNK: Final = re.compile(rf"(?:[^ \n—|]|(?<=\w-)\n(?=\w)|(?<=\d) (?={_MULTIPLE}))+")
_CAPTION: Final = re.compile(r"\^ |.*[(（][^()（）]*[/:：][^()（）]*[)）]\Z", re.DOTALL)
_ENDS_SENTENCE: Final = ".!?”»…’।。"

Kind = Literal["text", "heading", "caption"]


class Span(NamedTuple):
    """Characters of the visible text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, a caption or an item of a list."""

    kind: Kind
    span: Span
    words: tuple[Span, ...]
    number: int
    """Of the paragraph, from 1; that of the last one before a heading or a caption."""


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """An article, as it is stored and as it is read."""

    name: str
    stored: str
    title: str
    visible: str
    blocks: tuple[Block, ...]

    @property
    def language(self) -> str:
        return self.name[:2]

    @property
    def is_markdown(self) -> bool:
        return self.name.endswith(".md")

    @property
    def is_spaced(self) -> bool:
        return self.language not in UNSPACED

    def paragraphs(self) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.kind == "text")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a text one after another, and what stands between them."""

    article: Article
    spans: tuple[Span, ...]

    def words(self) -> list[str]:
        return [self.article.visible[slice(*span)] for span in self.spans]

    def between(self) -> list[str]:
        return [self.article.visible[a.end : b.start] for a, b in pairwise(self.spans)]

    def text(self) -> str:
        return self.article.visible[self.spans[0].start : self.spans[-1].end]

    def part(self, first: int, last: int | None = None) -> str:
        return Run(self.article, self.spans[first:last]).text()


def spelled(words: list[str], between: list[str]) -> str:
    """Write words and what stands between them; a word left empty takes its blank along."""
    pieces: list[str] = []
    for word, behind in zip(words, [*between, ""], strict=True):
        pieces += [word, behind] if word else []
    return "".join(pieces).strip()


@cache
def articles() -> tuple[Article, ...]:
    """Give all articles."""
    return tuple(map(_loaded, sorted(FOLDER.iterdir())))


def articles_in(*languages: str) -> tuple[Article, ...]:
    return tuple(each for each in articles() if each.language in languages)


@cache
def readable(article: Article) -> ReadableText:
    """Make an article ready for the code under test, as building a site does."""
    return ReadableText(
        article.stored,
        markdown=article.is_markdown,
        title=article.title,
        paragraphs=divided(article.stored, markdown=article.is_markdown),
    )


def stored_otherwise(article: Article, stored: str) -> Article:
    """Give an article whose file is typed in another way; what is read of it stays."""
    return replace(article, stored=stored)


def _loaded(path: Path) -> Article:
    text = path.read_text(encoding="utf-8")
    title = ""
    if front := _FRONT_MATTER.match(text):
        title = next(
            line.removeprefix("title: ")
            for line in front["keys"].splitlines()
            if line.startswith("title: ")
        )
        text = text[front.end() :]
    visible = seen(text) if path.suffix == ".md" else text
    blocks = _blocks(visible)
    if path.name[:2] in UNSPACED:
        blocks = tuple(_without_strokes(block, visible) for block in blocks)
        text = visible = visible.replace("|", "")
    return Article(path.name, text, title, visible, blocks)


def _without_strokes(block: Block, text: str) -> Block:
    def moved(span: Span) -> Span:
        return Span(*(at - text.count("|", 0, at) for at in span))

    return replace(block, span=moved(block.span), words=tuple(map(moved, block.words)))


def _blocks(visible: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    number = 0
    for found in re.finditer(r"\S(?:.|\n(?!\n))*", visible):
        kind = _kind(found[0], is_first=not blocks)
        number += kind == "text"
        chunks = _CHUNK.finditer(visible, *found.span())
        cores = (_core(visible, Span(*chunk.span())) for chunk in chunks)
        words = tuple(core for core in cores if core is not None)
        blocks.append(Block(kind, Span(*found.span()), words, number))
    return tuple(blocks)


def _kind(block: str, *, is_first: bool) -> Kind:
    if _CAPTION.match(block):
        return "caption"
    is_title = is_first and len(block) < 120 and block[-1] not in _ENDS_SENTENCE
    return "heading" if is_title or block.startswith(HEADING) else "text"


def _core(text: str, span: Span) -> Span | None:
    """The word of a chunk, without the marks around it."""
    start, end = span
    while start < end and not (is_word(text[start]) or _is_minus(text, start)):
        start += 1
    while end > start and not is_word(text[end - 1]):
        end -= 1
    return Span(start, end) if start < end else None


def is_word(character: str) -> bool:
    """Tell whether a character is a letter, a figure, a mark on them, or counts with figures."""
    return unicodedata.category(character)[0] in "LNM" or character in f"{CURRENCIES}%"


def _is_minus(text: str, at: int) -> bool:
    return text[at] == "-" and text[at + 1].isdigit()


# ---------------------------------------------------------------------------- what is read

HEADING: Final = "\u2063"
"""Marks a heading of Markdown, and nothing anybody reads."""


class _Reader(HTMLParser):
    """Gathers the text of a page, a blank line between its blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.pieces.append(HEADING if tag in ("h1", "h2") else "")

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append("\n" if tag == "li" else "")
        self.pieces.append("\n\n" if tag in ("p", "h1", "h2", "ul") else "")

    def handle_data(self, data: str) -> None:
        self.pieces.append(data if data.strip() else data.strip("\n"))


def seen(text: str) -> str:
    """Give what a reader sees of a Markdown text."""
    reader = _Reader()
    reader.feed(rendered(re.sub(r"\[\^\w+\]:?", "", text)))
    return re.sub(r"\n{2,}", "\n\n", "".join(reader.pieces)).strip()


# ------------------------------------------------------------------------------ choosing words


def chosen(article: Article, random: Random, *, least: int = 5, most: int = 16) -> Run:
    """Choose words of one paragraph, from one word to another."""
    block = random.choice([each for each in article.paragraphs() if len(each.words) >= least])
    return within(article, block, random, least=least, most=most)


def within(article: Article, block: Block, random: Random, *, least: int, most: int) -> Run:
    length = random.randint(least, min(most, len(block.words)))
    first = random.randint(0, len(block.words) - length)
    return Run(article, block.words[first : first + length])


def around(article: Article, at: Span, random: Random, *, reach: int = 7) -> Run:
    """Choose words with a given one inside, two others at least on each side of it."""
    words = next(block.words for block in article.blocks if at in block.words)
    place = words.index(at)
    first = max(0, place - random.randint(2, reach))
    return Run(article, words[first : place + 1 + random.randint(2, reach)])


@cache
def places(article: Article, pattern: str) -> tuple[Span, ...]:
    """Give the words of paragraphs that a pattern matches altogether, in any case."""
    wanted = re.compile(pattern, re.IGNORECASE)
    return tuple(
        span
        for block in article.paragraphs()
        for span in block.words
        if wanted.fullmatch(article.visible[slice(*span)])
    )
