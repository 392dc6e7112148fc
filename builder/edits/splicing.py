"""Where in a text an edit belongs, and the characters it puts there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from builder.edits import places, writing
from builder.edits.value import (
    Append,
    Edit,
    Path,
    Refusal,
    Remove,
    RenameKey,
    Replace,
    Set,
    Value,
)
from builder.edits.way import Here, follow, follow_to_end
from builder.edits.writing import Form
from builder.fields import Mapping, Node, Scalar, Sequence

_COMMENT: Final = re.compile(r"(?<![ \t])[ \t]+#.*")
_SINGLE_BLANK: Final = re.compile(r"(?<!\\ )\\ (?!\\ )")
"""A blank as patterns write it, between two other characters."""
_COMMENT_BESIDE: Final = "a comment stands beside the value and would be lost"


class Splice(NamedTuple):
    """The characters from `start` up to `end` give way to `by`."""

    start: int
    end: int
    by: str


def splices(text: str, root: Node, edit: Edit, order: tuple[str, ...]) -> Iterator[Splice]:
    """Give the ways to make an edit, the least change first; raises `Refusal` where there is none.

    A way may fail on what only the reading of its result tells.
    """
    form = Form(places.line_end(text), places.dash_indent(text, root))
    if isinstance(edit, Replace):
        yield from _inside_token(text, root, edit)
    yield _Splicer(text, root, order, form).splice(edit)
    yield _Splicer(text, root, order, replace(form, has_blocks=False)).splice(edit)


class _Splicer:
    """Finds the splices of edits in one text."""

    def __init__(self, text: str, root: Node, order: tuple[str, ...], form: Form) -> None:
        self.text, self.root, self.order, self.form = text, root, order, form

    def splice(self, edit: Edit) -> Splice:
        """Give the one place that an edit changes; raises `Refusal`."""
        match edit:
            case Set():
                return self._set(edit.path, edit.value)
            case Append():
                return self._append(edit.path, edit.value)
            case Remove():
                return self._remove(edit.path)
            case RenameKey():
                return self._rename(edit.path, edit.name)
            case Replace():
                return self._replace(edit)

    # --------------------------------------------------------------------------------- the edits

    def _set(self, path: Path, value: Value) -> Splice:
        way, left = follow(self.text, self.root, path)
        here = way[-1]
        if not left:
            return self._written_over(way, value)
        for step in reversed(left[1:]):
            value = {str(step): value}
        if isinstance(here.node, Scalar):
            # An empty value: all of its keys are new.
            return self._written_over(way, {str(left[0]): value})
        if not isinstance(here.node, Mapping):
            raise Refusal("a list stands there, no group of keys")
        return self._new_key(here.node, str(left[0]), value)

    def _append(self, path: Path, value: Value) -> Splice:
        way, left = follow(self.text, self.root, path)
        node = way[-1].node
        if left:
            return self._set(path, [value])
        if isinstance(node, Scalar):
            return self._written_over(way, [value] if node.is_empty else [node.text, value])
        if not isinstance(node, Sequence):
            raise Refusal("a group of keys stands there, no list")
        return self._new_item(way, node, value)

    def _remove(self, path: Path) -> Splice:
        way = follow_to_end(self.text, self.root, path)
        # What would be left empty goes as well.
        while len(way) > 2 and _is_alone(way[-2].node):
            way.pop()
        parent, here = way[-2].node, way[-1]
        if isinstance(parent, Scalar) or _is_alone(parent):
            raise Refusal("nothing else stands in the note")
        if places.is_flow(self.text, parent):
            return self._without_flow(parent, here)
        return self._without_block(parent, here)

    def _rename(self, path: Path, name: str) -> Splice:
        key = follow_to_end(self.text, self.root, path)[-1].key
        if key is None:
            raise Refusal("an item of a list has no name")
        return Splice(key.start, key.end, writing.key_text(name))

    def _replace(self, edit: Replace) -> Splice:
        way = follow_to_end(self.text, self.root, edit.path)
        node = way[-1].node
        if not isinstance(node, Scalar):
            raise Refusal("no single text stands there")
        return self._written_over(way, node.text.replace(edit.words, edit.by))

    # ------------------------------------------------------------------------------- in a value

    def _written_over(self, way: list[Here], value: Value) -> Splice:
        here = way[-1]
        node = here.node
        if places.has_anchor(self.text, node):
            raise Refusal("the value is named ('&') to be repeated elsewhere; change it by hand")
        in_flow = any(places.is_flow(self.text, each.node) for each in way[:-1])
        if isinstance(node, Scalar) and isinstance(value, str):
            return self._text_over(node, value, self._column(way), in_flow=in_flow)
        start = node.start if in_flow and node.end > node.start else self._value_start(way)
        end = max(start, places.content_end(self.text, node))
        self._expect_no_comment_inside(start, end, node)
        if in_flow:
            blank = "" if start == node.start else " "
            return Splice(start, end, f"{blank}{writing.flow(value)}")
        lines = self._value_lines(here, value)
        return Splice(start, end, self._joined(lines, self._column(way)))

    def _value_lines(self, here: Here, value: Value) -> list[str]:
        """Give the lines of a value from behind its colon or dash."""
        if here.key is None:
            first, *more = writing.item(value, self.form)
            return [first.removeprefix("-"), *more]
        first, *more = writing.entry("k", value, self.form)
        return [first.removeprefix("k:"), *more]

    def _text_over(self, node: Scalar, value: str, indent: int, *, in_flow: bool) -> Splice:
        start, end = node.start, node.end
        like = places.sign(self.text, node)
        if not like:
            return Splice(start, end, f" {writing.scalar(value, can_be_block=False)[0]}")
        is_block = like in ("|", ">")
        if is_block:
            end = places.content_end(self.text, node)
        ends_line = is_block or places.ends_line(self.text, end)
        can_be_block = self.form.has_blocks and not in_flow and ends_line
        like = like if like in "|>'\"" else "plain"
        first, *more = writing.scalar(value, can_be_block=can_be_block, like=like)
        if is_block:
            header_end = places.first_line_end(self.text, start)
            comment = _COMMENT.search(self.text, start, header_end)
            first += comment[0] if comment else ""
        by = self._joined([first, *(f"  {line}" if line else "" for line in more)], indent)
        if by.endswith(self.form.line_end) and end < len(self.text) and not is_block:
            by = by.removesuffix(self.form.line_end)
        if is_block and self.text[end - 1] in "\r\n":
            # A block that keeps its line feeds takes the end of its last line along.
            by += self.form.line_end
        return Splice(start, end, by)

    def _joined(self, lines: list[str], indent: int) -> str:
        margin = " " * indent
        rest = (f"{margin}{line}" if line else "" for line in lines[1:])
        return self.form.line_end.join((lines[0], *rest))

    def _value_start(self, way: list[Here]) -> int:
        """Give the place behind the colon or dash of a value."""
        here = way[-1]
        if here.key is None:
            return self._dash(here.node) + 1
        colon = self.text.find(":", here.key.end)
        if colon < 0 or self.text[here.key.end : colon].strip(" "):
            raise Refusal("the key stands in a form that is changed only by hand")
        return colon + 1

    def _column(self, way: list[Here]) -> int:
        """Give the column of a value's key, or of its dash."""
        here = way[-1]
        if here.key is not None:
            return places.column(self.text, here.key.start)
        if len(way) == 1 or places.is_flow(self.text, way[-2].node):
            return 0
        return places.column(self.text, self._dash(here.node))

    def _dash(self, item: Node) -> int:
        at = self.text.rfind("-", 0, item.start)
        if at < 0 or self.text[at + 1 : item.start].strip():
            raise Refusal("the list's item stands in a form that is changed only by hand")
        return at

    # -------------------------------------------------------------------------- keys and items

    def _new_key(self, parent: Mapping, key: str, value: Value) -> Splice:
        own = places.own_entries(parent)
        if not own and not places.is_flow(self.text, parent):
            raise Refusal("the keys come from a value elsewhere ('*' or '<<')")
        if places.is_flow(self.text, parent):
            name = writing.flow({key: value})[1:-1]
            return self._in_flow(parent, [each for pair in own for each in pair], name)
        indent = places.column(self.text, own[0][0].start)
        lines = writing.entry(key, value, self.form)
        before = [each for each in own if self._comes_before(each[0].text, key)]
        if not before and any(each[0].text in self.order for each in own) and key in self.order:
            at = own[0][0].start
            return Splice(at, at, self._joined([*lines, ""], indent) + " " * indent)
        last = (before or list(own))[-1]
        return self._below(max(last[0].end, places.content_end(self.text, last[1])), lines, indent)

    def _comes_before(self, name: str, key: str) -> bool:
        """Whether a key stands before another one, in the order that keys are listed in."""
        if key not in self.order or name not in self.order:
            return key not in self.order
        return self.order.index(name) < self.order.index(key)

    def _new_item(self, way: list[Here], parent: Sequence, value: Value) -> Splice:
        own = places.own_items(parent)
        if places.is_flow(self.text, parent):
            return self._in_flow(parent, list(own), writing.flow(value))
        last = own[-1]
        indent = places.column(self.text, self._dash(own[0]))
        return self._below(
            max(places.content_end(self.text, last), self._dash(last) + 1),
            writing.item(value, self.form),
            indent,
        )

    def _below(self, end: int, lines: list[str], indent: int) -> Splice:
        """Put lines below the line on which a value ends."""
        at = places.after_line(self.text, end)
        if at is None:
            raise Refusal("more than the value stands on its line")
        margin = " " * indent
        block = self.form.line_end.join(f"{margin}{line}" if line else "" for line in lines)
        if at and self.text[at - 1] not in "\r\n":
            return Splice(at, at, f"{self.form.line_end}{block}")
        return Splice(at, at, f"{block}{self.form.line_end}")

    def _in_flow(self, parent: Node, own: list[Node], written: str) -> Splice:
        if not own:
            at = self.text.index("{" if isinstance(parent, Mapping) else "[", parent.start) + 1
            return Splice(at, at, written)
        at = max(places.content_end(self.text, each) for each in own)
        rest = self.text[at : parent.end]
        if rest.lstrip().startswith(","):
            at += rest.index(",") + 1
            return Splice(at, at, f" {written}")
        return Splice(at, at, f", {written}")

    def _without_flow(self, parent: Mapping | Sequence, here: Here) -> Splice:
        spans = self._spans(parent)
        self._expect_no_comment_inside(*self._inner_span(here), here.node)
        at = spans.index(self._span(here))
        if at + 1 < len(spans):
            cut = Splice(spans[at][0], spans[at + 1][0], "")
            between = self.text[spans[at][1] : cut.end]
        else:
            cut = Splice(spans[at - 1][1], spans[at][1], "")
            between = self.text[cut.start : spans[at][0]]
        if between.strip(" \t\r\n,"):
            raise Refusal(_COMMENT_BESIDE)
        return cut

    def _spans(self, parent: Mapping | Sequence) -> list[tuple[int, int]]:
        if isinstance(parent, Mapping):
            return [self._span(Here(value, key)) for key, value in places.own_entries(parent)]
        return [self._span(Here(each)) for each in places.own_items(parent)]

    def _span(self, here: Here) -> tuple[int, int]:
        start = here.key.start if here.key else here.node.start
        end = max(here.key.end if here.key else start, places.content_end(self.text, here.node))
        return start, end

    def _inner_span(self, here: Here) -> tuple[int, int]:
        """Give where a value stands, from behind its key or dash."""
        start, end = self._span(here)
        return here.key.end if here.key else start, end

    def _expect_no_comment_inside(self, start: int, end: int, node: Node) -> None:
        if "#" in places.between_values(self.text, start, end, node):
            raise Refusal("a comment stands inside the value and would be lost")

    def _without_block(self, parent: Mapping | Sequence, here: Here) -> Splice:
        start, end = self._span(here)
        if here.key is None:
            start = self._dash(here.node)
            end = max(end, start + 1)
        after = places.after_line(self.text, end)
        if after is None:
            raise Refusal("more than the value stands on its line")
        self._expect_no_comment_inside(*self._inner_span(here), here.node)
        if self.text[end:after].strip():
            raise Refusal(_COMMENT_BESIDE)
        margin = places.line_start(self.text, start)
        if not self.text[margin:start].strip(" "):
            return Splice(margin, after, "")
        # Something stands before on the line: the dash of the item whose first key this is.
        following = next((s for s, _ in self._spans(parent) if s > start), None)
        if here.key is None or following is None or self.text[after:following].strip():
            raise Refusal("what stands around the value cannot be kept as it is")
        return Splice(start, following, "")


