"""False quotations that leave words out in a way that the rules forbid."""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import attrgetter
from random import Random
from typing import Final

from quotations.cases import Kind, Make, Quotation
from quotations.changed_words import unless_said
from quotations.corpus import (
    Article,
    around,
    articles,
    articles_in,
    chosen,
    places,
    spelled,
    within,
)
from quotations.languages import LANGUAGES, MOST_WORDS, Language
from quotations.left_out import is_part, parted
from quotations.oracle import says, says_in_order, says_once

_SIGNS: Final = ("…", "...", ". . .", "[…]", "(...)", "[...]")


def _written(parts: list[str], random: Random) -> str:
    return f" {random.choice(_SIGNS)} ".join(parts)


def _wrong_order(article: Article, random: Random) -> Quotation | None:
    found = parted(article, random)
    if found is None:
        return None
    parts = [found[1].text(), found[0].text()]
    return None if says_in_order(article, parts) else Quotation(article, _written(parts, random))


def _overlapping(article: Article, random: Random) -> Quotation | None:
    run = chosen(article, random, least=8)
    at = random.randint(3, len(run.spans) - 4)
    back = random.randint(1, min(at, 3))
    parts = [run.part(0, at), run.part(at - back)]
    if says_in_order(article, parts) or not all(map(is_part, parts)):
        return None
    return Quotation(article, _written(parts, random))


def _twice(article: Article, random: Random) -> Quotation | None:
    words = chosen(article, random, least=4, most=7).text()
    return Quotation(article, _written([words] * 2, random)) if says_once(article, words) else None


