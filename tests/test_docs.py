"""The manual is true: its examples, tables, commands and links are those of the program.

With `DATELINE_RENEW=1` in the environment the tables of keys and the listings of problems are
written anew instead of being compared; read the difference before keeping it.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Final, get_args

import click
import pytest
from conftest import TODAY, printed, unheard
from sites import own_example

from builder import dates
from builder.build import Options, Report, build, check
from builder.cli import ending
from builder.cli.program import program
from builder.cli.reference import manual_section
from builder.cli.shared import SharedOption
from builder.cli.surroundings import remotes
from builder.dates import DateError
from builder.fields import Field, tables
from builder.fields.schema import manual_table
from builder.model.pages import PageKind
from builder.problems import SEVERITIES, Severity
from builder.problems.printing import as_json

ROOT: Final = Path(__file__).resolve().parent.parent
DOCS: Final = ROOT / "docs"
MANUAL: Final = tuple(sorted(DOCS.glob("*.md")))
PAGES: Final = (*sorted(ROOT.glob("*.md")), *MANUAL)
RENEWS: Final = os.environ.get("DATELINE_RENEW") == "1"


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block; `info` are the words behind its opening fence."""

    info: tuple[str, ...]
    text: str

    @property
    def path(self) -> str:
        """Where the file that it shows lies in a project, or nothing."""
        return self.info[1] if len(self.info) > 1 and self.info[0] in FILE_KINDS else ""

    @property
    def data(self) -> bytes:
        """The bytes of the file; a third word names another encoding than UTF-8."""
        return self.text.encode(self.info[2] if len(self.info) > 2 else "utf-8")


