"""`dateline.yaml` to `Settings`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Final, Literal, cast

from builder.dates import DateError, EventDate, parse, with_time
from builder.fields import Mapping, Node, Record, compose, read_mapping
from builder.fields.tables import EVENT, SETTINGS
from builder.model.settings import SHORTEST_REDACTION, OwnKey, OwnKind, Redaction, Settings
from builder.problems import (
    SEVERITIES,
    InputText,
    Position,
    Problem,
    Severity,
    has_errors,
    problem,
)

FILE: Final = "dateline.yaml"
_OWN_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_NO_SETTINGS: Final = Settings(title="")
_SOME_DAY: Final = cast(EventDate, parse("2025-01-15"))


def find_project(start: Path) -> Path | None:
    """Give the nearest folder, from `start` upward, that holds a `dateline.yaml`."""
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder
    return None


def load_settings(project: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Read a project's settings; what is wrong in them comes back as problems."""
    try:
        text = (project / FILE).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"the file is not UTF-8: byte {error.start} cannot be read"
        return _NO_SETTINGS, (
            problem("not-utf8", message, Position(FILE), hint="save it as UTF-8"),
        )
    settings, problems = read_settings(InputText(FILE, text))
    if not settings.redact_file or has_errors(problems):
        return settings, problems
    listed, mistakes = _redact_file(project, settings)
    settings = replace(settings, redactions=(*settings.redactions, *listed))
    return settings, (*problems, *mistakes)


def _redact_file(
    project: Path, settings: Settings
) -> tuple[tuple[Redaction, ...], tuple[Problem, ...]]:
    """Read the redactions that a file lists; without it nothing may be built."""
    name = settings.redact_file
    hint = "bring the file back, or take 'redact_file' out"
    try:
        text = (project / name).read_bytes().decode("utf-8-sig")
    except (OSError, ValueError) as error:
        reason = "is not UTF-8" if isinstance(error, UnicodeError) else "cannot be read"
        message = f"the file that 'redact_file' names {reason}"
        return (), (problem("unreadable", message, Position(FILE), hint=hint, key="redact_file"),)
    return redactions(text, name), ()


def redactions(lines: str, name: str) -> tuple[Redaction, ...]:
    """Give the redactions that stand in a text, one a line; `name` is what holds the text."""
    return tuple(
        Redaction(line.strip(), Position(name, number))
        for number, line in enumerate(lines.splitlines(), start=1)
        if line.strip()
    )


def read_settings(file: InputText) -> tuple[Settings, tuple[Problem, ...]]:
    """Read settings from the text of a `dateline.yaml`."""
    documents, problems = compose(file)
    if problems and not documents:
        return _NO_SETTINGS, problems
    top = documents[0] if documents else Mapping((), 0, 0)
    if not isinstance(top, Mapping):
        place = file.position(top.start, top.start + 1)
        message = "the settings are keys with values, such as 'title: My timeline'"
        return _NO_SETTINGS, (*problems, problem("wrong-type", message, place))
    record, mistakes = read_mapping(SETTINGS, top, file)
    found = (*problems, *mistakes, *_second_document(documents, file), *_checked(record, file))
    return _settings(record, file), found


def _settings(record: Record, file: InputText) -> Settings:
    publish = record.record("publish")
    url = record.text("url")
    return Settings(
        title=record.text("title"),
        description=record.text("description"),
        url=url if url.endswith("/") or not url else url + "/",
        language=record.text("language") or "en",
        zone=record.text("zone"),
        authors=record.texts("authors"),
        licence=record.text("licence"),
        content=_folder(record, "content"),
        templates=_folder(record, "templates"),
        output=_folder(record, "output", "site"),
        quotes=cast(Literal["error", "warn"], record.text("quotes") or "error"),
        captions=cast(Literal["all", "chosen"], record.text("captions") or "all"),
        newest_first=record.flag("newest_first"),
        page_size=record.whole("page_size") or 500,
        stylesheets=record.texts("stylesheets"),
        menu=record.texts("menu"),
        publishes=publish is not None,
        publish_remote=publish.text("remote") if publish else "",
        publish_branch=publish.text("branch") if publish else "",
        publish_cname=publish.text("cname") if publish else "",
        publish_strict=publish.flag("strict") if publish else False,
        ignore=record.texts("ignore"),
        own_keys=tuple(_own_key(name, each) for name, _, each in record.named("fields")),
        redactions=tuple(
            Redaction(words, replace(file.position(start, end), source=""))
            for words, start, end in record.written("redact")
        ),
        redact_file=record.text("redact_file"),
        places={
            f"{key} {name}": file.position(start, end)
            for key in ("menu", "stylesheets")
            for name, start, end in record.written(key)
        },
    )


