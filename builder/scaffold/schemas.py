"""JSON Schemas of what a curator writes, as text."""

from __future__ import annotations

import json
from typing import Any, Final

from builder.fields.schema import json_schema, list_schema, notes_schema
from builder.fields.tables import ARTICLE, KNOWN_PLACE, PAGE, PERSON, SETTINGS
from builder.model.settings import OwnKey
from builder.stages.parse.event import event_fields

KINDS: Final = ("event", "article", "settings", "page", "people", "places")


def schema_text(kind: str, own_keys: tuple[OwnKey, ...] = ()) -> str:
    """Give the JSON Schema of one of `KINDS`, as the text of a file.

    `own_keys` are those that a site declares for its event notes.
    """
    return json.dumps(_schema(kind, own_keys), indent=2, ensure_ascii=False) + "\n"


def schema_path(kind: str) -> str:
    """Give where a project keeps the schema of a kind."""
    return f"schemas/{kind}.json"


def _schema(kind: str, own_keys: tuple[OwnKey, ...]) -> dict[str, Any]:
    match kind:
        case "event":
            return notes_schema(event_fields(own_keys), "Event notes of a timeline")
        case "article":
            return json_schema(ARTICLE, "Front matter of an article of a timeline")
        case "settings":
            return json_schema(SETTINGS, "Settings of a timeline")
        case "page":
            return json_schema(PAGE, "Front matter of a text page of a timeline")
        case "people":
            return list_schema(PERSON, "People of a timeline, with their names")
        case "places":
            return list_schema(KNOWN_PLACE, "Places of a timeline, with their names")
    raise ValueError(kind)
