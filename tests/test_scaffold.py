"""New projects and notes: what is written reads back, and nothing is overwritten."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builder.edits import quoted
from builder.fields import Field, Mapping, Record, Scalar, compose, read_mapping
from builder.fields.tables import ARTICLE, EVENT, PAGE, SETTINGS
from builder.problems import InputText, Problem
from builder.scaffold import (
    KINDS,
    NewFile,
    article_ids,
    event_ids,
    id_from,
    is_id,
    new_article,
    new_event,
    new_page,
    page_names,
    project_files,
    schema_text,
    strangers,
    write_new,
)
from builder.scaffold.notes import ARTICLE_GROUPS, EVENT_GROUPS, PAGE_GROUPS, Groups


def read(text: str, fields: tuple[Field, ...] = EVENT) -> tuple[Record, list[Problem]]:
    file = InputText("note.yaml", text)
    documents, problems = compose(file)
    assert len(documents) == 1, problems
    assert isinstance(documents[0], Mapping)
    record, mistakes = read_mapping(fields, documents[0], file)
    return record, [*problems, *mistakes]


def head(text: str) -> str:
    return text.removeprefix("---\n").split("\n---\n", 1)[0]


# ----------------------------------------------------------------------------------- ids


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Seoul answers", "seoul-answers"),
        ("Korea's B-1B flight: 'a threat'", "koreas-b-1b-flight-a-threat"),
        ("Größe, Łódź, Ærø, þing, œuvre", "grosse-lodz-aero-thing-oeuvre"),
        ("  Ferry — re-opens!  ", "ferry-re-opens"),
        ("Ｆｕｌｌ width", "full-width"),
        ("İzmir", "izmir"),
        ("平壌 Pyongyang 2025", "pyongyang-2025"),
        ("2025", ""),
        ("平壌の声明", ""),
        ("…", ""),
        ("", ""),
    ],
)
def test_an_id_is_made_of_the_words_of_the_title(title: str, expected: str) -> None:
    assert id_from(title) == expected


def test_a_long_title_gives_as_many_whole_words_as_an_address_should_have() -> None:
    found = id_from("the commission of inquiry " * 20)
    assert found.startswith("the-commission-of-inquiry-the")
    assert len(found) <= 80
    assert found.rsplit("-", 1)[1] in ("the", "commission", "of", "inquiry")
    assert len(id_from("x" * 500)) == 80


@given(st.text())
def test_an_id_made_of_a_title_can_be_used_or_is_reserved(title: str) -> None:
    found = id_from(title)
    assert not found or is_id(found) or found in ("index", "con", "prn", "aux", "nul")


# ---------------------------------------------------------------------------- new notes


@given(st.text(st.characters(exclude_categories=["Cs"])))
@example('"Yes", he said: it\'s C:\\dir # not a comment')
@example("\x00\x07\x1b[31m\x7f\x85\xa0\u2028\u2029\ufeff\ufffe\U0001f600\U0010ffff")
@example("- [x] {y} %z @a `b` !c &d *e |f >g ? : ~ null true 2025-04-17")
@example("\tline one\r\nline two\n")
def test_a_quoted_text_reads_back_the_same(text: str) -> None:
    documents, problems = compose(InputText("a.yaml", f"title: {quoted(text)}\nnext: 1\n"))
    assert not problems
    assert isinstance(documents[0], Mapping)
    value = documents[0].entries[0][1]
    assert isinstance(value, Scalar)
    assert value.text == text


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_new_event_reads_without_a_mistake(title: str) -> None:
    file = new_event("content/events/a.yaml", title, date="2025-04~", article="wire-0417")
    record, problems = read(file.text)
    assert problems == []
    assert record.text("title") == title
    date = record.date("date")
    assert date is not None
    assert date.edtf == "2025-04~"
    assert [source.text("article") for source in record.records("sources")] == ["wire-0417"]


def test_a_new_event_without_a_date_lacks_nothing_else() -> None:
    record, problems = read(new_event("content/events/a.yaml", "A title").text)
    assert [(each.code, each.key) for each in problems] == [("missing-key", "date")]
    assert "sources" not in record


def test_a_new_event_as_it_is_written() -> None:
    file = new_event("content/events/a.yaml", 'The "flash"', date="2025-04-17", article="wire")
    assert file.path == "content/events/a.yaml"
    lines = file.text.splitlines()
    assert lines[:7] == [
        "# yaml-language-server: $schema=../../schemas/event.json",
        "",
        "# id:  # The permanent address; the file's name when absent",
        'title: "The \\"flash\\""',
        "",
        "date: 2025-04-17",
        "# time:  # The clock time, such as 06:00",
    ]
    start = lines.index("sources:  # The articles it rests on, at best with the exact words")
    assert lines[start + 1 : start + 3] == [
        "  - article: wire",
        "    quote:  # The article's own words; proved against its stored text",
    ]
    assert all(len(line) <= 105 for line in lines)


def test_the_modeline_finds_the_schema_from_deeper_folders() -> None:
    text = new_event("content/events/1917/october/a.yaml", "A").text
    assert text.startswith("# yaml-language-server: $schema=../../../../schemas/event.json\n")


@pytest.mark.parametrize("article", ["", "wire"])
def test_every_remark_of_a_new_event_can_be_taken_up(article: str) -> None:
    """A key without its # is read as an empty value, never as a mistake."""
    text = new_event("content/events/a.yaml", "A", date="2025", article=article).text
    taken_up = re.sub(r"^( *)# (?=(?:- |  )?[a-z_]+:  # )", r"\1", text, flags=re.MULTILINE)
    assert taken_up.count("\n# ") == 0
    _, problems = read(taken_up)
    lacking = [] if article else ["sources[0].article"]
    assert [each.key for each in problems] == lacking


