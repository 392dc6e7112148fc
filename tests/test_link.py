"""Joining all files: citations and their numbers, quotations proved, photos known once, ids."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations
from pathlib import Path
from typing import Any, Final

import pytest
from conftest import codes, linked, printed, write_tree
from hypothesis import given
from hypothesis import strategies as st
from strategies import as_yaml

from builder.model.content import Article
from builder.model.timeline import Citation, Event, Photo, Source, Timeline
from builder.problems import InputText, Problem, in_order
from builder.stages.link.corroboration import independent_groups

GULL: Final = """\
---
title: Wall gives way in the night
publication: The Gull
published: 2031-04-12
url: https://example.org/wall
---
A stretch of the harbour wall gave way before dawn on Saturday.

“Nobody was on the quay at the time,” the harbour master said. “We were lucky, I can tell you that.”

Divers look at the fallen stone (Bo Marsh/Northlight)

The council has closed the quay for a month while 40 metres of stone are lifted.
"""
TERN: Final = """\
---
title: Forty metres of wall lie in the harbour
publication: The Evening Tern
published: 2031-04-13
---
The ferry is moored outside the harbour, and nobody knows for how long it will be.

Divers look at the fallen stone (Bo Marsh/Northlight)

Divers look at the fallen stone (Bo Marsh/Northlight)

A ferry waits outside the wall (Ada Quill/Northlight)
"""
BOTH: Final = {"gull.md": GULL, "tern.txt": TERN}


def project(
    folder: Path,
    notes: Mapping[str, Mapping[str, Any] | str],
    articles: Mapping[str, str] = BOTH,
    settings: str = "",
) -> Path:
    """Write a project of some notes and articles, notes with a title and a date."""
    files = {"dateline.yaml": f"title: A\n{settings}"}
    files |= {f"content/articles/{name}": text for name, text in articles.items()}
    for name, note in notes.items():
        whole = note if isinstance(note, str) else as_yaml({"title": name, "date": "2031", **note})
        files[f"content/events/{name}.yaml"] = whole
    return write_tree(folder, files)


def only(timeline: Timeline) -> Event:
    (event,) = timeline.events
    return event


def link_one(
    folder: Path, note: Mapping[str, Any], articles: Mapping[str, str] = BOTH, settings: str = ""
) -> tuple[Event, tuple[Problem, ...]]:
    timeline, problems = linked(project(folder, {"wall": note}, articles, settings))
    return only(timeline), in_order(problems)


def cited(event: Event) -> list[tuple[int, str, int]]:
    """Give the number, article and count of marks of each citation."""
    return [(each.number, each.article, each.marks) for each in event.citations]


def problems_of(folder: Path, *args: Any, **kwargs: Any) -> str:
    return printed(link_one(folder, *args, **kwargs)[1])


# ---------------------------------------------------------------------------------------- numbers


def test_articles_are_numbered_by_their_first_appearance(tmp_path: Path) -> None:
    """Marks in the summary come first, then the body's, then accounts, then `sources`."""
    articles = {f"{name}.txt": f"Text of {name}.\n" for name in "abcdefg"}
    note = {
        "sources": ["a", "b", "c"],
        "accounts": [{"question": "How?", "versions": ["d", {"article": "b"}]}],
        "body": "Body [@e] and [@c; @d].",
        "summary": "Summary [@f] and [@e].",
    }
    event, problems = link_one(tmp_path, note, articles)
    assert problems == ()
    assert cited(event) == [
        (1, "f", 1),
        (2, "e", 2),
        (3, "c", 1),
        (4, "d", 1),
        (5, "b", 0),
        (6, "a", 0),
    ]


def test_a_cited_article_that_sources_does_not_name_is_added(tmp_path: Path) -> None:
    event, _ = link_one(tmp_path, {"body": "So [@tern].", "sources": ["gull"]})
    assert cited(event) == [(1, "tern", 1), (2, "gull", 0)]


