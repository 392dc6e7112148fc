"""Read YAML key by key, every value with its place in the file, nothing guessed from looks."""

from builder.fields.conflicts import merge_conflicts
from builder.fields.declare import Field, Kind
from builder.fields.nodes import compose
from builder.fields.read import Record, read_mapping
from builder.fields.tree import Mapping, Node, Scalar, Sequence

__all__ = [
    "Field",
    "Kind",
    "Mapping",
    "Node",
    "Record",
    "Scalar",
    "Sequence",
    "compose",
    "merge_conflicts",
    "read_mapping",
]