FILE_KINDS: Final = ("yaml", "text", "markdown", "html", "css", "svg")
_BLOCK: Final = re.compile(r"^```([^\n`]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(text: str) -> list[Block]:
    return [Block(tuple(info.split()), body) for info, body in _BLOCK.findall(text)]


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def prose(text: str) -> str:
    """The text without fenced blocks, and without code in its lines."""
    return re.sub(r"`[^`\n]*`", "", _BLOCK.sub("", text))


def write_files(project: Path, found: list[Block]) -> None:
    for block in found:
        if block.path:
            path = project / block.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(block.data)


def new_project(folder: Path, found: list[Block]) -> Path:
    """Write the files of some blocks; without a `dateline.yaml` among them it holds a title."""
    (folder / "dateline.yaml").write_text("title: An example\n", encoding="utf-8")
    write_files(folder, found)
    return folder


def checked(project: Path) -> Report:
    return check(project, Options(today=TODAY), unheard)


# -------------------------------------------------------------------------------- problems.md

PROBLEMS: Final = DOCS / "problems.md"


def sections(text: str) -> dict[str, str]:
    """What stands under each heading of the second level."""
    parts = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_problem_code_is_documented_and_none_that_does_not_exist() -> None:
    documented = list(sections(read(PROBLEMS)))
    assert sorted(SEVERITIES) == documented


def test_every_problem_code_is_in_the_overview() -> None:
    overview = read(PROBLEMS).split("\n## ")[0]
    assert sorted(SEVERITIES) == sorted(re.findall(r"\]\(#([a-z0-9-]+)\)", overview))


SEVERITY_WORDS: Final = {
    Severity.ERROR: "An error: nothing is written until it is put right.",
    Severity.WARNING: "A warning: the site is written; with `--strict` it counts as an error.",
    Severity.NOTE: "A note: it changes nothing, and `--verbose` lists it.",
}


@pytest.mark.parametrize("code", sorted(SEVERITIES))
def test_a_problem_is_explained_with_its_severity(code: str) -> None:
    section = manual_section(read(PROBLEMS), code).splitlines()
    assert [code, "", SEVERITY_WORDS[SEVERITIES[code]]] == section[:3]


@pytest.mark.parametrize("code", sorted(SEVERITIES))
def test_the_example_of_a_problem_reports_it_in_these_words(code: str, tmp_path: Path) -> None:
    found = blocks(sections(read(PROBLEMS))[code])
    shown = next(block for block in found if block.info[0] == "problems")
    project = new_project(tmp_path, found)
    # Few problems arise only when the site is written.
    makes = build if shown.info[1:] == ("build",) else check
    report = makes(project, Options(today=TODAY, remotes=remotes(project)), unheard)
    told = printed(tuple(each for each in report.problems if each.code == code)) + "\n"
    if RENEWS:
        renew_listing(code, shown.text, told)
    else:
        assert told == shown.text
    others = [each for each in report.problems if each.code != code]
    assert [each for each in others if each.severity is Severity.ERROR] == []


def renew_listing(code: str, before: str, after: str) -> None:
    text = read(PROBLEMS)
    start = text.index(f"\n## {code}\n")
    fence = text.index("```problems", start)
    body = text.index("\n", fence) + 1
    assert text.startswith(before, body)
    renewed = text[:body] + after + text[body + len(before) :]
    PROBLEMS.write_text(renewed, encoding="utf-8")


# ------------------------------------------------------------------------------ tables of keys

TABLES: Final[dict[str, tuple[Field, ...]]] = {
    name: value
    for name, value in vars(tables).items()
    if name.isupper() and not name.startswith("_") and all(isinstance(e, Field) for e in value)
}
_TABLE: Final = re.compile(r"<!-- keys: ([A-Z_]+) -->\n(.*?)<!-- end -->", re.DOTALL)


def test_every_declaration_of_keys_has_one_table_in_the_manual() -> None:
    shown = [name for page in MANUAL for name, _ in _TABLE.findall(read(page))]
    assert sorted(TABLES) == sorted(shown)


@pytest.mark.parametrize("page", MANUAL, ids=lambda page: str(page.name))
def test_tables_of_keys_are_those_of_the_declarations(page: Path) -> None:
    text = read(page)
    renewed = _TABLE.sub(
        lambda found: f"<!-- keys: {found[1]} -->\n{manual_table(TABLES[found[1]])}<!-- end -->",
        text,
    )
    if RENEWS:
        page.write_text(renewed, encoding="utf-8")
    else:
        assert renewed == text


# ---------------------------------------------------------------------------------- examples


@pytest.mark.parametrize(
    "page",
    [page for page in MANUAL if page not in (PROBLEMS, DOCS / "start.md")],
    ids=lambda page: str(page.name),
)
def test_the_files_shown_on_a_page_build_together(page: Path, tmp_path: Path) -> None:
    found = [block for block in blocks(read(page)) if block.path]
    paths = [block.path for block in found]
    assert sorted(set(paths)) == sorted(paths), "a file is shown twice"
    problems = checked(new_project(tmp_path, found)).problems
    assert printed(tuple(each for each in problems if each.severity is Severity.ERROR)) == ""


@dataclass(slots=True)
class Steps:
    """What came of doing what a page says."""

    commands: list[str]
    outputs: list[str]
    """What the commands before each block of output printed."""


def done_as_shown(text: str, folder: Path) -> Steps:
    """Do what a page says, block by block: run its commands, write its files."""
    here, output = folder, ""
    steps = Steps([], [])
    for block in blocks(text):
        kind = block.info[0] if block.info else ""
        if kind == "output":
            steps.outputs.append(output)
        elif kind == "sh":
            expected = int(block.info[1].removeprefix("exit-")) if block.info[1:] else 0
            output = ""
            for line in block.text.splitlines():
                words = shlex.split(line)
                if words[0] == "cd":
                    here = here / words[1]
                    continue
                done = run(words, here)
                assert expected == done.returncode, f"{line}\n{done.stdout}"
                output += done.stdout
                steps.commands.append(line)
        else:
            write_files(here, [block])
    return steps


def run(words: list[str], here: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as it is typed; `dateline` is the one of this checkout."""
    own = [sys.executable, "-m", "builder"] if words[0] == "dateline" else [words[0]]
    return subprocess.run(
        [*own, *words[1:]],
        cwd=here,
        # Nothing of the machine the tests run on, least of all that it is a build service.
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def with_outputs(text: str, outputs: list[str]) -> str:
    """Put what was printed into the blocks of output."""
    following = iter(outputs)

    def renewed(found: re.Match[str]) -> str:
        if found[1].split()[:1] != ["output"]:
            return found[0]
        return f"```{found[1]}\n{next(following)}```"

    return _BLOCK.sub(renewed, text)


def test_the_first_steps_do_what_is_said(tmp_path: Path) -> None:
    page = DOCS / "start.md"
    text = read(page)
    steps = done_as_shown(text, tmp_path)
    assert len(steps.outputs) > 4
    renewed = with_outputs(text, steps.outputs)
    if RENEWS:
        page.write_text(renewed, encoding="utf-8")
    else:
        assert renewed == text
    assert len(list(tmp_path.glob("*/site/events/*.html"))) == 1


def test_notes_are_changed_as_is_said(tmp_path: Path) -> None:
    page = DOCS / "changing.md"
    text = read(page)
    steps = done_as_shown(text, new_project(tmp_path, []))
    kinds = {line.split()[1] for line in steps.commands}
    assert {"fmt", "rename", "set", "correct"} <= kinds
    renewed = with_outputs(text, steps.outputs)
    if RENEWS:
        page.write_text(renewed, encoding="utf-8")
    else:
        assert renewed == text
    (sentence,) = re.findall(r"\*(An earlier version .*?)\*", " ".join(text.split()))
    assert sentence in read(tmp_path / "content/events/april.yaml")


def test_the_five_minutes_of_the_readme_do_what_is_said(tmp_path: Path) -> None:
    steps = done_as_shown(sections(read(ROOT / "README.md"))["Five minutes"], tmp_path)
    assert "dateline init" in steps.commands[0]
    assert len(list(tmp_path.glob("*/site/index.html"))) == 1


def test_dates_are_read_and_shown_as_the_manual_says() -> None:
    table = re.compile(r"^\| (`.+?`) \| (.+?) \| (.+?) \|$", re.MULTILINE)
    rows = table.findall(sections(read(DOCS / "dates.md"))["What can be written"])
    assert len(rows) > 30
    for written, shown, place in rows:
        for text in re.findall(r"`([^`]+)`", written):
            found = dates.interpret(text)
            assert not isinstance(found, DateError), text
            assert (text, shown) == (text, found.words.replace("\u00a0", " "))
            assert (text, place) == (text, anchor_of(found))


def anchor_of(found: dates.Interpretation) -> str:
    if not (found.earliest or found.latest):
        return "last"
    year, month, day = found.sort_key[:3]
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{day:02d}"


def test_dates_that_the_manual_calls_refused_are_refused() -> None:
    refused = sections(read(DOCS / "dates.md"))["What is refused"]
    texts = re.findall(r"^- `([^`]+)`", refused, re.MULTILINE)
    assert len(texts) > 5
    assert [text for text in texts if not isinstance(dates.parse(text), DateError)] == []


# ------------------------------------------------------------------------------------ README


def test_the_note_in_the_readme_is_one_of_the_example_site() -> None:
    (note,) = [block for block in blocks(read(ROOT / "README.md")) if block.path.endswith(".yaml")]
    assert read(ROOT / note.path) == note.text


def test_the_note_in_the_readme_becomes_what_is_shown_there(tmp_path: Path) -> None:
    (shown,) = [block for block in blocks(read(ROOT / "README.md")) if block.info == ("text",)]
    (note,) = [block for block in blocks(read(ROOT / "README.md")) if block.path.endswith(".yaml")]
    project = own_example(tmp_path / "example")
    assert build(project, Options(today=TODAY), unheard).is_written
    page = read(project / "site" / "events" / f"{Path(note.path).stem}.html")
    words = visible_words(page)
    missing = [line for line in shown.text.splitlines() if " ".join(line.split()) not in words]
    assert missing == []


def visible_words(page: str) -> str:
    body = re.sub(r"<(?:style|script)\b.*?</(?:style|script)>", " ", page, flags=re.DOTALL)
    # A mark stands close to its word, and a link's full stop to its link.
    text = unescape(re.sub(r"</?(?:a|b|bdi|mark|span|time|em)\b[^>]*>", "", body))
    text = re.sub(r"<[^>]*>", " ", text).replace("\u2060", "").replace("\u00a0", " ")
    return " ".join(text.split())


def test_the_readme_says_what_is_needed_as_the_package_declares_it() -> None:
    project = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]
    text = read(ROOT / "README.md")
    named = re.findall(r"Python (\d\.\d+) or later", text)
    assert named
    assert {f">={version}" for version in named} == {project["requires-python"]}
    assert project["license"] in sections(text)["Licence"]
    chores = set(re.findall(r"`make ([a-z]+)`", text))
    assert {"site", "test"} <= chores
    targets = set(re.findall(r"^([a-z]+):", read(ROOT / "Makefile"), re.MULTILINE))
    assert chores <= targets


def test_the_readme_lists_every_command() -> None:
    listed = re.findall(r"^\| `dateline ([a-z]+)", read(ROOT / "README.md"), re.MULTILINE)
    assert list(program.commands) == listed


# ---------------------------------------------------------------------------------- commands


def commands(
    group: click.Group, names: tuple[str, ...] = ()
) -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        path = (*names, name)
        if isinstance(command, click.Group):
            yield from commands(command, path)
        else:
            yield " ".join(path), command


COMMANDS: Final = dict(commands(program))


def test_every_command_has_a_section_and_no_other_does() -> None:
    headed = [name for name in sections(read(DOCS / "commands.md")) if name.startswith("dateline ")]
    assert [f"dateline {name}" for name in COMMANDS] == headed


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_is_in_its_section(name: str) -> None:
    section = sections(read(DOCS / "commands.md"))[f"dateline {name}"]
    own = [each for each in COMMANDS[name].params if not isinstance(each, SharedOption)]
    options = [text for each in own for text in each.opts if isinstance(each, click.Option)]
    listed = re.findall(r"^\| `(--[a-z-]+)", section, re.MULTILINE)
    assert options == listed


def test_the_options_of_every_command_are_listed() -> None:
    section = sections(read(DOCS / "commands.md"))["Options of every command"]
    options = [
        text
        for each in COMMANDS["build"].params
        if isinstance(each, SharedOption)
        for text in each.opts
    ]
    listed = re.findall(r"^\| `(--[a-z-]+)", section, re.MULTILINE)
    assert [*options, "--help", "--version"] == listed


def test_problems_as_json_look_as_shown(tmp_path: Path) -> None:
    (shown,) = [block for block in blocks(read(DOCS / "commands.md")) if block.info == ("json",)]
    example = blocks(sections(read(PROBLEMS))["no-source"])
    problems = checked(new_project(tmp_path, example)).problems
    told = as_json(each for each in problems if each.code == "no-source")
    assert json.loads(told) == json.loads(shown.text)


def test_exit_codes_are_listed() -> None:
    section = sections(read(DOCS / "commands.md"))["Exit codes"]
    known = [
        value for name, value in vars(ending).items() if name.isupper() and isinstance(value, int)
    ]
    assert sorted(known) == [int(code) for code in re.findall(r"^\| (\d+) ", section, re.MULTILINE)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.name))
def test_no_page_names_a_command_that_does_not_exist(page: Path) -> None:
    text = read(page)
    in_prose = re.findall(r"`dateline ([a-z]+)", text)
    shown = "".join(block.text for block in blocks(text) if block.info[:1] == ("sh",))
    in_blocks = re.findall(r"^dateline ([a-z]+)", shown, re.MULTILINE)
    assert {*in_prose, *in_blocks} <= set(program.commands)


# -------------------------------------------------------------------------------- other pages


def test_every_kind_of_page_is_in_the_manual() -> None:
    section = sections(read(DOCS / "pages.md"))["Templates"]
    listed = re.findall(r"^\| `pages/([a-z-]+)\.html`", section, re.MULTILINE)
    assert sorted(get_args(PageKind)) == sorted(listed)


def test_the_architecture_names_every_module_of_the_package() -> None:
    package = ROOT / "builder"
    modules = {
        path.stem
        for path in package.iterdir()
        if not path.name.startswith("_")
        and (path.suffix == ".py" or (path / "__init__.py").exists())
    }
    rows = re.findall(r"^\| \d \| (.+?) \|", read(ROOT / "ARCHITECTURE.md"), re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert modules == named


# ------------------------------------------------------------------------------------- links


def anchors(text: str) -> set[str]:
    """The ids that headings have on GitHub."""
    headings = re.findall(r"^#+ (.+)$", _BLOCK.sub("", text), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.replace(" ", "-") for heading in plain}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.name))
def test_every_relative_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(read(page))):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        path = (page.parent / name).resolve() if name else page
        if not path.exists() or (anchor and anchor not in anchors(read(path))):
            broken.append(target)
    assert broken == []


def test_every_page_of_the_manual_is_reached_from_its_first_page() -> None:
    linked = set(re.findall(r"\]\(([a-z-]+\.md)", read(DOCS / "index.md")))
    assert {page.name for page in MANUAL} - {"index.md"} == linked
