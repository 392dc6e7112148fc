"""The quick reading of common YAML gives what libyaml gives, offset for offset, or nothing."""

from __future__ import annotations

from pathlib import Path
from random import Random
from time import process_time
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import YamlText, any_text, yaml_texts

from builder.fields.common import composed
from builder.fields.nodes import compose, composed_by_libyaml
from builder.problems import InputText

ROOT: Final = Path(__file__).resolve().parent.parent

five_times_as_many: Final = settings(max_examples=5 * settings().max_examples)
"""For properties whose examples take little time."""


def is_taken(text: str) -> bool:
    """Tell whether a text is read without libyaml; if so, the nodes must be libyaml's."""
    found = composed(text)
    if found is None:
        return False
    expected, problems = composed_by_libyaml(InputText("note.yaml", text), text)
    assert problems == ()
    # Named tuples of two kinds may be equal; as text they are not.
    assert repr(found) == repr(expected)
    return True


# ------------------------------------------------------------------------------ what is taken

TAKEN: Final = {
    "no document": "",
    "no document but a comment": "# a remark\n\n",
    "keys": "title: The wall breaks\ndate: 2031-04-12\n",
    "hyphens above": "---\ntitle: a\n",
    "remarks and hyphens above": "# a remark\n\n---\ntitle: a\n",
    "several documents": "id: a\n---\nid: b\n\n---\n- c\n",
    "no line feed at the end": "title: a\ndate: b",
    "blanks at the end": "title: a\n" + " " * 40,
    "empty lines and comments": "\n# one\na: b\n\n  # two\n   \nc:\n# three\n- d\n# four\n",
    "comments behind values": "a: b # c\nd: 'e'  # f\ng: # h\n  i: [j] # k\nl: \"m\" #\n",
    "blanks around values": 'a:   b  \nc:  "d"  \n',
    "empty values": "a:\nb:\n  c:\n  d: e\nf:\n- g:\n- h:\n",
    "words that other readers convert": "a: ~\nb: null\nc: yes\nd: 1\ne: 1.5e3\nf: 2031-01-01\n",
    "hyphens in keys": "date-written: a\n_b-: c\n",
    "colons between characters": "url: https://example.org/?a:b\ntime: 10:30\n- a:b\n"[:-6],
    "an indented list": "tags:\n  - a\n  - b\nc: d\n",
    "a list below its key": "tags:\n- a\n- b\nc: d\n",
    "a list of keys": "sources:\n- article: a\n  quote: b\n- article: c\nd: e\n",
    "a list of lists of keys": "- a:\n  - b: c\n    d: e\n  - f: g\n- h: i\n",
    "wide dashes": "-   a: b\n    c: d\n-  e\n",
    "groups of keys": "place:\n  name: a\n  where:\n     lat: -1.5\nb: c\n",
    "double quotation marks": 'a: "b: c # d, \'e\'"\nf: ""\n- "g"\n'[:-6],
    "single quotation marks": "a: 'b: \"c\" # d'\ne: ''\nf: 'it''s'\n",
    "quotation marks within": 'a: it\'s\nb: say "so"\n',
    "brackets": "a: [b, 'c', \"d\", two words, it's, -1]\ne: []\n",
    "a literal block": "a: |\n  b\n\n   c # d\n  - e: f\n\n\ng: h\n",
    "a stripped block": "a: |-\n b\n\nc: >-\n    d\n    e\n",
    "a folded block": "a: >\n  b\n  c  \n\n  d\n\n\n  e\n",
    "blocks in a list": "- |\n b\n- c: |\n   d\n  e: |\n   f\n",
    "a block at the end": "a: |\n  b\n  c",
    "a block with empty lines at the end": "a: |\n  b\n\n\n",
    "a block above a comment": "a: |\n  b\n# c\nd: e\n",
    "other scripts": "a: 東京\nb: “Māui”… — naïve\nc: [ميناء, नगर]\nd: 🚢\n",
    "blanks that are none to YAML": "a: b\u00a0\nc: d\u3000e\n",
    "characters that are hardly any": "a: \u200d\ue000\ufffd\n",
}


@pytest.mark.parametrize("text", TAKEN.values(), ids=TAKEN.keys())
def test_what_is_common_is_read_without_libyaml(text: str) -> None:
    assert is_taken(text)


