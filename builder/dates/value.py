"""What a date is: the frozen values that notation, bounds and display share."""

from enum import Enum
from typing import Literal, TypeAlias

from builder.values import frozen

Day: TypeAlias = tuple[int, int, int]
"""Year, month, day in the Gregorian calendar, carried backwards; the year 0 is 1 BC."""

Marker: TypeAlias = Literal["day", "inexact", "range"]
"""How an event stands on the line: a filled disc, a ring, or a pill."""

Part: TypeAlias = Literal["date", "time", "zone"]


@frozen
class DateError:
    """Why a text is no date, and what to write instead."""

    code: str
    """`bad-date`, `ambiguous-date`, `reversed-range` or `bad-time`."""
    message: str
    hint: str
    start: int
    end: int
    part: Part = "date"
    """The text in which the offsets count: a date, or the time or zone given beside it."""


@frozen
class Clock:
    """A time of day as written, never converted."""

    hour: int
    minute: int
    second: int = 0
    fraction: str = ""
    zone: str = ""
    """`Z`, an offset such as `+09:00`, or nothing."""

    @property
    def minutes(self) -> int:
        """Minutes after midnight."""
        return self.hour * 60 + self.minute

    @property
    def notation(self) -> str:
        """The part of a time stamp that follows the `T`."""
        fraction = f".{self.fraction}" if self.fraction else ""
        return f"{self.hour:02}:{self.minute:02}:{self.second:02}{fraction}{self.zone}"


@frozen
class Unit:
    """One year, month, season or day, perhaps with qualifiers or unspecified digits."""

    year: str
    month: str = ""
    """Two figures: a month, or one of the groups of months 21 to 41."""
    day: str = ""
    qualifiers: tuple[str, ...] = ()
    """`?`, `~`, `%` or nothing for each component; empty when none has any."""
    clock: Clock | None = None
    first: Day | None = None
    """The first day it can be; none when the year is unknown."""
    last: Day | None = None

    @property
    def is_specified(self) -> bool:
        """Whether no digit is left open."""
        return "X" not in self.year and "X" not in self.month and "X" not in self.day

    @property
    def is_plain(self) -> bool:
        """Whether it says what it says without a doubt: no qualifier, no open digit."""
        return not self.qualifiers and self.is_specified

    @property
    def is_season(self) -> bool:
        """Whether the second component is a group of months (21 to 41), not a month."""
        return self.month > "20" and "X" not in self.month

    @property
    def notation(self) -> str:
        """The canonical EDTF text."""
        components = [part for part in (self.year, self.month, self.day) if part]
        if self.clock:
            return f"{'-'.join(components)}T{self.clock.notation}"
        if not self.qualifiers:
            return "-".join(components)
        # A mark behind a component covers all that stands before it too, so the longest
        # run of one mark is written behind its last component, the others in front.
        leading, covered = self.qualifiers[0], 0
        if leading:
            while covered < len(components) and self.qualifiers[covered] == leading:
                covered += 1
            components[covered - 1] += leading
        for index in range(covered, len(components)):
            components[index] = self.qualifiers[index] + components[index]
        return "-".join(components)


class End(Enum):
    """The end of a range that has no date."""

    UNKNOWN = ""
    OPEN = ".."


@frozen
class Interval:
    """From one date to another; in a set, a run of dates."""

    start: Unit | End
    end: Unit | End

    @property
    def notation(self) -> str:
        """The canonical EDTF text of a range."""
        return f"{end_notation(self.start)}/{end_notation(self.end)}"

    @property
    def run_notation(self) -> str:
        """The canonical EDTF text of a run inside a set."""
        between = "" if End.OPEN in (self.start, self.end) else ".."
        return f"{end_notation(self.start)}{between}{end_notation(self.end)}"


@frozen
class Choice:
    """Several dates: one of them `[..]`, or all of them `{..}`."""

    members: tuple[Unit | Interval, ...]
    together: bool

    @property
    def notation(self) -> str:
        """The canonical EDTF text."""
        inner = ",".join(
            member.notation if isinstance(member, Unit) else member.run_notation
            for member in self.members
        )
        return f"{{{inner}}}" if self.together else f"[{inner}]"


Shape: TypeAlias = Unit | Interval | Choice

# Years have at most twelve figures, so this comes after every dated event.
AFTER_EVERYTHING = (1_000_000_000_000, 0, 0, 0, -1)


@frozen
class EventDate:
    """A date as exact as it is known. Law: parsing its notation gives it back."""

    edtf: str
    """The canonical notation; nothing when undated."""
    shape: Shape | None
    earliest: Day | None
    """The first day it can be. For seasons a convention, for sorting and charts only."""
    latest: Day | None
    sort_key: tuple[int, ...]
    """Anchor year, month, day; breadth; clock. The caller appends `order` and the id."""
    marker: Marker
    is_charted: bool
    """Whether the overview shows a bar, known to the month, or only what is possible."""

    @property
    def is_undated(self) -> bool:
        """Whether nothing bounds it on either side."""
        return self.earliest is None and self.latest is None

    @property
    def year(self) -> int | None:
        """The year in whose group the event stands."""
        if self.earliest is None and self.latest is None:
            return None
        return self.sort_key[0]

    @property
    def month(self) -> int | None:
        """The month in whose group the event stands; none for one known to the year only.

        Law: in sort order each year begins with its events of no month, then the months
        follow. "In or before 1949" is sorted by its last day and so stands in December.
        """
        if self.is_undated:
            return None
        _, month, day, breadth, _ = self.sort_key
        return None if breadth <= 2 and month == day == 1 else month

    @property
    def clock(self) -> Clock | None:
        """The time of day, where one is given."""
        return self.shape.clock if isinstance(self.shape, Unit) else None


UNDATED = EventDate("", None, None, None, AFTER_EVERYTHING, "inexact", is_charted=False)


def end_notation(end: Unit | End) -> str:
    """The EDTF text of one end of a range."""
    return end.value if isinstance(end, End) else end.notation


def quoted(text: str) -> str:
    """A text as messages quote it: on one line, and not for ever."""
    shown = "".join(character if character.isprintable() else "\ufffd" for character in text[:60])
    return f"'{shown}{'…' if len(text) > 60 else ''}'"
