from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from pathlib import Path
from types import UnionType
from typing import Any, Final, Literal, Union, cast, get_args, get_origin, get_type_hints

import pytest
from conftest import codes, write_tree
from markupsafe import Markup
from test_theme import VIEWS

from builder.model.content import Credit
from builder.model.lists import (
    NO_DATE,
    Bar,
    CountedLink,
    Entry,
    Group,
    Link,
    Overview,
    PeriodPage,
    Piece,
    ShownDate,
    TimelinePage,
    UncertainRun,
)
from builder.model.pages import (
    CitedPassage,
    EventPage,
    Frame,
    NotFoundPage,
    OutputFile,
    Page,
    PageKind,
    Picture,
    Plan,
    RedirectPage,
    ShownAccount,
    ShownCapture,
    ShownPassage,
    ShownPhoto,
    ShownVersion,
    SourceEntry,
    SourcePage,
    View,
    Work,
)
from builder.problems import Problem, Severity
from builder.stages.render import render
from builder.theme import load_theme

AWKWARD: Final = "</title><script>alert(\"x\")</script> & 'one' ‘two’ لسان \u202e 𝒜" + "long" * 60
MARKUP: Final = Markup("<p>Safe, and <em>marked</em>.</p>")

# ------------------------------------------------------------------------- making and reading


def filled(kind: Any, *, is_bare: bool = False) -> Any:
    """Make a value of a type with awkward words in every field, or with nothing in any."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return arguments[-1]
    if origin in (Union, UnionType):
        return None if is_bare else filled(arguments[0])
    if origin is tuple:
        if arguments[-1] is Ellipsis:
            return () if is_bare else (filled(arguments[0]), filled(arguments[0]))
        return tuple(filled(each, is_bare=is_bare) for each in arguments)
    if is_dataclass(kind) or hasattr(kind, "_fields"):
        # A group holds groups: the third level is the last.
        hints = {name: each for name, each in get_type_hints(kind).items() if name != "groups"}
        made = kind(**{name: filled(each, is_bare=is_bare) for name, each in hints.items()})
        return made
    simple = {
        str: ("", AWKWARD),
        int: (0, 2),
        float: (0.0, -33.5),
        bool: (False, True),
        Markup: (Markup(""), MARKUP),
    }
    return simple[kind][0 if is_bare else 1]


def view_of(kind: str, *, is_bare: bool = False) -> Any:
    view = VIEWS[kind]
    hints = get_type_hints(view)
    values = {
        field.name: filled(hints[field.name], is_bare=is_bare)
        for field in fields(cast(Any, view))
        if field.name != "groups"
    }
    if "groups" in hints:
        group = cast(Group, filled(Group))
        values["groups"] = () if is_bare else (group, replace(group, groups=(group,)))
    return view(**values)


FRAME: Final = Frame(
    title="The lock",
    description="What happened at the lock.",
    language="en",
    direction="ltr",
    licence="CC BY 4.0",
    authors=("Ada Lund",),
    navigation=(("timeline", Link("Timeline", "index.html")), ("tags", Link("Topics", "t.html"))),
    footer=(Link("Feed", "feed.xml"),),
    stylesheets=("assets/ours.css",),
    feed="feed.xml",
    has_drafts=False,
)


def page(kind: PageKind, view: View, path: str = "events/x.html", **others: Any) -> Page:
    root = others.pop("root", "../" * path.count("/"))
    return Page(kind, path, others.pop("title", "Gate jams"), "About it.", view, root, **others)


def unheard(more: int) -> None:
    """Take what is done and tell nobody."""


def rendered(pages: Iterable[Page], frame: Frame = FRAME) -> dict[str, str]:
    """Render pages with the built-in theme, which must not fail."""
    files, problems = render(Plan(frame, tuple(pages), ()), load_theme(None)[0], unheard)
    assert problems == ()
    return {file.path: file.data.decode() for file in files if file.path.endswith(".html")}


def html(kind: PageKind, view: View, frame: Frame = FRAME, **others: Any) -> str:
    return next(iter(rendered([page(kind, view, **others)], frame).values()))


class Outline(HTMLParser):
    """The elements of a page, its headings' levels, ids, and the words of each link."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.levels = [int(tag[1]) for tag, _ in self.elements if re.fullmatch("h[1-6]", tag)]
        self.ids = [found["id"] for _, found in self.elements if "id" in found]
        self.links = [found for tag, found in self.elements if tag == "a"]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attributes}))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def one(self, tag: str, **wanted: str) -> dict[str, str]:
        found = [at for name, at in self.elements if name == tag and wanted.items() <= at.items()]
        assert len(found) == 1, (tag, wanted, found)
        return found[0]


