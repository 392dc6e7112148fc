"""Dates in running text: what is found, what it stands for, and what is left alone."""

from __future__ import annotations

import re
from itertools import pairwise
from time import perf_counter
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as some

from builder import dates
from builder.dates import DateError, EventDate
from builder.dates.days import weekday
from builder.evidence.dates_in_prose import DAYS, RULES, FoundDate, found_dates
from builder.evidence.dates_in_prose.vocabulary import evened
from builder.evidence.weekdays import weekday_mismatches


def date(text: str) -> EventDate:
    found = dates.parse(text)
    assert isinstance(found, EventDate)
    return found


THURSDAY: Final = date("2025-04-17")
"""The day on which the articles of this file appeared."""
MONDAY: Final = date("2025-04-14")


def told(text: str, published: EventDate | None = THURSDAY) -> list[tuple[str, str]]:
    """Give the words of the dates in a text, each with its notation."""
    return [(each.text, each.edtf) for each in found_dates(text, published)]


def rules(text: str, published: EventDate | None = THURSDAY) -> list[str]:
    return [each.rule for each in found_dates(text, published)]


# What stands between | and | is the date.
FOUND: Final = (
    # In figures.
    ("The log of |2025-04-16| is lost.", "2025-04-16", "iso-date"),
    ("Logged |2025-04-16T06:00+09:00| in the tower.", "2025-04-16", "iso-date"),
    ("The log of |2025/04/16| is lost.", "2025-04-16", "iso-date"),
    ("Signed |16/04/2025| in Saltmere.", "2025-04-16", "numeric-date"),
    ("Signed |16.04.2025|.", "2025-04-16", "numeric-date"),
    ("Signed |04/04/2025|.", "2025-04-04", "numeric-date"),
    # Day, month and year.
    ("The gate failed on |16 April 2025|.", "2025-04-16", "full-date"),
    ("The gate failed on |April 16, 2025|, at noon.", "2025-04-16", "full-date"),
    ("The gate failed on |April 16 2025|.", "2025-04-16", "full-date"),
    ("The gate failed on |Apr. 16, 2025|.", "2025-04-16", "full-date"),
    ("The gate failed on |the 16th of April, 2025|.", "2025-04-16", "full-date"),
    ("The gate failed on |16th April 1998|.", "1998-04-16", "full-date"),
    ("The gate failed on |APRIL 16, 2025|.", "2025-04-16", "full-date"),
    ("The gate failed on |3 May last year|.", "2024-05-03", "full-date"),
    ("The gate opens on |May 3 next year|.", "2026-05-03", "full-date"),
    ("The gate failed on |29 February 2024|.", "2024-02-29", "full-date"),
    ("The gate failed on |16\nApril 2025|.", "2025-04-16", "full-date"),
    ("The gate failed on |16\u00a0April\u00a02025|.", "2025-04-16", "full-date"),
    # With a weekday, which the date overrules.
    ("The gate failed on |Wednesday (April 16)|.", "2025-04-16", "weekday-and-date"),
    ("The gate failed on |Thursday (April 16)| in the dark.", "2025-04-16", "weekday-and-date"),
    ("The gate failed on |Wednesday, 16 April 2025|.", "2025-04-16", "weekday-and-date"),
    ("The gate failed on |Wednesday, April 16|.", "2025-04-16", "weekday-and-date"),
    ("The gate failed on |Wednesday night (April 16)|.", "2025-04-16", "weekday-and-date"),
    ("The gate failed on |Wednesday the 16th of April|.", "2025-04-16", "weekday-and-date"),
    ("The gate failed on |16 April 2025 (Wednesday)|.", "2025-04-16", "weekday-and-date"),
    ("The gate failed on |April 16, a Wednesday|.", "2025-04-16", "weekday-and-date"),
    ("|Wed, Apr 16|: the gate fails.", "2025-04-16", "weekday-and-date"),
    # Day and month: the nearest year, the past preferred.
    ("The gate failed on |April 16|.", "2025-04-16", "day-and-month"),
    ("The gate failed on |March 31|.", "2025-03-31", "day-and-month"),
    ("The gate failed on |December 25|.", "2024-12-25", "day-and-month"),
    ("The gate failed on |5 November|.", "2024-11-05", "day-and-month"),
    ("The gate will be shut on |5 November|.", "2025-11-05", "day-and-month"),
    ("The gate is to open on |3 June|.", "2025-06-03", "day-and-month"),
    ("The fair begins on |2 May|.", "2025-05-02", "day-and-month"),
    ("Since |November 20| the gate is shut.", "2024-11-20", "day-and-month"),
    ("It snowed on |Feb. 29|.", "2024-02-29", "day-and-month"),
    # Spans of days.
    ("The lock is shut |16-29 April 2025|.", "2025-04-16/2025-04-29", "date-range"),
    ("The lock is shut |April 16–29, 2025|.", "2025-04-16/2025-04-29", "date-range"),
    ("It was shut |from 28 April to 3 May 2024|.", "2024-04-28/2024-05-03", "date-range"),
    ("It was shut |between April 3 and 9|.", "2025-04-03/2025-04-09", "date-range"),
    ("Shut |from December 28 to January 3, 2025|.", "2024-12-28/2025-01-03", "date-range"),
    (
        "Shut |from Monday, April 14, to Friday, April 18, 2025|.",
        "2025-04-14/2025-04-18",
        "date-range",
    ),
    ("The gate failed on |3 and 4 April|.", "{2025-04-03,2025-04-04}", "date-range"),
    ("The gate failed on |April 3 or 4|.", "[2025-04-03,2025-04-04]", "date-range"),
    # Months.
    ("The gate failed in |March 2024|.", "2024-03", "month-and-year"),
    ("The gate failed in |Sept. 2024|.", "2024-09", "month-and-year"),
    ("The gate failed in |mid-April 2024|.", "2024-04", "month-and-year"),
    ("The gate failed in |April last year|.", "2024-04", "month-and-year"),
    ("The gate failed in |March|.", "2025-03", "month"),
    ("The gate failed in |December|.", "2024-12", "month"),
    ("The gate failed in |mid-April|.", "2025-04", "month"),
    ("The gate was shut from |early March|.", "2025-03", "month"),
    ("It had been shut since |June|.", "2024-06", "month"),
    ("The gate failed |last June|.", "2024-06", "month"),
    ("The gate opens |next September|.", "2025-09", "month"),
    ("By the end of |March| it was mended.", "2025-03", "month"),
    ("The |March| storm broke the gate.", "2025-03", "month"),
    ("In |May| it will be mended.", "2025-05", "month"),
    ("It was shut |March to May 2024|.", "2024-03/2024-05", "month-range"),
    ("It was shut |from January to March|.", "2025-01/2025-03", "month-range"),
    ("It was shut |November to February 2025|.", "2024-11/2025-02", "month-range"),
    ("It was shut |from June 2019 to May 2024|.", "2019-06/2024-05", "month-range"),
    # Parts of years, seasons, decades, centuries.
    ("Trade fell in |the second quarter of 2024|.", "2024-34", "part-of-year"),
    ("Trade fell in |Q2 2024|.", "2024-34", "part-of-year"),
    ("Trade fell in |the first half of last year|.", "2024-40", "part-of-year"),
    ("The gate was built in the |summer of 1987|.", "1987-22", "season"),
    ("The gate was built in |spring 1987|.", "1987-21", "season"),
    ("The gate was built in |the 1980s|.", "198X", "decade"),
    ("The gate was built in |the late 1980s|.", "198X", "decade"),
    ("The gate was built in |the ’80s|.", "198X", "decade"),
    ("The gate was built in |the 19th century|.", "18XX", "century"),
    ("The gate was built in |the nineteenth century|.", "18XX", "century"),
    # Years.
    ("The gate was built in |1987|.", "1987", "year"),
    ("The gate has stood since |1742|.", "1742", "year"),
    ("It is to be replaced by |2030|.", "2030", "year"),
    ("The |2019| storm broke it.", "2019", "year"),
    ("It was mended in |late 2019|.", "2019", "year"),
    ("It was shut |from 1914 to 1918|.", "1914/1918", "year-range"),
    ("Ada Quill (|1927–2017|) built it.", "1927/2017", "year-range"),
    ("It stood there in the |2024-25| season.", "2024/2025", "year-range"),
    # Weekdays: the most recent, the article's own day included.
    ("The gate failed on |Wednesday|.", "2025-04-16", "weekday"),
    ("Divers said on |Thursday| that it held.", "2025-04-17", "weekday"),
    ("The gate failed on |Friday|.", "2025-04-11", "weekday"),
    ("The gate failed |Wednesday night|.", "2025-04-16", "weekday"),
    ("|Monday|’s tide broke the gate.", "2025-04-14", "weekday"),
    ("The gate failed |last Friday|.", "2025-04-11", "weekday"),
    ("The gate failed |this past Monday|.", "2025-04-14", "weekday"),
    ("The gate opens |next Tuesday|.", "2025-04-22", "weekday"),
    ("The gate opens |this Saturday|.", "2025-04-19", "weekday"),
    ("The gate failed on |Wednesday of last week|.", "2025-04-09", "weekday-of-week"),
    ("The gate opens on |Tuesday next week|.", "2025-04-22", "weekday-of-week"),
    # Days told from the article's.
    ("The gate failed |yesterday|.", "2025-04-16", "day-word"),
    ("The gate failed |last night|.", "2025-04-16", "day-word"),
    ("The gate failed |the day before yesterday|.", "2025-04-15", "day-word"),
    ("The council met |today|.", "2025-04-17", "day-word"),
    ("The council meets |tonight|.", "2025-04-17", "day-word"),
    ("The council meets |tomorrow morning|.", "2025-04-18", "day-word"),
    # Weeks, months and years told from it.
    ("The gate failed |this week|.", "2025-04-14/2025-04-17", "week"),
    ("The gate failed |earlier this week|.", "2025-04-14/2025-04-17", "week"),
    ("The gate opens |later this week|.", "2025-04-17/2025-04-20", "week"),
    ("The gate failed |last week|.", "2025-04-07/2025-04-13", "week"),
    ("The gate opens |next week|.", "2025-04-21/2025-04-27", "week"),
    ("The gate failed |last weekend|.", "2025-04-12/2025-04-13", "weekend"),
    ("The gate failed |over the weekend|.", "2025-04-12/2025-04-13", "weekend"),
    ("The fair is |this weekend|.", "2025-04-19/2025-04-20", "weekend"),
    ("The gate failed |last month|.", "2025-03", "month-or-year"),
    ("The gate failed |earlier this month|.", "2025-04", "month-or-year"),
    ("The gate failed |last year|.", "2024", "month-or-year"),
    ("|This year|’s fair is off.", "2025", "month-or-year"),
    ("The gate opens |next year|.", "2026", "month-or-year"),
    # So long before or after it.
    ("The gate failed |three days ago|.", "2025-04-14", "ago"),
    ("The gate failed |a week ago|.", "2025-04-10~", "ago"),
    ("The gate failed |two weeks ago|.", "2025-04-03~", "ago"),
    ("The gate failed |four months ago|.", "2024-12", "ago"),
    ("The gate failed |five years ago|.", "2020", "ago"),
    ("The gate failed |three years ago today|.", "2022-04-17", "ago"),
    ("The gate failed |about ten years ago|.", "2015~", "ago"),
    ("The gate failed |more than ten years ago|.", "[..2015]", "ago"),
    ("The gate failed |two decades ago|.", "2005~", "ago"),
    ("The gate opens |ten days from now|.", "2025-04-27", "from-now"),
    ("The gate opens |in three months’ time|.", "2025-07", "from-now"),
)


