"""Agencies, outlets and the words of credit lines."""

from __future__ import annotations

from typing import Final


def _lines(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.replace("\n", ";").split(";") if name.strip())


WIRES: Final = _lines(
    """
    AP; Associated Press; The Associated Press; Reuters; AFP; Agence France-Presse; AFP-JIJI
    EPA; EPA-EFE; EFE; dpa; ANSA; PA; PA Media; PA Wire; Press Association; TASS; ITAR-TASS
    RIA Novosti; Sputnik; Interfax; Ukrinform; Xinhua; Xinhua News Agency; Yonhap; Yonhap News
    Kyodo; Kyodo News; Jiji; Jiji Press; AAP; The Canadian Press; Canadian Press; UPI; ANI; PTI
    IANS; Anadolu; Anadolu Agency; WANA; IRNA; ISNA; Tasnim; KCNA; Newsis; News1; Belga; ANP
    Keystone; Keystone-SDA; NTB; TT News Agency; Ritzau; Ritzau Scanpix; Scanpix; Lehtikuva; Lusa
    CTK; ČTK; MTI; Tanjug; Bernama; Antara; Antara Foto; Agerpres; Bloomberg; Europa Press
    Al Jazeera; BBC; CNN; NPR; Agencies; Colaborador
    """
)
"""News agencies and others that pass pictures on; they also sign articles."""

LIBRARIES: Final = _lines(
    """
    Getty; Getty Images; Shutterstock; Alamy; Alamy Stock Photo; iStock; iStockphoto; Adobe Stock
    REX; Rex Features; ZUMA; ZUMA Press; ZUMA Wire; Sipa; Sipa USA; Abaca; NurPhoto; SOPA Images
    LightRocket; Magnum Photos; Redux; Redux Pictures; Panos Pictures; WireImage; FilmMagic
    Hulton Archive; Bettmann; Bettmann Archive; Universal Images Group; PA Images; PA Archive
    Action Images; Icon Sportswire; USA TODAY Sports; Imagn Images; VCG; Visual China Group
    Hans Lucas; Gamma-Rapho; laif; picture alliance; picture-alliance; ullstein bild; imago
    IMAGO; imago images; Newscom; SWNS; Splash News; BACKGRID; Avalon; Bridgeman Images; Corbis
    Flash90; AP Photo; AP Images; AFP Photo; Maxar; Maxar Technologies; Planet Labs; NASA; NOAA
    Unsplash; Pexels; Pixabay; Flickr; Wikimedia Commons; Wikimedia; Creative Commons; EyeEm
    Moment; Anadolu Images; Pacific Press; Future Publishing; Pool Reuters; EyePress; Cover Images
    """
)
"""Picture libraries: nobody but a photo is signed with them."""

PLATFORMS: Final = _lines(
    "X; Twitter; Facebook; Instagram; YouTube; TikTok; Telegram; Weibo; Google Maps; Google Earth"
)

OUTLET_WORDS: Final = frozenset(
    """
    images image press news agency agencies photo photos photography pictures picture media times
    post gazette herald tribune journal chronicle guardian telegraph observer standard mail express
    mirror independent globe record courier review ledger bulletin dispatch echo examiner inquirer
    monitor register advertiser argus reporter today daily weekly morning evening magazine network
    television tv radio broadcasting corporation company inc ltd studio studios productions
    ministry minister office service services department police command army navy force forces
    brigade regiment guard council government parliament presidency administration bureau institute
    museum university college school library archive archives collection foundation association
    society committee commission union federation league club party team group organisation
    organization agence agencia agência agentur zeitung presse prensa stringer
    """.split()
)
"""A name with one of these is no person's."""

ROLES: Final = {
    "handout": "handout",
    "hand-out": "handout",
    "pool": "pool",
    "supplied": "supplied",
    "submitted": "supplied",
    "provided": "supplied",
    "contributed": "supplied",
    "courtesy": "courtesy",
}

# What stands in a credit without being anybody's name.
UNNAMED: Final = frozenset(
    """
    staff stringer contributor freelance freelancer photographer correspondent special screenshot
    screengrab screen grab capture video still stills photo photos picture image images photograph
    composite illustration stock family representative representational
    """.split()
)

PARTICLES: Final = frozenset(
    """
    de da del della delle di do dos das du des la le les los las van von der den ter ten zu zum
    bin bint binti ibn al el abu ben y e i af av of the for and und et & in
    """.split()
)
"""Small words inside names."""

NEVER_IN_NAMES: Final = frozenset(
    """
    it they we i this that these those there here what when where why how who which but if with
    from to by as a is was are were been has have had not yes
    reporting editing writing edited written additional compiled translated published updated
    graphic source sources according see read more also
    monday tuesday wednesday thursday friday saturday sunday
    """.split()
)
"""Words that, even with a capital, no credit has."""


def _by_form(names: tuple[str, ...]) -> dict[str, str]:
    return {name.casefold(): name for name in names}


_KNOWN: Final = _by_form(WIRES) | _by_form(LIBRARIES)
_LIBRARY_FORMS: Final = frozenset(map(str.casefold, LIBRARIES))
_PLATFORM_FORMS: Final = frozenset(map(str.casefold, PLATFORMS))

LAST_WORDS: Final = frozenset(form.split()[-1] for form in (*_KNOWN, *ROLES)) | {"file", "photo"}
"""Words that can end a credit without a bracket, case folded."""


def known_agency(name: str) -> str:
    """Give an agency's usual spelling, or nothing for a name that is not known as one's.

    Initials count only in capitals: "PA" is an agency, "pa" is not.
    """
    usual = _KNOWN.get(name.casefold(), "")
    if usual.isupper() and not name.isupper():
        return ""
    return usual if (usual and not name.islower()) or name == usual else ""


def is_library(name: str) -> bool:
    """Tell whether only photos are signed with this name."""
    return bool(known_agency(name)) and name.casefold() in _LIBRARY_FORMS


def is_platform(name: str) -> bool:
    """Tell whether a name is that of a place where people post pictures."""
    return name.casefold() in _PLATFORM_FORMS and name[:1].isupper()
