"""Reading one file: bytes to articles, event notes and pages, with the place of every mistake."""

from __future__ import annotations

import re
from pathlib import Path
from time import process_time
from typing import Final

import pytest
from conftest import codes, parsed, printed, write_tree
from hypothesis import given
from hypothesis import strategies as st
from strategies import any_text, as_yaml, event_notes

from builder.model.content import Article, EventNote, Mark, TextPage
from builder.model.identifiers import is_id, proposed_id
from builder.model.inputs import InputFile
from builder.model.settings import Settings
from builder.problems import Problem, has_errors, in_order
from builder.stages.parse.article import parse_article
from builder.stages.parse.event import parse_events
from builder.stages.parse.page import parse_page

SETTINGS: Final = Settings(title="A")
BOM: Final = "\ufeff".encode()


def as_bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


def article(text: str | bytes, name: str = "gull.md") -> Article:
    found, problems = parse_article(InputFile(f"content/articles/{name}", as_bytes(text)))
    assert found is not None, printed(problems)
    return found


def article_problems(text: str | bytes, name: str = "gull.md") -> tuple[Problem, ...]:
    found, problems = parse_article(InputFile(f"content/articles/{name}", as_bytes(text)))
    assert found is not None or has_errors(problems)
    return in_order(problems)


def notes(
    text: str | bytes, name: str = "wall.yaml", settings: Settings = SETTINGS
) -> tuple[EventNote, ...]:
    found, broken, problems = parse_events(
        InputFile(f"content/events/{name}", as_bytes(text)), settings
    )
    assert not has_errors(problems), printed(problems)
    assert broken == frozenset()
    return found


def note(text: str | bytes, name: str = "wall.yaml", settings: Settings = SETTINGS) -> EventNote:
    (found,) = notes(text, name, settings)
    return found


def note_problems(
    text: str | bytes, name: str = "wall.yaml", settings: Settings = SETTINGS
) -> tuple[Problem, ...]:
    file = InputFile(f"content/events/{name}", as_bytes(text))
    return in_order(parse_events(file, settings)[2])


def first_lines(problems: tuple[Problem, ...]) -> list[str]:
    """Give the first line of each problem without the folder."""
    folder = re.compile(r"^content/(?:articles|events|pages)/(?=[^ ]+: |[^:\n]+:\d+:\d+: )")
    lines = printed(problems).splitlines()
    return [folder.sub("", line) for line in lines if folder.match(line)]


def page(text: str | bytes, name: str = "about.md") -> TextPage:
    file = InputFile(f"content/pages/{name}", as_bytes(text))
    found, problems = parse_page(file, "content/pages")
    assert found is not None, printed(problems)
    return found


# ---------------------------------------------------------------------------------- bytes to text


@pytest.mark.parametrize(
    ("data", "byte"),
    [
        ("Wände".encode("latin-1"), 1),
        ("text".encode("utf-16"), 0),
        (b"abc\xff", 3),
        (b"\xed\xa0\x80", 0),
        (b"ok \xc3", 3),
        (BOM + b"\xff", 3),
    ],
)
def test_what_is_not_utf_8_is_told_with_the_byte(data: bytes, byte: int) -> None:
    expected = f"error[not-utf8] the file is not UTF-8: byte {byte} cannot be read"
    assert first_lines(article_problems(data)) == [f"gull.md: {expected}"]
    assert first_lines(note_problems(data)) == [f"wall.yaml: {expected}"]


