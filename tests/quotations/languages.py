"""Words of each language that deny, count, or do neither.

Words that mean something harmless elsewhere in their own language are left out. What may be put
into brackets harmlessly includes words that deny or count in a neighbour's language, or that have
such a word inside.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

MOST_WORDS: Final = 20
"""No list below is longer."""


@dataclass(frozen=True, slots=True)
class Language:
    """Words to put into quotations, and words whose loss turns a statement round."""

    denying: tuple[str, ...]
    """Words that turn the statement they are put into."""
    turning: str
    """A pattern of the words that deny in the articles."""
    forbidden: tuple[str, ...]
    """Negations that must not stand in a bracket."""
    counting: tuple[str, ...]
    """Numbers that must not stand in a bracket."""
    harmless: tuple[str, ...]
    """What a curator may well put into a bracket."""


def _language(denying: str, turning: str, forbidden: str, counting: str, harmless: str) -> Language:
    return Language(
        tuple(denying.split("|")),
        turning,
        tuple(forbidden.split("|")),
        tuple(counting.split("|")),
        tuple(harmless.split("|")),
    )


LANGUAGES: Final[Mapping[str, Language]] = {
    "en": _language(
        "not|never|hardly",
        r"not|never|no|\w+n['’]t|cannot",
        "not|never|did not|cannot|nobody|without|isn’t|won't|neither|none of it|no longer|nor",
        "two|seven|forty|a dozen|at least 40|12|1.5|half|three hundred|two-thirds|twenty-one"
        "|some thousands|£3m",
        "of the town|the mayor|our|she said|that is|as the notes show|later that day|its owner"
        "|in May|note|weighty|the knotted|someone|the weight of it|a tenant|often|money",
    ),
    "de": _language(
        "nicht|nie|niemals",
        r"nicht|nie|kein(?:e[mnrs]?)?",
        "nicht|nie|kein|keine|ohne|niemand|nichts|keineswegs|noch nicht|niemals|nirgends",
        "zwei|sieben|dreißig|vierzig|12|hundert|3,5|zwölf|einundzwanzig|mehrere Tausend",
        "der Stadt|wie er sagte|im Mai|ihre|am Abend|die Behörde|unsere|damals|sein Vater",
    ),
    "es": _language(
        "no|nunca|jamás",
        "no|nunca|jamás",
        "no|nunca|jamás|nadie|ninguna|sin|tampoco|ni siquiera|todavía no|nada",
        "dos|tres|siete|treinta|cuarenta|12|cien|doce|quinientos",
        "del valle|el alcalde|como dijo|en mayo|nuestra|más tarde|su madre|el ministro",
    ),
    "fr": _language(
        "pas|jamais|ne",
        "pas|jamais|ne",
        "ne|pas|jamais|n’a pas|aucun|sans|rien|ne sera jamais|non|aucune",
        "deux|sept|trente|quarante|soixante|12|cent|une douzaine|deux cents",
        "de la ville|le maire|en mai|dit-elle|notre|son père|le lendemain|les pêcheurs",
    ),
    "pl": _language(
        "nie|nigdy",
        "nie|nigdy",
        "nie|nigdy|nikt|bez|żadnej|żaden|nic|ani razu|jeszcze nie",
        "dwa|trzy|siedem|trzydzieści|dwanaście|12|dwieście",
        "w mieście|burmistrz|nasz|jak powiedziała|w maju|jej ojciec|wtedy|kolej",
    ),
    "tr": _language(
        "değil|asla",
        "değil(?:iz)?",
        "değil|asla|hiç|yok|hiçbir|kimse değil|hiçbir zaman",
        "iki|üç|otuz|kırk|12|yirmi|iki yüz|on iki",
        "şehrin|müdür|bizim|dedi|mayısta|babası|o gün|liman",
    ),
    "vi": _language(
        "không|chưa|chẳng",
        "không|chưa|chẳng",
        "không|chưa|chẳng|không bao giờ|không ai|chưa từng|đừng|chẳng hề|không có",
        "bảy|mười|một trăm|mười hai|12|hai mươi|ba nghìn",
        "của làng|ông trưởng thôn|chúng tôi|bà nói|ngày mai|con trai bà|hôm đó|nước biển",
    ),
    "el": _language(
        "δεν|ποτέ|μην",
        "δεν",
        "δεν|ποτέ|μην|κανείς|χωρίς|καμία|τίποτα|όχι|ούτε|κανένας",
        "δύο|τρεις|επτά|τριάντα|εκατό|δώδεκα|12|διακόσια",
        "του νησιού|ο δήμαρχος|μας|είπε|τον Μάιο|ο πατέρας της|τότε|η θάλασσα",
    ),
    "uk": _language(
        "не|ніколи",
        "не",
        "не|ніколи|ніхто|без|жодна|жоден|немає|нічого|ані разу|ще не",
        "два|три|сім|тридцять|сто|дванадцять|12|двісті|п’ять",
        "у місті|міський голова|наш|сказала вона|у травні|її батько|тоді|річка",
    ),
    "ru": _language(
        "не|никогда",
        "не",
        "не|никогда|никто|без|нет|нельзя|ничего|ни разу|никакой|ещё не",
        "два|три|семь|тридцать|сто|двенадцать|12|двести|пятьдесят",
        "в посёлке|хозяин|наш|сказала она|в мае|её отец|тогда|хлеб",
    ),
    "he": _language(
        "לא|אינו",
        "לא|אין|אינו",
        "לא|אינו|אין|בלי|ללא|אף אחד לא|מעולם לא|איש לא|איננה",
        "שני|שלושה|שלושים|מאה|עשר|12|מאתיים",
        "של העיר|ראש העיר|שלנו|אמרה|במאי|אביה|אז|הים",
    ),
    "ar": _language(
        "لم|لن|ليس",
        "لم|لن|ليس|لا",
        "لم|لن|ليس|لا|غير|بدون|دون|بلا|لا أحد",
        "ثلاثة|سبعة|ثلاثون|مئة|عشرة|12|١٢|مئتان|اثنان",
        "في المدينة|رئيس البلدية|قالت|في أيار|والدها|يومها|النهر|المهندس",
    ),
    "hi": _language(
        "नहीं|न",
        "नहीं",
        "नहीं|न|कभी नहीं|बिना|कोई नहीं|कुछ नहीं",
        "तीन|सात|तीस|बारह|12|१२|दो सौ|पाँच",
        "नगर के|अध्यक्ष|हमारे|उसने कहा|मई में|उसके पिता|तब|नदी",
    ),
    "ko": _language(
        "안|못",
        r"않\w*|못\w*",
        "않은|않았다|없는|아닌|없이|하지 않고|못한다",
        "셋|일곱|서른|백 명|열두|12|이백|수천",
        "마을의|읍장|우리의|그가 말했다|오월에|아버지|그날|바다",
    ),
    "ja": _language(
        "ない|決して",
        "",
        "ない|しない|ません|なかった|せず|無し|いない",
        "三|七|十二|12|百|二百|数千",
        "町の|町長|私たちの|その春の|父親|その日|海|来月",
    ),
    "zh": _language(
        "不|没有|未",
        "不会|没有|从未|不|从来没有",
        "不|没有|未|从不|从未|没|无|并非|不曾|绝不",
        "三|七|十二|12|百|二百|数千|两",
        "镇上的|镇长|我们的|她说|父亲|那天|大海|来年",
    ),
    "th": _language(
        "ไม่|มิ",
        "ไม่",
        "ไม่|ไม่ได้|ไม่เคย|ไม่มีใคร|ปราศจาก|มิได้",
        "สอง|สาม|เจ็ด|สิบสอง|12|สองร้อย|๑๒",
        "ของเมือง|นายกเทศมนตรี|ของเรา|เธอพูด|พ่อ|วันนั้น|ทะเล|ปลา",
    ),
}
