"""Dates in other languages: what the CLDR gives, our own words, and the signs for the rest."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import timeit
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from conftest import TINY, planned, write_tree
from hypothesis import given
from hypothesis import strategies as st
from sites import ROOT, built, files_of, pages_of
from test_dates import found_dates

from builder.dates import (
    EventDate,
    Interpretation,
    Vocabulary,
    clock_words,
    decade_label,
    interpret,
    month_label,
    month_name,
    month_words,
    parse,
    pieces,
    with_time,
    words,
    year_without_month_words,
    year_words,
    years_label,
    years_words,
)
from builder.dates.vocabulary import AMERICAN, BRITISH
from builder.languages import runs_right_to_left, vocabulary_of
from builder.languages.neutral import NEUTRAL
from builder.languages.skeletons import read_pattern, shared, with_era, without_dash
from builder.languages.tables import PHRASES
from builder.model.lists import PeriodPage

OWN: Final = ("de", "fr", "es", "ko", "ar")
"""The languages whose phrases are written out, in the order of the table's columns."""

table_of = cache(vocabulary_of)


def dated_as(text: str) -> EventDate:
    """The date of a text that must be one."""
    found = parse(text)
    assert isinstance(found, EventDate), found
    return found


def shown(text: str, language: str, *, weekday: bool = False) -> str:
    """The words of a text, with ordinary blanks."""
    return plain(words(dated_as(text), language=table_of(language), weekday=weekday))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


# ------------------------------------------------------------------- languages with a table