def test_a_nul_is_no_letter_of_a_text() -> None:
    assert first_lines(article_problems(b"abc\0def")) == [
        "gull.md: error[not-utf8] byte 3 is NUL; this is no text"
    ]
    assert codes(note_problems("title: a".encode("utf-16-le"))) == ["not-utf8"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", BOM])
def test_line_ends_and_the_byte_order_mark_make_no_difference(end: str, mark: bytes) -> None:
    text = "---\ntitle: Wall\n---\nFirst line\nsecond.\n\nThird.\n"
    found = article(mark + text.replace("\n", end).encode())
    assert found.title == "Wall"
    assert found.text == "First line\nsecond.\n\nThird.\n"
    assert len(found.paragraphs) == 2


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", BOM])
def test_places_count_from_the_first_letter_whatever_the_file_has(end: str, mark: bytes) -> None:
    text = "# 🚢\ntitle: Wall\ndate: 2031-13\n".replace("\n", end)
    found = note_problems(mark + text.encode())
    assert [(each.position.line, each.position.column) for each in found] == [(3, 7)]
    assert found[0].position.source == "date: 2031-13"
    text = "---\ntitle: Wall\npublished: 2031-13\n---\n".replace("\n", end)
    found = article_problems(mark + text.encode())
    assert [(each.position.line, each.position.column) for each in found] == [(3, 12)]


# ----------------------------------------------------------------------------------- front matter


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("---\ntitle: Wall\n---\nBody\n", "Body\n"),
        ("---\ntitle: Wall\n...\nBody\n", "Body\n"),
        ("---  \ntitle: Wall\n---\t\nBody\n", "Body\n"),
        ("---\ntitle: Wall\n---", ""),
        ("---\ntitle: Wall\n---\n", ""),
        ("---\ntitle: Wall\n---\n\n\nBody", "\n\nBody"),
        ("---\ntitle: Wall\n---\n---\nBody", "---\nBody"),
        ("---\ntitle: Wall\n# a remark ---\n---\nBody", "Body"),
        ("---\ntitle: |\n  Wall\n---\nBody", "Body"),
        ("---\ntitle: 'a\n  --- b'\n---\nBody", "Body"),
    ],
)
def test_forms_of_front_matter(text: str, body: str) -> None:
    found = article(text)
    assert found.title_basis == "written"
    assert found.text == body
    assert found.origin.text[found.body_start :] == body


@pytest.mark.parametrize("head", ["", "# nothing\n", "\n", "  \n\n"])
@pytest.mark.parametrize("end", ["---", "..."])
def test_front_matter_may_hold_nothing(head: str, end: str) -> None:
    assert article(f"---\n{head}{end}\nBody\n").text == "Body\n"


@pytest.mark.parametrize(
    "text", ["Body\n", "---- a rule\nBody\n", "--- said he.\n", " ---\ntitle: x\n---\n"]
)
def test_a_text_without_front_matter_is_all_text(text: str) -> None:
    found = article(text)
    assert found.text == text
    assert found.body_start == 0


def test_a_pasted_text_may_have_front_matter_too() -> None:
    found = article("---\ntitle: Wall\n---\n_Body_\n", "gull.txt")
    assert (found.title, found.text, found.is_markdown) == ("Wall", "_Body_\n", False)
    assert article("Body", "gull.markdown").is_markdown


def test_front_matter_that_never_ends() -> None:
    assert printed(article_problems("---\ntitle: Wall\n\nBody\n")) == (
        "content/articles/gull.md:1:1: error[yaml-syntax]"
        " the front matter begins with '---' here and never ends\n"
        "    1 | ---\n"
        "      | ^^^\n"
        "  hint: add a line '---' after the last key"
    )


def test_front_matter_that_is_no_keys() -> None:
    assert first_lines(article_problems("---\n- a\n---\nBody\n")) == [
        "gull.md:2:1: error[wrong-type] the front matter is keys with values,"
        " such as 'title: A headline'"
    ]
    assert codes(article_problems("---\nJust words\n---\nBody\n")) == ["wrong-type"]


def test_front_matter_that_is_no_yaml_is_told_at_its_line() -> None:
    found = article_problems("---\ntitle: Wall: a report\n---\nBody\n")
    assert first_lines(found)[0].startswith("gull.md:2:12: error[yaml-syntax]")


def test_front_matter_may_not_be_without_end() -> None:
    found = article_problems("---\n" + "# a remark\n" * 100_000 + "---\nBody\n")
    assert codes(found) == ["too-large"]


def test_the_front_matter_of_pages_is_their_own() -> None:
    _, problems = parse_page(
        InputFile("content/pages/about.md", b"---\ntitle: A\npublished: 2031\n---\n"),
        "content/pages",
    )
    assert codes(problems) == ["unknown-key"]


# --------------------------------------------------------------------------------------- articles


