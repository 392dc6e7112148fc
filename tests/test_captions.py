"""Captions are found by their grammar, credits kept to the letter, and prose left alone."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.evidence.captions import captions, handle, parse_credit, photo_key
from builder.evidence.captions.names import (
    is_outlet,
    is_person,
    is_surely_outlet,
    only_names,
    person_as_written,
)
from builder.evidence.captions.vocabulary import is_library, known_agency
from builder.evidence.captions.weighing import Weight, weight
from builder.model.content import NO_CREDIT, Caption, Credit, Span

BEFORE = "The tide came in on Monday night, and nobody slept."
BEHIND = "The council meets again on Friday to hear the engineers."


def found(line: str) -> tuple[Caption, ...]:
    """What is found where a line stands between two paragraphs of prose."""
    return captions(f"{BEFORE}\n\n{line}\n\n{BEHIND}", markdown=False)


def credit(
    creator: str = "",
    agencies: tuple[str, ...] = (),
    distributor: str = "",
    role: str = "",
    *,
    file_picture: bool = False,
) -> Credit:
    return Credit("", creator, agencies, distributor, role, file_picture)


def said(ours: Credit) -> Credit:
    """What a credit says, without its line."""
    return credit(
        ours.creator, ours.agencies, ours.distributor, ours.role, file_picture=ours.file_picture
    )


# The line, the beginning of its caption, what its credit says.
CREDITED = [
    (
        "Boats lie idle in the harbour of Varnholm (Ida Brenner/AP)",
        "Boats lie",
        credit("Ida Brenner", ("AP",)),
    ),
    (
        "Boats lie idle (Ida Brenner/SOPA Images/LightRocket via Getty Images)",
        "Boats",
        credit("Ida Brenner", ("SOPA Images", "LightRocket"), "Getty Images"),
    ),
    (
        "Workers repair the wall. (AP Photo/Ida Brenner, File)",
        "Workers",
        credit("Ida Brenner", ("AP",), file_picture=True),
    ),
    (
        "FILE PHOTO: Workers repair the wall in Varnholm, April 5, 2024. REUTERS/Ida Brenner",
        "Workers",
        credit("Ida Brenner", ("Reuters",), file_picture=True),
    ),
    (
        "FILE PHOTO: Workers repair the wall, April 5, 2024. REUTERS/Ida Brenner/File Photo",
        "Workers",
        credit("Ida Brenner", ("Reuters",), file_picture=True),
    ),
    (
        "A wall. Ida Brenner / Press Service of the 65th Rescue Brigade / Handout via REUTERS",
        "A wall",
        credit("Ida Brenner", ("Press Service of the 65th Rescue Brigade",), "Reuters", "handout"),
    ),
    (
        "The wall at dawn (Photo by Ida BRENNER / AFP) (Photo by IDA BRENNER/AFP via Getty Images)",
        "The wall",
        credit("Ida Brenner", ("AFP",), "Getty Images"),
    ),
    ("Photograph: AFP via Getty", "", credit("", ("AFP",), "Getty")),
    ("Courtesy Harbour Rescue", "", credit("", ("Harbour Rescue",), "", "courtesy")),
    ("Submitted photo", "", credit("", (), "", "supplied")),
    ("A crane lifts the wreck [Ida BRENNER / AFP]", "A crane", credit("Ida Brenner", ("AFP",))),
    (
        "© Ida Brenner Rescue workers lift the wreck from the harbour",
        "Rescue",
        credit("Ida Brenner"),
    ),
    (
        "Ida Brenner | Getty Images Traders watch the screens at the exchange",
        "Traders",
        credit("Ida Brenner", ("Getty Images",)),
    ),
    (
        "The harbour wall at night. Photograph: Ida Brenner/The Harbour Gazette",
        "The harbour",
        credit("Ida Brenner", ("The Harbour Gazette",)),
    ),
    (
        "The harbour wall at night Photograph: Ida Brenner/AFP/Getty Images",
        "The harbour",
        credit("Ida Brenner", ("AFP", "Getty Images")),
    ),
    (
        "Residents leave Varnholm on Monday.Credit...Ida Brenner for The Harbour Gazette",
        "Residents",
        credit("Ida Brenner", ("The Harbour Gazette",)),
    ),
    (
        "Residents leave Varnholm on Monday. (Ida Brenner for The Harbour Gazette)",
        "Residents",
        credit("Ida Brenner", ("The Harbour Gazette",)),
    ),
    ("Residents leave Varnholm. Ida Brenner/AP", "Residents", credit("Ida Brenner", ("AP",))),
    ("Ida Brenner/AFP/Getty Images", "", credit("Ida Brenner", ("AFP", "Getty Images"))),
    ("Ida Brenner | Getty Images", "", credit("Ida Brenner", ("Getty Images",))),
    ("Image source, Getty Images", "", credit("", ("Getty Images",))),
    ("Image caption, The wall was built in 1931", "The wall was", credit()),
    (
        "Image source, Ida Brenner Image caption, The wall was built in 1931",
        "The wall was",
        credit("Ida Brenner"),
    ),
    (
        "Residents leave Varnholm (Supplied: Ida Brenner)",
        "Residents",
        credit("", ("Ida Brenner",), "", "supplied"),
    ),
    (
        "Residents leave Varnholm. (ABC News: Ida Brenner)",
        "Residents",
        credit("Ida Brenner", ("ABC News",)),
    ),
    ("Residents leave Varnholm. (AAP: Ida Brenner)", "Residents", credit("Ida Brenner", ("AAP",))),
    ("Residents leave Varnholm. Photo: Reuters", "Residents", credit("", ("Reuters",))),
    ("Residents leave Varnholm. PHOTO: IDA BRENNER", "Residents", credit("Ida Brenner")),
    ("Residents leave Varnholm. — AFP/File", "Residents", credit("", ("AFP",), file_picture=True)),
    ("Residents leave Varnholm. | AFP-JIJI", "Residents", credit("", ("AFP-JIJI",))),
    ("Residents leave Varnholm | Photo Credit: Ida Brenner", "Residents", credit("Ida Brenner")),
    (
        "Residents leave Varnholm. (Express photo by Ida Brenner)",
        "Residents",
        credit("Ida Brenner", ("Express",)),
    ),
    ("Residents leave Varnholm. (PTI Photo)", "Residents", credit("", ("PTI",))),
    ("Residents leave Varnholm. (File photo)", "Residents", credit(file_picture=True)),
    ("Residents leave Varnholm (Yonhap)", "Residents", credit("", ("Yonhap",))),
    (
        "Residents leave Varnholm. (Pool photo) (Yonhap)",
        "Residents",
        credit("", ("Yonhap",), "", "pool"),
    ),
    (
        "Residents leave Varnholm. (Xinhua/Ida Brenner)",
        "Residents",
        credit("Ida Brenner", ("Xinhua",)),
    ),
    (
        "Residents leave Varnholm. [Photo by Ida Brenner/Varnholm Daily]",
        "Residents",
        credit("Ida Brenner", ("Varnholm Daily",)),
    ),
    ("Residents leave Varnholm. [Photo/Xinhua]", "Residents", credit("", ("Xinhua",))),
    (
        "Residents leave Varnholm [File: Ida Brenner/Reuters]",
        "Residents",
        credit("Ida Brenner", ("Reuters",), file_picture=True),
    ),
    (
        "Residents leave Varnholm [Ida Brenner/Al Jazeera]",
        "Residents",
        credit("Ida Brenner", ("Al Jazeera",)),
    ),
    (
        "Residents leave Varnholm (Ida Brenner/Flash90)",
        "Residents",
        credit("Ida Brenner", ("Flash90",)),
    ),
    (
        "Residents leave Varnholm. (Courtesy of the Brenner family)",
        "Residents",
        credit("", ("the Brenner family",), "", "courtesy"),
    ),
    ("Residents leave Varnholm. (Image: Getty Images)", "Residents", credit("", ("Getty Images",))),
    (
        "Residents leave Varnholm (Picture: Ida Brenner/Metro)",
        "Residents",
        credit("Ida Brenner", ("Metro",)),
    ),
    ("Residents leave Varnholm (Credits: Reuters)", "Residents", credit("", ("Reuters",))),
    ("Residents leave Varnholm Pic: PA", "Residents", credit("", ("PA",))),
    ("Image: Residents leave Varnholm. Pic: AP", "Residents", credit("", ("AP",))),
    (
        "Residents leave Varnholm. Image: Ida Brenner/dpa/picture alliance",
        "Residents",
        credit("Ida Brenner", ("dpa", "picture alliance")),
    ),
    ("Residents leave Varnholm. © Ida Brenner, AFP", "Residents", credit("Ida Brenner", ("AFP",))),
    ("© Ida Brenner, AFP", "", credit("Ida Brenner", ("AFP",))),
    (
        "Residents leave Varnholm, le 5 avril 2024. IDA BRENNER / AFP",
        "Residents",
        credit("Ida Brenner", ("AFP",)),
    ),
    (
        "Residents leave Varnholm. Foto: Ida Brenner/dpa",
        "Residents",
        credit("Ida Brenner", ("dpa",)),
    ),
    ("Residents leave Varnholm. (Handout)", "Residents", credit("", (), "", "handout")),
    (
        "Residents leave Varnholm. (U.S. Army photo by Sgt. Ida Brenner)",
        "Residents",
        credit("Sgt. Ida Brenner", ("U.S. Army",)),
    ),
    (
        "Residents leave Varnholm. (Ida Brenner / Varnholm Courier)",
        "Residents",
        credit("Ida Brenner", ("Varnholm Courier",)),
    ),
    ("Residents leave Varnholm. (I. Brenner/AP)", "Residents", credit("I. Brenner", ("AP",))),
    ("Residents leave Varnholm. I. Brenner/AP", "Residents", credit("I. Brenner", ("AP",))),
    (
        "TOPSHOT - Residents leave Varnholm. (Photo by Ida Brenner / AFP)",
        "Residents",
        credit("Ida Brenner", ("AFP",)),
    ),
    (
        "(FILES) Residents leave Varnholm. (Photo by Ida Brenner / AFP)",
        "Residents",
        credit("Ida Brenner", ("AFP",), file_picture=True),
    ),
    (
        "FILE - Residents leave Varnholm, Monday, Jan. 5, 2024. (AP Photo/Ida Brenner, File)",
        "Residents",
        credit("Ida Brenner", ("AP",), file_picture=True),
    ),
    (
        "1 of 5 | Residents leave Varnholm. (AP Photo/Ida Brenner)",
        "Residents",
        credit("Ida Brenner", ("AP",)),
    ),
    (
        "Residents leave Varnholm. REUTERS/Ida Brenner Purchase Licensing Rights, opens new tab",
        "Residents",
        credit("Ida Brenner", ("Reuters",)),
    ),
    (
        "Residents leave. Ida Brenner/Handout via REUTERS THIS IMAGE HAS BEEN SUPPLIED BY A.",
        "Residents",
        credit("Ida Brenner", (), "Reuters", "handout"),
    ),
    (
        "Residents leave Varnholm. Ida Brenner/Getty Images hide caption",
        "Residents",
        credit("Ida Brenner", ("Getty Images",)),
    ),
    (
        "Residents leave Varnholm. (Submitted by Ida Brenner)",
        "Residents",
        credit("", ("Ida Brenner",), "", "supplied"),
    ),
    (
        "Residents leave Varnholm. (Ida Brenner/The Canadian Press)",
        "Residents",
        credit("Ida Brenner", ("The Canadian Press",)),
    ),
    (
        "Residents leave Varnholm. IDA BRENNER/THE CANADIAN PRESS",
        "Residents",
        credit("Ida Brenner", ("The Canadian Press",)),
    ),
    (
        "Open this photo in gallery: Residents leave Varnholm. IDA BRENNER/THE CANADIAN PRESS",
        "Residents",
        credit("Ida Brenner", ("The Canadian Press",)),
    ),
    (
        "View image in fullscreen Residents leave Varnholm. Photograph: Ida Brenner/AP",
        "Residents",
        credit("Ida Brenner", ("AP",)),
    ),
    (
        "Residents leave Varnholm. (X/@harbour_watch)",
        "Residents",
        credit("", ("X", "@harbour_watch")),
    ),
    (
        "Residents leave Varnholm. (Telegram/Varnholm Council)",
        "Residents",
        credit("", ("Telegram", "Varnholm Council")),
    ),
    ("Residents leave Varnholm. (Getty)", "Residents", credit("", ("Getty",))),
    ("Residents leave Varnholm. (AFP/Getty)", "Residents", credit("", ("AFP", "Getty"))),
    (
        "Residents leave Varnholm. (AFP via Getty Images)",
        "Residents",
        credit("", ("AFP",), "Getty Images"),
    ),
    (
        "Residents leave the town of Varnholm Ida Brenner/Reuters",
        "Residents",
        credit("Ida Brenner", ("Reuters",)),
    ),
    (
        "Residents leave the town of Varnholm. Courtesy of Harbour Rescue",
        "Residents",
        credit("", ("Harbour Rescue",), "", "courtesy"),
    ),
    (
        "Residents leave Varnholm. Source: AAP / Ida Brenner",
        "Residents",
        credit("Ida Brenner", ("AAP",)),
    ),
    ("Residents leave Varnholm. Ida Brenner via AP", "Residents", credit("Ida Brenner", (), "AP")),
    (
        "Residents leave Varnholm. (Varnholm Police Department via AP)",
        "Residents",
        credit("", ("Varnholm Police Department",), "AP"),
    ),
    (
        "Residents leave Varnholm. Credit: Ida Brenner / Lumen",
        "Residents",
        credit("Ida Brenner", ("Lumen",)),
    ),
    (
        "Residents leave Varnholm. (Ida Brenner/Pool Photo via AP)",
        "Residents",
        credit("Ida Brenner", (), "AP", "pool"),
    ),
    (
        "Residents leave Varnholm. (Ida Brenner, Pool via AP)",
        "Residents",
        credit("Ida Brenner", (), "AP", "pool"),
    ),
    ("Residents leave Varnholm. (AP Photo)", "Residents", credit("", ("AP",))),
    (
        "Residents leave Varnholm. (NASA/JPL-Caltech)",
        "Residents",
        credit("", ("NASA", "JPL-Caltech")),
    ),
    (
        "Residents leave Varnholm. (Ida Brenner and Tom Okafor/AP)",
        "Residents",
        credit("Ida Brenner and Tom Okafor", ("AP",)),
    ),
    (
        "Residents leave Varnholm. (Ida Brenner/EPA-EFE/REX/Shutterstock)",
        "Residents",
        credit("Ida Brenner", ("EPA-EFE", "REX", "Shutterstock")),
    ),
    (
        "Residents leave Varnholm. (Kim Min-jae/Lumen Collective)",
        "Residents",
        credit("Kim Min-jae", ("Lumen Collective",)),
    ),
    (
        "Residents leave Varnholm -Copyright AP Photo/Ida Brenner",
        "Residents",
        credit("Ida Brenner", ("AP",)),
    ),
    (
        "Residents leave Varnholm. (Ministry of Defence/Handout via Reuters)",
        "Residents",
        credit("", ("Ministry of Defence",), "Reuters", "handout"),
    ),
    (
        "Residents leave Varnholm (Omar al-Rashid/Anadolu via Getty Images)",
        "Residents",
        credit("Omar al-Rashid", ("Anadolu",), "Getty Images"),
    ),
    (
        "Residents leave Varnholm (PATRICK MCBRIDE/AFP via Getty Images)",
        "Residents",
        credit("Patrick McBride", ("AFP",), "Getty Images"),
    ),
    (
        "Residents leave Varnholm (SEÁN O'NEILL/PA Wire)",
        "Residents",
        credit("Seán O'Neill", ("PA Wire",)),
    ),
    ("Photo by Ida Brenner", "", credit("Ida Brenner")),
    ("Photos by Ida Brenner/Lumen", "", credit("Ida Brenner", ("Lumen",))),
    ("Credit: Getty Images", "", credit("", ("Getty Images",))),
    ("Getty Images", "", credit("", ("Getty Images",))),
    ("Residents leave Varnholm. Bild: dpa", "Residents", credit("", ("dpa",))),
    ("Des habitants quittent Varnholm. Crédit photo : Ida Brenner", "Des", credit("Ida Brenner")),
    (
        "Des habitants quittent Varnholm. (Photo Ida Brenner / AFP)",
        "Des",
        credit("Ida Brenner", ("AFP",)),
    ),
    ("Vecinos dejan Varnholm. IDA BRENNER (EFE)", "Vecinos", credit("Ida Brenner", ("EFE",))),
    (
        "Residents leave Varnholm. (Ida Brenner/AP/Shutterstock)",
        "Residents",
        credit("Ida Brenner", ("AP", "Shutterstock")),
    ),
    ("The boats lay idle in the harbour. Ida Brenner", "The boats", credit("Ida Brenner")),
    ("The boats lay idle in the harbour. AFP", "The boats", credit("", ("AFP",))),
    ("The boats lay idle in the harbour | REUTERS", "The boats", credit("", ("Reuters",))),
    ("Boats in Varnholm, North Province | REUTERS", "Boats", credit("", ("Reuters",))),
    ("Residents leave Varnholm. REUTERS/Ida", "Residents", credit("Ida", ("Reuters",))),
    (
        "Residents leave the harbour Ida Brenner/Varnholm Gazette",
        "Residents",
        credit("Ida Brenner", ("Varnholm Gazette",)),
    ),
    (
        "Residents leave a la Casa Vieja Ida Brenner / Europa Press",
        "Residents",
        credit("Ida Brenner", ("Europa Press",)),
    ),
    (
        "Residents leave the harbour Photo courtesy of Harbour Rescue",
        "Residents",
        credit("", ("Harbour Rescue",), "", "courtesy"),
    ),
    (
        "Vecinos dejan Varnholm. Ida Brenner (AFP / Getty Images)",
        "Vecinos",
        credit("Ida Brenner", ("AFP", "Getty Images")),
    ),
    ("Fuente de la imagen, Getty Images", "", credit("", ("Getty Images",))),
    (
        "Residents leave Varnholm. fot. Ida Brenner / PAP",
        "Residents",
        credit("Ida Brenner", ("PAP",)),
    ),
    ("Residents leave Varnholm. Photo © Ida Brenner", "Residents", credit("Ida Brenner")),
    (
        "Residents leave Varnholm. (Varnholm Gazette archive)",
        "Residents",
        credit("", ("Varnholm Gazette",), file_picture=True),
    ),
    (
        "Residents leave Varnholm. Photo by Ida Brenner on Unsplash",
        "Residents",
        credit("Ida Brenner", ("Unsplash",)),
    ),
    (
        "Residents leave Varnholm. Ida Brenner / CC BY-SA 4.0, via Wikimedia Commons",
        "Residents",
        credit("Ida Brenner", (), "Wikimedia Commons"),
    ),
    (
        "Residents leave Varnholm. (Ida Brenner/Rook Call, Inc via Getty Images)",
        "Residents",
        credit("Ida Brenner", ("Rook Call, Inc",), "Getty Images"),
    ),
    (
        "Residents leave Varnholm. (Kantonspolizei Varn via Keystone)",
        "Residents",
        credit("", ("Kantonspolizei Varn",), "Keystone"),
    ),
    (
        "Einwohner (Archivbild) Foto: Ida Brenner / AFP",
        "Einwohner (A",
        credit("Ida Brenner", ("AFP",)),
    ),
]

PROSE = [
    "The envoy arrived on Wednesday (April 16)",
    "Talks were held in the capital of the south (South Korea)",
    "The chart shows prices since 1990 (Graphic: Varnholm Today)",
    "The story was corrected (Published Monday, April 14)",
    "(Reporting by Ida Brenner; Editing by Tom Okafor)",
    "(Reporting by Ida Brenner in Varnholm and Tom Okafor in Lund; Editing by Ann Lee)",
    "Shares of Harbour Depot (NYSE: HD)",
    "WASHINGTON (AP)",
    "VARNHOLM (Reuters) - The wall fell on Monday.",
    "VARNHOLM, April 5 (Reuters) - The wall fell on Monday.",
    "By Ida Brenner (AP)",
    "By Ida Brenner and Tom Okafor | The Harbour Gazette",
    "Ida Brenner, AP",
    "Ida Brenner | BBC News",
    "He told Reuters",
    "He spoke to the Associated Press",
    "The Environmental Protection Agency (EPA)",
    "They met the Palestinian Authority (PA)",
    "He works for the North Atlantic Treaty Organization (NATO)",
    "The ticket won the vote (Democrats/Republicans)",
    "The band was AC/DC",
    "It was an either/or choice",
    "The match ended level (Dortmund/Leipzig)",
    "Source: Ministry of Health",
    "Source: Reuters",
    "PHOTOS: Harbour Flood Aftermath",
    "Photos: Remembering the Varnholm Wall",
    "He gave credit: John won the race",
    "He took the picture by Ida Brenner to the court",
    "The image: a wall in ruins",
    "Story by Ida Brenner. Photos by Tom Okafor",
    "Words by Ida Brenner",
    "© 2024 The Harbour Gazette. All rights reserved",
    "Copyright 2024 Harbour Gazette",
    "The minister said: “We will rebuild.”",
    "“We will rebuild,” he said. AFP",
    "The council voted 5-4 (see page 3)",
    "The council voted (Smith, Jones and Brown)",
    "The book by Jane Doe (Oxford University Press)",
    "The figure rose to 10,000 (or 3%)",
    "Read more: Ida Brenner/AP on the flood",
    "1 of 3 patients died in the hospital",
    "Image rights belong to the council",
    "Above all, the wall must hold",
    "Courtesy of a late goal, City won",
    "Courtesy calls were paid to the mayor",
    "Provided the wall holds, the town is safe",
    "Supplied with food, the ship left",
    "The Times/Post merger failed",
    "He/she must sign",
    "Israel/Gaza War News",
    "US/China Trade Talks",
    "Ida Brenner is a reporter for AFP",
    "Ida Brenner reported from Varnholm for Reuters",
    "The photo: by all means",
    "He is known as the Lion (of Varnholm)",
    "The president (Mr Brenner)",
    "Additional reporting by AFP",
    "With reporting by Ida Brenner/AP",
    "AP",
    "Reuters",
    "AFP",
    "Ida Brenner",
    "The Harbour Gazette",
    "Ida Brenner/Varnholm",
    "Varnholm, Monday (Ida Brenner)",
    "The picture was taken by Ida Brenner",
    "In the picture: Ida Brenner",
    "The wall was bought by X",
    "She posted it on X",
    "The report was shared with Bloomberg",
    "They flew over the harbour in a Boeing 737/800 of the Navy",
    "He used the file",
    "The team won 3-2. Image is everything",
    "See Image: above",
    "It was, he said, “a small world” (laughs)",
    "The deal was done via email",
    "He flew to Lund via Paris",
    "The agency, Reuters, said so. Reuters",
    "Residents leave Varnholm. (Tribune News Service)",
    "View image in fullscreen",
    "Image 1 of 6",
    "Image:",
    "Image: all that counts in this trade, she sighed.",
    "Alle Rechte vorbehalten. © 2025 Varnzeitung GmbH",
    "Riproduzione riservata © Copyright ANSA",
    "IDA: What was it? TOM: A hand. (SOUND OF TAPE)",
    "This appeared in print on Monday. Order Prints | Today’s Page | Letters",
    "The signatories include Ida Brenner/Varnholm Gazette and Tom Okafor/Harbour Society.",
    "Who painted it? (a) Brenner (b) Okafor (c) Reiss",
    "The letter went to the office of Gen. Ida Brenner",
]


@pytest.mark.parametrize(("line", "caption", "expected"), CREDITED)
def test_a_credited_line_is_a_caption(line: str, caption: str, expected: Credit) -> None:
    (one,) = found(line)
    assert one.caption.startswith(caption)
    assert bool(one.caption) is bool(caption)
    assert one.text == line
    assert said(one.credit) == expected


@pytest.mark.parametrize("line", [line for line, _, _ in CREDITED])
def test_a_credit_is_kept_to_the_letter(line: str) -> None:
    (one,) = found(line)
    assert one.credit.line in line
    assert one.caption in line
    assert one.lead in line


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_no_caption(line: str) -> None:
    assert found(line) == ()


@pytest.mark.parametrize(
    ("line", "lead", "caption", "is_file"),
    [
        ("FILE PHOTO: The wall in spring", "FILE PHOTO:", "The wall in spring", True),
        ("FILE - The wall in spring", "FILE -", "The wall in spring", True),
        ("FILE — The wall in spring", "FILE —", "The wall in spring", True),
        ("Above: The wall in spring", "Above:", "The wall in spring", False),
        ("Image caption, The wall in spring", "Image caption,", "The wall in spring", False),
        ("Media caption, The wall in spring", "Media caption,", "The wall in spring", False),
        ("Image: the wall in spring", "Image:", "the wall in spring", False),
        ("2 of 14 | The wall in spring", "2 of 14 |", "The wall in spring", False),
    ],
)
def test_a_lead_makes_a_caption_without_credit(
    line: str, lead: str, caption: str, *, is_file: bool
) -> None:
    (one,) = found(line)
    assert (one.lead, one.caption) == (lead, caption)
    assert one.credit.line == ""
    assert one.credit.file_picture is is_file


def test_the_curators_mark_makes_a_caption() -> None:
    (one,) = found("^ The wall before the storm")
    assert one.caption == one.text == "The wall before the storm"
    assert one.credit == NO_CREDIT


def test_in_a_marked_line_a_name_alone_is_a_credit() -> None:
    (one,) = found("^ The wall before the storm (Ida Brenner)")
    assert one.caption == "The wall before the storm"
    assert one.credit.line == "(Ida Brenner)"
    assert one.credit.creator == "Ida Brenner"
    assert found("The wall before the storm (Ida Brenner)") == ()


def test_a_mark_in_the_text_is_the_curators_in_markdown_too() -> None:
    (one,) = captions("Prose.\n\n^ The *low* wall (Ida Brenner/AP)\n\nProse.", markdown=True)
    assert one.caption == "The low wall"
    assert one.credit.line == "(Ida Brenner/AP)"


def test_a_caption_in_italics_is_found_in_markdown() -> None:
    text = "Prose.\n\n*The wall at dawn (Ida Brenner/AP)*\n\nProse."
    (one,) = captions(text, markdown=True)
    assert one.text == "The wall at dawn (Ida Brenner/AP)"
    assert text[slice(*one.span)] == "*The wall at dawn (Ida Brenner/AP)*"


def test_spans_lead_to_the_lines() -> None:
    text = "One.\n\n  A wall (Ida Brenner/AP)\n\nTwo.\n\nA gate (Tom Okafor/AP)"
    found_lines = [text[slice(*each.span)] for each in captions(text, markdown=False)]
    assert found_lines == ["A wall (Ida Brenner/AP)", "A gate (Tom Okafor/AP)"]


def test_a_repeated_caption_is_found_each_time_and_is_one_photo() -> None:
    text = (
        "Prose.\n\nThe wall was 'very old' (IDA BRENNER/AFP)\n\n"
        "The wall was ‘very old’ (IDA BRENNER/AFP)\n\nMore prose.\n\n"
        "The wall was ‘very  old’ (Ida Brenner/AFP)"
    )
    photos = captions(text, markdown=False)
    assert len(photos) == 3
    assert len(set(map(photo_key, photos))) == 1
    assert len(set(map(handle, photos))) == 1


def test_another_credit_or_caption_is_another_photo() -> None:
    photos = [
        Caption("A wall", parse_credit("(Ida Brenner/AP)")),
        Caption("A wall", parse_credit("(Tom Okafor/AP)")),
        Caption("A gate", parse_credit("(Ida Brenner/AP)")),
    ]
    assert len(set(map(photo_key, photos))) == len(set(map(handle, photos))) == 3


def test_a_handle_stays_the_same_from_version_to_version() -> None:
    caption = Caption("A wall", parse_credit("(Ida Brenner/AP)"))
    assert handle(caption) == "6579c5da6a"


def test_a_line_that_repeats_its_neighbour_is_a_caption() -> None:
    line = "The old wall of Varnholm in spring"
    text = f"{BEFORE}\n\n{line}\n\n{line}\n\n{BEHIND}"
    assert [each.caption for each in captions(text, markdown=False)] == [line, line]


def test_a_line_that_repeats_its_neighbours_caption_is_one() -> None:
    line = "The old wall of Varnholm in spring"
    text = f"{BEFORE}\n\n{line}\n\n{line} (Ida Brenner/AP)\n\n{BEHIND}"
    one, other = captions(text, markdown=False)
    assert one.caption == other.caption == line
    assert one.credit == NO_CREDIT
    assert other.credit.creator == "Ida Brenner"


def test_short_cries_may_be_repeated() -> None:
    assert captions("“No. No.”\n\n“No. No.”\n\nHe left.", markdown=False) == ()


def test_captions_may_stand_inside_a_run_of_lines() -> None:
    text = f"{BEFORE}\nA wall at dawn (Ida Brenner/AP)\n{BEHIND}"
    (one,) = captions(text, markdown=False)
    assert one.caption == "A wall at dawn"


def test_a_line_broken_in_the_middle_of_a_sentence_is_no_caption() -> None:
    text = "The agency spoke of a flood (Reuters)\nand of a wall that fell.\n\nMore."
    assert captions(text, markdown=False) == ()


def test_an_agency_at_the_end_of_the_text_signs_it() -> None:
    text = f"{BEFORE}\n\n{BEHIND}\n\nThe mayor hopes for better weather. (AFP)"
    assert captions(text, markdown=False) == ()


def test_a_doubled_credit_is_kept_where_it_says_more() -> None:
    line = "The wall (Photo by Ida BRENNER / AFP) (Photo by IDA BRENNER/AFP via Getty Images)"
    (one,) = found(line)
    assert one.caption == "The wall"
    assert one.credit.line == "(Photo by IDA BRENNER/AFP via Getty Images)"
    (other,) = found("The wall (Pool photo) (Yonhap)")
    assert other.credit.line == "(Pool photo) (Yonhap)"


@pytest.mark.parametrize(
    "behind",
    [
        " THIS IMAGE HAS BEEN SUPPLIED BY A THIRD PARTY. NO RESALES. NO ARCHIVES",
        " Purchase Licensing Rights, opens new tab",
        " hide caption",
        " Read More",
    ],
)
def test_what_stands_behind_a_credit_is_cut(behind: str) -> None:
    (one,) = found(f"The wall at dawn. REUTERS/Ida Brenner{behind}")
    assert one.credit.line == "REUTERS/Ida Brenner"
    assert one.text.endswith(behind)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", NO_CREDIT),
        ("A. Moreau / The Harbour Gazette", credit("A. Moreau", ("The Harbour Gazette",))),
        ("Ida Brenner", credit("Ida Brenner")),
        ("Reuters", credit("", ("Reuters",))),
        ("The Harbour Gazette", credit("", ("The Harbour Gazette",))),
        ("Courtesy of Ida Brenner", credit("", ("Ida Brenner",), "", "courtesy")),
        ("Ida Brenner / Evening Record", credit("Ida Brenner", ("Evening Record",))),
        ("Ida Brenner/AFP via Getty Images", credit("Ida Brenner", ("AFP",), "Getty Images")),
        ("handout", credit(role="handout")),
        ("Photo: Ida Brenner, File", credit("Ida Brenner", file_picture=True)),
        ("(AP) (Ida Brenner/AP)", credit("Ida Brenner", ("AP",))),
        ("© 2031 Ida Brenner. All rights reserved.", credit("Ida Brenner")),
        ("GETTY IMAGES", credit("", ("Getty Images",))),
        ("IDA BRENNER/THE HARBOUR GAZETTE", credit("Ida Brenner", ("The Harbour Gazette",))),
        ("Staff photographer", credit()),
        ("someone in lower case", credit("", ("someone in lower case",))),
    ],
)
def test_a_credit_given_by_hand_is_read(line: str, expected: Credit) -> None:
    ours = parse_credit(line)
    assert ours.line == line
    assert said(ours) == expected


@pytest.mark.parametrize("sign", ["© ", "Copyright ", "A B © ", "(", "/", " via ", "A. ", "file "])
def test_a_hostile_credit_given_by_hand_is_answered_at_once(sign: str) -> None:
    before = time.process_time()
    assert parse_credit(sign * 20_000).line
    assert time.process_time() - before < 5


@given(st.text(max_size=60))
def test_any_text_can_be_read_as_a_credit(line: str) -> None:
    assert parse_credit(line).line == (line if line.strip() else "")


NAMES = ["Ida Brenner", "TOM OKAFOR", "Kim Min-jae", "Omar al-Rashid", "J. Doe"]
AGENCIES = ["AP", "AFP", "Reuters", "Getty Images", "SOPA Images", "dpa", "The Harbour Gazette"]


@given(
    st.sampled_from(NAMES),
    st.lists(st.sampled_from(AGENCIES), min_size=1, max_size=3, unique=True),
    st.sampled_from(["/", " / "]),
    st.sampled_from(["({})", "[{}]", "(Photo by {})", "(Photo: {})", "Photograph: {}"]),
)
def test_a_person_and_agencies_are_found_in_every_form(
    name: str, agencies: list[str], stroke: str, form: str
) -> None:
    line = form.format(stroke.join([name, *agencies]))
    (one,) = found(f"The wall of Varnholm at dawn. {line}")
    assert one.caption == "The wall of Varnholm at dawn."
    assert one.credit.line == line
    assert one.credit.creator == person_as_written(name)
    assert one.credit.agencies == tuple(agencies)


PIECES = [
    *("AP", "Photo", ":", "/", "(", ")", "[", "]", " ", ".", "©", "|", "—", "via", "Ida Brenner"),
    *("wall", "The", "FILE", "- ", "^ ", "\n", "\n\n", "Image caption", "1 of 2", "hide caption"),
]


@given(
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
    st.booleans(),
)
def test_every_caption_stands_on_its_line(text: str, is_markdown: bool) -> None:  # noqa: FBT001
    last = Span(0, 0)
    for each in captions(text, markdown=is_markdown):
        assert each.from_text
        assert last.end <= each.span.start < each.span.end
        assert each.caption in each.text
        assert each.credit.line in each.text
        if not is_markdown:
            assert each.text in text[slice(*each.span)]
        last = each.span


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("IDA BRENNER", "Ida Brenner"),
        ("Ida BRENNER", "Ida Brenner"),
        ("KIM MIN-JAE", "Kim Min-Jae"),
        ("SEÁN O’NEILL", "Seán O’Neill"),
        ("PATRICK MCBRIDE", "Patrick McBride"),
        ("MARIA DE LA CRUZ", "Maria de la Cruz"),
        ("JD Doe", "JD Doe"),
        ("J.D. DOE", "J.D. Doe"),
        ("Omar al-Rashid", "Omar al-Rashid"),
    ],
)
def test_names_in_capitals_are_given_the_usual_ones(name: str, expected: str) -> None:
    assert person_as_written(name) == expected


@pytest.mark.parametrize(
    "name", ["Ida Brenner", "I. Brenner", "Omar al-Rashid", "Ida van der Berg"]
)
def test_persons_are_told_by_their_names(name: str) -> None:
    assert is_person(name)
    assert not is_outlet(name)


@pytest.mark.parametrize("name", ["AP", "The Harbour", "Harbour Gazette", "Flash90", "@harbour"])
def test_outlets_are_told_by_their_names(name: str) -> None:
    assert is_outlet(name)
    assert not is_person(name)


def test_an_outlet_is_sure_when_its_name_ends_like_one() -> None:
    assert is_surely_outlet("Press Service of the Harbour")
    assert is_surely_outlet("Harbour Gazette")
    assert not is_surely_outlet("Standard Oil")


def test_initials_are_an_agency_only_in_capitals() -> None:
    assert known_agency("PA") == "PA"
    assert known_agency("pa") == ""
    assert known_agency("REUTERS") == "Reuters"
    assert is_library("Getty Images")
    assert not is_library("Reuters")


@pytest.mark.parametrize("words", ["the wall", "Ida said", "April 16", "of the", "Monday"])
def test_words_that_no_name_has_are_told(words: str) -> None:
    assert not only_names(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ida Brenner/AP", Weight.SURE),
        ("Photo: Ida Brenner", Weight.SURE),
        ("Supplied", Weight.SURE),
        ("Getty Images", Weight.SURE),
        ("AP", Weight.SIGNS),
        ("Ida Brenner", Weight.MARKED),
        ("South Korea", Weight.MARKED),
        ("April 16", Weight.NONE),
        ("see page 3", Weight.NONE),
        ("", Weight.NONE),
    ],
)
def test_words_are_weighed(words: str, expected: Weight) -> None:
    assert weight(words) is expected


# ---------------------------------------------------------------- credits on their own lines

TITLE = "The bakery that would not close"
CAPTION = "The bakery on Market Street, which opened in 1911"


def joined(*lines: str) -> list[tuple[str, str]]:
    """Caption and credit of each that is found between paragraphs; lines may be blank."""
    text = "\n".join((TITLE, "", BEFORE, "", *lines, "", BEHIND, "", "So they say in Varnholm."))
    return [(each.caption, each.credit.line) for each in captions(text, markdown=False)]


@pytest.mark.parametrize(
    "lines",
    [
        (f"Image caption, {CAPTION}", "Image source, Getty Images"),
        ("Image source, Getty Images", f"Image caption, {CAPTION}"),
        ("Image source, Getty Images", "", f"Image caption, {CAPTION}"),
        (f"FILE PHOTO: {CAPTION}", "Reuters"),
        (f"^ {CAPTION}", "", "Getty Images"),
        (f"{CAPTION}.", "Foto: Ida Brenner / dpa"),
        (f"{CAPTION}.", "Credit...Ida Brenner for The New York Times"),
        (f"{CAPTION}.", "Ida Brenner/Getty Images"),
        (f"{CAPTION}.", "(Ida Brenner/CBC)"),
        (f"{CAPTION}.", "(Supplied: Ida Brenner)"),
        (f"{CAPTION}.", "IDA BRENNER FOR THE TIMES"),
        (f"{CAPTION}.", "Ida Brenner (EFE)"),
        (f"{CAPTION}.", "AFP"),
        (f"{CAPTION}.", "(File photo)"),
        (CAPTION, "", "[Ida Brenner/Al Jazeera]"),
        (CAPTION, "", "© Ida Brenner, AFP"),
        (f"{CAPTION}.", "", "Credit...Ida Brenner for The New York Times"),
        ("Getty Images", CAPTION),
        ("Image", CAPTION, "Photograph: Ida Brenner/AP"),
        ("+3", "Commissioner Ida Brenner", "Courtesy photo"),
        ("Commissioner Ida Brenner", "Courtesy photo"),
    ],
)
def test_a_credit_on_its_own_line_joins_its_caption(lines: tuple[str, ...]) -> None:
    found = joined(*lines)
    assert len(found) == 1
    caption, credit = found[0]
    assert caption
    assert credit
    whole = [line for line in lines if line]
    assert any(line.endswith(caption) for line in whole)
    assert credit in whole


@pytest.mark.parametrize("gap", [(), ("",)])
@pytest.mark.parametrize(
    "line",
    [
        "None has come.",
        "What is left of the bakery?",
        "“We bake,” said Ida Brenner.",
        "By Ida Brenner",
        "Related: how the bakery was built in a year",
        "Share",
    ],
)
def test_a_line_of_the_text_beside_a_credit_is_no_caption(line: str, gap: tuple[str, ...]) -> None:
    assert joined(line, *gap, "Getty Images") == [("", "Getty Images")]


def test_who_took_all_pictures_of_an_article_joins_no_line() -> None:
    assert joined("Ida Brenner reported from Varnholm.", "Photographs by Tom Okafor") == [
        ("", "Photographs by Tom Okafor")
    ]


@pytest.mark.parametrize("line", [f"{BEFORE} {BEHIND}", "Bread and water", f"{CAPTION}."])
def test_a_line_that_may_be_a_paragraph_or_a_heading_is_no_caption(line: str) -> None:
    assert joined(line, "", "Getty Images") == [("", "Getty Images")]


@pytest.mark.parametrize(
    "line", ["Trewarren Town Council", "(END)", "Ida Brenner", "Subscribe", "What else", "Friday"]
)
def test_a_line_that_names_no_sender_joins_nothing(line: str) -> None:
    assert joined(f"{CAPTION}.", line) == []


def test_an_agency_below_the_last_paragraph_signs_it() -> None:
    assert captions(f"{TITLE}\n\n{BEFORE}\n\n{CAPTION}.\nAFP", markdown=False) == ()


def test_a_name_above_the_first_paragraph_is_a_byline() -> None:
    text = f"{TITLE}\n\n{CAPTION} as a co-operative\nIda Brenner, AP\n\n{BEFORE} {BEHIND}"
    assert captions(text, markdown=False) == ()


def test_a_day_with_its_year_tells_of_a_picture() -> None:
    day = "Pupils buy bread in Varnholm, on April 3, 2031."
    text = f"{TITLE}\nThe bakery stays.\n{day}\nIda Brenner/AP\n{BEFORE}"
    assert [each.caption for each in captions(text, markdown=False)] == [day]
    head = "Updated on April 3, 2031 at ten in the morning"
    other = captions(text.replace(day, head), markdown=False)
    assert [each.caption for each in other] == [""]


def test_a_sentence_shorter_than_all_paragraphs_is_the_caption_of_a_credit() -> None:
    prose = "\n\n".join(f"{BEFORE} {number} {BEHIND}" for number in range(6))
    text = f"{prose}\n\n{CAPTION}.\n\nFoto: Ida Brenner / dpa\n\n{BEFORE} {BEHIND}"
    assert [each.caption for each in captions(text, markdown=False)] == [f"{CAPTION}."]


def test_pairs_in_a_row_are_joined_two_by_two() -> None:
    captioned = [f"Image caption, Bakery {number}" for number in range(3)]
    sources = [f"Image source, Ida Brenner/{name}" for name in ("PA", "AP", "AFP")]
    for first, second in ((sources, captioned), (captioned, sources)):
        lines = [line for pair in zip(first, second, strict=True) for line in pair]
        expected = [(f"Bakery {number}", sources[number]) for number in range(3)]
        assert joined(*lines) == expected
    assert joined(captioned[0], sources[1], captioned[1]) == [
        ("Bakery 0", ""),
        ("Bakery 1", sources[1]),
    ]


def test_a_gallery_is_read_picture_by_picture() -> None:
    found = joined("1/2", f"{CAPTION}.", "Getty Images", "2/2", "The oven", "Ida Brenner/AP")
    assert found == [(f"{CAPTION}.", "Getty Images"), ("The oven", "Ida Brenner/AP")]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_captions_and_credits_by_turns_are_a_gallery(gap: str) -> None:
    pairs = [
        ("A boat lies on Market Street.", "Getty Images"),
        ("Pupils sweep the school, which was built in 1931.", "Ida Brenner/AP"),
        ("The mayor looks at the harbour wall.", "Getty Images"),
    ]
    lines = (TITLE, "By Ida Brenner", *(line for pair in pairs for line in pair))
    found = captions(gap.join(lines), markdown=False)
    assert [(each.caption, each.credit.line) for each in found] == pairs


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_picture_between_the_head_and_the_text_has_a_caption(gap: str) -> None:
    prose = [f"{BEFORE} {number} {BEHIND}" for number in range(6)]
    head = (TITLE, "Two people died.", "By Ida Brenner", "Updated 5:18 AM, Thu April 3, 2031")
    shown = "Rescue workers search the harbour of Varnholm."
    text = gap.join((*head, shown, "Tom Okafor/AFP/Getty Images", "Varnholm —", *prose))
    (found,) = captions(text, markdown=False)
    assert (found.caption, found.credit.line) == (shown, "Tom Okafor/AFP/Getty Images")


def test_a_short_sentence_among_others_is_no_caption() -> None:
    prose = [f"{BEFORE} {number} {BEHIND}" for number in range(6)]
    short = "It was not so in the days of old."
    line = "The people of Varnholm now wait for a ferry."
    text = "\n\n".join((TITLE, short, *prose, line, "Getty Images", BEHIND))
    assert [each.caption for each in captions(text, markdown=False)] == [""]


def test_a_pair_printed_twice_is_one_photo() -> None:
    pair = (f"{CAPTION}.", "Foto: Ida Brenner / dpa", "")
    found = captions("\n".join((TITLE, "", BEFORE, "", *pair, *pair, BEHIND)), markdown=False)
    assert len(found) == 2
    assert len({handle(each) for each in found}) == 1


def test_a_credit_repeated_below_buttons_is_of_the_pair() -> None:
    lines = (f"{CAPTION}.", "Ida Brenner/NPR", "hide caption", "", "toggle caption")
    text = "\n".join((TITLE, "", BEFORE, "", *lines, "Ida Brenner/NPR", "", BEHIND))
    (found,) = captions(text, markdown=False)
    assert (found.caption, found.credit.line) == (f"{CAPTION}.", "Ida Brenner/NPR")
    assert text[slice(*found.span)].endswith("toggle caption\nIda Brenner/NPR")


def test_a_label_on_its_own_line_announces_the_next() -> None:
    lines = ("Image source,", "Getty Images", "Image caption,", CAPTION)
    text = "\n".join((BEFORE, "", *lines, "", BEHIND))
    (found,) = captions(text, markdown=False)
    assert found.text == text[slice(*found.span)] == "\n".join(lines)
    assert found.caption == CAPTION
    assert found.credit.agencies == ("Getty Images",)


@pytest.mark.parametrize("between", ["\n", "\n\ntoggle caption\n"])
@pytest.mark.parametrize("inline", ["Ida Brenner/NPR hide caption", "(Ida Brenner/NPR)"])
def test_a_credit_repeated_below_its_caption_is_no_other_photo(inline: str, between: str) -> None:
    line = f"{CAPTION}. {inline}"
    text = f"{BEFORE}\n\n{line}{between}Ida Brenner/NPR\n\n{BEHIND}"
    (found,) = captions(text, markdown=False)
    assert found.caption == f"{CAPTION}."
    assert text[slice(*found.span)] == f"{line}{between}Ida Brenner/NPR"
    other = captions(text.replace("\nIda Brenner/NPR", "\nTom Okafor/AP"), markdown=False)
    assert len(other) == 2


@pytest.mark.parametrize("label", ["Foto:", "Credit...", "Photo credit:", "Image source,"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_label_announces_a_credit_behind_a_blank_line_too(label: str, gap: str) -> None:
    text = f"{BEFORE}\n\n{CAPTION}\n{label}{gap}Ida Brenner / dpa\n\n{BEHIND}"
    found = captions(f"{TITLE}\n\n{text}", markdown=False)
    assert found[-1].credit.line == f"{label}\nIda Brenner / dpa"
    assert said(found[-1].credit) == credit("Ida Brenner", ("dpa",))
    assert captions(f"{BEFORE}\n\n{label}\n\n{BEHIND}", markdown=False) == ()


def test_a_pair_keeps_both_lines_the_lead_and_what_it_says() -> None:
    lines = f"FILE PHOTO: {CAPTION}\n\nREUTERS/Ida Brenner"
    text = f"{BEFORE}\n\n{lines}\n\n{BEHIND}"
    (found,) = captions(text, markdown=False)
    assert text[slice(*found.span)] == lines
    assert found.text == lines.replace("\n\n", "\n")
    assert (found.lead, found.caption) == ("FILE PHOTO:", CAPTION)
    assert said(found.credit) == credit("Ida Brenner", ("Reuters",), file_picture=True)


PAIRED = [
    *("Image source, Getty Images", "Image caption, The wall", "Getty Images", "AP", "1/3", "+2"),
    *("Image caption,", "Image source,", "hide caption", "toggle caption", "FILE PHOTO: A wall"),
    *(
        "The wall at dawn",
        BEFORE,
        BEHIND,
        "Ida Brenner/AP",
        "^ The wall",
        "Foto: Ida Brenner / dpa",
    ),
    *("", "", "(File photo)", "The wall (Ida Brenner/AP)", "*The* wall at dawn", "<!-- a -->"),
]


@given(st.lists(st.sampled_from(PAIRED), max_size=14), st.booleans())
def test_captions_never_share_a_line_and_lose_no_word(
    lines: list[str],
    is_markdown: bool,  # noqa: FBT001
) -> None:
    text, end = "\n".join(lines), 0
    for each in captions(text, markdown=is_markdown):
        assert end <= each.span.start < each.span.end
        end = each.span.end
        printed = words_without_marks(text[slice(*each.span)])
        parts = (each.caption, each.credit.line, each.lead)
        assert all(set(words_without_marks(part)) <= set(printed) for part in parts)
        assert words_without_marks(each.text) == printed


def words_without_marks(text: str) -> list[str]:
    return text.replace("*", "").replace("<!-- a -->", "").removeprefix("^ ").split()


_TABLE_ROW: re.Pattern[str] = re.compile(r"^\| (?!what |part |---)(.*) \|$", re.MULTILINE)


def shown(heading: str) -> list[str]:
    """The lines shown in the first table under a heading of the manual."""
    page = (Path(__file__).parent.parent / "docs" / "captions.md").read_text("utf-8")
    section = page.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    cells = [row.split(" | ", 1)[-1] for row in _TABLE_ROW.findall(section)]
    return [line.replace("\\|", "|") for cell in cells for line in re.findall("`(.+?)`", cell)]


@pytest.mark.parametrize("line", shown("Captions in a text"))
def test_what_the_manual_calls_a_caption_is_one(line: str) -> None:
    assert len(found(line)) == 1


@pytest.mark.parametrize("line", shown("What is not taken for a caption"))
def test_what_the_manual_calls_no_caption_is_none(line: str) -> None:
    assert found(line) == ()


def test_the_manual_tells_what_a_credit_says() -> None:
    said_there = [said(parse_credit(line)) for line in shown("What a credit says")]
    assert said_there == [
        credit("Ines Holloway", ("AP",)),
        credit("", ("AFP", "Getty")),
        credit("Ines Holloway", ("AFP",), "Getty Images"),
        credit("", ("Saltmere Police",), "", "handout"),
        credit("Ines Holloway", ("AP",), file_picture=True),
    ]


def test_an_article_without_captions_costs_little() -> None:
    """Ten times the budget of 0.3 ms, so that a busy machine does not fail the test."""
    text = "\n\n".join(f"{BEFORE} {number} {BEHIND}" for number in range(30))
    before = time.process_time()
    for number in range(20):
        captions(f"{number} {text}", markdown=False)
    assert (time.process_time() - before) / 20 < 0.003


@pytest.mark.parametrize(
    "hostile",
    [
        "(" * 50_000 + ")",
        "/" * 50_000,
        "Photo: " * 9_000,
        "a. " * 20_000 + "/AP",
        "© " * 9_000,
        "A b (AP)" * 300,
        "a. " * 800 + "/AP",
        "Photo: " * 350,
        "(" * 1_200 + ")" * 1_200,
        "Ida Brenner | " * 170,
        " via " * 20_000,
        "A" + "\t" * 2_400 + "(Ida Brenner/AP)",
        "© " * 1_200,
        "Getty Images\n" * 5_000,
        "Image caption,\n" * 5_000,
        "Image source, PA\nImage caption, A wall\n" * 3_000,
        "A wall at dawn on Monday\nAP\n\n" * 3_000,
        "A wall at dawn\nGetty Images\n" * 3_000,
        "、" * 2_000 + "撮影",
    ],
)
def test_hostile_lines_are_answered_at_once(hostile: str) -> None:
    before = time.process_time()
    captions(hostile, markdown=False)
    assert time.process_time() - before < 5
