"""Every editorial check both ways: what it reports, and what it must not."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

import pytest
from conftest import TINY, TODAY, linked, write_tree

from builder.problems import SEVERITIES, Problem, in_order
from builder.stages.check import CHECKS, check

SITE: Final = "title: A\nurl: https://example.org/a/\n"
ARTICLE: Final = "content/articles/{}.md"
EVENT: Final = "content/events/{}.yaml"
LONG: Final = "The text of the article, which goes on for a while."


def problems(folder: Path, files: dict[str, str]) -> tuple[Problem, ...]:
    """Give what the checks say of a project, whose settings have an address unless given."""
    write_tree(folder, {"dateline.yaml": SITE, **files})
    return in_order(check(linked(folder)[0], TODAY))


def place(problem: Problem) -> str:
    """Give file and line of a problem, and what is underlined there."""
    at = problem.position
    file = at.file.split("/")[-1]
    return f"{file}:{at.line} <{at.source[at.column - 1 : at.end_column - 1]}>" if at.line else file


def found(folder: Path, code: str, files: dict[str, str]) -> list[str]:
    """Give the places and messages of one code."""
    assert code in SEVERITIES
    return [
        f"{place(each)} {each.message}" for each in problems(folder, files) if each.code == code
    ]


def about_photos(folder: Path, files: dict[str, str]) -> list[str]:
    return [
        f"{each.code} {place(each)}"
        for each in problems(folder, files)
        if each.code.startswith(("photo-", "caption-"))
    ]


def article(body: str = LONG, **keys: str) -> str:
    head = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return f"---\n{head}---\n{body}\n"


def event(**keys: str) -> str:
    return "".join(f"{k}: {v}\n" for k, v in {"title": "A", "date": "2031-04-12", **keys}.items())


def test_a_project_in_order_has_nothing_to_report(tmp_path: Path) -> None:
    write_tree(tmp_path, TINY)
    assert check(linked(tmp_path)[0], TODAY) == ()


def test_every_check_has_a_test_here() -> None:
    tested = Path(__file__).read_text("utf-8")
    assert [each.__name__ for each in CHECKS if f"# {each.__name__}" not in tested] == []


# ------------------------------------------------------------------------------------------- site


# no_events
def test_a_timeline_without_events(tmp_path: Path) -> None:
    assert found(tmp_path / "a", "no-events", {}) == ["events there are no events yet"]
    assert found(tmp_path / "b", "no-events", {EVENT.format("a"): event()}) == []


def test_a_timeline_whose_only_event_cannot_be_read_has_one(tmp_path: Path) -> None:
    assert found(tmp_path, "no-events", {EVENT.format("a"): "title: [\n"}) == []


# no_url
def test_a_site_without_an_address(tmp_path: Path) -> None:
    told = ["dateline.yaml without 'url' no feed, no sitemap and no canonical links are written"]
    assert found(tmp_path / "a", "no-url", {"dateline.yaml": "title: A\n"}) == told
    assert found(tmp_path / "b", "no-url", {}) == []


# photos_exist
def test_pictures_that_do_not_exist(tmp_path: Path) -> None:
    files = {
        ARTICLE.format("gull"): article(photos="[{caption: C, image: gone.jpg}]"),
        EVENT.format("a"): event(
            photos="[{caption: Own, image: lost.jpg}, {caption: Two, image: here.jpg},"
            " {article: gull, caption: C, image: away.jpg}]"
        ),
        "content/photos/here.jpg": "x",
    }
    assert found(tmp_path, "unknown-image", files) == [
        "gull.md:2 <gone.jpg> there is no picture 'gone.jpg'",
        "a.yaml:3 <lost.jpg> there is no picture 'lost.jpg'",
        "a.yaml:3 <away.jpg> there is no picture 'away.jpg'",
    ]


def test_a_static_file_is_no_picture(tmp_path: Path) -> None:
    files = {
        EVENT.format("a"): event(photos="[{caption: Own, image: a.jpg}]"),
        "content/static/a.jpg": "x",
    }
    assert len(found(tmp_path, "unknown-image", files)) == 1


def test_a_picture_of_another_name_is_another(tmp_path: Path) -> None:
    files = {
        EVENT.format("a"): event(photos="[{caption: Own, image: ../photos/a.jpg}]"),
        "content/photos/a.jpg": "x",
    }
    assert len(found(tmp_path, "unknown-image", files)) == 1


# links_inside
def test_links_into_the_site_lead_somewhere(tmp_path: Path) -> None:
    files = {
        EVENT.format("a"): event(
            body="'[a](events/b.html) [b](events/c.html#r1) [c](sources/gull.html)'",
            summary="'[a](about.html) [b](abuot.html)'",
        ),
        EVENT.format("c"): event(),
        ARTICLE.format("gull"): article(),
        "content/pages/about.md": "See [it](events/a.html), [all](index.html), [x](tags/x.html).\n"
        "And [this](data/table.csv), [that](data/none.csv), [method](method.html), [here](#a).\n",
        "content/static/data/table.csv": "x",
    }
    assert found(tmp_path, "broken-link", files) == [
        "a.yaml:3 <events/b.html> the link 'events/b.html' leads to no page of this site",
        "a.yaml:4 <abuot.html> the link 'abuot.html' leads to no page of this site",
        "about.md:2 <data/none.csv> the link 'data/none.csv' leads to no page of this site",
    ]


def test_links_out_of_the_site_are_let_be(tmp_path: Path) -> None:
    body = "'[a](https://example.org/gone.html), [b](mailto:a@example.org)'"
    assert found(tmp_path, "broken-link", {EVENT.format("a"): event(body=body)}) == []


def test_a_link_to_an_earlier_address_leads_on(tmp_path: Path) -> None:
    files = {
        EVENT.format("a"): event(aliases="[old-a]"),
        EVENT.format("b"): event(body="'[a](events/old-a.html)'"),
    }
    assert found(tmp_path, "broken-link", files) == []


@pytest.mark.parametrize("hidden", [{"draft": "yes"}, {"embargo": "2032-01-01"}])
def test_a_link_to_what_is_not_published_is_told(tmp_path: Path, hidden: dict[str, str]) -> None:
    """On the site it would lead to nothing."""
    files = {
        EVENT.format("a"): event(**hidden),
        EVENT.format("b"): event(body="'[a](events/a.html)'"),
    }
    told = [each for each in problems(tmp_path, files) if each.code != "no-source"]
    assert [each.position.file for each in told] == [EVENT.format("b")]


# ----------------------------------------------------------------------------------------- events


# no_source
def test_an_event_without_a_source(tmp_path: Path) -> None:
    files = {
        EVENT.format("a"): "\n" + event(),
        EVENT.format("b"): event(sources="[gull]"),
        EVENT.format("c"): event(body="So [@gull]."),
        EVENT.format("d"): event(date="soon"),
        ARTICLE.format("gull"): article(),
    }
    assert found(tmp_path, "no-source", files) == ["a.yaml:2 <title> the event 'a' cites no source"]


def test_an_event_whose_only_source_cannot_be_read_has_one(tmp_path: Path) -> None:
    """The article's own mistake is told; no other follows from it."""
    broken = "---\ntitle: [\n---\n"
    files = {EVENT.format("a"): event(sources="[gull]"), ARTICLE.format("gull"): broken}
    assert found(tmp_path, "no-source", files) == []