# ----------------------------------------------------------------------------- a plausible page


def day(words: str, iso: str) -> ShownDate:
    return ShownDate(words, (Piece(words, iso),), iso, "day")


DAY: Final = day("14 March 2025", "2025-03-14")
RANGE: Final = ShownDate(
    "28 April – 3 May 2025",
    (Piece("28 April", "2025-04-28"), Piece(" – ", ""), Piece("3 May 2025", "2025-05-03")),
    "2025-04-28/2025-05-03",
    "range",
)
SPRING: Final = ShownDate("spring 2025", (Piece("spring 2025", ""),), "2025-21", "inexact")

PASSAGE: Final = ShownPassage(
    exact="the gate had jammed",
    is_proved=True,
    is_elided=False,
    in_title=False,
    path="sources/courier.html#p-1",
    publisher_url="https://courier.example/1#:~:text=the%20gate",
    speaker="Lock keeper",
    translation="",
    locator="",
    paragraph=3,
)
TITLE_PASSAGE: Final = replace(PASSAGE, exact="Gate jams", in_title=True, path="sources/b.html#p-2")
UNPROVED: Final = replace(
    PASSAGE, exact="nobody said this", is_proved=False, path="", publisher_url="", paragraph=0
)
CAPTURE: Final = ShownCapture("https://archive.example/1", day("17 March 2025", "2025-03-17"), "W")
SOURCE: Final = SourceEntry(
    number=1,
    work=Work(
        id="courier",
        path="sources/courier.html",
        title="Gate jams at noon",
        publication=Link("Courier", "publications/courier.html"),
        authors="Ada Lund",
        published=DAY,
        page="4",
        held="",
        url="https://courier.example/1",
        language="",
        captures=(CAPTURE,),
    ),
    locators=(),
    back=(Link("a", "#r1"), Link("b", "#r1-2")),
    passages=(PASSAGE,),
    photos=(Link("The gate", "#photo-1"),),
)
OTHER: Final = replace(
    SOURCE,
    number=2,
    work=replace(SOURCE.work, title="بوابة", language="ar", url="", captures=()),
    back=(),
    passages=(UNPROVED, TITLE_PASSAGE),
    photos=(),
)
CARD: Final = Picture(
    anchor="photo-1",
    caption="The gate at <noon>",
    credit=Credit(line="(Jo Ray/Agency)"),
    image="",
    alt="",
    rights="",
    licence_url="",
    acquire_url="",
    taken="",
    place="",
    copyright="",
    seen_at=(("Courier", "https://courier.example/1"),),
)
ACCOUNTS: Final = (
    ShownAccount(
        "How long did it last?",
        "",
        (
            ShownVersion(
                1, "An hour", PASSAGE, (("the gate ", False), ("had", True)), "Courier", DAY, ""
            ),
            ShownVersion(2, "Two hours", None, (), "Ledger", SPRING, "ar"),
        ),
    ),
)
MARKS: Final = Markup(
    '<p>It jams.<a class="cite" href="#s1" id="r1">[1]</a>'
    '<a class="cite" href="#s1" id="r1-2">[1]</a></p>'
)
EVENT: Final = replace(
    cast(EventPage, view_of("event", is_bare=True)),
    id="x",
    title="Gate jams",
    date=DAY,
    short_date=DAY,
    body=MARKS,
    source_words="Reported by 2 sources; accounts differ",
    accounts=ACCOUNTS,
    differ=True,
    photos=(ShownPhoto(CARD, (1, 2)),),
    sources=(SOURCE, OTHER),
    cite="“Gate jams”, The lock.",
)
CITED: Final = tuple(
    CitedPassage(anchor, passage, (Link("Gate jams", "events/x.html"),))
    for anchor, passage in (("p-1", PASSAGE), ("p-2", TITLE_PASSAGE), ("p-3", UNPROVED))
)
ENTRY: Final = Entry(
    id="x",
    title="Gate jams",
    date=RANGE,
    summary=Markup("It <em>jams</em>."),
    place="The lock",
    sources=3,
    independent=3,
    hides_sources=False,
    differ=True,
    captions=1,
    is_corrected=True,
    status="disputed",
    is_draft=False,
)
CHART: Final = Overview(
    bins=12,
    unit="month",
    bars=(Bar(2, 88, "March 2025: 1 event", "2025.html#m3"), Bar(4, 3, "May <b>", "")),
    uncertain=(UncertainRun(3, 6, 2),),
    busiest="Busiest month: March 2025 (1 event)",
    labels=(CountedLink("March", "2025.html#m3", 1), CountedLink("April", "", 0)),
)
YEAR: Final = PeriodPage(
    "2025", "1 event.", CHART, (Group("March 2025", "m3", 1, (ENTRY,)),), (), None, None, None
)

