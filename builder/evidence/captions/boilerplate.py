"""What stands before a caption or behind a credit and belongs to neither."""

from __future__ import annotations

import re
from typing import Final

from builder.evidence.captions.vocabulary import JOINING, PARTICLES
from builder.model.content import Span

LEAD: Final = re.compile(
    r"""(?:
    (?P<file>(?:FILE|ARCHIVE?|ARCHIVES|ARCHIVO)(?:\ (?:PHOTO|PICTURE|PIC|IMAGE|PHOTOGRAPH)S?)?
        \ ?[:–—-]+(?=\s)
      |FILE[SD]?\ ?[–—-]+ | [(\[]FILES?(?:\ PHOTOS?)?[)\]]\ ?[:–—-]?
      |(?:File|Archive|Library)\ (?:photo|picture|pic|image|photograph)\ ?(?::|[–—-](?=\ ))
      |[(\[]File(?:\ photo)?[)\]]
      |(?:Archiv|Arkiv)(?:foto|bild)\ ?: )
  | (?:TOPSHOT|HANDOUT)\ ?[-–—:] | (?:[A-Z]{3,}\ ){1,2}(?:PHOTO|PICTURE|IMAGE|VIEW)\ ?:
  | (?:Above|Below|Main\ (?:image|picture|photo)|(?:Cover|Top|Lead)\ (?:image|photo)|Caption
      |(?:Above|Below|Pictured),?\ \(?(?:above|below|left|right|here|from|clockwise|top|L-R|l-r)
        (?:\ (?:to|from|top|bottom|left|right)){0,3}\)? | Pictured
      |(?:Photo|Picture|Image)\ [Cc]aption|PHOTO|Image|IMAGE)\ ?:
  | (?P<weak>(?:(?:Stock|Undated|Handout|Drone|Aerial|Satellite)\ (?:photo|picture|image)
      |Photo|Photograph|Picture|PICTURE|Foto)\ ?:)
  | (?P<weak_file>(?:File|Archive)(?:\ ?:|\ [–—-](?=\ )))
  | (?:Image|Media|Video|Photo|Picture)\ [Cc]aption(?:\ ?[:,]|(?=\ ["“‘£$€]?[A-Z0-9À-ÖØ-Þ]))
  | (?:View|Open|Show|Enlarge|Expand)\ (?:this\ )?(?:image|photo|picture)
      (?:\ in\ (?:a\ )?(?:full\ ?screen|gallery))?(?:\ ?:|(?=\ [A-ZÀ-ÖØ-Þ"“‘])|(?<=[ny])\ ?$)
  | (?:Photo|Image|Picture|Slide|Item)\ \d{1,3}\ ?(?:of|/)\ ?\d{1,3}\ ?[|:–—-]?(?=\s+[^\Wa-z]|$)
  | \(\d{1,3}\ of\ \d{1,3}\) | \[\d{1,3}(?:/|\ of\ )\d{1,3}\]
  | \d{1,3}\ (?:of|/)\ \d{1,3}\ ?(?:[|:–—-](?!\ [a-z])|$)
    )\s*""",
    re.VERBOSE,
)
"""What stands before a caption and announces it."""

_BEHIND: Final = re.compile(
    r"""\s*(?:
      (?:Purchase|Acquire)\ Licensing\ Rights.*
    | ,?\ ?opens\ new\ tab
    | (?:hide|toggle|show)\ caption | \[?(?:Read|Show)\ [Mm]ore\]?
    | \*{3}\ ?Local\ Caption\ ?\*{3}.*
    | (?:(?P<bracket>\()|\b)(?:THIS\ (?:IMAGE|PICTURE)|ATTENTION\ |EDITORIAL\ USE|NO\ RESALES
        |NO\ ARCHIVES|MANDATORY\ CREDIT|BEST\ QUALITY|(?:PHOTO\ )?NOT\ FOR\ SALE|FOR\ EDITORIAL
        |TPX\ IMAGES|RESTRICTED\ TO)(?(bracket)[^a-z)]*\)|[^a-z(\[]*)
    )\s*\Z""",
    re.VERBOSE,
)
# Between the credit and such words may stand a stroke or a dash.
_IN_CAPITALS: Final = re.compile(
    r"(?:(?<=[a-zß-öø-ÿ])\s+(?=[A-Z]{2})[^a-zß-öø-ÿ/()\[\]©]{8,}"
    r"|(?<=[)\]])\s*[/–—-]?\s*(?=[A-Z]{2})[^a-zß-öø-ÿ()\[\]©]{8,})\Z"
)
_FEWEST_WORDS_OF_A_NOTICE: Final = 3


def without_boilerplate(line: str, start: int) -> int:
    """Give the place where a line ends for its readers."""
    end = len(line.rstrip())
    while found := _BEHIND.search(line, start, end):
        if found.start() == end:
            break
        end = len(line[: found.start()].rstrip(" \t/–—-"))
    return end


def without_capitals(line: str, start: int, end: int) -> int:
    """Give the place where words in capitals begin that end a line in mixed case.

    They are a notice to editors only if what stands before them is a credit.
    """
    found = _IN_CAPITALS.search(line, start, end)
    words = re.findall(r"[^\W\d_]+", found[0]) if found else []
    # In Jan VAN DEN BERG a name ends the line.
    particles = PARTICLES - JOINING
    if found is None or any(word.casefold() in particles for word in words):
        return end
    is_behind_bracket = line[found.start() - 1] in ")]"
    return found.start() if len(words) + is_behind_bracket >= _FEWEST_WORDS_OF_A_NOTICE else end


def is_notice(line: str, bracket: Span) -> bool:
    """Tell whether a bracket holds a notice to editors."""
    return _BEHIND.fullmatch(line, *bracket) is not None
