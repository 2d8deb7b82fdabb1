"""Organisations: the index by side, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from edition import urls
from edition.kinds.agreements import Agreement
from edition.kinds.cooperations import Cooperation
from edition.kinds.entry import SIDES
from edition.kinds.events import Event
from edition.kinds.organisations import KIND, Organisation
from edition.kinds.people import Person
from edition.presenting.chronology import date_of, in_order
from edition.presenting.parts import (
    OF_IT,
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
    with_role,
)
from edition.presenting.presenter import Edition, Presenter
from edition.presenting.views import Attestation, Fact, Link, Page, Row, View
from edition.text import vietnamese_key


@dataclass(frozen=True, slots=True)
class SideView:
    """The organisations of one side, by province; those of the whole country first."""

    id: str
    heading: str
    groups: tuple[RowGroup, ...]


@dataclass(frozen=True, kw_only=True)
class OrganisationIndex(View):
    """Every organisation, by side."""

    sides: tuple[SideView, ...]


@dataclass(frozen=True, kw_only=True)
class OrganisationView(View):
    """One organisation. `succession` is what became of its province, by the gazetteer."""

    kicker: str
    home: Link | None
    succession: str
    summary: Markup
    people: tuple[OfficeView, ...]
    agreements: tuple[Row, ...]
    cooperations: tuple[Row, ...]
    events: tuple[Row, ...]
    voices: tuple[Voice, ...]
    spellings: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    parts: tuple[Row, ...]
    as_of: str
    unknown: tuple[str, ...]
    editorial_note: str
    attestation: Attestation
    permalink: str


def pages(edition: Edition) -> Iterator[Page]:
    """The index and the organisations' pages."""
    yield _index(edition)
    for organisation in edition.corpus.of(Organisation):
        yield _page(edition, organisation)


# --- The index -------------------------------------------------------------------------------------------------


def _index(edition: Edition) -> Page:
    path = urls.index_of(KIND.folder)
    presenter = Presenter(edition, path)
    headings = {"VN": "From Viet Nam", "LA": "From Laos"}
    found = edition.corpus.of(Organisation)
    sides = {side: [o for o in found if o.side == side] for side in SIDES}
    view = OrganisationIndex(
        title="Organisations",
        description="Committees, unions, departments and newspapers that the sources name, by side and province.",
        section=KIND.folder,
        crumbs=presenter.crumbs(),
        sides=tuple(
            SideView(f"side-{side.lower()}", headings[side], _by_province(presenter, side, organisations))
            for side, organisations in sides.items()
            if organisations
        ),
    )
    return Page(path, "organisations.html", view)


def _by_province(presenter: Presenter, side: str, organisations: Sequence[Organisation]) -> tuple[RowGroup, ...]:
    ordered = sorted(organisations, key=lambda o: vietnamese_key(o.title))
    provinces = {o.id: presenter.relations.provinces(o)[:1] for o in ordered}
    whole = {"VN": "Viet Nam as a whole", "LA": "Laos as a whole"}
    national = RowGroup(
        f"{side.lower()}-national",
        (whole[side],),
        tuple(_row(presenter, o) for o in ordered if not provinces[o.id]),
    )
    found = {p.id: p for homes in provinces.values() for p in homes}
    homes = sorted(found.values(), key=lambda p: vietnamese_key(p.title))
    provincial = [
        RowGroup(
            f"of-{home.id}",
            (presenter.link(home),),
            tuple(_row(presenter, o) for o in ordered if home in provinces[o.id]),
        )
        for home in homes
    ]
    return tuple(group for group in (national, *provincial) if group.rows)


def _row(presenter: Presenter, organisation: Organisation) -> Row:
    return Row(presenter.link(organisation), "", presenter.words("organisation", organisation.type))


# --- An organisation -------------------------------------------------------------------------------------------