# ------------------------------------------------------------------------------ every kind


@pytest.mark.parametrize("amount", ["bare", "full"])
@pytest.mark.parametrize("kind", VIEWS)
def test_every_page_stands_awkward_words_and_none_at_all(kind: PageKind, amount: str) -> None:
    is_bare = amount == "bare"
    frame = replace(cast(Frame, filled(Frame, is_bare=is_bare)), language="en")
    title = "" if is_bare else AWKWARD
    text = html(kind, view_of(kind, is_bare=is_bare), frame, title=title, canonical=title)
    outline = Outline(text)
    assert "<script" not in text
    assert not {"script", "style"} & {tag for tag, _ in outline.elements}
    assert not [at for _, at in outline.elements if any(n[:2] == "on" or n == "style" for n in at)]
    assert outline.levels.count(1) == 1
    steps = zip(outline.levels, outline.levels[1:], strict=False)
    assert all(after <= before + 1 for before, after in steps)
    assert outline.levels[0] == 1


@pytest.mark.parametrize("kind", VIEWS)
def test_every_page_carries_its_policy_and_its_language(kind: PageKind) -> None:
    frame = replace(FRAME, language="ar", direction="rtl")
    outline = Outline(html(kind, view_of(kind), frame))
    assert outline.one("html") == {"lang": "ar", "dir": "rtl"}
    policy = {"http-equiv": "Content-Security-Policy"}
    assert outline.one("meta", **policy)["content"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        " connect-src 'self'; base-uri 'none'; form-action 'self'"
    )
    assert outline.one("meta", name="referrer")["content"] == "no-referrer"
    assert outline.one("meta", name="color-scheme")["content"] == "light dark"
    assert outline.one("meta", name="viewport")
    assert outline.links[0] == {"class": "skip", "href": "#main"}
    assert outline.one("main", id="main")


def test_the_head_names_the_page_and_what_goes_with_it() -> None:
    text = html("event", EVENT, canonical="https://lock.example/events/x.html")
    outline = Outline(text)
    assert "<title>Gate jams – The lock</title>" in text
    assert outline.one("meta", name="description")["content"] == "About it."
    assert outline.one("link", rel="canonical")["href"] == "https://lock.example/events/x.html"
    assert outline.one("link", rel="alternate")["href"] == "../feed.xml"
    sheets = [at["href"] for _, at in outline.elements if at.get("rel") == "stylesheet"]
    assert sheets == ["../assets/dateline.css", "../assets/ours.css"]


