"""Canaries: what must not be published stands in no byte and no name of any file of a site.

Every withheld text of the project below holds a word that occurs nowhere else. A word is looked
for without regard to capitals, so neither a slug nor a folded form can hide it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from conftest import TODAY, unheard, write_tree
from sites import built, files_of, pages_of

from builder.build import Options, check
from builder.fields import Field
from builder.fields.tables import ARTICLE, EVENT, PAGE, SETTINGS
from builder.problems import Problem
from builder.problems.printing import as_github, as_json, as_text

PICTURE: Final = b"\x89PNG\r\n\x1a\n canary zqpicturebytes"

PUBLIC: Final[Mapping[str, str | bytes]] = {
    "dateline.yaml": """\
title: Quarry
url: https://quarry.example.org/
menu: [about]
redact: [zqredacted]
redact_file: zqredactfile.txt
""",
    "zqredactfile.txt": "zqredactedtoo\n",
    "content/pages/about.md": "---\nnote: zqpagenote\n---\nAbout the quarry.\n",
    "content/pages/zqpageid.md": "---\ntitle: zqpagetitle\ndraft: true\n---\nzqpagebody\n",
    "content/pages/tags/rock.md": "---\ndraft: true\n---\nzqtagbody\n",
    "content/articles/mirror-0501.md": """\
---
title: Quarry falls silent
publication: The Mirror
published: 2031-05-02
note: zqarticlenote
photos:
  - caption: A crane over the pit
    credit: Ada Quill/The Mirror
    image: zqwithoutrights.png
---
zqunquotedfirst stands in a sentence that nobody cites.

The quarry fell silent on Thursday. zqunquotedsecond follows in the same paragraph.

“We had no powder left,” said Bo Hallam, zqunquotedthird. “None at all.”

Workers leave the pit by the north ramp (Ada Quill/The Mirror)
""",
    "content/articles/pasted.txt": """\
---
title: The quarry, pasted
published: 2031-05-03
---
zqpastedfirst is nobody's business.

The powder came back on Friday, in a single cart.

zqpastedlast closes the text.
""",
    "content/articles/zqsecretarticle.txt": """\
---
title: zqsecrettitle
published: 2031-05-03
access: secret
---
Nobody had paid for the powder. zqsecretlast closes the text.
""",
    "content/events/silent.yaml": """\
title: The quarry falls silent
date: 2031-05-01
place: { name: Upper Quarry, lat: 33.3333333, lon: 44.4444444, shown: region }
tags: [rock]
summary: It is quiet. [@mirror-0501]
sources:
  - article: mirror-0501
    quote: The quarry fell silent on Thursday
    note: zqcitationnote
  - article: mirror-0501
    quote: We had no powder left … None at all
    speaker: Bo Hallam
  - article: pasted
    quote: The powder came back on Friday
  - article: zqsecretarticle
    quote: Nobody had paid for the powder
    publish_quote: true
accounts:
  - question: Was there powder?
    versions:
      - article: mirror-0501
        quote: We had no powder left
        note: zqversionnote
related: [zqdraftid, zqembargoid]
note: zqeventnote
""",
}

WITHHELD: Final[Mapping[str, str | bytes]] = {
    "content/articles/zqdraftarticle.md": """\
---
title: zqdraftarticletitle
publication: zqdraftpublication
authors: [zqdraftauthor]
agency: [zqdraftagency]
published: 2031-05-04
url: https://zqdrafthost.example/zqdraftpath
captures:
  - https://web.archive.org/web/20310504000000/https://zqdrafthost.example/zqcapture
note: zqdraftarticlenote
draft: true
rights: full
photos:
  - caption: zqdraftphoto
    credit: Zqdraft Credit/The Mirror
    image: zqdraftimage.png
    rights: Own work
    alt: zqdraftalt
---
zqdrafttext was written and never printed.

A cart is unloaded at the gate zqdraftcaption (Zqdraft Creator/Zqdraft Pictures)

