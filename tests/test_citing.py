"""Citations after Chicago notes: what each kind of source is cited as, and laws that all keep.

The expected texts are those of `chicago-notes-bibliography`, 18th edition, in US English, as a
citation processor gives them; letters and documents of an archive follow the manual's own form.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from conftest import planned, write_tree
from hypothesis import given
from hypothesis import strategies as st

from builder.citing import CitePiece, holding, note
from builder.kinds import KIND_NAMES
from builder.markdown import NO_TEXT
from builder.model.pages import SourcePage
from builder.model.timeline import PublicSource

URL: Final = "https://example.org/a"
A_SOURCE: Final = PublicSource(
    id="a",
    kind="article",
    title="",
    title_is_found=False,
    publication="",
    authors=(),
    recipient="",
    agencies=(),
    published=None,
    published_is_found=False,
    written=None,
    updated=None,
    url="",
    language="",
    dateline_place="",
    page="",
    held_by="",
    collection="",
    box="",
    folder="",
    item="",
    via="",
    captures=(),
    accessed=None,
    aliases=(),
    text_digest="",
    pages=(),
    text_html=NO_TEXT,
    passages=(),
    photos=(),
    cited_by=(),
    is_draft=False,
)


def cited(kind: str, *, title: str = "", date: str = "", **keys: Any) -> str:
    """Give the note as one text; titles of whole works stand between stars."""
    source = replace(A_SOURCE, kind=kind, **keys)
    pieces = note(source, title=title, date=date, year=date[-4:])
    return "".join(f"*{text}*" if is_title else text for text, is_title in pieces)


class Cited(NamedTuple):
    """An article's keys, and the note that cites it."""

    keys: str
    note: str


TABLE: Final = (
    Cited(
        "title: Lock Gate Jams\npublication: Saltmere Beacon\nauthors: [Ada Quill]\n"
        f"published: 2025-04-03\nurl: {URL}",
        f"Ada Quill, “Lock Gate Jams,” *Saltmere Beacon*, April 3, 2025, {URL}.",
    ),
    Cited(
        f"title: Lock Gate Jams\npublication: Saltmere Beacon\npublished: 2025-04-03\nurl: {URL}",
        f"“Lock Gate Jams,” *Saltmere Beacon*, April 3, 2025, {URL}.",
    ),
    Cited(
        "kind: web\ntitle: How the Lock Works\npublication: Canal Trust\nauthors: [Canal Trust]\n"
        f"published: 2024-05\nurl: {URL}",
        # A body that is its own publisher is named once.
        f"Canal Trust, “How the Lock Works,” May 2024, {URL}.",
    ),
    Cited(
        "kind: web\ntitle: How the Lock Works\npublication: Canal Trust\nauthors: [Ada Quill]\n"
        f"published: 2024-05\nurl: {URL}",
        f"Ada Quill, “How the Lock Works,” Canal Trust, May 2024, {URL}.",
    ),
    Cited(
        "kind: report\ntitle: Report on the Gates\npublication: River Board\n"
        f"authors: [River Board]\npublished: 2023-06-01\nurl: {URL}",
        f"River Board, *Report on the Gates* (River Board, 2023), {URL}.",
    ),
    Cited(
        "kind: book\ntitle: The Saltmere Canal\npublication: Quay Press\n"
        "authors: [Tomas Arkwell, Ines Holloway]\npublished: 1998",
        "Tomas Arkwell and Ines Holloway, *The Saltmere Canal* (Quay Press, 1998).",
    ),
    Cited(
        "kind: book\ntitle: The Saltmere Canal\npublication: Quay Press\n"
        "authors: [Tomas Arkwell, Ines Holloway, Bo Hallam]\npublished: 1998\npage: 14",
        "Tomas Arkwell, Ines Holloway, and Bo Hallam, *The Saltmere Canal* (Quay Press, 1998),"
        " p. 14.",
    ),
    Cited(
        "kind: letter\nauthors: [Mara Tennick]\nrecipient: Edith Rumsen\nwritten: 1917-03-03\n"
        "box: 3\nfolder: 2\ncollection: Tennick Papers\nheld_by: Saltmere Museum",
        "Mara Tennick to Edith Rumsen, March 3, 1917, box 3, folder 2, Tennick Papers,"
        " Saltmere Museum.",
    ),
    Cited(
        "kind: letter\nrecipient: Edith Rumsen\nwritten: 1917-03-03\nheld_by: Saltmere Museum",
        "letter to Edith Rumsen, March 3, 1917, Saltmere Museum.",
    ),
    Cited("kind: letter\nwritten: 1917\nheld_by: X\npage: 3", "letter, 1917, p. 3, X."),
    Cited(
        "kind: court-file\ntitle: Depositions in the Matter of the Lock\nwritten: 1921-06-01\n"
        "box: 12\nitem: 7\ncollection: Quarter Sessions\nheld_by: County Record Office",
        "“Depositions in the Matter of the Lock,” June 1, 1921, box 12, item 7, Quarter Sessions,"
        " County Record Office.",
    ),
    Cited(
        "kind: interview\nauthors: [Bo Hallam]\nrecipient: Ada Quill\nwritten: 1987-11-20\n"
        "collection: Oral History Collection\nheld_by: Saltmere Museum",
        "Bo Hallam, interview by Ada Quill, November 20, 1987, Oral History Collection,"
        " Saltmere Museum.",
    ),
    Cited(
        "kind: interview\nauthors: [Bo Hallam]\npublished: 1987-11-20\npublication: Lock Radio",
        "Bo Hallam, interview, *Lock Radio*, November 20, 1987.",
    ),
    Cited(
        "kind: post\ntitle: The gate is open!\nauthors: [Bo Hallam]\npublication: Chirper\n"
        f"published: 2025-04-05\nurl: {URL}",
        f"Bo Hallam, “The gate is open!,” Chirper, April 5, 2025, {URL}.",
    ),
    Cited(
        "kind: image\ntitle: The Gate in Winter\nauthors: [Tomas Arkwell]\nwritten: 1910\n"
        "item: P/114\nheld_by: Saltmere Museum",
        "Tomas Arkwell, *The Gate in Winter*, 1910, P/114, Saltmere Museum.",
    ),
    Cited(
        "kind: dataset\ntitle: Passages through the Lock\nauthors: [Ada Quill]\n"
        f"publication: River Board Data\npublished: 2025-01\nurl: {URL}",
        f"Ada Quill, “Passages through the Lock,” River Board Data, January 2025, {URL}.",
    ),
    Cited(
        "kind: video\ntitle: The Gate Opens\npublication: Lock Television\npublished: 2025-04-05",
        "“The Gate Opens,” *Lock Television*, April 5, 2025.",
    ),
    Cited(
        "kind: statement\ntitle: On the Gate\nauthors: [Canal Trust]\npublished: 2025-04-05",
        "Canal Trust, “On the Gate,” April 5, 2025.",
    ),
    Cited("title: Is it shut?\npublication: Beacon", "“Is it shut?,” *Beacon*."),
    Cited("title: Is it shut?", "“Is it shut?”"),
    Cited("kind: book\ntitle: Shut!", "*Shut!*"),
    Cited(
        "title: Lock Gate Jams\npublication: Beacon\npage: 3", "“Lock Gate Jams,” *Beacon*, p. 3."
    ),
)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.note)
def test_a_source_is_cited_as_the_style_says(row: Cited, tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            "dateline.yaml": "title: Lock\nlanguage: en-US\n",
            "content/articles/a.md": f"---\n{row.keys}\n---\nWords.\n",
        },
    )
    found, _ = planned(tmp_path)
    view = next(page.view for page in found.pages if page.path == "sources/a.html")
    assert isinstance(view, SourcePage)
    said = "".join(f"*{text}*" if is_title else text for text, is_title in view.cite)
    assert said.replace("\u00a0", " ") == row.note