WORDS: Final[tuple[tuple[str, str, str, str, str, str], ...]] = (
    (
        "2025-04-16",
        *("16. April 2025", "16 avril 2025", "16 de abril de 2025"),
        *("2025년 4월 16일", "16 أبريل 2025"),
    ),
    (
        "2025-03-01",
        *("1. März 2025", "1er mars 2025", "1 de marzo de 2025"),
        *("2025년 3월 1일", "1 مارس 2025"),
    ),
    ("2025-04", "April 2025", "avril 2025", "abril de 2025", "2025년 4월", "أبريل 2025"),
    ("2025", "2025", "2025", "2025", "2025년", "2025"),
    (
        "2025-04-16T06:05+09:00",
        *("16. April 2025, 06:05 (UTC+9)", "16 avril 2025, 06:05 (UTC+9)"),
        *("16 de abril de 2025, 6:05 (UTC+9)", "2025년 4월 16일 오전 6:05 (UTC+9)"),
        "16 أبريل 2025، 6:05 ص (UTC+9)",
    ),
    (
        "2025-04-16T18:05:07",
        *("16. April 2025, 18:05:07", "16 avril 2025, 18:05:07"),
        *("16 de abril de 2025, 18:05:07", "2025년 4월 16일 오후 6:05:07"),
        "16 أبريل 2025، 6:05:07 م",
    ),
    (
        "2025-04-16T24:00",
        *("16. April 2025, 24:00", "16 avril 2025, 24:00", "16 de abril de 2025, 24:00"),
        *("2025년 4월 16일 24:00", "16 أبريل 2025، 24:00"),
    ),
    (
        "2025-04-16/2025-04-29",
        *("16.–29. April 2025", "16–29 avril 2025", "16–29 de abril de 2025"),
        *("2025년 4월 16일~29일", "16–29 أبريل 2025"),
    ),
    (
        "2025-04-28/2025-05-03",
        *("28. April – 3. Mai 2025", "28 avril – 3 mai 2025"),
        *("28 de abril – 3 de mayo de 2025", "2025년 4월 28일 ~ 5월 3일"),
        "28 أبريل – 3 مايو 2025",
    ),
    (
        "2024-12-30/2025-01-01",
        *("30. Dezember 2024 – 1. Januar 2025", "30 décembre 2024 – 1er janvier 2025"),
        *("30 de diciembre de 2024 – 1 de enero de 2025", "2024년 12월 30일 ~ 2025년 1월 1일"),
        "30 ديسمبر 2024 – 1 يناير 2025",
    ),
    (
        "2025-04/2025-06",
        *("April–Juni 2025", "avril – juin 2025", "abril–junio de 2025"),
        *("2025년 4월 ~ 6월", "أبريل – يونيو 2025"),
    ),
    ("1964/2008", "1964–2008", "1964–2008", "1964–2008", "1964년 ~ 2008년", "1964–2008"),
    (
        "2025-04-16/..",
        *("seit dem 16. April 2025", "depuis le 16 avril 2025", "desde el 16 de abril de 2025"),
        *("2025년 4월 16일부터", "منذ 16 أبريل 2025"),
    ),
    (
        "2025-04/..",
        *("seit April 2025", "depuis avril 2025", "desde abril de 2025"),
        *("2025년 4월부터", "منذ أبريل 2025"),
    ),
    ("2025/..", "seit 2025", "depuis 2025", "desde 2025", "2025년부터", "منذ عام 2025"),
    (
        "2025-22/..",
        *("seit dem Sommer 2025", "depuis l’été 2025", "desde el verano de 2025"),
        *("2025년 여름부터", "منذ صيف 2025"),
    ),
    (
        "202X/..",
        *("seit den 2020er Jahren", "depuis les années 2020", "desde los años 2020"),
        *("2020년대부터", "منذ عقد 2020"),
    ),
    (
        "../2025-04-16",
        *("bis zum 16. April 2025", "jusqu’au 16 avril 2025", "hasta el 16 de abril de 2025"),
        *("2025년 4월 16일까지", "حتى 16 أبريل 2025"),
    ),
    (
        "../2025-04",
        *("bis April 2025", "jusqu’en avril 2025", "hasta abril de 2025"),
        *("2025년 4월까지", "حتى أبريل 2025"),
    ),
    (
        "../2025-23",
        *("bis zum Herbst 2025", "jusqu’à l’automne 2025", "hasta el otoño de 2025"),
        *("2025년 가을까지", "حتى خريف 2025"),
    ),
    (
        "2025-04-16/",
        *("ab dem 16. April 2025, Ende unbekannt", "16 avril 2025 – fin inconnue"),
        "desde el 16 de abril de 2025, final desconocido",
        *("2025년 4월 16일부터, 종료 시점 미상", "من 16 أبريل 2025، النهاية غير معروفة"),
    ),
    (
        "/2025-04-16",
        *("bis zum 16. April 2025, Beginn unbekannt", "début inconnu – 16 avril 2025"),
        "hasta el 16 de abril de 2025, comienzo desconocido",
        *("2025년 4월 16일까지, 시작 시점 미상", "حتى 16 أبريل 2025، البداية غير معروفة"),
    ),
    (
        "[..2025-04-16]",
        *("am 16. April 2025 oder früher", "le 16 avril 2025 ou avant"),
        *("el 16 de abril de 2025 o antes", "2025년 4월 16일 또는 그 이전"),
        "في 16 أبريل 2025 أو قبل ذلك",
    ),
    (
        "[..1949]",
        *("im Jahr 1949 oder früher", "en 1949 ou avant", "en 1949 o antes"),
        *("1949년 또는 그 이전", "في عام 1949 أو قبل ذلك"),
    ),
    (
        "[2025-36..]",
        *("im 4. Quartal 2025 oder später", "au 4e trimestre 2025 ou après"),
        *("en el 4.º trimestre de 2025 o después", "2025년 제 4/4분기 또는 그 이후"),
        "في الربع الرابع 2025 أو بعد ذلك",
    ),
    (
        "[2025-04-15,2025-04-16]",
        *("15. oder 16. April 2025", "15 ou 16 avril 2025", "15 o 16 de abril de 2025"),
        *("2025년 4월 15일 또는 16일", "15 أو 16 أبريل 2025"),
    ),
    (
        "{2025-04-15,2025-04-16,2025-04-18}",
        *("15., 16. und 18. April 2025", "15, 16 et 18 avril 2025"),
        *("15, 16 y 18 de abril de 2025", "2025년 4월 15일, 16일 및 18일"),
        "15 و16 و18 أبريل 2025",
    ),
    (
        "[2025-04-30,2025-05-02]",
        *("30. April oder 2. Mai 2025", "30 avril ou 2 mai 2025"),
        *("30 de abril o 2 de mayo de 2025", "2025년 4월 30일 또는 5월 2일"),
        "30 أبريل أو 2 مايو 2025",
    ),
    (
        "[2025-04-15..2025-04-20]",
        *("ein Tag vom 15. bis 20. April 2025", "un jour du 15 au 20 avril 2025"),
        *("un día del 15 al 20 de abril de 2025", "2025년 4월 15일~20일 중 하루"),
        "يوم ما بين 15 و20 أبريل 2025",
    ),
    (
        "2025-04~",
        *("ca. April 2025", "vers avril 2025", "hacia abril de 2025"),
        *("2025년 4월경", "حوالي أبريل 2025"),
    ),
    (
        "2025-04-16~",
        *("ca. 16. April 2025", "vers le 16 avril 2025", "hacia el 16 de abril de 2025"),
        *("2025년 4월 16일경", "حوالي 16 أبريل 2025"),
    ),
    (
        "2025-04-16?",
        *("16. April 2025 (unsicher)", "16 avril 2025 (date incertaine)"),
        *("16 de abril de 2025 (fecha incierta)", "2025년 4월 16일(불확실)"),
        "16 أبريل 2025 (غير مؤكد)",
    ),
    (
        "2004-06~-11",
        "ca. 11. Juni 2004 (Monat und Jahr ungefähr)",
        "vers le 11 juin 2004 (approximatif : mois et année)",
        "hacia el 11 de junio de 2004 (aproximado: mes y año)",
        "2004년 6월 11일경(월 및 연도 추정)",
        "حوالي 11 يونيو 2004 (تقريبي: الشهر والسنة)",
    ),
    (
        "1950-04-16~/..",
        *("seit etwa dem 16. April 1950", "depuis le 16 avril 1950 environ"),
        *("desde el 16 de abril de 1950 aproximadamente", "1950년 4월 16일경부터"),
        "منذ 16 أبريل 1950 تقريبًا",
    ),
    (
        "2025-04-XX",
        *("ein Tag im April 2025", "un jour en avril 2025", "un día de abril de 2025"),
        *("2025년 4월 중 하루", "يوم ما في أبريل 2025"),
    ),
    (
        "2025-XX",
        *("ein Monat im Jahr 2025", "un mois de 2025", "un mes de 2025"),
        *("2025년 중 한 달", "شهر ما في عام 2025"),
    ),
    (
        "../2025-04-XX",
        *("bis April 2025 (Tag unbekannt)", "jusqu’en avril 2025 (jour inconnu)"),
        *("hasta abril de 2025 (día desconocido)", "2025년 4월 중 하루까지"),
        "حتى أبريل 2025 (اليوم غير معروف)",
    ),
    ("202X", "2020er Jahre", "années 2020", "años 2020", "2020년대", "عقد 2020"),
    ("190X", "1900–1909", "1900–1909", "1900–1909", "1900년 ~ 1909년", "1900–1909"),
    ("19XX", "1900–1999", "1900–1999", "1900–1999", "1900년 ~ 1999년", "1900–1999"),
    (
        "175X-11-05",
        *("5. November in den 1750er Jahren", "5 novembre dans les années 1750"),
        *("5 de noviembre en los años 1750", "1750년대 중 어느 해의 11월 5일"),
        "5 نوفمبر في عقد 1750",
    ),
    (
        "XXXX-12-25",
        *("25. Dezember, Jahr unbekannt", "25 décembre, année inconnue"),
        *("25 de diciembre, año desconocido", "12월 25일, 연도 미상"),
        "25 ديسمبر، السنة غير معروفة",
    ),
    (
        "2025-21",
        *("Frühling 2025", "printemps 2025", "primavera de 2025", "2025년 봄", "ربيع 2025"),
    ),
    (
        "2025-30",
        *("Sommer 2025 (Südhalbkugel)", "été 2025 (hémisphère Sud)"),
        *("verano de 2025 (hemisferio sur)", "2025년 여름(남반구)"),
        "صيف 2025 (نصف الكرة الجنوبي)",
    ),
    (
        "2025-34",
        *("2. Quartal 2025", "2e trimestre 2025", "2.º trimestre de 2025"),
        *("2025년 제 2/4분기", "الربع الثاني 2025"),
    ),
    (
        "2025-40",
        *("1. Halbjahr 2025", "1er semestre 2025", "1.er semestre de 2025"),
        *("2025년 상반기", "النصف الأول من عام 2025"),
    ),
    ("0079", "79 n. Chr.", "79 ap. J.-C.", "79 d. C.", "서기 79년", "79 م"),
    (
        "-0043-03-15",
        *("15. März 44 v. Chr.", "15 mars 44 av. J.-C.", "15 de marzo de 44 a. C."),
        *("기원전 44년 3월 15일", "15 مارس 44 ق.م"),
    ),
    (
        "-0043-03-15/-0043-03-17",
        *("15.–17. März 44 v. Chr.", "15–17 mars 44 av. J.-C.", "15–17 de marzo de 44 a. C."),
        *("기원전 44년 3월 15일~17일", "15–17 مارس 44 ق.م"),
    ),
    (
        "-004X",
        *("50–41 v. Chr.", "50–41 av. J.-C.", "50–41 a. C.", "기원전 50년 ~ 41년", "50–41 ق.م"),
    ),
    (
        "-0043/0014",
        *("44 v. Chr. – 14 n. Chr.", "44 av. J.-C. – 14 ap. J.-C.", "44 a. C. – 14 d. C."),
        *("기원전 44년 ~ 서기 14년", "44 ق.م – 14 م"),
    ),
    ("Y12000", "12000", "12000", "12000", "12000년", "12000"),
    ("", "undatiert", "sans date", "sin fecha", "날짜 미상", "بدون تاريخ"),
)


