"""Who held which office: as a source gives it, on the day of the event at which it was so given."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from edition import urls
from edition.kinds.entry import Claim, Entry
from edition.kinds.people import Office, Person
from edition.kinds.provinces import Province
from edition.presenting.chronology import date_of
from edition.presenting.presenter import Presenter
from edition.presenting.views import Link, Note, Rich, Said

Held = tuple[Person, Claim[Office]]
"""A person, and one of the offices in which sources name them."""


@dataclass(frozen=True, slots=True)
class OfficeView:
    """An office as a source gives it: who held it, whose it is, the event at which it was so given, and its day."""

    id: str
    when: str
    person: Link
    words: Said
    of: Rich
    event: Link | None
    notes: tuple[Note, ...]
    inferred: Said | None


def held(presenter: Presenter, belongs: Callable[[Person, Claim[Office]], bool]) -> tuple[Held, ...]:
    """The offices for which `belongs` holds, person by person."""
    return tuple((p, claim) for p in presenter.corpus.of(Person) for claim in p.offices if belongs(p, claim))


def held_in(presenter: Presenter, provinces: Iterable[Province]) -> tuple[Held, ...]:
    """The offices that people hold in one of the provinces or in an organisation of it."""
    ids = {province.id for province in provinces}
    found, entries = presenter.relations.provinces, presenter.corpus.entries
    return held(presenter, lambda _, claim: any(p.id in ids for ref in claim.value.of for p in found(entries[ref.id])))


def in_time(presenter: Presenter, offices: Iterable[Held]) -> tuple[Held, ...]:
    """Offices in the order of the days on which they were so named; those of no known day last."""

    def place(one: Held) -> tuple[object, ...]:
        person, claim = one
        event = presenter.entry(claim.value.event)
        date = date_of(event) if event else None
        return date is None, date.sort_key if date else (), person.id, claim.id

    return tuple(sorted(offices, key=place))


def views(presenter: Presenter, offices: Iterable[Held]) -> tuple[OfficeView, ...]:
    """Offices for a page, in the order given."""
    return tuple(_view(presenter, person, claim) for person, claim in offices)


def _view(presenter: Presenter, person: Person, claim: Claim[Office]) -> OfficeView:
    event: Entry | None = presenter.entry(claim.value.event)
    own = presenter.path == urls.page_of(person)
    return OfficeView(
        id=claim.id if own else f"{person.id}--{claim.id}",
        when=presenter.year_words(date_of(event) if event else None),
        person=presenter.link(person),
        words=presenter.phrase("office", claim.as_written),
        of=presenter.listing([(presenter.link(e),) for ref in claim.value.of if (e := presenter.entry(ref))]),
        event=presenter.link(event) if event else None,
        notes=presenter.notes(claim),
        inferred=presenter.inferred(claim),
    )
