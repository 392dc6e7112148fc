"""The lock: one build at a time, and none after its process is gone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from builder.lock import FOLDER, Locked, exclusive

_ROOT: Final = Path(__file__).resolve().parent.parent
_HOLD: Final = """
import sys
from pathlib import Path
from builder.lock import exclusive
with exclusive(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def holder(project: Path) -> Iterator[subprocess.Popen[str]]:
    """Hold the lock of a project in another process."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(project)],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_whoever_comes_second_is_told_who_came_first(tmp_path: Path) -> None:
    with holder(tmp_path) as process:
        with pytest.raises(Locked) as refused, exclusive(tmp_path):
            pass
        assert refused.value.process == process.pid
        assert str(process.pid) in str(refused.value)


def test_the_lock_ends_with_its_process(tmp_path: Path) -> None:
    with holder(tmp_path) as process:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert (tmp_path / FOLDER / "lock").read_text() == f"{process.pid}\n"
        with exclusive(tmp_path) as is_locked:
            assert is_locked


def test_a_number_in_the_file_is_no_lock(tmp_path: Path) -> None:
    """The number of a dead process may by now be that of another one, such as this."""
    (tmp_path / FOLDER).mkdir()
    for left in (f"{os.getpid()}\n", "1\n", "", "no number", "9" * 400):
        (tmp_path / FOLDER / "lock").write_text(left)
        with exclusive(tmp_path) as is_locked:
            assert is_locked
            assert (tmp_path / FOLDER / "lock").read_text() == f"{os.getpid()}\n"


def test_a_lock_whose_number_cannot_be_read_is_a_lock(tmp_path: Path) -> None:
    with holder(tmp_path):
        (tmp_path / FOLDER / "lock").write_text("no number")
        with pytest.raises(Locked) as refused, exclusive(tmp_path):
            pass
        assert refused.value.process == 0


def test_the_lock_is_let_go_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), exclusive(tmp_path):
        raise ZeroDivisionError
    with exclusive(tmp_path) as is_locked:
        assert is_locked


def test_whoever_is_refused_leaves_the_lock_as_it_was(tmp_path: Path) -> None:
    with exclusive(tmp_path):
        for _ in range(3):
            with pytest.raises(Locked), exclusive(tmp_path):
                pass
        assert (tmp_path / FOLDER / "lock").read_text() == f"{os.getpid()}\n"


def test_the_folder_is_ignored_by_git_and_a_users_rule_stays(tmp_path: Path) -> None:
    with exclusive(tmp_path):
        pass
    ignore = tmp_path / FOLDER / ".gitignore"
    assert ignore.read_text() == "*\n"
    ignore.write_text("lock\n")
    with exclusive(tmp_path):
        pass
    assert ignore.read_text() == "lock\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == [FOLDER]


def test_where_nothing_can_be_written_nothing_is_locked(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file where the folder goes")
    with exclusive(tmp_path) as is_locked:
        assert not is_locked


def test_different_projects_do_not_wait_for_each_other(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    with holder(one), exclusive(other) as is_locked:
        assert is_locked
