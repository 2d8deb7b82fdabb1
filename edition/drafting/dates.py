"""Dates in running text, in English, Vietnamese, French and Lao: what day, month or span of days the words give."""

from __future__ import annotations

import calendar
import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from edition.drafting.rules import either, rules

_WORDS = rules("dates")
MONTHS = {word: number for names in _WORDS["months"].values() for number, word in enumerate(names, 1)}
_VI = _WORDS["months_vi"]
_VI_MONTH = rf"(?:tháng\s+(?:{either(_VI)})|thg\.?\s*[01]?\d)"
_MONTH = rf"(?:{either(MONTHS)}|{_VI_MONTH})"
_LONG_MONTH = either(w for w in MONTHS if len(w) > 4 or w in ("june", "july", "août", "juin", "mars"))
_Y = r"(?:19|20)\d\d"
_D = r"[0-3]?\d(?:st|nd|rd|th|er)?"
_N = r"[01]?\d"
# Lao has no spaces between words, so a word may follow a date at once.
_FROM = r"(?<![^\W\u0e80-\u0eff])"
_STOP = r"(?![^\W\u0e80-\u0eff])"
_TO = (
    r"(?:\s*[-–—]\s*|(?:,\s*\d{1,2}){0,4}?\s+(?:to|and|until|through|till|đến|tới|đến hết|au|et|và|ຫາ|ເຖິງ)\s+"
    r"(?:hết\s+)?(?:ngày\s+|the\s+)?)"
)
_COMMA = rf"(?:{_TO}|,\s*(?:\d{{1,2}},\s*)?)"
_IN = r"(?:\s*(?:,|năm|of|de|[/-])?\s*)"
_END = r"(?![\d/]|[-.,]\d)"

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # 2025-06-06, 2025/06/06
        rf"(?<![\d/.-])(?P<y>{_Y})(?P<sep>[/.-])(?P<m>\d\d)(?P=sep)(?P<d>\d\d)(?!\d)",
        # 6-Jun-2025, Jun-6-2025
        rf"\b(?P<d>[0-3]?\d)-?(?P<mn>{either(MONTHS)})-?(?P<y>{_Y})\b",
        rf"\b(?P<mn>{either(MONTHS)})-(?P<d>[0-3]?\d)-(?P<y>{_Y})\b",
        # June 30 to July 2, 2024; December 30, 2024 to January 2, 2025
        rf"{_FROM}(?P<mn>{_MONTH})\.?\s*(?P<d>{_D})(?:,?\s+(?P<y1>{_Y}))?{_TO}(?P<mn2>{_MONTH})\.?\s+(?P<d2>{_D})(?:,?\s+(?P<y>{_Y}))?{_STOP}",
        # March 11 to 13, 2024; June 6, 2025; June 6; June, 6/2025
        (
            rf"{_FROM}(?P<mn>{_MONTH})\.?,?\s*(?P<d>{_D})\b(?:{_TO}(?P<d2>{_D})\b(?!\s*(?:{_MONTH})))?"
            rf"(?:(?:,?\s*|/)(?P<y>{_Y}))?(?![\d:])"
        ),
        # 11-13 March 2024; 30 June to 2 July 2024
        (
            rf"\b(?P<d>{_D})(?:\s+(?:of\s+)?(?P<mn>{_MONTH})(?:,?\s+(?P<y1>{_Y}))?)?{_TO}(?P<d2>{_D})\s*(?:of\s+)?"
            rf"(?P<mn2>{_MONTH}){_STOP}\.?(?:{_IN}(?P<y>{_Y}))?"
        ),
        # 6 June 2025; 12 Tháng Sáu, 2024
        rf"\b(?P<d>{_D})\s*(?:of\s+)?(?P<mn>{_MONTH})(?:{_STOP}|(?=ນີ້))\.?(?:{_IN}(?P<y>{_Y}))?",
        # ngày 30 tháng 6 đến ngày 2 tháng 7 năm 2025; ngày 6 đến 8 tháng 6; ngày 6 tháng 6 năm 2025
        (
            rf"\b(?P<d>[0-3]?\d)(?:(?:\s+tháng\s+(?P<m>{_N})(?:\s+năm\s+(?P<y1>{_Y}))?)?{_COMMA}(?P<d2>[0-3]?\d))?"
            rf"\s+tháng\s+(?P<m2>{_N})(?:{_IN}(?P<y>{_Y}))?{_END}"
        ),
        # 30/6 - 2/7/2024; 11-13/3/2024; 6, 7 và 8/6
        (
            rf"(?<![\w/.,:-])(?<!thứ )(?<!th )(?P<d>[0-3]?\d)"
            rf"(?:(?P<sep>[/.-])(?P<m>{_N})(?:(?P=sep)(?P<y1>{_Y}))?)?{_COMMA}"
            rf"(?P<d2>[0-3]?\d)[/.-](?P<m2>{_N})(?:[/.-](?P<y>{_Y}))?{_END}"
        ),
        # 06/06/2025, 6-6-2025, 06.06.2025
        rf"(?<![\d/.,-])(?P<d>\d\d?)(?P<sep>[/.-])(?P<m>\d\d?)(?P=sep)(?P<y>{_Y})(?!\d)",
        # ngày 15/3, sáng 15-3, chiều (15.3)
        (
            rf"\b(?P<w>(?:ngày|sáng|chiều|trưa|tối|hôm|đêm|nay|qua|ວັນທີ)[\s,(]+(?:ngày\s+)?)(?P<d>[0-3]?\d)(?P<sep>[/.-])"
            rf"(?P<m>{_N})(?:(?P=sep)(?P<y>{_Y}))?{_END}(?!\s*(?:%|tỷ|triệu|km))"
        ),
        rf"(?<![\d/.,-])(?P<d>[0-3]?\d)/(?P<m>{_N}){_END}",
        # June 2025, tháng 6/2025, tháng 6
        rf"{_FROM}(?P<mn>{either(MONTHS)}),?\s*(?:of\s+)?(?P<y>{_Y})\b",
        rf"\btháng\s+(?P<m>{_N})(?!\s+(?:lần|lượt|đợt|buổi|kỳ)\b)(?:{_IN}(?P<y>{_Y}))?{_END}",
        rf"\b(?:in|of|since|until|en|ເດືອນ)\s*(?:early\s+|late\s+|mid-)?(?P<mn>{_LONG_MONTH}|May)(?:{_STOP}|(?=ນີ້))",
    )
)


