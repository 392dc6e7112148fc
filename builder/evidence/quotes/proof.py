"""What came of looking for a quotation in a text."""

from __future__ import annotations

from typing import Literal

from builder.model.content import Span
from builder.values import frozen

Result = Literal["exact", "typographic", "elided", "near-miss", "accents", "absent", "refused"]


@frozen
class Finding:
    """Something a curator should know of a quotation although it is proved."""

    code: str
    """`quote-gap`, `quote-ambiguous`, `quote-too-short`, `quote-crosses` or `quote-not-speech`."""
    message: str


@frozen
class Proof:
    """Whether and where a text holds the words of a quotation."""

    result: Result
    parts: tuple[Span, ...] = ()
    """The words in the stored text, in order; not proved: the nearest words, if any are near."""
    in_title: bool = False
    """The words are those of the title; `parts` are then offsets in the title."""
    paragraph: int = 0
    """The number from 1 of the text paragraph of the first part; 0 for captions and headings."""
    nearest: str = ""
    """Not proved: the nearest words of the text, as the text has them."""
    difference: str = ""
    """From the quotation to the text, word by word: `a [-safe-] {+firm+} promise`.

    `[-…-]` stands in the quotation only, `{+…+}` in the text only.
    """
    reason: str = ""
    """Why a quotation was refused."""
    findings: tuple[Finding, ...] = ()

    @property
    def is_proved(self) -> bool:
        """Whether the text holds the words."""
        return self.result in ("exact", "typographic", "elided")
