"""Dates as the sources give them: EDTF (ISO 8601-2:2019, annex A; https://www.loc.gov/standards/datetime/).

What of it the edition uses, by level:

- level 0: ``2025``, ``2025-06``, ``2025-06-06``; periods ``2024/2026``;
- level 1: ``2025?`` (uncertain), ``2025~`` (about), ``2025%`` (both), for a whole date or an end of a period; ``202X``,
  ``20XX``, ``2025-XX``, ``2025-06-XX``, ``2025-XX-XX`` (not stated); ``2002/..`` and ``../2024`` (open);
- level 2: ``XXXX-05-08``, ``XXXX-05`` (year not stated); ``[2024,2026]`` and ``[2024..2026]`` (one of these).

All else in the standard (seasons, times, years before 1 or after 9999, ``2024/`` for an unknown end, …) is refused.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from enum import StrEnum

from msgspec import Struct

A_LEAP_YEAR = 2000
"""Stands in for a year that is not stated, so that 29 February is possible."""


class Form(StrEnum):
    """What the parts of a date are: itself, the ends of a period, alternatives, the ends of a range of alternatives."""

    DATE = "date"
    PERIOD = "period"
    ONE_OF = "one-of"
    ONE_BETWEEN = "one-between"


class CalendarDate(Struct, frozen=True):
    """A date of the proleptic Gregorian calendar as far as it is stated.

    `year` has four characters, X for a digit that isn't stated. `month` and `day` are None where the date is less
    precise, and `unstated` says that the last of them was written XX: the date has a month or day, which nobody tells.
    """

    year: str
    month: int | None = None
    day: int | None = None
    unstated: bool = False
    uncertain: bool = False
    approximate: bool = False

    @property
    def has_year(self) -> bool:
        """Whether at least the century is stated."""
        return self.year != "XXXX"

    @property
    def first_day(self) -> dt.date:
        """The earliest day it can mean; in the year 2000 where it has no year."""
        year = int(self.year.replace("X", "0")) if self.has_year else A_LEAP_YEAR
        return dt.date(max(year, dt.MINYEAR), self.month or 1, self.day or 1)

    @property
    def last_day(self) -> dt.date:
        """The latest day it can mean; in the year 2000 where it has no year."""
        year = int(self.year.replace("X", "9")) if self.has_year else A_LEAP_YEAR
        month = self.month or 12
        return dt.date(year, month, self.day or calendar.monthrange(year, month)[1])

    @property
    def is_partly_stated(self) -> bool:
        """Whether it is some year, month or day between its first and last day, and not the whole time."""
        return self.unstated or (self.has_year and "X" in self.year)


class Edtf(Struct, frozen=True):
    """A date or period: its EDTF `text`, and its `parts` as `form` says; an open end of a period is None."""

    text: str
    form: Form
    parts: tuple[CalendarDate | None, ...]

    def __str__(self) -> str:
        return self.text

    @property
    def dates(self) -> tuple[CalendarDate, ...]:
        """The parts that are dates: all but open ends."""
        return tuple(part for part in self.parts if part)

    @property
    def has_year(self) -> bool:
        """Whether the year, or at least the century, is stated."""
        return all(part.has_year for part in self.dates)

    @property
    def years(self) -> tuple[int, ...]:
        """The years written in full, in their order, each once."""
        return tuple(dict.fromkeys(int(part.year) for part in self.dates if "X" not in part.year))

    @property
    def is_period(self) -> bool:
        """Whether it is an interval; ``2025`` is a date, ``2025/2025`` a period."""
        return self.form is Form.PERIOD

    @property
    def uncertain(self) -> bool:
        """Whether any part is marked as doubtful (``?`` or ``%``)."""
        return any(part.uncertain for part in self.dates)

    @property
    def approximate(self) -> bool:
        """Whether any part is marked as estimated (``~`` or ``%``)."""
        return any(part.approximate for part in self.dates)

    @property
    def earliest(self) -> dt.date | None:
        """The first day it can mean; None where the beginning is open or the year not stated."""
        return self._first_day if self.has_year else None

    @property
    def latest(self) -> dt.date | None:
        """The last day it can mean; None where the end is open or the year not stated."""
        return self._last_day if self.has_year else None

    @property
    def sort_key(self) -> tuple[bool, dt.date, dt.date, str]:
        """Orders all dates: by first day, then by last; those without a year come last, by month and day.

        A period open at its beginning comes before all else, one open at its end after those that end.
        """
        return not self.has_year, self._first_day or dt.date.min, self._last_day or dt.date.max, self.text

    @property
    def _first_day(self) -> dt.date | None:
        if self.is_period:
            return None if self.parts[0] is None else self.parts[0].first_day
        return min(part.first_day for part in self.dates)

    @property
    def _last_day(self) -> dt.date | None:
        if self.is_period:
            return None if self.parts[1] is None else self.parts[1].last_day
        return max(part.last_day for part in self.dates)


# --- Reading ---------------------------------------------------------------------------------------------------

_DATE = re.compile(
    r"""(?P<year> [0-9]{4} | [0-9]{3}X | [0-9]{2}XX | XXXX )
        (?: - (?P<month> [0-9]{2} | XX ) (?: - (?P<day> [0-9]{2} | XX ) )? )?
        (?P<mark> [?~%]? )""",
    re.VERBOSE,
)
_EXAMPLES = "write it as 2025-06-06, 2025-06, 2025, 2024/2026, 2002/.., XXXX-05-08 or [2024..2026]"
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def parse(text: str) -> Edtf:
    """Read an EDTF date; `ValueError`, with a message for the editor, if it isn't one or no calendar has it."""
    if text.startswith("[") and text.endswith("]"):
        return _parse_alternatives(text)
    if "/" in text:
        return _parse_period(text)
    return Edtf(text, Form.DATE, (_parse_date(text),))


