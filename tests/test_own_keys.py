"""Keys of a site's own: declared in the settings, read in notes, shown unless they are private."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest
from conftest import TINY, linked, listing, parsed, planned, printed, write_tree
from sites import built, dateline, files_of

from builder.config import read_settings
from builder.fields.schema import json_schema
from builder.fields.tables import EVENT
from builder.model.content import EventNote
from builder.model.pages import EventPage
from builder.model.settings import OwnKey
from builder.problems import InputText, Problem
from builder.stages.parse.event import event_fields

FIELDS: Final = """\
fields:
  case_number: { label: Case }
  depth: { label: Depth in metres, type: number }
  held_since: { type: date }
  vessels: { type: list }
  informant: { private: true }
"""
WRITTEN: Final = """\
case_number: 31/112
depth: 1.10
held_since: 2031-03
vessels: [Tern, The Gull]
informant: zqinformant
"""
NOTE: Final = "content/events/wall-breaks.yaml"


def project(folder: Path, fields: str = FIELDS, written: str = WRITTEN) -> Path:
    return write_tree(
        folder,
        {
            **TINY,
            "dateline.yaml": TINY["dateline.yaml"] + fields,
            NOTE: TINY[NOTE] + written,
        },
    )


def note(folder: Path) -> EventNote:
    content, problems = parsed(folder)
    assert printed(problems) == ""
    return content.notes[0]


def settings_mistakes(fields: str) -> list[str]:
    file = InputText("dateline.yaml", f"title: A\nfields:\n{fields}")
    return [each.message for each in read_settings(file)[1]]


def test_values_are_read_by_their_kind_in_the_order_of_the_settings(tmp_path: Path) -> None:
    found = note(project(tmp_path)).own_values
    assert [(each.name, each.label, each.values) for each in found] == [
        ("case_number", "Case", ("31/112",)),
        # As it is written: 1.10 is no 1.1.
        ("depth", "Depth in metres", ("1.10",)),
        ("held_since", "Held since", ()),
        ("vessels", "Vessels", ("Tern", "The Gull")),
        ("informant", "Informant", ("zqinformant",)),
    ]
    assert [each.date.edtf for each in found if each.date] == ["2031-03"]
    assert [each.name for each in found if each.is_private] == ["informant"]


def test_facts_stand_on_the_page_and_private_ones_nowhere(tmp_path: Path) -> None:
    found, _ = planned(project(tmp_path))
    view = next(page.view for page in found.pages if page.path == "events/wall-breaks.html")
    assert isinstance(view, EventPage)
    assert [(fact.label, fact.values, fact.date.edtf) for fact in view.own] == [
        ("Case", ("31/112",), ""),
        ("Depth in metres", ("1.10",), ""),
        ("Held since", (), "2031-03"),
        ("Vessels", ("Tern", "The Gull"), ""),
    ]
    assert built(tmp_path).is_written
    site = files_of(tmp_path / "site")
    assert not any(b"nformant" in data for data in site.values())
    page = site["events/wall-breaks.html"].decode()
    assert "<dt>Depth in metres</dt><dd><bdi>1.10</bdi></dd>" in page


def test_a_note_without_them_shows_none(tmp_path: Path) -> None:
    assert note(project(tmp_path, written="")).own_values == ()
    assert note(project(tmp_path, written="case_number:\nvessels:\n")).own_values == ()


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("depth: deep\n", "error[wrong-type] 'depth' holds 'deep'; expected a number"),
        ("held_since: 2031-02-30\n", "error[bad-date]"),
        ("case_number: [a, b]\n", "error[wrong-type] 'case_number' holds a list; expected one"),
        ("vessels: {a: b}\n", "error[wrong-type] 'vessels' holds a group of keys"),
        ("case_nummer: 1\n", "hint: did you mean 'case_number'?"),
    ],
)
def test_mistakes_are_told_as_those_of_other_keys(
    tmp_path: Path, written: str, message: str
) -> None:
    assert message in listing(project(tmp_path, written=written))


def test_a_key_that_is_not_declared_is_unknown(tmp_path: Path) -> None:
    assert "error[unknown-key] the key 'depth' is not known here" in listing(
        project(tmp_path, fields="")
    )


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("  title: {}\n", "'title' is a key of event notes already"),
        ("  topics: {}\n", "'topics' is a key of event notes already"),
        ("  Case: {}\n", "'Case' cannot be a key"),
        ("  case-number: {}\n", "'case-number' cannot be a key"),
        ("  1st: {}\n", "'1st' cannot be a key"),
        ("  case_: {}\n", "'case_' cannot be a key"),
        ("  case: { type: money }\n", "'type' holds 'money'"),
        ("  case: { colour: red }\n", "the key 'colour' is not known here"),
        ("  case: yes\n", "'fields' holds 'yes'"),
    ],
)
def test_declarations_that_cannot_be(fields: str, message: str) -> None:
    (found,) = settings_mistakes(fields)
    assert found.startswith(message), found


def test_a_declaration_may_be_empty() -> None:
    assert settings_mistakes("  case:\n  depth: {}\n") == []
    settings, _ = read_settings(InputText("dateline.yaml", "title: A\nfields:\n  lock_keeper:\n"))
    assert settings.own_keys == (OwnKey("lock_keeper", "Lock keeper"),)


def test_a_date_of_ones_own_is_checked_in_its_language(tmp_path: Path) -> None:
    """The position of a mistake is that of the value."""

    def told() -> tuple[Problem, ...]:
        return parsed(tmp_path)[1]

    project(tmp_path, written="held_since: 03/04/2031\n")
    (found,) = told()
    assert found.code == "ambiguous-date"
    line = (tmp_path / NOTE).read_text().splitlines()[found.position.line - 1]
    assert line[found.position.column - 1 : found.position.end_column - 1] == "03/04/2031"


def test_the_schema_for_editors_takes_them() -> None:
    keys = (OwnKey("case_number", "Case"), OwnKey("depth", "Depth", "number", is_private=True))
    properties = json_schema(event_fields(keys), "Event")["properties"]
    assert properties["case_number"]["description"] == "Case"
    assert {"case_number", "depth"} <= properties.keys()
    assert event_fields(()) == EVENT


def test_they_change_nothing_of_what_is_linked(tmp_path: Path) -> None:
    with_keys, _ = linked(project(tmp_path / "a"))
    without, _ = linked(project(tmp_path / "b", fields="", written=""))
    assert [each.citations for each in with_keys.events] == [
        each.citations for each in without.events
    ]


def test_the_schema_that_a_project_prints_knows_its_own_keys(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    inside = json.loads(dateline("schema", "event", here=folder).stdout)
    outside = json.loads(dateline("schema", "event", here=tmp_path).stdout)
    known = inside["$defs"]["note"]["properties"].keys()
    assert known - outside["$defs"]["note"]["properties"].keys() == {
        *("case_number", "depth", "held_since", "vessels", "informant")
    }
