"""Usual slips in YAML: the line as it could be meant is given, and lets the text be read on."""

from __future__ import annotations

import time
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builder.fields import compose
from builder.fields.mending import MendedLine, mended_line
from builder.fields.nodes import composed_by_libyaml
from builder.problems import InputText, Problem

SAID: Final = "can be read when written: "


def syntax_problem(text: str) -> Problem | None:
    _, problems = composed_by_libyaml(InputText("a.yaml", text), text)
    return next((each for each in problems if each.code == "yaml-syntax"), None)


def mended(text: str) -> MendedLine | None:
    """Give the line that the problem of a text tells."""
    found = syntax_problem(text)
    assert found is not None
    if not found.details:
        return None
    (line,) = found.details
    number, words = line.removeprefix("line ").split(" ", 1)
    return MendedLine(int(number), words.removeprefix(SAID))


def with_line(text: str, line: MendedLine) -> str:
    lines = text.split("\n")
    lines[line.number - 1] = line.text
    return "\n".join(lines)


SLIPS: Final = {
    # A colon and a blank in a plain value.
    "title: The gate: a record\ndate: 2031\n": (1, 'title: "The gate: a record"'),
    "date: 2031\ntitle: a: b: c": (2, 'title: "a: b: c"'),
    "sources:\n  - article: a\n    quote: He said: no\n": (3, '    quote: "He said: no"'),
    "people:\n  - Ada: the keeper: and more\n": (2, '  - Ada: "the keeper: and more"'),
    # Straight quotation marks inside quotation marks.
    'title: "The "old" gate"\n': (1, 'title: "The \\"old\\" gate"'),
    'title: "He said "no" and went: away"\n': (1, 'title: "He said \\"no\\" and went: away"'),
    'title: "Already \\"escaped\\" and "not""\n': (
        1,
        'title: "Already \\"escaped\\" and \\"not\\""',
    ),
    "title: 'It's shut'\n": (1, 'title: "It\'s shut"'),
    'title: "The gate" is shut\n': (1, 'title: "\\"The gate\\" is shut"'),
    'people: ["Ada" Quill, Bo]\ndate: 2031\n': (1, 'people: "[\\"Ada\\" Quill, Bo]"'),
    # Quotation marks that are not closed.
    'title: "The gate\ndate: 2031\n': (1, 'title: "The gate"'),
    "title: 'The gate\ndate: 2031\n": (1, 'title: "The gate"'),
    # A tab for blanks.
    "sources:\n\t- a\n": (2, "  - a"),
    "sources:\n\t- a\n\t- b\n": (2, "  - a"),
    "place:\n\tname: Quay\n": (2, "  name: Quay"),
    # An indentation that fits nothing.
    "title: A\n date: 2031\n": (2, "date: 2031"),
    "sources:\n  - article: a\n   quote: b\n": (3, "    quote: b"),
    "sources:\n  - article: a\n    quote: b\n   locator: c\n": (4, "    locator: c"),
    "sources:\n  - a\n date: 2031\n": (3, "date: 2031"),
    "sources:\n- article: a\n   quote: b\n- c\n": (3, "  quote: b"),
    # No blank behind the colon, or no colon.
    "title:The gate\ndate: 2031\n": (1, "title: The gate"),
    "title The gate\ndate: 2031\n": (1, "title: The gate"),
    "place:\n  lat: 5\n  name Quay\ndate: 2031\n": (3, "  name: Quay"),
    "title: A\nsources\n  - a\n": (2, "sources:"),
    # Brackets that are not closed.
    "people: [Ada, Bo\ndate: 2031\n": (1, "people: [Ada, Bo]"),
    "place: {name: Quay, lat: 5\ndate: 2031\n": (1, "place: {name: Quay, lat: 5}"),
    # A character that no value begins with.
    "people: @ada\n": (1, 'people: "@ada"'),
    "title: `The gate`\n": (1, 'title: "`The gate`"'),
    "title: %50\n": (1, 'title: "%50"'),
    "title: [The gate] shut\n": (1, 'title: "[The gate] shut"'),
    "title: - shut\n": (1, 'title: "- shut"'),
}


@pytest.mark.parametrize("text", SLIPS)
def test_the_line_is_given_as_it_could_be_meant(text: str) -> None:
    assert mended(text) == SLIPS[text]


@pytest.mark.parametrize("text", SLIPS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_text_with_the_mended_line_can_be_read(text: str, end: str) -> None:
    text = text.replace("\n", end)
    line = mended(text)
    assert line is not None
    while line is not None:
        text = with_line(text, line)
        problem = syntax_problem(text)
        assert problem is None or problem.position.line > line.number
        line = None if problem is None else mended(text)
    assert syntax_problem(text) is None


def test_of_several_slips_the_first_is_mended_although_the_next_remains() -> None:
    for between in ("", "date: 2031\n", "date: 2031\norder: 2\n"):
        text = f"title: a: b\n{between}summary: c: d\n"
        assert mended(text) == (1, 'title: "a: b"')


def test_what_lets_most_be_read_is_preferred() -> None:
    """At the margin the third line could stand too, but not with what follows it."""
    text = "accounts:\n- question: a\n   speaker: b\n- question: c\n"
    assert mended(text) == (3, "  speaker: b")


@pytest.mark.parametrize(
    "text",
    [
        "title: *gate\n",
        "title: \x07\n",
        'title: "a \\q b"\n',
        f"title: a: b\n{'x: 1' * 60_000}\n",
    ],
)
def test_where_nothing_helps_nothing_is_proposed(text: str) -> None:
    found = compose(InputText("a.yaml", text))[1]
    assert found
    assert [each.details for each in found] == [()] * len(found)


@given(st.text(st.sampled_from("ab:- \t\"'[]{}#,\n\r|>&*!%@`?\\"), max_size=40))
@example("a: b: c\nd: e: f\ng: h\n")
@example('a: "b\nc: "d"\ne: f\n')
@example('a: [b, "c\nd: 2\n')
def test_a_proposal_lets_any_text_be_read_further(text: str) -> None:
    problem = syntax_problem(text)
    line = mended(text) if problem else None
    if problem is None or line is None:
        return
    assert problem.position.line - 1 <= line.number + text.count("\n")
    after = syntax_problem(with_line(text, line))
    assert after is None or after.position.line > problem.position.line


def test_no_text_takes_long() -> None:
    texts = [
        "title: a: b\n" + "x: 1\n" * 39_000,
        "x: 1\n" * 39_000 + "title: a: b\n",
        "- " * 90_000 + "a: b: c",
        "title: " + '"' * 190_000,
        "title: " + "[" * 500 + "\n" * 100_000,
        "\n" * 190_000 + "a: b: c",
    ]
    for text in texts:
        start = time.perf_counter()
        composed_by_libyaml(InputText("a.yaml", text), text)
        assert time.perf_counter() - start < 5


def test_a_long_text_is_not_tried() -> None:
    def error_at(text: str) -> int | None:
        raise AssertionError(len(text))

    assert mended_line("title: a: b\n" + "x" * 200_000, 8, error_at) is None
