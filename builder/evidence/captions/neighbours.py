"""Whether a line beside a credit that stands alone is its caption, or a paragraph of the text.

When in doubt it is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from builder.evidence.captions.boilerplate import is_boilerplate
from builder.evidence.captions.keys import KEY
from builder.evidence.captions.layout import Line
from builder.evidence.captions.sentences import holds_sentence_end, lower_words
from builder.model.content import Caption

_LONGEST: Final = 350
_FEWEST_LOWER_WORDS: Final = 2
_FEWEST_LOWER_WORDS_OF_PROSE: Final = 8
_FEWEST_WORDS: Final = 6
_FEWEST_OF_A_ROW: Final = 3
_FEWEST_WORDS_OF_NO_HEADING: Final = 8
_FEWEST_PARAGRAPHS: Final = 5
_LONGEST_HEAD: Final = 100

_STOP: Final = re.compile(r"[.!?…。！？][\"'”’»)\]]*\Z")
_BEGINS_OTHERWISE: Final = re.compile(
    r"[•*>#@|–—-]|\d+[.)] |https?:"
    r"|(?:This (?:story|article|report)|Published|Posted|Updated|Last updated|Veröffentlicht"
    r"|Publié|Publicado|Pubblicato)\b"
    r"|(?i:related|read (?:more|also)|see also|watch|listen|more|lesen sie auch|lire aussi"
    r"|leia (?:também|mais)|lea también)\s*[:–]"
    r"|(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|De|Door|Av|Text|Story|Words)\s+(?:by\s+)?[A-ZÀ-ÖØ-Þ]"
)
_QUOTED: Final = re.compile(r"[\"“”«»„‘]")
_TOLD: Final = re.compile(
    r"\b(?:said|says|saying|told|tells|added|according|reported|announced|asked"
    r"|sagte|sagt|erklärte|dijo|dice|afirmó|explicó|disse|detto|déclaré|explique|affirme)\b"
)
_OF_ALL_PICTURES: Final = re.compile(r"(?:photo|photograph|picture|image)s by\b", re.IGNORECASE)
"""Who took all pictures of an article is told with its author."""
_DOTTED: Final = re.compile(r"\w+(?:\.{3}|…)")
"""`Credit...Jane Doe` goes on from a caption; without one the page prints `Image` above it."""
_DATED: Final = re.compile(r"By [A-Z]|.{0,60}\b(?:19|20)\d\d\b")
_DAY: Final = re.compile(
    r"\b(?:[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{2,9}\.? \d{1,2}, |\d{1,2}\.? (?:de )?[^\W\d_]{3,10}\.? (?:de )?)"
    r"(?:19|20)\d\d\b"
)
"""A day with its year, with which captions say when a picture was taken."""
_GOES_ON: Final = re.compile(
    r"(?:And|But|Or|So|Yet|Still|Then|Now|He|She|It|They|We|I|You|His|Her|Its|Their|That|Those"
    r"|There|Instead|However|Meanwhile|Also|Not|No|None|Nobody|Nothing|Why|What|How|Who|If"
    r"|Because|Although|Und|Aber|Doch|Er|Sie|Es|Das|Mais|Et|Il|Elle|Ils|Ce|Pero|Y|Ella)\b"
)
_PICTURE_HERE: Final = re.compile(
    r"(?:Image|Photo|Picture|Bild|Foto|写真・図版|Enlarge (?:this )?image|Bild vergrößern"
    r"|(?:View|Open) (?:this )?(?:image|photo) in (?:full ?screen|gallery):?"
    r"|\+\d{1,3}"
    r"|(?:(?:Bild|Foto|Photo|Image|Slide) )?\d{1,3} ?(?:/|of|von|de|sur|van|di) ?\d{1,3} ?[|:]?)\Z"
)
"""What a page prints where a picture stands, and nothing more."""


class Neighbours(NamedTuple):
    """The lines among which a caption without a lead is looked for."""

    lines: tuple[Line, ...]
    found: Mapping[int, Caption]
    short: int
    """How many letters nineteen of twenty paragraphs have at the least."""

    def caption_of(self, credit: int) -> int | None:
        """Find the line that a credit alone belongs to, if that is no paragraph of the text."""
        words = self.lines[credit].words
        if is_labelled(self.lines[credit]) or _OF_ALL_PICTURES.match(words):
            return None
        if self._is_caption_above(credit):
            return credit - 1
        return credit + 1 if self._is_caption_below(credit) else None

    def _is_caption_above(self, credit: int) -> bool:
        above = credit - 1
        if above < 1 or not self._may_be_caption(above):
            return False
        words = self.lines[above].words
        if _PICTURE_HERE.match(self.lines[above - 1].words):
            return _has_words(words)
        if self.lines[above].starts_run and not self.lines[credit].starts_run:
            is_block = credit + 1 == len(self.lines) or self.lines[credit + 1].starts_run
            has_lower = lower_words(words) >= _FEWEST_LOWER_WORDS
            return has_lower or (is_block and _has_words(words))
        if lower_words(words) < _FEWEST_LOWER_WORDS:
            return False
        if lower_words(words) > _FEWEST_LOWER_WORDS + 1 and _DAY.search(words):
            return _TOLD.search(words) is None
        if _DOTTED.match(self.lines[credit].words):
            return True
        if self._is_in_row(credit):
            return _STOP.search(words) is not None or len(words.split()) >= _FEWEST_WORDS
        if not self._begins_anew(above):
            return False
        if _STOP.search(words) is None:
            return len(words.split()) >= _FEWEST_WORDS_OF_NO_HEADING
        ends_there = self._is_paragraph(credit + 1) or self._is_head(above - 1)
        return ends_there and self._stands_out(words)

    def _is_caption_below(self, credit: int) -> bool:
        """Whether the two lines make a block of their own, as `Getty Images` and its caption."""
        below = credit + 1
        if (
            KEY.match(self.lines[credit].words)
            or not self.lines[credit].starts_run
            or not self._may_be_caption(below)
        ):
            return False
        line = self.lines[below]
        has_end = below + 1 < len(self.lines) and self.lines[below + 1].starts_run
        has_words = len(line.words.split()) >= _FEWEST_WORDS
        return has_end and has_words and not line.starts_run and not _STOP.search(line.words)

    def _is_lone(self, index: int) -> bool:
        """Whether a line is a credit alone, as every second one of a gallery is."""
        each = self.found.get(index)
        return each is not None and each.credit.line != "" and each.caption == ""

    def _may_be_caption(self, index: int) -> bool:
        is_free = index < len(self.lines) and index not in self.found
        return is_free and has_form_of_caption(self.lines[index].words)

    def _begins_anew(self, index: int) -> bool:
        """Whether a paragraph ends above, or what stands over the first one."""
        return self._is_paragraph(index - 1) or self._is_head(index - 1)

    def _is_head(self, index: int) -> bool:
        """Whether a line tells the author or the day, under the title."""
        words = self.lines[index].words
        if index < 2 or len(words) > _LONGEST_HEAD or _STOP.search(words):
            return False
        return _DATED.match(words) is not None

    def _stands_out(self, words: str) -> bool:
        """Whether one sentence is shorter than the paragraphs, and is no part of a story."""
        is_told = _TOLD.search(words) or _QUOTED.search(words)
        return len(words) < self.short and not is_told and not holds_sentence_end(words)

    def _is_in_row(self, credit: int) -> bool:
        """Whether every second line is a credit alone, as in a gallery."""
        first, last = credit - 2 * _FEWEST_OF_A_ROW, credit + 2 * _FEWEST_OF_A_ROW
        row = [self._is_lone(index) for index in range(first, last + 1, 2)]
        return any(all(row[at : at + _FEWEST_OF_A_ROW]) for at in range(1, _FEWEST_OF_A_ROW + 1))

    def _is_paragraph(self, index: int) -> bool:
        if index >= len(self.lines) or index in self.found:
            return False
        return is_paragraph(self.lines[index].words)


def has_form_of_caption(words: str) -> bool:
    """Tell whether a line could stand under a picture, and in the text as well."""
    if len(words) > _LONGEST or words.endswith((":", ",", ";", "?")) or "|" in words:
        return False
    is_other = _BEGINS_OTHERWISE.match(words) or _PICTURE_HERE.match(words)
    is_talk = _GOES_ON.match(words) or (_QUOTED.search(words) and _TOLD.search(words))
    return not is_other and not is_talk and not is_boilerplate(words)


def _has_words(words: str) -> bool:
    """Whether a line holds more than a single word, as those of a menu."""
    return " " in words or not words.isascii()


def is_paragraph(words: str) -> bool:
    """Tell whether words are long enough for a paragraph, and end as one."""
    return _STOP.search(words) is not None and lower_words(words) >= _FEWEST_LOWER_WORDS_OF_PROSE


def neighbours(lines: tuple[Line, ...], found: Mapping[int, Caption]) -> Neighbours:
    """Measure the paragraphs among some lines; a few are no measure."""
    lengths = sorted(
        len(line.words)
        for index, line in enumerate(lines)
        if index not in found and index + 1 not in found and is_paragraph(line.words)
    )
    is_measure = len(lengths) >= _FEWEST_PARAGRAPHS
    return Neighbours(lines, found, lengths[len(lengths) // 20] if is_measure else 0)


def is_labelled(line: Line) -> bool:
    """Tell whether a credit begins with a label, `Image source,`, whose caption has one too."""
    key = KEY.match(line.words)
    return key is not None and key["label"] is not None


def shows_picture(words: str) -> bool:
    """Tell whether words could be those under a picture: a sentence in which nobody talks."""
    is_long = len(words.split()) >= _FEWEST_WORDS
    return is_long and lower_words(words) >= _FEWEST_LOWER_WORDS and _TOLD.search(words) is None
