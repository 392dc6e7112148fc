"""Laws that hold for every project, each tried on whole sites that are really built."""

from __future__ import annotations

import os
import random
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urlsplit

import pytest
from conftest import TINY, TODAY, linked, parsed, planned, unheard, write_tree
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from sites import (
    EXAMPLES,
    Element,
    built,
    copy_of,
    dateline,
    files_of,
    own_example,
    pages_of,
    states_of,
)

from builder.build import Options, check
from builder.config import load_settings
from builder.problems import Position, Problem, has_errors
from builder.stages.check import check as check_timeline

EVERYTHING: Final = EXAMPLES / "everything"


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_of(EVERYTHING, tmp_path_factory.mktemp("everything") / "project")
    assert built(project).is_written
    return project


@pytest.fixture
def everything(built_once: Path, tmp_path: Path) -> Path:
    """Give the example that uses every key, built, in a folder of its own."""
    return Path(shutil.copytree(built_once, tmp_path / "everything", symlinks=True))


# ------------------------------------------------------------------------- the same bytes

MACHINES: Final[Mapping[str, dict[str, str]]] = {
    "here": {"PYTHONHASHSEED": "0", "TZ": "UTC"},
    "Ünï côde": {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    "two words": {
        "PYTHONHASHSEED": "4242",
        "TZ": "America/Adak",
        "LANG": "tr_TR.UTF-8",
        "LC_ALL": "POSIX",
        "PYTHONOPTIMIZE": "1",
    },
}
"""Folders with what a build there finds around it."""


@pytest.mark.parametrize("name", ["everything", "awkward", "own"])
def test_every_machine_makes_the_same_bytes(name: str, tmp_path: Path) -> None:
    sites = []
    for folder, environment in MACHINES.items():
        place = tmp_path / folder / name
        project = own_example(place) if name == "own" else copy_of(EXAMPLES / name, place)
        ended = dateline("build", here=project, environment=environment)
        assert ended.returncode == 0, ended.stderr
        sites.append(files_of(project / "site"))
    assert len(sites[0]) > 20
    assert sites[1] == sites[0]
    assert sites[2] == sites[0]


def test_no_clock_enters_the_site(tmp_path: Path) -> None:
    project = copy_of(EVERYTHING, tmp_path / "everything")
    sites = []
    for today in ((2033, 1, 1), (2038, 1, 20), (9999, 12, 31)):
        built(project, today=today)
        sites.append(files_of(project / "site"))
    assert "events/report.html" in sites[0]
    assert sites[1] == sites[0]
    assert sites[2] == sites[0]


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_files_on_the_disk_does_not_matter(
    everything: Path, tmp_path: Path, seed: int
) -> None:
    written = {
        path: data for path, data in files_of(everything).items() if not path.startswith("site/")
    }
    order = list(written)
    random.Random(seed).shuffle(order)
    # In memory a folder lists its files by when they were made; many disks sort them themselves.
    memory = Path("/dev/shm")
    place = memory if os.access(memory, os.W_OK) else tmp_path
    with tempfile.TemporaryDirectory(dir=place) as folder:
        project = write_tree(Path(folder), {path: written[path] for path in order})
        assert built(project).is_written
        assert files_of(project / "site") == files_of(everything / "site")


def test_a_second_build_touches_nothing(everything: Path) -> None:
    before, states = files_of(everything / "site"), states_of(everything / "site")
    report = built(everything)
    assert (report.is_written, report.changed, report.removed) == (True, 0, 0)
    assert files_of(everything / "site") == before
    assert states_of(everything / "site") == states


def test_a_changed_build_touches_only_what_changes(everything: Path) -> None:
    site, states = files_of(everything / "site"), states_of(everything / "site")
    note = everything / "content/events/gates.yaml"
    note.write_text(note.read_text().replace("Gate two is shut\n", "Gate two is closed\n"))
    built(everything)
    after = files_of(everything / "site")
    changed = {path for path in after if after[path] != site.get(path)}
    assert "events/gate-shut.html" in changed
    assert "events/rain.html" not in changed
    touched = {
        path
        for path, state in states_of(everything / "site").items()
        if state != states.get(path) and (everything / "site" / path).is_file()
    }
    assert touched == changed


def test_cleaning_makes_the_same_bytes(everything: Path) -> None:
    before = files_of(everything / "site")
    (everything / "site/events/rain.html").write_text("changed by hand")
    assert built(everything, clean=True).is_written
    assert files_of(everything / "site") == before


# --------------------------------------------------------------------------- addresses

titles = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).filter(
    lambda text: bool(text.strip())
)


