"""Put an event right and say so on its page: what `correct` does."""

from __future__ import annotations

from builder import dates
from builder.changing.joining import joined
from builder.changing.planning import Plan, Wish, in_the_way, planned
from builder.changing.reading import Project
from builder.changing.setting import Assignment, NotSet, edits_of, left_behind, notes_of
from builder.changing.walking import Found, walk
from builder.dates import DateError, Day
from builder.edits import Append, Edit
from builder.fields import Kind
from builder.fields.read import nearest
from builder.languages import vocabulary_of
from builder.model.settings import Settings
from builder.problems.printing import visible

_WORDED = (Kind.MARKDOWN, Kind.NUMBER, Kind.RECORD, Kind.RECORDS)
"""Of these a sentence only says that they were wrong: texts are long, and a place may be hidden."""


def corrected(project: Project, name: str, wanted: Assignment, reason: str, today: Day) -> Plan:
    """Plan a correction of one event; raises `NotSet`."""
    if any(field.is_private for field in wanted.fields):
        raise NotSet(f"'{wanted.field.name}' is never published, so there is nothing to correct")
    if not reason.strip() or visible(reason) != reason:
        raise NotSet("say in one line of words why it was wrong")
    notes = tuple(notes_of(project))
    chosen = [each for each in notes if each.id == name]
    if len(chosen) != 1:
        near = nearest(name, tuple(each.id for each in notes))
        hint = f"; did you mean '{near}'?" if near else ""
        many = f"the id '{name}' stands twice; give one of the notes another id"
        raise NotSet(many if chosen else f"there is no event '{name}'{hint}")
    file, number = chosen[0].file, chosen[0].note
    edits: list[Edit] = list(edits_of(file, number, wanted))
    found = tuple(walk(file.fields, file.notes[number]))
    old = tuple(each for each in found if each.names == wanted.names and each.text)
    text = _sentence(old, wanted, project.settings)
    if not edits or not text:
        raise NotSet(f"'{'.'.join(wanted.names)}' of '{name}' is that already")
    entry = {"date": "{:04}-{:02}-{:02}".format(*today), "text": f"{text} {reason.strip()}"}
    edits.append(Append(("corrections",), entry))
    reasons = tuple(left_behind(file, number, wanted))
    wish = Wish(file, tuple((number, edit) for edit in edits), reasons=reasons)
    plan = joined(planned([wish], project), project, wanted.field)
    return Plan(plan.changes, (*in_the_way(project.broken, (name,)), *plan.reasons))


def _sentence(old: tuple[Found, ...], wanted: Assignment, settings: Settings) -> str:
    """Say what was given and what is right; nothing where both are the same."""
    called = " of the ".join(name.replace("_", " ") for name in reversed(wanted.names))
    if wanted.field.kind in _WORDED:
        return f"An earlier version had the {called} wrong."
    before = _shown([each.text for each in old], wanted.field.kind, settings)
    after = _shown(_items(wanted), wanted.field.kind, settings)
    if before == after:
        return ""
    given = f"gave the {called} as {before}" if before else f"gave no {called}"
    return f"An earlier version {given}; {f'it is {after}' if after else 'there is none'}."


def _items(wanted: Assignment) -> list[str]:
    if wanted.field.kind in (Kind.TEXTS, Kind.IDS):
        return [each.strip() for each in wanted.value.split(",") if each.strip()]
    return [wanted.value] if wanted.value else []


def _shown(texts: list[str], kind: Kind, settings: Settings) -> str:
    return ", ".join(
        _in_words(each, settings) if kind is Kind.DATE else _quoted(each, kind) for each in texts
    )


def _quoted(text: str, kind: Kind) -> str:
    return f"“{text}”" if kind is Kind.TEXT else text


def _in_words(text: str, settings: Settings) -> str:
    date = dates.parse(text)
    if isinstance(date, DateError):
        return f"“{text}”"
    # The sentence is English; of the site's language only the English kinds fit into it.
    tag = settings.language if settings.language.lower().startswith("en") else "en"
    return dates.words(date, language=vocabulary_of(tag)).replace("\u00a0", " ")
