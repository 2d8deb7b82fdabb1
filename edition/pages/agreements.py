"""Agreements: the index, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from edition import urls
from edition.kinds.agreements import FOLDER, KIND, Agreement
from edition.kinds.entry import SIDES, Claim
from edition.kinds.events import Event
from edition.kinds.provinces import Province
from edition.languages.language import message
from edition.presenting import long_lists
from edition.presenting.chronology import in_order, latest_first
from edition.presenting.edition import Edition
from edition.presenting.entries import description, entry_fields
from edition.presenting.long_lists import Part
from edition.presenting.missing import missing
from edition.presenting.neighbours import Neighbours, neighbours
from edition.presenting.pairing import pair_link, pairs_among
from edition.presenting.presenter import Presenter
from edition.presenting.roles import with_words
from edition.presenting.search_facts import search_facts
from edition.presenting.speaking import in_words
from edition.presenting.views import EntryView, Fact, Group, Link, Page, Plan, Rich, Row, View
from edition.relations import Pair

INDEX = urls.index_of(FOLDER)
NO_TIME = message("Its period is not known, so it has no place among the others in time.")


class AgreementIndex(View, frozen=True, kw_only=True):
    """Every agreement, the latest period first."""

    rows: tuple[Row, ...]


class AgreementView(EntryView, frozen=True, kw_only=True):
    """One agreement. `lineage` pairs a relation ("Renews") with the agreement at its other end and its evidence.

    `status_words` lead to what they mean; `in_time` are the agreements before and after it, by their periods.
    """

    status: str
    status_words: Link
    facts: tuple[Fact, ...]
    parties: tuple[Fact, ...]
    statements: tuple[Group, ...]
    lineage: tuple[Fact, ...]
    events: tuple[Row, ...]
    pairs: Rich
    in_time: Neighbours


def pages(edition: Edition) -> Iterator[Plan]:
    """The index and the agreements' pages."""
    agreements = edition.corpus.of(Agreement)
    for part in long_lists.parts(INDEX, len(agreements)):
        yield Plan(part.path, partial(_index, edition, part))
    ordered = in_order(agreements)
    for agreement in agreements:
        yield Plan(urls.page_of(agreement), partial(_page, edition, agreement, ordered))


def _index(edition: Edition, part: Part) -> Page:
    presenter = Presenter(edition, part.path)
    view = AgreementIndex(
        **long_lists.head(presenter, presenter.say("Agreements"), part),
        description=presenter.say("Documents of cooperation between Vietnamese and Lao provinces and organisations."),
        section=FOLDER,
        rows=presenter.rows(part.of(latest_first(edition.corpus.of(Agreement)))),
    )
    return Page(part.path, "agreements.html", view)


def _page(edition: Edition, agreement: Agreement, ordered: tuple[Agreement, ...]) -> Page:
    presenter = Presenter(edition, urls.page_of(agreement))
    relations, words = edition.relations, edition.words
    status = presenter.status(agreement)
    provinces, told = relations.provinces(agreement), presenter.told(agreement)
    pairs = pairs_among(presenter, (provinces,))
    attestation = presenter.attestation(agreement.claims())
    view = AgreementView(
        **entry_fields(presenter, agreement, presenter.say("Agreements"), _way(presenter, provinces, pairs)),
        description=description(presenter, agreement, presenter.name(agreement)),
        kicker=words("form", agreement.form.value) if agreement.form else presenter.say_in("kind", KIND.one),
        status=status,
        status_words=Link(words("status", status), urls.term("status", status)),
        facts=tuple(fact for fact in _facts(presenter, agreement) if fact),
        parties=tuple(presenter.party_fact(claim, words("role", claim.value.role)) for claim in agreement.parties),
        statements=presenter.by_type(told),
        lineage=_lineage(presenter, agreement),
        events=_events(presenter, agreement),
        pairs=_pairs(presenter, pairs),
        in_time=neighbours(presenter, agreement, ordered, NO_TIME),
        unknown=missing(presenter, agreement),
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
    say = presenter.say
    yield _explained(presenter, agreement.form, say("Form"), "form")
    yield _explained(presenter, agreement.standing, say("In the source"), "standing")
    yield presenter.date_fact(agreement.period, say("Period"))
    yield presenter.date_fact(agreement.signed, say("Signed on"))
    yield presenter.place_fact(agreement.place, say("Signed at"))


def _explained(presenter: Presenter, claim: Claim[str] | None, label: str, group: str) -> Fact | None:
    """A code in words that lead to what they mean; those of the source beside them, where they are others."""
    fact = presenter.fact(claim, label, lambda code: (Link(presenter.words(group, code), urls.term(group, code)),))
    return replace(fact, as_written=None) if fact and str(fact.as_written) == in_words(fact.value) else fact


def _way(presenter: Presenter, provinces: Sequence[Province], pairs: Sequence[Pair]) -> tuple[Link, ...]:
    """The way to it: the one province of the one side (Viet Nam's, if both have one), then the one pair.

    Nothing where several provinces of each side have made it, or none.
    """
    for side in SIDES:
        own = [province for province in provinces if presenter.relations.side(province) == side]
        if len(own) == 1:
            return (presenter.link(own[0]), *(pair_link(presenter, pair) for pair in pairs if len(pairs) == 1))
    return ()


def _pairs(presenter: Presenter, pairs: Sequence[Pair]) -> Rich:
    """Where the provinces that made it are seen together."""
    ways = sorted((pair_link(presenter, pair) for pair in pairs), key=lambda way: presenter.language.sort_key(way.text))
    links = presenter.listing([(way,) for way in ways])
    if not pairs:
        return ()
    return presenter.rich_count(
        "See also the pair of provinces: {pairs}", "See also the pairs of provinces: {pairs}", len(pairs), pairs=links
    )


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
                None,
                presenter.inferred(claim),
            )
            found.append(back)
    return tuple(fact for fact in found if fact)


def _events(presenter: Presenter, agreement: Agreement) -> tuple[Row, ...]:
    """The events that name it, each with what was done about it there."""
    rows = []
    for event in in_order(presenter.corpus.mentioning(agreement.id, Event)):
        acts = [c.value.act for c in event.agreements if c.value.agreement and c.value.agreement.id == agreement.id]
        what = presenter.language.join(presenter.words("act", act) for act in acts)
        rows.append(with_words(presenter.row(event), what))
    return tuple(rows)
