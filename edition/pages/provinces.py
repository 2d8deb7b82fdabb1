"""Provinces: the index, and a page for each.

What sources say of a province and what the gazetteer knows of it stand apart, the latter marked as reference data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from msgspec import Struct

from edition import urls
from edition.dates import PeriodStatus
from edition.figures import maps
from edition.figures.views import MapFigure
from edition.gazetteer import places as gazetteer
from edition.kinds.agreements import Agreement
from edition.kinds.cooperations import Cooperation
from edition.kinds.entry import SIDES
from edition.kinds.organisations import Organisation
from edition.kinds.provinces import KIND, Province
from edition.languages.language import message
from edition.presenting import offices, reference
from edition.presenting.chronology import date_of, latest_first
from edition.presenting.digest import Digest, digest
from edition.presenting.edition import Edition
from edition.presenting.entries import entry_fields
from edition.presenting.gaps import province_gaps
from edition.presenting.offices import OfficeView
from edition.presenting.pairing import agreement_count, counted, events_of, other, pair_link, tally, told_of
from edition.presenting.presenter import Presenter
from edition.presenting.reference import Explained, Reference, Word
from edition.presenting.search_facts import names_of, search_facts
from edition.presenting.views import EntryView, Link, Note, Page, Plan, Rich, Row, Said, View

LANGUAGES = ("en", "vi", "lo")
KICKERS = {
    "province": (message("province of {country}"), message("former province of {country}")),
    "prefecture": (message("prefecture of {country}"), message("former prefecture of {country}")),
    "centrally-run-city": (
        message("centrally-run city of {country}"),
        message("former centrally-run city of {country}"),
    ),
}
"""What stands above a province's name, by its type: while it lasts, and after."""


class Spelling(Struct, frozen=True):
    """A name as the sources write it, with its evidence."""

    id: str
    word: Word
    notes: tuple[Note, ...]


class Partner(Struct, frozen=True):
    """A pair that a province is in: the province at its other end, the pair's page, what the two have in common."""

    province: Link
    pair: Link
    counts: str


class ProvinceLine(Struct, frozen=True):
    """A province in a list: its other names, its partners, what the record has of it, how it changed."""

    link: Link
    names: tuple[Word, ...]
    partners: Rich
    counts: str
    change: str


class Column(Struct, frozen=True):
    """The provinces of a country."""

    side: str
    heading: str
    lines: tuple[ProvinceLine, ...]


class ProvinceIndex(View, frozen=True, kw_only=True):
    """Every province of the edition, on the map and in a column for each country."""

    columns: tuple[Column, ...]
    map: MapFigure | None


class ProvinceView(EntryView, frozen=True, kw_only=True):
    """One province. `current` says what is in its period; `contents` leads to the page's sections."""

    side: str
    names: tuple[Word, ...]
    change: Reference | None
    contents: tuple[Link, ...]
    partners: tuple[Partner, ...]
    map: MapFigure | None
    agreements: tuple[Row, ...]
    cooperations: tuple[Row, ...]
    events: tuple[Row, ...]
    people: tuple[OfficeView, ...]
    organisations: tuple[Row, ...]
    current: Rich
    digest: Digest
    spellings: tuple[Spelling, ...]
    reference_names: tuple[Reference, ...]
    reference: tuple[Reference, ...]
    reference_note: Said | None
    reference_keys: tuple[Explained, ...]
    certainties: tuple[Explained, ...]
    gaps: tuple[Rich, ...]


def pages(edition: Edition) -> Iterator[Plan]:
    """The index and the provinces' pages."""
    yield Plan(urls.index_of(KIND.folder), partial(_index, edition))
    for province in edition.corpus.of(Province):
        yield Plan(urls.page_of(province), partial(_page, edition, province))


# --- The index -------------------------------------------------------------------------------------------------


