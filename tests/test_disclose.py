"""What becomes public, and what never does, at the one gate between a timeline and its site."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

import pytest
from conftest import linked, write_tree

from builder.dates import Day
from builder.model.timeline import PublicEvent, PublicSource, PublicTimeline
from builder.stages.disclose import disclose

TODAY: Final[Day] = (2031, 6, 1)
SITE: Final = "title: A\nurl: https://example.org/a/\n"
GULL: Final = """\
---
title: Wall gives way
publication: The Gull
published: 2031-04-12
note: zqprivate
---
zqunquoted stands in a first paragraph that nobody quotes.

The wall gave way before dawn on Saturday, and zqunquoted follows.

Divers look at the stone (Bo Marsh/Northlight)
"""


def public(
    folder: Path, files: dict[str, str], *, today: Day = TODAY, drafts: bool = False
) -> PublicTimeline:
    """Give what of a project may be public on a day."""
    write_tree(folder, {"dateline.yaml": SITE, **files})
    return disclose(linked(folder)[0], today=today, with_drafts=drafts)


def event(name: str, **keys: str) -> dict[str, str]:
    lines = {"title": f"About {name}", "date": "2031-04-12", **keys}
    text = "".join(f"{key}: {value}\n" for key, value in lines.items())
    return {f"content/events/{name}.yaml": text}


def article(name: str, text: str) -> dict[str, str]:
    return {f"content/articles/{name}.md": text}


def the_event(found: PublicTimeline, name: str) -> PublicEvent:
    return next(each for each in found.events if each.id == name)


def the_source(found: PublicTimeline, name: str) -> PublicSource:
    return next(each for each in found.sources if each.id == name)


# ------------------------------------------------------------------------------ drafts, embargoes


def test_a_draft_is_not_public(tmp_path: Path) -> None:
    files = (
        event("a", draft="yes") | event("b", draft="no") | article("c", "---\ndraft: yes\n---\n")
    )
    files["content/pages/d.md"] = "---\ndraft: yes\n---\nText.\n"
    files["content/pages/e.md"] = "Text.\n"
    found = public(tmp_path, files)
    assert [each.id for each in found.events] == ["b"]
    assert found.sources == ()
    assert [page.name for page in found.pages] == ["e"]
    assert not found.has_drafts


def test_a_preview_shows_drafts_and_marks_them(tmp_path: Path) -> None:
    files = (
        event("a", draft="yes")
        | event("b")
        | event("c", embargo="2031-06-02")
        | event("d", embargo="2031-06-01")
        | article("e", "---\ndraft: yes\n---\n")
        | article("f", "Text.\n")
    )
    files["content/pages/g.md"] = "---\ndraft: yes\n---\nText.\n"
    found = public(tmp_path, files, drafts=True)
    assert {each.id: each.is_draft for each in found.events} == {
        "a": True,
        "b": False,
        "c": True,
        "d": False,
    }
    assert {each.id: each.is_draft for each in found.sources} == {"e": True, "f": False}
    assert [page.name for page in found.pages] == ["g"]
    assert found.has_drafts


@pytest.mark.parametrize(
    ("embargo", "today", "is_public"),
    [
        ("2031-06-02", (2031, 6, 1), False),
        ("2031-06-01", (2031, 6, 1), True),
        ("2031-05-31", (2031, 6, 1), True),
        ("2031-06", (2031, 5, 31), False),
        ("2031-06", (2031, 6, 1), True),
        ("2032", (2031, 12, 31), False),
        ("2032", (2032, 1, 1), True),
        ("2031-05-01/2031-07-01", (2031, 6, 1), True),
        ("XXXX", (2031, 6, 1), False),
        ("../2031-05-01", (2031, 6, 1), False),
    ],
)
def test_an_embargo_ends_on_its_first_day(
    tmp_path: Path,
    embargo: str,
    today: Day,
    is_public: bool,  # noqa: FBT001
) -> None:
    """One whose first day is not known does not end by itself."""
    found = public(tmp_path, event("a", embargo=embargo), today=today)
    assert bool(found.events) == is_public


def test_a_draft_stays_one_when_its_embargo_has_ended(tmp_path: Path) -> None:
    assert public(tmp_path, event("a", draft="yes", embargo="2030-01-01")).events == ()


def test_no_link_leads_to_what_is_not_public(tmp_path: Path) -> None:
    files = (
        event("a", related="[b, c, d]")
        | event("b", draft="yes")
        | event("c", embargo="2032-01-01")
        | event("d")
    )
    assert the_event(public(tmp_path, files), "a").related == ("d",)
    assert the_event(public(tmp_path, files, drafts=True), "a").related == ("b", "c", "d")


def test_a_source_does_not_tell_which_drafts_cite_it(tmp_path: Path) -> None:
    quote = "[{article: gull, quote: gave way before dawn on Saturday}]"
    files = article("gull", GULL) | event("a", draft="yes", sources=quote) | event("b")
    found = the_source(public(tmp_path, files), "gull")
    assert (found.cited_by, found.passages) == ((), ())
    found = the_source(public(tmp_path, files, drafts=True), "gull")
    assert found.cited_by == ("a",)
    assert [events for _, events in found.passages] == [("a",)]


def test_a_passage_names_only_the_public_events_that_cite_it(tmp_path: Path) -> None:
    quote = "[{article: gull, quote: gave way before dawn on Saturday}]"
    files = (
        article("gull", GULL) | event("a", draft="yes", sources=quote) | event("b", sources=quote)
    )
    ((passage, events),) = the_source(public(tmp_path, files), "gull").passages
    assert passage.exact == "gave way before dawn on Saturday"
    assert events == ("b",)


def test_a_cited_draft_vanishes_from_citations_accounts_and_photographs(tmp_path: Path) -> None:
    """The check makes it an error; the gate does not rely on that."""
    files = (
        article("gull", GULL.replace("note: zqprivate", "draft: yes"))
        | article("tern", GULL)
        | event(
            "a",
            sources="[gull, tern]",
            accounts="[{question: How?, versions: [{article: gull, value: x}, tern]}]",
        )
    )
    found = the_event(public(tmp_path, files), "a")
    assert [(each.number, each.article) for each in found.citations] == [(1, "tern")]
    assert [each.article for each in found.accounts[0].versions] == ["tern"]
    assert [seen.article for photo in found.photos for seen in photo.seen_in] == ["tern"]


def test_a_caption_chosen_from_a_draft_is_not_public(tmp_path: Path) -> None:
    """The words under its photos are as unpublished as the rest of it."""
    files = article("gull", GULL.replace("note: zqprivate", "draft: yes")) | event(
        "a", photos="[{article: gull, caption: Divers look}]"
    )
    assert the_event(public(tmp_path, files), "a").photos == ()


def test_a_picture_that_only_a_draft_gives_is_not_public(tmp_path: Path) -> None:
    given = (
        "photos: [{caption: Divers look at the stone, credit: (Bo Marsh/Northlight),"
        " image: zqsecret.jpg, rights: own work, alt: zqsecret}]\ndraft: yes"
    )
    files = (
        article("gull", GULL.replace("note: zqprivate", given))
        | article("tern", GULL)
        | event("a", sources="[tern]")
    )
    files["content/photos/zqsecret.jpg"] = "picture"
    found = public(tmp_path, files)
    assert [photo.image for photo in the_event(found, "a").photos] == [""]
    assert found.files == ()


# --------------------------------------------------------------------------------- words and texts


def test_of_an_article_only_what_is_cited_is_public(tmp_path: Path) -> None:
    quote = "[{article: gull, quote: gave way before dawn on Saturday}]"
    files = article("gull", GULL) | event("a", sources=quote, note="zqprivate")
    found = public(tmp_path, files)
    source = the_source(found, "gull")
    assert source.text_html == ""
    assert [passage.exact for passage, _ in source.passages] == ["gave way before dawn on Saturday"]
    assert [photo.caption for photo in source.photos] == ["Divers look at the stone"]
    assert (source.title, source.publication) == ("Wall gives way", "The Gull")


def test_the_digest_is_that_of_the_text_after_the_front_matter(tmp_path: Path) -> None:
    found = the_source(public(tmp_path, article("gull", GULL)), "gull")
    text = GULL.split("---\n", 2)[2]
    assert found.text_digest == hashlib.sha256(text.encode()).hexdigest()
    empty = the_source(public(tmp_path / "b", article("gull", "---\ntitle: A\n---\n")), "gull")
    assert empty.text_digest == ""


def test_a_text_with_full_rights_is_public_with_its_passages_marked(tmp_path: Path) -> None:
    full = GULL.replace("note: zqprivate", "rights: full")
    quote = "[{article: gull, quote: gave way before dawn on Saturday}]"
    found = the_source(public(tmp_path, article("gull", full) | event("a", sources=quote)), "gull")
    ((passage, _),) = found.passages
    assert f'<mark id="{passage.anchor}">gave way before dawn on Saturday</mark>' in found.text_html
    assert "zqunquoted stands in a first paragraph" in found.text_html


def test_passages_that_only_drafts_cite_are_not_marked_in_the_text(tmp_path: Path) -> None:
    full = GULL.replace("note: zqprivate", "rights: full")
    quote = "[{article: gull, quote: gave way before dawn on Saturday}]"
    files = article("gull", full) | event("a", draft="yes", sources=quote)
    assert "<mark" not in the_source(public(tmp_path, files), "gull").text_html


def test_what_a_public_timeline_holds_is_public(tmp_path: Path) -> None:
    """Whatever takes the value may print all of it."""
    quote = "[{article: gull, quote: gave way before dawn on Saturday, note: zqprivate}]"
    files = (
        article("gull", GULL)
        | event("a", sources=quote, note="zqprivate", embargo="2031-05-01")
        | event("b", draft="yes", body="zqprivate")
    )
    files["content/pages/about.md"] = "---\nnote: zqprivate\n---\nText.\n"
    shown = repr(public(tmp_path, files))
    assert "gave way before dawn on Saturday" in shown
    assert "zqunquoted" not in shown
    assert "zqprivate" not in shown


# ----------------------------------------------------------------------------------------- pictures


def test_a_picture_without_rights_is_not_public_and_not_named(tmp_path: Path) -> None:
    photos = (
        "[{caption: One, credit: Me, image: one.jpg, alt: A},"
        " {caption: Two, credit: Me, image: two.jpg, alt: A, rights: own work}]"
    )
    files = event("a", photos=photos)
    files |= {f"content/photos/{name}.jpg": "picture" for name in ("one", "two", "three")}
    found = public(tmp_path, files)
    photos_shown = the_event(found, "a").photos
    assert [(each.caption, each.image) for each in photos_shown] == [
        ("One", ""),
        ("Two", "two.jpg"),
    ]
    assert [file.path for file in found.files] == ["photos/two.jpg"]


def test_a_picture_of_a_draft_is_not_public(tmp_path: Path) -> None:
    photo = "[{caption: One, credit: Me, image: one.jpg, alt: A, rights: own work}]"
    files = event("a", photos=photo, draft="yes") | {"content/photos/one.jpg": "picture"}
    assert public(tmp_path, files).files == ()
    assert len(public(tmp_path, files, drafts=True).files) == 1


def test_static_files_are_public_as_they_are(tmp_path: Path) -> None:
    found = public(tmp_path, {"content/static/one.jpg": "x", "content/static/a/b.csv": "y"})
    assert [file.path for file in found.files] == ["a/b.csv", "one.jpg"]


def test_everything_else_of_a_note_is_public(tmp_path: Path) -> None:
    files = event(
        "a",
        date_basis="The log",
        date_written="12 April",
        place="Quay",
        people="[Ada Quill]",
        tags="[storms]",
        status="disputed",
        aliases="[old-a]",
        added="2031-05-01",
        corrections="[{date: 2031-05-02, text: Put right.}]",
        summary="Words.",
        body="More words.",
    )
    found = the_event(public(tmp_path, files), "a")
    assert (found.title, found.date.edtf, found.date_basis) == ("About a", "2031-04-12", "The log")
    assert (found.people, found.tags, found.aliases) == (("Ada Quill",), ("storms",), ("old-a",))
    assert found.place is not None
    assert (found.place.name, found.status, found.date_written) == ("Quay", "disputed", "12 April")
    assert found.added is not None
    assert [each.text for each in found.corrections] == ["Put right."]
    assert found.summary
    assert found.body
    assert not found.is_draft


def test_a_place_that_one_note_shows_coarsely_is_shown_so_by_all(tmp_path: Path) -> None:
    place = "{name: %s, lat: 41.1234567, lon: 20.7654321%s}"
    files = {
        **event("one", place=place % ("Upper Quarry", ", shown: district")),
        **event("two", place=place % ("upper  quarry", "")),
        **event("three", place=place % ("Lower Quarry", "")),
    }
    found = public(tmp_path, files)
    one, two, three = (the_event(found, name).place for name in ("one", "two", "three"))
    assert [each.lat for each in (one, two, three) if each] == [41.12, 41.12, 41.1234567]