Workers leave the pit by the NORTH ramp (Ada Quill/The Mirror)
""",
    "content/events/zqdraftid.yaml": """\
title: zqdrafttitle
date: 2031-04-30
date_basis: zqdraftbasis
date_written: zqdraftwritten
place: { name: zqdraftplace, lat: 11.1111, lon: 22.2222 }
people: [zqdraftperson]
tags: [zqdrafttag, Rock]
group: zqdraftgroup
summary: zqdraftsummary [@zqdraftarticle]
body: zqdraftbody
draft: true
sources:
  - article: zqdraftarticle
    quote: was written and never printed
    captions: all
  - article: mirror-0501
    quote: The quarry fell silent on Thursday
    translation: zqdrafttranslation
    speaker: zqdraftspeaker
    locator: zqdraftlocator
  - article: mirror-0501
    quote: said Bo Hallam, zqunquotedthird
accounts:
  - question: zqdraftquestion
    versions:
      - article: mirror-0501
        value: zqdraftvalue
photos:
  - article: mirror-0501
    caption: Workers leave the pit
    image: zqdraftchosen.png
    rights: Own work
    alt: zqdraftchosenalt
  - caption: zqdraftownphoto
    credit: Zqown Credit
aliases: [zqdraftalias]
corrections:
  - date: 2031-05-05
    text: zqdraftcorrection
added: 2031-05-29
""",
    "content/events/zqembargo.yaml": """\
id: zqembargoid
title: zqembargotitle
date: 2031-05-06
tags: [zqembargotag]
summary: zqembargosummary [@pasted]
embargo: 2031-06-02
sources:
  - article: pasted
    quote: The powder came back on Friday, in a single cart
