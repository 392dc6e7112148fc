"""Random notes written in every style, and random edits, for the law that edits keep to."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, Final

from builder.edits import Append, Edit, Remove, Replace, Set

_WORDS: Final = ("gate", "lock", "№", "tide", "Ünterwelt")
_AWKWARD: Final = (
    *("서울", "القاهرة", "don't", 'say "x"', "a: b", "c # d", "- dash", "yes", "null", "~", ""),
    *("2031-04-03", "12:30", "1.10", "{x}", "[y]", "*star", "&amp", "%", "@at", "`tick`", "|bar"),
    *(">fold", "tab\there", "\u2028ls", "\u00a0blank", "🚢 ferry", "trailing ", "0x1f", "!tag"),
    *("? q", "#hash", "'q'", '"dq"', "back\\slash", "line\nbreak", "two\nlines\n", "end\n\n"),
    *(" lead", "a,b", "x: y: z", "…", "\x85next", "---", "...", "--- a", "end:", "# a\n- b\n"),
)
_KEYS: Final = (
    *("title", "date", "place", "tags", "summary", "sources", "body", "people", "related"),
    *("note", "x-y", "group", "status"),
)
ORDER: Final = (
    *("id", "title", "date", "place", "people", "tags", "group", "summary", "body", "status"),
    *("sources", "related", "note"),
)
_COMMENTS: Final = ("# note", "#", "# a: b", "# - x", "# 'q", "# ä…", "#: [ {")


def random_text(random: Random) -> str:
    if random.random() < 0.5:
        return random.choice(_WORDS + _AWKWARD)
    return " ".join(random.choices(_WORDS, k=random.randint(1, 6)))


def random_value(random: Random, depth: int = 0) -> Any:
    kind = random.random()
    if depth > 2 or kind < 0.55:
        return random_text(random)
    if kind < 0.8:
        return [random_value(random, depth + 1) for _ in range(random.randint(1, 3))]
    return _random_keys(random, depth, most=3)


def random_note(random: Random) -> tuple[dict[str, Any], str]:
    """Give the values of a note, and a text that a person might have written them in."""
    values = _random_keys(random, -1, most=7)
    text = _Hand(random).entries(values, 0)
    text = f"# top\n{text}" if random.random() < 0.2 else text
    text = f"{text}# end\n" if random.random() < 0.2 else text
    # Line feeds at the end of a block are its own.
    text = text.rstrip("\n") if random.random() < 0.1 and "|" not in text else text
    return values, text.replace("\n", random.choice(["\n"] * 6 + ["\r\n"]))


def written_by_hand(random: Random, values: dict[str, Any]) -> str:
    """Write a note as a person might have."""
    return _Hand(random).entries(values, 0)


def _random_keys(random: Random, depth: int, *, most: int) -> dict[str, Any]:
    keys = random.sample(_KEYS, random.randint(1, most))
    return {key: random_value(random, depth + 1) for key in keys}


class _Hand:
    """Writes values as people do: each time another way."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def entries(self, keys: dict[str, Any], indent: int, first: str = "") -> str:
        written = []
        for key, value in keys.items():
            before = first or f"{self._between(indent)}{' ' * indent}"
            name = key if self.random.random() < 0.95 else f'"{key}"'
            written.append(f"{before}{name}:{self._value(value, indent)}")
            first = ""
        return "".join(written)

    def _value(self, value: Any, indent: int) -> str:
        if isinstance(value, str):
            return self._ended(self._text(value, indent))
        if self.random.random() < 0.3:
            return self._ended(self._flow(value))
        if isinstance(value, dict):
            return self._ended("") + self.entries(value, indent + self.random.choice([1, 2, 2, 4]))
        return self._ended("") + self._items(value, indent + self.random.choice([0, 2, 2, 3]))

    def _items(self, items: Sequence[Any], indent: int) -> str:
        written = []
        for item in items:
            dash = f"{self._between(indent)}{' ' * indent}-"
            if isinstance(item, dict) and self.random.random() < 0.7:
                written.append(dash + self.entries(item, indent + 2, first=" "))
            elif isinstance(item, str):
                written.append(dash + self._ended(self._text(item, indent)))
            elif isinstance(item, list) and self.random.random() < 0.3:
                written.append(f"{dash}\n{self._items(item, indent + 2)}")
            else:
                written.append(dash + self._ended(self._flow(item)))
        return "".join(written)

    def _flow(self, value: Any) -> str:
        if isinstance(value, str):
            return self._text(value, None)
        inside = self.random.choice(["", " "])
        if isinstance(value, dict):
            keys = (f"{key}: {self._flow(each)}" for key, each in value.items())
            return f"{{{inside}{', '.join(keys)}{inside}}}"
        between = self.random.choice([", ", ",", " , "])
        items = between.join(map(self._flow, value))
        return f"[{inside}{items}{self.random.choice(['', '', ','])}{inside}]"

    def _text(self, text: str, indent: int | None) -> str:
        """Write a text; without an indentation, between brackets."""
        in_flow = indent is None
        ways = [_in_double_marks(text)]
        if text and text.isprintable():
            ways.append(f"'{text.replace(chr(39), chr(39) * 2)}'")
        if _can_be_plain(text, in_flow=in_flow):
            ways += [text] * 3
        if not in_flow and not text:
            ways.append("")
        if indent is not None and "\n" in text and text[0] not in " \n":
            ways += [self._block(text, indent)] * 4
        return self.random.choice(ways)

    def _block(self, text: str, indent: int) -> str:
        lines = text.rstrip("\n").split("\n")
        feeds = len(text) - len(text.rstrip("\n"))
        header = f"|{['-', '', '+'][min(feeds, 2)]}"
        if self.random.random() < 0.2:
            header += f" {self.random.choice(_COMMENTS)}"
        margin = " " * (indent + self.random.choice([1, 2, 2, 3, 4]))
        return "\n".join((header, *(margin + line for line in lines), *[""] * (feeds - 1)))

    def _ended(self, written: str) -> str:
        """Begin behind a colon or dash, and end the line, perhaps with a comment."""
        written = f" {written}" if written else ""
        if "\n" not in written and self.random.random() < 0.2:
            written += f"  {self.random.choice(_COMMENTS)}"
        return f"{written}\n"

    def _between(self, indent: int) -> str:
        kind = self.random.random()
        if kind < 0.1:
            return "\n"
        margin = " " * self.random.choice([0, indent])
        return f"{margin}{self.random.choice(_COMMENTS)}\n" if kind < 0.2 else ""


