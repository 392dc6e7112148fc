"""Words that turn or count a statement, which no bracket of a curator's may put in.

Which language a bracket is in, it does not say. So the words of all languages count, but for one
that is harmless in the language of the text: Italian "mai" is never, German "Mai" is a month.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from builder.evidence.folding import fold
from builder.evidence.quotes.vocabulary import unspaced
from builder.evidence.quotes.vocabulary.harmless import HARMLESS
from builder.evidence.quotes.vocabulary.languages import languages_of, words_of
from builder.evidence.quotes.vocabulary.lexicon import Lexicon, lexicon
from builder.evidence.quotes.vocabulary.negations import IN_ITS_OWN_LANGUAGE, NEGATIONS
from builder.evidence.quotes.vocabulary.numbers import NUMBERS
from builder.evidence.quotes.vocabulary.numbers_elsewhere import NUMBERS_ELSEWHERE

__all__ = [
    "denial_in",
    "languages_of",
    "negation_in",
    "number_in",
    "number_languages",
    "without_names",
]

_ANY: Final[frozenset[str]] = frozenset()
# Whatever the language of a text, its curator may write English into brackets.
_CURATORS: Final = "en"
# Where a capital letter says nothing of a name.
_CAPITALISES_NOUNS: Final = frozenset({"de"})
_CAPITALISED: Final = re.compile(r"(?<![\w'’-])[^\W\d_][^\W\d_A-Z]+(?![\w'’-])")
_ROMAN: Final = re.compile(r"\b(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})\b")
_SOME: Final = re.compile(r"\b(?:a couple|a pair|couple of|pair of|a score|scores) (?:of\b)?")


def negation_in(text: str, languages: frozenset[str] = _ANY) -> bool:
    """Tell whether words deny something; `languages` are those the text may be in, if known."""
    folded = fold(text)
    if not folded.isascii() and unspaced.NEGATION.search(folded):
        return True
    words = words_of(folded)
    if any(_counts(word, _denying(), languages) for word in words):
        return True
    at_home = languages & IN_ITS_OWN_LANGUAGE.keys()
    return bool(at_home) and any(
        not at_home.isdisjoint(_denying_at_home().languages(word)) for word in words
    )


def denial_in(text: str, languages: frozenset[str] = _ANY) -> bool:
    """Tell whether an article's own words deny something in the languages it may be in."""
    folded = fold(text)
    if not languages or (not folded.isascii() and unspaced.NEGATION.search(folded)):
        return negation_in(text)
    return any(
        not languages.isdisjoint(listed.languages(part))
        for word in words_of(folded)
        for part in {word, word.rpartition("'")[2]}
        for listed in (_denying(), _denying_at_home())
    )


def number_in(text: str, languages: frozenset[str] = _ANY) -> bool:
    """Tell whether words or figures count something; `languages` as for negations."""
    folded = unspaced.ORDINARY.sub("", fold(text))
    if any(map(str.isnumeric, folded)) or _ROMAN.search(text) or _SOME.search(f"{folded} "):
        return True
    if not folded.isascii() and unspaced.COUNT.search(folded):
        return True
    return any(_counts(word, _counting(), languages) for word in words_of(folded))


def without_names(
    words: str, languages: frozenset[str] = _ANY, *, is_inside_sentence: bool = False
) -> str:
    """Give the words of a bracket without those that look like a number or negation by chance.

    A capitalised word that counts or denies in other languages only is a name, as Lima and Mai
    are in English; so is a number before another capitalised word inside a sentence: Ten Hag.
    """
    if not languages:
        return words
    has_pairs = is_inside_sentence and languages.isdisjoint(_CAPITALISES_NOUNS)

    def unless_name(found: re.Match[str]) -> str:
        word = fold(found[0])
        denying = _denying().languages(word) | (_denying_at_home().languages(word) & languages)
        listed = denying | _counting().languages(word)
        if not (found[0][0].isupper() and listed):
            return found[0]
        behind = _CAPITALISED.match(words, found.end() + 1)
        is_first_name = behind is not None and not (number_in(behind[0]) or negation_in(behind[0]))
        is_pair = has_pairs and not denying and is_first_name
        return "" if is_pair or listed.isdisjoint({*languages, _CURATORS}) else found[0]

    return _CAPITALISED.sub(unless_name, words)


@lru_cache(maxsize=4_096)
def number_languages(word: str) -> frozenset[str]:
    """Give the languages in which a word is a number."""
    return _counting().languages(fold(word))


def _counts(word: str, listed: Lexicon, languages: frozenset[str]) -> bool:
    """Whether a word is listed, and not only in languages in which the text is not."""
    _, apostrophe, behind = word.partition("'")
    if apostrophe and len(behind) > 1 and _counts(behind, listed, languages):
        return True
    found = listed.languages(word)
    if not found or not languages or not found.isdisjoint(languages):
        return bool(found)
    return not any(word in _harmless(language) for language in (*languages, _CURATORS))


@cache
def _harmless(language: str) -> frozenset[str]:
    return frozenset(HARMLESS.get(language, "").split())


@cache
def _denying() -> Lexicon:
    return lexicon(NEGATIONS)


@cache
def _denying_at_home() -> Lexicon:
    return lexicon(IN_ITS_OWN_LANGUAGE)


@cache
def _counting() -> Lexicon:
    return lexicon(NUMBERS, NUMBERS_ELSEWHERE)