class Day(Struct, frozen=True):
    """A day or, without `day`, a month, or, with month 0, a year; the year may not be said."""

    year: int | None
    month: int
    day: int | None

    def edtf(self) -> str:
        """As EDTF, level 1."""
        year = f"{self.year:04d}" if self.year else "XXXX"
        if not self.month:
            return year
        return f"{year}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")

    def in_year(self, year: int | None) -> Day:
        """The same day in a year."""
        return Day(year, self.month, self.day)


class When(Struct, frozen=True):
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
        if self.last is None:
            return (self.first if self.first.year else self.first.in_year(year)).edtf()
        last = self.last if self.last.year else self.last.in_year(year)
        turns = last.year is not None and (last.month, last.day or 0) < (self.first.month, self.first.day or 0)
        first = self.first if self.first.year else self.first.in_year(last.year - 1 if turns and last.year else year)
        return f"{first.edtf()}/{last.edtf()}"


def dates(text: str, start: int = 0, end: int | None = None) -> tuple[When, ...]:
    """All dates of a stretch of text, in order; where readings overlap, a day goes before a month, then the longer."""
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
        elif _telling(when) > _telling(taken[-1]):
            taken[-1] = when
    return tuple(taken)


def _telling(when: When) -> tuple[bool, bool, int]:
    return when.first.day is not None, when.year is not None, when.end - when.start


