"""The last look at the outputs: an id of a confidential source that slipped in stops the build."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from conftest import TODAY, unheard, write_tree

from builder.build import Options, check

SETTINGS: Final = "title: Quarry\nurl: https://quarry.example.org/\n"
ARTICLE: Final = (
    "---\ntitle: Men taken\npublication: The Mirror\npublished: 2031-03-02\n---\nEleven.\n"
)
WITNESS: Final = """\
---
access: unnamed
named_as: Witness 14
aliases: [mara-tennick-tape]
---
They took the men before the sun was up.
"""
EVENT: Final = "title: Eleven men\ndate: 2031-03-02\nsources: [mirror, jane-doe-notes]\n"


def codes(
    folder: Path, more: str, *, event: str = EVENT, name: str = "jane-doe-notes"
) -> list[str]:
    """Give the errors of a project with a witness, and something more in its note."""
    files = {
        "dateline.yaml": SETTINGS,
        "content/articles/mirror.md": ARTICLE,
        f"content/articles/{name}.md": WITNESS,
        "content/events/taken.yaml": event.replace("jane-doe-notes", name) + more,
    }
    found = check(write_tree(folder, files), Options(today=TODAY), unheard)
    return [each.code for each in found.problems if each.severity.value == "error"]


@pytest.mark.parametrize(
    "more",
    [
        "summary: It is. [see @jane-doe-notes]\n",
        "summary: It is. (@jane-doe-notes)\n",
        "summary: It is. `[@jane-doe-notes]`\n",
        "body: See [it](https://quarry.example.org/sources/jane-doe-notes.html).\n",
        "body: See <https://quarry.example.org/sources/jane-doe-notes.html>.\n",
        "date_basis: By [@jane-doe-notes]\n",
        "corrections: [{date: 2031-03-03, text: By Jane-Doe-Notes}]\n",
        "body: By @mara-tennick-tape\n",
    ],
)
def test_an_id_that_slipped_in_stops_the_build(tmp_path: Path, more: str) -> None:
    assert "names-source" in codes(tmp_path, more)


@pytest.mark.parametrize(
    "more",
    [
        "summary: It is. [@jane-doe-notes p. 3]\n",
        "body: See [it](sources/jane-doe-notes.html).\n",
        "body: Jane has notes, and Jane-Doe-Notesworthy too.\n",
    ],
)
def test_what_names_nobody_stops_nothing(tmp_path: Path, more: str) -> None:
    assert codes(tmp_path, more) == []


def test_an_id_of_one_word_is_one_only_behind_its_sign(tmp_path: Path) -> None:
    assert codes(tmp_path / "a", "body: A diary was found.\n", name="diary") == []
    assert codes(tmp_path / "b", "body: By @diary it was.\n", name="diary") == ["names-source"]


@pytest.mark.parametrize(
    "article",
    [
        "---\nnamed_as: Witness 14\n---\nText.\n",
        "---\naccess:\n---\nText.\n",
        "---\naccess: ''\ntitle: x\n---\nText.\n",
        "\n---\naccess: secret\n---\nText.\n",
        "<!-- c -->\n---\naccess: secret\n---\nText.\n",
        "access: unnamed\nnamed_as: Witness\n\nText.\n",
        "---\nnote: x\n...\naccess: secret\n---\nText.\n",
    ],
)
def test_an_access_that_is_not_clear_is_an_error_and_taken_for_secret(
    tmp_path: Path, article: str
) -> None:
    files = {
        "dateline.yaml": SETTINGS,
        "content/articles/mirror.md": ARTICLE,
        "content/articles/jane-doe-notes.txt": article,
        "content/events/taken.yaml": EVENT,
    }
    found = check(write_tree(tmp_path, files), Options(today=TODAY), unheard)
    assert "unclear-access" in [each.code for each in found.problems]
    assert found.sources == 1
