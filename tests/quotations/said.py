"""True quotations that run across something, and those that say where or by whom."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from random import Random
from typing import Final

from quotations.cases import Kind, Make, Quotation
from quotations.corpus import Article, Block, Run, Span, around, chosen, places, within
from quotations.typed_otherwise import if_same

# ----------------------------------------------------------------------------- what lies between


def _across(article: Article, random: Random, *, captions: bool) -> Quotation | None:
    """The end of a paragraph and the beginning of the next, perhaps with a caption between."""
    texts = [at for at, block in enumerate(article.blocks) if block.kind == "text"]
    neighbours = [
        (at, following)
        for at, following in pairwise(texts)
        if (following - at > 1) is captions
        and all(each.kind == "caption" for each in article.blocks[at + 1 : following])
    ]
    if not neighbours:
        return None
    first, second = (article.blocks[at] for at in random.choice(neighbours))
    end = Run(article, first.words[-random.randint(3, 8) :])
    start = Run(article, second.words[: random.randint(3, 8)])
    marks = article.visible[end.spans[-1].end : first.span.end]
    marks_after = article.visible[second.span.start : start.spans[0].start]
    words = (end.text() + marks, marks_after + start.text())
    return Quotation(article, " ".join(words), words, warning="quote-crosses")


def _across_several(article: Article, random: Random) -> Quotation | None:
    """Whole paragraphs with what stands between them left out only where it is a caption."""
    blocks = article.blocks
    at = random.randrange(len(blocks) - 3)
    length = random.randint(3, 5)
    texts = [block for block in blocks[at : at + length] if block.kind != "caption"]
    if len(texts) < 2 or any(block.kind != "text" for block in texts):
        return None
    words = tuple(article.visible[slice(*block.span)] for block in texts)
    return Quotation(article, "\n\n".join(words), words, warning="quote-crosses")


def _of_a_caption(article: Article, random: Random) -> Quotation | None:
    captions = [block for block in article.blocks if block.kind == "caption"]
    if not captions:
        return None
    block = random.choice(captions)
    words = within(article, block, random, least=4, most=12).text()
    return Quotation(article, words, (words,))


def _across_paragraphs(article: Article, random: Random) -> Quotation | None:
    return _across(article, random, captions=False)


def _across_a_caption(article: Article, random: Random) -> Quotation | None:
    return _across(article, random, captions=True)


def _over_marks_of_markdown(article: Article, random: Random) -> Quotation | None:
    words = chosen(article, random, least=4).text()
    if not article.is_markdown or words in article.stored:
        return None
    return Quotation(article, words, (words,))


# What stands at a line's end in the pasted article and has a hyphen of its own.
_HYPHENATED: Final = ("long-term",)


def _broken_words(article: Article, random: Random) -> Quotation | None:
    broken = places(article, r"(?s)\w+-\n\w+")
    if not broken:
        return None
    run = around(article, random.choice(broken), random, reach=14)
    quote = re.sub(r"(?<=\w)-\n(?=\w)", "", run.text())
    for word in _HYPHENATED:
        quote = quote.replace(word.replace("-", ""), random.choice((word, word.replace("-", " "))))
    return Quotation(article, quote.replace("\n", " "), (run.text(),))


def _points_for_an_ellipsis(article: Article, random: Random) -> Quotation | None:
    before = places(article, "argue|wrong") if "…" in article.visible else ()
    if not before:
        return None
    words = around(article, random.choice(before), random).text()
    return Quotation(article, words.replace("…", "..."), (words,)) if "…" in words else None


def _of_the_title(article: Article, random: Random) -> Quotation | None:
    title = article.title or article.visible[slice(*article.blocks[0].span)].strip("\u2063")
    if not article.title and article.blocks[0].kind != "heading":
        return None
    words = [word for word in title.split(" ") if word[0].isalnum()]
    if len(words) < 5 or " ".join(words) != title:
        return None
    first = random.randint(0, len(words) - 4)
    quote = " ".join(words[first : random.randint(first + 4, len(words))]).rstrip(".,:")
    shouted = if_same(quote, quote.upper())
    return Quotation(article, random.choice((quote, shouted, f"“{quote}”")), (quote,))


def _below_zero(article: Article, random: Random) -> Quotation | None:
    """Begin with a minus, whatever stands before it."""
    found = places(article, r"[£$€]?-\d.*")
    if not found:
        return None
    at = random.choice(found)
    run = around(article, at, random)
    words = run.part(run.spans.index(at))
    quote = random.choice((words, words.replace("-", "−", 1)))
    return Quotation(article, quote, (words,))


# ------------------------------------------------------------------------ which place, how many


def _short(article: Article, random: Random) -> Quotation | None:
    """Three words, or four, for which no warning is due."""
    run = chosen(article, random, least=3, most=4)
    words = run.text()
    if not article.is_spaced or not all(map(str.isalpha, run.words())):
        return None
    warning = "quote-too-short"
    if len(run.spans) == 3:
        return Quotation(article, words, (words,), warning=warning)
    return Quotation(article, words, (words,), no_warning=warning)


def _in_two_places(article: Article, random: Random) -> Quotation | None:
    words = chosen(article, random, least=2, most=3).text()
    if not re.fullmatch("[a-z]+(?: [a-z]+)+", words):
        return None
    count = len(re.findall(rf"(?<!\S){words}(?!\S)", article.visible))
    return Quotation(article, words, (words,), warning="quote-ambiguous") if count > 1 else None


def _named_by_words_around(article: Article, random: Random) -> Quotation | None:
    block = random.choice([each for each in article.paragraphs() if len(each.words) > 9])
    run = within(article, block, random, least=4, most=6)
    at = block.words.index(run.spans[0])
    before, after = block.words[max(0, at - 3) : at], block.words[at + len(run.spans) :][:3]
    words = run.text()
    return Quotation(
        article,
        words,
        (words,),
        prefix=Run(article, before).text() if before else "",
        suffix=Run(article, after).text() if after else "",
        no_warning="quote-ambiguous",
    )


def _named_by_paragraph(article: Article, random: Random) -> Quotation:
    block = random.choice([each for each in article.paragraphs() if len(each.words) > 5])
    words = within(article, block, random, least=4, most=12).text()
    return Quotation(article, words, (words,), paragraph=block.number)


_MARKS: Final = {
    **dict.fromkeys(("fr", "es", "el", "uk", "ru", "ar"), ("«", "»")),
    "ja": ("「", "」"),
    "de": ("[„»]", "[“«]"),
    "pl": ("„", "”"),
}


@cache
def spoken(article: Article) -> tuple[Span, ...]:
    """Give what stands inside quotation marks, by rules that suffice for these articles.

    A paragraph that begins with an opening mark goes on with what the one before left open.
    """
    text = article.visible
    opening, closing = _MARKS.get(article.language, ("“", "”"))
    if '"' in text and "“" not in text:
        opening = closing = '"'
    elif article.name == "en-tribunal.txt":
        opening, closing = "‘", r"(?<=[\w.,!?”])’(?!\w)"
    found: list[Span] = []
    opened: int | None = None
    for mark in re.finditer(rf"(?P<first>{opening})|(?P<last>{closing})|\n\n", text):
        if mark[0] == "\n\n":
            opened = opened if re.match(opening, text[mark.end() :]) else None
        elif opened is None and mark["first"]:
            opened = mark.end()
        elif opened is not None and (mark["last"] or opening == closing):
            found.append(Span(opened, mark.start()))
            opened = None
    return tuple(found)


def _by(*, inside: bool) -> Make:
    def make(article: Article, random: Random) -> Quotation | None:
        said = spoken(article)
        run = chosen(article, random, least=4, most=9)
        start, end = run.spans[0].start, run.spans[-1].end
        is_inside = any(each.start <= start and end <= each.end for each in said)
        is_outside = all(each.end < start or end < each.start for each in said)
        if not (is_inside if inside else is_outside):
            return None
        words = run.text()
        warning = "quote-not-speech"
        return Quotation(
            article,
            words,
            (words,),
            speaker="Ida Brenner",
            warning="" if inside else warning,
            no_warning=warning if inside else "",
        )

    return make


def _longest(article: Article, random: Random) -> Quotation:
    block: Block = random.choice([each for each in article.paragraphs() if len(each.words) > 8])
    words = Run(article, block.words).text()
    return Quotation(article, words, (words,))


SAID: Final = (
    Kind("of a caption", _of_a_caption),
    Kind("across two paragraphs", _across_paragraphs),
    Kind("across a caption", _across_a_caption),
    Kind("across several paragraphs", _across_several, each=3),
    Kind("over emphasis and links", _over_marks_of_markdown, each=20, least=50),
    Kind("over a line-end hyphen", _broken_words, each=30),
    Kind("begins with a minus", _below_zero, each=4),
    Kind("an ellipsis of the text in points", _points_for_an_ellipsis, each=12, least=5),
    Kind("of the title", _of_the_title),
    Kind("three words, or four", _short),
    Kind("in more than one place", _in_two_places, each=6, least=10),
    Kind("named by the words around", _named_by_words_around),
    Kind("named by the paragraph", _named_by_paragraph),
    Kind("said by a speaker", _by(inside=True), each=4),
    Kind("not said by a speaker", _by(inside=False), each=3),
    Kind("a whole paragraph", _longest),
)
