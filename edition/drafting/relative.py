"""Days told from the day of publication: "yesterday", "on Tuesday", "chiều qua", "earlier this month"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from msgspec import Struct

from edition.drafting.rules import either, rules

_WORDS = rules("dates")
_DAYS = {word: int(days) for days, words in _WORDS["relative"].items() for word in words}
_MONTHS = {word: int(months) for months, words in _WORDS["relative_months"].items() for word in words}
_FROM, _STOP = r"(?<![^\W\u0e80-\u0eff])", r"(?![^\W\u0e80-\u0eff])"
_RELATIVE = re.compile(rf"{_FROM}(?P<word>{either((*_DAYS, *_MONTHS))})(?!['’]s){_STOP}", re.IGNORECASE)
_WEEKDAY = {word: number for names in _WORDS["weekdays"].values() for number, word in enumerate(names)}
_NAMED = re.compile(
    rf"(?P<before>\b(?:on|last|this|sáng|chiều|trưa|tối|hôm|ngày|vào|ce|le|dernier)\s+)?{_FROM}"
    rf"(?P<word>{either(_WEEKDAY)}){_STOP}(?!\s*,?\s*\(?\d)(?!\s*,?\s*\(?(?:ngày|next|tới|sau|prochain))",
    re.IGNORECASE,
)
_FRENCH = frozenset(_WORDS["weekdays"]["fr"])
_BEHIND = re.compile(
    r"\s*(?:(?P<before>vừa qua|vừa rồi|tuần qua|tuần vừa qua|dernier)|(?P<week>tuần trước|of last week|last week|la "
    r"semaine dernière)|(?P<this>tuần này|this week|of this week|hàng tuần này))\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?:lần|vị trí|đứng|năm|nhiệm kỳ|phiên|hạng|bên|nước|kỳ|khóa)\s+$", re.IGNORECASE)


class Relative(Struct, frozen=True):
    """A day told from the day of publication: so many days or months before it, or the last such weekday."""

    start: int
    end: int
    days: int | None = None
    months: int | None = None
    weekday: int | None = None
    of: str = ""  # of which week the weekday is: "before" (the last one before the day), "week" (the week before), ""

    def from_day(self, published: dt.date) -> str:
        """The day or month as EDTF, if the article was published on `published`."""
        if self.months is not None:
            at = published.year * 12 + published.month - 1 - self.months
            return f"{at // 12:04d}-{at % 12 + 1:02d}"
        if self.weekday is None:
            return (published - dt.timedelta(days=self.days or 0)).isoformat()
        if self.of == "week":
            return (published - dt.timedelta(days=published.weekday() - self.weekday + 7)).isoformat()
        ago = (published.weekday() - self.weekday) % 7
        return (published - dt.timedelta(days=ago or 7 * (self.of == "before"))).isoformat()


def relative_days(text: str, start: int, end: int) -> Iterator[Relative]:
    """Words that tell a day or month from the day of publication, in order."""
    found = []
    for match in _RELATIVE.finditer(text, start, end):
        word = " ".join(match["word"].casefold().split())
        found.append(Relative(*match.span(), days=_DAYS.get(word), months=_MONTHS.get(word)))
    for match in _NAMED.finditer(text, start, end):
        word = " ".join(match["word"].casefold().split())
        if _named(match, word):
            behind = _BEHIND.match(text, match.end(), end)
            last = (match["before"] or "").strip().casefold() == "last"
            of = "before" if last or (behind and behind["before"]) else "week" if behind and behind["week"] else ""
            found.append(
                Relative(match.start(), behind.end() if behind else match.end(), weekday=_WEEKDAY[word], of=of)
            )
    yield from sorted(found, key=lambda relative: relative.start)


def _named(match: re.Match[str], word: str) -> bool:
    """Whether a weekday's name is one: "thứ ba" is "third", too, and small letters are no English Tuesday."""
    if word.startswith("thứ "):
        before = match.string[max(0, match.start() - 12) : match.start()]
        if _ORDINAL.search(before):
            return False
        told = match["before"] or word[4:] != match["word"].split()[-1] or _BEHIND.match(match.string, match.end())
        return bool(told)
    if word in _FRENCH:  # written small, and nothing else
        return True
    return match["word"][0].isupper() or bool(match["before"]) or not match["word"].isascii() or " " in word