def _parse_date(text: str) -> CalendarDate:
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError(f"“{text}” is no date that can be read here: {_EXAMPLES}")
    year, month, day, mark = match.group("year", "month", "day", "mark")
    if year == "0000":
        raise ValueError("there is no year 0000")
    if month is None and year == "XXXX":
        raise ValueError(f"“{text}” says nothing: leave the date out")
    if month and year != "XXXX" and "X" in year:
        raise ValueError(f"“{text}” states a month but not its year: write XXXX for the year, or leave the month out")
    if month == "XX" and (year == "XXXX" or (day or "XX") != "XX"):
        raise ValueError(f"“{text}” leaves the month out between what it states: write less, or state the month")
    date = CalendarDate(
        year=year,
        month=None if month in (None, "XX") else int(month),
        day=None if day in (None, "XX") else int(day),
        unstated="XX" in (month, day),
        uncertain=mark in ("?", "%"),
        approximate=mark in ("~", "%"),
    )
    _check_calendar(date)
    return date


def _check_calendar(date: CalendarDate) -> None:
    if date.month is None:
        return
    if not 1 <= date.month <= 12:
        raise ValueError(f"there is no month {date.month:02}: months go from 01 to 12")
    year = int(date.year) if date.has_year else A_LEAP_YEAR
    days = calendar.monthrange(year, date.month)[1]
    if date.day is not None and not 1 <= date.day <= days:
        month = _MONTHS[date.month - 1] + (f" {year}" if date.has_year else "")
        raise ValueError(f"there is no day {date.day:02} in {month}, which has {days} days")


def _parse_period(text: str) -> Edtf:
    ends = text.split("/")
    if len(ends) != 2:
        raise ValueError(f"“{text}” has more than two ends: write a period as 2024/2026")
    if "" in ends:
        raise ValueError(f"“{text}” lacks an end: write .. for an open one, as in 2002/..")
    start, end = (None if part == ".." else _parse_date(part) for part in ends)
    if start is None and end is None:
        raise ValueError(f"“{text}” says nothing: leave the period out")
    if start and end:
        _check_order(start, end, text)
    return Edtf(text, Form.PERIOD, (start, end))


