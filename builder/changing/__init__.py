"""Change notes without spoiling them: what is not asked for stays as it is, to the byte.

Every command plans all its edits as values first. With one that cannot be made nothing is written.
"""

from __future__ import annotations

from builder.changing.choosing import NotChosen, condition
from builder.changing.correcting import corrected
from builder.changing.diff import as_diff
from builder.changing.formatting import formatted
from builder.changing.labels import Label, label_renamed
from builder.changing.planning import Change, Plan, Reason
from builder.changing.reading import Holds, Project
from builder.changing.renaming import NotRenamed, ids_renamed
from builder.changing.setting import Assignment, NotSet, Way, assignment, set_everywhere
from builder.changing.writing import Disturbed, change, plan

__all__ = [
    "Assignment",
    "Change",
    "Disturbed",
    "Holds",
    "Label",
    "NotChosen",
    "NotRenamed",
    "NotSet",
    "Plan",
    "Project",
    "Reason",
    "Way",
    "as_diff",
    "assignment",
    "change",
    "condition",
    "corrected",
    "formatted",
    "ids_renamed",
    "label_renamed",
    "plan",
    "set_everywhere",
]