""",
    "content/photos/zqwithoutrights.png": PICTURE,
    "content/photos/zqdraftimage.png": PICTURE,
    "content/photos/zqdraftchosen.png": PICTURE,
    "content/photos/zqnevernamed.png": PICTURE,
}

CANARY: Final = re.compile("zq[a-z]+")
CANARIES: Final = frozenset(
    word
    for path, content in {**PUBLIC, **WITHHELD}.items()
    for text in (path, content if isinstance(content, str) else content.decode("latin-1"))
    for word in CANARY.findall(text.lower())
)


@pytest.fixture
def quarry(tmp_path: Path) -> Path:
    """Give the project with everything that must not be published."""
    return write_tree(tmp_path / "zqfolder", {**PUBLIC, **WITHHELD})


def found_in(site: Mapping[str, bytes]) -> set[str]:
    """Give the canaries in the bytes and names of files."""
    text = "\n".join(f"{path}\n{data.decode('latin-1')}" for path, data in site.items())
    return set(CANARY.findall(text.lower()))


def test_the_project_holds_the_canaries_it_should() -> None:
    assert len(CANARIES) > 55


# ---------------------------------------------------------------------------- the output


def test_nothing_withheld_is_in_any_byte_of_the_site(quarry: Path) -> None:
    report = built(quarry)
    assert report.is_written, report.problems
    site = files_of(quarry / "site")
    assert {"feed.xml", "sitemap.xml", "build-manifest.json"} <= site.keys()
    assert found_in(site) == set()


def test_nothing_else_in_the_output_folder_tells_it(quarry: Path) -> None:
    built(quarry, drafts=True)
    built(quarry)
    everything = files_of(quarry / "site")
    names = [path.relative_to(quarry / "site").as_posix() for path in (quarry / "site").rglob("*")]
    assert found_in(everything) == set()
    assert not CANARY.search("\n".join(names))


def test_what_is_public_is_there(quarry: Path) -> None:
    built(quarry)
    pages = pages_of(files_of(quarry / "site"))
    event = pages["events/silent.html"].first("main").words()
    assert "The quarry fell silent on Thursday" in event
    assert "Workers leave the pit by the north ramp" in event
    assert "A crane over the pit" in event
    source = pages["sources/mirror-0501.html"].first("main").words()
    assert "We had no powder left" in source


def test_no_coordinate_of_a_draft_is_told(quarry: Path) -> None:
    built(quarry)
    assert not any(b"11.1111" in data for data in files_of(quarry / "site").values())


def test_no_coordinate_is_told_more_closely_than_it_may_be_shown(quarry: Path) -> None:
    built(quarry)
    site = files_of(quarry / "site")
    assert b"33.3, 44.4" in site["events/silent.html"]
    assert not any(b"33.33" in data or b"44.44" in data for data in site.values())


def test_no_page_tells_which_private_keys_are_written(quarry: Path) -> None:
    """What they say is a word of the notation, which no other text here holds."""
    built(quarry)
    site = files_of(quarry / "site")
    assert b"Nobody had paid for the powder" in site["events/silent.html"]
    for word in (b"region", b"secret", b"publish_quote", b"redact", b"embargo"):
        pages = {path for path, data in site.items() if path[:6] != "assets" and word in data}
        assert pages == set(), word


def test_what_an_elided_quotation_leaves_out_stays_out(quarry: Path) -> None:
    built(quarry)
    site = files_of(quarry / "site")
    assert not any(b"said Bo Hallam" in data for data in site.values())


def test_a_feed_entry_knows_nothing_that_is_withheld(quarry: Path) -> None:
    built(quarry)
    feed = files_of(quarry / "site")["feed.xml"].decode()
    assert feed.count("<entry>") == 1
    # The draft was added on a later day, and the feed is dated by what is public.
    assert "2031-05-29" not in feed


def test_no_path_of_this_machine_is_told(quarry: Path) -> None:
    built(quarry)
    for path, data in files_of(quarry / "site").items():
        for told in (str(quarry), quarry.name, str(Path.home()), "content/articles"):
            assert told.encode() not in data or told == "/", f"{told} in {path}"


def test_an_embargo_ends_on_its_day(quarry: Path) -> None:
    built(quarry, today=(2031, 6, 1))
    assert found_in(files_of(quarry / "site")) == set()
    built(quarry, today=(2031, 6, 2))
    site = files_of(quarry / "site")
    assert found_in(site) == {"zqembargoid", "zqembargotitle", "zqembargotag", "zqembargosummary"}
    assert "events/zqembargoid.html" in site
    page = pages_of(site)["events/silent.html"].first("main").words()
    assert "zqembargotitle" in page


def test_an_embargo_whose_day_is_not_known_has_not_ended(quarry: Path) -> None:
    note = quarry / "content/events/zqembargo.yaml"
    text = note.read_text()
    for embargo in ("2031", "2031-06", "XXXX", "2031-06-02/..", "../2031-12-31"):
        note.write_text(text.replace("embargo: 2031-06-02", f"embargo: {embargo}"))
        report = built(quarry, today=(2030, 12, 31))
        if report.is_written:
            assert found_in(files_of(quarry / "site")) == set(), embargo


# ------------------------------------------------------------------------------- previews

PRIVATE: Final = {word for word in CANARIES if word.endswith("note")}


def test_with_drafts_they_appear_and_every_page_says_so(quarry: Path) -> None:
    assert built(quarry, drafts=True).is_written
    site = files_of(quarry / "site")
    assert {"events/zqdraftid.html", "events/zqembargoid.html", "zqpageid.html"} <= site.keys()
    assert "sources/zqdraftarticle.html" in site
    for path, page in pages_of(site).items():
        header = page.first("header").words().lower()
        assert "not published" in header or "not for publication" in header, path
    draft = pages_of(site)["events/zqdraftid.html"].first("main").words().lower()
    assert {"zqdrafttitle", "zqdraftsummary", "zqdraftbody", "zqdraftcorrection"} <= set(
        CANARY.findall(draft)
    )


def test_a_private_remark_is_private_with_drafts_too(quarry: Path) -> None:
    built(quarry, drafts=True)
    found = found_in(files_of(quarry / "site"))
    assert len(PRIVATE) == 6
    assert found & PRIVATE == set()
    assert found & {"zqunquotedfirst", "zqpastedfirst", "zqpastedlast", "zqwithoutrights"} == set()


def test_a_build_without_drafts_takes_them_away_again(quarry: Path) -> None:
    built(quarry)
    without = files_of(quarry / "site")
    built(quarry, drafts=True)
    assert files_of(quarry / "site") != without
    built(quarry)
    assert files_of(quarry / "site") == without


# ------------------------------------------------------------------ every private key there is


def _private(fields: tuple[Field, ...]) -> set[str]:
    return {each.name for each in fields if each.is_private}.union(
        *(_private(each.fields) for each in fields)
    )


def test_every_key_declared_private_has_a_canary_here() -> None:
    assert _private(EVENT) == {"draft", "embargo", "note", "publish_quote", "shown"}
    assert _private(ARTICLE) == {"access", "draft", "note"}
    assert _private(PAGE) == {"draft", "note"}
    assert _private(SETTINGS) == {"redact", "redact_file"}


# ---------------------------------------------------------------- links to what is withheld


@pytest.mark.parametrize(
    "address",
    [
        "events/zqdraftid.html",
        "events/zqembargoid.html",
        "sources/zqdraftarticle.html",
        "zqpageid.html",
        "photos/zqdraftimage.png",
    ],
)
def test_a_link_to_what_is_withheld_is_reported(quarry: Path, address: str) -> None:
    note = quarry / "content/events/silent.yaml"
    text = note.read_text().replace("related: [zqdraftid, zqembargoid]\n", "")
    note.write_text(f"{text}body: See [there]({address}).\n")
    report = built(quarry)
    told = {each.code for each in report.problems if "silent.yaml" in each.position.file}
    assert told & {"broken-link", "related-draft"}
    if report.is_written:
        assert found_in(files_of(quarry / "site")).isdisjoint(CANARY.findall(address))


LEANINGS: Final[Mapping[str, str]] = {
    "a mark": "body: Words. [@zqdraftarticle]\n",
    "a source": "sources: [zqdraftarticle]\n",
    "an account": "accounts:\n  - question: Who?\n    versions:\n      - article: zqdraftarticle\n"
    "        value: nobody\n",
    "a caption": "photos:\n  - article: zqdraftarticle\n    caption: A cart is unloaded\n",
}


@pytest.mark.parametrize("embargo", ["", "embargo: 2031-05-31\n"], ids=["public", "ended embargo"])
@pytest.mark.parametrize("leaning", LEANINGS.values(), ids=LEANINGS.keys())
def test_what_leans_on_a_draft_stops_the_build(quarry: Path, leaning: str, embargo: str) -> None:
    note = f"title: Leaning\ndate: 2031-05-01\n{embargo}{leaning}"
    report = built(write_tree(quarry, {"content/events/leaning.yaml": note}))
    assert ("cites-draft", "content/events/leaning.yaml") in {
        (each.code, each.position.file) for each in report.problems
    }
    assert not report.is_written


@pytest.mark.parametrize("leaning", LEANINGS.values(), ids=LEANINGS.keys())
def test_a_draft_may_lean_on_a_draft(quarry: Path, leaning: str) -> None:
    note = f"title: Leaning\ndate: 2031-05-01\ndraft: true\n{leaning}"
    report = built(write_tree(quarry, {"content/events/leaning.yaml": note}))
    assert report.is_written, report.problems
    assert built(quarry, drafts=True).is_written


# ------------------------------------------------------------------- what public logs tell

LOUD: Final[Mapping[str, str]] = {
    # Every way in which a mistake could repeat an article's words.
    "content/articles/guessed.txt": """\
 date 2031-05-07 zqguessedfirst opened the text that a curator pasted.

