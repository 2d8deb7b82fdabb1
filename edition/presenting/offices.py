"""Who held which office: as a source gives it, on the day of the event at which it was so given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from edition import urls
from edition.kinds.entry import Claim, Entry
from edition.kinds.organisations import Organisation
from edition.kinds.people import Office, Person
from edition.kinds.provinces import Province
from edition.presenting.chronology import date_of
from edition.presenting.presenter import Presenter
from edition.presenting.views import Link, Note, Quoted, Rich, Said

Held = tuple[Person, Claim[Office]]
"""A person, and one of the offices in which sources name them."""


class OfficeView(Struct, frozen=True):
    """An office as a source gives it: who held it, whose it is, the event at which it was so given, and its day.

    `words` are the source's own, or else a translation of them, and then `as_written` are the source's own. `named`
    has either for a sentence: the source's own in quotation marks.
    """

    id: str
    when: str
    person: Link
    words: Said | Quoted
    of: Rich
    event: Link | None
    notes: tuple[Note, ...]
    inferred: Said | None
    as_written: Quoted | None = None
    named: str = ""


def held_by(person: Person) -> tuple[Held, ...]:
    """The offices in which sources name a person."""
    return tuple((person, claim) for claim in person.offices)


def held_in(presenter: Presenter, provinces: Sequence[Province]) -> tuple[Held, ...]:
    """The offices that people hold in one of the provinces or in an organisation of it."""
    ids = {province.id for province in provinces}
    found, entries = presenter.relations.provinces, presenter.corpus.entries
    people = {p.id: p for province in provinces for p in presenter.relations.of_province(province, Person)}
    return tuple(
        (person, claim)
        for _, person in sorted(people.items())
        for claim in person.offices
        if any(province.id in ids for ref in claim.value.of for province in found(entries[ref.id]))
    )


def held_at(presenter: Presenter, organisation: Organisation) -> tuple[Held, ...]:
    """The offices that people hold in an organisation."""
    people = presenter.corpus.mentioning(organisation.id, Person)
    return tuple(
        (person, claim)
        for person in sorted(people, key=lambda person: person.id)
        for claim in person.offices
        if any(ref.id == organisation.id for ref in claim.value.of)
    )


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


def as_named(presenter: Presenter, claim: Claim[Office]) -> str:
    """An office in the page's language, else in the source's own words, which stand in quotation marks."""
    return _translation(presenter, claim) or presenter.say("“{words}”", words=claim.as_written)


def _translation(presenter: Presenter, claim: Claim[Office]) -> str:
    """An office in the page's language; nothing where that is the edition's own, or nobody has translated it."""
    said = presenter.phrase("office", claim.as_written)
    return "" if said.language or presenter.edition.is_original else said.text


def _view(presenter: Presenter, person: Person, claim: Claim[Office]) -> OfficeView:
    event: Entry | None = presenter.entry(claim.value.event)
    is_own = presenter.path == urls.page_of(person)
    own, translation = presenter.quoted(claim, claim.as_written), _translation(presenter, claim)
    return OfficeView(
        id=claim.id if is_own else f"{person.id}--{claim.id}",
        when=presenter.year_words(date_of(event) if event else None),
        person=presenter.link(person),
        words=Said(translation) if translation else own,
        of=presenter.listing([(presenter.link(e),) for ref in claim.value.of if (e := presenter.entry(ref))]),
        event=presenter.link(event) if event else None,
        notes=presenter.notes(claim),
        inferred=presenter.inferred(claim),
        as_written=own if translation else None,
        named=as_named(presenter, claim),
    )
