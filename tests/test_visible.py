"""The visible text of Markdown, and the way back to the Markdown."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.evidence.offsets import SAME
from builder.evidence.visible import visible


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("a *low* wall", "a low wall"),
        ("a **low** wall", "a low wall"),
        ("a ***low*** wall", "a low wall"),
        ("a _low_ wall", "a low wall"),
        ("**a *low* wall**", "a low wall"),
        ("un*believ*able", "unbelievable"),
        ("snake_case_name", "snake_case_name"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a * star", "a * star"),
        ("*one\n\ntwo*", "*one\n\ntwo*"),
        ("the `code_name` here", "the code_name here"),
        ("``a ` b``", "a ` b"),
        ("see [the wall](https://example.org/a_b_(c))", "see the wall"),
        ('see [the *low* wall](a.html "A *title*") now', "see the low wall now"),
        ("[the wall][one]\n\n[one]: https://example.org", "the wall\n\n"),
        ("[The Wall][]\n\n[the wall]: a.html", "The Wall\n\n"),
        ("[he] went [sic] home", "[he] went [sic] home"),
        ("[T]he wall", "[T]he wall"),
        ("[a][b] not defined", "[a][b] not defined"),
        ("before ![a picture](a.png) after", "before  after"),
        ("<https://example.org/a_b>", "https://example.org/a_b"),
        ("a <b>low</b> wall", "a low wall"),
        ("one<br>two", "one two"),
        ("a <!-- *not* --> wall", "a  wall"),
        ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
        ("bread &amp; butter&nbsp;&#8211; &unknown; &", "bread & butter\u00a0– &unknown; &"),
        (r"\*not emphasis\* and \[no link\]", "*not emphasis* and [no link]"),
        ("# The wall", "The wall"),
        ("## The wall ##", "The wall "),
        ("The wall\n========\n\nfell", "The wall\n\n\nfell"),
        ("> quoted\n> words", "quoted\nwords"),
        ("* item\n* item", "item\nitem"),
        ("^ A caption (Ida Brenner/AP)", "A caption (Ida Brenner/AP)"),
        ("word[^1]: and\n\n[^1]: a note", "word: and\n\n a note"),
        ("guilty [^not] and", "guilty [^not] and"),
        ("the [keeper] calls\n\n[Keeper]: https://example.org/k", "the keeper calls\n\n"),
        ("the [the\nkeeper][] calls\n\n[the keeper]: a.html 'Tip'", "the the\nkeeper calls\n\n"),
        ("[a] [b]\n\n[a]: a.html", "a [b]\n\n"),
        ("[keeper]: is no address, [keeper]", "[keeper]: is no address, [keeper]"),
        ("![one][a] ![two] ![three]\n\n[a]: a.png\n[two]: b.png", "  ![three]\n\n\n"),
        ("one <script>if (a) { b }</script>two", "one two"),
        ("one\n\n<STYLE>p { }\n\nq { }</style>\n\ntwo", "one\n\n\n\ntwo"),
        ("one <b hidden>*not*</b> two", "one  two"),
        ('one <p style="display: none">not</p> two', "one  two"),
        ("one <div hidden>a <div>b</div> c</div>two", "one two"),
        ("10<sup>2</sup> m, CO<sub>2</sub>, 5<sub>10</sub>", "10² m, CO2, 5₁₀"),
        ("the 1<sup>st</sup> plan<sup>[3](#a3)</sup>", "the 1st plan³"),
        ("one <never hidden> two", "one <never hidden> two"),
        ("one <scripted>two</scripted>", "one <scripted>two</scripted>"),
        ("hidden <b>two</b> and <b>hidden</b>", "hidden two and hidden"),
    ],
)
def test_marks_are_taken_out(markdown: str, expected: str) -> None:
    assert visible(markdown).text == expected


def test_a_plain_text_is_given_back_as_it_is() -> None:
    text = "“We will stay,” she said — on 5 May - and stayed.\n\n- one\n- two\n"
    found = visible(text)
    assert found.text is text
    assert found.offsets is SAME


PIECES = [
    *("wall", "harbour", "x1", " ", "\n\n", "\n", "*", "**", "_", "`", "[", "]", "(a.html)"),
    *("&amp;", "&", "<b>", "</b>", "<br>", "\\*", "# ", "> ", "^ ", "![", "[^1]", "!", "<!--"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_every_visible_word_is_where_the_offsets_say(markdown: str) -> None:
    found = visible(markdown)
    for at, character in enumerate(found.text):
        if character.isalnum():
            span = found.offsets.span(at, at + 1)
            assert markdown[span.start : span.end] == character


@pytest.mark.parametrize(
    "hostile",
    [
        "[" * 50_000,
        "[a] " * 2_900,
        "![" * 50_000,
        "*a" * 50_000,
        "<!--" * 50_000,
        "`a" * 50_000,
        "_a*" * 30_000,
        "&" * 90_000,
        "[a](" + " " * 60_000,
        "<b hidden>" * 2_900 + "x" * 90_000,
        "<" + "b" * 90_000 + " hidden",
        "<b " * 2_900 + " hidden" * 9_000,
    ],
)
def test_hostile_texts_are_answered_at_once(hostile: str) -> None:
    before = time.process_time()
    visible(hostile)
    assert time.process_time() - before < 2