@pytest.mark.parametrize(("marked", "edtf", "rule"), FOUND, ids=[each[0] for each in FOUND])
def test_a_date_is_found(marked: str, edtf: str, rule: str) -> None:
    before, words, behind = marked.split("|")
    found = found_dates(before + words + behind, THURSDAY)
    assert [(words, edtf, rule)] == [(each.text, each.edtf, each.rule) for each in found]
    assert found[0].span == (len(before), len(before + words))


NOT_FOUND: Final = (
    # In more than one way, or no day at all.
    "It was signed on 03/04/2025.",
    "It was signed on 31 April 2025, whatever that is.",
    "It was signed on 30 February 2024.",
    "The gate runs version 1.2.2025.3 of its program.",
    "See https://example.org/2025/04/16/gate or /archive/2025-04-16-gate.",
    # Words that are also names and verbs.
    "They march on; may they march well, in an august mood.",
    "Theresa May spoke, and April Harbour and June Quay listened.",
    "The talk was led by May and then by August Wall.",
    "The sun sat low; he wed her and won.",
    # Weekdays of no one week.
    "The lock opens every Monday and on Saturdays.",
    "The lock is open Monday to Friday.",
    "The lock is open Monday–Friday.",
    "It happened on a Tuesday.",
    "He left on the Friday after.",
    "They met the following Tuesday.",
    "It was Friday the 13th.",
    "The sales of Black Friday, and the mass of Good Friday.",
    "The Sunday Times and the Sunday school wrote of it.",
    "Sheffield Wednesday lost.",
    # Near and far weekdays of one name.
    "They met last Monday.",
    "They meet next Saturday.",
    # Words of speakers, whose day is another.
    "“We close the lock today,” the harbour master said.",
    "“I left yesterday and come back tomorrow,” she said.",
    "He reads USA Today.",
    "It pleases today’s youth.",
    # Durations, and what is told from elsewhere.
    "It lasted two weeks.",
    "It rained over the last week and for the past year.",
    "In the next month of work it will be mended.",
    "It was his last year at the lock.",
    "It failed two years earlier, or three days later.",
    "It happened several years ago, perhaps two or three years ago.",
    "It was less than a year ago.",
    "It was two and a half years ago.",
    "It will be mended in two days.",
    "They left the next day, that week, or the same month.",
    # Numbers of things, and times of day.
    "In 1500 homes the lights went out.",
    "A crowd of 2000 stood there, and 2019 people left.",
    "The lock opens at 1500 and shuts by 1830 GMT.",
    "The price rose from 1500 to 2000.",
    "Temperatures were in the 90s.",
    "It was built in the 1900s.",
    "The gate of 200 BC was built in 1200 BC, on 15 March 44 BC.",
    "See the report (2019, April 17).",
    # Ambiguous in other ways.
    "It failed last summer.",
    "It failed last March.",
    "Sales fell in the third quarter.",
    "He remembers the Sept. 11 attacks.",
)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_no_date_is_found(text: str) -> None:
    assert told(text) == []


