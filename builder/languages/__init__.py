"""Languages other than English: their dates, and the direction in which they are written."""

from functools import cache
from typing import Final

from builder.dates import Vocabulary
from builder.dates.vocabulary import AMERICAN, BRITISH

_RIGHT_TO_LEFT: Final = frozenset(
    "apc ar arc bal bgn ckb dv fa he iw ks lrc mzn nqo ps rhg sd sdh skr syr trw ug ur yi".split()
)
_SCRIPTS: Final = {
    **dict.fromkeys("adlm arab hebr nkoo rohg syrc thaa".split(), True),
    **dict.fromkeys("beng cyrl deva guru latn telu".split(), False),
}
"""Scripts that say more than the language does, and whether they run from right to left."""


def vocabulary_of(tag: str) -> Vocabulary:
    """The words of dates in a language such as `de` or `pt-BR`; British where it is unknown."""
    language, *rest = _subtags(tag)
    if language == "en":
        return AMERICAN if rest == ["us"] else BRITISH
    # Imported here because most sites are in English, and the library takes its time.
    from builder.languages.tables import found_vocabulary

    return found_vocabulary(tag) or BRITISH


@cache
def language_name(tag: str, reader: str) -> str:
    """What the readers of a language call another; the tag itself where that is not known."""
    from builder.languages.tables import found_name

    return found_name(tag, reader) or tag


def runs_right_to_left(tag: str) -> bool:
    """Whether a language is written from right to left."""
    language, *rest = _subtags(tag)
    return _SCRIPTS.get(rest[0] if rest else "", language in _RIGHT_TO_LEFT)


def _subtags(tag: str) -> list[str]:
    return tag.replace("_", "-").lower().split("-")
