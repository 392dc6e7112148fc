"""Commands that change notes: what was asked for is changed everywhere, and nothing else is."""

from __future__ import annotations

import os
import re
import signal
import stat
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any, Final

import pytest
import yaml
from conftest import TODAY, parsed, unheard, write_tree
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_notes import written_by_hand
from sites import ROOT, built, dateline, files_of
from strategies import projects

from builder.build import Options, check
from builder.changing.planning import may_hold
from builder.changing.prose import ByHand, Leads, replaced, replacements
from builder.changing.reading import Broken
from builder.fields.front import front_of
from builder.problems import Position, problem
from builder.stages.parse.text import with_plain_line_ends

ROUNDS: Final = 600 if os.environ.get("HYPOTHESIS_PROFILE") == "slow" else 25

ARTICLE: Final = """\
---
# About the gull.
title: "Wall gives way"   # the headline
publication: The Gull
published: 2031-04-12
---
A stretch of the harbour wall gave way before dawn on Saturday.

See [@gull] and events/wall.html.
"""
WALL: Final = """\
# The wall.
title: 'The wall''s end'
date: 2031-04-12   # known to the day

tags: [harbour, "peace talks"]   # topics
people:
  - Mara Tennick
  # The other one.
  - "서울 🚢"
place: Saltmere
summary: >-
  The wall falls [@gull p. 3; @tern] before
  dawn. [@gull]
sources:
  - gull   # why
  - article: tern
    quote: Divers measured forty metres
accounts:
  - question: How long?
    versions:
      - gull
      - {article: tern, value: forty}
photos:
  - article: gull
    caption: The wall
related: [quay]
"""
QUAY: Final = """\
title: Quay
date: 2031-04-13
body: |
  After [the wall](events/wall.html#s1 "x"), <a href='./events/wall.html'>it</a> is shut.
  `events/wall.html` and wall stay. See [tags](tags/peace-talks.html) and [seoul][s].

  [s]: people/%EC%84%9C%EC%9A%B8.html
related:
- wall   # the cause
sources: [tern]
"""
AFTER: Final = QUAY.split("\n")[3]
STAY: Final = QUAY.split("\n")[4]
PROJECT: Final[Mapping[str, str]] = {
    "dateline.yaml": "title: The wall\nmenu: [about, tags/peace-talks]\n",
    "content/articles/gull.md": ARTICLE,
    "content/articles/tern.txt": "Divers measured forty metres of stone on Sunday, they say.\n",
    "content/articles/copy.md": "---\ntitle: Copy\nderived_from: gull\n---\nThe same text.\n",
    "content/events/wall.yaml": WALL,
    "content/events/deep/quay.yaml": QUAY,
    "content/events/several.yaml": (
        "- id: dredging\n  title: Dredging\n  date: 2031-05\n  tags: Peace  Talks\n"
        "  place: {name: Saltmere, lat: 51}\n"
        "- id: opening\n  title: Opening\n  date: 2031-06\n  related: [wall, quay]\n"
    ),
    "content/pages/about.md": "---\ntitle: About\n---\nSee [it](events/wall.html). [@gull]\n",
    "content/pages/tags/peace-talks.md": "All the [talks](../sources/gull.html#p1).\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_tree(tmp_path / "project", PROJECT)


def text(project: Path, path: str) -> str:
    return (project / "content" / path).read_bytes().decode()


def lines_of(data: bytes) -> list[str]:
    return data.decode("utf-8", "replace").split("\n")


def changes(project: Path, *command: str) -> dict[str, list[tuple[str, str]]]:
    """Run a command that must succeed; give the lines that went and came in each file."""
    before = files_of(project / "content")
    done = dateline(*command, here=project)
    assert done.returncode == 0, done.stderr
    after = files_of(project / "content")
    renamed = re.findall(r"^content/(\S+) -> content/(\S+)$", done.stdout, re.M)
    names = {**{path: path for path in before}, **dict(renamed)}
    found = {}
    for old, new in names.items():
        pair = lines_of(before[old]), lines_of(after[new])
        rows = [(a, b) for a, b in zip(*pair, strict=False) if a != b]
        extra = pair[1][len(pair[0]) :]
        if pair[0] != pair[1]:
            found[new] = rows + [("", line) for line in extra]
    return found


def refused(project: Path, *command: str, code: int = 2) -> str:
    """Run a command that must end with this code, and write nothing."""
    before = files_of(project / "content")
    done = dateline(*command, here=project)
    assert done.returncode == code, done.stdout + done.stderr
    assert files_of(project / "content") == before
    assert "Traceback" not in done.stderr
    return done.stderr


# ------------------------------------------------------------------------------------ rename


def test_an_event_is_renamed_with_its_file_and_all_that_leads_to_it(project: Path) -> None:
    found = changes(project, "rename", "event", "wall", "wall-falls")
    assert not (project / "content/events/wall.yaml").exists()
    assert found.pop("events/wall-falls.yaml") == [("", "aliases: [wall]"), ("", "")]
    assert text(project, "events/wall-falls.yaml") == WALL + "aliases: [wall]\n"
    assert found == {
        "events/deep/quay.yaml": [
            (AFTER, AFTER.replace("wall.html", "wall-falls.html")),
            ("- wall   # the cause", "- wall-falls   # the cause"),
        ],
        "events/several.yaml": [("  related: [wall, quay]", "  related: [wall-falls, quay]")],
        "pages/about.md": [
            ("See [it](events/wall.html). [@gull]", "See [it](events/wall-falls.html). [@gull]")
        ],
    }
    done = dateline("rename", "event", "wall", "wall-falls", here=project)
    assert (done.returncode, done.stdout) == (0, "Nothing to change\n")


def test_a_note_whose_id_is_written_keeps_its_file(project: Path) -> None:
    found = changes(project, "rename", "event", "opening", "feast")
    assert found == {
        "events/several.yaml": [
            ("- id: opening", "- id: feast"),
            ("", "  aliases: [opening]"),
            ("", ""),
        ]
    }


def test_an_event_gets_back_an_earlier_id(project: Path) -> None:
    changes(project, "rename", "event", "wall", "fall")
    changes(project, "rename", "event", "fall", "wall")
    assert text(project, "events/wall.yaml") == WALL + "aliases: [fall]\n"
    assert text(project, "events/deep/quay.yaml") == QUAY


def test_an_article_is_renamed_wherever_it_is_cited(project: Path) -> None:
    found = changes(project, "rename", "article", "gull", "gull-0412")
    aliased = ARTICLE.replace("---\nA", "aliases: [gull]\n---\nA")
    assert text(project, "articles/gull-0412.md") == aliased
    assert found["events/wall.yaml"] == [
        (
            "  The wall falls [@gull p. 3; @tern] before",
            "  The wall falls [@gull-0412 p. 3; @tern] before",
        ),
        ("  dawn. [@gull]", "  dawn. [@gull-0412]"),
        ("  - gull   # why", "  - gull-0412   # why"),
        ("      - gull", "      - gull-0412"),
        ("  - article: gull", "  - article: gull-0412"),
    ]
    assert found["articles/copy.md"] == [("derived_from: gull", "derived_from: gull-0412")]
    assert found["pages/tags/peace-talks.md"] == [
        (
            "All the [talks](../sources/gull.html#p1).",
            "All the [talks](../sources/gull-0412.html#p1).",
        )
    ]
    assert found["pages/about.md"][0][1].endswith("[@gull-0412]")


def test_an_article_without_front_matter_gets_one(project: Path) -> None:
    changes(project, "rename", "article", "tern", "tern-0413")
    was = PROJECT["content/articles/tern.txt"]
    assert text(project, "articles/tern-0413.txt") == f"---\naliases: [tern]\n---\n{was}"


def test_a_tag_is_renamed_with_its_page_and_its_links(project: Path) -> None:
    found = changes(project, "rename", "tag", "PEACE talks", "Talks")
    assert found == {
        "events/wall.yaml": [
            ('tags: [harbour, "peace talks"]   # topics', 'tags: [harbour, "Talks"]   # topics')
        ],
        "events/several.yaml": [("  tags: Peace  Talks", "  tags: Talks")],
        "events/deep/quay.yaml": [(STAY, STAY.replace("peace-talks.html", "talks.html"))],
    }
    assert (project / "dateline.yaml").read_text() == "title: The wall\nmenu: [about, tags/talks]\n"
    assert text(project, "pages/tags/talks.md") == PROJECT["content/pages/tags/peace-talks.md"]
    assert not (project / "content/pages/tags/peace-talks.md").exists()


def test_a_person_of_another_script_is_renamed_and_links_stay_escaped(project: Path) -> None:
    found = changes(project, "rename", "person", "서울 🚢", "부산")
    assert found["events/wall.yaml"] == [('  - "서울 🚢"', '  - "부산"')]
    assert found["events/deep/quay.yaml"] == [
        ("  [s]: people/%EC%84%9C%EC%9A%B8.html", "  [s]: people/%EB%B6%80%EC%82%B0.html")
    ]


def test_a_place_is_renamed_whether_it_is_a_name_or_has_keys(project: Path) -> None:
    found = changes(project, "rename", "place", "saltmere", 'O\'Neil "Quay"')
    assert found == {
        "events/wall.yaml": [("place: Saltmere", r'place: "O' + r"'Neil \"Quay\"" + '"')],
        "events/several.yaml": [
            (
                "  place: {name: Saltmere, lat: 51}",
                r'  place: {name: "O' + r"'Neil \"Quay\"" + '", lat: 51}',
            )
        ],
    }


@pytest.mark.parametrize(("kind", "old"), [("person", "Mara Tennick"), ("place", "Saltmere")])
def test_a_name_that_is_listed_is_changed_in_its_list(project: Path, kind: str, old: str) -> None:
    folder = {"person": "people", "place": "places"}[kind]
    (project / f"content/{folder}.yaml").write_text(f"- id: one\n  names: [First, {old.upper()}]\n")
    assert f"is listed in content/{folder}.yaml" in refused(project, "rename", kind, old, "Other")
    assert "is listed" in refused(project, "rename", kind, "Other", "First")


def test_a_label_is_only_spelled_otherwise(project: Path) -> None:
    found = changes(project, "rename", "tag", "peace talks", "Peace Talks")
    assert list(found) == ["events/several.yaml", "events/wall.yaml"]


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("event wal x", "there is no event 'wal'; did you mean 'wall'?"),
        ("event wall quay", "the id 'quay' is taken, in 'content/events/deep/quay.yaml'"),
        ("event wall Wall", "'Wall' cannot be an id; expected lower-case words"),
        ("event wall index", "'index' cannot be an id"),
        ("event wall wall", "'wall' is the id already"),
        ("article gul x", "there is no article 'gul'; did you mean 'gull'?"),
        ("article gull tern", "the id 'tern' is taken"),
        ("tag harbor x", "there is no tag 'harbor'; did you mean 'harbour'?"),
        ("tag harbour peace\u00a0talks", "the tag 'peace\u00a0talks' is there already"),
        ("place Saltmere a\x1bb", "is no name of a place"),
    ],
)
def test_what_cannot_be_renamed_is_refused_in_a_sentence(
    project: Path, command: str, sentence: str
) -> None:
    assert sentence in refused(project, "rename", *command.split(" "))