def test_without_an_address_there_is_no_canonical_link_and_no_feed() -> None:
    outline = Outline(html("event", EVENT, replace(FRAME, feed="")))
    assert {at.get("rel") for tag, at in outline.elements if tag == "link"} == {
        "icon",
        "stylesheet",
    }


def test_the_current_link_of_the_header_is_marked() -> None:
    timeline = cast(TimelinePage, view_of("timeline"))
    same = html("timeline", timeline, path="index.html", section="timeline")
    below = html("event", EVENT, section="timeline")
    assert '<a href="index.html" aria-current="page">Timeline</a>' in same
    assert '<a href="../index.html" aria-current="true">Timeline</a>' in below
    assert '<a href="../t.html">Topics</a>' in below


# -------------------------------------------------------------------------------- the event


def test_ids_are_unique_and_links_inside_the_page_arrive() -> None:
    for kind, view in (("event", EVENT), ("period", YEAR)):
        outline = Outline(html(cast(PageKind, kind), view, path="2025.html"))
        assert [name for name, count in Counter(outline.ids).items() if count > 1] == []
        inside = {at["href"][1:] for at in outline.links if at["href"].startswith("#")}
        assert inside <= set(outline.ids)


def test_a_passage_leads_to_the_words_here_and_at_the_publisher() -> None:
    text = html("event", EVENT)
    assert '<a href="../sources/courier.html#p-1">Passage, paragraph 3</a>' in text
    assert '<a href="../sources/b.html#p-2">Passage, title</a>' in text
    assert (
        '<a href="https://courier.example/1#:~:text=the%20gate" rel="noopener noreferrer">'
        "See the words at <bdi>Courier</bdi></a>"
    ) in text


def test_a_quotation_that_is_not_proved_says_so_and_leads_nowhere() -> None:
    text = html("event", EVENT)
    item = text[text.index("nobody said this") : text.index("Gate jams”")]
    assert "not found in the stored text" in item
    assert "<a" not in item
    assert "not found" not in html("event", replace(EVENT, sources=(SOURCE,)))


def test_an_archived_copy_carries_the_attributes_of_robust_links() -> None:
    copy = Outline(html("event", EVENT)).one("a", href="https://archive.example/1")
    assert copy == {
        "href": "https://archive.example/1",
        "data-originalurl": "https://courier.example/1",
        "data-versionurl": "https://archive.example/1",
        "data-versiondate": "2025-03-17",
        "rel": "noopener noreferrer",
    }


def test_links_out_of_the_site_say_nothing_of_where_they_come_from() -> None:
    source = cast(SourcePage, view_of("source", is_bare=True))
    source = replace(source, passages=CITED, captures=(CAPTURE,), url="https://a.example/")
    publication = replace(view_of("publication"), url="https://a.example/")
    for kind, view in (("event", EVENT), ("source", source), ("publication", publication)):
        links = Outline(html(cast(PageKind, kind), view)).links
        outward = [at for at in links if at["href"].startswith("https:")]
        assert outward
        assert {at["rel"] for at in outward} == {"noopener noreferrer"}


def test_a_source_leads_back_to_each_of_its_marks() -> None:
    outline = Outline(html("event", EVENT))
    back = [at["href"] for at in outline.links if at.get("role") == "doc-backlink"]
    assert back == ["#r1", "#r1", "#r1-2"]
    assert outline.one("section", role="doc-endnotes")


def test_words_that_differ_are_marked_and_said_to_differ() -> None:
    text = html("event", EVENT)
    assert '“the gate <mark class="differs">had</mark>”' in text
    assert "Accounts differ" in text
    assert "Accounts differ" not in html("event", replace(EVENT, source_words="", differ=False))