def test_an_event_whose_only_source_is_misspelt_has_one(tmp_path: Path) -> None:
    """That there is no article of the name is told; no other mistake follows from it."""
    files = {EVENT.format("a"): event(sources="[gul]"), ARTICLE.format("gull"): article()}
    assert found(tmp_path, "no-source", files) == []


# single_source
def test_an_event_that_rests_on_one_source(tmp_path: Path) -> None:
    files = {
        EVENT.format("a"): event(sources="[gull]"),
        EVENT.format("b"): event(sources="[gull, tern]"),
        EVENT.format("c"): event(sources="[tern, rook, gull]"),
        EVENT.format("d"): event(sources="[tern, rook]"),
        EVENT.format("e"): event(),
        ARTICLE.format("gull"): article(),
        ARTICLE.format("tern"): article(agency="Northlight"),
        ARTICLE.format("rook"): article(agency="northlight"),
    }
    assert found(tmp_path, "single-source", files) == [
        "a.yaml:1 <title> the event 'a' rests on a single source",
        "d.yaml:1 <title> the event 'd' rests on a single source: its 2 articles share one text",
    ]


def test_a_secret_source_is_not_counted(tmp_path: Path) -> None:
    files = {
        EVENT.format("a"): event(sources="[gull, tern]"),
        EVENT.format("b"): event(sources="[tern]"),
        ARTICLE.format("gull"): article(),
        ARTICLE.format("tern"): article(access="secret"),
    }
    assert found(tmp_path, "single-source", files) == [
        "a.yaml:1 <title> the event 'a' rests on a single source"
    ]


