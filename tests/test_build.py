"""The stages joined: a site from a project, or everything that is wrong with it and no change."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pytest
from conftest import TINY, TODAY, codes, listing, printed, unheard, write_tree
from hypothesis import given, settings
from strategies import projects

from builder.build import (
    BuildRefused,
    Options,
    Report,
    Stopwatch,
    build,
    check,
    counter,
    output_folder,
)
from builder.config import load_settings
from builder.lock import exclusive
from builder.problems import SEVERITIES, Severity, has_errors

ROOT: Final = Path(__file__).resolve().parent.parent
NOTE: Final = "content/events/wall-breaks.yaml"


def built(project: Path, **options: Any) -> Report:
    return build(project, Options(today=TODAY, **options), unheard)


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".dateline" not in path.parts
    }


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        str(path): (path.lstat().st_ino, path.lstat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if ".dateline" not in path.parts
    }


def change(project: Path, path: str, old: str, new: str) -> None:
    text = (project / path).read_text("utf-8")
    assert old in text
    (project / path).write_text(text.replace(old, new), "utf-8")


# --------------------------------------------------------------------------------- what is built


def test_a_project_becomes_a_site(tiny_project: Path) -> None:
    report = built(tiny_project)
    assert printed(report.problems) == ""
    assert report.is_written
    assert (report.events, report.sources, report.removed) == (1, 2, 0)
    site = files_of(tiny_project / "site")
    assert report.files == report.changed == len(site) - 1
    assert {"index.html", "events/wall-breaks.html", "sources/gull-0412.html", "feed.xml"} <= set(
        site
    )
    page = site["events/wall-breaks.html"].decode()
    assert "The harbour wall breaks" in page
    assert "gave way before dawn on Saturday" in page
    assert "Divers measured forty metres of fallen stone" in page


def test_building_again_changes_nothing(tiny_project: Path) -> None:
    built(tiny_project)
    before = stamps(tiny_project)
    again = built(tiny_project)
    assert (again.changed, again.removed, again.is_written) == (0, 0, True)
    assert stamps(tiny_project) == before


def test_everything_can_be_made_anew(tiny_project: Path) -> None:
    built(tiny_project)
    before = files_of(tiny_project)
    again = built(tiny_project, clean=True)
    assert again.changed == again.files
    assert files_of(tiny_project) == before


def test_two_projects_of_one_content_become_one_site(tmp_path: Path) -> None:
    """Whatever the folder is called, and in whatever order its files were made."""
    one = write_tree(tmp_path / "one", TINY)
    other = tmp_path / "a b" / "ö"
    write_tree(other, {path: TINY[path] for path in sorted(TINY, reverse=True)})
    built(one)
    built(other)
    assert files_of(one / "site") == files_of(other / "site")


@settings(max_examples=5)
@given(projects())
def test_any_project_without_a_mistake_is_built(files: dict[str, str]) -> None:
    """Law: it has no error, a page for each event, and the same bytes wherever it lies."""
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        report = built(write_tree(Path(one), files), drafts=True)
        assert not has_errors(report.problems), printed(report.problems)
        site = files_of(Path(one, "site"))
        notes = [Path(path).stem for path in files if path.startswith("content/events/")]
        assert {f"events/{name}.html" for name in notes} == {
            path for path in site if path.startswith("events/")
        }
        built(write_tree(Path(other), dict(reversed(files.items()))), drafts=True)
        assert files_of(Path(other, "site")) == site


def test_the_page_of_an_event_goes_with_its_note(tiny_project: Path) -> None:
    note = "title: Ferry\ndate: 2031\nignore: no-source\n"
    write_tree(tiny_project, {"content/events/ferry.yaml": note})
    assert built(tiny_project).events == 2
    assert "events/ferry.html" in files_of(tiny_project / "site")
    (tiny_project / "content/events/ferry.yaml").unlink()
    assert built(tiny_project).removed == 1
    assert "events/ferry.html" not in files_of(tiny_project / "site")


def test_an_address_may_be_given_for_one_build(tiny_project: Path) -> None:
    built(tiny_project, url="https://example.net/other")
    feed = files_of(tiny_project / "site")["feed.xml"].decode()
    assert "https://example.net/other/events/wall-breaks.html" in feed
    assert "https://example.org" not in feed


def test_drafts_are_built_when_asked_for(tiny_project: Path) -> None:
    change(tiny_project, NOTE, "title:", "draft: yes\ntitle:")
    assert built(tiny_project).events == 0
    assert "events/wall-breaks.html" not in files_of(tiny_project / "site")
    assert built(tiny_project, drafts=True).events == 1
    assert "events/wall-breaks.html" in files_of(tiny_project / "site")
    built(tiny_project)
    assert "events/wall-breaks.html" not in files_of(tiny_project / "site")


def test_the_site_may_go_elsewhere(tiny_project: Path, tmp_path: Path) -> None:
    report = built(tiny_project, output=tmp_path / "elsewhere/deep")
    assert "index.html" in files_of(tmp_path / "elsewhere/deep")
    assert not (tiny_project / "site").exists()
    assert report.output == str(tmp_path / "elsewhere/deep")
    change(tiny_project, "dateline.yaml", "title:", "output: public/html\ntitle:")
    built(tiny_project)
    assert "index.html" in files_of(tiny_project / "public/html")


# --------------------------------------------------------------------------------- what is wrong


def test_an_error_leaves_the_site_as_it_was(tiny_project: Path) -> None:
    built(tiny_project)
    before = stamps(tiny_project / "site")
    change(tiny_project, NOTE, "gave way", "did not give way")
    report = built(tiny_project)
    assert codes(report.problems) == ["quote-near-miss"]
    assert (report.is_written, report.files, report.changed) == (False, 0, 0)
    assert stamps(tiny_project / "site") == before


def test_a_first_build_with_an_error_makes_no_site(tiny_project: Path) -> None:
    change(tiny_project, NOTE, "2031-04-12", "soon")
    assert not built(tiny_project).is_written
    assert not (tiny_project / "site").exists()


def test_mistakes_of_every_stage_are_told_in_one_run(tiny_project: Path) -> None:
    write_tree(
        tiny_project,
        {
            "content/notes.txt": "found by discover",
            "content/events/parse.yaml": "title: A\ndate: 2031-13\n",
            "content/events/link.yaml": "title: A\ndate: 2031\nsources: [nobody]\n",
            "content/events/check.yaml": "title: A\ndate: 2031\n",
            "content/static/index.html": "found by plan",
            "templates/pages/evnt.html": "found by the theme",
            "templates/pages/method.html": "{{ found_by_render }}",
        },
    )
    found = set(codes(check(tiny_project, Options(today=TODAY), unheard).problems))
    assert {
        "unknown-file",
        "bad-date",
        "unknown-article",
        "no-source",
        "path-collision",
        "template-error",
    } <= found


def test_problems_come_in_order_and_once(tiny_project: Path) -> None:
    write_tree(tiny_project, {f"content/events/{name}.yaml": "titel: x\n" for name in "cab"})
    problems = built(tiny_project).problems
    assert list(problems) == sorted(set(problems), key=lambda each: each.order)
    assert len(problems) == len(set(problems))


def test_mistakes_in_the_settings_are_told_alone(tiny_project: Path) -> None:
    write_tree(tiny_project, {"content/events/broken.yaml": "title: [\n"})
    change(tiny_project, "dateline.yaml", "title:", "titel:")
    assert {each.position.file for each in built(tiny_project).problems} == {"dateline.yaml"}


def test_warnings_do_not_stop_a_build_unless_they_are_to(tiny_project: Path) -> None:
    write_tree(tiny_project, {"content/events/bare.yaml": "title: A\ndate: 2031\n"})
    report = built(tiny_project)
    assert (codes(report.problems), report.is_written) == (["no-source"], True)
    before = stamps(tiny_project / "site")
    strict = built(tiny_project, strict=True)
    assert (codes(strict.problems), strict.is_written) == (["no-source"], False)
    assert strict.problems[0].severity is Severity.ERROR
    assert stamps(tiny_project / "site") == before


def test_notes_never_stop_a_build(tiny_project: Path) -> None:
    change(tiny_project, "dateline.yaml", "url: https://example.org/wall/\n", "")
    report = built(tiny_project, strict=True)
    assert (codes(report.problems), report.is_written) == (["no-url"], True)
    assert SEVERITIES["no-url"] is Severity.NOTE


def test_a_template_that_fails_stops_the_build(tiny_project: Path) -> None:
    built(tiny_project)
    before = stamps(tiny_project / "site")
    write_tree(tiny_project, {"templates/pages/event.html": "{{ view.nothing }}"})
    report = built(tiny_project)
    assert (set(codes(report.problems)), report.is_written) == ({"template-error"}, False)
    assert stamps(tiny_project / "site") == before


def test_checking_writes_nothing(tiny_project: Path) -> None:
    before = stamps(tiny_project)
    assert listing(tiny_project) == ""
    assert stamps(tiny_project) == before
    assert sorted(path.name for path in tiny_project.iterdir()) == ["content", "dateline.yaml"]


def test_checking_tells_what_building_tells(tiny_project: Path) -> None:
    write_tree(tiny_project, {"content/events/bare.yaml": "title: A\ndate: soon\ntopics: [a]\n"})
    found = check(tiny_project, Options(today=TODAY), unheard)
    assert found.problems == built(tiny_project).problems


# ------------------------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    "output", ". .. / content content/events content/site .git .git/x site/.git".split()
)
def test_a_site_is_never_written_over_the_project(tiny_project: Path, output: str) -> None:
    (tiny_project / ".git").mkdir()
    site, _ = load_settings(tiny_project)
    with pytest.raises(BuildRefused) as refused:
        output_folder(tiny_project, site, tiny_project / output, None)
    assert refused.value.exit_code == 2
    assert str(tiny_project) not in str(refused.value)


def test_a_refused_folder_is_left_as_it_was(tiny_project: Path) -> None:
    before = stamps(tiny_project)
    with pytest.raises(BuildRefused):
        built(tiny_project, output=tiny_project / "content/events")
    assert stamps(tiny_project) == before


def test_a_site_is_never_written_over_the_home_folder(tiny_project: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "desk").mkdir(parents=True)
    site, _ = load_settings(tiny_project)
    for folder in (home, tmp_path):
        with pytest.raises(BuildRefused):
            output_folder(tiny_project, site, folder, home)
    assert output_folder(tiny_project, site, home / "desk", home) == home / "desk"
    assert output_folder(tiny_project, site, home, None) == home


def test_a_link_to_the_project_is_the_project(tiny_project: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tiny_project)
    site, _ = load_settings(tiny_project)
    with pytest.raises(BuildRefused):
        output_folder(tiny_project, site, tmp_path / "link", None)


def test_a_folder_with_files_of_somebody_else_is_not_taken_over(tiny_project: Path) -> None:
    write_tree(tiny_project, {"site/mine.txt": "mine"})
    with pytest.raises(BuildRefused) as refused:
        built(tiny_project)
    assert refused.value.exit_code == 4
    assert "'mine.txt'" in str(refused.value)
    assert files_of(tiny_project / "site") == {"mine.txt": b"mine"}
    assert built(tiny_project, adopt=True).is_written
    assert files_of(tiny_project / "site")["mine.txt"] == b"mine"


def test_an_output_that_is_a_file_is_refused_in_a_sentence(tiny_project: Path) -> None:
    (tiny_project / "site").write_text("a file")
    with pytest.raises(BuildRefused) as refused:
        built(tiny_project)
    assert refused.value.exit_code == 4
    assert (tiny_project / "site").read_text() == "a file"


# ----------------------------------------------------------------------------- two builds at once

_HOLD: Final = """
import sys
from pathlib import Path
from builder.lock import exclusive
with exclusive(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def command(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "builder", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        **options,
    )


def test_the_second_of_two_builds_is_refused_and_told_of_the_first(
    tiny_project: Path,
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(tiny_project)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        second = command("build", "--project", str(tiny_project))
        assert second.returncode == 4
        assert f"process {first.pid} is building this project" in second.stderr
        assert not (tiny_project / "site").exists()
        with pytest.raises(BuildRefused) as refused:
            built(tiny_project)
        assert refused.value.exit_code == 4
        # Looking for mistakes takes no lock.
        assert command("check", "--project", str(tiny_project)).returncode == 0
        first.kill()
        first.wait()
    assert (tiny_project / ".dateline/lock").read_text() == f"{first.pid}\n"
    done = command("build", "--project", str(tiny_project))
    assert (done.returncode, done.stderr) == (0, "")


def test_many_builds_at_once_leave_one_whole_site(tiny_project: Path, tmp_path: Path) -> None:
    """Each ends well or is refused; what is there in the end is what one build gives."""
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "builder", "build", "--project", str(tiny_project)],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(4)
    ]
    ends = [process.wait(timeout=60) for process in running]
    assert set(ends) <= {0, 4}
    assert 0 in ends
    alone = write_tree(tmp_path / "alone", TINY)
    built(alone)
    assert files_of(tiny_project / "site") == files_of(alone / "site")


