"""What a mistake is, how mistakes are ordered and printed."""

from builder.problems.value import (
    SEVERITIES,
    InputText,
    Position,
    Problem,
    Related,
    Severity,
    first_of,
    has_errors,
    in_order,
    problem,
    promoted,
)

__all__ = [
    "SEVERITIES",
    "InputText",
    "Position",
    "Problem",
    "Related",
    "Severity",
    "first_of",
    "has_errors",
    "in_order",
    "problem",
    "promoted",
]
