"""People and places with several names: one page each, under every name that is listed."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from time import process_time
from typing import Any, Final

import pytest
from conftest import codes, disclosed, linked, listing, parsed, planned, printed, write_tree
from hypothesis import assume, example, given
from hypothesis import strategies as st
from sites import Element, built, files_of, pages_of
from strategies import any_text
from test_disclosure import _private as private
from test_disclosure import found_in
from test_schema import accepts, in_editor

from builder.fields.tables import KNOWN_PLACE, PERSON
from builder.languages import language_name
from builder.model.inputs import InputFile
from builder.model.lists import LabelPage
from builder.model.names import (
    Known,
    Name,
    Place,
    Precision,
    by_name,
    coarse,
    coarsest,
    label_key,
    plain_slug,
)
from builder.model.pages import EventPage, Page, RedirectPage
from builder.model.timeline import PublicKnown
from builder.problems import Position, Problem, has_errors
from builder.scaffold import schema_text
from builder.stages.check.site import public_content
from builder.stages.link.names import joined_people
from builder.stages.parse.names import parse_names
from builder.stages.plan.labels import Labels

SETTINGS: Final = "title: The lock\nurl: https://example.org/lock/\n"
PEOPLE: Final = "content/people.yaml"
PLACES: Final = "content/places.yaml"

TENNICK: Final = """\
- id: mara-tennick
  names:
    - Mara Tennick
    - {name: 마라 테닉, language: ko}
    - {name: مارا تنيك, language: ar}
  links: [https://example.org/people/tennick/]
"""
SALTMERE: Final = """\
- id: saltmere
  names:
    - {name: Saltmere, from: 1991}
    - {name: Salzmeer, language: de, from: 1924, to: 1991}
  lat: 53.12345678
  lon: -6.65432187
"""


def project(folder: Path, files: Mapping[str, str | bytes], **events: str) -> Path:
    """Write a project; an event is given by its id and its keys besides the usual."""
    notes = {
        f"content/events/{name}.yaml": f"title: {name}\ndate: 2031-05-01\n{keys}\n"
        for name, keys in events.items()
    }
    return write_tree(folder, {"dateline.yaml": SETTINGS, **files, **notes})


# ------------------------------------------------------------------------------------- names


def test_names_are_compared_without_capitals_and_runs_of_blanks() -> None:
    assert label_key("  Mara\u00a0\tTENNICK ") == label_key("mara tennick")
    assert label_key("Cafe\u0301") == label_key("café")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Mara Tennick", "mara-tennick"),
        ("마라 테닉", "마라-테닉"),
        ("مارا تنيك", "مارا-تنيك"),
        ("O'Hara, J.", "o-hara-j"),
        ("Index", ""),
        ("con", ""),
        ("x" * 81, ""),
        ("🚢", ""),
    ],
)
def test_a_name_asks_for_an_address_in_its_own_script(name: str, slug: str) -> None:
    assert slug == plain_slug(label_key(name))


def test_a_name_is_that_of_the_first_who_bears_it() -> None:
    first, second = known("a", "Ann", "Anna"), known("b", "ANN", "Bo")
    assert by_name([first, second]) == {"ann": first, "anna": first, "bo": second}


def known(name: str, *names: str) -> Known:
    position = Position(PEOPLE)
    return Known(name, position, tuple(map(Name, names)), (position,) * len(names))


def test_the_coarsest_precision_shows_least() -> None:
    assert coarsest(["exact", "district", "exact"]) == "district"
    assert coarsest(["region", "country", "district"]) == "country"


@pytest.mark.parametrize(
    ("shown", "at"),
    [
        ("exact", (53.12345678, -6.65432187)),
        ("district", (53.12, -6.65)),
        ("region", (53.1, -6.7)),
        ("country", (None, None)),
    ],
)
def test_coordinates_are_shown_no_closer_than_asked(
    shown: Precision, at: tuple[float | None, float | None]
) -> None:
    found = coarse(Place("Saltmere", 53.12345678, -6.65432187, shown))
    assert at == (found.lat, found.lon)


# ------------------------------------------------------------------------------------- parse


def read(text: str | bytes, *, is_place: bool = False) -> tuple[tuple[Known, ...], str]:
    """Give the entries of a file, and the problems as they are printed."""
    data = text if isinstance(text, bytes) else text.encode()
    file = InputFile(PLACES if is_place else PEOPLE, data)
    found, problems = parse_names([file], KNOWN_PLACE if is_place else PERSON)
    return found, printed(problems)


def test_an_entry_has_an_id_and_its_names_in_the_order_written() -> None:
    (found,), told = read(TENNICK)
    assert told == ""
    assert found.id == "mara-tennick"
    assert [(each.name, each.language) for each in found.names] == [
        ("Mara Tennick", ""),
        ("마라 테닉", "ko"),
        ("مارا تنيك", "ar"),
    ]
    assert found.links == ("https://example.org/people/tennick/",)
    assert [(each.line, each.column) for each in found.name_positions] == [(3, 7), (4, 14), (5, 14)]


def test_a_place_has_coordinates() -> None:
    (found,), told = read(SALTMERE + "  shown: region\n", is_place=True)
    assert told == ""
    assert (found.lat, found.lon, found.shown) == (53.12345678, -6.65432187, "region")


@pytest.mark.parametrize("text", ["", "\n", "# nobody yet\n", "~\n", "[]\n", "- ~\n"])
def test_a_file_without_entries_has_none(text: str) -> None:
    assert read(text) == ((), "")


@pytest.mark.parametrize(
    ("written", "used"),
    [
        ("from: 1924, to: 1991", "1924/1991"),
        ("from: 1991", "1991/.."),
        ("to: 1924-01", "../1924-01"),
        ("from: -0043, to: 0014", "-0043/0014"),
        ("from: Y-12000, to: -0300", "Y-12000/-0300"),
        ("from: 1924~, to: 199X", "1924~/199X"),
        ("from: 31 August 1914, to: January 1924", "1914-08-31/1924-01"),
        ("from: 1924, to: 1924", "1924/1924"),
    ],
)
def test_the_years_of_a_name_are_one_range(written: str, used: str) -> None:
    (found,), told = read(f"- id: saltmere\n  names: [{{name: Saltmere, {written}}}]\n")
    assert told == ""
    assert found.names[0].used is not None
    assert used == found.names[0].used.edtf


MISTAKES: Final = {
    "no list": ("id: a\n", "wrong-type"),
    "one text": ("Mara\n", "wrong-type"),
    "an entry that is a text": ("- Mara\n", "wrong-type"),
    "no id": ("- names: [Mara]\n", "missing-key"),
    "no names": ("- id: mara\n", "missing-key"),
    "names without any": ("- id: mara\n  names: []\n", "missing-key"),
    "blank names": ("- id: mara\n  names: ['  ']\n", "missing-key"),
    "a name without its name": ("- id: mara\n  names: [{language: ko}]\n", "missing-key"),
    "an id that is none": ("- id: Mara Tennick\n  names: [Mara]\n", "bad-id"),
    "an id that is taken by the list": ("- id: index\n  names: [Mara]\n", "bad-id"),
    "names that are one text": ("- id: mara\n  names: Mara\n", "wrong-type"),
    "an unknown key": ("- id: mara\n  names: [Mara]\n  lat: 3\n", "unknown-key"),
    "a link that is none": ("- id: mara\n  names: [Mara]\n  links: [example.org]\n", "bad-url"),
    "a script as a link": ("- id: a\n  names: [A]\n  links: ['javascript:x()']\n", "bad-url"),
    "a date that is none": ("- id: a\n  names: [{name: A, from: 2031-02-30}]\n", "bad-date"),
    "years that run backwards": (
        "- id: a\n  names: [{name: A, from: 0014, to: -0043}]\n",
        "reversed-range",
    ),
    "a range as a beginning": (
        "- id: a\n  names: [{name: A, from: 1924/1991, to: 2000}]\n",
        "bad-date",
    ),
    "one of two as an end": ("- id: a\n  names: [{name: A, to: '[1924,1926]'}]\n", "bad-date"),
    "YAML that is none": ("- id: [a\n", "yaml-syntax"),
    "other bytes": (b"- id: \xff\n", "not-utf8"),
}


@pytest.mark.parametrize(("text", "code"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_in_a_list_of_names_is_an_error(text: str | bytes, code: str) -> None:
    _, told = read(text)
    assert f"error[{code}]" in told
    assert told.count("error[") == 1


@given(any_text)
@example("- id: a\n  names: [{name: x, from: '../..'}]\n")
@example("- &a {id: b, names: [*a]}\n")
@example("<<: [1]\n")
def test_any_text_is_read_or_told_where_it_is_wrong(text: str) -> None:
    """Law: whatever a file holds, the places of its problems are inside it."""
    found, problems = parse_names([InputFile(PLACES, text.encode())], KNOWN_PLACE)
    assert not found or all(each.names for each in found)
    lines = len(re.split("\r\n?|\n", text))
    assert all(0 <= each.position.line <= lines for each in problems)


@given(st.lists(any_text.filter(lambda name: name.isprintable() and bool(name.strip()))))
def test_names_are_kept_as_they_are_written(names: list[str]) -> None:
    """Law: every name is given as it stands, in its order."""
    assume(names)
    (found,), told = read(f"- id: a\n  names: {json.dumps(names, ensure_ascii=False)}\n")
    assert told == ""
    assert [each.name for each in found.names] == names


def test_coordinates_lie_on_the_earth() -> None:
    _, told = read("- id: a\n  names: [A]\n  lat: 91\n  lon: -180.5\n", is_place=True)
    assert "'lat' is 91; expected -90 to 90 degrees" in told
    assert "'lon' is -180.5; expected -180 to 180 degrees" in told


def test_a_list_of_mistakes_takes_no_longer_than_one_of_names() -> None:
    start = process_time()
    found, told = read("- {nmaes: a}\n" * 12_000)
    assert found == ()
    assert "mistakes; the first 1,000 are listed" in told
    many = ", ".join(f"n{number}" for number in range(20_000))
    found, _ = read(f"- id: a\n  names: [{many}]\n- id: b\n  names: [{many}]\n")
    assert codes(joined_people(found, ())[1]) == ["ambiguous-name"] * 20_000
    assert process_time() - start < 10


@pytest.mark.parametrize("kind", ["people", "places"])
def test_the_schema_accepts_what_the_reader_accepts(kind: str) -> None:
    schema = json.loads(schema_text(kind))
    text = {"people": TENNICK, "places": SALTMERE}[kind]
    assert accepts(schema, in_editor(text))
    assert accepts(schema, None)
    assert not accepts(schema, in_editor("- Mara\n"))
    assert not accepts(schema, in_editor("- id: mara\n"))
    assert not accepts(schema, in_editor("- {id: mara, names: [Mara], born: 1990}\n"))
    assert accepts(schema, in_editor("- {id: a, names: [A], lat: 3}\n")) == (kind == "places")


# --------------------------------------------------------------------------------- discover


def test_both_files_are_read_and_others_beside_them_are_not(tmp_path: Path) -> None:
    files = {PEOPLE: TENNICK, PLACES: SALTMERE, "content/people.yml": TENNICK}
    content, problems = parsed(project(tmp_path, files))
    assert [each.id for each in content.people] == ["mara-tennick"]
    assert [each.id for each in content.places] == ["saltmere"]
    assert [(each.code, each.position.file) for each in problems] == [
        ("unknown-file", "content/people.yml")
    ]
    assert "content/people.yaml, content/places.yaml" in problems[0].hint


def test_a_file_of_names_stays_in_the_project(tmp_path: Path) -> None:
    (tmp_path / "outside.yaml").write_text(TENNICK)
    folder = project(tmp_path / "project", {PLACES: SALTMERE})
    (folder / PEOPLE).symlink_to(tmp_path / "outside.yaml")
    content, problems = parsed(folder)
    assert content.people == ()
    assert codes(problems) == ["outside-project"]


def test_a_folder_is_no_file_of_names(tmp_path: Path) -> None:
    folder = project(tmp_path, {f"{PEOPLE}/a.yaml": TENNICK})
    assert codes(parsed(folder)[1]) == ["unreadable"]


# ------------------------------------------------------------------------------------- link


def test_an_id_stands_once(tmp_path: Path) -> None:
    twice = "- {id: mara, names: [Mara]}\n- {id: mara, names: [Bo]}\n"
    timeline, problems = linked(project(tmp_path, {PEOPLE: twice}))
    assert codes(problems) == ["duplicate-id"]
    assert [each.names[0].name for each in timeline.people] == ["Mara"]


def test_a_person_and_a_place_may_have_one_id(tmp_path: Path) -> None:
    files = {PEOPLE: "- {id: wye, names: [Wye]}\n", PLACES: "- {id: wye, names: [Wye]}\n"}
    assert linked(project(tmp_path, files))[1] == ()


AMBIGUOUS: Final = """\
- id: mara-tennick
  names: [Mara Tennick, M. Tennick]
- id: milo-tennick
  names: [Milo Tennick, "m.  TENNICK"]
"""


def test_a_name_of_two_is_an_error_with_both_places(tmp_path: Path) -> None:
    _, (found,) = linked(project(tmp_path, {PEOPLE: AMBIGUOUS}))
    assert found.code == "ambiguous-name"
    assert found.message.endswith("is listed for 'mara-tennick' and for 'milo-tennick'")
    assert (found.position.line, found.related[0].position.line) == (4, 2)


def test_a_name_may_stand_twice_in_one_entry(tmp_path: Path) -> None:
    again = "- {id: wye, names: [{name: Wye, to: 1914}, Wie, {name: Wye, from: 1991}]}\n"
    assert linked(project(tmp_path, {PLACES: again}, a="place: wye"))[1] == ()


@pytest.mark.parametrize(
    ("people", "key"),
    [
        ("- {id: tennick, names: [Mara]}\n- {id: milo, names: [Tennick]}\n", "title: x"),
        ("- {id: milo, names: [Tennick]}\n- {id: tennick, names: [Mara]}\n", "title: x"),
        ("- {id: tennick, names: [Mara]}\n", "people: [Bo, TENNICK]"),
        ("- {id: tennick, names: [Mara]}\n", "people: Tennick!\ndraft: true"),
    ],
)
def test_an_id_is_no_address_of_another_name(tmp_path: Path, people: str, key: str) -> None:
    keys = key if key != "title: x" else ""
    _, (found,) = linked(project(tmp_path, {PEOPLE: people}, a=keys))
    assert found.code == "duplicate-id"
    assert found.message.startswith("the id 'tennick' is the address of ")
    assert found.related[0].position.line


def test_a_mistake_is_told_once(tmp_path: Path) -> None:
    """A name of two, whose address is the id of one of them, is one mistake."""
    people = "- {id: mara, names: [Mara T, Milo]}\n- {id: milo, names: [Milo]}\n"
    told = listing(project(tmp_path, {PEOPLE: people}, a="people: Milo"))
    assert told.count("error[") == 1
    assert "error[ambiguous-name]" in told


# ------------------------------------------------------------------------------- plan


def page_at(pages: tuple[Page, ...], path: str) -> Page:
    (found,) = [page for page in pages if page.path == path]
    return found


def label_at(folder: Path, path: str) -> LabelPage:
    found, problems = planned(folder)
    assert not has_errors(problems), printed(problems)
    view = page_at(found.pages, path).view
    assert isinstance(view, LabelPage)
    return view


def event_at(folder: Path, name: str) -> EventPage:
    view = page_at(planned(folder)[0].pages, f"events/{name}.html").view
    assert isinstance(view, EventPage)
    return view


def test_every_listed_name_means_the_entry(tmp_path: Path) -> None:
    folder = project(
        tmp_path,
        {PEOPLE: TENNICK},
        a="people: [마라 테닉]",
        b="people: [MARA  tennick]",
        c="people: [Bo, مارا تنيك]",
    )
    view = label_at(folder, "people/mara-tennick.html")
    assert view.name == "Mara Tennick"
    assert view.facts == "3 events, 2031."
    assert [(each.name, each.language_name) for each in view.names] == [
        ("Mara Tennick", ""),
        ("마라 테닉", "Korean"),
        ("مارا تنيك", "Arabic"),
    ]
    assert [link.text for link in view.links] == ["example.org/people/tennick"]


def test_an_event_shows_the_name_that_its_note_has(tmp_path: Path) -> None:
    files = {PEOPLE: TENNICK, PLACES: SALTMERE}
    folder = project(tmp_path, files, a="people: [마라 테닉, Bo]\nplace: SALZMEER")
    view = event_at(folder, "a")
    assert [tuple(link) for link in view.people] == [
        ("마라 테닉", "people/mara-tennick.html"),
        ("Bo", "people/bo.html"),
    ]
    assert view.place_link is not None
    assert tuple(view.place_link) == ("SALZMEER", "places/saltmere.html")
    assert view.place is not None
    assert view.place.name == "SALZMEER"


def test_two_names_of_one_person_in_a_note_are_one_link(tmp_path: Path) -> None:
    folder = project(tmp_path, {PEOPLE: TENNICK}, a="people: [마라 테닉, Mara Tennick]")
    assert [link.text for link in event_at(folder, "a").people] == ["마라 테닉"]
    assert label_at(folder, "people/mara-tennick.html").facts == "1 event, 2031."


def test_years_and_languages_are_told_in_the_language_of_the_site(tmp_path: Path) -> None:
    years = "- {id: wye, names: [{name: Wye, language: la, from: -0043, to: 0014}]}\n"
    folder = project(tmp_path, {PLACES: years}, a="place: Wye")
    (name,) = label_at(folder, "places/wye.html").names
    assert name.language_name == "Latin"
    assert name.used.words.replace("\u00a0", " ") == "44 BC – AD 14"
    write_tree(folder, {"dateline.yaml": f"{SETTINGS}language: ko\n"})
    (name,) = label_at(folder, "places/wye.html").names
    assert name.language_name == "라틴어"
    assert name.used.words.replace("\u00a0", " ") == "기원전 44년 ~ 서기 14년"


def test_an_unknown_language_is_shown_as_it_is_written() -> None:
    assert language_name("zh-Hant", "en") == "Chinese (Traditional)"
    assert language_name("Old Wyish", "en") == "Old Wyish"
    assert language_name("xx", "en") == "xx"
    assert language_name("ko", "xx") == "ko"


def test_a_single_name_without_more_is_not_told_twice(tmp_path: Path) -> None:
    folder = project(tmp_path, {PEOPLE: "- {id: mt, names: [Mara]}\n"}, a="people: Mara")
    assert label_at(folder, "people/mt.html").names == ()


def redirects(folder: Path) -> dict[str, str]:
    return {
        page.path: page.view.to.path
        for page in planned(folder)[0].pages
        if isinstance(page.view, RedirectPage)
    }


def test_the_address_of_every_other_name_leads_to_the_page(tmp_path: Path) -> None:
    folder = project(tmp_path, {PEOPLE: TENNICK}, a="people: Mara Tennick")
    assert redirects(folder) == {
        "people/마라-테닉.html": "people/mara-tennick.html",
        "people/مارا-تنيك.html": "people/mara-tennick.html",
    }


def test_the_pages_of_years_have_their_earlier_addresses_too(tmp_path: Path) -> None:
    files = {PLACES: SALTMERE, "dateline.yaml": f"{SETTINGS}page_size: 1\n"}
    folder = tmp_path
    write_tree(folder, {"dateline.yaml": SETTINGS})
    project(folder, {}, a="place: Salzmeer", b="place: Saltmere")
    write_tree(folder, files)
    assert redirects(folder) == {
        "places/salzmeer.html": "places/saltmere.html",
        "places/salzmeer/2031.html": "places/saltmere/2031.html",
    }


def test_a_text_belongs_to_the_id_of_its_page(tmp_path: Path) -> None:
    files = {
        PEOPLE: TENNICK,
        "content/pages/people/mara-tennick.md": "She keeps the *lock*.\n",
        "content/pages/people/마라-테닉.md": "Shown nowhere.\n",
    }
    folder = project(tmp_path, files, a="people: 마라 테닉")
    assert "<em>lock</em>" in label_at(folder, "people/mara-tennick.html").text
    _, (found,) = planned(folder)
    assert (found.code, found.position.file) == (
        "unknown-file",
        "content/pages/people/마라-테닉.md",
    )
    assert "'people/mara-tennick'" in found.hint


_SOME: Final = ("J Doe", "J. Doe", "j-doe", "Jane", "제인", "جين", "🚢", "x" * 90, "Doe, J")


@given(st.sets(st.sampled_from(_SOME), min_size=1), st.data())
@example(set(_SOME), None)
def test_no_address_is_lost_when_names_are_listed(names: set[str], data: Any) -> None:
    """Law: every page there was without a list is there with it, or leads to the entry's."""
    listed = sorted(names) if data is None else data.draw(st.lists(st.sampled_from(sorted(names))))
    assume(listed)
    asked = {plain_slug(label_key(name)) for name in names - set(listed)}
    entry_id = next(slug for slug in ("j-doe", "jane", "somebody") if slug not in asked)
    before, after = Labels("people"), Labels("people", [public(entry_id, *listed)])
    for labels in (before, after):
        for name in names:
            labels.named(name)
        labels.settle()
    kept = {after.link(name).path for name in names}
    earlier = {f"people/{slug}.html" for slug in after.named(listed[0]).earlier_slugs}
    assert {before.link(name).path for name in names} <= kept | earlier
    assert kept.isdisjoint(earlier)
    for name in names - set(listed):
        assert before.link(name).path == after.link(name).path
    for name in listed:
        assert after.link(name).path == f"people/{entry_id}.html"


def public(name: str, *names: str) -> PublicKnown:
    return PublicKnown(name, tuple(map(Name, names)), (), Place(names[0]))


def test_writing_another_listed_name_moves_nothing(tmp_path: Path) -> None:
    before = project(tmp_path / "a", {PEOPLE: TENNICK}, a="people: Mara Tennick")
    after = project(tmp_path / "b", {PEOPLE: TENNICK}, a="people: مارا تنيك")
    paths = [{page.path for page in planned(each)[0].pages} for each in (before, after)]
    assert paths[0] == paths[1]


# ------------------------------------------------------------------------------- coordinates


def at(place: Place | LabelPage | None) -> tuple[float | None, float | None]:
    assert place is not None
    return place.lat, place.lon


def test_a_place_without_coordinates_has_those_it_is_listed_with(tmp_path: Path) -> None:
    folder = project(tmp_path, {PLACES: SALTMERE}, a="place: Salzmeer")
    assert at(event_at(folder, "a").place) == (53.12345678, -6.65432187)
    assert at(label_at(folder, "places/saltmere.html")) == (53.12345678, -6.65432187)


def test_a_place_with_its_own_coordinates_keeps_them(tmp_path: Path) -> None:
    keys = "place: {name: Salzmeer, lat: 53.2, lon: -6.1}"
    folder = project(tmp_path, {PLACES: SALTMERE}, a=keys)
    assert at(event_at(folder, "a").place) == (53.2, -6.1)
    assert at(label_at(folder, "places/saltmere.html")) == (53.12345678, -6.65432187)


def test_a_listed_place_without_coordinates_has_those_of_a_note(tmp_path: Path) -> None:
    entry = "- {id: wye, names: [Wye, Wie], shown: district}\n"
    folder = project(tmp_path, {PLACES: entry}, a="place: {name: Wie, lat: 53.216, lon: -6.1}")
    assert at(label_at(folder, "places/wye.html")) == (53.22, -6.1)


PRECISE: Final = "place: {name: Saltmere, lat: 53.98765432, lon: -6.98765432}"


@pytest.mark.parametrize("shown", ["district", "region", "country"])
def test_what_one_note_shows_coarsely_no_page_shows_exactly(tmp_path: Path, shown: str) -> None:
    folder = project(
        tmp_path,
        {PLACES: SALTMERE},
        a="place: Saltmere",
        b=f"place: {{name: Salzmeer, shown: {shown}}}",
        c=PRECISE,
        d="place: {name: Saltmere, lat: 53.98765432, lon: -6.98765432, shown: district}",
    )
    assert built(folder).is_written
    assert exact_in(folder) == []


def exact_in(folder: Path) -> list[str]:
    """Give the files that hold more decimals of a coordinate than a coarse one has."""
    exact = (b"53.123", b"-6.654", b"53.987", b"-6.987")
    site = files_of(folder / "site")
    return [path for path, data in site.items() if any(each in data for each in exact)]


def test_what_the_entry_shows_coarsely_no_page_shows_exactly(tmp_path: Path) -> None:
    files = {PLACES: f"{SALTMERE}  shown: region\n"}
    folder = project(tmp_path, files, a="place: Saltmere", b=PRECISE)
    assert built(folder).is_written
    assert exact_in(folder) == []
    assert at(event_at(folder, "a").place) == (53.1, -6.7)


def test_a_note_that_is_not_public_makes_nothing_coarse(tmp_path: Path) -> None:
    keys = "place: {name: Saltmere, shown: country}\ndraft: true"
    folder = project(tmp_path, {PLACES: SALTMERE}, a="place: Saltmere", b=keys)
    assert at(event_at(folder, "a").place) == (53.12345678, -6.65432187)
    with_drafts = disclosed(folder, drafts=True)
    assert [at(event.place) for event in with_drafts.events] == [(None, None)] * 2


_SHOWN: Final = st.sampled_from(["", "exact", "district", "region", "country"])


@given(_SHOWN, st.lists(_SHOWN, min_size=1, max_size=4))
def test_the_coarsest_wins_everywhere(
    tmp_path_factory: pytest.TempPathFactory, entry: str, shown: list[str]
) -> None:
    """Law: no event and no page of a place is more exact than the coarsest that is asked for."""
    asked = [each or "exact" for each in (entry, *shown)]
    most = max(asked, key=["exact", "district", "region", "country"].index)
    files = {PLACES: SALTMERE + (f"  shown: {entry}\n" if entry else "")}
    events = {
        f"e{number}": f"place: {{name: Salzmeer{f', shown: {each}' if each else ''}}}"
        for number, each in enumerate(shown)
    }
    timeline = disclosed(project(tmp_path_factory.mktemp("coarse"), files, **events))
    expected = {
        "exact": (53.12345678, -6.65432187),
        "district": (53.12, -6.65),
        "region": (53.1, -6.7),
        "country": (None, None),
    }[most]
    found = {at(event.place) for event in timeline.events} | {at(timeline.places[0].place)}
    assert found == {expected}


# ------------------------------------------------------------------------ what is not public

WITHHELD: Final[Mapping[str, str]] = {
    PEOPLE: """\
- id: mara-tennick
  names: [Mara Tennick, {name: 마라 테닉, language: ko}]
  note: zqpersonnote # zqcomment
- id: zqpersonid
  names:
    - {name: zqpreferred, language: zqlanguage}
    - {name: zqdraftperson, from: 1907}
  links: [https://zqhost.example/zqlink]
- id: zqunnamed
  names: [zqnobody]
""",
    PLACES: """\
- id: saltmere
  names: [Saltmere, Salzmeer]
  lat: 53.12345678
  lon: -6.65432187
  note: zqplacenote
- id: zqplaceid
  names: [zqdraftplace, zqotherplace]
  lat: 11.1111
  lon: 22.2222
- id: zqembargoed
  names: [zqembargoplace]
""",
    "content/events/zqdraft.yaml": """\
title: zqtitle
date: 2031-05-02
people: [zqdraftperson, Mara Tennick]
place: zqdraftplace
draft: true
""",
    "content/events/zqembargo.yaml": """\
title: zqembargo
date: 2031-05-02
people: [zqpreferred]
place: zqembargoplace
embargo: 2031-07-01
""",
}


@pytest.fixture
def hidden(tmp_path: Path) -> Path:
    """Give a project in which drafts alone name some of the people and places."""
    return project(tmp_path, WITHHELD, a="people: 마라 테닉\nplace: Salzmeer")


def test_nothing_of_an_entry_that_only_drafts_name_is_in_the_site(hidden: Path) -> None:
    report = built(hidden)
    assert report.is_written, report.problems
    site = files_of(hidden / "site")
    assert {"people/mara-tennick.html", "places/salzmeer.html"} <= site.keys()
    assert found_in(site) == set()
    assert not any(b"11.1111" in data or b"1907" in data for data in site.values())


def test_entries_that_nobody_names_do_not_reach_the_public_timeline(hidden: Path) -> None:
    timeline = disclosed(hidden)
    assert [each.id for each in (*timeline.people, *timeline.places)] == [
        "mara-tennick",
        "saltmere",
    ]


def test_with_drafts_they_appear_and_private_notes_never_do(hidden: Path) -> None:
    assert built(hidden, drafts=True).is_written
    found = found_in(files_of(hidden / "site"))
    assert {"zqpersonid", "zqpreferred", "zqdraftperson", "zqlink", "zqotherplace"} <= found
    assert found.isdisjoint({"zqpersonnote", "zqplacenote", "zqcomment", "zqnobody", "zqunnamed"})


def test_private_notes_count_as_what_is_not_for_everybody(tmp_path: Path) -> None:
    files = {
        PEOPLE: f"{TENNICK}  note: mine\n",
        "dateline.yaml": f"{SETTINGS}publish: {{remote: origin}}\n",
    }
    timeline, _ = linked(project(tmp_path, files, a="people: Mara Tennick"))
    (told,) = public_content(timeline, (("origin", "https://git.example.org/lock"),))
    assert told.message.endswith("everybody can read 1 draft or private note")


def test_every_key_declared_private_has_a_canary_here() -> None:
    assert private(PERSON) == {"note"}
    assert private(KNOWN_PLACE) == {"note", "shown"}


# ------------------------------------------------------------------------------- the site


def test_the_page_of_a_person_shows_the_names_as_the_reader_needs_them(tmp_path: Path) -> None:
    folder = project(tmp_path, {PEOPLE: TENNICK}, a="people: مارا تنيك")
    assert built(folder).is_written
    pages = pages_of(files_of(folder / "site"))
    page = pages["people/mara-tennick.html"].first("main")
    assert page.first("h1").words() == "Mara Tennick"
    tongues = {each.words(): each.attributes.get("lang", "") for each in page.all("bdi")}
    assert (tongues["마라 테닉"], tongues["مارا تنيك"]) == ("ko", "ar")
    assert hrefs(page).count("https://example.org/people/tennick/") == 1
    event = pages["events/a.html"].first("main")
    assert "مارا تنيك" in event.words()
    assert "Mara Tennick" not in event.words()


def test_a_place_shows_its_other_names_with_their_years(tmp_path: Path) -> None:
    folder = project(tmp_path, {PLACES: SALTMERE}, a="place: Saltmere")
    assert built(folder).is_written
    page = pages_of(files_of(folder / "site"))["places/saltmere.html"].first("main")
    assert "Saltmere since 1991" in page.words()
    assert "Salzmeer German, 1924–1991" in page.words()
    assert "Coordinates: 53.12345678, -6.65432187." in page.words()


def test_the_list_of_places_has_one_link_under_the_preferred_name(tmp_path: Path) -> None:
    files = {PLACES: SALTMERE}
    folder = project(tmp_path, files, a="place: Salzmeer", b="place: Saltmere")
    assert built(folder).is_written
    page = pages_of(files_of(folder / "site"))["places/index.html"].first("main")
    assert [each.words() for each in page.all("a")] == ["Saltmere"]


def hrefs(page: Element) -> list[str]:
    return [each.attributes["href"] for each in page.all("a")]


def test_an_earlier_address_leads_to_the_page(tmp_path: Path) -> None:
    folder = project(tmp_path, {PLACES: SALTMERE}, a="place: Saltmere")
    assert built(folder).is_written
    site = files_of(folder / "site")
    assert b"url=../places/saltmere.html" in site["places/salzmeer.html"]
    assert b"salzmeer.html" not in site["sitemap.xml"]
    links = re.findall(rb'<link rel="canonical" href="([^"]+)"', site["places/salzmeer.html"])
    assert links == [b"https://example.org/lock/places/saltmere.html"]


def test_hostile_names_are_only_text(tmp_path: Path) -> None:
    names = "['<script>alert(1)</script>', '\"><img src=x>', '../../etc']"
    people = f"- {{id: x, names: {names}, links: ['https://example.org/\"><b>']}}\n"
    folder = project(tmp_path, {PEOPLE: people}, a="people: '../../etc'")
    report = built(folder)
    assert report.is_written, report.problems
    site = files_of(folder / "site")
    page = pages_of(site)["people/x.html"]
    assert page.all("script") == []
    assert page.all("img", "b") == []
    assert "people/etc.html" in site


def told(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{each.position.file}: {each.code}" for each in problems]


def test_what_is_wrong_in_the_lists_stops_the_build(tmp_path: Path) -> None:
    folder = project(tmp_path, {PEOPLE: AMBIGUOUS, PLACES: "- Saltmere\n"}, a="")
    report = built(folder)
    assert not report.is_written
    errors = tuple(each for each in report.problems if has_errors([each]))
    assert told(errors) == [f"{PEOPLE}: ambiguous-name", f"{PLACES}: wrong-type"]
