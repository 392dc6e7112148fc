"""The keys of every kind of note: what a curator may write, in one place."""

from __future__ import annotations

from typing import Final

from builder.fields.declare import Field, Kind
from builder.kinds import KIND_NAMES

STATUSES: Final = ("reported", "confirmed", "disputed", "unverified", "retracted")
ACCESSES: Final = ("public", "unnamed", "secret")
PRECISIONS: Final = ("exact", "district", "region", "country")

_IGNORE: Final = Field("ignore", Kind.TEXTS, "Codes of warnings that are not reported here")
_NOTE: Final = Field("note", Kind.TEXT, "A private remark, never published", is_private=True)

_PHOTO_KEYS: Final = (
    Field("image", Kind.TEXT, "A picture's file under content/photos/; needs `rights`"),
    Field(
        "rights",
        Kind.TEXT,
        "Why the picture may be shown: own work, a licence, a permission",
    ),
    Field("alt", Kind.TEXT, "What the picture shows, for those who cannot see it"),
    Field("creator", Kind.TEXT, "Who took the photo, where the credit line does not tell"),
    Field("taken", Kind.TEXT, "When it was taken"),
    Field("place", Kind.TEXT, "Where it was taken"),
    Field("copyright", Kind.TEXT, "The copyright notice"),
    Field("licence_url", Kind.URL, "The licence's address"),
    Field("acquire_url", Kind.URL, "Where the photo can be bought or seen"),
)

ARTICLE_PHOTO: Final = (
    Field("caption", Kind.TEXT, "The words under the photo, as printed", is_required=True),
    Field("credit", Kind.TEXT, "The credit line, as printed"),
    *_PHOTO_KEYS,
)

EVENT_PHOTO: Final = (
    Field(
        "article",
        Kind.ID,
        "The article whose caption is chosen; without it, an own photo",
    ),
    Field(
        "caption",
        Kind.TEXT,
        "The caption; of an article's, its first words",
        is_required=True,
    ),
    Field("credit", Kind.TEXT, "The credit line of an own photo"),
    *_PHOTO_KEYS,
)

CAPTURE: Final = (
    Field("url", Kind.URL, "The copy's address", is_required=True),
    Field(
        "captured",
        Kind.DATE,
        "When it was made; read from the address where that holds it",
    ),
    Field("service", Kind.TEXT, "Who keeps the copy"),
)

CITATION: Final = (
    Field("article", Kind.ID, "The id of the article", is_required=True),
    Field("quote", Kind.TEXT, "The article's own words; proved against its stored text"),
    Field(
        "prefix",
        Kind.TEXT,
        "The words before, where the quotation stands more than once",
    ),
    Field(
        "suffix",
        Kind.TEXT,
        "The words after, where the quotation stands more than once",
    ),
    Field("paragraph", Kind.WHOLE, "The number of the paragraph it stands in, from 1"),
    Field(
        "speaker",
        Kind.TEXT,
        "Who says it; the words must then be speech in the article",
    ),
    Field("supports", Kind.TEXTS, "What it bears out: date, place, number, …; kept, not shown"),
    Field("translation", Kind.TEXT, "The quotation in the site's language"),
    Field("locator", Kind.TEXT, "Where in the work: p. 3, 04:10, …"),
    Field(
        "captions",
        Kind.CHOICE,
        "Whether its photo captions are shown",
        choices=("all", "none"),
    ),
    Field(
        "publish_quote",
        Kind.FLAG,
        "Print this quotation of a secret article, without any source",
        is_private=True,
    ),
    _NOTE,
)

VERSION: Final = (
    *CITATION,
    Field("value", Kind.TEXT, "The answer in a word or two"),
)

ACCOUNT: Final = (
    Field("question", Kind.TEXT, "What the sources answer differently"),
    Field("statement", Kind.TEXT, "One statement that the sources word differently"),
    Field("speaker", Kind.TEXT, "Who made the statement"),
    Field(
        "versions",
        Kind.RECORDS,
        "What each source has",
        is_required=True,
        fields=VERSION,
        short="article",
    ),
)

PLACE: Final = (
    Field("name", Kind.TEXT, "The place's name", is_required=True),
    Field("lat", Kind.NUMBER, "Latitude in degrees, south negative"),
    Field("lon", Kind.NUMBER, "Longitude in degrees, west negative"),
    Field(
        "shown",
        Kind.CHOICE,
        "How closely the coordinates are published; exact when absent",
        is_private=True,
        choices=PRECISIONS,
    ),
)

NAME: Final = (
    Field("name", Kind.TEXT, "The name, as notes write it", is_required=True),
    Field("language", Kind.TEXT, "The language it is in, such as en or ko"),
    Field("from", Kind.DATE, "Since when it has been the name"),
    Field("to", Kind.DATE, "Until when it was the name"),
)

