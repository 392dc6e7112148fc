"""A declaration as JSON Schema, for editors, or as a table of the manual."""

from __future__ import annotations

from typing import Any, Final

from builder.fields.declare import Field, Kind

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
# Editors read 'True' as a truth value and 'Yes' as a text; a schema's patterns cannot fold case.
_YES_OR_NO: Final = "^([Tt][Rr][Uu][Ee]|[Yy][Ee][Ss]|[Ff][Aa][Ll][Ss][Ee]|[Nn][Oo])$"


def json_schema(fields: tuple[Field, ...], title: str) -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a mapping declared by these fields."""
    return {"$schema": DIALECT, "title": title, **_object(fields)}


def notes_schema(fields: tuple[Field, ...], title: str) -> dict[str, Any]:
    """Give the JSON Schema of a file that holds one such mapping, or a list of them."""
    return {
        "$schema": DIALECT,
        "title": title,
        "anyOf": [
            {"$ref": "#/$defs/note"},
            {"type": "array", "items": {"$ref": "#/$defs/note"}},
        ],
        "$defs": {"note": _object(fields)},
    }


def list_schema(fields: tuple[Field, ...], title: str) -> dict[str, Any]:
    """Give the JSON Schema of a file that holds a list of such mappings, or nothing."""
    return {
        "$schema": DIALECT,
        "title": title,
        "type": ["array", "null"],
        "items": {"$ref": "#/$defs/note"},
        "$defs": {"note": _object(fields)},
    }


def manual_table(fields: tuple[Field, ...]) -> str:
    """Give the Markdown table of the manual: key, what it holds, what it is for."""
    rows = ["| key | holds | for |", "| --- | --- | --- |"]
    for field in fields:
        marks = " (required)" if field.is_required else " (private)" if field.is_private else ""
        about = field.about + _also(field)
        rows.append(f"| `{field.name}`{marks} | {_holds(field)} | {about} |")
    return "\n".join(rows) + "\n"


def _also(field: Field) -> str:
    if not field.synonyms:
        return ""
    return "; also read: " + ", ".join(f"`{name}`" for name in field.synonyms)


def _holds(field: Field) -> str:
    if field.choices:
        return " or ".join(f"`{choice}`" for choice in field.choices)
    if field.fields:
        return f"{field.kind.value}: " + ", ".join(f"`{each.name}`" for each in field.fields)
    return field.kind.value


def _object(fields: tuple[Field, ...]) -> dict[str, Any]:
    properties = {
        name: {
            "description": field.about,
            **(_value(field) if field.is_required else _or_empty(_value(field))),
        }
        for field in fields
        for name in (field.name, *field.synonyms)
    }
    found: dict[str, Any] = {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    # A required key may be written by a synonym, so only keys without one can be demanded here.
    required = [field.name for field in fields if field.is_required and not field.synonyms]
    return {**found, "required": required} if required else found


def _value(field: Field) -> dict[str, Any]:
    match field.kind:
        case Kind.FLAG:
            return {"type": ["boolean", "string"], "pattern": _YES_OR_NO}
        case Kind.WHOLE:
            return {"type": "integer"}
        case Kind.NUMBER:
            return {"type": "number"}
        case Kind.CHOICE:
            return {"enum": list(field.choices)}
        case Kind.URL:
            return {"type": "string", "pattern": "^https?://"}
        case Kind.ID:
            return {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
        case Kind.TEXTS | Kind.IDS:
            return {"anyOf": [_scalar(), {"type": "array", "items": _scalar()}]}
        case Kind.RECORD:
            return _short_or(field)
        case Kind.RECORDS:
            return {"type": "array", "items": _short_or(field)}
        case Kind.NAMED:
            return {"type": "object", "additionalProperties": _or_empty(_object(field.fields))}
        case Kind.DATE | Kind.TIME | Kind.TEXT | Kind.MARKDOWN:
            return _scalar()


def _or_empty(schema: dict[str, Any]) -> dict[str, Any]:
    """Take an empty value for an absent one, as the reader does."""
    if "anyOf" in schema:
        return {"anyOf": [*schema["anyOf"], {"type": "null"}]}
    if "enum" in schema:
        return {"enum": [*schema["enum"], None]}
    known = schema["type"]
    types = known if isinstance(known, list) else [known]
    return {**schema, "type": types if "null" in types else [*types, "null"]}


def _scalar() -> dict[str, Any]:
    # Editors read 2025 as a number and 2025-04-16 as a date; both are texts to dateline.
    return {"type": ["string", "number", "boolean", "null"]}


def _short_or(field: Field) -> dict[str, Any]:
    keys = _object(field.fields)
    return {"anyOf": [{"type": "string"}, keys]} if field.short else keys
