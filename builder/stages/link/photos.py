"""Join captions that are the same photo, within an article and across articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from builder.evidence import captions
from builder.evidence.folding import fold
from builder.model.content import Article, Caption, CaptionChoice, EventNote
from builder.model.timeline import Citation, Photo, Sighting
from builder.problems import Problem, problem


@dataclass(slots=True)
class Album:
    """Every photo of every article, each known once."""

    by_article: dict[str, tuple[Photo, ...]] = field(default_factory=dict)

    def of(self, article: str) -> tuple[Photo, ...]:
        """Give an article's photos in the order of its text."""
        return self.by_article.get(article, ())


def album(articles: Iterable[Article]) -> Album:
    """Join the captions of all articles; a photo's words are those of the first that prints it.

    Drafts come last and add nothing to the photos of other articles: neither words nor a picture.
    The photos of an unnamed or secret article stay its own.
    """
    by_article: dict[str, tuple[Photo, ...]] = {}
    published: list[Article] = []
    drafts: list[Article] = []
    for article in articles:
        if article.access != "public":
            by_article.update(_joined([article], {}))
        else:
            (drafts if article.draft else published).append(article)
    gathered: _Gathered = {}
    for group in (published, drafts):
        by_article.update(_joined(group, gathered))
    return Album(by_article)


_Gathered = dict[str, tuple[Photo, list[Sighting]]]


def _joined(group: list[Article], gathered: _Gathered) -> Iterator[tuple[str, tuple[Photo, ...]]]:
    """Give the photos of each article of a group, joined to what is gathered."""
    keys = {article.id: _gather(article, gathered) for article in group}
    joined = {
        key: replace(gathered[key][0], seen_in=tuple(gathered[key][1]))
        for key in chain.from_iterable(keys.values())
    }
    return ((name, tuple(joined[key] for key in own)) for name, own in keys.items())


def _gather(article: Article, gathered: _Gathered) -> tuple[str, ...]:
    """Add an article's captions to what is gathered, and give their keys, each once."""
    own: dict[str, None] = {}
    for caption in article.captions:
        key = captions.photo_key(caption)
        known, sightings = gathered.get(key, (None, []))
        sightings.append(Sighting(article.id, caption.caption))
        gathered[key] = (_fuller(known, caption, key), sightings)
        own[key] = None
    return tuple(own)


def _fuller(known: Photo | None, caption: Caption, key: str) -> Photo:
    """The photo as known so far; a picture given by one caption serves for all."""
    if known is None:
        return _photo(caption, key)
    if caption.image and not known.image:
        return replace(known, image=caption.image, rights=caption.rights, alt=caption.alt)
    return known


def _photo(caption: Caption, key: str) -> Photo:
    return Photo(
        handle=captions.handle_of(key),
        caption=caption.caption,
        credit=caption.credit,
        image=caption.image,
        alt=caption.alt,
        rights=caption.rights,
        taken=caption.taken,
        place=caption.place,
        copyright=caption.copyright,
        licence_url=caption.licence_url,
        acquire_url=caption.acquire_url,
    )


def event_photos(
    note: EventNote,
    citations: tuple[Citation, ...],
    photos: Album,
    known: Mapping[str, Article],
) -> tuple[tuple[Photo, ...], tuple[Problem, ...]]:
    """Give the photos of an event, each once, and the choices that choose nothing.

    A choice from an article replaces what that article would bring by itself. An unnamed article
    brings nothing by itself, and a secret one nothing at all.
    """
    found: dict[str, Photo] = {}
    problems: list[Problem] = []
    chosen: dict[str, list[CaptionChoice]] = {}
    for choice in note.chosen_captions:
        chosen.setdefault(choice.article, []).append(choice)
    for citation in citations:
        if citation.article in chosen:
            continue
        if citation.shows_captions and known[citation.article].access == "public":
            found.update((photo.handle, photo) for photo in photos.of(citation.article))
    for article, choices in chosen.items():
        if article not in known:
            continue
        if known[article].access == "secret":
            problems.extend(_shows_secret(note, choice) for choice in choices)
            continue
        for choice in choices:
            photo, mistakes = _chosen(note, choice, photos.of(article))
            problems.extend(mistakes)
            if photo and (known[article].access == "public" or photo.handle not in found):
                found[photo.handle] = photo
    for caption in note.photos:
        own = _photo(caption, captions.photo_key(caption))
        found.setdefault(own.handle, own)
    return tuple(found.values()), tuple(problems)


def _shows_secret(note: EventNote, choice: CaptionChoice) -> Problem:
    message = f"the article '{choice.article}' is secret, so its captions are not published"
    hint = "take the choice out"
    return problem("quotes-secret", message, note.position_of(choice.span), hint=hint, key="photos")


def _chosen(
    note: EventNote, choice: CaptionChoice, photos: tuple[Photo, ...]
) -> tuple[Photo | None, tuple[Problem, ...]]:
    first_words = fold(choice.caption)
    matching = [photo for photo in photos if fold(photo.caption).startswith(first_words)]
    if len(matching) == 1:
        photo = matching[0]
        if choice.image:
            photo = replace(photo, image=choice.image, rights=choice.rights, alt=choice.alt)
        return photo, ()
    place = note.position_of(choice.span)
    if matching:
        message = f"{len(matching)} captions of article '{choice.article}' begin with these words"
        hint = "give more of the caption's words"
    else:
        message = f"no caption of article '{choice.article}' begins with these words"
        hint = "give the first words of one of its captions"
        if not photos:
            hint = "the article has no captions"
    # The captions are words of the article, which public logs must not repeat.
    listed = "; ".join(f"'{photo.caption[:50]}'" for photo in photos[:5])
    details = (f"its captions begin: {listed}",) if listed and not matching else ()
    return None, (
        problem("unknown-caption", message, place, hint=hint, details=details, key="photos"),
    )
