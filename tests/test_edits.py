"""An edit changes what it is asked to change, and not one character more."""

from __future__ import annotations

import os
import re
from collections import Counter
from copy import deepcopy
from itertools import takewhile
from random import Random
from typing import Any, Final

import pytest
import yaml
from random_notes import ORDER, random_edit, random_note

from builder.edits import (
    Append,
    Edit,
    Refused,
    Remove,
    RenameKey,
    Replace,
    Set,
    edited,
    edited_all,
    quoted,
)

ROUNDS: Final = 40_000 if os.environ.get("HYPOTHESIS_PROFILE") == "slow" else 3_000

NOTE: Final = """\
# The gate.
title: "Gate"   # the title
date: 2031-04-03

tags: [lock, tide]   # topics
place:
  name: Saltmere
body: |
  One # no comment

  two

sources:
  # The first.
  - article: gull
    quote: 'it''s stuck'   # why
  - tern

related:
- wall
# The end.
"""


def lines_changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """Give the lines that went and the lines that came, in one place."""
    old, new = before.splitlines(), after.splitlines()
    top = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))))
    old, new = old[top:], new[top:]
    pairs = zip(reversed(old), reversed(new), strict=False)
    bottom = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
    return old[: len(old) - bottom], new[: len(new) - bottom]


@pytest.mark.parametrize(
    ("edit", "went", "came"),
    [
        (Set(("title",), 'A "gate"'), ['title: "Gate"   # the title'],
         [r'title: "A \"gate\""   # the title']),
        (Set(("date",), "2031-04"), ["date: 2031-04-03"], ["date: 2031-04"]),
        (Set(("place", "lat"), "51.2"), [], ["  lat: 51.2"]),
        (Set(("place",), "Quay"), ["place:", "  name: Saltmere"], ['place: "Quay"']),
        (Set(("place", "name"), "Salt: mere"), ["  name: Saltmere"], ['  name: "Salt: mere"']),
        (Set(("status",), "disputed"), [], ["status: disputed"]),
        (Set(("id",), "gate-jams"), [], ["id: gate-jams"]),
        (Set(("summary",), "One\ntwo: x\n"), [], ["summary: |", "  One", "  two: x"]),
        (Set(("body",), "Three\n\n# four"), ["body: |", "  One # no comment", "", "  two"],
         ["body: |-", "  Three", "", "  # four"]),
        (Set(("sources", 0, "quote"), "they're"), ["    quote: 'it''s stuck'   # why"],
         ["    quote: 'they''re'   # why"]),
        (Append(("tags",), "high water"), ["tags: [lock, tide]   # topics"],
         ['tags: [lock, tide, "high water"]   # topics']),
        (Append(("people",), "Mara Tennick"), [], ['people: ["Mara Tennick"]']),
        (Append(("related",), "quay"), [], ["- quay"]),
        (Append(("sources",), {"article": "gull-2", "quote": "no: not"}), [],
         ["  - article: gull-2", '    quote: "no: not"']),
        (Append(("sources", 0, "supports"), "date"), [], ["    supports: [date]"]),
        (Remove(("date",)), ["date: 2031-04-03"], []),
        (Remove(("tags", 0)), ["tags: [lock, tide]   # topics"], ["tags: [tide]   # topics"]),
        (Remove(("place", "name")), ["place:", "  name: Saltmere"], []),
        (Remove(("related", 0)), ["related:", "- wall"], []),
        (Remove(("sources", 0, "article")),
         ["  - article: gull", "    quote: 'it''s stuck'   # why"],
         ["  - quote: 'it''s stuck'   # why"]),
        (RenameKey(("tags",), "topics"), ["tags: [lock, tide]   # topics"],
         ["topics: [lock, tide]   # topics"]),
        (Replace(("body",), "two", "three"), ["  two"], ["  three"]),
        (Replace(("sources", 0, "quote"), "stuck", "free"), ["    quote: 'it''s stuck'   # why"],
         ["    quote: 'it''s free'   # why"]),
    ],
)  # fmt: skip
def test_an_edit_is_made_where_its_value_stands(
    edit: Edit, went: list[str], came: list[str]
) -> None:
    result = edited(NOTE, edit, order=ORDER)
    assert not isinstance(result, Refused), result
    assert lines_changed(NOTE, result) == (went, came)


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (Set(("sources",), ["tern"]), "a comment stands inside the value and would be lost"),
        (Remove(("sources",)), "a comment stands inside the value and would be lost"),
        (Remove(("tags",)), "a comment stands beside the value and would be lost"),
        (Remove(("sources", 0, "quote")), "a comment stands beside the value and would be lost"),
        (Set(("tags", 5), "x"), "there is no item 6"),
        (Set(("title", "en"), "x"), "a single text stands there, no group of keys"),
        (Append(("place",), "x"), "a group of keys stands there, no list"),
        (Remove(("people",)), "there is no 'people'"),
        (RenameKey(("tags",), "body"), "'body' stands there already"),
        (Replace(("title",), "Wall", "x"), "the words 'Wall' do not stand there"),
    ],
)
def test_what_cannot_be_done_is_refused_with_its_reason(edit: Edit, reason: str) -> None:
    assert edited(NOTE, edit) == Refused(reason)


