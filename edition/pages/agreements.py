"""Agreements: the index, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from edition import urls
from edition.kinds.agreements import FOLDER, Agreement
from edition.kinds.events import Event
from edition.presenting.presenter import Edition, Presenter
from edition.presenting.views import Attestation, Fact, Group, Link, Page, Row, SearchFacts, View


@dataclass(frozen=True, kw_only=True)
class AgreementIndex(View):
    """Every agreement, the latest period first."""

    rows: tuple[Row, ...]
    as_of: str


@dataclass(frozen=True, kw_only=True)
class AgreementView(View):
    """One agreement.

    `lineage` pairs a relation ("Renews") with the agreement at its other end and its evidence; `unknown` lists what no
    source says.
    """

    kicker: str
    status: str
    status_words: str
    as_of: str
    facts: tuple[Fact, ...]
    parties: tuple[Fact, ...]
    summary: Markup
    statements: tuple[Group, ...]
    lineage: tuple[Fact, ...]
    events: tuple[Row, ...]
    pairs: tuple[Link, ...]
    unknown: tuple[str, ...]
    editorial_note: str
    attestation: Attestation
    permalink: str


def pages(edition: Edition) -> Iterator[Page]:
    """The index and the agreements' pages."""
    agreements = edition.corpus.of(Agreement)
    yield _index(edition, agreements)
    for agreement in agreements:
        yield _page(edition, agreement)


def _index(edition: Edition, agreements: tuple[Agreement, ...]) -> Page:
    path = urls.index_of(FOLDER)
    presenter = Presenter(edition, path)
    latest = sorted(agreements, key=lambda a: (a.period.value.sort_key if a.period else (), a.id), reverse=True)
    view = AgreementIndex(
        title="Agreements",
        description="Documents of cooperation between Vietnamese and Lao provinces and organisations.",
        section=FOLDER,
        crumbs=presenter.crumbs(),
        rows=tuple(presenter.agreement_row(a) for a in latest),
        as_of=presenter.as_of,
    )
    return Page(path, "agreements.html", view)


def _page(edition: Edition, agreement: Agreement) -> Page:
    path = urls.page_of(agreement)
    presenter = Presenter(edition, path)
    relations, words = edition.relations, edition.words
    status = presenter.status(agreement)
    summary = presenter.summary(agreement)
    facts = (
        presenter.fact(agreement.form, "Form", (words("form", agreement.form.value),)) if agreement.form else None,
        presenter.fact(agreement.standing, "In the source", (words("standing", agreement.standing.value),))
        if agreement.standing
        else None,
        presenter.date_fact(agreement.period, "Period"),
        presenter.date_fact(agreement.signed, "Signed on"),
        _place(presenter, agreement),
    )
    parties = tuple(presenter.party_fact(claim, words("role", claim.value.role)) for claim in agreement.parties)
    provinces = relations.provinces(agreement)
    view = AgreementView(
        title=agreement.title,
        description=_description(presenter, agreement),
        section=FOLDER,
        crumbs=presenter.crumbs(Link("Agreements", urls.index_of(FOLDER))),
        kicker=words("form", agreement.form.value) if agreement.form else "agreement",
        status=status,
        status_words=words("status", status),
        as_of=presenter.as_of,
        facts=tuple(fact for fact in facts if fact),
        parties=parties,
        summary=summary,
        statements=presenter.by_type(presenter.told(agreement)),
        lineage=_lineage(presenter, agreement),
        events=_events(presenter, agreement),
        pairs=tuple(
            Link(f"{p.vietnamese.title} – {p.lao.title}", urls.page_at(urls.PAIRS, p.id))
            for p in relations.pairs
            if p.vietnamese in provinces and p.lao in provinces
        ),
        unknown=(*_missing(agreement), *agreement.unknown),
        editorial_note=agreement.editorial_note,
        attestation=presenter.attestation((agreement,)),
        permalink=urls.absolute(edition.corpus.config.base_url, path),
        search=_search(presenter, agreement),
        notes=presenter.all_notes,
        draft=agreement.is_draft,
    )
    return Page(path, "agreement.html", view)


def _place(presenter: Presenter, agreement: Agreement) -> Fact | None:
    place = presenter.entry(agreement.place.value) if agreement.place else None
    return presenter.fact(agreement.place, "Signed at", (presenter.link(place),)) if place else None


def _description(presenter: Presenter, agreement: Agreement) -> str:
    first = next((claim.value.text for claim in agreement.summary), agreement.title)
    return first if len(first) <= 200 else first[:199].rsplit(" ", 1)[0] + "…"


def _lineage(presenter: Presenter, agreement: Agreement) -> tuple[Fact, ...]:
    words = presenter.words
    found = []
    for claim in agreement.lineage:
        if other := presenter.entry(claim.value.agreement):
            label = words("relation", claim.value.relation)
            found.append(presenter.fact(claim, label, (presenter.link(other),)))
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
                claim.inferred,
            )
            found.append(back)
    return tuple(fact for fact in found if fact)


def _events(presenter: Presenter, agreement: Agreement) -> tuple[Row, ...]:
    rows = []
    for event in presenter.corpus.mentioning(agreement.id, Event):
        acts = [c.value.act for c in event.agreements if c.value.agreement and c.value.agreement.id == agreement.id]
        what = ", ".join(presenter.words("act", act) for act in acts)
        rows.append(Row(presenter.link(event), presenter.date(event.date.value) if event.date else "", what))
    return tuple(rows)


def _missing(agreement: Agreement) -> Iterator[str]:
    if agreement.period is None:
        yield "The period it holds for."
    if agreement.signed is None:
        yield "The day on which it was signed, if it was."
    if agreement.place is None:
        yield "Where it was signed, if it was."


def _search(presenter: Presenter, agreement: Agreement) -> SearchFacts:
    provinces = presenter.relations.provinces(agreement)
    sides = {presenter.relations.party_side(claim.value) for claim in agreement.parties}
    period = agreement.period.value if agreement.period else None
    fields = {ref.id: presenter.corpus.entries[ref.id].title for c in agreement.statements for ref in c.value.fields}
    return SearchFacts(
        kind="agreement",
        countries=tuple(sorted(presenter.words("country", side) for side in sides if side)),
        provinces=tuple(p.title for p in provinces),
        fields=tuple(sorted(fields.values())),
        years=tuple(str(year) for year in period.years) if period else (),
        status=presenter.words("status", presenter.status(agreement)),
        date=period.text[:4] if period else "",
    )