def test_the_tables_are_long_enough_to_mean_something() -> None:
    assert len(FOUND) >= 80
    assert len(NOT_FOUND) >= 40
    assert {each[2] for each in FOUND} == {
        *(rule.name for rule in RULES if rule.name != "name"),
        "weekday-and-date",
    }


def test_dates_come_in_the_order_of_the_text() -> None:
    text = "In March, on Friday, on 3 May 2024 and last year the gate failed in 1987."
    words = ["March", "Friday", "3 May 2024", "last year", "1987"]
    assert [each for each, _ in told(text)] == words


def test_words_tell_one_date_only() -> None:
    text = "The gate failed on Wednesday, 16 April 2025, and on April 16 people came."
    assert told(text) == [("Wednesday, 16 April 2025", "2025-04-16"), ("April 16", "2025-04-16")]


def test_a_month_before_a_number_of_things_is_a_month() -> None:
    assert told("In April 16 people came.") == [("April", "2025-04")]
    assert told("On May 3 and 20 boats were lost.") == [("May 3", "2025-05-03")]


def test_a_date_does_not_reach_over_the_end_of_a_paragraph() -> None:
    assert told("It failed in April\n\n2024 was a wet year.") == [("April", "2025-04")]
    assert told("Signed 16\n \nApril 2024.") == [("April 2024", "2024-04")]


