"""One key of many notes: what `set` does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

from builder import dates
from builder.changing.choosing import Chosen, Condition, holds, unread
from builder.changing.joining import joined
from builder.changing.planning import Plan, Reason, Wish, planned, reason_at
from builder.changing.reading import File, Holds, Project, fields_of
from builder.changing.renaming import named
from builder.changing.walking import Found, walk
from builder.dates import DateError
from builder.edits import Append, Edit, Path, Remove, Set
from builder.fields import Field, Kind, Mapping, Scalar, read_mapping
from builder.fields.read import TRUE, nearest
from builder.model.names import label_key
from builder.model.settings import Settings
from builder.problems import InputText
from builder.values import frozen

_LISTS = (Kind.TEXTS, Kind.IDS)
_PLACES = (("place",), ("place", "name"))
_COORDINATES = (("place", "lat"), ("place", "lon"))
_LEFT_BEHIND = (
    "the coordinates would stay under the place's new name; first take 'place' away with an empty"
    " value, or change name and coordinates by hand"
)


class NotSet(Exception):
    """A key or value that cannot be set; carries a sentence."""


class Way(Enum):
    """What is done to a key."""

    SET = "set"
    ADD = "add"
    REMOVE = "remove"


@frozen
class Assignment:
    """A key and what becomes of it; `fields` leads from the note to the key."""

    fields: tuple[Field, ...]
    value: str
    way: Way = Way.SET

    @property
    def names(self) -> tuple[str, ...]:
        """The key with those above it."""
        return tuple(field.name for field in self.fields)

    @property
    def field(self) -> Field:
        """What the tables say of the key."""
        return self.fields[-1]


def assignment(key: str, value: str, way: Way = Way.SET, *, settings: Settings) -> Assignment:
    """Read a key and its value by the table of event notes; raises `NotSet`."""
    fields = _fields(key, fields_of(Holds.EVENTS, settings))
    found = Assignment(fields, value, way)
    field = found.field
    if field.name == "id" and len(fields) == 1:
        raise NotSet("an id is changed by 'dateline rename event', which leads everything to it")
    is_list = field.kind in (*_LISTS, Kind.RECORDS)
    if way is not Way.SET and not is_list:
        raise NotSet(f"'{key}' is no list; --add and --remove change lists by one item")
    if way is not Way.SET and not value.strip():
        raise NotSet("name the item to add or to remove")
    if field.kind in (Kind.RECORD, Kind.RECORDS) and not field.short and value:
        raise NotSet(f"'{key}' holds keys; it is changed by hand")
    if field.kind is Kind.RECORDS and way is Way.SET and value:
        raise NotSet(f"'{key}' holds keys; only --add and --remove change it")
    return Assignment(fields, _checked(found), way) if value and way is not Way.REMOVE else found


def _fields(key: str, table: tuple[Field, ...]) -> tuple[Field, ...]:
    """Follow a key such as `place.lat` through the tables."""
    found: list[Field] = []
    for name in key.split("."):
        if found and found[-1].kind is Kind.RECORDS:
            raise NotSet(f"'{key}' leads into a list; it is changed by hand")
        known = {each: field for field in table for each in (field.name, *field.synonyms)}
        if name not in known:
            near = nearest(name, tuple(known))
            hint = f"; did you mean '{near}'?" if near else ""
            raise NotSet(f"the key '{key}' is not known in event notes{hint}")
        found.append(known[name])
        table = known[name].fields
    return tuple(found)


def _checked(wanted: Assignment) -> str:
    """Give the value as it is written, once the reader has accepted it."""
    field = wanted.field
    if any("\ud800" <= letter <= "\udfff" for letter in wanted.value):
        raise NotSet("the value holds bytes that are no UTF-8")
    node = Scalar(wanted.value, 0, len(wanted.value), is_plain=False)
    if field.kind not in (Kind.RECORD, Kind.RECORDS):
        key = Scalar(field.name, 0, 0, is_plain=True)
        file = InputText("", wanted.value)
        _, problems = read_mapping((field,), Mapping(((key, node),), 0, len(wanted.value)), file)
        if problems:
            hint = f"; {problems[0].hint}" if problems[0].hint else ""
            raise NotSet(f"{problems[0].message}{hint}")
    if field.kind is Kind.FLAG:
        return "true" if wanted.value.lower() in TRUE else "false"
    if field.kind is Kind.DATE:
        date = dates.parse(wanted.value)
        assert not isinstance(date, DateError)
        return date.edtf
    return wanted.value


def set_everywhere(project: Project, wanted: Assignment, conditions: Sequence[Condition]) -> Plan:
    """Plan one key of all notes that meet the conditions; a plan without changes where none has."""
    chosen = tuple(each for each in notes_of(project) if holds(conditions, each))
    by_file: dict[str, list[Chosen]] = {}
    for each in chosen:
        by_file.setdefault(each.file.path, []).append(each)
    wishes = [_wish(found, wanted) for found in by_file.values()]
    plan = joined(planned(wishes, project), project, wanted.field)
    return Plan(plan.changes, (*unread(conditions, project), *plan.reasons), chosen=len(chosen))


def notes_of(project: Project) -> Iterator[Chosen]:
    """Give all event notes that have an id."""
    for each in named(project, Holds.EVENTS):
        yield Chosen(each.id, each.file, each.note)


def _wish(notes: Sequence[Chosen], wanted: Assignment) -> Wish:
    file = notes[0].file
    edits = tuple((each.note, edit) for each in notes for edit in edits_of(file, each.note, wanted))
    reasons = (reason for each in notes for reason in left_behind(file, each.note, wanted))
    return Wish(file, edits, reasons=tuple(reasons))


def left_behind(file: File, note: int, wanted: Assignment) -> Iterator[Reason]:
    """Give why a place gets no other name: the coordinates of the old one would be under it."""
    if wanted.way is not Way.SET or not wanted.value or wanted.names not in _PLACES:
        return
    found = tuple(walk(file.fields, file.notes[note]))
    names = [each.text for each in found if each.names == ("place", "name")]
    located = [each for each in found if each.names in _COORDINATES and each.text]
    if located and names and label_key(names[0]) != label_key(wanted.value):
        yield reason_at(file, note, located[0].path, _LEFT_BEHIND)


def edits_of(file: File, note: int, wanted: Assignment) -> Iterator[Edit]:
    """Give the edits of one note."""
    found = tuple(walk(file.fields, file.notes[note]))
    own = next((each for each in found if each.names == wanted.names and each.is_key), None)
    items = _items(found, wanted)
    match wanted.way:
        case Way.ADD:
            if not any(_is_same(each, wanted) for each in items):
                yield Append(own.path if own else wanted.names, wanted.value)
        case Way.REMOVE:
            for each in reversed(items):
                if _is_same(each, wanted):
                    yield Remove(_item_path(each, wanted))
        case Way.SET if wanted.value:
            yield from _set(found, own, wanted)
        case Way.SET:
            if own is not None:
                yield Remove(own.path)


def _set(found: tuple[Found, ...], own: Found | None, wanted: Assignment) -> Iterator[Edit]:
    field, value = wanted.field, wanted.value
    if own is not None and field.kind is Kind.RECORD and isinstance(own.node, Mapping):
        yield Set((*own.path, field.short), value)
    elif field.kind in _LISTS:
        items = [each.strip() for each in value.split(",")]
        yield Set(own.path if own else wanted.names, [each for each in items if each])
    elif own is not None or len(wanted.names) == 1:
        yield Set(own.path if own else wanted.names, value)
    else:
        yield _set_inside(found, wanted)


def _set_inside(found: tuple[Found, ...], wanted: Assignment) -> Edit:
    """Give the edit of a key in a group, which may be written as a bare text so far."""
    *above, name = wanted.names
    group = next((each for each in found if each.names == tuple(above) and each.is_key), None)
    if group is None or not group.text:
        return Set((*(group.path if group else above), name), wanted.value)
    short = wanted.fields[-2].short
    if name == short:
        return Set(group.path, wanted.value)
    return Set(group.path, {short: group.text, name: wanted.value})


def _items(found: tuple[Found, ...], wanted: Assignment) -> tuple[Found, ...]:
    """Give the items of a list; of groups of keys, the key that a bare text would stand for."""
    is_group = wanted.field.kind is Kind.RECORDS
    names = (*wanted.names, wanted.field.short) if is_group else wanted.names
    return tuple(each for each in found if each.names == names and each.text)


def _is_same(item: Found, wanted: Assignment) -> bool:
    if wanted.field.kind is Kind.TEXTS:
        return label_key(item.text) == label_key(wanted.value)
    return item.text == wanted.value


def _item_path(item: Found, wanted: Assignment) -> Path:
    """Give the way to a whole item."""
    return item.path[: len(wanted.names) + 1]
