"""Two articles as they are pasted from a news site, and notes that quote them.

The first begins with a blank, a date and its first sentence on one line, and has no title. The
second has a title and no date. Captions stand between their paragraphs: five lines of three photos,
one repeated to the letter, one with other apostrophes. Brackets such as `(Brannoch)` and `(May 14)`
are no credits, and the last line does not end.
"""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Final

import pytest
from conftest import TODAY, disclosed, linked, parsed, unheard, write_tree
from sites import Element, built, files_of, pages_of

from builder.build import Options, check
from builder.problems import Problem
from builder.problems.printing import as_text

PASTED: Final = Path(__file__).parent / "pasted"
UNTITLED: Final = (PASTED / "untitled.txt").read_text("utf-8")

TITLED: Final = (PASTED / "titled.txt").read_text("utf-8")

NOTES: Final = """\
- id: warning
  title: Vell warns survey ships
  date: 2031-05-14
  summary: The council speaks of turning ships back. [@untitled; @titled]
  sources:
    # The first word after the pasted date, which must not have gone with it.
    - article: untitled
      quote: Vellish patrol boats will meet any survey ship
    # Straight marks for curly ones, and the other way round.
    - article: untitled
      quote: >-
        planned since the winter as "a chart and nothing but a chart" for the herring season's end
    - article: titled
      quote: the council’s bureau of waters said
    # Words left out.
    - article: untitled
      quote: turn back by plain numbers … the door that the charts have opened
    # A word explained.
    - article: titled
      quote: The latest voyages of these ships and of the [survey office] are an open affront
- id: soundings
  title: Soundings are announced
  date: 2031-05
  summary: A fortnight of soundings. [@untitled]
  sources: [untitled]
"""

MISQUOTED: Final = """\
title: Misquoted
date: 2031-05-14
sources:
  - article: untitled
    quote: Vellish patrol boats will not meet any survey ship that crosses the bank
  - article: untitled
    quote: The fortnight of soundings will employ 47 boats and buoys
  - article: untitled
    quote: "a careless step that pushes the water between us to a dangerous height"
"""

PROJECT: Final = {
    "dateline.yaml": "title: The bank\nurl: https://bank.example.org/\n",
    "content/articles/untitled.txt": UNTITLED,
    "content/articles/titled.txt": TITLED,
    "content/events/notes.yaml": NOTES,
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_tree(tmp_path_factory.mktemp("pasted") / "project", PROJECT)
    report = built(folder)
    assert report.is_written, as_text(report.problems, colour=False, verbose=True)
    return folder


@pytest.fixture(scope="module")
def pages(project: Path) -> dict[str, Element]:
    return pages_of(files_of(project / "site"))


# ------------------------------------------------------------------------------- the heads


def test_the_pasted_date_is_read_and_no_word_is_lost(
    project: Path, pages: dict[str, Element]
) -> None:
    content, _ = parsed(project)
    untitled = next(each for each in content.articles if each.id == "untitled")
    assert untitled.text == UNTITLED
    assert untitled.published is not None
    assert (untitled.published.edtf, untitled.published_basis) == ("2031-05-15", "found")
    assert (untitled.title, untitled.title_basis) == ("", "")
    page = pages["sources/untitled.html"].first("main")
    assert page.first("h1").words() == "Untitled article, 15 May 2031"
    assert "Vellish patrol boats will meet any survey ship" in page.words()


def test_the_title_line_is_found_and_no_date_is_invented(
    project: Path, pages: dict[str, Element]
) -> None:
    content, _ = parsed(project)
    titled = next(each for each in content.articles if each.id == "titled")
    title = "Vell answers with sharp words after ships chart the bank"
    assert (titled.title, titled.title_basis) == (title, "found")
    assert (titled.published, titled.published_basis) == (None, "")
    assert pages["sources/titled.html"].first("h1").words() == title


def test_what_is_guessed_or_missing_is_said_once_for_each_article(project: Path) -> None:
    problems = check(project, Options(today=TODAY), unheard).problems
    heads = {"guessed-title", "guessed-date", "missing-title", "missing-published"}
    told = sorted((each.code, each.position.file) for each in problems if each.code in heads)
    assert told == [
        ("guessed-date", "content/articles/untitled.txt"),
        ("guessed-title", "content/articles/titled.txt"),
        ("missing-published", "content/articles/titled.txt"),
        ("missing-title", "content/articles/untitled.txt"),
    ]


# ----------------------------------------------------------------------------- the captions

PHOTOS: Final = (
    (
        "Families follow the lamps from the mole below the old customs house in Vell",
        "Ruan Delacroix-Moon",
        ("Northlight",),
        "",
        "(Ruan Delacroix-Moon/Northlight)",
    ),
    (
        "The ships pass the outer light with their cables out",
        "Ignatius Bello",
        ("Kestrel Pictures", "Firstlight"),
        "Quayside Images",
        "(Ignatius Bello/Kestrel Pictures/Firstlight via Quayside Images)",
    ),
    (
        "The governor has called the council's chair a 'very patient man'",
        "Thaddeus Oyelaran",
        ("Northlight",),
        "Quayside Images",
        "(THADDEUS OYELARAN/Northlight via Quayside Images)",
    ),
)


def test_five_caption_lines_are_three_photos_and_nothing_else_is_one(project: Path) -> None:
    timeline, _ = linked(project)
    photos = {source.article.id: source.photos for source in timeline.sources}
    found = [
        (
            photo.caption,
            photo.credit.creator,
            photo.credit.agencies,
            photo.credit.distributor,
            photo.credit.line,
        )
        for photo in (*photos["untitled"], *photos["titled"])
    ]
    assert found == list(PHOTOS)
    sightings = [
        [each.article for each in photo.seen_in]
        for photo in (*photos["untitled"], *photos["titled"])
    ]
    assert sightings == [
        ["untitled"],
        ["titled", "titled"],
        ["titled", "titled"],
    ]


def test_an_event_shows_each_photo_once(pages: dict[str, Element]) -> None:
    event = pages["events/warning.html"]
    shown = [each.words() for each in event.all("figcaption")]
    assert len(shown) == 3
    for caption, *_, line in PHOTOS:
        assert sum(caption in words and line.strip("()") in words for words in shown) == 1
    other = pages["events/soundings.html"].all("figcaption")
    assert len(other) == 1


# --------------------------------------------------------------------------- the quotations


def test_quotations_that_differ_in_marks_are_proved(project: Path) -> None:
    timeline, _ = linked(project)
    event = next(each for each in timeline.events if each.note.id == "warning")
    proofs = [
        (passage.result, passage.exact)
        for citation in event.citations
        for passage in citation.passages
    ]
    assert proofs == [
        ("exact", "Vellish patrol boats will meet any survey ship"),
        (
            "typographic",
            "planned since the winter as “a chart and nothing but a chart” for the herring"
            " season’s end",
        ),
        ("elided", "turn back by plain numbers … the door that the charts have opened"),
        ("exact", "the council’s bureau of waters said"),
        ("elided", "The latest voyages of these ships and of the … are an open affront"),
    ]


def test_paragraphs_are_counted_without_captions(project: Path) -> None:
    timeline, _ = linked(project)
    event = next(each for each in timeline.events if each.note.id == "warning")
    (untitled, titled) = event.citations
    assert [passage.paragraph for passage in untitled.passages] == [1, 2, 6]
    assert [passage.paragraph for passage in titled.passages] == [3, 3]


@pytest.fixture(scope="module")
def misquoted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Problem, ...]:
    folder = write_tree(
        tmp_path_factory.mktemp("misquoted") / "project",
        {**PROJECT, "content/events/misquoted.yaml": MISQUOTED},
    )
    report = built(folder)
    assert not report.is_written
    assert not (folder / "site").exists()
    return tuple(each for each in report.problems if each.severity.value == "error")


