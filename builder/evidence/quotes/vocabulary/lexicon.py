"""Lists of words in many languages, to be asked in which of them a word stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from builder.values import frozen

# Ways to write a letter between which typing does not tell.
_ONE_FORM: Final = str.maketrans("ёșțأإآٱىیک", "еşţااااييك")
_WRITTEN_TOGETHER: Final = frozenset(["he", "ar", "am", "ti"])
_PREFIX: Final = re.compile("[והבכלמש]{1,3}|[وفا]|[وف]?[بلك]?(?:ال)?|[وف]?لل|[በለየከእ]")
# Two letters more often stand for something else, but for these.
_FEW_LETTERS: Final = 3
_BEFORE_FEW: Final = ("ו", "ש", "כש", "و", "ف", "ا")
_FEW: Final = ("לא", "אל", "אין", "لا", "لم", "لن")


class Stem(NamedTuple):
    """Letters that make a word of a language, alone or with others before or behind them."""

    language: str
    grows_before: bool
    grows_behind: bool
    is_listed: bool
    """Written behind a minus they make none."""


@frozen
class Lexicon:
    """The words of some languages by their letters."""

    stems: Mapping[str, tuple[Stem, ...]]
    longest: int

    def languages(self, word: str) -> frozenset[str]:
        """Give the languages in which a folded word is listed, whatever is written to it."""
        word = word.translate(_ONE_FORM)
        found = self._listed(word)
        for rest in _without_what_is_written_to_it(word):
            found |= self._listed(rest) & _WRITTEN_TOGETHER
        return frozenset(found)

    def _listed(self, word: str) -> set[str]:
        found = {True: set[str](), False: set[str]()}
        for start in range(len(word)):
            for end in range(start + 1, min(len(word), start + self.longest) + 1):
                for stem in self.stems.get(word[start:end], ()):
                    is_whole_before = stem.grows_before or start == 0
                    if is_whole_before and (stem.grows_behind or end == len(word)):
                        found[stem.is_listed].add(stem.language)
        return found[True] - found[False]


def lexicon(*tables: Mapping[str, str]) -> Lexicon:
    """Read tables in which each language has its words, parted by blanks."""
    stems: dict[str, tuple[Stem, ...]] = {}
    for language, written in (entry for table in tables for entry in table.items()):
        for word in unicodedata.normalize("NFC", written.casefold()).translate(_ONE_FORM).split():
            is_listed = not word.startswith("-")
            letters = word.removeprefix("-")
            stem = Stem(language, letters[0] == "*", letters[-1] == "*", is_listed)
            letters = letters.strip("*")
            stems[letters] = (*stems.get(letters, ()), stem)
    return Lexicon(stems, max(map(len, stems)))


def _without_what_is_written_to_it(word: str) -> Iterator[str]:
    """Give a word of a Semitic language without conjunctions, prepositions, its article."""
    if word.isascii():
        return
    for length in range(1, min(5, len(word) - 1)):
        prefix, rest = word[:length], word[length:]
        if len(rest) < _FEW_LETTERS:
            is_written_to = prefix in _BEFORE_FEW and rest in _FEW
        else:
            is_written_to = _PREFIX.fullmatch(prefix) is not None
        if is_written_to:
            yield rest