def test_an_edit_that_changes_nothing_gives_the_same_text() -> None:
    assert edited(NOTE, Set(("title",), "Gate")) == NOTE


AWKWARD: Final = (
    "a: &one {x: 1}\nb: *one\ntitle: t\n",
    "a: &one\n  x: y\nb:\n  <<: *one\n  z: w\ntitle: t\n",
    "a: [&q x, *q]\n",
    "? a\n: b\n? c\n: - d\n",
    '"a": {b: {c: [d, {e: f}]}} # g\n',
    "a: >\n  folded\n  text\n\nb: >-\n  more\n",
    "a: |+\n  kept\n\n\nb: x\n",
    "a: |2\n    led\n  b\nc: d\n",
    "a:\n- b\n-\n- - c\n  - d\n",
    "--- # first\na: b\n--- \nc: d\n...\n",
    "- a: b\n  # in between\n  c: d\n- a: e\n",
    "a: b\r\nc:\r\n  - d # e\r\n  - f\r\n",
    "a: plain\n  over lines\nb: 'quoted\n\n  too'\n",
    'a: "🚢\u2028x"\nb: \u200bz\n',
    "a: !!str x\nb: ! y\nc: !t [d]\n",
    "{a: b, c: [d, e,], }\n",
    "a:\n\n  # lost?\n\n  b: c\n\nd:   # empty\ne: ~\nf: ''\n",
    "%YAML 1.1\n---\na: b\n",
    "a: b",
    "a:\n  - b\n  -  c: d\n     e: f",
    "a: 'x'\n\n\n# the end\n\n",
)
"""Forms that notes are seldom written in."""


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_notes_are_edited_rightly_or_refused(text: str) -> None:
    """Law: what comes out is what was asked for, beside what was there, or there is a reason."""
    made = 0
    for note in range(len(loaded(text))):
        for edit in every_edit(loaded(text)[note]):
            result = edited(text, edit, note=note)
            if isinstance(result, Refused):
                assert result.reason
                continue
            wanted = loaded(text)
            wanted[note] = after(wanted[note], edit)
            assert loaded(result) == wanted, (edit, result)
            assert not comments(text) - comments(result), (edit, result)
            made += 1
    assert made


def loaded(text: str) -> list[Any]:
    """Read the notes of a text with PyYAML, every value as text, empty ones alike."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(each) for key, each in value.items()}
        if isinstance(value, list):
            return [plain(each) for each in value]
        return "" if value in ("~", "null") else value

    notes: list[Any] = []
    for document in yaml.load_all(text, Loader=TextLoader):
        notes += document if isinstance(document, list) else [document]
    return list(map(plain, notes))


class TextLoader(yaml.CSafeLoader):
    """libyaml with every value as text, and merge keys followed."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        "<": [("tag:yaml.org,2002:merge", re.compile("<<$"))]
    }


