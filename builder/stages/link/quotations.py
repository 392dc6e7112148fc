"""Prove each quotation against its article's stored text."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from builder.evidence import folding, quotes
from builder.evidence.page_marks import PageMark, mark_before, page_marks
from builder.evidence.quotes import Proof, ReadableText
from builder.model.content import Article, EventNote, Reference, Span
from builder.model.settings import Settings
from builder.model.timeline import Passage, Result
from builder.problems import Problem, problem

_FOLDED_ELSEWHERE: Final = 300
"""Up to so many other articles are folded to see whether one of them holds the words."""


@dataclass(slots=True)
class Prover:
    """Proves quotations; prepares an article once, and answers a repeated question once."""

    articles: Mapping[str, Article]
    settings: Settings
    _texts: dict[str, ReadableText] = field(default_factory=dict)
    _marks: dict[str, tuple[PageMark, ...]] = field(default_factory=dict)
    _answers: dict[tuple[Any, ...], tuple[Proof, Passage]] = field(default_factory=dict)

    def passage(
        self, note: EventNote, reference: Reference
    ) -> tuple[Passage | None, tuple[Problem, ...]]:
        """Give the passage a reference quotes, with what is wrong; None when it quotes nothing."""
        if not reference.quote.strip():
            return None, ()
        question = _question(reference)
        answer = self._answers.get(question)
        if answer is None:
            proof = self._proof(reference)
            answer = self._answers[question] = (proof, self._passage(reference, proof))
        proof, passage = answer
        if proof.is_proved and not proof.findings:
            return passage, ()
        problems = [
            problem(
                finding.code,
                finding.message,
                note.position_of(reference.quote_span),
                key=f"{reference.key}.quote",
            )
            for finding in proof.findings
        ]
        if not proof.is_proved:
            problems.append(self._unproved(note, reference, proof))
        return passage, tuple(problems)

    def _text(self, article: str) -> ReadableText:
        found = self._texts.get(article)
        if found is None:
            stored = self.articles[article]
            found = self._texts[article] = ReadableText(
                stored.text,
                markdown=stored.is_markdown,
                # A title found in the text is part of the text already.
                title=stored.title if stored.title_basis == "written" else "",
                paragraphs=stored.paragraphs,
                language=stored.language,
            )
        return found

    def _proof(self, reference: Reference) -> Proof:
        return quotes.prove(
            reference.quote,
            self._text(reference.article),
            prefix=reference.prefix,
            suffix=reference.suffix,
            paragraph=reference.paragraph,
            speaker=reference.speaker,
        )

    def _passage(self, reference: Reference, proof: Proof) -> Passage:
        result: Result = "unproved"
        if proof.result in ("exact", "typographic", "elided"):
            result = proof.result
        article = self.articles[reference.article]
        text = self._text(reference.article)
        parts = proof.parts if proof.is_proved else ()
        source = article.title if proof.in_title else text.plain
        shown = parts if proof.in_title else text.in_plain(parts)
        # Around a caption or the beginning of a page nothing is left out.
        between = " … " if proof.result == "elided" else " "
        exact = between.join(_joined(source[part.start : part.end]) for part in shown)
        leads_out = bool(parts) and bool(article.url) and not proof.in_title
        return Passage(
            article=reference.article,
            quote=reference.quote,
            exact=exact or reference.quote,
            result=result,
            parts=parts,
            in_title=proof.in_title,
            paragraph=proof.paragraph,
            anchor=_anchor(exact, parts) if parts else "",
            fragment=quotes.text_fragment(text, parts) if leads_out else "",
            speaker=reference.speaker,
            translation=reference.translation,
            locator=reference.locator,
            page=self._page(reference.article, parts) if not proof.in_title else "",
            supports=reference.supports,
        )

    def _page(self, article: str, parts: tuple[Span, ...]) -> str:
        mark = mark_before(self.marks(article), parts[0].start) if parts else None
        return mark.locator if mark else ""

    def marks(self, article: str) -> tuple[PageMark, ...]:
        """Give where the pages of an article's text begin."""
        found = self._marks.get(article)
        if found is None:
            found = self._marks[article] = page_marks(self.articles[article].text)
        return found

    def _unproved(self, note: EventNote, reference: Reference, proof: Proof) -> Problem:
        code, message, details, hint = _told(reference.article, proof)
        if not self.articles[reference.article].text.strip():
            message = f"article '{reference.article}' has no stored text to prove the quotation by"
            hint = "paste the article's text below its front matter"
        elif proof.result == "absent":
            other = self._elsewhere(reference)
            if other:
                details = (f"the words stand in '{other}' instead",)
                hint = f"cite '{other}', or quote the article's own words"
        if self.settings.quotes == "warn":
            code = "quote-unproved"
        place = note.position_of(reference.quote_span)
        key = f"{reference.key}.quote"
        return problem(code, message, place, hint=hint, details=details, key=key)

    def _elsewhere(self, reference: Reference) -> str:
        """Give the id of another article that holds the words, or the empty one."""
        others = [name for name in self.articles if name != reference.article]
        for name in others:
            if reference.quote in self.articles[name].text:
                return name
        if len(others) > _FOLDED_ELSEWHERE:
            return ""
        proofs = ((name, quotes.prove(reference.quote, self._text(name))) for name in others)
        return next((name for name, proof in proofs if proof.is_proved), "")


def _question(reference: Reference) -> tuple[Any, ...]:
    """All that proof and passage depend on: many notes quote the same words."""
    return (
        reference.article,
        reference.quote,
        reference.prefix,
        reference.suffix,
        reference.paragraph,
        reference.speaker,
        reference.translation,
        reference.locator,
        reference.supports,
    )


def _told(article: str, proof: Proof) -> tuple[str, str, tuple[str, ...], str]:
    """Give code, message, further lines and hint for a quotation that is not proved."""
    details: tuple[str, ...]
    where = f" (paragraph {proof.paragraph})" if proof.paragraph else ""
    if proof.result == "near-miss":
        message = f"the quotation differs from the words of article '{article}'"
        details = (
            f'nearest words in the article: "{_joined(proof.nearest)}"{where}',
            f"difference: {_joined(proof.difference)}",
        )
        return "quote-near-miss", message, details, "quote the article's own words"
    if proof.result == "accents":
        message = f"the quotation spells accents otherwise than article '{article}'"
        details = (f'the article has: "{_joined(proof.nearest)}"{where}',)
        return "quote-accents", message, details, "copy the article's spelling"
    if proof.result == "refused":
        # The reason may name words of the article, which public logs must not repeat.
        hint = "quote the article's own words"
        return "quote-not-found", "the quotation cannot be proved", (proof.reason,), hint
    message = f"the quotation is not in article '{article}'"
    details = ()
    if proof.nearest:
        details = (f'nearest words in the article: "{_joined(proof.nearest)}"{where}',)
    hint = "quote the article's own words, or cite another article"
    return "quote-not-found", message, details, hint


def _joined(text: str) -> str:
    return " ".join(text.split())


def _anchor(exact: str, parts: tuple[Span, ...]) -> str:
    """The id of a passage: a digest of its words, so that it outlives edits elsewhere."""
    digest = hashlib.sha256(folding.fold(exact).encode()).hexdigest()
    return f"p-{digest[:10]}"
