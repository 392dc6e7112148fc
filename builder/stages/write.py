"""Make the output folder equal to the planned files, touching only what differs.

Files are staged in `.staging/` first; only when all are there are they moved into place, each
whole. The manifest is marked incomplete before the first move and complete after the last, so
that after a kill at any moment the next build knows what is its own. Only files that the last
manifest names are ever replaced or removed, and never through a link.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from builder.model.pages import OutputFile
from builder.values import frozen

MANIFEST: Final = "build-manifest.json"
STAGING: Final = ".staging"
_FOREIGN_IS_FINE: Final = (".gitignore", STAGING)


@frozen
class Written:
    """How many files the folder holds now, how many of them changed, how many went."""

    files: int
    changed: int
    removed: int


class OutputRefused(Exception):
    """The output folder holds something that would be harmed; nothing was written."""


@frozen
class _Difference:
    """What must be done to the folder; every path is one of ours."""

    changed: tuple[str, ...]
    gone: tuple[str, ...]
    blocking: tuple[str, ...]
    """Those gone that stand where a folder goes, or in a folder that stands where a file goes."""
    cleared: tuple[str, ...]
    """Those changed where a folder stands, with nothing in it but files of ours."""


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
    named = _named(folder)
    if named is None and not adopts:
        _refuse_strangers(folder)
    known = named or frozenset()
    difference = _difference(folder, planned, known, adopts=adopts, rewrites=rewrites)
    # A killed build may have left a draft there: it goes even when nothing else is to be done.
    shutil.rmtree(folder / STAGING, ignore_errors=True)
    listed = _listed(planned)
    manifest = _manifest(listed, is_complete=True)
    if not (difference.changed or difference.gone or _differs(folder / MANIFEST, manifest)):
        return Written(len(planned), 0, 0)
    both = {**_listed(dict.fromkeys(known, b"")), **listed}
    try:
        _stage(folder, [planned[path] for path in difference.changed], advance)
        removed = _carry_out(folder, difference, _manifest(both, is_complete=False))
        _replace_manifest(folder, manifest)
    finally:
        shutil.rmtree(folder / STAGING, ignore_errors=True)
    return Written(len(planned), len(difference.changed), removed)


# ---------------------------------------------------------------------------- what the folder holds


def _named(folder: Path) -> frozenset[str] | None:
    """Give the files of ours the last manifest names; None without one that can be read."""
    try:
        with _opened(folder / MANIFEST) as file:
            paths = list(json.loads(file.read())["files"].keys())
        # Half a surrogate pair names no file.
        "".join(paths).encode()
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return frozenset(filter(_is_safe, paths))


def _is_safe(path: str) -> bool:
    """A manifest is a file that others may edit: it leads nowhere else, by one spelling only."""
    parts = path.split("/")
    is_ours = path != MANIFEST and parts[0] != STAGING
    return is_ours and "\0" not in path and not any(part in ("", ".", "..") for part in parts)


def _refuse_strangers(folder: Path) -> None:
    if not folder.exists():
        return
    strangers = sorted(
        name
        for name in os.listdir(folder)
        if name not in _FOREIGN_IS_FINE and _holds_files(folder / name)
    )
    if strangers:
        listed = ", ".join(f"'{name}'" for name in strangers[:5])
        more = f" and {len(strangers) - 5} more" if len(strangers) > 5 else ""
        raise OutputRefused(
            f"the output folder '{folder.name}' holds files that dateline did not write "
            f"({listed}{more}). Choose another folder with --output, or take it over with --adopt"
        )


def _holds_files(path: Path) -> bool:
    """Tell a file, or a folder with one in it, from folders that a killed build left empty."""
    return not stat.S_ISDIR(_mode(path)) or any(True for _ in _files_in(path))


def _files_in(folder: Path) -> Iterator[str]:
    """Give the path of whatever a folder holds at any depth; a link to a folder is a file."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files_in(Path(entry.path))
            else:
                yield entry.path


def _mode(path: Path | str) -> int:
    """Say what stands at a path, a link being a link; 0 for nothing."""
    try:
        return os.lstat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return 0


def _opened(path: Path | str) -> IO[bytes]:
    """Open to read without following a link, or waiting for what writes to a pipe."""
    flags = os.O_NOFOLLOW | os.O_NONBLOCK
    return open(path, "rb", opener=lambda name, more: os.open(name, flags | more))


# ------------------------------------------------------------------------------- what must be done


def _difference(
    folder: Path,
    planned: Mapping[str, bytes],
    known: frozenset[str],
    *,
    adopts: bool,
    rewrites: bool,
) -> _Difference:
    """Compare the folder with the plan; refuses what would harm files that are not ours."""
    files = _held(folder)
    changed = tuple(
        path
        for path, data in planned.items()
        if rewrites
        or (files is not None and path not in files)
        or _differs(f"{folder}/{path}", data)
    )
    _refuse_ways(folder, changed, known)
    standing = {path: mode for path in changed if (mode := _mode(f"{folder}/{path}"))}
    cleared = tuple(path for path, mode in standing.items() if stat.S_ISDIR(mode))
    _refuse_folders(folder, cleared, known)
    if not adopts:
        _refuse_foreign(standing.keys() - known - set(cleared))
    gone = _not_behind_links(folder, sorted(known - planned.keys()))
    ways, goals = _folders_of(changed), set(cleared)
    blocking = tuple(
        path for path in gone if path in ways or not goals.isdisjoint(_folders_of([path]))
    )
    return _Difference(changed, gone, blocking, cleared)


def _held(folder: Path) -> frozenset[str] | None:
    """Give the paths of all files in the folder, from the folder on; None when not all are seen."""
    if not folder.is_dir():
        return frozenset()
    start = len(f"{folder}/")
    try:
        return frozenset(path[start:] for path in _files_in(folder))
    except (OSError, RecursionError):
        # Somebody else's folder may be closed to us, or go very deep; it is none of our business.
        return None


