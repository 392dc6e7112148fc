"""What strangers read of problems: what is known to be public, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest
from conftest import TODAY
from hypothesis import given
from hypothesis import strategies as st

from builder.dates import EventDate, parse
from builder.model.content import Access, Article, Content, EventNote, Span, TextPage, Written
from builder.model.settings import OwnKey, Redaction, Settings
from builder.problems import InputText, Position, Problem, Related, problem
from builder.stages.parse.text import stem
from builder.withholding import (
    NOTHING_PUBLIC,
    WITHHELD,
    Public,
    masked,
    public_part,
    said_in_public,
    shown_path,
)

FOLDER: Final = "content/articles"
EVENT: Final = Position("content/events/a.yaml", 3, 5, 9, source="line")
HINT: Final = "run 'dateline check' on your own machine, where it is told"


def article(
    name: str, access: Access = "public", *, alias: str = "", draft: bool = False
) -> Article:
    origin = InputText(f"{FOLDER}/{name}", "Text")
    aliases = (Written(alias, Span(0, 0)),) if alias else ()
    return Article(
        stem(name),
        origin,
        0,
        "Text",
        is_markdown=False,
        access=access,
        aliases=aliases,
        draft=draft,
    )


def day(text: str) -> EventDate:
    found = parse(text)
    assert isinstance(found, EventDate)
    return found


def note(name: str) -> EventNote:
    origin = InputText(f"content/events/{name}.yaml", "title: A")
    return EventNote(name, origin, Span(0, 5), "A", day("2020-01-01"))


CONTENT: Final = Content(
    articles=(
        article("gate-report.txt", alias="gate-story"),
        article("edda-marlowe.txt", "unnamed", alias="old-edda"),
        article("old/harbour-log.md", "secret"),
        article("unfinished.md", draft=True),
        article("with-mistake.md"),
        article("mara_tennick.txt"),
    ),
    notes=(
        note("opened"),
        replace(note("hidden"), draft=True),
        replace(note("later"), embargo=day("9999-01-01")),
        replace(note("slipped"), is_faulty=True),
    ),
    pages=(TextPage("about", InputText("content/pages/about.md", ""), "About", note("a").body),),
    unreadable=frozenset(["broken"]),
)
SETTINGS: Final = Settings(
    "Quarry",
    own_keys=(OwnKey("case_number", "Case"), OwnKey("informant", "Informant", is_private=True)),
)
PUBLIC: Final = public_part(
    CONTENT,
    (problem("text-changed", "changed", Position(f"{FOLDER}/with-mistake.md", 2)),),
    SETTINGS,
    (Redaction("Mara Tennick", Position("words.txt", 1)),),
    TODAY,
)


def told(message: str, place: Position = EVENT, *, code: str = "wrong-type") -> Problem:
    (found,) = masked([problem(code, message, place, hint=message)], PUBLIC)
    return found


@pytest.mark.parametrize(
    "message",
    [
        "the event 'opened' cites 'gate-report', once 'gate-story'",
        "'title' is missing in 'sources[1]'",
        "'place.lat' holds a list; expected one of 'exact', 'district'",
        "the article's own words, which nobody's note has",
        "add 'url:' to dateline.yaml, and nothing to 'case_number'",
        "the page 'about' says nothing of 'content/articles/gate-report.txt'",
        "",
    ],
)
def test_what_is_known_to_be_public_stays(message: str) -> None:
    assert (told(message).message, told(message).hint) == (message, message)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("there is no article 'edda-marlowe'", "there is no article '{}'"),
        ("there is no article 'old-edda'", "there is no article '{}'"),
        ("there is no article 'eda-marlow'", "there is no article '{}'"),
        ("there is no article 'broken'", "there is no article '{}'"),
        ("'opened' cites 'unfinished', which is a draft", "'opened' cites '{}', which is a draft"),
        ("the related event 'hidden' is not published", "the related event '{}' is not published"),
        ("the related event 'later' is not published", "the related event '{}' is not published"),
        ("the event 'slipped' cites no source", "the event '{}' cites no source"),
        ("'informant' holds 'a man'; expected a number", "'{}'; expected a number"),
        ("'lat' holds 'the barn'; expected a number", "'lat' holds '{}'; expected a number"),
        ("'lat' holds 'it's the guards' barn'; expected it", "'lat' holds '{}'; expected it"),
        ("'lat' holds 'title' of 'barn'", "'lat' holds 'title' of '{}'"),
        ("the key 'title' of barn' is unknown", "the key 'title''{}' is unknown"),
        ("the key 'I met her' is not known here", "the key '{}' is not known here"),
        ("'lat' is 41.123; expected -90 to 90", "'lat' is {}; expected {} to {}"),
        ("the bracket [of barns] is no word", "the bracket {} is no word"),
        ("known here: title, informant, date", "known here: title, {}, date"),
        ('he said "the barn" twice', "he said '{}' twice"),
        ("he said “the barn” twice", "he said '{}' twice"),
        ("an end is missing: 'the barn", "an end is missing: '{}'"),
        ("write content/pages/barn.md", "write {}"),
        ("see 'mara_tennick'", "see '{}'"),
        ("words of MARA  tennick", " {} "),
    ],
)
def test_all_else_is_withheld(message: str, expected: str) -> None:
    found = told(message)
    assert found.message == expected.format(*[WITHHELD] * 9)
    assert found.hint == HINT


@pytest.mark.parametrize("code", ["bad-date", "ambiguous-date", "reversed-range", "bad-time"])
def test_nothing_is_told_of_a_date_that_is_none(code: str) -> None:
    found = told("3 April or 4 March", code=code)
    assert (found.code, found.position) == (code, EVENT)
    assert (found.message, found.hint) == ("a mistake in a date", HINT)


@pytest.mark.parametrize(
    "name",
    [
        *("edda-marlowe.txt", "old/harbour-log.md", "unfinished.md", "with-mistake.md"),
        *("never-read.docx", "deep/er/never-read.txt", "mara_tennick.txt"),
    ],
)
def test_of_a_problem_in_a_hidden_file_the_code_and_the_line_stay(name: str) -> None:
    found = told("'title' holds 'Anything at all'", Position(f"{FOLDER}/{name}", 7, 2, 9, "line"))
    assert (found.code, found.position) == ("wrong-type", Position(f"{FOLDER}/{WITHHELD}", 7))
    assert found.position.source == ""
    assert "title" not in found.message + found.hint
    assert (found.details, found.related, found.key) == ((), (), "")


def test_a_problem_in_a_public_article_stays_where_it_is() -> None:
    place = Position(f"{FOLDER}/gate-report.txt", 2, 3, 4)
    assert told("'title' holds a list", place).position == place


def test_a_problem_that_counts_as_an_error_still_does() -> None:
    promoted = problem("no-source", "a", Position(f"{FOLDER}/x.txt", 1))
    error = problem("wrong-type", "a", EVENT).severity
    (found,) = masked([replace(promoted, severity=error)], PUBLIC)
    assert found.severity is error


def test_other_places_are_masked_as_the_problem_itself() -> None:
    related = (
        Related("the text of 'edda-marlowe'", Position(f"{FOLDER}/edda-marlowe.txt", 9)),
        Related("first here", EVENT),
    )
    given_problem = problem(
        "quote-not-found", "not found", EVENT, related=related, details=("secret words",)
    )
    (found,) = masked([given_problem], PUBLIC)
    assert found.details == ()
    assert [(each.message, each.position) for each in found.related] == [
        (f"the text of '{WITHHELD}'", Position(f"{FOLDER}/{WITHHELD}", 9)),
        ("first here", EVENT),
    ]


def test_where_nothing_is_known_nothing_is_named() -> None:
    found = problem("wrong-type", "'title' holds 'b'", Position(f"{FOLDER}/gate-report.txt", 1))
    (shown,) = masked([found], NOTHING_PUBLIC)
    assert shown.position == Position(f"{FOLDER}/{WITHHELD}", 1)


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("content/articles/gate-report.txt", "content/articles/gate-report.txt"),
        ("content/articles/2031/edda.txt", f"content/articles/{WITHHELD}"),
        ("articles/edda.txt", f"articles/{WITHHELD}"),
        ("content/events/a.yaml", "content/events/a.yaml"),
        ("content/events/mara-tennick.yaml", f"content/events/{WITHHELD}"),
        ("content/events/Mara_Tennick/a.yaml", WITHHELD),
        ("dateline.yaml", "dateline.yaml"),
        ("mara tennick.md", WITHHELD),
    ],
)
def test_paths_are_shown_without_what_is_hidden(path: str, shown: str) -> None:
    assert shown_path(path, PUBLIC) == shown


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("there is no article 'edd'; did you mean 'edda'?", "there is no article 'edd'"),
        ("there is no 'edda'; did you mean 'edd'?", f"there is no '{WITHHELD}'?"),
        ("'edd' is taken, in 'content/articles/edda.txt'", f"'edd' is taken, in '{WITHHELD}'"),
        (
            "it is there, in content/articles/a b/c d.txt; choose another --id",
            "it is there, in content/articles/" + WITHHELD + "; choose another --id",
        ),
        ("/x/articles/e d.txt: permission denied", f"/x/articles/{WITHHELD}: permission denied"),
        *[("no article; articles lie in content/articles/",) * 2],
        ("no 'edd'; 'dateline new article TITLE' begins one",) * 2,
    ],
)
def test_a_sentence_that_ends_the_program_repeats_what_was_typed(sentence: str, said: str) -> None:
    assert said_in_public(sentence, frozenset(["edd"])) == said


@given(st.lists(st.text(min_size=1, max_size=8), max_size=4), st.text(max_size=60))
def test_any_words_and_any_sentence_can_be_masked(words: list[str], message: str) -> None:
    public = Public(words=frozenset(words), redacted=tuple(words))
    (found,) = masked([problem("wrong-type", message, EVENT)], public)
    assert found.code == "wrong-type"


@given(st.text("zq '\"’.;", max_size=12))
def test_no_value_leaks_out_of_its_quotation_marks(value: str) -> None:
    message = told(f"'lat' holds 'zq{value}'; expected a number").message
    assert "zq" not in message
    assert message.startswith("'lat' holds '(withheld)'")


def test_a_thousand_names_and_a_thousand_problems_are_masked() -> None:
    content = Content(articles=tuple(article(f"{n}.txt", "secret") for n in range(1_000)))
    public = public_part(content, (), SETTINGS, (), TODAY)
    found = [problem("wrong-type", f"'key-{n}' holds 'value {n}'", EVENT) for n in range(1_000)]
    assert len(masked(found, public)) == 1_000


@pytest.mark.parametrize("text", ["'" * 20_000, "' " * 20_000, "[" * 20_000, "'a " * 20_000])
def test_a_long_sentence_is_masked_before_anybody_tires(text: str) -> None:
    told(text)
    said_in_public(text, ())
    said_in_public("articles/" * 10_000, ())
