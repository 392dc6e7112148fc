"""Words that turn or count a statement, which no bracket of a curator's may put in."""

from __future__ import annotations

import re
from typing import Final

from builder.evidence.folding import fold

# Words of several languages together: which one a quotation is in, it does not say. Words that
# mean something harmless in another of them ("due" is two in Italian) are left out.
_NEGATIONS: Final = frozenset(
    """
    not no never hardly scarcely barely none nor neither nobody nothing nowhere cannot without
    nicht nichts nie niemals kein keine keinen keinem keiner keines ohne weder
    ne pas jamais rien aucun aucune sans ni non nunca nada nadie ningún ninguna ninguno sin
    não nem nenhum nenhuma sem mai senza nessuno nessuna niente niet geen nooit zonder
    ikke ingen aldri aldrig inte aldrig utan nie nigdy bez
    не ни нет никогда без ні немає ніколи
    لا لم لن ليس ليست غير دون לא אין בלי ללא
    değil yok hiç नहीं न मत
    """.split()
)
_NUMBERS: Final = frozenset(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred hundreds thousand thousands million millions billion billions trillion dozen dozens
    half third quarter twice double triple first second
    zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend million millionen
    deux trois quatre cinq sept huit neuf onze douze vingt trente cent cents mille millions
    cuatro cinco siete ocho nueve diez doce veinte ciento cien mil millones
    três quatro oito nove dez vinte cem milhões tre cinque otto dieci venti cento mila milioni
    два две три четыре пять шесть семь восемь девять десять двадцать сто тысяч тысячи миллион
    """.split()
)
_NOT_JOINED: Final = re.compile(r"n't\b")
_UNSPACED_NEGATION: Final = re.compile("[不没沒未无無非]|ない|ません|ไม่")


def negation_in(text: str) -> bool:
    """Tell whether words deny something."""
    words = fold(text)
    if _NOT_JOINED.search(words) or _UNSPACED_NEGATION.search(words):
        return True
    return not _NEGATIONS.isdisjoint(_words(words))


def number_in(text: str) -> bool:
    """Tell whether words or figures count something."""
    words = fold(text)
    return any(map(str.isnumeric, words)) or not _NUMBERS.isdisjoint(_words(words))


def _words(folded: str) -> list[str]:
    return [word.strip(".,;:!?()'") for word in folded.split()]
