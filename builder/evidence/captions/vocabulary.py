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
    WAM; Agencies; Colaborador; La Presse canadienne; 연합뉴스; 뉴시스
    뉴스1; 로이터; 新华社; 新華社; 路透社; 法新社; 美联社; 中新社; 共同; 共同通信; 時事; 時事通信
    ロイター; ТАСС; РИА Новости; Рейтер; Укринформ; Укрінформ; رويترز; فرانس برس; الأناضول
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
    Hans Lucas; Gamma-Rapho; laif; picture alliance; picture-alliance; ullstein bild; imago; Imago
    imago images; Newscom; SWNS; Splash News; BACKGRID; Avalon; Bridgeman Images; Corbis; Polaris
    Flash90; AP Photo; AP Images; AFP Photo; Maxar; Maxar Technologies; Planet Labs; MAXPPP
    Unsplash; Pexels; Pixabay; Flickr; Wikimedia Commons; Wikimedia; Creative Commons; EyeEm
    Moment; Anadolu Images; Pacific Press; Future Publishing; Pool Reuters; EyePress; Cover Images
    Imagoeconomica; Depositphotos; Dreamstime; Fotolia; Westend61; Everett Collection; akg-images
    Cuartoscuro; Storyful; Folhapress; LaPresse; Fotogramma; Google Maps; Google Earth
    Google Street View; Middle East Images; Hollandse Hoogte; Eyevine; Mary Evans
    Profimedia; dpa-Bildfunk
    """
)
"""Picture libraries: nobody but a photo is signed with them."""

AMBIGUOUS: Final = _lines(
    """
    USA TODAY; USA TODAY Network; Fox News; Fox News Digital; Global News; TVNZ; APP; INP; PPI
    La Nación; LA NACION
    BBC; CNN; NPR; Al Jazeera; ABC; CBS; NBC; PBS; CBC; CTV; SBS; RNZ; ITV; ITN; STV; Sky News; RTÉ
    NHK; ARD; ZDF; ORF; SRF; RTS; RTVE; RAI; RTP; VRT; RTBF; NOS; NRK; SVT; YLE; RÚV; TVP; Euronews
    Radio-Canada; France 24; Deutsche Welle; TRT; CGTN; KBS; MBC; AA; APA; APG; PAP; TT; STT; Google
    """
)
"""Broadcasters, whose films are named as often as their pictures, and initials of many others."""

BODIES: Final = _lines(
    """
    NASA; NOAA; ESA; ESO; JAXA; USGS; Roscosmos; UNICEF; UNHCR; UNRWA; UN Photo; OCHA; WFP; WHO; IOM
    FAO; ICRC; IFRC; MSF; WWF
    """
)
"""Bodies that are in the news themselves."""

PLATFORMS: Final = _lines(
    "X; Twitter; Facebook; Instagram; YouTube; TikTok; Telegram; Weibo; WhatsApp; Reddit; Snapchat;"
    "Bluesky; Threads; LinkedIn; VKontakte"
)

PRESS_WORDS: Final = frozenset(
    """
    images image press news agency agencies photo photos photography pictures picture media times
    post gazette herald tribune journal chronicle guardian telegraph observer standard mail express
    mirror independent globe record courier review ledger bulletin dispatch echo examiner inquirer
    monitor register advertiser argus reporter today daily weekly morning evening magazine network
    television tv radio newswire newspaper newspapers newsroom tribune star broadcasting studio
    studios productions agence agencia agência agentur
    zeitung nachrichten presse prensa stringer
    """.split()
)
"""Words in the names of those who publish."""

RESCUE_WORDS: Final = frozenset(
    """
    police sheriff sheriff’s sheriff's fire army navy force forces guard coastguard rescue brigade
    regiment polizei feuerwehr gendarmerie policía polícia polizia politie
    """.split()
)
"""Words in the names of those whose pictures papers print for want of their own."""

OFFICE_WORDS: Final = RESCUE_WORDS | frozenset(
    """
    ministry minister office service services department council government parliament
    presidency administration bureau institute museum university college school library archive
    archives collection foundation association society committee commission union federation
    league club party team group organisation organization corporation company inc ltd authority
    hospital congress fund trust center centre electronics motors motor holdings airlines
    airways bank industries technologies technology systems entertainment airport embassy
    prosecutors hospitals schools bundeswehr ministerium universität stadt verein verband archiv
    mairie ministère musée université bibliothèque ayuntamiento gobierno ministerio museo
    universidad archivo governo prefeitura universidade comune ministero università gemeente
    politi kommune concello ajuntament câmara municipality gemeinde diputación prefectura
    """.split()
)
"""Words in the names of institutions and firms."""

COMPOUNDED: Final = tuple(
    "polizei feuerwehr zeitung nachrichten verband verein archiv museum agentur presse".split()
)
"""With what German joins a name to one word: Kantonspolizei."""

OUTLET_WORDS: Final = PRESS_WORDS | OFFICE_WORDS
"""A name with one of these is no person's."""