def test_changed_words_are_refused_at_their_place(misquoted: tuple[Problem, ...]) -> None:
    found = [
        (each.position.file, each.position.line, each.position.column, each.code)
        for each in misquoted
    ]
    assert found == [
        ("content/events/misquoted.yaml", 5, 12, "quote-near-miss"),
        ("content/events/misquoted.yaml", 7, 12, "quote-near-miss"),
        ("content/events/misquoted.yaml", 9, 12, "quote-near-miss"),
    ]


def test_the_nearest_words_are_shown(misquoted: tuple[Problem, ...]) -> None:
    denied, counted, elsewhere = (as_text([each], colour=False, verbose=True) for each in misquoted)
    assert "Vellish patrol boats will meet any survey ship that crosses the bank" in denied
    assert "[not]" in denied.replace("+not+", "[not]") or "not" in denied.split("difference:")[1]
    assert "The fortnight of soundings will employ 74 boats and buoys" in counted
    assert "a careless step that lifts the water between us to a perilous height" in elsewhere


def test_words_of_another_article_are_found_there(tmp_path: Path) -> None:
    note = """\
title: From the other one
date: 2031-05-14
sources:
  - article: untitled
    quote: described the work as a sign that the sound belongs to everybody on it
"""
    project = write_tree(tmp_path / "project", {**PROJECT, "content/events/other.yaml": note})
    (found,) = (
        each
        for each in check(project, Options(today=TODAY), unheard).problems
        if each.severity.value == "error"
    )
    assert (found.position.line, found.position.column) == (5, 12)
    assert found.code == "quote-not-found"
    assert "'titled'" in as_text([found], colour=False, verbose=True)


# ------------------------------------------------------------------------------ the rest


def test_nothing_of_an_uncited_sentence_is_published(project: Path) -> None:
    site = {
        path: _words(_readable(path, data.decode()))
        for path, data in files_of(project / "site").items()
    }
    for text in (UNTITLED, TITLED.split("\n", 1)[1]):
        for sentence in _uncited_sentences(text):
            for run in _runs(_words(sentence)):
                assert not [path for path, words in site.items() if run in words], run


def test_the_public_timeline_holds_no_text_of_these_articles(project: Path) -> None:
    for source in disclosed(project).sources:
        assert str(source.text_html) == ""


QUOTED: Final = (
    "Vellish patrol boats",
    "planned since the winter",
    "turn back by plain numbers",
    "bureau of waters said,",
    "The latest voyages of these ships",
)


def _uncited_sentences(text: str) -> list[str]:
    captions = [caption for caption, *_ in PHOTOS] + ["council’s chair a ‘very patient man’ ("]
    sentences = [
        sentence
        for paragraph in text.split("\n\n")
        if not any(caption in paragraph for caption in captions)
        for sentence in re.split(r"(?<=[.”])\s+(?=[A-Z])", paragraph)
        if not any(quoted in sentence for quoted in QUOTED)
    ]
    assert len(sentences) >= 4
    return sentences


def _readable(path: str, text: str) -> str:
    return unescape(re.sub(r"<[^>]*>", " ", text)) if path.endswith((".html", ".xml")) else text


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _runs(words: str, length: int = 8) -> list[str]:
    listed = words.split()
    return [" ".join(listed[at : at + length]) for at in range(len(listed) - length + 1)]