# older_sources
@pytest.mark.parametrize(
    ("date", "published", "is_told"),
    [
        ("2031-04-12", ["2031-04-11"], True),
        ("2031-04-12", ["2031-04-12"], False),
        ("2031-04-12", ["2031-04"], False),
        ("2031-04-12", ["2031-03"], True),
        ("2031-04-12", ["2031-04-11", "2031-04-13"], False),
        ("2031-04-12", ["2031-04-11", "2030"], True),
        ("2031-04-12", ["2031-04-11", ""], False),
        ("2031-04-12", ["2031-04-01/.."], False),
        ("2031-04", ["2031-03-31"], True),
        ("2031-04", ["2031-04-02"], False),
        ("../2031-04-12", ["2030"], False),
        ("XXXX", ["2030"], False),
    ],
)
def test_sources_that_are_older_than_what_they_tell(
    tmp_path: Path,
    date: str,
    published: list[str],
    is_told: bool,  # noqa: FBT001
) -> None:
    names = [f"article-{number}" for number in range(len(published))]
    texts = (article(published=day) for day in published)
    files = dict(zip(map(ARTICLE.format, names), texts, strict=True))
    files[EVENT.format("a")] = event(date=date, sources=f"[{', '.join(names)}]")
    told = [f"a.yaml:2 <{date}> every source of 'a' appeared before it happened"]
    assert found(tmp_path, "source-older-than-event", files) == (told if is_told else [])


# season_or_years
@pytest.mark.parametrize(
    ("date", "is_told"),
    [
        ("2020-21", True),
        ("2023-24", True),
        ("2024-25", True),
        ("2020-22", False),
        ("2020-24", False),
        ("2025-21", False),
        ("2010-11", False),
        ("2020/2021", False),
        ("spring 2020", False),
    ],
)
def test_a_season_that_reads_like_two_years(
    tmp_path: Path,
    date: str,
    is_told: bool,  # noqa: FBT001
) -> None:
    files = {
        EVENT.format("a"): event(date=date, sources="[gull]"),
        ARTICLE.format("gull"): article(published="2031-05-12"),
    }
    assert bool(found(tmp_path, "season-or-years", files)) is is_told


# far_future
@pytest.mark.parametrize(
    ("date", "is_told"),
    [("2568-04-16", True), ("2132", True), ("2131", False), ("2031-04-16", False), ("XXXX", False)],
)
def test_a_date_centuries_ahead(
    tmp_path: Path,
    date: str,
    is_told: bool,  # noqa: FBT001
) -> None:
    files = {
        EVENT.format("a"): event(date=date, sources="[gull]"),
        ARTICLE.format("gull"): article(published="2031-05-12"),
    }
    assert bool(found(tmp_path, "far-future", files)) is is_told