def _page(edition: Edition, organisation: Organisation) -> Page:
    path = urls.page_of(organisation)
    presenter = Presenter(edition, path)
    corpus, relations = edition.corpus, edition.relations
    title, type_ = organisation.title, edition.words("organisation", organisation.type)
    provinces = relations.provinces(organisation)
    told = told_with(presenter, organisation)
    everything = [one for group in told.values() for one in group]
    agreements = [a for a in corpus.of(Agreement) if roles_in(a.parties, organisation, presenter)]
    cooperations = [c for c in corpus.of(Cooperation) if roles_in(c.parties, organisation, presenter)]
    events = [e for e in corpus.of(Event) if roles_in(e.participants, organisation, presenter)]
    parts = (*(a.parties for a in agreements), *(c.parties for c in cooperations), *(e.participants for e in events))
    taking_part = [c for part in parts for c in part if c.value.ref and c.value.ref.id == organisation.id]
    summary = presenter.summary(organisation)
    people = tuple(offices(presenter, lambda _, claim: any(ref.id == organisation.id for ref in claim.value.of)))
    held = [c for p in corpus.of(Person) for c in p.offices if any(ref.id == organisation.id for ref in c.value.of)]
    claims = (*organisation.claims(), *held, *taking_part, *(one.claim for one in everything))
    view = OrganisationView(
        title=title,
        description=description(organisation, _sentence(presenter, organisation)),
        section=KIND.folder,
        crumbs=presenter.crumbs(Link("Organisations", urls.index_of(KIND.folder))),
        kicker=f"{type_}, {edition.words('country', organisation.side)}",
        home=presenter.link(provinces[0]) if provinces else None,
        succession=presenter.succession(organisation),
        summary=summary,
        agreements=tuple(_agreements(presenter, organisation)),
        cooperations=tuple(presenter.cooperation_row(c) for c in cooperations),
        events=event_rows(presenter, organisation),
        people=people,
        voices=voices(presenter, told, OF_IT),
        spellings=spellings(presenter, organisation.names),
        facts=_facts(presenter, organisation),
        parts=tuple(
            _row(presenter, o) for o in corpus.of(Organisation) if o.part_of and o.part_of.id == organisation.id
        ),
        as_of=presenter.as_of,
        unknown=tuple(_missing(organisation, people)),
        editorial_note=organisation.editorial_note,
        attestation=presenter.attestation_of(dict.fromkeys(claims)),
        permalink=permalink(presenter),
        search=search(
            presenter,
            KIND.one,
            told=everything,
            provinces=provinces,
            sides=(organisation.side,),
            dates=(date_of(entry) for entry in (*agreements, *cooperations, *events)),
            aliases=(claim.value.value for claim in organisation.names),
        ),
        notes=presenter.all_notes,
        draft=organisation.is_draft,
    )
    return Page(path, "organisation.html", view)


def _sentence(presenter: Presenter, organisation: Organisation) -> str:
    country = presenter.words("country", organisation.side)
    return f"{organisation.title} ({country}): its agreements, events, people and words, with the evidence."


def _agreements(presenter: Presenter, organisation: Organisation) -> Iterator[Row]:
    for agreement in in_order(presenter.corpus.of(Agreement)):
        if role := roles_in(agreement.parties, organisation, presenter):
            yield with_role(presenter.agreement_row(agreement), role)


def _facts(presenter: Presenter, organisation: Organisation) -> tuple[Fact, ...]:
    province, above = presenter.entry(organisation.province), presenter.entry(organisation.part_of)
    found = [
        classification("side", "Side", (presenter.words("country", organisation.side),)),
        classification("type", "Type", (presenter.words("organisation", organisation.type),)),
    ]
    if province:
        found.append(classification("province", "Province", (presenter.link(province),)))
    if above:
        found.append(classification("part-of", "Part of", (presenter.link(above),)))
    return tuple(found)


def _missing(organisation: Organisation, people: Sequence[OfficeView]) -> Iterator[str]:
    if not people:
        yield "Who holds an office in it."
    own = {"VN": "vi", "LA": "lo"}[organisation.side]
    if own not in {claim.value.language for claim in organisation.names}:
        yield {"vi": "Its name in Vietnamese.", "lo": "Its name in Lao."}[own]