def test_a_caption_without_its_picture_is_a_card_with_its_credit() -> None:
    text = html("event", EVENT)
    assert "Photograph, not reproduced here" in text
    assert "The gate at &lt;noon&gt;" in text
    assert "Photo: <bdi>Jo Ray/Agency</bdi>." in text
    assert "See it at <bdi>Courier</bdi>" in text
    assert "<img" not in text


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("(A / B) (A/B via C)", "Photo: <bdi>(A / B) (A/B via C)</bdi>."),
        ("Photograph: A", "<bdi>Photograph: A</bdi>."),
        ("[A]", "Photo: <bdi>A</bdi>."),
    ],
)
def test_a_credit_is_shown_as_printed(printed: str, shown: str) -> None:
    photo = replace(CARD, credit=Credit(line=printed))
    assert f"\n{shown}\n" in html("event", replace(EVENT, photos=(ShownPhoto(photo, (1,)),)))


def test_a_picture_has_its_alternative_text_and_its_rights() -> None:
    photo = replace(CARD, image="photos/gate.jpg", alt="A closed gate", rights="CC0")
    text = html("event", replace(EVENT, photos=(ShownPhoto(photo, (1,)),)))
    assert '<img src="../photos/gate.jpg" alt="A closed gate" loading="lazy">' in text
    assert "CC0" in text
    assert "not reproduced" not in text


def test_text_in_another_language_says_so() -> None:
    text = html("event", EVENT)
    assert '<bdi lang="ar">بوابة</bdi>' in text
    assert "<bdi>Gate jams at noon</bdi>" in text


def test_a_draft_says_that_it_is_not_published() -> None:
    assert "Draft: not published" in html("event", replace(EVENT, is_draft=True))
    assert "Draft" not in html("event", EVENT)
    assert "Built with drafts" in html("event", EVENT, replace(FRAME, has_drafts=True))


def test_an_event_without_sources_says_so() -> None:
    assert "No source given" in html("event", replace(EVENT, sources=(), source_words=""))


# ------------------------------------------------------------------------------- the source


def source_page(text: Markup) -> Outline:
    view = replace(cast(SourcePage, view_of("source", is_bare=True)), passages=CITED, text=text)
    return Outline(html("source", view, path="sources/courier.html"))


def test_each_passage_on_a_source_page_is_an_anchor() -> None:
    outline = source_page(Markup(""))
    assert {"p-1", "p-2", "p-3"} <= set(outline.ids)
    assert {"href": "../events/x.html"} in outline.links


def test_where_the_text_is_shown_the_anchors_are_in_it() -> None:
    outline = source_page(Markup('<p><mark id="p-1">the gate had jammed</mark></p>'))
    assert [each for each in outline.ids if each.startswith("p-")] == ["p-2", "p-3", "p-1"]
    assert {"href": "#p-1"} in outline.links


# -------------------------------------------------------------------------------- the lists


def test_an_entry_shows_its_date_as_exactly_as_it_is_known() -> None:
    text = html("period", YEAR, path="2025.html")
    assert '<span class="marker range"></span>' in text
    assert (
        '<p class="d" data-edtf="2025-04-28/2025-05-03"><time datetime="2025-04-28">28 April</time>'
        ' – <time datetime="2025-05-03">3 May 2025</time></p>'
    ) in text
    spring = replace(ENTRY, date=SPRING)
    text = html("period", replace(YEAR, groups=(Group("2025", "y", 1, (spring,)),)))
    assert '<p class="d" data-edtf="2025-21">spring 2025</p>' in text


@pytest.mark.parametrize(
    ("sources", "independent", "words"),
    [
        (0, 0, "No source given"),
        (1, 1, "Single source"),
        (3, 3, "Reported by 3 sources"),
        (4, 2, "4 sources, 2 independent"),
    ],
)
def test_an_entry_says_how_many_sources_it_rests_on(
    sources: int, independent: int, words: str
) -> None:
    entry = replace(ENTRY, sources=sources, independent=independent)
    view = replace(YEAR, groups=(Group("March", "m3", 1, (entry,)),))
    assert f">{words}</li>" in html("period", view)