def test_a_failed_build_lets_go_of_the_lock(tiny_project: Path) -> None:
    write_tree(tiny_project, {"site/mine.txt": "mine"})
    with pytest.raises(BuildRefused):
        built(tiny_project)
    with exclusive(tiny_project) as is_locked:
        assert is_locked


def test_a_project_that_cannot_be_locked_is_built_with_a_note(tiny_project: Path) -> None:
    (tiny_project / ".dateline").write_text("a file where the folder goes")
    report = built(tiny_project)
    assert (codes(report.problems), report.is_written) == (["no-memory"], True)


# ------------------------------------------------------------------------------------ surroundings

_WITHOUT_NETWORK: Final = """
import sys

def refuse(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        raise AssertionError(f"the network was asked for: {event}")

sys.addaudithook(refuse)
from builder.cli import run
sys.exit(run(["build", "--project", sys.argv[1]]))
"""


def test_a_build_makes_no_call_over_the_network(tiny_project: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT_NETWORK, str(tiny_project)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_build_needs_neither_a_home_nor_a_locale(tiny_project: Path) -> None:
    bare = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(ROOT), "LC_ALL": "C"}
    done = command("build", "--project", str(tiny_project), env=bare)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_stages_tell_how_far_they_are(tiny_project: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build(tiny_project, Options(today=TODAY), lambda *progress: told.append(progress))
    assert list(dict.fromkeys(stage for stage, _, _ in told)) == [
        "parse",
        "link",
        "render",
        "write",
    ]
    for stage in ("parse", "link", "render", "write"):
        steps = [(done, total) for name, done, total in told if name == stage]
        assert all(0 < done <= total for done, total in steps)
        assert steps == sorted(steps)
        assert steps[-1][0] == steps[-1][1]


def test_every_stage_is_timed(tiny_project: Path) -> None:
    report = built(tiny_project)
    assert [stage for stage, _ in report.timings] == (
        "discover parse link check disclose plan theme render redact write".split()
    )
    assert all(seconds >= 0 for _, seconds in report.timings)


def test_a_stopwatch_keeps_what_it_is_given() -> None:
    watch = Stopwatch()
    assert watch.time("sum", sum, [1, 2], start=3) == 6
    assert [stage for stage, _ in watch.timings] == ["sum"]


def test_a_counter_adds() -> None:
    told: list[tuple[str, int, int]] = []
    advance = counter(lambda *progress: told.append(progress), "parse", 5)
    advance(2)
    advance(3)
    assert told == [("parse", 2, 5), ("parse", 5, 5)]


def test_a_build_survives_a_project_that_is_moved(tiny_project: Path, tmp_path: Path) -> None:
    built(tiny_project)
    moved = tmp_path / "moved"
    shutil.move(tiny_project, moved)
    report = built(moved)
    assert (report.changed, report.is_written) == (0, True)
