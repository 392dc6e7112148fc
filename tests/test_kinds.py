"""Kinds of source: what each is called on its page, and what is missed in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, get_args

import pytest
from conftest import TODAY, linked, parsed, planned, printed, write_tree
from test_citing import TABLE

from builder.fields.tables import ARTICLE
from builder.kinds import KIND_NAMES, SOURCE_KINDS, Form, SourceKind, kind_of
from builder.model.pages import SourcePage
from builder.problems import in_order
from builder.stages.check import check

CSL_TYPES: Final = frozenset(
    """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic
    hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet
    paper-conference patent performance periodical personal_communication post post-weblog
    regulation report review review-book software song speech standard thesis treaty webpage
    """.split()
)
"""All item types of CSL 1.0.2."""


def project(folder: Path, keys: str, text: str = "Words.") -> Path:
    article = f"---\n{keys}\n---\n{text}\n"
    return write_tree(folder, {"dateline.yaml": "title: A\n", "content/articles/a.md": article})


def missed(folder: Path, keys: str) -> list[str]:
    """Give what the checks miss in an article of these keys."""
    found = in_order(check(linked(project(folder, keys))[0], TODAY))
    return [
        f"{each.code}: {each.message}"
        for each in found
        if each.code in ("missing-title", "missing-published", "no-holder")
    ]


def page(folder: Path, keys: str) -> SourcePage:
    found, _ = planned(project(folder, keys))
    view = next(page.view for page in found.pages if page.path == "sources/a.html")
    assert isinstance(view, SourcePage)
    return view


def test_every_kind_has_a_name_a_label_and_a_type_of_csl() -> None:
    assert len(set(KIND_NAMES)) == len({kind.label for kind in SOURCE_KINDS}) == len(SOURCE_KINDS)
    assert {kind.csl for kind in SOURCE_KINDS} <= CSL_TYPES
    assert {kind.form for kind in SOURCE_KINDS} == set(get_args(Form))
    assert all(kind_of(kind.name) is kind for kind in SOURCE_KINDS)


def test_the_key_takes_these_kinds_and_an_article_names_none() -> None:
    (key,) = (field for field in ARTICLE if field.name == "kind")
    assert key.choices == KIND_NAMES
    assert kind_of("") is kind_of("article")


@pytest.mark.parametrize("kind", SOURCE_KINDS, ids=lambda kind: kind.name)
def test_a_page_says_what_its_source_is_unless_it_is_an_article(
    kind: SourceKind, tmp_path: Path
) -> None:
    expected = "" if kind.name == "article" else kind.label
    assert page(tmp_path, f"kind: {kind.name}").kind == expected


MISSED: Final = {
    "": [
        "missing-published: the article has no date of publication",
        "missing-title: the article has no title",
    ],
    "kind: web": [
        "missing-published: the web page has no date of publication",
        "missing-title: the web page has no title",
    ],
    "kind: book": [
        "missing-published: the book has no date of publication",
        "missing-title: the book has no title",
    ],
    "kind: letter": [
        "missing-published: the letter has no date",
        "no-holder: nobody could find this letter",
    ],
    "kind: court-file": [
        "missing-published: the court file has no date",
        "missing-title: the court file has no title",
        "no-holder: nobody could find this court file",
    ],
    "kind: interview": ["missing-published: the interview has no date of publication"],
    "kind: post": ["missing-published: the post has no date of publication"],
    "kind: letter\nwritten: 1917\nheld_by: Saltmere Museum": [],
    "kind: letter\nwritten: 1917\nurl: https://example.org/letters/1": [],
    "kind: letter\nwritten: 1917\npublication: Letters of the Lock": [],
    "kind: letter\npublished: 1917\ncaptures: [https://archive.example.org/1]": [],
    "kind: interview\nwritten: 1987-11-20": [],
    # What is secret or unnamed has no page on which anything could be missed.
    "kind: court-file\naccess: secret": [],
    "kind: court-file\naccess: unnamed\nnamed_as: Witness 14": [],
}


@pytest.mark.parametrize("keys", MISSED)
def test_of_each_kind_is_missed_what_readers_would_look_for(keys: str, tmp_path: Path) -> None:
    assert sorted(missed(tmp_path, keys)) == MISSED[keys]


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        ("kind: letter\nrecipient: Edith Rumsen\nwritten: 1917", "Letter to Edith Rumsen, 1917"),
        ("kind: letter\nauthors: [Mara Tennick]", "Letter by Mara Tennick"),
        ("kind: interview\nauthors: [Bo Hallam]\nwritten: 1987", "Interview with Bo Hallam, 1987"),
        ("kind: interview", "Interview"),
        ("kind: post\nauthors: [Bo Hallam]\npublished: 2025", "Post by Bo Hallam, 2025"),
        ("kind: image", "Image"),
        ("kind: court-file\nwritten: 1921", "Untitled court file, 1921"),
        ("kind: book", "Untitled book"),
    ],
)
def test_one_without_a_title_is_called_by_what_it_is(keys: str, title: str, tmp_path: Path) -> None:
    assert page(tmp_path, keys).title == title


def test_an_interview_has_an_interviewer_and_a_letter_a_recipient(tmp_path: Path) -> None:
    asked = page(tmp_path / "a", "kind: interview\nrecipient: Ada Quill")
    sent = page(tmp_path / "b", "kind: letter\nrecipient: Ada Quill")
    assert (asked.recipient_label, asked.recipient) == ("Interviewer", "Ada Quill")
    assert (sent.recipient_label, sent.recipient) == ("Recipient", "Ada Quill")


def test_the_manual_lists_every_kind() -> None:
    text = (Path(__file__).parent.parent / "docs/articles.md").read_text("utf-8")
    section = text.split("## Kinds of source\n")[1].split("\n## ")[0]
    table = section.split("\n\n| kind | cited")[0]
    assert re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE) == list(KIND_NAMES)


def test_the_manual_shows_notes_that_the_tests_hold_it_to() -> None:
    """Each is a row of the table in `test_citing`."""
    text = (Path(__file__).parent.parent / "docs/articles.md").read_text("utf-8")
    shown = re.findall(r"^\| `[a-z-]+` \| (.+\.) \|$", text, re.MULTILINE)
    assert len(shown) == 5
    assert set(shown) <= {row.note for row in TABLE}


def test_an_unknown_kind_is_refused_with_those_there_are(tmp_path: Path) -> None:
    _, problems = parsed(project(tmp_path, "kind: telegram"))
    told = printed(problems)
    assert "error[wrong-type]" in told
    assert all(f"'{name}'" in told for name in KIND_NAMES)
