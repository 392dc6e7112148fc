"""YAML text to nodes that know their characters.

Built from libyaml's events, not from its nodes: an alias keeps the place where it is used, nothing
recurses, and merge keys and aliases are counted before they are expanded (a 610-byte chain of
merge keys otherwise takes nine minutes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from builder.fields.common import composed
from builder.fields.conflicts import merge_conflicts
from builder.fields.mending import mended_line
from builder.fields.tree import Mapping, Node, Scalar, Sequence
from builder.problems import InputText, Problem, Related, first_of, problem

__all__ = [
    "MAX_DEPTH",
    "MAX_NODES",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "compose",
    "composed_by_libyaml",
]

MAX_DEPTH: Final = 64
MAX_NODES: Final = 100_000


class _Refused(Exception):
    """Carries the one problem that makes a file unreadable; never leaves this module."""

    def __init__(self, code: str, message: str, hint: str, start: int, end: int) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint
        self.start, self.end = start, end


def compose(
    file: InputText, *, end: int | None = None
) -> tuple[tuple[Node, ...], tuple[Problem, ...]]:
    """Give the top node of each YAML document in a file, with what is wrong in them.

    Only the characters before `end` are read. A file that cannot be read as YAML gives no node
    and one problem.
    """
    text = file.text if end is None else file.text[:end]
    conflicts = merge_conflicts(file)
    if conflicts:
        return (), conflicts
    documents = composed(text)
    return composed_by_libyaml(file, text) if documents is None else (documents, ())


def composed_by_libyaml(file: InputText, text: str) -> tuple[tuple[Node, ...], tuple[Problem, ...]]:
    """Give what `compose` gives, for a text of any kind; `file` begins with it."""
    composer = _Composer(file, text)
    try:
        documents = tuple(composer.documents())
    except _Refused as refused:
        place = file.position(refused.start, refused.end)
        return (), (problem(refused.code, refused.message, place, hint=refused.hint),)
    except yaml.YAMLError as error:
        return (), (_syntax_problem(file, text, error),)
    return documents, first_of(composer.problems, file)


@dataclass(slots=True)
class _Open:
    """A collection whose end has not been met."""

    start: int
    anchor: str | None
    is_mapping: bool
    size_before: int
    items: list[Node] = field(default_factory=list)


class _Composer:
    """Turns the events of one file into nodes."""

    def __init__(self, file: InputText, text: str) -> None:
        self.file, self.text = file, text
        self.problems: list[Problem] = []
        self.size = 0
        self.anchors: dict[str, tuple[Node, int]] = {}

    def documents(self) -> Iterator[Node]:
        stack: list[_Open] = []
        next_event = _parser(self.text).get_event
        # This loop runs some forty times a note.
        while (event := next_event()) is not None:
            kind = event.__class__
            done: Node
            if kind is yaml.ScalarEvent:
                done = Scalar(
                    event.value, event.start_mark.index, event.end_mark.index, not event.style
                )
                self.size += 1
                if event.anchor is not None:
                    self.anchors[event.anchor] = (done, 1)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._open(stack, event, is_mapping=kind is yaml.MappingStartEvent)
                continue
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                done = self._close(stack.pop(), event.end_mark.index)
            elif kind is yaml.AliasEvent:
                done = self._alias(event)
            else:
                if kind is yaml.DocumentStartEvent:
                    self.anchors.clear()
                continue
            if stack:
                stack[-1].items.append(done)
            else:
                yield done

    def _open(self, stack: list[_Open], event: Any, *, is_mapping: bool) -> None:
        start = event.start_mark.index
        if len(stack) >= MAX_DEPTH:
            message = f"values are nested more than {MAX_DEPTH} deep"
            raise _Refused("too-large", message, "write the note flatter", start, start + 1)
        self._count(1, start, start + 1)
        anchor = event.anchor
        stack.append(_Open(start, anchor, is_mapping, self.size - 1))

    def _close(self, opened: _Open, end: int) -> Node:
        items = opened.items
        node: Node
        if opened.is_mapping:
            node = Mapping(self._entries(items), opened.start, end)
        else:
            node = Sequence(tuple(items), opened.start, end)
        if opened.anchor is not None:
            self.anchors[opened.anchor] = (node, self.size - opened.size_before)
        return node

    def _alias(self, event: Any) -> Node:
        start, end = event.start_mark.index, event.end_mark.index
        name: str = event.anchor
        if name not in self.anchors:
            message = f"'*{name}' repeats a value, but no finished value above is called '&{name}'"
            raise _Refused("yaml-syntax", message, "write the value out", start, end)
        node, size = self.anchors[name]
        self._count(size, start, end)
        # The value is where it is used, for whoever reads a message about it.
        return node._replace(start=start, end=end)

    def _count(self, more: int, start: int, end: int) -> None:
        self.size += more
        if self.size > MAX_NODES:
            message = f"the file holds more than {MAX_NODES:,} values once repeats are written out"
            raise _Refused("too-large", message, "split it, or repeat less", start, end)

    def _entries(self, items: list[Node]) -> tuple[tuple[Scalar, Node], ...]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        merged: list[Node] = []
        for key, value in zip(items[::2], items[1::2], strict=True):
            if not isinstance(key, Scalar):
                place = self.file.position(key.start, key.start + 1)
                message = "a key is a single word, not a list or a group of keys"
                hint = "put quotation marks round a text that begins with [ or {"
                self.problems.append(problem("wrong-type", message, place, hint=hint))
            elif key.text == "<<" and key.is_plain:
                merged.append(value)
            elif key.text in entries:
                self._duplicate(entries[key.text][0], key)
            else:
                entries[key.text] = (key, value)
        for value in merged:
            self._merge(entries, value)
        return tuple(entries.values())

    def _merge(self, entries: dict[str, tuple[Scalar, Node]], value: Node) -> None:
        sources = value.items if isinstance(value, Sequence) else (value,)
        for source in sources:
            if not isinstance(source, Mapping):
                message = "'<<' takes over the keys of another group of keys, this is none"
                place = self.file.position(source.start, source.end)
                self.problems.append(problem("wrong-type", message, place))
                continue
            self._count(len(source.entries), value.start, value.end)
            for key, inherited in source.entries:
                entries.setdefault(key.text, (key, inherited))

    def _duplicate(self, first: Scalar, again: Scalar) -> None:
        self.problems.append(
            problem(
                "duplicate-key",
                f"the key '{again.text}' stands twice",
                self.file.position(again.start, again.end),
                hint="keep one of the two",
                related=(Related("first here", self.file.position(first.start, first.end)),),
            )
        )


def _parser(text: str) -> Any:
    """libyaml's parser; the eight times slower one of PyYAML where libyaml is missing."""
    if not yaml.__with_libyaml__:
        return yaml.SafeLoader(text)
    from yaml._yaml import CParser

    return CParser(text)


