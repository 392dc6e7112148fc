from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Final, get_args

import pytest
from conftest import codes, write_tree
from jinja2 import Environment, meta

from builder.model import lists, pages
from builder.problems import Problem, Severity
from builder.theme import Theme, built_in_folder, load_theme

ROOT: Final = Path(__file__).resolve().parent.parent
BUILT_IN: Final = ROOT / "templates"
KINDS: Final = get_args(pages.PageKind)

VIEWS: Final = {
    "timeline": lists.TimelinePage,
    "period": lists.PeriodPage,
    "event": pages.EventPage,
    "source": pages.SourcePage,
    "sources": lists.SourceList,
    **dict.fromkeys(("tag", "person", "place", "publication"), lists.LabelPage),
    **dict.fromkeys(("tags", "people", "places", "publications"), lists.LabelList),
    "method": pages.MethodPage,
    "corrections": pages.CorrectionsPage,
    "text": pages.ProsePage,
    "redirect": pages.RedirectPage,
    "not-found": pages.NotFoundPage,
}


def own(folder: Path, files: dict[str, str | bytes]) -> tuple[Theme, tuple[Problem, ...]]:
    """Load the theme of a project with these files in its `templates/`."""
    return load_theme(write_tree(folder / "templates", files))


def names(theme: Theme) -> set[str]:
    return {each.name for each in theme.templates} | {each.path for each in theme.assets}


def text_of(theme: Theme, name: str) -> str:
    return next(each.text for each in theme.templates if each.name == name)


# ------------------------------------------------------------------- a project's own templates


def test_without_templates_of_its_own_a_project_has_the_built_in_theme(tmp_path: Path) -> None:
    expected, problems = load_theme(None)
    assert problems == ()
    assert load_theme(tmp_path / "templates") == (expected, ())
    assert {"base.html", "partials/footer.html", "assets/dateline.css"} <= names(expected)
    assert not any("README" in name for name in names(expected))


def test_one_file_replaces_the_built_in_file_of_the_same_name(tmp_path: Path) -> None:
    theme, problems = own(tmp_path, {"partials/footer.html": "<footer>Ours</footer>\n"})
    built_in, _ = load_theme(None)
    assert problems == ()
    assert names(theme) == names(built_in)
    assert text_of(theme, "partials/footer.html") == "<footer>Ours</footer>\n"
    assert text_of(theme, "base.html") == text_of(built_in, "base.html")
    files = {each.name: each.file for each in theme.templates}
    assert files["partials/footer.html"] == "templates/partials/footer.html"
    assert files["base.html"] == "templates/(built-in)/base.html"


def test_a_style_sheet_is_replaced_byte_for_byte(tmp_path: Path) -> None:
    theme, problems = own(tmp_path, {"assets/dateline.css": b"p{color:red}\r\n\xff"})
    assert problems == ()
    assert [each.data for each in theme.assets] == [b"p{color:red}\r\n\xff"]


def test_a_file_that_nothing_names_is_left_out_with_a_warning(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "page/event.html": "x",
        "picture.png": b"\xff",
        "assets/b": b"",
    }
    theme, problems = own(tmp_path, files)
    assert names(theme) == names(load_theme(None)[0])
    assert codes(problems) == ["unknown-file"] * 3
    assert {each.severity for each in problems} == {Severity.WARNING}
    found = {each.position.file: each.hint for each in problems}
    assert found["templates/page/event.html"] == (
        "to replace a built-in file, call it 'pages/event.html'"
    )


@pytest.mark.parametrize(
    "naming",
    [
        '{% include "partials/map.html" %}',
        "{% from 'partials/map.html' import map %}",
        '{% extends "partials/map.html" %}',
        '{% include ["partials/none.html", "partials/map.html"] %}',
    ],
)
def test_a_further_template_is_taken_when_another_names_it(tmp_path: Path, naming: str) -> None:
    theme, problems = own(tmp_path, {"partials/map.html": "map", "pages/place.html": naming})
    assert problems == ()
    assert text_of(theme, "partials/map.html") == "map"


def test_a_file_that_only_names_itself_is_unknown(tmp_path: Path) -> None:
    _, problems = own(tmp_path, {"partials/map.html": '{% include "partials/map.html" %}'})
    assert codes(problems) == ["unknown-file"]


def test_assets_are_taken_when_settings_templates_or_style_sheets_name_them(
    tmp_path: Path,
) -> None:
    folder = write_tree(
        tmp_path / "looks",
        {
            "assets/ours.css": "@font-face{src:url(fonts/wide.woff2)}",
            "assets/fonts/wide.woff2": b"\0",
            "assets/mark.svg": "<svg/>",
            "partials/header.html": '<img src="{{ root }}assets/mark.svg" alt="">',
        },
    )
    theme, problems = load_theme(folder, folder="looks", stylesheets=("assets/ours.css",))
    assert problems == ()
    assert {"assets/ours.css", "assets/fonts/wide.woff2", "assets/mark.svg"} <= names(theme)
    _, unnamed = load_theme(folder, folder="looks")
    assert [each.position.file for each in unnamed] == ["looks/assets/ours.css"]


def test_hidden_files_backups_and_the_readme_are_ignored(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "README.md": "",
        ".DS_Store": b"\xff",
        ".git/config": "",
        "base.html~": "",
        "pages/.event.html.swp": "",
    }
    assert own(tmp_path, files) == load_theme(None)


def test_a_template_that_is_not_utf_8_is_a_problem(tmp_path: Path) -> None:
    theme, problems = own(tmp_path, {"base.html": "Été".encode("latin-1")})
    assert codes(problems) == ["not-utf8"]
    assert problems[0].position.file == "templates/base.html"
    assert "byte 0" in problems[0].message
    assert "base.html" not in names(theme)


