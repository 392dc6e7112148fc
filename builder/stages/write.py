"""Make the output folder equal to the planned files, touching only what differs.

Files are staged in `.staging/` first; only when all are there are they moved into place, each
whole. The manifest is marked incomplete before the first move and complete after the last, so
that after a kill at any moment the next build knows what is its own. Only files that the last
manifest names are ever replaced or removed.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from builder.model.pages import OutputFile

MANIFEST: Final = "build-manifest.json"
STAGING: Final = ".staging"
_FOREIGN_IS_FINE: Final = (".gitignore", STAGING)


@dataclass(frozen=True, slots=True)
class Written:
    """How many files the folder holds now, how many of them changed, how many went."""

    files: int
    changed: int
    removed: int


class OutputRefused(Exception):
    """The output folder holds something that would be harmed; nothing was written."""


def write(
    folder: Path,
    files: Iterable[OutputFile],
    *,
    adopts: bool,
    rewrites: bool,
    advance: Callable[[int], None],
) -> Written:
    """Write the files; raises `OutputRefused` or OSError before anything is replaced.

    `adopts` lets files be replaced that no manifest names; `rewrites` replaces also what is equal.
    """
    planned = {file.path: file.data for file in files}
    known = _known(folder)
    if known is None and not adopts:
        _refuse_strangers(folder)
    changed = [
        path
        for path, data in planned.items()
        if (rewrites or _differs(folder / path, data))
        and _may_write(folder, path, known or {}, adopts=adopts)
    ]
    gone = [path for path in known or {} if path not in planned and _is_safe(path)]
    manifest = _manifest(planned, is_complete=True)
    if not changed and not gone and _differs_not(folder / MANIFEST, manifest):
        return Written(len(planned), 0, 0)
    staging = folder / STAGING
    try:
        _stage(staging, [planned[path] for path in changed], advance)
        _make_folders(folder, changed)
        both = {**dict.fromkeys(known or {}, b""), **planned}
        _replace(folder / MANIFEST, _manifest(both, is_complete=False))
        for number, path in enumerate(changed):
            os.replace(staging / str(number), folder / path)
        removed = _remove(folder, gone)
        _replace(folder / MANIFEST, manifest)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return Written(len(planned), len(changed), removed)


def _known(folder: Path) -> Mapping[str, Any] | None:
    """Give the files the last manifest names; None without a manifest that can be read."""
    try:
        found = json.loads((folder / MANIFEST).read_bytes())
        files = found["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return files if isinstance(files, dict) else None


def _refuse_strangers(folder: Path) -> None:
    if not folder.exists():
        return
    strangers = sorted(name for name in os.listdir(folder) if name not in _FOREIGN_IS_FINE)
    if strangers:
        listed = ", ".join(f"'{name}'" for name in strangers[:5])
        more = f" and {len(strangers) - 5} more" if len(strangers) > 5 else ""
        raise OutputRefused(
            f"the output folder '{folder.name}' holds files that dateline did not write "
            f"({listed}{more}). Choose another folder with --output, or take it over with --adopt"
        )


def _differs(path: Path, data: bytes) -> bool:
    try:
        with open(path, "rb") as file:
            status = os.fstat(file.fileno())
            return status.st_size != len(data) or path.is_symlink() or file.read() != data
    except (FileNotFoundError, NotADirectoryError):
        return True
    except IsADirectoryError as error:
        message = f"'{path.name}' in the output folder is a folder; a page goes there"
        raise OutputRefused(message) from error


def _differs_not(path: Path, data: bytes) -> bool:
    return not _differs(path, data)


def _may_write(folder: Path, path: str, known: Mapping[str, Any], *, adopts: bool) -> bool:
    """Refuse to replace what is not ours, or to follow a link out of the folder."""
    if path not in known and not adopts and os.path.lexists(folder / path):
        raise OutputRefused(
            f"'{path}' in the output folder was not written by dateline, and a page goes there. "
            "Move it away, or take the folder over with --adopt"
        )
    parts = path.split("/")[:-1]
    for depth in range(1, len(parts) + 1):
        parent = folder.joinpath(*parts[:depth])
        if parent.is_symlink():
            raise OutputRefused(f"'{'/'.join(parts[:depth])}' in the output folder is a link")
    return True


def _is_safe(path: str) -> bool:
    """A manifest is a file that others may edit: it never leads out of the folder."""
    return bool(path) and not path.startswith("/") and ".." not in path.split("/")


def _stage(staging: Path, contents: list[bytes], advance: Callable[[int], None]) -> None:
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    for number, data in enumerate(contents):
        descriptor = os.open(staging / str(number), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        with open(descriptor, "wb", buffering=0) as file:
            file.write(data)
        advance(1)


def _make_folders(folder: Path, paths: Iterable[str]) -> None:
    for parent in sorted({os.path.dirname(path) for path in paths}):
        (folder / parent).mkdir(parents=True, exist_ok=True)


def _manifest(files: Mapping[str, bytes], *, is_complete: bool) -> bytes:
    """The files with sizes and digests; nothing of time or machine."""
    listed = {
        path: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for path, data in sorted(files.items())
    }
    found = {"version": 1, "complete": is_complete, "files": listed}
    return (json.dumps(found, indent=0, ensure_ascii=False) + "\n").encode()


def _replace(path: Path, data: bytes) -> None:
    """Replace the manifest whole, and have it on the disk before going on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.parent / STAGING / path.name
    temporary.parent.mkdir(exist_ok=True)
    with open(temporary, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, path)


def _remove(folder: Path, paths: Iterable[str]) -> int:
    removed = 0
    parents = set()
    for path in paths:
        target = folder / path
        try:
            os.unlink(target)
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            continue
        removed += 1
        parents.add(target.parent)
    for parent in sorted(parents, key=lambda each: len(each.parts), reverse=True):
        while parent != folder and not any(parent.iterdir()):
            parent.rmdir()
            parent = parent.parent
    return removed