And zqguessedsecond went on.
""",
    "content/articles/headline.txt": """\
---
draft: true
---
Zqguessedtitle of a draft that nobody has seen

The first paragraph of it is longer than its title, and holds zqguessedthird as well.
""",
    "content/articles/changed.md": """\
---
title: Changed
published: 2031-05-08
sha256: 0000000000000000000000000000000000000000000000000000000000000000
---
zqchangedtext is not what it was.

A lamp is carried down zqchangedcaption (Ada Quill/The Mirror)

A lamp is carried up zqchangedother (Ada Quill/The Mirror)
""",
    "content/events/mistakes.yaml": """\
title: Mistakes
date: 2031-05-01
sources:
  - article: mirror-0501
    quote: The quarry fell not silent on Thursday. zqunquoted follows in the paragraph
  - article: mirror-0501
    quote: zqunquotedfirst stands in a sentence which somebody cites
  - article: mirror-0501
    quote: None of these words are anywhere in that text, not a single one of them
  - article: mirror-0501
    quote: The quarry fell silent … follows in the same
    paragraph: 9
  - article: mirror-0501
    quote: The quarry fell silent … said Bo Hallam
    prefix: nobody cites
  - article: pasted
    quote: “We had no powder left,” said Bo Hallam
  - article: pasted
    quote: The powder came báck on Friday, in a single cárt
  - article: denies
    quote: the words of the foreman who … say zqdenied aloud
  - article: guessed
    quote: opened the texts that a curator posted
