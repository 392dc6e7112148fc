"""Hypothesis strategies: words, dates, YAML in every style, notes, articles, whole projects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import yaml
from hypothesis import strategies as st

WORDS: Final = (
    "harbour wall ferry divers stone quay gull Māui København naïve 東京 погода ميناء 🚢 e\u0301a"
    " 12.5 £40 don’t «so» tide-table"
).split()

words: Final = st.sampled_from(WORDS)


def sentences(*, least: int = 1, most: int = 8) -> st.SearchStrategy[str]:
    """A line of running text in several scripts, without Markdown's or YAML's marks."""
    return st.lists(words, min_size=least, max_size=most).map(" ".join)


any_text: Final = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))

# ------------------------------------------------------------------------------------- dates

_days: Final = st.dates().map(lambda day: day.isoformat())
_months: Final = st.dates().map(lambda day: day.isoformat()[:7])
_years: Final = st.integers(-3000, 9999).map(
    lambda year: f"{year:05d}" if year < 0 else f"{year:04d}"
)


@st.composite
def _ranges(draw: st.DrawFn) -> str:
    start, end = sorted((draw(st.dates()), draw(st.dates())))
    return f"{start.isoformat()}/{end.isoformat()}"


dates: Final = st.one_of(
    _days,
    _days,
    _months,
    _years,
    _ranges(),
    _days.map(lambda day: f"{day}?"),
    _months.map(lambda month: f"{month}~"),
    _years.map(lambda year: f"{year}%"),
    _days.map(lambda day: f"{day}/.."),
    _days.map(lambda day: f"../{day}"),
    _months.map(lambda month: f"[..{month}]"),
    st.integers(100, 209).map(lambda decade: f"{decade}X"),
    st.integers(10, 20).map(lambda century: f"{century}XX"),
    st.tuples(st.integers(1000, 2099), st.integers(21, 24)).map(
        lambda pair: f"{pair[0]}-{pair[1]}"
    ),
    st.just("XXXX"),
)
"""Dates of every precision, as a curator writes them."""

# -------------------------------------------------------------------------------------- YAML


@dataclass(frozen=True, slots=True)
class Token:
    """A value as it stands in a YAML text, and what it says."""

    written: str
    says: str | tuple[str, ...]


_QUOTABLE: Final = st.text(
    st.sampled_from("ab :#'\"\\{}[],&*!|>%@`-?~…“”é日🚢\u00a0\ufeff"), min_size=1, max_size=12
)


def _single_quoted(text: str) -> Token:
    return Token("'" + text.replace("'", "''") + "'", text)


def _double_quoted(text: str) -> Token:
    # Three letters are written as escapes, one of them too long for four digits.
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    escaped = escaped.replace("é", "\\u00e9").replace("🚢", "\\U0001F6A2").replace("日", "\\u65E5")
    return Token(f'"{escaped}"', text)


def _folded_quotation(parts: list[str]) -> Token:
    return Token('"' + "\n     ".join(parts) + '"', " ".join(parts))


def _literal(lines: list[str]) -> Token:
    return Token(
        "|\n" + "".join(f"    {line}\n" for line in lines), "".join(f"{x}\n" for x in lines)
    )


def _folded(lines: list[str]) -> Token:
    return Token(">-\n" + "".join(f"    {line}\n" for line in lines), " ".join(lines))


_plain: Final = sentences().map(lambda text: Token(text, text))
_plain_folded: Final = st.lists(sentences(), min_size=2, max_size=3).map(
    lambda lines: Token("\n      ".join(lines), " ".join(lines))
)
_line_separated: Final = sentences().map(
    lambda text: Token(f"'{text}\u2028{text}'", f"{text}\u2028{text}")
)
_flow_item: Final = st.one_of(
    words.map(lambda word: Token(word, word)),
    _QUOTABLE.map(_single_quoted),
    _QUOTABLE.map(_double_quoted),
)


def _flow(items: list[Token]) -> Token:
    said = tuple(item.says for item in items if isinstance(item.says, str))
    return Token("[" + ", ".join(item.written for item in items) + "]", said)


tokens: Final = st.one_of(
    _plain,
    _plain_folded,
    _QUOTABLE.map(_single_quoted),
    _QUOTABLE.map(_double_quoted),
    _line_separated,
    st.lists(sentences(), min_size=2, max_size=3).map(_folded_quotation),
    st.lists(sentences(), min_size=1, max_size=3).map(_literal),
    st.lists(sentences(), min_size=1, max_size=3).map(_folded),
    st.lists(_flow_item, min_size=1, max_size=4).map(_flow),
)
"""Values in every style that YAML has: plain, quoted, folded, literal, in brackets."""


@dataclass(frozen=True, slots=True)
class YamlText:
    """A mapping written by hand, and its values by key."""

    text: str
    values: tuple[tuple[str, Token], ...]


@st.composite
def yaml_texts(draw: st.DrawFn) -> YamlText:
    """A mapping with comments and empty lines between its keys, with LF or CRLF."""
    values = [(f"k{number}é", draw(tokens)) for number in range(draw(st.integers(1, 6)))]
    lines = []
    for key, token in values:
        lines.append(draw(st.sampled_from(["", "# 🚢 a remark\n", "\n"])))
        lines.append(f"{key}: {token.written}")
        lines.append(
            "" if token.written.endswith("\n") else draw(st.sampled_from(["\n", " # x\n"]))
        )
    text = "".join(lines)
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
        values = [
            (key, Token(token.written.replace("\n", "\r\n"), token.says)) for key, token in values
        ]
    return YamlText(text, tuple(values))


# --------------------------------------------------------------------------------- projects


def as_yaml(note: Any) -> str:
    """Write a note or a list of notes."""
    return yaml.safe_dump(note, allow_unicode=True, sort_keys=False, width=80)


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, tuple[str, ...]]:
    """An article's file and the sentences in it that can be quoted."""
    quotable = draw(st.lists(sentences(least=5, most=9), min_size=1, max_size=3, unique=True))
    head: dict[str, Any] = {"title": draw(sentences())}
    if draw(st.booleans()):
        head["publication"] = draw(words)
    if draw(st.booleans()):
        head["published"] = draw(_days)
    if draw(st.booleans()):
        head["agency"] = draw(words)
    if draw(st.booleans()):
        head["rights"] = "full"
    body = "\n\n".join(f"{sentence}." for sentence in quotable)
    return f"---\n{as_yaml(head)}---\n{body}\n", tuple(quotable)


