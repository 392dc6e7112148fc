"""Reading YAML: every value with its place, nothing guessed, every mistake told, bombs refused."""

from __future__ import annotations

import re
from time import process_time

import pytest
import yaml
from conftest import codes, printed
from hypothesis import given
from hypothesis import strategies as st
from strategies import YamlText, any_text, yaml_texts

from builder.fields import (
    Field,
    Kind,
    Mapping,
    Node,
    Record,
    Scalar,
    Sequence,
    compose,
    read_mapping,
)
from builder.fields.nodes import MAX_DEPTH, MAX_NODES
from builder.fields.read import is_web_address, nearest
from builder.fields.tables import CITATION, EVENT
from builder.problems import InputText, Problem, in_order


def top(text: str) -> Mapping:
    documents, problems = compose(InputText("note.yaml", text))
    assert problems == ()
    assert isinstance(documents[0], Mapping)
    return documents[0]


def values(text: str) -> dict[str, Node]:
    return {key.text: value for key, value in top(text).entries}


def read(text: str, *fields: Field) -> tuple[Record, tuple[Problem, ...]]:
    file = InputText("note.yaml", text)
    documents, problems = compose(file)
    assert isinstance(documents[0], Mapping)
    record, mistakes = read_mapping(fields or EVENT, documents[0], file)
    return record, in_order((*problems, *mistakes))


def mistakes(text: str, *fields: Field) -> list[str]:
    """Give the first line of each problem, without the file's name."""
    shown = printed(read(text, *fields)[1]).splitlines()
    return [line.removeprefix("note.yaml:") for line in shown if line.startswith("note.yaml:")]


def refusal(text: str) -> str:
    documents, problems = compose(InputText("note.yaml", text))
    assert documents == ()
    assert len(problems) == 1
    return printed(problems)


# ------------------------------------------------------------------------------ where values stand


@given(yaml_texts())
def test_the_offsets_of_a_value_spell_it_in_the_text(written: YamlText) -> None:
    found = values(written.text)
    assert list(found) == [key for key, _ in written.values]
    for (_, token), node in zip(written.values, found.values(), strict=True):
        spelt = written.text[node.start : node.end]
        if token.written[0] in "|>":
            # Where a block ends, its last line break may be counted in or not.
            assert spelt.rstrip() == token.written.rstrip()
        else:
            assert spelt == token.written


@given(yaml_texts())
def test_values_are_what_yaml_says_they_are(written: YamlText) -> None:
    for (_, token), node in zip(written.values, values(written.text).values(), strict=True):
        if isinstance(node, Sequence):
            assert tuple(item.text for item in node.items if isinstance(item, Scalar)) == token.says
        else:
            assert isinstance(node, Scalar)
            assert node.text == token.says


@given(yaml_texts())
def test_only_a_value_without_marks_is_plain(written: YamlText) -> None:
    for (_, token), node in zip(written.values, values(written.text).values(), strict=True):
        if isinstance(node, Scalar):
            assert node.is_plain == (token.written[0] not in "'\"|>")


@given(yaml_texts())
def test_a_position_is_the_line_and_column_of_the_token(written: YamlText) -> None:
    file = InputText("note.yaml", written.text)
    lines = re.split(r"\r\n|\n|\r", written.text)
    for (key, token), node in zip(written.values, values(written.text).values(), strict=True):
        place = file.position(node.start, node.end)
        assert lines[place.line - 1] == place.source
        assert place.source.startswith(f"{key}: ")
        assert place.source[place.column - 1 :].startswith(token.written.splitlines()[0])


@given(any_text, st.data())
def test_every_offset_has_one_place_in_the_text(text: str, data: st.DataObject) -> None:
    """From line and column the offset can be found again; only LF, CRLF and CR end a line."""
    at = data.draw(st.integers(0, len(text)))
    place = InputText("a", text).position(at, data.draw(st.integers(at, len(text))))
    starts = [0, *(found.end() for found in re.finditer(r"\r\n|\n|\r", text))]
    if text[at - 1 : at + 1] == "\r\n":
        return
    assert starts[place.line - 1] + place.column - 1 == at
    assert re.split(r"\r\n|\n|\r", text)[place.line - 1] == place.source
    assert place.column <= place.end_column <= max(place.column + 1, len(place.source) + 1)


