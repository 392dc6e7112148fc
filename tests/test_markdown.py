"""Markdown to HTML: what curators write is shown, what is hostile is inert and ends quickly."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from time import process_time
from typing import Final

import markdown as python_markdown
import nh3
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import any_text, sentences

from builder.markdown import (
    NO_TEXT,
    article_html,
    back_anchor,
    cited,
    common,
    inline,
    is_hostile,
    prose,
    whole,
    words,
)
from builder.model.content import Mark, Paragraph, Span

VOID: Final = frozenset(["br", "hr"])
HARMLESS_TAGS: Final = frozenset(
    "a abbr b bdi bdo blockquote br cite code dd del details dfn div dl dt em h2 h3 h4 h5 h6 hr i"
    " ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th"
    " thead tr u ul var".split()
)
HARMLESS: Final = frozenset(
    "href rel id class role aria-label lang dir title cite start type reversed colspan rowspan"
    " scope".split()
)


class Reader(HTMLParser):
    """Reads HTML as a browser does, and keeps what is in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self.marked: list[str] = []
        self.open: list[str] = []
        self.strays: list[str] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "cite")]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)
        if tag == "mark":
            self.marked.append("")

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1:] == [tag]:
            self.open.pop()
        else:
            self.strays.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data
        if "mark" in self.open:
            self.marked[-1] += data

    def handle_comment(self, data: str) -> None:
        self.strays.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.strays.append(f"<!{decl}")

    def handle_pi(self, data: str) -> None:
        self.strays.append(f"<?{data}")


def assert_safe(text: str) -> Reader:
    """Whatever was written, this is HTML without a script, an event or a strange address."""
    read = Reader(text)
    assert read.tags <= HARMLESS_TAGS
    assert read.attributes <= HARMLESS
    assert read.open == []
    assert read.strays == []
    for address in read.addresses:
        bare = re.sub(r"[\x00-\x20]", "", address).lower()
        scheme = re.match(r"[a-z][a-z0-9+.-]*:", bare)
        assert scheme is None or scheme[0] in ("http:", "https:", "mailto:"), address
    return read


def shown(text: str, **numbers: int) -> str:
    """Give a text as an event's page shows it, its articles numbered as said."""
    return str(cited([prose(text)], numbers, "../")[0])


# --------------------------------------------------------------------------------- what is written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line.", "<p>One line.</p>"),
        ("One\n\ntwo", "<p>One</p>\n<p>two</p>"),
        ("*so* and **so**", "<p><em>so</em> and <strong>so</strong></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("# Heading", "<h2>Heading</h2>"),
        ("### Heading", "<h2>Heading</h2>"),
        ("# One\n## Two\n###### Six", "<h2>One</h2>\n<h3>Two</h3>\n<h6>Six</h6>"),
        ("a & b < c", "<p>a &amp; b &lt; c</p>"),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("`a < b`", "<p><code>a &lt; b</code></p>"),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
        ("---", "<hr>"),
        ("<kbd>x</kbd>", "<p><kbd>x</kbd></p>"),
        (
            "[a](https://example.org/b)",
            '<p><a href="https://example.org/b" rel="noopener noreferrer">a</a></p>',
        ),
    ],
)
def test_markdown_becomes_html(text: str, expected: str) -> None:
    assert "".join(prose(text).html) == expected


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t \n"])
def test_an_empty_text_is_false(text: str) -> None:
    assert not prose(text)
    assert words(prose(text)) == ""


def test_the_words_of_a_text_are_without_tags_and_marks() -> None:
    text = prose("Forty *metres* &amp; a [gate](https://example.org/). [@gull]\n\nMore <b>x</b>.")
    assert words(text) == "Forty metres & a gate . More x ."


def test_one_line_of_a_list_has_neither_paragraphs_nor_links() -> None:
    text = prose("A *wall* [fell](https://example.org/) [@gull].\n\nMore.")
    assert str(inline(text)) == "A <em>wall</em> fell. More."


def test_links_inside_the_site_lead_there_from_every_page() -> None:
    text = prose("See [the ferry](events/ferry.html#r1) and [us](mailto:a@example.org).")
    assert text.links == ("events/ferry.html#r1",)
    assert 'href="events/ferry.html#r1"' in whole(text, "")
    assert 'href="../events/ferry.html#r1"' in whole(text, "../")
    assert 'href="mailto:a@example.org"' in whole(text, "../")


