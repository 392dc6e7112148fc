"""What strangers read of problems: names of confidential articles are out, all else stays."""

from __future__ import annotations

import time
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model.content import Access, Article, Content
from builder.model.inputs import InputFile
from builder.model.settings import Redaction
from builder.problems import InputText, Position, Problem, Related, problem
from builder.withholding import (
    NOTHING_WITHHELD,
    WITHHELD,
    Withheld,
    looks_confidential,
    masked,
    withheld,
)

FOLDER: Final = "content/articles"
EVENT: Final = Position("content/events/a.yaml", 3, 5, 9, source="line")


def article(name: str, access: Access = "public", article_id: str = "") -> Article:
    stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    origin = InputText(f"{FOLDER}/{name}", "Text")
    return Article(article_id or stem, origin, 0, "Text", is_markdown=False, access=access)


HIDDEN: Final = withheld(
    Content(
        articles=(
            article("gate-report.txt"),
            article("edda-marlowe.txt", "unnamed"),
            article("old/Harbour Log.md", "secret", "harbour-log"),
            article("log.txt", "secret"),
        )
    ),
    FOLDER,
    (Redaction("Mara Tennick", Position("words.txt", 1)),),
)


def told(message: str, place: Position = EVENT, *, hidden: Withheld = HIDDEN) -> Problem:
    (found,) = masked([problem("wrong-type", message, place, hint=message)], hidden)
    assert found.hint == found.message or place.file.startswith(FOLDER)
    return found


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("there is no article 'edda-marlowe'", f"there is no article '{WITHHELD}'"),
        ("EDDA-MARLOWE says so", f"{WITHHELD} says so"),
        ("see content/articles/edda-marlowe.txt", f"see {WITHHELD}"),
        ("the file edda-marlowe.txt", f"the file {WITHHELD}"),
        ("'Harbour Log' is no id", f"'{WITHHELD}' is no id"),
        ("of 'harbour-log', in 'log'", f"of '{WITHHELD}', in '{WITHHELD}'"),
        # An id that is mistyped tells as much as the id.
        ("there is no article 'eda-marlowe'", f"there is no article '{WITHHELD}'"),
        ("words of mara tennick, or mara-tennick", f"words of {WITHHELD}, or {WITHHELD}"),
        # Parts of other words are no names.
        ("a catalogue of the log-book", "a catalogue of the log-book"),
        ("the article 'gate-report' has no title", "the article 'gate-report' has no title"),
        ("", ""),
    ],
)
def test_names_are_taken_out_of_sentences(message: str, expected: str) -> None:
    assert told(message).message == expected


@pytest.mark.parametrize(
    "name", ["edda-marlowe.txt", "old/Harbour Log.md", "log.txt", "unread.doc"]
)
def test_of_a_problem_in_such_an_article_the_code_and_the_line_stay(name: str) -> None:
    found = told("'title' holds 'Anything at all'", Position(f"{FOLDER}/{name}", 7, 2, 9, "line"))
    assert (found.code, found.position) == (
        "wrong-type",
        Position(f"{FOLDER}/{WITHHELD}", 7),
    )
    assert found.position.source == ""
    assert "Anything" not in found.message + found.hint
    assert (found.details, found.related, found.key) == ((), (), "")


def test_a_problem_in_a_public_article_stays_where_it_is() -> None:
    place = Position(f"{FOLDER}/gate-report.txt", 2, 3, 4)
    assert told("'title' holds a list", place).position == place


def test_other_places_are_masked_as_the_problem_itself() -> None:
    related = (
        Related("the text of edda-marlowe", Position(f"{FOLDER}/edda-marlowe.txt", 9)),
        Related("first here", EVENT),
    )
    given_problem = problem(
        "quote-not-found", "not found", EVENT, related=related, details=("secret words",)
    )
    (found,) = masked([given_problem], HIDDEN)
    assert found.details == ()
    assert [(each.message, each.position) for each in found.related] == [
        (f"the text of {WITHHELD}", Position(f"{FOLDER}/{WITHHELD}", 9)),
        ("first here", EVENT),
    ]


def test_without_confidential_articles_nothing_is_changed() -> None:
    given_problem = problem("wrong-type", "'a' holds 'b'", EVENT, details=("words",))
    plain = withheld(Content(articles=(article("gate-report.txt"),)), FOLDER, ())
    for hidden in (plain, NOTHING_WITHHELD):
        assert masked([given_problem], hidden) == (given_problem,)
        assert not hidden.holds(f"{FOLDER}/unread.doc")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"---\naccess: secret\n---\n", True),
        (b"---\nacces: 'unnamed'\n---\n", True),
        (b'---\n  access:\t"secret"  # so\n---\n', True),
        ("---\naccess: secret\n---\n".encode("utf-16"), True),
        (b"---\nnote: secret\n---\n", True),
        (b"---\ntitle: The secret of the lock\n---\n", False),
        (b"---\naccess: public\n---\n", False),
        (b"# access: secret\n", False),
        (b"", False),
    ],
)
def test_a_file_with_mistakes_may_be_confidential(data: bytes, expected: bool) -> None:  # noqa: FBT001
    assert looks_confidential(InputFile(f"{FOLDER}/a.txt", data)) == expected


@given(st.lists(st.text(min_size=1, max_size=8), max_size=4), st.text(max_size=60))
def test_any_names_and_any_sentence_can_be_masked(names: list[str], message: str) -> None:
    hidden = Withheld(FOLDER, frozenset(), tuple(sorted(names, key=lambda each: -len(each))))
    (found,) = masked([problem("wrong-type", message, EVENT)], hidden)
    assert found.position == EVENT


def test_many_names_and_many_problems_do_not_take_long() -> None:
    names = tuple(f"statement-{number}" for number in range(1_000))
    hidden = Withheld(FOLDER, frozenset(), names)
    found = [problem("wrong-type", f"'key-{n}' holds 'value {n}'", EVENT) for n in range(200)]
    start = time.perf_counter()
    assert len(masked(found, hidden)) == 200
    assert time.perf_counter() - start < 10