def test_the_place_of_a_key_is_known_too() -> None:
    text = "# 🚢\nfirst: 1\n'second': 2\n"
    assert [text[key.start : key.end] for key, _ in top(text).entries] == ["first", "'second'"]


def test_an_alias_stands_where_it_is_used() -> None:
    text = "one: &name [a, b]\ntwo: *name\nthree: {deep: *name}\n"
    found = values(text)
    assert text[found["two"].start : found["two"].end] == "*name"
    deep = found["three"]
    assert isinstance(deep, Mapping)
    assert text[deep.entries[0][1].start : deep.entries[0][1].end] == "*name"
    assert isinstance(found["two"], Sequence)
    assert isinstance(found["one"], Sequence)
    assert found["two"].items == found["one"].items


def test_a_mistake_in_a_repeated_value_is_reported_at_its_use() -> None:
    text = "title: &name Wall\ndate: *name\n"
    assert mistakes(text)[0].startswith("2:7: error[bad-date] 'Wall' is no date")


def test_nothing_is_guessed_from_looks() -> None:
    text = "a: no\nb: 12:30\nc: 1.10\nd: 2025-02-30\ne: 0x10\nf: 012\ng: .5\nh: 1_000\n"
    found = values(text)
    said = [value.text for value in found.values() if isinstance(value, Scalar)]
    assert said == ["no", "12:30", "1.10", "2025-02-30", "0x10", "012", ".5", "1_000"]


@given(any_text)
def test_any_text_is_read_or_refused_with_a_place_in_it(text: str) -> None:
    file = InputText("note.yaml", text)
    _, problems = compose(file)
    lines = re.split(r"\r\n|\n|\r", text)
    for each in problems:
        assert 1 <= each.position.line <= len(lines)
        assert 1 <= each.position.column <= len(lines[each.position.line - 1]) + 1


@given(yaml_texts(), st.data())
def test_a_damaged_text_is_read_or_refused_with_a_place_in_it(
    written: YamlText, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(written.text)))
    mark = data.draw(
        st.sampled_from(["'", '"', "{", "]", "*x", "&x ", "!", "\t", "- ", ": ", "\x07"])
    )
    text = written.text[:at] + mark + written.text[at:]
    file = InputText("note.yaml", text)
    _, problems = compose(file)
    lines = re.split(r"\r\n|\n|\r", text)
    for each in problems:
        assert lines[each.position.line - 1] == each.position.source


# ------------------------------------------------------------------------------------ YAML's slips


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("title: The wall: a report\n", "1:16", "quotation marks"),
        ('title: "The "old" wall"\n', "1:14", '\\"'),
        ("title: a\n\tdate: 2025\n", "2:1", "tab"),
        ("people: [a, b\ndate: 2025\n", "1:9", ""),
        ("title: a\n date: 2025\n", "2:6", ""),
        ("title: @wall\n", "1:8", ""),
        ("title: 'a\n", "1:8", ""),
        ("a: *b\n", "1:4", "write the value out"),
        ("a: &x [*x]\n", "1:8", "write the value out"),
        ('a: "\\q"\n', "1:5", ""),
    ],
)
def test_a_slip_is_reported_where_it_was_noticed(text: str, place: str, hint: str) -> None:
    shown = refusal(text)
    assert shown.startswith(f"note.yaml:{place}: error[yaml-syntax] ")
    assert hint in shown.rsplit("hint:", 1)[1]


def test_a_control_character_is_found_behind_letters_of_several_bytes() -> None:
    assert refusal("title: x\x07\n").startswith("note.yaml:1:9: error[yaml-syntax]")
    assert refusal("title: 🚢日é x\x07\n").startswith("note.yaml:1:13: error[yaml-syntax]")


@pytest.mark.parametrize(
    "text", ["title: [", 'title: "', "title: {a", "- a\nb: c", "%YAML 9.9\n---\na"]
)
def test_messages_are_in_plain_words(text: str) -> None:
    shown = refusal(text).lower()
    for word in ("mapping", "scalar", "token", "indicator", "stream", "node", "document"):
        assert word not in shown.split("\n")[0]


def test_duplicate_keys_name_both_places() -> None:
    text = "title: a\ndate: 2025\ntitle: b\n"
    assert printed(read(text)[1]) == (
        "note.yaml:3:1: error[duplicate-key] the key 'title' stands twice\n"
        "    3 | title: b\n"
        "      | ^^^^^\n"
        "  first here: note.yaml:1:1\n"
        "  hint: keep one of the two"
    )


