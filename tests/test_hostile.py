"""Hostile content is inert: escaped, taken out or refused, and never slow.

The text of articles and of notes is not trusted (SECURITY.md). Whatever stands in it, no page has
an element, an attribute or an address that its templates and the list of allowed Markdown do not
put there; no file lies outside the output folder; nothing takes long.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from conftest import planned, write_tree
from hypothesis import given
from hypothesis import strategies as st
from sites import Element, built, dateline, files_of, pages_of, parsed_page

from builder.markdown import cited, inline, prose
from builder.problems import Problem, Severity, has_errors
from builder.problems.printing import as_github, as_json, as_text

SECONDS: Final = 20
"""Far more than anything here takes; what loops or explodes takes far more still."""

# Elements and attributes that a page may have, however hostile its content.
ELEMENTS: Final = frozenset(
    "html head meta title link body a header nav main footer section article div span p h1 h2 h3"
    " h4 h5 h6 ul ol li dl dt dd figure figcaption img blockquote details summary time mark bdi b"
    " svg path code br em strong i u s q small sub sup kbd samp var abbr cite del ins dfn bdo pre"
    " table thead tbody tfoot tr th td hr".split()
)
ATTRIBUTES: Final = frozenset(
    "lang dir charset http-equiv content name rel href type title class id tabindex role src alt"
    " loading datetime cite start reversed colspan rowspan scope viewbox preserveaspectratio"
    " aria-hidden focusable d aria-label aria-labelledby aria-current data-edtf data-sha256"
    " data-originalurl data-versionurl data-versiondate".split()
)
_REFRESH: Final = re.compile(r"0; url=\.\./events/[a-z0-9-]+\.html")
# What HTML counts as an error wherever it stands (control characters but blanks, noncharacters).
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def assert_inert(site: Mapping[str, bytes]) -> None:
    """Fail where a file of a site could act on whoever opens it."""
    for path, data in site.items():
        text = data.decode()
        if path.endswith(".html"):
            page, faults = parsed_page(data)
            assert not faults, f"{path}: {faults}"
            for each in page.walk():
                if each.tag:
                    _assert_harmless(path, each)
        if path.endswith((".html", ".xml")):
            assert not _FORBIDDEN.search(text), f"{path}: {_FORBIDDEN.search(text)}"
        if path.endswith(".xml"):
            ElementTree.fromstring(data)
        assert_named_well(path)


def assert_named_well(path: str) -> None:
    """Fail where a path leads out of its folder, or is no name on some machine."""
    for name in path.split("/"):
        assert name not in ("", ".", ".."), path
        assert name.split(".")[0].lower() not in RESERVED, path
        assert not name.endswith((".", " ")), path


RESERVED: Final = frozenset(
    ["con", "prn", "aux", "nul"]
    + [f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)]
)


def _assert_harmless(path: str, each: Element) -> None:
    assert each.tag in ELEMENTS, f"<{each.tag}> on {path}"
    for name, value in each.attributes.items():
        assert name in ATTRIBUTES, f"{name} of <{each.tag}> on {path}"
        if name in ("href", "src", "cite"):
            scheme = urlsplit(re.sub(r"[\x00-\x20]", "", value)).scheme.lower()
            allowed = ("", "http", "https", "mailto") if each.tag != "link" else ("", "https")
            is_icon = each.attributes.get("rel") == "icon" and value == "data:,"
            assert scheme in allowed or is_icon, f"{value} on {path}"
        if name == "src":
            assert value.startswith(("photos/", "../photos/")), f"{value} on {path}"
        if name == "http-equiv" and value == "refresh":
            assert _REFRESH.fullmatch(each.attributes["content"]), f"{each} on {path}"


# ------------------------------------------------------------------------ text in every field

TEXTS: Final[Mapping[str, str]] = {
    "script": "<script>alert(1)</script>",
    "a handler": '"><img src=x onerror="alert(1)"><b a="',
    "another handler": "' onmouseover='alert(1)' x='",
    "the end of what holds it": "--></style></script></title></textarea></svg>]]><script>",
    "a template": "{{ 7 * 7 }}{% for x in () %}{{ x.y }}{# ${7*7} #}",
    "entities": "&lt;script&gt;&#x3c;script&#62;&amp;amp;&nosuch;&",
    "breaks": "a\u2028b\u2029c\u200bd\u00ade",
    "directions": "\u202eturned \u2066isolated \u200fmarked",
    "formats": "%s %(x)s {0} {x!r} \\n \\x41 $1 `id` $(id)",
    "letters beyond": "𝕬🏴‍☠️ʞ﷽" + "́" * 40,
    "links": "[x](javascript:alert(1)) <javascript:alert(1)> ![x](https://evil.example/x.png)",
    "five thousand": "x" * 5_000,
    "five thousand words": "word " * 1_000 + "end",
}

_PLAIN: Final = "plain"


def _project(text: str) -> dict[str, str]:
    """Give a project that has a text in every field that takes one."""
    held = "'" + text.replace("'", "''") + "'"
    coded = _double_quoted(text)
    return {
        "dateline.yaml": f"""\
title: {coded}
description: {coded}
url: https://hostile.example.org/
authors: [{coded}, second]
licence: {coded}
menu: [about]
""",
        "content/pages/about.md": f"---\ntitle: {coded}\n---\nWords.\n",
        "content/pages/tags/one.md": f"---\ntitle: {coded}\n---\nWords.\n",
        "content/articles/first.txt": f"""\
