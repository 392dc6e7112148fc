"""Warnings that a curator turned off, for the site or for one note, and errors that stay."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
from conftest import listing, write_tree

SITE: Final = "title: A\nurl: https://example.org/a/\n"
BARE: Final = "title: A\ndate: 2031-04-12\n"


def codes(project: Path) -> list[str]:
    """Give file and code of every problem that is printed."""
    first = re.compile(r"^(?:\w+/)*([\w.]+)(?::\d+:\d+)?: \w+\[(.+?)\]")
    found = map(first.match, listing(project).splitlines())
    return [f"{each[1]} {each[2]}" for each in found if each]


def test_nothing_is_left_out_unasked(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            "dateline.yaml": "title: A\n",
            "content/events/wall.yaml": BARE,
            "content/articles/gull.md": "Words.\n",
        },
    )
    assert codes(tmp_path) == [
        "gull.md missing-published",
        "gull.md missing-title",
        "gull.md uncited-article",
        "wall.yaml no-source",
        "dateline.yaml no-url",
    ]


def test_a_site_may_turn_warnings_and_notes_off(tmp_path: Path) -> None:
    ignore = "ignore: [no-url, no-source, missing-title, missing-published, uncited-article]\n"
    write_tree(
        tmp_path,
        {
            "dateline.yaml": f"title: A\n{ignore}",
            "content/events/wall.yaml": BARE,
            "content/articles/gull.md": "Words.\n",
        },
    )
    assert listing(tmp_path) == ""


def test_an_article_turns_them_off_for_itself(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            "dateline.yaml": f"{SITE}ignore: [no-events, uncited-article]\n",
            "content/articles/gull.md": "---\nignore: [missing-title]\n---\nWords.\n",
            "content/articles/tern.md": "Other words.\n",
        },
    )
    assert codes(tmp_path) == [
        "gull.md missing-published",
        "tern.md missing-published",
        "tern.md missing-title",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- {id: a, title: A, date: 2031}\n- {id: b, title: B, date: 2031, ignore: [no-source]}\n"
        "- {id: c, title: C, date: 2031}\n",
        "id: a\ntitle: A\ndate: 2031\n---\nid: b\ntitle: B\ndate: 2031\nignore: no-source\n---\n"
        "title: C\nid: c\ndate: 2031\n",
    ],
)
def test_one_note_of_several_in_a_file_turns_them_off_for_itself(tmp_path: Path, text: str) -> None:
    write_tree(tmp_path, {"dateline.yaml": SITE, "content/events/many.yaml": text})
    found = [line for line in listing(tmp_path).splitlines() if "no-source" in line]
    assert [line.split("the event ")[1][1] for line in found] == ["a", "c"]


def test_the_first_note_of_a_file_turns_them_off_for_itself_only(tmp_path: Path) -> None:
    text = (
        "# A remark before the notes\n- {ignore: [no-source], id: a, title: A, date: 2031}\n"
        "- {id: b, title: B, date: 2031}\n"
    )
    write_tree(tmp_path, {"dateline.yaml": SITE, "content/events/many.yaml": text})
    found = [line for line in listing(tmp_path).splitlines() if "no-source" in line]
    assert [line.split("the event ")[1][1] for line in found] == ["b"]


def test_a_code_turned_off_in_one_file_is_told_in_others(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            "dateline.yaml": SITE,
            "content/events/a.yaml": f"{BARE}ignore: [no-source]\n",
            "content/events/b.yaml": BARE,
        },
    )
    assert codes(tmp_path) == ["b.yaml no-source"]


def test_an_error_is_told_whatever_is_ignored(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            "dateline.yaml": SITE,
            "content/events/a.yaml": "title: A\ndate: soon\nignore: [bad-date, no-source]\n",
        },
    )
    assert codes(tmp_path) == ["a.yaml bad-date", "a.yaml wrong-type"]


def test_what_is_turned_off_is_no_error_under_strict_either(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            "dateline.yaml": SITE,
            "content/events/a.yaml": f"{BARE}ignore: [no-source]\n",
            "content/events/b.yaml": BARE,
        },
    )
    found = listing(tmp_path, strict=True)
    assert "b.yaml:1:1: error[no-source]" in found
    assert "a.yaml" not in found
