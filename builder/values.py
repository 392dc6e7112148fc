"""What a value is here: a dataclass whose fields are set once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(described: type[_T]) -> type[_T]:
    """Make a class of fields a value: slotted, compared and hashed by its fields.

    The type checker refuses to set a field of a value. Python itself does not: a dataclass that
    is frozen at run time sets every field by a call, which makes a value of sixteen fields in
    2.5 microseconds instead of 0.9, and that was a tenth of a build.
    """
    return dataclass(slots=True, unsafe_hash=True)(described)