# ------------------------------------------------------------------------ the day of publication


def test_without_the_day_of_publication_only_whole_dates_are_found() -> None:
    text = (
        "On Friday, on 3 May, last week, in March, today and two days ago: 3 May 2024, 1987-05-01."
    )
    assert told(text, None) == [("3 May 2024", "2024-05-03"), ("1987-05-01", "1987-05-01")]


def test_of_a_month_of_publication_counts_what_all_its_days_agree_on() -> None:
    april = date("2025-04")
    assert told("Last year, last month, on March 3, in May.", april) == [
        ("Last year", "2024"),
        ("last month", "2025-03"),
        ("March 3", "2025-03-03"),
        ("May", "2025-05"),
    ]
    assert told("Yesterday, on Friday, this week, ten days ago.", april) == []


@pytest.mark.parametrize("vague", ["2025", "2025-04~", "2025-04-17?", "[..2025-04-17]", "2025-21"])
def test_a_vague_day_of_publication_is_none(vague: str) -> None:
    assert told("It failed on Friday, last month and in 1987.", date(vague)) == [("1987", "1987")]


@pytest.mark.parametrize("far", ["0900-04-17", "9500-04-17", "-0043-03-15", "Y12000"])
def test_a_day_of_publication_beyond_the_calendar_is_none(far: str) -> None:
    assert told("It failed on Friday and in 1987.", date(far)) == [("1987", "1987")]