def test_everything_an_article_says_is_kept() -> None:
    found = article(
        """\
---
id: gull-1
title: The wall
outlet: The Gull
byline: [Ada Quill, Bo Marsh]
agency: Northlight
date: 2031-04-12
updated: 2031-04-13
url: https://example.org/wall
language: en
dateline_place: Quay
page: 3
via: post
captures:
  - https://web.archive.org/web/20310414093000/https://example.org/wall
  - {url: https://archive.example.org/2, captured: 2031-05, service: Attic}
archive_url: https://archive.ph/abc
retrieved: 2031-04-15
rights: full
derived_from: tern
independent: no
independent_note: same words
photos: [{caption: The quay, credit: (Bo Marsh/Northlight), image: quay.jpg, alt: A quay}]
sha256: ABC
draft: yes
note: mine
ignore: [no-capture]
---
Body
"""
    )
    assert (found.id, found.title, found.publication) == ("gull-1", "The wall", "The Gull")
    assert (found.authors, found.agencies) == (("Ada Quill", "Bo Marsh"), ("Northlight",))
    assert found.published is not None
    assert found.published.edtf == "2031-04-12"
    assert found.accessed is not None
    assert found.accessed.edtf == "2031-04-15"
    assert (found.page, found.via, found.language) == ("3", "post", "en")
    assert (found.rights, found.derived_from, found.independent) == ("full", "tern", False)
    assert (found.sha256, found.draft, found.note, found.ignore) == (
        "abc",
        True,
        "mine",
        ("no-capture",),
    )
    kept = [(each.service, each.captured and each.captured.edtf) for each in found.captures]
    assert kept == [
        ("Internet Archive", "2031-04-14"),
        ("Attic", "2031-05"),
        ("archive.today", None),
    ]
    assert [(each.caption, each.credit.line) for each in found.captions] == [
        ("The quay", "(Bo Marsh/Northlight)")
    ]
    assert (found.captions[0].image, found.captions[0].alt) == ("quay.jpg", "A quay")


def test_older_names_of_keys_are_noted() -> None:
    text = "---\nauthor: Ada Quill\narchive_url: https://archive.example.org/1\n---\nBody\n"
    assert codes(article_problems(text)) == ["old-key", "old-key"]


def test_the_empty_file_is_an_article_without_a_text() -> None:
    for text in ("", "\n", "---\n---\n"):
        found = article(text)
        assert (found.title, found.published, found.captions) == ("", None, ())
        assert [each for each in found.paragraphs if each.end > each.start] == []


PASTED: Final = """\
 date 2031-04-17 The harbour wall gave way on Thursday, and nobody was hurt.

The ferry waits outside the harbour until divers have measured the stone.
"""


def test_the_day_of_a_pasted_text_swallows_no_word() -> None:
    found = article(PASTED, "gull.txt")
    assert found.published is not None
    assert (found.published.edtf, found.published_basis) == ("2031-04-17", "found")
    assert found.text == PASTED
    assert (found.title, found.title_basis) == ("", "")


def test_the_headline_of_a_pasted_text_is_found() -> None:
    text = (
        "Wall gives way in the night\n\n"
        "The harbour wall gave way on Thursday, and nobody was hurt when it did.\n"
    )
    found = article(text, "gull.txt")
    assert (found.title, found.title_basis) == ("Wall gives way in the night", "found")
    assert found.text == text


def test_what_the_curator_wrote_wins() -> None:
    found = article(f"---\ntitle: Mine\npublished: 2030\n---\n{PASTED}", "gull.txt")
    assert (found.title, found.title_basis) == ("Mine", "written")
    assert found.published is not None
    assert (found.published.edtf, found.published_basis) == ("2030", "written")


def test_captions_of_the_text_stand_after_those_given_by_hand() -> None:
    text = (
        "---\nphotos: [{caption: By hand, credit: Ada Quill}]\n---\n"
        "A first paragraph of the report, which says what happened.\n\n"
        "Divers look at the wall (Bo Marsh/Northlight)\n\n^ A boy with a bucket\n"
    )
    found = article(text)
    assert [each.caption for each in found.captions] == [
        "By hand",
        "Divers look at the wall",
        "A boy with a bucket",
    ]
    spans = [found.text[each.span.start : each.span.end] for each in found.captions[1:]]
    assert "Divers look" in spans[0]
    assert "A boy" in spans[1]
    assert found.text_position(found.captions[1].span).line == 6