@pytest.mark.parametrize(
    ("fields", "groups"),
    [(EVENT, EVENT_GROUPS), (ARTICLE, ARTICLE_GROUPS), (PAGE, PAGE_GROUPS)],
)
def test_every_key_of_the_tables_stands_in_one_group(
    fields: tuple[Field, ...], groups: Groups
) -> None:
    placed = [name for group in groups for name in group]
    assert sorted(placed) == sorted(field.name for field in fields)


def test_a_new_article_reads_without_a_mistake() -> None:
    file = new_article("content/articles/a.md", "Ferry: “back”", published="2025-05-04")
    assert file.text.startswith("---\n")
    assert file.text.endswith("\n---\n")
    record, problems = read(head(file.text), ARTICLE)
    assert problems == []
    assert record.text("title") == "Ferry: “back”"
    date = record.date("published")
    assert date is not None
    assert date.edtf == "2025-05-04"


def test_a_new_page_reads_without_a_mistake() -> None:
    record, problems = read(head(new_page("content/pages/a.md", "About us: why").text), PAGE)
    assert problems == []
    assert record.text("title") == "About us: why"


# ------------------------------------------------------------------------- new projects


def test_the_settings_of_a_new_project_name_every_key() -> None:
    settings = next(each for each in project_files() if each.path == "dateline.yaml")
    record, problems = read(settings.text, SETTINGS)
    assert problems == []
    assert record.text("title") == "My timeline"
    named = re.findall(r"^(?:# )?([a-z_]+):", settings.text, flags=re.MULTILINE)
    assert sorted(named) == sorted(field.name for field in SETTINGS)


def test_the_schemas_of_a_new_project_are_where_the_modelines_point(tmp_path: Path) -> None:
    write_new(tmp_path, project_files())
    pointing = 0
    for path in tmp_path.rglob("*.yaml"):
        modeline = path.read_text("utf-8").splitlines()[0]
        target = modeline.removeprefix("# yaml-language-server: $schema=")
        assert target != modeline
        schema = json.loads((path.parent / target).read_text("utf-8"))
        assert schema["$schema"].startswith("https://json-schema.org/")
        pointing += 1
    assert pointing == 2


