"""French words for what the CLDR lacks."""

from typing import Final

from builder.dates.language import Forms, Phrases

_KEEP: Final = "\u00a0"
_CONSONANT: Final = Forms("le {date}", "au {date}", "au {date}")
_VOWEL: Final = Forms("l’{date}", "à l’{date}", "à l’{date}")
_BARE: Final = Forms(until="en {date}", within="en {date}")

FRENCH: Final = Phrases(
    year=_BARE,
    month=_BARE,
    day=Forms("le {date}", "au {date}", "le {date}"),
    part=_CONSONANT,
    # The h of "hiver" is mute.
    seasons_inside=(_CONSONANT, _VOWEL, _VOWEL, _VOWEL),
    decade_inside=Forms("les {date}", "aux {date}", "dans les {date}"),
    years=Forms("les années {date}", "aux années {date}", "dans les années {date}"),
    seasons=("printemps", "été", "automne", "hiver"),
    season=f"{{season}}{_KEEP}{{year}}",
    thirds_and_halves=(
        f"1er{_KEEP}quadrimestre{_KEEP}{{year}}",
        f"2e{_KEEP}quadrimestre{_KEEP}{{year}}",
        f"3e{_KEEP}quadrimestre{_KEEP}{{year}}",
        f"1er{_KEEP}semestre{_KEEP}{{year}}",
        f"2e{_KEEP}semestre{_KEEP}{{year}}",
    ),
    northern="{date} (hémisphère Nord)",
    southern="{date} (hémisphère Sud)",
    decade=f"années{_KEEP}{{year}}",
    decade_label=f"années{_KEEP}{{year}}",
    # "Années 1900" is the decade.
    century="",
    in_years="{date} {within}",
    unknown_year="année inconnue",
    in_unknown_year="{date}, année inconnue",
    in_unknown_month="{date}, mois inconnu",
    some_day="un jour {within}",
    some_month="un mois de {date}",
    day_from_to="un jour du {first} au {last}",
    month_from_to="un mois entre {first} et {last}",
    season_from_to="une période entre {first} et {last}",
    year_from_to="une année entre {first} et {last}",
    day_unknown="{date} (jour inconnu)",
    month_unknown="{date} (mois inconnu)",
    year_unknown="{date} (année inconnue)",
    about="vers {behind}",
    about_inside="{date} environ",
    noted="{date} ({notes})",
    uncertain="date incertaine",
    # Words in front, which agree with nothing: "approximatif : mois et année".
    approximate_parts=f"approximatif{_KEEP}: {{parts}}",
    uncertain_parts=f"incertain{_KEEP}: {{parts}}",
    part_names=("année", "mois", "jour", "partie de l’année"),
    note_separator=", ",
    since="depuis {behind}",
    # "À partir de" would be contracted with each article in another way.
    end_unknown=f"{{date}}{_KEEP}– fin inconnue",
    until="jusqu’{until}",
    start_unknown=f"début inconnu{_KEEP}– {{date}}",
    on_or_before="{within} ou avant",
    in_or_before="{within} ou avant",
    on_or_after="{within} ou après",
    in_or_after="{within} ou après",
    one_or_earlier="{date} ou avant",
    one_or_later="{date} ou après",
    all_and_earlier="{date} et avant",
    all_and_later="{date} et après",
    undated="sans date",
    first_day="1er",
)
