"""What may be the id of an article or event, and so part of an address."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
RESERVED: Final = frozenset(
    ["index", "con", "prn", "aux", "nul"]
    + [f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)]
)
"""Names that no page may have: the list of its folder, and devices of Windows."""


def is_id(text: str) -> bool:
    """Tell whether a text may be an id: lower-case ASCII words joined by hyphens."""
    return bool(_ID.match(text)) and text not in RESERVED and len(text) <= 200


def proposed_id(text: str) -> str:
    """Give the id most like a text, transliterated as far as Unicode tells; may be empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall(r"[a-z0-9]+", plain))[:80].strip("-")
    return f"{words}-event" if words in RESERVED else words
