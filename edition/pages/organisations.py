"""Organisations: the index by side, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct

from edition import urls
from edition.kinds.agreements import Agreement
from edition.kinds.cooperations import Cooperation
from edition.kinds.entry import SIDES
from edition.kinds.events import Event
from edition.kinds.organisations import KIND, Organisation
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
from edition.presenting.views import EntryView, Fact, Link, Page, Plan, Row, RowGroup, View
from edition.presenting.voices import OF_IT, Voice, told_with, voices

INDEX = urls.index_of(KIND.folder)
WHOLE = {"VN": message("Viet Nam as a whole"), "LA": message("Laos as a whole")}


class SideView(Struct, frozen=True):
    """The organisations of one side, by province; those of the whole country first."""

    id: str
    heading: str
    groups: tuple[RowGroup, ...]


class OrganisationIndex(View, frozen=True, kw_only=True):
    """Every organisation, by side."""

    sides: tuple[SideView, ...]


class OrganisationView(EntryView, frozen=True, kw_only=True):
    """One organisation. `succession` is what became of its province, by the gazetteer."""

    home: Link | None
    succession: str
    people: tuple[OfficeView, ...]
    agreements: tuple[Row, ...]
    cooperations: tuple[Row, ...]
    events: tuple[Row, ...]
    voices: tuple[Voice, ...]
    spellings: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    parts: tuple[Row, ...]


def pages(edition: Edition) -> Iterator[Plan]:
    """The index and the organisations' pages."""
    for part in long_lists.parts(INDEX, len(edition.corpus.of(Organisation))):
        yield Plan(part.path, partial(_index, edition, part))
    for organisation in edition.corpus.of(Organisation):
        yield Plan(urls.page_of(organisation), partial(_page, edition, organisation))


# --- The index -------------------------------------------------------------------------------------------------


def _index(edition: Edition, part: Part) -> Page:
    presenter = Presenter(edition, part.path)
    found = part.of(_in_order(presenter))
    sides = {side: [o for o in found if o.side == side] for side in SIDES}
    view = OrganisationIndex(
        **long_lists.head(presenter, presenter.say("Organisations"), part),
        description=presenter.say(
            "Committees, unions, departments and newspapers that the sources name, by side and province."
        ),
        section=KIND.folder,
        sides=tuple(
            SideView(f"side-{side.lower()}", presenter.say(FROM[side]), _by_province(presenter, side, organisations))
            for side, organisations in sides.items()
            if organisations
        ),
    )
    return Page(part.path, "organisations.html", view)


def _in_order(presenter: Presenter) -> list[Organisation]:
    """Every organisation, by side, those of the whole country first, then by province and name."""
    found = presenter.by_name(presenter.corpus.of(Organisation))
    homes = {o.id: presenter.relations.provinces(o)[:1] for o in found}
    provinces = presenter.by_name({home.id: home for one in homes.values() for home in one}.values())
    places = {province.id: place for place, province in enumerate(provinces, 1)}

    def place(organisation: Organisation) -> tuple[int, int]:
        return SIDES.index(organisation.side), sum(places[home.id] for home in homes[organisation.id])

    return sorted(found, key=place)


def _by_province(presenter: Presenter, side: str, organisations: Sequence[Organisation]) -> tuple[RowGroup, ...]:
    ordered = presenter.by_name(organisations)
    provinces = {o.id: presenter.relations.provinces(o)[:1] for o in ordered}
    national = RowGroup(
        f"{side.lower()}-national",
        (presenter.say(WHOLE[side]),),
        tuple(_row(presenter, o) for o in ordered if not provinces[o.id]),
    )
    found = {p.id: p for homes in provinces.values() for p in homes}
    homes = presenter.by_name(found.values())
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
    presenter = Presenter(edition, urls.page_of(organisation))
    type_, country = edition.words("organisation", organisation.type), edition.words("country", organisation.side)
    provinces = edition.relations.provinces(organisation)
    told = told_with(presenter, organisation)
    everything = [one for group in told.values() for one in group]
    agreements = taken_part_in(presenter, organisation, Agreement)
    cooperations = taken_part_in(presenter, organisation, Cooperation)
    events = taken_part_in(presenter, organisation, Event)
    entries: tuple[Agreement | Cooperation | Event, ...] = (*agreements, *cooperations, *events)
    held = offices.held_at(presenter, organisation)
    attestation = presenter.attestation(
        (
            *organisation.claims(),
            *(claim for _, claim in held),
            *(claim for entry in entries for claim in parts(entry, organisation)),
            *(one.claim for one in everything),
        )
    )
    common = entry_fields(presenter, organisation, presenter.say("Organisations"))
    people = offices.views(presenter, offices.in_time(presenter, held))
    view = OrganisationView(
        **common,
        description=description(presenter, organisation, _sentence(presenter, organisation)),
        kicker=presenter.say("{type}, {country}", type=type_, country=country),
        home=presenter.link(provinces[0]) if provinces else None,
        succession=presenter.succession(organisation),
        agreements=rows_with_part(presenter, agreements, organisation),
        cooperations=presenter.rows(cooperations),
        events=rows_with_part(presenter, events, organisation),
        people=people,
        voices=voices(presenter, told, OF_IT),
        spellings=spellings(presenter, organisation.names),
        facts=_facts(presenter, organisation),
        parts=tuple(_row(presenter, o) for o in edition.corpus.of(Organisation) if _is_part(o, organisation)),
        unknown=missing(presenter, organisation),
        attestation=attestation,
        search=search_facts(
            presenter,
            KIND.one,
            sources=attestation.titles,
            told=everything,
            provinces=provinces,
            sides=(organisation.side,),
            dates=map(date_of, entries),
            aliases=(claim.value.value for claim in organisation.names),
        ),
    )
    return presenter.page("organisation.html", view)


def _is_part(organisation: Organisation, whole: Organisation) -> bool:
    return organisation.part_of is not None and organisation.part_of.id == whole.id


def _sentence(presenter: Presenter, organisation: Organisation) -> str:
    return presenter.say(
        "{organisation} ({country}): its agreements, events, people and words, with the evidence.",
        organisation=presenter.name(organisation),
        country=presenter.words("country", organisation.side),
    )


def _facts(presenter: Presenter, organisation: Organisation) -> tuple[Fact, ...]:
    province, above = presenter.entry(organisation.province), presenter.entry(organisation.part_of)
    found = [
        classification(presenter, "side", presenter.say("Side"), (presenter.words("country", organisation.side),)),
        classification(presenter, "type", presenter.say("Type"), (presenter.words("organisation", organisation.type),)),
    ]
    if province:
        found.append(classification(presenter, "province", presenter.say("Province"), (presenter.link(province),)))
    if above:
        found.append(classification(presenter, "part-of", presenter.say("Part of"), (presenter.link(above),)))
    return tuple(found)
