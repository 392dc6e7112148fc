"""Listings as people, programs and GitHub read them."""

from __future__ import annotations

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from builder.problems import Position, Problem, Related, Severity, problem
from builder.problems.printing import (
    WIDTH,
    as_github,
    as_json,
    as_text,
    summary,
    visible,
)

LINE = '    quote: "a plain danger to the calm of our harbour"'
NOT_FOUND = problem(
    "quote-not-found",
    "the quotation is not in article 'wire-0417'",
    Position("content/events/2025-04-16-statement.yaml", 12, 12, 55, LINE),
    hint="quote the article's own words, or cite another article",
    details=('nearest words in the article: "a plain danger to the [quiet] of our harbour"',),
)


def text(*problems: Problem, verbose: bool = False, extracts: bool = True) -> str:
    return as_text(problems, colour=False, verbose=verbose, extracts=extracts)


def at(source: str, column: int, end_column: int = 0) -> Problem:
    return problem("bad-date", "no date", Position("a.yaml", 1, column, end_column, source))


def test_a_problem_is_printed_with_its_line_carets_details_and_hint() -> None:
    expected = """\
content/events/2025-04-16-statement.yaml:12:12: error[quote-not-found] \
the quotation is not in article 'wire-0417'
   12 |     quote: "a plain danger to the calm of our harbour"
      |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  nearest words in the article: "a plain danger to the [quiet] of our harbour"
  hint: quote the article's own words, or cite another article"""
    assert text(NOT_FOUND) == expected


def test_other_places_are_named_where_they_can_be_followed() -> None:
    first = Related("first here", Position("content/events/a.yaml", 3, 1))
    again = problem("duplicate-id", "'a' is taken", Position("b.yaml", 1, 1), related=(first,))
    assert text(again).splitlines() == [
        "b.yaml:1:1: error[duplicate-id] 'a' is taken",
        "  first here: content/events/a.yaml:3:1",
    ]


def test_a_problem_of_a_whole_file_names_the_path_only() -> None:
    found = problem("not-utf8", "byte 3 cannot be read", Position("content/articles/a.txt"))
    assert text(found) == "content/articles/a.txt: error[not-utf8] byte 3 cannot be read"


def test_without_extracts_no_words_of_an_article_are_shown() -> None:
    assert text(NOT_FOUND, extracts=False).splitlines() == [
        "content/events/2025-04-16-statement.yaml:12:12: error[quote-not-found] "
        "the quotation is not in article 'wire-0417'",
        "  hint: quote the article's own words, or cite another article",
    ]


def test_a_tab_takes_four_cells_and_a_wide_letter_two() -> None:
    _, shown, carets = text(at("\t日本: e\u0301 x", 9, 10)).splitlines()
    assert shown == "    1 |     日本: e\u0301 x"
    # Four cells of the tab, four of the wide letters, one each of the colon, two blanks and é.
    assert carets == "      | " + " " * (4 + 4 + 1 + 1 + 1 + 1) + "^"


def test_a_place_behind_the_end_of_the_line_has_a_caret_there() -> None:
    assert text(at("title:", 7)).splitlines()[2] == "      |       ^"


def test_a_long_line_is_cut_round_the_mistake() -> None:
    source = "begin " + "word " * 200 + "end"
    for column in (1, 500, len(source) - 2):
        _, shown, carets = text(at(source, column, column + 3)).splitlines()
        place = carets.index("^")
        assert shown[place : place + 3] == source[column - 1 : column + 2]
        assert len(shown) <= WIDTH + len("    1 | ……")


def test_carets_end_where_a_cut_line_ends() -> None:
    _, shown, carets = text(at("x" * 1000, 500, 1001)).splitlines()
    assert len(carets) == len(shown) - 1
    assert shown.endswith("x…")


def test_control_characters_are_shown_and_not_sent_to_the_terminal() -> None:
    hostile = "\x1b]0;title\x07 \x9b31m \u202eabc \r\n end"
    found = problem(
        "bad-date",
        hostile,
        Position(f"a{hostile}.yaml", 1, 1, 2, hostile),
        hint=hostile,
        details=(hostile,),
        related=(Related(hostile, Position(hostile, 1, 1)),),
    )
    printed = text(found) + summary([found])
    assert all(letter == "\n" or letter.isprintable() for letter in printed)
    assert printed.count("\n") == len(text(found).split("\n")) - 1 == 5
    assert r"\x1b]0;title\x07 \x9b31m \u202eabc \r\n end" in printed


def test_joiners_and_marks_that_writing_needs_stay() -> None:
    assert visible("می‌خواهم e\u0301 👩\u200d👧") == "می‌خواهم e\u0301 👩\u200d👧"


def test_colours_change_nothing_but_the_colour() -> None:
    coloured = as_text([NOT_FOUND], colour=True, verbose=False)
    assert "\x1b[1;31merror[quote-not-found]\x1b[0m" in coloured
    plain = coloured
    for shade in ("0", "1", "2", "1;31"):
        plain = plain.replace(f"\x1b[{shade}m", "")
    assert plain == text(NOT_FOUND)


def note(number: int) -> Problem:
    return problem("single-source", "one source only", Position(f"{number:03}.yaml", 1, 1))


def test_notes_are_counted_unless_verbose() -> None:
    notes = [note(number) for number in range(3)]
    assert text(*notes) == "3 notes [single-source]; --verbose lists them"
    assert text(notes[0]) == "1 note [single-source]; --verbose lists it"
    listed = text(*notes, verbose=True).splitlines()
    assert listed == [f"{n:03}.yaml:1:1: note[single-source] one source only" for n in range(3)]