def test_every_kind_is_cited_here() -> None:
    kinds = {line.removeprefix("kind: ") for row in TABLE for line in row.keys.split("\n")[:1]}
    assert set(KIND_NAMES) - {"article"} <= kinds


def test_capitals_of_a_title_stay_and_marks_inside_marks_are_single() -> None:
    assert cited("article", title="the “old” gate OF winter") == "“the ‘old’ gate OF winter.”"
    assert cited("book", title="the “old” gate") == "*the “old” gate*."


@pytest.mark.parametrize(
    ("page", "expected"), [("3", "p. 3"), ("A3", "p. A3"), ("pp. 3–5", "pp. 3–5"), ("iv", "p. iv")]
)
def test_a_page_is_named_once(page: str, expected: str) -> None:
    assert cited("article", title="Gate", page=page) == f"“Gate,” {expected}."


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"box": "3", "folder": "2b", "item": "14"}, ("box 3", "folder 2b", "item 14")),
        ({"box": "IV"}, ("box IV",)),
        ({"box": "Box 3", "item": "MS. 14"}, ("Box 3", "MS. 14")),
        ({"collection": "Papers", "held_by": "Museum", "box": "3"}, ("box 3", "Papers", "Museum")),
        ({}, ()),
    ],
)
def test_where_a_document_is_kept_goes_from_the_small_to_the_large(
    keys: dict[str, Any], expected: tuple[str, ...]
) -> None:
    assert holding(replace(A_SOURCE, **keys)) == expected


TEXTS: Final = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zs"]), max_size=12)
KEYS: Final = "publication recipient url page held_by collection box folder item".split()


@given(
    st.sampled_from(KIND_NAMES),
    TEXTS,
    st.lists(TEXTS.filter(bool), max_size=4),
    st.fixed_dictionaries({}, optional=dict.fromkeys(KEYS, TEXTS)),
)
def test_every_word_of_the_keys_stands_in_the_note_once_and_it_ends(
    kind: str, title: str, authors: list[str], keys: dict[str, Any]
) -> None:
    source = replace(A_SOURCE, kind=kind, authors=tuple(authors), **keys)
    pieces = note(source, title=title, date="3 April 2025", year="2025")
    said = "".join(piece.text for piece in pieces)
    assert all(piece.text for piece in pieces)
    assert all(one.is_title != other.is_title for one, other in pairwise(pieces))
    assert "2025" in said
    assert said[-1] in "”.?!"
    held = {"held_by", "collection", "box", "folder", "item", "url"}
    for word in (title, *authors, *(keys.get(key, "") for key in sorted(held))):
        assert word in said


def test_a_source_that_says_nothing_of_itself_is_cited_as_nothing() -> None:
    for kind in KIND_NAMES:
        expected = (CitePiece("interview."),) if kind == "interview" else ()
        assert note(replace(A_SOURCE, kind=kind), title="", date="", year="") == expected