def test_an_article_named_twice_in_one_mark_is_marked_once(tmp_path: Path) -> None:
    event, _ = link_one(tmp_path, {"body": "So [@gull p. 1; @gull p. 2], and so [@gull]."})
    assert cited(event) == [(1, "gull", 2)]
    assert event.citations[0].locators == ("p. 1", "p. 2")


def test_locators_without_words_belong_to_the_citation_each_once(tmp_path: Path) -> None:
    sources = [{"article": "gull", "locator": "p. 3"}, {"article": "gull", "locator": "p. 3"}]
    event, _ = link_one(tmp_path, {"sources": sources, "body": "So [@gull p. 4]."})
    assert event.citations[0].locators == ("p. 4", "p. 3")


def test_a_note_may_cite_nothing(tmp_path: Path) -> None:
    event, problems = link_one(tmp_path, {})
    assert (event.citations, event.independent, event.photos, problems) == ((), 0, (), ())


def test_versions_of_accounts_carry_the_numbers_of_their_articles(tmp_path: Path) -> None:
    versions = [
        {"article": "tern", "value": "forty"},
        {"article": "gull", "value": "40", "quote": "40 metres of stone are lifted"},
    ]
    event, problems = link_one(
        tmp_path,
        {"sources": ["gull"], "accounts": [{"question": "How much?", "versions": versions}]},
    )
    assert problems == ()
    (account,) = event.accounts
    assert [(each.number, each.article, each.value) for each in account.versions] == [
        (1, "tern", "forty"),
        (2, "gull", "40"),
    ]
    assert account.versions[0].passage is None
    passage = account.versions[1].passage
    assert passage is not None
    assert passage.is_proved
    assert event.citations[1].passages == (passage,)


# ------------------------------------------------------------------------------------ unknown names


def test_an_unknown_article_is_told_where_it_is_named(tmp_path: Path) -> None:
    text = "title: A\ndate: 2031\nbody: |\n  So [@gul p. 3; @tern].\nsources:\n  - zebra\n"
    _, problems = linked(project(tmp_path, {"wall": text}))
    assert printed(in_order(problems)) == (
        "content/events/wall.yaml:4:8: error[unknown-article] there is no article 'gul'\n"
        "    4 |   So [@gul p. 3; @tern].\n"
        "      |        ^^^\n"
        "  hint: did you mean 'gull'?\n"
        "content/events/wall.yaml:6:5: error[unknown-article] there is no article 'zebra'\n"
        "    6 |   - zebra\n"
        "      |     ^^^^^\n"
        "  hint: an article's id is its file's name"
    )


def test_an_article_chosen_for_its_photo_must_exist(tmp_path: Path) -> None:
    note = {"photos": [{"article": "gul", "caption": "Divers"}]}
    assert codes(link_one(tmp_path, note)[1]) == ["unknown-article"]


@pytest.mark.parametrize(
    "broken", ["---\ntitle: [\n---\n", "---\nrights: all\n---\nText.\n", "---\nnever ends\n"]
)
def test_an_article_with_mistakes_of_its_own_is_not_also_unknown(
    tmp_path: Path, broken: str
) -> None:
    note = {
        "body": "So [@gull].",
        "sources": ["gull"],
        "photos": [{"article": "gull", "caption": "Divers look"}],
        "accounts": [{"question": "How?", "versions": ["gull"]}],
    }
    articles = {"gull.md": broken, "tern.txt": "---\nderived_from: gull\n---\nText.\n"}
    problems = link_one(tmp_path, note, articles)[1]
    assert "unknown-article" not in codes(problems)


def test_a_quotation_of_an_article_that_cannot_be_read_is_no_mistake(tmp_path: Path) -> None:
    note = {"sources": [{"article": "gull", "quote": "words that stand somewhere in it"}]}
    assert link_one(tmp_path, note, {"gull.md": "---\ntitle: [\n---\n"})[1] == ()