def _inside_token(text: str, root: Node, edit: Replace) -> Iterator[Splice]:
    """Replace the words in the characters that a text is written with, its form kept."""
    node = follow_to_end(text, root, edit.path)[-1].node
    if not isinstance(node, Scalar):
        return
    token = text[node.start : node.end]
    before, old, new, after = _difference(edit.words, edit.by)
    context, differing, rest = map(_foldable, (before, old, after))
    found = re.compile(f"({context})({differing})({rest})")
    if len(found.findall(token)) == node.text.count(edit.words):
        by = found.sub(lambda each: f"{each[1]}{new}{each[3]}", token)
        yield Splice(node.start, node.end, by)


def _difference(words: str, by: str) -> tuple[str, str, str, str]:
    """Give what two texts begin with, what differs in each, and what both end with."""
    least = min(len(words), len(by))
    start = next((at for at in range(least) if words[at] != by[at]), least)
    end = next((at for at in range(least - start) if words[-1 - at] != by[-1 - at]), least - start)
    stop = len(words) - end
    return words[:start], words[start:stop], by[start : len(by) - end], words[stop:]


def _foldable(words: str) -> str:
    """Give the pattern of words in which a single blank may be the end of a line."""
    return _SINGLE_BLANK.sub(r"(?: |[ \\t]*(?:\\r\\n?|\\n)[ \\t]*)", re.escape(words))


def _is_alone(node: Node) -> bool:
    return (
        not isinstance(node, Scalar)
        and len(node.entries if isinstance(node, Mapping) else node.items) == 1
    )
