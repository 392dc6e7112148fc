"""The JSON Schemas for editors accept what the reader accepts, and the manual's tables say it."""

from __future__ import annotations

import re
from typing import Any, Final

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from strategies import event_notes

from builder.fields import Field, Kind, Mapping, compose, read_mapping
from builder.fields.schema import DIALECT, json_schema, manual_table, notes_schema
from builder.fields.tables import ARTICLE, EVENT, PAGE, SETTINGS
from builder.problems import InputText, Problem, has_errors

TABLES: Final = {"events": EVENT, "articles": ARTICLE, "pages": PAGE, "settings": SETTINGS}

_TYPES: Final[dict[str, tuple[type, ...]]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}
_KEYWORDS: Final = frozenset(
    "$schema title $defs $ref type enum pattern anyOf properties additionalProperties required"
    " items description".split()
)


def accepts(schema: dict[str, Any], value: Any, root: dict[str, Any] | None = None) -> bool:
    """Tell whether a value satisfies a schema, by the keywords that ours are made of."""
    root = schema if root is None else root
    assert schema.keys() <= _KEYWORDS
    if "$ref" in schema:
        return accepts(root["$defs"][schema["$ref"].removeprefix("#/$defs/")], value, root)
    checks = [
        "type" not in schema or _is_of_type(schema["type"], value),
        "enum" not in schema or any(value is each or value == each for each in schema["enum"]),
        "pattern" not in schema
        or not isinstance(value, str)
        or re.search(schema["pattern"], value),
        "anyOf" not in schema or any(accepts(each, value, root) for each in schema["anyOf"]),
    ]
    if isinstance(value, list) and "items" in schema:
        checks.append(all(accepts(schema["items"], each, root) for each in value))
    if isinstance(value, dict):
        known = schema.get("properties", {})
        checks.append(set(schema.get("required", ())) <= value.keys())
        checks.append(schema.get("additionalProperties", True) or value.keys() <= known.keys())
        checks += [accepts(known[key], each, root) for key, each in value.items() if key in known]
    return all(checks)


def _is_of_type(wanted: str | list[str], value: Any) -> bool:
    names = [wanted] if isinstance(wanted, str) else wanted
    if isinstance(value, bool):
        return "boolean" in names
    return any(isinstance(value, _TYPES[name]) for name in names)


def read(text: str, fields: tuple[Field, ...]) -> tuple[Problem, ...]:
    file = InputText("note.yaml", text)
    documents, problems = compose(file)
    assert isinstance(documents[0], Mapping)
    return (*problems, *read_mapping(fields, documents[0], file)[1])


def in_editor(text: str) -> Any:
    """Give what an editor makes of a text: the types of YAML 1.2, dates left as texts."""
    return yaml.load(text, _EditorLoader)


class _EditorLoader(yaml.SafeLoader):
    """Resolves what YAML 1.2's core schema resolves."""


_EditorLoader.yaml_implicit_resolvers = {}
for _tag, _rule, _first in (
    ("tag:yaml.org,2002:bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("tag:yaml.org,2002:int", r"[-+]?[0-9]+", "-+0123456789"),
    (
        "tag:yaml.org,2002:float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
        "-+.0123456789",
    ),
    ("tag:yaml.org,2002:null", r"~|null|Null|NULL|", "~nN"),
):
    _EditorLoader.add_implicit_resolver(_tag, re.compile(f"^(?:{_rule})$"), [*_first, ""])
# Only an older YAML takes a leading nought for an octal number.
_EditorLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))

FULL_EVENT: Final = """\
id: wall-breaks
title: The harbour wall breaks
date: 2031-04-12
time: "06:00"
zone: Europe/Dublin
date_basis: The log
date_written: "12 April, Old Style"
order: 2
place: {name: Quay, lat: 53.3, lon: -6.2, shown: district}
people: [Ada Quill, Bo Marsh]
tags: storms
group: walls
summary: A wall breaks. [@gull]
body: |
  It broke.
status: disputed
sources:
  - gull
  - article: tern
    quote: Divers measured forty metres
    prefix: a
    suffix: b
    paragraph: 2
    speaker: Ada Quill
    supports: [date, number]
    translation: x
    locator: p. 3
    captions: none
    publish_quote: no
    note: y
accounts:
  - question: How much?
    versions: [gull, {article: tern, value: 40}]
photos:
  - A caption
  - {article: gull, caption: The quay, image: quay.jpg, rights: own work, alt: A quay}
added: 2031-04-12
updated: 2031-04-13
related: [ferry]
aliases: wall
importance: 1
corrections:
  - {date: 2031-05, text: It was forty.}
draft: yes
embargo: 2031-05-01
note: mine
ignore: [single-source]
"""

