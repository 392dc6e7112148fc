"""True quotations whose marks, blanks, capitals or characters are typed in another way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from random import Random
from typing import Final

from quotations.cases import Kind, Make, Quotation
from quotations.corpus import Article, Run, chosen, is_word, stored_otherwise

_WITHOUT_WIDTH: Final = "\u00ad\u200b\u2060\ufeff"
_BLANKS: Final = (" ", "  ", "\u00a0", "\u202f", "\u2003", "\t", "\n", "\u3000", " \n ")
_POINTS: Final = re.compile("[\u064b-\u0652\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7]")

Typing = Callable[[str, Random], str]


def typed(change: Typing, *, with_marks: bool = False) -> Make:
    """Make quotations in which something is typed otherwise, and really is other."""

    def make(article: Article, random: Random) -> Quotation | None:
        run = chosen(article, random)
        words = _marked(run) if with_marks else run.text()
        quote = change(words, random)
        if quote == words:
            return None
        return Quotation(article, quote, (words,))

    return make


def _marked(run: Run) -> str:
    """Give the words of a run with the marks that stand next to them."""
    start, end, text = run.spans[0].start, run.spans[-1].end, run.article.visible
    while start and not (text[start - 1].isspace() or is_word(text[start - 1])):
        start -= 1
    while end < len(text) and not (text[end].isspace() or is_word(text[end])):
        end += 1
    return text[start:end].strip("-–—^\u2063")


def _to_the_letter(article: Article, random: Random) -> Quotation:
    words = chosen(article, random, least=4, most=24).text()
    return Quotation(article, words, (words,), no_warning="quote-crosses")


def _with_its_marks(article: Article, random: Random) -> Quotation | None:
    run = chosen(article, random, most=24)
    words = _marked(run)
    return Quotation(article, words, (words,)) if words != run.text() else None


# ------------------------------------------------------------------------------------- marks


def _straight(words: str, _: Random) -> str:
    # French blanks inside the marks go with them.
    words = re.sub("«[\u00a0\u202f]?|[\u00a0\u202f]?»|[“”„「」״]", '"', words)
    return re.sub("[‘’׳]", "'", words)


def _curled(words: str, _: Random) -> str:
    words = re.sub(r"(?<!\S)'(?=\w)", "‘", words).replace("'", "’")
    words = re.sub(r'(?<![\w.,!?])"', "“", words)
    return words.replace('"', "”")


_COUNTRIES: Final = (("«", "»"), ("»", "«"), ("„", "“"), ("„", "”"), ("「", "」"))
_SINGLE: Final = (("‘", "’"),)


def _of_another_country(words: str, random: Random) -> str:
    words = re.sub("«[\u00a0\u202f]?|[„「]", "“", words)
    words = re.sub("[\u00a0\u202f]?»|」", "”", words)
    # Between two letters a single mark is an apostrophe.
    is_between = re.search(r"\w[“”]\w", words) is not None
    first, last = random.choice(_COUNTRIES if is_between else (*_COUNTRIES, *_SINGLE))
    return words.replace("“", first).replace("”", last)


_AROUND: Final = ("“{}”", '"{}"', "‘{}’", "'{}'", "«{}»", "«\u00a0{}\u00a0»", "„{}“")


def _put_into_marks(words: str, random: Random) -> str:
    return random.choice(_AROUND).format(words)


# --------------------------------------------------------------------------- blanks and dashes


def _blanks(words: str, random: Random) -> str:
    return re.sub("[ \u00a0\u202f]", lambda _: random.choice(_BLANKS), words)


def _wrapped(words: str, random: Random) -> str:
    pieces: list[str] = []
    length = 0
    indent, most = random.choice(("", "    ", "\t")), random.randint(12, 40)
    for word in words.split(" "):
        is_wrapped = length + len(word) > most
        pieces.append(f"\n{indent}{word}" if is_wrapped and pieces else f" {word}")
        length = len(word) if is_wrapped else length + len(word)
    return "".join(pieces).strip()


def _dashes(words: str, random: Random) -> str:
    if "-\n" in words:
        return words
    words = re.sub(r"(?<!\S)-(?=\d)", "−", words)
    words = re.sub(r"(?<=\S)[-–־](?=\S)", lambda _: random.choice("‐‑–- "), words)
    others = (" – ", " - ", "—", " -- ", " ― ")
    return re.sub(r" ?[—–-] | ?—", lambda _: random.choice(others), words)


# ------------------------------------------------------------------------------------- letters


def _other_case_at_the_start(words: str, _: Random) -> str:
    return if_same(words, words[0].swapcase() + words[1:])


def _other_case(words: str, random: Random) -> str:
    change = random.choice((str.upper, str.upper, str.lower, str.swapcase, str.title))
    return if_same(words, change(words))


def if_same(words: str, changed: str) -> str:
    """Keep to the rule, Unicode's folding of case, by which a Turkish ı is not an I."""
    return changed if changed.casefold() == words.casefold() else words