photos:
  - article: changed
    caption: A lamp is carried
  - article: changed
    caption: Nothing begins like this
""",
    "content/articles/denies.md": """\
---
title: Denies
published: 2031-05-09
---
These are the words of the foreman who did not say zqdenied aloud in the shed.
""",
}


@pytest.fixture
def mistaken(quarry: Path) -> tuple[Problem, ...]:
    """Give the problems of a project with mistakes in its quotations and captions."""
    write_tree(quarry, LOUD)
    return check(quarry, Options(today=TODAY, drafts=True), unheard).problems


ARTICLES_WORDS: Final = {
    "zqunquotedfirst", "zqunquotedsecond", "zqunquotedthird", "zqpastedfirst", "zqpastedlast",
    "zqguessedfirst", "zqguessedsecond", "zqguessedtitle", "zqguessedthird",
    "zqchangedtext", "zqchangedcaption", "zqchangedother", "zqdenied",
}  # fmt: skip
PHRASES: Final = (
    "follows in the same", "nobody cites", "did not", "opened the text that", "a lamp is carried",
    "The powder came back on Friday", "had no powder",
)  # fmt: skip


def test_the_mistakes_are_of_many_kinds(mistaken: tuple[Problem, ...]) -> None:
    assert {
        "quote-near-miss", "quote-not-found", "quote-accents", "unknown-caption", "text-changed",
        "guessed-title", "guessed-date",
    } <= {each.code for each in mistaken}  # fmt: skip
    on_terminal = as_text(mistaken, colour=False, verbose=True)
    assert "zqunquotedsecond" in on_terminal


def _telling(told: str) -> list[str]:
    """Give the lines that repeat words of an article."""
    words = [*sorted(ARTICLES_WORDS), *map(str.lower, PHRASES)]
    return [line for line in told.split("\n") if any(word in line.lower() for word in words)]


def test_annotations_repeat_no_words_of_an_article(mistaken: tuple[Problem, ...]) -> None:
    told = as_github(mistaken)
    assert told.count("\n") >= 10
    assert _telling(told) == []


def test_no_form_without_extracts_repeats_words_of_an_article(
    mistaken: tuple[Problem, ...],
) -> None:
    assert _telling(as_text(mistaken, colour=False, verbose=True, extracts=False)) == []
    assert _telling(as_json(mistaken, extracts=False)) == []