@pytest.mark.parametrize("language", OWN)
def test_words_in_languages_with_a_table_of_their_own(language: str) -> None:
    column = 1 + OWN.index(language)
    assert len(WORDS) > 50
    for row in WORDS:
        assert (row[0], shown(row[0], language)) == (row[0], row[column])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Mittwoch, 16. April 2025"),
        ("fr", "mercredi 16 avril 2025"),
        ("es", "miércoles, 16 de abril de 2025"),
        ("ko", "2025년 4월 16일 수요일"),
        ("ar", "الأربعاء، 16 أبريل 2025"),
        ("uk", "середа, 16 квітня 2025 р."),
        ("ja", "2025年4月16日水曜日"),
        ("tr", "16 Nisan 2025 Çarşamba"),
        ("th", "วันพุธที่ 16 เมษายน ค.ศ. 2025"),
        ("ka", "ოთხშაბათი, 16 აპრილი, 2025"),
    ],
)
def test_the_weekday_stands_where_the_language_has_it(language: str, said: str) -> None:
    assert shown("2025-04-16", language, weekday=True) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[2025-04-07,2025-04-08]", "7 u 8 de abril de 2025"),
        ("[2025-04-10,2025-04-11]", "10 u 11 de abril de 2025"),
        ("[2025-04-10,2025-04-12]", "10 o 12 de abril de 2025"),
        ("[2025-09,2025-10]", "septiembre u octubre de 2025"),
        ("[1799,1800]", "1799 o 1800"),
        ("[0799,0800]", "799 u 800"),
        ("[2025-22,2025-23]", "verano de 2025 u otoño de 2025"),
        ("{2025-23,2025-24}", "otoño de 2025 e invierno de 2025"),
    ],
)
def test_spanish_changes_its_shortest_words_before_their_own_sound(text: str, said: str) -> None:
    assert shown(text, "es") == said


def test_regions_have_their_own_words() -> None:
    assert shown("2025-01-16", "de-AT") == "16. Jänner 2025"
    assert month_name(4, vocabulary_of("ar-IQ")) == "نيسان"
    assert shown("2025-04-16/..", "fr-CA") == "depuis le 16 avril 2025"


# ----------------------------------------------------------------- what the CLDR has for all


