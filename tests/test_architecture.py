"""The rules of the tree that can be tests: layers, purity, size, frozen values, test files."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parent.parent
PACKAGE: Final = ROOT / "builder"

LAYERS: Final[tuple[frozenset[str], ...]] = tuple(
    map(
        frozenset,
        (
            ("values",),
            ("problems", "dates", "kinds"),
            ("model", "fields"),
            (
                "config",
                "citing",
                "edits",
                "leaks",
                "evidence",
                "languages",
                "theme",
                "markdown",
                "lock",
                "formats",
                "redaction",
                "silence",
                "withholding",
            ),
            ("stages",),
            ("build",),
            ("scaffold", "explaining", "changing"),
            ("cli",),
            ("__main__",),
        ),
    )
)
"""Lowest first; a module imports from lower layers only."""

WORLDLY: Final[Mapping[str, str]] = {
    "config": "reads dateline.yaml",
    "theme": "reads templates and assets",
    "lock": "holds the lock of a project",
    "stages.discover": "reads the content",
    "stages.write": "writes the site",
    "build": "measures how long a stage takes; settles where the site goes",
    "scaffold": "writes new projects and notes",
    "changing.reading": "reads the content and the settings",
    "changing.writing": "replaces notes",
    "cli": "is the way in and out",
}
"""The modules that touch the world, and why; all others are values in, values out."""

CLOCKED: Final = frozenset(["cli"])
"""What may read the clock and the environment; a stopwatch is no clock."""

MUTABLE: Final[Mapping[str, str]] = {
    "fields.nodes._Open": "a collection whose end has not been read yet",
    "stages.link.citations._Cited": "gathers about an article while one note is read",
    "stages.link.photos.Album": "is filled once, then looked up",
    "stages.link.quotations.Prover": "answers a repeated question once",
    "stages.plan.labels.Label": "gathers the events that carry it",
    "evidence.visible._Run": "is used up from both ends while emphasis is paired",
}
"""Dataclasses that are not frozen, and why; none of them is passed to another stage."""

MOST_LINES: Final = 400

TESTED_BY: Final[Mapping[str, str]] = {
    "__init__": "test_architecture",
    "__main__": "test_cli",
    "cli.explaining": "test_explain_text",
    "problems": "test_printing",
    "model": "test_link",
    "evidence": "test_captions",
    "evidence.accounts": "test_plan",
    "evidence.boundaries": "test_quotes",
    "evidence.characters": "test_folding",
    "evidence.explanation": "test_explaining",
    "evidence.offsets": "test_folding",
    "evidence.weekdays": "test_dates_in_prose",
    "fields.conflicts": "test_merging",
    "stages": "test_build",
}
"""Modules whose tests are in a file of another name."""


@cache
def modules() -> Mapping[str, Path]:
    """Give every module below `builder` by its name, packages by their own."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        if parts[-1] == "__init__" and len(parts) > 1:
            parts = parts[:-1]
        found[".".join(parts)] = path
    return found


@cache
def tree(name: str) -> ast.Module:
    return ast.parse(modules()[name].read_text("utf-8"))


@cache
def nodes(name: str) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree(name)))


def top(name: str) -> str:
    return name.split(".")[0]


def layer(name: str) -> int:
    return next(number for number, names in enumerate(LAYERS) if top(name) in names)


def imports(name: str) -> Iterator[tuple[str, int]]:
    """Give the modules of ours that a module imports, with the line; typing imports as well."""
    for node in nodes(name):
        if isinstance(node, ast.Import):
            found = [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}:{node.lineno} imports relatively"
            source = node.module or ""
            # `from builder.stages import link` means the module, not a name inside.
            found = [source, *(f"{source}.{each.name}" for each in node.names)]
        else:
            continue
        for module in found:
            inside = module.removeprefix("builder.")
            if module.startswith("builder.") and inside in modules():
                yield inside, node.lineno


def unit(name: str) -> str:
    """Give what counts as one module of the layer table: a stage, or a top-level module."""
    parts = name.split(".")
    return ".".join(parts[:2]) if parts[0] == "stages" and len(parts) > 1 else parts[0]


def test_every_module_stands_in_the_layer_table() -> None:
    known = frozenset().union(*LAYERS) | {"__init__"}
    assert {top(name) for name in modules()} == known


def test_modules_import_from_lower_layers_only() -> None:
    wrong = [
        f"{name}:{line} imports {imported}"
        for name in modules()
        if name != "__init__"
        for imported, line in imports(name)
        if unit(imported) != unit(name) and imported != "stages" and layer(imported) >= layer(name)
    ]
    assert wrong == []


def test_the_stages_never_import_one_another() -> None:
    stages = {unit(name) for name in modules() if name.startswith("stages.")}
    assert stages == {
        f"stages.{stage}"
        for stage in "discover parse link check disclose plan render write".split()
    }
    wrong = [
        f"{name}:{line} imports {imported}"
        for name in modules()
        if unit(name) in stages
        for imported, line in imports(name)
        if unit(imported) in stages and unit(imported) != unit(name)
    ]
    assert wrong == []