def test_an_article_with_mistakes_is_read_as_far_as_it_can_be() -> None:
    text = "---\ntitle: Wall\nrights: all\nurl: here\npublished: soon\n---\nBody\n"
    assert codes(article_problems(text)) == ["wrong-type", "bad-url", "bad-date"]
    found, _ = parse_article(InputFile("content/articles/gull.md", text.encode()))
    assert found is not None
    assert (found.title, found.rights, found.url, found.published) == ("Wall", "quote", "", None)


def test_ignoring_an_error_is_a_mistake_in_an_article_too() -> None:
    assert codes(article_problems("---\nignore: [bad-date]\n---\nBody\n")) == ["wrong-type"]


@given(any_text)
def test_any_text_is_an_article_or_a_problem(text: str) -> None:
    """Law: the paragraphs and captions of a text lie in it, in order."""
    for name in ("gull.md", "gull.txt"):
        found, problems = parse_article(InputFile(f"content/articles/{name}", text.encode()))
        assert found is not None or has_errors(problems)
        if found is None:
            continue
        assert found.origin.text[found.body_start :] == found.text
        at = 0
        for paragraph in found.paragraphs:
            assert at <= paragraph.start < paragraph.end <= len(found.text)
            at = paragraph.end
        for caption in found.captions:
            assert 0 <= caption.span.start < caption.span.end <= len(found.text)


# ------------------------------------------------------------------------------------------- ids


@pytest.mark.parametrize("text", ["a", "wall-2031", "1917", "a-b-c", "x" * 200])
def test_what_may_be_an_id(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A",
        "a_b",
        "a--b",
        "-a",
        "a-",
        "a b",
        "é",
        "a.b",
        "../a",
        "a\n",
        "index",
        "con",
        "com1",
        "x" * 201,
    ],
)
def test_what_may_not_be_an_id(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Wall", "the-wall"),
        ("Größe_2031", "grosse-2031"),
        ("Łódź", "lodz"),
        ("index", "index-event"),
        ("東京", ""),
        ("a/../b", "a-b"),
    ],
)
def test_the_id_that_is_proposed(text: str, expected: str) -> None:
    assert proposed_id(text) == expected


@given(any_text)
def test_what_is_proposed_may_be_an_id(text: str) -> None:
    found = proposed_id(text)
    assert not found or is_id(found)


def test_the_name_of_a_file_that_cannot_be_an_id() -> None:
    assert printed(note_problems("title: A\ndate: 2031\n", "The Wall.yaml")) == (
        "content/events/The Wall.yaml:1:1: error[bad-id] 'The Wall' cannot be an id:"
        " lower-case letters, digits and single hyphens only\n"
        "    1 | title: A\n"
        "      | ^\n"
        "  hint: rename the file to 'the-wall', or give it an 'id:'"
    )
    assert note("id: wall\ntitle: A\ndate: 2031\n", "The Wall.yaml").id == "wall"
    assert codes(article_problems("Body", "Gull 1.md")) == ["bad-id"]
    assert "is reserved" in article_problems("Body", "index.md")[0].message


def test_an_id_that_is_written_is_told_where_it_stands() -> None:
    found = note_problems("title: A\nid: The Wall\ndate: 2031\n")
    assert first_lines(found) == [
        "wall.yaml:2:5: error[bad-id] 'The Wall' cannot be an id:"
        " lower-case letters, digits and single hyphens only"
    ]
    assert found[0].hint == "write 'the-wall'"


# --------------------------------------------------------------------------------- several notes


