"""The days of which an article tells, and what of a signing's date follows from them: news, long past, or to come."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from msgspec import Struct

from edition.drafting.dates import When, dates
from edition.drafting.parties import Sentence

LEAD = 2
"""So many sentences of the body tell the news, in which a month alone may date it."""


class News(Struct, frozen=True):
    """The days of which an article tells: what was signed at another time is no news of it."""

    months: frozenset[int] = frozenset()
    years: frozenset[int] = frozenset()
    issued: dt.date | None = None
    """The day of publication, or else the last day that the head tells of."""
    stamped: bool = False

    @classmethod
    def of(cls, sentences: Sequence[Sentence], stamps: Sequence[When] = ()) -> News:
        """The days of an article's head, and those of the stamps that date it."""
        head = [s for s in sentences if s.title or s.caption or s.number < LEAD]
        days = [w for s in head for w in dates(s.text, s.start, s.end) if w.first.day is not None]
        years = {w.year for w in stamps if w.year} or {w.year for w in days if w.year}
        issued = [d for w in stamps if (d := _day(w))]
        told = [d for w in days if (d := _day(w))]
        latest = max(issued or told, default=None)
        return cls(frozenset(w.first.month for w in days), frozenset(years), latest, bool(issued))

    def told(self, when: When) -> bool:
        """Whether a date is of the days before publication: what was signed then is the news."""
        day = _day(when, self.issued.year if self.issued else None)
        if day and self.issued and not when.year and day > self.issued + LATELY:
            day = day.replace(year=day.year - 1)
        return day is not None and self.issued is not None and abs(self.issued - day) <= LATELY

    def later(self, text: str, start: int, end: int) -> bool:
        """Whether a stretch of text tells of a time after publication: "vào quý I/2026", "next June"."""
        when = _LATER.search(text, start, end)
        if when is None:
            return False
        year = when["y"] or when["z"]
        return not year or (self.issued is not None and int(year) > self.issued.year)

    def another(self, when: When, sentence: Sentence) -> bool:
        """Whether a date is of another time than the article's news."""
        if self.years and when.year and when.year not in self.years:
            return when.first.day is None or when.year + 1 not in self.years
        if when.first.day is None:
            return sentence.number >= LEAD or when.first.month == 0
        return bool(self.months) and when.first.month not in self.months


_LATER = re.compile(
    r"\b(?:vào|trong)\s+(?:đầu |cuối |giữa )?(?:quý [IVX\d]+|tháng \d+)\s*(?:(?:/|-|năm )?(?P<y>20\d\d)(?!\s*[-–])|"
    r"tới\b|sau\b)|"
    r"\b(?:năm|tháng) tới\b|"
    r"\bnext (?:year|month|week|spring|summer|autumn|[A-Z][a-z]+)\b|"
    r"\bin (?:the \w+ (?:quarter|half) of |early |late |mid-)(?P<z>20\d\d)\b"
)
LATELY = dt.timedelta(days=40)


def _day(when: When, year: int | None = None) -> dt.date | None:
    """The last day of a date, in a year where it gives none."""
    last = when.last or when.first
    if last.day is None or not (last.year or year):
        return None
    try:
        return dt.date(last.year or year or 1, last.month, last.day)
    except ValueError:
        return None
