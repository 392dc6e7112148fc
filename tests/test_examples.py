"""Whole sites before and after: `examples/<name>/content` becomes `examples/<name>/site`.

What a page says is compared, not how it looks: `site/` holds an outline of each page, in which
classes, drawings and the order of attributes do not occur. Addresses are written from the site's
root. The frame that all pages share (header and footer) is written once, and every page is held to
it. So a change of the theme's looks changes nothing here, and a change of one word changes one
line. Feed, sitemap and the like are kept as they are, files that are copied are compared with
their originals, and `files.txt` and `problems.txt` tell which files were written and what was said.

After a change that is meant: RENEW_EXAMPLES=1 pytest tests/test_examples.py, then read the diff.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final

import pytest
from conftest import printed, write_tree
from sites import (
    EXAMPLE_NAMES,
    EXAMPLES,
    VOID,
    Element,
    built,
    copy_of,
    files_of,
    is_outside,
    pages_of,
)
from sites import target as target_of

from builder.build import Report
from builder.fields import Field, Mapping, Node, Sequence, compose
from builder.fields.tables import ARTICLE, EVENT, PAGE, SETTINGS
from builder.problems import InputText

EVERYTHING: Final = EXAMPLES / "everything"
RENEWS: Final = bool(os.environ.get("RENEW_EXAMPLES"))


@pytest.mark.parametrize("name", EXAMPLE_NAMES)
def test_the_site_is_as_it_was(name: str, tmp_path: Path) -> None:
    found = outlined(EXAMPLES / name, tmp_path / name)
    folder = EXAMPLES / name / "site"
    if RENEWS:
        shutil.rmtree(folder, ignore_errors=True)
        write_tree(folder, found)
    expected = {path: data.decode() for path, data in files_of(folder).items()}
    assert expected.keys() == found.keys()
    for path, text in expected.items():
        assert text == found[path], f"{name}/site/{path}"


@pytest.mark.parametrize("name", EXAMPLE_NAMES)
def test_what_is_copied_is_copied_to_the_byte(name: str, tmp_path: Path) -> None:
    project = copy_of(EXAMPLES / name, tmp_path / name)
    built(project)
    site = files_of(project / "site")
    for path, data in files_of(project / "content/static").items():
        assert site[path] == data
    for path, data in files_of(project / "content/photos").items():
        assert site.get(f"photos/{path}", data) == data


@pytest.mark.parametrize("name", EXAMPLE_NAMES)
def test_every_page_has_the_same_frame(name: str, tmp_path: Path) -> None:
    project = copy_of(EXAMPLES / name, tmp_path / name)
    built(project)
    pages = pages_of(files_of(project / "site"))
    expected = frame_outline("index.html", pages["index.html"])
    for path, page in pages.items():
        if path != "404.html":
            assert frame_outline(path, page) == expected, path


@pytest.fixture(scope="module")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, dict[str, Element]]:
    project = copy_of(EXAMPLES / "awkward", tmp_path_factory.mktemp("awkward") / "project")
    return built(project), pages_of(files_of(project / "site"))


def test_only_what_nobody_said_is_unproved(awkward: tuple[Report, dict[str, Element]]) -> None:
    report, _ = awkward
    unproved = [each for each in report.problems if each.code == "quote-unproved"]
    assert ["Nobody ever said" in each.position.source for each in unproved] == [True]


def test_a_passage_has_no_signs_of_markdown(awkward: tuple[Report, dict[str, Element]]) -> None:
    _, pages = awkward
    event = pages["events/leap-day.html"]
    passages = [each.words() for each in event.all("blockquote")]
    assert "“The long-range forecast, as printed”" in passages


def test_a_citation_may_show_captions_where_the_site_shows_chosen_ones(
    awkward: tuple[Report, dict[str, Element]],
) -> None:
    _, pages = awkward
    assert len(pages["events/leap-day.html"].all("figure")) == 2
    assert len(pages["events/noon.html"].all("figure")) == 0


def test_one_example_uses_every_key() -> None:
    content = EVERYTHING / "content"
    kinds = (
        (SETTINGS, [EVERYTHING / "dateline.yaml"]),
        (EVENT, sorted(content.glob("events/*.yaml"))),
        (ARTICLE, sorted(content.glob("articles/*"))),
        (PAGE, sorted(content.glob("pages/**/*.md"))),
    )
    within: set[str] = set()
    for fields, files in kinds:
        tops, below = _written(files)
        assert {each.name for each in fields} - tops == set()
        within |= below
    # Keys inside keys are the same in many places; each is used in one of them.
    declared = {name for fields, _ in kinds for each in fields for name in _names(each.fields)}
    assert declared - within == set()


def _names(fields: tuple[Field, ...]) -> set[str]:
    return {each.name for each in fields}.union(*(_names(each.fields) for each in fields))


def _written(files: list[Path]) -> tuple[set[str], set[str]]:
    """Give the keys of notes, and the keys inside their values."""
    tops: set[str] = set()
    within: set[str] = set()
    for file in files:
        text = file.read_text("utf-8")
        if file.suffix != ".yaml":
            text = text.split("---\n")[1] if text.startswith("---\n") else ""
        for document in compose(InputText(file.name, text))[0]:
            for note in document.items if isinstance(document, Sequence) else (document,):
                if isinstance(note, Mapping):
                    tops |= {key.text for key, _ in note.entries}
                    within |= {key for _, value in note.entries for key in _keys(value)}
    return tops, within


def _keys(node: Node) -> Iterator[str]:
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _keys(item)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield key.text
            yield from _keys(value)


# ------------------------------------------------------------------------------- outlines

_BLOCKS: Final = frozenset(
    "main header footer nav section article div aside ul ol li dl dt dd p h1 h2 h3 h4 h5 h6 figure"
    " figcaption blockquote details summary table thead tbody tr td th pre svg".split()
)
_BLANKS: Final = re.compile(r"\s+")
_UNSEEN: Final = frozenset(
    "class d viewbox preserveaspectratio focusable tabindex loading aria-current".split()
)
"""Attributes of looks, and what differs from page to page in the frame."""


def outlined(example: Path, folder: Path) -> dict[str, str]:
    """Build an example in a folder of its own and give its outlines by their files' names."""
    project = copy_of(example, folder)
    report = built(project)
    site = files_of(project / "site")
    manifest = json.loads(site.pop("build-manifest.json"))
    assert manifest["complete"]
    assert manifest["files"].keys() == site.keys()

    found = {
        "files.txt": "".join(f"{path}\n" for path in site),
        "problems.txt": printed(report.problems) + "\n",
    }
    pages = pages_of(site)
    found["frame.txt"] = frame_outline("index.html", pages["index.html"])
    for path, page in pages.items():
        found[f"{path}.txt"] = page_outline(path, page)
    for path, data in site.items():
        if path.endswith((".xml", ".txt", ".json")):
            found[path] = data.decode()
    return found


