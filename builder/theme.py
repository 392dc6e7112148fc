"""The templates and assets that decide how pages look, as one value.

A project's file replaces the built-in file of the same relative path; one that replaces nothing
is taken only when something else of the theme, or the settings, name it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Set
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from builder.problems import Position, Problem, in_order, problem
from builder.values import frozen

ASSETS: Final = "assets/"
FILE_BYTES: Final = 100_000_000
"""GitHub refuses a file larger than this."""


class Template(NamedTuple):
    """The source of a template; `file` is what problems call it."""

    name: str
    file: str
    text: str


class Asset(NamedTuple):
    """A file that is copied; `path` is relative to the site's root, such as `assets/a.css`."""

    path: str
    file: str
    data: bytes


@frozen
class Theme:
    """All templates and assets, in the order of their names."""

    templates: tuple[Template, ...]
    assets: tuple[Asset, ...]
    digest: str
    """The same as long as no name and no byte of the files changes."""


class _File(NamedTuple):
    name: str
    file: str
    data: bytes


def load_theme(
    project_templates: Path | None,
    *,
    folder: str = "templates",
    stylesheets: tuple[str, ...] = (),
) -> tuple[Theme, tuple[Problem, ...]]:
    """Join the built-in theme with a project's own templates, where it has any.

    `folder` is what problems call the project's folder; `stylesheets` are those that the settings
    add to every page.
    """
    built_in, bugs = _read(built_in_folder(Path(__file__).parent), f"{folder}/(built-in)")
    own, problems = _read(project_templates, folder) if project_templates else ({}, ())
    files = built_in | own
    strange = own.keys() - built_in.keys() - set(stylesheets)
    unknown = strange - _named(strange, files)
    kept = {name: files[name] for name in sorted(files.keys() - unknown)}
    templates, garbled = _decoded(kept)
    theme = Theme(
        templates,
        tuple(Asset(*file) for name, file in kept.items() if name.startswith(ASSETS)),
        _digest(kept),
    )
    strangers = [_unknown(own[name].file, name, built_in) for name in unknown]
    return theme, in_order((*bugs, *problems, *strangers, *garbled))


def built_in_folder(package: Path) -> Path:
    """Give the built-in theme: inside an installed package, or beside the package of a checkout."""
    installed = package / "_theme"
    return installed if installed.is_dir() else package.parent / "templates"


def _named(strange: Set[str], files: Mapping[str, _File]) -> set[str]:
    """Find the files that are named in the text of another file."""
    texts = [
        (file.name, file.data.decode("utf-8", "replace"))
        for file in files.values()
        if strange and (file.name.endswith(".css") or not file.name.startswith(ASSETS))
    ]
    return {
        name
        for name in strange
        for other, text in texts
        if other != name and _names(text, name, is_stylesheet=other.endswith(".css"))
    }


def _names(text: str, name: str, *, is_stylesheet: bool) -> bool:
    """Tell whether a text names a file.

    A template writes a name as `include`, `import` and `extends` want it, or as the address of an
    asset. A style sheet writes addresses relative to itself, so there the last part is enough.
    """
    if is_stylesheet:
        return bool(re.search(rf"""[/"'(]{re.escape(PurePosixPath(name).name)}["')?#]""", text))
    return bool(re.search(rf"(?<![\w./-]){re.escape(name)}(?![\w/-])", text))


def _decoded(files: Mapping[str, _File]) -> tuple[tuple[Template, ...], list[Problem]]:
    templates, problems = [], []
    for name, file, data in files.values():
        if name.startswith(ASSETS):
            continue
        try:
            templates.append(Template(name, file, data.decode("utf-8-sig")))
        except UnicodeDecodeError as error:
            message = f"the template is not UTF-8: byte {error.start} cannot be read"
            problems.append(problem("not-utf8", message, Position(file), hint="save it as UTF-8"))
    return tuple(templates), problems


def _digest(files: Mapping[str, _File]) -> str:
    digest = hashlib.sha256()
    for name, _, data in files.values():
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _unknown(file: str, name: str, built_in: Mapping[str, _File]) -> Problem:
    # Only mistakes need it.
    from difflib import get_close_matches

    near = get_close_matches(name, built_in, n=1)
    hint = f"to replace a built-in file, call it '{near[0]}'" if near else "name it, or remove it"
    message = (
        "this file is left out: it replaces no file of the built-in theme,"
        " and no template, style sheet or setting names it"
    )
    return problem("unknown-file", message, Position(file), hint=hint)


# ------------------------------------------------------------------------ reading a folder


def _read(folder: Path, shown_as: str) -> tuple[dict[str, _File], tuple[Problem, ...]]:
    """Read all files of a theme by their names; what cannot be read is a problem."""
    root = folder.resolve()
    found = list(_walk(root, root, shown_as)) if root.is_dir() else []
    files = {each.name: each for each in found if isinstance(each, _File)}
    return files, tuple(each for each in found if isinstance(each, Problem))


def _walk(folder: Path, root: Path, shown_as: str) -> Iterator[_File | Problem]:
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        yield _unreadable(_shown(folder, root, shown_as), error)
        return
    for path in paths:
        file = _shown(path, root, shown_as)
        if _is_ignored(path.name):
            continue
        if not path.name.isprintable():
            message = "the file's name cannot be shown"
            yield problem("unreadable", message, Position(file), hint="rename it")
        elif path.is_symlink() and not _stays_inside(path, root):
            message = "this link leads out of the folder of the templates, or to nothing"
            yield problem("outside-project", message, Position(file), hint="copy the file here")
        elif path.is_symlink() and path.is_dir():
            message = "this link leads to a folder; templates are read from real folders only"
            yield problem("outside-project", message, Position(file), hint="move the folder here")
        elif path.is_dir():
            yield from _walk(path, root, shown_as)
        else:
            yield _file(path, path.relative_to(root).as_posix(), file)


def _file(path: Path, name: str, file: str) -> _File | Problem:
    try:
        if not path.is_file():
            message = "this is no ordinary file"
            return problem("unreadable", message, Position(file), hint="remove it from here")
        if path.stat().st_size > FILE_BYTES:
            message = f"the file holds more than the {FILE_BYTES:,} bytes that are read"
            return problem("too-large", message, Position(file))
        return _File(name, file, path.read_bytes())
    except OSError as error:
        return _unreadable(file, error)


def _unreadable(file: str, error: OSError) -> Problem:
    why = (error.strerror or "unknown reason").lower()
    hint = "give yourself the right to read it"
    return problem("unreadable", f"this cannot be read: {why}", Position(file), hint=hint)


def _stays_inside(path: Path, root: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def _shown(path: Path, root: Path, shown_as: str) -> str:
    name = path.relative_to(root).as_posix()
    return f"{shown_as}/{name.encode('utf-8', 'backslashreplace').decode()}"


def _is_ignored(name: str) -> bool:
    return name == "README.md" or name.startswith(".") or name.endswith(("~", ".swp"))