@given(event=titles, article=titles)
@hypothesis_settings(max_examples=40)
def test_a_changed_headline_leaves_the_address_alone(event: str, article: str) -> None:
    assert _addresses(event, article) == _addresses("The harbour wall breaks", "Wall gives way")


@cache
def _addresses(event: str, article: str) -> frozenset[str]:
    with tempfile.TemporaryDirectory() as folder:
        note, text = "content/events/wall-breaks.yaml", "content/articles/gull-0412.md"
        titled = {
            note: TINY[note].replace("The harbour wall breaks", _quoted(event)),
            text: TINY[text].replace("Wall gives way in the night", _quoted(article)),
        }
        project = write_tree(Path(folder), {**TINY, **titled})
        plan, problems = planned(project)
        assert not has_errors((*linked(project)[1], *parsed(project)[1], *problems))
        assert len(plan.pages) > 6
        paths = [each.path for each in plan.pages] + [each.path for each in plan.files]
        return frozenset(paths)


def _quoted(text: str) -> str:
    """Write a text as YAML has it between single quotation marks, on one line."""
    return "'" + " ".join(text.split()).replace("'", "''") + "'"


# ------------------------------------------------------------------------- the address

OLD, NEW = "https://dam.example.org/record/", "https://x.example/repo/"


def test_another_address_changes_only_what_names_it(everything: Path) -> None:
    one = files_of(everything / "site")
    built(everything, url=NEW)
    other = files_of(everything / "site")
    assert one.keys() == other.keys()
    for path in one.keys() - {"404.html", "build-manifest.json"}:
        assert one[path].replace(OLD.encode(), NEW.encode()) == other[path], path
    # Whoever is lost may be at any depth, so this page alone leads from the host's root.
    before, after = (pages_of({"404.html": site["404.html"]})["404.html"] for site in (one, other))
    assert [_moved(link) for link in _links(before)] == list(_links(after))


def _links(page: Element) -> Iterator[str]:
    for each in page.all("a", "link"):
        yield each.attributes["href"]


def _moved(link: str) -> str:
    old, new = urlsplit(OLD).path, urlsplit(NEW).path
    return new + link.removeprefix(old) if link.startswith(old) else link.replace(OLD, NEW)


def test_without_an_address_only_what_needs_one_is_missing(everything: Path) -> None:
    with_address = files_of(everything / "site")
    settings = everything / "dateline.yaml"
    settings.write_text(re.sub(r"(?m)^url:.*\n", "", settings.read_text()))
    built(everything)
    without = files_of(everything / "site")
    assert with_address.keys() - without.keys() == {"feed.xml", "sitemap.xml", "robots.txt"}
    assert not without.keys() - with_address.keys()
    assert not any(b"dam.example.org/record" in data for data in without.values())


# ------------------------------------------------------------------- drafts leave no trace

DRAFTS: Final[Mapping[str, dict[str, str]]] = {
    "an event on its own": {
        "content/events/aa-draft.yaml": "title: Unheard of\ndate: 1900\ndraft: true\n",
    },
    "an event under embargo": {
        "content/events/aa-draft.yaml": "title: Later\ndate: 1900\nembargo: 2031-06-02\n",
    },
    "an event with the labels of others": {
        "content/events/aa-draft.yaml": """\
title: Labels
date: 1901
draft: true
place: { name: OSTREL DAM, lat: 1, lon: 2 }
people: [piet OKAFOR, Somebody Else]
tags: [GATES, Wardens]
corrections: [{ date: 2031-05-01, text: Put right }]
aliases: [earlier-name]
related: [rain]
added: 2031-05-30
""",
    },
    "an event that quotes the same words": {
        "content/events/aa-draft.yaml": """\
title: Quoted before
date: 1902
draft: true
sources:
  - article: beacon-seepage
    quote: Water was seen below the crest of the Ostrel dam on Monday
    translation: Another translation
    locator: column 9
  - article: beacon-seepage
    quote: We read the gauge because reading it is what we are for
    speaker: Another speaker
  - article: herald-answer
    quote: The dam authority said on Thursday
    captions: none
""",
    },
    "an event that shows the same photo": {
        "content/events/aa-draft.yaml": """\
title: Shown before
date: 1903
draft: true
sources: [beacon-seepage]
photos:
  - article: beacon-seepage
    caption: Sandbags wait
    image: never-shown.png
    rights: Own work
    alt: Sandbags
""",
    },
    "an article on its own": {
        "content/articles/aa-draft.md": """\
---
title: Not yet
publication: the ostrel BEACON
published: 2031-05-31
draft: true
---
Nothing of this is public.
""",
    },
    "an article with the same caption, otherwise spelt": {
        "content/articles/aa-draft.md": """\
---
title: Not yet
published: 2031-01-01
draft: true
---
Nothing of this is public.

Sandbags WAIT on the market square below the dam (LUCIA Brandt/Kestrel Pictures via Quayside Images)
""",
    },
    "an article with the same caption and its picture": {
        "content/articles/aa-draft.md": """\
---
title: Not yet
published: 2031-01-01
draft: true
photos:
  - caption: Sandbags wait on the market square below the dam
    credit: (Lucia Brandt/Kestrel Pictures via Quayside Images)
    image: never-shown.png
    rights: Own work
    alt: Sandbags
---
Nothing of this is public.
""",
    },
    "an article of the same agency, cited by a draft": {
        "content/articles/aa-draft.md": """\
---
title: Not yet
published: 2031-05-30
agency: [Northlight]
derived_from: wardens-log
draft: true
---
Nothing of this is public.
""",
        "content/events/aa-draft.yaml": """\
title: Both
date: 2031-03-03
draft: true
summary: Words. [@aa-draft; @wardens-log]
""",
    },
    "a page": {
        "content/pages/aa-draft.md": "---\ntitle: Not yet\ndraft: true\n---\nNot yet.\n",
        "content/pages/tags/wardens.md": "---\ndraft: true\n---\nNot yet.\n",
    },
}