def _index(edition: Edition) -> Page:
    path = urls.index_of(KIND.folder)
    presenter = Presenter(edition, path)
    view = ProvinceIndex(
        title=presenter.say("Provinces"),
        description=presenter.say(
            "The provinces of Viet Nam and Laos that the sources speak of, and with whom each works across the "
            "frontier."
        ),
        section=KIND.folder,
        crumbs=presenter.crumbs(),
        columns=columns(presenter),
        map=maps.overview(presenter, both=True),
    )
    return Page(path, "provinces.html", view)


def columns(presenter: Presenter) -> tuple[Column, ...]:
    """The provinces of the edition, a column for each country, by name."""
    provinces = presenter.by_name(presenter.corpus.of(Province))
    sides = {side: [p for p in provinces if presenter.relations.side(p) == side] for side in SIDES}
    return tuple(
        Column(side, presenter.words("country", side), tuple(_line(presenter, p) for p in found))
        for side, found in sides.items()
    )


def _line(presenter: Presenter, province: Province) -> ProvinceLine:
    place = presenter.relations.gazetteer_place(province)
    others = _others(presenter, province)
    return ProvinceLine(
        presenter.link(province),
        _names(presenter, province, place),
        presenter.listing([(presenter.link(other),) for other in others]),
        _holdings(presenter, province),
        presenter.change(place) if place else "",
    )


def _holdings(presenter: Presenter, province: Province) -> str:
    relations = presenter.relations
    if agreements := agreement_count(presenter, relations.of_province(province, Agreement)):
        return agreements
    if relations.of_province(province, Cooperation):
        return presenter.say("cooperation without a document")
    return presenter.say("no agreement yet")


# --- A province ------------------------------------------------------------------------------------------------


def _page(edition: Edition, province: Province) -> Page:
    presenter = Presenter(edition, urls.page_of(province))
    relations = edition.relations
    common = entry_fields(presenter, province, presenter.say("Provinces"))
    place = relations.gazetteer_place(province)
    told = told_of(presenter, (province,))
    agreements = latest_first(relations.of_province(province, Agreement))
    cooperations = latest_first(relations.of_province(province, Cooperation))
    events = latest_first(events_of(presenter, (province,)))
    pairs = [pair for pair in relations.pairs if province.id in pair.ids]
    short = digest(presenter, province, told, pairs)
    held = offices.held_in(presenter, (province,))
    people = offices.views(presenter, held)
    claims = (*province.claims(), *(one.claim for one in told), *(claim for _, claim in held))
    attestation = presenter.attestation(claims)
    reference_names = reference.names(presenter, place) if place else ()
    data = reference.data(presenter, place) if place else ()
    change = _change(presenter, place) if place else None
    organisations = _organisations(presenter, province)
    view = ProvinceView(
        **common,
        description=_description(presenter, province),
        side=relations.side(province),
        kicker=_kicker(presenter, place),
        names=_names(presenter, province, place),
        change=change,
        current=_current(presenter, province, agreements),
        contents=_contents(presenter, agreements, cooperations, events, short.latest, told, people, organisations),
        partners=_partners(presenter, province),
        map=maps.locator(presenter, (province,)),
        agreements=presenter.rows(agreements),
        cooperations=presenter.rows(cooperations),
        events=presenter.rows(events),
        people=people,
        organisations=organisations,
        digest=short,
        spellings=_spellings(presenter, province),
        reference_names=reference_names,
        reference=data,
        reference_note=reference.note(presenter, place.note) if place and place.note else None,
        reference_keys=reference.explained(presenter, (*((change,) if change else ()), *reference_names, *data)),
        certainties=reference.certainties(presenter),
        gaps=tuple(province_gaps(presenter, province, agreements, attestation, holders=len(held))),
        attestation=attestation,
        search=search_facts(
            presenter,
            KIND.one,
            sources=attestation.titles,
            told=told,
            provinces=(province,),
            dates=map(date_of, (*agreements, *cooperations, *events)),
            aliases=names_of(presenter, (province,)),
        ),
    )
    return presenter.page("province.html", view)