def test_an_earlier_id_is_not_renamed(project: Path) -> None:
    changes(project, "rename", "event", "wall", "fall")
    assert "'wall' is an earlier id of 'fall'" in refused(project, "rename", "event", "wall", "x")
    assert "the id 'wall' is taken" in refused(project, "rename", "event", "quay", "wall")


def test_what_is_repeated_by_an_anchor_is_left_to_hands(project: Path) -> None:
    write_tree(
        project,
        {
            "content/events/anchored.yaml": "title: A\ndate: 2031\nrelated: &r [wall]\nnote: *r\n",
            "content/events/merged.yaml": (
                "- &m\n  id: m\n  title: M\n  date: 2031\n  tags: [harbour]\n- <<: *m\n  id: n\n"
            ),
        },
    )
    told = refused(project, "rename", "event", "wall", "fall", code=1)
    assert "content/events/anchored.yaml:3: " in told
    assert told.endswith("Nothing was written.\n")
    told = refused(project, "rename", "tag", "harbour", "port", code=1)
    assert "content/events/merged.yaml:" in told
    assert "by hand" in told


def test_a_link_in_a_form_that_is_not_found_is_left_to_hands(project: Path) -> None:
    write_tree(project, {"content/pages/a.md": "One.\n\n[it](events&#47;wall.html)\n"})
    told = refused(project, "rename", "event", "wall", "fall", code=1)
    assert "content/pages/a.md:1: a link to 'events/wall.html' stands in a form" in told


