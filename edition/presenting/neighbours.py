"""What comes before an entry in time, and what after it: the way from page to page."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from edition.kinds.agreements import Agreement
from edition.kinds.events import Event
from edition.presenting.chronology import has_year
from edition.presenting.presenter import Presenter
from edition.presenting.views import Row


class Neighbours(Struct, frozen=True):
    """The entries before and after one among those of its kind whose year is known.

    `no_time` says why it has none, if it has no place in time itself.
    """

    before: Row | None
    after: Row | None
    no_time: str


def neighbours(
    presenter: Presenter, entry: Agreement | Event, ordered: Sequence[Agreement | Event], no_time: str
) -> Neighbours:
    """The neighbours of an entry among those of its kind, which come `ordered`; `no_time` is a message."""
    dated = [other for other in ordered if has_year(other)]
    if entry not in dated:
        return Neighbours(None, None, presenter.say(no_time))
    at = dated.index(entry)
    before = presenter.row(dated[at - 1]) if at else None
    after = presenter.row(dated[at + 1]) if at + 1 < len(dated) else None
    return Neighbours(before, after, "")
