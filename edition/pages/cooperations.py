"""Cooperations: what sides do together and no source calls an agreement; the index, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from edition import urls
from edition.kinds.agreements import Agreement
from edition.kinds.cooperations import KIND, Cooperation
from edition.kinds.entry import Figure
from edition.kinds.events import Event
from edition.languages.language import message
from edition.presenting.chronology import date_of, in_order, precision
from edition.presenting.edition import Edition
from edition.presenting.entries import description, entry_fields
from edition.presenting.missing import missing
from edition.presenting.pairing import pair_link, pairs_among
from edition.presenting.presenter import Presenter
from edition.presenting.search_facts import search_facts
from edition.presenting.views import EntryView, Fact, FigureView, Group, Link, Note, Page, Plan, Rich, Row, View
from edition.relations import Pair, Told

WHY_NO_AGREEMENT = message(
    "This is not listed among the agreements, because no source calls it one. The sources report what the sides "
    "do together and name no document behind it: there is no text, no signature and no status to show, "
    "only what they report."
)


class FigureLine(Struct, frozen=True):
    """A figure set out by itself: where it is stated, and what proves it."""

    figure: FigureView
    statement: Link
    notes: tuple[Note, ...]


class CooperationLine(Struct, frozen=True):
    """A cooperation in the index, with its figures."""

    row: Row
    figures: tuple[FigureView, ...]


class CooperationIndex(View, frozen=True, kw_only=True):
    """Every cooperation without a document."""

    lines: tuple[CooperationLine, ...]


class CooperationView(EntryView, frozen=True, kw_only=True):
    """One cooperation. `agreements` are those of the same provinces; `no_agreement` says so where there is none."""

    why: str
    figures: tuple[FigureLine, ...]
    parties: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    statements: tuple[Group, ...]
    events: tuple[Row, ...]
    agreements: tuple[Row, ...]
    no_agreement: str
    pairs: Rich


def pages(edition: Edition) -> Iterator[Plan]:
    """The index and the cooperations' pages."""
    yield Plan(urls.index_of(KIND.folder), partial(_index, edition))
    for cooperation in edition.corpus.of(Cooperation):
        yield Plan(urls.page_of(cooperation), partial(_page, edition, cooperation))


def _index(edition: Edition) -> Page:
    path = urls.index_of(KIND.folder)
    presenter = Presenter(edition, path)
    view = CooperationIndex(
        title=presenter.say("Cooperation without a document"),
        description=presenter.say(
            "What provinces and organisations of the two sides do together and no source calls an agreement."
        ),
        section=KIND.folder,
        crumbs=presenter.crumbs(),
        lines=tuple(
            CooperationLine(
                presenter.row(c), tuple(presenter.figure(told.claim, f) for f, told in _figures(presenter, c))
            )
            for c in edition.corpus.of(Cooperation)
        ),
    )
    return Page(path, "cooperations.html", view)


def _page(edition: Edition, cooperation: Cooperation) -> Page:
    presenter = Presenter(edition, urls.page_of(cooperation))
    relations = edition.relations
    provinces, told = relations.provinces(cooperation), presenter.told(cooperation)
    pairs = pairs_among(presenter, (provinces,))
    links = presenter.listing([(pair_link(presenter, pair),) for pair in pairs])
    agreements = _agreements(presenter, pairs)
    attestation = presenter.attestation(cooperation.claims())
    view = CooperationView(
        **entry_fields(presenter, cooperation, presenter.say("Cooperation without a document")),
        description=description(presenter, cooperation, presenter.name(cooperation)),
        kicker=presenter.say("cooperation without a document"),
        why=presenter.say(WHY_NO_AGREEMENT),
        figures=tuple(_line(presenter, figure, one) for figure, one in _figures(presenter, cooperation)),
        statements=presenter.by_type(told),
        parties=tuple(presenter.party_fact(c, edition.words("role", c.value.role)) for c in cooperation.parties),
        facts=_facts(presenter, cooperation),
        events=presenter.rows(in_order(edition.corpus.mentioning(cooperation.id, Event))),
        agreements=presenter.rows(agreements),
        no_agreement=""
        if agreements
        else presenter.say("No source yet names an agreement between the same provinces."),
        pairs=presenter.rich("The provinces together: {pairs}", pairs=links) if pairs else (),
        unknown=missing(presenter, cooperation),
        attestation=attestation,
        search=search_facts(
            presenter,
            KIND.one,
            sources=attestation.titles,
            told=told,
            provinces=provinces,
            sides=(relations.party_side(claim.value) for claim in cooperation.parties),
            dates=(date_of(cooperation), *(f.time.value for f, _ in _figures(presenter, cooperation) if f.time)),
        ),
    )
    return presenter.page("cooperation.html", view)


def _figures(presenter: Presenter, cooperation: Cooperation) -> Iterator[tuple[Figure, Told]]:
    for told in presenter.told(cooperation):
        for figure in told.statement.figures:
            yield figure, told


def _line(presenter: Presenter, figure: Figure, told: Told) -> FigureLine:
    return FigureLine(
        presenter.figure(told.claim, figure),
        Link(presenter.say("the statement"), f"{presenter.path}#{told.claim.id}"),
        presenter.notes(told.claim),
    )


def _facts(presenter: Presenter, cooperation: Cooperation) -> tuple[Fact, ...]:
    period, say = cooperation.period, presenter.say
    fact = presenter.date_fact(period, say("Period"), say(precision(period.value))) if period else None
    return (fact,) if fact else ()


def _agreements(presenter: Presenter, pairs: tuple[Pair, ...]) -> tuple[Agreement, ...]:
    found = {a.id: a for pair in pairs for a in presenter.relations.of_pair(pair, Agreement)}
    return in_order(found.values())
