"""What announces a credit: "Photo:", "Foto von", "Courtesy of", "©"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

PICTURE: Final = (
    r"(?:[Pp]hotograph|[Pp]hoto|[Pp]icture|[Pp]ic|[Ii]mage|PHOTOGRAPH|PHOTO|PICTURE|PIC|IMAGE)[sS]?"
)
_FOREIGN: Final = (
    r"(?:[Ff]oto(?:s|’s|'s)?|FOTOS?|[Ff]otograf(?:ía|ia|ie)s?|[Bb]ild(?:er)?|[Bb]eeld|[Kk]uvat?"
    r"|Imagen|Imágenes|Imagem|Imagens|Immagin[ei]|Zdjęcie|Фото)"
)
_OLD: Final = (
    r"(?:Archiv(?:foto|bild)|Arkiv(?:foto|bild)|Symbol(?:foto|bild)|Bild(?:quelle|rechte))"
)
_DRAWN: Final = r"(?:(?:Photo\ )?[Ii]llustrations?|Composite|(?:Video\ )?[Ss]till)"
_SIGN: Final = r"(?:\ ?[:=]|\.{3}|…)"

KEY: Final = re.compile(
    rf"""
    (?:
      (?:(?:File|FILE)\ )?(?:{PICTURE}|{_FOREIGN}|{_OLD}|Photographers?|{_DRAWN})(?:\ d['’]\w+)?
      (?:\ (?:[Cc]redits?|CREDITS?|[Ss]ource|SOURCE))?{_SIGN}
    | {PICTURE}\ credit\ (?:should|must)\ read\ ?:?
    | (?:Credits?|CREDITS?){_SIGN} | (?:Mandatory\ [Cc]redit|MANDATORY\ CREDIT)\ ?:?
    | (?:Cr[ée]dit[oi]?s?|CR[ÉE]DITS?)(?:\ [Pp]hotos?|\ PHOTOS?)?{_SIGN} | Fot\.(?=\ )
    | (?P<source>Source|SOURCE|Quelle|Fuente|Fonte|Bron){_SIGN}
    | (?P<label>Image\ (?:source|copyright|credit)),
    | Image\ source\b
    | (?P<by>(?:(?:File|FILE)\ )?(?:{PICTURE}|{_DRAWN})\ ?(?:taken\ )?(?:by|BY)\b\ ?:?)
    | (?P<of>(?:{PICTURE}|{_FOREIGN})\ (?:par|von|por|door|di|de|van|av)\b(?!\ [Aa]rchiv))
    | (?P<grab>(?:[Ss]creen\ ?(?:grab|shot|capture)|SCREEN\ ?(?:GRAB|SHOT|CAPTURE))[sS]?
      (?:\ ?:|\ from\b|\ FROM\b))
    | (?P<courtesy>(?:(?:{PICTURE})\ )?[Cc]ourtesy(?:\ (?:photo\ )?of\b|\ ?:)?
      |(?:PHOTOS?\ )?COURTESY(?:\ OF\b|\ ?:)?)
    | (?P<supplied>{PICTURE}\ (?:released|issued|shared)\ by\b
      |(?:(?:{PICTURE})\ )?(?:(?:[Ss]ubmitted|[Ss]upplied|[Pp]rovided|[Cc]ontributed)
      (?:\ (?:by\b|photo\ by\b)|\ ?:)|(?:SUBMITTED|SUPPLIED|PROVIDED|CONTRIBUTED)(?:\ BY\b|\ ?:)))
    | (?P<copyright>(?:Copyright\s*)?©|\(c\)|Copyright)
    | (?P<weak>(?:Photo|PHOTO|Picture|PICTURE|Image|IMAGE|Foto|FOTO)[sS]?(?:\ ?[/|]|\ [–—-](?=\ )))
    )\s*
    """,
    re.VERBOSE,
)
"""What announces a credit."""

# With what every key begins that has a capital, and what else the rules go by. Each way begins
# with a letter, so that the search skips from one such letter to the next.
_STEM: Final = re.compile(
    r"P(?:hoto|HOTO|ic|IC|rovided|ROVIDED)|I(?:mag|MAG|mág|mmag|llus)|Video st"
    r"|M(?:andatory|ANDATORY)|S(?:ource|OURCE|ubmitted|UBMITTED|upplied|UPPLIED|creen|CREEN|till)"
    r"|Symbol[fb]|C(?:r[eé]dit|R[EÉ]DIT|ourtesy|OURTESY|ontributed|ONTRIBUTED|omposite|opyright)"
    r"|F(?:ot|OT|ile |ILE |uente|onte)|B(?:ild|eeld|ron)|Kuva|Quelle|Zdjęcie|Фото"
    r"|Ar(?:ch|k)iv[fb]|Rights|RESALES|caption|©|\||\(c\)"
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