@pytest.mark.parametrize(
    ("language", "day", "month", "days", "year"),
    [
        ("uk", "16 квітня 2025 р.", "квітень 2025 р.", "16–29 квітня 2025 р.", "2025"),
        ("ru", "16 апреля 2025 г.", "апрель 2025 г.", "16–29 апреля 2025 г.", "2025"),
        ("pl", "16 kwietnia 2025", "kwiecień 2025", "16–29 kwietnia 2025", "2025"),
        ("cs", "16. dubna 2025", "duben 2025", "16.–29. dubna 2025", "2025"),
        ("hr", "16. travnja 2025.", "travanj 2025.", "16. – 29. travnja 2025.", "2025."),
        ("el", "16 Απριλίου 2025", "Απρίλιος 2025", "16–29 Απριλίου 2025", "2025"),
        ("fi", "16. huhtikuuta 2025", "huhtikuu 2025", "16.–29. huhtikuuta 2025", "2025"),
        ("hu", "2025. április 16.", "2025. április", "2025. április 16–29.", "2025."),
        (
            *("lt", "2025 m. balandžio 16 d.", "2025 m. balandis"),
            *("2025 m. balandžio 16–29 d.", "2025"),
        ),
        (
            *("lv", "2025. gada 16. aprīlis", "2025. g. aprīlis"),
            *("2025. gada 16.–29. aprīlis", "2025. g."),
        ),
        (
            *("pt-BR", "16 de abril de 2025", "abril de 2025"),
            *("16 – 29 de abril de 2025", "2025"),
        ),
        ("ja", "2025年4月16日", "2025年4月", "2025年4月16日～29日", "2025年"),
        ("zh", "2025年4月16日", "2025年4月", "2025年4月16日至29日", "2025年"),
        ("he", "16 באפריל 2025", "אפריל 2025", "16–29 באפריל 2025", "2025"),
        ("fa", "۱۶ آوریل ۲۰۲۵", "آوریل ۲۰۲۵", "۱۶ تا ۲۹ آوریل ۲۰۲۵", "۲۰۲۵"),
        ("ar-EG", "١٦ أبريل ٢٠٢٥", "أبريل ٢٠٢٥", "١٦–٢٩ أبريل ٢٠٢٥", "٢٠٢٥"),
        ("fil", "Abril 16, 2025", "Abril 2025", "Abril 16–29, 2025", "2025"),
        ("vi", "16 tháng 4, 2025", "tháng 4 năm 2025", "16 – 29 tháng 4, 2025", "2025"),
        ("th", "16 เมษายน ค.ศ. 2025", "เมษายน 2025", "16–29 เมษายน ค.ศ. 2025", "2025"),
    ],
)
def test_days_months_and_ranges_of_languages_without_a_table(
    language: str, day: str, month: str, days: str, year: str
) -> None:
    assert shown("2025-04-16", language) == day
    assert shown("2025-04", language) == month
    assert shown("2025-04-16/2025-04-29", language) == days
    assert shown("2025", language) == year


@pytest.mark.parametrize(
    ("language", "day", "span", "years"),
    [
        ("uk", "15 березня 44 р. до н. е.", "15–17 березня 44 р. до н. е.", "50–41 до н. е."),
        ("tr", "15 Mart MÖ 44", "15–17 Mart MÖ 44", "MÖ 50–41"),
        ("ja", "紀元前44年3月15日", "紀元前44年3月15日～17日", "紀元前50年～41年"),
        ("hu", "i. e. 44. március 15.", "i. e. 44. március 15–17.", "i. e. 50–41."),
        ("lt", "44 m. pr. Kr. kovo 15 d.", "44 m. pr. Kr. kovo 15–17 d.", "50–41 pr. Kr."),
        ("pl", "15 marca 44 p.n.e.", "15–17 marca 44 p.n.e.", "50–41 p.n.e."),
        ("th", "15 มีนาคม ก่อน ค.ศ. 44", "15–17 มีนาคม ก่อน ค.ศ. 44", "ก่อน ค.ศ. 50–41"),
    ],
)
def test_years_before_christ_say_their_era_once(
    language: str, day: str, span: str, years: str
) -> None:
    assert shown("-0043-03-15", language) == day
    assert shown("-0043-03-15/-0043-03-17", language) == span
    assert shown("-004X", language) == years


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2025-04-16~", "≈ 16 квітня 2025 р."),
        ("2025-04-16?", "16 квітня 2025 р. (?)"),
        ("2025-04-~16", "≈ 16 квітня 2025 р. (≈)"),
        ("2025-04-16/..", "16 квітня 2025 р. – …"),
        ("2025-04-16/", "16 квітня 2025 р. – ?"),
        ("../2025-04-16", "… – 16 квітня 2025 р."),
        ("/2025-04-16", "? – 16 квітня 2025 р."),
        ("[..2025-04]", "≤ квітень 2025 р."),
        ("[2025-04..]", "≥ квітень 2025 р."),
        ("[2025-04-15,2025-04-16]", "15 або 16 квітня 2025 р."),
        ("2025-04-XX", "квітень 2025 р. […]"),
        ("2023-02-2X", "20–28 лютого 2023 р. […]"),
        ("2025-21", "2025 […]"),
        ("2025-34", "2-й квартал 2025 р."),
        ("2025-41", "липень – грудень 2025 р."),
        ("202X", "2020–2029"),
        ("175X-11-05", "5 листопада (1750–1759)"),
        ("", "—"),
    ],
)
def test_signs_for_what_a_language_has_no_words_for(text: str, said: str) -> None:
    assert shown(text, "uk") == said


