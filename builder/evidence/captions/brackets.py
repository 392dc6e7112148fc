"""Credits in brackets: at the end of a line, or in front of its caption."""

from __future__ import annotations

from typing import Final

from builder.evidence.captions.boilerplate import is_notice
from builder.evidence.captions.names import is_person, is_rescuer, names_outlet, only_names
from builder.evidence.captions.parties import TAKEN, parties_of, words_are_unnamed
from builder.evidence.captions.sentences import (
    SENTENCE_END,
    has_finished,
    lower_words,
    stripped,
)
from builder.evidence.captions.vocabulary import BEFORE_PLACE, is_library, known_agency
from builder.evidence.captions.weighing import PlacedCredit, Weight, weight
from builder.model.content import Span

_CLOSED_BY: Final = {")": "(", "]": "[", "）": "（"}
_LONGEST_NAME: Final = 60
_FEWEST_LOWER_WORDS_BEFORE_A_PAIR: Final = 7


def in_brackets(line: str, start: int, end: int) -> PlacedCredit | None:
    """Find a bracket at the end, or several."""
    brackets: list[tuple[Span, Weight]] = []
    at = end
    has_stop = line[:end].endswith((").", "]."))
    while bracket := _bracket(line, start, at - (has_stop and not brackets)):
        found = _weight_in_place(line, start, bracket)
        is_plain_notice = bool(brackets) and is_notice(line, bracket)
        if not is_plain_notice and found < (Weight.SIGNS if brackets else Weight.MARKED):
            break
        if not is_plain_notice:
            brackets.append((bracket, found))
        at = len(line[: bracket.start].rstrip())
    if not brackets:
        return None
    strongest = max(found for _, found in brackets)
    chosen = _fuller(line, [bracket for bracket, _ in brackets])
    inside = line[chosen.start + 1 : chosen.end - 1].strip()
    if has_stop and (strongest is not Weight.SURE or is_library(inside)):
        return None
    named = parties_of(inside)
    is_all_known = bool(named.names) and all(map(known_agency, named.names))
    if (is_all_known or names_outlet(inside)) and (name := _name_before(line, start, chosen.start)):
        return PlacedCredit(name, chosen.end, Weight.SURE)
    return PlacedCredit(chosen.start, chosen.end, strongest)


def _weight_in_place(line: str, start: int, bracket: Span) -> Weight:
    """Weigh a bracket by what stands before it, too."""
    inside = line[bracket.start + 1 : bracket.end - 1].strip()
    found = Weight.SURE if TAKEN.fullmatch(inside) else weight(inside)
    if line[bracket.start] == "[":
        return _weight_in_square(inside, found)
    if found is not Weight.CLOSES:
        return found
    before = line[start : bracket.start].rstrip()
    has_person = bool(parties_of(inside).creator)
    raised = Weight.LIKELY if has_person else Weight.SIGNS
    if has_finished(before) or (has_person and not before):
        return raised
    if (has_person or is_rescuer(inside)) and _ends_with_place(before):
        return raised
    # "A series (BBC)" is told apart by its caller, "Nine Winters (BBC)" can be a title.
    if known_agency(inside) and ":" not in before and before.rpartition(" ")[2].islower():
        return raised
    # Two actors (Jane Doe/John Roe) are told of in few words.
    is_long = lower_words(before) >= _FEWEST_LOWER_WORDS_BEFORE_A_PAIR
    return raised if has_person and is_long and ":" not in inside else found


def _weight_in_square(inside: str, found: Weight) -> Weight:
    """Weigh names in square brackets, with which nobody explains the words before them."""
    if known_agency(inside):
        return Weight.SURE
    is_name = found is Weight.MARKED and " " in inside
    is_in_capitals = inside.isupper() and only_names(inside) and not words_are_unnamed(inside)
    if is_name or (is_in_capitals and (" " in inside or found is Weight.CLOSES)):
        return max(found, Weight.LIKELY)
    if found is Weight.CLOSES:
        return Weight.LIKELY if parties_of(inside).creator else Weight.SIGNS
    return found


def _ends_with_place(before: str) -> bool:
    """Whether a place or a number stands before a bracket, which nobody explains with a name.

    "Dusk in Port Ellery (…)", "along Highway 9 (…)", but not "said Jane Doe (Harbour Police)".
    """
    words = before.split()
    if words[-1:] and words[-1].isdigit():
        return lower_words(before) > 0
    while words and words[-1][0].isupper():
        words.pop()
    return len(words) < len(before.split()) and words[-1:] != [] and words[-1] in BEFORE_PLACE


def _name_before(line: str, start: int, end: int) -> int:
    """Where a person's name begins that stands before a bracket, behind a sentence; 0 if none."""
    nearest = max(start, end - _LONGEST_NAME)
    stops = (stop.end() for stop in SENTENCE_END.finditer(line, nearest, end))
    return next(
        (at for at in stops if is_person(line[at:end].strip()) and has_finished(line[start:at])),
        0,
    )


def _bracket(line: str, start: int, end: int) -> Span | None:
    """The bracket that closes at the end."""
    opening = _CLOSED_BY.get(line[end - 1 : end])
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


def without_brackets(line: str, before: Span) -> Span:
    """Take off what stands in brackets at a caption's end: the same credit again, a notice."""
    while bracket := _bracket(line, before.start, before.end):
        inside = line[bracket.start + 1 : bracket.end - 1]
        is_credit = weight(inside) >= Weight.SIGNS and parties_of(inside).names
        if not is_credit and not is_notice(line, bracket):
            break
        before = stripped(line, before.start, bracket.start)
    return before
