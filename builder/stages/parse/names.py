"""A list of people or places, with all their names, to `Known`s."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from builder import dates
from builder.dates import DateError, EventDate
from builder.fields import (
    Field,
    Mapping,
    Node,
    Record,
    Scalar,
    Sequence,
    compose,
    read_mapping,
)
from builder.fields.read import is_web_address
from builder.model.inputs import InputFile
from builder.model.names import Known, Name, Precision
from builder.problems import InputText, Problem, first_of, problem
from builder.stages.parse.text import checked_id, decode


def parse_names(
    files: Iterable[InputFile], fields: tuple[Field, ...]
) -> tuple[tuple[Known, ...], tuple[Problem, ...]]:
    """Read the people, or the places, that have several names; `fields` declare one of them."""
    known: list[Known] = []
    problems: list[Problem] = []
    for file in files:
        origin = decode(file)
        if isinstance(origin, Problem):
            problems.append(origin)
            continue
        documents, found = compose(origin)
        reader = _Reader(origin, fields)
        known.extend(reader.all(documents))
        problems.extend(first_of((*found, *reader.problems), origin))
    return tuple(known), tuple(problems)


def misplaced(origin: InputText, record: Record, path: str = "") -> Iterator[Problem]:
    """Find coordinates that are nowhere on the Earth."""
    for key, most in (("lat", 90), ("lon", 180)):
        value = record.number(key)
        if value is not None and not -most <= value <= most:
            place = origin.position(*record.spans[key])
            message = f"'{key}' is {value:g}; expected -{most} to {most} degrees"
            yield problem("wrong-type", message, place, key=f"{path}{key}")


class _Reader:
    """Reads the entries of one file; the problems gather here."""

    def __init__(self, origin: InputText, fields: tuple[Field, ...]) -> None:
        self.origin, self.fields = origin, fields
        self.problems: list[Problem] = []

    def all(self, documents: tuple[Node, ...]) -> Iterator[Known]:
        for document in documents:
            if isinstance(document, Sequence):
                for item in document.items:
                    yield from self._entry(item)
            elif not (isinstance(document, Scalar) and document.is_empty):
                self._tell("wrong-type", "the file is a list, each item with 'id' and 'names'")

    def _entry(self, node: Node) -> Iterator[Known]:
        if not isinstance(node, Mapping):
            if not (isinstance(node, Scalar) and node.is_empty):
                message = "an entry is keys with values: 'id' and 'names'"
                self._tell("wrong-type", message, (node.start, node.start + 1))
            return
        record, mistakes = read_mapping(self.fields, node, self.origin)
        self.problems.extend(mistakes)
        found = self._known(record, is_whole=not mistakes)
        if found is not None:
            yield found

    def _known(self, record: Record, *, is_whole: bool) -> Known | None:
        """Give an entry, if it has an id that can stand in an address and a name at least."""
        self.problems.extend(misplaced(self.origin, record))
        links = tuple(self._links(record))
        written = [each for each in record.records("names") if each.text("name").strip()]
        names = tuple(
            Name(each.text("name"), each.text("language"), self._used(each)) for each in written
        )
        if is_whole and not names:
            message = "there is no name in 'names'"
            self._tell("missing-key", message, record.spans["names"], key="names")
        if "id" not in record:
            return None
        found, mistakes = checked_id(self.origin, record, "")
        self.problems.extend(mistakes)
        if mistakes or not names:
            return None
        return Known(
            id=found,
            position=self.origin.position(*record.spans["id"]),
            names=names,
            name_positions=tuple(self.origin.position(*each.spans["name"]) for each in written),
            links=links,
            lat=record.number("lat"),
            lon=record.number("lon"),
            shown=cast(Precision, record.text("shown") or "exact"),
            note=record.text("note"),
        )

    def _links(self, record: Record) -> Iterator[str]:
        for link, start, end in record.written("links"):
            if is_web_address(link):
                yield link
            else:
                message = "'links' are web addresses that begin with https:// or http://"
                hint = "copy the whole address from the browser"
                self._tell("bad-url", message, (start, end), hint=hint, key="links")

    def _used(self, record: Record) -> EventDate | None:
        """Give from when until when a name was used, as one range."""
        ends = {key: date for key in ("from", "to") if (date := record.date(key)) is not None}
        for key, date in ends.items():
            if any(mark in date.edtf for mark in "/[{"):
                message = f"'{key}' is one date, and '{date.edtf}' is several"
                hint = "write when it began under 'from', and when it ended under 'to'"
                self._tell("bad-date", message, record.spans[key], hint=hint, key=f"names.{key}")
                return None
        if not ends:
            return None
        found = dates.parse(
            "/".join(ends[key].edtf if key in ends else ".." for key in ("from", "to"))
        )
        if isinstance(found, DateError):
            key = next(reversed(ends))
            self._tell(
                found.code, found.message, record.spans[key], hint=found.hint, key=f"names.{key}"
            )
            return None
        return found

    def _tell(
        self, code: str, message: str, span: tuple[int, int] = (0, 1), hint: str = "", key: str = ""
    ) -> None:
        place = self.origin.position(*span)
        self.problems.append(problem(code, message, place, hint=hint, key=key))
