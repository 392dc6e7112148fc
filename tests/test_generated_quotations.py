"""Thousands of quotations, made from invented articles, that are known to be true or false.

What is true must be proved where it stands, and nothing that is false may be. How many there are
of each kind, and how many of them were proved, is printed by `python tests/<this file>`.
"""

from __future__ import annotations

import html
import re
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import starmap
from statistics import fmean, median
from typing import Final

import click
import pytest
from quotations.accents import ACCENTS
from quotations.cases import Case, cases_of
from quotations.changed_numbers import CHANGED_NUMBERS
from quotations.changed_words import CHANGED_WORDS
from quotations.corpus import articles_in, readable
from quotations.left_out import LEFT_OUT
from quotations.oracle import says, tokens
from quotations.said import SAID
from quotations.typed_otherwise import TYPED_OTHERWISE
from quotations.wrong_gaps import WRONG_GAPS
from quotations.wrong_places import WRONG_PLACES

from builder.evidence.quotes import Proof, ReadableText, Result, prove
from builder.evidence.reading import paragraphs

TRUE_KINDS: Final = (*TYPED_OTHERWISE, *LEFT_OUT, *SAID)
FALSE_KINDS: Final = (*CHANGED_WORDS, *CHANGED_NUMBERS, *ACCENTS, *WRONG_PLACES, *WRONG_GAPS)
FEWEST: Final = 2_500
MOST_REFUSED: Final = 0.005
SHOWN: Final = 40

NOTE: Final = re.compile(r"\[(?:sic|illegible|\d+)!?\]|(?<=[^\W\d]{3})[¹²³]+|(?<=[.,])[¹²³]+")
BROKEN: Final = re.compile(r"(?<=\w)- ?\n(?=\w)")
MARKDOWN: Final = re.compile(
    r"<!--.*?-->|!\[.*?\]\(.*?\)|\]\([^)]*\)|\]\[owner\]|\[\^1\]|[\[\]\\*`]|</?b>|^[#>*] ", re.M
)


@cache
def proof_of(case: Case) -> Proof:
    quotation = case.quotation
    return prove(
        quotation.quote,
        readable(quotation.article),
        prefix=quotation.prefix,
        suffix=quotation.suffix,
        paragraph=quotation.paragraph,
        speaker=quotation.speaker,
    )


@cache
def cases(*, are_true: bool) -> tuple[Case, ...]:
    kinds = TRUE_KINDS if are_true else FALSE_KINDS
    return tuple(case for kind in kinds for case in cases_of(kind, is_true=are_true))


def told(case: Case) -> str:
    """What a case is and what came of it, to be read when it should not have."""
    quotation, proof = case.quotation, proof_of(case)
    asked = {
        name: value
        for name in ("prefix", "suffix", "paragraph", "speaker")
        if (value := getattr(quotation, name))
    }
    return (
        f"\n{case.kind}: {quotation.article.name}, {proof.result}\n    quoted {quotation.quote!r}"
        f" {asked or ''}\n    in     {' … '.join(quotation.parts)!r}\n    found  {found(case)!r}"
        f"\n    {proof.reason or proof.difference} {[each.code for each in proof.findings]}"
    )


def listed(wrong: list[Case]) -> str:
    return f"{len(wrong)} in all" + "".join(map(told, wrong[:SHOWN]))


def found(case: Case) -> str:
    """The words of the article that a proof points at, as they are read."""
    article, proof = case.quotation.article, proof_of(case)
    text = article.title if proof.in_title else article.stored
    words = " ".join(text[part.start : part.end] for part in proof.parts)
    words = BROKEN.sub("", NOTE.sub("", words))
    return html.unescape(MARKDOWN.sub("", words)) if article.is_markdown else words


def letters(text: str) -> str:
    return "".join(tokens(text))


# ------------------------------------------------------------------------------------ the cases


def test_there_are_enough_cases_of_every_kind() -> None:
    made = Counter(case.kind for case in (*cases(are_true=True), *cases(are_true=False)))
    too_few = {
        kind.name: made[kind.name]
        for kind in (*TRUE_KINDS, *FALSE_KINDS)
        if made[kind.name] < kind.least
    }
    assert too_few == {}
    assert made.total() >= FEWEST


def test_true_quotations_have_words_of_their_article() -> None:
    """The cases themselves are right: plain lists of words say so, without the code under test."""
    for case in cases(are_true=True):
        for part in case.quotation.parts:
            assert says(case.quotation.article, part), told(case)


# ----------------------------------------------------------------------------------- the proofs


