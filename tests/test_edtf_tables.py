"""The published tables of three other readers of EDTF, row by row.

The tables are other projects' and do not lie here. `EDTF_TABLES` names a folder with them as JSON:
`edtf-validate-2.0.0.json`, `edtf.js-4.11.1-parser.json` and `python-edtf-5.0.2.json`. Every row on
which we differ stands below with the reason; a row that no longer differs fails as well.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import pytest

from builder.dates import DateError, Day, parse

TABLES: Final = os.environ.get("EDTF_TABLES", "")
needs_tables = pytest.mark.skipif(not TABLES, reason="EDTF_TABLES names no folder with them")

EXPONENT: Final = "exponents and significant digits are not supported, and the manual says so"
SHORT: Final = "two-digit centuries and three-digit decades are ISO's, not in the Library's profile"
BLANK: Final = "blanks inside sets; edtf-validate refuses them too"
NOTHING: Final = "no date is no mistake: the event is undated"
SEASONS: Final = "ranges of seasons; edtf-validate calls them level 1"
SWITCH: Final = "refused there only because a switch of that library says so"
BOTH_UNKNOWN: Final = "both ends unknown; edtf-validate and python-edtf refuse it too"
NOT_REVERSED: Final = "the year -61000 lies before the year -2000"

REFUSED_BY_US: Final = {
    **dict.fromkeys(
        "Y-17E7 Y17E8 Y17E7 1950S2 1953S2 1953S3 Y171010000S3 Y3388E2S3 -1859S5 Y-171010000S2 "
        "Y-3388E2S3 Y17101000S3 Y-17101E3S3 Y17101E4S3".split(),
        EXPONENT,
    ),
    **dict.fromkeys(
        "19 00 -04 193 019 009 000 -193 -019 197~ 197? 197% 19~ 19? 19%".split(), SHORT
    ),
    **dict.fromkeys(
        (
            "[1667, 1672-12]",
            "{1667, 1670..1672}",
            "{1960 ,  1961-12}",
            "[1667, 1668, 1670..1672]",
            "[1760-01, 1760-02, 1760-12..]",
            "[1667, 1760-12]",
            "{1667,1668, 1670..1672}",
            "{1960, 1961-12}",
        ),
        BLANK,
    ),
    "/": BOTH_UNKNOWN,
}
ACCEPTED_BY_US: Final = {
    "": NOTHING,
    "Y-61000/-2000": NOT_REVERSED,
    **dict.fromkeys(("2018/2018-23", "2018-01?/2018-23", "2012-21/2012-22"), SEASONS),
    **dict.fromkeys(("[1760..]", "1800/1X01"), SWITCH),
}
BOUNDED_OTHERWISE: Final = {
    **dict.fromkeys(
        ("/2006", "2004-06-01/", "1984-06-02?/"), "there an unknown end is ten years away"
    ),
    "2010-24": "there winter ends with December; three months of it are winter",
    "XXXX-XX-23": "without a year nothing bounds it",
}


def table(name: str) -> Any:
    return json.loads((Path(TABLES) / name).read_text("utf-8"))


def is_date(text: str) -> bool:
    return not isinstance(parse(text), DateError)


def differing(texts: Iterable[str], *, are_dates: bool) -> set[str]:
    return {text for text in texts if is_date(text) is not are_dates}


@needs_tables
@pytest.mark.parametrize(
    ("part", "are_dates", "reasons"),
    [
        ("level0", True, set()),
        ("level1", True, set()),
        ("level2", True, {EXPONENT}),
        ("invalid_dates", False, {NOTHING}),
        ("invalid_intervals", False, {NOT_REVERSED}),
        ("invalid_datetimes", False, set()),
    ],
)
def test_edtf_validate(part: str, *, are_dates: bool, reasons: set[str]) -> None:
    rows = table("edtf-validate-2.0.0.json")[part]
    known = REFUSED_BY_US if are_dates else ACCEPTED_BY_US
    found = differing(rows, are_dates=are_dates)
    assert found <= known.keys()
    assert {known[each] for each in found} == reasons


@needs_tables
def test_edtf_js() -> None:
    rows = table("edtf.js-4.11.1-parser.json")
    assert len(rows) > 150
    refused = differing((row["input"] for row in rows if row["valid"]), are_dates=True)
    accepted = differing((row["input"] for row in rows if not row["valid"]), are_dates=False)
    assert refused <= REFUSED_BY_US.keys()
    assert accepted <= ACCEPTED_BY_US.keys()
    at_first_levels = {row["input"] for row in rows if row.get("level") in (0, 1)} & refused
    assert {REFUSED_BY_US[each] for each in at_first_levels} == {SHORT, BOTH_UNKNOWN}


@needs_tables
def test_bounds_of_python_edtf() -> None:
    rows = table("python-edtf-5.0.2.json")["bounds"]
    assert len(rows) == 90
    refused, otherwise = set(), set()
    for row in rows:
        found = parse(row["input"])
        if isinstance(found, DateError):
            refused.add(row["input"])
        elif (bound(found.earliest), bound(found.latest)) != (
            finite(row["lower"]),
            finite(row["upper"]),
        ):
            otherwise.add(row["input"])
    assert refused <= REFUSED_BY_US.keys()
    assert otherwise == BOUNDED_OTHERWISE.keys()


@needs_tables
def test_what_python_edtf_refuses() -> None:
    rows = table("python-edtf-5.0.2.json")["invalid"]
    assert differing((str(row) for row in rows), are_dates=False) <= ACCEPTED_BY_US.keys()


def test_every_difference_that_is_named_is_one() -> None:
    assert not any(map(is_date, REFUSED_BY_US))
    assert all(map(is_date, ACCEPTED_BY_US))


def bound(day: Day | None) -> str:
    if day is None:
        return ""
    year, month, of_month = day
    return f"{f'{year:05d}' if year < 0 else f'{year:04d}'}-{month:02d}-{of_month:02d}"


def finite(written: str) -> str:
    """Give a bound as written there, nothing for an open end."""
    return "" if "inf" in written else written
