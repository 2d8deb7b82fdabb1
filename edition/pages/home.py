"""The home page: what the record is, shown by one of its sentences, and the ways in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition import urls
from edition.coverage import coverage
from edition.kinds.agreements import FOLDER, Agreement
from edition.kinds.cooperations import Cooperation
from edition.kinds.entry import SIDES
from edition.kinds.events import Event
from edition.kinds.provinces import Province
from edition.kinds.sources import SourceEntry
from edition.pages.provinces import Column, columns
from edition.presenting.chronology import latest_first
from edition.presenting.gaps import ADJECTIVES
from edition.presenting.pairing import agreement_count
from edition.presenting.presenter import Edition, Presenter, counted, listing
from edition.presenting.views import Link, Page, Row, StatementView, View
from edition.relations import Told

LATEST = 6


@dataclass(frozen=True, slots=True)
class Shown:
    """One statement of the record with its evidence, the agreement it stands in and the sources that say it."""

    statement: StatementView
    agreement: Link
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A way into the record, and what one finds there."""

    link: Link
    words: str


@dataclass(frozen=True, kw_only=True)
class HomeView(View):
    """The front page. `figures` says in a sentence what the edition holds; `limits` what it does not claim."""

    heading: str
    lede: str
    shown: Shown | None
    agreements: tuple[Row, ...]
    more_agreements: Link | None
    columns: tuple[Column, ...]
    events: tuple[Row, ...]
    ways: tuple[Way, ...]
    figures: str
    limits: tuple[str, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The home page."""
    presenter = Presenter(edition, urls.HOME)
    config = edition.corpus.config
    agreements = latest_first(edition.corpus.of(Agreement))
    view = HomeView(
        title=config.title,
        description=config.subtitle,
        heading=config.subtitle,
        lede="This is a record of cooperation across the frontier of Viet Nam and Laos, drawn from newspaper articles: "
        "the agreements, who made them, and what was promised, asked for and done. Every statement stands beside "
        "the words of the article that it rests on, and cannot be published without them.",
        shown=_shown(presenter, agreements),
        agreements=presenter.rows(agreements[:LATEST]),
        more_agreements=_more(len(agreements)),
        columns=columns(presenter),
        events=presenter.rows(latest_first(edition.corpus.of(Event))[:LATEST]),
        ways=WAYS,
        figures=_figures(edition),
        limits=tuple(_limits(edition)),
    )
    yield presenter.page("home.html", view)


WAYS = (
    Way(Link("Timeline", urls.TIMELINE), "everything that has a date, in order, and what has none"),
    Way(Link("Pairs of provinces", urls.index_of(urls.PAIRS)), "who works with whom, and who shares a frontier"),
    Way(
        Link("Fields of cooperation", urls.index_of("fields")),
        "what was promised, asked for and done in education, trade, health, …",
    ),
    Way(Link("People", urls.index_of("people")), "who spoke and signed, with the office each held that day"),
    Way(Link("A–Z of names", urls.NAMES), "every spelling, in Vietnamese, Lao and English, and what it leads to"),
    Way(Link("Sources", urls.index_of("sources")), "the articles themselves, with every quoted passage marked"),
    Way(Link("Evidence report", urls.EVIDENCE), "how each sentence was checked, and which sentences support nothing"),
    Way(Link("Data", urls.DATA), "the whole record to download and to cite"),
)


def _shown(presenter: Presenter, agreements: tuple[Agreement, ...]) -> Shown | None:
    """Of the latest agreement with commitments, the first that says which side's people it is for, else the first."""
    for agreement in agreements:
        made = [claim for claim in agreement.statements if claim.value.type == "commitment"]
        if made:
            chosen = next((c for c in made if any(presenter.relations.party_side(p) for p in c.value.for_)), made[0])
            statement = presenter.statement(Told(agreement, chosen))
            sources = dict.fromkeys(quotation.source for quotation in chosen.evidence)
            entries = (presenter.corpus.entries[id_] for id_ in sources)
            return Shown(statement, presenter.link(agreement), presenter.links(entries))
    return None


def _more(number: int) -> Link | None:
    return Link("All agreements", urls.index_of(FOLDER)) if number > LATEST else None


def _figures(edition: Edition) -> str:
    corpus = edition.corpus
    claims = sum(len(e.claims()) for e in corpus.entries.values() if not isinstance(e, SourceEntry))
    found = [coverage(corpus, accession) for accession in corpus.accessions.values()]
    sentences = sum(len(one.sentences) for one in found)
    accounted = sentences - sum(len(one.open) for one in found)
    undocumented = len(corpus.of(Cooperation))
    held = listing(
        [
            (agreement_count(corpus.of(Agreement)) or "no agreement",),
            (counted(undocumented, "cooperation without a document", "cooperations without a document"),),
            (counted(len(corpus.of(Event)), "event", "events"),),
            (counted(len(corpus.of(Province)), "province", "provinces"),),
        ]
    )
    sources = counted(len(corpus.accessions), "article", "articles")
    share = f"{100 * accounted / sentences:.0f} per cent" if sentences else "none"
    return (
        f"This edition holds {''.join(str(part) for part in held)}. It makes {claims:,} claims from {sources}, whose "
        f"text has {sentences} sentences; {share} of them support a claim or are set aside with a reason."
    )


def _limits(edition: Edition) -> Iterator[str]:
    sources = [accession.entry for accession in edition.corpus.accessions.values()]
    by_side = {side: sum(1 for source in sources if source.side == side) for side in SIDES}
    yield "That it is complete. It holds what its articles tell; what none of them tells is missing here, not untrue."
    yield "That what an article reports is so. It shows that the article says it, and who is quoted as saying it."
    for side in SIDES:
        if sources and not by_side[side]:
            other = next(one for one in SIDES if one != side)
            yield (
                f"That it hears both sides. All its articles come from the {ADJECTIVES[other]} press; "
                f"no {ADJECTIVES[side]} source is among them yet."
            )
    yield (
        "That these agreements are treaties, or that one still holds because its period runs. The status is told from "
        "the period alone, as of the edition’s day."
    )