LEFT: Final = {
    "a carriage return ends a line": "a: b\r\nc: d\r\n",
    "next line ends a line": "a: 'b\u0085c'\n",
    "a line separator ends a line": "a: 'b\u2028c'\n",
    "a paragraph separator ends a line": "a: 'b\u2029c'\n",
    "a tab may separate or not": "a:\tb\n",
    "a tab may be text": "a: |\n  b\tc\n",
    "a mark of byte order may be one": "\ufeffa: b\n",
    "a mark of byte order is none within": "a: 'b\ufeffc'\n",
    "a control character is refused": "a: 'b\x07'\n",
    "a control character is refused in a comment": "a: b\n# \x7f\n",
    "no character is refused": "a: '\uffff'\n",
    "a backslash escapes": 'a: "b\\nc"\n',
    "a quotation goes on": 'a: "b\n  c"\n',
    "a quotation goes on in single marks": "a: 'b\n  c'\n",
    "a quotation is not closed": 'a: "b\n',
    "a quotation ends too early": 'a: "b" c\n',
    "a quotation ends before a comment without a blank": 'a: "b"#c\n',
    "a value goes on": "a: b\n  c\n",
    "a value goes on in a list": "- b\n  c\n",
    "a value stands below its key": "a:\n  b\n",
    "a value has a colon": "a: b: c\n",
    "a value ends in a colon": "a: b:\n",
    "a hash may begin a comment": "a: b#c\n",
    "an anchor": "a: &b c\n",
    "an alias": "a: &b c\nd: *b\n",
    "a tag": "a: !!str b\n",
    "a directive": "%YAML 1.1\n---\na: b\n",
    "a reserved character": "a: @b\n",
    "a reserved per cent sign": "a: %b\n",
    "a question in brackets": "a: [?b]\n",
    "a question": "? a\n: b\n",
    "a merge key": "a: b\n<<: c\n",
    "a key in quotation marks": '"a": b\n',
    "a key of several words": "a b: c\n",
    "a key in another script": "é: c\n",
    "a key without a blank": "a:b\n",
    "the same key twice": "a: b\nc: d\na: e\n",
    "the same key twice in a list": "- a: b\n  a: c\n",
    "braces": "a: { b: c }\n",
    "brackets in brackets": "a: [[b], c]\n",
    "brackets over lines": "a: [b,\n  c]\n",
    "a comma in quotation marks in brackets": 'a: ["b, c"]\n',
    "a comma without a blank": "a: [b,c]\n",
    "a comma at the end": "a: [b, ]\n",
    "a colon in brackets": "a: [b: c]\n",
    "brackets that are not closed": "a: [b\n",
    "a lone dash": "-\n- a\n",
    "a dash and a blank": "- \n- a\n",
    "a list in a list": "- - a\n",
    "a list behind a key": "a: - b\n",
    "a list between keys": "a: b\n- c\n",
    "a key in a list": "- a\nb: c\n",
    "a list that is indented like keys": "a:\n  b: c\n  - d\n",
    "indentation that fits nothing": "a:\n    b: c\n  d: e\n",
    "indentation below a value": "a: b\n  c: d\n",
    "indentation that shrinks": "  a: b\nc: d\n",
    "a value alone": "a\n",
    "a quotation alone": '"a"\n',
    "a block alone": "|\n  a\n",
    "a block of fixed indentation": "a: |2\n  b\n",
    "a block that keeps its end": "a: |+\n  b\n\n",
    "a block with a comment": "a: | # b\n  c\n",
    "a block with nothing": "a: |\nb: c\n",
    "a block in a list with nothing": "- a: |\n  b\n",
    "a block with an empty first line": "a: |\n\n  b\n",
    "a block whose first line is blanks": "a: |\n   \n  b\n",
    "a block of blanks": "a: |\n   \nb: c\n",
    "a block whose end is blanks": "a: |\n  b\n \nc: d\n",
    "a block whose last line is blanks": "a: |\n  b\n  ",
    "a folded block with indented lines": "a: >\n  b\n   c\n  d\n",
    "a document without anything": "---\n---\na: b\n",
    "hyphens at the end": "a: b\n---\n",
    "hyphens and a value": "--- a\n",
    "hyphens and a blank": "--- \na: b\n",
    "dots": "a: b\n...\n",
    "indentation by more than twenty": "a:\n" + " " * 21 + "b: c\n",
    "a key of more than a hundred letters": "a" * 101 + ": b\n",
    "many characters": "a: |\n  " + "b" * 100_000 + "\n",
}


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT.keys())
def test_what_has_to_be_decided_is_left_to_libyaml(text: str) -> None:
    assert composed(text) is None