# first_of_month
@pytest.mark.parametrize(
    ("keys", "published", "is_told"),
    [
        ({"date": "2031-04-01"}, "2031-05-12", True),
        ({"date": "2031-04-01?"}, "2031-05-12", False),
        ({"date": "-0043-04-01"}, "2031-05-12", True),
        ({"date": "2031-04-02"}, "2031-05-12", False),
        ({"date": "2031-04"}, "2031-05-12", False),
        ({"date": "2031"}, "2031-05-12", False),
        ({"date": "2031-04-01/2031-04-03"}, "2031-05-12", False),
        ({"date": "2031-04-01T06:00"}, "2031-05-12", False),
        ({"date": "2031-04-01"}, "2031-04-08", False),
        ({"date": "2031-04-01"}, "2031-04-09", True),
        ({"date": "2031-04-01"}, "2031-04", True),
        ({"date": "2031-04-01", "date_basis": "The log"}, "2031-05-12", False),
        ({"date": "2031-04-01", "date_written": "1 April"}, "2031-05-12", False),
        ({"date": "2031-04-01", "title": "The 1st of April"}, "2031-05-12", False),
        ({"date": "2031-04-01", "summary": "On 1 April."}, "2031-05-12", False),
        ({"date": "2031-04-01", "body": "On April 1."}, "2031-05-12", False),
        ({"date": "2031-04-01", "body": "On April 10 and 21."}, "2031-05-12", True),
    ],
)
def test_a_first_of_the_month_that_nothing_bears_out(
    tmp_path: Path,
    keys: dict[str, str],
    published: str,
    is_told: bool,  # noqa: FBT001
) -> None:
    files = {
        EVENT.format("a"): event(**keys, sources="[gull]"),
        ARTICLE.format("gull"): article(published=published),
    }
    day = keys["date"]
    told = [f"a.yaml:2 <{day}> the date of 'a' is the first of a month, and nothing bears it out"]
    assert found(tmp_path, "invented-first-of-month", files) == (told if is_told else [])


def test_a_first_of_the_month_that_a_quotation_names(tmp_path: Path) -> None:
    files = {
        EVENT.format("a"): event(
            date="2031-04-01", sources="[{article: gull, quote: broke on April 1 before dawn}]"
        ),
        ARTICLE.format("gull"): article("The wall broke on April 1 before dawn, they say."),
    }
    assert found(tmp_path, "invented-first-of-month", files) == []


def test_the_month_is_proposed_for_an_invented_first(tmp_path: Path) -> None:
    for name, date, month in (("a", "2031-04-01", "2031-04"), ("b", "-0043-04-01", "-0043-04")):
        files = {EVENT.format("a"): event(date=date)}
        told = {each.code: each.hint for each in problems(tmp_path / name, files)}
        hint = told["invented-first-of-month"]
        assert hint == f"write '{month}' if only the month is known, or add 'date_basis:'"


# dates_beyond_feeds
@pytest.mark.parametrize(
    ("date", "is_told"),
    [
        ("-0043-03-15", True),
        ("0000", True),
        ("Y12000", True),
        ("0001", False),
        ("9999", False),
        ("XXXX", False),
    ],
)
def test_years_that_feeds_cannot_hold(tmp_path: Path, date: str, is_told: bool) -> None:  # noqa: FBT001
    told = [f"a.yaml:2 <{date}> the year of 'a' has no place in feeds, which leave it out"]
    files = {EVENT.format("a"): event(date=date)}
    assert found(tmp_path, "date-not-exported", files) == (told if is_told else [])


