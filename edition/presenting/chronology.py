"""The order of time among entries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from edition.dates import Edtf
from edition.kinds.agreements import Agreement
from edition.kinds.entry import Entry
from edition.kinds.events import Event


def in_order(entries: Iterable[Any]) -> tuple[Any, ...]:
    """Agreements by period and events by date, in the order of time; those without a date last."""

    def key(entry: Entry) -> tuple[Any, ...]:
        date = when(entry)
        return date is None, date.sort_key if date else (), entry.id

    return tuple(sorted(entries, key=key))


def latest_first(entries: Iterable[Any]) -> tuple[Any, ...]:
    """The same, the latest first; those without a year come last all the same."""
    ordered = in_order(entries)
    dated = [entry for entry in ordered if (date := when(entry)) and date.has_year]
    return (*reversed(dated), *(entry for entry in ordered if entry not in dated))


def when(entry: Entry) -> Edtf | None:
    """When an event took place or an agreement's period runs, where that is known."""
    claim = entry.date if isinstance(entry, Event) else entry.period if isinstance(entry, Agreement) else None
    return claim.value if claim else None
