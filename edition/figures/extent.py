"""A date on an axis of time: what of it is sure, what is not, and where it is open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from edition.dates import CalendarDate, Edtf, Form
from edition.figures.geometry import percent
from edition.figures.views import Bar, Mark, Tick

MOST_LABELS, MOST_TICKS = 8, 40
STEPS = (1, 2, 5, 10, 20, 50, 100)
PRECISE = dt.timedelta(days=31)
"""A moment that is known to a month or better is drawn as one."""


class Axis(Struct, frozen=True):
    """Whole years from the first to the last; `today` is the edition's day."""

    first: int
    last: int
    today: dt.date

    def share(self, day: dt.date) -> float:
        """Where a day lies, from 0 to 1."""
        start, end = dt.date(self.first, 1, 1).toordinal(), dt.date(self.last, 12, 31).toordinal() + 1
        return min(max((day.toordinal() - start) / (end - start), 0.0), 1.0)

    def x(self, day: dt.date) -> str:
        """The same as a length."""
        return percent(self.share(day))

    def bar(self, kind: str, start: dt.date, end: dt.date) -> Bar:
        """A bar over the days from `start` to `end`, both included."""
        return Bar(kind, self.x(start), self.x(_next(end)))

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """A line for each year, and its number where there is room for it."""
        years = self.last - self.first + 1
        step = next(step for step in STEPS if years <= step * MOST_LABELS or step == STEPS[-1])
        lined = (y for y in range(self.first, self.last + 1) if years <= MOST_TICKS or y % step == 0)
        return tuple(Tick(self.x(dt.date(y, 1, 1)), str(y) if y % step == 0 else "") for y in lined)


def axis(dates: Iterable[Edtf], as_of: dt.date) -> Axis:
    """The axis on which dates and the edition's day find room; dates without year do not count."""
    days = [day for date in dates if date.has_year for part in date.dates for day in (part.first_day, part.last_day)]
    years = [day.year for day in (*days, as_of)]
    return Axis(min(years), max(years), as_of)


def bars(date: Edtf, axis: Axis) -> tuple[Bar, ...]:
    """A period: sure where it certainly ran, unsure where it may have run, open where no end is told."""
    if not date.has_year:
        return ()
    if date.form in (Form.ONE_OF, Form.ONE_BETWEEN):
        return (axis.bar("unsure", *_limits(date.dates[0], date.dates[-1])),)
    start, end = date.parts[0], date.parts[-1]
    found: list[Bar] = []
    beginning = start.first_day if start else dt.date(axis.first, 1, 1)
    ending = end.last_day if end else dt.date(axis.last, 12, 31)
    if start is None:
        ending_of_open = min(ending, dt.date(axis.first, 12, 31))
        found.append(axis.bar("open", beginning, ending_of_open))
        beginning = _next(ending_of_open)
    elif _doubtful(start):
        until = min(start.last_day, ending)
        found.append(axis.bar("unsure", beginning, until))
        beginning = _next(until)
    tail: list[Bar] = []
    if end is None:
        since = max(beginning, min(axis.today, dt.date(axis.last, 1, 1)))
        tail.append(axis.bar("open", since, ending))
        ending = since - dt.timedelta(1)
    elif _doubtful(end) and end.first_day >= beginning:
        tail.append(axis.bar("unsure", end.first_day, ending))
        ending = end.first_day - dt.timedelta(1)
    if beginning <= ending:
        found.append(axis.bar("sure", beginning, ending))
    return (*found, *tail)


def mark(date: Edtf, axis: Axis) -> Mark | None:
    """A moment; one that is known only within bounds, or doubtful, spans them. None without a year."""
    first, last = date.earliest, date.latest
    if first is None or last is None:
        return None
    middle = first + (last - first) / 2
    if last - first <= PRECISE and not date.uncertain and not date.approximate:
        return Mark(axis.x(middle))
    return Mark(axis.x(first), axis.x(last), axis.x(middle))


def span(date: Edtf, axis: Axis) -> tuple[float, float]:
    """From where to where a period is drawn, as shares of the axis."""
    drawn = bars(date, axis)
    first, last = drawn[0], drawn[-1]
    return _share(first.x), _share(last.end)


def _share(length: str) -> float:
    return float(length.removesuffix("%")) / 100


def _next(day: dt.date) -> dt.date:
    return min(day, dt.date.max - dt.timedelta(1)) + dt.timedelta(1)


def _doubtful(date: CalendarDate) -> bool:
    return date.uncertain or date.approximate or date.is_partly_stated


def _limits(first: CalendarDate, last: CalendarDate) -> tuple[dt.date, dt.date]:
    return first.first_day, last.last_day