@pytest.mark.parametrize(
    "text",
    [
        "- {id: a, title: A, date: 2031}\n- {id: b, title: B, date: 2032}\n",
        "id: a\ntitle: A\ndate: 2031\n---\nid: b\ntitle: B\ndate: 2032\n",
        "---\nid: a\ntitle: A\ndate: 2031\n...\n---\nid: b\ntitle: B\ndate: 2032\n...\n",
        "- {id: a, title: A, date: 2031}\n---\nid: b\ntitle: B\ndate: 2032\n",
        "---\n---\nid: a\ntitle: A\ndate: 2031\n---\nid: b\ntitle: B\ndate: 2032\n---\n",
    ],
)
def test_a_file_may_hold_several_notes(text: str) -> None:
    assert [(each.id, each.title) for each in notes(text)] == [("a", "A"), ("b", "B")]


def test_a_file_of_one_note_gives_it_its_name() -> None:
    assert note("title: A\ndate: 2031\n", "wall-breaks.yml").id == "wall-breaks"
    assert note("---\ntitle: A\ndate: 2031\n---\n").id == "wall"


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "[]\n"])
def test_a_file_may_hold_no_note(text: str) -> None:
    assert notes(text) == ()


def test_notes_of_a_list_need_ids() -> None:
    text = "- title: A\n  date: 2031\n- id: b\n  title: B\n  date: 2031\n"
    assert first_lines(note_problems(text)) == [
        "wall.yaml:1:3: error[missing-key] a note in a list needs an 'id',"
        " because the file's name is not its own"
    ]


def test_even_the_only_note_of_a_list_needs_an_id() -> None:
    """It would lose its address when a second one is added."""
    found = note_problems("- title: A\n  date: 2031\n")
    assert codes(found) == ["missing-key"]
    assert found[0].key == "id"


def test_notes_that_are_no_keys() -> None:
    expected = "error[wrong-type] a note is keys with values, such as 'title: What happened'"
    assert first_lines(note_problems("- title\n- [a]\n")) == [
        f"wall.yaml:1:3: {expected}",
        f"wall.yaml:2:3: {expected}",
    ]


def test_the_notes_beside_one_with_a_mistake_are_read() -> None:
    text = (
        "- {id: a, title: A, date: 2031}\n- {id: b, title: B, date: soon}\n- {id: c, date: 2031}\n"
    )
    file = InputFile("content/events/x.yaml", text.encode())
    found, broken, problems = parse_events(file, SETTINGS)
    assert [(each.id, each.is_faulty) for each in found] == [("a", False), ("b", True), ("c", True)]
    assert broken == frozenset()
    assert codes(in_order(problems)) == ["bad-date", "missing-key"]


def test_all_mistakes_of_all_notes_are_told_at_once() -> None:
    text = """\
- id: a
  titel: A
  date: 2031-13
  status: sure
- id: B
  title: B
  date: 2031
  importance: 9
  place: {name: Quay, lat: 91, lon: -181}
  accounts:
    - {question: What?, statement: That., versions: [gull]}
    - {versions: [gull]}
  sources: [{article: gull, paragraph: 0}]
  aliases: [The Wall]
"""
    found = first_lines(note_problems(text))
    assert [line.split("]")[0] for line in found] == [
        "wall.yaml:1:3: error[missing-key",
        "wall.yaml:2:3: error[unknown-key",
        "wall.yaml:3:9: error[bad-date",
        "wall.yaml:4:11: error[wrong-type",
        "wall.yaml:5:7: error[bad-id",
        "wall.yaml:8:15: error[wrong-type",
        "wall.yaml:9:28: error[wrong-type",
        "wall.yaml:9:37: error[wrong-type",
        "wall.yaml:11:8: error[missing-key",
        "wall.yaml:12:8: error[missing-key",
        "wall.yaml:13:40: error[wrong-type",
        "wall.yaml:14:13: error[bad-id",
    ]


# ------------------------------------------------------------------------------------------ notes


