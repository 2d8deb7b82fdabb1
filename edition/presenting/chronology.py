"""Time: when entries are dated to, in which order they come, how precisely a date is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, TypeVar

from edition.dates import Edtf, Form
from edition.kinds.agreements import Agreement
from edition.kinds.cooperations import Cooperation
from edition.kinds.entry import Claim, Entry
from edition.kinds.events import Event
from edition.languages.language import message

E = TypeVar("E", bound=Entry)

MOST_YEARS = 60
BOUNDED = (Form.ONE_OF, Form.ONE_BETWEEN)
"""The forms of a date that is one of several."""


def date_of(entry: Entry) -> Edtf | None:
    """When an event was, or the period of an agreement or cooperation."""
    match entry:
        case Event(date=claim) | Agreement(period=claim) | Cooperation(period=claim):
            return claim.value if claim else None
        case _:
            return None


def has_year(entry: Entry) -> bool:
    """Whether the year of an event or period is known, be it within bounds."""
    date = date_of(entry)
    return bool(date and date.has_year)


def in_order(entries: Iterable[E]) -> tuple[E, ...]:
    """Entries in the order of time, an event before its parts; those without year or date last."""

    def place(entry: Entry) -> tuple[Any, ...]:
        date = date_of(entry)
        is_part = isinstance(entry, Event) and entry.part_of is not None
        return date is None, date.sort_key[:3] if date else (), is_part, entry.id

    return tuple(sorted(entries, key=place))


def latest_first(entries: Iterable[E]) -> tuple[E, ...]:
    """The same, the latest first; an event stands before its parts and what has no year comes last all the same."""
    ordered = in_order(entries)

    def place(entry: Entry) -> tuple[dt.date, ...]:
        date = date_of(entry)
        return date.sort_key[1:3] if date and date.has_year else ()

    return tuple(sorted(ordered, key=place, reverse=True))


def precision(date: Edtf) -> str:
    """How precisely a date is known, as a message to be said."""
    if date.form in BOUNDED:
        return message("Known only within bounds: it is one of these.")
    if date.is_period:
        return message("A period.")
    part = date.dates[0]
    if part.day:
        stated, yearless = message("Precise to the day."), message("Day and month are known, the year is not.")
    elif part.month:
        stated, yearless = message("Precise to the month."), message("The month is known, the year is not.")
    else:
        stated = message("Known within bounds.") if part.is_partly_stated else message("Precise to the year.")
        yearless = stated
    return stated if part.has_year else yearless


def mark(claim: Claim[Edtf] | None) -> str:
    """What is to be said beside a date that is not as a source gives it; empty for one that is."""
    if claim is None:
        return ""
    if claim.inferred:
        return message("inferred")
    return message("within bounds") if claim.value.form in BOUNDED else ""


def years_of(dates: Iterable[Edtf | None]) -> tuple[str, ...]:
    """Every year that dates may fall into, where they are not open and not too long."""
    found: set[int] = set()
    for date in dates:
        if date is None:
            continue
        found.update(date.years)
        first, last = date.earliest, date.latest
        if first and last and last.year - first.year <= MOST_YEARS:
            found.update(range(first.year, last.year + 1))
    return tuple(str(year) for year in sorted(found))
