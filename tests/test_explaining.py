"""How articles are said to have been read: as values, before anything is printed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from conftest import TINY, TODAY, codes, parsed, printed, unheard, write_tree

from builder import dates
from builder.build import Options, check
from builder.config import load_settings
from builder.evidence.explanation import Explanation, explain
from builder.explaining import Explained, explain_articles, read_articles
from builder.model.content import Article
from builder.model.inputs import InputFile
from builder.stages.parse.article import parse_article

PASTED: Final = """\
 date 2031-04-12 A stretch of the harbour wall gave way before dawn on Saturday.

The quay is closed
this week, the council said.

FILE PHOTO: The wall in 2029 (Ada Quill/Northlight via Tern Images)

“Nobody was on the quay,” the harbour master said on Thursday (April 10).

Photo: Handout

Reaction

“It had been weak since March 2030.

“We said so last month.”

(Reporting by Bo Marsh, 12 April 2031)
"""


def article(text: str, path: str = "content/articles/wall.txt") -> Article:
    found, problems = parse_article(InputFile(path, text.encode()))
    assert found is not None
    assert problems == ()
    return found


def read(text: str, path: str = "content/articles/wall.txt") -> Explanation:
    return explain(article(text, path))


def test_every_paragraph_has_its_line_and_kind() -> None:
    assert [(each.line, each.kind) for each in read(PASTED).paragraphs] == [
        (1, "text"),
        (3, "text"),
        (6, "caption"),
        (8, "text"),
        (10, "credit"),
        (12, "heading"),
        (14, "text"),
        (16, "text"),
        (18, "boilerplate"),
    ]


def test_a_paragraph_has_its_words_on_one_line() -> None:
    assert read(PASTED).paragraphs[1].words == "The quay is closed this week, the council said."


def test_what_was_found_at_the_beginning_has_its_line() -> None:
    found = read("Wall gives way\n\nPublished: 12 April 2031\n\nA stretch of the wall gave way.\n")
    assert (found.title, found.title_basis, found.title_line) == ("Wall gives way", "found", 1)
    assert found.published == dates.parse("2031-04-12")
    assert (found.published_basis, found.published_line) == ("found", 3)


def test_what_was_written_has_the_line_of_its_key() -> None:
    found = read("---\npublication: The Gull\npublished: 2031-04\ntitle: Wall\n---\nIt gave way.\n")
    assert (found.title, found.title_basis, found.title_line) == ("Wall", "written", 4)
    assert (found.published_basis, found.published_line) == ("written", 3)
    assert [each.line for each in found.paragraphs] == [6]


def test_what_was_neither_written_nor_found_has_no_line() -> None:
    found = read("It gave way on Saturday, and the quay is closed.\n")
    assert (found.title, found.title_basis, found.title_line) == ("", "", 0)
    assert (found.published, found.published_basis, found.published_line) == (None, "", 0)


def test_lines_are_those_of_the_file_whatever_ends_them() -> None:
    unix = read(PASTED)
    for ends in ("\r\n", "\r"):
        assert read(PASTED.replace("\n", ends)) == unix
    marked, _ = parse_article(
        InputFile("content/articles/wall.txt", b"\xef\xbb\xbf" + PASTED.encode())
    )
    assert marked is not None
    assert explain(marked) == unix


def test_captions_have_their_line_and_parts() -> None:
    file, handout = read(PASTED).captions
    assert (file.line, handout.line) == (6, 10)
    assert file.caption.lead == "FILE PHOTO:"
    assert file.caption.caption == "The wall in 2029"
    assert file.caption.credit.creator == "Ada Quill"
    assert file.caption.credit.distributor == "Tern Images"
    assert file.caption.credit.file_picture
    assert handout.caption.credit.role == "handout"


def test_captions_by_hand_stand_in_the_line_of_their_key() -> None:
    text = (
        "---\ntitle: Wall\nphotos:\n  - credit: Ada Quill\n    caption: The wall\n---\n^ The quay\n"
    )
    by_hand, marked = read(text, "content/articles/wall.md").captions
    assert (by_hand.line, by_hand.caption.caption) == (5, "The wall")
    assert (marked.line, marked.caption.caption) == (7, "The quay")


def test_speech_is_what_stands_inside_quotation_marks() -> None:
    assert [(each.line, each.text) for each in read(PASTED).speech] == [
        (8, "Nobody was on the quay,"),
        (14, "It had been weak since March 2030.\n\n“We said so last month."),
    ]


def test_dates_have_their_line_and_leave_out_that_of_publication_and_of_the_fringe() -> None:
    found = [(each.line, each.date.text, each.date.edtf) for each in read(PASTED).dates]
    assert found == [
        (1, "Saturday", "2031-04-12"),
        (4, "this week", "2031-04-07/2031-04-12"),
        (6, "2029", "2029"),
        (8, "Thursday (April 10)", "2031-04-10"),
        (14, "March 2030", "2030-03"),
        (16, "last month", "2031-03"),
    ]


def test_the_date_a_paste_begins_with_is_left_out_when_another_is_written() -> None:
    found = read("---\npublished: 2031-04-13\n---\ndate 2031-04-12 It gave way on Saturday.\n")
    assert [each.date.text for each in found.dates] == ["Saturday"]


def test_markdown_is_explained_as_it_is_seen() -> None:
    text = (
        "---\npublished: 2031-04-12\n---\n# The *wall*\n\nOn\n**Friday** “it [gave](x.md) way”.\n"
    )
    found = read(text, "content/articles/wall.md")
    assert [(each.line, each.kind, each.words) for each in found.paragraphs] == [
        (4, "heading", "The wall"),
        (6, "text", "On Friday “it gave way”."),
    ]
    assert [(each.line, each.text) for each in found.speech] == [(7, "it gave way")]
    assert [(each.line, each.date.text) for each in found.dates] == [(7, "Friday")]


def test_an_empty_article_has_nothing_to_explain() -> None:
    found = read("")
    assert (found.paragraphs, found.captions, found.speech, found.dates) == ((), (), (), ())


def test_every_line_lies_inside_the_file() -> None:
    pasted = Path(__file__).parent / "pasted"
    for path in sorted(pasted.glob("*.txt")):
        text = path.read_text("utf-8")
        found = read(text)
        lines = text.splitlines()
        for each in found.paragraphs:
            assert lines[each.line - 1].split()[0] == each.words.split()[0]
        for caption in found.captions:
            assert lines[caption.line - 1].strip() == caption.caption.text
        for speech in found.speech:
            assert speech.text.split("\n")[0] in lines[speech.line - 1]
        for date in found.dates:
            assert date.date.text.split("\n")[0] in lines[date.line - 1]


# ------------------------------------------------------------------------------ of a project


def explained(project: Path, *files: str, strict: bool = False) -> Explained:
    settings, problems = load_settings(project)
    assert problems == ()
    chosen = files or ("content/articles",)

    def is_chosen(file: str) -> bool:
        return any(file == each or file.startswith(f"{each}/") for each in chosen)

    options = Options(today=TODAY, strict=strict)
    read = read_articles(project, options, unheard, settings=settings)
    return explain_articles(read, is_chosen)


def test_articles_come_in_the_order_of_their_ids(tmp_path: Path) -> None:
    files = {
        "dateline.yaml": "title: T\n",
        "content/articles/a.txt": "---\nid: zebra\n---\nStripes.\n",
        "content/articles/deep/b.txt": "It gave way.\n",
        "content/articles/c.md": "---\nid: apple\n---\nRed.\n",
    }
    found = explained(write_tree(tmp_path, files)).articles
    assert [each.id for each in found] == ["apple", "b", "zebra"]


def test_only_chosen_articles_are_explained(tiny_project: Path) -> None:
    found = explained(tiny_project, "content/articles/tern-0413.txt")
    assert [each.id for each in found.articles] == ["tern-0413"]
    assert found.problems == ()


def test_it_explains_what_was_parsed(tiny_project: Path) -> None:
    content, _ = parsed(tiny_project)
    assert explained(tiny_project).articles == tuple(map(explain, content.articles))


BROKEN: Final[Mapping[str, str | bytes]] = {
    **TINY,
    "content/articles/bytes.txt": b"\xff\xfe",
    "content/articles/keys.md": "---\ntitel: Wall\npublished: 2031-02-30\n---\nIt gave way.\n",
    "content/articles/copy.md": "---\nid: gull-0412\ntitle: C\nsha256: aa\n---\nIt gave way.\n",
    "content/articles/image.pdf": b"%PDF",
    "content/articles/quoted.txt": "---\ntitle: Q\npublished: 2031-04-12\n---\n"
    "It gave way on Friday (April 13).\n\nThe quay\n\nPhoto: Northlight\n",
    "content/events/broken.yaml": "title: [\n",
    "content/strange.txt": "Nothing is read here.\n",
}


def test_problems_are_those_that_check_finds_in_the_articles(tmp_path: Path) -> None:
    project = write_tree(tmp_path, BROKEN)
    all_found = check(project, Options(today=TODAY), unheard).problems
    expected = [each for each in all_found if each.position.file.startswith("content/articles/")]
    found = explained(project).problems
    assert printed(tuple(expected)) == printed(found)
    assert {"not-utf8", "unknown-key", "bad-date", "duplicate-id", "weekday-mismatch"} <= {
        *codes(found)
    }


def test_warnings_count_as_errors_when_strict(tmp_path: Path) -> None:
    project = write_tree(tmp_path, {**TINY, "content/articles/bare.txt": "It gave way.\n"})
    assert "warning[missing-title]" in printed(explained(project).problems)
    assert "error[missing-title]" in printed(explained(project, strict=True).problems)


def test_events_are_not_read(tmp_path: Path) -> None:
    """So no article is called uncited, and an event's mistakes are none of the articles'."""
    broken = {**TINY, "content/events/wall-breaks.yaml": "title: [\n"}
    assert explained(write_tree(tmp_path, broken)).problems == ()


def test_ignored_codes_are_left_out(tmp_path: Path) -> None:
    text = "---\nignore: [missing-title, missing-published]\n---\nIt gave way.\n"
    project = write_tree(tmp_path, {**TINY, "content/articles/bare.txt": text})
    assert explained(project).problems == ()


def test_it_writes_nothing(tiny_project: Path) -> None:
    before = sorted(tiny_project.rglob("*"))
    explained(tiny_project)
    assert sorted(tiny_project.rglob("*")) == before


@pytest.mark.parametrize("events", [{}, {"content/events/x.yaml": "title: X\ndate: 2031\n"}])
def test_a_project_needs_no_articles(tmp_path: Path, events: dict[str, str]) -> None:
    project = write_tree(tmp_path, {"dateline.yaml": "title: T\n", **events})
    assert explained(project) == Explained((), ())
