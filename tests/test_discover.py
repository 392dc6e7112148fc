"""Finding the input files: what is read, what is ignored, and what must not be let in."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path
from typing import Final

import pytest
from conftest import codes, printed, write_tree

from builder.model.inputs import InputFiles
from builder.model.settings import Settings
from builder.problems import Problem
from builder.stages.discover import ARTICLE_BYTES, NOTE_BYTES, discover

_ROOT: Final = Path(__file__).resolve().parent.parent
SETTINGS: Final = Settings(title="A")


def found(project: Path, settings: Settings = SETTINGS) -> tuple[InputFiles, tuple[Problem, ...]]:
    return discover(project, settings)


def paths(inputs: InputFiles) -> dict[str, list[str]]:
    return {
        folder: [file.path for file in getattr(inputs, folder)]
        for folder in ("articles", "events", "pages", "photos", "static")
        if getattr(inputs, folder)
    }


def one_line(project: Path) -> str:
    """Give the first line of the one problem there is."""
    problems = found(project)[1]
    assert len(problems) == 1
    return printed(problems).splitlines()[0]


def make_fifo(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)


# ------------------------------------------------------------------------------ what is read


def test_files_are_read_by_the_folder_they_lie_in(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            "content/articles/b.txt": "B",
            "content/articles/a.md": "A",
            "content/articles/deep/er/c.markdown": "C",
            "content/events/2031/wall.yml": "w",
            "content/events/ferry.YAML": "f",
            "content/pages/tags/storms.md": "s",
            "content/photos/quay.JPG": b"\xff\xd8",
            "content/static/data/table.csv": "x",
        },
    )
    inputs, problems = found(tmp_path)
    assert problems == ()
    assert paths(inputs) == {
        "articles": [
            "content/articles/a.md",
            "content/articles/b.txt",
            "content/articles/deep/er/c.markdown",
        ],
        "events": ["content/events/2031/wall.yml", "content/events/ferry.YAML"],
        "pages": ["content/pages/tags/storms.md"],
        "photos": ["content/photos/quay.JPG"],
        "static": ["content/static/data/table.csv"],
    }
    assert [file.data for file in inputs.articles] == [b"A", b"B", b"C"]
    assert inputs.photos[0].data == b"\xff\xd8"


def test_a_project_without_content_has_none(tmp_path: Path) -> None:
    assert found(tmp_path) == (InputFiles(), ())


def test_the_content_may_lie_elsewhere_in_the_project(tmp_path: Path) -> None:
    write_tree(tmp_path, {"texts/2031/events/a.yaml": "", "content/events/b.yaml": ""})
    inputs, _ = found(tmp_path, Settings(title="A", content="texts/2031"))
    assert paths(inputs) == {"events": ["texts/2031/events/a.yaml"]}


def test_a_project_below_a_link_is_read(tmp_path: Path) -> None:
    write_tree(tmp_path / "real", {"content/events/a.yaml": "x"})
    (tmp_path / "link").symlink_to("real")
    assert paths(found(tmp_path / "link")[0]) == {"events": ["content/events/a.yaml"]}


def test_files_in_the_order_of_their_names_whatever_the_folder_says(tmp_path: Path) -> None:
    names = [f"content/events/{name}.yaml" for name in "c a b aa Z 10 9 é".split()]
    write_tree(tmp_path, dict.fromkeys(names, ""))
    inputs, _ = found(tmp_path)
    assert [file.path for file in inputs.events] == sorted(names)


# --------------------------------------------------------------------------- what is not read


@pytest.mark.parametrize(
    "name", [".hidden.yaml", ".DS_Store", "a.yaml~", ".a.yaml.swp", "a.swp", ".git/config"]
)
def test_what_editors_and_machines_leave_is_ignored(tmp_path: Path, name: str) -> None:
    write_tree(tmp_path, {f"content/events/{name}": "x", f"content/{name}": "x"})
    assert found(tmp_path) == (InputFiles(), ())


def test_a_hidden_file_that_would_have_been_copied_is_told(tmp_path: Path) -> None:
    write_tree(tmp_path, {"content/static/.htaccess": "x", "content/static/well/.known/a": "x"})
    inputs, problems = found(tmp_path)
    assert inputs.static == ()
    assert [each.position.file for each in problems] == [
        "content/static/.htaccess",
        "content/static/well/.known",
    ]
    assert codes(problems) == ["unknown-file", "unknown-file"]


@pytest.mark.parametrize(
    ("path", "read"),
    [
        ("content/articles/a.docx", "read: .md, .markdown, .txt"),
        ("content/articles/a.yaml", "read: .md, .markdown, .txt"),
        ("content/articles/a", "read: .md, .markdown, .txt"),
        ("content/events/a.json", "read: .yaml, .yml"),
        ("content/events/notes.md", "read: .yaml, .yml"),
        ("content/pages/a.html", "read: .md, .markdown"),
        ("content/photos/a.tiff", "read: .jpg, .jpeg, .png, .webp, .gif, .avif, .svg"),
        ("content/event/a.yaml", "read: content/articles/, content/events/"),
        ("content/notes.txt", "read: content/articles/, content/events/"),
    ],
)
def test_an_unknown_file_is_told_with_what_is_read_there(
    tmp_path: Path, path: str, read: str
) -> None:
    write_tree(tmp_path, {path: "x"})
    inputs, problems = found(tmp_path)
    assert paths(inputs) == {}
    assert codes(problems) == ["unknown-file"]
    assert problems[0].hint.startswith(read)


def test_a_file_where_a_folder_belongs_is_told(tmp_path: Path) -> None:
    write_tree(tmp_path, {"content/events": "a file"})
    assert one_line(tmp_path).startswith("content/events: error[unreadable] the folder")


# ----------------------------------------------------------------------------- links and devices


def test_a_link_to_a_file_inside_the_project_is_read(tmp_path: Path) -> None:
    write_tree(tmp_path, {"common/a.yaml": "x"})
    (tmp_path / "content/events").mkdir(parents=True)
    (tmp_path / "content/events/a.yaml").symlink_to("../../common/a.yaml")
    inputs, problems = found(tmp_path)
    assert problems == ()
    assert [file.data for file in inputs.events] == [b"x"]


@pytest.mark.parametrize(
    "target", ["../../../secret.yaml", "/etc/passwd", "missing.yaml", "a.yaml", "/dev/zero"]
)
def test_a_link_out_of_the_project_or_to_nothing_is_refused(tmp_path: Path, target: str) -> None:
    project = (
        write_tree(tmp_path, {"secret.yaml": "secret", "project/content/events/b.yaml": "b"})
        / "project"
    )
    (project / "content/events/a.yaml").symlink_to(target)
    inputs, _ = found(project)
    assert [file.data for file in inputs.events] == [b"b"]
    assert one_line(project) == (
        "content/events/a.yaml: error[outside-project] "
        "this link leads out of the project, or to nothing"
    )


def test_a_link_to_a_folder_is_refused(tmp_path: Path) -> None:
    write_tree(tmp_path, {"content/events/a/b.yaml": "b"})
    (tmp_path / "content/events/again").symlink_to("a")
    (tmp_path / "content/events/loop").symlink_to("..")
    inputs, problems = found(tmp_path)
    assert [file.path for file in inputs.events] == ["content/events/a/b.yaml"]
    assert codes(problems) == ["outside-project", "outside-project"]


def test_a_folder_of_the_content_that_is_a_link_out_of_the_project_is_refused(
    tmp_path: Path,
) -> None:
    """A link in the middle of a path leads out as well as one at its end."""
    write_tree(tmp_path, {"outside/a.yaml": "x"})
    project = tmp_path / "project"
    (project / "content").mkdir(parents=True)
    (project / "content/events").symlink_to(tmp_path / "outside")
    inputs, problems = found(project)
    assert inputs.events == ()
    assert "outside-project" in codes(problems)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    make_fifo(tmp_path / "content/articles/a.txt")
    make_fifo(tmp_path / "content/static/b")
    inputs, problems = found(tmp_path)
    assert paths(inputs) == {}
    assert codes(problems) == ["unreadable", "unreadable"]
    assert problems[0].message == "this is no ordinary file"


def test_a_pipe_at_the_top_of_the_content_is_not_read_either(tmp_path: Path) -> None:
    make_fifo(tmp_path / "content/a.yaml")
    assert codes(found(tmp_path)[1]) == ["unknown-file"]


def test_a_socket_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content/static").mkdir(parents=True)
    # The path of a socket may be a hundred characters long at most.
    monkeypatch.chdir(tmp_path / "content/static")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("plug")
        assert "content/static/plug: error[unreadable]" in one_line(tmp_path)


def test_a_device_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "content/static").mkdir(parents=True)
    try:
        os.mknod(tmp_path / "content/static/zero", stat.S_IFCHR | 0o666, os.makedev(1, 5))
    except (PermissionError, OSError):
        pytest.skip("this user makes no devices")
    assert "content/static/zero: error[unreadable]" in one_line(tmp_path)


_AS_ANOTHER: Final = """
import os
from pathlib import Path
from builder.model.settings import Settings
from builder.stages.discover import discover
os.setgroups([])
os.setgid(54321)
os.setuid(54321)
inputs, problems = discover(Path("."), Settings(title="A"))
print([file.path for file in inputs.events])
for each in problems:
    print(each.position.file, each.code, each.message)