def _own_key(name: str, record: Record) -> OwnKey:
    return OwnKey(
        name,
        record.text("label") or name.replace("_", " ").capitalize(),
        cast(OwnKind, record.text("type") or "text"),
        record.flag("private"),
        record.flag("filter"),
    )


def _folder(record: Record, key: str, default: str = "") -> str:
    written = record.text(key)
    return (str(PurePosixPath(written)) if written else "") or default or key


def _second_document(documents: tuple[Node, ...], file: InputText) -> tuple[Problem, ...]:
    if len(documents) < 2:
        return ()
    place = file.position(documents[1].start, documents[1].start + 1)
    message = "the settings are one group of keys; what stands behind '---' is not read"
    return (problem("wrong-type", message, place, hint="take the line '---' out"),)


def _checked(record: Record, file: InputText) -> tuple[Problem, ...]:
    """What the declaration cannot say: folders inside the project, known codes, sensible sizes."""
    found = []
    for key in ("content", "templates"):
        if _leaves(record.text(key)):
            place = file.position(*record.spans[key])
            message = f"'{key}' leads out of the project"
            hint = "name a folder inside the project"
            found.append(problem("outside-project", message, place, hint=hint, key=key))
    for code, start, end in record.written("ignore"):
        found.extend(ignored_code(code, file, start, end))
    for words, start, end in record.written("redact"):
        if len(words.strip()) < SHORTEST_REDACTION:
            message = f"a redaction has at least {SHORTEST_REDACTION} characters"
            place = replace(file.position(start, end), source="")
            found.append(problem("wrong-type", message, place, key="redact"))
    found.extend(_own_key_problems(record, file))
    zone = record.text("zone")
    if zone and isinstance(with_time(_SOME_DAY, "12:00", zone), DateError):
        place = file.position(*record.spans["zone"])
        message = f"'{zone}' is no time zone; expected a name such as Asia/Seoul, or +09:00"
        found.append(problem("bad-time", message, place, key="zone"))
    size = record.whole("page_size")
    if size is not None and not 1 <= size <= 5000:
        place = file.position(*record.spans["page_size"])
        message = f"'page_size' is {size}; expected 1 to 5000"
        found.append(problem("wrong-type", message, place, key="page_size"))
    return tuple(found)


def _own_key_problems(record: Record, file: InputText) -> Iterator[Problem]:
    """A site's own keys have names that no other key has."""
    taken = {name for field in EVENT for name in (field.name, *field.synonyms)}
    for name, span, _ in record.named("fields"):
        place = file.position(*span)
        if name in taken:
            message = f"'{name}' is a key of event notes already"
            yield problem("wrong-type", message, place, hint="choose another name", key="fields")
        elif not _OWN_NAME.fullmatch(name):
            message = f"'{name}' cannot be a key"
            hint = (
                "a key is small Latin letters and digits, joined by '_', and begins with a letter"
            )
            yield problem("wrong-type", message, place, hint=hint, key="fields")


def _leaves(folder: str) -> bool:
    path = PurePosixPath(folder.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in folder[:2]


def ignored_code(code: str, file: InputText, start: int, end: int) -> tuple[Problem, ...]:
    """Check one code of an `ignore` list: it exists and is no error."""
    severity = SEVERITIES.get(code)
    if severity is not None and severity is not Severity.ERROR:
        return ()
    message = f"'{code}' is no code of a warning or note"
    if severity is Severity.ERROR:
        message = f"'{code}' is an error; errors cannot be turned off"
    hint = "dateline explain lists the codes"
    return (problem("wrong-type", message, file.position(start, end), hint=hint, key="ignore"),)