CHECKED: Final = (
    *("ar", "be", "bg", "bn", "ca", "cs", "da", "de", "el", "es", "et", "fa", "fi", "gl", "he"),
    *("hi", "hr", "hu", "id", "is", "it", "ja", "ko", "lt", "lv", "mk", "nb", "nl", "pl", "pt"),
    *("ro", "ru", "sk", "sl", "sr", "sv", "sw", "th", "tr", "uk", "ur", "vi", "zh", "zh_Hant"),
)


def test_days_are_those_of_the_library_itself() -> None:
    """Babel fills in the same patterns by itself, in a process that has read nothing else."""
    code = (
        "import json, sys; from datetime import date; from babel.dates import format_date\n"
        "days = [date(2025, month, 16) for month in range(1, 13)]\n"
        "of = lambda tag: [format_date(day, 'long', locale=tag) for day in days]\n"
        "json.dump({tag: of(tag) for tag in sys.argv[1:]}, sys.stdout)"
    )
    ran = subprocess.run([sys.executable, "-c", code, *CHECKED], capture_output=True, check=True)
    expected: dict[str, list[str]] = json.loads(ran.stdout)
    for tag in CHECKED:
        table = vocabulary_of(tag)
        own = [dated_as(f"2025-{month:02}-16") for month in range(1, 13)]
        digits = str.maketrans("0123456789", table.calendar.digits or "0123456789")
        assert [plain(words(day, language=table)) for day in own] == [
            plain(text).translate(digits) for text in expected[tag]
        ]


def test_what_was_read_for_one_language_is_not_found_in_the_next() -> None:
    for other in ("zh-TW", "ko", "ja"):
        vocabulary_of(other)
    assert month_name(1, vocabulary_of("hi")) == "जनवरी"
    assert month_label(1, vocabulary_of("hi")) == "जन॰"
    assert vocabulary_of("de") == table_of("de")


# -------------------------------------------------------------------------- laws, and smoke

LANGUAGES: Final = (
    *("af", "am", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "el", "et", "eu", "fa"),
    *("fi", "ga", "gl", "gu", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk"),
    *("km", "lo", "lt", "lv", "mk", "mn", "ms", "my", "nb", "ne", "nl", "pl", "pt-BR", "pt-PT"),
    *("ro", "ru", "si", "sk", "sl", "sq", "sr", "sv", "sw", "ta", "te", "th", "tr", "uk", "ur"),
    *("uz", "vi", "zh", "zh-Hant", "zu", "ar-EG", "ckb", "de-CH", "es-MX", "fr-CA", *OWN),
)
ENGLISH: Final = re.compile(
    r"\b(?:since|until|about|around|unknown|uncertain|undated|before|after|earlier|later|spring|"
    r"summer|autumn|fall|winter|quarter|half|third|decade|century|from|approximate|or|and|the|"
    r"a day|a month|year|January|February|March|June|July|October|December)\b"
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shape_has_words_that_are_no_english(language: str) -> None:
    table = vocabulary_of(language)
    assert table is not BRITISH
    for text in (row[0] for row in WORDS):
        found = pieces(dated_as(text), language=table, weekday=True)
        said = "".join(piece.text for piece in found)
        assert said == words(dated_as(text), language=table, weekday=True)
        assert said
        assert said == said.strip()
        assert not re.search(r"[{}]|None|  ", said), said
        assert not ENGLISH.search(said), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_size_has_words_in_headings_and_charts(language: str) -> None:
    table = vocabulary_of(language)
    said = [
        *(month_name(month, table) for month in range(1, 13)),
        *(month_label(month, table) for month in range(1, 13)),
        *(month_words(year, 4, table) for year in (2025, 79, -43)),
        *(year_words(year, table) for year in (2025, 79, -43, 12000)),
        *(years_words(first, last, table) for first, last in ((2024, 2025), (-49, -40), (-1, 1))),
        *(years_label(1940, 1959, table), decade_label(2020, table)),
        year_without_month_words(2025, table),
        clock_words(dated_as("2025-04-16T06:05Z"), language=table),
    ]
    assert len(set(said[:12])) == 12
    assert all(text.strip() == text != "" and not re.search("[{}]", text) for text in said)
    assert not any(ENGLISH.search(text) for text in said)


@given(found_dates(), st.sampled_from([*OWN, "uk", "ja", "hu", "lt", "th", "fa", "he", "zh", "eu"]))
def test_law_pieces_make_the_words_in_every_language(date: EventDate, language: str) -> None:
    table = table_of(language)
    found = pieces(date, language=table, weekday=True)
    said = words(date, language=table, weekday=True)
    assert "".join(piece.text for piece in found) == said
    assert all(piece.text for piece in found)
    assert said == said.strip()
    assert not re.search(r"[{}X]|None", said)
    # What a machine reads is the same in every language.
    assert [each.datetime for each in found if each.datetime] == [
        each.datetime for each in pieces(date) if each.datetime
    ]


# ----------------------------------------------------------------------------- time elements


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        (
            *("2025-04-16/2025-04-29", "de"),
            [("16.", "2025-04-16"), ("–", ""), ("29. April 2025", "2025-04-29")],
        ),
        (
            *("2025-04-16/2025-04-29", "ko"),
            [("2025년 4월 16일", "2025-04-16"), ("~", ""), ("29일", "2025-04-29")],
        ),
        (
            *("2025-04-28/2025-05-03", "ja"),
            [("2025年4月28日", "2025-04-28"), ("～", ""), ("5月3日", "2025-05-03")],
        ),
        (
            *("2025-04-28/2025-05-03", "hu"),
            [
                ("2025. április 28.", "2025-04-28"),
                *((" – ", ""), ("május 3.", "2025-05-03")),
            ],
        ),
        (
            *("2024-12/2025-02", "zh"),
            [("2024年12月", "2024-12"), ("至", ""), ("2025年2月", "2025-02")],
        ),
        (
            *("2025-04-16/2025-04-29", "fil"),
            [("Abril 16", "2025-04-16"), ("–", ""), ("29, 2025", "2025-04-29")],
        ),
        ("2025-04-16/..", "de", [("seit dem ", ""), ("16. April 2025", "2025-04-16")]),
        ("2025-04-16/..", "ko", [("2025년 4월 16일", "2025-04-16"), ("부터", "")]),
        ("202X/..", "de", [("seit den 2020er Jahren", "")]),
        (
            *("/2025-04-16", "fr"),
            [("début inconnu – ", ""), ("16 avril 2025", "2025-04-16")],
        ),
        ("../2025-04-16", "uk", [("… – ", ""), ("16 квітня 2025 р.", "2025-04-16")]),
        (
            "2025-04-16T18:05+09:00",
            "ko",
            [("2025년 4월 16일 오후 6:05 (UTC+9)", "2025-04-16T18:05+09:00")],
        ),
        ("2025-04-16", "fa", [("۱۶ آوریل ۲۰۲۵", "2025-04-16")]),
        ("-0043-03-15", "ar", [("15 مارس 44 ق.م", "")]),
    ],
)
def test_time_elements_wherever_day_and_year_stand(
    text: str, language: str, values: list[tuple[str, str]]
) -> None:
    found = pieces(dated_as(text), language=vocabulary_of(language))
    assert [(plain(piece.text), piece.datetime) for piece in found] == values


