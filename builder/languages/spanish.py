"""Spanish words for what the CLDR lacks."""

from typing import Final

from builder.dates.language import Forms, Phrases

_KEEP: Final = "\u00a0"
_BARE: Final = Forms(within="en {date}")
_MASCULINE: Final = Forms("el {date}", "el {date}", "en el {date}")
_FEMININE: Final = Forms("la {date}", "la {date}", "en la {date}")

SPANISH: Final = Phrases(
    year=_BARE,
    month=_BARE,
    day=Forms("el {date}", "el {date}", "el {date}"),
    part=_MASCULINE,
    seasons_inside=(_FEMININE, _MASCULINE, _MASCULINE, _MASCULINE),
    decade_inside=Forms("los {date}", "los {date}", "en los {date}"),
    years=Forms("los años {date}", "los años {date}", "en los años {date}"),
    seasons=("primavera", "verano", "otoño", "invierno"),
    season=f"{{season}} de{_KEEP}{{year}}",
    thirds_and_halves=(
        f"1.er{_KEEP}cuatrimestre de{_KEEP}{{year}}",
        f"2.º{_KEEP}cuatrimestre de{_KEEP}{{year}}",
        f"3.er{_KEEP}cuatrimestre de{_KEEP}{{year}}",
        f"1.er{_KEEP}semestre de{_KEEP}{{year}}",
        f"2.º{_KEEP}semestre de{_KEEP}{{year}}",
    ),
    northern="{date} (hemisferio norte)",
    southern="{date} (hemisferio sur)",
    decade=f"años{_KEEP}{{year}}",
    decade_label=f"años{_KEEP}{{year}}",
    # "Años 1900" is the decade.
    century="",
    in_years="{date} {within}",
    unknown_year="año desconocido",
    in_unknown_year="{date}, año desconocido",
    in_unknown_month="{date}, mes desconocido",
    some_day="un día de {date}",
    some_month="un mes de {date}",
    day_from_to="un día del {first} al {last}",
    month_from_to="un mes de {first} a {last}",
    season_from_to="una época de {first} a {last}",
    year_from_to="un año de {first} a {last}",
    day_unknown="{date} (día desconocido)",
    month_unknown="{date} (mes desconocido)",
    year_unknown="{date} (año desconocido)",
    about="hacia {behind}",
    about_inside="{date} aproximadamente",
    noted="{date} ({notes})",
    uncertain="fecha incierta",
    # Words in front, which agree with nothing: "aproximado: mes y año".
    approximate_parts="aproximado: {parts}",
    uncertain_parts="incierto: {parts}",
    part_names=("año", "mes", "día", "parte del año"),
    note_separator=", ",
    since="desde {behind}",
    end_unknown="desde {behind}, final desconocido",
    until="hasta {until}",
    start_unknown="hasta {until}, comienzo desconocido",
    on_or_before="{within} o antes",
    in_or_before="{within} o antes",
    on_or_after="{within} o después",
    in_or_after="{within} o después",
    one_or_earlier="{date} o antes",
    one_or_later="{date} o después",
    all_and_earlier="{date} y antes",
    all_and_later="{date} y después",
    undated="sin fecha",
    # Before the same sound: "7 u 8", "10 u 11", "septiembre u octubre"; "otoño e invierno".
    sound_changes=((r" o (?=8|11\b|o)", " u "), (r" y (?=i)", " e ")),
)
