"""False quotations in which words are put in, left out, exchanged, moved or cut."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Final

from quotations.cases import Kind, Make, Quotation
from quotations.corpus import (
    Article,
    Span,
    around,
    articles_in,
    chosen,
    places,
    spelled,
)
from quotations.languages import LANGUAGES
from quotations.oracle import says
from quotations.typed_otherwise import several


def unless_said(article: Article, quote: str) -> Quotation | None:
    """Give a quotation if the article does not, by accident, say that too."""
    return None if says(article, quote) else Quotation(article, quote)


def changed(change: Callable[[list[str], list[str], Random], bool], *, least: int = 6) -> Make:
    """Make quotations by changing a list of words, or the marks between them, in place."""

    def make(article: Article, random: Random) -> Quotation | None:
        run = chosen(article, random, least=least)
        words, between = run.words(), run.between()
        if not change(words, between, random):
            return None
        return unless_said(article, spelled(words, between))

    return make


# ----------------------------------------------------------------------------------- negations


def _negation_put_in(article: Article, random: Random) -> Quotation | None:
    run = chosen(article, random)
    at = random.randint(2, len(run.spans) - 2)
    word = random.choice(LANGUAGES[article.language].denying)
    blank = " " if article.is_spaced else ""
    between = run.between()
    between[at - 1] = between[at - 1] or blank
    words = run.words()
    words[at] = f"{word}{blank}{words[at]}"
    return unless_said(article, spelled(words, between))


def _negation_taken_out(article: Article, random: Random) -> Quotation | None:
    turning = LANGUAGES[article.language].turning
    found = places(article, turning) if turning else ()
    if not found:
        return None
    at = random.choice(found)
    run = around(article, at, random)
    words = run.words()
    place = run.spans.index(at)
    bare = re.sub(r"(?i)n['’]t|not\Z", "", words[place])
    is_joined = article.language == "en" and bare not in ("", words[place])
    words[place] = bare if is_joined else ""
    return unless_said(article, spelled(words, run.between()))


# --------------------------------------------------------------------------------------- words


def _inner(words: list[str], random: Random) -> int:
    return random.randint(1, len(words) - 2)


def _another_word(article: Article, random: Random) -> Quotation | None:
    run = chosen(article, random)
    home = random.choice(articles_in(article.language))
    words = run.words()
    words[_inner(words, random)] = random.choice(chosen(home, random).words())
    return unless_said(article, spelled(words, run.between()))


def _another_word_typed_otherwise(article: Article, random: Random) -> Quotation | None:
    found = _another_word(article, random)
    return found and unless_said(article, several(found.quote, random))


def _dropped(words: list[str], _: list[str], random: Random) -> bool:
    words[_inner(words, random)] = ""
    return True


def _doubled(words: list[str], between: list[str], random: Random) -> bool:
    at = _inner(words, random)
    words.insert(at, words[at])
    between.insert(at, " " if " " in between else "")
    return True


def _moved(words: list[str], _: list[str], random: Random) -> bool:
    word = words.pop(_inner(words, random))
    words.insert(_inner(words, random), word)
    return True


def _neighbours_exchanged(words: list[str], _: list[str], random: Random) -> bool:
    at = random.randint(0, len(words) - 2)
    words[at], words[at + 1] = words[at + 1], words[at]
    return True


def _letter_changed(words: list[str], _: list[str], random: Random) -> bool:
    at = random.randrange(len(words))
    letters = [found.start() for found in re.finditer(r"[^\W\d_]", words[at])]
    if not letters:
        return False
    place = random.choice(letters)
    others = [each for word in words for each in word if each.isalpha()]
    pieces = (words[at][:place], random.choice(others), words[at][place + 1 :])
    words[at] = random.choice((pieces[0] + pieces[2], "".join(pieces)))
    return bool(words[at])


def _last_letter(words: list[str], _: list[str], random: Random) -> bool:
    at = _inner(words, random)
    if not words[at].isascii() or not words[at].isalpha():
        return False
    words[at] = words[at][:-1] if words[at].endswith("s") else f"{words[at]}s"
    return bool(words[at])


def _singular_or_plural(article: Article, random: Random) -> Quotation | None:
    make = changed(_last_letter)
    return make(article, random) if article.language in ("en", "es", "fr") else None


# ------------------------------------------------------------------------------------ exchanges


def exchanged(pairs: str) -> Make:
    """Make quotations with the one of two ways to spell exchanged for the other.

    Pairs are written `a/b`, parted by commas; either may stand in an article.
    """
    listed = [pair.strip().split("/") for pair in pairs.split(",")]
    swaps = {old: new for pair in listed for old, new in (pair, pair[::-1])}

    def make(article: Article, random: Random) -> Quotation | None:
        found = _stands(article, tuple(swaps)) if article.language == "en" else ()
        if not found:
            return None
        old, at = random.choice(found)
        run = around(article, at, random)
        quote = _pattern(old).sub(swaps[old], run.text(), count=1)
        return unless_said(article, quote)

    return make


@cache
def _stands(article: Article, words: tuple[str, ...]) -> tuple[tuple[str, Span], ...]:
    """Where words stand, each with the first of the article's words that it is made of."""
    return tuple(
        (word, span)
        for word in words
        for found in _pattern(word).finditer(article.visible)
        for block in article.paragraphs()
        for span in block.words
        if span.start <= found.start() < span.end
    )


