"""The command line, most of it as real processes: what is printed where, and how they end."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple

import click
import pytest
import yaml
from click.testing import CliRunner

import builder
from builder.cli import run
from builder.cli.ending import BUG, Refused, ending_of
from builder.cli.program import program
from builder.cli.progress import ProgressBar
from builder.cli.reference import manual_section
from builder.problems import SEVERITIES

ROOT = Path(builder.__file__).resolve().parent.parent
COMMAND = [sys.executable, "-m", "builder"]
# Nothing of the machine the tests run on, least of all that it is a build service.
CLEAN = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}

needs_dev_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")

ARTICLE = """\
---
title: "Ferry is back"
publication: "Harbour Post"
published: 2025-05-04
---
The old ferry crossed the sound on Saturday for the first time since the storm of last winter.
"""
EVENT = """\
title: "The ferry runs again"
date: 2025-05-03
sources:
  - article: ferry-is-back
    quote: "The old ferry crossed the sound on Saturday"
"""


class Ended(NamedTuple):
    """How a command ended, and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def dateline(*arguments: str, here: Path, **environment: str) -> Ended:
    """Run a command in this process, from a folder and in an environment of its own."""
    streams = [TextIOWrapper(BytesIO(), "utf-8", write_through=True) for _ in range(2)]
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            patch.delenv(name)
        for name, value in {**CLEAN, **environment}.items():
            patch.setenv(name, value)
        patch.chdir(here)
        patch.setattr(sys, "stdout", streams[0])
        patch.setattr(sys, "stderr", streams[1])
        code = run(arguments)
    for stream in streams:
        stream.seek(0)
    return Ended(code, *(stream.read() for stream in streams))


