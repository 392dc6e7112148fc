"""Say where strangers read only what is known to be public; all else is withheld."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from typing import Final

from builder.dates import Day
from builder.fields.declare import Field
from builder.fields.tables import ARTICLE, EVENT, KNOWN_PLACE, PAGE, PERSON, SETTINGS
from builder.model.content import Article, Content, EventNote
from builder.model.identifiers import proposed_id
from builder.model.settings import Redaction, Settings
from builder.problems import SEVERITIES, Position, Problem, Severity, problem
from builder.values import frozen

WITHHELD: Final = "(withheld)"
_UNNAMED: Final = "a mistake in a file that is not named here"
_UNDATED: Final = "a mistake in a date"
_HINT: Final = "run 'dateline check' on your own machine, where it is told"

_OF_DATES: Final = frozenset(
    ["bad-date", "ambiguous-date", "reversed-range", "bad-time", "season-or-years"]
)
"""Codes whose sentences are made of the date, which may be one that is not published."""


def _names(fields: Iterable[Field]) -> Iterator[str]:
    for field in fields:
        yield from (field.name, *field.synonyms, *field.choices)
        yield from _names(field.fields)


_TABLES: Final = (*ARTICLE, *EVENT, *PAGE, *SETTINGS, *PERSON, *KNOWN_PLACE)
_HARMLESS: Final = frozenset([*_names(_TABLES), *SEVERITIES, "true", "false", "---", ""])
"""Names of keys, choices and codes: words of the program, not of anybody's content."""
_INDEX: Final = re.compile(r"\[\d+\]")
_BETWEEN_KEYS: Final = re.compile(r"\.|: ?")


@frozen
class Public:
    """What of a project may be named where strangers read; by itself, nothing."""

    articles: frozenset[str] = frozenset()
    """The files of public articles without mistakes; every other file beside them is hidden."""
    words: frozenset[str] = frozenset()
    """Ids and files of what is published, and the site's own keys."""
    private_keys: frozenset[str] = frozenset()
    redacted: tuple[str, ...] = ()
    """Words that must not be published, folded."""

    def names(self, path: str) -> bool:
        """Tell whether a file may be named."""
        is_hidden = path not in self.articles and "/articles/" in f"/{path}"
        return not is_hidden and not self.is_redacted(path)

    def is_redacted(self, text: str) -> bool:
        """Tell whether a text holds redacted words, however they are joined."""
        return bool(self.redacted) and any(map(_folded(text).__contains__, self.redacted))

    def is_harmless(self, word: str) -> bool:
        """Tell whether a word may be repeated."""
        is_known = word in self.words or is_key(word, self.words)
        return is_known and not self.is_redacted(word)


NOTHING_PUBLIC: Final = Public()


def is_key(word: str, more: Collection[str] = ()) -> bool:
    """Tell whether a word is a key, or a path of keys such as `sources[1].quote`."""
    parts = _BETWEEN_KEYS.split(_INDEX.sub("", word.removesuffix(":")))
    return all(part in _HARMLESS or part in more for part in parts)


def public_part(
    content: Content,
    problems: Iterable[Problem],
    settings: Settings,
    redactions: Iterable[Redaction],
    today: Day,
) -> Public:
    """Give what may be named: of what was read without mistakes, all that is not confidential."""
    faulty = {
        each.position.file for each in problems if SEVERITIES[each.code] is Severity.ERROR
    } | {""}
    known: set[str] = set()
    hidden = set(content.unreadable)
    files: set[str] = set()
    for article in content.articles:
        is_public = article.access == "public" and not article.draft
        is_public = is_public and article.origin.path not in faulty
        (known if is_public else hidden).update(_called(article))
        if is_public:
            files.add(article.origin.path)
    for note in content.notes:
        is_public = not note.is_faulty and not note.is_withheld(today)
        (known if is_public else hidden).update(_called(note))
    for page in content.pages:
        (hidden if page.draft else known).update((page.name, f"{page.name}.html"))
    known.update(each.name for each in settings.own_keys if not each.is_private)
    words = redacted_words((*settings.redactions, *redactions))
    shown = Public(redacted=words)
    return Public(
        articles=frozenset(file for file in files if not shown.is_redacted(file)),
        words=frozenset(known - hidden),
        private_keys=frozenset(each.name for each in settings.own_keys if each.is_private),
        redacted=words,
    )


def _called(each: Article | EventNote) -> Iterator[str]:
    """Give all that an article or note can be called."""
    path = each.origin.path
    yield from (each.id, *(alias.text for alias in each.aliases))
    if isinstance(each, Article):
        name = path[path.rfind("/") + 1 :]
        yield from (path, name, name.rpartition(".")[0])


def redacted_words(redactions: Iterable[Redaction]) -> tuple[str, ...]:
    """Give the words of redactions in the forms in which they are looked for."""
    forms = {_folded(form) for each in redactions for form in (each.words, proposed_id(each.words))}
    return tuple(sorted(forms - {""}))


