"""Unnamed and secret sources, coarse places, private keys and redactions: nothing of them is told.

Every confidential text of the project below holds a word that occurs nowhere else. It is looked for
without regard to capitals in every byte of the site and of what is printed where strangers read it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from conftest import TODAY, unheard, write_tree
from sites import Element, built, dateline, files_of, pages_of, read_page

from builder.build import Options, Report, build, check
from builder.model.settings import Redaction
from builder.problems import Position

STATEMENTS: Final[Mapping[str, str]] = {
    # The first unnamed article: all keys are written.
    "zqnjane-doe-statement.txt": """\
---
title: zqntitle of a statement
publication: zqnpublication
authors: [zqnauthor]
agency: [zqnagency]
published: 2031-03-03
updated: 2031-03-04
url: https://zqnhost.example/zqnpath
language: fr
dateline_place: zqnplace
page: zqnpage
via: zqnvia
captures:
  - url: https://web.archive.org/web/20310303000000/https://zqnhost.example/zqncapture
    service: zqnservice
access: unnamed
named_as: Witness 14
independent_note: zqnindependent
photos:
  - caption: zqnhand by hand
    credit: Zqncredit Byhand
    place: zqnphotoplace
    taken: zqntaken
note: zqnnote
---
zqnfirst stands in a sentence that nobody cites.

They took the men to the quarry before the sun was up. zqnsecond follows it.

The lorries at the gate (Tom Reed/Northlight)

Zqnlorries leave by the ramp (Zqncreator Name/Zqnpictures)

A crane over the pit (Ada Quill/The Mirror)
""",
    "zqnsecond-witness.md": """\
---
access: unnamed
named_as: Witness 15
rights: full
---
# zqnheading of it

There were eleven of them, and two were boys. zqnthird ends it.
""",
    "zqnnameless.txt": """\
---
title: zqnuntold
access: unnamed
---
The bell rang twice that night, and zqnfourth heard it.
""",
    "zqsecret-register.txt": """\
---
title: zqstitle of a register
publication: zqspublication
authors: zqsauthor
published: 2031-03-05
access: secret
photos:
  - caption: zqscaption by hand
    credit: Zqscredit
---
zqsfirst line of it.

Eleven names were struck out on the second page. zqssecond follows.

The register lies open (Zqscreator/Zqspictures)
""",
    "zqsphone-log.txt": """\
---
access: secret
note: zqsnote
---
The phone rang at four, and the guard answered it with zqsthird words.
""",
}

PUBLIC: Final[Mapping[str, str]] = {
    "dateline.yaml": """\
title: Quarry
url: https://quarry.example.org/
fields:
  case_number: { label: Case }
  held_since: { label: Held since, type: date }
  names: { type: list }
  informant: { private: true }
  risk: { type: number, private: true }
""",
    "content/articles/mirror-0302.md": """\
---
title: Men taken from quarry village
publication: The Mirror
published: 2031-03-02
---
Eleven men were taken from the village on Sunday, neighbours said.

A crane over the pit (Ada Quill/The Mirror)
""",
    "content/events/taken.yaml": """\
title: Eleven men are taken
date: 2031-03-02
place: { name: Upper Quarry, lat: 41.1234567, lon: 20.7654321, shown: district }
summary: They are taken at dawn. [@mirror-0302; @zqnjane-doe-statement]
body: |
  Two were boys. [@zqnsecond-witness] The names were struck out. [@zqsecret-register]
  A bell rang. [@zqnnameless; @zqsphone-log] See [it](sources/zqnjane-doe-statement.html)
  and [this](sources/zqsecret-register.html).
case_number: 31/112
held_since: 2031-03
names: [The Eleven, The Quarry Men]
informant: zqpinformant
risk: 31337.5
sources:
  - article: mirror-0302
    quote: Eleven men were taken from the village on Sunday
    note: zqpcitation
  - article: zqnjane-doe-statement
    quote: They took the men to the quarry before the sun was up
    locator: p. 3
  - article: zqnsecond-witness
    quote: There were eleven of them, and two were boys
  - article: zqnnameless
  - article: zqsecret-register
  - article: zqsphone-log
    quote: The phone rang at four, and the guard answered it
    publish_quote: true
accounts:
  - question: How many were there?
    versions:
      - { article: mirror-0302, value: eleven }
      - { article: zqnsecond-witness, value: thirteen with the boys }
      - { article: zqsecret-register, value: zqsvalue }
  - question: zqsquestion
    versions:
      - { article: zqsecret-register, value: zqsanswer }