def test_entries_under_months_are_one_level_lower() -> None:
    month = Group("March 2025", "m3", 1, (ENTRY,))
    view = replace(YEAR, groups=(Group("2025", "y2025", 1, (), (month,)),), overview=None)
    assert Outline(html("period", view)).levels == [1, 2, 3, 4]


def test_bars_and_labels_lead_where_there_is_something() -> None:
    text = html("period", YEAR, path="2025.html")
    assert '<a tabindex="-1" href="#m3"><title>March 2025: 1 event</title>' in text
    assert '<path class="bar" d="M4.12 88h.76v-3h-.76z"/>' in text
    assert '<path class="u u2" d="M3 92H6v4H3z"/>' in text
    assert "<li><span><b>April</b></span></li>" in text
    elsewhere = html("period", YEAR, path="tags/x.html")
    assert 'href="../2025.html#m3"' in elsewhere


def test_long_lists_are_laid_out_as_they_come_into_sight() -> None:
    many = replace(YEAR, groups=(Group("March", "m3", 101, (ENTRY,)),))
    assert 'class="months long"' in html("period", many)
    assert 'class="months"' in html("period", YEAR)


def test_pages_are_not_blown_up_by_blanks() -> None:
    for path, text in rendered([page("event", EVENT), page("period", YEAR, "2025.html")]).items():
        assert not re.search(r"^[ \t]|[ \t]$", text, re.MULTILINE), path
        assert "\n\n\n" not in text, path
        assert text.count("\n\n") <= 2, path


def test_an_earlier_address_leads_to_the_present_one() -> None:
    text = html("redirect", RedirectPage(Link("Gate jams", "events/x.html")), path="events/y.html")
    outline = Outline(text)
    refresh = {"http-equiv": "refresh"}
    assert outline.one("meta", **refresh)["content"] == "0; url=../events/x.html"
    assert {"href": "../events/x.html"} in outline.links


def test_an_unknown_address_leads_back_at_any_depth() -> None:
    text = html("not-found", NotFoundPage(), path="404.html", root="/lock/")
    addresses = {at["href"] for at in Outline(text).links}
    assert {each for each in addresses if not each.startswith(("/lock/", "#"))} == set()


# ------------------------------------------------------------------------- the whole, and faults


def test_the_files_are_the_pages_the_assets_and_what_is_ready() -> None:
    told: list[int] = []
    ready = OutputFile("feed.xml", b"<feed/>")
    plan = Plan(FRAME, (page("event", EVENT), page("period", YEAR, "2025.html")), (ready,))
    theme, _ = load_theme(None)
    files, problems = render(plan, theme, told.append)
    assert problems == ()
    assert [file.path for file in files] == [
        "events/x.html",
        "2025.html",
        "assets/dateline.css",
        "feed.xml",
    ]
    assert sum(told) == 2
    assert render(plan, theme, unheard) == (files, ())


def faults(folder: Path, files: dict[str, str | bytes], *pages: Page) -> tuple[Problem, ...]:
    theme, none = load_theme(write_tree(folder / "templates", files))
    assert none == ()
    made, problems = render(Plan(FRAME, pages, ()), theme, unheard)
    assert not {each.path for each in pages} <= {each.path for each in made}
    return problems


def test_a_name_that_does_not_exist_is_a_problem_with_its_line(tmp_path: Path) -> None:
    own: dict[str, str | bytes] = {"pages/event.html": "<p>\n  {{ view.titel }}\n</p>"}
    (found,) = faults(tmp_path, own, page("event", EVENT))
    assert (found.code, found.severity) == ("template-error", Severity.ERROR)
    place = found.position
    assert (place.file, place.line, place.column) == ("templates/pages/event.html", 2, 3)
    assert place.source == "  {{ view.titel }}"
    assert found.message == "'EventPage' has no attribute 'titel' (making 'events/x.html')"


