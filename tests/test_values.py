"""Values: set once, slotted, equal by what they hold."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import field, replace
from pathlib import Path

import pytest

from builder.values import frozen

ROOT = Path(__file__).parent.parent


@frozen
class Stone:
    name: str
    weight: int = 1
    marks: tuple[str, ...] = ()
    notes: dict[str, str] = field(default_factory=dict, compare=False)


def test_values_are_equal_and_hashed_by_what_they_hold() -> None:
    assert Stone("flint", 2) == Stone("flint", weight=2)
    assert len({Stone("flint"), Stone("flint", 1), Stone("slate")}) == 2
    assert Stone("flint") != Stone("slate")


def test_a_value_is_replaced_not_changed() -> None:
    heavy = replace(Stone("flint"), weight=9)
    assert (heavy.name, heavy.weight) == ("flint", 9)


def test_a_value_has_no_room_for_other_names() -> None:
    with pytest.raises(AttributeError):
        Stone("flint").colour = "grey"  # type: ignore[attr-defined]


def test_defaults_made_anew_are_not_shared() -> None:
    assert Stone("flint").notes is not Stone("slate").notes


def test_the_type_checker_refuses_to_set_a_field(tmp_path: Path) -> None:
    """This is what makes values frozen; nothing does so at run time."""
    source = tmp_path / "sets.py"
    source.write_text(
        "from builder.values import frozen\n\n\n@frozen\nclass Stone:\n    name: str\n\n\n"
        "stone = Stone('flint')\nstone.name = 'slate'\n"
    )
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", str(source)]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 1
    assert "sets.py:10: error" in found.stdout
    assert "read-only" in found.stdout
