"""Bytes to text, and a text's front matter apart from its body."""

from __future__ import annotations

from typing import Final

from builder.fields import Field, Mapping, Record, compose, merge_conflicts, read_mapping
from builder.fields.front import front_of, never_ends
from builder.model.content import Span, Written
from builder.model.identifiers import RESERVED, is_id, proposed_id
from builder.model.inputs import InputFile
from builder.problems import InputText, Position, Problem, problem
from builder.values import frozen

_MOST_FRONT_MATTER: Final = 1_000_000


def decode(file: InputFile) -> InputText | Problem:
    """Give a file's text, as it is but for the byte order mark."""
    try:
        # Ten times as fast as the codec that leaves out the mark by itself.
        text = file.data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        message = f"the file is not UTF-8: byte {error.start} cannot be read"
        return _unreadable(file, message)
    if "\0" in text:
        return _unreadable(file, f"byte {file.data.index(0)} is NUL; this is no text")
    return InputText(file.path, text)


def _unreadable(file: InputFile, message: str) -> Problem:
    place = Position(file.path)
    return problem("not-utf8", message, place, hint="save the file as UTF-8 text")


def with_plain_line_ends(text: str) -> str:
    """Give a text with LF at the end of every line."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


@frozen
class FrontMatter:
    """What stands between the `---` lines, and where the body begins."""

    record: Record
    body_start: int


def front_matter(
    file: InputText, fields: tuple[Field, ...]
) -> tuple[FrontMatter | None, tuple[Problem, ...]]:
    """Read the front matter of a text; None when it cannot be read at all.

    A text without any has an empty record and begins at once.
    """
    conflicts = merge_conflicts(file)
    if conflicts:
        return None, conflicts
    empty = FrontMatter(Record({}, {}, 0, 0), 0)
    found = front_of(file.text)
    if found is None:
        if not never_ends(file.text):
            return empty, ()
        message = "the front matter begins with '---' here and never ends"
        hint = "add a line '---' after the last key"
        return None, (problem("yaml-syntax", message, file.position(0, 3), hint=hint),)
    if found.body_start > _MOST_FRONT_MATTER:
        message = f"the front matter holds more than {_MOST_FRONT_MATTER:,} characters"
        return None, (problem("too-large", message, file.position(0, 3), hint="shorten it"),)
    # The opening line is YAML's own mark of a document, so offsets need no shift.
    documents, problems = compose(file, end=found.yaml_end)
    if not documents:
        return (None if problems else FrontMatter(empty.record, found.body_start)), problems
    top = documents[0]
    if not isinstance(top, Mapping):
        if not problems and getattr(top, "is_empty", False):
            return FrontMatter(empty.record, found.body_start), ()
        message = "the front matter is keys with values, such as 'title: A headline'"
        return None, (*problems, problem("wrong-type", message, file.position(top.start)))
    record, mistakes = read_mapping(fields, top, file)
    return FrontMatter(record, found.body_start), (*problems, *mistakes)


def stem(path: str) -> str:
    """Give a file's name without its folder and ending."""
    name = path[path.rfind("/") + 1 :]
    dot = name.rfind(".")
    return name[:dot] if 0 < dot < len(name) - 1 else name


def checked_id(file: InputText, record: Record, name: str) -> tuple[str, tuple[Problem, ...]]:
    """Give the id of an article or note, the one written or else the file's name."""
    written = record.text("id")
    found = written or name
    if is_id(found):
        return found, ()
    place = file.position(*record.spans["id"]) if written else file.position(0)
    near = proposed_id(found)
    hint = f"write '{near}'" if near else "choose a name in Latin letters and digits"
    if not written:
        hint = f"rename the file to '{near}', or give it an 'id:'" if near else f"{hint} as 'id:'"
    message = f"'{found}' cannot be an id: lower-case letters, digits and single hyphens only"
    if found in RESERVED:
        message = f"'{found}' cannot be an id: the name is reserved"
    return found, (problem("bad-id", message, place, hint=hint, key="id"),)


def aliases(file: InputText, record: Record) -> tuple[tuple[Written, ...], tuple[Problem, ...]]:
    """Give the earlier ids of an article or note, and which of them cannot have been any."""
    found = tuple(Written(text, Span(start, end)) for text, start, end in record.written("aliases"))
    return found, tuple(
        problem(
            "bad-id",
            f"'{alias.text}' cannot have been an id",
            file.position(*alias.span),
            hint="write the earlier id as it stood in the address",
            key="aliases",
        )
        for alias in found
        if not is_id(alias.text)
    )
