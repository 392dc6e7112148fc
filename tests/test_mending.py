"""Usual slips in YAML: the line as it could be meant is given, and lets the whole text be read."""

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
    'title: "a" and "b"\n': (1, 'title: "\\"a\\" and \\"b\\""'),
    'tags: "a", "b"\n': (1, 'tags: "\\"a\\", \\"b\\""'),
    "title: 'a' and 'b'\n": (1, "title: \"'a' and 'b'\""),
    # Backslashes.
    'title: "a \\q b"\n': (1, 'title: "a \\\\q b"'),
    "title: The path: C:\\new\n": (1, 'title: "The path: C:\\\\new"'),
    "title: 'It's C:\\new'\n": (1, 'title: "It\'s C:\\\\new"'),
    # A comment stays one.
    "title: The gate: a record # check\n": (1, 'title: "The gate: a record" # check'),
    'title: The gate: "a" # not "b"\n': (1, 'title: "The gate: \\"a\\"" # not "b"'),
    'title: "The "old" gate"  # check\n': (1, 'title: "The \\"old\\" gate"  # check'),
    'title: "The "old" gate" # the "new"\n': (1, 'title: "The \\"old\\" gate" # the "new"'),
    "title: Gate: lock #4\n": (1, 'title: "Gate: lock #4"'),
    "people: [Ada, Bo # check\ndate: 2031\n": (1, "people: [Ada, Bo] # check"),
    # Quotation marks that are not closed.
    'title: "The gate\ndate: 2031\n': (1, 'title: "The gate"'),
    "title: 'The gate\ndate: 2031\n": (1, 'title: "The gate"'),
    # A tab for blanks.
    "sources:\n\t- a\n": (2, "  - a"),
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
    'tags: [a, "b]\ndate: 2031\n': (1, 'tags: [a, "b"]'),
    "people: [Ada, Bo\ndate: 2031\n": (1, "people: [Ada, Bo]"),
    "place: {name: Quay, lat: 5\ndate: 2031\n": (1, "place: {name: Quay, lat: 5}"),
    # Words that go on in the next line are no key.
    "summary: They left\nat dawn\n": (2, "  at dawn"),
    "summary: They left\nfrom the quay\n": (2, "  from the quay"),
    "summary: They left\nMara:behind\n": (2, "  Mara:behind"),
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
    assert syntax_problem(with_line(text, line)) is None


@pytest.mark.parametrize("between", ["", "date: 2031\n", "date: 2031\norder: 2\n"])
def test_of_several_slips_none_is_mended_for_the_text_could_still_not_be_read(between: str) -> None:
    assert mended(f"title: a: b\n{between}summary: c: d\n") is None


def test_what_lets_all_be_read_is_preferred() -> None:
    """At the margin the third line could stand too, but not with what follows it."""
    text = "accounts:\n- question: a\n   speaker: b\n- question: c\n"
    assert mended(text) == (3, "  speaker: b")


@pytest.mark.parametrize(
    "text",
    [
        "title: *gate\n",
        "title: \x07\n",
        "sources:\n\t- a\n\t- b\n",
        'people: ["Ada" Quill, Bo]\ndate: 2031\n',
        'tags: [a, "b" c]\ndate: 2031\n',
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
def test_a_proposal_lets_any_text_be_read(text: str) -> None:
    problem = syntax_problem(text)
    line = mended(text) if problem else None
    if line is not None:
        assert syntax_problem(with_line(text, line)) is None


def test_no_text_takes_long() -> None:
    texts = [
        "title: a: b\n" + "x: 1\n" * 39_000,
        "x: 1\n" * 39_000 + "title: a: b\n",
        "- " * 90_000 + "a: b: c",
        "title: " + '"' * 190_000,
        "title: a: " + "b # " * 45_000,
        'title: "' + '" \t' * 60_000,
        "title: a: b" + " " * 190_000 + "#",
        'title: "' + "\\" * 190_000,
        "title: " + "[" * 500 + "\n" * 100_000,
        "\n" * 190_000 + "a: b: c",
    ]
    for text in texts:
        start = time.perf_counter()
        composed_by_libyaml(InputText("a.yaml", text), text)
        assert time.perf_counter() - start < 5


def test_a_long_text_is_not_tried() -> None:
    def is_readable(text: str) -> bool:
        raise AssertionError(len(text))

    assert mended_line("title: a: b\n" + "x" * 200_000, 8, is_readable) is None
