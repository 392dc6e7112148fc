"""What the command line learns from its surroundings: folders, the clock, the environment."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from builder.cli.ending import ENVIRONMENT, Refused
from builder.cli.shared import Shared

if TYPE_CHECKING:
    from builder.model.settings import Redaction


_REDACT: Final = "DATELINE_REDACT"


def absolute(path: str) -> Path:
    """Give a path of the caller's as an absolute one, links left as they are."""
    return Path(os.path.abspath(path))


def project_folder(asked: Shared) -> Path:
    """Give the project's folder, or end the program when there is none."""
    from builder.config import FILE, find_project

    if asked.project:
        folder = absolute(asked.project)
        if not (folder / FILE).is_file():
            raise Refused(f"'{asked.project}' is no project: it holds no {FILE}")
        return folder
    here = absolute(".")
    found = find_project(here)
    if found is None:
        raise Refused(
            f"there is no {FILE} in '{here}' or in a folder above it; "
            "'dateline init' begins a project, --project names one"
        )
    return found


def today() -> tuple[int, int, int]:
    """Give the day it is, in UTC."""
    from datetime import UTC, datetime

    now = datetime.now(UTC)
    return now.year, now.month, now.day


def home() -> Path | None:
    """Give the home folder, where there is one."""
    try:
        return Path.home()
    except RuntimeError:
        return None


def shown_path(path: Path) -> str:
    """Give a path as the caller would write it: relative where it lies below the folder here."""
    here = absolute(".")
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def stream(*, is_error: bool) -> TextIO | None:
    """Give the stream of results, or that of everything else; None when it is closed."""
    return sys.stderr if is_error else sys.stdout


def is_terminal(output: TextIO | None) -> bool:
    """Tell whether a person reads an output as it is written."""
    try:
        return output is not None and output.isatty()
    except ValueError:
        return False


def has_colours(asked: Shared, output: TextIO | None) -> bool:
    """Tell whether to colour an output; NO_COLOR is https://no-color.org."""
    if asked.color != "auto":
        return asked.color == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return is_terminal(output)


def problem_format(asked: Shared) -> str:
    """Give the format of problems: the one asked for, else the one that is read here."""
    is_github = os.environ.get("GITHUB_ACTIONS") == "true"
    return asked.format or ("github" if is_github else "text")


def is_public_log() -> bool:
    """Tell whether strangers may read what is printed, as in the logs of a build service."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false", "no")


_REMOTE: Final = re.compile(
    r"^\s*\[\s*remote\s+\"(?P<name>[^\"\n]+)\"\s*\]|^\s*\[|^\s*url\s*=\s*(?P<url>\S+)",
    re.MULTILINE | re.IGNORECASE,
)


def remotes(project: Path) -> tuple[tuple[str, str], ...]:
    """Give the remotes of the git repository that holds a project, each with its address.

    Read from the file itself: git need not be there, and would take longer than a small build.
    """
    folder = next((each for each in (project, *project.parents) if (each / ".git").exists()), None)
    if folder is None:
        return ()
    try:
        text = (_git_folder(folder / ".git") / "config").read_text("utf-8", "replace")
    except OSError:
        return ()
    found: list[tuple[str, str]] = []
    name = ""
    for line in _REMOTE.finditer(text):
        if line["url"] and name:
            found.append((name, line["url"].strip('"')))
        elif not line["url"]:
            name = line["name"] or ""
    return tuple(found)


def _git_folder(path: Path) -> Path:
    """Give where git keeps the settings of a checkout; of a second one, those of the first."""
    if path.is_dir():
        return path
    own = path.parent / path.read_text("utf-8", "replace").removeprefix("gitdir:").strip()
    common = own / "commondir"
    return own / common.read_text("utf-8").strip() if common.is_file() else own


def redactions() -> tuple[Redaction, ...]:
    """Give the words that the environment says must not be published, one a line."""
    from builder.config import redactions as listed

    return listed(os.environ.get(_REDACT, ""), _REDACT)


def folder_in_repository(project: Path) -> str:
    """Give where a project lies in the repository that GitHub Actions checked out."""
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if not workspace:
        return ""
    root, folder = Path(workspace).resolve(), project.resolve()
    if folder == root or not folder.is_relative_to(root):
        return ""
    return folder.relative_to(root).as_posix()


def editor() -> list[str]:
    """Give the command of the caller's editor, or end the program when none is named."""
    import shlex

    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        words = shlex.split(command)
    except ValueError:
        words = []
    if not words:
        raise Refused("--open needs an editor: set the variable VISUAL or EDITOR", ENVIRONMENT)
    return words


def columns() -> int:
    """Give the width of the terminal."""
    from shutil import get_terminal_size

    return get_terminal_size().columns