def _in_double_marks(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\u2028", "\\L").replace("\x85", "\\N")


def _can_be_plain(text: str, *, in_flow: bool) -> bool:
    return (
        text.isprintable()
        and text[:1].isalnum()
        and not text.endswith((" ", ":"))
        and not any(each in text for each in (": ", " #"))
        and text not in ("null", "~")
        and not (in_flow and any(each in text for each in ",[]{}"))
    )


# ------------------------------------------------------------------------------------- edits


def random_edit(random: Random, values: dict[str, Any]) -> Edit:
    """Give an edit of a note that makes sense, or nearly always."""
    paths = [path for path, _ in _places(values) if path]
    kind = random.random()
    if kind < 0.35:
        value = random_value(random, 1) if random.random() < 0.3 else random_text(random)
        return Set(random.choice(paths), value)
    if kind < 0.5:
        groups = [path for path, each in _places(values) if isinstance(each, dict) or each == ""]
        below = (random.choice(_KEYS), *(("lat",) if random.random() < 0.2 else ()))
        return Set((*random.choice(groups), *below), random_value(random, 1))
    if kind < 0.7:
        lists = [path for path, each in _places(values) if path and not isinstance(each, dict)]
        path = random.choice([*lists, (random.choice(_KEYS),)])
        return Append(path, random_value(random, 1))
    texts = [(path, each) for path, each in _places(values) if isinstance(each, str) and each]
    if kind < 0.9 or not texts:
        return Remove(random.choice(paths))
    path, text = random.choice(texts)
    start = random.randrange(len(text))
    words = text[start : random.randint(start + 1, len(text))]
    return Replace(path, words, random.choice(["x", "new words", "a: b", '"']))


def _places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, Any]]:
    yield path, value
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _places(each, (*path, key))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _places(each, (*path, number))
