"""Whether an article says given words: a plain comparison of lists of words.

It is meant to be lenient. What it finds may still be no quotation, and is then not counted;
what it does not find is certainly not in the article.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from quotations.corpus import CURRENCIES, Article

_APOSTROPHES: Final = "'’‘ʼ＇׳"
_STOPS: Final = ".,:/"
_DASHES: Final = "-‐‑–−"
_LEFT_OUT: Final = re.compile("[\u064b-\u0652\u0670\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u0640]")
_UNSPACED: Final = re.compile("[\u0e00-\u0e7f\u3005\u3040-\u30ff\u3400-\u9fff]")
_TOKEN: Final = re.compile(
    r"(?<![wmd])-(?=\$?d)|\$|cm*"
    r"|[wd](?:[wmd]|(?<=[wm])a(?=w)|(?<=d)[._](?=d)|(?<=[wm])\.(?=w))*"
)
_TOKEN_OR_STOP: Final = re.compile(rf"{_TOKEN.pattern}|[.s]")
_PART: Final = "\x1f"


def tokens(text: str, *, with_stops: bool = False, joins_figures: bool = False) -> tuple[str, ...]:
    """Give the words of a text, in small letters and without marks around them.

    Signs of currency, the minus and the per-cent sign are words. `with_stops` makes words of
    stops inside; `joins_figures` keeps figures together that a blank does not break.
    """
    if joins_figures:
        text = re.sub("(?<=\\d)[\u00a0\u202f](?=\\d)", "_", text)
    text = _LEFT_OUT.sub("", unicodedata.normalize("NFKC", text))
    text = unicodedata.normalize("NFC", text.casefold())
    text = "".join(each for each in text if unicodedata.category(each) != "Cf")
    text = re.sub(f"[{_APOSTROPHES}]", "'", text)
    found = _TOKEN_OR_STOP if with_stops else _TOKEN
    words = [text[slice(*each.span())] for each in found.finditer("".join(map(_class, text)))]
    while with_stops and words and words[0] in ".,:/;!?":
        words.pop(0)
    while with_stops and words and words[-1] in ".,:/;!?":
        words.pop()
    return tuple(words)


@cache
def _class(character: str) -> str:
    if character == "_":
        return "_"
    for signs, kind in (
        ("'", "a"),
        (_STOPS, "."),
        (";!?", "s"),
        (_DASHES, "-"),
        (f"{CURRENCIES}%", "$"),
    ):
        if character in signs:
            return kind
    if is_unspaced(character):
        return "c"
    category = unicodedata.category(character)[0]
    return {"L": "w", "N": "d", "M": "m"}.get(category, " ")


def is_unspaced(character: str) -> bool:
    """Tell whether a character is a letter of a script written without blanks."""
    is_letter = unicodedata.category(character)[0] in "LN" and not character.isdigit()
    return is_letter and _UNSPACED.match(character) is not None


def joined(words: tuple[str, ...]) -> str:
    """Write words so that only whole words are found in them."""
    return _PART + _PART.join(words) + _PART


@cache
def readings(
    article: Article, *, with_stops: bool = False, joins_figures: bool = False
) -> tuple[str, ...]:
    """Give the ways to read an article: with captions and without, broken words joined or not."""
    without = "\n\n".join(
        article.visible[slice(*block.span)] for block in article.blocks if block.kind != "caption"
    )
    texts = (article.visible, without, article.title)
    parted = (*texts, *(re.sub(r"(?<=\w)-\n(?=\w)", "", text) for text in texts))
    return tuple(
        joined(tokens(text, with_stops=with_stops, joins_figures=joins_figures))
        for text in dict.fromkeys(parted)
    )


def says(
    article: Article, quote: str, *, with_stops: bool = False, joins_figures: bool = False
) -> bool:
    """Tell whether an article has the words of a quotation one after another."""
    words = tokens(quote, with_stops=with_stops, joins_figures=joins_figures)
    return not words or any(
        joined(words) in reading
        for reading in readings(article, with_stops=with_stops, joins_figures=joins_figures)
    )


def says_in_order(article: Article, parts: list[str]) -> bool:
    """Tell whether an article has some words, and others somewhere behind them."""
    return any(_in_order(reading, parts) for reading in readings(article))


def _in_order(reading: str, parts: list[str]) -> bool:
    at = 0
    for part in parts:
        words = joined(tokens(part))
        at = reading.find(words, at)
        if at < 0:
            return False
        # The sign behind the last word also stands before the next.
        at += len(words) - 1
    return True


def says_once(article: Article, words: str) -> bool:
    """Tell whether words stand in one place of an article only."""
    return readings(article)[0].count(joined(tokens(words))) == 1


_DENIED_BEFORE: Final = {
    "zh": re.compile(r"[不没沒未无無].{0,3}\Z"),
    "ja": re.compile(r"[不未無].?\Z"),
    "th": re.compile(r"(?:ไม่|อย่า|ห้าม).{0,3}\Z"),
}
_DENIED_BEHIND: Final = {
    "zh": re.compile("[不没沒]"),
    "ja": re.compile("[\u3041-\u309f]{0,4}(?:な[いかくけ]|ません|ず|ぬ)"),
    "th": re.compile("ไม่"),
}


def is_cut_from_denying(article: Article, words: str) -> bool:
    """Tell whether what denies words of a script without blanks stands right beside them."""
    if article.is_spaced or words not in article.visible:
        return False
    start = article.visible.index(words)
    end = start + len(words)
    before = article.visible[max(0, start - 8) : start]
    is_denied = _DENIED_BEFORE[article.language].search(before)
    return bool(is_denied or _DENIED_BEHIND[article.language].match(article.visible, end))
