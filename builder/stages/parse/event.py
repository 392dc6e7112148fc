"""A file of event notes to `EventNote`s."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final, Literal, cast

from builder import dates
from builder.config import ignored_code
from builder.dates import DateError, EventDate
from builder.fields import (
    Field,
    Kind,
    Mapping,
    Node,
    Record,
    Scalar,
    Sequence,
    compose,
    read_mapping,
)
from builder.fields.tables import EVENT
from builder.markdown import MARK, prose
from builder.model.content import (
    NO_PROSE,
    NOWHERE,
    AccountNote,
    Caption,
    CaptionChoice,
    Correction,
    EventNote,
    Mark,
    OwnValue,
    Prose,
    Reference,
    Span,
    Status,
    Written,
)
from builder.model.inputs import InputFile
from builder.model.names import Place, Precision
from builder.model.settings import OwnKey, Settings
from builder.problems import InputText, Problem, has_errors, problem
from builder.stages.parse.article import photo
from builder.stages.parse.names import misplaced
from builder.stages.parse.text import aliases, checked_id, decode, stem


def parse_events(
    file: InputFile, settings: Settings
) -> tuple[tuple[EventNote, ...], frozenset[str], tuple[Problem, ...]]:
    """Read the notes of one file; gives them, the ids of what is no note, and the problems.

    A note with mistakes is given all the same, so that those of its quotations are told too.
    """
    origin = decode(file)
    if isinstance(origin, Problem):
        return (), frozenset([stem(file.path)]), (origin,)
    documents, problems = compose(origin)
    if problems and has_errors(problems) and not documents:
        return (), frozenset([stem(file.path)]), problems
    nodes = tuple(_notes(documents))
    found: list[Problem] = [*problems]
    notes: list[EventNote] = []
    broken: set[str] = set()
    # The file's name is the id of a note that has the file to itself.
    name = stem(file.path) if len(nodes) == 1 and not isinstance(documents[0], Sequence) else ""
    for node in nodes:
        note, note_id, mistakes = _note(node, origin, name, settings)
        found.extend(mistakes)
        if note is None:
            broken.add(note_id)
        else:
            notes.append(note)
    return tuple(notes), frozenset(broken), tuple(found)


def _notes(documents: tuple[Node, ...]) -> Iterator[Node]:
    for document in documents:
        if isinstance(document, Sequence):
            yield from document.items
        elif not (isinstance(document, Scalar) and document.is_empty):
            yield document


def _note(
    node: Node, origin: InputText, name: str, settings: Settings
) -> tuple[EventNote | None, str, tuple[Problem, ...]]:
    if not isinstance(node, Mapping):
        place = origin.position(node.start, node.start + 1)
        message = "a note is keys with values, such as 'title: What happened'"
        return None, name, (problem("wrong-type", message, place),)
    record, mistakes = read_mapping(event_fields(settings.own_keys), node, origin)
    reader = _NoteReader(origin, record, settings)
    reader.problems.extend(mistakes)
    note_id = reader.identity(name)
    note = reader.note(note_id) if note_id else None
    if note and has_errors(reader.problems):
        note = replace(note, is_faulty=True)
    return note, note_id, tuple(reader.problems)


_KINDS: Final = {
    "text": Kind.TEXT,
    "number": Kind.NUMBER,
    "date": Kind.DATE,
    "list": Kind.TEXTS,
}


@lru_cache(maxsize=4)
def event_fields(own_keys: tuple[OwnKey, ...]) -> tuple[Field, ...]:
    """Give the keys of event notes, those that the site declares for itself included."""
    if not own_keys:
        return EVENT
    own = (
        Field(each.name, _KINDS[each.kind], each.label, is_private=each.is_private)
        for each in own_keys
    )
    return (*EVENT, *own)


class _NoteReader:
    """Makes one note of its record; the problems gather here."""

    def __init__(self, origin: InputText, record: Record, settings: Settings) -> None:
        self.origin, self.record, self.settings = origin, record, settings
        self.problems: list[Problem] = []
        for code, start, end in record.written("ignore"):
            self.problems.extend(ignored_code(code, origin, start, end))

    def identity(self, name: str) -> str:
        if not name and "id" not in self.record:
            message = "a note in a list needs an 'id', because the file's name is not its own"
            place = self.origin.position(self.record.start)
            hint = "add 'id:' with words joined by hyphens"
            self.problems.append(problem("missing-key", message, place, hint=hint, key="id"))
            return ""
        found, problems = checked_id(self.origin, self.record, name)
        self.problems.extend(problems)
        return found

    def note(self, note_id: str) -> EventNote:
        record = self.record
        own, chosen = self._photos()
        earlier, mistakes = aliases(self.origin, record)
        self.problems.extend(mistakes)
        return EventNote(
            id=note_id,
            origin=self.origin,
            span=Span(record.start, self._word_end(record.start)),
            title=record.text("title"),
            date=self._date(),
            order=record.whole("order") or 0,
            date_basis=record.text("date_basis"),
            date_written=record.text("date_written"),
            place=self._place(),
            people=record.texts("people"),
            tags=record.texts("tags"),
            group=record.text("group"),
            summary=self._prose("summary"),
            body=self._prose("body"),
            status=cast(Status, record.text("status") or "reported"),
            sources=self._references(record, "sources", "sources"),
            accounts=self._accounts(),
            photos=own,
            chosen_captions=chosen,
            added=record.date("added"),
            updated=record.date("updated"),
            related=tuple(Written(t, Span(s, e)) for t, s, e in record.written("related")),
            aliases=earlier,
            importance=self._importance(),
            corrections=self._corrections(),
            own_values=tuple(self._own_values()),
            draft=record.flag("draft"),
            embargo=record.date("embargo"),
            note=record.text("note"),
            ignore=record.texts("ignore"),
            spans={key: Span(*span) for key, span in record.spans.items()},
        )

    def _date(self) -> EventDate:
        """The date with its time; undated where it cannot be read, which is told elsewhere."""
        date = self.record.date("date")
        if date is None:
            return dates.UNDATED
        time, zone = self.record.text("time"), self.record.text("zone")
        found: EventDate | DateError = date
        if time or date.clock is not None:
            found = self._with_zone(dates.with_time(date, time, zone))
        elif zone:
            self._bad_time("zone", "a zone belongs to a clock time", "add 'time:'")
        if not isinstance(found, DateError):
            return found
        self._bad_time(found.part, found.message, found.hint)
        return date

    def _with_zone(self, date: EventDate | DateError) -> EventDate | DateError:
        """A clock time that names no zone is one of the site's zone."""
        default = self.settings.zone
        if isinstance(date, DateError) or not default or date.clock is None or date.clock.zone:
            return date
        return dates.with_time(date, "", default)

    def _bad_time(self, key: str, message: str, hint: str) -> None:
        written = next(each for each in (key, "time", "date") if each in self.record.spans)
        place = self.origin.position(*self.record.spans[written])
        self.problems.append(problem("bad-time", message, place, hint=hint, key=written))

    def _place(self) -> Place | None:
        record = self.record.record("place")
        if record is None or not record.text("name"):
            return None
        self.problems.extend(misplaced(self.origin, record, "place."))
        shown = cast(Precision, record.text("shown") or "exact")
        return Place(record.text("name"), record.number("lat"), record.number("lon"), shown)

    def _importance(self) -> int:
        found = self.record.whole("importance")
        if found is not None and not 1 <= found <= 3:
            place = self.origin.position(*self.record.spans["importance"])
            message = f"'importance' is {found}; expected 1, 2 or 3"
            self.problems.append(problem("wrong-type", message, place, key="importance"))
        return found or 0

    def _prose(self, key: str) -> Prose:
        text = self.record.text(key)
        if not text:
            return NO_PROSE
        start, end = self.record.spans[key]
        found = prose(text)
        if found.is_refused:
            message = f"'{key}' would take too long to read as Markdown; it is shown as it stands"
            place = self.origin.position(start, end)
            hint = "take out long runs of brackets, stars or the like"
            self.problems.append(problem("refused-markdown", message, place, hint=hint, key=key))
        if not found.marks:
            return found
        return replace(found, marks=_located(found.marks, self.origin.text, start, end))

    def _references(self, record: Record, key: str, path: str) -> tuple[Reference, ...]:
        return tuple(
            self._reference(each, f"{path}[{index}]")
            for index, each in enumerate(record.records(key))
        )

    def _reference(self, record: Record, path: str) -> Reference:
        spans = record.spans
        paragraph = record.whole("paragraph")
        if paragraph is not None and paragraph < 1:
            place = self.origin.position(*spans["paragraph"])
            message = f"'paragraph' is {paragraph}; paragraphs are counted from 1"
            self.problems.append(problem("wrong-type", message, place, key=f"{path}.paragraph"))
        return Reference(
            article=record.text("article"),
            span=Span(*spans.get("article", (record.start, record.start + 1))),
            quote=record.text("quote"),
            quote_span=Span(*spans.get("quote", NOWHERE)),
            prefix=record.text("prefix"),
            suffix=record.text("suffix"),
            paragraph=paragraph,
            speaker=record.text("speaker"),
            supports=record.texts("supports"),
            translation=record.text("translation"),
            locator=record.text("locator"),
            captions=cast(Literal["all", "none", ""], record.text("captions")),
            value=record.text("value"),
            publish_quote=record.flag("publish_quote"),
            note=record.text("note"),
            key=path,
        )

    def _accounts(self) -> tuple[AccountNote, ...]:
        found = []
        for index, record in enumerate(self.record.records("accounts")):
            path = f"accounts[{index}]"
            question, statement = record.text("question"), record.text("statement")
            if bool(question) == bool(statement):
                message = "an account has either a 'question' or a 'statement'"
                place = self.origin.position(record.start, self._word_end(record.start))
                hint = "a question is answered differently, a statement is worded differently"
                self.problems.append(problem("missing-key", message, place, hint=hint, key=path))
            versions = self._references(record, "versions", f"{path}.versions")
            found.append(AccountNote(question, statement, record.text("speaker"), versions))
        return tuple(found)

    def _photos(self) -> tuple[tuple[Caption, ...], tuple[CaptionChoice, ...]]:
        records = self.record.records("photos")
        own = tuple(photo(each) for each in records if "article" not in each)
        chosen = tuple(
            CaptionChoice(
                each.text("article"),
                each.text("caption"),
                Span(*each.spans.get("caption", (each.start, each.start + 1))),
                Span(*each.spans.get("image", (each.start, each.start + 1))),
                each.text("image"),
                each.text("rights"),
                each.text("alt"),
            )
            for each in records
            if "article" in each
        )
        return own, chosen

    def _corrections(self) -> tuple[Correction, ...]:
        return tuple(
            Correction(date, record.text("text"))
            for record in self.record.records("corrections")
            if (date := record.date("date")) is not None
        )

    def _own_values(self) -> Iterator[OwnValue]:
        for each in self.settings.own_keys:
            if each.name not in self.record:
                continue
            date = self.record.date(each.name) if each.kind == "date" else None
            match each.kind:
                case "list":
                    values = self.record.texts(each.name)
                case "number":
                    number = self.record.values[each.name]
                    values = (number.written,)
                case "text":
                    values = (self.record.text(each.name),)
                case "date":
                    values = ()
            yield OwnValue(each.name, each.label, values, date, each.is_private)

    def _word_end(self, start: int) -> int:
        text, end = self.origin.text, start
        while end < len(text) and (text[end].isalnum() or text[end] in "-_"):
            end += 1
        return end


def _located(
    groups: tuple[tuple[Mark, ...], ...], text: str, start: int, end: int
) -> tuple[tuple[Mark, ...], ...]:
    """Give every mark its own place: the marks of the value are those of its token, in order."""
    places = [found.span(1) for found in MARK.finditer(text, start, end)]
    if len(places) != len(groups):
        # Escapes and folds can hide a mark from view; then the whole value is the place.
        places = [(start, end)] * len(groups)
    located = []
    reached = start
    for marks, (at, stop) in zip(groups, places, strict=True):
        found = []
        for mark in marks:
            span = _place_of(mark.article, text, max(reached, at), stop) or Span(at, stop)
            reached = span.end if span.end < stop else reached
            found.append(replace(mark, span=span))
        located.append(tuple(found))
    return tuple(located)


def _place_of(article: str, text: str, start: int, end: int) -> Span | None:
    """Find the next mark of an article; '@gull' is no part of '@gull-2'."""
    place = text.find(f"@{article}", start, end)
    while place >= 0:
        after = place + 1 + len(article)
        if after >= end or not (text[after].isalnum() or text[after] in "-_"):
            return Span(place + 1, after)
        place = text.find(f"@{article}", after, end)
    return None