---
title: {coded}
publication: {coded}
authors: [{coded}]
agency: [{coded}]
published: 2031-04-01
url: https://hostile.example.net/first
language: en
dateline_place: {coded}
page: {coded}
via: {coded}
rights: full
independent_note: {coded}
captures:
  - url: https://web.archive.org/web/20310401000000/https://hostile.example.net/first
    service: {coded}
photos:
  - caption: {coded}
    credit: {coded}
    creator: {coded}
    taken: {coded}
    place: {coded}
    copyright: {coded}
    image: one.png
    rights: {coded}
    alt: {coded}
---
The first words are quoted here and {" ".join(text.split())} follows them in the line.

A tram is washed, {" ".join(text[:80].split())} (Ada Quill/The Mirror)
""",
        "content/photos/one.png": "no picture",
        "content/articles/second.md": f"""\
---
title: {coded}
published: 2031-04-02
rights: full
---
The second article holds words as well.
""",
        "content/events/event.yaml": f"""\
title: {coded}
date: 2031-04-01
date_basis: {coded}
date_written: {coded}
place: {{ name: {coded}, lat: 1.5, lon: 2.5 }}
people: [{coded}, Somebody]
tags: [{coded}, one]
group: {coded}
summary: Words. [@first; @second]
status: disputed
sources:
  - article: first
    quote: The first words are quoted here
    speaker: {coded}
    translation: {coded}
    locator: {coded}
    supports: [{coded}]
  - article: first
    quote: {_double_quoted("are quoted here and " + " ".join(text.split()) + " follows them")}
accounts:
  - question: {coded}
    speaker: {coded}
    versions:
      - article: first
        value: {coded}
        quote: The first words are quoted here
  - statement: {coded}
    versions: [second]
photos:
  - caption: {coded}
    credit: {coded}
    image: one.png
    rights: {coded}
    alt: {coded}
corrections:
  - date: 2031-04-03
    text: {coded}
note: {held if text.isprintable() else coded}
ignore: [quote-not-speech]
""",
    }


def _double_quoted(text: str) -> str:
    """Write a text as YAML has it between double quotation marks, escapes and all."""
    coded = text.replace("\\", "\\\\").replace('"', '\\"')
    return (
        '"'
        + "".join(
            each if each.isprintable() or each == " " else f"\\U{ord(each):08x}" for each in coded
        )
        + '"'
    )


def _shape(site: Mapping[str, bytes]) -> dict[str, list[str]]:
    """Give the elements of each page whose name says what it is about, in order."""
    return {
        path: [each.tag for each in page.walk() if each.tag]
        for path, page in pages_of(site).items()
        if path.split("/")[0] in ("events", "sources", "index.html", "2031.html", "about.html")
    }


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Give the shape of the site when nothing in it is hostile."""
    project = write_tree(tmp_path_factory.mktemp("plain"), _project(_PLAIN))
    report = built(project)
    assert report.is_written, report.problems
    return _shape(files_of(project / "site"))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_text_stays_text_in_every_field(
    text: str, plain: dict[str, list[str]], tmp_path: Path
) -> None:
    project = write_tree(tmp_path / "project", _project(text))
    report = built(project)
    assert report.is_written, _told(report.problems)
    site = files_of(project / "site")
    assert_inert(site)
    # Not one element more or less than with a harmless word in its place.
    assert _shape(site) == plain
    title = pages_of(site)["events/event.html"].first("h1").words()
    assert title == " ".join(text.split())


