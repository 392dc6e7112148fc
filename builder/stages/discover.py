"""Find the input files of a project and read them."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from builder.model.inputs import InputFile, InputFiles
from builder.model.settings import Settings
from builder.problems import Position, Problem, Related, problem

NOTE_BYTES: Final = 1_000_000
ARTICLE_BYTES: Final = 2_000_000
FILE_BYTES: Final = 100_000_000
"""GitHub refuses a file larger than this."""

FOLDERS: Final = {
    "articles": (".md", ".markdown", ".txt"),
    "events": (".yaml", ".yml"),
    "pages": (".md", ".markdown"),
    "photos": (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".svg"),
    "static": (),
}
"""The folders under the content folder with the endings read there; static takes any."""

FILES: Final = {"people.yaml": "people", "places.yaml": "places"}
"""The files that lie in the content folder itself."""


def discover(project: Path, settings: Settings) -> tuple[InputFiles, tuple[Problem, ...]]:
    """Read every input file under the content folder; what cannot be read is a problem."""
    walk = _Walk(project.resolve())
    if walk.leads_out(settings.content):
        return InputFiles(), tuple(walk.problems)
    found = {
        folder: walk.read(f"{settings.content}/{folder}", endings)
        for folder, endings in FOLDERS.items()
    }
    found |= walk.read_files(settings.content)
    return InputFiles(**found), tuple(walk.problems)


class _Walk:
    """Reads folders of one project; the problems gather here."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.problems: list[Problem] = []

    def read(self, folder: str, endings: tuple[str, ...]) -> tuple[InputFile, ...]:
        seen: dict[str, str] = {}
        files: list[InputFile] = []
        if self.leads_out(folder):
            return ()
        # Where any file is copied, one that is not has to be told.
        for path in sorted(self._paths(folder, tells_hidden=not endings)):
            if endings and not path.lower().endswith(endings):
                expected = ", ".join(endings)
                self._add(
                    "unknown-file", path, f"this is no file of '{folder}'", f"read: {expected}"
                )
                continue
            folded = unicodedata.normalize("NFC", path).casefold()
            if folded in seen:
                self._collision(path, seen[folded])
                continue
            seen[folded] = path
            data = self._bytes(path, _limit(path, folder))
            if data is not None:
                files.append(InputFile(path, data))
        return tuple(files)

    def read_files(self, content: str) -> dict[str, tuple[InputFile, ...]]:
        """Read the files in the content folder itself; warn of all others that lie there."""
        found: dict[str, tuple[InputFile, ...]] = {}
        for entry in sorted(self._entries(content), key=lambda each: each.name):
            path = f"{content}/{entry.name}"
            if entry.name in FILES and not self.leads_out(path):
                data = self._bytes(path, NOTE_BYTES)
                found[FILES[entry.name]] = () if data is None else (InputFile(path, data),)
            elif entry.name not in (*FOLDERS, *FILES) and not _is_ignored(entry.name):
                folders = [f"{content}/{folder}/" for folder in FOLDERS]
                listed = ", ".join((*folders, *(f"{content}/{file}" for file in FILES)))
                self._add("unknown-file", path, "nothing is read here", f"read: {listed}")
        return found

    def leads_out(self, folder: str) -> bool:
        """Tell whether a folder or file is a link out of the project, or to nothing; report it."""
        path = os.path.join(self.project, folder)
        if not os.path.lexists(path) or self._stays_inside(path):
            return False
        message = "this link leads out of the project, or to nothing"
        what = "file" if folder.endswith(tuple(FILES)) else "folder"
        self._add("outside-project", folder, message, f"move the {what} here")
        return True

    def _paths(self, folder: str, *, tells_hidden: bool) -> Iterator[str]:
        for entry in self._entries(folder):
            path = f"{folder}/{entry.name}"
            if _is_ignored(entry.name):
                if tells_hidden:
                    self._add("unknown-file", path, "a hidden file is not copied", "rename it")
                continue
            if not entry.name.isprintable() or _has_surrogates(entry.name):
                shown = entry.name.encode("utf-8", "backslashreplace").decode()
                self._add("unreadable", f"{folder}/{shown}", "the file's name cannot be shown", "")
            elif entry.is_symlink() and not self._stays_inside(entry.path):
                message = "this link leads out of the project, or to nothing"
                self._add("outside-project", path, message, "copy the file into the content folder")
            elif entry.is_dir():
                if entry.is_symlink():
                    message = "this link leads to a folder; files are read from real folders only"
                    self._add("outside-project", path, message, "move the folder here")
                else:
                    yield from self._paths(path, tells_hidden=tells_hidden)
            else:
                yield path

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self.project / folder) as entries:
                return list(entries)
        except FileNotFoundError:
            return []
        except OSError as error:
            self._add("unreadable", folder, f"the folder cannot be read: {_why(error)}", "")
            return []

    def _stays_inside(self, path: str) -> bool:
        try:
            return Path(path).resolve(strict=True).is_relative_to(self.project)
        except (OSError, RuntimeError):
            return False

    def _bytes(self, path: str, limit: int) -> bytes | None:
        try:
            # Not to wait for ever at a pipe that nobody writes to.
            descriptor = os.open(self.project / path, os.O_RDONLY | os.O_NONBLOCK)
        except OSError as error:
            self._add("unreadable", path, f"the file cannot be read: {_why(error)}", "")
            return None
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                self._add("unreadable", path, "this is no ordinary file", "remove it from here")
                return None
            if status.st_size > limit:
                size = f"{status.st_size:,} bytes, more than the {limit:,} that are read"
                self._add("too-large", path, f"the file holds {size}", "split it")
                return None
            return _read(descriptor, status.st_size, limit)
        except OSError as error:
            self._add("unreadable", path, f"the file cannot be read: {_why(error)}", "")
            return None
        finally:
            os.close(descriptor)

    def _collision(self, path: str, other: str) -> None:
        message = f"'{path}' and '{other}' are one file on many machines"
        related = (Related("the other", Position(other)),)
        place = Position(path)
        hint = "rename one of the two"
        self.problems.append(problem("path-collision", message, place, hint=hint, related=related))

    def _add(self, code: str, path: str, message: str, hint: str) -> None:
        self.problems.append(problem(code, message, Position(path), hint=hint))


def _read(descriptor: int, size: int, limit: int) -> bytes:
    """Read a file in one piece; only one that grows or shrinks meanwhile takes more."""
    data = os.read(descriptor, size + 1)
    while len(data) != size and len(data) <= limit and (more := os.read(descriptor, limit)):
        data += more
    return data


def _limit(path: str, folder: str) -> int:
    if folder.endswith("/articles"):
        return ARTICLE_BYTES
    return FILE_BYTES if folder.endswith(("/photos", "/static")) else NOTE_BYTES


def _is_ignored(name: str) -> bool:
    return name.startswith(".") or name.endswith(("~", ".swp"))


def _has_surrogates(name: str) -> bool:
    return any("\ud800" <= letter <= "\udfff" for letter in name)


def _why(error: OSError) -> str:
    return (error.strerror or "unknown reason").lower()
