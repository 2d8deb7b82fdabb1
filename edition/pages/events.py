"""Events: the index, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from edition import urls
from edition.dates import Edtf, parse
from edition.kinds.entry import SIDES, Claim, Party
from edition.kinds.events import KIND, Event
from edition.kinds.people import Person
from edition.languages.language import message
from edition.presenting import long_lists
from edition.presenting.chronology import date_of, in_order, latest_first, mark, precision, years_of
from edition.presenting.edition import Edition
from edition.presenting.entries import classification, description, entry_fields
from edition.presenting.long_lists import Part
from edition.presenting.missing import missing
from edition.presenting.neighbours import Neighbours, neighbours
from edition.presenting.offices import as_named
from edition.presenting.presenter import Presenter
from edition.presenting.search_facts import search_facts
from edition.presenting.views import EntryView, Fact, Group, Link, Page, Plan, Row, RowGroup, View

INDEX = urls.index_of(KIND.folder)
ARRANGED = message("Our arrangement of the events, not the words of a source.")
NO_TIME = message("Its year is not known, so it has no place among the others in time.")
FROM_SIDE = {
    "VN": message("From the Vietnamese side"),
    "LA": message("From the Lao side"),
    "": message("Of a side that no source makes plain"),
}
MOST_YEARS_IN_ANCHOR = 5


class PartyGroup(Struct, frozen=True):
    """The participants of one side."""

    id: str
    heading: str
    facts: tuple[Fact, ...]


class EventIndex(View, frozen=True, kw_only=True):
    """Every event by year, the latest first."""

    groups: tuple[RowGroup, ...]


class EventView(EntryView, frozen=True, kw_only=True):
    """One event. `mark` stands beside its date; `in_time` are the events before and after it."""

    when: str
    mark: str
    where: Link | None
    facts: tuple[Fact, ...]
    participants: tuple[PartyGroup, ...]
    agreements: tuple[Fact, ...]
    statements: tuple[Group, ...]
    above: Link | None
    parts: tuple[Row, ...]
    in_time: Neighbours


def pages(edition: Edition) -> Iterator[Plan]:
    """The index and the events' pages."""
    ordered = in_order(edition.corpus.of(Event))
    for part in long_lists.parts(INDEX, len(ordered)):
        yield Plan(part.path, partial(_index, edition, part))
    for event in edition.corpus.of(Event):
        yield Plan(urls.page_of(event), partial(_page, edition, event, ordered))


# --- The index -------------------------------------------------------------------------------------------------


def _index(edition: Edition, part: Part) -> Page:
    presenter = Presenter(edition, part.path)
    view = EventIndex(
        **long_lists.head(presenter, presenter.say("Events"), part),
        description=presenter.say(
            "Signings, awards, visits and meetings of Vietnamese and Lao provinces and organisations, by year."
        ),
        section=KIND.folder,
        groups=tuple(_by_year(presenter, part.of(latest_first(presenter.corpus.of(Event))))),
    )
    return Page(part.path, "events.html", view)


def _by_year(presenter: Presenter, events: Sequence[Event]) -> Iterator[RowGroup]:
    for anchor, heading in dict.fromkeys(_year(presenter, date_of(e)) for e in events):
        rows = presenter.rows(e for e in events if _year(presenter, date_of(e)) == (anchor, heading))
        yield RowGroup(anchor, (heading,), rows)


def _year(presenter: Presenter, date: Edtf | None) -> tuple[str, str]:
    """An anchor, and in words the year, or the years it may be, or that it is not known."""
    if date is None or not date.has_year:
        return "year-unknown", presenter.say("Year not known")
    years = years_of((date,))
    shown = years if len(years) <= MOST_YEARS_IN_ANCHOR else (years[0], years[-1])
    return "-".join(("year", *shown)), presenter.date(parse(years[0]) if len(years) == 1 else date)


# --- An event --------------------------------------------------------------------------------------------------


def _page(edition: Edition, event: Event, ordered: tuple[Event, ...]) -> Page:
    presenter = Presenter(edition, urls.page_of(event))
    relations = edition.relations
    when = presenter.year_words(date_of(event))
    place = presenter.entry(event.place.value) if event.place else None
    above = presenter.entry(event.part_of)
    kicker = edition.words("event", event.type.value) if event.type else presenter.say_in("kind", KIND.one)
    told = presenter.told(event)
    attestation = presenter.attestation(event.claims())
    view = EventView(
        **entry_fields(presenter, event, presenter.say("Events")),
        description=description(
            presenter,
            event,
            presenter.say("{title}: {kind}, {when}.", title=presenter.name(event), kind=kicker, when=when),
        ),
        kicker=kicker,
        when=when,
        mark=presenter.say(mark(event.date)),
        where=presenter.link(place) if place else None,
        facts=_facts(presenter, event),
        agreements=tuple(_agreements(presenter, event)),
        participants=tuple(_participants(presenter, event)),
        statements=presenter.by_type(told),
        above=presenter.link(above) if above else None,
        parts=presenter.rows(e for e in ordered if e.part_of and e.part_of.id == event.id),
        unknown=missing(presenter, event),
        attestation=attestation,
        in_time=neighbours(presenter, event, ordered, NO_TIME),
        search=search_facts(
            presenter,
            KIND.one,
            sources=attestation.titles,
            told=told,
            provinces=relations.provinces(event),
            sides=(relations.party_side(claim.value) for claim in event.participants),
            dates=(date_of(event),),
        ),
    )
    return presenter.page("event.html", view)


def _facts(presenter: Presenter, event: Event) -> tuple[Fact, ...]:
    date, say = event.date, presenter.say
    above = presenter.entry(event.part_of)
    facts = (
        presenter.date_fact(date, say("Date"), say(precision(date.value))) if date else None,
        presenter.place_fact(event.place, say("Place")),
        presenter.coded_fact(event.type, say("Type"), "event"),
        classification(presenter, "part-of", say("Part of"), (presenter.link(above),), say(ARRANGED))
        if above
        else None,
    )
    return tuple(fact for fact in facts if fact)


def _participants(presenter: Presenter, event: Event) -> Iterator[PartyGroup]:
    """The participants of the one side, of the other, and those whose side no source makes plain."""
    for side in (*SIDES, ""):
        claims = [c for c in event.participants if presenter.relations.party_side(c.value) == side]
        if claims:
            facts = tuple(_participant(presenter, event, claim) for claim in claims)
            yield PartyGroup(f"side-{side.lower() or 'unknown'}", presenter.say(FROM_SIDE[side]), facts)


def _participant(presenter: Presenter, event: Event, claim: Claim[Party]) -> Fact:
    """A participant, with the office in which the sources name them here."""
    fact = presenter.party_fact(claim, presenter.words("role", claim.value.role))
    person = presenter.entry(claim.value.ref)
    if not isinstance(person, Person):
        return fact
    held = [office for office in person.offices if office.value.event and office.value.event.id == event.id]
    more = [note for office in held for note in presenter.notes(office)]
    known = {note.number for note in fact.notes}
    offices = presenter.language.join(as_named(presenter, office) for office in held)
    return replace(
        fact,
        notes=(*fact.notes, *(note for note in more if note.number not in known)),
        remark=presenter.say("Named in this connection as {offices}.", offices=offices) if held else fact.remark,
    )


def _agreements(presenter: Presenter, event: Event) -> Iterator[Fact]:
    for claim in event.agreements:
        label = presenter.words("act", claim.value.act)
        fact = presenter.fact(claim, label, lambda act: presenter.link_to(act.agreement))
        if fact:
            yield fact