def _one_word(article: Article, random: Random) -> Quotation | None:
    """A part of one word; in a script without blanks, of one letter."""
    run = chosen(article, random, least=9)
    words = run.words()
    place = random.choice(("first", "between", "last"))
    at = {"first": 0, "between": len(words) // 2, "last": len(words) - 1}[place]
    alone = words[at] if article.is_spaced else words[at][0]
    before = [run.part(0, at - 2)] if place != "first" else []
    after = [run.part(at + 3)] if place != "last" and at + 3 < len(words) else []
    if not re.fullmatch(r"\w+", alone):
        return None
    return Quotation(article, _written([*before, alone, *after], random))


def _under_four_words(article: Article, random: Random) -> Quotation | None:
    """A bracket, and two or three words beside it."""
    run = chosen(article, random, least=2, most=3)
    bracket = f"[{random.choice(LANGUAGES[article.language].harmless)}]"
    words = run.text()
    is_short = article.is_spaced and re.fullmatch(r"\w+(?: \w+){1,2}", words)
    quote = random.choice((f"{bracket} {words}", f"{words} {bracket}"))
    return Quotation(article, quote) if is_short else None


def _cut_at_the_gap(article: Article, random: Random) -> Quotation | None:
    """Cut a word where the words left out begin or end."""
    found = parted(article, random)
    if found is None or not article.is_spaced:
        return None
    runs = [each.words() for each in found]
    at, word = random.choice(((0, -1), (1, 0)))
    cut = runs[at][word]
    if len(cut) < 4 or not cut.isalpha() or len(runs[at]) < 3:
        return None
    place = random.randint(1, len(cut) - 1)
    runs[at][word] = cut[:place] if at == 0 else cut[place:]
    parts = [spelled(words, run.between()) for words, run in zip(runs, found, strict=True)]
    sign = random.choice(("…", " … ", "... ", " [...] "))
    return None if says(article, parts[at]) else Quotation(article, sign.join(parts))


def _too_far(article: Article, random: Random) -> Quotation | None:
    paragraphs = article.paragraphs()
    first = random.randrange(len(paragraphs))
    second = first + random.randint(3, 5)
    if second >= len(paragraphs):
        return None
    runs = [
        within(article, paragraphs[at], random, least=min(5, len(paragraphs[at].words)), most=8)
        for at in (first, second)
    ]
    parts = [run.text() for run in runs]
    if not all(is_part(part) and says_once(article, part) for part in parts):
        return None
    return Quotation(article, _written(parts, random))


def _a_part_changed(article: Article, random: Random) -> Quotation | None:
    found = parted(article, random)
    if found is None:
        return None
    runs = [each.words() for each in found]
    at, other = random.choice(((0, 1), (1, 0)))
    place = random.randrange(len(runs[at]))
    runs[at][place] = random.choice(runs[other])
    blank = " " if article.is_spaced else ""
    parts = [found[0].text(), found[1].text()]
    parts[at] = blank.join(runs[at])
    return None if says(article, parts[at]) else Quotation(article, _written(parts, random))


def _a_part_of_another_article(article: Article, random: Random) -> Quotation | None:
    found = parted(article, random)
    others = articles_in("en") if article.language == "en" else articles()
    if found is None:
        return None
    stranger = chosen(random.choice(others), random, most=8).text()
    if says(article, stranger):
        return None
    parts = random.choice(([found[0].text(), stranger], [stranger, found[1].text()]))
    return Quotation(article, _written(parts, random))


def _what_denies(article: Article, random: Random, *, sign: str = "") -> Quotation | None:
    """Leave out the one word that denies, perhaps with a neighbour."""
    turning = LANGUAGES[article.language].turning
    found = places(article, turning) if turning else ()
    if not found:
        return None
    at = random.choice(found)
    run = around(article, at, random)
    place = run.spans.index(at)
    before, after = random.choice(((0, 0), (1, 0), (0, 1))) if article.is_spaced else (0, 0)
    first, last = place - before, place + 1 + after
    if first < 1 or last >= len(run.spans) or "-" in run.part(first, last):
        return None
    parts = [run.part(0, first), run.part(last)]
    if not all(is_part(part) and says_once(article, part) for part in parts):
        return None
    quote = f" {sign} ".join(parts) if sign else _written(parts, random)
    return Quotation(article, quote)


def _denies_at_an_end(article: Article, random: Random) -> Quotation | None:
    """Leave out words that begin or end with one that denies, in the middle of a sentence."""
    turning = LANGUAGES[article.language].turning
    found = places(article, turning) if turning and article.is_spaced else ()
    if not found:
        return None
    at = random.choice(found)
    run = around(article, at, random, reach=12)
    place, more = run.spans.index(at), random.randint(2, 5)
    first, last = random.choice(((place, place + more), (place - more, place + 1)))
    if first < 1 or last >= len(run.spans) or re.search("[.!?…।]", run.part(first - 1, last + 1)):
        return None
    parts = [run.part(0, first), run.part(last)]
    if not all(is_part(part) and says_once(article, part) for part in parts):
        return None
    return Quotation(article, _written(parts, random))


def _what_denies_for_a_bracket(article: Article, random: Random) -> Quotation | None:
    bracket = random.choice(LANGUAGES[article.language].harmless)
    return _what_denies(article, random, sign=f"[{bracket}]")


# -------------------------------------------------------------------------------- in the bracket


def _in_a_bracket(words: Callable[[Language], tuple[str, ...]], rank: int) -> Make:
    """Make quotations with one of the language's negations or numbers in a bracket."""

    def make(article: Article, random: Random) -> Quotation | None:
        listed = words(LANGUAGES[article.language])
        if rank >= len(listed):
            return None
        run = chosen(article, random, least=7)
        at = random.randint(3, len(run.spans) - 3)
        parts = [run.part(0, at), run.part(min(at + random.choice((0, 0, 1)), len(run.spans) - 3))]
        if not all(map(is_part, parts)):
            return None
        return Quotation(article, f" [{listed[rank]}] ".join(parts))

    return make


_PUT_TO_WORDS: Final = (
    *("[un]{}", "[dis]{}", "[non-]{}", "[s]{}", "[a]{}"),
    *("{}[less]", "{}[s]", "{}[n’t]", "{}[not]"),
)


def _part_of_a_word(article: Article, random: Random) -> Quotation | None:
    """Put letters before or behind a word, in a bracket."""
    run = chosen(article, random, least=6)
    words = run.words()
    at = random.randint(1, len(words) - 2)
    put_in = random.choice(_PUT_TO_WORDS)
    if article.language != "en" or not words[at].isalpha():
        return None
    words[at] = put_in.format(words[at])
    quote = " ".join(words)
    plain = re.sub(r"[\[\]]", "", quote)
    return Quotation(article, quote) if unless_said(article, plain) else None


def _too_long_a_bracket(article: Article, random: Random) -> Quotation | None:
    """More than 60 characters are no longer a remark."""
    run = chosen(article, random, least=8)
    at = random.randint(3, len(run.spans) - 3)
    language = LANGUAGES[article.language]
    inside = " ".join(random.choices(language.harmless, k=30))[: random.randint(61, 90)]
    quote = f"{run.part(0, at)} [{inside.strip()}x] {run.part(at)}"
    return Quotation(article, quote) if len(inside.strip()) >= 60 else None


def _letter_that_is_another(article: Article, random: Random) -> Quotation | None:
    run = chosen(article, random, least=5)
    words = run.text()
    other = random.choice("bcdfghklmnprstw")
    if article.language != "en" or not re.match(r"[A-Za-z]{3}", words):
        return None
    quote = f"[{other.upper()}]{words[1:]}"
    return Quotation(article, quote) if unless_said(article, other + words[1:]) else None


WRONG_GAPS: Final = (
    Kind("parts in the wrong order", _wrong_order, each=4),
    Kind("parts that overlap", _overlapping),
    Kind("the same part twice", _twice),
    Kind("a part of one word", _one_word),
    Kind("under four words in all", _under_four_words),
    Kind("a word cut at the gap", _cut_at_the_gap),
    Kind("parts over two paragraphs apart", _too_far, each=4),
    Kind("a part changed", _a_part_changed, each=4),
    Kind("a part of another article", _a_part_of_another_article),
    Kind("what denies left out", _what_denies, each=6),
    Kind("what denies at an end of what is left out", _denies_at_an_end, each=6),
    Kind("what denies left out for a bracket", _what_denies_for_a_bracket, each=4),
    *(
        Kind(name, _in_a_bracket(words, rank), each=1)
        for name, words in (
            ("a negation in a bracket", attrgetter("forbidden")),
            ("a number in a bracket", attrgetter("counting")),
        )
        for rank in range(MOST_WORDS)
    ),
    Kind("too long a bracket", _too_long_a_bracket, each=2),
    Kind("letters put to a word in a bracket", _part_of_a_word, each=3),
    Kind("another letter in a bracket", _letter_that_is_another, each=4),
)
