"""An article's file to an `Article`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, Literal, NamedTuple, cast

from builder import dates
from builder.config import ignored_code
from builder.dates import DateError, EventDate
from builder.evidence import captions, reading
from builder.fields import Record
from builder.fields.tables import ARTICLE
from builder.model.content import Access, Article, Basis, Caption, Capture, Span
from builder.model.inputs import InputFile
from builder.problems import InputText, Problem, problem
from builder.stages.parse.text import (
    aliases,
    checked_id,
    decode,
    front_matter,
    stem,
    with_plain_line_ends,
)

_ACCESS_KEY: Final = re.compile(r"^[ \t{]*[\"']?(access|named_as)[\"']?[ \t]*:", re.MULTILINE)
_FIRST_CHARACTERS: Final = 2_000
"""How far into a text keys that nobody reads are looked for."""
_CAPTURE_TIME: Final = re.compile(r"/(\d{4})(\d\d)(\d\d)\d{0,6}(?:[a-z]{2}_)?/")
_SERVICES: Final = (
    ("web.archive.org", "Internet Archive"),
    ("archive.today", "archive.today"),
    ("archive.ph", "archive.today"),
    ("archive.is", "archive.today"),
    ("perma.cc", "Perma.cc"),
    ("webarchive.nationalarchives.gov.uk", "UK Government Web Archive"),
)


def parse_article(file: InputFile) -> tuple[Article | None, tuple[Problem, ...]]:
    """Read one article; None when nothing can be said about it but its problems."""
    decoded = decode(file)
    if isinstance(decoded, Problem):
        return None, (decoded,)
    origin = InputText(decoded.path, with_plain_line_ends(decoded.text))
    front, problems = front_matter(origin, ARTICLE)
    if front is None:
        return None, problems
    record = front.record
    article_id, id_problems = checked_id(origin, record, stem(file.path))
    ignored = (
        each
        for code, start, end in record.written("ignore")
        for each in ignored_code(code, origin, start, end)
    )
    _, alias_problems = aliases(origin, record)
    unclear = tuple(_unclear_access(origin, record, front.body_start))
    found = (
        *problems,
        *id_problems,
        *alias_problems,
        *ignored,
        *unclear,
        *_moved_keys(record, origin),
    )
    article = _article(article_id, origin, record, front.body_start)
    # What may be meant to be hidden is hidden until that is clear.
    return replace(article, access="secret") if unclear else article, found


def _article(article_id: str, origin: InputText, record: Record, body_start: int) -> Article:
    text = origin.text[body_start:]
    is_markdown = not origin.path.lower().endswith(".txt")
    known = _known(record, text)
    in_text = captions.captions(text, markdown=is_markdown)
    return Article(
        id=article_id,
        origin=origin,
        body_start=body_start,
        text=text,
        is_markdown=is_markdown,
        kind=record.text("kind") or "article",
        paragraphs=reading.paragraphs(text, markdown=is_markdown, known=in_text),
        title=known.title,
        title_basis=known.title_basis,
        publication=record.text("publication"),
        authors=record.texts("authors"),
        recipient=record.text("recipient"),
        agencies=record.texts("agency"),
        published=known.published,
        published_basis=known.published_basis,
        written=record.date("written"),
        updated=record.date("updated"),
        url=record.text("url"),
        language=record.text("language"),
        dateline_place=record.text("dateline_place"),
        page=record.text("page"),
        held_by=record.text("held_by"),
        collection=record.text("collection"),
        box=record.text("box"),
        folder=record.text("folder"),
        item=record.text("item"),
        via=record.text("via"),
        captures=_captures(record),
        accessed=record.date("accessed"),
        rights=cast(Literal["quote", "full"], record.text("rights") or "quote"),
        captions=(*map(photo, record.records("photos")), *in_text),
        access=_access(record),
        named_as=record.text("named_as"),
        derived_from=record.text("derived_from"),
        independent=record.maybe_flag("independent"),
        independent_note=record.text("independent_note"),
        aliases=aliases(origin, record)[0],
        sha256=record.text("sha256").lower(),
        draft=record.flag("draft"),
        note=record.text("note"),
        ignore=record.texts("ignore"),
        spans={key: Span(*span) for key, span in record.spans.items()},
    )


def _unclear_access(origin: InputText, record: Record, body_start: int) -> Iterator[Problem]:
    """An access that is empty, or stands where no key is read, must not leave a source public."""
    hint = "write 'access: unnamed' or 'access: secret' between '---' lines at the top of the file"
    if "named_as" in record and record.text("access") != "unnamed":
        place = origin.position(*record.spans["named_as"])
        message = "'named_as' belongs to 'access: unnamed'"
        yield problem("unclear-access", message, place, hint=hint, key="named_as")
        return
    if "access" in record.spans:
        return
    in_front = _ACCESS_KEY.search(origin.text, 0, body_start)
    first_lines = body_start + _FIRST_CHARACTERS
    found = in_front or _ACCESS_KEY.search(origin.text, body_start, first_lines)
    if found:
        place = origin.position(*found.span(1))
        message = f"'{found[1]}' " + ("has no value" if in_front else "stands where no key is read")
        yield problem("unclear-access", message, place, hint=hint, key="access")


def _access(record: Record) -> Access:
    """Give who may know of it; what cannot be read as an access is taken for the closest one."""
    if "access" in record:
        return cast(Access, record.text("access"))
    return "secret" if "access" in record.spans else "public"


class _Known(NamedTuple):
    """Title and date of publication, and how each is known."""

    title: str
    title_basis: Basis
    published: EventDate | None
    published_basis: Basis


def _known(record: Record, text: str) -> _Known:
    """What the keys leave open, the first lines of a pasted text may tell."""
    title, published = record.text("title"), record.date("published")
    known = _Known(
        title,
        "written" if "title" in record else "",
        published,
        "written" if "published" in record else "",
    )
    if title and published:
        return known
    header = reading.header(text)
    if not title and header.title:
        known = known._replace(title=header.title, title_basis="found")
    found = _date_or_none(header.published) if header.published and published is None else None
    if found is not None:
        known = known._replace(published=found, published_basis="found")
    return known


def _date_or_none(text: str) -> EventDate | None:
    found = dates.parse(text)
    return None if isinstance(found, DateError) else found


def photo(record: Record) -> Caption:
    """Make a caption of the keys a curator gave for a photo."""
    credit = captions.parse_credit(record.text("credit"))
    creator = record.text("creator")
    if creator:
        credit = replace(credit, line=credit.line or creator, creator=creator)
    caption = record.text("caption")
    span = record.spans.get("caption", (record.start, record.start + 1))
    return Caption(
        caption=caption,
        credit=credit,
        text=f"{caption} {credit.line}".strip(),
        span=Span(*span),
        image_span=Span(*record.spans.get("image", span)),
        image=record.text("image"),
        rights=record.text("rights"),
        alt=record.text("alt"),
        taken=record.text("taken"),
        place=record.text("place"),
        copyright=record.text("copyright"),
        licence_url=record.text("licence_url"),
        acquire_url=record.text("acquire_url"),
    )


def _captures(record: Record) -> tuple[Capture, ...]:
    listed = tuple(
        _capture(each.text("url"), each.date("captured"), each.text("service"))
        for each in record.records("captures")
        if each.text("url")
    )
    moved = record.text("archive_url")
    return (*listed, _capture(moved, None, "")) if moved else listed


def _capture(url: str, captured: EventDate | None, service: str) -> Capture:
    """A capture, with the time and the service that its address tells."""
    found = _CAPTURE_TIME.search(url)
    if captured is None and found:
        captured = _date_or_none("-".join(found.groups()))
    known = next((name for host, name in _SERVICES if f"//{host}/" in url), "")
    return Capture(url, captured, service or known)


def _moved_keys(record: Record, origin: InputText) -> tuple[Problem, ...]:
    if "archive_url" not in record:
        return ()
    message = "'archive_url' is read as a copy under 'captures'"
    place = origin.position(*record.spans["archive_url"])
    return (problem("old-key", message, place, hint="write 'captures: [{url: …}]'"),)
