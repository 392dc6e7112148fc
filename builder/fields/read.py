"""Read a mapping by its declaration: checked values, each with its place in the file."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlsplit

from builder import dates
from builder.dates import DateError, EventDate
from builder.fields.declare import Field, Kind
from builder.fields.nodes import Mapping, Node, Scalar, Sequence
from builder.problems import InputText, Position, Problem, Related, first_of, problem
from builder.values import frozen

TRUE: Final = ("true", "yes")
FALSE: Final = ("false", "no")
SCHEMES: Final = ("http", "https")


class Number(float):
    """A number that knows how it was written: 1.10 is no 1.1."""

    written: str

    def __new__(cls, written: str) -> Number:
        """Read a number; raises ValueError where there is none."""
        found = super().__new__(cls, written)
        found.written = written
        return found


@frozen
class Record:
    """The values of one mapping that could be read; a key that is absent or refused has none."""

    values: dict[str, Any]
    spans: dict[str, tuple[int, int]]
    """Where each value stands in the file, by key."""
    start: int
    """The first key, where a problem of the whole record is reported."""
    end: int

    def __contains__(self, key: str) -> bool:
        """Tell whether the key has a value."""
        return key in self.values

    def text(self, key: str) -> str:
        """Give a text, or the empty one."""
        found: str = self.values.get(key, "")
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a list of texts, or the empty one."""
        return tuple(text for text, _, _ in self.values.get(key, ()))

    def written(self, key: str) -> tuple[tuple[str, int, int], ...]:
        """Give a list of texts, each with where it starts and ends in the file."""
        found: tuple[tuple[str, int, int], ...] = self.values.get(key, ())
        return found

    def flag(self, key: str) -> bool:
        """Give a yes or no; absent is no."""
        found: bool = self.values.get(key, False)
        return found

    def maybe_flag(self, key: str) -> bool | None:
        """Give a yes or no, or None when absent."""
        found: bool | None = self.values.get(key)
        return found

    def whole(self, key: str) -> int | None:
        """Give a whole number, or None when absent."""
        found: int | None = self.values.get(key)
        return found

    def number(self, key: str) -> float | None:
        """Give a number, or None when absent."""
        found: float | None = self.values.get(key)
        return found

    def date(self, key: str) -> EventDate | None:
        """Give a date, or None when absent."""
        found: EventDate | None = self.values.get(key)
        return found

    def record(self, key: str) -> Record | None:
        """Give the keys below a key, or None when absent."""
        found: Record | None = self.values.get(key)
        return found

    def named(self, key: str) -> tuple[tuple[str, tuple[int, int], Record], ...]:
        """Give the groups of keys below names of the curator's, with the places of the names."""
        found: tuple[tuple[str, tuple[int, int], Record], ...] = self.values.get(key, ())
        return found

    def records(self, key: str) -> tuple[Record, ...]:
        """Give a list of groups of keys, or the empty one."""
        found: tuple[Record, ...] = self.values.get(key, ())
        return found


def read_mapping(
    fields: tuple[Field, ...], node: Mapping, file: InputText, path: str = ""
) -> tuple[Record, tuple[Problem, ...]]:
    """Read a mapping by its declaration; every mistake in it is reported, none stops the reading.

    `path` is the path of the mapping's own key, such as `sources[1]`.
    """
    reader = _Reader(file)
    record = reader.mapping(fields, node, path)
    return record, first_of(reader.problems, file)


@lru_cache(maxsize=64)
def _known(fields: tuple[Field, ...]) -> tuple[dict[str, Field], tuple[Field, ...]]:
    """Every name a key may be written by, synonyms included; and the keys that must be there."""
    known = {name: field for field in fields for name in (field.name, *field.synonyms)}
    return known, tuple(field for field in fields if field.is_required)


