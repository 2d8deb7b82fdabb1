"""People: the index, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from edition import urls
from edition.kinds.entry import SIDES
from edition.kinds.events import Event
from edition.kinds.organisations import Organisation
from edition.kinds.people import KIND, Person
from edition.languages.language import message
from edition.presenting import long_lists, offices
from edition.presenting.chronology import date_of
from edition.presenting.edition import Edition
from edition.presenting.entries import FROM, classification, description, entry_fields, spellings
from edition.presenting.long_lists import Part
from edition.presenting.missing import missing
from edition.presenting.offices import OfficeView
from edition.presenting.presenter import Presenter
from edition.presenting.roles import parts, rows_with_part, taken_part_in
from edition.presenting.search_facts import search_facts
from edition.presenting.views import EntryView, Fact, Page, Plan, Row, RowGroup, View
from edition.presenting.voices import Voice, told_with, voices

INDEX = urls.index_of(KIND.folder)
KICKER = {"VN": message("person from the Vietnamese side"), "LA": message("person from the Lao side")}


class PeopleIndex(View, frozen=True, kw_only=True):
    """Everybody whom the sources name, by side."""

    groups: tuple[RowGroup, ...]


class PersonView(EntryView, frozen=True, kw_only=True):
    """One person."""

    lede: str
    spellings: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    offices: tuple[OfficeView, ...]
    voices: tuple[Voice, ...]
    events: tuple[Row, ...]


def pages(edition: Edition) -> Iterator[Plan]:
    """The index and the people's pages."""
    for part in long_lists.parts(INDEX, len(edition.corpus.of(Person))):
        yield Plan(part.path, partial(_index, edition, part))
    for person in edition.corpus.of(Person):
        yield Plan(urls.page_of(person), partial(_page, edition, person))


def _index(edition: Edition, part: Part) -> Page:
    presenter = Presenter(edition, part.path)
    everybody = sorted(presenter.by_name(edition.corpus.of(Person)), key=lambda person: SIDES.index(person.side))
    view = PeopleIndex(
        **long_lists.head(presenter, presenter.say("People"), part),
        description=presenter.say(
            "Everybody whom the sources name, with the offices in which they name them. "
            "An office is that of the day in the source, not of today."
        ),
        section=KIND.folder,
        groups=tuple(_by_side(presenter, part.of(everybody))),
    )
    return Page(part.path, "people.html", view)


def _by_side(presenter: Presenter, everybody: Sequence[Person]) -> Iterator[RowGroup]:
    for side in SIDES:
        rows = tuple(_row(presenter, person) for person in everybody if person.side == side)
        if rows:
            yield RowGroup(f"side-{side.lower()}", (presenter.say(FROM[side]),), rows)


def _row(presenter: Presenter, person: Person) -> Row:
    """A person, by the latest office in which a source names them."""
    held = _offices(presenter, person)
    if not held:
        return Row(presenter.link(person))
    latest = next((office for office in reversed(held) if any(c.isdigit() for c in office.when)), held[-1])
    return Row(presenter.link(person), latest.when, "", (latest.named,))


def _offices(presenter: Presenter, person: Person) -> tuple[OfficeView, ...]:
    return offices.views(presenter, offices.in_time(presenter, offices.held_by(person)))


def _page(edition: Edition, person: Person) -> Page:
    presenter = Presenter(edition, urls.page_of(person))
    told = told_with(presenter, person)
    everything = [one for group in told.values() for one in group]
    events = taken_part_in(presenter, person, Event)
    took_part = (claim for event in events for claim in parts(event, person))
    attestation = presenter.attestation((*person.claims(), *took_part, *(one.claim for one in everything)))
    common = entry_fields(presenter, person, presenter.say("People"))
    held = _offices(presenter, person)
    view = PersonView(
        **common,
        description=description(presenter, person, _lede(presenter, person, held)),
        kicker=presenter.say(KICKER[person.side]),
        lede=_lede(presenter, person, held),
        offices=held,
        voices=voices(presenter, told, _headings(presenter, person)),
        events=rows_with_part(presenter, events, person),
        spellings=spellings(presenter, person.names),
        facts=_facts(presenter, person),
        unknown=missing(presenter, person),
        attestation=attestation,
        search=search_facts(
            presenter,
            KIND.one,
            sources=attestation.titles,
            told=everything,
            provinces=edition.relations.provinces(person),
            sides=(person.side,),
            dates=map(date_of, events),
            aliases=(claim.value.value for claim in person.names),
        ),
    )
    return presenter.page("person.html", view)


def _headings(presenter: Presenter, person: Person) -> dict[str, str]:
    name = presenter.name(person)
    return {
        "of": presenter.say("What is said of {name}", name=name),
        "by": presenter.say("What {name} said, asked or did", name=name),
        "to": presenter.say("What was asked of {name} or addressed to {name}", name=name),
        "for": presenter.say("What was to benefit {name}", name=name),
    }


def _lede(presenter: Presenter, person: Person, held: Sequence[OfficeView]) -> str:
    """Who the person was when a source last named them."""
    if not held:
        return presenter.say("{person}: no source yet gives an office.", person=presenter.name(person))
    last = held[-1]
    return presenter.say("Named as {office} ({when}).", office=last.named, when=last.when)


def _facts(presenter: Presenter, person: Person) -> tuple[Fact, ...]:
    entries = [presenter.corpus.entries[ref.id] for claim in person.offices for ref in claim.value.of]
    bodies = tuple(e for e in dict.fromkeys(entries) if isinstance(e, Organisation))
    provinces = presenter.relations.provinces(person)
    concluded = presenter.say("Concluded from the offices above.")
    found = [classification(presenter, "side", presenter.say("Side"), (presenter.words("country", person.side),))]
    if bodies:
        links = presenter.listing([(presenter.link(e),) for e in bodies])
        found.append(classification(presenter, "bodies", presenter.say("Organisations"), links, concluded))
    if provinces:
        links = presenter.listing([(presenter.link(p),) for p in provinces])
        found.append(classification(presenter, "provinces", presenter.say("Provinces"), links, concluded))
    return tuple(found)