@pytest.mark.parametrize("text", [*TAKEN.values(), *LEFT.values()])
def test_nobody_can_tell_who_read_a_text(text: str) -> None:
    file = InputText("note.yaml", text)
    assert repr(compose(file)) == repr(composed_by_libyaml(file, text))


def test_what_stands_behind_the_end_is_not_read() -> None:
    file = InputText("article.md", "---\ntitle: a\ntags:\n- b\n---\n%: {\n")
    end = file.text.index("---", 4)
    assert is_taken(file.text[:end])
    assert compose(file, end=end) == composed_by_libyaml(file, file.text[:end])


@pytest.mark.parametrize(
    "text",
    [
        " " * 100_000,
        "a: " + " " * 99_000 + "b #",
        "a:" + " b:" * 30_000,
        "a: b" + ":c" * 45_000 + "#",
        "a: '" + "''" * 45_000,
        "a: [" + "b " * 45_000,
        "#\n" * 45_000 + "%",
        "\n" * 99_000 + "%",
        "- |\n b\n \n" * 10_000,
        "".join(" " * depth + "- |\n" for depth in range(21)) + " " * 21 + "b\n" * 40_000,
        "a:\n" * 30_000,
        "".join(f"a{number}:\n- b: c\n" for number in range(5_000)),
    ],
    ids=lambda text: text[:6],
)
def test_no_text_takes_long(text: str) -> None:
    started = process_time()
    composed(text)
    assert process_time() - started < 0.5


# --------------------------------------------------------------------------------------- laws

VALUES: Final = (
    'word|two words|it\'s|https://example.org/a?b=c|10:30|-1.5|~|2031-04-12|1,5 m|say "so"|= x|日本'
    "|“a”|\"b: c, d\"|\"\"|\"it's\"|'e'|'it''s'|''|[a, b]|[\"a\", 'b', c d]|[]"
).split("|")
AFTER: Final = ("", "", "", " ", "  # a", " #")
ABOVE: Final = ("\n", "\n", "  # a\n", "\n\n")
BETWEEN: Final = ("", "", "", "", "", "\n", "# a\n", " # a: b\n", "\n\n")
BLOCK_LINES: Final = ("text", "a: b", "- a", "# a", "", "say “so”", "end ", "[a", "'", '"', "...")

values: Final = st.sampled_from(
    [f"{gap}{value}{after}\n" for gap in ("", "", " ") for value in VALUES for after in AFTER]
)


@st.composite
def blocks(draw: st.DrawFn, column: int) -> str:
    """A block below its mark."""
    indentation = " " * (column + draw(st.integers(1, 3)))
    lines = ["first", *draw(st.lists(st.sampled_from(BLOCK_LINES), max_size=4))]
    mark = draw(st.sampled_from(("|", "|-", ">", ">-")))
    return "\n".join([mark, *(f"{indentation}{line}" if line else "" for line in lines), ""])


@st.composite
def entries(draw: st.DrawFn, column: int, mark: str, depth: int) -> str:
    """What stands behind a dash or a key in a column."""
    kind = draw(st.integers(0, 7))
    if kind == 0 and mark != "-":
        return "\n"
    if kind == 1:
        return f" {draw(blocks(column))}"
    if kind < 6 or not depth:
        return f" {draw(values)}"
    if mark == "-":
        return f" {draw(collections(column + 2, depth - 1, is_list=False))}"
    further = column + draw(st.integers(1, 3))
    inside = draw(collections(further, depth - 1, is_list=draw(st.booleans())))
    return f"{draw(st.sampled_from(ABOVE))}{' ' * further}{inside}"


@st.composite
def collections(draw: st.DrawFn, column: int, depth: int, *, is_list: bool) -> str:
    """Keys or a list in a column; its first line is not indented, it may stand behind a dash."""
    lines = []
    for number in range(draw(st.integers(1, 3))):
        mark = "-" if is_list else f"k{number}:"
        between = draw(st.sampled_from(BETWEEN))
        lines.append(f"{mark}{draw(entries(column, mark, depth))}{between}")
    return (" " * column).join(lines)


