"""The lines of the corpus, and what is to be found in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from captions.frames import sentences

FOLDER: Final = Path(__file__).parent
HELD_OUT: Final = "-held-out"
BLIND: Final = "-blind-held-out"
"""By another hand: what rules find in lines that nobody who wrote them has seen."""
UNSETTLED: Final = "?"
SITE: Final = "site-"
"""How the names of the articles begin that are laid out as those of well-known sites."""

_SIGNS: Final = re.compile("[⟨⟩⟦⟧⦃⦄]")
_LEAD: Final = re.compile("⟨(.+?)⟩")
_CREDIT: Final = re.compile("⟦(.+?)⟧")
_DROPPED: Final = re.compile("⦃(.+?)⦄")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the corpus and where it stands; one without lead and credit is no caption."""

    text: str
    place: str
    lead: str = ""
    credit: str = ""
    caption: str = ""
    dropped: str = ""
    creator: str = ""
    agencies: str = ""
    """Joined by ` + `; `?` here and in the other parts: not settled, anything will do."""
    distributor: str = ""
    role: str = ""
    file_picture: bool = False

    @property
    def is_caption(self) -> bool:
        """Tell whether a caption, or a credit alone, is to be found here."""
        return bool(self.lead or self.credit)


@cache
def corpus(suffix: str) -> tuple[Line, ...]:
    """Give all lines, of the files for mending (no suffix) or of those held out."""
    return (*_credited(f"credited{suffix}.txt"), *_prose(suffix))


def _prose(suffix: str) -> Iterator[Line]:
    for place, text in _lines(f"prose{suffix}.txt"):
        yield Line(text, place)
    frames = _lines(f"frames{suffix}.txt") if suffix != BLIND else ()
    for place, frame in frames:
        for text in sentences((frame,)):
            yield Line(text, place)


def _credited(name: str) -> Iterator[Line]:
    lines = _lines(name)
    for (place, marked), (_, parts) in zip(lines, lines, strict=True):
        assert parts.startswith(" "), f"{place}: the next line should tell what is expected"
        yield _expected(place, marked, parts.strip())


def _expected(place: str, marked: str, parts: str) -> Line:
    rest = _DROPPED.sub("", _CREDIT.sub("", _LEAD.sub("", marked)))
    named = _parts(parts)
    file_picture = named.pop("file", None) is not None
    has_credit = named.pop("none", None) is None
    assert has_credit == bool(_CREDIT.search(marked)), f"{place}: a credit, or `none`"
    return Line(
        text=_SIGNS.sub("", marked),
        place=place,
        lead=_first(_LEAD, marked),
        credit=_first(_CREDIT, marked),
        caption=rest.strip(),
        dropped=_first(_DROPPED, marked),
        file_picture=file_picture,
        **named,
    )


@dataclass(frozen=True, slots=True)
class Placed:
    """What is expected of a line in an article; of a lead without credit, an empty credit."""

    credit: str = ""
    caption: int = 0
    """The line of the caption, where that is another."""
    parts: dict[str, str] | None = None
    """Creator, agencies and distributor, where they are told."""
    is_open: bool = False
    """A caption that nothing tells from prose: it may be found."""


@dataclass(frozen=True, slots=True)
class PastedArticle:
    """An article with other lines around its captions, as a page is copied."""

    name: str
    text: str
    lines: dict[int, Placed]

    @property
    def places(self) -> set[int]:
        """All lines that may be taken for a caption or a credit."""
        return set(self.lines) | {each.caption for each in self.lines.values()}


def articles(suffix: str, *, sites: bool) -> tuple[PastedArticle, ...]:
    """Give the articles for mending (no suffix) or those held out.

    `sites`: those in the layouts of well-known sites, of which some have no caption at all.
    """
    folder = FOLDER / f"articles{suffix}"
    expected: dict[str, dict[int, Placed]] = {}
    if sites:
        expected = {each.name: {} for each in folder.glob(f"{SITE}*")}
    name_of_list = "expected-sites.txt" if sites else "expected.txt"
    for _, line in _lines(f"articles{suffix}/{name_of_list}"):
        name, place, words = line.split(":", 2)
        number, _, caption = place.rstrip("?").partition("+")
        credit, _, parts = words.partition("⟹")
        expected.setdefault(name, {})[int(number)] = Placed(
            credit.strip(),
            int(caption or 0),
            _parts(parts) if "⟹" in words else None,
            place.endswith("?"),
        )
    return tuple(
        PastedArticle(name, (folder / name).read_text("utf-8"), expected[name])
        for name in sorted(expected)
    )


def _parts(told: str) -> dict[str, str]:
    pairs = [part.partition("=") for part in told.split(";") if part.strip()]
    return {key.strip(): value.strip() for key, _, value in pairs}


def _first(sign: re.Pattern[str], marked: str) -> str:
    found = sign.search(marked)
    return found[1] if found else ""


def _lines(name: str) -> Iterator[tuple[str, str]]:
    """Give the lines that are no comments, and where they stand."""
    text = (FOLDER / name).read_text("utf-8")
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip() and not line.startswith("#"):
            yield f"{name}:{number}", line