photos:
  - article: zqnjane-doe-statement
    caption: The lorries at the gate
note: zqpevent
""",
    "content/events/struck-out.yaml": """\
title: The register is changed
date: 2031-03-06
place: { name: Town hall, lat: 41.9876543, lon: 20.3456789, shown: region }
summary: Names are struck out.
sources: [zqsecret-register]
""",
    "content/events/hidden.yaml": """\
title: zqpdraft
date: 2031-03-07
place: { name: zqpplace, lat: 41.5555555, lon: 20.5555555 }
draft: true
sources: [zqnjane-doe-statement]
""",
    "content/events/later.yaml": """\
title: zqpembargo
date: 2031-03-08
embargo: 2031-07-01
sources: [mirror-0302]
""",
    "content/events/heard.yaml": """\
title: The bell is heard of
date: 2031-03-09
place: { name: Lower Quarry, lat: 41.7654321, lon: 20.1234567, shown: country }
sources: [mirror-0302]
""",
}

PROJECT: Final[Mapping[str, str]] = {
    **PUBLIC,
    **{f"content/articles/{name}": text for name, text in STATEMENTS.items()},
}

CANARY: Final = re.compile("zq[nsp][a-z]+")
COORDINATES: Final = (
    *("41.1234567", "20.7654321", "41.123", "20.765", "41.9876543", "20.3456789", "41.98", "20.34"),
    *("41.7654321", "20.1234567", "41.7", "20.1", "41.5555555", "31337.5", "31337"),
)
DIGESTS: Final = tuple(
    hashlib.sha256(text.split("---\n", 2)[2].encode()).hexdigest() for text in STATEMENTS.values()
)
WORDS: Final = frozenset(
    word for pair in PROJECT.items() for text in pair for word in CANARY.findall(text.lower())
)


@pytest.fixture
def quarry(tmp_path: Path) -> Path:
    return write_tree(tmp_path / "project", PROJECT)


def told(text: str) -> set[str]:
    """Give the canaries of every kind in a text."""
    text = text.lower()
    numbers = (*COORDINATES, *DIGESTS, *(digest[:10] for digest in DIGESTS))
    return set(CANARY.findall(text)) | {each for each in numbers if each in text}


def site_of(project: Path, *, drafts: bool = False) -> Mapping[str, bytes]:
    """Build the project and give the files of its site."""
    found = built(project, drafts=drafts)
    assert found.is_written, found.problems
    return files_of(project / "site")


def told_by(site: Mapping[str, bytes]) -> set[str]:
    return told("\n".join(f"{path}\n{data.decode('latin-1')}" for path, data in site.items()))


def page_of(project: Path, path: str) -> Element:
    return read_page(site_of(project)[path])


def test_the_project_holds_the_canaries_it_should() -> None:
    assert len(WORDS) + len(COORDINATES) + len(DIGESTS) >= 60


def test_no_byte_of_the_site_tells_anything(quarry: Path) -> None:
    assert told_by(site_of(quarry)) == set()


def test_a_preview_with_drafts_tells_no_more_of_sources(quarry: Path) -> None:
    drafts = {"zqpdraft", "zqpembargo", "zqpplace", "41.5555555"}
    assert told_by(site_of(quarry, drafts=True)) == drafts


def test_an_unnamed_source_is_counted_and_quoted_under_its_name(quarry: Path) -> None:
    page = page_of(quarry, "events/taken.html")
    assert "They took the men to the quarry before the sun was up" in page.words()
    assert "Witness 14" in page.words()
    assert "Witness 15" in page.words()
    assert "Unnamed source" in page.words()
    assert "Reported by 4 sources" in page.words()
    assert "thirteen with the boys" in page.words()
    assert "The lorries at the gate" in page.words()
    shown = [each.words() for each in page.all("figure")]
    assert len(shown) == 2, shown


def test_numbers_have_no_gap_where_a_secret_source_was(quarry: Path) -> None:
    page = page_of(quarry, "events/taken.html")
    ids = [each.attributes.get("id", "") for each in page.walk()]
    links = {each.attributes.get("href", "") for each in page.all("a")}
    assert [each for each in ids if re.fullmatch(r"s\d+", each)] == ["s1", "s2", "s3", "s4"]
    assert {each for each in links if re.fullmatch(r"#s\d+", each)} == {"#s1", "#s2", "#s3", "#s4"}


def test_words_of_a_secret_source_stand_there_without_one(quarry: Path) -> None:
    page = page_of(quarry, "events/taken.html")
    assert "From a source not disclosed" in page.words()
    assert "The phone rang at four, and the guard answered it" in page.words()


def test_an_event_with_secret_sources_alone_says_so(quarry: Path) -> None:
    pages = pages_of(site_of(quarry))
    assert "Sources not disclosed" in pages["events/struck-out.html"].words()
    assert "Sources not disclosed" in pages["index.html"].words()
    assert "No source given" not in pages["index.html"].words()


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("events/taken.html", "41.12, 20.77"),
        ("events/struck-out.html", "42.0, 20.3"),
        ("events/heard.html", ""),
    ],
)
def test_coordinates_are_no_closer_than_they_may_be_shown(
    quarry: Path, page: str, shown: str
) -> None:
    found = re.findall(r"-?\d+\.\d+, -?\d+\.\d+", page_of(quarry, page).words())
    assert found == ([shown] if shown else [])


def test_keys_of_the_sites_own_are_facts_unless_they_are_private(quarry: Path) -> None:
    page = page_of(quarry, "events/taken.html")
    for words in ("Case", "31/112", "Held since", "March 2031", "Names", "The Eleven"):
        assert words in page.words()


def test_words_of_a_secret_source_are_not_quoted_by_mistake(quarry: Path) -> None:
    event = quarry / "content/events/taken.yaml"
    event.write_text(event.read_text().replace("    publish_quote: true\n", ""))
    codes = [each.code for each in report(quarry).problems]
    assert "quotes-secret" in codes


def test_captions_of_a_secret_source_are_not_chosen_by_mistake(quarry: Path) -> None:
    event = quarry / "content/events/struck-out.yaml"
    choice = "photos:\n  - { article: zqsecret-register, caption: The register }\n"
    event.write_text(event.read_text() + choice)
    codes = [each.code for each in report(quarry).problems]
    assert "quotes-secret" in codes


def report(project: Path, *, redact: tuple[str, ...] = ()) -> Report:
    redactions = tuple(Redaction(words, Position("DATELINE_REDACT", 1)) for words in redact)
    return check(project, Options(today=TODAY, redactions=redactions), unheard)


# --------------------------------------------------------------------------- what is printed

MISTAKES: Final[Mapping[str, str]] = {
    "a syntax error": "---\ntitle: zqnone: two\naccess: unnamed\n---\n",
    "an unknown key": "---\nacces: secret\ntitle: zqstwo\n---\n",
    "an unknown access": "---\naccess: sceret\ntitle: zqsthree\n---\n",
    "a bad date": "---\naccess: secret\npublished: zqsfour\n---\n",
    "a bad choice": "---\naccess: unnamed\nrights: zqnfive\n---\n",
    "front matter without end": "---\naccess: secret\ntitle: zqssix\n",
    "a changed text": f"---\naccess: secret\nsha256: {'0' * 64}\n---\nzqsseven\n",
    "a merge conflict": (
        "---\naccess: secret\n---\n<<<<<<< ours\nzqseight\n=======\nzqsnine\n>>>>>>> theirs\n"
    ),
    "a quotation mark that is not closed": '---\naccess: "secret"\ntitle: "zqsten\n---\n',
}

EVENT_MISTAKES: Final[Mapping[str, str]] = {
    "an unproved quotation": "quote: zqnot in the text of anybody",
    "an unknown caption": "quote: eleven of them\nphotos: [{article: {id}, caption: zqnup}]",
    "a paragraph that is not there": "quote: eleven of them, and two\n    paragraph: 99",
}


@pytest.mark.parametrize("how", ["github", "ci", "ci json", "ci verbose"])
@pytest.mark.parametrize("command", ["check", "build"])
def test_no_listing_that_strangers_read_names_anything(
    tmp_path: Path, command: str, how: str
) -> None:
    project = write_tree(tmp_path / "project", mistaken())
    printed = printed_by(project, command, how)
    assert printed.count("content/articles/(withheld)") >= len(MISTAKES)
    assert told(printed) == set()


UNREADABLE: Final[Mapping[str, bytes]] = {
    "not UTF-8": b"---\ntitle: caf\xe9\naccess: secret\n---\nzqsone\n",
    "UTF-16": "---\naccess: unnamed\n---\nzqntwo\n".encode("utf-16"),
    "a NUL": b"---\naccess: secret\n---\nzqs\x00three\n",
    "too large": b"---\naccess: secret\n---\n" + b"zqsfour\n" * 300_000,
    "a long front matter": b"---\naccess: secret\n" + b"# zqsfive\n" * 150_000 + b"---\nText\n",
    "an empty text": b"---\naccess: secret\nid: Zqs Six\n---\n",
    "carriage returns": b"---\raccess: secret\rtitle: zqsseven: x\r---\rText\r",
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE.keys())
@pytest.mark.parametrize("how", ["github", "ci verbose"])
def test_the_name_of_a_file_that_cannot_be_read_is_not_told(
    quarry: Path, data: bytes, how: str
) -> None:
    (quarry / "content/articles/zqseighth-file.txt").write_bytes(data)
    assert told(printed_by(quarry, "check", how)) == set()


@pytest.mark.parametrize("command", [("fmt", "--check"), ("fmt", "--dry-run"), ("fmt",)])
def test_changing_notes_in_public_names_no_confidential_article(
    quarry: Path, command: tuple[str, ...]
) -> None:
    statement = quarry / "content/articles/zqnjane-doe-statement.txt"
    statement.write_text(
        statement.read_text().replace("published: 2031-03-03", "date: 3 March 2031")
    )
    done = dateline(*command, here=quarry, environment={"CI": "true"})
    assert "Traceback" not in done.stderr
    assert "content/articles/(withheld)" in done.stdout
    assert told(done.stdout + done.stderr) == set()


def mistaken() -> dict[str, str]:
    """The project with every mistake one can make about a confidential source."""
    files = dict(PROJECT)
    for number, (name, text) in enumerate(MISTAKES.items()):
        files[f"content/articles/zqs{'abcdefghijkl'[number]}x-{name.split()[-1]}.txt"] = text
    for number, text in enumerate(EVENT_MISTAKES.values()):
        source = "zqnsecond-witness"
        files[f"content/events/mistake-{number}.yaml"] = (
            f"title: A mistake\ndate: 2031-03-1{number}\nsources:\n  - article: {source}\n"
            f"    {text.replace('{id}', source)}\n"
        )
    files["content/events/unknown.yaml"] = (
        "title: Unknown\ndate: 2031-03-20\nsummary: It is. [@zqnsecond-witnes]\n"
        "sources: [zqsecret-registe, mirror-0302]\n"
    )
    files["content/articles/mirror-0310.md"] = (
        "---\ntitle: More\npublication: The Mirror\npublished: 2031-03-10\n"
        "derived_from: zqsecret-registers\n---\nMore men were taken.\n"
    )
    return files


def printed_by(project: Path, command: str, how: str, *more: str) -> str:
    """Run the program as a build service does, and give all it prints."""
    environment = {"CI": "true"} if "ci" in how else {}
    options = {"github": ["--format", "github"], "ci json": ["--format", "json"]}.get(how, [])
    if how != "github":
        options = [*options, "--verbose"]
    done = dateline(command, *more, *options, here=project, environment=environment)
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize("name", [(), ("zqsecret-registe",), ("mirror-0302",)])
def test_explaining_in_public_knows_of_no_confidential_article(
    quarry: Path, name: tuple[str, ...]
) -> None:
    printed = printed_by(quarry, "check", "ci", "--explain-text", *name)
    assert told(printed) <= {word for each in name for word in CANARY.findall(each)}


def test_on_ones_own_machine_mistakes_are_told_in_full(tmp_path: Path) -> None:
    project = write_tree(tmp_path / "project", mistaken())
    files = {each.position.file for each in report(project).problems}
    assert "content/articles/zqsdx-date.txt" in files


# -------------------------------------------------------------------------------- redactions


@pytest.mark.parametrize(
    "hidden",
    [
        "The gate of Mara Tennick's house",
        "MARA  TENNICK",
        "Mara *Tennick*",
        "[Mara](https://example.org/) Tennick",
        "[x](https://example.org/mara-tennick)",
        "[x](https://example.org/?q=Mara%20Tennick)",
        "Mara\n  Tennick",
        "Mara\u00a0Tennick",
    ],
)
def test_words_that_are_redacted_stop_the_build(quarry: Path, hidden: str) -> None:
    event = quarry / "content/events/heard.yaml"
    event.write_text(event.read_text() + f"body: |\n  {hidden}\n")
    found = report(quarry, redact=("Mara Tennick",)).problems
    redacted = [each for each in found if each.code == "redacted"]
    assert redacted
    assert all("tennick" not in each.message.lower() + each.hint.lower() for each in redacted)
    done = build(
        quarry,
        Options(
            today=TODAY, redactions=(Redaction("Mara Tennick", Position("DATELINE_REDACT", 1)),)
        ),
        unheard,
    )
    assert not done.is_written
    assert not (quarry / "site").exists()


def test_a_redacted_word_in_a_name_of_a_file_stops_the_build(quarry: Path) -> None:
    (quarry / "content/static").mkdir()
    (quarry / "content/static/tennick.pdf").write_bytes(b"%PDF")
    codes = [each.code for each in report(quarry, redact=("Tennick",)).problems]
    assert "redacted" in codes


def test_words_that_stand_nowhere_stop_nothing(quarry: Path) -> None:
    codes = [each.code for each in report(quarry, redact=("Mara Tennick", "Ünseen")).problems]
    assert "redacted" not in codes


@pytest.mark.parametrize("where", ["settings", "file", "environment"])
def test_redactions_come_from_settings_a_file_and_the_environment(quarry: Path, where: str) -> None:
    settings, environment = quarry / "dateline.yaml", {}
    match where:
        case "settings":
            settings.write_text(settings.read_text() + "redact: [Ada Quill]\n")
        case "file":
            (quarry.parent / "words.txt").write_text("Ada Quill\n\n")
            settings.write_text(settings.read_text() + "redact_file: ../words.txt\n")
        case _:
            environment["DATELINE_REDACT"] = "Somebody Else\nAda Quill"
    done = dateline("check", "--format", "github", here=quarry, environment=environment)
    assert "title=redacted" in done.stdout
    assert "quill" not in done.stdout.lower()


def test_a_missing_file_of_redactions_stops_the_build(quarry: Path) -> None:
    settings = quarry / "dateline.yaml"
    settings.write_text(settings.read_text() + "redact_file: ../nowhere.txt\n")
    codes = [each.code for each in report(quarry).problems]
    assert codes == ["unreadable"]


# ------------------------------------------------------- what nobody knows to be public is withheld

SLIPS: Final[Mapping[str, str]] = {
    "a place": "place: { name: Upper Quarry, lat: zqplatitude, lon: 41.5555555 }",
    "a place out of range": "place: { name: Upper Quarry, lat: 41.1234567, lon: 20765.4321 }",
    "a private number": "risk: zqprisk is the guards' own",
    "a private list": "informant: [zqpone, zqptwo]",
    "an embargo": "embargo: zqpmonth 31337.5",
    "a note that slipped": "zqpnote that slipped: yes",
    "a note of two lines": "note: zqpone\nzqptwo: three",
    "an embargoed event": "related: [zqplater]",
    "a draft": "sources: [zqndraft]",
    "an alias": "sources: [zqnalias, zqnalia]",
    "a file that is not read": "sources: [zqnunread]\nbody: It is. [@zqnunread]\nzqpkey: 1",
}


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
@pytest.mark.parametrize("how", ["github", "ci", "ci json"])
def test_a_slip_in_an_event_tells_strangers_no_value(quarry: Path, slip: str, how: str) -> None:
    (quarry / "content/events/slip.yaml").write_text(
        f"title: A slip\ndate: 2031-03-20\n{slip}\n", encoding="utf-8"
    )
    (quarry / "content/events/zqplater.yaml").write_text(
        "title: zqpembargo\ndate: 2031-03-08\nembargo: 2031-07-01\nsources: [mirror-0302]\n"
    )
    (quarry / "content/articles/zqndraft.txt").write_text("---\ndraft: true\n---\nIt rang.\n")
    statement = quarry / "content/articles/zqnjane-doe-statement.txt"
    statement.write_text(
        statement.read_text().replace("note: zqn", "aliases: [zqnalias]\nnote: zqn")
    )
    (quarry / "content/articles/zqnunread.docx").write_bytes(b"PK")
    (quarry / "content/articles/zqnunread.txt").write_bytes(b"\xff\xfe\x00")
    printed = printed_by(quarry, "check", how)
    assert "content/events/slip.yaml" in printed
    assert told(printed.replace("content/events/zqplater.yaml", "")) == set()


ALONE: Final[Mapping[str, bytes]] = {
    "zqnalone.docx": b"PK",
    "zqnalone.txt": b"---\naccess: secret\n---\n" + b"zqnfour\n" * 300_000,
    "deep/zqnalone.txt": b"---\n{access: secret, titel: zqnfive}\n---\nText\n",
    "zqnalone.md": b"---\naccess: [secret]\n---\nzqnsix\n",
}


@pytest.mark.parametrize(("name", "data"), ALONE.items())
@pytest.mark.parametrize("how", ["github", "ci json"])
def test_a_file_that_cannot_be_read_is_hidden_where_no_other_is_confidential(
    tmp_path: Path, name: str, data: bytes, how: str
) -> None:
    files = {name: PUBLIC[name] for name in ("dateline.yaml", "content/articles/mirror-0302.md")}
    project = write_tree(tmp_path / "project", files)
    path = project / "content/articles" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    (project / "content/events").mkdir()
    (project / "content/events/cites.yaml").write_text(
        "title: It\ndate: 2031-03-02\nsources: [zqnalone, zqnalon, mirror-030]\n"
    )
    printed = printed_by(project, "check", how)
    assert "content/articles/(withheld)" in printed
    assert told(printed) == set()
    explained = printed_by(project, "check", "ci", "--explain-text", "zqnalo")
    assert told(explained) == {"zqnalo"}
    assert "mirror-0302" not in explained


COMMANDS: Final = (
    ("fmt",),
    ("fmt", "--check"),
    ("fmt", "--dry-run"),
    ("rename", "article", "zqnjane-doe-statemen", "other"),
    ("rename", "article", "mirror-0302", "zqnjane-doe-statement"),
    ("rename", "event", "hidde", "shown"),
    ("set", "status", "confirmed", "--where", "source=zqsecret-registe"),
    ("set", "risk", "much", "--where", "year=2031"),
    ("correct", "hidde", "--date", "2031-03-09", "--reason", "It was later."),
    ("new", "event", "A title", "--from", "zqnjane-doe-statemen"),
    ("new", "article", "Zqsecret register"),
    ("new", "article", "A title", "--id", "zqsecret-register"),
    ("check", "content/articles/zqsecret-registe.txt"),
    ("check", "--explain-text", "zqsecret-registe"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("how", ["ci", "github"])
def test_no_command_tells_strangers_more_than_was_typed(
    tmp_path: Path, command: tuple[str, ...], how: str
) -> None:
    project = write_tree(tmp_path / "project", mistaken())
    deep = project / "content/articles/zqnyear/zqnmonth"
    deep.mkdir(parents=True)
    (deep / "zqndeep.txt").write_text("---\naccess: secret\ndate: 3 March 2031\n---\nIt rang.\n")
    (project / "content/articles/zqsecret-register.txt").rename(deep / "zqsecret-register.txt")
    (project / "content/events/zqpbroken.yaml").write_text("title: zqpone: two\n")
    more = () if how == "ci" else ("--format", "github")
    environment = {"CI": "true"} if how == "ci" else {}
    done = dateline(*command, *more, here=project, environment=environment)
    printed = (done.stdout + done.stderr).replace("content/events/zqpbroken.yaml", "")
    assert "Traceback" not in printed
    assert "did you mean" not in printed
    assert told(printed) <= told(" ".join(command))


def test_redacted_words_are_in_no_path_and_in_no_explanation(quarry: Path) -> None:
    articles = quarry / "content/articles"
    (articles / "zqn_tale-2031.txt").write_text("A tale of a village, told on 2 March 2031.\n")
    event = PUBLIC["content/events/heard.yaml"].replace("sources:", "sorces:")
    (quarry / "content/events/Zqn  Tale 2031.yaml").write_text(event)
    environment = {"CI": "true", "DATELINE_REDACT": "zqn tale 2031"}
    for command in (("check",), ("check", "--explain-text"), ("check", "--format", "json")):
        done = dateline(*command, here=quarry, environment=environment)
        assert "Traceback" not in done.stderr
        assert told(done.stdout + done.stderr) == set()


def test_on_ones_own_machine_sentences_tell_what_was_meant(quarry: Path) -> None:
    done = dateline("new", "event", "A title", "--from", "zqnjane-doe-statemen", here=quarry)
    assert "did you mean 'zqnjane-doe-statement'?" in done.stderr


def test_changing_notes_in_public_repeats_no_redacted_word(tmp_path: Path) -> None:
    files = {
        "dateline.yaml": "title: Quarry\nredact: [Mara Tennick]\n",
        "content/events/mara-tennick-speaks.yaml": "title: She speaks\ndate: 2 March 2031\n",
    }
    project = write_tree(tmp_path, files)
    done = dateline("fmt", "--check", here=project, environment={"CI": "true"})
    assert "content/events/(withheld)" in done.stdout
    assert "tennick" not in (done.stdout + done.stderr).lower()