def test_the_same_fault_of_many_pages_is_told_once(tmp_path: Path) -> None:
    pages = [page("event", EVENT, f"events/{number}.html") for number in range(3)]
    (found,) = faults(tmp_path, {"partials/footer.html": "{{ 1 // 0 }}"}, *pages)
    assert found.position.file == "templates/partials/footer.html"
    assert found.message.endswith("(making 'events/0.html' and 2 more pages)")


@pytest.mark.parametrize(
    ("name", "source", "line", "message"),
    [
        ("pages/event.html", "a\n{% if %}", 2, "Expected an expression, got 'end of statement"),
        ("pages/event.html", "\n\n{{ view.title|shout }}", 3, "No filter named 'shout'"),
        ("base.html", "{% block main %}", 1, "Unexpected end of template"),
        ("pages/event.html", 'a\n{% include "b.html" %}', 2, "there is no template 'b.html'"),
        ("pages/event.html", '{% extends "b.html" %}', 1, "there is no template 'b.html'"),
        ("pages/event.html", "{{ nothing }}", 1, "'nothing' is undefined"),
        ("pages/event.html", "{{ view.title + 1 }}", 1, "can only concatenate str"),
        ("macros/dates.html", "{% macro dated(a, b) %}{{ b }}{% endmacro %}", 1, "parameter 'b'"),
    ],
)
def test_whatever_is_wrong_in_a_template_is_a_problem(
    tmp_path: Path, name: str, source: str, line: int, message: str
) -> None:
    (found,) = faults(
        tmp_path, {name: source}, page("event", EVENT), page("event", EVENT, "b.html")
    )
    assert found.code == "template-error"
    assert (found.position.file, found.position.line) == (f"templates/{name}", line)
    assert message in found.message


def test_several_faults_are_told_at_once(tmp_path: Path) -> None:
    own: dict[str, str | bytes] = {"pages/event.html": "{{ a }}", "pages/period.html": "{% b %}"}
    problems = faults(tmp_path, own, page("event", EVENT), page("period", YEAR, "2025.html"))
    assert [each.position.file for each in problems] == [
        "templates/pages/event.html",
        "templates/pages/period.html",
    ]


def test_a_file_of_the_site_must_not_take_the_place_of_an_asset() -> None:
    ready = OutputFile("assets/dateline.css", b"")
    _, problems = render(Plan(FRAME, (), (ready,)), load_theme(None)[0], unheard)
    assert codes(problems) == ["path-collision"]


def test_a_date_without_pieces_is_shown_by_its_words() -> None:
    view = replace(EVENT, short_date=replace(NO_DATE, words="undated"))
    assert "<dd>undated" in html("event", view)


def test_a_block_may_hold_what_the_block_above_it_holds(tmp_path: Path) -> None:
    own = '{% extends "base.html" %}{% block head %}{{ super() }}<meta name="own">{% endblock %}'
    files = write_tree(tmp_path / "templates", {"pages/not-found.html": own})
    theme, _ = load_theme(files)
    view = Page("not-found", "404.html", "Gone", "", NotFoundPage(), "/")
    (made, *_), problems = render(Plan(FRAME, (view,), ()), theme, unheard)
    assert problems == ()
    assert b'<meta name="own">' in made.data


def test_a_part_tells_safe_text_from_text_that_must_be_escaped(tmp_path: Path) -> None:
    own = {
        "pages/not-found.html": """{{ part("p.html", t="<b>"|e) }}
{{- part("p.html", t="&lt;b&gt;") }}""",
        "p.html": "[{{ t }}]",
    }
    theme, _ = load_theme(write_tree(tmp_path / "templates", own))
    view = Page("not-found", "404.html", "Gone", "", NotFoundPage(), "/")
    (made, *_), problems = render(Plan(FRAME, (view,), ()), theme, unheard)
    assert problems == ()
    assert made.data == b"[&lt;b&gt;][&amp;lt;b&amp;gt;]"