_PLAIN_COLON: Final = re.compile(r"^\s*(?:- )?[\w-]+: +[^\"'|>\[{&*!#\s].*: ")


def _character(text: str, error: yaml.YAMLError) -> int:
    """The character that stands at the byte where libyaml's reader stopped."""
    byte = getattr(error, "position", 0) or 0
    return len(text.encode()[:byte].decode(errors="ignore"))


# What libyaml says, for somebody who has never heard of a mapping.
_PLAIN_WORDS: Final = {
    "mapping values are not allowed in this context": "a colon stands where no key can be",
    "did not find expected key": "a key was expected here",
    "could not find expected ':'": "a key without its colon",
    "did not find expected '-' indicator": "an item of the list was expected here",
    "did not find expected ',' or ']'": "a list in [ ] is not closed",
    "did not find expected ',' or '}'": "a group of keys in { } is not closed",
    "did not find expected node content": "a value was expected here",
    "did not find expected <document start>": "something stands behind the end of the value",
    "found unexpected end of stream": "quotation marks are not closed",
    "found unexpected document indicator": "quotation marks are not closed",
    "found character that cannot start any token": "a value cannot begin with this character",
    "found unknown escape character": "a backslash inside quotation marks begins no known escape",
    "block sequence entries are not allowed in this context": "a list item cannot stand here",
    "control characters are not allowed": "a control character stands here",
}


# What was opened and not closed is put right where it opens; the parser stops far behind.
_UNCLOSED: Final = (
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
    "found unexpected end of stream",
    "found unexpected document indicator",
)


def _syntax_problem(file: InputText, text: str, error: yaml.YAMLError) -> Problem:
    """Say in plain words why a text is not YAML, where the slip is, and how it could be mended."""
    start = _start(text, error)
    found = getattr(error, "problem", None) or getattr(error, "reason", None) or ""
    found = _PLAIN_WORDS.get(found, "it cannot be read from here on")
    place = file.position(start, start + 1)
    hint = "compare its indentation and quotation marks with the lines around it"
    if "\t" in place.source[: place.column]:
        hint = "indent with blanks; a tab is not allowed there"
    elif _PLAIN_COLON.match(place.source):
        hint = "a value that holds a colon and a blank goes in quotation marks"
    elif place.source.count('"') > 2:
        hint = 'write \\" for a straight quotation mark inside quotation marks, or use “ and ”'
    mended = mended_line(text, start, _is_readable)
    # The line may hold what public logs must not repeat.
    details = (f"line {mended.number} can be read when written: {mended.text}",) if mended else ()
    return problem("yaml-syntax", f"this is not YAML: {found}", place, hint=hint, details=details)


def _is_readable(text: str) -> bool:
    """Tell whether libyaml reads all of a text."""
    parser = _parser(text)
    try:
        while parser.get_event() is not None:
            pass
    except yaml.YAMLError:
        return False
    return True


def _start(text: str, error: yaml.YAMLError) -> int:
    """Give the character where the slip is, as far as the parser tells."""
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    if getattr(error, "problem", None) in _UNCLOSED:
        marks.reverse()
    mark = marks[0] or marks[1]
    return _character(text, error) if mark is None else int(mark.index)
