"""People: the index, and a page for each."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from edition import urls
from edition.kinds.entry import SIDES
from edition.kinds.events import Event
from edition.kinds.organisations import Organisation
from edition.kinds.people import KIND, Person
from edition.presenting.chronology import date_of
from edition.presenting.parts import (
    OfficeView,
    RowGroup,
    Voice,
    classification,
    description,
    event_rows,
    offices,
    permalink,
    roles_in,
    search,
    spellings,
    told_with,
    voices,
)
from edition.presenting.presenter import Edition, Presenter, listing
from edition.presenting.views import Attestation, Fact, Link, Page, Row, View
from edition.text import vietnamese_key


@dataclass(frozen=True, kw_only=True)
class PeopleIndex(View):
    """Everybody whom the sources name, by side."""

    groups: tuple[RowGroup, ...]


@dataclass(frozen=True, kw_only=True)
class PersonView(View):
    """One person."""

    kicker: str
    lede: str
    summary: Markup
    spellings: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    offices: tuple[OfficeView, ...]
    voices: tuple[Voice, ...]
    events: tuple[Row, ...]
    unknown: tuple[str, ...]
    editorial_note: str
    attestation: Attestation
    permalink: str


def pages(edition: Edition) -> Iterator[Page]:
    """The index and the people's pages."""
    yield _index(edition)
    for person in edition.corpus.of(Person):
        yield _page(edition, person)


def _index(edition: Edition) -> Page:
    path = urls.index_of(KIND.folder)
    presenter = Presenter(edition, path)
    everybody = sorted(edition.corpus.of(Person), key=lambda p: vietnamese_key(p.title))
    view = PeopleIndex(
        title="People",
        description="Everybody whom the sources name, with the offices in which they name them. "
        "An office is that of the day in the source, not of today.",
        section=KIND.folder,
        crumbs=presenter.crumbs(),
        groups=tuple(_by_side(presenter, everybody)),
    )
    return Page(path, "people.html", view)


def _by_side(presenter: Presenter, everybody: Sequence[Person]) -> Iterator[RowGroup]:
    headings = {"VN": "From Viet Nam", "LA": "From Laos"}
    for side in SIDES:
        rows = tuple(_row(presenter, person) for person in everybody if person.side == side)
        if rows:
            yield RowGroup(f"side-{side.lower()}", (headings[side],), rows)


def _row(presenter: Presenter, person: Person) -> Row:
    """A person, by the latest office in which a source names them."""
    held = list(offices(presenter, lambda p, _: p == person))
    if not held:
        return Row(presenter.link(person))
    latest = next((office for office in reversed(held) if any(c.isdigit() for c in office.when)), held[-1])
    return Row(presenter.link(person), latest.when, "", (f"“{latest.words}”",))


def _page(edition: Edition, person: Person) -> Page:
    path = urls.page_of(person)
    presenter = Presenter(edition, path)
    told = told_with(presenter, person)
    everything = [one for group in told.values() for one in group]
    events = [e for e in edition.corpus.of(Event) if roles_in(e.participants, person, presenter)]
    summary = presenter.summary(person)
    held = tuple(offices(presenter, lambda p, _: p == person))
    spoken = voices(presenter, told, _headings(person.title))
    names = spellings(presenter, person.names)
    took_part = [c for e in events for c in e.participants if c.value.ref and c.value.ref.id == person.id]
    view = PersonView(
        title=person.title,
        description=description(person, _lede(person, held)),
        section=KIND.folder,
        crumbs=presenter.crumbs(Link("People", urls.index_of(KIND.folder))),
        kicker={"VN": "person from the Vietnamese side", "LA": "person from the Lao side"}[person.side],
        lede=_lede(person, held),
        summary=summary,
        offices=held,
        voices=spoken,
        events=event_rows(presenter, person),
        spellings=names,
        facts=_facts(presenter, person),
        unknown=tuple(_missing(person, told)),
        editorial_note=person.editorial_note,
        attestation=presenter.attestation_of(
            dict.fromkeys((*person.claims(), *took_part, *(one.claim for one in everything)))
        ),
        permalink=permalink(presenter),
        search=search(
            presenter,
            KIND.one,
            told=everything,
            provinces=edition.relations.provinces(person),
            sides=(person.side,),
            dates=(date_of(event) for event in events),
            aliases=(claim.value.value for claim in person.names),
        ),
        notes=presenter.all_notes,
        draft=person.is_draft,
    )
    return Page(path, "person.html", view)


def _headings(name: str) -> dict[str, str]:
    return {
        "of": f"What is said of {name}",
        "by": f"What {name} said, asked or did",
        "to": f"What was asked of {name} or addressed to {name}",
        "for": f"What was to benefit {name}",
    }


def _lede(person: Person, held: Sequence[OfficeView]) -> str:
    """Who the person was when a source last named them."""
    if not held:
        return f"{person.title}: no source yet gives an office."
    last = held[-1]
    return f"Named as “{last.words}” ({last.when})."


def _facts(presenter: Presenter, person: Person) -> tuple[Fact, ...]:
    entries = [presenter.corpus.entries[ref.id] for claim in person.offices for ref in claim.value.of]
    bodies = tuple(e for e in dict.fromkeys(entries) if isinstance(e, Organisation))
    provinces = presenter.relations.provinces(person)
    concluded = "Concluded from the offices above."
    found = [classification("side", "Side", (presenter.words("country", person.side),))]
    if bodies:
        links = listing([(presenter.link(e),) for e in bodies])
        found.append(classification("bodies", "Organisations", links, concluded))
    if provinces:
        links = listing([(presenter.link(p),) for p in provinces])
        found.append(classification("provinces", "Provinces", links, concluded))
    return tuple(found)


def _missing(person: Person, told: Container[str]) -> Iterator[str]:
    if not person.offices:
        yield "Which office the person held."
    if "by" not in told:
        yield "What the person said."
    own = {"VN": "vi", "LA": "lo"}[person.side]
    if own not in {claim.value.language for claim in person.names}:
        yield {"vi": "How the name is spelt in a Vietnamese text.", "lo": "How the name is written in Lao script."}[own]
