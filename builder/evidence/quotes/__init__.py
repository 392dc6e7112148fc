"""Prove quotations: the words are found in the text, or they are not; likeness proves nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from builder.evidence.boundaries import core, ends_word, half_words, starts_word
from builder.evidence.folding import fold
from builder.evidence.quotes import elision
from builder.evidence.quotes.fragment import text_fragment
from builder.evidence.quotes.nearest import nearest
from builder.evidence.quotes.proof import Finding, Proof, Result
from builder.evidence.quotes.readable import ReadableText
from builder.evidence.quotes.search import Match, Wanted, typographic, verbatim
from builder.model.content import Span

__all__ = ["Finding", "Proof", "ReadableText", "Result", "prove", "text_fragment"]

_LONGEST_CONTEXT: Final = 200
_FEW_HALF_WORDS: Final = 2 * 4
"""Shorter quotations, under 4 words or 8 letters of an unspaced script, are worth a warning."""


def prove(
    quote: str,
    text: ReadableText,
    *,
    prefix: str = "",
    suffix: str = "",
    paragraph: int | None = None,
    speaker: str = "",
) -> Proof:
    """Look for the words of a quotation in a text, then in its title.

    `prefix`, `suffix` and `paragraph` say which place is meant; `speaker`, that somebody said
    the words, so that they must stand inside quotation marks.
    """
    quote = quote.strip()
    wanted = Wanted(prefix, suffix, paragraph)
    if max(len(prefix), len(suffix)) > _LONGEST_CONTEXT:
        return Proof(
            "refused", reason="'prefix' and 'suffix' take a few words, to tell places apart"
        )
    proof = _proof(quote, text, wanted, speaker)
    if proof.is_proved or text.title is None or any(wanted):
        return proof
    in_title = _proof(quote, text.title, wanted, speaker="")
    return replace(in_title, in_title=True, paragraph=0) if in_title.is_proved else proof


def _proof(quote: str, text: ReadableText, wanted: Wanted, speaker: str) -> Proof:
    """Try what is surest first."""
    matches = verbatim(quote, text)
    fitting = _fitting(matches, text, wanted)
    if fitting:
        return _proved("exact", fitting, text, quote, speaker)
    quote = elision.with_letters(quote)
    folded_matches = typographic(quote, text)
    fitting = _fitting(folded_matches, text, wanted)
    if fitting:
        return _proved("typographic", fitting, text, quote, speaker)
    if matches or folded_matches:
        return _misplaced((matches or folded_matches)[0], text, wanted)
    elided = elision.cut(quote)
    return _unproved(quote, text) if elided is None else _elided(elided, text, wanted, speaker)


def _elided(elided: elision.Elided, text: ReadableText, wanted: Wanted, speaker: str) -> Proof:
    reason = elision.refusal(elided, text)
    if reason:
        return Proof("refused", reason=reason)
    places = elision.places(elided, text)
    if places.missing:
        return _unproved(places.missing, text)
    if not places.matches:
        return Proof("refused", reason=places.reason)
    fitting = _fitting(list(places.matches), text, wanted)
    if not fitting:
        return _misplaced(places.matches[0], text, wanted)
    # Chains that share a part with the closest are the same quotation, cut less well.
    closest = fitting[0]
    others = [each for each in fitting if set(each).isdisjoint(closest)]
    return _proved("elided", [closest, *others], text, " ".join(elided.parts), speaker)


def _fitting(matches: list[Match], text: ReadableText, wanted: Wanted) -> list[Match]:
    if not any(wanted):
        return matches
    return [match for match in matches if not _misfit(match, text, wanted)]


def _misfit(match: Match, text: ReadableText, wanted: Wanted) -> str:
    """Say in what a place differs from the one that is meant."""
    start, end = match[0].start, match[-1].end
    if wanted.paragraph is not None and text.number(start) != wanted.paragraph:
        number = text.number(start)
        stand = f"in paragraph {number}" if number else "in no paragraph of the text"
        return f"the words stand {stand}, not in paragraph {wanted.paragraph}"
    if wanted.prefix and not _ends_with(text.plain, start, wanted.prefix):
        return f"the words stand in the article, but not after '{wanted.prefix}'"
    if wanted.suffix and not _begins_with(text.plain, end, wanted.suffix):
        return f"the words stand in the article, but not before '{wanted.suffix}'"
    return ""


def _ends_with(text: str, at: int, prefix: str) -> bool:
    words, wanted = fold(text[max(0, at - _reach(prefix)) : at]), fold(prefix)
    return words.endswith(wanted) and starts_word(words, len(words) - len(wanted))


def _begins_with(text: str, at: int, suffix: str) -> bool:
    words, wanted = fold(text[at : at + _reach(suffix)]), fold(suffix)
    return words.startswith(wanted) and ends_word(words, len(wanted))


def _reach(words: str) -> int:
    """How much of a text is read to find some words next to a place."""
    return 2 * len(words) + 200


def _misplaced(match: Match, text: ReadableText, wanted: Wanted) -> Proof:
    return Proof(
        "refused",
        tuple(map(text.in_stored, match)),
        paragraph=text.number(match[0].start),
        nearest=_words_of(match, text),
        reason=_misfit(match, text, wanted),
    )


def _unproved(quote: str, text: ReadableText) -> Proof:
    near = nearest(quote, text)
    if near.span is None:
        return Proof("absent")
    return Proof(
        near.result,
        (text.in_stored(near.span),),
        paragraph=text.number(near.span.start),
        nearest=_words_of((near.span,), text),
        difference=near.difference,
    )


def _words_of(match: Match, text: ReadableText) -> str:
    return " … ".join(text.plain[part.start : part.end] for part in match)


def _proved(
    result: Result, matches: list[Match], text: ReadableText, quote: str, speaker: str
) -> Proof:
    match = matches[0]
    findings = (
        *_too_short(quote),
        *_ambiguous(matches),
        *(_gap(match) if result == "elided" else ()),
        *_crosses(match, text, is_elided=result == "elided"),
        *_not_speech(match, text, speaker),
    )
    parts = tuple(map(text.in_stored, match))
    return Proof(result, parts, paragraph=text.number(match[0].start), findings=findings)


def _too_short(quote: str) -> tuple[Finding, ...]:
    # Nearly every quotation is long, and a build proves thousands.
    if quote.isascii() and quote.count(" ") >= _FEW_HALF_WORDS:
        return ()
    if half_words(quote) >= _FEW_HALF_WORDS:
        return ()
    message = "so short a quotation could be anybody's: quote at least 4 words"
    return (Finding("quote-too-short", message),)


def _ambiguous(matches: list[Match]) -> tuple[Finding, ...]:
    if len(matches) == 1:
        return ()
    message = (
        f"the quotation stands in {len(matches)} places of the article, and the first is taken: "
        "add 'prefix', 'suffix' or 'paragraph' to say which is meant"
    )
    return (Finding("quote-ambiguous", message),)


def _gap(match: Match) -> tuple[Finding, ...]:
    left_out = elision.longest_gap(match)
    if left_out <= elision.USUAL_GAP:
        return ()
    message = (
        f"the quotation leaves out {left_out} characters at once: "
        f"beyond {elision.USUAL_GAP} two quotations say more"
    )
    return (Finding("quote-gap", message),)


def _crosses(match: Match, text: ReadableText, *, is_elided: bool) -> tuple[Finding, ...]:
    """A quotation in two parts that leaves nothing out was printed around a caption."""
    is_parted = len(match) > 1 and not is_elided and not text.are_parted_by_pages(match)
    if not is_parted and not any(_runs_on(part, text) for part in match):
        return ()
    message = "the quotation runs from one paragraph of the article into another"
    return (Finding("quote-crosses", message),)


def _runs_on(part: Span, text: ReadableText) -> bool:
    first, last = core(text.plain[part.start : part.end])
    return text.place(part.start + first) != text.place(part.start + last - 1)


def _not_speech(match: Match, text: ReadableText, speaker: str) -> tuple[Finding, ...]:
    if not speaker or all(_is_spoken(part, text) for part in match):
        return ()
    message = (
        f"the article does not have all these words inside quotation marks, so they are "
        f"at least partly the reporter's, not those of '{speaker}'"
    )
    return (Finding("quote-not-speech", message),)


def _is_spoken(part: Span, text: ReadableText) -> bool:
    first, last = core(text.plain[part.start : part.end])
    start, end = part.start + first, part.start + last
    return any(each.start <= start and end <= each.end for each in text.speech)
