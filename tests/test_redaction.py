"""Redactions: words are found however a file writes them, and nothing else is."""

from __future__ import annotations

import json
import time
import unicodedata
from pathlib import Path
from typing import Final
from urllib.parse import quote, quote_plus

import pytest
from conftest import write_tree
from hypothesis import given
from hypothesis import strategies as st

from builder.config import load_settings, redactions
from builder.model.pages import OutputFile
from builder.model.settings import Redaction
from builder.problems import Position
from builder.redaction import redacted

PLACE: Final = Position("dateline.yaml", 2, 9, 21)
TOLD: Final = ("redacted", "a redacted text would be published", PLACE)


def finds(words: str, data: str | bytes, path: str = "events/a.html") -> bool:
    """Tell whether words are found in a file; the report says the same of all words."""
    content = data if isinstance(data, bytes) else data.encode()
    found = redacted([OutputFile(path, content)], (Redaction(words, PLACE),))
    assert {(each.code, each.message, each.position) for each in found} <= {TOLD}
    return bool(found)


@pytest.mark.parametrize(
    "written",
    [
        "Mara Ténnick",
        "MARA TÉNNICK",
        "mara  \n ténnick",
        "Mara&nbsp;T&eacute;nnick",
        "Mara T&#233;nnick",
        "Mara Te\u0301nnick",
        "Mara Tén\u00adnick",
        "Mara\u200b Ténnick\u2060",
        "<b>Mara</b> Ténnick",
        "<b>M</b>ara T<i>énn</i>ick",
        "<td>Mara</td><td>Ténnick</td>",
        "Ｍａｒａ Ténnick",
        "Mara-Ténnick",
        "mara_ténnick.pdf",
        "Mara, Ténnick",
        '"Mara T\\u00e9nnick"',
        "?q=Mara%20T%C3%A9nnick",
        "?q=mara+t%c3%a9nnick",
        "people/mara-tennick.html",
        "Dr.Mara Ténnick’s house",
    ],
)
def test_words_are_found_however_they_are_written(written: str) -> None:
    assert finds("Mara Ténnick", written)
    assert finds("  mara   ténnick ".strip(), written)


@pytest.mark.parametrize(
    "written", ["Mara", "Ténnick Mara", "Maria Ténnick", "Mara and Ténnick", ""]
)
def test_other_words_are_not_found(written: str) -> None:
    assert not finds("Mara Ténnick", written)


@pytest.mark.parametrize(
    "path",
    ["static/mara-tennick.pdf", "people/mara-tennick.html", "photos/Mara%20T%C3%A9nnick.jpg"],
)
def test_names_of_files_are_read_too(path: str) -> None:
    assert finds("Mara Ténnick", b"\x00\xff", path)


def test_words_in_the_bytes_of_a_picture_are_found() -> None:
    assert finds(
        "Mara Ténnick", b"\xff\xd8\xff Artist\x00Mara T\xc3\xa9nnick\x00\xff", "photos/a.jpg"
    )


@pytest.mark.parametrize("name", ["李明", "Li", "★", "김철수", "+44 20 7946 0018", "a@b.example"])
def test_short_names_numbers_and_signs_are_found(name: str) -> None:
    assert finds(name, f"<p>See {name}.</p>")
    assert not finds(name, "<p>See nobody.</p>")


def test_each_file_and_each_redaction_is_told() -> None:
    files = [OutputFile(f"{name}.html", b"Ada Quill, Bo Hallam") for name in "ab"]
    found = redacted(files, (Redaction("Ada Quill", PLACE), Redaction("bo hallam", PLACE)))
    assert [each.details for each in found] == [
        ("it would stand in 'a.html'",),
        ("it would stand in 'a.html'",),
        ("it would stand in 'b.html'",),
        ("it would stand in 'b.html'",),
    ]
    assert redacted(files, ()) == ()


WORDS: Final = st.text(
    st.characters(codec="utf-8", categories=["Lu", "Ll", "Nd", "Zs"]), min_size=2
)


@given(WORDS.filter(lambda words: len(words.split()) > 0))
def test_any_words_are_found_as_text_as_json_and_as_an_address(words: str) -> None:
    words = words.strip()
    for written in (
        words,
        words.upper(),
        json.dumps({"a": words}),
        f"https://example.org/{quote(words)}",
        f"https://example.org/?q={quote_plus(words)}",
        unicodedata.normalize("NFD", words),
    ):
        assert finds(words, f"before {written} behind")


def test_a_large_site_is_read_in_time() -> None:
    page = ("<p>" + "The gate was shut. " * 5_000 + "</p>").encode()
    hostile = ("<" * 200_000).encode()
    files = [OutputFile(f"{n}.html", page) for n in range(20)] + [OutputFile("h.html", hostile)]
    start = time.perf_counter()
    assert redacted(files, tuple(Redaction(f"Nobody {n}", PLACE) for n in range(50))) == ()
    assert time.perf_counter() - start < 10


# ----------------------------------------------------------------------- where they are written


def test_every_line_that_is_not_empty_is_a_redaction() -> None:
    found = redactions("Ada Quill\n\n  Bo Hallam \r\n李明\nX\n", "words.txt")
    assert [(each.words, each.position.line) for each in found] == [
        ("Ada Quill", 1),
        ("Bo Hallam", 3),
        ("李明", 4),
        ("X", 5),
    ]
    assert {each.position.file for each in found} == {"words.txt"}


@pytest.mark.parametrize("folder", ["", "../", "private/"])
def test_a_file_of_redactions_may_lie_anywhere(tmp_path: Path, folder: str) -> None:
    project = write_tree(
        tmp_path / "project", {"dateline.yaml": f"title: A\nredact_file: {folder}words.txt\n"}
    )
    write_tree(project, {f"{folder}words.txt": "\ufeffAda Quill\r\nBo Hallam"})
    settings, problems = load_settings(project)
    assert problems == ()
    assert [each.words for each in settings.redactions] == ["Ada Quill", "Bo Hallam"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (None, "the file that 'redact_file' names cannot be read"),
        (b"Ad\xe9 Quill", "the file that 'redact_file' names is not UTF-8"),
    ],
)
def test_a_file_of_redactions_that_cannot_be_read_is_an_error(
    tmp_path: Path, data: bytes | None, message: str
) -> None:
    write_tree(tmp_path, {"dateline.yaml": "title: A\nredact_file: words.txt\n"})
    if data is not None:
        (tmp_path / "words.txt").write_bytes(data)
    (problem,) = load_settings(tmp_path)[1]
    assert (problem.code, problem.message) == ("unreadable", message)


def test_a_single_letter_is_refused_in_the_settings_without_being_told(tmp_path: Path) -> None:
    write_tree(tmp_path, {"dateline.yaml": "title: A\nredact: [Ada Quill, x]\n"})
    (problem,) = load_settings(tmp_path)[1]
    assert problem.message == "a redaction has at least 2 characters"
    assert problem.position.source == ""