@pytest.mark.parametrize("drafts", DRAFTS.values(), ids=DRAFTS.keys())
def test_a_draft_changes_no_byte(everything: Path, drafts: dict[str, str]) -> None:
    before, states = files_of(everything / "site"), states_of(everything / "site")
    report = built(write_tree(everything, drafts))
    assert report.is_written, report.problems
    assert files_of(everything / "site") == before
    assert states_of(everything / "site") == states


# --------------------------------------------------------- nothing of anybody's is harmed

BREAKS: Final[Mapping[str, dict[str, str | bytes]]] = {
    "settings": {"dateline.yaml": "titel: Ostrel\n"},
    "yaml": {"content/events/broken.yaml": "title: a: b\n"},
    "quotation": {
        "content/events/broken.yaml": "title: A\ndate: 2031\nsources:\n"
        "  - article: wardens-log\n    quote: Words that nobody ever wrote down\n"
    },
    "encoding": {"content/articles/broken.txt": b"caf\xe9"},
    "collision": {"content/static/index.html": "<p>mine</p>"},
    "template": {"theme/partials/footer.html": "{{ no_such_thing }}"},
    "template that cannot be read": {"theme/partials/footer.html": "{% if %}"},
}


@pytest.mark.parametrize("broken", BREAKS.values(), ids=BREAKS.keys())
def test_a_build_with_errors_leaves_the_site_as_it_was(
    everything: Path, broken: dict[str, str | bytes]
) -> None:
    (everything / "site/mine.txt").write_text("a file of somebody else's")
    before, states = files_of(everything / "site"), states_of(everything / "site")
    report = built(write_tree(everything, broken))
    assert has_errors(report.problems)
    assert not report.is_written
    assert files_of(everything / "site") == before
    assert states_of(everything / "site") == states


BUILDS: Final[Mapping[str, Callable[[Path], object]]] = {
    "plain": built,
    "checked only": lambda project: check(project, Options(today=TODAY), unheard),
    "with drafts": lambda project: built(project, drafts=True),
    "clean": lambda project: built(project, clean=True),
    "for another address": lambda project: built(project, url=NEW),
    "into a folder beside it": lambda project: built(project, output=project.parent / "elsewhere"),
    "taking a folder over": lambda project: built(project, adopt=True),
    "by the command": lambda project: dateline("build", here=project),
}


def test_no_build_changes_what_a_curator_wrote(tmp_path: Path) -> None:
    project = copy_of(EVERYTHING, tmp_path / "everything")
    for is_broken in (False, True):
        if is_broken:
            write_tree(project, BREAKS["template"])
        for name, build in list(BUILDS.items())[: 3 if is_broken else None]:
            before = _written(project)
            build(project)
            assert _written(project) == before, name


def _written(project: Path) -> dict[str, object]:
    """Give bytes and times of everything in a project that no build may touch."""
    kept = {}
    for name in ("content", "theme"):
        kept[name] = (files_of(project / name), states_of(project / name))
    status = (project / "dateline.yaml").stat()
    settings = (project / "dateline.yaml").read_bytes()
    beside = sorted(path.name for path in project.iterdir() if path.name not in MADE)
    return {**kept, "settings": (settings, status.st_mtime_ns, status.st_ino), "beside": beside}


