"""What stands before a caption and announces it: `FILE PHOTO:`, `Above:`, `2 of 8 |`."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from builder.evidence.captions.leading import leading
from builder.evidence.captions.names import only_names
from builder.evidence.captions.sentences import holds_sentence_end, is_sentence
from builder.evidence.captions.weighing import Weight, weight
from builder.model.content import Span

_LEAD: Final = re.compile(
    r"""(?:
    (?P<file>(?:FILE|ARCHIVE?|ARCHIVES|ARCHIVO)(?:\ (?:PHOTO|PICTURE|PIC|IMAGE|PHOTOGRAPH)S?)?
        \ ?[:–—-]+(?=\s)
      |FILE[SD]?\ ?[–—-]+ | [(\[]FILES?(?:\ PHOTOS?)?[)\]]\ ?[:–—-]?
      |(?:File|Archive|Library)\ (?:photo|picture|pic|image|photograph)\ ?(?::|[–—-](?=\ ))
      |[(\[]File(?:\ photo)?[)\]]
      |(?:Archiv|Arkiv)(?:foto|bild)\ ?:
      |(?:Foto|Imagen|Photo|Image|Immagine|Imagem)s?\ d(?:e\ |i\ |['’])archiv\w+\ ?[.:] )
  | (?:TOPSHOT|HANDOUT)\ ?[-–—:] | (?:[A-Z]{3,}\ ){1,2}(?:PHOTO|PICTURE|IMAGE|VIEW)\ ?:
  | (?:Above|Below|Main\ (?:image|picture|photo)|(?:Cover|Top|Lead)\ (?:image|photo)|Caption
      |(?:Above|Below|Pictured),?\ \(?(?:above|below|left|right|here|from|clockwise|top|L-R|l-r)
        (?:\ (?:to|from|top|bottom|left|right)){0,3}\)? | Pictured
      |(?:Photo|Picture|Image)\ [Cc]aption)\ ?:
  | (?P<or_key>(?:PHOTO|Image|IMAGE)\ ?:)
  | (?P<weak>(?:(?:Stock|Undated|Handout|Drone|Aerial|Satellite)\ (?:photo|picture|image)
      |Photo|Photograph|Picture|PICTURE|Foto)\ ?:)
  | (?P<weak_file>(?:File|Archive)(?:\ ?:|\ [–—-](?=\ )))
  | (?:Pie\ de\ foto|Legenda\ da\ foto|Légende(?:\ (?:image|photo))?|(?:Bild)?[Ll]egende
      |Bildunterschrift|Bildtext|Didascalia|Symbol(?:bild|foto))\ ?[:,]
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


class Lead(NamedTuple):
    """Where a lead stands, and what it says of the picture."""

    span: Span
    end: int
    """Where the caption begins."""
    from_files: bool
    """The picture is from the files."""


NO_LEAD: Final = Lead(Span(0, 0), 0, from_files=False)


def lead_of(line: str) -> Lead:
    """Find the words in front that announce a caption, and no credit: `PHOTO: REUTERS`."""
    lead = _LEAD.match(line)
    if lead is None:
        return NO_LEAD
    rest = line[lead.end() :]
    if lead["weak"] or lead["weak_file"]:
        is_credit = weight(line) is not Weight.NONE or leading(line, 0, len(line)) is not None
        return _lead(lead) if is_sentence(rest) and not is_credit else NO_LEAD
    # "Image: all that counts in this trade, he sighed." goes on as a sentence.
    if lead[0].rstrip().endswith(":") and rest[:1].islower() and holds_sentence_end(f"{rest} "):
        return NO_LEAD
    is_credit = bool(lead["or_key"]) and (weight(rest) >= Weight.SIGNS or only_names(rest))
    return NO_LEAD if is_credit else _lead(lead)


def any_lead(line: str, start: int, end: int) -> Lead:
    """Find the words that announce a caption behind its credit."""
    lead = _LEAD.match(line, start, end)
    return _lead(lead) if lead else NO_LEAD


def _lead(lead: re.Match[str]) -> Lead:
    span = Span(lead.start(), lead.start() + len(lead[0].rstrip()))
    return Lead(span, lead.end(), from_files=bool(lead["file"] or lead["weak_file"]))