def test_files_that_cannot_be_read_stop_a_command_only_when_they_may_hold_its_words(
    project: Path,
) -> None:
    write_tree(
        project,
        {
            "content/events/latin.yaml": "title: caf\xe9 of the wall\n".encode("latin-1"),
            "content/events/broken.yaml": "title: [quay\n",
            "content/articles/merged.md": (
                "---\ntitle: A\n---\n<<<<<<< HEAD\nfeast\n=======\nb\n>>>>>>> other\n"
            ),
        },
    )
    told = refused(project, "rename", "event", "wall", "fall", code=1)
    assert "content/events/latin.yaml: the file is not UTF-8" in told
    assert "broken.yaml" not in told
    assert "broken.yaml:1:" in refused(project, "rename", "event", "quay", "pier", code=1)
    assert changes(project, "rename", "event", "dredging", "silt")
    assert "latin.yaml" in refused(project, "rename", "person", "서울 🚢", "x", code=1)
    write_tree(project, {"content/events/feast.yaml": "title: Feast\ndate: 2031\n"})
    assert "merged.md:4:" in refused(project, "rename", "event", "feast", "meal", code=1)


def test_a_file_that_is_a_link_is_not_written(project: Path, tmp_path: Path) -> None:
    other = project / "content/other.yaml"
    (project / "content/events/deep/quay.yaml").rename(other)
    (project / "content/events/deep/quay.yaml").symlink_to(other)
    told = refused(project, "rename", "event", "wall", "fall", code=1)
    assert "content/events/deep/quay.yaml: the file is a link" in told
    outside = tmp_path / "outside.yaml"
    outside.write_text("title: wall\n")
    other.unlink()
    other.symlink_to(outside)
    refused(project, "rename", "event", "wall", "fall", code=1)
    assert outside.read_text() == "title: wall\n"


# --------------------------------------------------------------------------------------- fmt

UNTIDY: Final = (
    "\ufeff---\r\n# Head.\r\ntitle: 'A'  # a\r\noutlet: The Gull  # b\r\nbyline: [X]\r\n"
    "date: 4 May 2031  # c\r\naccess_date: '5 May 2031'\r\n"
    "archive_url: https://web.archive.org/web/20310505081500/https://example.org/a  # d\r\n"
    "---\r\ndate: 4 May 2031 \r\n\r\nText.  "
)
TIDY: Final = (
    "\ufeff---\r\n# Head.\r\ntitle: 'A'  # a\r\npublication: The Gull  # b\r\nauthors: [X]\r\n"
    "published: 2031-05-04  # c\r\naccessed: '2031-05-05'\r\ncaptures: "
    '["https://web.archive.org/web/20310505081500/https://example.org/a"]  # d\r\n'
    "---\r\ndate: 4 May 2031 \r\n\r\nText.  "
)


def test_dates_and_keys_are_written_in_their_canonical_form(project: Path) -> None:
    write_tree(
        project,
        {
            "content/articles/untidy.md": UNTIDY,
            "content/events/untidy.yaml": (
                "- id: u\n  title: 3 April 2031\n  date: April 3, 2031 # x\n  topics: [a,b]\n"
                "  corrections: [{date: 4 April 2031, text: t}]\n  date_written: 3 April 2031\n"
                "- id: v\n  title: V\n  date: 5/6/2031\n  citations: [tern]\n"
                "- id: w\n  title: W\n  date: one of 15 or 16 April 2025\n"
            ),
            "dateline.yaml": "title: T\nauthor: X\nlicense: Y # z\n",
        },
    )
    before = files_of(project / "content")
    assert dateline("fmt", here=project).returncode == 0
    after = files_of(project / "content")
    assert after.pop("articles/untidy.md").decode() == TIDY
    assert after.pop("events/untidy.yaml").decode().split("\n")[:8] == [
        "- id: u",
        "  title: 3 April 2031",
        "  date: 2031-04-03 # x",
        "  tags: [a,b]",
        "  corrections: [{date: 2031-04-04, text: t}]",
        "  date_written: 3 April 2031",
        "- id: v",
        "  title: V",
    ]
    assert after == {path: before[path] for path in after}
    assert (project / "dateline.yaml").read_text() == "title: T\nauthors: X\nlicence: Y # z\n"


def test_a_copy_joins_the_captures_that_are_there(project: Path) -> None:
    article = "---\ntitle: A\n{}captures: [https://a.example/]\n---\nText.\n"
    path = "articles/c.md"
    write_tree(project, {f"content/{path}": article.format("archive_url: https://b.example/\n")})
    assert dateline("fmt", here=project).returncode == 0
    joined = article.format("").replace("a.example/]", 'a.example/, "https://b.example/"]')
    assert text(project, path) == joined
    write_tree(
        project, {f"content/{path}": article.format("archive_url: https://b.example/ # why\n")}
    )
    assert f"content/{path}:3: a comment stands beside" in refused(project, "fmt", code=1)


def test_both_names_of_a_key_are_left_to_check(project: Path) -> None:
    write_tree(project, {"content/articles/b.md": "---\noutlet: A\npublisher: B\n---\nText.\n"})
    assert dateline("fmt", "content/articles", here=project).stdout == "Nothing to change\n"


REPEATED: Final = "title: A\npublished: &d {}\naccessed: *d\n"