_PIECES: Final = (*"ab 1.-*_[]()\n\"'“’é#+:!", "- ", "**", "\n\n", "](https://a.example/b)", "1. ")
_COMMON: Final = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)
_HOST_PIECES: Final = (*"aZ19.-/", "xn--", "0x", "1.2.3.", "400", "example", ".org")
_LINKS: Final = st.lists(st.sampled_from(_HOST_PIECES), max_size=8).map(
    lambda pieces: f"[so it is](http://{''.join(pieces)})"
)


def by_the_library(text: str) -> str:
    """What Python-Markdown and a sanitiser, set up here anew, give for a text."""
    converted = python_markdown.Markdown(output_format="html").convert(text)
    return nh3.clean(
        converted,
        tags={"p", "em", "strong", "a", "ul", "li"},
        attributes={"a": {"href"}},
        link_rel="noopener noreferrer",
    )


@given(_COMMON | _LINKS | st.lists(sentences() | _COMMON, max_size=5).map("\n".join))
@example("2025. The year")
@example("a\n- b")
@example("- a\n\n- b")
@example("*a* *b*")
@example("[a](https://a.example/b)[c](https://a.example/d)")
@example("[a](http://1.2.3.400)")
@example("[a](http:///)")
@example("[a](https://xn--a)")
@example("[a](https://xn--a.org)")
@example("[a](http://a.1)")
@example("[a](http://a.0x1f/b)")
def test_what_is_converted_quickly_is_what_the_library_gives(text: str) -> None:
    """Law: the short way gives the same bytes as the long one, or leaves the text to it."""
    found = common.converted(text)
    if found is not None:
        assert found == by_the_library(text)


def test_the_short_way_is_taken_where_it_matters() -> None:
    for text in (
        "One line.",
        "Two\n\nparagraphs “of words”.",
        "- a\n- b",
        "*So* it [is](https://a.b).",
    ):
        assert common.converted(text) is not None


# --------------------------------------------------------------------------------- citation marks


def test_marks_are_read_with_their_locators() -> None:
    text = prose("Said [@gull p. 3; @tern]. Then [@gull].")
    assert text.marks == ((Mark("gull", "p. 3"), Mark("tern")), (Mark("gull"),))
    assert len(text.html) == 3


def test_marks_are_numbered_links_with_ids_of_their_own() -> None:
    read = assert_safe(shown("One [@gull]. Two [@tern; @gull]. Three [@gull].", gull=1, tern=2))
    assert read.ids == ["r1", "r2", "r1-2", "r1-3"]
    assert read.addresses == ["#s1", "#s2", "#s1", "#s1"]
    assert read.words == "One\u2060[1]. Two\u2060[2]\u2060[1]. Three\u2060[1]."


def test_the_ids_of_marks_go_on_from_one_text_to_the_next() -> None:
    first, second = cited([prose("A [@gull]."), prose("B [@gull].")], {"gull": 4}, "")
    assert Reader(first).ids + Reader(second).ids == ["r4", "r4-2"]
    assert [back_anchor(4, 1), back_anchor(4, 2)] == ["r4", "r4-2"]


def test_an_article_named_twice_in_one_mark_is_shown_once() -> None:
    assert Reader(shown("A [@gull p. 1; @gull p. 2].", gull=1)).ids == ["r1"]


def test_a_mark_without_a_number_vanishes_with_the_blank_before_it() -> None:
    assert shown("A wall fell [@gull].") == "<p>A wall fell.</p>"


@pytest.mark.parametrize(
    "text",
    ["[@gull](https://example.org/)", "@gull", "[@]", "[@a\nb]", "[a@b.example]", "[ @gull]"],
)
def test_what_is_no_mark_is_shown_as_it_stands(text: str) -> None:
    assert prose(text).marks == ()
    assert Reader(shown(text, gull=1)).ids == []


def test_a_mark_may_stand_anywhere_in_running_text() -> None:
    for text in ("**A [@gull]** b", "- a [@gull]\n- b", "> a [@gull]", "# A [@gull]", "([@gull])"):
        assert assert_safe(shown(text, gull=1)).ids == ["r1"]


