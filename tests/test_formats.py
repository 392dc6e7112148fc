"""The files that other programs read: well-formed XML, escaped, the newest change first."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.formats.atom import MOST_ENTRIES, FeedEntry, feed
from builder.formats.sitemap import MOST_ADDRESSES, robots, sitemaps
from builder.formats.xml import DECLARATION, attribute, element, text

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SITE = "https://example.org/wall/"


def made(
    *entries: FeedEntry, title: str = "Wall", subtitle: str = "", language: str = "en"
) -> bytes:
    return feed(
        title=title, subtitle=subtitle, url=SITE, language=language, authors=(), entries=entries
    )


def entry(name: str, changed: tuple[int, int, int] = (2031, 4, 12), **more: object) -> FeedEntry:
    values = {"title": name, "summary_html": "", **more}
    return FeedEntry(url=f"{SITE}events/{name}.html", changed=changed, **values)  # type: ignore[arg-type]


def texts(data: bytes, path: str) -> list[str | None]:
    return [each.text for each in ElementTree.fromstring(data).findall(path.replace("@", ATOM))]


# --------------------------------------------------------------------------------------------- XML


@given(st.text())
def test_any_text_is_well_formed_and_comes_back(value: str) -> None:
    """But for letters that XML cannot hold, which are replaced."""
    read = ElementTree.fromstring(
        f"{DECLARATION}<a b={attribute(value)}>{text(value)}</a>".encode()
    )
    for found in (read.text or "", read.get("b") or ""):
        for letter, other in zip(value, found, strict=False):
            assert letter == other or other in "\ufffd\n "
    plain = "".join(x for x in value if x.isprintable() and x not in "\ufffe\uffff")
    assert ElementTree.fromstring(element("a", plain)).text == (plain or None)


def test_elements_with_and_without_text() -> None:
    assert element("a", "x<y", href='"&') == '<a href="&quot;&amp;">x&lt;y</a>'
    assert element("a", "", rel="self") == '<a rel="self"/>'
    assert element("a", "b", class_="c") == '<a class="c">b</a>'


# -------------------------------------------------------------------------------------------- Atom


def test_the_newest_change_comes_first() -> None:
    found = made(entry("a"), entry("c", (2031, 5, 1)), entry("b", (2030, 1, 1)))
    assert texts(found, "@entry/@title") == ["c", "a", "b"]
    assert texts(found, "@updated") == ["2031-05-01T00:00:00Z"]
    assert texts(found, "@entry/@updated")[0] == "2031-05-01T00:00:00Z"


def test_the_order_does_not_depend_on_the_order_given() -> None:
    entries = [entry(name) for name in "abcde"]
    assert made(*entries) == made(*reversed(entries))


def test_ids_are_addresses_and_no_two_are_the_same() -> None:
    found = made(entry("a"), entry("b"))
    ids = texts(found, "@id") + texts(found, "@entry/@id")
    assert ids == [SITE, f"{SITE}events/b.html", f"{SITE}events/a.html"]


def test_the_feed_names_itself_and_the_site() -> None:
    links = ElementTree.fromstring(made()).findall(f"{ATOM}link")
    assert {link.get("rel"): link.get("href") for link in links} == {
        "self": f"{SITE}feed.xml",
        "alternate": SITE,
    }


def test_only_so_many_entries_are_held() -> None:
    found = made(*(entry(f"e{number}", (2000 + number, 1, 1)) for number in range(80)))
    titles = texts(found, "@entry/@title")
    assert len(titles) == MOST_ENTRIES
    assert titles[0] == "e79"


@pytest.mark.parametrize("year", [-44, 0, 10_000])
def test_years_that_a_time_stamp_cannot_hold_are_left_out(year: int) -> None:
    found = made(entry("a"), entry("b", (year, 1, 1)))
    assert texts(found, "@entry/@title") == ["a"]


def test_early_years_have_four_figures() -> None:
    assert texts(made(entry("a", (33, 4, 3))), "@entry/@updated") == ["0033-04-03T00:00:00Z"]


def test_an_empty_feed_is_whole() -> None:
    """RFC 4287 wants an id, a title, a time and an author, entries or none."""
    found = made()
    assert texts(found, "@updated") != []
    assert texts(found, "@author/@name") == ["Wall"]
    assert texts(found, "@entry") == []


def test_what_is_hostile_is_only_text() -> None:
    bad = "<script>alert(1)</script>&\x00\x0b]]>"
    found = made(
        entry("a", title=bad, summary_html=bad, categories=(bad,)),
        title=bad,
        subtitle=bad,
        language='en" onload="x',
    )
    read = ElementTree.fromstring(found)
    assert {each.tag.removeprefix(ATOM) for each in read.iter()} == set(
        "feed id title subtitle updated link author name entry category summary".split()
    )
    assert b"<script" not in found


def test_a_summary_is_escaped_html() -> None:
    found = made(entry("a", summary_html="Forty <em>metres</em>"))
    summary = ElementTree.fromstring(found).find(f"{ATOM}entry/{ATOM}summary")
    assert summary is not None
    assert summary.get("type") == "html"
    assert summary.text == "Forty <em>metres</em>"


def test_categories_are_the_tags() -> None:
    found = ElementTree.fromstring(made(entry("a", categories=("storms", "wälls"))))
    terms = [each.get("term") for each in found.findall(f"{ATOM}entry/{ATOM}category")]
    assert terms == ["storms", "wälls"]


# ----------------------------------------------------------------------------------------- sitemap


def locations(data: bytes) -> list[str | None]:
    return [each.text for each in ElementTree.fromstring(data).iter(f"{SITEMAP}loc")]


def test_every_page_is_named_by_its_whole_address() -> None:
    ((path, data),) = sitemaps(SITE, ["index.html", "events/a.html", "tags/größe.html"])
    assert path == "sitemap.xml"
    assert locations(data) == [SITE, f"{SITE}events/a.html", f"{SITE}tags/gr%C3%B6%C3%9Fe.html"]


def test_beyond_the_limit_an_index_names_the_parts() -> None:
    paths = [f"events/e{number}.html" for number in range(MOST_ADDRESSES + 1)]
    found = sitemaps(SITE, paths)
    assert [path for path, _ in found] == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert locations(found[0][1]) == [f"{SITE}sitemap-1.xml", f"{SITE}sitemap-2.xml"]
    assert [len(locations(data)) for _, data in found[1:]] == [MOST_ADDRESSES, 1]


def test_robots_may_read_everything() -> None:
    assert robots(SITE).decode() == f"User-agent: *\nAllow: /\nSitemap: {SITE}sitemap.xml\n"
