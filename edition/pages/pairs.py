"""Pairs of a Vietnamese and a Lao province: the index, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct

from edition import urls
from edition.figures import maps
from edition.figures.network import network
from edition.figures.timeline import timeline
from edition.figures.views import MapFigure, NetworkFigure, TimelineFigure
from edition.gazetteer.places import Neighbour
from edition.kinds.agreements import Agreement
from edition.kinds.cooperations import Cooperation
from edition.kinds.provinces import Province
from edition.presenting import offices
from edition.presenting.chronology import date_of, latest_first
from edition.presenting.edition import Edition
from edition.presenting.gaps import agreement_gaps, source_gaps
from edition.presenting.offices import OfficeView
from edition.presenting.pairing import events_of, field_links, pair_link, pair_name, tally, told_of
from edition.presenting.presenter import Presenter
from edition.presenting.search_facts import names_of, search_facts
from edition.presenting.views import Attestation, EntryView, Group, Link, Page, Plan, Rich, Row, View
from edition.relations import Pair

KIND = "pair of provinces"


class Frontier(Struct, frozen=True):
    """Whether two provinces are neighbours, by the gazetteer: a sentence, its certainty, where its references stand."""

    sentence: str
    certainty: str
    certainty_words: str
    where: Link
    shared: bool


class PairLine(Struct, frozen=True):
    """A pair in the index; `fields` names those in which something is said of both."""

    link: Link
    counts: str
    frontier: str
    fields: tuple[str, ...]


class PairGroup(Struct, frozen=True):
    """The pairs of a Vietnamese province."""

    id: str
    province: Link
    lines: tuple[PairLine, ...]


class Cell(Struct, frozen=True):
    """A cell of the matrix: the pair's page, if there is one, and what it holds; whether the two are neighbours."""

    link: Link | None
    number: str
    counts: str
    neighbours: bool


class MatrixRow(Struct, frozen=True):
    """A Vietnamese province and its cells, one for each Lao province."""

    head: Link
    cells: tuple[Cell, ...]


class PairIndex(View, frozen=True, kw_only=True):
    """Every pair, by Vietnamese province, and the matrix of all provinces of the edition."""

    groups: tuple[PairGroup, ...]
    network: NetworkFigure | None
    heads: tuple[Link, ...]
    matrix: tuple[MatrixRow, ...]


class PairView(EntryView, frozen=True, kw_only=True):
    """One pair of provinces."""

    provinces: Rich
    changes: tuple[str, ...]
    frontier: Frontier | None
    map: MapFigure | None
    timeline: TimelineFigure | None
    agreements: tuple[Row, ...]
    cooperations: tuple[Row, ...]
    events: tuple[Row, ...]
    people: tuple[OfficeView, ...]
    fields: tuple[Link, ...]
    told: tuple[Group, ...]
    gaps: tuple[Rich, ...]


def pages(edition: Edition) -> Iterator[Plan]:
    """The index and the pairs' pages."""
    yield Plan(urls.index_of(urls.PAIRS), partial(_index, edition))
    for pair in edition.relations.pairs:
        yield Plan(urls.page_at(urls.PAIRS, pair.id), partial(_page, edition, pair))


# --- The index -------------------------------------------------------------------------------------------------


def _index(edition: Edition) -> Page:
    path = urls.index_of(urls.PAIRS)
    presenter = Presenter(edition, path)
    lao, vietnamese = _sorted(presenter, "LA"), _sorted(presenter, "VN")
    known = {pair.ids: pair for pair in edition.relations.pairs}
    view = PairIndex(
        title=presenter.say("Pairs of provinces"),
        description=presenter.say(
            "Every Vietnamese and Lao province that sources show together: in an agreement, in cooperation without a "
            "document, or at an event."
        ),
        section=urls.PAIRS,
        crumbs=presenter.crumbs(),
        groups=tuple(_groups(presenter, known, vietnamese, lao)),
        network=network(presenter),
        heads=presenter.links(lao),
        matrix=tuple(
            MatrixRow(presenter.link(v), tuple(_cell(presenter, known, v, one) for one in lao)) for v in vietnamese
        ),
    )
    return Page(path, "pairs.html", view)


def _sorted(presenter: Presenter, side: str) -> list[Province]:
    return presenter.by_name(p for p in presenter.corpus.of(Province) if presenter.relations.side(p) == side)


def _groups(
    presenter: Presenter, known: Mapping[tuple[str, str], Pair], vietnamese: Sequence[Province], lao: Sequence[Province]
) -> Iterator[PairGroup]:
    for here in vietnamese:
        if pairs := [known[here.id, there.id] for there in lao if (here.id, there.id) in known]:
            lines = tuple(_line(presenter, pair) for pair in pairs)
            yield PairGroup(f"of-{here.id}", presenter.link(here), lines)


def _line(presenter: Presenter, pair: Pair) -> PairLine:
    told = told_of(presenter, (pair.vietnamese, pair.lao))
    fields = presenter.by_name(
        presenter.corpus.entries[id_] for id_ in {r.id for t in told for r in t.statement.fields}
    )
    frontier = _frontier(presenter, pair)
    return PairLine(
        pair_link(presenter, pair),
        tally(presenter, pair),
        frontier.sentence if frontier else "",
        tuple(presenter.name(field) for field in fields),
    )