def test_a_duplicate_key_inside_a_list_is_found() -> None:
    text = "title: a\ndate: 2025\nsources:\n- article: b\n  article: c\n"
    assert mistakes(text) == ["5:3: error[duplicate-key] the key 'article' stands twice"]


def test_a_key_that_is_a_list_is_reported() -> None:
    assert mistakes("title: a\ndate: 2025\n? [a]\n: b\n") == [
        "3:3: error[wrong-type] a key is a single word, not a list or a group of keys"
    ]


def test_several_documents_and_empty_ones() -> None:
    documents, problems = compose(InputText("a.yaml", "---\na: 1\n---\nb: 2\n...\n---\n"))
    assert problems == ()
    assert len(documents) == 3
    assert isinstance(documents[2], Scalar)
    assert documents[2].is_empty
    assert compose(InputText("a.yaml", "")) == ((), ())
    assert compose(InputText("a.yaml", "# nothing\n")) == ((), ())


def test_an_anchor_ends_with_its_document() -> None:
    assert "no finished value above is called '&a'" in refusal("x: &a 1\n---\ny: *a\n")


# ------------------------------------------------------------------------------------- merge keys


def test_merge_keys_take_over_what_is_not_written() -> None:
    text = "base: &base {title: A, place: Quay}\nnote:\n  <<: *base\n  title: B\n"
    note = values(text)["note"]
    assert isinstance(note, Mapping)
    said = {key.text: value.text for key, value in note.entries if isinstance(value, Scalar)}
    assert said == {"title": "B", "place": "Quay"}


def test_merge_keys_may_stand_last_or_in_a_list() -> None:
    text = "a: &a {x: 1}\nb: &b {x: 2, y: 2}\nnote: {z: 3, <<: [*a, *b]}\n"
    note = values(text)["note"]
    assert isinstance(note, Mapping)
    said = {key.text: value.text for key, value in note.entries if isinstance(value, Scalar)}
    assert said == {"z": "3", "x": "1", "y": "2"}


def test_a_quoted_merge_key_is_a_key() -> None:
    assert list(values('"<<": {a: 1}\n')) == ["<<"]


def test_what_holds_no_keys_cannot_be_merged() -> None:
    documents, problems = compose(InputText("note.yaml", "a: 1\n<<: text\n<<: [b]\n"))
    assert len(documents) == 1
    assert printed(problems).splitlines()[0] == (
        "note.yaml:2:5: error[wrong-type] '<<' takes over the keys of another group of keys,"
        " this is none"
    )
    assert codes(problems) == ["wrong-type", "wrong-type"]


# ------------------------------------------------------------------------------------------- bombs


def seconds(text: str) -> float:
    start = process_time()
    file = InputText("note.yaml", text)
    documents, _ = compose(file)
    if documents and isinstance(documents[0], Mapping):
        read_mapping(EVENT, documents[0], file)
    return process_time() - start


def test_a_hundred_million_repeats_are_counted_not_made() -> None:
    lines = ["a0: &a0 [" + ", ".join(["x"] * 10) + "]"]
    lines += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 10) + "]" for n in range(1, 8)]
    text = "\n".join(lines)
    assert refusal(text).startswith("note.yaml:5:")
    assert f"more than {MAX_NODES:,} values" in refusal(text)
    assert seconds(text) < 0.2


def test_twenty_five_levels_of_merge_keys_are_counted_not_made() -> None:
    lines = [
        "m0: &m0 {k: 1}",
        *(f"m{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}]}}" for n in range(1, 26)),
    ]
    text = "\n".join(lines)
    assert len(text) < 1_000
    assert "error[too-large]" in refusal(text)
    assert seconds(text) < 0.2


@pytest.mark.parametrize("bracket", ["[", "{", "- ", "? ", "{a: "])
def test_a_hundred_thousand_brackets_are_refused_at_once(bracket: str) -> None:
    text = bracket * 100_000
    assert f"nested more than {MAX_DEPTH} deep" in refusal(text)
    assert seconds(text) < 0.2


def test_the_depth_that_is_allowed_is_allowed() -> None:
    inside = MAX_DEPTH - 1
    top("a: " + "[" * inside + "]" * inside)
    assert "error[too-large]" in refusal("a: " + "[" * (inside + 1) + "]" * (inside + 1))