def page_outline(path: str, page: Element) -> str:
    """Give what the head says of a page, and its main part."""
    lines = [f"title: {page.first('title').words()}"]
    for each in page.first("head").all("meta", "link"):
        name = each.attributes.get("name") or each.attributes.get("rel", "")
        if name in ("description", "robots", "canonical"):
            lines.append(f"{name}: {each.attributes.get('content') or each.attributes['href']}")
    return "\n".join([*lines, *_outline(path, page.first("main"), ""), ""])


def frame_outline(path: str, page: Element) -> str:
    """Give what stands before and after the main part."""
    body = page.first("body").children
    parts = [each for each in body if isinstance(each, Element) and each.tag != "main"]
    return "\n".join([line for part in parts for line in _outline(path, part, "")] + [""])


def _outline(path: str, element: Element, indent: str) -> Iterator[str]:
    attributes = _attributes(path, element)
    # A division with nothing to say only serves the looks.
    is_shown = element.tag != "div" or attributes
    below = f"{indent}  " if is_shown else indent
    text, blocks = _content(path, element)
    words = text.strip()
    if is_shown:
        yield f"{indent}{element.tag}{attributes}{f': {words}' if words else ''}"
    elif words:
        yield f"{indent}{words}"
    for block in blocks:
        yield from _outline(path, block, below)


def _content(path: str, element: Element) -> tuple[str, list[Element]]:
    """Give the running text of an element, tags and all, and the blocks among it."""
    words, blocks = [], []
    for child in element.children:
        if isinstance(child, str):
            words.append(escape(child, quote=False))
        elif child.tag in _BLOCKS:
            blocks.append(child)
        else:
            words.append(_inline(path, child))
    return _BLANKS.sub(" ", "".join(words)), blocks


def _inline(path: str, element: Element) -> str:
    words, blocks = _content(path, element)
    assert not blocks, f"<{element.tag}> on {path} holds <{blocks[0].tag}>"
    attributes = _attributes(path, element)
    if element.tag in ("path", "span") and not attributes:
        return words
    end = "" if element.tag in VOID else f"{words}</{element.tag}>"
    return f"<{element.tag}{attributes}>{end}"


def _attributes(path: str, element: Element) -> str:
    shown = []
    for name, value in sorted(element.attributes.items()):
        if name in _UNSEEN:
            continue
        is_inside = not is_outside(value) and not value.startswith("#")
        if name in ("href", "src") and is_inside and path != "404.html":
            place, anchor = target_of(path, value)
            value = f"{place}{'#' if anchor else ''}{anchor}"
        shown.append(f' {name}="{value}"' if value else f" {name}")
    return "".join(shown)