@pytest.mark.parametrize(
    "code", ["\\0", "\\x07", "\\e", "\\x7f", "\\x9b", "\\N", "\\uFFFE", "\\uD800"]
)
def test_control_characters_reach_no_page(code: str, tmp_path: Path) -> None:
    project = _project(_PLAIN)
    files = {path: text.replace('"plain"', f'"pl{code}ain"') for path, text in project.items()}
    report = built(write_tree(tmp_path / "project", files))
    if report.is_written:
        assert_inert(files_of(tmp_path / "project/site"))
    else:
        assert has_errors(report.problems)
    for told in _told(report.problems):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e]", told)


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b[31m", "\x7f", "\x9b", "\ufffe", "\x0c"])
def test_control_characters_typed_into_an_article_reach_no_page(sign: str, tmp_path: Path) -> None:
    project = _project(_PLAIN)
    for path in ("content/articles/first.txt", "content/articles/second.md"):
        project[path] = project[path].replace("article holds", f"article {sign} holds")
        project[path] = project[path].replace("A tram is", f"A {sign}tram is")
    report = built(write_tree(tmp_path / "project", project))
    if report.is_written:
        assert_inert(files_of(tmp_path / "project/site"))
    else:
        assert has_errors(report.problems)


OVERRIDES: Final = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
"""What turns the direction of all that follows, up to the end of its block or its isolation."""


def test_what_turns_the_direction_turns_nothing_else(tmp_path: Path) -> None:
    report = built(write_tree(tmp_path / "project", _project("\u202eturned")))
    assert report.is_written, _told(report.problems)
    for path, page in pages_of(files_of(tmp_path / "project/site")).items():
        for block in _shared_blocks(page.first("body")):
            text = _unisolated(block)
            turned = re.search(f"[{OVERRIDES}]", text)
            if turned and not re.search("[\u202c\u2069]", text[turned.end() :]):
                rest = text[turned.end() :].removeprefix("turned")
                assert not re.search(r"\w", rest), f"{path}: {text}"


def _shared_blocks(element: Element) -> Iterator[Element]:
    """Give the blocks in which words of several origins stand side by side."""
    for child in element.children:
        # What has a direction of its own holds one text alone: a quotation, a caption.
        if isinstance(child, Element) and "dir" not in child.attributes:
            if child.tag in BLOCKS:
                yield child
            yield from _shared_blocks(child)


def _unisolated(element: Element) -> str:
    """Give the running text of a block, without what is kept apart in its direction."""
    words = []
    for child in element.children:
        if isinstance(child, str):
            words.append(child)
        elif child.tag not in (*BLOCKS, "bdi") and "dir" not in child.attributes:
            words.append(_unisolated(child))
    return "".join(words)


BLOCKS: Final = frozenset(
    "p li dd dt ul ol dl h1 h2 h3 h4 h5 h6 div section article header figure figcaption".split()
)


def _told(problems: tuple[Problem, ...]) -> tuple[str, str, str]:
    """Give problems in every form in which they are printed."""
    return (
        as_text(problems, colour=False, verbose=True),
        as_json(problems),
        as_github(problems),
    )


# --------------------------------------------------------------------------------- addresses

ADDRESSES: Final = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example/x",
    "/etc/passwd",
    "https:evil",
    "https://",
    'https://evil.example/" onclick="alert(1)',
    "https://evil.example/\nx",
    "https://[evil",
    "blob:https://evil.example/1",
)


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> tuple[Problem, ...]:
    """Give what is said of a project in which every address is of another kind."""
    files = {"dateline.yaml": "title: Addresses\n"}
    for at, address in enumerate(ADDRESSES):
        held = _double_quoted(address)
        files |= {
            f"content/articles/a-{at}.md": "---\ntitle: One\npublished: 2031-04-01\n"
            f"url: {held}\ncaptures: [{held}]\nphotos:\n  - caption: A tram\n"
            f"    licence_url: {held}\n    acquire_url: {held}\n---\nWords.\n",
            f"content/pages/publications/a-{at}.md": f"---\nurl: {held}\n---\nWords.\n",
        }
    folder = write_tree(tmp_path_factory.mktemp("addresses") / "project", files)
    report = built(folder)
    assert not (folder / "site").exists()
    return report.problems


@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses_of_other_kinds_are_refused(address: str, refused: tuple[Problem, ...]) -> None:
    name = f"/a-{ADDRESSES.index(address)}.md"
    told = [each for each in refused if each.position.file.endswith(name)]
    assert [each.code for each in told if each.severity is Severity.ERROR] == ["bad-url"] * 5


def test_signs_in_addresses_are_escaped(tmp_path: Path) -> None:
    plain = _project(_PLAIN)
    article = plain["content/articles/first.txt"]
    for sign in ('"onclick="alert(1)', "'onclick='alert(1)", "<script>alert(1)</script>", "\\"):
        address = f"https://evil.example/{sign}"
        coded = address.replace("\\", "\\\\").replace('"', '\\"')
        article = article.replace("https://hostile.example.net/first", "ADDRESS")
        held = article.replace("url: ADDRESS", f'url: "{coded}"').replace("ADDRESS", "x")
        project = {**plain, "content/articles/first.txt": held}
        report = built(write_tree(tmp_path / "project", project))
        assert report.is_written, _told(report.problems)
        site = files_of(tmp_path / "project/site")
        assert_inert(site)
        links = pages_of(site)["sources/first.html"].all("a")
        assert address in {each.attributes.get("href") for each in links}


# ---------------------------------------------------------------------- HTML in notes and pages