def _pattern(word: str) -> re.Pattern[str]:
    either = re.escape(word).replace("’", "['’]")
    return re.compile(rf"(?<!\w){either}(?!\w)", re.IGNORECASE)


_APOSTROPHES: Final = (
    "it’s/its, we’re/were, we’ll/well, he’d/hed, they’re/there, we’d/wed, she’d/shed, I’ll/ill,"
    "he’ll/hell, who’s/whose, can’t/cant, won’t/wont, they’ll/theyll, who’d/whod, I’d/id,"
    "let’s/lets, it’ll/itll"
)
_SPELLINGS: Final = (
    "U.S./US, defence/defense, licence/license, metres/meters, harbour/harbor, anyone/any one,"
    "kilometres/kilometers, colour/color, per cent/percent, centimetres/centimeters,"
    "tonnes/tons, neighbours/neighbors, nobody/no body, cannot/can not, everybody/every body,"
    "Mr/Mister, Dr/Doctor, Ms/Mrs, nine/9, four/4, two/2, three/3, seven/7, forty/40, twelve/12"
)


def _apostrophe(article: Article, random: Random) -> Quotation | None:
    """Take an apostrophe out of a word, or put one into it."""
    run = chosen(article, random)
    words = run.words()
    at = random.randrange(len(words))
    without = re.sub(r"(?<=[^\W\d_])['’׳](?=[^\W\d_])", "", words[at])
    if without != words[at]:
        words[at] = without
    elif len(words[at]) > 2 and words[at].isalpha() and article.is_spaced:
        words[at] = f"{words[at][:-1]}{random.choice('’' + chr(39))}{words[at][-1]}"
    else:
        return None
    return unless_said(article, spelled(words, run.between()))


# -------------------------------------------------------------------------------- parts of words


def _cut(article: Article, random: Random) -> Quotation | None:
    """Begin or end inside a word; in a script without blanks nobody but a reader knows where."""
    if not article.is_spaced:
        return None
    run = chosen(article, random, least=5)
    words = run.words()
    at = random.choice((0, -1))
    word = words[at]
    inside = [
        place
        for place in range(1, len(word))
        if is_letter(word[place - 1])
        and is_letter(word[place])
        # Nobody begins with a sign that belongs to the letter before it.
        and (at == -1 or word[place].isalnum())
    ]
    if not inside:
        return None
    place = random.choice(inside)
    words[at] = word[place:] if at == 0 else word[:place]
    return unless_said(article, spelled(words, run.between()))


def is_letter(character: str) -> bool:
    """Tell whether a character is a letter, a figure or a mark on one."""
    return unicodedata.category(character)[0] in "LNM"