def test_related_events_must_exist(tmp_path: Path) -> None:
    text = "title: A\ndate: 2031\nrelated: [ferry, wall-2, wall-3]\n"
    _, problems = linked(project(tmp_path, {"wall": text, "ferry": {}, "wall-3": "title: [\n"}, {}))
    assert printed(problems) == (
        "content/events/wall.yaml:3:18: error[unknown-event] there is no event 'wall-2'\n"
        "    3 | related: [ferry, wall-2, wall-3]\n"
        "      |                  ^^^^^^\n"
        "  hint: write the id of an event, which is its file's name"
    )


def test_the_article_a_text_derives_from_must_exist(tmp_path: Path) -> None:
    articles = {"gull.md": "---\ndraft: no\nderived_from: tern\n---\nText.\n"}
    _, problems = linked(project(tmp_path, {}, articles))
    assert printed(problems).splitlines()[0] == (
        "content/articles/gull.md:3:15: error[unknown-article] there is no article 'tern'"
    )


# -------------------------------------------------------------------------------------------- ids


def test_two_articles_of_one_id_are_told_and_the_first_is_kept(tmp_path: Path) -> None:
    articles = {"gull.md": GULL, "gull.txt": TERN, "a.md": "---\nid: gull\n---\nText.\n"}
    timeline, problems = linked(project(tmp_path, {}, articles))
    assert len(timeline.sources) == 1
    assert [line for line in printed(problems).splitlines() if "content/" in line] == [
        "content/articles/gull.md:1:1: error[duplicate-id] another article has the id 'gull'",
        "  the other: content/articles/a.md:2:5",
        "content/articles/gull.txt:1:1: error[duplicate-id] another article has the id 'gull'",
        "  the other: content/articles/a.md:2:5",
    ]


def test_two_events_of_one_id_are_told(tmp_path: Path) -> None:
    text = "- {id: wall, title: A, date: 2031}\n- {title: B, id: wall, date: 2031}\n"
    timeline, problems = linked(project(tmp_path, {"many": text}, {}))
    assert len(timeline.events) == 1
    assert printed(problems).splitlines()[0] == (
        "content/events/many.yaml:2:18: error[duplicate-id] another event has the id 'wall'"
    )
    assert "  the other: content/events/many.yaml:1:8" in printed(problems)


def test_an_event_may_have_the_id_of_an_article(tmp_path: Path) -> None:
    assert linked(project(tmp_path, {"gull": {}}))[1] == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [({"aliases": ["ferry"]}, {}), ({"aliases": ["old"]}, {"aliases": ["old"]})],
)
def test_an_earlier_id_must_be_free(
    tmp_path: Path, first: dict[str, Any], second: dict[str, Any]
) -> None:
    _, problems = linked(project(tmp_path, {"wall": first, "ferry": second}, {}))
    assert codes(problems) == ["duplicate-id"]
    assert "is taken, so it cannot lead to 'wall'" in problems[0].message


def test_an_earlier_id_may_not_be_the_notes_own_or_stand_twice(tmp_path: Path) -> None:
    _, problems = linked(project(tmp_path, {"wall": {"aliases": ["wall", "a", "a"]}}, {}))
    assert codes(problems) == ["duplicate-id", "duplicate-id"]


def test_two_pages_of_one_name_are_told(tmp_path: Path) -> None:
    write_tree(tmp_path, {"content/pages/about.md": "a", "content/pages/about.markdown": "b"})
    _, problems = linked(project(tmp_path, {}, {}))
    assert codes(problems) == ["duplicate-id"]


# ------------------------------------------------------------------------------------------ order


def test_events_stand_in_the_order_of_their_dates(tmp_path: Path) -> None:
    """The less exact stands first; then `order`, then the id."""
    dates = {
        "undated": "XXXX",
        "day-b": "2031-04-12",
        "day-a": "2031-04-12",
        "later": "2031-04-13",
        "month": "2031-04",
        "year": "2031",
        "decade": "203X",
        "before-christ": "-0043-03-15",
        "clock": "2031-04-12T06:00",
    }
    notes: dict[str, dict[str, Any]] = {name: {"date": date} for name, date in dates.items()}
    notes["day-c"] = {"date": "2031-04-12", "order": -1}
    timeline, problems = linked(project(tmp_path, notes, {}))
    assert problems == ()
    assert [event.note.id for event in timeline.events] == (
        "before-christ decade year month day-c day-a day-b clock later undated".split()
    )


