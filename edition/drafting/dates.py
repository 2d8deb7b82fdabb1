"""Dates in running text, in English, Vietnamese, French and Lao: what day, month or span of days the words give."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from edition.drafting.rules import either, rules

_WORDS = rules("dates")
MONTHS = {word: number for names in _WORDS["months"].values() for number, word in enumerate(names, 1)}
_MONTH = either(MONTHS)
_LONG_MONTH = either(w for w in MONTHS if len(w) > 4 or w in ("june", "july", "août", "juin"))
_WEEKDAY = either(word for names in _WORDS["weekdays"].values() for word in names)
_YEAR = r"(?:19|20)\d\d"
_D = r"[0-3]?\d(?:st|nd|rd|th|er)?"
_TO = r"(?:\s*[-–—]\s*|\s+(?:to|and|until|through|till|đến|tới|au)\s+(?:ngày\s+)?)"
_END = r"(?![\d/]|[-.]\d)"

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # 2025-06-06
        rf"(?<![\d/-])(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)",
        # June 30 to July 2, 2024
        rf"\b(?P<mn>{_MONTH})\.?\s*(?P<d>{_D}){_TO}(?P<mn2>{_MONTH})\.?\s+(?P<d2>{_D})(?:,?\s+(?P<y>{_YEAR}))?\b",
        # March 11 to 13, 2024; June 6, 2025; June 6
        rf"\b(?P<mn>{_MONTH})\.?\s*(?P<d>{_D})\b(?:{_TO}(?P<d2>{_D})\b(?!\s*(?:{_MONTH})))?(?:,?\s*(?P<y>{_YEAR}))?(?![\d:])",
        # 11-13 March 2024; 6 June 2025; 30 June to 2 July 2024
        rf"\b(?P<d>{_D})(?:\s+(?:of\s+)?(?P<mn>{_MONTH}))?{_TO}(?P<d2>{_D})\s*(?:of\s+)?(?P<mn2>{_MONTH})\b\.?(?:,?\s*(?P<y>{_YEAR}))?",
        rf"\b(?P<d>{_D})\s*(?:of\s+)?(?P<mn>{_MONTH})\b\.?(?:,?\s*(?P<y>{_YEAR}))?",
        # ngày 6 tháng 6 năm 2025
        (
            rf"\b(?P<d>[0-3]?\d)(?:{_TO}(?P<d2>[0-3]?\d))?\s+tháng\s+(?P<m>[01]?\d)(?:\s*(?:năm\s+|"
            rf"[/,-]\s*)(?P<y>{_YEAR}))?{_END}"
        ),
        # 30/6 - 2/7/2024; 11-13/3/2024
        (
            rf"(?<![\d/.,:-])(?P<d>[0-3]?\d)(?:[/-](?P<m>[01]?\d))?(?:{_TO}|"
            rf"\s+và\s+(?:ngày\s+)?)(?P<d2>[0-3]?\d)[/-](?P<m2>[01]?\d)(?:[/-](?P<y>{_YEAR}))?{_END}"
        ),
        # 06/06/2025, 6-6-2025, 06.06.2025
        rf"(?<![\d/.,-])(?P<d>\d\d?)(?P<sep>[/.-])(?P<m>\d\d?)(?P=sep)(?P<y>{_YEAR})(?!\d)",
        # 15/3
        r"(?:\b(?:sáng|chiều|trưa|tối|hôm|đêm)\s+)(?P<d>[0-3]?\d)-(?P<m>[01]?\d)(?:-(?P<y>(?:19|20)\d\d))?" + _END,
        r"(?<=ngày )(?P<d>[0-3]?\d)[/-](?P<m>[01]?\d)" + _END,
        r"(?<![\d/.,-])(?P<d>[0-3]?\d)/(?P<m>[01]?\d)" + _END,
        # June 2025, tháng 6/2025, tháng 6
        rf"\b(?P<mn>{_MONTH}),?\s+(?:of\s+)?(?P<y>{_YEAR})\b",
        rf"\btháng\s+(?P<m>[01]?\d)(?:\s*(?:/|-|năm)\s*(?P<y>{_YEAR}))?{_END}",
        rf"\b(?:in|of|since|until|en)\s+(?:early\s+|late\s+|mid-)?(?P<mn>{_LONG_MONTH}|May)\b",
    )
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day or, without `day`, a month; the year may not be said."""

    year: int | None
    month: int
    day: int | None

    def edtf(self) -> str:
        """As EDTF, level 1."""
        year = f"{self.year:04d}" if self.year else "XXXX"
        return f"{year}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")

    def in_year(self, year: int | None) -> Day:
        """The same day in a year."""
        return Day(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class When:
    """A date as the text gives it, at `start` to `end`: `first`, and `last` if it is a span of days."""

    start: int
    end: int
    first: Day
    last: Day | None = None

    @property
    def year(self) -> int | None:
        """The year, where it is said."""
        return (self.last or self.first).year

    def edtf(self, year: int | None = None) -> str:
        """As EDTF; `year` is taken where the words give none."""
        first = self.first if self.first.year else self.first.in_year(year)
        if self.last is None:
            return first.edtf()
        last = self.last if self.last.year else self.last.in_year(year)
        return f"{first.edtf()}/{last.edtf()}"


def dates(text: str, start: int = 0, end: int | None = None) -> tuple[When, ...]:
    """All dates of a stretch of text, in order; where readings overlap, the longer is taken."""
    return tuple(replace(when, start=when.start + start, end=when.end + start) for when in _dates(text[start:end]))


@lru_cache(maxsize=8192)
def _dates(text: str) -> tuple[When, ...]:
    if not _MAY_DATE.search(text):
        return ()
    found = [when for pattern in _PATTERNS for match in pattern.finditer(text) if (when := _when(match))]
    found.sort(key=lambda when: (when.start, -when.end))
    taken: list[When] = []
    for when in found:
        if not taken or when.start >= taken[-1].end:
            taken.append(when)
        elif when.end - when.start > taken[-1].end - taken[-1].start:
            taken[-1] = when
    return tuple(taken)


_MAY_DATE = re.compile(rf"\d\s*[/.-]\s*\d|\b(?:{_MONTH})\b|\btháng\b|[ກ-ໝ]", re.IGNORECASE)
_CAPITAL_MAY = re.compile(r"\bmay\b")


def _when(match: re.Match[str]) -> When | None:
    parts = match.groupdict()
    if _CAPITAL_MAY.search(match[0]):
        return None  # the verb
    year = int(parts["y"]) if parts.get("y") else None
    month = _month(parts.get("m"), parts.get("mn"))
    month2 = _month(parts.get("m2"), parts.get("mn2"))
    day, day2 = _number(parts.get("d")), _number(parts.get("d2"))
    if month is None:
        month = month2
    if month is None:
        return None
    if month > 12 and day and day <= 12 and not day2:
        month, day = day, month
    last = Day(year, month2 or month, day2) if day2 else None
    first = Day(year, month, day)
    if last and (not _possible(last) or (last.month, last.day) <= (first.month, first.day)):
        last = None
    if not _possible(first):
        return None
    return When(match.start(), match.end(), first, last)


def _month(digits: str | None, word: str | None) -> int | None:
    if digits:
        return int(digits)
    return MONTHS.get(word.casefold()) if word else None


def _number(words: str | None) -> int | None:
    return int(re.sub(r"\D", "", words)) if words else None


def _possible(day: Day) -> bool:
    if not 1 <= day.month <= 12:
        return False
    return day.day is None or 1 <= day.day <= calendar.monthrange(day.year or 2024, day.month)[1]


_RELATIVE = {word: days for days, words in _WORDS["relative"].items() for word in words}
_RELATIVE_WORD = re.compile(rf"\b(?P<word>{either(_RELATIVE)})\b", re.IGNORECASE)
_NAMED_DAY = re.compile(
    rf"\b(?:(?:on|last|this)\s+)?(?P<word>{_WEEKDAY})\b(?!\s*,?\s*\d)(?!\s+(?:,\s*)?ngày)", re.IGNORECASE
)
_DAY_NUMBER = {word: number for names in _WORDS["weekdays"].values() for number, word in enumerate(names)}


@dataclass(frozen=True, slots=True)
class Relative:
    """A day told from the day of publication: so many days before it, or the last such weekday."""

    start: int
    end: int
    days: int | None
    weekday: int | None

    def from_day(self, published: dt.date) -> dt.date:
        """The day, if the article was published on `published`."""
        if self.weekday is None:
            return published - dt.timedelta(days=self.days or 0)
        return published - dt.timedelta(days=(published.weekday() - self.weekday) % 7)


def relative_days(text: str, start: int, end: int) -> Iterator[Relative]:
    """Words such as "yesterday", "on Tuesday", "chiều qua", in order."""
    found = [
        Relative(m.start(), m.end(), int(_RELATIVE[m["word"].casefold()]), None)
        for m in _RELATIVE_WORD.finditer(text, start, end)
        if m["word"].casefold() in _RELATIVE
    ]
    found += [
        Relative(m.start(), m.end(), None, _DAY_NUMBER[m["word"].casefold()])
        for m in _NAMED_DAY.finditer(text, start, end)
        if m["word"].casefold() in _DAY_NUMBER and (m["word"][0].isupper() or " " in m["word"])
    ]
    yield from sorted(found, key=lambda relative: relative.start)