def _composed_otherwise(words: str, random: Random) -> str:
    return unicodedata.normalize(random.choice(("NFD", "NFC")), words)


_LIGATURES: Final = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "لا": "ﻻ"}
_NARROW_KANA: Final = {
    unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF66, 0xFFA0)
}


def _other_widths(words: str, random: Random) -> str:
    for letters, ligature in _LIGATURES.items():
        words = words.replace(letters, ligature)
    words = words.translate(str.maketrans("，：；！？（）", ",:;!?()"))
    kind = random.choice(("figures", "letters", "words"))
    if kind == "words":
        words = re.sub(r"[A-Za-z]+", lambda found: "".join(map(_wide, found[0])), words)
    pattern = "[0-9]" if kind == "figures" else "[A-Za-z]"
    words = re.sub(pattern, lambda found: _perhaps_wide(found[0], random), words)
    return "".join(map(_narrow, words))


def _perhaps_wide(character: str, random: Random) -> str:
    return _wide(character) if random.random() < 0.5 else character


def _wide(character: str) -> str:
    return chr(ord(character) + 0xFEE0)


def _narrow(character: str) -> str:
    apart = unicodedata.normalize("NFD", character)
    if not all(each in _NARROW_KANA for each in apart):
        return character
    return "".join(_NARROW_KANA[each] for each in apart)


def _unseen(words: str, random: Random) -> str:
    def put(_: re.Match[str]) -> str:
        return random.choice(_WITHOUT_WIDTH) if random.random() < 0.15 else ""

    return re.sub(r"(?<=[^\W\d_])(?=[^\W\d_])", put, words)


def _without_points(words: str, _: Random) -> str:
    return _POINTS.sub("", words)


def _with_points(words: str, random: Random) -> str:
    if _POINTS.search(words):
        return words

    def put(found: re.Match[str]) -> str:
        points = "\u064e\u064f\u0650" if found[0] >= "\u0600" else "\u05b7\u05b8\u05b6\u05b4"
        return found[0] + (random.choice(points) if random.random() < 0.4 else "")

    return re.sub("[\u05d0-\u05ea\u0628-\u063a\u0641-\u0648]", put, words)


def _lengthened(words: str, random: Random) -> str:
    # Behind letters that join the next one, as a printer fills a line.
    def put(_: re.Match[str]) -> str:
        return "\u0640" * random.randint(1, 3) if random.random() < 0.3 else ""

    return re.sub("(?<=[بتثجحخسشصضطظعغفقكلمنهي])(?=[بتثجحخسشصضطظعغفقكلمنهيارو])", put, words)


# ------------------------------------------------------------------------------------- the ends


def _other_end(words: str, random: Random) -> str:
    bare = words.rstrip(".,;:!?")
    stop = random.choice(("", ".", ",", ";", ":", "!", "?", "?!", "...", " -", ".”", "’,", "—"))
    start = random.choice(("", "", "", "… ", "- ", "“", ", "))
    return start + bare + stop


# ----------------------------------------------------------------------------------- the stored


def stored(change: Typing) -> Make:
    """Make quotations of a text that is itself typed in another way."""

    def make(article: Article, random: Random) -> Quotation | None:
        if article.is_markdown:
            return None
        words = chosen(article, random).text()
        other = change(words, random)
        if other == words or article.stored.count(words) != 1:
            return None
        text = stored_otherwise(article, article.stored.replace(words, other))
        return Quotation(text, words, (words,))

    return make


def _decomposed(words: str, _: Random) -> str:
    return unicodedata.normalize("NFD", words)


def _broken_at_a_line_end(words: str, random: Random) -> str:
    places = [at.start() for at in re.finditer(r"(?<=[^\W\d_]{3})(?=[^\W\d_]{3})", words)]
    is_alphabet = unicodedata.name(words[0], "").startswith(("LATIN", "GREEK", "CYRILLIC"))
    if not places or not is_alphabet or "\n" in words:
        return words
    at = random.choice(places)
    return f"{words[:at]}-{random.choice(('', ' '))}\n{words[at:]}"


