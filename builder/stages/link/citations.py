"""References to numbered citations, one number per article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from builder.evidence.page_marks import PageMark, is_checkable, last_named_by, mark_before, named_by
from builder.fields.read import nearest
from builder.model.content import AccountNote, Article, EventNote, Mark, Reference, Span
from builder.model.settings import Settings
from builder.model.timeline import Account, Citation, Event, Passage, Version
from builder.problems import Problem, problem
from builder.stages.link.corroboration import independent_groups
from builder.stages.link.photos import Album, event_photos
from builder.stages.link.quotations import Prover
from builder.values import frozen


@dataclass(slots=True)
class _Cited:
    """What gathers about one article while a note is read."""

    passages: dict[str, Passage] = field(default_factory=dict)
    locators: dict[str, None] = field(default_factory=dict)
    marks: int = 0
    captions: str = ""
    """What the note says of its captions: all, none or nothing."""


@frozen
class Linker:
    """Joins notes to articles."""

    articles: Mapping[str, Article]
    unreadable: frozenset[str]
    photos: Album
    prover: Prover
    settings: Settings
    earlier: Mapping[str, str]
    """The ids of articles by their earlier ones."""

    def event(self, note: EventNote) -> tuple[Event, tuple[Problem, ...]]:
        """Join one note: its citations are numbered by their first appearance.

        Marks in the summary come first, then the body's, the accounts and `sources`.
        """
        problems: list[Problem] = []
        cited: dict[str, _Cited] = {}
        self._marks(note, cited, problems)
        accounts = tuple(
            Account(each.question, each.statement, each.speaker, versions)
            for each, versions in self._accounts(note, cited, problems)
        )
        for reference in note.sources:
            self._refer(note, reference, cited, problems)
        citations = tuple(
            Citation(
                number,
                article,
                tuple(found.passages.values()),
                tuple(found.locators),
                found.marks,
                (found.captions or self.settings.captions) == "all",
            )
            for number, (article, found) in enumerate(cited.items(), start=1)
        )
        photos, mistakes = event_photos(note, citations, self.photos, self.articles)
        problems.extend((*mistakes, *self._unknown_choices(note)))
        event = Event(
            note=note,
            citations=citations,
            # What only its authors know of does not count for readers.
            independent=len(
                independent_groups(
                    [
                        self.articles[each]
                        for each in cited
                        if self.articles[each].access != "secret"
                    ]
                )
            ),
            accounts=accounts,
            photos=photos,
        )
        return event, tuple(problems)

    def _marks(self, note: EventNote, cited: dict[str, _Cited], problems: list[Problem]) -> None:
        for group in (*note.summary.marks, *note.body.marks):
            counted: set[str] = set()
            for mark in group:
                if not self._is_known(note, mark.article, mark.span, "", problems):
                    continue
                found = cited.setdefault(mark.article, _Cited())
                # An article named twice in one pair of brackets is one mark.
                found.marks += mark.article not in counted
                counted.add(mark.article)
                if mark.locator:
                    found.locators[mark.locator] = None
                    problems.extend(self._page_problems(note, mark))

    def _accounts(
        self, note: EventNote, cited: dict[str, _Cited], problems: list[Problem]
    ) -> Iterator[tuple[AccountNote, tuple[Version, ...]]]:
        for account in note.accounts:
            versions = []
            for reference in account.versions:
                passage = self._refer(note, reference, cited, problems)
                if reference.article in cited:
                    number = list(cited).index(reference.article) + 1
                    versions.append(Version(number, reference.article, reference.value, passage))
            yield account, tuple(versions)

    def _refer(
        self,
        note: EventNote,
        reference: Reference,
        cited: dict[str, _Cited],
        problems: list[Problem],
    ) -> Passage | None:
        if not self._is_known(note, reference.article, reference.span, reference.key, problems):
            return None
        found = cited.setdefault(reference.article, _Cited())
        if reference.locator and not reference.quote:
            found.locators[reference.locator] = None
        if reference.captions:
            found.captions = reference.captions
        passage, mistakes = self.prover.passage(note, reference)
        problems.extend(mistakes)
        problems.extend(self._page_problems(note, reference, passage))
        if passage and self._is_hidden(reference):
            problems.append(self._quotes_secret(note, reference))
            return None
        if passage:
            found.passages.setdefault(passage.anchor or passage.quote, passage)
        return passage

    def _page_problems(
        self, note: EventNote, cited: Reference | Mark, passage: Passage | None = None
    ) -> Iterator[Problem]:
        """What a locator names is in the text, where that has marks; and the words stand there."""
        marks = self.prover.marks(cited.article)
        if not is_checkable(marks, cited.locator):
            return
        first, last = named_by(marks, cited.locator), last_named_by(marks, cited.locator)
        hint = "look it up in the source; a mark such as [p. 3] begins a page of the stored text"
        if first is None or last is None:
            message = f"the text of '{cited.article}' has no mark for '{cited.locator}'"
        elif passage and passage.page and not self._overlap(passage, first, last):
            message = f"the words stand at {passage.page} of the text, not at '{cited.locator}'"
        else:
            return
        yield problem("unknown-page", message, note.position_of(cited.span), hint=hint)

    def _overlap(self, passage: Passage, first: PageMark, last: PageMark) -> bool:
        """Tell whether a passage stands, in part at least, between the pages of two marks."""
        marks = self.prover.marks(passage.article)
        begin = mark_before(marks, passage.parts[0].start)
        end = mark_before(marks, passage.parts[-1].end - 1)
        if begin is None or end is None:
            return False
        return begin.start <= last.start and first.start <= end.start

    def _is_hidden(self, reference: Reference) -> bool:
        is_secret = self.articles[reference.article].access == "secret"
        return is_secret and not reference.publish_quote

    def _quotes_secret(self, note: EventNote, reference: Reference) -> Problem:
        message = f"the article '{reference.article}' is secret, so its words are not published"
        hint = "take the quotation out, or add 'publish_quote: true' to print it without a source"
        place = note.position_of(reference.quote_span)
        return problem("quotes-secret", message, place, hint=hint, key=f"{reference.key}.quote")

    def _is_known(
        self, note: EventNote, article: str, span: Span, key: str, problems: list[Problem]
    ) -> bool:
        if article in self.articles:
            return True
        # An article with errors of its own is not also unknown.
        if article and article not in self.unreadable:
            problems.append(self._unknown(note, article, span, key))
        return False

    def _unknown(self, note: EventNote, article: str, span: Span, key: str) -> Problem:
        now = self.earlier.get(article)
        near = nearest(article, tuple(self.articles))
        hint = f"did you mean '{near}'?" if near else "an article's id is its file's name"
        hint = f"it is called '{now}' now" if now else hint
        message = f"there is no article '{article}'"
        place = note.position_of(span)
        where = f"{key}.article" if key else ""
        return problem("unknown-article", message, place, hint=hint, key=where)

    def _unknown_choices(self, note: EventNote) -> tuple[Problem, ...]:
        return tuple(
            self._unknown(note, choice.article, choice.span, "photos")
            for choice in note.chosen_captions
            if choice.article not in self.articles and choice.article not in self.unreadable
        )
