"""Settings: every key is read, every mistake told where it stands, the project is found upward."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest
from conftest import codes, printed, write_tree

from builder.config import find_project, ignored_code, load_settings, read_settings
from builder.model.settings import OwnKey, Redaction, Settings
from builder.problems import SEVERITIES, InputText, Position, Problem, Severity, in_order


def settings(text: str) -> Settings:
    found, problems = read_settings(InputText("dateline.yaml", text))
    assert printed(problems) == ""
    return found


def mistakes(text: str) -> tuple[Problem, ...]:
    return in_order(read_settings(InputText("dateline.yaml", text))[1])


def test_only_the_title_is_needed() -> None:
    assert settings("title: The harbour wall\n") == Settings(title="The harbour wall")


def test_every_setting_is_read() -> None:
    found = settings(
        """\
title: The harbour wall
description: Stone by stone
url: https://example.org/wall
language: en-US
zone: Europe/Dublin
authors: [Ada Quill, Bo Marsh]
licence: CC BY 4.0
content: texts
templates: looks
output: public
quotes: warn
captions: chosen
newest_first: yes
page_size: 20
stylesheets: own.css
menu: [about]
publish: {remote: pages, branch: live, cname: example.org, strict: true}
ignore: [single-source]
fields:
  depth: {label: Depth of water, type: number, private: true, filter: true}
  lock_keeper:
