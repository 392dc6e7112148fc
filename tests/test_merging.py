"""What two people write apart is joined by git: it is right, or a problem says what to do.

Each scenario is two branches of one project, edited by two colleagues and merged for real.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from conftest import codes, listing, printed, write_tree
from sites import built, dateline

from builder.build import Report
from builder.fields.conflicts import merge_conflicts
from builder.problems import InputText

BASE: Final[Mapping[str, str]] = {
    "dateline.yaml": """\
title: The Saltmere lock
description: What became of the gate.

url: https://example.org/lock/
language: en

ignore: [old-key, single-source, uncited-article]
""",
    "content/articles/gate-report.txt": """\
---
title: Lock gate jams
publication: Saltmere Beacon
published: 2031-04-03
---
The lock gate at Saltmere jammed on Thursday, and two boats had to wait for the tide.
""",
    "content/articles/rope-report.txt": """\
---
title: Rope found at the lock
publication: The Morning Tern
published: 2031-04-04
---
Divers found a rope round the hinge of the gate on Friday.
""",
    "content/events/lock-gate.yaml": """\
title: The lock gate jams
date: 2031-04-03

people:
  - Bo Hallam
  - Ada Quill

topics: [lock]

summary: Boats have to wait for the tide.

sources:
  - article: gate-report
    quote: two boats had to wait for the tide
""",
}

GATE: Final = "content/events/lock-gate.yaml"
ROPE: Final = """\
title: A rope is found
date: 2031-04-04
sources:
  - article: rope-report
    quote: Divers found a rope round the hinge
