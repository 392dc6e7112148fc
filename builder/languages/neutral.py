"""Signs for what the CLDR has no words for, in languages without a table of ours.

They claim nothing that the date does not say, and are no English: `≈` about, `(?)` uncertain,
`…` an open end, `?` an unknown one, `≤` and `≥` on or before and on or after, `[…]` a part that
is known less exactly, or has no word here: `2025 […]` is a day, a month or a season of 2025.
"""

from typing import Final

from builder.dates.language import Forms, Phrases

_KEEP: Final = "\u00a0"
_VAGUE: Final = f"{{date}}{_KEEP}[…]"

NEUTRAL: Final = Phrases(
    year=Forms(),
    month=Forms(),
    day=Forms(),
    part=Forms(),
    seasons_inside=(Forms(), Forms(), Forms(), Forms()),
    decade_inside=Forms(),
    years=Forms(),
    seasons=("[…]", "[…]", "[…]", "[…]"),
    season=f"{{year}}{_KEEP}{{season}}",
    thirds_and_halves=(),
    northern="{date}",
    southern="{date}",
    decade="",
    decade_label="",
    century="",
    in_years="{date} ({years})",
    unknown_year="[…]",
    in_unknown_year=_VAGUE,
    in_unknown_month=_VAGUE,
    some_day=_VAGUE,
    some_month=_VAGUE,
    day_from_to=f"{{first}}{{dash}}{{last}}{_KEEP}[…]",
    month_from_to=f"{{first}}{{dash}}{{last}}{_KEEP}[…]",
    season_from_to=f"{{first}}{{dash}}{{last}}{_KEEP}[…]",
    year_from_to=f"{{first}}{{dash}}{{last}}{_KEEP}[…]",
    day_unknown=_VAGUE,
    month_unknown=_VAGUE,
    year_unknown=_VAGUE,
    about=f"≈{_KEEP}{{date}}",
    about_inside=f"≈{_KEEP}{{date}}",
    noted=f"{{date}}{_KEEP}({{notes}})",
    uncertain="?",
    approximate_parts="≈",
    uncertain_parts="?",
    part_names=("", "", "", ""),
    note_separator=f"{_KEEP}",
    since=f"{{date}}{_KEEP}– …",
    end_unknown=f"{{date}}{_KEEP}– ?",
    until=f"…{_KEEP}– {{date}}",
    start_unknown=f"?{_KEEP}– {{date}}",
    on_or_before=f"≤{_KEEP}{{date}}",
    in_or_before=f"≤{_KEEP}{{date}}",
    on_or_after=f"≥{_KEEP}{{date}}",
    in_or_after=f"≥{_KEEP}{{date}}",
    one_or_earlier=f"≤{_KEEP}{{date}}",
    one_or_later=f"≥{_KEEP}{{date}}",
    all_and_earlier=f"…{_KEEP}– {{date}}",
    all_and_later=f"{{date}}{_KEEP}– …",
    undated="—",
)