MARKUP: Final = (
    "<p onclick=alert(1)>handler</p>",
    "<p onclick='alert(1)' style=color:red class=name id=main name=body>attributes</p>",
    "<IMG SRC=x ONERROR=alert(1)>",
    "<img src=https://evil.example/pixel.png>",
    "![picture](https://evil.example/pixel.png)",
    "<iframe src=https://evil.example></iframe>",
    "<style>body{display:none}</style>",
    "<form action=https://evil.example><input name=x><button>go</button></form>",
    "<svg><script>alert(1)</script></svg>",
    "<svg onload=alert(1)><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--><img src=1 onerror=alert(1)>'>",
    "<meta http-equiv=refresh content='0; url=https://evil.example'>",
    "<base href=https://evil.example/>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<object data=x></object><embed src=x><applet code=x></applet>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<video src=x onerror=alert(1)><audio src=x><source src=x></video>",
    "<a href=javascript:alert(1)>a</a> <a href=' java&#x09;script:alert(1)'>b</a>",
    "<a href='data:text/html,x'>c</a> <a href='&#106;avascript:alert(1)'>d</a>",
    "[e](javascript:alert(1)) [f](JAVASCRIPT:alert(1)) [g](data:text/html;base64,x)",
    "[h](&#x6A;avascript:alert(1)) <javascript:alert(1)> [i](https:evil)",
    "[m]: javascript:alert(1)\n\n[m] and [n][m]",
    '[o](https://e.example/ "x\\" onclick=alert(1) \\"") [p](https://e.example/?a=1&b="2)',
    "<!-- a comment --> <![CDATA[ data ]]> <?php echo 1 ?> <!DOCTYPE html>",
    "</main></body></html><h1>second</h1></div></section></article>",
    "<p>never closed <b>nor <i>this <blockquote> and </p> that",
    "<b/onclick=alert(1)//>slash</b><b\nonclick=alert(1)>line</b><b\x0conclick=alert(1)>feed</b>",
    "<span title='[@one]onmouseover=alert(1) x='>a mark in an attribute</span>",
    '<span title="[@one][@one] onmouseover=alert(1) ">two marks</span>',
    "[a mark in an address](https://e.example/[@one])",
    "`a mark in code [@one]` and <code title='[@one p. 3]'>again [@one]</code>",
    "<a href='https://e.example/' title='a > b' >bigger</a>",
    "<p title='</p><p onclick=alert(1)>'>ends in an attribute</p>",
    "<details open ontoggle=alert(1)><summary>s</summary>d</details>",
    "\ue0100\ue012 \ue0110\ue012 \ue01099\ue012 <b title='\ue0100\ue012'>reserved signs</b>",
    "stx \x02klzzwxh:0001\x03 wzxhzdk:0 \x02amp\x03 of the Markdown reader's own",
    "&#0; &#x1b; &#x202e; &#xD800; &#x110000; &zwj;",
    "# heading\n\n#### far down\n\n<h1>first level</h1><h6>sixth</h6>",
)


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Build a site with all of it: each in a note, a page and two articles."""
    files = {"dateline.yaml": "title: Markup\nurl: https://hostile.example.org/\n"}
    for at, markdown in enumerate(MARKUP):
        front = "---\ntitle: One\npublished: 2031-04-01\nrights: full\n---\nQuoted words here.\n\n"
        held = _double_quoted(markdown.replace("@one", f"@read-{at}"))
        cited = "".join(
            f"  - article: {name}-{at}\n    quote: Quoted words here\n"
            for name in ("read", "typed")
        )
        files |= {
            f"content/articles/read-{at}.md": f"{front}{markdown}\n",
            f"content/articles/typed-{at}.txt": f"{front}{markdown}\n",
            f"content/pages/page-{at}.md": f"{markdown}\n",
            f"content/pages/tags/tag-{at}.md": f"{markdown}\n",
            f"content/events/event-{at}.yaml": f"title: One\ndate: 2031-04-01\ntags: [tag-{at}]\n"
            f"summary: {held}\nbody: {held}\nsources:\n{cited}",
        }
    project = write_tree(tmp_path_factory.mktemp("markup") / "project", files)
    report = built(project)
    errors = tuple(each for each in report.problems if each.severity is Severity.ERROR)
    assert report.is_written, _told(errors)
    return files_of(project / "site")


@pytest.mark.parametrize("markdown", MARKUP)
def test_markup_in_notes_and_articles_is_harmless(markdown: str, marked: dict[str, bytes]) -> None:
    name = re.compile(rf"-{MARKUP.index(markdown)}\.html$")
    pages = {path: data for path, data in marked.items() if name.search(path)}
    assert len(pages) == 5
    assert_inert(pages)
    for path, page in pages_of(pages).items():
        ids = [each.attributes["id"] for each in page.walk() if "id" in each.attributes]
        assert len(ids) == len(set(ids)), path
        assert len(page.all("h1")) == 1, path


def test_lists_of_marked_up_notes_are_harmless(marked: dict[str, bytes]) -> None:
    lists = {path: data for path, data in marked.items() if not re.search(r"-\d+\.html$", path)}
    assert {"index.html", "2031.html", "feed.xml", "sources/index.html"} <= lists.keys()
    assert_inert(lists)


@pytest.mark.parametrize(
    "link", ["//evil.example/x", "<java script:alert(1)>", "\\\\evil.example", "a:b", "/etc/passwd"]
)
def test_links_into_the_site_that_lead_nowhere_are_refused(link: str, tmp_path: Path) -> None:
    note = f"title: One\ndate: 2031-04-01\nbody: {_double_quoted(f'See [there]({link}).')}\n"
    files = {"dateline.yaml": "title: Links\n", "content/events/one.yaml": note}
    report = built(write_tree(tmp_path / "project", files))
    if report.is_written:
        main = pages_of(files_of(tmp_path / "project/site"))["events/one.html"].first("main")
        (there,) = (each for each in main.all("a") if each.words() == "there")
        assert there.attributes.get("href", "https://").startswith("https://")
    else:
        assert "broken-link" in {each.code for each in report.problems}


pieces = st.lists(
    st.one_of(
        st.sampled_from(
            "< > </ /> <! <!-- --> <? &# ; & \" ' = ( ) [ ] [@one] ![ ]( * ** _ ` ``` ~~~ # > - +"
            " 1. | \\ javascript: data: // http://e.example onclick= style= src= href= title= <a <b"
            " <p <svg <math <img <script </script> <style </style> <iframe <table> <td> <li> <pre>"
            " \n \n\n \t \x00 \x02 \x0c \ue010 \ue0110\ue012 \u2028".split(" ")
        ),
        st.text(max_size=3),
    ),
    max_size=24,
)


@given(pieces)
def test_no_markdown_makes_an_element_that_acts(parts: list[str]) -> None:
    text = prose("".join(parts))
    (whole,) = cited([text], {"one": 1}, "../")
    for html in (whole, inline(text)):
        page, faults = parsed_page(html.encode("utf-8", "replace"))
        assert not faults
        for each in page.walk():
            if each.tag:
                assert each.tag in ELEMENTS - UNWRITTEN, each.tag
                assert each.attributes.keys() <= WRITTEN, each.attributes
                assert re.fullmatch(r"r1(-\d+)?", each.attributes.get("id", "r1"))
                if not each.attributes.get("href", "#").startswith(("#", "../")):
                    assert urlsplit(each.attributes["href"]).scheme in SCHEMES


UNWRITTEN: Final = frozenset("html head meta title link body header nav svg path img h1".split())
WRITTEN: Final = frozenset(
    "lang dir title href rel cite start type reversed colspan rowspan scope"
    " class role id aria-label".split()
)
SCHEMES: Final = ("http", "https", "mailto")


# -------------------------------------------------------------------------------------- bombs


def _laughs() -> str:
    lines = ["title: &l0 ha", "date: 2031"]
    lines += [
        f"x{level}: &l{level} [{', '.join([f'*l{level - 1}'] * 10)}]" for level in range(1, 12)
    ]
    return "\n".join(lines)


def _merges() -> str:
    lines = ["base: &m0 { k0: v }"]
    lines += [
        f"m{level}: &m{level} {{ <<: [*m{level - 1}, *m{level - 1}], k{level}: v }}"
        for level in range(1, 26)
    ]
    return "\n".join(lines)


YAML_BOMBS: Final[Mapping[str, Mapping[str, str]]] = {
    "repeats": {
        "laughs": _laughs(),
        "merges": _merges(),
        "itself": "&a [*a, *a]",
        "tags": "title: !!python/object/apply:os.system ['exit 1']\ndate: !!binary 2031\n",
    },
    "depths": {
        "lists": "[" * 100_000,
        "groups": "{a: " * 50_000,
        "blocks": "\n".join(" " * level + "- " for level in range(900)),
        "flows": "a: [" + "{b: [" * 20_000,
    },
    "lengths": {
        "line": "title: " + "x" * 990_000,
        "key": "? " + "k" * 200_000 + "\n: v\n",
        "date": f"title: A\ndate: {'9' * 100_000}\n",
        "range": f'title: A\ndate: "{"[2031," * 20_000}"\n',
        "number": f"title: A\ndate: 2031\norder: {'9' * 100_000}\n",
        "figure": "title: A\ndate: 2031\nplace: { name: a, lat: 1e999999 }\n",
    },
    "signs": {
        "quotation-marks": '"' * 400_000,
        "stars": "*" * 400_000,
        "tagged": "!" * 400_000 + " a",
        "colons": ": " * 300_000,
        "items": "- " * 400_000,
    },
    "many keys": {"keys": "\n".join(f"k{number}: v" for number in range(15_000))},
    "many anchors": {"anchors": "\n".join(f"- &a{number} x" for number in range(25_000))},
    "many empty notes": {"empty": "---\n" * 50_000 + "a"},
}


@pytest.mark.parametrize("bombs", YAML_BOMBS.values(), ids=YAML_BOMBS.keys())
def test_yaml_bombs_are_answered_with_a_problem(bombs: Mapping[str, str], tmp_path: Path) -> None:
    notes = {f"content/events/{name}.yaml": bomb for name, bomb in bombs.items()}
    heads = {f"content/articles/{name}.md": f"---\n{bomb}\n---\n" for name, bomb in bombs.items()}
    write_tree(tmp_path, {"dateline.yaml": "title: Bombs\n", **notes, **heads})
    ended = dateline("check", "--format", "json", here=tmp_path, seconds=SECONDS)
    assert (ended.returncode, ended.stderr) == (1, "")
    told = {
        each["file"] for each in json.loads(ended.stdout)["problems"] if each["severity"] == "error"
    }
    assert notes.keys() <= told
    # Of an article only some keys can be wrong, and none has to be there.
    harmless = {f"content/articles/{name}.md" for name in ("line", "empty")}
    assert heads.keys() - harmless <= told


@pytest.mark.parametrize("form", ["text", "json"])
def test_many_mistakes_on_one_line_take_no_time(form: str, tmp_path: Path) -> None:
    note = f"title: A\ndate: 2031\ntags: [{'[], ' * 5_000}]\n"
    write_tree(tmp_path, {"dateline.yaml": "title: A\n", "content/events/one.yaml": note})
    ended = dateline("check", "--format", form, here=tmp_path, seconds=SECONDS)
    assert ended.returncode == 1
    assert len(ended.stdout) < 5_000_000


@pytest.mark.parametrize("bomb", [YAML_BOMBS["repeats"]["laughs"], YAML_BOMBS["depths"]["lists"]])
def test_yaml_bombs_in_the_settings_are_answered_with_a_problem(bomb: str, tmp_path: Path) -> None:
    project = write_tree(tmp_path / "project", {"dateline.yaml": bomb})
    ended = dateline("check", here=project, seconds=SECONDS)
    assert ended.returncode == 2, ended.stderr[-2000:]
    assert "Traceback" not in ended.stderr


MARKDOWN_BOMBS: Final[Mapping[str, tuple[str, ...]]] = {
    "brackets and links": (
        "[" * 50_000,
        "![" * 5_000,
        "[a" * 5_000,
        "(" * 8_000,
        "]" * 8_000,
        "[a](" * 2_500,
        "[" * 2_500 + "a" + "](b)" * 2_500,
        "[a]: " * 2_500 + "\n" + "[a]" * 2_500,
        "[a]: b\n" * 2_000 + "[a]\n" * 2_000,
        "<http://" * 2_000,
    ),
    "emphasis and code": (
        "*" * 50_000,
        "*a " * 5_000,
        "**a " * 4_000,
        "_a_" * 4_000,
        "*_a" * 4_000,
        "***a** b* " * 2_500,
        "`" * 8_000,
        "a".join("`" * count for count in range(300)),
        "`a" * 4_000,
        "~~~\n" * 2_500,
        "    a\n" * 2_000,
    ),
    "quotes and lists": (
        ">" * 8_000,
        "> " * 2_500 + "a",
        "\n".join("> " * (level % 60) + "a" for level in range(600)),
        "\n".join("  " * level + "- a" for level in range(300)),
        "- " * 5_000,
        "1. " * 4_000,
        "- a\n\n" * 1_500,
    ),
    "elements": (
        "<div>" * 2_500,
        "<a " * 4_000,
        "<a " + "a='b' " * 2_500,
        "<b>a</b>" * 2_000,
        "<div>\n\n" * 1_000,
        "</div>" * 2_500,
    ),
    "declarations": ("<!--" * 2_500, "<![CDATA[" * 2_500, "<?" * 5_000, "<!a " * 2_500),
    "signs": (
        "&" * 8_000,
        "&#" * 5_000,
        "|" * 8_000,
        "-" * 8_000,
        "\\" * 8_000,
        "a\n" + "=" * 8_000,
        "#" * 8_000,
        "a  \n" * 2_500,
        "# a\n" * 2_000,
        "a\n=\n" * 1_000,
    ),
    "blanks and words": (
        " " * 19_000 + "a",
        "\t" * 19_000 + "a",
        "\n" * 8_000 + "a",
        "\u00a0" * 19_000,
        "word " * 2_500,
        "word\n\n" * 2_500,
        "字" * 19_000,
        "a-\n" * 2_500,
    ),
    "marks": ("[@one]" * 2_000, "[@one " * 2_000, "[@" * 5_000, "[@one; " * 2_500 + "]"),
    "speech": ("“" * 8_000, "“a ‘b " * 2_000, "'a" * 4_000, "…" * 8_000, "… a b " * 2_000),
    "credits": (
        "(A B/" * 2_000,
        "A tram (" + "Ada Quill/" * 2_000 + "The Mirror)",
        "A tram is washed (Ada Quill/The Mirror" + " via " * 2_500 + "X)",
        "Photo: " * 2_500,
        "© Ada Quill " * 2_000,
        "^ " * 2_500,
        "A tram is washed (Ada Quill/The Mirror)\n\n" * 1_000,
    ),
    "letters": ("a" + "\u0301" * 8_000, "a\u00ad" * 5_000, "\u202e" * 8_000, "ﷺ" * 2_500),
}


def _bombed(bombs: tuple[str, ...]) -> dict[str, str]:
    """Give a project with bombs wherever somebody else's long text can stand."""
    files = {
        "dateline.yaml": "title: Bombs\nquotes: warn\n",
        "content/articles/one.md": "---\ntitle: One\npublished: 2031-04-01\n---\nSome words.\n",
    }
    for at, bomb in enumerate(bombs):
        block = "".join(f"    {line}\n" for line in bomb.split("\n"))
        head = f"title: One\ndate: 2031-04-01\nsources:\n  - article: text-{at}\n    quote: "
        front = "---\ntitle: One\npublished: 2031-04-01\nrights: full\n---\n"
        files |= {
            f"content/events/read-{at}.yaml": f"{head}Some words\nsummary: |2\n{block}"
            f"body: |2\n{block}",
            f"content/events/quoted-{at}.yaml": f"{head}|2\n{block.replace('    ', '      ')}",
            f"content/events/sought-{at}.yaml": f"{head}Words that nobody wrote into that text\n",
            f"content/articles/marked-{at}.md": f"{front}Some words.\n\n{bomb}\n",
            f"content/articles/text-{at}.txt": f"{bomb}\n\nSome words.\n\n{bomb}\n",
            f"content/pages/page-{at}.md": f"{bomb}\n",
        }
    return files