def _untagged(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return loader.construct_scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    assert isinstance(node, yaml.MappingNode)
    return loader.construct_mapping(node, deep=True)


TextLoader.add_multi_constructor("!", lambda loader, _, node: _untagged(loader, node))


def comments(text: str) -> Counter[str]:
    """Give the comments of a text: what stands between libyaml's tokens, and heads its blocks."""
    found: list[str] = []
    at = 0
    for token in yaml.scan(text, Loader=yaml.CBaseLoader):
        start, end = token.start_mark.index, token.end_mark.index
        found += re.findall("#.*", text[at:start])
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            found += re.findall(r"(?<=[ \t])#.*", re.split("[\r\n]", text[start:end])[0])
        at = max(at, end)
    return Counter(each.rstrip() for each in (*found, *re.findall("#.*", text[at:])))


def every_edit(value: Any, path: tuple[str | int, ...] = ()) -> list[Edit]:
    """Give edits of each kind at each place of a note."""
    found: list[Edit] = []
    if path:
        found += [Set(path, "new: #"), Set(path, "two\nlines\n"), Set(path, ["a", {"b": "c"}])]
        found += [Remove(path)]
    if path and not isinstance(value, dict):
        found += [Append(path, "last"), Append(path, {"k": "l", "m": ["n"]})]
    if isinstance(value, dict):
        found += [Set((*path, "new"), "x"), Set((*path, "new", "er"), ["x", "y: z"])]
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for step, each in inner if not isinstance(value, str) else ():
        found += every_edit(each, (*path, step))
    return found


def after(value: Any, edit: Edit) -> Any:
    """What a note is after an edit, said once more in other words."""
    value = deepcopy(value)
    *way, last = edit.path
    holders = [value]
    for step in way:
        here = holders[-1]
        is_new = isinstance(here, dict) and step not in here
        if isinstance(edit, Set | Append) and (is_new or here[step] == ""):
            here[step] = {}
        holders.append(here[step])
    here = holders[-1]
    match edit:
        case Set():
            here[last] = edit.value
        case Replace():
            here[last] = here[last].replace(edit.words, edit.by)
        case Append():
            old = here.get(last, "") if isinstance(here, dict) else here[last]
            old = old if isinstance(old, list) else [old] if old else []
            here[last] = [*old, edit.value]
        case Remove():
            del here[last]
            while way and not holders[-1]:
                holders.pop()
                del holders[-1][way.pop()]
    return value


def test_random_edits_of_random_notes_are_right_or_refused() -> None:
    """Law: read by PyYAML, the result is the note with the edit made and nothing else changed."""
    counted: Counter[str] = Counter()
    for seed in range(ROUNDS):
        random = Random(seed)
        values, text = random_note(random)
        edit = random_edit(random, values)
        if yaml.load(text, Loader=yaml.CBaseLoader) != values:
            # A blank line fell behind a block that keeps its line feeds.
            continue
        result = edited(text, edit, order=ORDER)
        if isinstance(result, Refused):
            is_for_comment = result.reason.startswith("a comment stands")
            assert comments(text) or not is_for_comment, (seed, edit)
            counted["comment" if is_for_comment else result.reason] += 1
            continue
        counted["made"] += 1
        assert yaml.load(result, Loader=yaml.CBaseLoader) == after(values, edit), (seed, edit)
        assert_only_there(text, result, edit, seed)
        assert not comments(text) - comments(result), (seed, edit)
    # Where a comment would be lost, a refusal is right.
    assert counted["made"] > 0.9 * (ROUNDS - counted["comment"]) > 0.8 * ROUNDS, counted


def test_edits_made_together_are_those_made_one_after_the_other() -> None:
    """Law: in any number, of any notes of a file, and the first that is refused is named."""
    made = 0
    for seed in range(ROUNDS // 10):
        random = Random(seed)
        notes = [random_note(random) for _ in range(3)]
        text = "\n---\n".join(written for _, written in notes)
        if any(yaml.load(each, Loader=yaml.CBaseLoader) != value for value, each in notes):
            continue
        if list(yaml.load_all(text, Loader=yaml.CBaseLoader)) != [value for value, _ in notes]:
            continue
        edits = [
            (note, random_edit(random, notes[note][0]))
            for note in random.choices(range(3), k=random.randint(1, 5))
        ]
        expected: str | Refused = text
        for note, edit in edits:
            assert isinstance(expected, str)
            expected = edited(expected, edit, note=note, order=ORDER)
            if isinstance(expected, Refused):
                break
        found = edited_all(text, edits, order=ORDER)
        if isinstance(expected, Refused):
            assert isinstance(found, Refused), (seed, expected)
        else:
            assert not isinstance(found, Refused), (seed, found)
            loads = [
                list(yaml.load_all(each, Loader=yaml.CBaseLoader)) for each in (found, expected)
            ]
            assert loads[0] == loads[1], seed
            made += found == expected
            assert not comments(text) - comments(found), seed
    assert made > ROUNDS / 20, made


@pytest.mark.parametrize(
    ("text", "edit", "after"),
    [
        ("", Set(("title",), "T: t"), 'title: "T: t"\n'),
        ("---\r\n# none\r\n", Append(("aliases",), "a"), "---\r\n# none\r\naliases: [a]\r\n"),
    ],
)
def test_the_first_key_is_written_below_the_comments(text: str, edit: Edit, after: str) -> None:
    assert edited(text, edit) == after


@pytest.mark.parametrize("text", ["- a\n", "words\n", "[]\n"])
def test_a_text_that_holds_something_else_is_not_begun(text: str) -> None:
    assert isinstance(edited(text, Set(("title",), "x")), Refused)


@pytest.mark.parametrize(
    ("text", "edit", "reason"),
    [
        ("t:\n  # keep\n  - x\nu: v\n", Remove(("t", 0)), "inside"),
        ("t:   # keep\n  - x\nu: v\n", Remove(("t", 0)), "inside"),
        ("t:\n  - x\n  - y # keep\n", Remove(("t", 1)), "beside"),
        ("t: |  # keep\n  x\nu: v\n", Remove(("t",)), "inside"),
        ("t: [a, [b, # keep\n  c], d]\n", Remove(("t", 1)), "inside"),
        ("t: [a, # keep\n  b]\n", Remove(("t", 1)), "beside"),
        ("- t: x # keep\n  u: v\n", Remove(("t",)), "beside"),
        ("t:  # keep\nu: v\n", Remove(("t",)), "beside"),
    ],
)
def test_what_a_comment_belongs_to_is_not_taken_away(text: str, edit: Edit, reason: str) -> None:
    assert comments(text) == Counter(["# keep"])
    assert edited(text, edit) == Refused(f"a comment stands {reason} the value and would be lost")


@pytest.mark.parametrize(
    ("text", "edit", "after"),
    [
        ('t:\n  # keep\n  - "#x"\n  - y\n', Remove(("t", 0)), "t:\n  # keep\n  - y\n"),
        ('"t#": x\n# keep\nu: v\n', Remove(("t#",)), "# keep\nu: v\n"),
        ("t: |+ # a\n  x\n\n# keep\n", Set(("t",), "2031"), "t: |- # a\n  2031\n# keep\n"),
        ("t: |\t# keep\n  x\nu: v\n", Set(("t",), "y"), "t: |-\t# keep\n  y\nu: v\n"),
    ],
)
def test_a_comment_on_other_lines_stays(text: str, edit: Edit, after: str) -> None:
    assert edited(text, edit) == after


@pytest.mark.parametrize("text", ["a: &d x\nb: *d\n", "a: !!str &d x\n", "a: &d [x]\nb: y\n"])
def test_a_value_with_an_anchor_is_left_to_hands(text: str) -> None:
    found = edited(text, Set(("a",), "z"))
    assert isinstance(found, Refused)
    assert "named ('&')" in found.reason


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("a: >-\n  one [@b p.\n  3] two\n", "a: >-\n  one [@cc p.\n  3] two\n"),
        ('a: "one [@b\n   p. 3] two" # x\n', 'a: "one [@cc\n   p. 3] two" # x\n'),
        ("a: one [@b\r\n  p. 3]\r\nb: x\r\n", "a: one [@cc\r\n  p. 3]\r\nb: x\r\n"),
    ],
)
def test_words_are_replaced_where_their_lines_are_folded(text: str, after: str) -> None:
    assert edited(text, Replace(("a",), "[@b p. 3]", "[@cc p. 3]")) == after