def test_nothing_false_is_proved() -> None:
    wrong = [case for case in cases(are_true=False) if proof_of(case).is_proved]
    assert not wrong, listed(wrong)


def test_what_is_true_is_proved() -> None:
    refused = [case for case in cases(are_true=True) if not proof_of(case).is_proved]
    assert len(refused) <= MOST_REFUSED * len(cases(are_true=True)), listed(refused)


def test_what_is_proved_is_found_in_its_place() -> None:
    wrong = [
        case
        for case in cases(are_true=True)
        if proof_of(case).is_proved
        and letters(found(case)) != letters(" ".join(case.quotation.parts))
    ]
    assert not wrong, listed(wrong)


def test_words_to_the_letter_are_exact() -> None:
    wrong = [
        case
        for case in cases(are_true=True)
        if case.kind.startswith("to the letter")
        # A list's next line begins with a mark that no reader quotes.
        and "\n" not in case.quotation.quote
        and proof_of(case).result != "exact"
    ]
    assert not wrong, listed(wrong)


def test_warnings_are_given_where_they_are_due() -> None:
    wrong = [
        case
        for case in cases(are_true=True)
        if (proof := proof_of(case)).is_proved
        and (
            (case.quotation.warning and case.quotation.warning not in codes(proof))
            or (case.quotation.no_warning and case.quotation.no_warning in codes(proof))
        )
    ]
    assert not wrong, listed(wrong)


def codes(proof: Proof) -> set[str]:
    return {finding.code for finding in proof.findings}


def test_an_accent_alone_is_told_with_the_articles_spelling() -> None:
    wrong = [
        case
        for case in cases(are_true=False)
        if case.quotation.is_only_accents
        and (
            proof_of(case).result != "accents"
            or tokens(proof_of(case).nearest) != tokens(case.quotation.parts[0])
        )
    ]
    assert not wrong, listed(wrong)


@pytest.mark.parametrize("result", ["refused", "near-miss"])
def test_what_is_not_proved_says_why(result: str) -> None:
    wrong = [
        case
        for case in cases(are_true=False)
        if (proof := proof_of(case)).result == result
        and not (proof.reason if result == "refused" else proof.nearest and proof.difference)
    ]
    assert not wrong, listed(wrong)


# ------------------------------------------------------------------------------------ the table

SOME: Final = 3_000
"""Characters of the article on which the time is measured."""


def rows() -> Iterator[str]:
    """How many cases of each kind there are, and what came of them."""
    for are_true, kinds in ((True, TRUE_KINDS), (False, FALSE_KINDS)):
        title = "true" if are_true else "false"
        yield f"\n{title:46}{'cases':>6}{'proved':>8}{'share':>9}  results"
        of_kinds: dict[str, list[Case]] = {kind.name: [] for kind in kinds}
        for case in cases(are_true=are_true):
            of_kinds[case.kind].append(case)
        yield from starmap(_row, of_kinds.items())
        yield _row("all", list(cases(are_true=are_true)))


def _row(name: str, of_kind: list[Case]) -> str:
    proved = sum(proof_of(case).is_proved for case in of_kind)
    share = proved / len(of_kind) if of_kind else 0
    results = Counter(proof_of(case).result for case in of_kind).most_common()
    listed_results = ", ".join(f"{count} {result}" for result, count in results)
    return f"{name:46}{len(of_kind):6}{proved:8}{share:9.2%}  {listed_results}"


def times() -> Iterator[str]:
    """How long quotations take, proved and not, in an article that has been read before."""
    stored = "\n\n".join(
        article.stored for article in articles_in("en") if not article.is_markdown
    )[:SOME]
    text = ReadableText(
        stored, markdown=False, title="", paragraphs=paragraphs(stored, markdown=False)
    )
    yield f"\nmilliseconds a quotation, in an article of {len(stored.encode())} bytes"
    english = [
        case.quotation.quote
        for are_true in (True, False)
        for case in cases(are_true=are_true)
        if case.quotation.article.language == "en"
    ]
    prove("read the article once … and then no more", text)
    measured: dict[Result, list[float]] = {}
    for quote in english:
        before = time.perf_counter()
        result = prove(quote, text).result
        measured.setdefault(result, []).append(1_000 * (time.perf_counter() - before))
    for kind, each in measured.items():
        shown = f"median {median(each):.3f}  mean {fmean(each):.3f}  most {max(each):.2f}"
        yield f"{kind:46}{len(each):6}  {shown}"


if __name__ == "__main__":
    for row in (*rows(), *times()):
        click.echo(row)
