"""False quotations whose words stand elsewhere, or not beside one another."""

from __future__ import annotations

import re
from random import Random
from typing import Final

from quotations.cases import Kind, Quotation
from quotations.changed_words import unless_said
from quotations.corpus import Article, Run, articles, articles_in, chosen, stored_otherwise
from quotations.oracle import says


def _of_another_article(article: Article, random: Random) -> Quotation | None:
    others = [each for each in articles_in(article.language) if each is not article]
    home = random.choice(others or articles())
    return unless_said(article, chosen(home, random).text())


def _joined_over_a_paragraph(article: Article, random: Random) -> Quotation | None:
    paragraphs = article.paragraphs()
    first = random.randrange(len(paragraphs) - 2)
    second = random.randrange(first + 2, len(paragraphs))
    words = (
        Run(article, paragraphs[first].words[-random.randint(3, 6) :]).text(),
        Run(article, paragraphs[second].words[: random.randint(3, 6)]).text(),
    )
    stop = random.choice((". ", " ", ", ", ".\n\n", " – "))
    return unless_said(article, stop.join(words))


def _joined_over_a_heading(article: Article, random: Random) -> Quotation | None:
    """Leave out a heading, which is no caption, without saying so."""
    headings = [at for at, block in enumerate(article.blocks) if block.kind == "heading" and at]
    if not headings:
        return None
    at = random.choice(headings)
    words = (
        Run(article, article.blocks[at - 1].words[-random.randint(3, 8) :]).text(),
        Run(article, article.blocks[at + 1].words[: random.randint(3, 8)]).text(),
    )
    return unless_said(article, ". ".join(words))


def _half_a_caption(article: Article, random: Random) -> Quotation | None:
    """Run into a caption, and out of it before its end."""
    found = [
        blocks
        for blocks in zip(article.blocks, article.blocks[1:], article.blocks[2:], strict=False)
        if [block.kind for block in blocks] == ["text", "caption", "text"]
    ]
    if not found:
        return None
    before, caption, after = random.choice(found)
    words = (
        Run(article, before.words[-random.randint(3, 6) :]).text(),
        Run(article, caption.words[: random.randint(1, len(caption.words) - 2)]).text(),
        Run(article, after.words[: random.randint(3, 6)]).text(),
    )
    return unless_said(article, ". ".join(words))


def _in_the_wrong_order(article: Article, random: Random) -> Quotation | None:
    """Without an ellipsis: the second half of a passage, then the first."""
    run = chosen(article, random, least=8)
    at = random.randint(3, len(run.spans) - 3)
    return unless_said(article, f"{run.part(at)}, {run.part(0, at)}")


def _named_wrongly(article: Article, random: Random) -> Quotation | None:
    words = chosen(article, random, least=4, most=8).text()
    other = chosen(article, random, least=2, most=3).text()
    is_before = random.random() < 0.5
    pair = (other, words) if is_before else (words, other)
    if says(article, " ".join(pair)):
        return None
    if is_before:
        return Quotation(article, words, prefix=other)
    return Quotation(article, words, suffix=other)


def _of_another_paragraph(article: Article, random: Random) -> Quotation | None:
    block, other = random.sample(article.paragraphs(), 2)
    if len(block.words) < 6:
        return None
    words = Run(article, block.words[:6]).text()
    if any(words in article.visible[slice(*each.span)] for each in article.blocks if each != block):
        return None
    return Quotation(article, words, paragraph=other.number)


_HIDDEN: Final = re.compile(
    r"https://(?P<address>[\w./-]+)|<!-- (?P<remark>.*?) -->"
    r"|\"(?P<tip>duty room)\"|\[(?P<name>owner)\]:"
)


def _unseen(article: Article, random: Random) -> Quotation | None:
    """What a reader of the Markdown does not see."""
    found = list(_HIDDEN.finditer(article.stored)) if article.is_markdown else []
    if not found:
        return None
    words = next(each for each in random.choice(found).groups() if each)
    pieces = re.split(r"(?<=[ /.])", words)
    first = random.randrange(len(pieces))
    quote = "".join(pieces[first : random.randint(first + 1, len(pieces))]).strip(" /.")
    return None if len(quote) < 8 or says(article, quote) else Quotation(article, quote)


_DENYING: Final = {
    "zh": "没有|不会|并未|不|不能",
    "th": "ไม่|ไม่ได้|ไม่เคย",
    "en": "non-|un-|not-|anti-|non-“",
}
_NUMBERS: Final = {
    "en": "two hundred and |twenty-|one thousand |two point |half a ",
    "es": "treinta y |cuarenta y ",
    "fr": "soixante et |cent |quatre-vingt ",
    "ru": "двадцать |сто |тридцать ",
    "uk": "двадцять |сто ",
    "ar": "خمسة و",
}
_LAST: Final = {
    "en": "million",
    "es": "cinco",
    "fr": "onze",
    "ru": "пять",
    "uk": "п'ять",
    "ar": "عشرون",
}


def _behind_what_denies(article: Article, random: Random) -> Quotation | None:
    """Begin behind a word or a prefix that denies and has no blank behind it."""
    words = chosen(article, random).text()
    if article.language not in _DENYING or not words[0].isalpha():
        return None
    before = random.choice(_DENYING[article.language].split("|"))
    return _put_before(article, words, before, words)


def _last_words_of_a_number(article: Article, random: Random) -> Quotation | None:
    words = chosen(article, random).text()
    if article.language not in _NUMBERS or not words[0].isalpha():
        return None
    last = _LAST[article.language]
    before = random.choice(_NUMBERS[article.language].split("|"))
    return _put_before(article, words, f"{before}{last} ", f"{last} {words}")


def _put_before(article: Article, words: str, put_in: str, quote: str) -> Quotation | None:
    if article.is_markdown or article.stored.count(words) != 1:
        return None
    text = article.stored.replace(words, f"{put_in}{words}")
    return Quotation(stored_otherwise(article, text), quote)


WRONG_PLACES: Final = (
    Kind("words of another article", _of_another_article, each=3),
    Kind("joined over a paragraph", _joined_over_a_paragraph),
    Kind("joined over a heading", _joined_over_a_heading, each=16, least=10),
    Kind("half a caption between", _half_a_caption, each=2),
    Kind("halves in the wrong order", _in_the_wrong_order),
    Kind("named by other words around", _named_wrongly),
    Kind("named by another paragraph", _of_another_paragraph),
    Kind("begins behind what denies", _behind_what_denies, each=6),
    Kind("begins inside a number in words", _last_words_of_a_number, each=4),
    Kind("unseen in Markdown", _unseen, each=10, least=10),
)