_BETWEEN_WORDS: Final = re.compile(r"[\W_]+")


def _folded(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKD", text).casefold())
    return _BETWEEN_WORDS.sub(" ", text.casefold()).strip()


# -------------------------------------------------------------------------- files and problems


def shown_path(path: str, public: Public = NOTHING_PUBLIC) -> str:
    """Give the path of a file, without what strangers must not read of it."""
    if public.names(path):
        return path
    head, mark, _ = f"/{path}".partition("/articles/")
    if not mark:
        head, mark = f"/{path}".rpartition("/")[:2]
    folder = f"{head}{mark}"[1:]
    return WITHHELD if public.is_redacted(folder) else f"{folder}{WITHHELD}"


def masked(problems: Iterable[Problem], public: Public) -> tuple[Problem, ...]:
    """Give the problems as strangers may read them.

    Of one in a file that must not be named, the code and the line stay.
    """
    return tuple(_masked(each, public) for each in problems)


def _masked(found: Problem, public: Public) -> Problem:
    place = _place(found.position, public)
    severity = found.severity
    if place is not found.position:
        return replace(problem(found.code, _UNNAMED, place, hint=_HINT), severity=severity)
    if found.code in _OF_DATES:
        return replace(problem(found.code, _UNDATED, place, hint=_HINT), severity=severity)
    hint = _sentence(found.hint, public)
    return replace(
        found,
        message=_sentence(found.message, public),
        hint=_HINT if WITHHELD in hint else hint,
        details=(),
        related=tuple(
            replace(
                each,
                message=_sentence(each.message, public),
                position=_place(each.position, public),
            )
            for each in found.related
        ),
        key="",
    )


def _place(place: Position, public: Public) -> Position:
    if public.names(place.file):
        return place
    return Position(shown_path(place.file, public), place.line)


# ----------------------------------------------------------------------------------- sentences

_OPENING: Final = re.compile(r"""(?<!\w)['"“‘]""")
_CLOSING: Final = re.compile(r"""['"”’](?!\w)""")
_WORD: Final = re.compile(r"\S+")
_BRACKETS: Final = re.compile(r"\[[^\]]*\]?")
_DIGIT: Final = re.compile(r"\d")
_FILES: Final = (".md", ".txt", ".yaml", ".yml")


def _sentence(sentence: str, public: Public) -> str:
    """Take out of a sentence what was quoted, or put in between, and is not known."""

    def keep(word: re.Match[str]) -> str:
        core = word[0].rstrip(",.;:!?)")
        is_file = "/" in core and core.endswith(_FILES) and core not in public.words
        is_value = is_file or core in public.private_keys or _DIGIT.search(core)
        return WITHHELD + word[0][len(core) :] if is_value else word[0]

    def between(words: str) -> str:
        if public.is_redacted(words):
            return f" {WITHHELD} "
        return _WORD.sub(keep, _BRACKETS.sub(WITHHELD, words))

    return _without_quoted(sentence, public.is_harmless, between)


def _without_quoted(
    sentence: str, is_harmless: Callable[[str], bool], between: Callable[[str], str]
) -> str:
    """Take out what stands in quotation marks and is not harmless.

    What is quoted may hold quotation marks too, so all up to the last mark goes with it.
    """
    ends = [found.start() for found in _CLOSING.finditer(sentence)]
    last = ends[-1] + 1 if ends else len(sentence)
    kept: list[str] = []
    at = 0
    while opening := _OPENING.search(sentence, at):
        start = opening.start()
        closing = _CLOSING.search(sentence, start + 1)
        is_stray = _CLOSING.search(sentence, at, start) is not None
        word = sentence[start + 1 : closing.start()] if closing else None
        if is_stray or word is None or closing is None or not is_harmless(word):
            begin = at if is_stray else start
            last = last if closing else len(sentence)
            kept.extend((between(sentence[at:begin]), f"'{WITHHELD}'"))
            at = last
            break
        kept.extend((between(sentence[at:start]), sentence[start : closing.end()]))
        at = closing.end()
    if at < last and _CLOSING.search(sentence, at):
        kept.append(f"'{WITHHELD}'")
        at = last
    return "".join((*kept, between(sentence[at:])))


_IN_ARTICLES: Final = re.compile(
    r"articles/(?=\S)(?![;:](?:\s|\Z)).*?(?=[;:](?:\s|\Z)|\Z)", re.DOTALL
)
_COMMANDS: Final = ("dateline ", "--")


def said_in_public(sentence: str, typed: Collection[str]) -> str:
    """Give a sentence that ends the program; of what it quotes, what the caller typed stays."""

    def is_harmless(word: str) -> bool:
        return word in typed or is_key(word) or word.startswith(_COMMANDS)

    def between(words: str) -> str:
        return _IN_ARTICLES.sub(f"articles/{WITHHELD}", words)

    first, *others = _without_quoted(sentence, is_harmless, between).split("; ")
    # "did you mean" would tell that there is something of nearly this name.
    return "; ".join((first, *(each for each in others if WITHHELD not in each)))