def test_everything_a_note_says_is_kept() -> None:
    found = note(
        """\
title: The wall breaks
date: 2031-04-12
date_basis: The log
date_written: "12 April, Old Style"
order: 2
place: {name: Quay, lat: 53.25, lon: -6}
people: [Ada Quill, Bo Marsh]
topics: storms
group: walls
status: disputed
sources:
  - gull
  - article: tern
    quote: forty metres
    prefix: fell
    suffix: today
    paragraph: 2
    speaker: Ada Quill
    supports: [date, number]
    translation: vierzig Meter
    locator: p. 3
    captions: none
    note: mine
accounts:
  - statement: How much fell
    speaker: Bo Marsh
    versions: [gull, {article: tern, value: 40, quote: forty}]
photos:
  - {caption: Our own, credit: Ada Quill, image: own.jpg, rights: own work, alt: A wall}
  - {article: gull, caption: Divers look}
added: 2031-04-13
updated: 2031-04-14
related: [ferry]
aliases: [wall-falls]
importance: 3
corrections: [{date: 2031-05-01, text: It was forty.}]
draft: true
embargo: 2031-06-01
note: for me
ignore: [single-source]
"""
    )
    assert (found.title, found.date.edtf, found.date_basis) == (
        "The wall breaks",
        "2031-04-12",
        "The log",
    )
    assert (found.order, found.group, found.status, found.importance) == (2, "walls", "disputed", 3)
    assert found.place is not None
    assert (found.place.name, found.place.lat, found.place.lon) == ("Quay", 53.25, -6.0)
    assert (found.people, found.tags) == (("Ada Quill", "Bo Marsh"), ("storms",))
    plain, full = found.sources
    assert (plain.article, plain.quote, plain.key) == ("gull", "", "sources[0]")
    assert (full.article, full.quote, full.prefix, full.suffix) == (
        "tern",
        "forty metres",
        "fell",
        "today",
    )
    assert (full.paragraph, full.speaker, full.supports) == (2, "Ada Quill", ("date", "number"))
    assert (full.translation, full.locator, full.captions) == ("vierzig Meter", "p. 3", "none")
    account = found.accounts[0]
    assert (account.question, account.statement, account.speaker) == (
        "",
        "How much fell",
        "Bo Marsh",
    )
    assert [(each.article, each.value, each.quote) for each in account.versions] == [
        ("gull", "", ""),
        ("tern", "40", "forty"),
    ]
    assert [(each.caption, each.image) for each in found.photos] == [("Our own", "own.jpg")]
    assert [(each.article, each.caption) for each in found.chosen_captions] == [
        ("gull", "Divers look")
    ]
    assert [each.text for each in (*found.related, *found.aliases)] == ["ferry", "wall-falls"]
    assert [(each.date.edtf, each.text) for each in found.corrections] == [
        ("2031-05-01", "It was forty.")
    ]
    assert found.draft
    assert found.embargo is not None
    assert (found.embargo.edtf, found.note, found.ignore) == (
        "2031-06-01",
        "for me",
        ("single-source",),
    )


def test_every_key_of_a_note_knows_its_place() -> None:
    text = "title: The wall\ndate: '2031'\nsources: [{article: gull, quote: 'forty metres'}]\n"
    found = note(text)
    assert text[slice(*found.spans["title"])] == "The wall"
    assert text[slice(*found.spans["date"])] == "'2031'"
    assert text[slice(*found.sources[0].span)] == "gull"
    assert text[slice(*found.sources[0].quote_span)] == "'forty metres'"
    assert text[slice(*found.span)] == "title"