@pytest.mark.parametrize(
    ("language", "period", "label", "decade"),
    [
        ("de", "2024–2025", "1940–59", "2020er"),
        ("fr", "2024–2025", "1940–59", "années 2020"),
        ("ko", "2024년 ~ 2025년", "1940년 ~ 1959년", "2020년대"),
        ("ja", "2024年～2025年", "1940年～1959年", "2020年～2029年"),
        ("uk", "2024–2025", "1940–59", "2020–29"),
        ("fa", "۲۰۲۴ تا ۲۰۲۵", "۱۹۴۰ تا ۵۹", "۲۰۲۰ تا ۲۹"),
    ],
)
def test_periods_in_headings_and_charts(
    language: str, period: str, label: str, decade: str
) -> None:
    table = table_of(language)
    assert plain(years_words(2024, 2025, table)) == period
    assert plain(years_label(1940, 1959, table)) == label
    assert plain(decade_label(2020, table)) == decade


def test_a_line_breaks_behind_the_dash_of_a_range_only() -> None:
    for language in ("de", "fr", "es", "ko", "ar", "uk", "hu", "pt-BR"):
        said = words(dated_as("2025-04-28/2025-05-03"), language=vocabulary_of(language))
        assert len(said.split(" ")) == 2, said


def test_clocks_of_twelve_hours_tell_noon_from_midnight() -> None:
    clocks = [
        plain(clock_words(dated_as(f"2025-04-16T{clock}"), language=table_of("ko")))
        for clock in ("00:30", "11:59", "12:00", "23:59", "24:00")
    ]
    assert clocks == ["오전 12:30", "오전 11:59", "오후 12:00", "오후 11:59", "24:00"]


def test_a_zone_on_a_day_of_summer_time() -> None:
    day = with_time(dated_as("2025-07-16"), "06:00", "Europe/Berlin")
    assert isinstance(day, EventDate)
    assert plain(words(day, language=table_of("de"))) == "16. Juli 2025, 06:00 (UTC+2)"
    assert pieces(day, language=table_of("de"))[0].datetime == "2025-07-16T06:00+02:00"


def test_a_text_is_interpreted_in_a_language() -> None:
    found = interpret("since 16 April 2025", language=table_of("de"))
    assert found == Interpretation(
        edtf="2025-04-16/..",
        words="seit dem 16.\u00a0April\u00a02025",
        earliest=(2025, 4, 16),
        latest=None,
        sort_key=(2025, 4, 16, 5, -1),
    )


# -------------------------------------------------------------------------------------- tags


@pytest.mark.parametrize(
    "tag",
    [
        *("en", "en-GB", "EN", "en-AU", "en-CA", "eng", "", "und", "zz", "xx-YY", "root", "jbo"),
        *("i-klingon", "x-private", "../de", "de.UTF-8", "de-", "\x00", "d" * 300, "art-lojban"),
    ],
)
def test_other_english_and_unknown_languages_are_british(tag: str) -> None:
    assert vocabulary_of(tag) is BRITISH


