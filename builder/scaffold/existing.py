"""What is there already: files in a folder, ids that are taken."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from builder.fields import Mapping, Node, Scalar, Sequence, compose
from builder.fields.front import front_of
from builder.problems import InputText

_WELCOME: Final = frozenset([".git", ".gitignore", ".gitattributes"])
_WELCOME_BEGINNINGS: Final = ("readme", "license", "licence")
# Most notes have neither key, and need not be read as YAML.
_NAMES_IDS: Final = re.compile(r"\b(?:id|aliases)[\"']?\s*:|^-", re.MULTILINE)
_ARTICLES: Final = (".md", ".markdown", ".txt")
_EVENTS: Final = (".yaml", ".yml")
_PAGES: Final = (".md", ".markdown")


def strangers(folder: Path) -> tuple[str, ...]:
    """Name what lies in a folder that is to become a project and is not welcome there."""
    if not folder.exists():
        return ()
    return tuple(sorted(entry.name for entry in folder.iterdir() if not _is_welcome(entry)))


def _is_welcome(entry: Path) -> bool:
    name = entry.name.lower()
    return name in _WELCOME or (name.startswith(_WELCOME_BEGINNINGS) and entry.is_file())


def event_ids(events: Path) -> dict[str, Path]:
    """Give the ids and aliases of all event notes below a folder, each with its file."""
    return {
        name: path
        for path in _files(events, _EVENTS)
        for name in _ids_in_notes(_text(path), path.stem)
    }


def article_ids(articles: Path) -> dict[str, Path]:
    """Give the ids and aliases of all articles below a folder, each with its file."""
    return {
        name: path
        for path in _files(articles, _ARTICLES)
        for name in _ids_in_notes(_head(_text(path)), path.stem)
    }


def page_names(pages: Path) -> dict[str, Path]:
    """Give the names of all text pages below a folder, each with its file."""
    return {
        path.relative_to(pages).with_suffix("").as_posix(): path for path in _files(pages, _PAGES)
    }


def _ids_in_notes(text: str, name: str) -> Iterator[str]:
    """Give the ids in the text of one file; what cannot be read is known by the file's name."""
    if not _NAMES_IDS.search(text):
        yield name
        return
    documents, _ = compose(InputText(name, text))
    notes = [note for document in documents for note in _notes(document)]
    is_alone = len(notes) < 2 and not any(isinstance(each, Sequence) for each in documents)
    if is_alone and not any(key.text == "id" for note in notes for key, _ in note.entries):
        yield name
    for note in notes:
        for key, value in note.entries:
            if key.text in ("id", "aliases"):
                yield from _texts(value)


def _notes(document: Node) -> tuple[Mapping, ...]:
    items = document.items if isinstance(document, Sequence) else (document,)
    return tuple(item for item in items if isinstance(item, Mapping))


def _texts(value: Node) -> Iterator[str]:
    if isinstance(value, Scalar):
        yield value.text
    elif isinstance(value, Sequence):
        yield from (item.text for item in value.items if isinstance(item, Scalar))


def _head(text: str) -> str:
    front = front_of(text)
    return text[: front.yaml_end] if front else ""


def _text(path: Path) -> str:
    """Give the text of a file, or nothing where it cannot be read or is a pipe or the like."""
    try:
        return path.read_bytes().decode("utf-8-sig", "replace") if path.is_file() else ""
    except OSError:
        return ""


def _files(folder: Path, endings: tuple[str, ...]) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(endings) and not name.startswith("."):
                yield Path(parent, name)
