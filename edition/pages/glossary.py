"""The glossary: what the words for forms, standings, status, lineage and statements mean here.

The explanations are ours; they prove nothing, and the page says so. They stand with the words themselves in
`content/languages/en.yaml`. Under a word stand the agreements for which it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from msgspec import Struct

from edition import urls
from edition.kinds.agreements import FOLDER, FORMS, RELATIONS, STANDINGS, Agreement
from edition.kinds.statements import STATEMENT_TYPES
from edition.languages.codes import STATUSES
from edition.languages.language import message
from edition.presenting.chronology import in_order
from edition.presenting.edition import Edition
from edition.presenting.presenter import Presenter
from edition.presenting.views import Link, Page, Plan, Rich, Said, View

LONGEST_LIST = 12
"""More agreements are counted, not listed."""

NO_TREATIES = message(
    "“Agreement” is our word for any document of cooperation between the sides, and we call none of them a treaty. "
    "Viet Nam’s Law on International Agreements (No. 70/2020/QH14, article 2) understands by “international agreement” "
    "a written agreement on international cooperation that creates, alters or ends no rights or obligations of the "
    "State under international law. Whether a document of this record is such a one, its text would have to show; the "
    "record knows the documents from reports alone."
)


class Term(Struct, frozen=True):
    """A word, what it means here, and the agreements for which it is used."""

    id: str
    words: str
    meaning: str
    uses: Rich


class TermGroup(Struct, frozen=True):
    """Words of one sort, and what they say."""

    id: str
    heading: str
    lede: str
    terms: tuple[Term, ...]


class GlossaryView(View, frozen=True, kw_only=True):
    """Every word that is explained, by sort. `note` says what the record does not call its documents."""

    groups: tuple[TermGroup, ...]
    note: Said


def pages(edition: Edition) -> Iterator[Plan]:
    """The one page."""
    yield Plan(urls.GLOSSARY, partial(_page, edition))


def _page(edition: Edition) -> Page:
    presenter = Presenter(edition, urls.GLOSSARY)
    view = GlossaryView(
        title=presenter.say("Glossary"),
        description=presenter.say(
            "What this record means by memorandum, plan and twinning, signed and proposed, commitment and request."
        ),
        crumbs=presenter.crumbs(),
        groups=tuple(_groups(presenter)),
        note=Said(presenter.say(NO_TREATIES)),
    )
    return Page(urls.GLOSSARY, "glossary.html", view)


def _groups(presenter: Presenter) -> Iterator[TermGroup]:
    say = presenter.say
    yield TermGroup(
        "forms",
        say("Forms of documents"),
        say("What a document is called, as far as a source names it."),
        _terms(presenter, "form", FORMS, lambda agreement: (agreement.form.value,) if agreement.form else ()),
    )
    yield TermGroup(
        "standings",
        say("What a source says of a document"),
        say("Not more than the source says: that a document was signed is no word on whether it was carried out."),
        _terms(
            presenter,
            "standing",
            STANDINGS,
            lambda agreement: (agreement.standing.value,) if agreement.standing else (),
        ),
    )
    yield TermGroup(
        "statuses",
        say("Status"),
        say(
            "Worked out for the day of this edition, {day}, from the period that a source gives, and nothing else.",
            day=presenter.day(presenter.corpus.config.as_of),
        ),
        _terms(presenter, "status", STATUSES, lambda agreement: (presenter.status(agreement),)),
    )
    yield TermGroup(
        "relations",
        say("Lineage"),
        say("How one document comes from another. That it does is a claim like all others and has its own evidence."),
        _terms(presenter, "relation", RELATIONS, lambda agreement: tuple(c.value.relation for c in agreement.lineage)),
    )
    yield TermGroup(
        "statements",
        say("Statements"),
        say("What kind of thing a source reports somebody to have said or done."),
        _terms(presenter, "statement", STATEMENT_TYPES, lambda _: ()),
    )


def _terms(
    presenter: Presenter, group: str, codes: tuple[str, ...], used: Callable[[Agreement], tuple[str, ...]]
) -> tuple[Term, ...]:
    """The words for some codes; `used` says which of them are used for an agreement."""
    agreements = in_order(presenter.corpus.of(Agreement))
    return tuple(
        Term(
            urls.term(group, code).partition("#")[2],
            presenter.words(group, code),
            presenter.words(f"{group}-meaning", code),
            _uses(presenter, [agreement for agreement in agreements if code in used(agreement)]),
        )
        for code in codes
    )


def _uses(presenter: Presenter, agreements: list[Agreement]) -> Rich:
    if not agreements:
        return ()
    if len(agreements) > LONGEST_LIST:
        everything = Link(presenter.say("the list of agreements"), urls.index_of(FOLDER))
        return presenter.rich_count(
            "{n} document in {list}.", "{n} documents in {list}.", len(agreements), list=everything
        )
    links = presenter.listing([(presenter.link(agreement),) for agreement in agreements])
    return presenter.rich("In this record: {agreements}.", agreements=links)