ROLES: Final = {
    "handout": "handout",
    "hand-out": "handout",
    "divulgação": "handout",
    "pool": "pool",
    "supplied": "supplied",
    "submitted": "supplied",
    "provided": "supplied",
    "contributed": "supplied",
    "courtesy": "courtesy",
    "cortesía": "courtesy",
    "cortesia": "courtesy",
    "gracieuseté": "courtesy",
    "cedida": "supplied",
    "cedido": "supplied",
    "sourced": "supplied",
}

# What stands in a credit without being anybody's name.
UNNAMED: Final = frozenset(
    """
    author staff stringer contributor freelance freelancer photographer correspondent special
    screenshot
    screengrab screen grab capture video still stills photo photos photograph picture image images
    pic composite illustration stock family representative representational social media footage
    cctv satellite security surveillance bodycam dashcam drone camera ugc foto fotos private
    privat privado pessoal personal arrangement public domain reprodução reproducción
    d’illustration d'illustration d’écran d'écran symbolbild symbolfoto archivbild archivfoto
    """.split()
)

# Of these, what tells that there is a photo even when nobody is named.
TELLING: Final = frozenset(
    """
    file supplied submitted handout courtesy provided contributed screengrab screenshot grab
    cedida cedido sourced domain footage social cctv bodycam dashcam surveillance
    reprodução reproducción divulgação
    """.split()
)

PARTICLES: Final = frozenset(
    """
    de da del della delle di do dos das du des la le les los las van von der den ter ten zu zum zur
    vom dei degli dal dalla lo bin bint binti ibn al el abu ben ould arap ole wa na y e i af av t
    of the for and und et & in
    """.split()
)
"""Small words inside names."""

JOINING: Final = frozenset("of the for and & in".split())
"""Small words that the names of outlets have and those of persons have not."""

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

# Short words of running text; what else is short and without a capital may belong to a name.
SHORT_WORDS: Final = frozenset(
    """
    at on off out up down over near into onto upon amid past or nor so yet than then only just most
    less very once ever even new old his her its our your my as be am did do does done came went saw
    left took made said say says sit sits run runs won win lost get gets put puts look rest vs v all
    any both each few same such own one two man men cat dog sun sky sea
    en con por sur aux par sul nel per mit bei vor nach auf im am um ein an aus ist est es son una
    un une op met om bij aan te med ved på til och em no ao com dans sous chez près über
    """.split()
)


BEFORE_PLACE: Final = frozenset(
    "of in at near from to on off outside around across over along im am bei nach auf vor en à"
    " dans sur à au".split()
)
"""Words behind which a name is a place's."""

NOT_BEFORE_CREDIT: Final = frozenset("by with for from told and via of in at to".split())
"""Words behind which a name goes on with the sentence."""


def _by_form(names: tuple[str, ...]) -> dict[str, str]:
    return {name.casefold(): name for name in names}


_WRITTEN: Final = frozenset((*WIRES, *LIBRARIES, *AMBIGUOUS, *BODIES))
_KNOWN: Final = _by_form(WIRES) | _by_form(LIBRARIES) | _by_form(AMBIGUOUS) | _by_form(BODIES)
_WIRE_FORMS: Final = frozenset(map(str.casefold, WIRES))
_LIBRARY_FORMS: Final = frozenset(map(str.casefold, LIBRARIES))
_BODY_FORMS: Final = frozenset(map(str.casefold, BODIES))
_PLATFORM_FORMS: Final = frozenset(map(str.casefold, PLATFORMS))
_FEWEST_LETTERS_IN_MIXED_CASE: Final = 4

LAST_WORDS: Final = TELLING | {
    *(form.split()[-1] for form in (*_KNOWN, *ROLES)),
    *("photo", "pic", "foto"),
}
"""Words that can end a credit without a bracket, case folded."""


def known_agency(name: str) -> str:
    """Give an agency's usual spelling, or nothing for a name that is not known as one's.

    Short initials count only in capitals: "PA" is an agency, "pa" and "Pa" are not.
    """
    usual = _KNOWN.get(name.casefold(), "")
    if not usual and "-" in name and all(part in _KNOWN for part in name.casefold().split("-")):
        return name
    if not usual or name in _WRITTEN:
        return usual
    if usual.isupper() and not name.isupper() and len(usual) < _FEWEST_LETTERS_IN_MIXED_CASE:
        return ""
    return "" if name.islower() else usual


def is_wire(name: str) -> bool:
    """Tell whether a name is a news agency's, or that of two: EPA-Yonhap."""
    forms = {name.casefold(), *name.casefold().split("-")}
    return bool(known_agency(name)) and not _WIRE_FORMS.isdisjoint(forms)


def is_library(name: str) -> bool:
    """Tell whether only photos are signed with this name."""
    return bool(known_agency(name)) and name.casefold() in _LIBRARY_FORMS


def is_body(name: str) -> bool:
    """Tell whether a name is that of a body which passes pictures on among other things."""
    return bool(known_agency(name)) and name.casefold() in _BODY_FORMS


def is_platform(name: str) -> bool:
    """Tell whether a name is that of a place where people post pictures."""
    return name.casefold() in _PLATFORM_FORMS and name[:1].isupper()
