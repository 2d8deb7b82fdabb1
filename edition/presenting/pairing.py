"""What provinces have in common: links, counts, statements, events, offices, and what search knows of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from edition import urls
from edition.kinds.agreements import Agreement
from edition.kinds.cooperations import Cooperation
from edition.kinds.entry import Claim, Entry
from edition.kinds.events import Event
from edition.kinds.people import Office, Person
from edition.kinds.provinces import Province
from edition.kinds.statements import STATEMENT_TYPES
from edition.presenting.chronology import date_of, in_order
from edition.presenting.presenter import Presenter, counted
from edition.presenting.views import Fact, Group, Link, SearchFacts
from edition.relations import Pair, Told


def pair_link(pair: Pair, text: str = "") -> Link:
    """A link to a pair's page."""
    return Link(text or f"{pair.vietnamese.title} and {pair.lao.title}", urls.page_at(urls.PAIRS, pair.id))


def tally(presenter: Presenter, pair: Pair) -> str:
    """What the record has of a pair: “1 agreement, 2 events”."""
    agreements = agreement_count(presenter.relations.of_pair(pair, Agreement))
    cooperations = len(presenter.relations.of_pair(pair, Cooperation))
    events = len(events_of(presenter, (pair.vietnamese, pair.lao)))
    found = (
        agreements,
        counted(cooperations, "cooperation without a document", "cooperations without a document")
        if cooperations
        else "",
        counted(events, "event", "events") if events else "",
    )
    return ", ".join(part for part in found if part)


def agreement_count(agreements: Iterable[Agreement]) -> str:
    """How many agreements there are; proposals, which nobody has agreed to yet, are counted apart."""
    proposed = [is_proposal(agreement) for agreement in agreements]
    made = len(proposed) - sum(proposed)
    found = (
        counted(made, "agreement", "agreements") if made else "",
        counted(sum(proposed), "set of proposals", "sets of proposals") if any(proposed) else "",
    )
    return ", ".join(part for part in found if part)


def told_of(presenter: Presenter, provinces: Sequence[Province]) -> tuple[Told, ...]:
    """The statements that have to do with all of `provinces`, commitments first."""

    def concerned(one: Told) -> tuple[Province, ...]:
        return (*presenter.relations.concerns(one), *_held_in(presenter, one.entry))

    return tuple(
        sorted(
            (one for one in presenter.relations.statements if all(p in concerned(one) for p in provinces)),
            key=lambda one: STATEMENT_TYPES.index(one.statement.type),
        )
    )


def events_of(presenter: Presenter, provinces: Sequence[Province]) -> tuple[Event, ...]:
    """The events in which all of `provinces` took part, or in one of which they were held, in the order of time."""

    def concerned(event: Event) -> tuple[Province, ...]:
        return (*presenter.relations.provinces(event), *_held_in(presenter, event))

    found = (event for event in presenter.corpus.of(Event) if all(p in concerned(event) for p in provinces))
    return in_order(found)


def _held_in(presenter: Presenter, entry: Entry) -> tuple[Province, ...]:
    place = presenter.entry(entry.place.value) if isinstance(entry, Event) and entry.place else None
    return presenter.relations.provinces(place) if place else ()


def is_proposal(agreement: Agreement) -> bool:
    """Whether nobody has agreed to it yet."""
    return bool(agreement.form and agreement.form.value == "proposals")


def office_fact(presenter: Presenter, person: Person, claim: Claim[Office]) -> Fact:
    """A person's office as the source gives it, by the day on which it was so given."""
    event = presenter.entry(claim.value.event)
    date = event.date.value if isinstance(event, Event) and event.date else None
    return Fact(
        f"{person.id}--{claim.id}",
        presenter.year_words(date),
        (presenter.link(person),),
        presenter.notes(claim),
        claim.as_written,
        claim.inferred,
    )


def offices_in(
    presenter: Presenter, provinces: Sequence[Province], people: Iterable[Person]
) -> tuple[tuple[Person, Claim[Office]], ...]:
    """The offices that people hold in one of the provinces."""
    entries = presenter.corpus.entries
    return tuple(
        (person, claim)
        for person in people
        for claim in person.offices
        if any(p in provinces for ref in claim.value.of for p in presenter.relations.provinces(entries[ref.id]))
    )


def field_links(path: str, groups: Iterable[Group]) -> tuple[Link, ...]:
    """Links to the fields of cooperation further down the page, each with the number of its statements."""
    return tuple(
        Link(
            f"{''.join(part.text if isinstance(part, Link) else part for part in group.heading)} ({len(group.items)})",
            f"{path}#{group.id}-heading",
        )
        for group in groups
    )


def search_facts(
    presenter: Presenter,
    kind: str,
    provinces: Sequence[Province],
    told: Iterable[Told],
    dated: Iterable[Entry],
) -> SearchFacts:
    """What search knows of provinces: every spelling of their names, their fields, the years of their entries."""
    relations, entries = presenter.relations, presenter.corpus.entries
    places = [place for p in provinces if (place := relations.gazetteer_place(p))]
    dates = [date for entry in dated if (date := date_of(entry))]
    days = [day for date in dates if (day := date.earliest)]
    fields = {ref.id: entries[ref.id].title for one in told for ref in one.statement.fields}
    names = [name.value for place in places for name in (*place.names, *place.aliases)]
    attested = [claim.value.value for p in provinces for claim in p.names]
    sides = dict.fromkeys(side for p in provinces if (side := relations.side(p)))
    return SearchFacts(
        kind=kind,
        countries=tuple(presenter.words("country", side) for side in sides),
        provinces=tuple(p.title for p in provinces),
        fields=tuple(sorted(fields.values())),
        years=tuple(sorted({str(year) for date in dates for year in date.years})),
        date=max(days).isoformat() if days else "",
        aliases=tuple(dict.fromkeys((*attested, *names))),
    )