def test_depth_cannot_be_had_by_repeats() -> None:
    """A value put into itself a thousand times is read, or refused, without a crash."""
    lines = ["a0: &a0 []", *(f"a{n}: &a{n} [[[[*a{n - 1}]]]]" for n in range(1, 1_000))]
    assert seconds("\n".join(lines)) < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"titel{n}: x" for n in range(10_000)),
        "title: x\n" * 10_000,
        "tags: [" + "[]," * 10_000 + "]",
        "sources:\n" + "- {quotx: x}\n" * 5_000,
    ],
    ids=["unknown-key", "duplicate-key", "wrong-type", "missing-key"],
)
def test_a_file_full_of_mistakes_is_answered_quickly(text: str) -> None:
    assert seconds(text) < 1


# -------------------------------------------------------------------------------------------- keys


def test_an_unknown_key_is_told_with_the_nearest_one() -> None:
    shown = printed(read("titel: A\ntitle: B\ndate: 2025\n")[1])
    assert shown == (
        "note.yaml:1:1: error[unknown-key] the key 'titel' is not known here\n"
        "    1 | titel: A\n"
        "      | ^^^^^\n"
        "  hint: did you mean 'title'?"
    )


def test_an_unknown_key_like_no_other_is_told_with_all() -> None:
    sources = Field("a", Kind.TEXT, "A"), Field("b", Kind.TEXT, "B", synonyms=("c",))
    assert "hint: known here: a, b, c" in printed(read("colour: red\n", *sources)[1])


def test_an_unknown_key_inside_a_list_has_a_path() -> None:
    _, problems = read("title: a\ndate: 2025\nsources:\n- article: b\n- {article: b, qoute: c}\n")
    assert [each.key for each in problems] == ["sources[1].qoute"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Title", "title"), ("dat", "date"), ("zzz", ""), ("", ""), ("PEOPLE", "people")],
)
def test_the_nearest_word(word: str, expected: str) -> None:
    assert nearest(word, tuple(field.name for field in EVENT)) == expected


def test_a_synonym_is_read_and_noted() -> None:
    record, problems = read("title: a\ndate: 2025\ntopics: [b]\n")
    assert record.texts("tags") == ("b",)
    assert printed(problems).splitlines()[0] == (
        "note.yaml:3:1: note[old-key] 'topics' is read as 'tags'"
    )


def test_both_names_of_a_key_are_an_error() -> None:
    shown = printed(read("title: a\ndate: 2025\ntopics: [b]\ntags: [c]\n")[1])
    assert "note.yaml:4:1: error[both-keys] 'tags' and 'topics' mean the same" in shown
    assert "first here: note.yaml:3:1" in shown


@pytest.mark.parametrize("empty", ["", "~", "null", '""', "''", "# a remark"])
def test_an_empty_value_is_an_absent_one(empty: str) -> None:
    record, problems = read(f"title: {empty}\ndate: 2025\nstatus: {empty}\nplace: {empty}\n")
    assert "title" not in record
    assert "status" not in record
    assert "place" not in record
    assert [(each.code, each.key) for each in problems] == [("missing-key", "title")]


@pytest.mark.parametrize("field", EVENT, ids=lambda field: field.name)
def test_an_empty_value_of_any_key_is_no_mistake(field: Field) -> None:
    if not field.is_required:
        assert mistakes(f"title: a\ndate: 2025\n{field.name}:\n") == []


def test_empty_items_of_lists_are_left_out() -> None:
    record, problems = read("title: a\ndate: 2025\ntags: [a, ~, b]\nsources:\n-\n- c\n")
    assert record.texts("tags") == ("a", "b")
    assert [each.text("article") for each in record.records("sources")] == ["c"]
    assert problems == ()


def test_a_missing_key_is_reported_at_the_first_key() -> None:
    assert printed(read("\nplace: Quay\ntitle: a\n")[1]) == (
        "note.yaml:2:1: error[missing-key] 'date' is missing\n"
        "    2 | place: Quay\n"
        "      | ^^^^^\n"
        "  hint: add 'date:' (when it happened, no more exact than it is known)"
    )