def test_what_is_repeated_keeps_its_alias(project: Path) -> None:
    """What is named by an anchor is put in form by hand; what repeats it follows."""
    path = "content/articles/r.md"
    article = f"---\n{REPEATED}---\nText.\n"
    write_tree(project, {path: article.format("2 March 2031")})
    assert f"{path}:3: the value is named ('&')" in refused(project, "fmt", code=1)
    write_tree(project, {path: article.format("2031-03-02").replace("title", "outlet: B\ntitle")})
    assert dateline("fmt", here=project).returncode == 0
    assert text(project, "articles/r.md") == article.format("2031-03-02").replace(
        "title", "publication: B\ntitle"
    )


def test_keys_that_are_taken_over_are_not_written_out(project: Path) -> None:
    path = "content/events/r.yaml"
    notes = (
        "- &b\n  id: one\n  title: T\n  date: {}\n  tags: &t [x]\n- <<: *b\n  id: two\n  {}: *t\n"
    )
    write_tree(project, {path: notes.format("2 March 2031", "tags")})
    assert f"{path}:4: " in refused(project, "fmt", code=1)
    write_tree(
        project, {path: notes.format("2031-03-02", "topics").replace("tags: &t", "group: &t")}
    )
    told = dateline("fmt", here=project)
    assert told.returncode == 0, told.stderr
    assert "  tags: *t\n" in text(project, "events/r.yaml")
    assert text(project, "events/r.yaml").count("date:") == 1


def test_fmt_checks_lists_and_takes_files(project: Path) -> None:
    write_tree(project, {"content/articles/untidy.md": UNTIDY})
    assert dateline("fmt", "--check", "content/events", here=project).returncode == 0
    done = dateline("fmt", "--check", here=project)
    assert (done.returncode, done.stdout) == (
        1,
        "content/articles/untidy.md\n1 file would change\n",
    )
    assert text(project, "articles/untidy.md") == UNTIDY
    write_tree(project, {"remarks.txt": "3 May 2031"})
    assert "holds no notes" in refused(project, "fmt", "remarks.txt")


def test_fmt_names_files_that_cannot_be_read_and_goes_on(project: Path) -> None:
    write_tree(
        project,
        {"content/articles/untidy.md": UNTIDY, "content/events/broken.yaml": "title: [x\n"},
    )
    done = dateline("fmt", here=project)
    assert done.returncode == 1
    assert "content/events/broken.yaml:1:8: error[yaml-syntax]" in done.stderr
    assert text(project, "articles/untidy.md") == TIDY


# ----------------------------------------------------------------------------- set and correct


@pytest.mark.parametrize(
    ("arguments", "where", "path", "went", "came"),
    [
        (["status", "confirmed"], "tag=Harbour", "wall", [], ["status: confirmed"]),
        (["status", "confirmed"], "id=quay", "deep/quay", [], ["status: confirmed"]),
        (["date", "14 April 2031"], "id=quay", "deep/quay", ["date: 2031-04-13"],
         ["date: 2031-04-14"]),
        (["place.lat", "51.5"], "person=mara tennick", "wall", ["place: Saltmere"],
         ["place:", '  name: "Saltmere"', "  lat: 51.5"]),
        (["place", "Quay"], "id=wall", "wall", ["place: Saltmere"], ["place: Quay"]),
        (["place", "SALTMERE"], "id=dredging", "several",
         ["  place: {name: Saltmere, lat: 51}"], ["  place: {name: SALTMERE, lat: 51}"]),
        (["place", ""], "id=dredging", "several", ["  place: {name: Saltmere, lat: 51}"], []),
        (["place.lat", ""], "id=dredging", "several",
         ["  place: {name: Saltmere, lat: 51}"], ["  place: {name: Saltmere}"]),
        (["tags", "a, b c"], "year=2031 place=Saltmere source=tern", "wall",
         ['tags: [harbour, "peace talks"]   # topics'], ['tags: [a, "b c"]   # topics']),
        (["tags", "new", "--add"], "id=dredging", "several", ["  tags: Peace  Talks"],
         ['  tags: ["Peace  Talks", new]']),
        (["tags", "HARBOUR", "--remove"], "source=gull", "wall",
         ['tags: [harbour, "peace talks"]   # topics'], ['tags: ["peace talks"]   # topics']),
        (["related", ""], "id=opening", "several", ["  related: [wall, quay]"], []),
        (["related", "quay", "--remove"], "id=wall", "wall", ["related: [quay]"], []),
        (["sources", "gull", "--add"], "id=quay", "deep/quay", ["sources: [tern]"],
         ["sources: [tern, gull]"]),
        (["sources", "tern", "--remove"], "status=reported id=wall", "wall",
         ["  - article: tern", "    quote: Divers measured forty metres"], []),
        (["draft", "yes"], "id=quay", "deep/quay", [], ["draft: true"]),
    ],
)  # fmt: skip
def test_a_key_is_set_where_it_is_asked_for(
    project: Path, arguments: list[str], where: str, path: str, went: list[str], came: list[str]
) -> None:
    file = f"events/{path}.yaml"
    before = text(project, file).split("\n")
    conditions = [part for each in re.split(r" (?=\w+=)", where) for part in ("--where", each)]
    found = changes(project, "set", *arguments, *conditions)
    assert list(found) == [file]
    after = text(project, file).split("\n")
    assert (Counter(before) - Counter(after)) == Counter(went)
    assert (Counter(after) - Counter(before)) == Counter(came)
    again = dateline("set", *arguments, *conditions, here=project)
    assert again.stdout in ("Nothing to change\n", "")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("status maybe --where tag=harbour", "'status' holds 'maybe'; expected one of"),
        ("date 2031-02-30 --where tag=harbour", "'2031-02-30' is no date"),
        ("stauts x --where tag=harbour", "the key 'stauts' is not known in event notes; did you"),
        ("id x --where tag=harbour", "an id is changed by 'dateline rename event'"),
        ("sources x --where tag=harbour", "'sources' holds keys; only --add and --remove"),
        ("accounts x --add --where tag=harbour", "'accounts' holds keys; it is changed by hand"),
        ("accounts.question x --where tag=harbour", "leads into a list"),
        ("title x --add --where tag=harbour", "'title' is no list"),
        ("title x --where colour=red", "'colour=red' is no condition; expected one of tag=…"),
        ("title x --where status=sure", "there is no status 'sure'"),
        ("title x --where year=next", "'next' is no year"),
        ("title x --where tag=none", "no note meets tag=none"),
        ("title x", "Missing option '--where'"),
        ("tags x --add --remove --where tag=harbour", "exclude each other"),
    ],
)
def test_what_cannot_be_set_is_refused_before_anything_is_written(
    project: Path, arguments: str, sentence: str
) -> None:
    assert sentence in refused(project, "set", *arguments.split(" "))