FULL_ARTICLE: Final = """\
id: gull
kind: letter
title: 1931
publication: The Gull
authors: Ada Quill
recipient: Bo Marsh
agency: [Northlight]
published: 2031-04-12
written: 2031-04-11
updated: 2031-04
url: https://example.org/a
language: en
dateline_place: Quay
page: 3
held_by: Quay Museum
collection: Quill Papers
box: 3
folder: 2
item: 14
via: post
captures:
  - https://archive.example.org/1
  - {url: https://archive.example.org/2, captured: 2031-04-14, service: Attic}
accessed: 2031-04-15
rights: full
access: unnamed
named_as: Witness 14
derived_from: tern
independent: false
independent_note: same words
photos: [{caption: The quay, credit: Bo Marsh}]
aliases: [the-gull]
sha256: abc
draft: false
note: mine
ignore: guessed-date
"""

FULL_SETTINGS: Final = """\
title: The harbour wall
description: About it
url: https://example.org/
language: en
zone: Europe/Dublin
authors: [Ada Quill]
licence: CC BY 4.0
content: content
templates: templates
output: site
quotes: warn
captions: chosen
newest_first: true
page_size: 100
stylesheets: [own.css]
menu: [about]
fields:
  depth: {label: Depth, type: number, private: yes, filter: no}
  keeper:
publish: {remote: origin, branch: pages, cname: example.org, strict: yes}
redact: [Somebody Else]
redact_file: ../redacted.txt
ignore: [no-url]
"""


@pytest.mark.parametrize(
    ("fields", "text"),
    [(EVENT, FULL_EVENT), (ARTICLE, FULL_ARTICLE), (SETTINGS, FULL_SETTINGS)],
    ids=["events", "articles", "settings"],
)
def test_a_note_with_every_key_is_accepted_by_reader_and_schema(
    fields: tuple[Field, ...], text: str
) -> None:
    assert read(text, fields) == ()
    written = in_editor(text)
    missing = {field.name for field in fields} - written.keys()
    assert missing <= {"archive_url"}
    schema = json_schema(fields, "A note")
    assert accepts(schema, written)
    for key, value in written.items():
        assert accepts(schema["properties"][key], value), key


@given(st.data())
def test_notes_without_a_mistake_satisfy_the_schema(data: st.DataObject) -> None:
    note = data.draw(event_notes({"gull": ("one two three four five",)}))
    text = yaml.safe_dump(note, allow_unicode=True)
    assert not has_errors(read(text, EVENT))
    assert accepts(notes_schema(EVENT, "Notes"), in_editor(text))
    assert accepts(notes_schema(EVENT, "Notes"), [in_editor(text)])


@pytest.mark.parametrize("name", TABLES)
def test_what_the_reader_refuses_the_schema_refuses(name: str) -> None:
    schema = json_schema(TABLES[name], name)
    full = {"events": FULL_EVENT, "articles": FULL_ARTICLE, "settings": FULL_SETTINGS}
    note = in_editor(full.get(name, "title: A\n"))
    assert accepts(schema, note)
    assert not accepts(schema, {**note, "titel": "A"})
    assert not accepts(schema, {**note, "draft": "maybe", "newest_first": "maybe"})
    assert not accepts(schema, [note])
    assert not accepts(schema, "text")