@pytest.mark.parametrize(
    "text",
    [
        '[a](https://example.org/ "see [@gull]")',
        '<span title="[@gull]">a</span>',
        "[a [@gull]](https://example.org/)",
        '<a href="https://example.org/[@gull]">a</a>',
        "![a [@gull]](https://example.org/b.png)",
        "```\n[@gull]\n```",
        "<div [@gull]>a</div>",
        "<b [@gull]",
        "&[@gull];",
    ],
)
def test_a_mark_in_a_strange_place_breaks_nothing(text: str) -> None:
    read = assert_safe(shown(text, gull=1))
    assert set(read.ids) <= {"r1"}
    assert read.words.count("\u2060") == len(read.ids)


@given(any_text)
def test_letters_that_stand_for_marks_inside_mean_nothing_when_written(text: str) -> None:
    held = "".join(f"{letter}\ue0100\ue012" for letter in text[:20])
    assert_safe(shown(f"{held} [@gull]", gull=1))


# ---------------------------------------------------------------------------------- what is hostile

HOSTILE: Final = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>a</a>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt&#58;alert(1))",
    "[a](java\nscript:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:x)",
    "[a](./javascript:alert(1))",
    "[a](https://site.invalid/javascript:alert(1))",
    "[a](//example.org/b)",
    "[a](\\\\example.org)",
    "<javascript:alert(1)>",
    "![a](javascript:alert(1))",
    "![a](https://example.org/tracker.png)",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext></p><img src=x onerror=alert(1)>",
    "<iframe src=https://example.org></iframe>",
    "<style>body{display:none}</style>",
    "<p style='position:fixed' onclick=alert(1) id=search>a</p>",
    "<form action=https://example.org><input name=a></form>",
    "<base href=https://example.org/>",
    "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "<object data=a></object><embed src=a>",
    "<!-- a --><!doctype html><?php x ?>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<a href=' javascript:alert(1)'>a</a>",
    "<a href='&#1;javascript:alert(1)'>a</a>",
    "<b><i>not closed",
    "</p></div></main>",
    "</main><main>",
    "<div\n\n<script>alert(1)</script>",
    "`</code><script>alert(1)</script>`",
    "[a]: javascript:alert(1)\n\n[a][a]",
    '[a](https://example.org/" onmouseover="alert(1))',
    '[a](https://example.org/ "\\" onmouseover=alert(1) x=\\"")',
    "<template><script>alert(1)</script></template>",
    "<plaintext>",
    "<textarea>",
    "<title>",
    "<blockquote cite=javascript:alert(1)>a</blockquote>",
    "\x00<scr\x00ipt>alert(1)</script>",
    "\x02\x03 stx \x02klzzwxh:0000\x03",
    "<a name=x class=cite id=r1 target=_blank ping=https://example.org>a</a>",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_hostile_is_inert_in_notes_and_pages(text: str) -> None:
    for written in (text, f"a {text} b [@gull]", f"- {text}\n\n{text}"):
        for root in ("", "../"):
            found = prose(written)
            assert_safe(whole(found, root))
            assert_safe(str(cited([found], {"gull": 1}, root)[0]))
            assert_safe(str(inline(found)).join(("<p>", "</p>")) if "<h" not in written else "")


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("is_markdown", [True, False])
def test_what_is_hostile_is_only_text_in_articles(text: str, is_markdown: bool) -> None:  # noqa: FBT001
    found = article_html(
        text,
        is_markdown=is_markdown,
        paragraphs=(Paragraph(0, len(text)),),
        passages=[("p-1", (Span(0, len(text) // 2),))],
    )
    read = assert_safe(found)
    assert "span" not in read.tags
    if not is_markdown:
        assert read.tags <= {"p", "mark"}
        assert read.addresses == []


_JOINTS: Final = ("[@gull]", "\n\n", "- ", "> ", "**", "`", " ")


@given(st.lists(st.sampled_from((*HOSTILE, *_JOINTS)), max_size=8))
def test_whatever_hostile_things_are_joined_they_are_inert(parts: list[str]) -> None:
    text = "".join(parts)
    assert_safe(shown(text, gull=1))
    read = assert_safe(
        article_html(text, is_markdown=True, paragraphs=(Paragraph(0, len(text)),), passages=())
    )
    assert "img" not in read.tags


@given(any_text)
def test_any_text_is_inert(text: str) -> None:
    assert_safe(shown(text, gull=1))


BOMBS: Final = {
    "brackets": "[" * 5_000,
    "brackets, apart": "[a\n" * 2_000,
    "pictures": "![a " * 1_700,
    "links": "[a](b " * 1_400,
    "references": "[a][ " * 1_400,
    "stars": "*a " * 20_000,
    "two stars": "**a " * 20_000,
    "a run of stars": "*" * 20_000,
    "lines under lines": "_a " * 20_000,
    "backticks": "`a " * 20_000,
    "runs of backticks": " ".join("`" * number for number in range(1, 200)),
    "less than": "<a " * 20_000,
    "attributes": "<a " + 'b="c" ' * 20_000,
    "comments": "<!-- " * 20_000,
    "character data": "<![CDATA[ " * 5_000,
    "quotations": ">" * 20_000,
    "quotations in quotations": "\n".join(">" * 39 + " a" for _ in range(300)),
    "lists in lists": "\n".join(" " * (4 * number) + "- a" for number in range(200)),
    "headings": "# a\n" * 10_000,
    "underlined headings": "a\n---\n" * 4_000,
    "line breaks": "a  \n" * 40_000,
    "ampersands": "&#x" * 20_000,
    "elements": "<div>" * 20_000,
    "parentheses": "[a](" + "(" * 20_000,
    "definitions": "".join(f"[a{n}]: https://example.org/{n}\n" for n in range(3_000)),
    "marks": "[@a] " * 20_000,
    "a long line": "a " * 200_000,
    "blanks": "a" + " " * 100_000 + "b",
    "paragraphs": "a b\n\n" * 40_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_within_two_seconds(name: str) -> None:
    start = process_time()
    found = prose(BOMBS[name])
    assert process_time() - start < 2
    assert found


def test_many_paragraphs_of_an_article_end_within_two_seconds() -> None:
    text = "a b\n\n" * 30_000
    start = process_time()
    article_html(text, is_markdown=True, paragraphs=(Paragraph(0, len(text)),), passages=())
    assert process_time() - start < 2


def test_what_is_refused_is_shown_as_plain_paragraphs_with_its_marks() -> None:
    text = f"First <b> & *this* [@gull]\nsecond\n\n{'[' * 300}"
    assert is_hostile(text)
    found = prose(text)
    assert found.is_refused
    assert found.marks == ((Mark("gull"),),)
    assert str(cited([found], {"gull": 1}, "")[0]).startswith(
        "<p>First &lt;b&gt; &amp; *this*\u2060<a "
    )
    assert Reader(whole(found, "")).words.split("\n")[-1] == "[" * 300


def test_ordinary_prose_is_not_refused() -> None:
    long = "\n\n".join(
        f"Paragraph {number} (with a bracket), *emphasis*, a [link](https://example.org/{number})"
        " and a mark [@gull]."
        for number in range(400)
    )
    assert not is_hostile(long)
    assert not prose(long).is_refused
    assert len(prose(long).marks) == 400


# ------------------------------------------------------------------------------- articles' texts

TEXT: Final = "First words stand here.\n\nThen <more> & *others* follow.\n\nLast words."


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    found, at = [], 0
    for part in text.split("\n\n"):
        found.append(Paragraph(at, at + len(part)))
        at += len(part) + 2
    return tuple(found)


def span(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


def test_a_pasted_text_is_paragraphs_and_never_markdown() -> None:
    found = article_html(TEXT, is_markdown=False, paragraphs=paragraphs(TEXT), passages=())
    assert str(found) == (
        "<p>First words stand here.</p>\n"
        "<p>Then &lt;more&gt; &amp; *others* follow.</p>\n"
        "<p>Last words.</p>"
    )


def test_the_kinds_of_paragraphs_can_be_told_apart() -> None:
    kinds = (Paragraph(0, 1, "heading"), Paragraph(1, 2, "caption"), Paragraph(2, 3))
    found = article_html("abc", is_markdown=False, paragraphs=kinds, passages=())
    assert str(found) == '<p class="heading">a</p>\n<p class="caption">b</p>\n<p>c</p>'


def test_a_passage_is_marked_and_anchored() -> None:
    passage = ("p-1", (span(TEXT, "words stand"),))
    found = article_html(TEXT, is_markdown=False, paragraphs=paragraphs(TEXT), passages=[passage])
    assert '<p>First <mark id="p-1">words stand</mark> here.</p>' in found


def test_a_passage_in_two_parts_is_anchored_at_the_first() -> None:
    passage = ("p-1", (span(TEXT, "First words"), span(TEXT, "follow")))
    found = article_html(TEXT, is_markdown=False, paragraphs=paragraphs(TEXT), passages=[passage])
    read = assert_safe(found)
    assert read.marked == ["First words", "follow"]
    assert read.ids == ["p-1"]


def test_a_passage_over_two_paragraphs_is_marked_in_both() -> None:
    start, end = TEXT.index("stand"), TEXT.index("more") + 4
    found = article_html(
        TEXT,
        is_markdown=False,
        paragraphs=paragraphs(TEXT),
        passages=[("p-1", (Span(start, end),))],
    )
    read = assert_safe(found)
    assert read.marked == ["stand here.", "Then <more"]
    assert read.ids == ["p-1"]


def test_passages_that_overlap_have_each_their_anchor() -> None:
    one, other = span(TEXT, "First words stand"), span(TEXT, "words stand here")
    same = ("p-3", (one,))
    found = article_html(
        TEXT,
        is_markdown=False,
        paragraphs=paragraphs(TEXT),
        passages=[("p-1", (one,)), ("p-2", (other,)), same],
    )
    read = assert_safe(found)
    assert sorted(read.ids) == ["p-1", "p-2", "p-3"]
    assert "".join(read.marked) == "First words stand here"


def test_a_passage_in_markdown_is_marked_through_emphasis() -> None:
    text = "He said **we will** not [leave](https://example.org/) today."
    passage = ("p-1", (Span(text.index("we"), text.index(" today")),))
    found = article_html(
        text, is_markdown=True, paragraphs=(Paragraph(0, len(text)),), passages=[passage]
    )
    read = assert_safe(found)
    assert "".join(read.marked) == "we will not leave"
    assert read.ids == ["p-1"]
    assert {"strong", "a"} <= read.tags


def test_links_without_a_scheme_lead_nowhere_in_an_article() -> None:
    text = "See [there](../other.html) and [here](#a)."
    found = article_html(text, is_markdown=True, paragraphs=(Paragraph(0, len(text)),), passages=())
    assert assert_safe(found).addresses == []


@given(st.lists(sentences(most=12), min_size=1, max_size=4), st.data())
def test_marked_words_are_the_words_of_the_passage(parts: list[str], data: st.DataObject) -> None:
    """Law: taking the tags out gives the text back; what is marked is what the spans hold."""
    text = "\n\n".join(parts)
    inside = [at for at, letter in enumerate(text) if not letter.isspace()]
    spans = []
    for number in range(data.draw(st.integers(0, 4))):
        start, last = sorted(data.draw(st.tuples(st.sampled_from(inside), st.sampled_from(inside))))
        spans.append((f"p-{number}", (Span(start, last + 1),)))
    found = article_html(text, is_markdown=False, paragraphs=paragraphs(text), passages=spans)
    read = assert_safe(found)
    assert read.words == text.replace("\n\n", "\n")
    assert sorted(read.ids) == [name for name, _ in spans]
    covered = {at for _, (part,) in spans for at in range(part.start, part.end)}
    expected = "".join(text[at] for at in sorted(covered))
    assert "".join("".join(read.marked).split()) == "".join(expected.split())


def test_no_text_is_safe_and_empty() -> None:
    assert str(NO_TEXT) == ""
    assert html.escape(str(article_html("", is_markdown=False, paragraphs=(), passages=()))) == ""


@pytest.mark.parametrize("written", ["&#xe010;7&#xe012;", "&#57360;0&#57362;", "&#xE010;0&#xE012;"])
def test_references_to_reserved_characters_are_no_marks(written: str) -> None:
    """The sanitiser would make placeholders of them."""
    found = prose(f"Words [@a] and {written} & more.")
    assert len(found.marks) == 1