@pytest.mark.parametrize(
    ("name", "arguments", "line", "where"),
    [
        ("wall", ["people", ""], 7, "inside"),
        ("wall", ["tags", ""], 5, "beside"),
        ("wall", ["sources", "gull", "--remove"], 15, "beside"),
        ("deep/quay", ["related", "wall", "--remove"], 9, "inside"),
    ],
)
def test_what_carries_a_comment_is_taken_away_by_hand(
    project: Path, name: str, arguments: list[str], line: int, where: str
) -> None:
    told = refused(project, "set", *arguments, "--where", f"id={name.split('/')[-1]}", code=1)
    assert f"content/events/{name}.yaml:{line}: a comment stands {where} the value" in told


@pytest.mark.parametrize("key", ["place", "place.name"])
def test_a_place_with_coordinates_gets_no_other_name(project: Path, key: str) -> None:
    told = refused(project, "set", key, "Town hall", "--where", "id=dredging", code=1)
    assert "content/events/several.yaml:5: the coordinates would stay under" in told
    corrected = ("correct", "dredging", "--set", f"{key}=Town hall", "--reason", "Why.")
    assert told == refused(project, *corrected, code=1)


UNKNOWN: Final = [
    (["related", "nope"], "there is no event 'nope'"),
    (["related", "nope", "--add"], "there is no event 'nope'"),
    (["sources", "nope", "--add"], "there is no article 'nope'"),
    (["aliases", "wall"], "the id 'wall' is taken"),
    (["summary", "So it was. [@nope]"], "there is no article 'nope'"),
    (["body", "[It](events/nope.html). [@tern]"], "events/nope.html"),
]


@pytest.mark.parametrize(("arguments", "sentence"), UNKNOWN)
def test_what_leads_nowhere_is_not_set(project: Path, arguments: list[str], sentence: str) -> None:
    path = "content/events/plain.yaml"
    write_tree(project, {path: "title: P\ndate: 2031\nsources: [tern]\n"})
    told = refused(project, "set", *arguments, "--where", "id=plain", code=1)
    assert f"{path}:" in told
    assert sentence in told
    if "--add" not in arguments:
        assigned = "=".join(arguments)
        again = refused(project, "correct", "plain", "--set", assigned, "--reason", "W.", code=1)
        assert sentence in again


def test_errors_that_were_there_do_not_stop_set(project: Path) -> None:
    path = "events/plain.yaml"
    write_tree(project, {f"content/{path}": "title: P\ndate: 2031\nrelated: [nope]\n"})
    found = changes(project, "set", "related", "wall", "--add", "--where", "id=plain")
    assert found == {path: [("related: [nope]", "related: [nope, wall]")]}


def test_a_value_that_spoils_one_note_stops_all(project: Path) -> None:
    told = refused(project, "set", "zone", "Asia/Seoul", "--where", "year=2031", code=1)
    assert "a zone belongs to a clock time" in told
    assert len(told.splitlines()) == 5


def test_a_note_that_cannot_be_read_stops_set_when_it_may_be_meant(project: Path) -> None:
    write_tree(project, {"content/events/broken.yaml": "title: [x\ntags: harbour\n"})
    assert "broken.yaml" in refused(project, "set", "group", "g", "--where", "year=2031", code=1)
    assert "broken.yaml" in refused(project, "set", "group", "g", "--where", "tag=harbour", code=1)
    both = ("--where", "tag=harbour", "--where", "person=Mara Tennick")
    assert changes(project, "set", "group", "g", *both)


def test_a_correction_says_what_was_given_and_what_is_right(project: Path) -> None:
    found = changes(
        project, "correct", "wall", "--date", "13 April 2031", "--reason", "The Gull erred."
    )
    rows = found["events/wall.yaml"]
    assert rows[0] == (
        "date: 2031-04-12   # known to the day",
        "date: 2031-04-13   # known to the day",
    )
    note = yaml.safe_load(text(project, "events/wall.yaml"))
    (entry,) = note["corrections"]
    assert entry["text"] == (
        "An earlier version gave the date as 12 April 2031; it is 13 April 2031. The Gull erred."
    )
    done = dateline("correct", "wall", "--date", "2031-04-13", "--reason", "x", here=project)
    assert (done.returncode, "is that already" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("assigned", "sentence"),
    [
        ("title=The wall", "gave the title as “The wall's end”; it is “The wall”. Why."),
        ("status=disputed", "gave no status; it is disputed. Why."),
        ("summary=Other words.", "had the summary wrong. Why."),
        ("place.lon=1.25", "had the lon of the place wrong. Why."),
        ("related=", "gave the related as quay; there is none. Why."),
    ],
)
def test_another_key_is_corrected(project: Path, assigned: str, sentence: str) -> None:
    changes(project, "correct", "wall", "--set", assigned, "--reason", "Why.")
    note = yaml.safe_load(text(project, "events/wall.yaml"))
    assert note["corrections"][0]["text"] == f"An earlier version {sentence}"
    assert not [each for each in check(project, Options(today=TODAY), unheard).problems
                if each.key.startswith("corrections")]  # fmt: skip


def test_what_is_private_is_not_corrected_in_public(project: Path) -> None:
    told = refused(project, "correct", "wall", "--set", "note=x", "--reason", "Why.")
    assert "'note' is never published" in told
    assert "did you mean 'wall'?" in refused(
        project, "correct", "wal", "--date", "2031", "--reason", "x"
    )
    assert "either --date or --set" in refused(project, "correct", "wall", "--reason", "x")
    assert "in one line" in refused(
        project, "correct", "wall", "--date", "2031", "--reason", "a\nb"
    )


# ------------------------------------------------------------------------- diffs and output