redact: [Mara Tennick]
redact_file: ../words.txt
"""
    )
    assert {name: (at.line, at.column) for name, at in found.places.items()} == {
        "menu about": (16, 8),
        "stylesheets own.css": (15, 14),
    }
    assert replace(found, places={}) == Settings(
        title="The harbour wall",
        description="Stone by stone",
        url="https://example.org/wall/",
        language="en-US",
        zone="Europe/Dublin",
        authors=("Ada Quill", "Bo Marsh"),
        licence="CC BY 4.0",
        content="texts",
        templates="looks",
        output="public",
        quotes="warn",
        captions="chosen",
        newest_first=True,
        page_size=20,
        stylesheets=("own.css",),
        menu=("about",),
        publishes=True,
        publish_remote="pages",
        publish_branch="live",
        publish_cname="example.org",
        publish_strict=True,
        ignore=("single-source",),
        own_keys=(
            OwnKey("depth", "Depth of water", "number", is_private=True, has_filter=True),
            OwnKey("lock_keeper", "Lock keeper"),
        ),
        redactions=(Redaction("Mara Tennick", Position("dateline.yaml", 22, 10, 22)),),
        redact_file="../words.txt",
    )
    plain = Settings(title="")
    for field in fields(Settings):
        assert getattr(found, field.name) != getattr(plain, field.name), field.name


def test_the_address_ends_in_one_slash() -> None:
    for written in ("https://example.org/wall", "https://example.org/wall/"):
        assert settings(f"title: A\nurl: {written}\n").url == "https://example.org/wall/"


def test_folders_may_be_written_with_a_slash_at_their_end() -> None:
    found = settings("title: A\ncontent: texts/\noutput: public/\ntemplates: looks/\n")
    assert (found.content, found.output, found.templates) == ("texts", "public", "looks")


def test_an_unknown_setting_is_told_with_the_nearest() -> None:
    assert printed(mistakes("title: A\noutputs: site\n")) == (
        "dateline.yaml:2:1: error[unknown-key] the key 'outputs' is not known here\n"
        "    2 | outputs: site\n"
        "      | ^^^^^^^\n"
        "  hint: did you mean 'output'?"
    )


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "url: https://example.org/\n"])
def test_without_a_title_there_is_one_mistake(text: str) -> None:
    assert [(each.code, each.key) for each in mistakes(text)] == [("missing-key", "title")]


def test_settings_that_are_no_keys() -> None:
    found = mistakes("- title: A\n")
    assert codes(found) == ["wrong-type"]
    assert "the settings are keys with values" in found[0].message


def test_settings_in_two_documents_are_told() -> None:
    """What stands behind a second `---` would otherwise be lost without a word."""
    assert codes(mistakes("title: A\n---\nurl: https://example.org/\n")) != []


@pytest.mark.parametrize(
    "folder", ["/etc", "..", "../elsewhere", "a/../../b", "C:\\site", "a\\..\\.."]
)
@pytest.mark.parametrize("key", ["content", "templates"])
def test_folders_that_lead_out_of_the_project_are_refused(key: str, folder: str) -> None:
    found = mistakes(f"title: A\n{key}: '{folder}'\n")
    assert codes(found) == ["outside-project"]
    assert (found[0].position.line, found[0].position.column) == (2, len(key) + 3)


@pytest.mark.parametrize("folder", ["./content", "content/.", ".//content/"])
def test_a_folder_is_named_in_messages_as_people_write_it(folder: str) -> None:
    assert settings(f"title: A\ncontent: {folder}\n").content == "content"


@pytest.mark.parametrize(
    ("size", "is_fine"), [(0, False), (1, True), (5000, True), (5001, False), (-3, False)]
)
def test_the_size_of_pages_is_sensible(size: int, is_fine: bool) -> None:  # noqa: FBT001
    found = mistakes(f"title: A\npage_size: {size}\n")
    assert codes(found) == ([] if is_fine else ["wrong-type"])
    if not is_fine:
        assert found[0].message == f"'page_size' is {size}; expected 1 to 5000"


def test_a_zone_that_does_not_exist_is_told_where_it_stands() -> None:
    """Otherwise every note with a clock time would be blamed for it."""
    found = mistakes("title: A\nzone: Mars/Olympus\n")
    assert [(each.position.line, each.position.column) for each in found] == [(2, 7)]
    assert mistakes("title: A\nzone: +09:00\n") == ()


def test_codes_that_cannot_be_ignored() -> None:
    found = mistakes("title: A\nignore: [no-source, bad-date, nonsense]\n")
    assert printed(found).splitlines()[0::4] == [
        "dateline.yaml:2:21: error[wrong-type] 'bad-date' is an error; errors cannot be turned off",
        "dateline.yaml:2:31: error[wrong-type] 'nonsense' is no code of a warning or note",
    ]


@pytest.mark.parametrize("code", SEVERITIES)
def test_warnings_and_notes_can_be_ignored_and_errors_cannot(code: str) -> None:
    found = ignored_code(code, InputText("a.yaml", code), 0, len(code))
    assert bool(found) == (SEVERITIES[code] is Severity.ERROR)


def test_all_mistakes_are_told_at_once() -> None:
    text = "titel: A\nurl: example.org\nquotes: strict\nnewest_first: 1\npage_size: many\n"
    assert codes(mistakes(text)) == [
        "missing-key",
        "unknown-key",
        "bad-url",
        "wrong-type",
        "wrong-type",
        "wrong-type",
    ]


# ------------------------------------------------------------------------------------------- files


def test_a_project_is_found_from_any_folder_below_it(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a/dateline.yaml": "title: A\n", "a/content/events/deep/x.yaml": ""})
    assert find_project(tmp_path / "a/content/events/deep") == tmp_path / "a"
    assert find_project(tmp_path / "a") == tmp_path / "a"


def test_the_nearest_project_is_found(tmp_path: Path) -> None:
    write_tree(tmp_path, {"dateline.yaml": "title: A\n", "b/dateline.yaml": "title: B\n"})
    assert find_project(tmp_path / "b") == tmp_path / "b"
    (tmp_path / "c" / "dateline.yaml").mkdir(parents=True)
    assert find_project(tmp_path / "c") == tmp_path


def test_settings_are_read_with_and_without_a_byte_order_mark(tmp_path: Path) -> None:
    for data in (b"title: A\r\n", b"\xef\xbb\xbftitle: A\r\n"):
        write_tree(tmp_path, {"dateline.yaml": data})
        assert load_settings(tmp_path) == (Settings(title="A"), ())


@pytest.mark.parametrize(
    ("data", "byte"), [("title: A".encode("utf-16"), 0), ("title: Wände".encode("latin-1"), 8)]
)
def test_settings_that_are_not_utf_8(tmp_path: Path, data: bytes, byte: int) -> None:
    write_tree(tmp_path, {"dateline.yaml": data})
    _, problems = load_settings(tmp_path)
    assert printed(problems).splitlines()[0] == (
        f"dateline.yaml: error[not-utf8] the file is not UTF-8: byte {byte} cannot be read"
    )


def test_settings_with_an_error_are_still_a_value(tmp_path: Path) -> None:
    """A build goes no further, yet nothing crashes on the way out."""
    for text in ("title: [\n", "- a\n", "title: 5\ncontent: ..\n", ""):
        found, problems = read_settings(InputText("dateline.yaml", text))
        assert isinstance(found, Settings)
        assert problems
