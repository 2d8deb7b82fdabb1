"""The home page: what the record is, shown by one of its sentences, and the ways in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from edition import urls
from edition.coverage import coverage
from edition.figures import maps
from edition.figures.views import MapFigure
from edition.kinds.agreements import FOLDER, Agreement
from edition.kinds.cooperations import Cooperation
from edition.kinds.entry import SIDES
from edition.kinds.events import Event
from edition.kinds.provinces import Province
from edition.kinds.sources import SourceEntry
from edition.languages.language import Language, message
from edition.pages.provinces import Column, columns
from edition.presenting.chronology import latest_first
from edition.presenting.edition import Edition
from edition.presenting.frame import Tree, frame
from edition.presenting.pairing import agreement_count
from edition.presenting.presenter import Presenter
from edition.presenting.speaking import in_words
from edition.presenting.views import Link, Page, Plan, Row, StatementView, View
from edition.relations import Told

LATEST = 6


class Shown(Struct, frozen=True):
    """One statement of the record with its evidence, the agreement it stands in and the sources that say it."""

    statement: StatementView
    agreement: Link
    sources: tuple[Link, ...]


class Way(Struct, frozen=True):
    """A way into the record, and what one finds there."""

    link: Link
    words: str


class Invitation(Struct, frozen=True):
    """An offer to read the record in another language, in that language."""

    words: str
    tree: Tree


class HomeView(View, frozen=True, kw_only=True):
    """The front page. `figures` says in a sentence what the edition holds; `limits` what it does not claim."""

    heading: str
    invitations: tuple[Invitation, ...]
    lede: str
    shown: Shown | None
    agreements: tuple[Row, ...]
    more_agreements: Link | None
    columns: tuple[Column, ...]
    map: MapFigure | None
    events: tuple[Row, ...]
    ways: tuple[Way, ...]
    figures: str
    limits: tuple[str, ...]


def pages(edition: Edition) -> Iterator[Plan]:
    """The home page."""
    yield Plan(urls.HOME, partial(_page, edition))


def _page(edition: Edition) -> Page:
    presenter = Presenter(edition, urls.HOME)
    config, language = edition.corpus.config, edition.language
    agreements = latest_first(edition.corpus.of(Agreement))
    view = HomeView(
        title=language.phrase(config.title, "edition"),
        description=language.phrase(config.subtitle, "edition"),
        heading=language.phrase(config.subtitle, "edition"),
        invitations=tuple(_invitations(edition)),
        lede=presenter.say(
            "This is a record of cooperation across the frontier of Viet Nam and Laos, drawn from newspaper articles: "
            "the agreements, who made them, and what was promised, asked for and done. Every statement stands beside "
            "the words of the article that it rests on, and cannot be published without them."
        ),
        shown=_shown(presenter, agreements),
        agreements=presenter.rows(agreements[:LATEST]),
        more_agreements=_more(presenter, len(agreements)),
        columns=columns(presenter),
        map=maps.overview(presenter),
        events=presenter.rows(latest_first(edition.corpus.of(Event))[:LATEST]),
        ways=_ways(presenter),
        figures=_figures(presenter),
        limits=tuple(_limits(presenter)),
    )
    return presenter.page("home.html", view)


def _invitations(edition: Edition) -> Iterator[Invitation]:
    """To each other language of the site: who can't read this page can read that line."""
    trees = {tree.code: tree for tree in frame(edition).trees}
    for other in edition.languages:
        if other.code != edition.language.code:
            yield Invitation(_invitation(other) or trees[other.code].name, trees[other.code])


def _invitation(language: Language) -> str:
    """English invites to English, a translation to its own language; nothing where there is no translation."""
    words = language.say_in("offered to its readers", "Read this record in English")
    return words if language.has("Read this record in English", "offered to its readers") else ""


def _ways(presenter: Presenter) -> tuple[Way, ...]:
    say = presenter.say
    return (
        Way(Link(say("Timeline"), urls.TIMELINE), say("everything that has a date, in order, and what has none")),
        Way(
            Link(say("Pairs of provinces"), urls.index_of(urls.PAIRS)),
            say("who works with whom, and who shares a frontier"),
        ),
        Way(
            Link(say("Fields of cooperation"), urls.index_of("fields")),
            say("what was promised, asked for and done in education, trade, health, …"),
        ),
        Way(
            Link(say("People"), urls.index_of("people")),
            say("who spoke and signed, with the office each held that day"),
        ),
        Way(
            Link(say("A–Z of names"), urls.NAMES),
            say("every spelling, in Vietnamese, Lao and English, and what it leads to"),
        ),
        Way(
            Link(say("Sources"), urls.index_of("sources")),
            say("the articles themselves, with every quoted passage marked"),
        ),
        Way(
            Link(say("Evidence report"), urls.EVIDENCE),
            say("how each sentence was checked, and which sentences support nothing"),
        ),
        Way(Link(say("Data"), urls.DATA), say("the whole record to download and to cite")),
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


def _more(presenter: Presenter, number: int) -> Link | None:
    return Link(presenter.say("All agreements"), urls.index_of(FOLDER)) if number > LATEST else None


def _figures(presenter: Presenter) -> str:
    corpus = presenter.corpus
    claims = sum(len(e.claims()) for e in corpus.entries.values() if not isinstance(e, SourceEntry))
    found = [coverage(corpus, accession) for accession in corpus.accessions.values()]
    sentences = sum(len(one.sentences) for one in found)
    accounted = sentences - sum(len(one.open) for one in found)
    undocumented = len(corpus.of(Cooperation))
    held = presenter.listing(
        [
            (agreement_count(presenter, corpus.of(Agreement)) or presenter.say("no agreement"),),
            (
                presenter.count(
                    "{n} cooperation without a document", "{n} cooperations without a document", undocumented
                ),
            ),
            (presenter.count("{n} event", "{n} events", len(corpus.of(Event))),),
            (presenter.count("{n} province", "{n} provinces", len(corpus.of(Province))),),
        ]
    )
    sources = presenter.count("{n} article", "{n} articles", len(corpus.accessions))
    share = presenter.language.number(round(100 * accounted / sentences) if sentences else 0)
    return presenter.say(
        "This edition holds {held}. It makes {claims} claims from {sources}, whose text has {sentences} sentences; "
        "{share} per cent of them support a claim or are set aside with a reason.",
        held=in_words(held),
        claims=presenter.language.number(claims),
        sources=sources,
        sentences=presenter.language.number(sentences),
        share=share,
    )


def _limits(presenter: Presenter) -> Iterator[str]:
    sources = [accession.entry for accession in presenter.corpus.accessions.values()]
    by_side = {side: sum(1 for source in sources if source.side == side) for side in SIDES}
    yield presenter.say(
        "That it is complete. It holds what its articles tell; what none of them tells is missing here, not untrue."
    )
    yield presenter.say(
        "That what an article reports is so. It shows that the article says it, and who is quoted as saying it."
    )
    for side in SIDES:
        if sources and not by_side[side]:
            yield presenter.say(ONE_SIDE[side])
    yield presenter.say(
        "That these agreements are treaties, or that one still holds because its period runs. The status is told from "
        "the period alone, as of the edition’s day."
    )


ONE_SIDE = {
    "LA": message(
        "That it hears both sides. All its articles come from the Vietnamese press; no Lao source is among them yet."
    ),
    "VN": message(
        "That it hears both sides. All its articles come from the Lao press; no Vietnamese source is among them yet."
    ),
}