@pytest.mark.parametrize(
    "command",
    [["fmt"], ["rename", "event", "wall", "fall"], ["rename", "tag", "peace talks", "한국 어"]],
    ids=" ".join,
)
def test_a_dry_run_shows_a_diff_that_git_applies_and_writes_nothing(
    project: Path, command: list[str]
) -> None:
    untidy = {
        "content/articles/untidy.md": UNTIDY,
        "content/events/a b.yaml": "id: ab\ntitle: 'x\u2028y'\ndate: May 2031",
    }
    write_tree(project, untidy)
    copy = write_tree(project.parent / "copy", {**PROJECT, **untidy})
    shown = subprocess.run(
        [sys.executable, "-m", "builder", *command, "--dry-run"],
        cwd=project,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        check=True,
    )
    assert files_of(project) == files_of(copy)
    subprocess.run(["git", "init", "-q"], cwd=copy, check=True)
    subprocess.run(["git", "apply", "-"], cwd=copy, input=shown.stdout, check=True)
    assert dateline(*command, here=project).returncode == 0
    assert files_of(copy / "content") == files_of(project / "content")
    assert (copy / "dateline.yaml").read_bytes() == (project / "dateline.yaml").read_bytes()


def test_quiet_says_nothing_and_a_public_log_no_words_of_notes(project: Path) -> None:
    quiet = dateline("--quiet", "rename", "article", "gull", "fulmar", here=project)
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")
    shown = dateline(
        "rename", "article", "fulmar", "gull", "--dry-run", here=project, environment={"CI": "1"}
    )
    assert shown.returncode == 0
    assert "fulmar" not in shown.stdout
    assert "content/articles/(withheld)" in shown.stdout


# -------------------------------------------------------------------- how files are replaced


def test_the_mode_of_a_file_is_kept(project: Path) -> None:
    path = project / "content/events/wall.yaml"
    path.chmod(0o640)
    changes(project, "set", "group", "g", "--where", "id=wall")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_folder_that_cannot_be_written_stops_all() -> None:
    """Root may write anywhere, so that root's tests run the command as somebody else."""
    # Run dry first: somebody else may not be let to the modules.
    command = (
        "import os, sys\n"
        "from builder.cli import run\n"
        "command = ['--quiet', 'rename', 'event', 'wall', 'fall']\n"
        "run([*command, '--dry-run'])\n"
        "import fcntl, json\n"
        "os.geteuid() or os.setuid(65534)\n"
        "sys.exit(run(command))\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        project = write_tree(Path(folder) / "project", PROJECT)
        for each in (project.parent, project, *project.rglob("*")):
            each.chmod(0o755 if each.is_dir() else 0o644)
            if os.geteuid() == 0:
                os.chown(each, 65534, 65534)
        (project / "content/events/deep").chmod(0o555)
        before = files_of(project / "content")
        done = python(command, project)
        (project / "content/events/deep").chmod(0o755)
        assert "the folder of 'quay.yaml' cannot be written" in done.stderr
        assert done.returncode == 4
        assert files_of(project / "content") == before


def python(code: str, here: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, cwd=here, env=environment, capture_output=True, encoding="utf-8", timeout=60
    )


KILLED: Final = """\
import os, signal, sys
left = [{number}]
def counted(work):
    def done(*args):
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1
        return work(*args)
    return done
os.replace, os.rename = counted(os.replace), counted(os.rename)
from builder.cli import run
sys.exit(run({command!r}))
"""


@pytest.mark.parametrize(
    "command",
    [
        ["rename", "event", "wall", "fall"],
        ["rename", "article", "gull", "fulmar"],
        ["rename", "tag", "peace talks", "talks"],
        ["set", "tags", "x", "--where", "tag=peace talks"],
    ],
    ids=" ".join,
)
def test_a_command_that_is_killed_between_two_files_is_finished_by_running_it_again(
    tmp_path: Path, command: list[str]
) -> None:
    whole = write_tree(tmp_path / "whole", PROJECT)
    assert dateline(*command, here=whole).returncode == 0
    wanted = files_of(whole / "content")
    for number in range(20):
        project = write_tree(tmp_path / str(number), PROJECT)
        killed = python(KILLED.format(number=number, command=command), project)
        if killed.returncode == 0:
            break
        assert killed.returncode == -signal.SIGKILL
        known = {
            *files_of(write_tree(tmp_path / "old", PROJECT) / "content").values(),
            *wanted.values(),
        }
        seen = {p: d for p, d in files_of(project / "content").items() if ".dateline" not in p}
        assert all(data in known for data in seen.values())
        again = dateline(*command, here=project)
        assert (again.returncode == 0) or "no note meets" in again.stderr, again.stderr
        assert files_of(project / "content") == wanted
    assert 2 <= number < 20


def test_of_two_commands_at_once_none_spoils_the_other(project: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    commands = [["rename", "event", "wall", "fall"], ["rename", "article", "gull", "fulmar"]]
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "builder", *command],
            cwd=project,
            env=environment,
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
        )
        for command in commands
    ]
    ended = [(each.communicate(timeout=60)[1], each.returncode) for each in running]
    assert {code for _, code in ended} <= {0, 4}
    for command, (told, code) in zip(commands, ended, strict=True):
        if code:
            assert b"is at work in this project" in told
            assert dateline(*command, here=project).returncode == 0
    whole = write_tree(project.parent / "whole", PROJECT)
    for command in commands:
        assert dateline(*command, here=whole).returncode == 0
    assert files_of(project / "content") == files_of(whole / "content")


def test_a_file_that_was_changed_meanwhile_is_not_written(project: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nimport builder.changing.writing as writing\n"
        "read = writing.read_project\n"
        "def late(*args):\n    found = read(*args)\n"
        "    path = Path('content/events/several.yaml')\n"
        "    path.write_text(path.read_text() + '# mine\\n')\n    return found\n"
        "writing.read_project = late\n"
        "from builder.cli import run\nsys.exit(run(['rename', 'event', 'wall', 'fall']))\n"
    )
    done = python(code, project)
    assert done.returncode == 4
    assert "'content/events/several.yaml' was changed meanwhile" in done.stderr
    several = PROJECT["content/events/several.yaml"] + "# mine\n"
    assert files_of(project / "content") == {
        path.removeprefix("content/"): data.encode()
        for path, data in {**PROJECT, "content/events/several.yaml": several}.items()
        if path.startswith("content/")
    }


