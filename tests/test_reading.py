"""How a pasted or Markdown body is read: paragraphs, and the title and day it begins with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.evidence.reading import header, paragraphs

PROSE = "The harbour wall of Varnholm gave way on Monday night, and nobody in the town slept."


def kinds(text: str, *, markdown: bool = False) -> list[tuple[str, str]]:
    return [
        (each.kind, text[each.start : each.end]) for each in paragraphs(text, markdown=markdown)
    ]


def test_paragraphs_are_runs_of_lines_without_a_blank_one() -> None:
    text = f"  {PROSE}\nand more.  \n \t\n\n{PROSE}"
    assert kinds(text) == [("text", f"{PROSE}\nand more."), ("text", PROSE)]


def test_an_empty_text_has_no_paragraphs() -> None:
    assert paragraphs("", markdown=False) == paragraphs(" \n\n", markdown=True) == ()


def test_a_caption_inside_a_run_of_lines_stands_by_itself() -> None:
    text = f"{PROSE}\nA wall at dawn (Ida Brenner/AP)\n{PROSE}\nSo they say."
    assert kinds(text) == [
        ("text", PROSE),
        ("caption", "A wall at dawn (Ida Brenner/AP)"),
        ("text", f"{PROSE}\nSo they say."),
    ]


def test_repeated_captions_are_captions() -> None:
    text = f"{PROSE}\n\nA wall (Ida Brenner/AP)\n\nA wall (Ida Brenner/AP)\n\n{PROSE}"
    assert [kind for kind, _ in kinds(text)] == ["text", "caption", "caption", "text"]


def test_a_credit_alone_is_a_credit() -> None:
    assert kinds(f"{PROSE}\n\nGetty Images\n\n{PROSE}")[1] == ("credit", "Getty Images")


@pytest.mark.parametrize("markdown", [False, True])
def test_caption_and_credit_of_a_pair_are_paragraphs_each(*, markdown: bool) -> None:
    lines = ["A wall at dawn on Monday", "Ida Brenner/NPR", "hide caption", "Ida Brenner/NPR"]
    text = "\n".join(("A title", "", PROSE, "", *lines, "", PROSE))
    assert kinds(text, markdown=markdown)[2:-1] == [
        ("caption", lines[0]),
        ("credit", lines[1]),
        ("boilerplate", lines[2]),
        ("credit", lines[3]),
    ]


def test_a_label_and_what_it_announces_are_of_one_kind() -> None:
    text = f"{PROSE}\n\nImage source,\nGetty Images\nImage caption,\nA wall\n\n{PROSE}"
    found = [kind for kind, _ in kinds(text)]
    assert found == ["text", "credit", "credit", "caption", "caption", "text"]


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Read more:",
        "hide caption",
        "(Reporting by Ida Brenner; Editing by Tom Okafor)",
        "© 2031 The Harbour Gazette",
        "The Harbour Gazette. All rights reserved.",
        "Sign up to our weekly newsletter",
        "Related articles:",
    ],
)
def test_what_belongs_to_the_page_is_boilerplate(line: str) -> None:
    assert kinds(f"{PROSE}\n\n{line}\n\n{PROSE}")[1] == ("boilerplate", line)


@pytest.mark.parametrize(
    "line",
    [
        "Read more books, said the mayor, and fewer papers.",
        "Advertisement is not what the town needs.",
        "Share this if you can.",
    ],
)
def test_prose_is_no_boilerplate(line: str) -> None:
    assert kinds(f"{PROSE}\n\n{line}\n\n{PROSE}")[1] == ("text", line)


def test_a_short_line_over_prose_is_a_heading() -> None:
    text = f"{PROSE}\n\nWhat the engineers say\n\n{PROSE}"
    assert kinds(text)[1] == ("heading", "What the engineers say")


@pytest.mark.parametrize(
    "line", ["It held.", "“Never again”", "and so on", "He asked:", "One\ntwo", "Why?"]
)
def test_other_short_lines_are_text(line: str) -> None:
    assert kinds(f"{PROSE}\n\n{line}\n\n{PROSE}")[1] == ("text", line)


def test_headings_of_markdown_are_headings() -> None:
    text = f"# The wall\n\n{PROSE}\n\n## After\n{PROSE}\n\nLater\n-----\n\nA short line\n\n{PROSE}"
    assert kinds(text, markdown=True) == [
        ("heading", "# The wall"),
        ("text", PROSE),
        ("heading", "## After"),
        ("text", PROSE),
        ("heading", "Later"),
        ("heading", "-----"),
        ("text", "A short line"),
        ("text", PROSE),
    ]


@pytest.mark.parametrize(
    "unseen",
    [
        "<!-- Nobody reads this. -->",
        "<!-- Nor this,\n\nnor that. -->",
        "![A wall](wall.png)",
        "[wall]: https://example.org/wall",
        "* * *",
        "---",
    ],
)
def test_what_nobody_reads_is_no_text(unseen: str) -> None:
    found = kinds(f"{PROSE}\n\n{unseen}\n\n{PROSE}", markdown=True)
    assert [kind for kind, _ in found if kind != "boilerplate"] == ["text", "text"]
    assert len(found) == 2 + len(unseen.split("\n\n"))


def test_a_remark_inside_a_paragraph_does_not_part_it() -> None:
    text = f"{PROSE}\n<!-- a remark -->\nSo they say."
    assert kinds(text, markdown=True) == [("text", text)]
    below = f"<!-- a remark -->\n{PROSE}\nSo they say."
    assert [kind for kind, _ in kinds(below, markdown=True)] == ["boilerplate", "text"]


def test_three_stars_part_a_plain_text_but_are_no_paragraph() -> None:
    assert [kind for kind, _ in kinds(f"{PROSE}\n\n***\n\n{PROSE}")] == [
        "text",
        "boilerplate",
        "text",
    ]
    assert kinds("<!-- seen in a plain text -->")[0][0] == "text"


def test_a_line_of_text_with_a_hash_is_no_heading() -> None:
    assert kinds(f"#{PROSE}")[0][0] == "text"


# -------------------------------------------------------------------------------------- header


@pytest.mark.parametrize(
    ("first", "day"),
    [
        (f" date 2031-04-17 {PROSE}", "2031-04-17"),
        (f"date: 2031-04-17 {PROSE}", "2031-04-17"),
        (f"Published 17 April 2031 {PROSE}", "17 April 2031"),
        (f"Published on April 17, 2031 {PROSE}", "April 17, 2031"),
        (f"updated Apr 17 2031 {PROSE}", "Apr 17 2031"),
        ("2031-04-17", "2031-04-17"),
        ("  17 April 2031  ", "17 April 2031"),
        ("Published: 17 April 2031, 10:30 GMT", "17 April 2031"),
        (f"date 2031-04-17T06:00+09:00 {PROSE}", "2031-04-17T06:00+09:00"),
    ],
)
def test_a_day_is_found_where_a_paste_begins(first: str, day: str) -> None:
    text = f"{first}\n\n{PROSE}"
    found = header(text)
    assert found.published == day
    assert found.published_span is not None
    assert text[slice(*found.published_span)] == day
    assert found.title == ""


def test_the_text_keeps_the_day_and_every_word() -> None:
    text = f" date 2031-04-17 {PROSE}"
    assert kinds(text) == [("text", text.strip())]


@pytest.mark.parametrize(
    "first",
    [
        f"2031-04-17 {PROSE}",
        f"On 17 April 2031 {PROSE}",
        f"date 2031-02-30 {PROSE}",
        f"date 2031-04-17/2031-04-18 {PROSE}",
        f"date 17/04/2031 {PROSE}",
        f"update 2031-04-17 {PROSE}",
        f"undated 2031-04-17 {PROSE}",
        f"Published by Smarch 17, 2031 {PROSE}",
        PROSE,
    ],
)
def test_other_days_are_not_taken(first: str) -> None:
    assert header(f"{first}\n\n{PROSE}").published == ""


def test_a_title_is_a_short_first_line_over_a_longer_paragraph() -> None:
    text = f"\nOld wall gives way in Varnholm\n\n{PROSE}\n"
    found = header(text)
    assert found.title == "Old wall gives way in Varnholm"
    assert found.title_span is not None
    assert text[slice(*found.title_span)] == found.title
    assert found.published_span is None
    assert kinds(text)[0] == ("heading", found.title)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Old wall gives way",
        f"Old wall gives way.\n\n{PROSE}",
        f"Did the wall give way?\n\n{PROSE}",
        f"“The wall gave way!”\n\n{PROSE}",
        f"Old wall gives way\n{PROSE}",
        "A line that is longer than what follows\n\nShort prose",
        f"{'A very long line without a stop ' * 5}\n\n{PROSE * 3}",
        f"The wall at dawn (Ida Brenner/AP)\n\n{PROSE}",
        f"By Ida Brenner\n\n{PROSE}",
        f"***\n\n{PROSE}",
        f" date 2031-04-17 {PROSE}\n\n{PROSE}{PROSE}",
    ],
)
def test_other_first_lines_are_no_title(text: str) -> None:
    found = header(text)
    assert (found.title, found.title_span) == ("", None)


def test_a_day_may_stand_over_the_title_or_under_it() -> None:
    over = header(f"17 April 2031\n\nOld wall gives way\n\n{PROSE}")
    under = header(f"Old wall gives way\n\nPublished 17 April 2031\n\n{PROSE}")
    longer = header(f"The old wall of the harbour gives way\n\nPublished: 17 April 2031\n\n{PROSE}")
    assert (over.title, over.published) == ("Old wall gives way", "17 April 2031")
    assert (under.title, under.published) == ("Old wall gives way", "17 April 2031")
    assert longer.title == "The old wall of the harbour gives way"


def test_a_day_and_a_title_may_share_a_line() -> None:
    text = f"date 2031-04-17 Old wall gives way\n\n{PROSE}"
    found = header(text)
    assert (found.title, found.published) == ("Old wall gives way", "2031-04-17")
    assert found.title_span is not None
    assert text[slice(*found.title_span)] == "Old wall gives way"


def test_a_line_that_is_only_a_day_is_boilerplate() -> None:
    text = f"17 April 2031\n\nOld wall gives way\n\n{PROSE}"
    assert [kind for kind, _ in kinds(text)] == ["boilerplate", "heading", "text"]


def test_a_picture_may_stand_between_title_and_prose() -> None:
    text = f"Old wall gives way\n\nThe wall (Ida Brenner/AP)\n\n{PROSE}"
    assert header(text).title == "Old wall gives way"


def test_a_heading_of_markdown_is_a_title_without_its_mark() -> None:
    assert header(f"# Old wall gives way\n\n{PROSE}").title == "Old wall gives way"


PIECES = [
    *("date ", "2031-04-17", "17 April 2031", "Old wall", "(Ida Brenner/AP)", PROSE, "\n", "\n\n"),
    *(" ", ".", "# ", "^ ", "Getty Images", "-----", "Read more", "\u2028", "x" * 130),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@given(TEXTS, st.booleans())
def test_paragraphs_hold_every_character_that_is_not_blank(
    text: str,
    is_markdown: bool,  # noqa: FBT001
) -> None:
    end, held = 0, ""
    for each in paragraphs(text, markdown=is_markdown):
        assert end <= each.start < each.end
        assert text[end : each.start].strip() == ""
        held += text[each.start : each.end]
        end = each.end
    assert text[end:].strip() == ""
    assert "".join(held.split()) == "".join(text.split())


@given(TEXTS)
def test_a_header_is_always_words_of_the_text(text: str) -> None:
    found = header(text)
    for words, span in (
        (found.title, found.title_span),
        (found.published, found.published_span),
    ):
        assert bool(words) is (span is not None)
        assert span is None or text[slice(*span)] == words
