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
from sites import built

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
        # Where no words stand but in an attribute.
        '<img alt="Mara T&eacute;nnick">',
        "<a href='?q=Mara%20T%C3%A9nnick'>x</a>",
        "<p data-who=Mara_Ténnick>x</p>",
        '<a title="a > b: Mara T&#233;nnick">x</a>',
        '<meta name="description" content="By Mara T&#xe9;nnick">',
        '<li id="mara-tennick">x</li>',
        '<img alt="Mara T&#0000000233;nnick',
        # Comments and scripts are published too.
        "<!-- a > b: Mara Ténnick -->",
        "Mara<!-- a > b --> Ténnick",
        "Ma<!-- a > b -->ra Ténnick",
        "<script>if (a<b) say('Mara \\u0054énnick')</script>",
        "<script>if (a<b) say('Mara \\x54\\u{e9}nnick')</script>",
        "<!-- never closed: Mara Ténnick",
        "<![CDATA[Mara Ténnick]]>",
        # Characters that nobody sees.
        "Ma\u2066ra\u2069 Tén\ufe0fnick",
        "Ma\U000e0061ra\U000e007f Tén\U000e0100nick",
        "Mara T\u200be\u034f\u0301nnick",
        "Mara Tén\u0336nick",
        "Ma<wbr>ra T&#233;n&shy;nick",
        # What is apart without being another sentence.
        "Mara<br>Ténnick",
        "Mara T. Mara Ténnick2",
    ],
)
def test_words_are_found_however_they_are_written(written: str) -> None:
    assert finds("Mara Ténnick", written)
    assert finds("  mara   ténnick ".strip(), written)


@pytest.mark.parametrize(
    "written",
    [
        "Mara",
        "Ténnick Mara",
        "Maria Ténnick",
        "Mara and Ténnick",
        "",
        "Tamara Ténnick",
        "Mara Ténnicker",
        "It was Mara. Ténnick came later.",
        "Was it Mara? Ténnick came later.",
        "<li>Mara</li><li>Ténnick</li>",
        "<p>Mara</p>\n<p>Ténnick</p>",
        '<img alt="Mara"><img alt="Ténnick">',
    ],
)
def test_other_words_are_not_found(written: str) -> None:
    assert not finds("Mara Ténnick", written)


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Mara O'Brien", '<img alt="Mara O&#39;Brien at the gate">'),
        ("Marks & Daughters", '<img alt="Marks &amp; Daughters">'),
        ("Tennick", '{"a": "\\u0054ennick"}'),
        ("Mara Tennick", '{"a": "Mara\\nTennick"}'),
        ("José", "Jose\u0301"),
        ("Jose\u0301", "José"),
        ("مريم", "مَرْيَم"),
        ("مَرْيَم", "مريم"),
        ("مريم", "مـــريم"),
        ("مريم", "ومريم"),
        ("מרים", "מִרְיָם"),
        ("李明", "昨日李明到場"),
        ("김철수", "김철수가"),
        ("Tennick", "Tennick가"),
        ("St John Reed", "St. John Reed"),
        ("J. Reed", "J. Reed"),
        ("Mara. Tennick", "Mara. Tennick"),
        ("Mara J Reed", "Mara J. Reed"),
    ],
)
def test_a_name_is_found_as_its_script_writes_it(words: str, written: str) -> None:
    assert finds(words, f"<p>{written}</p>")
    assert finds(words, written, "notes.txt")


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Reed", "They agreed, and the reeds stood."),
        ("Park", "sparkle"),
        ("44 20", "144 205"),
        ("かき", "がき"),
        *(
            (words, '<html lang="en"><head><link rel="icon" href="x"></head><main id="main">')
            for words in ("Lang", "Link", "Main", "Head", "Icon", "Rel", "en")
        ),
        ("Page", '<p class="page"><a aria-current="page">x</a></p>'),
        ("Self", """<meta http-equiv="Content-Security-Policy" content="img-src 'self'">"""),
        ("Width", '<meta name="viewport" content="width=device-width">'),
        ("Version", '<?xml version="1.0"?><feed/>'),
    ],
)
def test_parts_of_words_and_of_the_theme_are_not_found(words: str, written: str) -> None:
    assert not finds(words, written)
    assert not finds(words, written, "feed.xml")


def test_no_page_of_the_built_in_theme_holds_what_only_its_markup_says(tmp_path: Path) -> None:
    words = "Lang, Link, Main, Head, Meta, Width, Self, Rel, Role, Span, Div, Scope, Reed"
    write_tree(
        tmp_path,
        {
            "dateline.yaml": f"title: A\nurl: https://example.org/\nredact: [{words}]\n",
            "content/articles/gate.txt": (
                "---\ntitle: Gate jams\npublication: Saltmere Beacon\npublished: 2031-04-03\n"
                "url: https://example.com/gate\n---\nAll agreed that the gate was shut.\n"
            ),
            "content/events/gate.yaml": (
                "title: The gate jams\ndate: 2031-04-03\npeople: [Bo Hallam]\ntags: [lock]\n"
                "place: {name: Saltmere, lat: 51.2, lon: 1.4}\n"
                "sources:\n  - article: gate\n    quote: agreed that the gate was shut\n"
            ),
        },
    )
    found = built(tmp_path).problems
    assert [each.details for each in found if each.code == "redacted"] == []


def test_the_files_of_the_theme_are_not_read() -> None:
    assert not finds("Main", "main { color: red }", "assets/dateline.css")
    assert not finds("Main", "main()", "assets/a/b.js")
    assert finds("Mara Ténnick", "/* Mara Ténnick */", "static/own.css")
    assert finds("Mara Ténnick", "<svg><desc>Mara Ténnick</desc></svg>", "assets/logo.svg")


def test_a_word_stands_in_a_picture_beside_any_byte() -> None:
    assert finds("Mara Ténnick", "xMara Ténnicky".encode() + b"\xff", "photos/a.png")


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
    files = [OutputFile(f"{n}.html", page) for n in range(20)]
    start = time.perf_counter()
    assert redacted(files, tuple(Redaction(f"Nobody {n}", PLACE) for n in range(50))) == ()
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    "text",
    [
        "<" * 200_000,
        "<!--" * 50_000,
        "<a " * 70_000,
        "<a " + "=" * 200_000,
        "<a b=" + " " * 200_000,
        "<a b" + " " * 200_000,
        "<a b=c " + "d" * 200_000,
        '<a b="' * 40_000,
        "<a b='\"" * 40_000,
        "<script>" * 30_000,
        "<script></scrip" * 15_000,
        "&#" + "9" * 200_000 + ";",
        "&" * 200_000,
        "\\u" * 100_000,
        "\\ud800" * 40_000,
        "%" * 200_000,
        "nobody " * 30_000,
        "Mara. " * 30_000,
        "a\u0301\u200b" * 70_000,
        "." + " " * 200_000,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    start = time.perf_counter()
    assert not finds("Nobody Else", text)
    assert time.perf_counter() - start < 5


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
