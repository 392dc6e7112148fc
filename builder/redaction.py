"""Words that must stand nowhere in a site: found in any output, they stop the build."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple
from urllib.parse import unquote_to_bytes

from builder.model.identifiers import proposed_id
from builder.model.pages import OutputFile
from builder.model.settings import SHORTEST_REDACTION, Redaction
from builder.problems import Problem, problem

_MARKUP_FILES: Final = (".html", ".htm", ".xhtml", ".xml", ".svg")
_OF_THE_THEME: Final = re.compile(r"assets/.*\.(?:css|js|mjs)\Z", re.DOTALL)

_REST: Final = r"""(?:[^>=]+|=\s*(?:"[^"]*(?:"|\Z)|'[^']*(?:'|\Z))|=)*(?:>|\Z)"""
# What is not closed reaches to the end of the text: no alternative ever turns back.
_MARK: Final = re.compile(
    rf"<!--(?P<comment>.*?)(?:-->|\Z)|<(?:!doctype\b|\?xml\b)[^>]*(?:>|\Z)"
    rf"|<(?P<raw>script|style)\b(?P<of_raw>{_REST})(?P<code>.*?)(?=</(?P=raw)|\Z)"
    rf"|</?(?P<tag>[a-z][^\s/>]*)(?P<rest>{_REST})",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE: Final = re.compile(
    r"""(?<![^\s=/>"'])(?P<name>[^\s=/>"']++)\s*=\s*(?P<value>"[^"]*"?|'[^']*'?|[^\s>"']+)"""
)
_KEYWORDS: Final = frozenset(
    "aria-current charset class dir for itemprop itemtype lang loading media method name property"
    " rel role scope sizes style tabindex target type xml:lang xmlns".split()
)
"""Attributes whose values are chosen by the theme, never by the content."""
_TO_BROWSERS: Final = frozenset(
    ["color-scheme", "content-security-policy", "referrer", "robots", "viewport"]
)
"""What `meta` tells browsers, none of it from the content."""
_SKIP_LINK: Final = frozenset(["main", "#main"])
_BLOCKS: Final = frozenset(
    "address article aside blockquote body caption dd details div dl dt entry fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 head header hr html item legend li main nav ol option p"
    " pre section select summary table tbody text tfoot thead title tr ul".split()
)
_CELLS: Final = frozenset(["br", "td", "th"])
"""What stands apart and is read in one go: a first name and a surname may have a cell each."""

_APART: Final = "\ue000"
"""Stands between two texts that no reader reads as one."""
# Behind fewer letters, a stop may belong to an initial or a title: J. or Dr.
_SENTENCE_END: Final = re.compile(rf"(?:(?<=[^\W\d_]{{4}})\.|[!?…])(?=\s)|[。！？{_APART}]+")
_BETWEEN_WORDS: Final = re.compile(r"[\W_]+")
_LEFT_MARKS: Final = re.compile("[\u0300-\u036f]+")
_UNSEEN: Final = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew points
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"  # Arabic
    "\u08d3-\u08ff\u034f\u115f\u1160\u3164\u17b4\u17b5\u180b-\u180f"
    "\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
"""What may stand in a word without being of it; so may all characters of the category Cf."""
_ESCAPE: Final = re.compile(
    r"\\(?:u\{(?P<long>[0-9a-f]{1,6})\}|u(?P<short>[0-9a-f]{4})|x(?P<byte>[0-9a-f]{2})|[bfnrtv])",
    re.IGNORECASE,
)
_LONG_NUMBER: Final = re.compile(r"(?<=&#)[0-9]{8,}")


def redacted(files: Iterable[OutputFile], redactions: tuple[Redaction, ...]) -> tuple[Problem, ...]:
    """Give a problem for each redaction and output that holds its words, or has them in its name.

    Capitals, what stands between the words, tags, and the ways in which HTML, JSON and addresses
    write letters make no difference. The problem does not repeat the words.
    """
    sought = [(each, _forms(each.words)) for each in redactions]
    if not sought:
        return ()
    return tuple(
        _problem(redaction, file)
        for file in files
        if not _OF_THE_THEME.match(file.path)
        for held in (_held(file),)
        for redaction, forms in sought
        if held.has_any(forms)
    )


def _forms(words: str) -> frozenset[str]:
    """Give words in the forms that they may stand in, folded."""
    own = _folded(words) or words
    others = map(_folded, (proposed_id(words), words.replace(".", " ")))
    return frozenset((own, *(form for form in others if len(form) >= SHORTEST_REDACTION)))


class _Held(NamedTuple):
    """What a file says, each text as it is and folded: its path, its words, its attributes."""

    texts: tuple[str, ...]
    has_words: bool
    """False for a picture or a recording, where any byte may stand beside a word."""

    def has_any(self, forms: Iterable[str]) -> bool:
        """Tell whether one of some forms stands in it."""
        stands = _stands if self.has_words else str.__contains__
        return any(stands(text, form) for form in forms for text in self.texts)


def _held(file: OutputFile) -> _Held:
    try:
        text, has_words = file.data.decode(), True
    except UnicodeDecodeError:
        text, has_words = file.data.decode(errors="replace"), False
    texts = [each for said in (file.path, *_said(file.path, text)) for each in _read(said)]
    return _Held(tuple({form: None for each in texts for form in (each, _folded(each))}), has_words)


def _said(path: str, text: str) -> Iterator[str]:
    """Give what a text says to its readers, and in markup to programs."""
    is_markup = path.lower().endswith(_MARKUP_FILES)
    if not is_markup or "<" not in text:
        yield text
    if is_markup or "<" in text or "&" in text:
        yield from map(_unescaped, _parts(text))


def _parts(text: str) -> Iterator[str]:
    """Give the words of markup, with and without a blank for each tag, and its other texts."""
    joined: list[str] = []
    parted: list[str] = []
    others: list[str] = []
    at = 0
    for mark in _MARK.finditer(text):
        tag = (mark["tag"] or mark["raw"] or "").lower()
        between = _APART if tag in _BLOCKS or mark["raw"] else " " if tag in _CELLS else ""
        before = text[at : mark.start()]
        joined += (before, between)
        parted += (before, between or " ")
        others += (mark["comment"] or "", mark["code"] or "")
        others += _values(tag, mark["rest"] or mark["of_raw"] or "")
        at = mark.end()
    yield "".join((*joined, text[at:]))
    yield "".join((*parted, text[at:]))
    yield _APART.join(filter(None, others))


def _values(tag: str, rest: str) -> Iterator[str]:
    """Give the values of a tag's attributes that content can reach."""
    if "=" not in rest:
        return
    found = {each["name"].lower(): each["value"].strip("\"'") for each in _ATTRIBUTE.finditer(rest)}
    told = (found.get("name") or found.get("http-equiv") or "").lower()
    if tag == "meta" and told in _TO_BROWSERS:
        return
    for name, value in found.items():
        if not (name in _KEYWORDS or name.startswith("xmlns:") or value in _SKIP_LINK):
            yield value


def _unescaped(text: str) -> str:
    """Give markup's text with its letters for what stands for them."""
    # Python refuses to read a number of thousands of digits.
    text = _LONG_NUMBER.sub(lambda number: number[0].lstrip("0")[:8] or "0", text)
    return html.unescape(text)


def _read(text: str) -> Iterator[str]:
    """Give a text as it is, and as addresses and programs read it."""
    yield text
    if "%" in text:
        yield unquote_to_bytes(text).decode(errors="replace")
    if "\\" in text:
        units = _ESCAPE.sub(_escaped, text).encode("utf-16-le", "surrogatepass")
        yield units.decode("utf-16-le", "replace")


def _escaped(found: re.Match[str]) -> str:
    code = int(found["long"] or found["short"] or found["byte"] or "20", 16)
    return chr(code) if code <= 0x10FFFF else " "


def _folded(text: str) -> str:
    """Give a text without capitals, its words parted by one blank each, its sentences by more."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = _UNSEEN.sub("", text).translate(
            {ord(each): None for each in set(text) if unicodedata.category(each) == "Cf"}
        )
        text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKD", text.casefold()))
        # Capitals do not tell which i is meant in Turkish.
        text = _LEFT_MARKS.sub("", text).replace("ı", "i")
    sentences = _SENTENCE_END.split(text.casefold())
    words = (_BETWEEN_WORDS.sub(" ", each).strip() for each in sentences)
    return _APART.join(words).strip(_APART)


def _stands(text: str, words: str) -> bool:
    """Tell whether words stand in a text as whole words, as far as its script parts words."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not (_go_on(text[at - 1 : at], words[0]) or _go_on(words[-1], text[end : end + 1])):
            return True
        at = text.find(words, at + 1)
    return False


def _go_on(one: str, other: str) -> bool:
    """Tell whether two neighbours are of one word or number.

    Scripts with capitals write each word apart. The others do not, or put a particle to a name.
    """
    are_cased = (one.islower() or one.isupper()) and (other.islower() or other.isupper())
    return are_cased or (one.isdecimal() and other.isdecimal())


def _problem(redaction: Redaction, file: OutputFile) -> Problem:
    message = "a redacted text would be published"
    hint = "take it out of the content that the page is made of, its file names included"
    details = (f"it would stand in '{file.path}'",)
    return problem("redacted", message, redaction.position, hint=hint, details=details)