def _blank_or_hyphen(article: Article, random: Random) -> Quotation | None:
    """Write two words as one, or one as two."""
    run = chosen(article, random)
    words, between = run.words(), run.between()
    at = _inner(words, random)
    hyphened = [place for place, word in enumerate(words) if re.search(r"\w-\w", word)]
    if not article.is_spaced:
        return None
    if hyphened and random.random() < 0.7:
        words[hyphened[0]] = words[hyphened[0]].replace("-", "")
    elif between[at] == " " and random.random() < 0.5:
        between[at] = ""
    elif len(words[at]) > 4 and words[at].isalpha():
        place = random.randint(2, len(words[at]) - 2)
        words[at] = words[at][:place] + random.choice(" -") + words[at][place:]
    return unless_said(article, spelled(words, between))


def _cut_at_an_apostrophe(article: Article, random: Random) -> Quotation | None:
    found = places(article, r"[^\W\d_]+['’׳][^\W\d_]+")
    if not found:
        return None
    at = random.choice(found)
    run = around(article, at, random)
    first, last = re.split("['’׳]", article.visible[slice(*at)])
    place = run.spans.index(at)
    if random.random() < 0.5:
        quote = spelled([*run.words()[:place], first], run.between()[:place])
    else:
        quote = spelled([last, *run.words()[place + 1 :]], run.between()[place:])
    return unless_said(article, quote)


def _half_a_broken_word(article: Article, random: Random) -> Quotation | None:
    """Begin or end at the line's end inside a word that the paper broke."""
    found = places(article, r"(?s)[^\W\d_]+-\n[^\W\d_]+")
    if not found:
        return None
    at = random.choice(found)
    run = around(article, at, random)
    first, last = article.visible[slice(*at)].split("-\n")
    place = run.spans.index(at)
    if f"{first}-{last}" == "long-term":
        return None
    if random.random() < 0.5:
        quote = spelled([*run.words()[:place], first], run.between()[:place])
    else:
        quote = spelled([last, *run.words()[place + 1 :]], run.between()[place:])
    return Quotation(article, quote)


# ------------------------------------------------------------------------------------- stops


def _stop_changed(article: Article, random: Random) -> Quotation | None:
    """Put in, leave out or exchange a stop inside: "a comma can turn a sentence"."""
    run = chosen(article, random, least=7)
    between = run.between()
    at = random.randint(1, len(between) - 2)
    if between[at] == " ":
        between[at] = random.choice((", ", ". ", "; ", ": ", "? "))
    else:
        stop = re.search("[.,;:!?]", between[at])
        if stop is None or "…" in between[at]:
            return None
        other = random.choice([each for each in ("", *".,;:!?") if each != stop[0]])
        between[at] = between[at][: stop.start()] + other + between[at][stop.end() :]
    quote = spelled(run.words(), between)
    return None if says(article, quote, with_stops=True) else Quotation(article, quote)


CHANGED_WORDS: Final = (
    Kind("a negation put in", _negation_put_in, each=3),
    Kind("a negation taken out", _negation_taken_out, each=3),
    Kind("another word", _another_word, each=3),
    Kind("another word, typed otherwise", _another_word_typed_otherwise),
    Kind("a word dropped", changed(_dropped), each=3),
    Kind("a word doubled", changed(_doubled)),
    Kind("a word moved", changed(_moved)),
    Kind("neighbours exchanged", changed(_neighbours_exchanged)),
    Kind("a letter changed or dropped", changed(_letter_changed), each=3),
    Kind("singular and plural", _singular_or_plural, each=5),
    Kind("its and it's", exchanged(_APOSTROPHES), each=8),
    Kind("an apostrophe put in or taken out", _apostrophe),
    Kind("another spelling", exchanged(_SPELLINGS), each=8),
    Kind("begins or ends inside a word", _cut, each=4),
    Kind("two words as one, one as two", _blank_or_hyphen),
    Kind("ends before or begins behind an apostrophe", _cut_at_an_apostrophe),
    Kind("begins or ends at a line's end inside a word", _half_a_broken_word, each=30, least=10),
    Kind("a stop inside changed", _stop_changed),
)