_MAY_DATE = re.compile(rf"\d\s*[/.-]\s*\d|\b(?:{either(MONTHS)})|\bthg|\btháng\b|[ກ-ໝ]", re.IGNORECASE)
_CAPITAL_MAY = re.compile(r"\bmay\b")
_NO_DATE_BEFORE = re.compile(
    r"\b(?:km|số|No\.?|tỷ lệ|đạt|chiếm|có|hơn|lên|mốc|lô|nhóm|ratio|score|about|only)\s*$", re.IGNORECASE
)
_NO_DATE_BEHIND = re.compile(r"\s*(?:of\b|học sinh|người|hộ\b|xã\b|số\b|%|duty|tỉnh|huyện|cửa khẩu|thành viên)")


def _when(match: re.Match[str]) -> When | None:
    parts = match.groupdict()
    if _CAPITAL_MAY.search(match[0]) or _is_a_span_of_months(match):
        return None  # the verb
    year = _number(parts.get("y"))
    month = _month(parts.get("m"), parts.get("mn"))
    month2 = _month(parts.get("m2"), parts.get("mn2"))
    day, day2 = _number(parts.get("d")), _number(parts.get("d2"))
    month = month2 if month is None else month
    if month is None or _is_a_share(match):
        return None
    if month > 12 and day and day <= 12 and not day2:
        month, day = day, month
    last = Day(year, month2 or month, day2) if day2 else None
    first = Day(_number(parts.get("y1")) or year, month, day)
    if first.year and last and not parts.get("y1") and (last.month, last.day or 0) < (first.month, day or 0):
        first = first.in_year(first.year - 1)  # 30 December to 2 January 2025
    if last and (not _possible(last) or (_order(last) <= _order(first) and not _turns_the_year(first, last))):
        last = None
    if not _possible(first):
        return None
    return When(match.end("w") if parts.get("w") else match.start(), match.end(), first, last)


def _turns_the_year(first: Day, last: Day) -> bool:
    """Whether a span runs from one December to the next January and no year is said: "December 29 to January 3"."""
    return first.year is None and last.year is None and first.month == 12 and last.month == 1


def _order(day: Day) -> tuple[int, int, int]:
    return day.year or 0, day.month, day.day or 0


def _is_a_share(match: re.Match[str]) -> bool:
    """Whether "6/10" is six of ten, or a number of something, and no day."""
    if not re.fullmatch(r"\d{1,2}/\d{1,2}", match[0]):
        return False
    before = match.string[max(0, match.start() - 12) : match.start()]
    return bool(
        match[0] == "24/7" or _NO_DATE_BEFORE.search(before) or _NO_DATE_BEHIND.match(match.string, match.end())
    )


def _is_a_span_of_months(match: re.Match[str]) -> bool:
    """Whether "6 tháng năm 2023" means six months: the month's name has no capital and "ngày" is not before."""
    word = match.groupdict().get("mn") or ""
    number = re.search(r"\btháng\s+(\w)", word, re.IGNORECASE)
    before = match.string[max(0, match.start() - 6) : match.start()]
    return number is not None and not number[1].isupper() and not before.casefold().endswith("ngày ")


def _month(digits: str | None, word: str | None) -> int | None:
    if digits:
        return int(digits)
    if not word:
        return None
    plain = " ".join(word.casefold().split())
    if plain.startswith("thg"):
        return _number(plain)
    return int(_VI[plain.removeprefix("tháng ")]) if plain.startswith("tháng ") else MONTHS.get(plain)


def _number(words: str | None) -> int | None:
    return int(re.sub(r"\D", "", words)) if words else None


def _possible(day: Day) -> bool:
    if not 1 <= day.month <= 12:
        return False
    return day.day is None or 1 <= day.day <= calendar.monthrange(day.year or 2024, day.month)[1]
