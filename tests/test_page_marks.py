"""Marks of pages and minutes in a stored text: what is one, and what locators name."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

import pytest
from conftest import disclosed, linked, parsed, planned, printed, write_tree
from hypothesis import given
from hypothesis import strategies as st

from builder.evidence.page_marks import (
    PageMark,
    is_checkable,
    mark_at_start,
    mark_before,
    named_by,
    page_marks,
)
from builder.markdown import page_anchor
from builder.model.pages import EventPage
from builder.problems import Problem

LETTER: Final = """\
---
title: Deposition of the keeper
kind: court-file
written: 1921-06-01
held_by: Saltmere Museum
RIGHTS---
[p. 1]
The keeper saw the gate at noon. He was alone, and the water stood

[p. 2]
at the second mark. Nobody had been told of it.

[p. 3]

The lamp was out. He went home (see [p. 9] of the log).
"""

RECORDING: Final = """\
---
title: Interview with Bo Hallam
kind: interview
published: 1987-11-20
RIGHTS---
[00:00] We came down in the morning.

[04:10] The gate was shut, and nobody had a key.

[1:02:03]
Then we went home.
"""


def shown(text: str) -> list[str]:
    return [mark.locator for mark in page_marks(text)]


@pytest.mark.parametrize(
    ("line", "locator"),
    [
        ("[p. 3]", "p. 3"),
        ("[p.3]", "p. 3"),
        ("[P. 003]", "p. 3"),
        ("[pp. 3]", "p. 3"),
        ("[page 12]", "p. 12"),
        ("[fol. 12v]", "fol. 12v"),
        ("[p. xiv]", "p. xiv"),
        ("  [p. 3]  ", "p. 3"),
        ("[04:10]", "04:10"),
        ("[4:10] The gate was shut.", "04:10"),
        ("[1:04:10] The gate was shut.", "1:04:10"),
        ("[64:10]", ""),
        ("[104:10]", ""),
        ("[104:10:00]", "104:10:00"),
        ("[p. 3] The gate was shut.", ""),
        ("See [p. 3]", ""),
        ("[3]", ""),
        ("[p. three]", ""),
        ("[04:60]", ""),
        ("[p. 3", ""),
        ("[]", ""),
        ("", ""),
    ],
)
def test_what_is_a_mark(line: str, locator: str) -> None:
    assert shown(line) == ([locator] if locator else [])
    assert bool(mark_at_start(line.strip())) == bool(locator)


def test_marks_stand_where_their_bracket_opens() -> None:
    text = "One\n\n  [p. 2]\r\nTwo\n[04:10] Three [p. 4]\n"
    assert page_marks(text) == (
        PageMark(7, "2"),
        PageMark(text.index("[04:10]"), "04:10", "time"),
    )


def test_a_text_in_front_of_the_first_mark_stands_on_no_page() -> None:
    marks = page_marks("One\n[p. 2]\nTwo\n[p. 3]\nThree\n")
    assert mark_before(marks, 0) is None
    assert mark_before((), 5) is None
    assert [mark_before(marks, at) for at in (4, 12, 21)] == [marks[0], marks[0], marks[1]]


@pytest.mark.parametrize(
    ("locator", "label"),
    [
        ("p. 3", "3"),
        ("P.3", "3"),
        ("page 03", "3"),
        ("pp. 3-4", "3"),
        ("p. xiv", "xiv"),
        ("p. 9", None),
        ("04:10", "04:10"),
        ("4:10", "04:10"),
        ("00:04:10", "04:10"),
        # A moment lies behind the last mark before it.
        ("04:59", "04:10"),
        ("3:00:00", "1:02:03"),
        ("03:59", None),
        ("§ 3", None),
        ("", None),
    ],
)
def test_a_locator_names_a_page_or_a_moment(locator: str, label: str | None) -> None:
    marks = page_marks("[p. xiv]\n[p. 3]\n[04:10] a\n[1:02:03]\n")
    found = named_by(marks, locator)
    assert (found.label if found else None) == label


@pytest.mark.parametrize(
    ("text", "locator", "expected"),
    [
        ("[p. 3]", "p. 9", True),
        ("[p. 3]", "04:10", False),
        ("[04:10]", "p. 3", False),
        ("[04:10]", "04:11", True),
        ("[p. 3]", "§ 4", False),
        ("[p. 3]", "", False),
        ("No mark", "p. 3", False),
    ],
)
def test_a_locator_is_checked_against_marks_of_its_own_kind(
    text: str,
    locator: str,
    expected: bool,  # noqa: FBT001
) -> None:
    assert is_checkable(page_marks(text), locator) == expected


@given(st.integers(0, 99_999))
def test_a_page_is_found_by_the_locator_that_its_mark_gives(number: int) -> None:
    marks = page_marks(f"Before\n[p. {number}]\nBehind\n")
    assert named_by(marks, marks[0].locator) == marks[0]


@given(st.integers(0, 999), st.integers(0, 59), st.integers(0, 59))
def test_a_moment_is_found_by_the_locator_that_its_mark_gives(
    hours: int, minutes: int, seconds: int
) -> None:
    marks = page_marks(f"[{hours}:{minutes:02d}:{seconds:02d}] Words\n")
    assert named_by(marks, marks[0].locator) == marks[0]


@given(st.text(st.sampled_from("[]p.: 0123abxiv\n\r\t"), max_size=60), st.text(max_size=20))
def test_any_text_and_any_locator_can_be_read(text: str, locator: str) -> None:
    marks = page_marks(text)
    assert all(text[mark.start] == "[" for mark in marks)
    assert [mark.start for mark in marks] == sorted({mark.start for mark in marks})
    named = named_by(marks, locator)
    assert named is None or named in marks


def test_many_marks_are_read_in_one_go() -> None:
    text = "".join(f"[p. {number}]\nWords of the page.\n" for number in range(40_000))
    start = time.perf_counter()
    assert len(page_marks(text)) == 40_000
    assert len(page_marks("[p. " * 100_000)) == 0
    assert len(page_marks("[p. " + "9" * 100_000)) == 0
    assert time.perf_counter() - start < 2


# ------------------------------------------------------------------------------- in a project


def project(folder: Path, sources: str, *, rights: str = "", body: str = "") -> Path:
    event = f"title: The gate\ndate: 1921-06-01\nsources:\n{sources}"
    return write_tree(
        folder,
        {
            "dateline.yaml": "title: Lock\n",
            "content/articles/deposition.txt": LETTER.replace("RIGHTS", rights),
            "content/articles/hallam.txt": RECORDING.replace("RIGHTS", rights),
            "content/events/gate.yaml": event + (f"body: |\n  {body}\n" if body else ""),
        },
    )


def cited(article: str, quote: str, locator: str = "") -> str:
    more = f"    locator: {locator!r}\n" if locator else ""
    return f"  - article: {article}\n    quote: {quote}\n{more}"


def told(folder: Path) -> tuple[Problem, ...]:
    return linked(folder)[1]


def test_a_mark_is_no_part_of_the_paragraph_behind_it(tmp_path: Path) -> None:
    content, problems = parsed(project(tmp_path, cited("hallam", "The gate was shut")))
    assert problems == ()
    (recording,) = (each for each in content.articles if each.id == "hallam")
    assert [
        (each.kind, recording.text[each.start : each.end]) for each in recording.paragraphs
    ] == [
        ("page", "[00:00]"),
        ("text", "We came down in the morning."),
        ("page", "[04:10]"),
        ("text", "The gate was shut, and nobody had a key."),
        ("page", "[1:02:03]"),
        ("text", "Then we went home."),
    ]


@pytest.mark.parametrize(
    ("article", "quote", "page"),
    [
        ("deposition", "He was alone, and the water stood", "p. 1"),
        ("deposition", "Nobody had been told of it", "p. 2"),
        ("deposition", "The lamp was out", "p. 3"),
        ("hallam", "We came down in the morning", "00:00"),
        ("hallam", "nobody had a key", "04:10"),
        ("hallam", "Then we went home", "1:02:03"),
    ],
)
def test_a_quotation_knows_its_page(tmp_path: Path, article: str, quote: str, page: str) -> None:
    timeline, problems = linked(project(tmp_path, cited(article, quote)))
    assert problems == ()
    (passage,) = timeline.events[0].citations[0].passages
    assert (passage.exact, passage.page) == (quote, page)
    view = event_page(tmp_path)
    assert view.sources[0].passages[0].locator == page


def test_a_quotation_may_run_over_the_end_of_a_page(tmp_path: Path) -> None:
    """What is shown has no mark in it, and leaves nothing out."""
    quote = "the water stood at the second mark"
    timeline, problems = linked(project(tmp_path, cited("deposition", quote, "p. 1")))
    assert printed(problems) == ""
    (passage,) = timeline.events[0].citations[0].passages
    assert (passage.exact, passage.page) == (quote, "p. 1")
    assert passage.is_proved


def test_a_mark_is_no_word_that_could_be_quoted(tmp_path: Path) -> None:
    quote = "'the water stood [p. 2] at the second mark'"
    (found,) = told(project(tmp_path, cited("deposition", quote)))
    assert found.code == "quote-crosses"


@pytest.mark.parametrize(
    ("article", "quote", "locator"),
    [
        ("deposition", "Nobody had been told of it", "p. 2"),
        ("deposition", "Nobody had been told of it", "page 2"),
        ("hallam", "nobody had a key", "04:10"),
        ("hallam", "nobody had a key", "4:30"),
        # Of another kind than the marks, or of none.
        ("deposition", "Nobody had been told of it", "04:10"),
        ("deposition", "Nobody had been told of it", "fol. 9"),
        ("hallam", "nobody had a key", "p. 99"),
        ("deposition", "Nobody had been told of it", "second sheet"),
    ],
)
def test_a_locator_that_fits_is_taken_as_it_is(
    tmp_path: Path, article: str, quote: str, locator: str
) -> None:
    assert printed(told(project(tmp_path, cited(article, quote, locator)))) == ""
    assert event_page(tmp_path).sources[0].passages[0].locator == locator


@pytest.mark.parametrize(
    ("article", "quote", "locator", "message"),
    [
        (
            "deposition",
            "Nobody had been told of it",
            "p. 3",
            "the words stand at p. 2 of the text, not at 'p. 3'",
        ),
        (
            "deposition",
            "Nobody had been told of it",
            "p. 14",
            "the text of 'deposition' has no mark for 'p. 14'",
        ),
        (
            "hallam",
            "nobody had a key",
            "1:10:00",
            "the words stand at 04:10 of the text, not at '1:10:00'",
        ),
    ],
)
def test_a_locator_that_names_another_page_is_told(
    tmp_path: Path, article: str, quote: str, locator: str, message: str
) -> None:
    (found,) = told(project(tmp_path, cited(article, quote, locator)))
    assert (found.code, found.message) == ("unknown-page", message)
    assert found.position.line == 4


def test_a_page_that_a_mark_in_the_body_names_is_looked_up_too(tmp_path: Path) -> None:
    quote = cited("deposition", "The keeper saw the gate at noon")
    body = "He was alone. [@deposition p. 1] The log is lost. [@deposition p. 9]"
    (found,) = told(project(tmp_path, quote, body=body))
    assert found.message == "the text of 'deposition' has no mark for 'p. 9'"


def test_a_page_without_a_quotation_must_be_there(tmp_path: Path) -> None:
    sources = "  - article: deposition\n    locator: p. 9\n"
    assert [each.code for each in told(project(tmp_path, sources))] == ["unknown-page"]


# ------------------------------------------------------------------------------ where it is shown


def event_page(folder: Path) -> EventPage:
    found, _ = planned(folder)
    view = next(page.view for page in found.pages if page.path == "events/gate.html")
    assert isinstance(view, EventPage)
    return view


@pytest.mark.parametrize(
    ("rights", "path"), [("", ""), ("rights: full\n", "sources/deposition.html#at-p-2")]
)
def test_a_locator_leads_to_its_page_where_the_whole_text_is_published(
    tmp_path: Path, rights: str, path: str
) -> None:
    sources = "  - article: deposition\n    locator: p. 2\n"
    project(tmp_path, sources, rights=rights)
    (locator,) = event_page(tmp_path).sources[0].locators
    assert (locator.text, locator.path) == ("p. 2", path)
    (source,) = (each for each in disclosed(tmp_path).sources if each.id == "deposition")
    assert bool(source.pages) == bool(rights)
    if rights:
        html = str(source.text_html)
        assert '<p class="page" id="at-p-2">[p. 2]</p>' in html
        ids = {page_anchor(each) for each in source.pages}
        assert all(html.count(f'id="{each}"') == 1 for each in ids)


@pytest.mark.parametrize(
    ("mark", "locator"),
    [
        ("[p. 3]", "p. 3"),
        ("[P.003]", "page 3"),
        ("[page 3]", "p. 3"),
        ("[pp. 3]", "pp. 3-4"),
        ("[fol. 14v]", "fol. 14v"),
        ("[4:10] Then", "04:10"),
        ("[04:10]", "4:10"),
    ],
)
def test_a_mark_and_a_locator_lead_to_one_place_however_they_are_written(
    tmp_path: Path, mark: str, locator: str
) -> None:
    project(tmp_path, f"  - article: deposition\n    locator: {locator!r}\n")
    path = tmp_path / "content/articles/deposition.txt"
    path.write_text(f"---\ntitle: A\nrights: full\n---\nBefore.\n\n{mark} \nBehind.\n")
    (shown_locator,) = event_page(tmp_path).sources[0].locators
    page, _, anchor = shown_locator.path.partition("#")
    assert (shown_locator.text, page) == (locator, "sources/deposition.html")
    (source,) = (each for each in disclosed(tmp_path).sources if each.id == "deposition")
    assert str(source.text_html).count(f'id="{anchor}"') == 1


def test_a_page_that_begins_twice_has_its_id_once(tmp_path: Path) -> None:
    project(tmp_path, "  - hallam\n", rights="rights: full\n")
    path = tmp_path / "content/articles/deposition.txt"
    path.write_text(path.read_text() + "\n[p. 2]\nAgain.\n")
    (source,) = (each for each in disclosed(tmp_path).sources if each.id == "deposition")
    assert str(source.text_html).count('id="at-p-2"') == 1
    assert str(source.text_html).count("[p. 2]") == 2