def test_after_fifty_of_one_code_the_rest_are_counted() -> None:
    many = [problem("bad-date", "none", Position(f"{n:03}.yaml", 1, 1)) for n in range(1_060)]
    other = problem("bad-id", "none", Position("z.yaml", 1, 1))
    lines = text(*many, other).splitlines()
    assert len(lines) == 50 + 1 + 1
    assert lines[-2] == "z.yaml:1:1: error[bad-id] none"
    assert lines[-1] == "1,010 more errors [bad-date]; --verbose lists them"
    assert len(text(*many, other, verbose=True).splitlines()) == 1_061
    assert len(as_text([*many, other], colour=False, verbose=False, most=0).splitlines()) == 1_061


def test_summary_counts_errors_and_warnings() -> None:
    error = problem("bad-date", "", Position("a"))
    warning = problem("no-source", "", Position("a"))
    assert summary([error, warning, error, note(1)]) == "2 errors, 1 warning"
    assert summary([warning, warning]) == "2 warnings"
    assert summary([error]) == "1 error"
    assert summary([]) == summary([note(1)]) == "No problems"


def test_json_has_every_problem_with_its_place() -> None:
    first = Related("first here", Position("a.yaml", 3, 4))
    again = problem("duplicate-id", "'a' is taken", Position("b.yaml", 1, 2, 5, "id: a"))
    again = Problem(again.code, again.message, again.position, related=(first,))
    read = json.loads(as_json([again, note(1)]))
    assert read["version"] == 1
    assert read["counts"] == {"error": 1, "warning": 0, "note": 1}
    assert read["problems"][0] == {
        "code": "duplicate-id",
        "severity": "error",
        "message": "'a' is taken",
        "file": "b.yaml",
        "line": 1,
        "column": 2,
        "end_column": 5,
        "source": "id: a",
        "hint": "",
        "details": [],
        "related": [{"file": "a.yaml", "line": 3, "column": 4, "message": "first here"}],
    }


def test_json_of_no_problems_is_an_object_all_the_same() -> None:
    assert json.loads(as_json([])) == {
        "version": 1,
        "problems": [],
        "counts": {"error": 0, "warning": 0, "note": 0},
    }


def test_json_without_extracts_holds_no_words_of_an_article() -> None:
    assert "the calm of" in as_json([NOT_FOUND])
    assert "quiet" in as_json([NOT_FOUND])
    bare = as_json([NOT_FOUND], extracts=False)
    assert "the calm of" not in bare
    assert "quiet" not in bare


def test_json_is_ascii() -> None:
    assert as_json([problem("bad-date", "“日本”\x9b\ud800", Position("ä.yaml"))]).isascii()


def test_github_annotations_are_escaped_as_the_runner_undoes_it() -> None:
    found = problem("bad-date", "100 %: a,\nb", Position("a,b:c.yaml", 2, 3, 5, LINE), hint="so")
    assert as_github([found]) == (
        "::error file=a%2Cb%3Ac.yaml,line=2,col=3,endColumn=5,title=bad-date"
        "::100 %25: a,%0Ab%0Ahint: so"
    )


def test_github_shows_no_words_of_an_article() -> None:
    annotation = as_github([NOT_FOUND])
    assert "safety" not in annotation
    assert "security" not in annotation
    assert "hint: quote the article's own words" in annotation


def test_github_names_severities_its_own_way_and_files_from_the_repository() -> None:
    warning = problem("no-source", "none", Position("content/a.yaml", 1, 1))
    assert as_github([warning, note(1)], folder="timelines/one").splitlines() == [
        "::warning file=timelines/one/content/a.yaml,line=1,col=1,endColumn=1,title=no-source"
        "::none",
        "::notice file=timelines/one/001.yaml,line=1,col=1,endColumn=1,title=single-source"
        "::one source only",
    ]
    assert as_github([problem("bad-date", "none", Position("a.yaml"))]) == (
        "::error file=a.yaml,title=bad-date::none"
    )


@given(st.text(max_size=300), st.integers(0, 320), st.integers(0, 320))
def test_no_content_reaches_the_terminal_as_a_command(source: str, column: int, end: int) -> None:
    """Any letters at any place, even one outside the line, give whole printable lines."""
    found = problem("bad-date", source, Position(source, 1, column, end, source), hint=source)
    lines = as_text([found], colour=False, verbose=True).split("\n")
    has_extract = bool(source.strip())
    assert len(lines) == 1 + 2 * has_extract + bool(source)
    for line in lines:
        assert all(unicodedata.category(letter) not in ("Cc", "Cs", "Zl", "Zp") for letter in line)


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), min_size=1), st.data())
def test_carets_stand_under_the_letters_concerned(source: str, data: st.DataObject) -> None:
    if not source.strip():
        return
    start = data.draw(st.integers(1, len(source)))
    end = data.draw(st.integers(start + 1, len(source) + 1))
    _, shown, carets = text(at(source, start, end)).splitlines()
    place = carets.index("^")
    under = shown.ljust(len(carets))[place : len(carets)]
    whole = source[start - 1 : end - 1]
    assert whole == under or (shown.endswith("…") and whole.startswith(under))


def test_every_severity_has_its_word() -> None:
    for severity in Severity:
        found = Problem("bad-date", "m", Position("a"), severity=severity)
        assert text(found, verbose=True) == f"a: {severity.value}[bad-date] m"
