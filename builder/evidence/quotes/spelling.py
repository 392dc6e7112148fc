"""What folding makes equal although a reader sees two words: vowel points, and ß beside ss."""

from __future__ import annotations

import unicodedata
from typing import Final

from builder.evidence.characters import CLASSES, DROPPED, POINTING, Table, fold_character
from builder.evidence.folding import NOTE, fold

_SHARP: Final = "ßẞ"
# Letters that are another letter with a stroke or without its dot, and have no decomposition.
_STROKES: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ħ": "h", "ŧ": "t"})


def spelled_alike(quotation: str, words: str) -> bool:
    """Tell whether words that are equal after folding are the same words."""
    if POINTING.search(quotation) and POINTING.search(words):
        return not _points_differ(quotation, words)
    if any(map(quotation.__contains__, _SHARP)) or any(map(words.__contains__, _SHARP)):
        return _sharp_letters_agree(quotation, words)
    return True


def _points_differ(quotation: str, words: str) -> bool:
    """Whether two texts with vowel points have different ones.

    Points may be left out, but not exchanged: كَتَبَ is "he wrote", كُتِبَ is "it was written".
    """
    ours, theirs = _pointed_letters(quotation), _pointed_letters(words)
    if [letter for letter, _ in ours] != [letter for letter, _ in theirs]:
        return True
    pairs = zip(ours, theirs, strict=True)
    return any(not (own <= other or other <= own) for (_, own), (_, other) in pairs)


def _pointed_letters(text: str) -> list[tuple[str, set[str]]]:
    letters: list[tuple[str, set[str]]] = []
    for character in unicodedata.normalize("NFC", NOTE.sub("", text)):
        if POINTING.match(character) and letters:
            letters[-1][1].add(character)
        elif character.isalnum() and CLASSES[ord(character)] != DROPPED:
            letters.append((fold(character), set()))
    return letters


def _sharp_letters_agree(quotation: str, words: str) -> bool:
    """Whether ß stands for ß, or for SS in capitals; Maße and Masse are two words."""
    ours, theirs = _letters_s(quotation), _letters_s(words)
    return len(ours) == len(theirs) and all(
        own == other or "S" in (own, other) or _SHARP[0] not in (own, other)
        for own, other in zip(ours, theirs, strict=True)
    )


def _letters_s(text: str) -> str:
    """Every s of a text, a capital as S, and ß twice, as it is spelled without it."""
    found: list[str] = []
    for character in NOTE.sub("", text):
        if character in _SHARP:
            found.append(2 * _SHARP[0])
        elif count := fold_character(character).count("s"):
            found.append(count * ("S" if character.isupper() else "s"))
    return "".join(found)


def _bare(character: str) -> str:
    """A letter without its accents; nothing for an accent alone."""
    if unicodedata.category(character)[0] == "M":
        return ""
    parts = unicodedata.normalize("NFKD", character.translate(_STROKES))
    letters = [each for each in parts if unicodedata.category(each)[0] != "M"]
    return letters[0] if len(letters) == 1 else character


_BARE: Final = Table(_bare)


def without_accents(text: str) -> str:
    """Give folded words as a reader sees them who does not look at accents."""
    return text if text.isascii() else text.translate(_BARE)


def is_accent(character: str) -> bool:
    """Tell whether a character is nothing but an accent."""
    return not _BARE[ord(character)]