@pytest.mark.parametrize(
    "wrong",
    [
        "date: 2025",
        "title: a",
        "title: [a]\ndate: 2025",
        "title: a\ndate: 2025\nstatus: Reported",
        "title: a\ndate: 2025\nplace: [a]",
        "title: a\ndate: 2025\nplace: {lat: 1}",
        "title: a\ndate: 2025\nsources: gull",
        "title: a\ndate: 2025\nsources: [{quote: b}]",
        "title: a\ndate: 2025\norder: 1.5",
        "title: a\ndate: 2025\npeople: {a: b}",
        "title: a\ndate: 2025\ncorrections: [word]",
    ],
)
def test_mistakes_of_an_event_are_seen_in_the_editor_too(wrong: str) -> None:
    assert has_errors(read(wrong, EVENT))
    assert not accepts(json_schema(EVENT, "Event"), in_editor(wrong))


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_value_is_no_mistake_in_the_editor_either(name: str) -> None:
    """The reader takes an empty value for an absent one; new notes are written with some."""
    properties = json_schema(TABLES[name], name)["properties"]
    refused = [
        field.name
        for field in TABLES[name]
        if not field.is_required and not accepts(properties[field.name], None)
    ]
    assert refused == []


@pytest.mark.parametrize("written", ["true", "True", "yes", "Yes", "no", "NO", "false"])
def test_a_yes_or_no_that_is_read_is_no_mistake_in_the_editor(written: str) -> None:
    text = f"title: a\ndate: 2025\ndraft: {written}\n"
    assert read(text, EVENT) == ()
    assert accepts(json_schema(EVENT, "Event"), in_editor(text))


@pytest.mark.parametrize("name", TABLES)
def test_every_key_is_in_the_schema_by_every_name_and_explained(name: str) -> None:
    schema = json_schema(TABLES[name], name)
    assert schema["$schema"] == DIALECT
    assert schema["additionalProperties"] is False
    for field in TABLES[name]:
        for key in (field.name, *field.synonyms):
            assert schema["properties"][key]["description"] == field.about
    names = [key for field in TABLES[name] for key in (field.name, *field.synonyms)]
    assert list(schema["properties"]) == names


def test_the_keys_inside_keys_are_in_the_schema() -> None:
    sources = json_schema(EVENT, "Event")["properties"]["sources"]["items"]["anyOf"]
    assert sources[0] == {"type": "string"}
    assert sources[1]["required"] == ["article"]
    assert "quote" in sources[1]["properties"]


@pytest.mark.parametrize("name", TABLES)
def test_the_manual_has_a_row_for_every_key(name: str) -> None:
    rows = manual_table(TABLES[name]).splitlines()
    assert rows[:2] == ["| key | holds | for |", "| --- | --- | --- |"]
    assert len(rows) == 2 + len(TABLES[name])
    for field, row in zip(TABLES[name], rows[2:], strict=True):
        assert row.startswith(f"| `{field.name}`")
        assert row.count("|") == 4
        assert field.about in row
        assert ("(required)" in row) == field.is_required
        assert ("(private)" in row) == (field.is_private and not field.is_required)
        assert all(f"`{synonym}`" in row for synonym in field.synonyms)


@pytest.mark.parametrize("name", TABLES)
def test_the_tables_are_whole(name: str) -> None:
    """Each name once; what is private is said so; short forms and choices lead somewhere."""

    def check(fields: tuple[Field, ...]) -> None:
        names = [key for field in fields for key in (field.name, *field.synonyms)]
        assert len(names) == len(set(names))
        for field in fields:
            assert field.about
            assert bool(field.choices) == (field.kind is Kind.CHOICE)
            assert bool(field.fields) == (field.kind in (Kind.RECORD, Kind.RECORDS, Kind.NAMED))
            assert not field.short or field.short in {each.name for each in field.fields}
            check(field.fields)

    check(TABLES[name])


def test_private_remarks_are_private_everywhere() -> None:
    def private(fields: tuple[Field, ...]) -> set[str]:
        inner = [private(field.fields) for field in fields]
        return {field.name for field in fields if field.is_private}.union(*inner)

    assert private(EVENT) == {"note", "draft", "embargo", "shown", "publish_quote"}
    assert private(ARTICLE) == {"note", "draft", "access"}
    assert private(PAGE) == {"note", "draft"}
    assert private(SETTINGS) == {"redact", "redact_file"}