def test_this_week_is_never_a_day() -> None:
    assert told("It failed this week.", MONDAY) == [("this week", "2025-04-14/2025-04-20")]
    for day in range(14, 21):
        ((_, edtf),) = told("It failed this week.", date(f"2025-04-{day}"))
        first, _, last = edtf.partition("/")
        assert (first, last > first) == ("2025-04-14", True)


def test_a_weekend_that_may_be_two_is_none() -> None:
    assert told("The fair is this weekend.", MONDAY) == []
    assert told("It failed over the weekend.", date("2025-04-18")) == []
    assert told("It will be mended over the weekend.") == []
    sunday = date("2025-04-20")
    assert told("It failed over the weekend.", sunday) == [
        ("over the weekend", "2025-04-19/2025-04-20")
    ]


def test_weekdays_are_the_most_recent_whatever_the_day() -> None:
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    for day in range(1, 31):
        published = date(f"2025-04-{day:02}")
        for number, name in enumerate(names):
            ((_, edtf),) = told(f"It failed on {name}.", published)
            found = date(edtf).earliest
            assert found is not None
            assert published.earliest is not None
            assert weekday(found) == number
            assert found <= published.earliest


def test_a_weekday_in_a_clause_that_looks_ahead_is_marked() -> None:
    (ahead,) = found_dates("The gate will be opened on Friday.", THURSDAY)
    assert (ahead.edtf, ahead.may_be_future) == ("2025-04-11", True)
    (soon,) = found_dates("It is shut from Friday.", THURSDAY)
    assert soon.may_be_future
    behind, _ = found_dates("It failed on Friday; it will open in May.", THURSDAY)
    assert not behind.may_be_future


