"""True quotations that leave words out, and what the rules ask of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Final

from quotations.cases import Kind, Make, Quotation
from quotations.corpus import Article, Block, Run, Span, chosen, within
from quotations.languages import LANGUAGES, MOST_WORDS
from quotations.oracle import is_unspaced, says_once, tokens

_USUAL_GAP: Final = 400
_WIDE: Final = 2
"""Parts may stand so many paragraphs apart."""


def is_long(words: str, *, least: int) -> bool:
    """Tell whether there are so many words; two letters of a script without blanks are one."""
    unspaced = sum(map(is_unspaced, words))
    whole = sum(not is_unspaced(each[0]) for each in tokens(words.replace("-", "")))
    return unspaced + 2 * whole >= 2 * least


def is_part(words: str, *, least: int = 2) -> bool:
    """Tell whether words are surely enough for a part, and hold nothing that parts them."""
    return is_long(words, least=least) and "…" not in words and "-\n" not in words


def is_denying(article: Article, words: str) -> bool:
    """Tell whether words hold one that denies."""
    language = LANGUAGES[article.language]
    denying = {*language.denying, *language.forbidden}
    listed = tokens(words)
    return (
        not denying.isdisjoint(listed)
        or any(re.fullmatch(language.turning, each) for each in listed)
        or (not article.is_spaced and any(each in words for each in denying))
    )


# What the articles of these languages put into a word that denies.
_DENYING_WORDS: Final = {
    "en": r"nothing|nobody|none|neither|without|nor",
    "de": r"keine?\w?|nichts|niemand|ohne|kaum",
    "fr": r"n['’].+|.+['’]n['’].+|rien|aucune?|sans|ni|personne|non",
    "es": "sin|nadie|nada|ni|tampoco|ningun.*",
    "pl": "nikt|bez|żad.*|nic|ani",
    "tr": r".+m[ae](?:z|d[ae]n|dı|di|y).*|.+(?:mıyor|miyor).*|değil.*|yok|hiç.*",
    "ko": ".*(?:않|없|못|아니|아닌|지 마).*",
    "uk": "ні.*|без|жод.*|немає",
    "ru": "ни.*|без|нет|нельзя",
    "he": "אין|בלי|ללא|אף|[ושכ]?לא",
    "ar": "لا|لم|لن|ليس|دون|غير|و?لا",
    "el": "δεν|μην?|χωρίς|κανέν.*|ούτε|όχι|τίποτα",
    "hi": "नहीं|न|ना|बिना|मत",
    "vi": "không|chưa|chẳng|đừng",
}
_AT_AN_END: Final = 3


def turns(article: Article, left_out: str) -> bool:
    """Tell whether words left out begin or end with some that deny."""
    listed = tokens(left_out)
    count = _AT_AN_END if article.is_spaced else 2 * _AT_AN_END
    pattern = _DENYING_WORDS.get(article.language, "$")
    return any(
        is_denying(article, "".join(words) if not article.is_spaced else " ".join(words))
        or any(re.fullmatch(pattern, word) for word in words)
        for words in (listed[:count], listed[-count:])
    )


def parted(article: Article, random: Random) -> tuple[Run, Run] | None:
    """Choose two runs of words in order, something between them, and near to each other."""
    paragraphs = article.paragraphs()
    at = random.randrange(len(paragraphs))
    other = min(at + random.choice((0, 0, 0, 1, _WIDE)), len(paragraphs) - 1)
    found = _two(article, paragraphs[at], paragraphs[other], random)
    if found is None:
        return None
    gap = Span(found[0].spans[-1].end, found[1].spans[0].start)
    left_out = article.visible[slice(*gap)]
    is_wide = gap.end - gap.start >= _USUAL_GAP
    return None if is_wide or turns(article, left_out) or not is_long(left_out, least=3) else found


def _two(
    article: Article, first: Block, second: Block, random: Random, *, least: int = 2
) -> tuple[Run, Run] | None:
    runs = [
        within(article, block, random, least=least, most=8)
        for block in (first, second)
        if len(block.words) >= 8
    ]
    if len(runs) < 2 or runs[0].spans[-1].end >= runs[1].spans[0].start:
        return None
    return (runs[0], runs[1]) if all(is_part(run.text()) for run in runs) else None


def _left_out(sign: str) -> Make:
    """Make quotations of two or three parts with one of the signs between them."""

    def make(article: Article, random: Random) -> Quotation | None:
        found = parted(article, random)
        if found is None:
            return None
        parts = [run.text() for run in found]
        if len(found[0].spans) > 6 and is_part(found[0].part(3, -2), least=3):
            if turns(article, found[0].part(3, -2)):
                return None
            parts[:1] = [found[0].part(0, 3), found[0].part(-2)]
        if not all(map(is_part, parts)):
            return None
        quote = parts[0]
        for part in parts[1:]:
            quote += random.choice((f" {sign} ", f" {sign} ", f"{sign} ", f" {sign}\n")) + part
        return Quotation(article, quote, tuple(parts), no_warning="quote-gap")

    return make


def _at_the_ends(article: Article, random: Random) -> Quotation | None:
    words = chosen(article, random).text()
    sign = random.choice(("…", "...", "[…]", "(...)"))
    quote = random.choice((f"{sign} {words}", f"{words} {sign}", f"{sign} {words} {sign}"))
    return Quotation(article, quote, (words,)) if is_part(words, least=4) else None


def _wide_gap(article: Article, random: Random) -> Quotation | None:
    paragraphs = article.paragraphs()
    at = random.randrange(max(1, len(paragraphs) - _WIDE))
    found = _two(article, paragraphs[at], paragraphs[min(at + 2, len(paragraphs) - 1)], random)
    if found is None or not all(says_once(article, run.text()) for run in found):
        return None
    left_out = article.visible[found[0].spans[-1].end : found[1].spans[0].start]
    if len(left_out) <= _USUAL_GAP or turns(article, left_out):
        return None
    parts = tuple(run.text() for run in found)
    return Quotation(article, " … ".join(parts), parts, warning="quote-gap")


def _a_word_or_two(article: Article, random: Random) -> Quotation | None:
    run = chosen(article, random, least=7)
    at = random.randint(3, len(run.spans) - 4)
    count = random.randint(1, 2)
    gap = run.part(at, at + count)
    parts = (run.part(0, at), run.part(at + count))
    if is_denying(article, gap) or not all(map(is_part, parts)):
        return None
    return Quotation(article, f"{parts[0]} {random.choice(('…', '[…]', '...'))} {parts[1]}", parts)


# ------------------------------------------------------------------------------------ brackets


def _bracketed(choose: Callable[[Article, Random], tuple[str, str] | None], rank: int) -> Make:
    """Make quotations with one of the language's harmless words in a bracket."""

    def make(article: Article, random: Random) -> Quotation | None:
        harmless = LANGUAGES[article.language].harmless
        parts = choose(article, random)
        if rank >= len(harmless) or not (parts and all(map(is_part, parts))):
            return None
        bracket = f"[{harmless[rank]}]"
        return Quotation(article, f"{parts[0]} {bracket} {parts[1]}", parts)

    return make