def test_a_schema_is_there_for_every_kind() -> None:
    for kind in KINDS:
        schema = json.loads(schema_text(kind))
        keys = schema.get("properties") or schema["$defs"]["note"]["properties"]
        assert ("names" if kind in ("people", "places") else "title") in keys


def test_files_of_a_new_project_are_plain_text() -> None:
    for file in project_files():
        assert file.text.endswith("\n")
        assert not file.text.endswith("\n\n")
        assert "\r" not in file.text
        assert unicodedata.is_normalized("NFC", file.text)


# ------------------------------------------------------------------------------ writing


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b/old.txt").write_text("mine", "utf-8")
    files = (NewFile("a/deep/new.txt", "1"), NewFile("b/old.txt", "2"), NewFile("c.txt", "3"))
    with pytest.raises(FileExistsError):
        write_new(tmp_path, files)
    assert (tmp_path / "b/old.txt").read_text("utf-8") == "mine"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["b", "old.txt"]


def test_a_link_that_leads_nowhere_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "elsewhere.txt")
    with pytest.raises(FileExistsError):
        write_new(tmp_path, (NewFile("a.txt", "1"),))
    assert not (tmp_path / "elsewhere.txt").exists()


def test_lines_end_in_line_feeds_everywhere(tmp_path: Path) -> None:
    write_new(tmp_path, (NewFile("a.txt", "one\ntwo\n"),))
    assert (tmp_path / "a.txt").read_bytes() == b"one\ntwo\n"


# ----------------------------------------------------------------- what is there already


def test_a_folder_with_only_a_repository_in_it_has_no_strangers(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in ("README", "readme.md", "LICENSE", "LICENSE.txt", ".gitignore", ".gitattributes"):
        (tmp_path / name).touch()
    assert strangers(tmp_path) == ()
    (tmp_path / "src").mkdir()
    (tmp_path / ".env").touch()
    assert strangers(tmp_path) == (".env", "src")
    assert strangers(tmp_path / "not-there") == ()


def write(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def test_ids_of_events_come_from_names_lists_documents_and_aliases(tmp_path: Path) -> None:
    events = write(
        tmp_path,
        {
            "plain.yaml": "title: A\ndate: 2025\n",
            "deep/er/nested.yml": "title: An idea: no\n",
            "renamed.yaml": "id: real\ntitle: B\naliases: [older, oldest]\n",
            "list.yaml": "- id: one\n  title: C\n- {id: two, title: D}\n",
            "documents.yaml": "id: three\n---\n'id': four\n",
            "broken.yaml": "id: [\n",
            "~backup.yaml~": "id: never\n",
            ".hidden.yaml": "id: never\n",
        },
    )
    assert sorted(event_ids(events)) == sorted(
        "plain nested real older oldest one two three four broken".split()
    )
    assert event_ids(events)["two"] == events / "list.yaml"
    assert event_ids(tmp_path / "not-there") == {}


def test_ids_of_articles_come_from_names_and_front_matter(tmp_path: Path) -> None:
    articles = write(
        tmp_path,
        {
            "plain.txt": "Text with id: word\n",
            "front.md": "---\nid: real\naliases: old\n---\nid: not this\n",
            "untitled.markdown": "---\ntitle: A\n---\nText\n",
            "picture.png": "",
        },
    )
    assert sorted(article_ids(articles)) == ["old", "plain", "real", "untitled"]


def test_what_cannot_be_read_is_known_by_its_name(tmp_path: Path) -> None:
    """Nothing waits at a pipe, or runs round a link that leads to itself."""
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.md").symlink_to("loop.md")
    (tmp_path / "nowhere.md").symlink_to("lost.md")
    assert sorted(article_ids(tmp_path)) == ["loop", "nowhere", "pipe"]


def test_names_of_pages_keep_their_folders(tmp_path: Path) -> None:
    pages = write(tmp_path, {"about.md": "", "people/ada.md": ""})
    assert page_names(pages) == {
        "about": pages / "about.md",
        "people/ada": pages / os.path.join("people", "ada.md"),
    }
