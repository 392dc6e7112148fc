"""Every page of every site here: its links lead somewhere, and nothing on it leads a reader astray.

Tried on the example site of this repository and on the three examples of the tests.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Final, NamedTuple
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from conftest import printed
from sites import (
    EXAMPLE_NAMES,
    EXAMPLES,
    Element,
    built,
    copy_of,
    files_of,
    is_outside,
    own_example,
    pages_of,
    target,
)

from builder.build import Report
from builder.problems import Severity

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; base-uri 'none'; form-action 'self'"
)
ATOM: Final = "{http://www.w3.org/2005/Atom}"


class Site(NamedTuple):
    """A site that was built, read back."""

    name: str
    report: Report
    files: dict[str, bytes]
    pages: dict[str, Element]


@pytest.fixture(scope="module", params=["own", *EXAMPLE_NAMES, "own, with drafts"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    name: str = request.param
    folder = tmp_path_factory.mktemp("site") / "project"
    is_own = name.startswith("own")
    project = own_example(folder) if is_own else copy_of(EXAMPLES / name, folder)
    report = built(project, drafts="drafts" in name)
    assert report.is_written, printed(report.problems)
    files = files_of(project / "site")
    return Site(name, report, files, pages_of(files))


# ----------------------------------------------------------------------------------- links


def test_every_link_and_every_anchor_exists(site: Site) -> None:
    anchors = {
        path: {each.attributes["id"] for each in page.walk() if "id" in each.attributes}
        for path, page in site.pages.items()
    }
    checked = 0
    for path, page in site.pages.items():
        for _, address in addresses(page):
            if is_outside(address):
                continue
            if path == "404.html":
                address = address.removeprefix(root_of(site))
            place, anchor = target(path, address)
            assert place in site.files, f"{address} on {path}"
            assert not anchor or anchor in anchors[place], f"{address} on {path}"
            checked += 1
    assert checked > 20


def test_links_are_relative_but_on_the_page_of_whoever_is_lost(site: Site) -> None:
    for path, page in site.pages.items():
        for _, address in addresses(page):
            if is_outside(address):
                continue
            if path == "404.html":
                assert address.startswith((root_of(site), "#")), address
            else:
                assert not address.startswith("/"), f"{address} on {path}"


def test_every_page_can_be_reached_from_the_first(site: Site) -> None:
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        path = waiting.pop()
        for _, address in addresses(site.pages[path]):
            if not is_outside(address):
                place, _ = target(path, address)
                if place.endswith(".html") and place not in reached:
                    reached.add(place)
                    waiting.append(place)
    redirects = {path for path, page in site.pages.items() if is_redirect(page)}
    assert site.pages.keys() - reached - redirects == {"404.html"}


def test_links_out_go_over_the_web_or_by_mail(site: Site) -> None:
    for path, page in site.pages.items():
        for element, address in addresses(page):
            if is_outside(address) and element.attributes.get("rel") != "icon":
                assert urlsplit(address).scheme in ("https", "http", "mailto"), f"{address} {path}"
            if element.tag == "a" and address.startswith("http"):
                assert "noopener" in element.attributes["rel"], f"{address} on {path}"


def test_feed_and_sitemap_name_pages_that_exist(site: Site) -> None:
    if "sitemap.xml" not in site.files:
        assert "feed.xml" not in site.files
        return
    canonical = {
        link.attributes["href"]: path
        for path, page in site.pages.items()
        for link in page.all("link")
        if link.attributes.get("rel") == "canonical" and not is_redirect(page)
    }
    listed = [
        each.text or ""
        for each in ElementTree.fromstring(site.files["sitemap.xml"]).iter()
        if each.tag.endswith("}loc")
    ]
    named = [address + ("index.html" if address.endswith("/") else "") for address in listed]
    canonical = {_whole(address): path for address, path in canonical.items()}
    assert sorted(named) == sorted(canonical)
    feed = ElementTree.fromstring(site.files["feed.xml"])
    entries = [link.attrib["href"] for link in feed.iterfind(f"{ATOM}entry/{ATOM}link")]
    assert entries
    assert set(entries) <= canonical.keys()


def _whole(address: str) -> str:
    return address + ("index.html" if address.endswith("/") else "")


# ----------------------------------------------------------------------------------- pages


def test_every_page_has_what_a_page_needs(site: Site) -> None:
    name = site.pages["index.html"].first("h1").words()
    for path, page in site.pages.items():
        root = page.first("html")
        assert root.attributes["lang"], path
        assert root.attributes["dir"] in ("ltr", "rtl"), path
        assert [
            each.attributes["content"]
            for each in metas(page, "http-equiv", "Content-Security-Policy")
        ] == [POLICY], path
        assert [each.attributes["content"] for each in metas(page, "name", "referrer")] == [
            "no-referrer"
        ], path
        assert metas(page, "name", "viewport"), path
        head = page.first("head")
        assert len(head.all("title")) == 1, path
        title = head.first("title").words()
        assert title == name or title.endswith(f" – {name}"), path
        assert len(page.all("h1")) == 1, path
        assert page.first("h1").words(), path
        assert len(page.all("main")) == 1, path


def test_every_page_to_be_found_describes_itself(site: Site) -> None:
    for path, page in site.pages.items():
        described = [each.attributes["content"] for each in metas(page, "name", "description")]
        if not metas(page, "name", "robots"):
            assert len(described) == 1, path
            assert described[0].strip(), path


def test_no_two_pages_have_one_title(site: Site) -> None:
    titles = Counter(
        page.first("title").words() for path, page in site.pages.items() if not is_redirect(page)
    )
    assert [title for title, count in titles.items() if count > 1] == []


def test_ids_occur_once_on_a_page(site: Site) -> None:
    for path, page in site.pages.items():
        ids = Counter(each.attributes["id"] for each in page.walk() if "id" in each.attributes)
        assert [name for name, count in ids.items() if count > 1] == [], path
        assert not any(re.search(r"\s", name) or not name for name in ids), path


def test_headings_leave_no_level_out(site: Site) -> None:
    for path, page in site.pages.items():
        levels = [int(each.tag[1]) for each in page.walk() if re.fullmatch("h[1-6]", each.tag)]
        assert levels[0] == 1, path
        for before, after in pairwise(levels):
            assert after <= before + 1, f"{path}: {levels}"


def test_facts_name_nothing_twice(site: Site) -> None:
    for path, page in site.pages.items():
        for fact in page.all("dd"):
            leads = [each.attributes["href"] for each in fact.all("a")]
            assert len(leads) == len(set(leads)), f"{path}: {leads}"


def test_pictures_are_described(site: Site) -> None:
    for path, page in site.pages.items():
        for picture in page.all("img"):
            assert picture.attributes["alt"].strip(), path


def test_nothing_on_a_page_acts_or_asks_another_host(site: Site) -> None:
    for path, page in site.pages.items():
        for each in page.walk():
            assert each.tag not in FORBIDDEN, f"<{each.tag}> on {path}"
            for name, value in each.attributes.items():
                assert not name.startswith("on"), f"{name} on {path}"
                assert name not in ("style", "srcdoc", "ping", "background"), f"{name} on {path}"
                if name in ("src", "srcset", "poster", "data") or (
                    each.tag == "link"
                    and name == "href"
                    and each.attributes["rel"] not in ("canonical", "alternate")
                ):
                    assert value == "data:," or not is_outside(value), f"{value} on {path}"
    for path, data in site.files.items():
        if path.endswith(".css"):
            assert not re.search(rb"url\(\s*['\"]?(?:https?:)?//|@import", data), path


FORBIDDEN: Final = frozenset(
    "script style iframe frame object embed applet base form template noscript".split()
)


def test_the_pages_say_that_they_hold_drafts_or_do_not(site: Site) -> None:
    for path, page in site.pages.items():
        banners = [
            each for each in page.all("p") if "draft" in each.attributes.get("class", "").split()
        ]
        assert bool(banners) == ("drafts" in site.name), path


# ------------------------------------------------------------------------ the own example


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Site:
    project = own_example(tmp_path_factory.mktemp("own") / "project")
    report = built(project)
    files = files_of(project / "site")
    return Site("own", report, files, pages_of(files))


def test_the_own_example_builds_without_error_or_warning(own: Site) -> None:
    worse = [each for each in own.report.problems if each.severity is not Severity.NOTE]
    assert worse == [], printed(tuple(worse))


def test_the_own_example_has_events_of_many_precisions(own: Site) -> None:
    events = events_of(own)
    assert len(events) >= 8
    edtf = {
        each.attributes["data-edtf"]
        for page in events.values()
        for each in page.all("p")
        if each.attributes.get("class") == "when"
    }
    shapes = {re.sub(r"\d", "0", date) for date in edtf}
    assert {"0000-00-00", "0000-00", "0000-00-00/..", "0000-00-00/0000-00-00"} <= shapes
    assert any("T" in date for date in edtf)
    assert any(date.endswith("~") for date in edtf)
    assert any(date.endswith("?") for date in edtf)


def test_the_own_example_shows_accounts_side_by_side(own: Site) -> None:
    page = own.pages["events/threat-of-retaliation.html"]
    accounts = part(page, "accounts")
    heard = [each.words() for each in accounts.all("blockquote")]
    assert len(heard) == 4
    assert any("perilous height" in words for words in heard)
    assert any("dangerous height" in words for words in heard)
    differing = {each.words() for each in accounts.all("mark")}
    assert any("perilous" in words for words in differing)
    assert any("dangerous" in words for words in differing)
    assert not any("waved on by the ROK" in words for words in differing)


def test_the_own_example_has_a_disputed_event_and_a_correction(own: Site) -> None:
    disputed = own.pages["events/flash-over-the-sea.html"].first("main").first("header")
    assert "Disputed" in disputed.words()
    corrections = own.pages["corrections.html"].first("main").words()
    assert "three bombers" in corrections
    page = own.pages["events/bombers-over-the-peninsula.html"]
    assert "three bombers" in part(page, "corrections").words()


def test_the_own_example_joins_repeated_captions(own: Site) -> None:
    bayline = own.pages["sources/bayline-warning.html"]
    captions = [each.words() for each in bayline.all("figcaption")]
    assert len(captions) == 2
    assert "Ignatius Bello/Kestrel Pictures/Firstlight via Quayside Images" in captions[0]
    assert "THADDEUS OYELARAN/Northlight via Quayside Images" in captions[1]
    # The bulletin's picture stands in two articles, with a curly and with a straight apostrophe.
    announced = own.pages["events/exercise-announced.html"]
    bulletin = [
        each.words() for each in announced.all("figcaption") if "evening bulletin" in each.words()
    ]
    assert len(bulletin) == 1
    assert len(re.findall(r"\[\d+\]", bulletin[0])) == 2


def test_the_own_example_says_that_it_is_one(own: Site) -> None:
    assert "written for this example" in own.pages["about.html"].first("main").words()


# --------------------------------------------------------------------------- reading pages


def addresses(page: Element) -> list[tuple[Element, str]]:
    """Give every address on a page with the element it stands on."""
    return [
        (each, each.attributes[name])
        for each in page.walk()
        for name in ("href", "src")
        if name in each.attributes and each.attributes.get("rel") != "canonical"
    ]


def metas(page: Element, name: str, value: str) -> list[Element]:
    """Give the `meta` elements of which an attribute has a value."""
    return [each for each in page.all("meta") if each.attributes.get(name) == value]


def part(page: Element, name: str) -> Element:
    """Give the element of an id."""
    (found,) = (each for each in page.walk() if each.attributes.get("id") == name)
    return found


def is_redirect(page: Element) -> bool:
    """Tell whether a page only leads to another."""
    return bool(metas(page, "http-equiv", "refresh"))


def events_of(site: Site) -> dict[str, Element]:
    """Give the pages of events, earlier addresses left out."""
    return {
        path: page
        for path, page in site.pages.items()
        if path.startswith("events/") and not is_redirect(page)
    }


def root_of(site: Site) -> str:
    """Give the path of the site's address on its host."""
    for link in site.pages["index.html"].all("link"):
        if link.attributes["rel"] == "canonical":
            return urlsplit(link.attributes["href"]).path.removesuffix("index.html")
    return "/"