@pytest.mark.parametrize(
    ("tag", "april"),
    [
        *(("de", "April"), ("de-DE", "April"), ("de_CH", "April"), ("de-1996", "April")),
        *(("pt-BR", "abril"), ("PT-br", "abril"), ("uk", "квітень"), ("iw", "אפריל")),
        *(("no", "april"), ("nb-NO", "april"), ("sr-Latn", "april"), ("sr", "април")),
        *(("zh-TW", "4月"), ("ca-valencia", "abril"), ("ja-JP-u-ca-japanese", "4月")),
    ],
)
def test_a_tag_finds_its_language_by_as_much_of_it_as_is_known(tag: str, april: str) -> None:
    assert month_name(4, vocabulary_of(tag)) == april


def test_american_is_american() -> None:
    assert vocabulary_of("en-US") is AMERICAN
    assert vocabulary_of("en_us") is AMERICAN


def test_directions_are_those_of_the_cldr() -> None:
    wrong = [
        tag
        for tag in locale_identifiers()
        if (Locale.parse(tag).text_direction == "rtl") != runs_right_to_left(tag)
    ]
    assert wrong == []
    assert runs_right_to_left("AR")
    assert runs_right_to_left("dv-MV")
    assert not runs_right_to_left("es-AR")
    assert not runs_right_to_left("sd-Deva-IN")
    assert not runs_right_to_left("")


def test_only_languages_without_a_table_have_signs() -> None:
    assert set(PHRASES) == set(OWN)
    assert all(table_of(language).phrases is PHRASES[language] for language in OWN)
    assert vocabulary_of("uk").phrases is NEUTRAL


# ---------------------------------------------------------------------------------- patterns


def test_a_pattern_is_read_field_by_field() -> None:
    found = read_pattern("d 'de' MMMM 'o''clock' y")
    assert [(token.text, token.kind) for token in found] == [
        *(("d", "d"), (" de ", ""), ("MMMM", "M")),
        *((" o'clock ", ""), ("y", "y")),
    ]


@pytest.mark.parametrize(
    ("pattern", "differing", "start", "alone", "end"),
    [
        ("d. MMMM y", "d", "d.", "d.", "d. MMMM y"),
        ("d. MMMM y", "dM", "d. MMMM", "d. MMMM", "d. MMMM y"),
        ("MMMM d, y", "d", "MMMM d", "d", "d, y"),
        ("y년 MMMM d일", "d", "y년 MMMM d일", "d일", "d일"),
        ("y. 'gada' d. MMMM", "d", "y. gada d.", "d.", "d. MMMM"),
        ("d בMMMM y", "M", "d בMMMM", "בMMMM", "בMMMM y"),
    ],
)
def test_a_range_says_once_what_both_ends_share(
    pattern: str, differing: str, start: str, alone: str, end: str
) -> None:
    found = shared(read_pattern(pattern), differing)
    assert ["".join(token.text for token in part) for part in found] == [start, alone, end]


def test_a_dash_is_told_from_what_belongs_to_the_day() -> None:
    halves = ("d.–", "d. MMM y"), ("y년 M월 d일~", "d일"), ("d MMM – ", "d MMM y"), ("d", "d y")
    dashes = [without_dash(*map(read_pattern, pair))[1] for pair in halves]
    assert dashes == ["–", "~", " – ", ""]


@pytest.mark.parametrize(
    ("pattern", "model", "said"),
    [
        ("d MMMM y", "y G", "d MMMM y ERA"),
        ("d MMMM y 'г'.", "d MMM y 'г'. G", "d MMMM y г. ERA"),
        ("y年M月d日", "Gy年", "ERAy年M月d日"),
        ("y 'm'. MMMM d", "y 'm'. G", "y m. ERA MMMM d"),
        ("y MMMM d", "y G", "y ERA MMMM d"),
        ("d MMMM G y", "G y", "d MMMM ERA y"),
        ("MMMM d", "G y", "MMMM d"),
    ],
)
def test_an_era_stands_where_the_language_has_it(pattern: str, model: str, said: str) -> None:
    era = read_pattern("'ERA'")[0]
    found = with_era(read_pattern(pattern), era, read_pattern(model))
    assert "".join(token.text for token in found) == said


# ------------------------------------------------------------------------------------ manual


def rows(columns: int) -> list[list[str]]:
    """The rows of the manual's table with so many columns, in its section on languages."""
    manual = (ROOT / "docs" / "dates.md").read_text("utf-8")
    section = manual.partition("\n## Other languages\n")[2].partition("\n## ")[0]
    found = [line.strip("|").split(" | ") for line in section.splitlines() if line[:2] == "| "]
    cells = [[cell.strip(" `") for cell in row] for row in found if len(row) == columns]
    return [row for row in cells if not row[0].startswith("---")]


def test_the_manual_shows_languages_as_they_are() -> None:
    (head, *shown_rows) = rows(6)
    assert head == ["written", *OWN]
    assert len(shown_rows) > 5
    for text, *said in shown_rows:
        assert [shown(text, language) for language in OWN] == said


def test_the_manual_shows_the_signs_as_they_are() -> None:
    (_, *shown_rows) = rows(3)
    assert len(shown_rows) > 8
    assert [shown(text, "uk") for text, _, _ in shown_rows] == [said for _, said, _ in shown_rows]


# ------------------------------------------------------------------------------------- sites

EVENTS: Final = {
    "content/events/survey.yaml": """\
title: The wall is surveyed
date: 2031-04-16/2031-04-29
date_basis: The logbook gives both days.
date_written: mid to late April 2031
sources: [gull-0412]
""",
    "content/events/lock.yaml": """\
title: The lock is closed
date: 2031-07-16
time: "06:00"
zone: Europe/Berlin
sources: [gull-0412]
""",
    "content/events/mole.yaml": """\
title: The first mole is built
date: "-0043"
sources: [gull-0412]
""",
}