@pytest.mark.parametrize("bombs", MARKDOWN_BOMBS.values(), ids=MARKDOWN_BOMBS.keys())
def test_long_texts_of_odd_signs_take_no_time(bombs: tuple[str, ...], tmp_path: Path) -> None:
    project = write_tree(tmp_path / "project", _bombed(bombs))
    ended = dateline("build", here=project, seconds=SECONDS)
    assert "Traceback" not in ended.stderr
    assert ended.returncode in (0, 1), ended.stderr[-2000:]
    if ended.returncode == 0:
        assert_inert(files_of(project / "site"))


# -------------------------------------------------------------------------------- names, paths

IDS: Final = (
    "..", ".", "../x", "../../x", "/x", "a/b", "a\\b", "index", "con", "NUL", "com1", "A", "é",
    "한", "a b", "a_b", "-a", "a-", "a--b", "a.html", "%2e%2e", "x" * 201, "<b>", "a\u202eb", "~",
)  # fmt: skip


def test_ids_that_are_no_words_are_refused(tmp_path: Path) -> None:
    files = {"dateline.yaml": "title: Ids\n"}
    for at, name in enumerate(IDS):
        held = _double_quoted(name)
        files |= {
            f"content/articles/article-{at}.md": f"---\nid: {held}\ntitle: One\n---\nWords.\n",
            f"content/events/event-{at}.yaml": f"id: {held}\ntitle: One\ndate: 2031\n",
            f"content/events/alias-{at}.yaml": f"title: Two\ndate: 2031\naliases: [{held}]\n",
        }
    report = built(write_tree(tmp_path / "project", files))
    told = {each.position.file for each in report.problems if each.code == "bad-id"}
    assert files.keys() - told == {"dateline.yaml"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project"]
    assert not (tmp_path / "project/site").exists()


def test_file_names_that_are_no_ids_are_refused(tmp_path: Path) -> None:
    names = ("index", "con", "NUL", "Ü", "a b", "a_b", "aux.x", "x.", "a'b", "🕯️")
    files = {f"content/events/{name}.yaml": "title: One\ndate: 2031\n" for name in names}
    files |= {f"content/articles/{name}.md": "Words.\n" for name in names}
    write_tree(tmp_path / "project", {"dateline.yaml": "title: Names\n", **files})
    report = built(tmp_path / "project")
    told = {each.position.file for each in report.problems if each.code == "bad-id"}
    assert files.keys() - told == set()


LABELS: Final = (
    "..", ".", "/", "//", "../../x", "a/b", "a\\b", "index", "INDEX", "con", "Con", "nul.html",
    "!!!", "   ", "%2e%2e%2f", "?", "#", "a?b#c", "x" * 300, "한" * 100, "é", "e\u0301", "É", "ß",
    "SS", "ﬁ", "\u202e", "-", "--", "a-b", "a b", "a  b", "~", "<b>", "C:", "a:b", "*", '"', "|",
    "…", "💧", "١",
)  # fmt: skip


def test_labels_of_any_signs_have_pages_of_their_own(tmp_path: Path) -> None:
    listed = ", ".join(_double_quoted(each) for each in LABELS)
    places = "".join(
        f"- id: place-{number}\n  title: Place {number}\n  date: 2031\n"
        f"  place: {_double_quoted(each)}\n"
        for number, each in enumerate(LABELS)
        if each.strip()
    )
    articles = {
        f"content/articles/a{number}.md": f"---\ntitle: Article {number}\n"
        f"publication: {_double_quoted(each)}\npublished: 2031\n---\nWords.\n"
        for number, each in enumerate(LABELS)
    }
    cited = ", ".join(f"a{number}" for number in range(len(LABELS)))
    files = {
        "dateline.yaml": "title: Labels\nurl: https://hostile.example.org/\n",
        "content/events/one.yaml": f"title: One\ndate: 2031\ntags: [{listed}]\n"
        f"people: [{listed}]\nsources: [{cited}]\n",
        "content/events/places.yaml": places,
        **articles,
    }
    report = built(write_tree(tmp_path / "project", files))
    assert report.is_written, _told(report.problems)
    site = files_of(tmp_path / "project/site")
    assert_inert(site)
    for folder in ("tags", "people", "places", "publications"):
        names = [path.split("/")[1] for path in site if path.startswith(f"{folder}/")]
        assert len({name.casefold() for name in names}) == len(names) > 25
        assert max(len(name.encode()) for name in names) < 100
        listed_pages = pages_of(site)[f"{folder}/index.html"].first("main").all("a")
        assert len({each.attributes["href"] for each in listed_pages}) == len(names) - 1


def test_pictures_come_from_their_folder_or_not_at_all(tmp_path: Path) -> None:
    images = (
        "../../dateline.yaml", "../articles/one.md", "/etc/passwd", "..\\..\\x",
        "https://evil.example/x.png", "//evil.example/x.png", "javascript:alert(1)",
        "data:image/png;base64,x", "a/../../../x", "./one.png", "one.png/", "ONE.PNG", "%2e%2e/x",
    )  # fmt: skip
    files = {"dateline.yaml": "title: Pictures\n", "content/photos/one.png": "no picture"}
    for at, image in enumerate(images):
        photo = f"photos:\n  - caption: A tram\n    image: {_double_quoted(image)}\n"
        files |= {
            f"content/articles/a-{at}.md": f"---\ntitle: One\n{photo}---\nWords.",
            f"content/events/e-{at}.yaml": f"title: One\ndate: 2031\n{photo}",
        }
    report = built(write_tree(tmp_path / "project", files))
    told = {each.position.file for each in report.problems if each.code == "unknown-image"}
    assert files.keys() - told == {"dateline.yaml", "content/photos/one.png"}
    assert not report.is_written


def test_style_sheets_and_menus_name_files_of_the_site(tmp_path: Path) -> None:
    names = (
        "../x", "../../etc/passwd", "/etc/passwd", "https://evil.example/x.css", "//evil.example/x",
        "javascript:alert(1)", "data:text/css,x", "a\\b", "x.css' onload='alert(1)",
    )  # fmt: skip
    listed = ", ".join(map(_double_quoted, names))
    files = {
        "dateline.yaml": f"title: Names\nstylesheets: [{listed}]\nmenu: [{listed}]\n",
        "content/events/one.yaml": "title: One\ndate: 2031\n",
    }
    report = built(write_tree(tmp_path / "project", files))
    assert [each.code for each in report.problems].count("broken-link") == 2 * len(names)
    assert not report.is_written


@pytest.mark.parametrize("key", ["content", "templates"])
@pytest.mark.parametrize("value", ["..", "../x", "/etc", "a/../../b", "C:\\x", "..\\x"])
def test_folders_of_the_settings_stay_inside_the_project(
    key: str, value: str, tmp_path: Path
) -> None:
    settings = f"title: Folders\n{key}: {_double_quoted(value)}\n"
    report = built(write_tree(tmp_path / "project", {"dateline.yaml": settings}))
    assert [each.code for each in report.problems] == ["outside-project"]


def test_static_files_take_no_place_of_another_file(tmp_path: Path) -> None:
    names = (
        "index.html", "events/one.html", "assets/dateline.css", "build-manifest.json",
        "robots.txt", "feed.xml", "sitemap.xml", "-/x.js", "con", "aux.txt", "tags/index.html",
        "404.html", "method.HTML", "2031.html", "sources/index.html/x",
    )  # fmt: skip
    files = {f"content/static/{name}": "mine" for name in names}
    settings = "title: Static\nurl: https://hostile.example.org/\n"
    note = "title: One\ndate: 2031\ntags: [a]\n"
    write_tree(tmp_path / "project", {"dateline.yaml": settings, "content/events/one.yaml": note})
    report = built(write_tree(tmp_path / "project", files))
    told = {f"{each.message} {each.position.file}" for each in report.problems}
    untold = [name for name in names if not any(name in text for text in told)]
    assert untold == []
    assert not report.is_written


PLACES: Final = (
    "index", "404", "tags/index", "events/one", "2031", "corrections", "con", "search", "undated",
    "sources/index", "build-manifest.json", "assets/x", "-/x", "photos/one",
)  # fmt: skip


@pytest.mark.parametrize("page", PLACES)
def test_text_pages_take_no_place_of_another_page(page: str, tmp_path: Path) -> None:
    files = {
        "dateline.yaml": "title: Pages\n",
        "content/events/one.yaml": "title: One\ndate: 2031\ntags: [a]\ncorrections:\n"
        "  - date: 2031-02-01\n    text: Mended\n",
        "content/events/two.yaml": "title: Two\ndate: XXXX\n",
    }
    before, _ = planned(write_tree(tmp_path, files))
    after, problems = planned(write_tree(tmp_path, {f"content/pages/{page}.md": "Mine.\n"}))
    paths = [each.path for each in after.pages]
    # It is refused, has an address of its own, or is the text above the list of that name.
    if not has_errors(problems):
        assert len(paths) == len(set(paths))
        assert {*paths} - {each.path for each in before.pages} <= {f"{page}.html"}
        assert_named_well(f"{page}.html")


def test_links_out_of_the_project_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    write_tree(secret, {"one.md": "---\ntitle: Secret\n---\nzqsecret", "x.css": "zqsecret"})
    project = write_tree(
        tmp_path / "project",
        {
            "dateline.yaml": "title: Links\n",
            "content/events/one.yaml": "title: One\ndate: 2031\n",
            "content/articles/two.md": "---\ntitle: Two\npublished: 2031\n---\nWords.\n",
        },
    )
    for name in ("static", "photos", "pages"):
        (project / "content" / name).mkdir()
    links = {
        "content/articles/one.md": secret / "one.md",
        "content/static/x.css": secret / "x.css",
        "content/static/loop": project / "content",
        "content/photos/x.png": Path("/etc/passwd"),
        "content/pages/one.md": secret / "nothing.md",
        "templates": secret,
    }
    for path, goal in links.items():
        os.symlink(goal, project / path)
    report = built(project)
    told = {each.position.file for each in report.problems if each.code == "outside-project"}
    assert told >= set(links) - {"templates"}
    assert not report.is_written


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_pipes_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    project = write_tree(tmp_path / "project", {"dateline.yaml": "title: Pipes\n"})
    for path in ("events/one.yaml", "articles/one.md", "static/one.css"):
        (project / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(project / "content" / path)
    ended = dateline("check", here=project, seconds=SECONDS)
    assert ended.returncode == 1
    assert ended.stdout.count("error[unreadable]") == 3, ended.stdout


def test_nothing_is_written_beside_the_output_folder(tmp_path: Path) -> None:
    project = write_tree(tmp_path / "project", _project("../../../x"))
    before = set(_names(tmp_path))
    built(project)
    made = set(_names(tmp_path)) - before
    assert made
    assert all(name.startswith(("project/site", "project/.dateline")) for name in made)


def _names(folder: Path) -> Iterator[str]:
    return (path.relative_to(folder).as_posix() for path in folder.rglob("*"))