def _cell(presenter: Presenter, known: Mapping[tuple[str, str], Pair], vietnamese: Province, lao: Province) -> Cell:
    frontier = _frontier(presenter, Pair(vietnamese, lao))
    shared = bool(frontier and frontier.shared)
    pair = known.get((vietnamese.id, lao.id))
    if pair is None:
        return Cell(None, "", "", shared)
    documents = (*presenter.relations.of_pair(pair, Agreement), *presenter.relations.of_pair(pair, Cooperation))
    number = presenter.language.number(len(documents) + len(events_of(presenter, (vietnamese, lao))))
    return Cell(pair_link(presenter, pair), number, tally(presenter, pair), shared)


# --- A pair ----------------------------------------------------------------------------------------------------


def _page(edition: Edition, pair: Pair) -> Page:
    presenter = Presenter(edition, urls.page_at(urls.PAIRS, pair.id))
    relations = edition.relations
    provinces = (pair.vietnamese, pair.lao)
    told = told_of(presenter, provinces)
    agreements = latest_first(relations.of_pair(pair, Agreement))
    cooperations = latest_first(relations.of_pair(pair, Cooperation))
    events = latest_first(events_of(presenter, provinces))
    entries = (*agreements, *cooperations, *events)
    named = {ref.id for entry in entries for ref, _ in entry.refs()}
    held = tuple(one for one in offices.held_in(presenter, provinces) if one[0].id in named)
    groups = presenter.by_field(told)
    attestation = presenter.attestation((*(one.claim for one in told), *(claim for _, claim in held)))
    title = pair_name(presenter, pair)
    places = [place for p in provinces if (place := relations.gazetteer_place(p))]
    view = PairView(
        title=title,
        description=presenter.say(
            "What {pair} have agreed and done together, with its evidence: {tally}.",
            pair=title,
            tally=tally(presenter, pair),
        ),
        section=urls.PAIRS,
        crumbs=presenter.crumbs(Link(presenter.say("Pairs"), urls.index_of(urls.PAIRS))),
        kicker=presenter.say_in("kind", "pair of provinces"),
        permalink=presenter.permalink,
        provinces=presenter.listing([(presenter.link(province),) for province in provinces]),
        changes=tuple(change for place in places if (change := presenter.change(place))),
        frontier=_frontier(presenter, pair),
        map=maps.locator(presenter, provinces),
        timeline=timeline(presenter, entries) if len(agreements) > 1 else None,
        agreements=presenter.rows(agreements),
        cooperations=presenter.rows(cooperations),
        events=presenter.rows(events),
        people=offices.views(presenter, held),
        fields=field_links(presenter, groups),
        told=groups,
        gaps=tuple(_gaps(presenter, pair, agreements, attestation)),
        attestation=attestation,
        search=search_facts(
            presenter,
            KIND,
            sources=attestation.titles,
            told=told,
            provinces=provinces,
            dates=map(date_of, entries),
            aliases=names_of(presenter, provinces),
        ),
        draft=any(p.is_draft for p in provinces),
    )
    return presenter.page("pair.html", view)


def _frontier(presenter: Presenter, pair: Pair) -> Frontier | None:
    """Whether the two are neighbours on the edition's day, or were; None where the gazetteer lacks one of them."""
    here, there = presenter.relations.gazetteer_place(pair.vietnamese), presenter.relations.gazetteer_place(pair.lao)
    if here is None or there is None:
        return None
    today = presenter.corpus.config.as_of
    found = [neighbour for neighbour in here.neighbours if neighbour.place == there.id]
    neighbour = next((n for n in found if n.span.includes(today)), found[-1] if found else None)
    certainty = neighbour.certainty if neighbour else ""
    where = presenter.say("{province}, reference data", province=presenter.name(pair.vietnamese))
    return Frontier(
        _sentence(presenter, neighbour),
        certainty,
        presenter.words("certainty", certainty) if certainty else "",
        presenter.link(pair.vietnamese, where, "the-reference"),
        shared=bool(neighbour and neighbour.span.includes(today)),
    )


def _sentence(presenter: Presenter, neighbour: Neighbour | None) -> str:
    say = presenter.say
    if neighbour is None:
        return say("They share no frontier.")
    since, until = neighbour.span.since, neighbour.span.until
    if neighbour.span.includes(presenter.corpus.config.as_of):
        if since:
            return say("They have shared a frontier since {day}.", day=presenter.day(since))
        return say("They share a frontier.")
    if until:
        return say("They shared a frontier until {day}.", day=presenter.day(until))
    return say("They shared a frontier.")


def _gaps(
    presenter: Presenter, pair: Pair, agreements: tuple[Agreement, ...], attestation: Attestation
) -> Iterator[Rich]:
    yield from source_gaps(presenter, attestation)
    if not agreements:
        yield (presenter.say("No source yet names an agreement of the two."),)
    yield from agreement_gaps(presenter, agreements)
    if not events_of(presenter, (pair.vietnamese, pair.lao)):
        yield (presenter.say("No source yet tells of an event that brought the two together."),)
