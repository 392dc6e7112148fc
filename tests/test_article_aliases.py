"""Earlier ids of articles: their addresses lead on, and they are taken by nobody else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from conftest import TINY, linked, listing, write_tree
from sites import built, files_of, pages_of

GULL = "content/articles/gull-0412.md"
TERN = "content/articles/tern-0413.txt"


def project(
    folder: Path, gull: str = "", tern: str = "", more: Mapping[str, str] | None = None
) -> Path:
    """Write the tiny project, with keys added to its two articles."""
    keys = {GULL: gull, TERN: tern}
    files = {
        path: text.replace("---\n", f"---\n{keys[path]}", 1)
        for path, text in TINY.items()
        if path in keys
    }
    return write_tree(folder, {**TINY, **files, **(more or {})})


def test_an_earlier_address_leads_to_the_new_one(tmp_path: Path) -> None:
    project(tmp_path, "aliases: [wall-gives-way, gull]\n")
    assert built(tmp_path).problems == ()
    site = files_of(tmp_path / "site")
    for alias in ("wall-gives-way", "gull"):
        page = pages_of(site)[f"sources/{alias}.html"]
        (refresh,) = [
            each.attributes["content"]
            for each in page.all("meta")
            if each.attributes.get("http-equiv") == "refresh"
        ]
        assert refresh.endswith("gull-0412.html")
        assert "Wall gives way in the night" in page.words()
    assert b"sources/gull.html" not in site["sitemap.xml"]


def test_a_link_to_an_earlier_address_is_no_mistake(tmp_path: Path) -> None:
    note = TINY["content/events/wall-breaks.yaml"] + "body: See [it](sources/gull.html).\n"
    project(tmp_path, "aliases: [gull]\n", more={"content/events/wall-breaks.yaml": note})
    assert listing(tmp_path) == ""


def test_who_cites_an_earlier_id_is_told_the_new_one(tmp_path: Path) -> None:
    event = "title: A\ndate: 2031-04-12\nsummary: It was. [@gull]\nsources: [gull]\n"
    project(tmp_path, "aliases: [gull]\n", more={"content/events/a.yaml": event})
    _, problems = linked(tmp_path)
    assert [(each.code, each.hint) for each in problems] == [
        ("unknown-article", "it is called 'gull-0412' now")
    ] * 2


@pytest.mark.parametrize(
    ("gull", "tern", "message"),
    [
        (
            "aliases: [tern-0413]\n",
            "",
            "error[duplicate-id] the id 'tern-0413' is taken, so it cannot lead to 'gull-0412'",
        ),
        ("aliases: [old]\n", "aliases: [old]\n", "error[duplicate-id]"),
        ("aliases: [Old One]\n", "", "error[bad-id] 'Old One' cannot have been an id"),
    ],
)
def test_an_earlier_id_must_be_free_and_an_id(
    tmp_path: Path, gull: str, tern: str, message: str
) -> None:
    told = listing(project(tmp_path, gull, tern))
    assert message in told
    assert told.count("error[") == 1


@pytest.mark.parametrize("access", ["draft: true", "access: secret", "access: unnamed"])
def test_the_earlier_ids_of_an_article_that_is_not_public_are_not_told(
    tmp_path: Path, access: str
) -> None:
    article = f"---\ntitle: A\npublished: 2031-04-12\naliases: [zqalias]\n{access}\n---\nWords.\n"
    project(tmp_path, more={"content/articles/other.md": article})
    assert built(tmp_path).is_written
    site = files_of(tmp_path / "site")
    assert not any("zqalias" in path or b"zqalias" in data for path, data in site.items())


def test_an_event_and_an_article_may_have_had_one_id(tmp_path: Path) -> None:
    note = TINY["content/events/wall-breaks.yaml"] + "aliases: [wall]\n"
    project(tmp_path, "aliases: [wall]\n", more={"content/events/wall-breaks.yaml": note})
    assert listing(tmp_path) == ""
    assert built(tmp_path).is_written
    site = files_of(tmp_path / "site")
    assert {"events/wall.html", "sources/wall.html"} <= site.keys()