MADE: Final = ("site", ".dateline")


# -------------------------------------------------------------- problems and their places


class Edit(NamedTuple):
    """One slip of a curator's hand: where, how much is lost, what is put in."""

    file: int
    at: float
    lost: int
    put: str


SLIPS: Final = (
    *("", " ", "\t", "\n", "\r", "\r\n", "\n\n", "  \n", "\u2028", "\x85", "\x0b", "\x0c"),
    *(": ", "- ", "#", '"', "'", "[", "]", "{", "}", "&a ", "*a", "|", ">", "%", "@", "`", "!!x "),
    *("---\n", "...\n", "<<: ", "^ ", "\ufeff", "\u00ad", "\u202e", "é", "🕯️", "ﬁ", "한"),
    *("[@nobody]", "[@beacon-seepage]", "[x](events/nobody.html)", "<b", "&amp;", "(A B/C)"),
    *("03/04/2025", "2031-02-30", "draft: true\n", "title: again\n", "id: rain\n", "colour: x\n"),
)

edits = st.lists(
    st.builds(
        Edit,
        file=st.integers(0, 99),
        at=st.floats(0, 1),
        lost=st.one_of(st.just(0), st.integers(0, 30)),
        put=st.one_of(st.sampled_from(SLIPS), st.text(max_size=4)),
    ),
    min_size=1,
    max_size=6,
)

TEXTS: Final[Mapping[str, str]] = {
    path: data.decode()
    for path, data in files_of(EVERYTHING).items()
    if path.endswith((".yaml", ".md", ".txt")) and not path.startswith("site/")
}


@hypothesis_settings(max_examples=60)
@given(made=edits, line_end=st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_problem_lies_inside_its_file(made: list[Edit], line_end: str) -> None:
    files = {path: text.replace("\n", line_end) for path, text in TEXTS.items()}
    names = sorted(files)
    for edit in made:
        name = names[edit.file % len(names)]
        at = int(edit.at * len(files[name]))
        files[name] = files[name][:at] + edit.put + files[name][at + edit.lost :]
    written = {path: text.encode("utf-8", "surrogatepass") for path, text in files.items()}
    with tempfile.TemporaryDirectory() as folder:
        project = write_tree(Path(folder), written)
        for each in _said_of(project):
            for place in (each.position, *(related.position for related in each.related)):
                _assert_inside(project, place, each)


def _said_of(project: Path) -> tuple[Problem, ...]:
    """Give what is said of the content, without making pages of it, which takes far longer."""
    _, problems = load_settings(project)
    if has_errors(problems):
        return problems
    _, read = parsed(project)
    timeline, joined = linked(project)
    return (*problems, *read, *joined, *check_timeline(timeline, today=TODAY))


UNFINISHED: Final = (
    "---\ntitle: A\nword\n---\nWords.\n",
    "---\ntitle: A\n  word: b\n---\nWords.\n",
    "---\ntitle: 'A\n---\nWords.\n",
    "---\ntitle: [A\n---\nWords.\n",
    "---\ntitle: A\nnote: |\n---\nWords.\n",
    "---\n- title\n---\nWords.\n",
    "---\n",
    "---\n---\n",
    "---\ntitle",
    "---\ntitle: A\n...",
    "\ufeff---\ncolour: A\n---\nWords.\n",
)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_problem_of_front_matter_lies_inside_its_file(line_end: str, tmp_path: Path) -> None:
    texts = {f"broken-{at}.md": text.replace("\n", line_end) for at, text in enumerate(UNFINISHED)}
    files = {
        f"content/{folder}/{name}": text
        for folder in ("articles", "pages")
        for name, text in texts.items()
    }
    project = write_tree(tmp_path, {**TINY, **files})
    problems = check(project, Options(today=TODAY), unheard).problems
    assert len(problems) >= 2 * 7
    for each in problems:
        _assert_inside(project, each.position, each)


def _assert_inside(project: Path, place: Position, found: Problem) -> None:
    file = project / place.file
    # The folder of the notes may not be there yet, and that is what is said.
    assert file.exists() or found.code == "no-events", found
    if not place.source and (place.line, place.column) in ((0, 0), (1, 1)):
        return  # The file as a whole.
    text = file.read_bytes().decode("utf-8-sig", "surrogatepass")
    # As editors count: U+2028 and its like end no line.
    lines = re.split(r"\r\n|\r|\n", text)
    assert 1 <= place.line <= len(lines), found
    line = lines[place.line - 1]
    assert place.source == line, found
    assert 1 <= place.column <= len(line) + 1, found
    assert place.column <= place.end_column <= len(line) + 2, found
