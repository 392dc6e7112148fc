"""What notes say of one another, looked at in the project as it would be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from builder.changing.planning import Change, Plan, Reason
from builder.changing.reading import Project
from builder.fields import Field, Kind
from builder.model.inputs import InputFile, InputFiles
from builder.model.settings import Settings
from builder.problems import Problem, Severity
from builder.stages.check import CHECKS
from builder.stages.link import link
from builder.stages.parse import parse

_REFERRING: Final = (Kind.ID, Kind.IDS, Kind.MARKDOWN)


def joined(plan: Plan, project: Project, field: Field) -> Plan:
    """Give a plan that changes a key with the errors that the files together would newly have."""
    if plan.reasons or not plan.changes or not _refers(field):
        return plan
    return replace(plan, reasons=tuple(_new_errors(project, plan.changes)))


def _refers(field: Field) -> bool:
    """Tell whether a key names events or articles, or holds a key that does."""
    return field.kind in _REFERRING or any(map(_refers, field.fields))


def _new_errors(project: Project, changes: Sequence[Change]) -> Iterator[Reason]:
    after = _errors(_changed(project.inputs, changes), project.settings)
    before = _errors(project.inputs, project.settings) if after else ()
    known = Counter(map(_same, before))
    for each in after:
        known[_same(each)] -= 1
        if known[_same(each)] < 0:
            hint = f"; {each.hint}" if each.hint else ""
            yield Reason(each.position.file, each.position.line, f"{each.message}{hint}")


def _same(found: Problem) -> tuple[str, str, str]:
    """Give what an error keeps when lines are added above it."""
    return found.position.file, found.code, found.message


def _changed(inputs: InputFiles, changes: Sequence[Change]) -> InputFiles:
    after = {each.path: each.after for each in changes}
    events = (InputFile(each.path, after.get(each.path, each.data)) for each in inputs.events)
    return replace(inputs, events=tuple(events))


def _errors(inputs: InputFiles, settings: Settings) -> tuple[Problem, ...]:
    """Give the errors of joining the files, as a build does it; those of one file are left out."""
    content, _ = parse(inputs, settings, _untold)
    timeline, linked = link(content, settings, _untold)
    found = (*linked, *(each for check in CHECKS for each in check(timeline)))
    return tuple(each for each in found if each.severity is Severity.ERROR)


def _untold(_: int) -> None:
    """Progress is not shown."""