def test_sources_stand_in_the_order_of_publication_the_undated_last(tmp_path: Path) -> None:
    articles = {
        "b.md": "---\npublished: 2031-04\n---\n",
        "a.md": "---\npublished: 2031-04\n---\n",
        "c.md": "---\npublished: 2030\n---\n",
        "0.md": "",
    }
    timeline, _ = linked(project(tmp_path, {}, articles))
    assert [source.article.id for source in timeline.sources] == ["c", "a", "b", "0"]


def test_a_source_knows_the_events_that_cite_it_and_its_passages_in_the_texts_order(
    tmp_path: Path,
) -> None:
    last = {"article": "gull", "quote": "closed the quay for a month"}
    first = {"article": "gull", "quote": "gave way before dawn on Saturday"}
    title = {"article": "gull", "quote": "Wall gives way in the night"}
    notes: dict[str, dict[str, Any]] = {
        "later": {"date": "2031-05", "sources": [first, title]},
        "earlier": {"date": "2031-04", "sources": [last, first]},
        "plain": {"date": "2031-06", "body": "So [@gull]."},
    }
    timeline, problems = linked(project(tmp_path, notes))
    assert problems == ()
    source = of(timeline, "gull")
    assert source.cited_by == ("earlier", "later", "plain")
    assert [(passage.exact, events) for passage, events in source.passages] == [
        ("Wall gives way in the night", ("later",)),
        ("gave way before dawn on Saturday", ("earlier", "later")),
        ("closed the quay for a month", ("earlier",)),
    ]
    assert of(timeline, "tern").cited_by == ()


def of(timeline: Timeline, article: str) -> Source:
    return next(each for each in timeline.sources if each.article.id == article)


# ------------------------------------------------------------------------------------- quotations


def quoting(quote: str, article: str = "gull", **more: Any) -> dict[str, Any]:
    return {"sources": [{"article": article, "quote": quote, **more}]}


@pytest.mark.parametrize(
    ("quote", "result", "exact"),
    [
        ("gave way before dawn on Saturday", "exact", "gave way before dawn on Saturday"),
        (
            '"Nobody was on the quay at the time"',
            "typographic",
            "Nobody was on the quay at the time",
        ),
        (
            "Nobody was on the quay … We were lucky",
            "elided",
            "Nobody was on the quay … We were lucky",
        ),
    ],
)
def test_a_quotation_is_proved(tmp_path: Path, quote: str, result: str, exact: str) -> None:
    event, problems = link_one(tmp_path, quoting(quote))
    assert printed(problems) == ""
    (passage,) = event.citations[0].passages
    assert (passage.result, passage.exact, passage.is_proved) == (result, exact, True)
    assert passage.anchor.startswith("p-")
    assert passage.fragment.startswith("#:~:text=")


def test_a_passage_lies_where_its_words_are(tmp_path: Path) -> None:
    timeline, _ = linked(project(tmp_path, {"wall": quoting("closed the quay for a month")}))
    (passage,) = only(timeline).citations[0].passages
    text = of(timeline, "gull").article.text
    assert [text[part.start : part.end] for part in passage.parts] == [
        "closed the quay for a month"
    ]
    # Captions are no paragraphs of the text.
    assert passage.paragraph == 3


def test_the_anchor_of_a_passage_outlives_changes_elsewhere(tmp_path: Path) -> None:
    quote = quoting("closed the quay for a month")
    before, _ = link_one(tmp_path / "a", quote)
    changed = GULL.replace("A stretch", "Overnight a long stretch")
    after, _ = link_one(tmp_path / "b", quote, {"gull.md": changed})
    assert before.citations[0].passages[0].anchor == after.citations[0].passages[0].anchor


