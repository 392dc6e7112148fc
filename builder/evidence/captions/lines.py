"""Where lead, caption and credit stand in a line, if it is a caption.

Precision before all: a line of prose must never be taken for a caption.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from builder.evidence.captions.bare import bare, bare_agency, without_stop
from builder.evidence.captions.boilerplate import without_boilerplate, without_capitals
from builder.evidence.captions.brackets import (
    in_brackets,
    without_brackets,
)
from builder.evidence.captions.keyed import behind_key, taken_by
from builder.evidence.captions.keys import has_stems
from builder.evidence.captions.leading import leading, leading_bracket
from builder.evidence.captions.leads import NO_LEAD, Lead, any_lead, lead_of
from builder.evidence.captions.names import only_names, words_of
from builder.evidence.captions.parties import parties_of
from builder.evidence.captions.sentences import has_finished, lower_words, stripped
from builder.evidence.captions.vocabulary import LAST_WORDS, PRESS_WORDS, known_agency
from builder.evidence.captions.weighing import PlacedCredit, Weight
from builder.model.content import Span

_BYLINE: Final = re.compile(r"(?:By|BY|Par|Von|Por|(?:Story|Words|Text)(?: and \w+)?(?: by|:))\s+")
_LAST_WORDS: Final = LAST_WORDS | PRESS_WORDS
_BEFORE_NAMES: Final = (" via ", " by ", " for ", ". ", "? ", "! ", ".” ", "hoto: ", "mage: ")
_GLUED: Final = re.compile(r"[^\W\dA-Z_]{3}[.!?”)][^\W\d_a-z][^\W\d_]+(?:\s|\Z)")

_WORKS_AND_FIRMS: Final = frozenset(
    """
    agency agencies paper newspaper magazine network press media service broadcaster channel
    series show film drama comedy documentary programme program episode serial station podcast
    """.split()
)
"""What a name in brackets behind it tells more of: the space agency (NASA), a series (BBC)."""

_FEWEST_WORDS: Final = 3
_LONGEST_LINE: Final = 2_500
_MOST_WORDS_BEFORE_A_SIGNATURE: Final = 80


class CaptionLine(NamedTuple):
    """The parts of a line that is a caption, as spans of the line."""

    lead: Lead
    caption: Span
    credit: Span


def read_line(
    line: str, *, marked: bool = False, last: bool = False, announces: bool = True
) -> CaptionLine | None:
    """Read a line as a caption, or say that it is none.

    `marked`: the curator says that it is one. `last`: it ends the text, where an agency alone
    signs what was written. `announces`: `has_stems` holds for the text it stands in.
    """
    is_table_row = line.startswith("|") and line.endswith("|")
    if is_table_row or len(line) > _LONGEST_LINE:
        return None
    lead = lead_of(line)
    is_told = marked or lead is not NO_LEAD
    if not is_told and not _may_be_caption(line, announces=announces):
        return None
    least = Weight.MARKED if marked else Weight.CLOSES if is_told else Weight.SIGNS
    end, credit = _credit(line, lead.end, least)
    if credit is None:
        caption = stripped(line, lead.end, end)
        has_words = caption.start < caption.end
        return CaptionLine(lead, caption, Span(end, end)) if is_told and has_words else None
    caption = _rest(line, Span(lead.end, end), credit)
    if lead is NO_LEAD and caption.start > credit.start:
        lead = any_lead(line, caption.start, end)
        caption = stripped(line, max(lead.end, caption.start), end)
    is_told = marked or lead is not NO_LEAD
    if is_told or _is_caption(line, caption, credit, last=last):
        return CaptionLine(lead, caption, Span(credit.start, credit.end))
    return None


def _may_be_caption(line: str, *, announces: bool) -> bool:
    """A cheap test that nearly all prose fails."""
    last = line[-1:]
    if last in (")", "]", "）") or line[-2:] in (").", "].") or line[:1] in ("(", "["):
        return True
    if "/" in line or (announces and has_stems(line)):
        return True
    if not last.isalnum() and last != "»":
        return False
    if last in "影供":
        return True
    word = line[-40:].rsplit(None, 1)[-1]
    if word.strip("—–-").casefold() in _LAST_WORDS:
        return True
    tail = line[-100:]
    if _GLUED.search(tail):
        return True
    return not word[0].islower() and any(joint in tail for joint in _BEFORE_NAMES)


def _credit(line: str, start: int, least: Weight) -> tuple[int, PlacedCredit | None]:
    """The credit, and where what a reader sees of the line ends."""
    end = without_boilerplate(line, start)
    before_notice = without_capitals(line, start, end)
    if before_notice < end:
        found = _first(line, start, before_notice, least=Weight.SURE)
        if found:
            return before_notice, found
    found = _first(line, start, end, least=least)
    return end, found or (bare_agency(line, start, end) if start else None)


def _in_brackets(line: str, start: int, end: int) -> PlacedCredit | None:
    """A credit in brackets, or one that ends with a bracket: `Foto: Jane Doe (AFP)`."""
    found = in_brackets(line, start, end)
    if found is None:
        return None
    words = line[found.start : found.end]
    names = parties_of(words).names
    if names and not known_agency(words[1:-1]):
        return found
    before = len(line[: found.start].rstrip())
    longer = behind_key(line, start, before) or (None if names else bare(line, start, before))
    return longer._replace(end=found.end) if longer else found


_RULES: Final = (_in_brackets, behind_key, bare, taken_by, without_stop, leading_bracket, leading)


def _first(line: str, start: int, end: int, *, least: Weight) -> PlacedCredit | None:
    found: PlacedCredit | None = None
    for rule in _RULES:
        credit = rule(line, start, end)
        if credit and credit.weight >= least and (found is None or credit.weight > found.weight):
            found = credit
        if found and found.weight is Weight.SURE:
            break
    return found


def _is_caption(line: str, caption: Span, credit: PlacedCredit, *, last: bool) -> bool:
    """Whether a line is more than a signed text, a byline or a heading."""
    words = line[caption.start : caption.end]
    byline = _BYLINE.match(words)
    if byline and only_names(words[byline.end() :].strip(" .,|")):
        return False
    if credit.weight is Weight.SURE:
        return True
    if credit.weight is Weight.LIKELY:
        # "Best actress: Jane Doe (Low Water/Rook)" stands in a list.
        return not words or words.endswith(".") or lower_words(words) > (":" in words)
    return not last and _may_be_signed(words, line[credit.start : credit.end].strip("()[]（）. "))


def _may_be_signed(words: str, agency: str) -> bool:
    """Whether words before an agency alone are a caption, and it does not only explain them."""
    count = len(words.split())
    if count > _MOST_WORDS_BEFORE_A_SIGNATURE or _is_gloss(words, agency):
        return False
    if has_finished(words) or lower_words(words) > 0:
        return count >= _FEWEST_WORDS - has_finished(words)
    # Nobody but the one portrayed: "Jane Doe (Yonhap)". Initials may be a party's, or a state's.
    is_name = count > 1 and not words.isupper() and words[0].isalpha() and ":" not in words
    return is_name and known_agency(agency) != "" and not known_agency(agency).isupper()


def _is_gloss(words: str, letters: str) -> bool:
    """Whether a bracket only explains the words before it: Harbour Workers' Union (HWU)."""
    initials = [word[0] for word in words_of(words) if word[0].isupper()]
    if letters.isupper() and "".join(initials[-len(letters) :]) == letters:
        return True
    return words.split()[-1:] != [] and words.split()[-1] in _WORKS_AND_FIRMS


def _rest(line: str, whole: Span, credit: PlacedCredit) -> Span:
    """What remains as caption: before the credit, or behind it when the credit leads."""
    if credit.start <= whole.start:
        return stripped(line, credit.end, whole.end)
    before = without_brackets(line, stripped(line, whole.start, credit.start))
    # The sign that parts caption and credit.
    words = line[before.start : before.end]
    return Span(before.start, before.start + len(words.rstrip(" |–—-/")))
