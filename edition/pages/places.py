"""Places: the index, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from edition import urls
from edition.gazetteer import places as gazetteer
from edition.kinds.agreements import Agreement
from edition.kinds.entry import Entry
from edition.kinds.events import Event
from edition.kinds.places import KIND, Place
from edition.kinds.provinces import Province
from edition.presenting import reference
from edition.presenting.chronology import date_of, in_order
from edition.presenting.edition import Edition
from edition.presenting.entries import classification, description, entry_fields, spellings
from edition.presenting.presenter import Presenter
from edition.presenting.reference import Explained, Reference, Word
from edition.presenting.search_facts import search_facts
from edition.presenting.views import EntryView, Fact, Link, Page, Plan, Rich, Row, View
from edition.presenting.voices import OF_IT, Voice, told_with, voices
from edition.text import fold


class PlaceIndex(View, frozen=True, kw_only=True):
    """Every place that is no province."""

    lede: Rich
    rows: tuple[Row, ...]


class PlaceView(EntryView, frozen=True, kw_only=True):
    """One place. `reference` is what the gazetteer knows of it."""

    province: Link | None
    events: tuple[Row, ...]
    agreements: tuple[Row, ...]
    voices: tuple[Voice, ...]
    spellings: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    reference_names: tuple[Reference, ...]
    reference: tuple[Reference, ...]
    reference_keys: tuple[Explained, ...]
    certainties: tuple[Explained, ...]


def pages(edition: Edition) -> Iterator[Plan]:
    """The index and the places' pages."""
    yield Plan(urls.index_of(KIND.folder), partial(_index, edition))
    for place in edition.corpus.of(Place):
        yield Plan(urls.page_of(place), partial(_page, edition, place))


def _index(edition: Edition) -> Page:
    path = urls.index_of(KIND.folder)
    presenter = Presenter(edition, path)
    provinces = Link(presenter.say("provinces"), urls.index_of("provinces"))
    about = presenter.say("Towns and other places, besides the provinces, in which something in the record took place.")
    view = PlaceIndex(
        title=presenter.say("Places"),
        description=about,
        lede=presenter.rich("{places} The {provinces} have pages of their own.", places=about, provinces=provinces),
        section=KIND.folder,
        crumbs=presenter.crumbs(),
        rows=tuple(_row(presenter, place) for place in presenter.by_name(edition.corpus.of(Place))),
    )
    return Page(path, "places.html", view)


def _row(presenter: Presenter, place: Place) -> Row:
    """A place in a list: where it lies, and what took place there."""
    home = presenter.entry(place.province)
    side = presenter.relations.side(place)
    events = len(_events(presenter, place))
    about = (presenter.link(home),) if home else (presenter.words("country", side),) if side else ()
    return Row(
        presenter.link(place),
        "",
        "",
        (*about, " · " if about else "", presenter.count("{n} event", "{n} events", events)),
    )


def _page(edition: Edition, place: Place) -> Page:
    presenter = Presenter(edition, urls.page_of(place))
    home, side = presenter.entry(place.province), edition.relations.side(place)
    events, agreements = _events(presenter, place), _agreements(presenter, place)
    told = told_with(presenter, place)
    everything = [one for group in told.values() for one in group]
    located = [*(e.place for e in events if e.place), *(a.place for a in agreements if a.place)]
    attestation = presenter.attestation((*place.claims(), *located, *(one.claim for one in everything)))
    names, data = _reference(presenter, place)
    otherwise = presenter.say(
        "{place}: the events and agreements that the record places there.", place=presenter.name(place)
    )
    view = PlaceView(
        **entry_fields(presenter, place, presenter.say("Places")),
        description=description(presenter, place, otherwise),
        kicker=_kicker(presenter, side),
        province=presenter.link(home) if home else None,
        events=tuple(replace(row, about=()) for row in presenter.rows(events)),
        agreements=presenter.rows(agreements),
        voices=voices(presenter, told, OF_IT),
        spellings=spellings(presenter, place.names),
        facts=tuple(_facts(presenter, place)),
        reference_names=names,
        reference=data,
        reference_keys=reference.explained(presenter, (*names, *data)),
        certainties=reference.certainties(presenter),
        unknown=() if events or agreements else (presenter.say("What took place there."),),
        attestation=attestation,
        search=search_facts(
            presenter,
            KIND.one,
            sources=attestation.titles,
            told=everything,
            provinces=(home,) if isinstance(home, Province) else (),
            sides=(side,),
            dates=map(date_of, (*events, *agreements)),
            aliases=_aliases(place, names),
        ),
    )
    return presenter.page("place.html", view)


def _kicker(presenter: Presenter, side: str) -> str:
    if not side:
        return presenter.say("place")
    return presenter.say("place in {country}", country=presenter.words("country", side))


def _events(presenter: Presenter, place: Place) -> tuple[Event, ...]:
    found = (e for e in presenter.corpus.of(Event) if e.place and e.place.value and e.place.value.id == place.id)
    return in_order(found)


def _agreements(presenter: Presenter, place: Place) -> tuple[Agreement, ...]:
    found = (a for a in presenter.corpus.of(Agreement) if a.place and a.place.value and a.place.value.id == place.id)
    return in_order(found)


def _facts(presenter: Presenter, place: Place) -> Iterator[Fact]:
    if side := presenter.relations.side(place):
        yield classification(presenter, "side", presenter.say("Country"), (presenter.words("country", side),))
    if home := presenter.entry(place.province):
        yield classification(presenter, "province", presenter.say("Province"), (presenter.link(home),))


def _aliases(place: Place, references: tuple[Reference, ...]) -> Iterator[str]:
    yield from (claim.value.value for claim in place.names)
    yield from (word.text for one in references for word in one.words)


# --- Reference data --------------------------------------------------------------------------------------------


def _reference(presenter: Presenter, place: Place) -> tuple[tuple[Reference, ...], tuple[Reference, ...]]:
    """What the gazetteer knows of a place, its names and all else: by its own id, or as the seat of its province."""
    if found := presenter.relations.gazetteer_place(place):
        return reference.names(presenter, found), reference.data(presenter, found)
    home = presenter.entry(place.province)
    known = presenter.relations.gazetteer_place(home) if home else None
    for capital in known.capitals if known else ():
        names = (*capital.names, *capital.aliases)
        if home and fold(place.title) in {fold(name.value) for name in names}:
            return tuple(_name(presenter, name) for name in names), _seat(presenter, home, capital)
    return (), ()


def _name(presenter: Presenter, name: gazetteer.Name) -> Reference:
    language = presenter.words("language", name.language)
    return Reference(language, (), (Word(name.value, name.language),), name.certainty, name.sources)


def _seat(presenter: Presenter, home: Entry, capital: gazetteer.Capital) -> tuple[Reference, ...]:
    attested = capital.names[0]
    return (
        Reference(presenter.say("Seat of"), (presenter.link(home),), (), attested.certainty, attested.sources),
        reference.point_on_the_map(presenter, capital),
    )
