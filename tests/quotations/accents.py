"""False quotations in which nothing but an accent, or a sign on a letter, is another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random
from typing import Final

from quotations.cases import Kind, Make, Quotation
from quotations.changed_words import unless_said
from quotations.corpus import Article, chosen, spelled, stored_otherwise
from quotations.typed_otherwise import several

_SCRIPTS: Final = {
    "Latin": ("de", "es", "fr", "pl"),
    "Turkish": ("tr",),
    "Vietnamese": ("vi",),
    "Greek": ("el",),
    "Cyrillic": ("uk", "ru"),
    "Arabic": ("ar",),
    "Devanagari": ("hi",),
    "Hangul": ("ko",),
    "kana": ("ja",),
    "Thai": ("th",),
}
# Vowel points of Arabic and Hebrew may be left out by rule.
_POINTS: Final = "\u064b-\u0652\u0670\u0591-\u05c7"
_MARK: Final = re.compile("[^\\W\\d_]([\u0300-\u036f\u3099\u309a\u0653-\u0655]+)")
_PUT_ON: Final = {
    "Latin": ("\u0301", "\u0308", "\u0303"),
    "Turkish": ("\u0308", "\u0306", "\u0327"),
    "Vietnamese": ("\u0301", "\u0300", "\u0309", "\u0303", "\u0323"),
    "Greek": ("\u0301", "\u0308"),
    "Cyrillic": ("\u0306", "\u0308"),
}
_CARRIERS: Final = {
    "Latin": "aeoun",
    "Turkish": "ougsc",
    "Vietnamese": "aeou",
    "Greek": "αεηιουω",
    "Cyrillic": "иеі",
}
_STROKES: Final = {"ł": "l", "đ": "d", "Đ": "D", "ø": "o", "ı": "i"}
# Signs of which one is easily typed for the other, without anything else changing.
_TWINS: Final = {
    "Arabic": ("أا", "إا", "آا", "ؤو", "أإ"),
    "Devanagari": ("िी", "ुू", "ेै", "ोौ", "ंँ"),
    "kana": ("かが", "ただ", "てで", "はば", "はぱ", "しじ", "くぐ", "けげ", "こご", "とど"),
    "Thai": ("่้", "ิี", "ึื", "ุู", "้๊"),
}

_DROPPED_ALONE: Final = {
    "Devanagari": "ािीुूेैोौंँ़",
    "Thai": "่้็์ิีึืุู",
}


def _bare(text: str) -> str:
    """A text without its accents, as a careless reader sees it."""
    for stroked, plain in _STROKES.items():
        text = text.replace(stroked, plain)
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(each for each in parts if unicodedata.category(each)[0] != "M")


def _marks_dropped(word: str, script: str) -> Iterator[str]:
    apart = unicodedata.normalize("NFD", word)
    for found in _MARK.finditer(apart if script != "Hangul" else ""):
        for at in range(*found.span(1)):
            yield apart[:at] + apart[at + 1 :]
    for at, letter in enumerate(word):
        if letter in _STROKES:
            yield word[:at] + _STROKES[letter] + word[at + 1 :]
        if letter in _DROPPED_ALONE.get(script, ""):
            yield word[:at] + word[at + 1 :]


def _marks_put_on(word: str, script: str) -> Iterator[str]:
    carriers = _CARRIERS.get(script, "")
    for at, letter in enumerate(word):
        if letter in carriers:
            for mark in _PUT_ON[script]:
                yield word[: at + 1] + mark + word[at + 1 :]


def _marks_exchanged(word: str, script: str) -> Iterator[str]:
    apart = unicodedata.normalize("NFD", word)
    for found in _MARK.finditer(apart if script in _PUT_ON else ""):
        for mark in _PUT_ON[script]:
            yield apart[: found.start(1)] + mark + apart[found.start(1) + 1 :]
    for twins in _TWINS.get(script, ()):
        for at, letter in enumerate(word):
            if letter in twins:
                yield word[:at] + twins[letter == twins[0]] + word[at + 1 :]


def _accents(change: Callable[[str, str], Iterator[str]], script: str) -> Make:
    def make(article: Article, random: Random) -> Quotation | None:
        if article.language not in _SCRIPTS[script]:
            return None
        run = chosen(article, random)
        words, between = run.words(), run.between()
        at = random.randrange(len(words))
        others = {unicodedata.normalize("NFC", each) for each in change(words[at], script)}
        others.discard(words[at])
        if not others:
            return None
        words[at] = random.choice(sorted(others))
        found = unless_said(article, spelled(words, between))
        if found is None:
            return None
        is_only_accents = _bare(found.quote) == _bare(run.text())
        return Quotation(article, found.quote, (run.text(),), is_only_accents=is_only_accents)

    return make


def _dropped_and_typed_otherwise(article: Article, random: Random) -> Quotation | None:
    script = next((each for each in _SCRIPTS if article.language in _SCRIPTS[each]), "Latin")
    found = _accents(_marks_dropped, script)(article, random)
    return found and replace(found, quote=several(found.quote, random))


def _dropped_from_a_decomposed_text(article: Article, random: Random) -> Quotation | None:
    if article.is_markdown:
        return None
    found = _dropped_and_typed_otherwise(article, random)
    text = stored_otherwise(article, unicodedata.normalize("NFD", article.stored))
    return found and replace(found, article=text)


# ------------------------------------------------------------------- words that mean another thing


_CONFUSED: Final = (
    "de schon schön, de Führung Fuhrung, es año ano, es aún aun, es está esta, es sólo solo,"
    "es Peñalver Penalver, fr là la, fr à a, fr mort mört, pl sąd sad, pl łąki laki,"
    "tr ölü olu, tr aynı ayni, tr kapısında kapisinda, vi đã da, vi của cua, vi không khong,"
    "vi năm nam, el φως φώς, el παλιός παλιος, el πόρτα πορτά, uk край краи, uk міст мист,"
    "uk їде іде, ru ещё еще, ru край краи, ru тёплая теплая, ru Берёзкин Березкин, ar فأرا فارا,"
    "ar آدم ادم, ar أحد احد, ar رأي راي, hi मूल मुल, hi फ़ोटो फोटो, hi माँगी मांगी, hi बूढ़े बूढे,"
    "ko 물 불, ja がけ かけ, ja ガラス カラス, ja だけ たけ, th เสือ เสื้อ, th เก่า เก้า, th นี้ นี,"
    "th ใคร ไคร, he צ׳רלי צרלי, he ג׳ינה גינה"
)


def _confused(article: Article, random: Random) -> Quotation | None:
    triples = [each.split() for each in _CONFUSED.split(",")]
    pairs = [(old, new) for language, old, new in triples if language == article.language]
    run = chosen(article, random, least=4)
    fitting = [pair for pair in pairs if pair[0] in run.words() or pair[0] in run.text()]
    if not fitting:
        return None
    old, new = random.choice(fitting)
    return unless_said(article, run.text().replace(old, new))


def _points_exchanged(article: Article, random: Random) -> Quotation | None:
    """Another word with the same letters: كَتَبَ is "he wrote", كُتِبَ "it was written"."""
    run = chosen(article, random, least=4)
    words = run.words()
    pointed = [at for at, word in enumerate(words) if len(re.findall(f"[{_POINTS}]", word)) > 1]
    if not pointed or article.language not in ("ar", "he"):
        return None
    at = random.choice(pointed)
    vowels = "\u064e\u064f\u0650" if article.language == "ar" else "\u05b7\u05b8\u05b5\u05b4\u05b6"
    signs = [place for place, each in enumerate(words[at]) if each in vowels]
    if not signs:
        return None
    place = random.choice(signs)
    other = random.choice([each for each in vowels if each != words[at][place]])
    words[at] = words[at][:place] + other + words[at][place + 1 :]
    return Quotation(article, spelled(words, run.between()))


def _hangul(article: Article, random: Random) -> Quotation | None:
    """One letter of a syllable: another final, or another vowel."""
    run = chosen(article, random)
    words = run.words()
    at = random.randrange(len(words))
    syllables = [place for place, each in enumerate(words[at]) if "가" <= each <= "힣"]
    if not syllables:
        return None
    place = random.choice(syllables)
    code = ord(words[at][place]) - 0xAC00
    final, vowel = code % 28, code // 28 % 21
    others = (code - final + (final + 4) % 28, code + 28 * ((vowel + 2) % 21 - vowel), code - final)
    words[at] = words[at][:place] + chr(0xAC00 + random.choice(others)) + words[at][place + 1 :]
    return unless_said(article, spelled(words, run.between()))


ACCENTS: Final = (
    *(
        Kind(f"an accent {verb}: {script}", _accents(change, script), each=6, least=5)
        for verb, change, scripts in (
            ("dropped", _marks_dropped, [*_PUT_ON, "Arabic", "Devanagari", "kana", "Thai"]),
            ("put on", _marks_put_on, list(_PUT_ON)),
            ("exchanged", _marks_exchanged, [*_PUT_ON, "Arabic", "Devanagari", "kana", "Thai"]),
        )
        for script in scripts
    ),
    Kind("an accent dropped, typed otherwise", _dropped_and_typed_otherwise),
    Kind("an accent dropped, stored decomposed", _dropped_from_a_decomposed_text, each=2),
    Kind("a letter of a syllable: Hangul", _hangul, each=20),
    Kind("words an accent apart", _confused, each=8, least=40),
    Kind("vowel points exchanged", _points_exchanged, each=12, least=8),
)
