"""Events and articles by other ids, with everything that leads to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from builder.changing.planning import Plan, Reason, Wish, in_the_way, planned, reason_at
from builder.changing.prose import ByHand, Leads, replaced, replacements
from builder.changing.reading import File, Holds, Project
from builder.changing.walking import Found, walk
from builder.edits import Append, Edit, Replace, Set
from builder.fields import Kind, Mapping, Sequence, compose
from builder.fields.read import nearest
from builder.model.identifiers import is_id, proposed_id
from builder.problems import InputText
from builder.stages.parse.text import stem, with_plain_line_ends
from builder.values import frozen

_FOLDERS: Final = {Holds.EVENTS: "events", Holds.ARTICLE: "articles"}
_ADDRESSES: Final = {Holds.EVENTS: "events", Holds.ARTICLE: "sources"}
_NOUNS: Final = {Holds.EVENTS: "event", Holds.ARTICLE: "article"}


class NotRenamed(Exception):
    """A name that cannot be had; carries a sentence."""


@frozen
class Named:
    """An event or article with the note that it is written in."""

    id: str
    aliases: tuple[str, ...]
    file: File
    note: int
    is_written: bool
    """Whether the id stands in the note, not in the file's name."""


def ids_renamed(project: Project, holds: Holds, old: str, new: str) -> Plan:
    """Plan another id for an event or an article; raises `NotRenamed`."""
    known = tuple(named(project, holds))
    target = _target(known, holds, old, new)
    if target:
        _expect_free(project, known, target, new)
    leads = Leads(
        {f"{_ADDRESSES[holds]}/{old}.html": f"{_ADDRESSES[holds]}/{new}.html"},
        {old: new} if holds is Holds.ARTICLE else {},
    )
    wishes = [_references_changed(file, holds, old, new, leads) for file in project.files]
    if target:
        # Last: until then the command finds what it began, should it be killed.
        wishes.sort(key=lambda each: each.file is target.file)
        wishes[-1] = _with_new_id(wishes[-1], target, old, new)
    plan = planned(wishes, project)
    return Plan(plan.changes, (*in_the_way(project.broken, (old,)), *plan.reasons))


def named(project: Project, holds: Holds) -> Iterator[Named]:
    """Give all events or articles with their ids."""
    for file in project.of(holds):
        notes = file.notes or ((Mapping((), 0, 0),) if holds is Holds.ARTICLE else ())
        is_alone = holds is Holds.ARTICLE or _has_file_to_itself(file)
        for number, note in enumerate(notes):
            found = tuple(walk(file.fields, note))
            written = next((each.text for each in found if each.names == ("id",)), "")
            aliases = tuple(each.text for each in found if each.names == ("aliases",) and each.text)
            if written or is_alone:
                yield Named(written or file.name, aliases, file, number, bool(written))


def _has_file_to_itself(file: File) -> bool:
    if len(file.notes) != 1:
        return False
    documents, _ = compose(InputText(file.path, file.yaml))
    return not isinstance(documents[0], Sequence)


# --------------------------------------------------------------------------- what can be renamed


def _target(known: tuple[Named, ...], holds: Holds, old: str, new: str) -> Named | None:
    """Give what has the old id; None where only what leads to it is left to be changed."""
    noun = _NOUNS[holds]
    if old == new:
        raise NotRenamed(f"'{old}' is the id already")
    found = [each for each in known if each.id == old]
    if len(found) > 1:
        files = " and ".join(f"'{each.file.path}'" for each in found[:2])
        raise NotRenamed(f"the id '{old}' stands twice, in {files}; give one of them another id")
    if found:
        return found[0]
    heir = next((each for each in known if old in each.aliases), None)
    if heir and heir.id == new:
        return None
    if heir:
        raise NotRenamed(f"'{old}' is an earlier id of '{heir.id}'; rename that one")
    near = nearest(old, tuple(each.id for each in known))
    hint = f"; did you mean '{near}'?" if near else ""
    raise NotRenamed(f"there is no {noun} '{old}'{hint}")


def _expect_free(project: Project, known: tuple[Named, ...], target: Named, new: str) -> None:
    if not is_id(new):
        near = proposed_id(new)
        such = f"such as '{near if is_id(near) else 'bridge-opens'}'"
        raise NotRenamed(
            f"'{new}' cannot be an id; expected lower-case words joined by hyphens, {such}"
        )
    folder = f"{project.settings.content}/{_FOLDERS[target.file.holds]}/"
    broken = (each.path for each in project.broken if each.path.startswith(folder))
    others = [
        *(each.file.path for each in known if each.id == new),
        *(each.file.path for each in known if each is not target and new in each.aliases),
        *(path for path in broken if stem(path) == new),
    ]
    if others:
        raise NotRenamed(f"the id '{new}' is taken, in '{others[0]}'; choose another one")


# ------------------------------------------------------------------------------------ the edits


def _references_changed(file: File, holds: Holds, old: str, new: str, leads: Leads) -> Wish:
    """Lead everything in a file that leads to the old id to the new one."""
    edits = tuple(
        (number, Set(each.path, new))
        for number, note in enumerate(file.notes)
        for each in walk(file.fields, note)
        if each.text == old and _refers(each, file.holds, holds)
    )
    texts = texts_changed(file, leads)
    return replace(texts, edits=(*edits, *texts.edits))


def texts_changed(file: File, leads: Leads) -> Wish:
    """Lead the links and marks in the texts of a file elsewhere."""
    edits: list[tuple[int, Edit]] = []
    reasons: list[Reason] = []
    for number, note in enumerate(file.notes):
        for each in walk(file.fields, note):
            if each.field.kind is Kind.MARKDOWN and each.text:
                words = replacements(each.text, leads)
                if isinstance(words, ByHand):
                    reasons.append(reason_at(file, number, each.path, words.sentence))
                else:
                    edits += ((number, Replace(each.path, *pair)) for pair in words)
    body = None
    if file.holds is Holds.PAGE:
        words = replacements(with_plain_line_ends(file.body), leads)
        if isinstance(words, ByHand):
            reasons.append(Reason(file.path, file.line(file.body_start), words.sentence))
        else:
            body = replaced(file.body, words)
    return Wish(file, tuple(edits), body, reasons=tuple(reasons))


def _refers(found: Found, written_in: Holds, holds: Holds) -> bool:
    """Tell whether a value names an event, or an article, by its id."""
    if holds is Holds.EVENTS:
        return written_in is Holds.EVENTS and found.names == ("related",)
    if written_in is Holds.EVENTS:
        return found.field.name == "article"
    return written_in is Holds.ARTICLE and found.names == ("derived_from",)


def _with_new_id(wish: Wish, target: Named, old: str, new: str) -> Wish:
    """Give a note its new id, in its file's name unless it is written, and keep the old one."""
    edits = list(wish.edits)
    if target.is_written:
        edits.append((target.note, Set(("id",), new)))
    if new in target.aliases:
        # It is given back an id that it had earlier.
        aliases = [old if each == new else each for each in target.aliases]
        edits.append((target.note, Set(("aliases",), aliases)))
    elif old not in target.aliases:
        edits.append((target.note, Append(("aliases",), old)))
    folder, _, file = wish.file.path.rpartition("/")
    new_path = "" if target.is_written else f"{folder}/{new}{file.removeprefix(wish.file.name)}"
    return replace(wish, edits=tuple(edits), new_path=new_path)
