"""How a kind of note is declared: one `Field` a key.

The reader, the JSON Schemas and the manual's tables all come from these declarations.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a key's value is; the value's name is what the manual calls it."""

    # Members are looked up for every value read; the hash of `Enum` is ten times as slow.
    __hash__ = object.__hash__

    TEXT = "text"
    MARKDOWN = "Markdown"
    ID = "id"
    DATE = "date"
    TIME = "time"
    FLAG = "true or false"
    WHOLE = "whole number"
    NUMBER = "number"
    URL = "web address"
    CHOICE = "one of"
    TEXTS = "list of texts"
    IDS = "list of ids"
    RECORD = "keys"
    RECORDS = "list of keys"
    NAMED = "keys of your own, each with keys"


# Compared by identity: hashing thirty nested declarations for each note is a fifth of reading it.
@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """One key: its name, what it holds and, in a sentence, what it is for."""

    name: str
    kind: Kind
    about: str
    is_required: bool = False
    is_private: bool = False
    """Never published in any form."""
    choices: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    """Names seen in the wild that mean the same."""
    fields: tuple[Field, ...] = ()
    """The keys of a record."""
    short: str = ""
    """In a record: the key that a bare text stands for."""