def _annotated(words: str, random: Random) -> str:
    at = random.choice([each.start() for each in re.finditer(" ", words)] or [0])
    note = random.choice((" [sic]", " [illegible]", " [sic!]"))
    return words[:at] + note + words[at:] if at else words


def _blanks_before_stops(words: str, random: Random) -> str:
    """As French prints them, and as others do when they paste it."""
    parted = re.sub(r"(?<=\w)(?=[!?:;,](?!\d))", lambda _: random.choice(_BLANKS[:4]), words)
    return re.sub("(?<=\\d)(?=[%€])", "\u00a0", parted)


def _footnoted(words: str, random: Random) -> str:
    ends = [each.end() for each in re.finditer(r"(?<=[^\W\d_]{3})[.,]?(?= )", words)]
    at = random.choice(ends or [0])
    return words[:at] + random.choice(("[1]", "[12]", "¹", "²³")) + words[at:] if at else words


def _broken_between_letters(words: str, random: Random) -> str:
    """As text comes out of pages that were printed."""
    ends = [each.start() for each in re.finditer("(?<=[\u3040-\u9fff])(?=[\u3040-\u9fff])", words)]
    at = random.choice(ends or [0])
    return words[:at] + random.choice(("\n", " ", " \n")) + words[at:] if at else words


_ANY_MARK: Final = re.compile("[\"'“”„«»‘’״]")
_GLUED: Final = ("said“{}” ", 'said"{}" ', "ש״{}״ ", "בש“{}” ", "و«{}» ", "x“{}”dedi ", 'x"{}"고 ')


def _written_to_words(article: Article, random: Random) -> Quotation | None:
    """Put into marks that have letters right beside them."""
    words = chosen(article, random).text()
    if article.is_markdown or not article.is_spaced or article.stored.count(words) != 1:
        return None
    before = article.stored[: article.stored.index(words)].rpartition("\n\n")[2]
    if _ANY_MARK.search(before + words) or not (words[0] + words[-1]).isalpha():
        return None
    text = article.stored.replace(words, random.choice(_GLUED).format(words))
    return Quotation(stored_otherwise(article, text), words, (words,))


def several(words: str, random: Random) -> str:
    """Type several things otherwise at once."""
    for change in (_straight, _dashes, _other_case, _composed_otherwise, _blanks):
        if random.random() < 0.7:
            words = change(words, random)
    return words


TYPED_OTHERWISE: Final = (
    Kind("to the letter", _to_the_letter, each=6),
    Kind("to the letter, with marks around", _with_its_marks, each=4),
    Kind("marks straightened", typed(_straight, with_marks=True), each=4),
    Kind("marks curled", typed(_curled, with_marks=True), each=20, least=40),
    Kind("marks of another country", typed(_of_another_country, with_marks=True), each=4),
    Kind("put into marks", typed(_put_into_marks)),
    Kind("blanks of other kinds", typed(_blanks)),
    Kind("lines wrapped", typed(_wrapped)),
    Kind("dashes of other kinds", typed(_dashes)),
    Kind("case changed at the start", typed(_other_case_at_the_start)),
    Kind("case changed throughout", typed(_other_case)),
    Kind("composed otherwise", typed(_composed_otherwise)),
    Kind("stored decomposed", stored(_decomposed)),
    Kind("ligatures and widths", typed(_other_widths)),
    Kind("unseen characters", typed(_unseen)),
    Kind("unseen characters in the text", stored(_unseen)),
    Kind("vowel points left out", typed(_without_points), each=12, least=10),
    Kind("vowel points put in", typed(_with_points), each=10),
    Kind("lengthening strokes", typed(_lengthened), each=20),
    Kind("a stop at the end, or none", typed(_other_end, with_marks=True)),
    Kind("words broken at a line's end in the text", stored(_broken_at_a_line_end)),
    Kind("editor's notes in the text", stored(_annotated), each=3),
    Kind("editor's notes in the quotation", typed(_annotated)),
    Kind("blanks before stops", typed(_blanks_before_stops)),
    Kind("marks of footnotes in the text", stored(_footnoted)),
    Kind("broken between letters in the text", stored(_broken_between_letters), each=12),
    Kind("marks written to words in the text", _written_to_words, each=3),
    Kind("several differences at once", typed(several, with_marks=True), each=6),
)