def test_a_missing_key_of_a_list_item_names_the_item() -> None:
    text = "title: a\ndate: 2025\nsources:\n  - quote: b\n"
    assert mistakes(text) == ["4:5: error[missing-key] 'article' is missing in 'sources[0]'"]


def test_a_value_that_is_wrong_is_not_also_missing() -> None:
    assert [line.split("]")[0] for line in mistakes("title: [a]\ndate: soon\n")] == [
        "1:8: error[wrong-type",
        "2:7: error[bad-date",
    ]


def test_a_bare_text_stands_for_the_first_key_of_a_group() -> None:
    record, problems = read("title: a\ndate: 2025\nplace: Quay\nsources: [b, {article: c}]\n")
    assert problems == ()
    place = record.record("place")
    assert place is not None
    assert place.text("name") == "Quay"
    assert [each.text("article") for each in record.records("sources")] == ["b", "c"]


# -------------------------------------------------------------------------------------------- kinds

A_LIST, A_GROUP = "[a]", "{a: b}"
WRONG: dict[Kind, list[tuple[str, str]]] = {
    Kind.TEXT: [
        (A_LIST, "a list; expected one text"),
        (A_GROUP, "a group of keys; expected one text"),
    ],
    Kind.MARKDOWN: [(A_LIST, "a list; expected one text")],
    Kind.ID: [(A_GROUP, "a group of keys; expected one text")],
    Kind.TIME: [(A_LIST, "a list; expected one text")],
    Kind.DATE: [(A_LIST, "a list; expected a date"), (A_GROUP, "a group of keys; expected a date")],
    Kind.FLAG: [
        ("maybe", "'maybe'; expected true or false"),
        ("1", "'1'; expected true or false"),
        ("on", "'on'; expected true or false"),
        (A_LIST, "a list; expected true or false"),
    ],
    Kind.WHOLE: [
        ("1.5", "'1.5'; expected a whole number"),
        ("ten", "'ten'; expected a whole number"),
        ("1e3", "'1e3'; expected a whole number"),
        ("٣", "'٣'; expected a whole number"),
        ("9999999999", "'9999999999'; expected a whole number"),
        ("'-'", "'-'; expected a whole number"),
        (A_LIST, "a list; expected a whole number"),
    ],
    Kind.NUMBER: [
        ("north", "'north'; expected a number"),
        ("nan", "'nan'; expected a number"),
        (".inf", "'.inf'; expected a number"),
        ("inf", "'inf'; expected a number"),
        ("1e300", "'1e300'; expected a number"),
        (A_GROUP, "a group of keys; expected a number"),
    ],
    Kind.URL: [(A_LIST, "a list; expected one text")],
    Kind.CHOICE: [
        ("Red", "'Red'; expected one of 'red', 'blue'"),
        (A_LIST, "a list; expected one of"),
    ],
    Kind.TEXTS: [
        (A_GROUP, "a group of keys; expected a list of texts"),
        ("[[a]]", "a list; expected a list of texts"),
        ("[{a: b}]", "a group of keys; expected a list of texts"),
    ],
    Kind.IDS: [(A_GROUP, "a group of keys; expected a list of texts")],
    Kind.RECORD: [
        ("word", "'word'; expected the keys 'a'"),
        (A_LIST, "a list; expected the keys 'a'"),
    ],
    Kind.NAMED: [
        ("word", "'word'; expected names, each with keys of its own"),
        (A_LIST, "a list; expected names, each with keys of its own"),
        ("{b: word}", "'word'; expected the keys 'a'"),
        ("{b: [c]}", "a list; expected the keys 'a'"),
    ],
    Kind.RECORDS: [
        ("word", "'word'; expected a list, each item with the keys 'a'"),
        (A_GROUP, "a group of keys; expected a list, each item with the keys 'a'"),
        ("[[a]]", "a list; expected the keys 'a'"),
    ],
}