def assert_only_there(text: str, result: str, edit: Edit, seed: int) -> None:
    """Every character before the lines of the edited value, and behind them, is as it was."""
    root = yaml.compose(text, Loader=yaml.CBaseLoader)
    first, last = lines_of(root, edit.path)
    lines = text.split("\n")
    before = "".join(f"{line}\n" for line in lines[:first])
    # The next key moves up to the dash when the first key of an item is taken away.
    behind = "\n".join(lines[last + 1 :]).lstrip()
    assert result.startswith(before), (seed, edit)
    assert result.endswith(behind), (seed, edit)


def lines_of(root: Any, path: tuple[str | int, ...]) -> tuple[int, int]:
    """Give the first and the last line of the value that an edit is about, as PyYAML sees it.

    Where a value goes with all that holds it, or is new, that which holds it counts.
    """
    first, last = root.start_mark.line, root.end_mark.line
    for step in path:
        if isinstance(root, yaml.MappingNode):
            found = [pair for pair in root.value if pair[0].value == step]
            if not found or len(root.value) == 1:
                break
            first, root = found[0][0].start_mark.line, found[0][1]
        elif isinstance(root, yaml.SequenceNode):
            if len(root.value) == 1:
                break
            # An item begins with its dash, which may stand on a line of its own.
            first = root.value[int(step) - 1].end_mark.line if step else root.start_mark.line
            root = root.value[int(step)]
        last = root.end_mark.line
    return first, last


@pytest.mark.parametrize(
    "text", ["", "a", 'b "c"', "\\", "\x00\x1f\x85\u2028\ud7ff\U0001f6a2", "’"]
)
def test_a_quoted_text_reads_back(text: str) -> None:
    assert yaml.safe_load(quoted(text)) == text