def _something_left_out(article: Article, random: Random) -> tuple[str, str] | None:
    found = parted(article, random)
    return found and (found[0].text(), found[1].text())


def _nothing_left_out(article: Article, random: Random) -> tuple[str, str]:
    run = chosen(article, random, least=6)
    at = random.randint(3, len(run.spans) - 3)
    return run.part(0, at), run.part(at)


def _bracket_at_an_end(article: Article, random: Random) -> Quotation | None:
    words = chosen(article, random, least=5).text()
    bracket = f"[{random.choice(LANGUAGES[article.language].harmless)}]"
    quote = random.choice((f"{bracket} {words}", f"{words} {bracket}"))
    return Quotation(article, quote, (words,)) if is_part(words, least=4) else None


_CASED: Final = frozenset({"en", "de", "es", "fr", "pl", "tr", "el", "uk", "ru"})


def _letter_in_a_bracket(article: Article, random: Random) -> Quotation | None:
    if article.language not in _CASED:
        return None
    words = chosen(article, random).text()
    if not (words[0].isalpha() and words[1].isalpha() and words[-2:].isalpha()):
        return None
    other = words[0].swapcase()
    if other.casefold() != words[0].casefold():
        return None
    quote = random.choice((f"[{other}]{words[1:]}", f"{words[:-1]}[{words[-1]}]"))
    return Quotation(article, quote, (words,))


LEFT_OUT: Final = (
    *(
        Kind(f"words left out: {sign}", _left_out(sign))
        for sign in ("…", "...", ". . .", "[…]", "[...]", "(...)", "(…)")
    ),
    Kind("words left out at the ends", _at_the_ends),
    Kind("a wide gap within two paragraphs", _wide_gap, each=2),
    Kind("a word or two left out", _a_word_or_two),
    *(
        Kind(name, _bracketed(choose, rank), each=1)
        for name, choose in (
            ("a bracket for words left out", _something_left_out),
            ("a bracket, nothing left out", _nothing_left_out),
        )
        for rank in range(MOST_WORDS)
    ),
    Kind("a bracket at an end", _bracket_at_an_end),
    Kind("a letter in a bracket", _letter_in_a_bracket),
)
