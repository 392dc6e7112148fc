"""False quotations in which a number, its sign or its unit is another."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Final

from quotations.cases import Kind, Make, Quotation
from quotations.changed_words import unless_said
from quotations.corpus import Article, Run, Span, around, places, spelled
from quotations.oracle import says

_DIGIT: Final = re.compile(r"\d")
_POINT: Final = re.compile(r"(?<=\d)[.,](?=\d)")
_GROUPING: Final = re.compile("(?<=\\d)[.,\u00a0\u202f](?=\\d{3})")
_BELOW_ZERO: Final = r"[£$€]?-\d.*"
_CURRENCIES: Final = ("£", "$", "€", "")

Change = Callable[[str, Random], str]


def _figures(change: Change, *, pattern: str = r"[^ ]*\d[^ ]*") -> Make:
    """Make quotations by changing a word that holds figures."""

    def make(article: Article, random: Random) -> Quotation | None:
        found = places(article, pattern)
        if not found:
            return None
        at = random.choice(found)
        run = _with(article, at, random)
        words = run.words()
        place = run.spans.index(at)
        words[place] = change(words[place], random)
        quote = spelled(words, run.between())
        return unless_said(article, quote) if words[place] else None

    return make


def _with(article: Article, at: Span, random: Random) -> Run:
    """Words around a number, which now and then stands at an end of them."""
    run = around(article, at, random)
    place = run.spans.index(at)
    side = random.choice(("both", "both", "before", "after"))
    if side == "before" and place >= 3:
        return Run(article, run.spans[: place + 1])
    if side == "after" and len(run.spans) - place > 3:
        return Run(article, run.spans[place:])
    return run


def _digit(word: str, random: Random) -> str:
    at = random.choice([found.start() for found in _DIGIT.finditer(word)])
    base = ord(word[at]) - int(word[at])
    other = random.choice([each for each in range(10) if each != int(word[at])])
    return f"{word[:at]}{chr(base + other)}{word[at + 1 :]}"


def _one_digit_more_or_less(word: str, random: Random) -> str:
    at = random.choice([found.start() for found in _DIGIT.finditer(word)])
    more = f"{word[:at]}{random.choice('0159')}{word[at:]}"
    return random.choice((more, f"{word[:at]}{word[at + 1 :]}"))


def _point(word: str, random: Random) -> str:
    if _POINT.search(word) is None:
        return f"{word[:-1]}.{word[-1]}" if word[-2:].isdigit() else word
    other = random.choice(("", " ", "·", "'", ",", "."))
    return _POINT.sub(other, word, count=1)


def _point_moved(word: str, _: Random) -> str:
    return re.sub(r"(\d)[.,](\d)(?!\d{2})", r".\1\2", word)


def _grouping(word: str, random: Random) -> str:
    if _GROUPING.search(word):
        return _GROUPING.sub(random.choice(("", ".", ",", "'")), word)
    return re.sub(r"(\d)(\d{3})\Z", r"\1,\2", word)


def _minus_put_before(word: str, random: Random) -> str:
    return random.choice("-−") + word if word[0].isdigit() else word


def _minus_taken(word: str, _: Random) -> str:
    return word.replace("-", "", 1)


def _per_cent(article: Article, random: Random) -> Quotation | None:
    """Exchange the sign and the words, or leave them out."""
    found = places(article, "[^ ]*%|per|percent|por|Prozent|процент\\w*|yüzde|प्रतिशत")
    if not found:
        return None
    text = around(article, random.choice(found), random).text()
    words = r" (?:per cent|percent|por ciento|Prozent|процентов|відсотків|प्रतिशत)"
    signed = re.sub("[\u00a0 ]?%", random.choice((" per cent", " percent", "‰", "")), text)
    other = signed if "%" in text else re.sub(words, random.choice(("%", " %", "")), text)
    return unless_said(article, other)


def _currency(word: str, random: Random) -> str:
    return re.sub("[£$€]", lambda _: random.choice(_CURRENCIES), word)


def _currency_put_before(word: str, random: Random) -> str:
    return random.choice("£$€") + word if word[0].isdigit() else word


_MAGNITUDES: Final = (
    "million|billion, thousand|hundred, tonnes|kilos, metres|feet, degrees|minutes, hours|days,"
    "Millionen|Milliarden, Euro|Mark, Grad|Meter, millones|miles, metros|kilómetros, euros|pesos,"
    "euros|francs, degrés|mètres, miliona|miliarda, stopni|metrów, milyon|milyar, mét|dặm,"
    "ευρώ|δραχμές, μέτρα|πόδια, мільйона|мільярда, метра|кілометра, миллиона|миллиарда,"
    "градусах|метрах, מיליון|מיליארד, אחוזים|שקלים, مليون|مليار, متر|قدم, करोड़|लाख, मीटर|फुट,"
    "억|조, 미터|킬로미터, 億|兆, 米|里, 元|角, ล้าน|พัน, บาท|ดอลลาร์"
)


def _magnitude(article: Article, random: Random) -> Quotation | None:
    run = _with_figures(article, random)
    pairs = [pair.strip().split("|") for pair in _MAGNITUDES.split(",")]
    fitting = [pair for pair in pairs if run and pair[0] in run.text()]
    if run is None or not fitting:
        return None
    old, new = random.choice(fitting)
    return unless_said(article, run.text().replace(old, new, 1))


def _with_figures(article: Article, random: Random) -> Run | None:
    found = places(article, r"[^ ]*\d[^ ]*")
    return around(article, random.choice(found), random) if found else None


_NATIVE: Final = {"ar": "٠", "hi": "०", "th": "๐", "fa": "۰"}


def _digits_of_another_script(article: Article, random: Random) -> Quotation | None:
    run = _with_figures(article, random)
    if run is None:
        return None
    zero = ord(_NATIVE.get(article.language, random.choice("٠०")))

    def other(found: re.Match[str]) -> str:
        return str(int(found[0])) if ord(found[0]) > ord("9") else chr(zero + int(found[0]))

    quote = re.sub(r"\d", other, run.text())
    return Quotation(article, quote) if quote != run.text() else None


# ------------------------------------------------------------------------------- parts of numbers


def _part_of_a_number(article: Article, random: Random) -> Quotation | None:
    """End with the first figures of a number, or begin with the last."""
    found = places(article, "[-£$€]?\\d[\\d.,\u00a0\u202f]*\\d%?")
    if not found:
        return None
    at = random.choice(found)
    run = around(article, at, random)
    word, place = article.visible[slice(*at)], run.spans.index(at)
    cuts = [each.end() for each in re.finditer("\\d(?=[\\d.,\u00a0\u202f]+)", word)]
    cut = random.choice(cuts)
    if random.random() < 0.5:
        quote = spelled([*run.words()[:place], word[:cut]], run.between()[:place])
    else:
        rest = word[cut:].lstrip(random.choice((".,\u00a0\u202f", "")))
        quote = spelled([rest, *run.words()[place + 1 :]], run.between()[place:])
    return None if says(article, quote, joins_figures=True) else Quotation(article, quote)


def _without_its_minus(article: Article, random: Random) -> Quotation | None:
    """Begin behind the minus of a number."""
    found = places(article, _BELOW_ZERO)
    if not found:
        return None
    at = random.choice(found)
    run = around(article, at, random)
    _, _, quote = run.part(run.spans.index(at)).partition("-")
    return Quotation(article, quote) if article.visible.count(quote) == 1 else None


def _without_its_multiple(article: Article, random: Random) -> Quotation | None:
    """End behind the figures of a number that a word multiplies."""
    found = places(article, r"[^ ]*\d [^ ]+")
    if not found:
        return None
    at = random.choice(found)
    run = around(article, at, random)
    place = run.spans.index(at)
    figures = run.words()[place].partition(" ")[0]
    quote = spelled([*run.words()[:place], figures], run.between()[:place])
    return Quotation(article, quote) if article.visible.count(quote) == 1 else None


CHANGED_NUMBERS: Final = (
    Kind("a figure changed", _figures(_digit), each=3),
    Kind("a figure more or less", _figures(_one_digit_more_or_less), each=3),
    Kind("a decimal point changed", _figures(_point, pattern=r"[^ ]*\d[.,]\d[^ ]*")),
    Kind("a decimal point moved", _figures(_point_moved, pattern=r"[^ ]*\d[.,]\d[^ ]*")),
    Kind("thousands grouped otherwise", _figures(_grouping)),
    Kind("a minus put before a number", _figures(_minus_put_before), each=3),
    Kind("a minus taken from a number", _figures(_minus_taken, pattern=_BELOW_ZERO), each=5),
    Kind("begins behind a minus", _without_its_minus, each=4, least=8),
    Kind("ends before what multiplies", _without_its_multiple, each=4, least=20),
    Kind("% and per cent", _per_cent, each=4),
    Kind("another currency", _figures(_currency, pattern=r"[£$€]\d.*"), each=6),
    Kind("a currency put in", _figures(_currency_put_before)),
    Kind("another magnitude or unit", _magnitude),
    Kind("digits of another script", _digits_of_another_script),
    Kind("part of a number", _part_of_a_number, each=4),
)