def _organisations(presenter: Presenter, province: Province) -> tuple[Row, ...]:
    found = presenter.by_name(presenter.relations.of_province(province, Organisation))
    return tuple(Row(presenter.link(o), kind=presenter.words("organisation", o.type)) for o in found)


def _kicker(presenter: Presenter, place: gazetteer.Place | None) -> str:
    if place is None:
        return presenter.say("province")
    now, after = KICKERS[place.type]
    return presenter.say(after if place.succession else now, country=presenter.words("country", place.country))


def _names(presenter: Presenter, province: Province, place: gazetteer.Place | None) -> tuple[Word, ...]:
    """The gazetteer's names in other languages than the page's where they differ from the title, each spelling once."""
    names = (place.name(language) for language in LANGUAGES) if place else ()
    spelt = {name.value: name for name in names if name and name.value != presenter.name(province)}
    return tuple(Word(name.value, name.language, presenter.words("language", name.language)) for name in spelt.values())


def _description(presenter: Presenter, province: Province) -> str:
    name, others = presenter.name(province), _others(presenter, province)
    if not others:
        return presenter.say(
            "{province}: what the sources say of its cooperation across the frontier, with the evidence.", province=name
        )
    return presenter.say(
        "{province} and its cooperation with {partners}: agreements, events and people, with the evidence.",
        province=name,
        partners=presenter.language.join(presenter.name(other) for other in others),
    )


def _change(presenter: Presenter, place: gazetteer.Place) -> Reference | None:
    sentence = presenter.change(place)
    if not sentence:
        return None
    weakest = max(period.certainty for period in place.periods)
    keys = tuple(dict.fromkeys(key for period in place.periods for key in period.sources))
    return Reference("", (sentence,), (), weakest, keys)


def _current(presenter: Presenter, province: Province, agreements: Sequence[Agreement]) -> Rich:
    """What holds on the edition's day, as far as periods tell; nothing where there is no agreement."""
    who = {"province": presenter.name(province), "day": presenter.day(presenter.corpus.config.as_of)}
    now = [(presenter.link(one),) for one in agreements if presenter.status(one) == PeriodStatus.IN_PERIOD]
    if now:
        return presenter.rich("In its period on {day}: {agreements}.", **who, agreements=presenter.listing(now))
    if agreements:
        return (presenter.say("On {day} no agreement of {province} is in its period, as far as sources tell.", **who),)
    return ()


def _contents(presenter: Presenter, *sections: Sequence[Any]) -> tuple[Link, ...]:
    say, path = presenter.say, presenter.path
    labels = (
        ("agreements", say("Agreements")),
        ("cooperations", say("Cooperation without a document")),
        ("events", say("Events")),
        ("promised", say("Latest commitments")),
        ("told", say("What is said")),
        ("people", say("People")),
        ("organisations", say("Organisations")),
    )
    found = [
        Link(counted(presenter, label, len(items)), f"{path}#the-{anchor}")
        for (anchor, label), items in zip(labels, sections, strict=True)
        if items
    ]
    more = (("names", say("Names")), ("reference", say("Reference data")), ("gaps", say("What is missing")))
    return (*found, *(Link(label, f"{path}#the-{anchor}") for anchor, label in more))


def _partners(presenter: Presenter, province: Province) -> tuple[Partner, ...]:
    pairs = {other(pair, province): pair for pair in presenter.relations.pairs if province.id in pair.ids}
    return tuple(
        Partner(presenter.link(partner), pair_link(presenter, pairs[partner]), tally(presenter, pairs[partner]))
        for partner in presenter.by_name(pairs)
    )


def _others(presenter: Presenter, province: Province) -> list[Province]:
    return presenter.by_name(other(pair, province) for pair in presenter.relations.pairs if province.id in pair.ids)


def _spellings(presenter: Presenter, province: Province) -> tuple[Spelling, ...]:
    return tuple(
        Spelling(
            claim.id,
            Word(claim.value.value, claim.value.language, presenter.words("language", claim.value.language)),
            presenter.notes(claim),
        )
        for claim in province.names
    )
