"""Every page and its address: lists, years, labels, the overview chart, collisions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from conftest import TINY, TODAY, codes, linked, parsed, planned, printed, write_tree
from hypothesis import assume, example, given
from hypothesis import strategies as st
from strategies import any_text, as_yaml
from strategies import dates as date_texts

from builder import dates
from builder.dates import EventDate
from builder.evidence.accounts import differing
from builder.model.content import NO_PROSE
from builder.model.lists import (
    CountedLink,
    Group,
    LabelPage,
    Link,
    Overview,
    PeriodPage,
    TimelinePage,
)
from builder.model.names import label_key
from builder.model.pages import (
    CorrectionsPage,
    EventPage,
    MethodPage,
    Page,
    Plan,
    RedirectPage,
    SourcePage,
)
from builder.model.settings import Settings
from builder.model.timeline import PublicEvent, PublicTimeline
from builder.problems import Problem, has_errors, in_order
from builder.stages.disclose import disclose
from builder.stages.plan import plan
from builder.stages.plan.labels import directory
from builder.stages.plan.overview import overview

GULL: Final = """\
---
title: Wall gives way
publication: The Gull
authors: [Ada Quill, Bo Marsh]
published: 2031-04-12
page: 3
url: https://example.org/wall
captures: [https://web.archive.org/web/20310414093000/https://example.org/wall]
---
The wall gave way before dawn on Saturday, the harbour master said.

Divers look at the stone (Bo Marsh/Northlight)
"""


def made(
    folder: Path,
    notes: Mapping[str, Mapping[str, Any]],
    settings: str = "",
    *,
    more: Mapping[str, str] | None = None,
) -> tuple[Plan, tuple[Problem, ...]]:
    """Plan a site of some notes, each with a title and a date unless given, and other files."""
    files = {"dateline.yaml": f"title: Harbour\n{settings}", **(more or {})}
    for name, note in notes.items():
        whole = {"title": f"About {name}", "date": "2031-04-12", **note}
        files[f"content/events/{name}.yaml"] = as_yaml(whole)
    write_tree(folder, files)
    return planned(folder)


def pages(found: Plan) -> dict[str, Page]:
    by_path = {page.path: page for page in found.pages}
    assert len(by_path) == len(found.pages)
    return by_path


def the_event(found: Plan, name: str) -> EventPage:
    view = pages(found)[f"events/{name}.html"].view
    assert isinstance(view, EventPage)
    return view


def the_period(found: Plan, path: str) -> PeriodPage:
    view = pages(found)[path].view
    assert isinstance(view, PeriodPage)
    return view


def the_timeline(found: Plan) -> TimelinePage:
    view = pages(found)["index.html"].view
    assert isinstance(view, TimelinePage)
    return view


def plain(words: str) -> str:
    """Give words as they are typed: in dates the blanks do not break."""
    return words.replace("\u00a0", " ")


def ids(groups: Sequence[Group]) -> list[str]:
    """Give the ids of all entries of groups, as they are read down the page."""
    return [
        found
        for group in groups
        for found in ([each.id for each in group.entries] or ids(group.groups))
    ]


# -------------------------------------------------------------------------------------- addresses


def test_every_page_has_its_address(tmp_path: Path) -> None:
    write_tree(tmp_path, TINY)
    more = {
        "content/events/wall-breaks.yaml": as_yaml(
            {
                "title": "The harbour wall breaks",
                "date": "2031-04-12",
                "people": ["Ada Quill"],
                "tags": ["storms"],
                "place": "Quay",
                "aliases": ["wall"],
                "corrections": [{"date": "2031-05-01", "text": "It was forty."}],
                "sources": ["gull-0412"],
            }
        ),
        "content/events/some-day.yaml": "title: Some day\ndate: XXXX\n",
        "content/pages/about.md": "About.\n",
        "content/pages/deep/more.md": "More.\n",
        "content/pages/method.md": "Method.\n",
        "content/pages/tags/storms.md": "Storms.\n",
        "content/static/data/table.csv": "x",
    }
    found, problems = planned(write_tree(tmp_path, more))
    assert printed(problems) == ""
    assert sorted(pages(found)) == sorted(
        """
        index.html 2031.html undated.html method.html corrections.html 404.html about.html
        deep/more.html events/wall-breaks.html events/wall.html events/some-day.html
        sources/index.html sources/gull-0412.html sources/tern-0413.html
        tags/index.html tags/storms.html people/index.html people/ada-quill.html
        places/index.html places/quay.html publications/index.html publications/the-gull.html
        publications/the-evening-tern.html
        """.split()
    )
    assert sorted(file.path for file in found.files) == [
        "data/table.csv",
        "feed.xml",
        "robots.txt",
        "sitemap.xml",
    ]


def test_an_empty_timeline_has_its_pages(tmp_path: Path) -> None:
    found, problems = made(tmp_path, {})
    assert problems == ()
    assert sorted(pages(found)) == ["404.html", "index.html", "method.html", "sources/index.html"]
    assert the_timeline(found).overview is None
    assert found.files == ()


def test_pages_lead_to_the_root_of_the_site(tmp_path: Path) -> None:
    found, _ = made(tmp_path, {"a": {"tags": ["x"]}}, more={"content/pages/b/c/d.md": "Text."})
    for page in found.pages:
        expected = "/" if page.path == "404.html" else "../" * page.path.count("/")
        assert page.root == expected, page.path


@pytest.mark.parametrize(
    ("url", "root"),
    [
        ("", "/"),
        ("https://example.org", "/"),
        ("https://example.org/", "/"),
        ("https://example.org/a", "/a/"),
        ("https://example.org/a/b/", "/a/b/"),
    ],
)
def test_the_page_of_lost_readers_starts_at_the_root_of_the_host(
    tmp_path: Path, url: str, root: str
) -> None:
    found, _ = made(tmp_path, {}, f"url: {url}\n")
    assert pages(found)["404.html"].root == root


def test_with_an_address_every_page_knows_its_own(tmp_path: Path) -> None:
    found, _ = made(tmp_path, {"a": {"aliases": ["b"]}}, "url: https://example.org/a\n")
    for path, page in pages(found).items():
        expected = f"https://example.org/a/{path}"
        if path == "events/b.html":
            expected = "https://example.org/a/events/a.html"
        if path == "index.html":
            assert page.canonical in (expected, "https://example.org/a/")
        else:
            assert page.canonical == ("" if path == "404.html" else expected)


def test_without_an_address_there_is_neither_feed_nor_sitemap(tmp_path: Path) -> None:
    found, _ = made(tmp_path, {"a": {}})
    assert (found.files, found.frame.feed) == ((), "")
    assert {page.canonical for page in found.pages} == {""}


def test_the_sitemap_names_every_page_but_those_that_only_lead_on(tmp_path: Path) -> None:
    found, _ = made(tmp_path, {"a": {"aliases": ["b"]}}, "url: https://example.org/\n")
    sitemap = next(file.data.decode() for file in found.files if file.path == "sitemap.xml")
    named = set(re.findall(r"<loc>https://example.org/(.*?)</loc>", sitemap))
    assert named == (set(pages(found)) - {"404.html", "events/b.html", "index.html"}) | {""}


def test_an_earlier_address_leads_to_the_present_one(tmp_path: Path) -> None:
    found, problems = made(tmp_path, {"a": {"aliases": ["b", "c"]}})
    assert problems == ()
    for alias in ("b", "c"):
        page = pages(found)[f"events/{alias}.html"]
        assert page.kind == "redirect"
        assert page.view == RedirectPage(Link("About a", "events/a.html"))


# ------------------------------------------------------------------------------------- collisions


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("content/static/index.html", "index.html"),
        ("content/static/INDEX.html", "INDEX.html"),
        ("content/static/events/a.html", "events/a.html"),
        ("content/static/feed.xml", "feed.xml"),
        ("content/static/sitemap.xml", "sitemap.xml"),
        ("content/static/robots.txt", "robots.txt"),
        ("content/static/assets/own.css", "assets/own.css"),
        ("content/static/build-manifest.json", "build-manifest.json"),
        ("content/static/-/x", "-/x"),
    ],
)
def test_a_file_may_not_take_the_address_of_a_page(tmp_path: Path, path: str, address: str) -> None:
    _, problems = made(tmp_path, {"a": {}}, "url: https://example.org/\n", more={path: "x"})
    assert codes(problems) == ["path-collision"]
    assert problems[0].position.file == path
    assert f"'{address}'" in problems[0].message


@pytest.mark.parametrize("path", ["content/static/events", "content/static/method.html/a.csv"])
def test_a_file_and_a_folder_cannot_have_one_address(tmp_path: Path, path: str) -> None:
    _, problems = made(tmp_path, {"a": {}}, more={path: "x"})
    assert codes(problems) == ["path-collision"]


@pytest.mark.parametrize("path", ["static/aux.txt", "static/a/NUL", "pages/con.md"])
def test_names_that_windows_keeps_for_itself_are_refused(tmp_path: Path, path: str) -> None:
    _, problems = made(tmp_path, {}, more={f"content/{path}": "x"})
    told = (*parsed(tmp_path)[1], *problems)
    assert [each.position.file for each in told if has_errors([each])] == [f"content/{path}"]


@pytest.mark.parametrize("name", "index 2031 undated 404 events/a corrections".split())
def test_a_text_may_not_take_the_address_of_another_page(tmp_path: Path, name: str) -> None:
    notes: dict[str, dict[str, Any]] = {
        "a": {"corrections": [{"date": "2031-05-01", "text": "Put right."}]},
        "b": {"date": "XXXX"},
    }
    _, problems = made(tmp_path, notes, more={f"content/pages/{name}.md": "Text.\n"})
    assert codes(problems) == ["path-collision"]
    assert f"'{name}.html'" in problems[0].message
    assert problems[0].position.file == f"content/pages/{name}.md"


def test_a_text_may_not_take_the_address_of_a_list(tmp_path: Path) -> None:
    _, problems = made(tmp_path, {}, more={"content/pages/sources/index.md": "Text.\n"})
    told = (*parsed(tmp_path)[1], *problems)
    assert [each.position.file for each in told] == ["content/pages/sources/index.md"]


def test_a_picture_and_a_static_file_may_not_have_one_address(tmp_path: Path) -> None:
    photo = {"caption": "C", "credit": "Me", "image": "a.jpg", "rights": "own work", "alt": "A"}
    more = {"content/photos/a.jpg": "x", "content/static/photos/a.jpg": "y"}
    _, problems = made(tmp_path, {"a": {"photos": [photo]}}, more=more)
    assert printed(problems) == (
        "content/static/photos/a.jpg: error[path-collision]"
        " 'photos/a.jpg' is the address of the file 'content/photos/a.jpg' already\n"
        "  hint: rename the file"
    )


def test_no_two_outputs_have_one_address_without_a_problem(tmp_path: Path) -> None:
    found, problems = made(tmp_path, {"a": {}}, more={"content/static/x/a.txt": "x"})
    assert problems == ()
    paths = [page.path for page in found.pages] + [file.path for file in found.files]
    assert len(paths) == len(set(paths))


def test_style_sheets_and_menus_name_what_exists(tmp_path: Path) -> None:
    settings = "stylesheets: [own.css, gone.css]\nmenu: [about, abuot]\n"
    more = {"content/static/own.css": "x", "content/pages/about.md": "Text.\n"}
    found, problems = made(tmp_path, {}, settings, more=more)
    assert [(each.code, each.key) for each in problems] == [
        ("broken-link", "stylesheets"),
        ("broken-link", "menu"),
    ]
    assert [link.text for _, link in found.frame.navigation] == [
        "Timeline",
        "Sources",
        "About",
        "Method",
    ]


def test_a_text_for_a_label_that_no_event_has_is_told(tmp_path: Path) -> None:
    more = {"content/pages/tags/storms.md": "x", "content/pages/tags/calm.md": "x"}
    _, problems = made(tmp_path, {"a": {"tags": ["Storms"]}}, more=more)
    assert [(each.code, each.position.file) for each in problems] == [
        ("unknown-file", "content/pages/tags/calm.md")
    ]


# ---------------------------------------------------------------------------------- years and lists


def many(count: int, start: int = 0, **note: Any) -> dict[str, dict[str, Any]]:
    """Give notes spread over the months of 2031."""
    return {
        f"e{number:04d}": {"date": f"2031-{number % 12 + 1:02d}-{number % 28 + 1:02d}", **note}
        for number in range(start, start + count)
    }


def test_events_are_grouped_by_year_the_undated_last(tmp_path: Path) -> None:
    notes = {
        "a": {"date": "2031"},
        "b": {"date": "2030-12"},
        "c": {"date": "XXXX"},
        "d": {"date": "2031-04-12"},
        "e": {"date": "-0043-03-15"},
    }
    groups = the_timeline(made(tmp_path / "a", notes)[0]).groups
    assert [(plain(each.heading), each.anchor, each.count) for each in groups] == [
        ("44 BC", "y-0043", 1),
        ("2030", "y2030", 1),
        ("2031", "y2031", 2),
        ("Undated", "undated", 1),
    ]
    assert ids(groups) == ["e", "b", "a", "d", "c"]
    newest = the_timeline(made(tmp_path / "b", notes, "newest_first: yes\n")[0]).groups
    assert ids(newest) == ["d", "a", "b", "e", "c"]
    assert newest[-1].anchor == "undated"


def test_a_year_with_many_events_is_divided_by_months(tmp_path: Path) -> None:
    notes: dict[str, dict[str, Any]] = many(24)
    (year,) = the_timeline(made(tmp_path / "a", notes)[0]).groups
    assert (len(year.entries), year.groups) == (24, ())
    notes["year"] = {"date": "2031"}
    (year,) = the_timeline(made(tmp_path / "b", notes)[0]).groups
    assert year.entries == ()
    assert [plain(group.heading) for group in year.groups][:3] == [
        "2031, month not known",
        "January 2031",
        "February 2031",
    ]
    assert sum(group.count for group in year.groups) == year.count == 25


def test_every_year_with_events_has_a_page_that_leads_to_its_neighbours(tmp_path: Path) -> None:
    notes = {f"e{year}": {"date": str(year)} for year in (1917, 2030, 2031)}
    found, _ = made(tmp_path, notes)
    middle = the_period(found, "2030.html")
    assert middle.earlier == Link("1917", "1917.html")
    assert middle.later == Link("2031", "2031.html")
    assert (middle.heading, ids(middle.groups), middle.months) == ("2030", ["e2030"], ())
    assert the_period(found, "1917.html").earlier is None
    assert the_period(found, "2031.html").later is None


def test_years_before_christ_have_pages(tmp_path: Path) -> None:
    years = {"a": "-0043-03-15", "b": "0000", "c": "0033"}
    found, _ = made(tmp_path, {name: {"date": year} for name, year in years.items()})
    assert {"-0043.html", "0000.html", "0033.html"} <= pages(found).keys()
    assert plain(the_period(found, "-0043.html").heading) == "44 BC"
    assert plain(the_period(found, "0000.html").heading) == "1 BC"


def test_a_site_that_fits_on_one_page_lists_every_event_there(tmp_path: Path) -> None:
    view = the_timeline(made(tmp_path, many(12), "page_size: 12\n")[0])
    assert len(ids(view.groups)) == 12
    assert view.latest == ()
    assert [(link.path, link.count) for link in view.years] == [("index.html#y2031", 12)]


def test_a_larger_site_has_a_home_page_that_leads_to_the_years(tmp_path: Path) -> None:
    notes = many(13, added="2031-05-01")
    notes["e0003"]["updated"] = "2031-05-02"
    view = the_timeline(made(tmp_path, notes, "page_size: 12\n")[0])
    assert view.groups == ()
    assert len(view.latest) == 12
    assert view.latest[0].id == "e0003"
    assert [(link.path, link.count) for link in view.years] == [("2031.html", 13)]


def test_a_year_with_too_many_events_is_split_into_months(tmp_path: Path) -> None:
    notes: dict[str, dict[str, Any]] = {**many(30), "year": {"date": "2031"}, "b": {"date": "2032"}}
    found, problems = made(tmp_path, notes, "page_size: 12\n")
    assert problems == ()
    year = the_period(found, "2031.html")
    assert ids(year.groups) == ["year"]
    assert sum(link.count for link in year.months) == 30
    months = [f"2031-{month:02d}.html" for month in range(1, 13)]
    assert [link.path for link in year.months] == months
    seen = [name for link in year.months for name in ids(the_period(found, link.path).groups)]
    assert sorted(seen) == sorted(many(30))
    march = the_period(found, "2031-03.html")
    assert march.parent == Link("2031", "2031.html")
    assert march.earlier is not None
    assert march.later is not None
    assert (plain(march.earlier.text), march.earlier.path) == ("February 2031", "2031-02.html")
    assert (plain(march.later.text), march.later.path) == ("April 2031", "2031-04.html")
    assert "2032-01.html" not in pages(found)


@given(st.lists(date_texts, max_size=30), st.integers(1, 12), st.booleans())
def test_every_event_stands_once_in_the_lists(texts: list[str], size: int, newest: bool) -> None:  # noqa: FBT001
    """Law: the pages of years, months and the undated hold each event once, in one order."""
    events = [public_event(f"e{number}", text) for number, text in enumerate(texts)]
    events.sort(key=lambda event: (event.date.sort_key, event.id))
    settings = Settings(title="A", page_size=size, newest_first=newest)
    found, problems = plan(
        PublicTimeline(settings, tuple(events), (), (), (), (), has_drafts=False)
    )
    assert problems == ()
    listed = [
        name
        for page in found.pages
        if isinstance(page.view, PeriodPage)
        for name in ids(page.view.groups)
    ]
    assert sorted(listed) == sorted(event.id for event in events)
    first = the_timeline(found)
    if len(events) <= size:
        dated = [event.id for event in events if event.date.year is not None]
        undated = [event.id for event in events if event.date.year is None]
        expected = (dated[::-1] + undated[::-1]) if newest else dated + undated
        assert ids(first.groups) == expected
    assert sum(link.count for link in first.years) == len(events)
    paths = set(pages(found))
    for link in first.years:
        assert link.path.split("#")[0] in paths


# ------------------------------------------------------------------------------------------ events


def test_the_page_of_an_event(tmp_path: Path) -> None:
    note = {
        "place": "Quay",
        "people": ["Ada Quill", "Bo Marsh"],
        "tags": ["Storms"],
        "summary": "The *wall* breaks [@gull].",
        "status": "disputed",
        "sources": [{"article": "gull", "quote": "gave way before dawn on Saturday"}],
        "corrections": [
            {"date": "2031-05-01", "text": "First."},
            {"date": "2031-05-03", "text": "Second."},
        ],
    }
    settings = "url: https://example.org/h/\nauthors: [Cy Reed, Di Sand]\n"
    more = {"content/articles/gull.md": GULL}
    found, problems = made(tmp_path, {"wall": note}, settings, more=more)
    assert problems == ()
    page = pages(found)["events/wall.html"]
    assert plain(page.title) == "About wall, 12 April 2031"
    assert page.description == "The wall breaks."
    view = the_event(found, "wall")
    assert plain(view.date.words) == "Saturday 12 April 2031"
    assert (view.source_words, view.status) == ("Single source", "disputed")
    assert view.place_link == Link("Quay", "places/quay.html")
    assert view.people == (
        Link("Ada Quill", "people/ada-quill.html"),
        Link("Bo Marsh", "people/bo-marsh.html"),
    )
    assert view.topics == (Link("Storms", "tags/storms.html"),)
    assert [each.text for each in view.corrections] == ["Second.", "First."]
    assert plain(view.cite) == (
        "“About wall”, Harbour, kept by Cy Reed and Di Sand, last changed 3 May 2031,"
        " https://example.org/h/events/wall.html."
    )
    (source,) = view.sources
    (passage,) = source.passages
    assert passage.path == f"sources/gull.html#{_anchor(found)}"
    assert passage.publisher_url.startswith("https://example.org/wall#:~:text=")
    assert [link.path for link in source.back] == ["#r1"]
    (photo,) = view.photos
    assert [link.path for link in source.photos] == [f"#{photo.picture.anchor}"]
    assert photo.numbers == (1,)
    assert photo.picture.seen_at == (("The Gull", "https://example.org/wall"),)


def _anchor(found: Plan) -> str:
    view = pages(found)["sources/gull.html"].view
    assert isinstance(view, SourcePage)
    return view.passages[0].anchor


def test_several_marks_have_back_links_with_letters(tmp_path: Path) -> None:
    body = "A [@gull]. " * 28
    found, _ = made(tmp_path, {"wall": {"body": body}}, more={"content/articles/gull.md": GULL})
    (source,) = the_event(found, "wall").sources
    letters = [link.text for link in source.back]
    assert (letters[0], letters[25], letters[26], letters[27]) == ("a", "z", "aa", "ab")
    assert [link.path for link in source.back][:3] == ["#r1", "#r1-2", "#r1-3"]


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        ([], "No source given"),
        (["a"], "Single source"),
        (["a", "b"], "Reported by 2 sources"),
        (["a", "b", "c"], "3 sources, 2 independent"),
        (["b", "c"], "2 sources, 1 independent"),
    ],
)
def test_how_many_sources_is_said_in_words(
    tmp_path: Path, articles: list[str], expected: str
) -> None:
    more = {
        "content/articles/a.md": "A.\n",
        "content/articles/b.md": "---\nagency: N\n---\nB.\n",
        "content/articles/c.md": "---\nagency: n\n---\nC.\n",
    }
    found, _ = made(tmp_path, {"wall": {"sources": articles}}, more=more)
    assert the_event(found, "wall").source_words == expected


@pytest.mark.parametrize(
    ("values", "differ"), [(("40", "40"), False), (("40", "41"), True), (("Yes", " yes "), False)]
)
def test_accounts_differ_when_answers_do(
    tmp_path: Path,
    values: tuple[str, str],
    differ: bool,  # noqa: FBT001
) -> None:
    versions = [{"article": name, "value": value} for name, value in zip("ab", values, strict=True)]
    more = {"content/articles/a.md": "A.\n", "content/articles/b.md": "B.\n"}
    note = {"accounts": [{"question": "How many?", "versions": versions}]}
    found, _ = made(tmp_path, {"wall": note}, more=more)
    assert the_event(found, "wall").differ is differ
    assert the_timeline(found).groups[0].entries[0].differ is differ
    assert the_event(found, "wall").source_words.endswith("; accounts differ") is differ


def test_versions_stand_in_the_order_of_publication_with_their_differences(
    tmp_path: Path,
) -> None:
    more = {
        "content/articles/a.md": "---\npublished: 2031-05\n---\nIt answers with fire and iron.\n",
        "content/articles/b.md": "---\npublished: 2031-04\n---\nIt answers with flame and iron.\n",
    }
    versions = [
        {"article": "a", "quote": "answers with fire and iron"},
        {"article": "b", "quote": "answers with flame and iron"},
    ]
    note = {"accounts": [{"statement": "The answer", "speaker": "Ada", "versions": versions}]}
    found, problems = made(tmp_path, {"wall": note}, more=more)
    assert problems == ()
    (account,) = the_event(found, "wall").accounts
    assert (account.heading, account.speaker) == ("The answer", "Ada")
    assert [version.words for version in account.versions] == [
        (("answers with ", False), ("flame", True), (" and iron", False)),
        (("answers with ", False), ("fire", True), (" and iron", False)),
    ]


_VERSIONS: Final = st.lists(st.sampled_from("ab Ab, “a” c".split()), max_size=6).map(" ".join)


@given(st.lists(_VERSIONS, max_size=3), _VERSIONS)
def test_the_runs_of_a_version_are_its_words(versions: list[str], version: str) -> None:
    """Law: the runs joined are the version; equal versions differ nowhere."""
    found = differing(tuple(versions))
    assert ["".join(words for words, _ in runs) for runs in found] == versions
    same = differing((version, version))
    assert not any(differs for runs in same for _, differs in runs)


_TOP: Final = ("Timeline", "index.html")


@pytest.mark.parametrize(
    ("day", "crumbs"),
    [
        ("2031-04-12", [_TOP, ("2031", "2031.html"), ("April", "2031.html#m2031-04")]),
        ("2031-04", [_TOP, ("2031", "2031.html"), ("April", "2031.html#m2031-04")]),
        ("2031", [_TOP, ("2031", "2031.html")]),
        ("-0043-03-15", [_TOP, ("44 BC", "-0043.html"), ("March", "-0043.html#m-0043-03")]),
        ("XXXX", [_TOP, ("Undated", "undated.html")]),
    ],
)
def test_the_way_back_to_the_timeline(
    tmp_path: Path, day: str, crumbs: list[tuple[str, str]]
) -> None:
    found, _ = made(tmp_path, {"a": {"date": day}})
    links = the_event(found, "a").breadcrumb
    assert [(plain(link.text), link.path) for link in links] == crumbs


def test_the_way_back_leads_to_the_page_of_the_month_where_there_is_one(tmp_path: Path) -> None:
    found, _ = made(tmp_path, many(3, date="2031-04-12"), "page_size: 2\n")
    assert the_event(found, "e0000").breadcrumb[-1] == Link("April", "2031-04.html")


def test_events_lead_to_their_neighbours_in_time(tmp_path: Path) -> None:
    notes = {name: {"date": f"2031-04-{day}"} for name, day in (("a", 14), ("b", 12), ("c", 13))}
    for settings in ("", "newest_first: yes\n"):
        found, _ = made(tmp_path, notes, settings)
        middle = the_event(found, "c")
        assert middle.earlier is not None
        assert middle.later is not None
        assert middle.earlier[0] == Link("About b", "events/b.html")
        assert middle.later[0] == Link("About a", "events/a.html")
        assert the_event(found, "b").earlier is None
        assert the_event(found, "a").later is None


def test_an_event_was_last_changed_when_anything_about_it_was(tmp_path: Path) -> None:
    article = GULL.replace("page: 3", "accessed: 2031-04-20")
    notes: dict[str, dict[str, Any]] = {
        "plain": {"date": "2040"},
        "added": {"added": "2031-05-01"},
        "updated": {"added": "2031-05-01", "updated": "2031-05-02"},
        "corrected": {"corrections": [{"date": "2031-06-01", "text": "x"}], "updated": "2031-05"},
        "sourced": {"sources": ["gull"]},
    }
    found, _ = made(tmp_path, notes, more={"content/articles/gull.md": article})
    changed = {name: the_event(found, name).changed.edtf for name in notes}
    assert changed == {
        "plain": "",
        "added": "2031-05-01",
        "updated": "2031-05-02",
        "corrected": "2031-06-01",
        "sourced": "2031-04-20",
    }


def test_zones_are_shown_in_lists_only_where_they_differ(tmp_path: Path) -> None:
    one = {"a": {"date": "2031-04-12T06:00+09:00"}, "b": {"date": "2031-04-12T07:00+09:00"}}
    two = {**one, "c": {"date": "2031-04-12T08:00Z"}}
    words = [
        plain(the_timeline(made(tmp_path / name, notes)[0]).groups[0].entries[0].date.words)
        for name, notes in (("one", one), ("two", two))
    ]
    assert words == ["12 April 2031, 06:00", "12 April 2031, 06:00 (UTC+9)"]
    assert "UTC+9" in the_event(made(tmp_path / "one", one)[0], "a").date.words


def test_corrections_of_all_events_newest_first(tmp_path: Path) -> None:
    notes = {
        "a": {"corrections": [{"date": "2031-05-01", "text": "First."}]},
        "b": {
            "corrections": [
                {"date": "2031-05-03", "text": "Third."},
                {"date": "2031-05-02", "text": "Second."},
            ]
        },
    }
    view = pages(made(tmp_path, notes)[0])["corrections.html"].view
    assert isinstance(view, CorrectionsPage)
    assert [(each.text, each.event) for each in view.corrections] == [
        ("Third.", Link("About b", "events/b.html")),
        ("Second.", Link("About b", "events/b.html")),
        ("First.", Link("About a", "events/a.html")),
    ]


# ----------------------------------------------------------------------------------------- sources


def test_the_page_of_a_source(tmp_path: Path) -> None:
    quote = {"article": "gull", "quote": "gave way before dawn on Saturday"}
    notes: dict[str, dict[str, Any]] = {
        "b": {"sources": [quote]},
        "a": {"date": "2031-04-11", "sources": [quote]},
    }
    found, _ = made(tmp_path, notes, more={"content/articles/gull.md": GULL})
    page = pages(found)["sources/gull.html"]
    view = page.view
    assert isinstance(view, SourcePage)
    assert page.title == "Wall gives way, The Gull"
    assert view.publication == Link("The Gull", "publications/the-gull.html")
    assert [entry.id for entry in view.events] == ["a", "b"]
    assert [link.path for link in view.passages[0].events] == ["events/a.html", "events/b.html"]
    assert [(plain(text), is_title) for text, is_title in view.cite] == [
        ("Ada Quill and Bo Marsh, “Wall gives way,” ", False),
        ("The Gull", True),
        (", 12 April 2031, p. 3, https://example.org/wall.", False),
    ]
    assert [(each.service, plain(each.date.words)) for each in view.captures] == [
        ("Internet Archive", "14 April 2031")
    ]


@pytest.mark.parametrize(
    ("head", "title"),
    [("published: 2031", "Untitled article, 2031"), ("language: en", "Untitled article")],
)
def test_an_article_without_a_title_is_called_by_its_date(
    tmp_path: Path, head: str, title: str
) -> None:
    """Never by its first words, which may not be published."""
    text = f"---\n{head}\n---\nSecret words stand here, and go on for a while.\n"
    found, _ = made(tmp_path, {}, more={"content/articles/gull.md": text})
    assert plain(pages(found)["sources/gull.html"].title) == title


# ------------------------------------------------------------------------------------------ labels


def test_labels_that_fold_alike_are_one(tmp_path: Path) -> None:
    notes = {
        "a": {"tags": ["Storm Surge", "storm  surge"]},
        "b": {"tags": ["STORM SURGE"]},
        "c": {"tags": ["Cafe\u0301"]},
        "d": {"tags": ["CAFÉ"]},
    }
    found, _ = made(tmp_path, notes)
    topics = the_timeline(found).topics
    assert topics == (
        CountedLink("Cafe\u0301", "tags/café.html", 2),
        CountedLink("Storm Surge", "tags/storm-surge.html", 2),
    )
    view = pages(found)["tags/storm-surge.html"].view
    assert isinstance(view, LabelPage)
    assert ids(view.groups) == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Storms", "storms"),
        ("Größe", "grösse"),
        ("東京 タワー", "東京-タワー"),
        ("हिन्दी", "हिन्दी"),
        ("ميناء", "ميناء"),
        ("a/b\\c", "a-b-c"),
        ("../../etc", "etc"),
        ("  -- a -- ", "a"),
        ("Ⅻ", "ⅻ"),
    ],
)
def test_the_address_of_a_label_keeps_its_letters(tmp_path: Path, name: str, slug: str) -> None:
    found, _ = made(tmp_path, {"a": {"tags": [name]}})
    assert [link.path for link in the_timeline(found).topics] == [f"tags/{slug}.html"]


@pytest.mark.parametrize("name", ["!!!", "🚢", "index", "CON", "lpt1", "ä" * 41, "x" * 81])
def test_a_label_without_a_usable_address_has_its_digest(tmp_path: Path, name: str) -> None:
    found, problems = made(tmp_path, {"a": {"tags": [name]}})
    assert problems == ()
    (link,) = the_timeline(found).topics
    assert re.fullmatch(r"tags/(?:[^/]*-)?[0-9a-f]{4}\.html", link.path)
    assert len(link.path.encode()) <= len("tags/.html") + 80


def test_labels_that_would_share_an_address_do_not(tmp_path: Path) -> None:
    found, problems = made(tmp_path, {"a": {"tags": ["C++", "C", "C#", "c."]}})
    assert problems == ()
    paths = [link.path for link in the_timeline(found).topics]
    assert len(set(paths)) == 4
    assert "tags/c.html" in paths


@given(st.lists(any_text, min_size=1, max_size=8))
@example(["C++", "c", "C"])
@example(["ß", "ss", "ẞ"])
@example(["a-b", "a b", "a_b"])
def test_every_label_has_an_address_of_its_own(names: list[str]) -> None:
    """Law: one page for each folded name, and no two names one file on any machine."""
    assume(all(name.strip() for name in names))
    event = public_event("a", "2031", tags=tuple(names))
    found = directory(timeline([event])).tags.counted()
    assert len(found) == len({label_key(name) for name in names})
    assert len({label_key(link.path) for link in found}) == len(found)
    for link in found:
        assert re.fullmatch(r"tags/[^/\\\x00-\x1f]+\.html", link.path)
        assert link.path != "tags/index.html"


def test_the_pages_of_labels_say_what_they_hold(tmp_path: Path) -> None:
    more = {
        "content/articles/gull.md": GULL,
        "content/pages/tags/storms.md": "---\nurl: https://example.org/s\n---\nAbout *storms*.\n",
    }
    notes: dict[str, dict[str, Any]] = {
        "a": {"tags": ["Storms"]},
        "b": {"tags": ["Storms"], "sources": ["gull"], "date": "2033"},
    }
    found, problems = made(tmp_path, notes, more=more)
    assert problems == ()
    tag = pages(found)["tags/storms.html"].view
    assert isinstance(tag, LabelPage)
    assert (tag.name, tag.url) == ("Storms", "https://example.org/s")
    assert tag.facts == "2 events, 2031–2033."
    assert "<em>storms</em>" in tag.text
    assert tag.parent == Link("Topics", "tags/index.html")
    paper = pages(found)["publications/the-gull.html"].view
    assert isinstance(paper, LabelPage)
    assert [row.id for row in paper.articles] == ["gull"]
    assert paper.facts == "Cited in 1 event, 1 article."


def test_a_place_has_coordinates_when_any_event_gives_them(tmp_path: Path) -> None:
    notes: dict[str, dict[str, Any]] = {
        "a": {"place": "Quay"},
        "b": {"place": {"name": "Quay", "lat": 53.3, "lon": -6.2}},
    }
    view = pages(made(tmp_path, notes)[0])["places/quay.html"].view
    assert isinstance(view, LabelPage)
    assert (view.lat, view.lon) == (53.3, -6.2)


def test_a_label_with_too_many_events_is_split_into_years(tmp_path: Path) -> None:
    notes = {f"e{year}": {"date": str(year), "tags": ["Storms"]} for year in range(2031, 2034)}
    notes["e0"] = {"date": "XXXX", "tags": ["Storms"]}
    found, problems = made(tmp_path, notes, "page_size: 2\n")
    assert problems == ()
    view = pages(found)["tags/storms.html"].view
    assert isinstance(view, LabelPage)
    assert view.groups == ()
    assert [link.path for link in view.years] == [
        "tags/storms/2031.html",
        "tags/storms/2032.html",
        "tags/storms/2033.html",
        "tags/storms/undated.html",
    ]
    for link in view.years:
        year = pages(found)[link.path]
        assert isinstance(year.view, LabelPage)
        assert year.root == "../../"
        assert len(ids(year.view.groups)) == 1


def test_the_header_leads_only_to_lists_that_there_are(tmp_path: Path) -> None:
    sections = [name for name, _ in made(tmp_path / "a", {"a": {}})[0].frame.navigation]
    assert sections == ["timeline", "sources", "method"]
    notes = {"a": {"people": ["A"], "tags": ["B"], "place": "C"}}
    sections = [name for name, _ in made(tmp_path / "b", notes)[0].frame.navigation]
    assert sections == ["timeline", "people", "tags", "places", "sources", "method"]


@pytest.mark.parametrize(
    ("language", "direction"), [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("fa", "rtl")]
)
def test_the_direction_of_the_page_is_that_of_its_language(
    tmp_path: Path, language: str, direction: str
) -> None:
    found, _ = made(tmp_path, {}, f"language: {language}\n")
    assert (found.frame.language, found.frame.direction) == (language, direction)


def test_the_method_page_says_which_rules_are_in_force(tmp_path: Path) -> None:
    settings = "quotes: warn\ncaptions: chosen\n"
    notes = {"a": {"date": "2031-04-12T06:00+09:00"}}
    more = {"content/pages/method.md": "Our *own* words.\n"}
    found, _ = made(tmp_path, notes, settings, more=more)
    view = pages(found)["method.html"].view
    assert isinstance(view, MethodPage)
    assert "<em>own</em>" in view.text
    assert (view.quotes_are_errors, view.captions_are_chosen) == (False, True)
    assert view.zones == ("+09:00",)


# ---------------------------------------------------------------------------------------- overview


def public_event(name: str, day: str, **more: Any) -> PublicEvent:
    """Make an event of nothing but its date."""
    read = dates.parse(day)
    assert isinstance(read, EventDate)
    values: dict[str, Any] = {
        "id": name,
        "title": name,
        "date": read,
        "date_basis": "",
        "date_written": "",
        "place": None,
        "people": (),
        "tags": (),
        "group": "",
        "summary": NO_PROSE,
        "body": NO_PROSE,
        "status": "reported",
        "citations": (),
        "independent": 0,
        "accounts": (),
        "photos": (),
        "added": None,
        "updated": None,
        "related": (),
        "aliases": (),
        "importance": 0,
        "corrections": (),
        "own_values": (),
        "undisclosed": (),
        "hides_sources": False,
        "is_draft": False,
    }
    return PublicEvent(**{**values, **more})


def timeline(events: Sequence[PublicEvent]) -> PublicTimeline:
    return PublicTimeline(Settings(title="A"), tuple(events), (), (), (), (), has_drafts=False)


def chart(*texts: str, year: int | None = None) -> Overview | None:
    events = [public_event(f"e{number}", text) for number, text in enumerate(texts)]
    return overview(events, "en", lambda year, month: f"{year}/{month}", year=year)


def counts(found: Overview) -> int:
    """Give how many events the bars stand for, by their own words."""
    return sum(int(bar.words.split(": ")[-1].split()[0].replace(",", "")) for bar in found.bars)


def test_too_few_events_are_not_charted() -> None:
    assert chart() is None
    assert chart("2031-04-12") is None
    assert chart("2031-04-12", "XXXX") is None
    assert chart("2031-04-12", "2031-04-12") is not None


def test_a_chart_of_months() -> None:
    found = chart("2030-12", "2031-04-12", "2031-04-13", "2031")
    assert found is not None
    assert (found.bins, found.unit) == (24, "month")
    assert [(bar.bin, bar.height, plain(bar.words), bar.path) for bar in found.bars] == [
        (11, 44, "December 2030: 1 event", "2030/12"),
        (15, 88, "April 2031: 2 events", "2031/4"),
    ]
    assert [tuple(run) for run in found.uncertain] == [(12, 24, 4)]
    assert plain(found.busiest) == "Busiest month: April 2031 (2 events)"
    assert found.labels == (CountedLink("2030", "2030/0", 1), CountedLink("2031", "2031/0", 3))


def test_a_chart_of_years_and_of_longer_times() -> None:
    found = chart("1917-10-25", "2031-04-12", "2031-04-13")
    assert found is not None
    assert found.unit == "year"
    assert [bar.words for bar in found.bars] == ["1917: 1 event", "2031: 2 events"]
    assert found.busiest == "Busiest year: 2031 (2 events)"
    found = chart("-2999-01-01", "2031-04-12", "2031-04-13")
    assert found is not None
    assert found.unit == "period"
    assert found.busiest.startswith("Busiest period: ")


def test_a_chart_of_one_year() -> None:
    found = chart("2031", "2031-04-12", "2031-04-30", "2031-11/2032-02", year=2031)
    assert found is not None
    assert found.bins == 12
    # A range whose first month is known stands there.
    assert [(bar.bin, plain(bar.words)) for bar in found.bars] == [
        (3, "April 2031: 2 events"),
        (10, "November 2031: 1 event"),
    ]
    assert [label.text for label in found.labels][:2] == ["Jan", "Feb"]
    assert [label.count for label in found.labels][3] == 2
    assert [tuple(run) for run in found.uncertain] == [(0, 12, 4)]


def test_nothing_is_busiest_where_no_month_has_two_events() -> None:
    found = chart("2031-04-12", "2031-05-12")
    assert found is not None
    assert found.busiest == ""


@given(st.lists(date_texts, min_size=2, max_size=40))
@example(["1000-01-01", "9999-12-31"])
@example(["-3000", "9999"])
@example(["2031-04", "2031-04"])
@example(["[..2031-04]", "2031-05/.."])
def test_every_event_is_accounted_for_in_the_chart(texts: list[str]) -> None:
    """Law: a known month is in a bar, any other event in the row under the bars."""
    events = [public_event(f"e{number}", text) for number, text in enumerate(texts)]
    found = overview(events, "en", lambda year, month: f"{year}/{month}")
    dated = [event.date for event in events if event.date.year is not None]
    if found is None:
        assert len(dated) < 2
        return
    charted = [date for date in dated if date.is_charted]
    assert counts(found) == len(charted)
    assert sum(label.count for label in found.labels) == len(dated)
    assert bool(found.uncertain) == (len(charted) < len(dated))
    assert 1 <= found.bins <= 240
    assert 1 <= len(found.labels) <= 12
    assert_well_drawn(found)


def assert_well_drawn(found: Overview) -> None:
    places = [bar.bin for bar in found.bars]
    assert places == sorted(set(places))
    assert all(0 <= place < found.bins for place in places)
    assert all(3 <= bar.height <= 88 for bar in found.bars)
    assert not found.bars or max(bar.height for bar in found.bars) == 88
    ends = [edge for run in found.uncertain for edge in (run.start, run.end)]
    assert ends == sorted(ends)
    assert all(0 <= run.start < run.end <= found.bins for run in found.uncertain)
    assert not found.uncertain or max(run.level for run in found.uncertain) == 4
    assert all(1 <= run.level <= 4 for run in found.uncertain)


@given(st.lists(st.dates(date(2031, 1, 1), date(2031, 12, 31)), min_size=2))
def test_the_chart_of_a_year_counts_each_month(days: list[date]) -> None:
    found = chart(*(day.isoformat() for day in days), year=2031)
    assert found is not None
    expected = Counter(day.month - 1 for day in days)
    assert {bar.bin for bar in found.bars} == set(expected)
    assert [label.count for label in found.labels] == [expected[month] for month in range(12)]
    assert counts(found) == len(days)
    assert_well_drawn(found)


@pytest.mark.parametrize(
    "first", "Y-12000 Y-66000000 Y-4540000000 Y-13800000000 Y-999999999999".split()
)
def test_the_deepest_past_is_charted_as_readably_as_yesterday(first: str) -> None:
    found = chart(first, "2031-04-12", "2031-04-13")
    assert found is not None
    assert found.bins <= 240
    assert len(found.labels) <= 12
    assert sum(label.count for label in found.labels) == 3


def test_the_plan_of_the_tiny_project_is_whole(tmp_path: Path) -> None:
    write_tree(tmp_path, TINY)
    public = disclose(linked(tmp_path)[0], today=TODAY, with_drafts=False)
    found, problems = plan(public)
    assert in_order(problems) == ()
    assert plan(public)[0] == found
