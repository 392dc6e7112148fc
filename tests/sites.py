"""Whole sites for the tests: built for real, and read back from their HTML."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from conftest import TODAY, unheard

import builder
from builder.build import Options, Report
from builder.build import build as build_site

ROOT: Final = Path(builder.__file__).resolve().parent.parent
EXAMPLES: Final = Path(__file__).parent / "examples"
EXAMPLE_NAMES: Final = ("minimal", "everything", "awkward")

NOTHING_MORE: Final[Mapping[str, str]] = {}

INPUTS: Final = ("dateline.yaml", "content", "templates", "theme", "redacted.txt")
"""What of a project's folder its author wrote."""


# ------------------------------------------------------------------------------- projects


def copy_of(project: Path, folder: Path, *, without: tuple[str, ...] = ()) -> Path:
    """Copy what a project's author wrote, and nothing that was built of it."""
    folder.mkdir(parents=True)
    for name in INPUTS:
        original = project / name
        if name in without or not original.exists():
            continue
        if original.is_dir():
            shutil.copytree(original, folder / name, symlinks=True)
        else:
            shutil.copy(original, folder / name)
    return folder


def own_example(folder: Path) -> Path:
    """Copy the example site of this repository, which uses the built-in theme as it is."""
    return copy_of(ROOT, folder, without=("templates", "theme"))


def built(
    project: Path,
    *,
    drafts: bool = False,
    url: str = "",
    today: tuple[int, int, int] = TODAY,
    output: Path | None = None,
    adopt: bool = False,
    clean: bool = False,
) -> Report:
    """Build a project in this process."""
    options = Options(today=today, drafts=drafts, url=url, output=output, adopt=adopt, clean=clean)
    return build_site(project, options, unheard)


def dateline(
    *arguments: str,
    here: Path,
    seconds: float = 60,
    environment: Mapping[str, str] = NOTHING_MORE,
) -> subprocess.CompletedProcess[str]:
    """Run the command as a process of its own; one that works longer is killed, and fails."""
    clean = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, "-m", "builder", *arguments],
        cwd=here,
        env={**clean, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=seconds,
    )


def files_of(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder with its bytes, by its path from there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def states_of(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Give what shows that a file or folder was touched: inode, size, time of its last change."""
    return {
        path.relative_to(folder).as_posix(): (status.st_ino, status.st_size, status.st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        for status in (path.lstat(),)
    }


# ----------------------------------------------------------------------------------- HTML

VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass(slots=True)
class Element:
    """An element of a page with what is in it."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """Give this element and all below it, in the order of the page."""
        # Hostile pages are nested deeper than Python calls itself.
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            below = (child for child in reversed(element.children) if isinstance(child, Element))
            waiting.extend(below)

    def all(self, *tags: str) -> list[Element]:
        """Give the elements below that have one of these tags."""
        return [each for each in self.walk() if each.tag in tags]

    def first(self, tag: str) -> Element:
        """Give the first element of a tag; there must be one."""
        found = self.all(tag)
        assert found, f"there is no <{tag}>"
        return found[0]

    def words(self) -> str:
        """Give the text, every run of blanks as one."""
        return " ".join(self._text().split())

    def _text(self) -> str:
        return "".join(
            child if isinstance(child, str) else child._text() for child in self.children
        )


class _Reader(HTMLParser):
    """Builds the elements of one page; what does not nest is a fault."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Element("", {})
        self.open = [self.page]
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> has an attribute twice: {names}")
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].tag != tag:
            self.faults.append(f"</{tag}> closes <{self.open[-1].tag}>")
        if any(each.tag == tag for each in self.open):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read_page(data: bytes) -> Element:
    """Read a page; every element in it must be closed where it was opened."""
    page, faults = parsed_page(data)
    assert not faults, faults
    return page


def parsed_page(data: bytes) -> tuple[Element, list[str]]:
    """Read a page as far as it goes, with what in it does not nest."""
    reader = _Reader()
    reader.feed(data.decode())
    reader.close()
    unclosed = [f"<{each.tag}> is never closed" for each in reader.open[1:]]
    return reader.page, [*reader.faults, *unclosed]


def pages_of(site: Mapping[str, bytes]) -> dict[str, Element]:
    """Read all pages of a site."""
    return {path: read_page(data) for path, data in site.items() if path.endswith(".html")}


def target(page: str, address: str) -> tuple[str, str]:
    """Give the path from the site's root, and the anchor, to which an address on a page leads."""
    parts = urlsplit(address)
    folders = page.split("/")[:-1]
    if not parts.path:
        return page, unquote(parts.fragment)
    for step in unquote(parts.path).split("/"):
        if step == "..":
            assert folders, f"{address} on {page} leads out of the site"
            folders.pop()
        elif step != ".":
            folders.append(step)
    return "/".join(folders), unquote(parts.fragment)


def is_outside(address: str) -> bool:
    """Tell whether an address names a scheme or a host."""
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)