documents: Final = st.booleans().flatmap(lambda is_list: collections(0, 2, is_list=is_list))
common_texts: Final = st.tuples(
    st.sampled_from(("", "---\n", "# a\n\n")),
    st.lists(documents, min_size=1, max_size=2).map("---\n".join),
).map("".join)
"""One or two documents of the common kind."""


@five_times_as_many
@given(common_texts)
def test_notes_of_the_common_kind_are_read_as_libyaml_reads_them(text: str) -> None:
    assert is_taken(text)


PIECES: Final[tuple[str, ...]] = (
    *" \n-:#\"'|>[]{},&*!?%@`~<=.0aé\\\t\r\u00a0\u0085\u2028\ufeff\0🚢",
    *("\n  ", "\n- ", "\n\n", ": ", " #", "- ", "|\n", ">-\n", '"a"', "''", "\n---\n", "\n...\n"),
    *("<<: ", "a: ", "k0: ", "    ", "|+", ">2", "null", "[a, b]", "\n# a\n", "? ", "\n \n"),
)
ENDS: Final = (" ", "  ", " # a", "#a", ":", '"', "'", ": a", ",", " |", "]", "\t")


def edited(text: str, random: Random) -> str:
    """Change a character, a piece or a line of a text."""
    at = random.randrange(len(text) + 1)
    match random.randrange(7):
        case 0 | 1:
            return text[:at] + random.choice(PIECES) + text[at:]
        case 2:
            return text[:at] + text[at + random.choice((1, 1, 2, 8)) :]
        case 3:
            return text[:at] + random.choice(PIECES) + text[at + 1 :]
    lines = text.split("\n")
    number = random.randrange(len(lines))
    match random.randrange(5):
        case 0:
            del lines[number]
        case 1:
            lines.insert(random.randrange(len(lines)), lines[number])
        case 2:
            lines[number] = " " * random.choice((1, 2, 4)) + lines[number]
        case 3:
            lines[number] = lines[number][random.choice((1, 2)) :]
        case _:
            lines[number] += random.choice(ENDS)
    return "\n".join(lines)


def several_times_edited(text: str, random: Random) -> str:
    for _ in range(random.choice((1, 1, 2, 3))):
        text = edited(text, random)
    return text


@five_times_as_many
@given(common_texts, st.integers(0, 2**32))
def test_notes_nearly_of_the_common_kind_are_never_read_otherwise(text: str, seed: int) -> None:
    random = Random(seed)
    for _ in range(10):
        is_taken(several_times_edited(text, random))


def real_notes() -> list[str]:
    """The notes and front matter that the project itself comes with."""
    found = []
    for folder in (ROOT / "content", ROOT / "tests/examples"):
        paths = [*folder.rglob("content/**/*.yaml"), *folder.rglob("events/**/*.yaml")]
        found += [path.read_text("utf-8") for path in sorted(set(paths))]
        for path in sorted(folder.rglob("*.md")):
            head, mark, _ = path.read_text("utf-8", "replace").partition("\n---\n")
            if mark and head.startswith("---\n"):
                found.append(f"{head}\n")
    return found


REAL: Final = real_notes()


def test_most_real_notes_are_of_the_common_kind() -> None:
    assert len(REAL) > 30
    assert sum(map(is_taken, REAL)) > 0.8 * len(REAL)


@given(st.integers(0, 2**32))
def test_real_notes_with_slips_are_never_read_otherwise(seed: int) -> None:
    random = Random(seed)
    for _ in range(50):
        is_taken(several_times_edited(random.choice(REAL), random))


def test_many_notes_with_slips_are_still_of_the_common_kind() -> None:
    """The laws above would hold as well if nothing were ever taken."""
    random = Random(1)
    taken = sum(is_taken(several_times_edited(random.choice(REAL), random)) for _ in range(500))
    assert taken > 100


@given(yaml_texts())
def test_values_of_every_style_are_never_read_otherwise(written: YamlText) -> None:
    is_taken(written.text)


@five_times_as_many
@given(any_text)
def test_any_text_is_never_read_otherwise(text: str) -> None:
    is_taken(text)
    is_taken(f"a: {text}\n")