# ------------------------------------------------------------------------------------- laws


@st.composite
def linked_projects(draw: st.DrawFn) -> dict[str, str]:
    """A project in which notes, texts and pages lead to one another."""
    files = draw(projects(most=3))
    ids = sorted(Path(path).stem for path in files if "/events/" in path)
    articles = sorted(Path(path).stem for path in files if "/articles/" in path)
    links = [
        f"[e]({up}events/{each}.html{tail})"
        for each in ids
        for up in ("", "../", "/")
        for tail in ("", "#s1", "?x")
    ]
    links += [f'<a href="sources/{each}.html">s</a>' for each in articles]
    chosen = draw(st.lists(st.sampled_from(links), max_size=4)) if links else []
    marks = [f"[@{each} p. 3]" for each in articles]
    words = " and ".join([*chosen, *marks])
    note = {
        "id": "hub",
        "title": "Hub",
        "date": "3 April 2031",
        "topics": ["x", "harbour"],
        "body": f"Words {words}.\n\nMore.\n",
        "related": ids,
        "citations": articles,
    }
    files["content/events/lists.yaml"] = yaml.safe_dump([note], allow_unicode=True, width=40)
    files["content/pages/more.md"] = f"---\ntitle: More\n---\n{' '.join(chosen)}\n"
    return files


def told(project: Path, *renamed: tuple[str, str]) -> Counter[tuple[str, str]]:
    """The problems of a project, ids that were renamed by their new name."""

    def called(words: str) -> str:
        for old, new in renamed:
            words = words.replace(old, new)
        return words

    problems = check(project, Options(today=TODAY), unheard).problems
    # Of two that are alike, the one whose file stands first is named.
    return Counter(
        (each.code, "" if each.code.startswith("duplicate-") else called(each.message))
        for each in problems
    )


_LAW = settings(
    max_examples=ROUNDS // 2,
    suppress_health_check=list(HealthCheck),
)


@_LAW
@given(files=linked_projects(), kind=st.sampled_from(["event", "article"]))
def test_after_a_rename_everything_leads_to_the_new_id(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, str], kind: str
) -> None:
    """Law: the problems are the same as before, and what led to the old id leads to the new."""
    project = write_tree(tmp_path_factory.mktemp("law") / "p", files)
    folder = f"{kind}s"
    ids = sorted(Path(path).stem for path in files if f"/{folder}/{kind}-" in path)
    if not ids:
        return
    old, new = ids[0], "renamed"
    before = told(project, (old, new))
    notes = parsed(project)[0].notes
    assert run("rename", kind, old, new, here=project) == 0
    assert told(project) == before
    content = parsed(project)[0]
    assert len(content.notes) == len(notes)
    for note in content.notes:
        cited = [each.article for each in note.sources]
        marked = [
            mark.article for group in (*note.summary.marks, *note.body.marks) for mark in group
        ]
        related = [each.text for each in note.related]
        address = f"{'events' if kind == 'event' else 'sources'}/{old}.html"
        links = [link for link in (*note.summary.links, *note.body.links) if address in link]
        assert old not in ([] if kind == "event" else [*cited, *marked])
        assert old not in (related if kind == "event" else [])
        assert links == []
    if not any(
        each.severity.value == "error"
        for each in check(project, Options(today=TODAY), unheard).problems
    ):
        assert built(project).is_written


@_LAW
@given(files=linked_projects())
def test_a_formatted_project_is_formatted_and_builds_the_same_site(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, str]
) -> None:
    """Law: `fmt` twice is `fmt` once, and the site is the same to the byte."""
    project = write_tree(tmp_path_factory.mktemp("law") / "p", files)
    report = built(project)
    before = files_of(project / "site") if report.is_written else {}
    assert run("fmt", here=project) == 0
    once = files_of(project / "content")
    assert run("fmt", "--check", here=project) == 0
    assert run("fmt", here=project) == 0
    assert files_of(project / "content") == once
    assert built(project).is_written is report.is_written
    assert (files_of(project / "site") if report.is_written else {}) == before


def run(*command: str, here: Path) -> int:
    """Run a command in this process."""
    from builder.cli import run as run_program

    return run_program(["--quiet", "--project", str(here), *command])


DATES: Final = ("3 April 2031", "2031-04-03", "about May 2031", "spring 2031", "5/6/2031", "1950~")