@pytest.mark.parametrize(
    ("date", "time", "zone", "site", "expected"),
    [
        ("2031-04-12", '"06:00"', "", "", "2031-04-12T06:00:00"),
        ("2031-04-12", "06:00", "", "", "2031-04-12T06:00:00"),
        ("2031-04-12", '"06:00"', "Asia/Seoul", "", "2031-04-12T06:00:00+09:00"),
        ("2031-04-12", '"06:00"', "", "Asia/Seoul", "2031-04-12T06:00:00+09:00"),
        ("2031-04-12", '"06:00"', "+02:00", "Asia/Seoul", "2031-04-12T06:00:00+02:00"),
        ("2031-07-12", '"06:00"', "Europe/Dublin", "", "2031-07-12T06:00:00+01:00"),
        ("2031-04-12T06:00", "", "Asia/Seoul", "", "2031-04-12T06:00:00+09:00"),
        ("2031-04-12T06:00", "", "", "Asia/Seoul", "2031-04-12T06:00:00+09:00"),
        ("2031-04-12T06:00Z", "", "", "Asia/Seoul", "2031-04-12T06:00:00Z"),
        ("2031-04-12", "", "", "Asia/Seoul", "2031-04-12"),
    ],
)
def test_clock_times_and_zones(date: str, time: str, zone: str, site: str, expected: str) -> None:
    text = f"title: A\ndate: {date}\ntime: {time}\nzone: {zone}\n"
    assert note(text, settings=Settings(title="A", zone=site)).date.edtf == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("title: A\ndate: 2031-04\ntime: '06:00'\n", "3:7"),
        ("title: A\ndate: 2031-04-12/2031-04-13\ntime: '06:00'\n", "3:7"),
        ("title: A\ndate: 2031-04-12\ntime: '25:00'\n", "3:7"),
        ("title: A\ndate: 2031-04-12\ntime: early\n", "3:7"),
        ("title: A\ndate: 2031-04-12\nzone: Asia/Seoul\n", "3:7"),
        ("title: A\ndate: 2031-04-12\ntime: '06:00'\nzone: Asia/Nowhere\n", "4:7"),
        ("title: A\ndate: 2031-04-12T06:00+09:00\nzone: Europe/Dublin\n", "3:7"),
        ("title: A\ndate: 2031-04-12T06:00\ntime: '07:00'\n", "3:7"),
    ],
)
def test_times_that_cannot_stand_are_told_where_they_do(text: str, place: str) -> None:
    found = first_lines(note_problems(text))
    assert [line.split("]")[0] for line in found] == [f"wall.yaml:{place}: error[bad-time"]


def test_a_number_that_yaml_would_make_of_a_time_stays_a_time() -> None:
    """To YAML 12:30 may be 750."""
    assert note("title: A\ndate: 2031-04-12\ntime: 12:30\n").date.edtf == "2031-04-12T12:30:00"


@given(st.data())
def test_what_a_curator_writes_without_a_mistake_is_read(data: st.DataObject) -> None:
    written = data.draw(event_notes({"gull": ("one two three four five",)}))
    found = note(as_yaml(written))
    assert found.title == written["title"]
    assert [each.article for each in found.sources] == [
        each["article"] for each in written.get("sources", ())
    ]
    assert found.tags == tuple(written.get("tags", ()))
    assert found.draft == written.get("draft", False)


# ------------------------------------------------------------------------------------------ marks


def placed(text: str) -> list[tuple[str, str]]:
    """Give the id of each mark, and what stands at its place."""
    found = note(f"title: A\ndate: 2031\n{text}")
    origin = found.origin.text
    groups = (*found.summary.marks, *found.body.marks)
    return [(mark.article, origin[slice(*mark.span)]) for group in groups for mark in group]


@pytest.mark.parametrize(
    "text",
    [
        "body: Said [@gull] and [@tern p. 3; @gull].\n",
        "body: 'Said [@gull] and it''s [@tern p. 3; @gull].'\n",
        'body: "Said [@gull] and \\"x\\" [@tern p. 3; @gull]."\n',
        "body: |\n  Said [@gull]\n\n  and [@tern p. 3; @gull].\n",
        "body: >-\n  Said [@gull]\n  and\n  [@tern p. 3; @gull].\n",
        "body: |+2\n    Said [@gull] and [@tern p. 3; @gull].\n\n",
        "summary: Said [@gull]\nbody: and [@tern p. 3; @gull]\n",
    ],
)
def test_marks_have_their_own_places(text: str) -> None:
    assert placed(text) == [("gull", "gull"), ("tern", "tern"), ("gull", "gull")]


def test_marks_of_one_bracket_have_different_places() -> None:
    found = note("title: A\ndate: 2031\nbody: Said [@gull; @gull-2; @gull].\n")
    (group,) = found.body.marks
    assert [found.position_of(mark.span).column for mark in group] == [14, 21, 30]


def test_the_places_of_marks_of_one_name_differ() -> None:
    found = note("title: A\ndate: 2031\nbody: |\n  One [@gull].\n  Two [@gull].\n")
    places = [found.position_of(mark.span) for group in found.body.marks for mark in group]
    assert [(place.line, place.column) for place in places] == [(4, 9), (5, 9)]