def test_the_words_of_a_title_may_be_quoted(tmp_path: Path) -> None:
    event, problems = link_one(tmp_path, quoting("Forty metres of wall lie in the harbour", "tern"))
    assert problems == ()
    (passage,) = event.citations[0].passages
    assert passage.in_title
    assert passage.fragment == ""


def test_a_passage_of_an_article_without_an_address_leads_nowhere_out(tmp_path: Path) -> None:
    event, _ = link_one(tmp_path, quoting("nobody knows for how long it will be", "tern"))
    assert event.citations[0].passages[0].fragment == ""


@pytest.mark.parametrize(
    ("quote", "code"),
    [
        ("gave way not before dawn on Saturday", "quote-near-miss"),
        ("while 41 metres of stone are lifted", "quote-near-miss"),
        ("the mayor opened a new bridge yesterday", "quote-not-found"),
        ("gave wáy before dawn on Saturday", "quote-accents"),
        ("gave way [not] before dawn on Saturday", "quote-not-found"),
        ("for a month … gave way before dawn", "quote-not-found"),
    ],
)
def test_a_quotation_that_is_not_proved_stops_the_build(
    tmp_path: Path, quote: str, code: str
) -> None:
    event, problems = link_one(tmp_path, quoting(quote))
    assert codes(problems) == [code]
    assert problems[0].position.source[problems[0].position.column - 1 :] == quote
    assert problems[0].key == "sources[0].quote"
    assert problems[0].hint
    (passage,) = event.citations[0].passages
    assert (passage.result, passage.anchor, passage.parts) == ("unproved", "", ())


def test_a_near_miss_shows_the_articles_words_and_the_difference(tmp_path: Path) -> None:
    assert problems_of(tmp_path, quoting("gave way not before dawn on Saturday")) == (
        "content/events/wall.yaml:5:10: error[quote-near-miss]"
        " the quotation differs from the words of article 'gull'\n"
        "    5 |   quote: gave way not before dawn on Saturday\n"
        "      |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        '  nearest words in the article: "gave way before dawn on Saturday" (paragraph 1)\n'
        "  difference: gave way [-not-] before dawn on Saturday\n"
        "  hint: quote the article's own words"
    )


def test_words_that_stand_in_another_article_are_told_to(tmp_path: Path) -> None:
    shown = problems_of(tmp_path, quoting("nobody knows for how long it will be"))
    assert "error[quote-not-found] the quotation is not in article 'gull'" in shown
    assert "  the words stand in 'tern' instead\n" in shown
    assert "hint: cite 'tern', or quote the article's own words" in shown


def test_an_article_without_a_text_proves_nothing_and_says_so(tmp_path: Path) -> None:
    shown = problems_of(
        tmp_path, quoting("gave way before dawn on Saturday"), {"gull.md": "---\ntitle: A\n---\n"}
    )
    assert "article 'gull' has no stored text to prove the quotation by" in shown
    assert "hint: paste the article's text below its front matter" in shown


def test_each_unproved_quotation_of_an_account_is_told(tmp_path: Path) -> None:
    versions = [
        {"article": "gull", "quote": "the mayor opened a new bridge"},
        {"article": "tern", "quote": "the mayor closed an old bridge"},
    ]
    problems = link_one(tmp_path, {"accounts": [{"statement": "It", "versions": versions}]})[1]
    assert [each.key for each in problems] == [
        "accounts[0].versions[0].quote",
        "accounts[0].versions[1].quote",
    ]


@pytest.mark.parametrize(
    ("note", "code"),
    [
        (quoting("the harbour"), "quote-too-short"),
        (quoting("Divers look at the fallen stone", "tern"), "quote-ambiguous"),
        (quoting("The council has closed the quay", speaker="Ada Quill"), "quote-not-speech"),
    ],
)
def test_a_proved_quotation_may_still_be_doubtful(
    tmp_path: Path, note: dict[str, Any], code: str
) -> None:
    event, problems = link_one(tmp_path, note)
    assert code in codes(problems)
    assert event.citations[0].passages[0].is_proved