def test_a_byte_order_mark_is_no_part_of_a_template(tmp_path: Path) -> None:
    theme, problems = own(tmp_path, {"base.html": b"\xef\xbb\xbfx"})
    assert (text_of(theme, "base.html"), problems) == ("x", ())


def test_links_that_lead_out_of_the_folder_are_problems(tmp_path: Path) -> None:
    write_tree(tmp_path, {"secret.html": "secret", "elsewhere/base.html": "secret"})
    folder = write_tree(tmp_path / "templates", {"partials/footer.html": "inside"})
    (folder / "base.html").symlink_to(tmp_path / "secret.html")
    (folder / "pages").symlink_to(tmp_path / "elsewhere")
    (folder / "macros").symlink_to(folder / "partials")
    (folder / "lost.html").symlink_to(tmp_path / "nothing")
    (folder / "round").symlink_to(folder / "round")
    (folder / "partials/header.html").symlink_to(folder / "partials/footer.html")
    theme, problems = load_theme(folder)
    assert codes(problems) == ["outside-project"] * 5
    assert text_of(theme, "partials/header.html") == "inside"
    assert not any("secret" in each.text for each in theme.templates)


def test_what_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    folder = write_tree(tmp_path / "templates", {"partials/footer.html": "x"})
    os.mkfifo(folder / "base.html")
    os.mkdir(os.fsencode(folder) + b"/pages-\xff")
    theme, problems = load_theme(folder)
    assert codes(problems) == ["unreadable", "unreadable"]
    assert "base.html" in names(theme)


def test_the_digest_tells_whether_any_name_or_byte_has_changed(tmp_path: Path) -> None:
    def digest(folder: str, files: dict[str, str | bytes]) -> str:
        return own(tmp_path / folder, files)[0].digest

    footer: dict[str, str | bytes] = {"partials/footer.html": "x"}
    assert digest("a", footer) == digest("b", footer)
    others: list[dict[str, str | bytes]] = [
        {},
        {"partials/footer.html": "y"},
        {"partials/header.html": "x"},
        {**footer, "assets/dateline.css": "x"},
    ]
    found = {digest(f"other-{index}", files) for index, files in enumerate(others)}
    assert len({digest("c", footer), *found}) == 5


def test_an_installed_package_finds_its_theme_inside_itself(tmp_path: Path) -> None:
    assert built_in_folder(ROOT / "builder") == BUILT_IN
    shutil.copytree(
        ROOT / "builder", tmp_path / "builder", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(BUILT_IN, tmp_path / "builder" / "_theme")
    # Another package's folder of the same name must not be taken for ours.
    write_tree(tmp_path, {"templates/base.html": "somebody else's"})
    program = "from builder.theme import load_theme; print(load_theme(None)[0].digest)"
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == load_theme(None)[0].digest


# -------------------------------------------------------------------------- the built-in theme


def built_in_templates() -> list[tuple[str, str]]:
    return [(each.name, each.text) for each in load_theme(None)[0].templates]


def test_every_kind_of_page_has_its_template_and_no_other_is_there() -> None:
    found = {name for name, _ in built_in_templates() if name.startswith("pages/")}
    assert found == {f"pages/{kind}.html" for kind in KINDS}


def test_every_template_that_is_named_exists() -> None:
    theme, _ = load_theme(None)
    named = {
        other
        for _, text in built_in_templates()
        for other in (
            *meta.find_referenced_templates(Environment().parse(text)),
            *re.findall(r"""part\(\s*"([^"]+)\"""", text),
        )
    }
    assert None not in named
    assert named <= names(theme)
    assert {name for name in names(theme) if name.startswith(("macros/", "partials/"))} <= named


def test_nothing_is_taken_for_safe() -> None:
    unsafe = re.compile(r"\|\s*safe\b|autoescape|Markup")
    assert [name for name, text in built_in_templates() if unsafe.search(text)] == []


def test_there_is_no_style_or_script_inside_a_page() -> None:
    inline = re.compile(r"<script|<style|\sstyle=|\son\w+=", re.IGNORECASE)
    assert [name for name, text in built_in_templates() if inline.search(text)] == []


def test_nothing_is_loaded_from_elsewhere() -> None:
    texts = [*built_in_templates(), ("css", (BUILT_IN / "assets/dateline.css").read_text("utf-8"))]
    assert [name for name, text in texts if re.search(r"https?://|@import|url\(", text)] == []


def test_the_style_sheet_keeps_to_its_budget() -> None:
    css = (BUILT_IN / "assets/dateline.css").read_bytes()
    assert len(css) <= 20_000
    assert len(gzip.compress(css)) <= 6_000


def test_the_style_sheet_knows_no_left_or_right() -> None:
    css = (BUILT_IN / "assets/dateline.css").read_text("utf-8")
    sides = re.compile(
        r"(?:margin|padding|border)-(?:left|right)\b|[{;](?:left|right):|:(?:left|right)[;}]"
    )
    assert sides.findall(css) == []


def test_the_readme_names_all_that_a_template_receives() -> None:
    readme = (BUILT_IN / "README.md").read_text("utf-8")
    assert VIEWS.keys() == set(KINDS)
    for kind, view in VIEWS.items():
        row = next(line for line in readme.splitlines() if f"`{kind}.html`" in line)
        named = set(re.findall(r"`(\w+)`", row.split("|", 2)[2]))
        assert named == {field.name for field in fields(view)}, kind
    for name, value in (("site", pages.Frame), ("page", pages.Page)):
        entry = re.search(rf"^- `{name}`: (.*?)\.$", readme, re.MULTILINE | re.DOTALL)
        assert entry
        assert set(re.findall(r"`(\w+)`", entry[1])) == {field.name for field in fields(value)}