def _differs(path: Path | str, data: bytes) -> bool:
    """Tell whether a file must be written; so must one that cannot be read."""
    try:
        with _opened(path) as file:
            status = os.fstat(file.fileno())
            is_alike = stat.S_ISREG(status.st_mode) and status.st_size == len(data)
            return not is_alike or file.read() != data
    except OSError:
        return True


def _refuse_foreign(paths: Collection[str]) -> None:
    """Refuse to replace files of somebody else."""
    if paths:
        raise OutputRefused(
            f"'{min(paths)}' in the output folder was not written by dateline, and a page goes "
            "there. Move it away, or take the folder over with --adopt"
        )


def _refuse_ways(folder: Path, paths: Iterable[str], known: frozenset[str]) -> None:
    """Refuse to write through a link, or where a file of somebody else stands for a folder."""
    for way in sorted(_folders_of(paths)):
        mode = _mode(folder / way)
        if stat.S_ISLNK(mode):
            raise OutputRefused(
                f"'{way}' in the output folder is a link, and a folder of pages goes there. "
                "Move it away"
            )
        if mode and not stat.S_ISDIR(mode) and way not in known:
            raise OutputRefused(
                f"'{way}' in the output folder was not written by dateline, and a folder of pages "
                "goes there. Move it away"
            )


def _refuse_folders(folder: Path, paths: Iterable[str], known: frozenset[str]) -> None:
    """Refuse to put a page in the place of a folder that holds files of somebody else."""
    for path in paths:
        inside = (os.path.relpath(file, folder) for file in _files_in(folder / path))
        if any(file not in known for file in inside):
            raise OutputRefused(
                f"'{path}' in the output folder is a folder with files that dateline did not "
                "write, and a page goes there. Move it away"
            )


def _not_behind_links(folder: Path, paths: Iterable[str]) -> tuple[str, ...]:
    """Leave out what is no longer ours, because a folder of ours became a link."""
    paths = tuple(paths)
    links = {way for way in _folders_of(paths) if os.path.islink(folder / way)}
    return tuple(path for path in paths if links.isdisjoint(_folders_of([path])))


def _folders_of(paths: Iterable[str]) -> set[str]:
    """Give all the folders that lead to the files, without the output folder itself."""
    found: set[str] = set()
    for path in paths:
        way = path.rpartition("/")[0]
        while way and way not in found:
            found.add(way)
            way = way.rpartition("/")[0]
    return found


# ------------------------------------------------------------------------------------- what is done


def _stage(folder: Path, contents: Iterable[bytes], advance: Callable[[int], None]) -> None:
    staging = folder / STAGING
    staging.mkdir(parents=True)
    for number, data in enumerate(contents):
        descriptor = os.open(f"{staging}/{number}", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        # Buffered: a bare write may stop half-way and say so only in the number it returns.
        with open(descriptor, "wb") as file:
            file.write(data)
        advance(1)


def _carry_out(folder: Path, difference: _Difference, incomplete: bytes) -> int:
    """Move what is staged into place and remove what is gone; gives how many were removed."""
    removed = 0
    if not difference.blocking:
        # Before the site is marked: a disk too full for a folder leaves it as it was.
        _make_folders(folder, difference.changed)
    _replace_manifest(folder, incomplete)
    if difference.blocking:
        removed = _remove(folder, difference.blocking)
        _make_folders(folder, difference.changed)
    for path in difference.cleared:
        _remove_empty_folders(folder / path)
    for number, path in enumerate(difference.changed):
        os.replace(f"{folder}/{STAGING}/{number}", f"{folder}/{path}")
    return removed + _remove(folder, difference.gone)


def _make_folders(folder: Path, paths: Iterable[str]) -> None:
    for parent in sorted({path.rpartition("/")[0] for path in paths}):
        (folder / parent).mkdir(parents=True, exist_ok=True)


def _remove(folder: Path, paths: Iterable[str]) -> int:
    """Remove files, and the folders that are empty without them; gives how many there were."""
    paths = tuple(paths)
    removed = sum(_is_removed(folder / path) for path in paths)
    # Backwards, a folder comes after those in it.
    for way in sorted(_folders_of(paths), reverse=True):
        with suppress(OSError):
            os.rmdir(folder / way)
    return removed


def _is_removed(path: Path) -> bool:
    try:
        os.unlink(path)
    except OSError:
        # Gone already, or a folder now; anything else that cannot be removed is a failure.
        if os.path.lexists(path) and not os.path.isdir(path):
            raise
        return False
    return True


def _remove_empty_folders(folder: Path) -> None:
    for inner, _, _ in os.walk(folder, topdown=False):
        os.rmdir(inner)


def _listed(files: Mapping[str, bytes]) -> dict[str, dict[str, int | str]]:
    """Give what the manifest says of files: nothing of time or machine."""
    return {
        path: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for path, data in files.items()
    }


def _manifest(listed: Mapping[str, Mapping[str, int | str]], *, is_complete: bool) -> bytes:
    """Give the manifest as JSON, a line for each file."""
    files = ",\n".join(
        f"{json.dumps(path, ensure_ascii=False)}: {json.dumps(about)}"
        for path, about in sorted(listed.items())
    )
    start = f'"version": 1,\n"complete": {json.dumps(is_complete)},\n'
    return f'{{\n{start}"files": {{\n{files}\n}}\n}}\n'.encode()


def _replace_manifest(folder: Path, data: bytes) -> None:
    """Replace the manifest whole, and have it on the disk before going on."""
    staged = folder / STAGING / MANIFEST
    with open(staged, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(staged, folder / MANIFEST)
