"""What may be the id of an article or event, and so part of an address."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_DEVICES: Final = frozenset(
    ["con", "prn", "aux", "nul"]
    + [f"{device}{number}" for device in ("com", "lpt") for number in "123456789¹²³"]
)
RESERVED: Final = _DEVICES | {"index"}
"""Names that no page may have: the list of its folder, and devices of Windows."""


def is_id(text: str) -> bool:
    """Tell whether a text may be an id: lower-case ASCII words joined by hyphens."""
    return bool(_ID.match(text)) and text not in RESERVED and len(text) <= 200


def device_name(name: str) -> str:
    """Give the device of Windows that a file's name stands for, whatever its ending, or nothing."""
    found = name.split(".", 1)[0].rstrip()
    return found if found.casefold() in _DEVICES else ""


_STROKES: Final = str.maketrans(
    {"æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "đ": "d", "ħ": "h", "ı": "i", "ł": "l"}
    | {"ŋ": "ng", "ø": "o", "ŧ": "t", "ə": "e"}
)
"""Latin letters that Unicode does not take apart."""


def proposed_id(text: str) -> str:
    """Give the id most like a text, in plain Latin letters as far as these go; may be empty."""
    folded = unicodedata.normalize("NFKD", text).casefold().translate(_STROKES)
    # Taken apart once more: folding can put letters together.
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    words = "-".join(re.findall(r"[a-z0-9]+", plain))[:80].strip("-")
    return f"{words}-event" if words in RESERVED else words
