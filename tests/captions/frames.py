"""Sentences that are no captions, made by filling frames with invented names and numbers."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

FILLS: Final = 15
"""How many sentences are made of each frame."""

_SLOT: Final = re.compile(r"\{(\w+)\}")

_FIRST: Final = """Ana Bashir Colette Dieter Enya Farouk Gustavo Hanne Ilias Jun Kofi Leocadia
Marek Nisha Oriol Paloma Quentin Rukmini Stellan Tova Ulla Viktor Wen Xoán Yara Zdenka Min-ji
Jean-Marc A.J. M. María-José T.""".split()
_LAST: Final = tuple(
    name.strip()
    for name in """Abelló, Brandvik, Castelnau-Roy, Dzhaparov, Echeverri Londoño, Fitzmorris,
    Gräfenhain, Halloway, Ichinose, Jovičić, van den Kerkhof, Lindqvist, McTavish, Nakagome,
    O’Shaughnessy, Pargeter, Qurban, Ribeiro da Silva, Strömgren, Tsegaye, Udall, Varga, de Witte,
    Xhaferi, Yoo, Zamorano, al-Khatib, ben Yusuf""".split(",")
)
_PLACE: Final = tuple(
    name.strip()
    for name in """Almendro, Brackwater, Cape Dorrit, Dunholm, Esperance Bay, Fort Lyle, Görsbach,
    Halvet, Ilmari, Jastrebica, Kalbarra, Las Tres Cruces, Marlby, Nurabad, Ouseby, Port Ellery,
    Qamar, Rio Seco, Saint-Aubert, Tirvala, Uelzow, Valsonne, Wexcombe, Yarrow Creek, Zeila,
    Hanbat, New Tarsis""".split(",")
)
_SLOTS: Final[Mapping[str, tuple[str, ...]]] = {
    "agency": tuple(
        "AP,AFP,Reuters,dpa,EFE,ANSA,PA,Kyodo,Xinhua,TASS,PTI,AAP,Yonhap,Anadolu,EPA,"
        "the Associated Press,Agence France-Presse,Getty Images,the Canadian Press".split(",")
    ),
    "outlet": tuple(
        "The Northern Ledger,The Harbour Observer,the Delta Star,El Faro del Sur,Daily Savanna,"
        "Nordkurs,Sud Garonne,The Hanbat Herald,the Atlantic Courier,Valley Public Radio,"
        "Radio Tromvik,the Fenland Echo,NTV Savana".split(",")
    ),
    "place": _PLACE,
    "capitals": tuple(place.upper() for place in _PLACE),
    "country": tuple(
        "Norway,South Korea,Argentina,Kenya,the Netherlands,Portugal,Japan,Mexico,Canada,Italy,"
        "New Zealand,Ghana,India,Peru,Austria,Sri Lanka,Poland,Northern Ireland,Senegal".split(",")
    ),
    "company": tuple(
        "Lumivex,Meridane,Aerolith Systems,Corrandale Steel,Fenn & Marsh,Oriel Foods,Tarmo Lines,"
        "Greaves Brothers,Solveig Energy,Hanil Precision,Pelican Oil,Quarry Hill Homes".split(",")
    ),
    "body": tuple(
        "the transport ministry,the harbour authority,the public prosecutor,the water board,"
        "the national statistics office,the Red Crescent,the county council,the health department,"
        "the Office for Rail Safety,the Ministry of Fisheries,the coastguard".split(",")
    ),
    "job": tuple(
        "mayor,nurse,harbour master,teacher,geologist,bus driver,judge,baker,police chief,"
        "welder,opposition leader,archivist,deputy minister,goalkeeper,surgeon".split(",")
    ),
    "thing": tuple(
        "bridge,ferry,school,reservoir,market hall,power station,railway line,hospital,library,"
        "tunnel,lighthouse,cable car,stadium,mine,dam,town hall,seed bank".split(",")
    ),
    "title": tuple(
        "The Salt Road,Low Water,A House Without Stairs,The Tides of Home,Nine Winters,Rook,"
        "The Cartographer’s Debt,Letters to Nobody,Glass Harbour,Sunday Trains".split(",")
    ),
    "day": tuple("Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday".split(",")),
    "month": tuple(
        "January,February,March,April,May,June,July,August,September,October,November,"
        "December".split(",")
    ),
    "ticker": tuple("LMVX,MRD,ARL,CRN,ORL,TRM,SLV,HNL,PLC,QHH,GVB,FM".split(",")),
}


def sentences(frames: Iterable[str], count: int = FILLS) -> Iterator[str]:
    """Fill each frame so many times, the same way at every call; no two lines are equal."""
    for frame in frames:
        yield from _fillings(frame, count)


def _fillings(frame: str, count: int) -> tuple[str, ...]:
    # Seeded by the frame itself, so that a new frame changes no other frame's sentences.
    chance = random.Random(frame)
    found: dict[str, None] = {}
    while len(found) < count:
        found[_filled(frame, chance)] = None
    return tuple(found)


def _filled(frame: str, chance: random.Random) -> str:
    line = _SLOT.sub(lambda slot: _word(slot[1], chance), frame)
    return line[0].upper() + line[1:] if frame.startswith("{") else line


def _word(slot: str, chance: random.Random) -> str:
    if slot in _SLOTS:
        return chance.choice(_SLOTS[slot])
    surname = chance.choice(_LAST)
    month = chance.choice(_SLOTS["month"])
    drawn = {
        "surname": surname,
        "person": f"{chance.choice(_FIRST)} {surname}",
        "date": f"{month} {chance.randint(1, 28)}",
        "year": str(chance.randint(1948, 2025)),
        "number": f"{chance.randint(20, 9_999):,}",
        "small": str(chance.randint(2, 19)),
        "digit": str(chance.randint(0, 4)),
        "minute": str(chance.randint(1, 90)),
        "age": str(chance.randint(18, 95)),
        "money": f"{chance.choice('£$€')}{chance.randint(2, 900)}{chance.choice(('m', 'bn', ''))}",
        "percent": f"{chance.randint(1, 60)}.{chance.randint(1, 9)} per cent",
        "time": f"{chance.randint(1, 12)}.{chance.randint(10, 59)}{chance.choice(('am', 'pm'))}",
    }
    return drawn[slot]
