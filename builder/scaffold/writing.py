"""Write new files, and never over one that is there."""

from __future__ import annotations

import contextlib
from pathlib import Path

from builder.values import frozen


@frozen
class NewFile:
    """A file to be; `path` is relative to the project, with `/` between folders."""

    path: str
    text: str


def write_new(project: Path, files: tuple[NewFile, ...]) -> None:
    """Write all the files or none; raises FileExistsError when one is there.

    What a failure leaves half done is removed again, so that the command can be repeated.
    """
    made: list[Path] = []
    try:
        for file in files:
            made.extend(_make_folders((project / file.path).parent))
            path = project / file.path
            with path.open("x", encoding="utf-8", newline="\n") as stream:
                made.append(path)
                stream.write(file.text)
    except BaseException:
        for path in reversed(made):
            # A folder that somebody else has put a file into meanwhile stays.
            with contextlib.suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
        raise


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder with those above it; gives the ones that were missing, outermost first."""
    missing: list[Path] = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    missing.reverse()
    for each in missing:
        each.mkdir(exist_ok=True)
    return missing