def _parse_alternatives(text: str) -> Edtf:
    inner = text[1:-1]
    form, separator = (Form.ONE_BETWEEN, "..") if ".." in inner else (Form.ONE_OF, ",")
    written = inner.split(separator)
    if len(written) < 2:
        raise ValueError(f"“{text}” names one date only: take the brackets away")
    if "" in written:
        raise ValueError(f"“{text}” lacks a date: name all that come into question")
    parts = tuple(_parse_date(part) for part in written)
    if form is Form.ONE_BETWEEN:
        if len(parts) > 2:
            raise ValueError(f"“{text}” has more than two ends: write [2024..2026]")
        if _precision(parts[0]) != _precision(parts[1]):
            raise ValueError(f"“{text}” mixes years, months and days: write both ends alike")
        _check_order(parts[0], parts[1], text)
    elif len(set(parts)) < len(parts):
        raise ValueError(f"“{text}” names a date twice")
    if len({part.has_year for part in parts}) > 1:
        raise ValueError(f"“{text}” states the year in one place only: state it in all, or in none")
    return Edtf(text, form, parts)


def _check_order(start: CalendarDate, end: CalendarDate, text: str) -> None:
    if start.has_year != end.has_year:
        raise ValueError(f"“{text}” states the year at one end only: state it at both, or at neither")
    if end.last_day < start.first_day:
        raise ValueError(f"“{text}” ends before it begins")


def _precision(date: CalendarDate) -> tuple[bool, bool]:
    return date.month is None, date.day is None


# --- Status ----------------------------------------------------------------------------------------------------


class PeriodStatus(StrEnum):
    """Where a day stands to a period."""

    NOT_YET_BEGUN = "not-yet-begun"
    IN_PERIOD = "in-period"
    PERIOD_OVER = "period-over"
    UNKNOWN = "unknown"


def status(period: Edtf | None, as_of: dt.date) -> PeriodStatus:
    """Say where the day `as_of` stands to `period`, a period or a date that is one (``2025`` is the whole year).

    Unknown wherever the answer hangs on what the date leaves open: an end that is uncertain, approximate, without
    year or only partly stated, or the choice between alternatives.
    """
    if period is None or not period.has_year:
        return PeriodStatus.UNKNOWN
    is_choice = period.form in (Form.ONE_OF, Form.ONE_BETWEEN)
    beginnings = [_beginning(part) for part in (period.parts if is_choice else period.parts[:1])]
    ends = [_end(part) for part in (period.parts if is_choice else period.parts[-1:])]
    if as_of > max(latest for _, latest in ends):
        return PeriodStatus.PERIOD_OVER
    if as_of < min(earliest for earliest, _ in beginnings):
        return PeriodStatus.NOT_YET_BEGUN
    if max(latest for _, latest in beginnings) <= as_of <= min(earliest for earliest, _ in ends):
        return PeriodStatus.IN_PERIOD
    return PeriodStatus.UNKNOWN


def _beginning(date: CalendarDate | None) -> tuple[dt.date, dt.date]:
    """The first and the last day on which what begins with `date` may have begun."""
    if date is None:
        return dt.date.min, dt.date.min
    if date.uncertain or date.approximate:
        return dt.date.min, dt.date.max
    return date.first_day, date.last_day if date.is_partly_stated else date.first_day


def _end(date: CalendarDate | None) -> tuple[dt.date, dt.date]:
    """The first and the last day on which what ends with `date` may end."""
    if date is None:
        return dt.date.max, dt.date.max
    if date.uncertain or date.approximate:
        return dt.date.min, dt.date.max
    return date.first_day if date.is_partly_stated else date.last_day, date.last_day