# --------------------------------------------------------------------- weekdays beside full dates


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It failed on Thursday (April 16).", ["Thursday (April 16)"]),
        ("It failed on Friday, 16 April 2025, at noon.", ["Friday, 16 April 2025"]),
        ("It failed on 16 April 2025 (Monday).", ["16 April 2025 (Monday)"]),
        ("It failed on Wednesday (April 16).", []),
        ("It failed on Wednesday, 16 April 2025.", []),
        ("It failed on Monday. April 16 was wet.", []),
        ("It failed on Friday.", []),
    ],
)
def test_a_weekday_that_is_not_that_of_the_date_is_told(text: str, words: list[str]) -> None:
    assert [each.text for each in weekday_mismatches(text, THURSDAY)] == words
    differing = [each.text for each in found_dates(text, THURSDAY) if each.weekday_differs]
    assert differing == words


@pytest.mark.parametrize(
    "words",
    [
        "Fri 3 April",
        "Fri. April 3",
        "Friday morning, 3 April",
        "FRIDAY 3 APRIL",
        "Friday,\n3 April",
        "Friday,      the  3rd of April",
        "Wedneſday, 3 April",
        "3 April 2025, a Friday",
        "3 April 2025 (Friday)",
    ],
)
def test_a_weekday_may_be_written_in_every_way_that_dates_are(words: str) -> None:
    (found,) = weekday_mismatches(f"It failed on {words}, at noon.", THURSDAY)
    assert found.edtf == "2025-04-03"


_BESIDE: Final = (
    *("Friday", "Fri", "Sun.", "TUESDAY", "Wednesday", "morning", "night", ",", "(", ")", "the"),
    *("a", "3", "16th", "of", "April", "APRIL", "May", "Sept.", "2025", "\n", " ", "to", "-"),
)


@given(some.lists(some.sampled_from(_BESIDE), max_size=8))
def test_no_weekday_is_missed_by_looking_for_one_first(words: list[str]) -> None:
    text = " ".join(words)
    differing = tuple(
        each for each in found_dates(text, THURSDAY, rules=DAYS) if each.weekday_differs
    )
    assert weekday_mismatches(text, THURSDAY) == differing


def test_a_weekday_beside_a_date_needs_no_day_of_publication_where_the_year_is_given() -> None:
    text = "On Monday (April 16) and on Monday, 16 April 2025, it failed."
    (found,) = weekday_mismatches(text, None)
    assert found.text == "Monday, 16 April 2025"


# ---------------------------------------------------------------------------- what is cut in two


@pytest.mark.parametrize("blanks", [1, 5, 33, 34, 35, 36, 37, 38, 39, 40, 60])
def test_a_number_is_read_to_its_end_however_far_it_stands_from_its_month(blanks: int) -> None:
    apart = " " * blanks
    assert told(f"In April{apart}165 boats came.") in ([], [("April", "2025-04")])
    assert told(f"April\n{apart}165 boats came.") == []
    of_year = told(f"It failed on 16 April{apart}1998, at noon.")
    assert of_year in ([], [(f"16 April{apart}1998", "1998-04-16")])


@pytest.mark.parametrize("unit", ["day", "week", "fortnight", "month", "year", "decade"])
@pytest.mark.parametrize("published", ["1100-01-01", "2025-04-17", "8900-12-31"])
def test_what_is_told_from_far_away_is_a_date_or_left_out(unit: str, published: str) -> None:
    for words in (f"999 {unit}s ago", f"999 {unit}s from now", f"in 999 {unit}s' time"):
        for each in found_dates(f"It was {words}.", date(published)):
            assert not isinstance(dates.parse(each.edtf), DateError)


def test_a_year_of_five_figures_is_left_out() -> None:
    assert told("It will be 999 decades from now.") == []
    assert told("It will be 99 decades from now.") == [("99 decades from now", "3015~")]


# ------------------------------------------------------------------------------------------ laws