# ------------------------------------------------------------------------------------ purity

_NAMES: Final = frozenset(["print", "open", "input", "breakpoint"])
_MODULES: Final = frozenset(
    "logging subprocess socket shutil tempfile random secrets locale signal threading"
    " multiprocessing asyncio urllib.request http.client".split()
)
_ATTRIBUTES: Final = re.compile(
    r"sys\.(stdout|stderr|stdin|argv)"
    r"|os\.(open|read|write|scandir|listdir|walk|mkdir|makedirs|unlink|remove|rename|replace|stat"
    r"|lstat|system|popen|getcwd|chdir)"
)
_METHODS: Final = re.compile(
    r".*\.(read_text|read_bytes|write_text|write_bytes|iterdir|rglob|mkdir|unlink|rmdir|touch"
    r"|is_file|is_dir|exists|resolve|stat|cwd)"
)
_CLOCK: Final = re.compile(
    r"(datetime\.)?(datetime|date)\.(now|today|utcnow)|time\.(time|time_ns|localtime|gmtime)"
)
_ENVIRONMENT: Final = re.compile(
    r"os\.(environ|getenv|environb|getlogin|uname)|Path\.home|.*\.expand(user|vars)|platform\..*"
)


@cache
def mentions(name: str) -> tuple[tuple[str, int], ...]:
    """Give every dotted name in a module, and the names it imports."""
    found = []
    for node in nodes(name):
        if isinstance(node, ast.Name | ast.Attribute):
            found.append((ast.unparse(node), node.lineno))
        elif isinstance(node, ast.Import):
            found += [(each.name, node.lineno) for each in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [(f"{node.module}.{each.name}", node.lineno) for each in node.names]
    return tuple(found)


def touches_the_world(mention: str) -> bool:
    package = mention.split(".")[0]
    return (
        mention in _NAMES
        or mention in _MODULES
        or package in _MODULES
        or mention.rsplit(".", 1)[0] in _MODULES
        or bool(_ATTRIBUTES.fullmatch(mention))
        or bool(_METHODS.fullmatch(mention))
    )


def is_excused(name: str, excuses: Mapping[str, str] | frozenset[str]) -> bool:
    return any(name == each or name.startswith(f"{each}.") for each in excuses)


def test_pure_modules_neither_print_nor_log_nor_touch_files() -> None:
    wrong = [
        f"{name}:{line} {mention}"
        for name in modules()
        if not is_excused(name, WORLDLY)
        for mention, line in mentions(name)
        if touches_the_world(mention)
    ]
    assert wrong == []


def test_only_the_command_line_reads_the_clock_and_the_environment() -> None:
    wrong = [
        f"{name}:{line} {mention}"
        for name in modules()
        if not is_excused(name, CLOCKED)
        for mention, line in mentions(name)
        if _CLOCK.fullmatch(mention) or _ENVIRONMENT.fullmatch(mention)
    ]
    assert wrong == []


def test_nothing_below_the_command_line_prints() -> None:
    wrong = [
        f"{name}:{line} {mention}"
        for name in modules()
        if name != "__main__" and not is_excused(name, frozenset(["cli"]))
        for mention, line in mentions(name)
        if mention in ("print", "sys.stdout", "sys.stderr") or mention.split(".")[0] == "logging"
    ]
    assert wrong == []


def test_whoever_is_excused_needs_it() -> None:
    """An excuse that nobody needs any more would hide the next mistake."""
    needed = {
        excuse
        for excuse in WORLDLY
        for name in modules()
        if is_excused(name, frozenset([excuse]))
        for mention, _ in mentions(name)
        if touches_the_world(mention) or mention.startswith(("os.", "click."))
    }
    assert needed == set(WORLDLY)


def test_the_rules_of_purity_find_what_they_are_for() -> None:
    found = ["print", "logging.info", "subprocess.run", "os.open", "path.read_bytes", "sys.stdout"]
    assert [each for each in found if touches_the_world(each)] == found
    assert not touches_the_world("note.position")
    for clock in ("datetime.now", "datetime.datetime.now", "date.today", "time.time"):
        assert _CLOCK.fullmatch(clock)
    for environment in ("os.environ", "os.getenv", "Path.home", "platform.system"):
        assert _ENVIRONMENT.fullmatch(environment)


def test_only_one_module_makes_markup() -> None:
    wrong = [
        f"{name}:{node.lineno}"
        for name in modules()
        if name != "markdown"
        for node in nodes(name)
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "Markup"
    ]
    assert wrong == []
    safe = [
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / "templates").rglob("*.html"))
        if re.search(r"\|\s*safe\b|autoescape\s+false", path.read_text("utf-8"))
    ]
    assert safe == []


# ------------------------------------------------------------------------------------ values


