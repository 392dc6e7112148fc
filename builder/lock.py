"""One build at a time in a project: a lock that ends with the process that holds it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

FOLDER: Final = ".dateline"


class Locked(Exception):
    """Another process is building this project; carries its number, 0 when unknown."""

    def __init__(self, process: int) -> None:
        super().__init__(f"process {process} is building this project")
        self.process = process


@contextmanager
def exclusive(project: Path) -> Iterator[bool]:
    """Hold the project's lock; raises `Locked` at once when another process has it.

    Gives False where the folder `.dateline` cannot be written: then nothing is locked.
    """
    try:
        descriptor = _opened(project / FOLDER)
    except OSError:
        yield False
        return
    try:
        _take(descriptor)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield True
    finally:
        # The file stays: removing it would let two processes hold locks on two files of one name.
        os.close(descriptor)


def _opened(folder: Path) -> int:
    folder.mkdir(exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")
    return os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)


def _take(descriptor: int) -> None:
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        held = os.pread(descriptor, 20, 0).strip()
        raise Locked(int(held) if held.isdigit() else 0) from None