def process(*arguments: str, here: Path, **environment: str) -> Ended:
    """Run a command as users do."""
    ended = subprocess.run(
        [*COMMAND, *arguments],
        cwd=here,
        env={**CLEAN, **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)


def write(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one article and one event, and nothing wrong but a missing `url`."""
    return write(
        tmp_path / "project",
        {
            "dateline.yaml": "title: Ferries\n",
            "content/articles/ferry-is-back.md": ARTICLE,
            "content/events/ferry-runs-again.yaml": EVENT,
        },
    )


def break_quotation(project: Path) -> None:
    note = project / "content/events/ferry-runs-again.yaml"
    note.write_text(EVENT.replace("old ferry crossed", "new ferry missed"), "utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


# --------------------------------------------------------------------------- the program


def test_version_is_told_wherever_it_is_asked(tmp_path: Path) -> None:
    for arguments in (["--version"], ["--quiet", "--version"]):
        ended = process(*arguments, here=tmp_path)
        expected = f"dateline {builder.__version__}\n"
        assert (ended.returncode, ended.stdout, ended.stderr) == (0, expected, "")


def test_version_imports_nothing_that_takes_long(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "builder", "--version"],
        cwd=tmp_path,
        env=CLEAN,
        capture_output=True,
        text=True,
        check=True,
    )
    imported = {line.rsplit("|", 1)[-1].strip() for line in ended.stderr.splitlines()}
    assert "builder.cli.ending" in imported
    assert not imported & {"click", "yaml", "jinja2", "builder.cli.program", "builder.problems"}


def test_version_is_told_within_60_ms_of_the_interpreters_own_start(tmp_path: Path) -> None:
    def seconds(*arguments: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, *arguments], cwd=tmp_path, env=CLEAN, check=True, capture_output=True
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    # Time of the processor, and the least of some runs, so that a busy machine does not matter.
    alone = min(seconds("-c", "pass") for _ in range(7))
    version = min(seconds("-m", "builder", "--version") for _ in range(7))
    assert version - alone < 0.060


def test_no_command_at_all_shows_what_there_is(tmp_path: Path) -> None:
    for arguments in ([], ["new"]):
        ended = dateline(*arguments, here=tmp_path)
        assert (ended.returncode, ended.stderr) == (0, "")
        assert ended.stdout.startswith("Usage: dateline")
        assert "Commands:" in ended.stdout


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, command in group.commands.items():
        yield (*path, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


@pytest.mark.parametrize("path", [(), *commands(program)], ids=" ".join)
def test_every_command_and_option_says_what_it_is_for(path: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(program, [*path, "--help"])
    assert shown.exit_code == 0
    assert "Options of every command:" in shown.output
    assert "--project DIR" in shown.output
    command: click.Command = program
    for name in path:
        assert isinstance(command, click.Group)
        command = command.commands[name]
    assert command.help
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, option.name
            assert option.help.endswith("."), option.help
    words = shown.output.lower()
    assert "invalid" not in words
    assert "please" not in words


@pytest.mark.parametrize("path", list(commands(program)), ids=" ".join)
def test_the_list_of_commands_shows_whole_sentences(path: tuple[str, ...]) -> None:
    listed = CliRunner().invoke(program, [*path[:-1], "--help"])
    assert "..." not in listed.output.split("Commands:")[-1]


def test_shared_options_are_taken_before_and_after_the_command(project: Path) -> None:
    elsewhere = str(project)
    here = project.parent
    for arguments in (
        ["--project", elsewhere, "--format", "json", "check"],
        ["check", "--project", elsewhere, "--format", "json"],
        ["--format", "json", "check", "--project", elsewhere],
        ["--format", "text", "check", "--project", elsewhere, "--format", "json"],
    ):
        ended = dateline(*arguments, here=here)
        assert ended.returncode == 0, ended.stderr
        assert json.loads(ended.stdout)["version"] == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chek"], "No such command 'chek'"),
        (["check", "--strickt"], "No such option"),
        (["check", "--color", "red"], "--color': 'red' is not one of"),
        (["check", "--now", "17.4.2025"], "'17.4.2025' is no day; expected one such as 2025-04-17"),
        (["check", "--now", "2025-02-30"], "'2025-02-30' is no day"),
        (["build", "--url", "example.org"], "'example.org' is no web address"),
        (["check", "--quiet", "--verbose"], "--quiet and --verbose exclude each other"),
        (["new", "event"], "Missing argument 'TITLE'"),
        (["explain", "quote-notfound"], "the nearest is 'quote-not-found'"),
        (["check", "nowhere.yaml"], "there is no file 'nowhere.yaml'"),
        (["check", "/"], "'/' lies outside the project"),
        (["--project", "nowhere", "check"], "'nowhere' is no project: it holds no dateline.yaml"),
    ],
)
def test_wrong_usage_ends_with_a_sentence_and_2(
    project: Path, arguments: list[str], told: str
) -> None:
    ended = dateline(*arguments, here=project)
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr.startswith("dateline: ")
    assert told in ended.stderr
    assert "nvalid" not in ended.stderr
    assert "Traceback" not in ended.stderr


def test_without_a_project_the_way_to_one_is_told(tmp_path: Path) -> None:
    for command in (["build"], ["check"], ["new", "event", "A"]):
        ended = dateline(*command, here=tmp_path)
        assert ended.returncode == 2
        assert "'dateline init' begins a project" in ended.stderr


def test_the_project_is_found_from_a_folder_below(project: Path) -> None:
    ended = dateline("check", here=project / "content/events")
    assert ended.returncode == 0, ended.stderr


def test_run_gives_the_exit_code(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--project", str(project), "--quiet", "check"]) == 0
    assert capsys.readouterr() == ("", "")
    assert run(["--project", str(project / "content"), "check"]) == 2


# ------------------------------------------------------------------------ build and check


def test_build_prints_one_line_of_results(project: Path) -> None:
    ended = process("build", here=project)
    assert ended.returncode == 0
    line = r"Built 1 event, 1 source: (\d+) files, \1 changed, in site/\n"
    assert re.fullmatch(line, ended.stdout)
    assert ended.stderr.splitlines()[-1] == "No problems"
    again = process("build", here=project)
    assert re.fullmatch(line.replace(r"\1", "0"), again.stdout)


def test_build_lists_mistakes_on_the_other_stream_and_writes_nothing(project: Path) -> None:
    dateline("build", here=project)
    before = tree(project / "site")
    break_quotation(project)
    ended = dateline("build", here=project)
    assert ended.returncode == 1
    assert ended.stdout == ""
    lines = ended.stderr.splitlines()
    assert lines[0].startswith("content/events/ferry-runs-again.yaml:5:12: error[quote-")
    assert lines[-1] == "1 error"
    assert tree(project / "site") == before


def test_check_lists_mistakes_as_its_result_and_writes_nothing(project: Path) -> None:
    break_quotation(project)
    before = tree(project)
    ended = dateline("check", here=project)
    assert ended.returncode == 1
    assert ended.stderr == ""
    lines = ended.stdout.splitlines()
    assert lines[0].startswith("content/events/ferry-runs-again.yaml:5:12: error[quote-")
    assert lines[1] == '    5 |     quote: "The new ferry missed the sound on Saturday"'
    assert lines[2].startswith("      |            ^^^")
    assert lines[-1] == "1 error"
    assert tree(project) == before


def test_check_says_when_there_is_nothing_to_mend(project: Path) -> None:
    ended = dateline("check", here=project)
    assert ended.returncode == 0
    assert ended.stdout.splitlines()[-1] == "No problems"


def test_quiet_prints_errors_and_warnings_only(project: Path) -> None:
    for command in ("build", "check"):
        ended = dateline("--quiet", command, here=project)
        assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    break_quotation(project)
    ended = dateline("check", "--quiet", here=project)
    assert ended.stdout.startswith("content/events/")
    assert "1 error" not in ended.stdout.splitlines()[-1]


def test_verbose_lists_notes(project: Path) -> None:
    assert "note[single-source]" not in dateline("check", here=project).stdout
    assert "note[single-source]" in dateline("check", "--verbose", here=project).stdout


def test_strict_makes_warnings_errors(project: Path) -> None:
    note = project / "content/events/unsourced.yaml"
    note.write_text("title: Fog\ndate: 2025-05-02\n", "utf-8")
    assert dateline("check", here=project).returncode == 0
    ended = dateline("check", "--strict", here=project)
    assert ended.returncode == 1
    assert "error[no-source]" in ended.stdout


def test_mistakes_in_the_settings_end_with_2(project: Path) -> None:
    (project / "dateline.yaml").write_text("titel: Ferries\n", "utf-8")
    for command, stream in (("check", "stdout"), ("build", "stderr")):
        ended = dateline(command, here=project)
        assert ended.returncode == 2
        assert "dateline.yaml:1:1: error[unknown-key]" in getattr(ended, stream)
    # They spoil every file, so a list of files does not hide them.
    assert dateline("check", "content/events", here=project).returncode == 2


def test_check_of_files_shows_the_problems_of_these(project: Path) -> None:
    break_quotation(project)
    events = project / "content/events"
    (events / "other.yaml").write_text("title: Fog\ndate: someday\n", "utf-8")
    for here, name in (
        (project, "content/events/other.yaml"),
        (events, "other.yaml"),
        (events, "content/events/other.yaml"),
        (events, str(events / "other.yaml")),
    ):
        ended = dateline("check", name, here=here)
        assert ended.returncode == 1
        assert "other.yaml:2:7: error[bad-date]" in ended.stdout
        assert "ferry-runs-again" not in ended.stdout
    both = dateline("check", "content/events", here=project)
    assert "other.yaml" in both.stdout
    assert "ferry-runs-again" in both.stdout
    assert dateline("check", "content/articles", here=project).returncode == 0


def test_json_is_the_only_thing_on_the_stream_of_results(project: Path) -> None:
    break_quotation(project)
    for command in ("check", "build"):
        ended = dateline(command, "--format", "json", here=project)
        assert ended.returncode == 1
        read = json.loads(ended.stdout)
        assert read["counts"]["error"] == 1
    write(project, {"content/events/ferry-runs-again.yaml": EVENT})
    built = dateline("build", "--format", "json", here=project)
    assert json.loads(built.stdout)["counts"]["error"] == 0
    assert "Built 1 event" in built.stderr


def test_in_github_actions_problems_become_annotations(project: Path) -> None:
    break_quotation(project)
    actions = {"GITHUB_ACTIONS": "true", "CI": "true", "GITHUB_WORKSPACE": str(project.parent)}
    ended = dateline("check", here=project, **actions)
    place = "file=project/content/events/ferry-runs-again.yaml,line=5,col=12,endColumn="
    assert f"\n::error {place}" in f"\n{ended.stdout}"
    assert "crossed the sound" not in ended.stdout
    chosen = dateline("check", "--format", "text", here=project, **actions)
    assert chosen.stdout.startswith("content/events/ferry-runs-again.yaml:5:12: error[")


@pytest.mark.parametrize("form", ["text", "json"])
def test_public_logs_show_no_words_of_an_article(project: Path, form: str) -> None:
    break_quotation(project)
    ended = dateline("check", "--format", form, here=project, CI="true")
    assert ended.returncode == 1
    assert "missed the sound" not in ended.stdout + ended.stderr
    assert "crossed the sound" not in ended.stdout + ended.stderr
    shown = dateline("check", "--format", form, here=project)
    assert "missed the sound" in shown.stdout
    assert "crossed the sound" in shown.stdout


def test_output_is_relative_to_the_folder_of_the_caller(project: Path) -> None:
    here = project / "content"
    ended = dateline("build", "--output", "../../public", here=here)
    assert ended.returncode == 0, ended.stderr
    assert (project.parent / "public/index.html").is_file()
    assert not (project / "site").exists()


def test_timings_name_the_stages(project: Path) -> None:
    ended = dateline("build", "--timings", here=project)
    assert re.search(r"^parse +\d+\.\d{3} s$", ended.stderr, flags=re.MULTILINE)
    assert ended.stdout.count("\n") == 1


def test_an_embargo_ends_on_the_day_given(project: Path) -> None:
    note = project / "content/events/ferry-runs-again.yaml"
    note.write_text(EVENT + "embargo: 2025-06-01\n", "utf-8")
    before = dateline("build", "--now", "2025-05-31", here=project)
    assert before.stdout.startswith("Built 0 events")
    after = dateline("build", "--now", "2025-06-01", here=project)
    assert after.stdout.startswith("Built 1 event,")


def test_a_folder_of_somebody_elses_is_not_written_into(project: Path) -> None:
    write(project / "site", {"mine.txt": "mine"})
    ended = dateline("build", here=project)
    assert ended.returncode == 4
    assert "--adopt" in ended.stderr
    assert tree(project / "site") == {"mine.txt": b"mine"}
    adopted = dateline("build", "--adopt", here=project)
    assert adopted.returncode == 0
    assert (project / "site/mine.txt").read_text() == "mine"


# -------------------------------------------------------------------------- init and new


def test_a_new_project_builds_at_once_without_a_warning(tmp_path: Path) -> None:
    begun = process("init", "my site", here=tmp_path)
    assert begun.returncode == 0, begun.stderr
    assert "my site/dateline.yaml" in begun.stdout.splitlines()
    assert "cd 'my site'" in begun.stderr
    folder = tmp_path / "my site"
    built = process("build", "--strict", here=folder)
    assert built.returncode == 0, built.stderr
    assert built.stdout.startswith("Built 1 event, 1 source")
    assert "warning" not in built.stderr
    assert (folder / "site/events/swing-bridge-opens-to-walkers.html").is_file()


def test_init_leaves_a_repository_as_it_was(tmp_path: Path) -> None:
    own = {".gitignore": "*.bak\n", "README.md": "# Ours\n", "LICENSE": "Ours\n", ".git/HEAD": "r"}
    write(tmp_path, own)
    ended = dateline("init", here=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert {path: tree(tmp_path)[path].decode() for path in own} == own
    assert "Add /site/ and /.dateline/ to your .gitignore." in ended.stderr
    assert dateline("check", "--strict", here=tmp_path).returncode == 0


def test_init_names_what_stands_in_its_way(tmp_path: Path) -> None:
    write(tmp_path, {f"{name}.txt": "" for name in "abcdefgh"})
    before = tree(tmp_path)
    ended = dateline("init", here=tmp_path)
    assert ended.returncode == 2
    assert "'a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt' and 3 more" in ended.stderr
    assert tree(tmp_path) == before
    assert "'a.txt' is a file" in dateline("init", "a.txt", here=tmp_path).stderr


def test_new_event_prints_the_path_of_a_note_that_builds(project: Path) -> None:
    ended = dateline(
        *("new", "event", "Ferry's first trip", "--date", "May 2025", "--from", "ferry-is-back"),
        here=project / "content",
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout == "events/ferrys-first-trip.yaml\n"
    written = project / "content/events/ferrys-first-trip.yaml"
    note = yaml.safe_load(written.read_text("utf-8"))
    assert note["title"] == "Ferry's first trip"
    assert note["date"] == "2025-05"
    assert note["sources"] == [{"article": "ferry-is-back", "quote": None}]
    schema = written.read_text("utf-8").splitlines()[0].split("$schema=")[1]
    assert json.loads((written.parent / schema).read_text("utf-8"))["title"]
    assert dateline("check", "--strict", here=project).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["event", "渡し船"], "the title has no Latin letters to make an id of; add --id"),
        (["event", "A", "--id", "Ferry_Trip"], "'Ferry_Trip' cannot be an id"),
        (["event", "A", "--id", "2025/ferry"], "such as '2025-ferry'"),
        (["event", "Index"], "'index' cannot be an id"),
        (["event", "The ferry: runs again!", "--id", "ferry-runs-again"], "is there already, in"),
        (["event", "A", "--from", "ferry-is-bak"], "did you mean 'ferry-is-back'?"),
        (["event", "A", "--date", "04/05/2025"], "--date: "),
        (["event", " "], "add --id"),
        (["event", " ", "--id", "a"], "the title is empty"),
        (["article", "Ferry is back"], "is there already, in"),
        (["page", "Search"], "the name of a page that every site has"),
    ],
)
def test_new_refuses_with_a_sentence_and_writes_nothing(
    project: Path, arguments: list[str], told: str
) -> None:
    before = tree(project)
    ended = dateline("new", *arguments, here=project)
    assert ended.returncode == 2
    assert told in ended.stderr
    assert ended.stdout == ""
    assert tree(project) == before


def test_an_id_in_a_list_below_another_folder_is_taken(project: Path) -> None:
    write(project, {"content/events/old/list.yml": "- id: fog\n  title: Fog\n  date: 1999\n"})
    ended = dateline("new", "event", "Fog", here=project)
    assert ended.returncode == 2
    assert "content/events/old/list.yml" in ended.stderr


def test_new_articles_and_pages(project: Path) -> None:
    article = dateline("new", "article", "Fog: “thick”", "--date", "2025-05-02", here=project)
    assert article.stdout == "content/articles/fog-thick.md\n"
    page = dateline("new", "page", "How we work", here=project)
    assert page.stdout == "content/pages/how-we-work.md\n"
    assert dateline("check", here=project).returncode == 0


def test_new_keeps_to_the_content_folder_of_the_settings(project: Path) -> None:
    (project / "content").rename(project / "inhalt")
    (project / "dateline.yaml").write_text("title: A\ncontent: inhalt\n", "utf-8")
    ended = dateline("new", "event", "Fog", here=project)
    assert ended.stdout == "inhalt/events/fog.yaml\n"
    (project / "dateline.yaml").write_text("title: A\ncontent: ../elsewhere\n", "utf-8")
    refused = dateline("new", "event", "More fog", here=project)
    assert refused.returncode == 2
    assert "error[outside-project]" in refused.stderr


def test_a_title_in_bytes_that_are_no_text_is_refused(project: Path) -> None:
    ended = subprocess.run(
        [*(word.encode() for word in COMMAND), b"new", b"event", b"caf\xe9"],
        cwd=project,
        env=CLEAN,
        capture_output=True,
    )
    assert ended.returncode == 2
    assert b"the title holds bytes that are no UTF-8" in ended.stderr


def test_open_starts_the_editor_on_the_new_file(project: Path) -> None:
    code = 'import sys; open(sys.argv[1], "a").write("# seen\\n")'
    editor = shlex.join([sys.executable, "-c", code])
    ended = process("new", "event", "Fog", "--open", here=project, EDITOR=editor)
    assert ended.returncode == 0, ended.stderr
    assert (project / "content/events/fog.yaml").read_text("utf-8").endswith("# seen\n")


def test_open_without_an_editor_writes_nothing(project: Path) -> None:
    ended = process("new", "event", "Fog", "--open", here=project)
    assert ended.returncode == 4
    assert "VISUAL or EDITOR" in ended.stderr
    assert not (project / "content/events/fog.yaml").exists()
    missing = process("new", "event", "Fog", "--open", here=project, EDITOR="no-such-editor")
    assert missing.returncode == 4
    assert "no-such-editor: no such file or directory" in missing.stderr


# ---------------------------------------------------------- explain, schema, completion


def test_explain_lists_every_code_with_its_severity(tmp_path: Path) -> None:
    ended = dateline("explain", here=tmp_path)
    assert ended.returncode == 0
    listed = sorted(line.split() for line in ended.stdout.splitlines())
    assert listed == sorted([severity.value, code] for code, severity in SEVERITIES.items())


def test_explain_prints_the_section_of_a_code_or_says_that_there_is_none(tmp_path: Path) -> None:
    ended = dateline("explain", "error[quote-not-found]", here=tmp_path)
    if (ROOT / "docs/problems.md").is_file():
        assert ended.returncode == 0
        assert ended.stdout.startswith("quote-not-found\n")
    else:
        assert ended.returncode == 4
        assert "the explanations are not part of this installation" in ended.stderr


def test_a_section_of_the_manual_ends_where_the_next_begins() -> None:
    manual = "# Problems\n\n## `bad-date`\n\nOne.\n\n### More\n\nTwo.\n\n## bad-id\nThree.\n"
    assert manual_section(manual, "bad-date") == "bad-date\n\nOne.\n\n### More\n\nTwo."
    assert manual_section(manual, "bad-id") == "bad-id\nThree."
    assert manual_section(manual, "bad") == ""


def test_schema_prints_what_init_writes(tmp_path: Path) -> None:
    dateline("init", here=tmp_path)
    for kind in ("event", "article", "settings", "page"):
        ended = dateline("schema", kind, here=tmp_path)
        assert ended.stdout == (tmp_path / f"schemas/{kind}.json").read_text("utf-8")
        assert json.loads(ended.stdout)["$schema"]
    assert (
        dateline("schema", here=tmp_path).stdout
        == dateline("schema", "event", here=tmp_path).stdout
    )


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_ask_the_program(tmp_path: Path, shell: str) -> None:
    if shutil.which(shell) is None and shell == "bash":
        pytest.skip("bash is not installed")
    ended = dateline("completion", shell, here=tmp_path)
    assert ended.returncode == 0
    assert f"_DATELINE_COMPLETE={shell}_complete" in ended.stdout


def test_the_program_answers_a_completion_script(tmp_path: Path) -> None:
    asked = {"_DATELINE_COMPLETE": "bash_complete", "COMP_WORDS": "dateline bu", "COMP_CWORD": "1"}
    assert process(here=tmp_path, **asked).stdout == "plain,build\n"
    asked |= {"COMP_WORDS": "dateline explain quote-n", "COMP_CWORD": "2"}
    listed = process(here=tmp_path, **asked).stdout
    assert listed == "plain,quote-near-miss\nplain,quote-not-found\nplain,quote-not-speech\n"


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_the_completion_script_is_one_that_bash_reads(tmp_path: Path) -> None:
    script = dateline("completion", "bash", here=tmp_path).stdout
    read = subprocess.run(["bash", "-n"], input=script, text=True, capture_output=True)
    assert (read.returncode, read.stderr) == (0, "")


# ------------------------------------------------------------------------------- endings


@pytest.mark.parametrize(
    ("sent", "code", "told"),
    [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "ended by a signal")],
)
def test_a_signal_ends_the_program_with_a_sentence(
    project: Path, sent: signal.Signals, code: int, told: str
) -> None:
    editor = f"{shlex.quote(sys.executable)} -c 'import time; print(1, flush=True); time.sleep(60)'"
    running = subprocess.Popen(
        [*COMMAND, "new", "event", "Fog", "--open"],
        cwd=project,
        env={**CLEAN, "VISUAL": editor},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    with running:
        assert running.stdout is not None
        # The path is printed before the editor is started and waited for.
        assert running.stdout.readline() == "content/events/fog.yaml\n"
        assert running.stdout.readline() == "1\n"
        running.send_signal(sent)
        _, errors = running.communicate(timeout=30)
    assert running.returncode == code
    assert errors == f"dateline: {told}\n"


def test_a_signal_during_a_build_leaves_the_site_as_it_was(project: Path) -> None:
    dateline("build", here=project)
    before = tree(project / "site")
    for number in range(2_000):
        note = EVENT.replace("again", f"again, trip {number}")
        (project / f"content/events/trip-{number}.yaml").write_text(note, "utf-8")
    running = subprocess.Popen(
        [*COMMAND, "build"], cwd=project, env=CLEAN, stderr=subprocess.PIPE, text=True
    )
    lock = project / ".dateline/lock"
    deadline = time.monotonic() + 30
    # The lock names the process when the build has begun.
    while lock.read_text() != f"{running.pid}\n" and time.monotonic() < deadline:
        time.sleep(0.01)
    running.send_signal(signal.SIGTERM)
    _, errors = running.communicate(timeout=30)
    assert running.returncode == 143
    assert errors == "dateline: ended by a signal\n"
    assert tree(project / "site") == before


def test_a_reader_that_goes_away_is_no_failure_of_ours(tmp_path: Path) -> None:
    running = subprocess.Popen(
        [*COMMAND, "schema"],
        cwd=tmp_path,
        env=CLEAN,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        errors = running.stderr.read()
        assert running.wait(30) == 4
    assert errors == "dateline: the output was closed before all was written\n"


@pytest.mark.parametrize("closing", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", ["--version", "explain", "build", "check"])
def test_closed_streams_change_nothing(project: Path, closing: str, command: str) -> None:
    ended = subprocess.run(
        ["sh", "-c", f'"$0" -m builder {command} {closing}', sys.executable],
        cwd=project,
        env=CLEAN,
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0
    assert "Traceback" not in ended.stderr
    assert "Exception" not in ended.stderr


@needs_dev_full
@pytest.mark.parametrize("command", ["--version", "explain", "schema", "build"])
def test_a_full_disk_is_told(project: Path, command: str) -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [*COMMAND, command],
            cwd=project,
            env=CLEAN,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert ended.returncode == 4
    assert ended.stderr.splitlines()[-1] == "dateline: no space left on device"
    assert "Exception" not in ended.stderr


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"PYTHONIOENCODING": "latin-1:strict"},
        {"LC_ALL": "POSIX"},
    ],
)
def test_letters_that_the_terminal_lacks_are_no_failure(
    project: Path, environment: dict[str, str]
) -> None:
    write(project, {"content/events/ship.yaml": 'title: "日本 “ship”"\ndate: "日本 “späť”"\n'})
    for command in ("check", "build"):
        ended = subprocess.run(
            [*COMMAND, command], cwd=project, env={**CLEAN, **environment}, capture_output=True
        )
        assert ended.returncode == 1, ended.stderr
        assert b"error[bad-date]" in ended.stdout + ended.stderr
        assert b"Traceback" not in ended.stderr
        if "latin-1:strict" in environment.values():
            assert rb"\u65e5" in ended.stdout + ended.stderr


def test_nothing_needs_a_home(tmp_path: Path) -> None:
    assert "HOME" not in CLEAN
    assert process("init", here=tmp_path).returncode == 0
    assert process("build", here=tmp_path).returncode == 0


def test_a_file_where_a_folder_should_be_is_told(project: Path) -> None:
    shutil.rmtree(project / "content/events")
    (project / "content/events").touch()
    ended = dateline("new", "event", "Fog", here=project)
    assert ended.returncode == 4
    assert ended.stderr.endswith("content/events/fog.yaml: not a directory\n")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_written_is_told(project: Path) -> None:
    events = project / "content/events"
    events.chmod(0o500)
    ended = dateline("new", "event", "Fog", here=project)
    events.chmod(0o700)
    assert ended.returncode == 4
    assert "permission denied" in ended.stderr


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    ended = subprocess.run(
        ["sh", "-c", f'rmdir "{gone}"; exec "$0" -m builder check', sys.executable],
        cwd=gone,
        env=CLEAN,
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 4
    assert ended.stderr == "dateline: no such file or directory\n"


def test_debug_shows_where_a_failure_arose(tmp_path: Path) -> None:
    ended = process("--debug", "check", here=tmp_path)
    assert ended.returncode == 2
    assert "Traceback (most recent call last)" in ended.stderr
    assert ended.stderr.splitlines()[-1].startswith("dateline: there is no dateline.yaml")


def test_a_mistake_of_dateline_itself_asks_for_debug() -> None:
    sentence, code = ending_of(KeyError("x\ny"))
    assert code == BUG
    assert "KeyError" in sentence
    assert "--debug" in sentence
    assert "\n" not in sentence


def test_other_exceptions_have_their_codes() -> None:
    assert ending_of(Refused("so", 3)) == ("so", 3)
    assert ending_of(click.Abort())[1] == 130
    assert ending_of(MemoryError())[1] == 4
    assert ending_of(PermissionError(13, "Permission denied", "a.yaml")) == (
        "a.yaml: permission denied",
        4,
    )


def test_names_that_speak_to_the_terminal_are_shown_as_escapes(tmp_path: Path) -> None:
    ended = process("--project", "a\x1b[31mb", "check", here=tmp_path)
    assert "\x1b" not in ended.stderr
    assert r"a\x1b[31mb" in ended.stderr


# ------------------------------------------------------------------- colours and progress


def on_a_terminal(project: Path, *arguments: str, **environment: str) -> str:
    """Run a command with both streams on a terminal and give what this shows."""
    ours, theirs = pty.openpty()
    shown = b""
    with subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=project,
        env={**CLEAN, "TERM": "xterm", **environment},
        stdout=theirs,
        stderr=theirs,
    ):
        os.close(theirs)
        # Linux tells the end of a terminal by an error.
        with contextlib.suppress(OSError):
            while part := os.read(ours, 65536):
                shown += part
    os.close(ours)
    return shown.decode()


def test_colours_are_for_terminals(project: Path) -> None:
    break_quotation(project)
    # Quiet, for a busy machine would show progress.
    check = (project, "check", "--quiet")
    assert "\x1b[1;31merror[" in on_a_terminal(*check)
    assert "\x1b" not in on_a_terminal(*check, "--color", "never")
    assert "\x1b" not in on_a_terminal(*check, NO_COLOR="1")
    assert "\x1b" not in on_a_terminal(*check, TERM="dumb")
    assert "\x1b[1;31m" in on_a_terminal(*check, "--color", "always", NO_COLOR="1")
    assert "\x1b" not in dateline("check", here=project).stdout
    assert "\x1b[1;31m" in dateline("check", "--color=always", here=project).stdout


def test_after_fifty_of_one_code_a_terminal_counts_the_rest(project: Path) -> None:
    for number in range(60):
        write(project, {f"content/events/fog-{number}.yaml": "title: Fog\ndate: someday\n"})
    assert "10 more errors [bad-date]" in on_a_terminal(project, "check")
    assert dateline("check", here=project).stdout.count("error[bad-date]") == 60


class Clock:
    """A clock that goes on by a fixed time whenever it is looked at."""

    def __init__(self, step: float) -> None:
        self.now, self.step = 0.0, step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def test_short_work_shows_no_progress() -> None:
    output = StringIO()
    with ProgressBar(output, clock=Clock(0.004)) as bar:
        for done in range(50):
            bar("parse", done, 50)
    assert output.getvalue() == ""


def test_long_work_shows_at_most_ten_updates_a_second_and_is_cleared() -> None:
    output, clock = StringIO(), Clock(0.001)
    with ProgressBar(output, clock=clock) as bar:
        while clock.now < 3:
            bar("parse", int(clock.now * 1_000), 3_000)
    updates = output.getvalue().split("\r\x1b[2K")
    assert updates[0] == updates[-1] == ""
    assert 20 <= len(updates) - 2 <= 25
    assert re.fullmatch(r"parse     \[####\.{20}\] 50\d of 3,000", updates[1])


def test_progress_stays_on_one_line_of_a_narrow_terminal() -> None:
    output = StringIO()
    with ProgressBar(output, columns=20, clock=Clock(1)) as bar:
        bar("parse", 1, 2)
        bar("write", 0, 0)
    assert [len(each) for each in output.getvalue().split("\r\x1b[2K")] == [0, 19, 5, 0]


def test_progress_is_silent_where_nobody_looks(project: Path) -> None:
    with ProgressBar(None, clock=Clock(1)) as bar:
        bar("parse", 1, 2)
    assert "\x1b[2K" not in process("build", here=project).stderr