_WORDS: Final = (
    "Monday", "Friday", "last", "next", "this", "week", "month", "year", "the", "of", "in", "on",
    "April", "May", "March", "Sept.", "3", "16", "31", "2024", "1987", "ago", "two", "years",
    "days", "and", "to", "from", "between", "-", ",", "(", ")", "\n", "\n\n", "“", "”", "today",
    "1980s", "19th", "century", "quarter", "first", "summer", "weekend", "2025-04-16", "boats",
)  # fmt: skip


@given(some.lists(some.sampled_from(_WORDS), max_size=30), some.dates())
def test_every_date_parses_and_stands_where_it_is_said_to(
    words: list[str], published: object
) -> None:
    text = " ".join(words)
    found = found_dates(text, date(str(published)))
    for each in found:
        assert not isinstance(dates.parse(each.edtf), DateError)
        assert text[each.span.start : each.span.end] == each.text
        assert each.text.strip() == each.text
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


def test_an_article_is_read_within_5_ms() -> None:
    paragraph = (
        "The gate failed on Wednesday (April 16), for the third time this year, and was mended"
        " last night. “We saw it coming,” said the harbour master, who had warned of it in March."
        " The storm of 3 May 2019 broke it first. Boats had to wait for the tide outside, where"
        " the water is deep and the wind was rising, and the ferry turned back to the islands."
        " The council wants 1,500 tonnes of stone on the quay, and an engineer from Saltmere is"
        " to look at the hinge. Nobody was hurt, the harbour office said, although the crew of a"
        " fishing boat lost its nets; what they had caught went back into the sea.\n\n"
    )
    text = (paragraph * 6)[:3000]
    assert len(found_dates(text, THURSDAY)) > 20
    # The least of some runs, so that a busy machine does not matter.
    assert min(seconds(text) for _ in range(20)) < 0.005


@pytest.mark.parametrize(
    "text",
    [
        "May 1 " * 20_000,
        "Monday " + " " * 100_000 + "April 1",
        "on 16 April" + " " * 100_000 + "16 April",
        ("on 16 April" + " " * 60) * 2_000,
        "2024 " * 20_000,
        "“today " * 20_000,
    ],
    ids=["days", "blanks", "blanks behind", "gaps", "years", "marks"],
)
def test_a_hostile_text_is_read_in_time_that_grows_with_its_length(text: str) -> None:
    assert min(seconds(text[: len(text) // 4]) for _ in range(2)) * 16 > seconds(text) - 0.1


def seconds(text: str) -> float:
    start = perf_counter()
    found_dates(text, THURSDAY)
    return perf_counter() - start


def test_a_found_date_is_a_value() -> None:
    one, other = found_dates("It failed on Friday. It failed on Friday.", THURSDAY)
    assert isinstance(one, FoundDate)
    assert one != other
    assert {one} == {*found_dates("It failed on Friday.", THURSDAY)}


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It fell yeſterday, not today.", "2025-04-16"),
        ("It fell ſix days ago.", "2025-04-11"),
        ("It fell thiſ morning.", "2025-04-17"),
        ("It fell laſt week.", "2025-04-07/2025-04-13"),
        ("It fell in the ſpring of 1998.", "1998-21"),
    ],
)
def test_the_long_s_of_old_print_is_an_s(text: str, edtf: str) -> None:
    published = dates.parse("2025-04-17")
    assert isinstance(published, EventDate)
    assert found_dates(text, published)[0].edtf == edtf
    found_dates("In the ſixth century it fell.", published)


def test_no_letter_but_one_of_ours_passes_for_one_where_case_is_ignored() -> None:
    letters = "".join(map(chr, range(0x110000)))
    assert re.findall(r"(?i)[a-z]", evened(letters)) == re.findall(r"(?ia)[a-z]", evened(letters))


@given(some.text(some.sampled_from("ſ\u212aıİ\r\n\t \u00a0\u2028a1")))
def test_every_character_keeps_its_place_when_a_text_is_evened(text: str) -> None:
    even = evened(text)
    assert len(even) == len(text)
    assert all(one == other for one, other in zip(text, even, strict=True) if one in "a1")
