"""Agreements: the index, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition import urls
from edition.kinds.agreements import FOLDER, KIND, Agreement
from edition.kinds.events import Event
from edition.presenting.chronology import in_order, latest_first
from edition.presenting.edition import Edition
from edition.presenting.entries import description, entry_fields, unknown
from edition.presenting.pairing import pair_link, pairs_among
from edition.presenting.presenter import Presenter
from edition.presenting.roles import with_words
from edition.presenting.search_facts import search_facts
from edition.presenting.views import EntryView, Fact, Group, Link, Page, Row, View


@dataclass(frozen=True, kw_only=True)
class AgreementIndex(View):
    """Every agreement, the latest period first."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class AgreementView(EntryView):
    """One agreement. `lineage` pairs a relation ("Renews") with the agreement at its other end and its evidence."""

    status: str
    status_words: str
    facts: tuple[Fact, ...]
    parties: tuple[Fact, ...]
    statements: tuple[Group, ...]
    lineage: tuple[Fact, ...]
    events: tuple[Row, ...]
    pairs: tuple[Link, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The index and the agreements' pages."""
    agreements = edition.corpus.of(Agreement)
    yield _index(edition, agreements)
    for agreement in agreements:
        yield _page(edition, agreement)


def _index(edition: Edition, agreements: tuple[Agreement, ...]) -> Page:
    path = urls.index_of(FOLDER)
    presenter = Presenter(edition, path)
    view = AgreementIndex(
        title="Agreements",
        description="Documents of cooperation between Vietnamese and Lao provinces and organisations.",
        section=FOLDER,
        crumbs=presenter.crumbs(),
        rows=presenter.rows(latest_first(agreements)),
    )
    return Page(path, "agreements.html", view)


def _page(edition: Edition, agreement: Agreement) -> Page:
    presenter = Presenter(edition, urls.page_of(agreement))
    relations, words = edition.relations, edition.words
    status = presenter.status(agreement)
    provinces, told = relations.provinces(agreement), presenter.told(agreement)
    attestation = presenter.attestation(agreement.claims())
    view = AgreementView(
        **entry_fields(presenter, agreement, "Agreements"),
        description=description(presenter, agreement, agreement.title),
        kicker=words("form", agreement.form.value) if agreement.form else KIND.one,
        status=status,
        status_words=words("status", status),
        facts=tuple(fact for fact in _facts(presenter, agreement) if fact),
        parties=tuple(presenter.party_fact(claim, words("role", claim.value.role)) for claim in agreement.parties),
        statements=presenter.by_type(told),
        lineage=_lineage(presenter, agreement),
        events=_events(presenter, agreement),
        pairs=tuple(pair_link(presenter, pair) for pair in pairs_among(presenter, (provinces,))),
        unknown=(*_missing(agreement), *unknown(presenter, agreement, agreement.unknown)),
        attestation=attestation,
        search=search_facts(
            presenter,
            KIND.one,
            sources=attestation.titles,
            told=told,
            provinces=provinces,
            sides=(relations.party_side(claim.value) for claim in agreement.parties),
            dates=(claim.value for claim in (agreement.period, agreement.signed) if claim),
            status=words("status", status),
        ),
    )
    return presenter.page("agreement.html", view)


def _facts(presenter: Presenter, agreement: Agreement) -> Iterator[Fact | None]:
    yield presenter.coded_fact(agreement.form, "Form", "form")
    yield presenter.coded_fact(agreement.standing, "In the source", "standing")
    yield presenter.date_fact(agreement.period, "Period")
    yield presenter.date_fact(agreement.signed, "Signed on")
    yield presenter.place_fact(agreement.place, "Signed at")


def _lineage(presenter: Presenter, agreement: Agreement) -> tuple[Fact, ...]:
    words = presenter.words
    found = []
    for claim in agreement.lineage:
        label = words("relation", claim.value.relation)
        found.append(presenter.fact(claim, label, lambda descent: presenter.link_to(descent.agreement)))
    for mention in presenter.corpus.mentions.get(agreement.id, ()):
        if isinstance(mention.entry, Agreement) and mention.claim in mention.entry.lineage:
            claim = mention.claim
            label = words("relation-inverse", claim.value.relation)
            back = Fact(
                f"from-{mention.entry.id}",
                label,
                (presenter.link(mention.entry),),
                presenter.notes(claim),
                "",
                presenter.inferred(claim),
            )
            found.append(back)
    return tuple(fact for fact in found if fact)


def _events(presenter: Presenter, agreement: Agreement) -> tuple[Row, ...]:
    """The events that name it, each with what was done about it there."""
    rows = []
    for event in in_order(presenter.corpus.mentioning(agreement.id, Event)):
        acts = [c.value.act for c in event.agreements if c.value.agreement and c.value.agreement.id == agreement.id]
        what = ", ".join(presenter.words("act", act) for act in acts)
        rows.append(with_words(presenter.row(event), what))
    return tuple(rows)


def _missing(agreement: Agreement) -> Iterator[str]:
    if agreement.period is None:
        yield "The period it holds for."
    if agreement.signed is None:
        yield "The day on which it was signed, if it was."
    if agreement.place is None:
        yield "Where it was signed, if it was."