def random_project(random: Random) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Notes that lead to one another, each written in another hand."""
    tags = ["harbour", "Peace  Talks", "서울", "don't: #", "a, b"]
    notes: list[dict[str, Any]] = []
    for number in range(3):
        note: dict[str, Any] = {"title": f"T {number}", "date": random.choice(DATES)}
        note["summary"] = "See [@gull p. 3] and [it](events/n0.html)."
        note[random.choice(["tags", "topics"])] = random.sample(tags, random.randint(1, 3))
        note["related"] = random.sample(["n0", "n1", "n2"], random.randint(1, 2))
        note["sources"] = random.choice([["gull"], [{"article": "gull", "locator": "p. 3"}]])
        if random.random() < 0.5:
            note["place"] = random.choice(["Saltmere", {"name": "Saltmere", "lat": "51.5"}])
        items = list(note.items())
        random.shuffle(items)
        notes.append(dict(items))
    files = {
        f"content/events/n{number}.yaml": written_by_hand(random, note)
        for number, note in enumerate(notes)
    }
    return notes, files


def loaded(path: Path) -> Any:
    return yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)


def test_notes_in_any_hand_are_changed_rightly_or_not_at_all(tmp_path: Path) -> None:
    """Law: read by PyYAML, every note is as it was but for what was asked for."""
    made: Counter[str] = Counter()
    for seed in range(ROUNDS):
        random = Random(seed)
        notes, files = random_project(random)
        base = {"dateline.yaml": "title: T\n", "content/articles/gull.md": "Text, as it is.\n"}
        project = write_tree(tmp_path / str(seed), {**base, **files})
        events = project / "content" / "events"
        if [loaded(events / f"n{number}.yaml") for number in range(3)] != notes:
            continue
        before = files_of(project / "content")
        for name, command, wanted in (
            ("fmt", ["fmt"], as_formatted),
            ("tag", ["rename", "tag", "peace talks", "X: y"], with_new_tag),
            ("article", ["rename", "article", "gull", "tern"], with_new_article),
            ("event", ["rename", "event", "n0", "m0"], with_new_event),
        ):
            write_tree(project, {f"content/{path}": data for path, data in before.items()})
            code = run(*command, here=project)
            made[f"{name} {code}"] += 1
            paths = ["m0" if name == "event" and not code else "n0", "n1", "n2"]
            found = [loaded(events / f"{path}.yaml") for path in paths]
            if code == 0:
                assert found == [
                    wanted(note, path) for note, path in zip(notes, paths, strict=True)
                ], seed
            elif code == 1:
                assert files_of(project / "content") == before, (seed, command)
            else:
                assert (name, code) == ("tag", 2)
            for path in (project / "content").rglob("*"):
                if path.is_file():
                    path.unlink()
    assert sum(count for name, count in made.items() if name.endswith(" 0")) > 2 * ROUNDS, made


def as_formatted(note: dict[str, Any], path: str) -> dict[str, Any]:
    forms = {"3 April 2031": "2031-04-03", "about May 2031": "2031-05~", "spring 2031": "2031-21"}
    note = {"tags" if key == "topics" else key: value for key, value in note.items()}
    return {**note, "date": forms.get(note["date"], note["date"])}


def with_new_tag(note: dict[str, Any], path: str) -> dict[str, Any]:
    key = "tags" if "tags" in note else "topics"
    return {**note, key: ["X: y" if each == "Peace  Talks" else each for each in note[key]]}


def with_new_article(note: dict[str, Any], path: str) -> dict[str, Any]:
    cited = note["sources"][0]
    cited = "tern" if isinstance(cited, str) else {**cited, "article": "tern"}
    return {**note, "summary": note["summary"].replace("@gull", "@tern"), "sources": [cited]}


def with_new_event(note: dict[str, Any], path: str) -> dict[str, Any]:
    related = ["m0" if each == "n0" else each for each in note["related"]]
    found = {**note, "summary": note["summary"].replace("/n0", "/m0"), "related": related}
    return {**found, "aliases": ["n0"]} if path == "m0" else found


# --------------------------------------------------------------------------------- the parts


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[a](events/old.html)", "[a](events/new.html)"),
        ("[a](<events/old.html#x>)", "[a](<events/new.html#x>)"),
        ("[a](../events/old.html 'events/old.html')", "[a](../events/new.html 'events/old.html')"),
        ("[a](/events/old.html?q)", "[a](/events/new.html?q)"),
        ("[a](events/%6Fld.html)", "[a](events/new.html)"),
        ("[a][b]\n\n[b]: events/old.html 'x'", "[a][b]\n\n[b]: events/new.html 'x'"),
        ('<a title="x" href = "events/old.html">a</a>',
         '<a title="x" href = "events/new.html">a</a>'),
        ("[@old p. 3; @old-2;@old]", "[@new p. 3; @old-2;@new]"),
        ("a [@ old] b [@@old]", "a [@ old] b [@@new]"),
        ("[a](//events/old.html) [b](https://x.example/events/old.html)", ""),
        ("`[a](events/old.html)` and events/old.html and @old", ""),
        ("[a](events/old-2.html) [b](myevents/old.html) [@old-2]", ""),
    ],
)  # fmt: skip
def test_links_and_marks_are_led_elsewhere(before: str, after: str) -> None:
    found = replacements(before, Leads({"events/old.html": "events/new.html"}, {"old": "new"}))
    assert not isinstance(found, ByHand)
    assert replaced(before, found) == (after or before)


@pytest.mark.parametrize(
    "text", ["[a](events&#47;old.html)", "`[a](events/old.html)` [a](events/old.html)"]
)
def test_what_cannot_be_told_apart_is_left_to_hands(text: str) -> None:
    found = replacements(text, Leads({"events/old.html": "events/new.html"}, {}))
    assert isinstance(found, ByHand)


@pytest.mark.parametrize(
    "part", ["](", "[@", "[a]: ", "href=", "---\n", "[@a ", "\\(", "<a href='"]
)
def test_hostile_texts_take_no_time(part: str) -> None:
    text = part * (200_000 // len(part))
    replacements(text + " old", Leads({"events/old.html": "events/new.html"}, {"old": "new"}))
    front_of(text)


@pytest.mark.parametrize(
    ("data", "word", "may"),
    [
        (b"tags: [harbour", "Harbour", True),
        (b"tags: [quay", "harbour", False),
        (b"tags: [peace \n  talks", "peace talks", True),
        ("title: harbour".encode("utf-16"), "harbour", True),
        ("caf\u00e9".encode("latin-1"), "cafe", False),
        ("caf\u00e9".encode("latin-1"), "caf\u00e9", True),
        ("cafe\u0301 [".encode(), "caf\u00e9", True),
        (b'title: "\\x68arbour', "harbour", True),
        (None, "harbour", True),
    ],
)  # fmt: skip
def test_a_broken_file_may_hold_a_word_or_cannot(
    data: bytes | None, word: str, *, may: bool
) -> None:
    why = problem("not-utf8", "it cannot be read", Position("a.yaml"))
    assert may_hold(Broken("a.yaml", data, why), (word,)) is may


@given(st.text(st.sampled_from("--- .:a\t\r\n\u2028"), max_size=40))
def test_front_matter_ends_at_one_place_whatever_the_line_ends(text: str) -> None:
    """Law: what is found in a text as it is, is found in it with plain line ends."""
    found, plain = front_of(f"---{text}"), front_of(with_plain_line_ends(f"---{text}"))
    assert (found is None) is (plain is None)
    if found and plain:
        parts = [f"---{text}"[: found.yaml_end], f"---{text}"[: found.body_start]]
        assert [with_plain_line_ends(each) for each in parts] == [
            with_plain_line_ends(f"---{text}")[: plain.yaml_end],
            with_plain_line_ends(f"---{text}")[: plain.body_start],
        ]