def dataclasses_of(name: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Give the dataclasses of a module with the options that are on."""
    for node in nodes(name):
        if not isinstance(node, ast.ClassDef):
            continue
        for decorator in node.decorator_list:
            call = decorator.func if isinstance(decorator, ast.Call) else decorator
            if ast.unparse(call) == "frozen":
                yield f"{name}.{node.name}", frozenset(["frozen", "slots"])
            if ast.unparse(call).split(".")[-1] == "dataclass":
                keywords = decorator.keywords if isinstance(decorator, ast.Call) else []
                on = (each.arg for each in keywords if ast.unparse(each.value) == "True")
                yield f"{name}.{node.name}", frozenset(filter(None, on))


def test_dataclasses_are_frozen_and_slotted() -> None:
    found = {each: options for name in modules() for each, options in dataclasses_of(name)}
    assert len(found) > 50
    assert {each for each, options in found.items() if "slots" not in options} == set()
    assert {each for each, options in found.items() if "frozen" not in options} == set(MUTABLE)


def test_nothing_is_global_and_changed() -> None:
    wrong = [
        f"{name}:{node.lineno}"
        for name in modules()
        for node in nodes(name)
        if isinstance(node, ast.Global)
    ]
    assert wrong == []


# ------------------------------------------------------------------------------- size and words


def test_no_module_is_longer_than_can_be_read() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines())
        for path in modules().values()
    }
    assert {path: lines for path, lines in lengths.items() if lines > MOST_LINES} == {}


def test_a_module_says_in_its_first_line_what_it_is() -> None:
    wrong = []
    for name in modules():
        first = (ast.get_docstring(tree(name)) or "").split("\n")[0]
        if not re.fullmatch(r"(?:[A-Z`]|404).*[.:]", first):
            wrong.append(f"{name}: {first}")
    assert wrong == []


def file_of_tests(name: str) -> str:
    """Give the file that tests a module: its own, or that of the package it is part of."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        own = TESTED_BY.get(".".join(parts[:length]), f"test_{parts[length - 1]}")
        if (ROOT / "tests" / f"{own}.py").is_file():
            return own
    return ""


def test_every_module_has_a_test_file() -> None:
    assert [name for name in modules() if not file_of_tests(name)] == []
    assert {
        name for name in TESTED_BY if not (ROOT / f"tests/{TESTED_BY[name]}.py").exists()
    } == set()
    assert TESTED_BY.keys() <= modules().keys()


# A helper is what has no name of its own.
_EMPTY_NAMES: Final = frozenset("utils util helpers helper misc manager managers".split())


def test_names_are_words_of_the_domain() -> None:
    parts = {part for name in modules() for part in name.split(".")}
    assert parts & _EMPTY_NAMES == set()
    classes = {
        node.name for name in modules() for node in nodes(name) if isinstance(node, ast.ClassDef)
    }
    assert {each for each in classes if each.endswith(("Manager", "Helper", "Util"))} == set()


def test_no_message_says_invalid_or_please() -> None:
    """A message says what was found, what was expected and the next step."""
    wrong = [
        f"{name}:{node.lineno} {node.value}"
        for name in modules()
        for node in nodes(name)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.search(r"(?<![.\w])(invalid|please)\b", node.value, re.IGNORECASE)
    ]
    assert wrong == []


# ---------------------------------------------------------------------------- what git would keep

# Folders at the root of somebody's machine; a path in an address or a tag is none.
_MACHINE: Final = re.compile(
    r"(?<![\w.:~}<)/-])/(?:home|mnt|opt|private|root|tmp|Users|var|work|workspace)/"
)
_TEXTS: Final = frozenset("css html in js json md py toml txt xml yaml yml".split())


@cache
def tracked() -> tuple[PurePosixPath, ...]:
    """Give the files that git keeps or would keep."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("the tree is no checkout")
    names = listed.stdout.decode().split("\0")
    return tuple(PurePosixPath(name) for name in names if name and (ROOT / name).is_file())


def text_of(path: PurePosixPath) -> str:
    # Some of the files that the tests read are no text on purpose.
    return (ROOT / path).read_text("utf-8", "replace")


def is_text(path: PurePosixPath) -> bool:
    return path.suffix[1:] in _TEXTS or path.name in ("Makefile", "LICENSE", "run")


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    wrong = [
        f"{path}:{number} {line.strip()[:80]}"
        for path in tracked()
        if is_text(path)
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if _MACHINE.search(line)
    ]
    assert wrong == []


def test_no_file_names_the_folder_it_lies_in() -> None:
    own = str(ROOT)
    if len(ROOT.parts) < 3:
        pytest.skip("the checkout's folder has a name that may stand anywhere")
    assert [str(path) for path in tracked() if is_text(path) and own in text_of(path)] == []


def test_locks_name_no_index() -> None:
    wrong = [
        f"{path}:{number}"
        for path in tracked()
        if path.parts[0] == "requirements"
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if re.search(r"index-url|trusted-host|find-links|https?://", line)
    ]
    assert wrong == []


def test_text_files_end_in_one_line_feed_and_have_no_carriage_returns() -> None:
    """But for the content, in which a text may have been pasted as it came."""
    wrong = []
    for path in tracked():
        if not is_text(path) or path.parts[0] in ("content", "tests"):
            continue
        data = (ROOT / path).read_bytes()
        if data and (b"\r" in data or not data.endswith(b"\n") or data.endswith(b"\n\n")):
            wrong.append(str(path))
    assert wrong == []