@st.composite
def event_notes(draw: st.DrawFn, cited: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """A note that cites some of the articles, each by a sentence it holds."""
    note: dict[str, Any] = {"title": draw(sentences()), "date": draw(dates)}
    chosen = (
        draw(st.lists(st.sampled_from(sorted(cited)), max_size=3, unique=True)) if cited else []
    )
    if chosen:
        marks = " ".join(f"{draw(words)} [@{name}]" for name in chosen)
        note["summary"] = f"{draw(sentences())} {marks}"
        note["sources"] = [
            {"article": name, "quote": draw(st.sampled_from(cited[name]))} for name in chosen
        ]
    for key in ("people", "tags"):
        if labels := draw(st.lists(words, max_size=2, unique=True)):
            note[key] = labels
    if draw(st.booleans()):
        note["place"] = draw(words)
    if draw(st.booleans()):
        note["body"] = "\n\n".join(draw(st.lists(sentences(), min_size=1, max_size=3)))
    if draw(st.integers(0, 4)) == 0:
        note["draft"] = True
    if draw(st.integers(0, 4)) == 0:
        note["embargo"] = draw(_days)
    if draw(st.integers(0, 3)) == 0:
        note["corrections"] = [{"date": draw(_days), "text": draw(sentences())}]
    return note


@st.composite
def projects(draw: st.DrawFn, *, most: int = 6) -> dict[str, str]:
    """The files of a whole project without a mistake in it, by their paths."""
    files = {
        "dateline.yaml": as_yaml({"title": draw(sentences()), "url": "https://example.org/r/"})
    }
    quotable: dict[str, tuple[str, ...]] = {}
    for number in range(draw(st.integers(0, 3))):
        text, found = draw(articles())
        files[f"content/articles/article-{number}.{draw(st.sampled_from(['md', 'txt']))}"] = text
        quotable[f"article-{number}"] = found
    for number in range(draw(st.integers(0, most))):
        note = draw(event_notes(quotable))
        files[f"content/events/event-{number}.yaml"] = as_yaml(note)
    if draw(st.booleans()):
        files["content/pages/about.md"] = f"---\ntitle: About\n---\n{draw(sentences())}\n"
    return files