def nearest(word: str, known: tuple[str, ...]) -> str:
    """Give the known word most like a word, or the empty one."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.lower(), known, n=1, cutoff=0.6)), "")


class _Reader:
    """Reads the nodes of one file; the problems gather here."""

    def __init__(self, file: InputText) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def mapping(self, fields: tuple[Field, ...], node: Mapping, path: str) -> Record:
        known, required = _known(fields)
        values: dict[str, Any] = {}
        spans: dict[str, tuple[int, int]] = {}
        written_as: dict[str, Scalar] = {}
        for key, value in node.entries:
            field = known.get(key.text)
            if field is None:
                self._unknown(key, tuple(known), path)
                continue
            if key.text != field.name:
                self._synonym(key, field)
            if field.name in written_as:
                self._both(written_as[field.name], key)
                continue
            written_as[field.name] = key
            if isinstance(value, Scalar) and value.is_empty:
                continue
            read = _READERS[field.kind](self, field, value, f"{path}.{field.name}")
            if read is not None:
                values[field.name] = read
            spans[field.name] = (value.start, value.end)
        first = node.entries[0][0].start if node.entries else node.start
        self._missing(required, spans, first, path)
        return Record(values, spans, first, node.end)

    # ------------------------------------------------------------------ single values

    def text(self, field: Field, node: Node, path: str) -> str | None:
        if isinstance(node, Scalar):
            return node.text
        self._wrong(field, node, path, "one text")
        return None

    def flag(self, field: Field, node: Node, path: str) -> bool | None:
        if isinstance(node, Scalar) and node.text.lower() in TRUE + FALSE:
            return node.text.lower() in TRUE
        self._wrong(field, node, path, "true or false")
        return None

    def whole(self, field: Field, node: Node, path: str) -> int | None:
        if isinstance(node, Scalar) and _is_whole(node.text):
            return int(node.text)
        self._wrong(field, node, path, "a whole number")
        return None

    def number(self, field: Field, node: Node, path: str) -> float | None:
        try:
            number = Number(node.text) if isinstance(node, Scalar) else None
        except ValueError:
            number = None
        if number is not None and abs(number) <= 1e9:
            return number
        self._wrong(field, node, path, "a number")
        return None

    def date(self, field: Field, node: Node, path: str) -> EventDate | None:
        if not isinstance(node, Scalar):
            self._wrong(field, node, path, "a date")
            return None
        found = dates.parse(node.text)
        if not isinstance(found, DateError):
            return found
        place = self.file.position(node.start, node.end)
        self.problems.append(
            problem(found.code, found.message, place, hint=found.hint, key=path.lstrip("."))
        )
        return None

    def url(self, field: Field, node: Node, path: str) -> str | None:
        text = self.text(field, node, path)
        if text is None or is_web_address(text):
            return text
        place = self.file.position(node.start, node.end)
        message = f"'{field.name}' is a web address that begins with https:// or http://"
        hint = "copy the whole address from the browser"
        self.problems.append(problem("bad-url", message, place, hint=hint, key=path.lstrip(".")))
        return None

    def choice(self, field: Field, node: Node, path: str) -> str | None:
        if isinstance(node, Scalar) and node.text in field.choices:
            return node.text
        listed = ", ".join(f"'{choice}'" for choice in field.choices)
        self._wrong(field, node, path, f"one of {listed}")
        return None

    # ----------------------------------------------------------------------- collections

    def texts(self, field: Field, node: Node, path: str) -> tuple[tuple[str, int, int], ...] | None:
        """A list of texts; a single text is a list of one."""
        if isinstance(node, Scalar):
            return ((node.text, node.start, node.end),)
        if isinstance(node, Mapping):
            self._wrong(field, node, path, "a list of texts")
            return None
        found = []
        for item in node.items:
            if not isinstance(item, Scalar):
                self._wrong(field, item, path, "a list of texts")
            elif field.choices and item.text not in field.choices:
                self.choice(field, item, path)
            elif not item.is_empty:
                found.append((item.text, item.start, item.end))
        return tuple(found)

    def record(self, field: Field, node: Node, path: str) -> Record | None:
        if isinstance(node, Mapping):
            return self.mapping(field.fields, node, path)
        if isinstance(node, Scalar) and field.short:
            key = Scalar(field.short, node.start, node.end, is_plain=True)
            return self.mapping(field.fields, Mapping(((key, node),), node.start, node.end), path)
        self._wrong(field, node, path, _listed(field))
        return None

    def named(
        self, field: Field, node: Node, path: str
    ) -> tuple[tuple[str, tuple[int, int], Record], ...] | None:
        """Keys that the curator names: each name with its place, and what is written of it."""
        if not isinstance(node, Mapping):
            self._wrong(field, node, path, "names, each with keys of its own")
            return None
        found = (
            (key.text, (key.start, key.end), self._of_name(field, value, f"{path}.{key.text}"))
            for key, value in node.entries
        )
        return tuple((name, span, record) for name, span, record in found if record is not None)

    def _of_name(self, field: Field, value: Node, path: str) -> Record | None:
        if isinstance(value, Scalar) and value.is_empty:
            return Record({}, {}, value.start, value.end)
        return self.record(field, value, path)

    def records(self, field: Field, node: Node, path: str) -> tuple[Record, ...] | None:
        if not isinstance(node, Sequence):
            self._wrong(field, node, path, f"a list, each item with {_listed(field)}")
            return None
        found = (
            self.record(field, item, f"{path}[{index}]")
            for index, item in enumerate(node.items)
            if not (isinstance(item, Scalar) and item.is_empty)
        )
        return tuple(record for record in found if record is not None)

    # ------------------------------------------------------------------------ mistakes

    def _wrong(self, field: Field, node: Node, path: str, expected: str) -> None:
        found = {Scalar: "a text", Sequence: "a list", Mapping: "a group of keys"}[type(node)]
        if isinstance(node, Scalar):
            found = f"'{_short(node.text)}'"
        message = f"'{field.name}' holds {found}; expected {expected}"
        place = self._token(node)
        self.problems.append(problem("wrong-type", message, place, key=path.lstrip(".")))

    def _unknown(self, key: Scalar, known: tuple[str, ...], path: str) -> None:
        # A likeness takes a millisecond; a file of nothing but unknown keys is no slip.
        near = nearest(key.text, known) if len(self.problems) < 50 else ""
        hint = f"did you mean '{near}'?" if near else f"known here: {', '.join(known)}"
        place = self.file.position(key.start, key.end)
        message = f"the key '{_short(key.text)}' is not known here"
        where = f"{path}.{_short(key.text)}".lstrip(".")
        self.problems.append(problem("unknown-key", message, place, hint=hint, key=where))

    def _synonym(self, key: Scalar, field: Field) -> None:
        place = self.file.position(key.start, key.end)
        message = f"'{key.text}' is read as '{field.name}'"
        self.problems.append(problem("old-key", message, place, hint=f"write '{field.name}'"))

    def _both(self, first: Scalar, again: Scalar) -> None:
        message = f"'{again.text}' and '{first.text}' mean the same and both stand here"
        related = (Related("first here", self.file.position(first.start, first.end)),)
        place = self.file.position(again.start, again.end)
        self.problems.append(
            problem("both-keys", message, place, hint="keep one of the two", related=related)
        )

    def _missing(
        self,
        required: tuple[Field, ...],
        spans: dict[str, tuple[int, int]],
        at: int,
        path: str,
    ) -> None:
        for field in required:
            if field.name not in spans:
                self.problems.append(
                    problem(
                        "missing-key",
                        f"'{field.name}' is missing" + (f" in '{path[1:]}'" if path else ""),
                        self._word(at),
                        hint=f"add '{field.name}:' ({field.about[0].lower()}{field.about[1:]})",
                        key=f"{path}.{field.name}".lstrip("."),
                    )
                )

    def _token(self, node: Node) -> Position:
        end = node.end if isinstance(node, Scalar) else node.start + 1
        return self.file.position(node.start, end)

    def _word(self, at: int) -> Position:
        text = self.file.text
        end = at
        while end < len(text) and (text[end].isalnum() or text[end] in "-_"):
            end += 1
        return self.file.position(at, end)


def is_web_address(text: str) -> bool:
    """Tell whether a text is an absolute http or https address without blanks or controls."""
    if not text.isprintable() or " " in text:
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme.lower() in SCHEMES and bool(parts.hostname)
    except ValueError:
        return False


def _is_whole(text: str) -> bool:
    digits = text[1:] if text[:1] in ("-", "+") else text
    return digits.isascii() and digits.isdigit() and len(digits) <= 9


def _listed(field: Field) -> str:
    return "the keys " + ", ".join(f"'{each.name}'" for each in field.fields[:4])


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"


_READERS: Final[dict[Kind, Callable[[_Reader, Field, Any, str], Any]]] = {
    Kind.TEXT: _Reader.text,
    Kind.MARKDOWN: _Reader.text,
    Kind.ID: _Reader.text,
    Kind.TIME: _Reader.text,
    Kind.DATE: _Reader.date,
    Kind.FLAG: _Reader.flag,
    Kind.WHOLE: _Reader.whole,
    Kind.NUMBER: _Reader.number,
    Kind.URL: _Reader.url,
    Kind.CHOICE: _Reader.choice,
    Kind.TEXTS: _Reader.texts,
    Kind.IDS: _Reader.texts,
    Kind.RECORD: _Reader.record,
    Kind.RECORDS: _Reader.records,
    Kind.NAMED: _Reader.named,
}