"""

Edit = Callable[[Path], object]


def git(project: Path, *arguments: str, expected: tuple[int, ...] = (0,)) -> str:
    """Run git with no settings but these, and give what it says."""
    done = subprocess.run(
        ["git", "-c", "user.name=Ines", "-c", "user.email=ines@example.org", *arguments],
        cwd=project,
        env={"PATH": os.environ["PATH"], "HOME": str(project), "GIT_CONFIG_NOSYSTEM": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode in expected, done.stdout
    return done.stdout


@dataclass(frozen=True, slots=True)
class Merged:
    """A project after a merge, and what git said."""

    project: Path
    said: str

    @property
    def is_clean(self) -> bool:
        """Whether git joined everything by itself."""
        return "CONFLICT" not in self.said

    def report(self) -> Report:
        return built(self.project)

    def told(self) -> str:
        return listing(self.project)


def merged(folder: Path, ours: Edit, theirs: Edit, style: str = "merge") -> Merged:
    """Let two colleagues edit one project apart, each without a mistake, and merge the two."""
    project = write_tree(folder / "project", BASE)
    git(project, "init", "--quiet", "--initial-branch", "main")
    commit(project)
    git(project, "checkout", "--quiet", "-b", "theirs")
    theirs(project)
    assert printed(built(project).problems) == ""
    commit(project)
    git(project, "checkout", "--quiet", "main")
    ours(project)
    assert printed(built(project).problems) == ""
    commit(project)
    merging = ("-c", f"merge.conflictStyle={style}", "merge", "--no-edit", "theirs")
    return Merged(project, git(project, *merging, expected=(0, 1)))


def commit(project: Path) -> None:
    (project / ".gitignore").write_text("/site/\n/.dateline*\n")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "An edit")


def replaced(path: str, old: str, new: str) -> Edit:
    def edit(project: Path) -> None:
        text = (project / path).read_text()
        assert text.count(old) == 1
        (project / path).write_text(text.replace(old, new))

    return edit


def added(path: str, text: str) -> Edit:
    return lambda project: write_tree(project, {path: text})


def run(*arguments: str) -> Edit:
    def edit(project: Path) -> None:
        done = dateline(*arguments, here=project)
        assert done.returncode == 0, done.stderr

    return edit


# ------------------------------------------------------------------------------- ten scenarios


def test_one_note_edited_in_two_places_is_joined(tmp_path: Path) -> None:
    found = merged(
        tmp_path,
        replaced(GATE, "The lock gate jams", "The lock gate jams at high water"),
        replaced(GATE, "for the tide.\n", "for the tide. [@rope-report]\n"),
    )
    assert found.is_clean
    assert found.report().problems == ()
    page = (found.project / "site/events/lock-gate.html").read_text()
    assert "The lock gate jams at high water" in page
    assert "Rope found at the lock" in page


def test_two_new_events_are_joined(tmp_path: Path) -> None:
    found = merged(
        tmp_path,
        added("content/events/rope-found.yaml", ROPE),
        added("content/events/gate-freed.yaml", ROPE.replace("A rope is found", "It is freed")),
    )
    assert found.is_clean
    report = found.report()
    assert (report.problems, report.events) == ((), 3)


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
def test_a_list_that_both_lengthen_shows_both_items(tmp_path: Path, style: str) -> None:
    found = merged(
        tmp_path,
        replaced(GATE, "  - Ada Quill\n", "  - Ada Quill\n  - Mara Tennick\n"),
        replaced(GATE, "  - Ada Quill\n", "  - Ada Quill\n  - Tomas Arkwell\n"),
        style,
    )
    assert not found.is_clean
    assert found.told() == (
        "content/events/lock-gate.yaml:7:1: error[merge-conflict] git could not join two versions"
        " of these lines and left both\n"
        "    7 | <<<<<<< HEAD\n"
        "      | ^^^^^^^\n"
        "  in HEAD:\n"
        "      - Mara Tennick\n"
        "  in theirs:\n"
        "      - Tomas Arkwell\n"
        "  hint: keep one version, or join them, and take out the lines <<<<<<<, ======= and"
        " >>>>>>>"
    )
    assert not found.report().is_written
    # Joined by hand, as the hint says.
    text = (found.project / GATE).read_text()
    kept = [line for line in text.splitlines() if line[:7] not in {s * 7 for s in "<|=>"}]
    (found.project / GATE).write_text("\n".join(kept) + "\n")
    assert found.report().problems == ()


def test_an_article_that_one_renames_is_told_to_whoever_cites_it(tmp_path: Path) -> None:
    found = merged(
        tmp_path,
        run("rename", "article", "rope-report", "tern-0404"),
        added("content/events/rope-found.yaml", ROPE),
    )
    assert found.is_clean
    assert found.told() == (
        "content/events/rope-found.yaml:4:14: error[unknown-article] there is no article"
        " 'rope-report'\n"
        "    4 |   - article: rope-report\n"
        "      |              ^^^^^^^^^^^\n"
        "  hint: it is called 'tern-0404' now"
    )


def test_two_events_of_one_id_in_two_files_are_told(tmp_path: Path) -> None:
    found = merged(
        tmp_path,
        added("content/events/rope.yaml", f"id: rope-found\n{ROPE}"),
        added("content/events/rope-found.yaml", ROPE),
    )
    assert found.is_clean
    assert codes(found.report().problems) == ["duplicate-id"]
    assert "hint: give one of them another id" in found.told()


def test_two_events_in_one_file_show_both_versions(tmp_path: Path) -> None:
    found = merged(
        tmp_path,
        added("content/events/rope-found.yaml", ROPE),
        added("content/events/rope-found.yaml", ROPE.replace("A rope is", "The rope is")),
    )
    assert not found.is_clean
    told = found.told()
    assert codes(found.report().problems) == ["merge-conflict"]
    assert "    title: A rope is found\n" in told
    assert "    title: The rope is found\n" in told


def test_of_a_note_that_one_deletes_the_edit_stays_until_somebody_chooses(tmp_path: Path) -> None:
    """Git says so and leaves the edited note, which is whole."""

    def replace_by_another(project: Path) -> None:
        write_tree(project, {"content/events/rope-found.yaml": ROPE})
        (project / GATE).unlink()

    found = merged(
        tmp_path,
        replace_by_another,
        replaced(GATE, "The lock gate jams", "The lock gate jams at high water"),
    )
    assert "CONFLICT (modify/delete)" in found.said
    report = found.report()
    assert (report.problems, report.events) == ((), 2)
    assert "jams at high water" in (found.project / GATE).read_text()


def test_an_article_that_one_deletes_is_missed_by_whoever_cites_it(tmp_path: Path) -> None:
    found = merged(
        tmp_path,
        lambda project: (project / "content/articles/rope-report.txt").unlink(),
        added("content/events/rope-found.yaml", ROPE),
    )
    assert found.is_clean
    assert codes(found.report().problems) == ["unknown-article"]
    assert "content/events/rope-found.yaml:4:14" in found.told()


def test_a_date_that_both_correct_shows_both_dates(tmp_path: Path) -> None:
    found = merged(
        tmp_path,
        run("correct", "lock-gate", "--date", "2031-04-02", "--reason", "The log gives the 2nd."),
        replaced(GATE, "date: 2031-04-03", "date: 2031-04-01"),
    )
    assert not found.is_clean
    told = found.told()
    assert set(codes(found.report().problems)) == {"merge-conflict"}
    assert "    date: 2031-04-02\n" in told
    assert "    date: 2031-04-01\n" in told


def test_a_key_that_one_renames_is_joined_with_edits_elsewhere(tmp_path: Path) -> None:
    found = merged(
        tmp_path, run("fmt"), replaced(GATE, "wait for the tide.\n", "wait. [@rope-report]\n")
    )
    assert found.is_clean
    assert found.report().problems == ()
    assert "\ntags: [lock]\n" in (found.project / GATE).read_text()


def test_a_key_that_one_renames_and_the_other_fills_shows_both(tmp_path: Path) -> None:
    found = merged(tmp_path, run("fmt"), replaced(GATE, "[lock]", "[lock, harbour]"))
    assert not found.is_clean
    told = found.told()
    assert "    tags: [lock]\n" in told
    assert "    topics: [lock, harbour]\n" in told


def test_a_text_pasted_twice_under_two_names_is_told(tmp_path: Path) -> None:
    text = "---\ntitle: {}\npublished: 2031-04-05\n---\nThe gate was opened at noon.{}"
    event = "title: {}\ndate: 2031-04-05\nsources: [{}]\n"
    found = merged(
        tmp_path,
        lambda project: write_tree(
            project,
            {
                "content/articles/gate-opens.txt": text.format("Gate opens", "\n"),
                "content/events/opened.yaml": event.format("It is opened", "gate-opens"),
            },
        ),
        lambda project: write_tree(
            project,
            {
                "content/articles/lock-open.md": text.format("Lock open again", "\r\n\r\n"),
                "content/events/open-again.yaml": event.format("It is open", "lock-open"),
            },
        ),
    )
    assert found.is_clean
    assert codes(found.report().problems) == ["duplicate-text"]
    assert "the article has the same text as 'gate-opens'" in found.told()


def test_settings_changed_in_two_places_are_joined(tmp_path: Path) -> None:
    found = merged(
        tmp_path,
        replaced("dateline.yaml", "What became of the gate.", "Day by day."),
        replaced("dateline.yaml", "language: en\n", "language: en-GB\n"),
    )
    assert found.is_clean
    assert found.report().problems == ()


def test_a_setting_that_both_change_shows_both_values(tmp_path: Path) -> None:
    found = merged(
        tmp_path,
        replaced("dateline.yaml", "What became of the gate.", "Day by day."),
        replaced("dateline.yaml", "What became of the gate.", "Hour by hour."),
    )
    assert not found.is_clean
    told = found.told()
    assert told.startswith("dateline.yaml:2:1: error[merge-conflict]")
    assert "    description: Day by day.\n" in told
    assert "    description: Hour by hour.\n" in told
    assert dateline("build", here=found.project).returncode == 2


def test_a_text_that_both_edit_shows_both_and_is_not_published(tmp_path: Path) -> None:
    path = "content/articles/gate-report.txt"
    found = merged(
        tmp_path,
        replaced(path, "jammed on Thursday", "jammed on Thursday morning"),
        replaced(path, "jammed on Thursday", "was stuck on Thursday"),
    )
    assert not found.is_clean
    assert codes(found.report().problems) == ["merge-conflict"]


def test_a_note_that_one_moves_keeps_the_edit_of_the_other(tmp_path: Path) -> None:
    moved = "content/events/2031/lock-gate.yaml"

    def move(project: Path) -> None:
        (project / moved).parent.mkdir()
        (project / GATE).rename(project / moved)

    found = merged(tmp_path, move, replaced(GATE, "gate jams", "gate jams at high water"))
    assert found.is_clean
    report = found.report()
    assert (report.problems, report.events) == ((), 1)
    assert "jams at high water" in (found.project / moved).read_text()


def test_words_that_one_quotes_and_the_other_edits_are_told(tmp_path: Path) -> None:
    found = merged(
        tmp_path,
        replaced("content/articles/rope-report.txt", "a rope round", "a chain round"),
        added("content/events/rope-found.yaml", ROPE),
    )
    assert found.is_clean
    assert codes(found.report().problems) == ["quote-near-miss"]


def test_an_event_that_one_renames_is_told_to_whoever_relates_to_it(tmp_path: Path) -> None:
    found = merged(
        tmp_path,
        run("rename", "event", "lock-gate", "gate-jams"),
        added("content/events/rope-found.yaml", f"{ROPE}related: [lock-gate]\n"),
    )
    assert found.is_clean
    assert codes(found.report().problems) == ["unknown-event"]


# ---------------------------------------------------------------------------- what is a conflict


def found_in(text: str) -> list[tuple[int, tuple[str, ...]]]:
    """Give the line of each conflict and what is told of its versions."""
    found = merge_conflicts(InputText("a.yaml", text))
    return [(each.position.line, each.details) for each in found]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_place_is_told_with_both_versions(end: str) -> None:
    text = (
        "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\nc: 4\n>>>>>>> theirs\nd: 5\n"
        "<<<<<<< HEAD\n=======\ne: 6\n>>>>>>> theirs"
    )
    assert found_in(text.replace("\n", end)) == [
        (2, ("in HEAD:", "  b: 2", "in theirs:", "  b: 3", "  c: 4")),
        (9, ("in HEAD:", "  (nothing)", "in theirs:", "  e: 6")),
    ]


def test_the_common_ancestor_is_no_version() -> None:
    text = "<<<<<<< HEAD\nb: 2\n||||||| 0a1b2c3\nb: 1\n=======\nb: 3\n>>>>>>> theirs\n"
    assert found_in(text) == [(1, ("in HEAD:", "  b: 2", "in theirs:", "  b: 3"))]


def test_a_long_version_is_cut() -> None:
    many = "".join(f"- {number}\n" for number in range(9))
    ((_, details),) = found_in(f"<<<<<<< HEAD\n{many}=======\nb: 3\n>>>>>>> theirs\n")
    assert details[:7] == ("in HEAD:", *(f"  - {n}" for n in range(5)), "  … 4 more")


@pytest.mark.parametrize(
    "text",
    [
        "A heading\n=======\n\nText.\n",
        " <<<<<<< HEAD\nb: 2\n=======\nb: 3\n >>>>>>> theirs\n",
        "<<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>>> theirs\n",
        ">>>>>>> a letter that was quoted seven times\n",
        "<<<<<<< \nb: 2\n>>>>>>>\n",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<<<<<<< HEAD\nb: 2\n", 1),
        ("<<<<<<< HEAD\nb: 2\n=======\nb: 3\n", 1),
        ("a: 1\n=======\nb: 3\n>>>>>>> theirs\n", 4),
        ("a: 1\n>>>>>>> 0a1b2c3 (Say when the gate jams)\n", 2),
        ("a: 1\n>>>>>>> Stashed changes", 2),
        ("a: 1\n<<<<<<< Updated upstream\nb: 2\n", 2),
        ("a: 1\n<<<<<<< HEAD:content/a.txt\nb: 2\n", 2),
    ],
)
def test_what_is_left_of_one_that_was_half_put_right_is_one(text: str, line: int, end: str) -> None:
    assert found_in(text.replace("\n", end)) == [(line, ())]


def test_what_is_left_between_two_that_are_whole_is_told_apart() -> None:
    whole = "<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n"
    found = found_in(f"{whole}c: 4\n>>>>>>> theirs\n{whole}<<<<<<< HEAD\n")
    assert [line for line, _ in found] == [1, 7, 8, 13]


def test_a_text_with_a_half_resolved_conflict_is_not_published(tmp_path: Path) -> None:
    path = "content/articles/gate-report.txt"
    project = write_tree(tmp_path, {**BASE, path: f"{BASE[path]}=======\n>>>>>>> theirs\n"})
    report = built(project)
    assert codes(report.problems) == ["merge-conflict"]
    assert not report.is_written


@pytest.mark.parametrize(
    "text",
    [
        "<<<<<<< a\n" * 40_000,
        "<<<<<<< a\n=======\n" + "b\n" * 200_000,
        "<<<<<<< a\n" + "|||||||\n" * 100_000,
        ("<<<<<<< a\n" + "=======\n" * 20) * 5_000,
        "<<<<<<< a" + " " * 200_000 + "b",
    ],
)
def test_no_text_takes_long(text: str) -> None:
    start = time.perf_counter()
    assert len(found_in(text)) <= 1
    assert time.perf_counter() - start < 2
