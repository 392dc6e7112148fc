"""What a command is about to write, or why it writes nothing; planned whole before it writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from builder.changing.reading import Broken, File, Holds, Project, problems_of
from builder.edits import Edit, Path, Refused, edited_all, line_end
from builder.fields import Mapping, Node
from builder.fields import Sequence as ListNode
from builder.model.names import label_key
from builder.problems import Problem, Severity
from builder.values import frozen

Edits = tuple[tuple[int, Edit], ...]
"""Edits of the notes of one file, each with the number of its note from 0."""


@frozen
class Change:
    """A file with its bytes before and after, and where it goes if it is renamed."""

    path: str
    before: bytes
    after: bytes
    new_path: str = ""


@frozen
class Reason:
    """Why a change cannot be made, and where; line 0 means the whole file."""

    path: str
    line: int
    sentence: str


@frozen
class Plan:
    """All that a command is about to do; with a reason against any of it, nothing is done."""

    changes: tuple[Change, ...] = ()
    reasons: tuple[Reason, ...] = ()
    broken: tuple[Problem, ...] = ()
    """Files that were passed over, because they cannot be read and need not be."""
    chosen: int = 0
    """How many notes a condition chose."""


@frozen
class Wish:
    """What is to become of one file."""

    file: File
    edits: Edits = ()
    body: str | None = None
    """Another text below the front matter."""
    new_path: str = ""
    reasons: tuple[Reason, ...] = ()
    """What is known already to be in the way."""


def planned(wishes: Iterable[Wish], project: Project, broken: Iterable[Problem] = ()) -> Plan:
    """Make the new text of every file and look at it as the build will."""
    changes: list[Change] = []
    reasons: list[Reason] = []
    for wish in wishes:
        reasons += wish.reasons
        text = _text(wish)
        if isinstance(text, Reason):
            reasons.append(text)
            continue
        file = wish.file
        change = Change(file.path, file.data, file.bytes_of(text), wish.new_path)
        if change.after != change.before or change.new_path:
            changes.append(change)
            reasons += _new_problems(change, file.holds, project)
            if file.is_link:
                sentence = "the file is a link; change the one that it leads to by hand"
                reasons.append(Reason(file.path, 0, sentence))
    return Plan(tuple(changes), tuple(reasons), tuple(broken))


def _text(wish: Wish) -> str | Reason:
    file = wish.file
    body = file.body if wish.body is None else wish.body
    if not wish.edits:
        return file.text[: file.body_start] + body
    end = line_end(file.text)
    is_begun = not file.yaml_end and file.holds in (Holds.ARTICLE, Holds.PAGE)
    yaml = f"---{end}" if is_begun else file.yaml
    order = tuple(field.name for field in file.fields)
    found = edited_all(yaml, wish.edits, order=order)
    if isinstance(found, Refused):
        note, edit = wish.edits[found.at]
        return reason_at(file, note, edit.path, found.reason)
    closing = f"---{end}" if is_begun else file.text[file.yaml_end : file.body_start]
    return found + closing + body


def _new_problems(change: Change, holds: Holds, project: Project) -> list[Reason]:
    """Give the errors and warnings that a file would have and has not now."""
    before = problems_of(change.path, holds, change.before, project.settings)
    path = change.new_path or change.path
    after = problems_of(path, holds, change.after, project.settings)
    known = Counter((each.code, each.message) for each in before)
    new: list[Reason] = []
    for each in after:
        known[each.code, each.message] -= 1
        if known[each.code, each.message] < 0 and each.severity is not Severity.NOTE:
            hint = f"; {each.hint}" if each.hint else ""
            new.append(Reason(change.path, each.position.line, f"{each.message}{hint}"))
    return new


def reason_at(file: File, note: int, path: Path, sentence: str) -> Reason:
    """Give a reason with the line of the value that a path leads to, as far as it goes."""
    node: Node | None = file.notes[note] if note < len(file.notes) else None
    start = node.start if node else 0
    for step in path:
        node = _child(node, step)
        if node is None:
            break
        start = node.start
    return Reason(file.path, file.line(start), sentence)


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Mapping):
        return next((value for key, value in node.entries if key.text == step), None)
    if isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


# --------------------------------------------------------------------- files that cannot be read


def in_the_way(broken: Sequence[Broken], words: Sequence[str]) -> tuple[Reason, ...]:
    """Give why a command must not go on: files that cannot be read and may hold its words."""
    return tuple(
        Reason(each.path, each.problem.position.line, _stops(each.problem))
        for each in broken
        if may_hold(each, words)
    )


def _stops(problem: Problem) -> str:
    hint = f"; {problem.hint}" if problem.hint else ""
    return f"{problem.message}{hint}. The file may have to be changed too"


def may_hold(broken: Broken, words: Sequence[str]) -> bool:
    """Tell whether any of some words may stand in a file that cannot be read, or be its name."""
    if broken.data is None:
        return True
    # Of a text in two bytes a letter, as of one in one, the letters of ASCII can be told.
    text = broken.data.replace(b"\0", b"").decode("utf-8", "replace")
    is_decoded = "\ufffd" not in text
    folded = label_key(f"{broken.path} {text}")
    return "\\" in text or any(
        not (word.isascii() or is_decoded) or label_key(word) in folded for word in words
    )
