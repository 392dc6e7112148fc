"""Replace files whole, and only those that are still as they were read.

Every new text lies ready beside its file before the first one is replaced; files are renamed last.
After a kill at any moment each file is the old or the new one.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import stat
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from builder.changing.planning import Change, Plan
from builder.changing.reading import Project, read_project
from builder.lock import FOLDER, Locked, exclusive
from builder.model.settings import Settings

_DRAFT: Final = ".dateline-{}.tmp"
"""Hidden, so that a build beside the command does not read it."""
_A_DRAFT: Final = re.compile(r"\.dateline-\d+\.tmp")


class Disturbed(Exception):
    """Something outside the notes is in the way; carries a sentence."""


Planner = Callable[[Project], Plan]
"""Plans a command for the files of a project."""


def plan(folder: Path, settings: Settings, command: Sequence[str], planner: Planner) -> Plan:
    """Give what a command would change, and write nothing."""
    project = read_project(folder, settings)
    return planner(replace(project, is_resumed=_begun(folder) == list(command)))


def change(folder: Path, settings: Settings, command: Sequence[str], planner: Planner) -> Plan:
    """Give what a command changes, written unless there is a reason against it.

    Raises `Disturbed` or OSError when it cannot be written.
    """
    try:
        with exclusive(folder):
            found = plan(folder, settings, command, planner)
            if found.changes and not found.reasons:
                _write_changes(folder, found.changes, lambda: _begin(folder, command))
            if not found.reasons:
                _note_of(folder).unlink(missing_ok=True)
            return found
    except Locked as locked:
        sentence = f"process {locked.process} is at work in this project; wait until it is done"
        raise Disturbed(sentence) from locked


# A command that is killed between two files leaves its words behind: when it is run again, what
# it has done already is not in its way.


def _note_of(folder: Path) -> Path:
    return folder / FOLDER / "changing"


def _begin(folder: Path, command: Sequence[str]) -> None:
    with contextlib.suppress(OSError):
        _note_of(folder).write_text(json.dumps(list(command)), encoding="utf-8")


def _begun(folder: Path) -> object:
    try:
        return json.loads(_note_of(folder).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None


# ------------------------------------------------------------------------------------ the files


def _write_changes(folder: Path, changes: Sequence[Change], begin: Callable[[], None]) -> None:
    """Write all the changes; raises `Disturbed` or OSError, as a rule before anything is written.

    `begin` is called when everything lies ready.
    """
    for change in changes:
        _expect_unchanged(folder, change)
        if change.new_path and os.path.lexists(folder / change.new_path):
            raise Disturbed(f"'{change.new_path}' is there already and stays as it is")
    for parent in {(folder / change.path).parent for change in changes}:
        _remove_drafts(parent)
    drafts: list[Path] = []
    try:
        for number, change in enumerate(changes):
            if change.after != change.before:
                drafts.append((folder / change.path).with_name(_DRAFT.format(number)))
                _write(drafts[-1], change.after, folder / change.path)
        begin()
        waiting = iter(drafts)
        for change in changes:
            if change.after != change.before:
                _expect_unchanged(folder, change)
                os.replace(next(waiting), folder / change.path)
        for change in changes:
            if change.new_path:
                _move(folder, change)
    finally:
        for draft in drafts:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)


def _expect_unchanged(folder: Path, change: Change) -> None:
    path = folder / change.path
    status = os.lstat(path)
    if stat.S_ISLNK(status.st_mode):
        raise Disturbed(f"'{change.path}' is a link; change the file that it leads to by hand")
    if not os.access(path, os.W_OK):
        raise Disturbed(f"'{change.path}' may not be written")
    if not stat.S_ISREG(status.st_mode) or path.read_bytes() != change.before:
        raise Disturbed(f"'{change.path}' was changed meanwhile by somebody else; run this again")


def _remove_drafts(folder: Path) -> None:
    """Remove what a killed command left behind."""
    for path in folder.iterdir():
        if _A_DRAFT.fullmatch(path.name):
            path.unlink()


def _write(draft: Path, data: bytes, original: Path) -> None:
    mode = stat.S_IMODE(os.lstat(original).st_mode)
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except PermissionError as error:
        raise Disturbed(f"the folder of '{original.name}' cannot be written") from error
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
        os.fchmod(descriptor, mode)


def _move(folder: Path, change: Change) -> None:
    target = folder / change.new_path
    if os.path.lexists(target):
        raise Disturbed(f"'{change.new_path}' is there already and stays as it is")
    os.rename(folder / change.path, target)
