"""German words for what the CLDR lacks."""

from typing import Final

from builder.dates.language import Forms, Phrases

_KEEP: Final = "\u00a0"
# "seit dem 2. Quartal", "bis zum Frühling", "im Sommer": all of them are masculine or neuter.
_WITH_ARTICLE: Final = Forms("dem {date}", "zum {date}", "im {date}")

GERMAN: Final = Phrases(
    year=Forms(within="im Jahr {date}"),
    month=Forms(within="im {date}"),
    day=Forms("dem {date}", "zum {date}", "am {date}"),
    part=_WITH_ARTICLE,
    seasons_inside=(_WITH_ARTICLE, _WITH_ARTICLE, _WITH_ARTICLE, _WITH_ARTICLE),
    decade_inside=Forms(
        f"den {{year}}er{_KEEP}Jahren",
        f"zu den {{year}}er{_KEEP}Jahren",
        f"in den {{year}}er{_KEEP}Jahren",
    ),
    years=Forms("den Jahren {date}", "zu den Jahren {date}", "in den Jahren {date}"),
    seasons=("Frühling", "Sommer", "Herbst", "Winter"),
    season=f"{{season}}{_KEEP}{{year}}",
    thirds_and_halves=(
        f"1.{_KEEP}Drittel{_KEEP}{{year}}",
        f"2.{_KEEP}Drittel{_KEEP}{{year}}",
        f"3.{_KEEP}Drittel{_KEEP}{{year}}",
        f"1.{_KEEP}Halbjahr{_KEEP}{{year}}",
        f"2.{_KEEP}Halbjahr{_KEEP}{{year}}",
    ),
    northern="{date} (Nordhalbkugel)",
    southern="{date} (Südhalbkugel)",
    decade=f"{{year}}er{_KEEP}Jahre",
    decade_label="{year}er",
    # "1900er Jahre" is the decade.
    century="",
    in_years="{date} {within}",
    unknown_year="unbekanntes Jahr",
    in_unknown_year="{date}, Jahr unbekannt",
    in_unknown_month="{date}, Monat unbekannt",
    some_day="ein Tag {within}",
    some_month="ein Monat {within}",
    day_from_to="ein Tag vom {first} bis {last}",
    month_from_to="ein Monat von {first} bis {last}",
    season_from_to="eine Zeit von {first} bis {last}",
    year_from_to="ein Jahr von {first} bis {last}",
    day_unknown="{date} (Tag unbekannt)",
    month_unknown="{date} (Monat unbekannt)",
    year_unknown="{date} (Jahr unbekannt)",
    about=f"ca.{_KEEP}{{date}}",
    about_inside="etwa {date}",
    noted="{date} ({notes})",
    uncertain="unsicher",
    approximate_parts="{parts} ungefähr",
    uncertain_parts="{parts} unsicher",
    part_names=("Jahr", "Monat", "Tag", "Jahresteil"),
    note_separator=", ",
    since="seit {behind}",
    end_unknown="ab {behind}, Ende unbekannt",
    until="bis {until}",
    start_unknown="bis {until}, Beginn unbekannt",
    on_or_before="{within} oder früher",
    in_or_before="{within} oder früher",
    on_or_after="{within} oder später",
    in_or_after="{within} oder später",
    one_or_earlier="{date} oder früher",
    one_or_later="{date} oder später",
    all_and_earlier="{date} und früher",
    all_and_later="{date} und später",
    undated="undatiert",
)
