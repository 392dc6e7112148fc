"""`dateline check --explain-text`, as the command that people and programs run."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import subprocess
import sys
import termios
import unicodedata
from pathlib import Path
from typing import Any, Final, NamedTuple, get_args

import pytest
from conftest import write_tree

from builder import dates
from builder.dates import EventDate
from builder.model.content import ParagraphKind
from builder.problems.printing import cells_taken

ROOT: Final = Path(__file__).resolve().parent.parent
COMMAND: Final = (sys.executable, "-m", "builder", "check", "--explain-text")
# Nothing of the machine the tests run on, least of all that it is a build service.
CLEAN: Final = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}

WALL: Final = """\
---
title: Wall gives way
published: 2031-04-12
---
A stretch of the harbour wall gave way on Friday, and the quay will be shut until Monday.

FILE PHOTO: The wall in 2029 (Ada Quill/Northlight via Tern Images)

Photo: Handout

“Nobody was there on Thursday (April 10),” the harbour master said. Boats lie outside the harbour.
"""
BARE: Final = """\
Where the boats lie

Boats have to wait for the tide outside, where the water is deep and 船が港に入りました。

They came on 3 May 2029, and again on Friday.
"""
FILES: Final = {
    "dateline.yaml": "title: The wall\nurl: https://example.org/\n",
    "content/articles/wall.txt": WALL,
    "content/articles/bare.txt": BARE,
    "content/events/wall.yaml": "title: Wall\ndate: 2031-04-11\nsources: [wall, bare]\n",
}

AS_TEXT: Final = """\
wall  content/articles/wall.txt
  title      Wall gives way  written in line 2
  published  2031-04-12 (12 April 2031)  written in line 3

    5  text          A stretch of the harbour wall gave way on Friday, and the…
    7  caption       FILE PHOTO: The wall in 2029 (Ada Quill/Northlight via Ter…
       lead          FILE PHOTO:
       caption       The wall in 2029
       credit        (Ada Quill/Northlight via Tern Images)
       creator       Ada Quill
       agencies      Northlight
       distributor   Tern Images
       file picture  yes
    9  credit        Photo: Handout
       credit        Photo: Handout
       role          handout
   11  text          “Nobody was there on Thursday (April 10),” the harbour mas…

  inside quotation marks
   11  Nobody was there on Thursday (April 10),

  dates
    5  2031-04-11  Friday               weekday
    5  2031-04-07  Monday               weekday  future?
    7  2029        2029                 year
   11  2031-04-10  Thursday (April 10)  weekday-and-date
"""

WITHOUT_WORDS: Final = """\
wall  content/articles/wall.txt
  title      written in line 2
  published  2031-04-12 (12 April 2031)  written in line 3

    5  text
    7  caption
       lead, caption, credit, creator, agencies, distributor, file picture
    9  credit
       credit, role
   11  text

  inside quotation marks
   11

  dates
    5  2031-04-11  weekday
    5  2031-04-07  weekday  future?
    7  2029        year
   11  2031-04-10  weekday-and-date
"""


class Ended(NamedTuple):
    """How the command ended, and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def explain(project: Path, *arguments: str, **environment: str) -> Ended:
    ended = subprocess.run(
        [*COMMAND, *arguments],
        cwd=project,
        env={**CLEAN, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)


def as_json(project: Path, *arguments: str, **environment: str) -> Any:
    ended = explain(project, "--format", "json", *arguments, **environment)
    assert ended.stdout.isascii()
    document = json.loads(ended.stdout)
    assert list(document) == ["version", "articles"]
    assert document["version"] == 1
    return document["articles"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_tree(tmp_path / "project", FILES)


# ------------------------------------------------------------------------------------- text


def test_an_article_is_explained_line_by_line(project: Path) -> None:
    assert explain(project, "wall") == Ended(0, AS_TEXT, "")


def test_without_a_name_all_articles_are_explained_in_the_order_of_their_ids(project: Path) -> None:
    ended = explain(project)
    headings = re.findall(r"^(\w+)  content/articles/\w+\.txt$", ended.stdout, re.MULTILINE)
    assert headings == ["bare", "wall"]
    assert ended.stdout.endswith(f"\n\n{AS_TEXT}")


def test_what_is_missing_is_said(project: Path) -> None:
    (project / "content/articles/bare.txt").write_text("Boats lie outside on Friday.\n", "utf-8")
    ended = explain(project, "bare")
    assert ended.returncode == 0
    assert ended.stdout.splitlines() == [
        "bare  content/articles/bare.txt",
        "  title      none found",
        "  published  none found",
        "",
        "    1  text          Boats lie outside on Friday.",
        "",
        "  inside quotation marks: none",
        "",
        "  dates: none",
        "       only whole dates, for the day of publication is not known",
    ]
    assert "warning[missing-title]" in ended.stderr
    assert ended.stderr.endswith("\n2 warnings\n")


def test_an_empty_article_is_said_to_be_empty(project: Path) -> None:
    for text in ("", "---\ntitle: A\n---\n"):
        (project / "content/articles/bare.txt").write_text(text, "utf-8")
        shown = explain(project, "bare").stdout
        assert "\n\n\n" not in shown
        assert "  inside quotation marks: none\n\n  dates: none\n" in shown


def test_photos_that_are_written_in_one_line_keep_their_parts_apart(project: Path) -> None:
    photos = "[{caption: The quay, credit: Ada Quill}, {caption: Boats, credit: Bo Tarn}]"
    text = f"---\ntitle: Bare\npublished: 2031\nphotos: {photos}\n---\nBoats lie outside.\n"
    (project / "content/articles/bare.txt").write_text(text, "utf-8")
    parts = re.findall(r"^ {7}(\w+) +(.*)$", explain(project, "bare").stdout, re.MULTILINE)
    assert parts == [
        ("caption", "The quay"),
        *(("credit", "Ada Quill"), ("creator", "Ada Quill")),
        ("caption", "Boats"),
        *(("credit", "Bo Tarn"), ("creator", "Bo Tarn")),
    ]


def test_a_date_leaves_room_for_what_is_doubted(project: Path) -> None:
    text = WALL.replace("Thursday (April 10)", "Friday, the 10th of April, 2031")
    (project / "content/articles/wall.txt").write_text(text, "utf-8")
    shown = explain(project, "wall", COLUMNS="70").stdout
    (line,) = (each for each in shown.splitlines() if each.endswith("weekday?"))
    assert "…" in line
    assert len(line) == 70


def test_lines_are_cut_to_the_width_of_the_terminal(project: Path) -> None:
    for columns in (60, 100):
        lines = explain(project, "bare", COLUMNS=str(columns)).stdout.splitlines()
        (cut,) = (line for line in lines if line.startswith("    3  text"))
        assert cut.endswith("…")
        # Letters of East Asia are two cells wide.
        wide = sum("\u3040" <= letter <= "\u9fff" or letter == "。" for letter in cut)
        assert columns - 10 < len(cut) + wide <= columns


def test_korean_takes_two_cells_a_syllable_however_it_is_written() -> None:
    assert cells_taken("부두") == cells_taken(unicodedata.normalize("NFD", "부두")) == 4


def test_what_an_article_holds_cannot_speak_to_the_terminal(project: Path) -> None:
    hostile = "---\ntitle: A\n---\nThe \x1b[31mwall\x07 “\x1b]0;x” on 3\u202eMay 2024.\n"
    (project / "content/articles/bare.txt").write_text(hostile, "utf-8")
    head = '---\nid: "ba\\e[31mre"\ntitle: "Boats\\a"\n---\n'
    (project / "content/articles/head.md").write_text(f"{head}Boats lie outside.\n", "utf-8")
    shown = explain(project).stdout
    assert [letter for letter in shown if not letter.isprintable() and letter != "\n"] == []
    assert "\\x1b[31mwall" in shown


def on_a_terminal(project: Path, *arguments: str, columns: int = 80) -> str:
    """Run the command with a terminal for its output."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, columns))
    shown = b""
    with subprocess.Popen(
        [*COMMAND, "--quiet", *arguments],
        cwd=project,
        env={**CLEAN, "TERM": "xterm"},
        stdout=theirs,
        stderr=theirs,
    ):
        os.close(theirs)
        # Linux tells the end of a terminal by an error.
        with contextlib.suppress(OSError):
            while part := os.read(ours, 65536):
                shown += part
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


def test_a_terminal_shows_the_same_in_colours(project: Path) -> None:
    shown = on_a_terminal(project, "wall")
    assert "\x1b[1mwall\x1b[0m" in shown
    plain = re.sub(r"\x1b\[[\d;]*m", "", shown)
    assert [line.rstrip() for line in plain.splitlines()] == AS_TEXT.splitlines()
    assert "\x1b" not in on_a_terminal(project, "wall", "--color", "never")


def test_the_width_is_that_of_the_terminal(project: Path) -> None:
    shown = re.sub(r"\x1b\[[\d;]*m", "", on_a_terminal(project, "wall", columns=50))
    assert max(map(len, shown.splitlines()[4:])) == 50


# ------------------------------------------------------------------------------------- JSON


def test_json_has_the_form_that_is_documented(project: Path) -> None:
    (wall,) = as_json(project, "wall")
    assert wall == {
        "id": "wall",
        "title": "Wall gives way",
        "published": "2031-04-12",
        "title_basis": "written",
        "published_basis": "written",
        "paragraphs": [
            {"line": 5, "kind": "text"},
            {"line": 7, "kind": "caption"},
            {"line": 9, "kind": "credit"},
            {"line": 11, "kind": "text"},
        ],
        "captions": [
            {
                "line": 7,
                "text": "FILE PHOTO: The wall in 2029 (Ada Quill/Northlight via Tern Images)",
                "caption": "The wall in 2029",
                "credit": "(Ada Quill/Northlight via Tern Images)",
                "creator": "Ada Quill",
                "agencies": ["Northlight"],
                "distributor": "Tern Images",
                "role": None,
                "file_picture": True,
                "lead": "FILE PHOTO:",
            },
            {
                "line": 9,
                "text": "Photo: Handout",
                "caption": None,
                "credit": "Photo: Handout",
                "creator": None,
                "agencies": [],
                "distributor": None,
                "role": "handout",
                "file_picture": False,
                "lead": None,
            },
        ],
        "quotations": [{"line": 11, "text": "Nobody was there on Thursday (April 10),"}],
        "dates": [
            {"line": 5, "text": "Friday", "edtf": "2031-04-11", "rule": "weekday"},
            {"line": 5, "text": "Monday", "edtf": "2031-04-07", "rule": "weekday"},
            {"line": 7, "text": "2029", "edtf": "2029", "rule": "year"},
            {
                "line": 11,
                "text": "Thursday (April 10)",
                "edtf": "2031-04-10",
                "rule": "weekday-and-date",
            },
        ],
    }


# What is not listed here is no part of the form; `| None` is what may be absent.
CAPTION: Final[dict[str, Any]] = {
    "line": int,
    "text": str | None,
    "caption": str | None,
    "credit": str | None,
    "creator": str | None,
    "agencies": [str],
    "distributor": str | None,
    "role": str | None,
    "file_picture": bool,
    "lead": str | None,
}
ARTICLE: Final[dict[str, Any]] = {
    "id": str,
    "title": str | None,
    "published": str | None,
    "title_basis": str | None,
    "published_basis": str | None,
    "paragraphs": [{"line": int, "kind": str}],
    "captions": [CAPTION],
    "quotations": [{"line": int, "text": str}],
    "dates": [{"line": int, "text": str, "edtf": str, "rule": str}],
}


def departures(value: Any, form: Any, where: str = "$") -> list[str]:
    """Name what in a value is not of a form: a type, a list of a form, or keys with theirs."""
    if isinstance(form, dict):
        if not isinstance(value, dict) or list(value) != list(form):
            return [where]
        return [
            each for key in form for each in departures(value[key], form[key], f"{where}.{key}")
        ]
    if isinstance(form, list):
        if not isinstance(value, list):
            return [where]
        return [each for item in value for each in departures(item, form[0], f"{where}[]")]
    is_number = form is int and isinstance(value, int) and value >= 1
    is_other = form is not int and isinstance(value, form) and value != ""
    return [] if is_number or is_other else [where]


AWKWARD: Final = {
    "content/articles/empty.txt": "",
    "content/articles/head.md": "---\ntitle: Head\n---\n",
    "content/articles/hand.md": (
        "---\nphotos: [{credit: Ada Quill}, {caption: A}, {alt: B}]\n---\nBoats lie outside.\n"
    ),
    "content/articles/marked.txt": (
        "\ufeffWall gives way\r\n\r\nIt fell on 3 May 2029, early.\r\n"
    ),
    "content/articles/korean.md": (
        "# 부두\n\n“배들은 모두 밖에서 기다린다”고 말했다.\n\n^ 부두의 배 (사진: 김도윤)\n"
    ),
    "content/articles/markdown.md": (
        "---\npublished: 2031-04\n---\n“*It* [fell](x) **in** 2029,” he said.\n"
    ),
}


def test_json_keeps_to_its_form_whatever_an_article_holds(project: Path) -> None:
    articles = as_json(write_tree(project, AWKWARD))
    assert [each["id"] for each in articles] == sorted(
        ["bare", "wall", "empty", "head", "hand", "marked", "korean", "markdown"]
    )
    assert [(each["id"], departures(each, ARTICLE)) for each in articles] == [
        (each["id"], []) for each in articles
    ]


def test_lines_of_json_are_those_of_the_file(project: Path) -> None:
    write_tree(project, AWKWARD)
    for article in as_json(project):
        (path,) = (project / "content/articles").glob(f"{article['id']}.*")
        lines = path.read_text("utf-8-sig").splitlines()
        for each in (*article["quotations"], *article["dates"]):
            first, *_ = re.split(r"[^\w]+", each["text"].strip())
            assert first in lines[each["line"] - 1]
        for each in article["paragraphs"]:
            assert lines[each["line"] - 1].strip()


def test_absent_values_are_null_and_lists_empty(project: Path) -> None:
    (project / "content/articles/bare.txt").write_text("Boats lie outside.\n", "utf-8")
    (bare,) = as_json(project, "bare")
    absent = ("title", "published", "title_basis", "published_basis")
    assert [bare[key] for key in absent] == [None] * 4
    assert [bare[key] for key in ("captions", "quotations", "dates")] == [[]] * 3


def test_json_stands_alone_on_the_stream_of_results(project: Path) -> None:
    (project / "content/articles/bare.txt").write_bytes(b"\xff")
    ended = explain(project, "--format", "json")
    assert ended.returncode == 1
    assert [each["id"] for each in json.loads(ended.stdout)["articles"]] == ["wall"]
    assert "error[not-utf8]" in ended.stderr


def test_json_of_a_project_without_articles(tmp_path: Path) -> None:
    project = write_tree(tmp_path, {"dateline.yaml": "title: T\n"})
    ended = explain(project, "--format", "json")
    assert json.loads(ended.stdout) == {"version": 1, "articles": []}
    assert explain(project) == Ended(0, "", "There is no article to explain.\n")


def test_every_kind_and_date_is_one_that_exists(project: Path) -> None:
    kinds = set(get_args(ParagraphKind))
    for article in as_json(project):
        assert {each["kind"] for each in article["paragraphs"]} <= kinds
        for each in article["dates"]:
            assert isinstance(dates.parse(each["edtf"]), EventDate)


# --------------------------------------------------------------------------- which articles


@pytest.mark.parametrize(
    "name",
    [
        *("wall", "content/articles/wall.txt", "./content/articles/wall.txt"),
        *("wall.txt", "content/articles/wall", "articles/wall"),
    ],
)
def test_an_article_is_named_by_its_id_or_a_path(project: Path, name: str) -> None:
    assert explain(project, name).stdout == AS_TEXT


def test_a_path_may_begin_where_the_caller_is(project: Path) -> None:
    assert explain(project / "content/articles", "wall.txt").stdout == AS_TEXT
    assert (
        explain(project / "content", str(project / "content/articles/wall.txt")).stdout == AS_TEXT
    )


def test_an_article_that_is_named_twice_is_shown_once(project: Path) -> None:
    assert explain(project, "wall", "wall.txt", "wall").stdout == AS_TEXT


def test_a_file_of_that_name_where_the_caller_is_comes_before_one_elsewhere(project: Path) -> None:
    write_tree(project, {"content/articles/later/wall.txt": "---\nid: later\n---\nBoats.\n"})
    (later,) = as_json(project / "content/articles/later", "wall.txt")
    assert later["id"] == "later"


def test_an_id_that_two_articles_have_stands_for_both(project: Path) -> None:
    (project / "content/articles/wall.md").write_text("---\ntitle: B\n---\nBoats.\n", "utf-8")
    ended = explain(project, "wall", "--format", "json")
    assert [each["title"] for each in json.loads(ended.stdout)["articles"]] == [
        "B",
        "Wall gives way",
    ]
    assert "error[duplicate-id]" in ended.stderr


def test_a_link_to_the_project_leads_to_its_articles(project: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(project)
    for name in ("content/articles/wall.txt", str(tmp_path / "link/content/articles/wall.txt")):
        assert explain(project, name, "--project", str(tmp_path / "link")).stdout == AS_TEXT
        assert explain(project, name).stdout == AS_TEXT


def test_an_id_that_is_written_in_the_file_counts(project: Path) -> None:
    renamed = WALL.replace("---\n", "---\nid: breach\n", 1)
    (project / "content/articles/wall.txt").write_text(renamed, "utf-8")
    assert [each["id"] for each in as_json(project, "breach")] == ["breach"]
    assert [each["id"] for each in as_json(project, "wall")] == ["breach"]


def test_a_folder_stands_for_its_articles(project: Path) -> None:
    write_tree(project, {"content/articles/later/quay.txt": "The quay is shut.\n"})
    assert [each["id"] for each in as_json(project, "content/articles/later")] == ["quay"]
    assert [each["id"] for each in as_json(project, "content/articles")] == ["bare", "quay", "wall"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("wal", "there is no article 'wal'; the nearest is 'wall'"),
        ("wal.txt", "there is no article 'wal.txt'; the nearest is "),
        ("a" * 300, f"there is no article '{'a' * 300}'; articles lie in content/articles/"),
        ("zeppelin", "there is no article 'zeppelin'; articles lie in content/articles/"),
        (
            "content/articles/wal.txt",
            "there is no article 'content/articles/wal.txt'; "
            "the nearest is 'content/articles/wall.txt'",
        ),
        ("content/articles/empty", "'content/articles/empty' is no article of this project; "),
        ("dateline.yaml", "'dateline.yaml' is no article of this project; articles lie in "),
        ("content/events/wall.yaml", "'content/events/wall.yaml' is no article of this project"),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_an_unknown_article_is_refused_in_plain_words(
    project: Path, name: str, sentence: str, form: str
) -> None:
    (project / "content/articles/empty").mkdir()
    ended = explain(project, "wall", name, "--format", form)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith(f"dateline: {sentence}")


def test_a_file_outside_the_project_is_refused(project: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text(WALL, "utf-8")
    ended = explain(project, str(outside))
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "lies outside the project" in ended.stderr


# --------------------------------------------------------------------------------- public logs


def words_of(*texts: str) -> set[str]:
    """Give the words of articles that a log must not hold."""
    own = {"text", "caption", "credit", "creator", "title", "handout", "photo", "published"}
    found = set(re.findall(r"[^\W\d_]{4,}", " ".join(texts).casefold()))
    return found - own - {"wall", "bare", "april"}


def test_where_CI_is_set_no_words_are_shown(project: Path) -> None:
    ended = explain(project, "wall", CI="true")
    assert ended.stdout == WITHOUT_WORDS
    assert ended.stderr == "Words of articles are left out where logs may be public.\n"
    everything = explain(project, CI="1", COLUMNS="500")
    shown = set(re.findall(r"[^\W\d_]{4,}", "".join(everything[1:]).casefold()))
    assert shown & words_of(WALL, BARE) <= {"articles", "file", "outside", "where"}


def test_json_where_CI_is_set_keeps_what_was_found_and_leaves_the_words_empty(
    project: Path,
) -> None:
    (whole,) = as_json(project, "wall")
    (wall,) = as_json(project, "wall", CI="true")
    kept = ("id", "published", "title_basis", "published_basis", "paragraphs")
    assert [wall[key] for key in kept] == [whole[key] for key in kept]
    assert wall["title"] == ""
    assert wall["captions"][0] == {
        "line": 7,
        "text": "",
        "caption": "",
        "credit": "",
        "creator": "",
        "agencies": [""],
        "distributor": "",
        "role": None,
        "file_picture": True,
        "lead": "",
    }
    assert wall["captions"][1]["caption"] is None
    assert wall["quotations"] == [{"line": 11, "text": ""}]
    assert [each["text"] for each in wall["dates"]] == [""] * 4
    assert [each["edtf"] for each in wall["dates"]] == [each["edtf"] for each in whole["dates"]]


def test_annotations_of_github_are_refused(project: Path) -> None:
    ended = explain(project, "--format", "github")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == (
        "dateline: --explain-text shows words of articles, and logs of GitHub may be public; "
        "expected --format text or json\n"
    )


def test_in_github_actions_no_words_are_shown_unless_asked_for(project: Path) -> None:
    """There annotations are the usual form of problems; nobody asked for them."""
    ended = explain(project, "wall", GITHUB_ACTIONS="true")
    assert (ended.returncode, ended.stdout) == (0, WITHOUT_WORDS)


# ------------------------------------------------------------------------ problems, exit codes


def test_problems_are_printed_beside_the_explanation(project: Path) -> None:
    (project / "content/articles/bad.md").write_text("---\ntitel: Bad\n---\nBoats.\n", "utf-8")
    ended = explain(project, "bad")
    assert ended.returncode == 1
    assert ended.stdout.startswith("bad  content/articles/bad.md\n")
    assert "content/articles/bad.md:2:1: error[unknown-key]" in ended.stderr
    assert explain(project, "wall") == Ended(0, AS_TEXT, "")


def test_an_article_that_cannot_be_read_is_a_problem(project: Path) -> None:
    (project / "content/articles/bare.txt").write_bytes(b"\xff\xfe")
    ended = explain(project, "bare")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "error[not-utf8]" in ended.stderr
    assert "There is no article to explain." in ended.stderr


def test_what_is_no_ordinary_file_is_a_problem_and_no_hindrance(project: Path) -> None:
    """Nothing waits at a pipe, or runs round a link that leads to itself."""
    articles = project / "content/articles"
    os.mkfifo(articles / "pipe.txt")
    (articles / "loop.txt").symlink_to("loop.txt")
    assert explain(project, "wall") == Ended(0, AS_TEXT, "")
    for name, code in (("pipe", "unreadable"), ("loop", "outside-project")):
        for named in (name, f"content/articles/{name}.txt"):
            ended = explain(project, named)
            assert (ended.returncode, ended.stdout) == (1, "")
            assert ended.stderr.startswith(f"content/articles/{name}.txt: error[{code}] ")
    assert explain(project).returncode == 1


def test_an_article_that_is_too_large_is_a_problem(project: Path) -> None:
    (project / "content/articles/bare.txt").write_text("Boats.\n" * 800_000, "utf-8")
    ended = explain(project, "bare")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "error[too-large]" in ended.stderr


def test_broken_events_do_not_matter(project: Path) -> None:
    (project / "content/events/wall.yaml").write_text("title: [\n", "utf-8")
    assert explain(project, "wall") == Ended(0, AS_TEXT, "")


def test_warnings_count_when_strict(project: Path) -> None:
    assert explain(project, "bare").returncode == 0
    assert explain(project, "bare", "--strict").returncode == 1


def test_quiet_leaves_the_explanation(project: Path) -> None:
    (project / "content/articles/bare.txt").write_text("---\ntitle: B\n---\nBoats.\n", "utf-8")
    ended = explain(project, "bare", "--quiet", CI="true")
    assert ended.stdout.startswith("bare  content/articles/bare.txt\n")
    assert [line[:8] for line in ended.stderr.splitlines()] == ["content/", "  hint: "]


def test_a_weekday_that_differs_is_shown_and_noted(project: Path) -> None:
    text = WALL.replace("Thursday (April 10)", "Friday (April 10)")
    (project / "content/articles/wall.txt").write_text(text, "utf-8")
    ended = explain(project, "wall", "--verbose")
    assert "Friday (April 10)  weekday-and-date  weekday?\n" in ended.stdout
    assert (
        "content/articles/wall.txt:11:22: note[weekday-mismatch]"
        " the weekday does not fit the date: 10 April 2031 is a Thursday\n"
    ) in ended.stderr
    assert ended.returncode == 0


def test_settings_have_to_be_right_first(project: Path) -> None:
    (project / "dateline.yaml").write_text("titel: The wall\n", "utf-8")
    for form in ("text", "json"):
        ended = explain(project, "--format", form)
        assert (ended.returncode, ended.stdout) == (2, "")
        assert "error[unknown-key]" in ended.stderr
        assert ended.stderr.endswith("dateline: the settings have to be put right first\n")


def test_nothing_is_written(project: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in project.rglob("*")}
    explain(project)
    assert {path: path.stat().st_mtime_ns for path in project.rglob("*")} == before


# ---------------------------------------------------------------------------------- the manual

RENEWS: Final = os.environ.get("DATELINE_RENEW") == "1"
_BLOCK: Final = re.compile(r"^```([^\n`]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def shown_in_the_manual(tmp_path: Path) -> tuple[Path, str, str]:
    """Write the articles of the manual's page; give their project, the page, and what it shows."""
    page = (ROOT / "docs" / "articles.md").read_text("utf-8")
    found = [(info.split(), body) for info, body in _BLOCK.findall(page)]
    files = {info[1]: body for info, body in found if len(info) > 1 and "/" in info[1]}
    (output,) = (body for info, body in found if info[:1] == ["output"])
    return write_tree(tmp_path, {"dateline.yaml": "title: T\n", **files}), page, output


def test_the_manual_shows_what_is_printed(tmp_path: Path) -> None:
    project, page, output = shown_in_the_manual(tmp_path)
    printed = explain(project, "fishing-boat").stdout
    if RENEWS:
        renewed = page.replace(f"```output\n{output}```", f"```output\n{printed}```")
        (ROOT / "docs" / "articles.md").write_text(renewed, "utf-8")
    else:
        assert printed == output


def test_the_manual_shows_the_form_of_the_json(tmp_path: Path) -> None:
    project, _, _ = shown_in_the_manual(tmp_path)
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    (shown,) = (body for info, body in _BLOCK.findall(page) if info == "json explain-text")
    assert json.loads(shown)["articles"] == as_json(project, "fishing-boat")