# own_photos
def test_own_photos_have_credit_rights_and_words(tmp_path: Path) -> None:
    files = {
        EVENT.format("a"): event(
            photos="\n  - {caption: One, image: a.jpg}\n"
            "  - {caption: Two, credit: Me, image: a.jpg, rights: own, alt: A}\n"
            "  - {caption: Three, creator: Me}\n"
            "  - {article: gull, caption: C, image: a.jpg}"
        ),
        ARTICLE.format("gull"): article(photos="[{caption: C, credit: Me}]"),
        "content/photos/a.jpg": "x",
    }
    told = about_photos(tmp_path, files)
    assert told == [
        "caption-without-credit a.yaml:4 <One>",
        "photo-without-alt a.yaml:4 <a.jpg>",
        "photo-without-rights a.yaml:4 <a.jpg>",
        "photo-without-alt a.yaml:7 <a.jpg>",
        "photo-without-rights a.yaml:7 <a.jpg>",
    ]


# perhaps_same_photo
def test_one_credit_under_two_captions(tmp_path: Path) -> None:
    photo = "[{{caption: {}, credit: (Ida Moss/AP)}}]"
    files = {
        ARTICLE.format("a"): article(photos=photo.format("Gate at dawn")),
        ARTICLE.format("b"): article(photos=photo.format("The jammed gate at dawn")),
        ARTICLE.format("c"): article(photos=photo.format("Gate at dawn")),
        ARTICLE.format("d"): article(photos="[{caption: One, credit: AP}]"),
        ARTICLE.format("e"): article(photos="[{caption: Two, credit: AP}]"),
        EVENT.format("differs"): event(sources="[a, b]"),
        EVENT.format("same"): event(sources="[a, c]"),
        EVENT.format("agency"): event(sources="[d, e]"),
    }
    assert found(tmp_path, "perhaps-same-photo", files) == [
        "differs.yaml:1 <title> two articles print one credit under different captions;"
        " it may be one photo"
    ]


# cites_draft
def test_a_published_event_cites_no_draft(tmp_path: Path) -> None:
    files = {
        ARTICLE.format("gull"): article(draft="yes"),
        EVENT.format("a"): event(sources="[tern, gull]"),
        EVENT.format("b"): event(sources="[gull]", draft="yes"),
        EVENT.format("c"): event(body="So [@gull]."),
        ARTICLE.format("tern"): article(),
    }
    assert found(tmp_path, "cites-draft", files) == [
        "a.yaml:3 <gull> 'a' cites the article 'gull', which is a draft",
        "c.yaml:3 <gull> 'c' cites the article 'gull', which is a draft",
    ]


# related_draft
def test_a_related_event_that_is_not_published(tmp_path: Path) -> None:
    files = {
        EVENT.format("a"): event(related="[b, c, d, e]"),
        EVENT.format("b"): event(draft="yes", related="[c]"),
        EVENT.format("c"): event(embargo="2031-06-02"),
        EVENT.format("d"): event(embargo="2031-06-01"),
        EVENT.format("e"): event(),
    }
    assert found(tmp_path, "related-draft", files) == [
        "a.yaml:3 <b> the related event 'b' is not published; no link is made",
        "a.yaml:3 <c> the related event 'c' is not published; no link is made",
    ]


# --------------------------------------------------------------------------------------- articles


# text_changed
def test_a_text_that_is_not_the_one_that_was_cited(tmp_path: Path) -> None:
    digest = hashlib.sha256(f"{LONG}\n".encode()).hexdigest()
    files = {
        ARTICLE.format("a"): article(sha256=digest),
        ARTICLE.format("b"): article(sha256=digest.upper()),
        ARTICLE.format("c"): article("Other words.", sha256=digest),
        ARTICLE.format("d"): article(sha256="abc"),
        ARTICLE.format("e"): article(sha256=digest).replace("\n", "\r\n"),
    }
    assert found(tmp_path, "text-changed", files) == [
        f"c.md:2 <{digest}> the stored text is not the one whose digest is written down",
        "d.md:2 <abc> the stored text is not the one whose digest is written down",
    ]


