"""Where versions of one statement differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builder.evidence.accounts import differing


def test_words_that_another_version_has_otherwise_are_marked() -> None:
    """The blank behind a marked word is not marked."""
    first, second = differing(("a firm promise was made", "a safe promise was made"))
    assert first == (("a ", False), ("firm", True), (" promise was made", False))
    assert second == (("a ", False), ("safe", True), (" promise was made", False))


def test_case_and_marks_are_no_difference() -> None:
    """A reader would not call these different words."""
    assert differing(("“The gate, it’s shut.”", "the gate it's shut")) == (
        (("“The gate, it’s shut.”", False),),
        (("the gate it's shut", False),),
    )


def test_a_version_without_words_marks_nothing() -> None:
    """A source that gives only a value has no words to compare."""
    assert differing(("the gate held", "")) == ((("the gate held", False),), ())


def test_three_versions_are_compared_with_one_another() -> None:
    """A word that one of the others has otherwise is marked, though the third agrees."""
    marked = [
        [words for words, differs in each if differs] for each in differing(("a b", "a b", "a c"))
    ]
    assert marked == [["b"], ["b"], ["c"]]


@given(st.lists(st.text(alphabet="ab c", max_size=30), max_size=3))
def test_the_runs_of_a_version_are_its_words(versions: list[str]) -> None:
    """Nothing is lost or put in but blanks at the start."""
    for version, runs in zip(versions, differing(tuple(versions)), strict=True):
        assert "".join(words for words, _ in runs) == version.lstrip()
