"""EDTF dates in words. What differs between languages stands in messages of the context “date”.

Besides `{day}`, `{month}` (its name in the locale's data) and `{year}`, such a message may use `{number}`, the month's
number: Vietnamese says “ngày 6 tháng 6 năm 2025”.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from edition.dates import CalendarDate, Edtf, Form

if TYPE_CHECKING:
    from edition.languages.language import Language

_MOST_YEARS_LISTED = 5


def words(date: Edtf, language: Language) -> str:
    """Say a date, in English: “6 June 2025”, “2025–2030”, “since 2002”, “8 May, year not stated”, “2024 or 2025”."""
    said = _Dates(language).say(date)
    return said if date.has_year else language.say_in("date", "{date}, year not stated", date=said)


def day(day: dt.date, language: Language) -> str:
    """Say a day of the calendar."""
    return _Dates(language).full(day.day, day.month, str(day.year))


class _Dates:
    """Says dates in one language."""

    def __init__(self, language: Language) -> None:
        self.language, self.say_in = language, language.say_in

    def say(self, date: Edtf) -> str:
        first, last = date.parts[0], date.parts[-1]
        if first is None:
            return self.say_in("date", "until {date}", date=self.one(date.dates[0]))
        if last is None:
            return self.say_in("date", "since {date}", date=self.one(first))
        if date.form is Form.ONE_BETWEEN:
            return self.one_between(first, last)
        if date.form is Form.PERIOD:
            return self.period(first, last)
        return self.language.join((self.one(part) for part in date.dates), "or")

    def one(self, date: CalendarDate) -> str:
        said = self.calendar(date)
        if date.unstated and date.month:
            said = self.say_in("date", "{date}, day not stated", date=said)
        elif date.unstated:
            said = self.say_in("date", "{date}, month not stated", date=said)
        if date.approximate:
            said = self.say_in("date", "about {date}", date=said)
        return self.say_in("date", "{date} (uncertain)", date=said) if date.uncertain else said

    def period(self, first: CalendarDate, last: CalendarDate) -> str:
        if first == last:
            return self.one(first)
        if any(date.is_partly_stated or date.uncertain or date.approximate for date in (first, last)):
            return self.say_in("date", "from {first} to {last}", first=self.one(first), last=self.one(last))
        if not first.month and not last.month:
            return self.say_in("date", "{first_year}–{last_year}", first_year=_year(first), last_year=_year(last))
        alike = first.year == last.year and bool(first.day) == bool(last.day) and bool(first.month) == bool(last.month)
        if alike and first.day and first.month == last.month:
            return self.say_in("date", "{day}–{last}", day=first.day, last=self.one(last))
        if alike and first.day:
            begun = self.full(first.day, first.month, "")
            return self.say_in("date", "{first} – {last}", first=begun, last=self.one(last))
        if alike:
            month = self.full(None, first.month, "")
            return self.say_in("date", "{month}–{last}", month=month, last=self.one(last))
        return self.say_in("date", "{first} – {last}", first=self.one(first), last=self.one(last))

    def one_between(self, first: CalendarDate, last: CalendarDate) -> str:
        if first.month or "X" in first.year + last.year or int(last.year) - int(first.year) >= _MOST_YEARS_LISTED:
            return self.say_in("date", "between {first} and {last}", first=self.one(first), last=self.one(last))
        return self.language.join((str(year) for year in range(int(first.year), int(last.year) + 1)), "or")

    def calendar(self, date: CalendarDate) -> str:
        return self.full(date.day, date.month, _year(date) if date.has_year else "", decade=_is_decade(date))

    def full(self, day: int | None, month: int | None, year: str, *, decade: bool = False) -> str:
        """A day, a month, a year, or what of these is given."""
        say_in = self.say_in
        if month is None:
            return say_in("date", "{decade}s", decade=year) if decade else say_in("date", "{year}", year=year)
        name = self.language.month(month, "stand-alone" if day is None else "format")
        if day is None and not year:
            return say_in("date", "{month}", month=name, number=month)
        if day is None:
            return say_in("date", "{month} {year}", month=name, number=month, year=year)
        if not year:
            return say_in("date", "{day} {month}", day=day, month=name, number=month)
        return say_in("date", "{day} {month} {year}", day=day, month=name, number=month, year=year)


def _is_decade(date: CalendarDate) -> bool:
    return date.year.endswith("X") and not date.year.endswith("XX")


def _year(date: CalendarDate) -> str:
    if date.year.endswith("XX"):
        return f"{date.first_day.year}–{date.last_day.year}"
    return str(date.first_day.year)