PERSON: Final = (
    Field("id", Kind.ID, "The last part of the address of the page", is_required=True),
    Field(
        "names",
        Kind.RECORDS,
        "All the names, the preferred one first",
        is_required=True,
        fields=NAME,
        short="name",
    ),
    Field("links", Kind.TEXTS, "Web addresses where more is told"),
    _NOTE,
)

KNOWN_PLACE: Final = (*PERSON[:-1], *PLACE[1:], _NOTE)

CORRECTION: Final = (
    Field("date", Kind.DATE, "The day it was put right", is_required=True),
    Field("text", Kind.TEXT, "What was said and what is right", is_required=True),
)

EVENT: Final = (
    Field("id", Kind.ID, "The permanent address; the file's name when absent"),
    Field("title", Kind.TEXT, "What happened, in one line", is_required=True),
    Field(
        "date",
        Kind.DATE,
        "When it happened, no more exact than it is known",
        is_required=True,
    ),
    Field("time", Kind.TIME, "The clock time, such as 06:00"),
    Field("zone", Kind.TEXT, "The zone of the clock time, such as Asia/Seoul"),
    Field("date_basis", Kind.TEXT, "Why the date is not exact, or how it is known"),
    Field("date_written", Kind.TEXT, "The date in the source's own words"),
    Field("order", Kind.WHOLE, "Breaks ties between events of one moment, smaller first"),
    Field("place", Kind.RECORD, "Where it happened", fields=PLACE, short="name"),
    Field("people", Kind.TEXTS, "Who took part"),
    Field("tags", Kind.TEXTS, "Topics", synonyms=("topics",)),
    Field("group", Kind.TEXT, "A group of your own; kept, not shown"),
    Field("summary", Kind.MARKDOWN, "One paragraph"),
    Field(
        "body",
        Kind.MARKDOWN,
        "The text; [@article-id] after a statement cites an article",
    ),
    Field("status", Kind.CHOICE, "How sure it is; reported when absent", choices=STATUSES),
    Field(
        "sources",
        Kind.RECORDS,
        "The articles it rests on, at best with the exact words",
        fields=CITATION,
        short="article",
        synonyms=("citations",),
    ),
    Field("accounts", Kind.RECORDS, "Where sources differ", fields=ACCOUNT),
    Field(
        "photos",
        Kind.RECORDS,
        "Captions chosen from the articles, and own photos",
        fields=EVENT_PHOTO,
        short="caption",
    ),
    Field("added", Kind.DATE, "When the note was first published"),
    Field("updated", Kind.DATE, "When the note was last changed"),
    Field("related", Kind.IDS, "Ids of other events"),
    Field("aliases", Kind.IDS, "Earlier ids; their addresses lead here"),
    Field("importance", Kind.WHOLE, "1 to 3, of your own; kept, not shown"),
    Field(
        "corrections",
        Kind.RECORDS,
        "What was wrong and is now right",
        fields=CORRECTION,
    ),
    Field("draft", Kind.FLAG, "Not published while true", is_private=True),
    Field("embargo", Kind.DATE, "Not published before this day", is_private=True),
    _NOTE,
    _IGNORE,
)