def site_in(language: str, folder: Path) -> dict[str, bytes]:
    """Build a small site in a language."""
    settings = TINY["dateline.yaml"] + f"language: {language}\n"
    project = write_tree(folder, {**TINY, **EVENTS, "dateline.yaml": settings})
    assert built(project).is_written
    return files_of(project / "site")


@pytest.mark.parametrize(
    ("language", "direction", "first", "last", "lock", "mole"),
    [
        ("de", "ltr", "16.", "29. April 2031", "16. Juli 2031, 06:00 (UTC+2)", "44 v. Chr."),
        ("ko", "ltr", "2031년 4월 16일", "29일", "16일 수요일 오전 6:00 (UTC+2)", "기원전 44년"),
        ("ar", "rtl", "16", "29 أبريل 2031", "16 يوليو 2031، 6:00 ص (UTC+2)", "44 ق.م"),
        ("ja", "ltr", "2031年4月16日", "29日", "7月16日水曜日 6:00 (UTC+2)", "紀元前44年"),
    ],
)
def test_a_site_shows_its_dates_in_its_language(
    tmp_path: Path, language: str, direction: str, first: str, last: str, lock: str, mole: str
) -> None:
    site = pages_of(site_in(language, tmp_path / "project"))
    page = site["events/survey.html"]
    top = page.first("html").attributes
    assert (top["lang"], top["dir"]) == (language, direction)
    times = [(plain(each.words()), each.attributes["datetime"]) for each in page.all("time")]
    assert times[:2] == [(first, "2031-04-16"), (last, "2031-04-29")]
    assert "The logbook gives both days." in page.words()
    assert "“mid to late April 2031”" in page.words()
    assert lock in plain(site["events/lock.html"].words())
    assert mole in plain(site["events/mole.html"].words())
    assert mole in plain(site["index.html"].words())


def test_the_way_back_from_an_event_names_the_month_alone(tmp_path: Path) -> None:
    site = pages_of(site_in("ko", tmp_path / "project"))
    (crumbs,) = [
        each
        for each in site["events/survey.html"].all("nav")
        if each.attributes.get("aria-label") == "Breadcrumb"
    ]
    assert [plain(link.words()) for link in crumbs.all("a")] == ["Timeline", "2031년", "4월"]


def test_a_chart_has_the_short_names_of_its_language(tmp_path: Path) -> None:
    settings = TINY["dateline.yaml"] + "language: uk\n"
    project = write_tree(tmp_path / "p", {**TINY, **EVENTS, "dateline.yaml": settings})
    plan, _ = planned(project)
    (view,) = [page.view for page in plan.pages if page.path == "2031.html"]
    assert isinstance(view, PeriodPage)
    assert view.overview
    labels = [label.text for label in view.overview.labels]
    assert labels[:4] == ["січ.", "лют.", "бер.", "квіт."]


def loaded_by(language: str, folder: Path) -> set[str]:
    """The modules that a build in a language has imported, in a process of its own."""
    settings = TINY["dateline.yaml"] + f"language: {language}\n"
    project = write_tree(folder, {**TINY, "dateline.yaml": settings})
    code = (
        "import sys; from pathlib import Path; from builder.build import Options, build\n"
        "report = build(Path(sys.argv[1]), Options(today=(2031, 6, 1)), lambda *seen: None)\n"
        "assert report.is_written\n"
        "print(*sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(project)],
        capture_output=True,
        check=True,
        cwd=ROOT,
        encoding="utf-8",
    )
    return set(ran.stdout.split())


@pytest.mark.parametrize("language", ["en", "en-GB", "en-US"])
def test_english_needs_no_library(tmp_path: Path, language: str) -> None:
    loaded = loaded_by(language, tmp_path / "project")
    assert "builder.languages" in loaded
    assert {name for name in loaded if name.split(".")[0] in ("babel", "tzdata")} == set()
    assert "zoneinfo" not in loaded


def test_other_languages_need_it(tmp_path: Path) -> None:
    assert "babel" in loaded_by("de", tmp_path / "project")


# -------------------------------------------------------------------------------------- speed


TYPICAL: Final = (
    *("2025-04-16", "2025-04", "2025", "2025-04~", "16 April 2025", "April 16, 2025"),
    *("2025-04-16T06:00+09:00", "2025-04-16/2025-04-29", "16-29 April 2025", "202X"),
    *("[2025-04-15,2025-04-16]", "before 1950", "28 April - 3 May 2025", "c. 1950"),
)


@pytest.mark.parametrize("text", TYPICAL)
def test_a_date_is_read_in_less_than_a_seventh_of_a_millisecond(text: str) -> None:
    best = min(timeit.repeat(lambda: parse(text), number=100, repeat=5)) / 100
    assert best < 0.000_15


def test_words_of_other_languages_cost_no_more() -> None:
    day = dated_as("2025-04-16")

    def seconds(table: Vocabulary) -> float:
        return min(timeit.repeat(lambda: words(day, language=table), number=300, repeat=7))

    assert seconds(table_of("de")) < 2 * seconds(BRITISH)


def test_a_vocabulary_is_a_value() -> None:
    assert isinstance(table_of("fr"), Vocabulary)
    assert vocabulary_of("fr") == table_of("fr")
    assert table_of("fr").weekdays[0] == "lundi"
