"""Tags, people and places by other names, with their pages and what leads there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from enum import Enum
from typing import Final

from builder.changing.planning import Plan, Reason, Wish, in_the_way, planned
from builder.changing.prose import Leads
from builder.changing.reading import File, Holds, Project
from builder.changing.renaming import NotRenamed, texts_changed
from builder.changing.walking import Found, walk
from builder.edits import Edit, Remove, Set
from builder.fields import Node
from builder.fields.read import nearest
from builder.model.names import label_key
from builder.problems.printing import visible
from builder.stages.plan.labels import Labels


class Label(Enum):
    """A kind of label; the value is the folder of its pages."""

    TAG = "tags"
    PERSON = "people"
    PLACE = "places"


_NAMES: Final[Mapping[Label, tuple[str, ...]]] = {
    Label.TAG: ("tags",),
    Label.PERSON: ("people",),
    Label.PLACE: ("place", "name"),
}
"""Where a note has its labels."""


def labels_of(file: File, note: Node, label: Label) -> tuple[Found, ...]:
    """Give the values of a note that are labels of one kind."""
    found = walk(file.fields, note)
    return tuple(each for each in found if each.names == _NAMES[label] and each.text.strip())


def label_renamed(project: Project, label: Label, old: str, new: str) -> Plan:
    """Plan another name for a tag, a person or a place; raises `NotRenamed`."""
    known = dict.fromkeys(name for name, _ in _written(project, label))
    keys = {label_key(name) for name in known}
    _expect_name(label, old, new)
    for name in (old, new):
        if label_key(name) in project.listed.get(label.value, ()):
            file = f"{project.settings.content}/{label.value}.yaml"
            sentence = f"'{name}' is listed in {file}; change it there, and every note follows"
            raise NotRenamed(sentence)
    if label_key(old) not in keys and not project.is_resumed:
        near = nearest(old, tuple(known))
        hint = f"; did you mean '{near}'?" if near else ""
        raise NotRenamed(f"there is no {label.name.lower()} '{old}'{hint}")
    if label_key(new) in keys and label_key(new) != label_key(old) and not project.is_resumed:
        raise NotRenamed(f"the {label.name.lower()} '{new}' is there already; two are not made one")
    leads = Leads(_moved(label, (*known, old), old, new), {})
    wishes = [_wish(file, label, old, new, leads, project) for file in project.files]
    # Pages go last to where they belong: until then the command finds what it began.
    wishes.sort(key=lambda each: bool(each.new_path))
    plan = planned(wishes, project)
    words = (old, *(path.rpartition("/")[2].removesuffix(".html") for path in leads.pages))
    blocking = in_the_way(project.broken, words)
    return Plan(plan.changes, (*blocking, *_taken_pages(wishes, project), *plan.reasons))


def _written(project: Project, label: Label) -> Iterator[tuple[str, File]]:
    for file in project.of(Holds.EVENTS):
        for note in file.notes:
            for each in labels_of(file, note, label):
                yield each.text, file


def _expect_name(label: Label, old: str, new: str) -> None:
    if new == old:
        raise NotRenamed(f"'{old}' is the name already")
    if not label_key(new) or visible(new) != new or new != new.strip():
        raise NotRenamed(f"'{visible(new)}' is no name of a {label.name.lower()}; write some words")


def _moved(label: Label, known: Iterable[str], old: str, new: str) -> dict[str, str]:
    """Give the addresses that change, as the site makes them; other labels' may change too."""
    known = tuple(known)
    before, after = Labels(label.value), Labels(label.value)
    for name in known:
        before.named(name)
        after.named(_called(name, old, new))
    before.settle()
    after.settle()
    moved = {before.link(name).path: after.link(_called(name, old, new)).path for name in known}
    return {path: to for path, to in moved.items() if path != to}


def _called(name: str, old: str, new: str) -> str:
    return new if label_key(name) == label_key(old) else name


# ------------------------------------------------------------------------------------ the edits


def _wish(file: File, label: Label, old: str, new: str, leads: Leads, project: Project) -> Wish:
    edits: list[tuple[int, Edit]] = []
    for number, note in enumerate(file.notes if file.holds is Holds.EVENTS else ()):
        edits += ((number, edit) for edit in _renamed(labels_of(file, note, label), old, new))
    texts = texts_changed(file, leads)
    names = _named_in_menu(file, leads) if file.holds is Holds.SETTINGS else ()
    new_path = _new_path(file, leads, project) if file.holds is Holds.PAGE else ""
    return replace(texts, edits=(*edits, *names, *texts.edits), new_path=new_path)


def _renamed(found: tuple[Found, ...], old: str, new: str) -> Iterator[Edit]:
    """Write the new name for the old one, and once only."""
    has_new = label_key(new) != label_key(old) and any(
        label_key(each.text) == label_key(new) for each in found
    )
    olds = [each for each in found if label_key(each.text) == label_key(old)]
    first = () if has_new else olds[:1]
    for each in first:
        if each.text != new:
            yield Set(each.path, new)
    # From the end, so that the numbers of the others stay.
    for each in reversed(olds[len(first) :]):
        yield Remove(each.path)


def _named_in_menu(file: File, leads: Leads) -> tuple[tuple[int, Edit], ...]:
    pages = {_page(path): _page(to) for path, to in leads.pages.items()}
    return tuple(
        (number, Set(each.path, pages[each.text]))
        for number, note in enumerate(file.notes)
        for each in walk(file.fields, note)
        if each.names == ("menu",) and each.text in pages
    )


def _page(path: str) -> str:
    return path.removesuffix(".html")


def _page_name(path: str, project: Project) -> str:
    """Give the name of a page of text by its file's path."""
    return path.removeprefix(f"{project.settings.content}/pages/").rpartition(".")[0]


def _new_path(file: File, leads: Leads, project: Project) -> str:
    """Give where the text of a label's page goes."""
    name = _page_name(file.path, project)
    to = leads.pages.get(f"{name}.html")
    ending = file.path.rpartition(".")[2]
    return f"{project.settings.content}/pages/{_page(to)}.{ending}" if to else ""


def _taken_pages(wishes: Iterable[Wish], project: Project) -> Iterator[Reason]:
    paths = (*(each.path for each in project.files), *(each.path for each in project.broken))
    names = {_page_name(path, project): path for path in paths}
    for wish in wishes:
        other = names.get(_page_name(wish.new_path, project)) if wish.new_path else None
        if other:
            sentence = f"this text would go where '{other}' is; make one of the two by hand"
            yield Reason(wish.file.path, 0, sentence)
