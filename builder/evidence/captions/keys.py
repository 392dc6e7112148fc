"""What announces a credit: "Photo:", "Foto von", "Courtesy of", "©"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

PICTURE: Final = r"(?i:(?:photograph|photo|picture|pic|image)s?)"
_FOREIGN: Final = (
    r"(?:foto(?:[’']?s)?|fotograf(?:ía|ia|ie)s?|fotoğraf|bild(?:e|er|quelle|rechte)?|beeld|kuvat?|imagen"
    r"|imágenes|imagem|imagens|immagin[ei]|zdjęcie|фото|(?:archiv|arkiv|symbol)(?:foto|bild)"
    r"|写真|사진|图片?(?:来源)?)"
)
_DRAWN: Final = r"(?:(?:photo\ )?illustrations?|composite|(?:video\ )?still)"
_SIGN: Final = r"(?:\ ?[:=：＝]|\.{3}|…)"

KEY: Final = re.compile(
    rf"""
    (?:
      (?:file\ )?(?:{PICTURE}|{_FOREIGN}|photographers?|{_DRAWN})(?:\ d['’]\w+)?
      (?:\ (?:credits?|source))?{_SIGN}
    | {PICTURE}\ credit\ (?:should|must)\ read\ ?:? | mandatory\ credit\ ?:?
    | cr[ée]dit[oi]?s?(?:\ photos?)?{_SIGN} | fot\.(?=\ )
    | (?P<source>source|quelle|fuente|fonte|bron){_SIGN}
    | (?P<label>(?:image\ (?:source|copyright|credit)|fuente\ de\ la\ imagen|crédito
      |crédit\ photo),) | image\ (?:source|copyright)\b
    | (?P<by>(?:file\ )?(?:{PICTURE}|{_DRAWN})\ ?(?:taken\ )?by\b\ ?:?)
    | (?P<of>(?:{PICTURE}|{_FOREIGN})\ (?:par|von|por|door|di|de|van|av|from)\b(?!\ archiv))
    | (?P<grab>screen\ ?(?:grab|shot|capture)s?(?:\ ?[:/]|\ from\b))
    | (?P<courtesy>(?:{PICTURE}\ )?courtesy(?:\ (?:photo\ )?of\b|\ ?:)?)
    | (?P<supplied>{PICTURE}\ (?:released|issued|shared)\ by\b
      |(?:{PICTURE}\ )?(?:submitted|supplied|provided|contributed)(?:\ (?:(?:photo\ )?by|to)\b|\ ?:)
      |(?:{_FOREIGN}\ )?cedid[ao]s?\ por\b)
    | (?P<copyright>(?:{PICTURE}\s*)?(?:(?:copyright\s*)?[©ⓒ]|\(c\)|copyright\b:?))
      (?:\s*(?:19|20)\d\d\b(?!\s*[–-]))?
    | (?P<weak>(?:photo|picture|image|foto)s?(?:\ ?[/|]|\ [–—-](?=\ )))
    )\s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What announces a credit."""

# With what every key begins that has a capital, and what else the rules go by. Each way begins
# with a letter, so that the search skips from one such letter to the next.
_STEM: Final = re.compile(
    r"P(?i:hoto|ic|rovided)|I(?i:mag|mág|mmag|llus)|V(?i:ideo st)|M(?i:andatory)|K(?i:uva)"
    r"|S(?i:ource|ubmitted|upplied|creen|till|ymbol[fb])|C(?i:r[eé]dit|o(?:urtes|ntrib|mpos|pyr))"
    r"|F(?i:ot|ile |uente|onte)|fot(?:\.|o:)"
    r"|B(?i:ild|eeld|ron)|Q(?i:uelle)|Z(?i:djęcie)|Ф(?i:ото)"
    r"|A(?i:r[ck]h?iv[fb])|Rights|RESALES|caption|©|ⓒ|写|사진|图|\||\([cC]\)"
)

OF_OUTLET: Final = re.compile(
    rf"(?P<outlet>\S.*?\S|\S)\s+{PICTURE}(?:\s+(?:by|BY)\s*:?|\s?:)\s*(?P<person>\S.*)"
)
"""Gazette photo by Jane Doe."""


def has_stems(text: str) -> bool:
    """Tell whether a text holds any word that announces a credit; most hold none."""
    return _STEM.search(text) is not None


def capital_keys(line: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Find the keys in a line that begin with a capital or a sign."""
    for stem in _STEM.finditer(line, start, end):
        if key := KEY.match(line, stem.start(), end):
            yield key
