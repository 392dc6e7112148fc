"""Arabic words for what the CLDR lacks."""

from typing import Final

from builder.dates.language import Forms, Phrases

_KEEP: Final = "\u00a0"
_BARE: Final = Forms(within="في {date}")

ARABIC: Final = Phrases(
    # A number behind a preposition would be read as an amount.
    year=Forms("عام {date}", "عام {date}", "في عام {date}"),
    month=_BARE,
    day=_BARE,
    part=_BARE,
    seasons_inside=(_BARE, _BARE, _BARE, _BARE),
    decade_inside=_BARE,
    years=Forms("الأعوام {date}", "الأعوام {date}", "في الأعوام {date}"),
    seasons=("ربيع", "صيف", "خريف", "شتاء"),
    season=f"{{season}}{_KEEP}{{year}}",
    thirds_and_halves=(
        f"الثلث الأول من عام{_KEEP}{{year}}",
        f"الثلث الثاني من عام{_KEEP}{{year}}",
        f"الثلث الأخير من عام{_KEEP}{{year}}",
        f"النصف الأول من عام{_KEEP}{{year}}",
        f"النصف الثاني من عام{_KEEP}{{year}}",
    ),
    northern="{date} (نصف الكرة الشمالي)",
    southern="{date} (نصف الكرة الجنوبي)",
    decade=f"عقد{_KEEP}{{year}}",
    decade_label=f"عقد{_KEEP}{{year}}",
    # "عقد 1900" is the decade.
    century="",
    in_years="{date} {within}",
    unknown_year="سنة غير معروفة",
    in_unknown_year="{date}، السنة غير معروفة",
    in_unknown_month="{date}، الشهر غير معروف",
    some_day="يوم ما {within}",
    some_month="شهر ما {within}",
    day_from_to="يوم ما بين {first} و{last}",
    month_from_to="شهر ما بين {first} و{last}",
    season_from_to="وقت ما بين {first} و{last}",
    year_from_to="عام ما بين {first} و{last}",
    day_unknown="{date} (اليوم غير معروف)",
    month_unknown="{date} (الشهر غير معروف)",
    year_unknown="{date} (السنة غير معروفة)",
    about="حوالي {behind}",
    about_inside="{date} تقريبًا",
    noted="{date} ({notes})",
    uncertain="غير مؤكد",
    # Words in front, which agree with nothing: one part or two, of either gender.
    approximate_parts="تقريبي: {parts}",
    uncertain_parts="غير مؤكد: {parts}",
    part_names=("السنة", "الشهر", "اليوم", "الجزء من السنة"),
    note_separator="، ",
    since="منذ {behind}",
    end_unknown="من {behind}، النهاية غير معروفة",
    until="حتى {until}",
    start_unknown="حتى {until}، البداية غير معروفة",
    on_or_before="{within} أو قبل ذلك",
    in_or_before="{within} أو قبل ذلك",
    on_or_after="{within} أو بعد ذلك",
    in_or_after="{within} أو بعد ذلك",
    one_or_earlier="{date} أو قبل ذلك",
    one_or_later="{date} أو بعد ذلك",
    all_and_earlier="{date} وما قبل ذلك",
    all_and_later="{date} وما بعد ذلك",
    undated="بدون تاريخ",
)