@pytest.mark.parametrize(
    "quote", ["gave way not before dawn on Saturday", "the mayor opened a new bridge yesterday"]
)
def test_a_site_may_print_what_is_not_proved(tmp_path: Path, quote: str) -> None:
    """It is told as a warning, has no anchor, and is never counted as proved."""
    event, problems = link_one(tmp_path, quoting(quote), settings="quotes: warn\n")
    assert codes(problems) == ["quote-unproved"]
    assert problems[0].severity.value == "warning"
    (passage,) = event.citations[0].passages
    assert not passage.is_proved
    assert passage.exact == quote
    timeline, _ = linked(tmp_path)
    assert of(timeline, "gull").passages == ()


def test_one_passage_quoted_twice_is_one(tmp_path: Path) -> None:
    words = "gave way before dawn on Saturday"
    sources = [{"article": "gull", "quote": words}, {"article": "gull", "quote": f"“{words}”"}]
    event, _ = link_one(tmp_path, {"sources": sources})
    assert len(event.citations[0].passages) == 1


def test_quotations_in_markdown_are_proved_by_what_is_read(tmp_path: Path) -> None:
    text = "The wall **gave way** before [dawn](https://example.org/) on _Saturday_, all said.\n"
    event, problems = link_one(
        tmp_path, quoting("gave way before dawn on Saturday"), {"gull.md": text}
    )
    assert problems == ()
    assert event.citations[0].passages[0].exact == "gave way before dawn on Saturday"


def test_what_looks_like_markdown_in_a_pasted_text_is_text(tmp_path: Path) -> None:
    text = "He wrote _Saturday_ on the *list* of days, the report says.\n"
    event, problems = link_one(
        tmp_path, quoting("wrote _Saturday_ on the *list* of days"), {"gull.txt": text}
    )
    assert problems == ()
    assert event.citations[0].passages[0].result == "exact"


# ----------------------------------------------------------------------------------------- photos


def captions(photos: tuple[Photo, ...]) -> list[tuple[str, list[str]]]:
    """Give each caption with the articles that print it."""
    return [(each.caption, [seen.article for seen in each.seen_in]) for each in photos]


def test_a_photo_is_known_once_within_and_across_articles(tmp_path: Path) -> None:
    timeline, _ = linked(project(tmp_path, {"wall": {"sources": ["gull", "tern"]}}))
    assert captions(only(timeline).photos) == [
        ("Divers look at the fallen stone", ["gull", "tern", "tern"]),
        ("A ferry waits outside the wall", ["tern"]),
    ]
    assert captions(of(timeline, "gull").photos) == [
        ("Divers look at the fallen stone", ["gull", "tern", "tern"])
    ]
    seen = only(timeline).photos[0].seen_in
    assert [each.article for each in seen] == ["gull", "tern", "tern"]


def test_captions_that_differ_only_in_marks_are_one_photo(tmp_path: Path) -> None:
    articles = {
        "a.txt": "First words of the text.\n\nThe ferry's crew at sea (Bo Marsh/Northlight)\n",
        "b.txt": "First words of the text.\n\nThe ferry’s crew at sea (Bo Marsh/Northlight)\n",
        "c.txt": "First words of the text.\n\nThe ferry’s crew at sea (Ada Quill/Northlight)\n",
    }
    timeline, _ = linked(project(tmp_path, {"wall": {"sources": ["a", "b", "c"]}}, articles))
    assert captions(only(timeline).photos) == [
        ("The ferry's crew at sea", ["a", "b"]),
        ("The ferry’s crew at sea", ["c"]),
    ]
    handles = [photo.handle for photo in only(timeline).photos]
    assert len(set(handles)) == 2


