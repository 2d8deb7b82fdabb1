"""Who took part in what, and in which part: parties to agreements and cooperations, participants in events."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from msgspec.structs import replace

from edition.kinds.agreements import Agreement
from edition.kinds.cooperations import Cooperation
from edition.kinds.entry import Claim, Entry, Party
from edition.kinds.events import Event
from edition.presenting.chronology import in_order
from edition.presenting.presenter import Presenter
from edition.presenting.views import Rich, Row

E = TypeVar("E", Agreement, Cooperation, Event)


def parts(entry: Agreement | Cooperation | Event, who: Entry) -> tuple[Claim[Party], ...]:
    """The claims by which somebody takes part in an entry."""
    parties = entry.participants if isinstance(entry, Event) else entry.parties
    return tuple(claim for claim in parties if claim.value.ref and claim.value.ref.id == who.id)


def taken_part_in(presenter: Presenter, who: Entry, kind: type[E]) -> tuple[E, ...]:
    """The entries of a kind in which somebody takes part, in the order of time."""
    return in_order(entry for entry in presenter.corpus.mentioning(who.id, kind) if parts(entry, who))


def rows_with_part(
    presenter: Presenter, entries: Iterable[Agreement | Cooperation | Event], who: Entry
) -> tuple[Row, ...]:
    """A list of entries that says of each which part somebody has in it."""
    return tuple(
        with_words(
            presenter.row(entry),
            presenter.language.join(dict.fromkeys(presenter.words("role", c.value.role) for c in parts(entry, who))),
        )
        for entry in entries
    )


def with_words(row: Row, words: str) -> Row:
    """A row that says something more, if there is anything, before what it is about."""
    if not words:
        return row
    about: Rich = (words, " · ", *row.about) if row.about else (words,)
    return replace(row, about=about)
