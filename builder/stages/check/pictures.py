"""What a caption and a picture must have before they are shown."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.content import Caption
from builder.problems import Position, Problem, problem


def is_beyond_doubt(caption: Caption) -> bool:
    """Tell whether a caption has a credit and no picture: then there is nothing to look at."""
    return bool(caption.credit.line) and not caption.image


def caption_problems(caption: Caption, place: Position, picture: Position) -> Iterator[Problem]:
    """A caption has a credit; a picture has rights and words for those who cannot see it."""
    if not caption.credit.line:
        message = "the caption has no credit"
        hint = "add the credit line as printed"
        yield problem("caption-without-credit", message, place, hint=hint)
    yield from picture_problems(caption.image, caption.rights, caption.alt, picture)


def picture_problems(image: str, rights: str, alt: str, place: Position) -> Iterator[Problem]:
    """A picture has rights, and words for those who cannot see it."""
    if image and not rights:
        message = "the picture has no 'rights', so only its caption is shown"
        hint = "say why it may be shown: own work, a licence's address, a permission"
        yield problem("photo-without-rights", message, place, hint=hint)
    if image and not alt:
        message = "the picture has no 'alt', words for those who cannot see it"
        yield problem("photo-without-alt", message, place, hint="describe what it shows")