def test_a_picture_given_for_one_caption_serves_for_all(tmp_path: Path) -> None:
    photos = (
        "photos: [{caption: Divers look at the fallen stone, credit: (Bo Marsh/Northlight),"
        " image: divers.jpg, rights: own work, alt: Divers}]\n---\n"
    )
    articles = {"gull.md": GULL.replace("---\nA stretch", f"{photos}A stretch"), "tern.txt": TERN}
    timeline, _ = linked(project(tmp_path, {"wall": {"sources": ["tern"]}}, articles))
    assert [photo.image for photo in only(timeline).photos] == ["divers.jpg", ""]


def test_a_citation_may_bring_no_captions(tmp_path: Path) -> None:
    sources = [{"article": "tern", "captions": "none"}, "gull"]
    event, _ = link_one(tmp_path, {"sources": sources})
    assert captions(event.photos) == [("Divers look at the fallen stone", ["gull", "tern", "tern"])]


def test_a_site_may_show_chosen_captions_only(tmp_path: Path) -> None:
    note = {"sources": ["gull", "tern"], "photos": [{"article": "tern", "caption": "A ferry"}]}
    event, _ = link_one(tmp_path, note, settings="captions: chosen\n")
    assert captions(event.photos) == [("A ferry waits outside the wall", ["tern"])]


def test_choosing_from_an_article_replaces_what_it_brings_by_itself(tmp_path: Path) -> None:
    note = {
        "sources": ["gull", "tern"],
        "photos": [{"article": "tern", "caption": "“a FERRY waits"}],
    }
    event, problems = link_one(tmp_path, note)
    assert problems == ()
    assert [photo.caption for photo in event.photos] == [
        "Divers look at the fallen stone",
        "A ferry waits outside the wall",
    ]


def test_a_caption_may_be_chosen_from_an_article_that_is_not_cited(tmp_path: Path) -> None:
    event, problems = link_one(
        tmp_path, {"sources": ["gull"], "photos": [{"article": "tern", "caption": "A ferry"}]}
    )
    assert problems == ()
    assert [photo.caption for photo in event.photos][1] == "A ferry waits outside the wall"


def test_own_photos_are_added(tmp_path: Path) -> None:
    own = {"caption": "Our own", "credit": "Ada Quill", "image": "own.jpg", "rights": "own work"}
    event, _ = link_one(tmp_path, {"sources": ["gull"], "photos": [own]})
    assert [(photo.caption, photo.image) for photo in event.photos] == [
        ("Divers look at the fallen stone", ""),
        ("Our own", "own.jpg"),
    ]
    assert event.photos[1].seen_in == ()


def test_words_that_begin_no_caption_are_told_with_the_captions(tmp_path: Path) -> None:
    text = "title: A\ndate: 2031\nphotos:\n  - {article: tern, caption: A boat}\n"
    _, problems = linked(project(tmp_path, {"wall": text}))
    assert printed(problems) == (
        "content/events/wall.yaml:4:30: error[unknown-caption]"
        " no caption of article 'tern' begins with these words\n"
        "    4 |   - {article: tern, caption: A boat}\n"
        "      |                              ^^^^^^\n"
        "  its captions begin: 'Divers look at the fallen stone';"
        " 'A ferry waits outside the wall'\n"
        "  hint: give the first words of one of its captions"
    )


def test_words_that_begin_several_captions_are_told(tmp_path: Path) -> None:
    body = "Text.\n\nA ferry waits (Bo Marsh/Northlight)\n\nA ferry leaves (Bo Marsh/Northlight)\n"
    note = {"photos": [{"article": "gull", "caption": "A ferry"}]}
    _, problems = link_one(tmp_path, note, {"gull.txt": body})
    assert codes(problems) == ["unknown-caption"]
    assert problems[0].message == "2 captions of article 'gull' begin with these words"


def test_an_article_without_captions_has_none_to_choose(tmp_path: Path) -> None:
    note = {"photos": [{"article": "gull", "caption": "A ferry"}]}
    _, problems = link_one(tmp_path, note, {"gull.txt": "Text.\n"})
    assert problems[0].hint == "the article has no captions"


# ----------------------------------------------------------------------------- independent sources


