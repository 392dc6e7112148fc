"""Where lead, caption and credit stand in a line, if it is a caption.

Precision before all: a line of prose must never be taken for a caption.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from builder.evidence.captions.credit import KEY, parties_of
from builder.evidence.captions.names import is_person, is_surely_outlet, only_names, words_of
from builder.evidence.captions.vocabulary import LAST_WORDS, is_library, known_agency
from builder.evidence.captions.weighing import Weight, weight
from builder.model.content import Span

_LEAD: Final = re.compile(
    r"""(?:
    (?P<file>FILE\ (?:PHOTO|PICTURE|PIC|IMAGE)S?\ ?[:–—-]|FILES?\ ?[–—-]+|\(FILES?\)\ ?[–—-]?
      |File\ (?:photo|picture|pic|image)\ ?:)
  | TOPSHOT\ ?[-–—]
  | (?:Above|Below|Main\ image|Pictured|Caption|Photo\ caption|PHOTO|Image|IMAGE)\ ?:
  | (?:Image|Media|Video)\ caption(?:\ ?[:,]|(?=\ ["“‘]?[A-Z0-9]))
  | View\ image\ in\ (?:full\ ?screen|gallery) | Open\ this\ photo\ in\ gallery:?
  | Enlarge\ this\ image
  | \d{1,3}\ (?:of|/)\ \d{1,3}\ ?(?:[|:–—-]|$)
    )\s*""",
    re.VERBOSE,
)
_BEHIND: Final = re.compile(
    r"""\s*(?:
      (?:Purchase|Acquire)\ Licensing\ Rights.*
    | ,?\ ?opens\ new\ tab
    | (?:hide|toggle)\ caption | \[?Read\ [Mm]ore\]?
    | \(?(?:THIS\ (?:IMAGE|PICTURE)|ATTENTION\ |EDITORIAL\ USE|NO\ RESALES|NO\ ARCHIVES
        |MANDATORY\ CREDIT|BEST\ QUALITY|PHOTO\ NOT\ FOR\ SALE|NOT\ FOR\ SALE|FOR\ EDITORIAL)[^a-z]*
    )\s*\Z""",
    re.VERBOSE,
)
# What stands in every line that the rules below could find a credit in, names apart. Each way
# begins with a letter of its own, so that the search skips from one such letter to the next.
_STEM: Final = re.compile(
    r"P(?:hoto|HOTO|ic|IC|rovided)|I(?:mage|MAGE)|S(?:ource|OURCE|ubmitted|upplied)"
    r"|C(?:redit|REDIT|rédit|ourtesy|OURTESY|ontributed|opyright)|Foto|Bild|Rights|RESALES"
    r"|caption|©|\||\(c\)"
)
_SENTENCE_END: Final = re.compile(r"[.!?…][\"'”’)\]]*\s*|[|–—]\s*|\s-\s+|[:;]\s+")
_INITIAL: Final = re.compile(r"(?:^|[\s(/.])[^\W\d_]\.\Z")
_SIGNS: Final = ("|", "–", "—", "-")
_CLOSES_SENTENCE: Final = re.compile(r"(?:\A|[.!?…][\"”’)\]]*|[|–—/(\[-])\s*\Z")
_BYLINE: Final = re.compile(r"(?:By|BY|Par|Von|Por|(?:Story|Words|Text)(?: and \w+)? by)\s+")
_BEFORE_PLACE: Final = frozenset("of in at near from to on outside around across over".split())
_NOT_BEFORE_CREDIT: Final = frozenset("by with for from told and via of in at to".split())
_IMPRINT: Final = re.compile(r"\d{4}|[Rr]ights|\b(?:Inc|Ltd|LLC|GmbH|Foundation|Corporation)\b")
_LOWER_WORD: Final = re.compile(r"(?<![\w'’.-])[^\W\d_A-Z][^\W\d_]*")

_FEWEST_WORDS: Final = 3
_LONGEST_CREDIT: Final = 160
_LONGEST_LINE: Final = 2_500
_MOST_WORDS_BEFORE_A_SIGNATURE: Final = 80


class CaptionLine(NamedTuple):
    """The parts of a line that is a caption, as spans of the line."""

    lead: Span
    caption: Span
    credit: Span
    file_picture: bool = False


class _Credit(NamedTuple):
    start: int
    end: int
    weight: Weight


def read_line(
    line: str, *, marked: bool = False, last: bool = False, announces: bool = True
) -> CaptionLine | None:
    """Read a line as a caption, or say that it is none.

    `marked`: the curator says that it is one. `last`: it ends the text, where an agency alone
    signs what was written. `announces`: `has_stems` holds for the text it stands in.
    """
    lead = _LEAD.match(line)
    is_table_row = line.startswith("|") and line.endswith("|")
    if is_table_row or len(line) > _LONGEST_LINE:
        return None
    if lead is None and not marked and not _may_be_caption(line, announces=announces):
        return None
    start = lead.end() if lead else 0
    end = _without_boilerplate(line, start)
    credit = _credit(line, start, end, marked=marked or lead is not None)
    if credit is None:
        if lead is None and not marked:
            return None
        return CaptionLine(_lead(lead), _stripped(line, start, end), Span(end, end), _is_file(lead))
    caption = _rest(line, Span(start, end), credit)
    if lead is None and caption.start > credit.start:
        lead = _LEAD.match(line, caption.start, end)
        caption = _stripped(line, lead.end(), end) if lead else caption
    if not (lead or marked) and not _is_caption(line, caption, credit, last=last):
        return None
    return CaptionLine(_lead(lead), caption, Span(credit.start, credit.end), _is_file(lead))


def _lead(lead: re.Match[str] | None) -> Span:
    return Span(lead.start(), lead.start() + len(lead[0].rstrip())) if lead else Span(0, 0)


def _is_file(lead: re.Match[str] | None) -> bool:
    return lead is not None and lead["file"] is not None


def has_stems(text: str) -> bool:
    """Whether a text holds any word that announces a credit; most hold none."""
    return _STEM.search(text) is not None


def _may_be_caption(line: str, *, announces: bool) -> bool:
    """A cheap test that nearly all prose fails."""
    if line[-1:] in (")", "]") or line[-2:] in (").", "]."):
        return True
    if "/" in line[-100:] or (announces and has_stems(line)):
        return True
    last = line[-40:].rsplit(None, 1)[-1:]
    return bool(last) and last[0].strip(".—–-").casefold() in LAST_WORDS


def _without_boilerplate(line: str, start: int) -> int:
    end = len(line.rstrip())
    while found := _BEHIND.search(line, start, end):
        if found.start() == end:
            break
        end = len(line[: found.start()].rstrip())
    return end


def _credit(line: str, start: int, end: int, *, marked: bool) -> _Credit | None:
    least = Weight.MARKED if marked else Weight.SIGNS
    for rule in (_in_brackets, _behind_key, _bare, _without_stop, _leading):
        found = rule(line, start, end)
        if found and found.weight >= least:
            return found
    return None


def _is_caption(line: str, caption: Span, credit: _Credit, *, last: bool) -> bool:
    """Whether a line is more than a signed text, a byline or a heading."""
    words = line[caption.start : caption.end]
    byline = _BYLINE.match(words)
    if byline and only_names(words[byline.end() :].strip(" .,|")):
        return False
    if credit.weight is not Weight.SIGNS:
        return True
    count = len(words.split())
    if last or not _FEWEST_WORDS <= count <= _MOST_WORDS_BEFORE_A_SIGNATURE:
        return False
    return _LOWER_WORD.search(words) is not None and not _is_gloss(
        words, line[credit.start : credit.end]
    )


def _is_gloss(words: str, bracket: str) -> bool:
    """Whether a bracket only abbreviates the words before it: Harbour Workers' Union (HWU)."""
    letters = bracket.strip("()[]. ")
    initials = [word[0] for word in words_of(words) if word[0].isupper()]
    return letters.isupper() and "".join(initials[-len(letters) :]) == letters


def _in_brackets(line: str, start: int, end: int) -> _Credit | None:
    """A bracket at the end, or several."""
    brackets: list[tuple[Span, Weight]] = []
    at = end
    has_stop = line[:end].endswith((").", "]."))
    while bracket := _bracket(line, start, at - (has_stop and not brackets)):
        inside = line[bracket.start + 1 : bracket.end - 1]
        found = weight(inside)
        is_notice = bool(brackets) and _BEHIND.fullmatch(line, *bracket) is not None
        if not is_notice and found < (Weight.SIGNS if brackets else Weight.MARKED):
            break
        brackets.append((bracket, found))
        at = len(line[: bracket.start].rstrip())
    if not brackets:
        return None
    strongest = max(found for _, found in brackets)
    if has_stop and strongest is not Weight.SURE:
        return None
    chosen = _fuller(line, [bracket for bracket, _ in brackets])
    if strongest is Weight.SIGNS and (name := _name_before(line, start, chosen.start)):
        return _Credit(name, chosen.end, Weight.SURE)
    return _Credit(chosen.start, chosen.end, strongest)


def _name_before(line: str, start: int, end: int) -> int:
    """Where a person's name begins that stands before a bracket, behind a sentence; 0 if none."""
    stops = [stop.end() for stop in _SENTENCE_END.finditer(line, start, end)]
    return next((at for at in stops if is_person(line[at:end].strip())), 0)


def _bracket(line: str, start: int, end: int) -> Span | None:
    """The bracket that closes at the end."""
    opening = {")": "(", "]": "["}.get(line[end - 1 : end])
    if opening is None:
        return None
    depth = 0
    for at in range(end - 1, start - 1, -1):
        depth += (line[at] == line[end - 1]) - (line[at] == opening)
        if depth == 0:
            return Span(at, end)
    return None


def _fuller(line: str, brackets: list[Span]) -> Span:
    """Of two brackets that say the same the one that says more, else all of them."""
    kept = brackets[0]
    for earlier in brackets[1:]:
        ours, theirs = parties_of(line[slice(*kept)]), parties_of(line[slice(*earlier)])
        if theirs.names and ours.covers(theirs):
            continue
        kept = earlier if theirs.covers(ours) else Span(earlier.start, kept.end)
    return kept


def _rest(line: str, whole: Span, credit: _Credit) -> Span:
    """What remains as caption: before the credit, or behind it when the credit leads."""
    if credit.start <= whole.start:
        return _stripped(line, credit.end, whole.end)
    before = _stripped(line, whole.start, credit.start)
    # Another bracket of the same credit, or the sign that parts caption and credit.
    while (bracket := _bracket(line, before.start, before.end)) and weight(
        line[bracket.start + 1 : bracket.end - 1]
    ) >= Weight.SIGNS:
        before = _stripped(line, before.start, bracket.start)
    words = line[before.start : before.end]
    return Span(before.start, before.start + len(words.rstrip(" |–—-/")))


def _behind_key(line: str, start: int, end: int) -> _Credit | None:
    """`Photograph: …`, `Credit...…`, `Photo by …`, `© …`, up to the end."""
    if not has_stems(line):
        return None
    for key in KEY.finditer(line, start, end):
        if key[0][:1].islower():
            continue
        if line[:end].endswith(".") and key["supplied"]:
            # "Supplied with food, the ship left." is a sentence.
            continue
        is_open = key[0].rstrip().endswith((":", "...", "…")) or key["copyright"] is not None
        before = line[start : key.start()]
        follows_blank = is_open and before.endswith((" ", "\t"))
        if not (follows_blank or _CLOSES_SENTENCE.search(before)):
            continue
        words = line[key.start() : end]
        if not _is_photo_key(key, before, words):
            continue
        if weight(words) is Weight.SURE:
            return _Credit(key.start(), end, Weight.SURE)
    return None


def _is_photo_key(key: re.Match[str], before: str, words: str) -> bool:
    """Whether a key is no promise of pictures, no source of figures and no imprint."""
    sign = key[0].strip().casefold()
    if key["copyright"]:
        named = parties_of(words)
        if _IMPRINT.search(words) or words.endswith("."):
            return False
        return any(map(known_agency, named.names)) or (sign == "©" and bool(named.creator))
    if not before.strip() and sign.startswith(("source", "photos", "pictures", "pics", "images")):
        return weight(words[len(key[0]) :]) is Weight.SURE
    return True


def _bare(line: str, start: int, end: int) -> _Credit | None:
    """Names after the last sentence: `… at dawn. Jane Doe/AFP`, `… at dawn | AFP`."""
    places = [(start, "")]
    for stop in _SENTENCE_END.finditer(line, start, end):
        if not _INITIAL.search(line[max(start, stop.start() - 2) : stop.start() + 1]):
            places.append((stop.end(), stop[0].strip()))
    for at, sign in places:
        words = line[at:end]
        # What a key announces, the rule for keys has judged.
        if not words or len(words) > _LONGEST_CREDIT or KEY.match(words):
            continue
        found = weight(words)
        if found is Weight.SURE and _is_credit_without_bracket(words, is_whole_line=at == start):
            return _Credit(at, end, found)
        # An agency alone needs a sign before it; behind a full stop it may begin a sentence.
        if found is Weight.SIGNS and at > start and sign in _SIGNS:
            return _Credit(at, end, found)
    return None


def _is_credit_without_bracket(words: str, *, is_whole_line: bool) -> bool:
    """Whether words that no bracket and no key sets apart are a credit, not a heading or byline."""
    if words.endswith(".") or words.count("|") > 2:
        return False
    found = parties_of(words)
    is_known = any(map(known_agency, found.names))
    if "/" in words or " via " in words.lower():
        has_outlet = bool(found.creator) and any(map(is_surely_outlet, found.agencies))
        return is_known or has_outlet or (found.role == "handout" and bool(found.names))
    if "|" in words and is_whole_line:
        return is_known and bool(found.creator) and any(map(is_library, found.agencies))
    if "|" in words or not is_whole_line:
        return is_known or (bool(found.creator) and any(map(is_surely_outlet, found.agencies)))
    return not found.creator or " for The " in words


def _without_stop(line: str, start: int, end: int) -> _Credit | None:
    """`… over the harbour Jane Doe/AFP`: names after a word that is none."""
    words = [found for found in re.finditer(r"\S+", line[:end]) if found.start() >= start]
    first = next((index for index, word in enumerate(words) if "/" in word[0].strip("/")), None)
    if first is None:
        return None
    if not known_agency(words[first][0].split("/")[0]):
        first = _first_of_name([word[0] for word in words], first)
    if first <= 0 or words[first - 1][0].lower() in _NOT_BEFORE_CREDIT:
        return None
    credit = line[words[first].start() : end]
    parties = parties_of(credit)
    if not parties.creator or not any(map(known_agency, parties.names)):
        return None
    return _Credit(words[first].start(), end, weight(credit))


def _first_of_name(words: list[str], last: int) -> int:
    """The index of the first word of a name; -1 when the words before leave that open.

    In "the town of Lund Jane Doe/AFP" the word behind "of" is the town's.
    """
    first = last
    while first > 0 and words[first - 1][:1].isupper() and only_names(words[first - 1]):
        first -= 1
    if first > 0 and words[first - 1].lower() in _BEFORE_PLACE:
        first += 1
    return first if 1 <= last - first <= 2 else -1


def _leading(line: str, start: int, end: int) -> _Credit | None:
    """A credit in front: `© Jane Doe/AFP Words …`, `Jane Doe | Getty Images Words …`."""
    has_sign = line.startswith(("©", "(c)"), start)
    longest: _Credit | None = None
    words = [found for found in re.finditer(r"\S+", line[:end]) if found.start() >= start]
    for index, word in enumerate(words[:10]):
        credit = line[start : word.end()]
        if index == 0 and has_sign and not credit.strip("©(c) "):
            continue
        if not only_names(credit.strip("©(c) ")):
            break
        behind = line[word.end() : end].strip()
        if _is_leading(credit, has_sign=has_sign) and _is_sentence(behind):
            longest = _Credit(start, word.end(), Weight.SURE)
        is_person_alone = has_sign and is_person(credit.strip("©(c) ")) and longest is None
        if is_person_alone and index + 1 < len(words) and _is_sentence(behind):
            longest = _Credit(start, word.end(), Weight.SURE)
    return longest or _before_lead(line, start, end)


def _before_lead(line: str, start: int, end: int) -> _Credit | None:
    """`Image source, Jane Doe Image caption, Words …`."""
    key = KEY.match(line, start, end)
    lead = re.compile(r"\s+(?:Image|Media) caption,").search(line, start, end) if key else None
    if not lead or weight(line[start : lead.start()]) is not Weight.SURE:
        return None
    return _Credit(start, lead.start(), Weight.SURE)


def _is_leading(credit: str, *, has_sign: bool) -> bool:
    parties = parties_of(credit)
    if not (has_sign or "|" in credit or "/" in credit) or not parties.creator:
        return False
    last = re.split(r"[/|,]|\svia\s", credit)[-1].strip()
    return bool(known_agency(last))


def _is_sentence(words: str) -> bool:
    return words[:1].isupper() and len(_LOWER_WORD.findall(words)) >= 2


def _stripped(line: str, start: int, end: int) -> Span:
    words = line[start:end]
    first = start + len(words) - len(words.lstrip())
    return Span(first, max(first, start + len(words.rstrip())))