# uncited
def test_an_article_that_serves_no_event(tmp_path: Path) -> None:
    files = {
        ARTICLE.format("gull"): article(),
        ARTICLE.format("tern"): article(),
        EVENT.format("a"): event(body="So [@gull]."),
    }
    told = ["tern.md:1 <-> no event cites the article 'tern'"]
    assert found(tmp_path / "a", "uncited-article", files) == told
    files[EVENT.format("b")] = "title: [\n"
    assert found(tmp_path / "b", "uncited-article", files) == []


# untitled
def test_titles_that_are_missing_or_found(tmp_path: Path) -> None:
    pasted = f"Wall gives way\n\n{LONG} And on, and on, until the end of the page is reached.\n"
    files = {
        ARTICLE.format("a"): article(title="Wall"),
        ARTICLE.format("b"): article(),
        "content/articles/c.txt": pasted,
    }
    assert found(tmp_path, "missing-title", files) == ["b.md:1 <-> the article has no title"]
    assert found(tmp_path, "guessed-title", files) == [
        "c.txt:1 <W> the first line is taken for the title"
    ]
    guessed = [each for each in problems(tmp_path, files) if each.code == "guessed-title"]
    # Not in the message, which public logs repeat.
    assert [each.details for each in guessed] == [("the title would be: 'Wall gives way'",)]


# unpublished
def test_days_of_publication_that_are_missing_or_found(tmp_path: Path) -> None:
    files = {
        ARTICLE.format("a"): article(published="2031"),
        ARTICLE.format("b"): article(),
        ARTICLE.format("c"): article(published="soon"),
        "content/articles/d.txt": f" date 2031-04-17 {LONG}\n",
    }
    assert found(tmp_path, "missing-published", files) == [
        "b.md:1 <-> the article has no date of publication"
    ]
    assert found(tmp_path, "guessed-date", files) == [
        "d.txt:1 < > the first line is taken for the date: 2031-04-17"
    ]


# bare_home_page
@pytest.mark.parametrize(
    ("url", "is_told"),
    [
        ("https://example.org", True),
        ("https://example.org/", True),
        ("https://example.org/#top", True),
        ("https://example.org/a", False),
        ("https://example.org/?p=12", False),
    ],
)
def test_the_address_of_a_home_page(tmp_path: Path, url: str, is_told: bool) -> None:  # noqa: FBT001
    told = [f"a.md:2 <{url}> the address is that of a home page, not of an article"]
    files = {ARTICLE.format("a"): article(url=url)}
    assert found(tmp_path, "bare-home-page", files) == (told if is_told else [])


# without_capture
def test_an_article_of_the_web_without_a_copy(tmp_path: Path) -> None:
    files = {
        ARTICLE.format("a"): article(url="https://example.org/a"),
        ARTICLE.format("b"): article(
            url="https://example.org/b", captures="[https://archive.example.org/b]"
        ),
        ARTICLE.format("c"): article(),
    }
    assert found(tmp_path, "no-capture", files) == [
        "a.md:2 <https://example.org/a> no copy of the page is kept"
    ]


# without_holder
@pytest.mark.parametrize(
    ("keys", "is_told"),
    [
        ({"kind": "letter"}, True),
        ({"kind": "court-file"}, True),
        ({"kind": "letter", "held_by": "Museum"}, False),
        ({"kind": "letter", "publication": "Letters"}, False),
        ({"kind": "letter", "url": "https://example.org/a"}, False),
        ({"kind": "letter", "captures": "[https://archive.example.org/a]"}, False),
        ({"kind": "letter", "access": "unnamed"}, False),
        ({"kind": "book"}, False),
        ({}, False),
    ],
)
def test_a_document_that_nobody_could_find(
    tmp_path: Path,
    keys: dict[str, str],
    is_told: bool,  # noqa: FBT001
) -> None:
    name = {"letter": "letter", "court-file": "court file"}.get(keys.get("kind", ""), "")
    told = [f"a.md:1 <-> nobody could find this {name}"]
    assert found(tmp_path, "no-holder", {ARTICLE.format("a"): article(**keys)}) == (
        told if is_told else []
    )