def text(name: str, **more: Any) -> Article:
    return Article(name, InputText(f"{name}.md", ""), 0, "", is_markdown=True, **more)


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        ([], 0),
        ([text("a")], 1),
        ([text("a"), text("b")], 2),
        ([text("a", agencies=("NL",)), text("b", agencies=("nl",)), text("c")], 2),
        (
            [
                text("a", agencies=("NL", "Q")),
                text("b", agencies=("Q",)),
                text("c", agencies=("NL",)),
            ],
            1,
        ),
        ([text("a"), text("b", derived_from="a")], 1),
        ([text("b", derived_from="a"), text("a")], 1),
        ([text("b", derived_from="x"), text("c", derived_from="x")], 1),
        ([text("a"), text("b", derived_from="a"), text("c", derived_from="b")], 1),
        ([text("a", agencies=("NL",)), text("b", agencies=("NL",), independent=True)], 2),
        ([text("a"), text("b", derived_from="a", independent=True)], 2),
        ([text("a"), text("b", independent=False)], 1),
        ([text("a"), text("b"), text("c", independent=False)], 2),
        ([text("a", independent=False)], 1),
    ],
)
def test_how_many_sources_are_independent(articles: list[Article], expected: int) -> None:
    groups = independent_groups(articles)
    assert len(groups) == expected
    counted = [article.id for article in articles if article.independent is not False]
    grouped = [name for group in groups for name in group]
    assert set(counted) <= set(grouped)
    assert len(grouped) == len(set(grouped))


def test_what_does_not_count_as_a_source_of_its_own_never_does() -> None:
    """Whichever is named first."""
    articles = [text("a", independent=False), text("b"), text("c", agencies=("NL",))]
    assert {len(independent_groups(order)) for order in permutations(articles)} == {2}


_NAMES = st.sampled_from("abcd")


@given(
    st.lists(
        st.tuples(st.sets(st.sampled_from(["NL", "Q", "R"]), max_size=2), _NAMES | st.just("")),
        max_size=4,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_the_articles_changes_no_count(
    drawn: list[tuple[set[str], str]], random: Any
) -> None:
    articles = [
        text("abcd"[index], agencies=tuple(sorted(agencies)), derived_from=origin)
        for index, (agencies, origin) in enumerate(drawn)
    ]
    shuffled = random.sample(articles, len(articles))
    groups = {frozenset(group) for group in independent_groups(articles)}
    assert groups == {frozenset(group) for group in independent_groups(shuffled)}


def test_an_event_says_how_many_of_its_sources_are_independent(tmp_path: Path) -> None:
    wire = {f"{name}.md": f"---\nagency: Northlight\n---\nText {name}.\n" for name in "abc"}
    event, _ = link_one(tmp_path, {"sources": ["a", "b", "c", "gull"]}, {**wire, **BOTH})
    assert len(event.citations) == 4
    assert event.independent == 2


# ----------------------------------------------------------------------------- notes with mistakes


def test_the_quotations_of_a_note_with_mistakes_are_proved_all_the_same(tmp_path: Path) -> None:
    """Everything wrong is told in one run."""
    note = {**quoting("the mayor opened a new bridge"), "date": "soon", "titel": "x"}
    timeline, problems = linked(project(tmp_path, {"wall": note}))
    assert codes(problems) == ["quote-not-found"]
    assert only(timeline).note.is_faulty
    assert not timeline.is_complete


def test_nothing_is_lost_between_note_and_event(tmp_path: Path) -> None:
    timeline, problems = linked(project(tmp_path, {"wall": {"sources": ["gull"]}, "ferry": {}}))
    assert problems == ()
    assert timeline.is_complete
    assert {event.note.id for event in timeline.events} == {"wall", "ferry"}
    assert isinstance(of(timeline, "gull").article, Article)
    citation = next(each for each in timeline.events if each.note.id == "wall").citations[0]
    assert citation == Citation(1, "gull", (), (), 0, shows_captions=True)