"""


def test_what_may_not_be_read_is_told() -> None:
    if os.getuid() != 0:
        pytest.skip("only the superuser can become another user")
    # Not below the folder of all tests, where another user may not look.
    with tempfile.TemporaryDirectory() as name:
        project = write_tree(
            Path(name),
            {
                "content/events/a.yaml": "x",
                "content/events/closed/b.yaml": "x",
                "content/events/mine.yaml": "x",
            },
        )
        project.chmod(0o755)
        (project / "content/events/mine.yaml").chmod(0)
        (project / "content/events/closed").chmod(0)
        done = subprocess.run(
            [sys.executable, "-c", _AS_ANOTHER],
            cwd=project,
            env={"PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.stdout.splitlines() == [
        "['content/events/a.yaml']",
        "content/events/closed unreadable the folder cannot be read: permission denied",
        "content/events/mine.yaml unreadable the file cannot be read: permission denied",
    ]


# ------------------------------------------------------------------------------------------ sizes


@pytest.mark.parametrize(
    ("path", "limit"),
    [
        ("content/events/a.yaml", NOTE_BYTES),
        ("content/pages/a.md", NOTE_BYTES),
        ("content/articles/a.txt", ARTICLE_BYTES),
    ],
)
def test_a_file_may_be_so_large_and_no_larger(tmp_path: Path, path: str, limit: int) -> None:
    write_tree(tmp_path, {path: b"x" * limit})
    assert found(tmp_path)[1] == ()
    write_tree(tmp_path, {path: b"x" * (limit + 1)})
    assert found(tmp_path)[0] == InputFiles()
    assert one_line(tmp_path) == (
        f"{path}: error[too-large] the file holds {limit + 1:,} bytes,"
        f" more than the {limit:,} that are read"
    )


def test_a_huge_file_is_not_read_to_be_refused(tmp_path: Path) -> None:
    write_tree(tmp_path, {"content/static/a.bin": ""})
    os.truncate(tmp_path / "content/static/a.bin", 20_000_000_000)
    assert "error[too-large]" in one_line(tmp_path)


# ------------------------------------------------------------------------------------------ names


def test_names_that_are_one_on_another_machine_collide(tmp_path: Path) -> None:
    write_tree(tmp_path, {"content/events/Wall.yaml": "", "content/events/wall.yaml": ""})
    inputs, _ = found(tmp_path)
    assert len(inputs.events) == 1
    assert printed(found(tmp_path)[1]) == (
        "content/events/wall.yaml: error[path-collision] 'content/events/wall.yaml' and"
        " 'content/events/Wall.yaml' are one file on many machines\n"
        "  the other: content/events/Wall.yaml\n"
        "  hint: rename one of the two"
    )


def test_composed_and_decomposed_names_collide(tmp_path: Path) -> None:
    composed = unicodedata.normalize("NFC", "café")
    decomposed = unicodedata.normalize("NFD", "café")
    write_tree(tmp_path, {f"content/static/{name}": "" for name in (composed, decomposed)})
    if len(os.listdir(tmp_path / "content/static")) == 1:
        pytest.skip("this file system already takes them for one")
    assert codes(found(tmp_path)[1]) == ["path-collision"]


def test_folders_that_differ_in_case_collide_where_their_files_do(tmp_path: Path) -> None:
    write_tree(
        tmp_path, {"content/static/A/x": "", "content/static/a/x": "", "content/static/a/y": ""}
    )
    assert codes(found(tmp_path)[1]) == ["path-collision"]


@pytest.mark.parametrize(
    "name", [b"a\xff.yaml", b"a\nb.yaml", b"a\x1b[31m.yaml", "a\u202e.yaml".encode(), b"a\x7f.yaml"]
)
def test_names_that_cannot_be_shown_are_refused_and_shown_safely(
    tmp_path: Path, name: bytes
) -> None:
    folder = os.fsencode(tmp_path / "content/events")
    os.makedirs(folder)
    try:
        with open(os.path.join(folder, name), "wb"):
            pass
    except OSError:
        pytest.skip("this file system has no such names")
    inputs, problems = found(tmp_path)
    assert inputs.events == ()
    assert codes(problems) == ["unreadable"]
    shown = printed(problems)
    assert all(letter == "\n" or letter.isprintable() for letter in shown)
    shown.encode()


def test_odd_names_that_can_be_shown_are_read(tmp_path: Path) -> None:
    names = [
        "with blank",
        "größe",
        "東京",
        "a'b",
        "a:b",
        "-rf",
        "%2e%2e",
        "&lt;",
        "a#b",
        "a?b",
        "🚢",
    ]
    write_tree(tmp_path, {f"content/static/{name}.txt": "x" for name in names})
    inputs, problems = found(tmp_path)
    assert problems == ()
    assert len(inputs.static) == len(names)


def test_a_very_deep_folder_is_read_or_told(tmp_path: Path) -> None:
    deep = "content/events/" + "d/" * 300 + "a.yaml"
    write_tree(tmp_path, {deep: "x"})
    inputs, problems = found(tmp_path)
    assert [file.path for file in inputs.events] == [deep]
    assert problems == ()