ARTICLE: Final = (
    Field("id", Kind.ID, "The article's id; the file's name when absent"),
    Field("kind", Kind.CHOICE, "What it is; article when absent", choices=KIND_NAMES),
    Field("title", Kind.TEXT, "The headline"),
    Field(
        "publication",
        Kind.TEXT,
        "Where it appeared",
        synonyms=("outlet", "publisher", "source"),
    ),
    Field(
        "authors",
        Kind.TEXTS,
        "Who wrote, made or said it",
        synonyms=("author", "byline"),
    ),
    Field("recipient", Kind.TEXT, "To whom a letter is addressed; of an interview, who asked"),
    Field("agency", Kind.TEXTS, "The news agencies whose text it is"),
    Field("published", Kind.DATE, "When it appeared", synonyms=("date",)),
    Field("written", Kind.DATE, "When a document was written, where it never appeared"),
    Field("updated", Kind.DATE, "When its publisher last changed it"),
    Field("url", Kind.URL, "The publisher's address"),
    Field("language", Kind.TEXT, "The language of the text, such as en or ko"),
    Field("dateline_place", Kind.TEXT, "The place that heads the story"),
    Field("page", Kind.TEXT, "The page of the printed edition"),
    Field("held_by", Kind.TEXT, "The archive, library or person that keeps it"),
    Field("collection", Kind.TEXT, "The collection or series it belongs to there"),
    Field("box", Kind.TEXT, "The box it lies in"),
    Field("folder", Kind.TEXT, "The folder it lies in"),
    Field("item", Kind.TEXT, "Its number or shelf mark"),
    Field("via", Kind.TEXT, "How the text came to you"),
    Field(
        "captures",
        Kind.RECORDS,
        "Copies on the web",
        fields=CAPTURE,
        short="url",
    ),
    Field("archive_url", Kind.URL, "A copy on the web; the same as one of `captures`"),
    Field(
        "accessed",
        Kind.DATE,
        "When you last read it",
        synonyms=(
            "access_date",
            "date_accessed",
            "accessed_date",
            "retrieved",
            "retrieval_date",
        ),
    ),
    Field(
        "rights",
        Kind.CHOICE,
        "quote: only what is cited is published; full: the whole text is",
        choices=("quote", "full"),
    ),
    Field(
        "access",
        Kind.CHOICE,
        "Who may know of it: unnamed is quoted under another name, secret is not published at all",
        is_private=True,
        choices=ACCESSES,
    ),
    Field("named_as", Kind.TEXT, "The name that readers see of an unnamed article: Witness 14"),
    Field("derived_from", Kind.ID, "The article whose text this one repeats"),
    Field("independent", Kind.FLAG, "Whether it counts as a source of its own"),
    Field("independent_note", Kind.TEXT, "Why"),
    Field(
        "photos",
        Kind.RECORDS,
        "Captions given by hand",
        fields=ARTICLE_PHOTO,
        short="caption",
    ),
    Field("aliases", Kind.IDS, "Earlier ids; their addresses lead here"),
    Field("sha256", Kind.TEXT, "The digest of the text when it was cited"),
    Field("draft", Kind.FLAG, "Not published while true", is_private=True),
    _NOTE,
    _IGNORE,
)

PAGE: Final = (
    Field("title", Kind.TEXT, "The page's heading"),
    Field("url", Kind.URL, "The website of the person, place or publication"),
    Field("draft", Kind.FLAG, "Not published while true", is_private=True),
    _NOTE,
)

PUBLISH: Final = (
    Field("remote", Kind.TEXT, "A git remote's name or address"),
    Field("branch", Kind.TEXT, "The branch that holds the site"),
    Field("cname", Kind.TEXT, "The site's own domain"),
    Field("strict", Kind.FLAG, "Refuse to publish on warnings"),
)

OWN_KEY: Final = (
    Field("label", Kind.TEXT, "What readers see before the value; the key itself when absent"),
    Field(
        "type",
        Kind.CHOICE,
        "What the key holds; text when absent",
        choices=("text", "number", "date", "list"),
    ),
    Field("private", Kind.FLAG, "Kept for the authors, and published in no form"),
    Field("filter", Kind.FLAG, "Whether readers may filter by it; kept, not used yet"),
)

SETTINGS: Final = (
    Field("title", Kind.TEXT, "The timeline's title", is_required=True),
    Field("description", Kind.TEXT, "What it records, in a sentence or two"),
    Field("url", Kind.URL, "The public address; feeds and the sitemap need it"),
    Field("language", Kind.TEXT, "The language of the site; en when absent"),
    Field("zone", Kind.TEXT, "The zone of clock times that name none"),
    Field("authors", Kind.TEXTS, "Who keeps the record", synonyms=("author",)),
    Field("licence", Kind.TEXT, "Under which terms it may be used", synonyms=("license",)),
    Field("content", Kind.TEXT, "The folder of the content; content when absent"),
    Field("templates", Kind.TEXT, "The folder of own templates; templates when absent"),
    Field("output", Kind.TEXT, "The folder that is written; site when absent"),
    Field(
        "quotes",
        Kind.CHOICE,
        "Whether a quotation that is not found stops the build",
        choices=("error", "warn"),
    ),
    Field(
        "captions",
        Kind.CHOICE,
        "Which captions of cited articles events show",
        choices=("all", "chosen"),
    ),
    Field("newest_first", Kind.FLAG, "Show the newest events first"),
    Field("page_size", Kind.WHOLE, "How many events a list may hold; 500 when absent"),
    Field("stylesheets", Kind.TEXTS, "Further style sheets, under content/static/"),
    Field("menu", Kind.TEXTS, "Names of text pages that the header links"),
    Field("fields", Kind.NAMED, "Keys of your own for event notes", fields=OWN_KEY),
    Field("publish", Kind.RECORD, "Where the site is published", fields=PUBLISH),
    Field(
        "redact",
        Kind.TEXTS,
        "Words that must stand nowhere in the site; found there, they stop the build",
        is_private=True,
    ),
    Field(
        "redact_file",
        Kind.TEXT,
        "A file with such words, one a line, best outside the project",
        is_private=True,
    ),
    _IGNORE,
)