def test_every_kind_has_wrong_values_here() -> None:
    assert set(WRONG) == set(Kind)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [(kind, *row) for kind, rows in WRONG.items() for row in rows],
    ids=lambda each: each.name if isinstance(each, Kind) else "",
)
def test_a_value_of_the_wrong_kind_is_told(kind: Kind, value: str, expected: str) -> None:
    inside = (Field("a", Kind.TEXT, "A"),)
    field = Field(
        "key", kind, "A key", choices=("red", "blue") if kind is Kind.CHOICE else (), fields=inside
    )
    found = mistakes(f"key: {value}\n", field)
    assert len(found) == 1
    assert found[0].split(": ", 1)[1].startswith(f"error[wrong-type] 'key' holds {expected}")


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Kind.FLAG, "Yes", True),
        (Kind.FLAG, "no", False),
        (Kind.FLAG, "TRUE", True),
        (Kind.FLAG, "'false'", False),
        (Kind.WHOLE, "-3", -3),
        (Kind.WHOLE, "'007'", 7),
        (Kind.NUMBER, "-0.5", -0.5),
        (Kind.NUMBER, "3", 3.0),
        (Kind.TEXT, "2025", "2025"),
        (Kind.URL, "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
    ],
)
def test_values_of_the_right_kind(kind: Kind, value: str, expected: object) -> None:
    record, problems = read(f"key: {value}\n", Field("key", kind, "A key"))
    assert problems == ()
    assert record.values["key"] == expected


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://example.org", True),
        ("HTTP://example.org/", True),
        ("https://例え.example/道", True),
        ("https://[2001:db8::1]/", True),
        ("example.org", False),
        ("//example.org/a", False),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt://example.org/%0aalert(1)", False),
        ("data:text/html,x", False),
        ("https://", False),
        ("https:///path", False),
        ("https://[", False),
        ("https://example.org/a b", False),
        ("https://example.org/\u202eabc", False),
        ("ftp://example.org/", False),
        ("", False),
    ],
)
def test_web_addresses(text: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_web_address(text) is is_one


def test_a_bad_address_is_reported_with_what_to_do() -> None:
    field = Field("url", Kind.URL, "The address")
    assert printed(read("url: example.org\n", field)[1]) == (
        "note.yaml:1:6: error[bad-url] 'url' is a web address that begins with https:// or http://\n"
        "    1 | url: example.org\n"
        "      |      ^^^^^^^^^^^\n"
        "  hint: copy the whole address from the browser"
    )


@pytest.mark.parametrize("written", ["2025-02-30", "'2025-02-30'", '"2025-13"', "16 April 20255"])
def test_a_bad_date_is_reported_where_its_value_begins(written: str) -> None:
    """The quotation mark belongs to the value."""
    found = mistakes(f"title: a\ndate: {written}\n")
    assert [line.split("]")[0] for line in found] == ["2:7: error[bad-date"]


@pytest.mark.parametrize("written", ['"2025-\\u0031\\u0033"', ">-\n  2025-13", "'2025-\n  13'"])
def test_a_bad_date_in_a_folded_value_is_reported_inside_it(
    written: str,
) -> None:
    text = f"title: a\ndate: {written}\nplace: b\n"
    _, problems = read(text)
    assert codes(problems) == ["bad-date"]
    place = problems[0].position
    start = text.index("date: ") + len("date: ")
    at = sum(len(line) + 1 for line in text.split("\n")[: place.line - 1]) + place.column - 1
    assert start <= at < start + len(written)


def test_every_mistake_of_a_note_is_told_at_once() -> None:
    text = """\
titel: The wall
date: 2025-02-30
draft: perhaps
sources:
  - {article: gull, paragraph: two}
  - {quote: gave way}
place: {lat: 100, lon: east}
"""
    assert [line.split("]")[0] for line in mistakes(text)] == [
        "1:1: error[missing-key",
        "1:1: error[unknown-key",
        "2:7: error[bad-date",
        "3:8: error[wrong-type",
        "5:32: error[wrong-type",
        "6:6: error[missing-key",
        "7:9: error[missing-key",
        "7:24: error[wrong-type",
    ]


def test_citations_take_what_the_manual_says() -> None:
    assert [field.name for field in CITATION] == (
        "article quote prefix suffix paragraph speaker supports translation locator captions"
        " publish_quote note"
    ).split()


@given(
    st.recursive(
        st.text("ab", max_size=3),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.text("cd", min_size=1, max_size=2), inner)
        ),
        max_leaves=20,
    )
)
def test_what_the_library_writes_is_read_the_same(value: object) -> None:
    def plain(node: Node) -> object:
        if isinstance(node, Scalar):
            return node.text
        if isinstance(node, Sequence):
            return [plain(item) for item in node.items]
        return {key.text: plain(item) for key, item in node.entries}

    text = yaml.safe_dump({"top": value})
    assert plain(values(text)["top"]) == value