# duplicate_texts
def test_two_articles_of_one_text(tmp_path: Path) -> None:
    files = {
        ARTICLE.format("a"): article("Words of the\npaper.", derived_from="c"),
        ARTICLE.format("b"): article("Words of the paper."),
        ARTICLE.format("c"): article("  Words  of the paper.\r\n"),
        ARTICLE.format("d"): article("Words of the paper!"),
        ARTICLE.format("e"): article(""),
        ARTICLE.format("f"): article(""),
        ARTICLE.format("g"): article("Words of the paper.", derived_from="b"),
        ARTICLE.format("h"): article("Words of the paper.", access="secret"),
    }
    assert found(tmp_path, "duplicate-text", files) == [
        "c.md:1 <-> the article has the same text as 'b'",
        "h.md:1 <-> the article has the same text as 'b'",
    ]


# duplicate_titles
def test_two_articles_of_one_title(tmp_path: Path) -> None:
    files = {
        ARTICLE.format("a"): article(title="Wall", publication="The Gull"),
        ARTICLE.format("b"): article(title="WALL", publication="The Gull"),
        ARTICLE.format("c"): article(title="Wall", publication="The Tern"),
        ARTICLE.format("d"): article(),
        ARTICLE.format("e"): article(),
        ARTICLE.format("f"): article(title="Other"),
        ARTICLE.format("g"): article(title="Other"),
    }
    assert found(tmp_path, "duplicate-title", files) == [
        "b.md:2 <WALL> another article of 'The Gull' has the same title",
        "g.md:2 <Other> another article has the same title",
    ]


# duplicate_addresses
def test_two_articles_of_one_address(tmp_path: Path) -> None:
    files = {
        ARTICLE.format("a"): article(url="https://example.org/a"),
        ARTICLE.format("b"): article(url="https://example.org/a/"),
        ARTICLE.format("c"): article(url="https://example.org/c"),
        ARTICLE.format("d"): article(),
        ARTICLE.format("e"): article(),
    }
    assert found(tmp_path, "duplicate-url", files) == [
        "b.md:2 <https://example.org/a/> the article 'a' has the same address"
    ]


# weekdays
def test_weekdays_that_do_not_fit_their_date(tmp_path: Path) -> None:
    files = {
        ARTICLE.format("a"): article(
            "It gave way on Friday (April 10), not on Thursday (April 10).", published="2031-04-12"
        ),
        ARTICLE.format("b"): article("It gave way on Monday, 10 April 2031, not on Monday."),
        ARTICLE.format("c"): article("It gave way on Friday (April 10)."),
    }
    told = "the weekday does not fit the date: 10 April 2031 is a Thursday"
    assert found(tmp_path, "weekday-mismatch", files) == [
        f"a.md:4 <Friday (April 10)> {told}",
        f"b.md:3 <Monday, 10 April 2031> {told}",
    ]


# photos
def test_captions_of_articles_have_credit_rights_and_words(tmp_path: Path) -> None:
    files = {
        ARTICLE.format("gull"): article(
            f"{LONG}\n\n^ A boy with a bucket\n\nDivers look (Bo Marsh/Northlight)",
            photos="[{caption: One, image: a.jpg}, {caption: Two, credit: Me}]",
        ),
        "content/photos/a.jpg": "x",
    }
    told = about_photos(tmp_path, files)
    assert told == [
        "caption-without-credit gull.md:2 <One>",
        "photo-without-alt gull.md:2 <a.jpg>",
        "photo-without-rights gull.md:2 <a.jpg>",
        "caption-without-credit gull.md:6 <^ A boy with a bucket>",
    ]
