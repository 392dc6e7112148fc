"""Take the names of confidential articles out of problems that strangers may read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from builder.fields.read import nearest
from builder.model.content import Article, Content
from builder.model.identifiers import proposed_id
from builder.model.inputs import InputFile
from builder.model.settings import Redaction
from builder.problems import Position, Problem
from builder.values import frozen

WITHHELD: Final = "(withheld)"
_MESSAGE: Final = "there is a mistake in an article that is not named here"
_HINT: Final = "run 'dateline check' on your own machine, where it is told"
# The value alone tells: a slip in the key must not name the witness.
_SAYS_SO: Final = re.compile(rb"""^[ \t]*[^\s#][^\n:]*:[ \t]*["']?(?:unnamed|secret)\b""", re.M)
_QUOTED: Final = re.compile(r"'([^']+)'")
_MOST_FRONT_MATTER: Final = 1_000_000


@frozen
class Withheld:
    """The files of unnamed and secret articles, and the words that would name them."""

    folder: str = ""
    paths: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    public: frozenset[str] = frozenset()
    """The files of the folder that may be named; of one that was never read nobody can tell."""

    def holds(self, path: str) -> bool:
        """Tell whether a file must not be named."""
        is_unread = path.startswith(f"{self.folder}/") and path not in self.public
        return bool(self.names) and (path in self.paths or is_unread)


NOTHING_WITHHELD: Final = Withheld()


def looks_confidential(file: InputFile) -> bool:
    """Tell whether a file with mistakes may be an article that nobody may know of."""
    # Without the noughts of UTF-16.
    head = file.data[:_MOST_FRONT_MATTER].replace(b"\0", b"")
    return _SAYS_SO.search(head) is not None


def withheld(content: Content, folder: str, redactions: Iterable[Redaction]) -> Withheld:
    """Give what must not be named: articles, whose files lie in a folder, and redacted words."""
    articles = [each for each in content.articles if each.access != "public"]
    paths = {each.origin.path for each in articles} | content.confidential
    names = {name for path in paths for name in _names_of_file(path)}
    names |= {name for each in articles for name in _names_of_article(each)}
    names |= {name for each in redactions for name in (each.words, proposed_id(each.words))}
    longest_first = sorted(names - {""}, key=lambda name: (-len(name), name))
    public = {each.origin.path for each in content.articles} - paths
    return Withheld(folder, frozenset(paths), tuple(longest_first), frozenset(public))


def _names_of_file(path: str) -> tuple[str, ...]:
    name = path[path.rfind("/") + 1 :]
    stem = name.rsplit(".", 1)[0]
    return path, name, stem, proposed_id(stem)


def _names_of_article(article: Article) -> tuple[str, ...]:
    return article.id, proposed_id(article.id), article.sha256


def masked(problems: Iterable[Problem], hidden: Withheld) -> tuple[Problem, ...]:
    """Give the problems without any word that names a confidential article.

    Of one in such an article the code and the line stay, and nothing else.
    """
    if not hidden.names:
        return tuple(problems)
    mask = _Mask(hidden)
    return tuple(_masked(each, hidden, mask) for each in problems)


class _Mask:
    """Takes the names out of sentences, and what is quoted there and nearly a name."""

    def __init__(self, hidden: Withheld) -> None:
        names = "|".join(map(re.escape, hidden.names))
        self._name = re.compile(rf"(?<![\w-])(?:{names})(?![\w-])", re.IGNORECASE)
        self._names = tuple(name.casefold() for name in hidden.names)

    def __call__(self, sentence: str) -> str:
        sentence = self._name.sub(WITHHELD, sentence)
        return _QUOTED.sub(self._unlike, sentence)

    def _unlike(self, found: re.Match[str]) -> str:
        # An id that is mistyped tells as much as the id.
        return f"'{WITHHELD}'" if nearest(found[1].casefold(), self._names) else found[0]


def _masked(problem: Problem, hidden: Withheld, mask: _Mask) -> Problem:
    place = _place(problem.position, hidden)
    if place is not problem.position:
        return replace(
            problem, message=_MESSAGE, position=place, hint=_HINT, details=(), related=(), key=""
        )
    return replace(
        problem,
        message=mask(problem.message),
        hint=mask(problem.hint),
        details=(),
        related=tuple(
            replace(
                each,
                message=mask(each.message),
                position=_place(each.position, hidden),
            )
            for each in problem.related
        ),
        key=mask(problem.key),
    )


def _place(place: Position, hidden: Withheld) -> Position:
    if not hidden.holds(place.file):
        return place
    return Position(f"{hidden.folder}/{WITHHELD}", place.line)