def test_a_mark_that_an_escape_hides_is_found_by_its_name() -> None:
    found = note('title: A\ndate: 2031\nbody: "Said \\x5b@gull]."\n')
    ((mark,),) = found.body.marks
    assert (found.position_of(mark.span).line, found.position_of(mark.span).column) == (3, 18)
    assert mark.article == "gull"


def test_marks_in_a_remark_inside_the_value_are_none() -> None:
    """Between key and value YAML allows a remark, which cites nothing."""
    assert placed("body: | # [@not]\n  Said [@gull].\n") == [("gull", "gull")]


def test_a_mark_keeps_its_locator() -> None:
    found = note("title: A\ndate: 2031\nbody: Said [@gull  p. 3, col. 2 ;@tern].\n")
    assert [(mark.article, mark.locator) for mark in found.body.marks[0]] == [
        ("gull", "p. 3, col. 2"),
        ("tern", ""),
    ]
    assert isinstance(found.body.marks[0][0], Mark)


def test_hostile_markdown_is_shown_as_it_stands_and_told() -> None:
    text = f"title: A\ndate: 2031\nbody: '{'[' * 300}'\n"
    found = note_problems(text)
    assert first_lines(found) == [
        "wall.yaml:3:7: warning[refused-markdown] 'body' would take too long to read as Markdown;"
        " it is shown as it stands"
    ]
    assert note(text).body.is_refused


@pytest.mark.parametrize("bomb", ["[" * 20_000, "**a " * 5_000, "<![CDATA[ " * 3_000, "> " * 9_000])
def test_a_note_of_hostile_markdown_ends_quickly(bomb: str) -> None:
    start = process_time()
    note(as_yaml({"title": "A", "date": "2031", "summary": bomb, "body": bomb}))
    assert process_time() - start < 2


# ------------------------------------------------------------------------------------------ pages


def test_a_page_is_named_by_its_path() -> None:
    found = page(
        "---\ntitle: Rescue\nurl: https://example.org/\n---\nText *so*.\n", "tags/rescue.md"
    )
    assert (found.name, found.title, found.url) == ("tags/rescue", "Rescue", "https://example.org/")
    assert "<em>so</em>" in "".join(found.body.html)


def test_a_page_without_a_title_is_called_by_its_name() -> None:
    assert page("Text", "our-method.md").title == "Our method"
    assert page("", "empty.markdown").title == "Empty"
    assert not page("", "empty.md").body


def test_a_page_may_be_a_draft() -> None:
    assert page("---\ndraft: yes\n---\nText").draft


def test_mistakes_of_a_page() -> None:
    text = b"---\ntitle: [a]\nurl: here\n---\nText"
    found, problems = parse_page(InputFile("content/pages/about.md", text), "content/pages")
    assert found is None
    assert codes(in_order(problems)) == ["wrong-type", "bad-url"]
    _, problems = parse_page(InputFile("content/pages/about.md", b"\xff"), "content/pages")
    assert codes(problems) == ["not-utf8"]


# -------------------------------------------------------------------------------- files together


def test_the_ids_of_what_cannot_be_read_are_remembered(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            "dateline.yaml": "title: A\n",
            "content/articles/one.md": "---\ntitle: [\n---\n",
            "content/articles/two.md": b"\xff",
            "content/articles/three.md": "---\n- a\n---\n",
            "content/events/four.yaml": ": :\n",
            "content/events/five.yaml": "words",
            "content/events/list.yaml": "- {title: A, date: 2031}\n- b\n",
        },
    )
    content, problems = parsed(tmp_path)
    assert content.unreadable == {"one", "two", "three", "four", "five"}
    assert (content.articles, content.notes) == ((), ())
    assert len(problems) == 7


def test_static_files_and_photos_keep_their_bytes_and_get_their_places(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            "dateline.yaml": "title: A\n",
            "content/static/data/a.csv": b"\xff\x00",
            "content/photos/deep/quay.jpg": b"\xff\xd8",
        },
    )
    content, problems = parsed(tmp_path)
    assert problems == ()
    assert [(file.path, file.data, file.is_photo) for file in content.files] == [
        ("photos/deep/quay.jpg", b"\xff\xd8", True),
        ("data/a.csv", b"\xff\x00", False),
    ]
