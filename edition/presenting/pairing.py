"""What provinces have in common: pairs, counts, statements, events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from edition import urls
from edition.kinds.agreements import Agreement
from edition.kinds.cooperations import Cooperation
from edition.kinds.events import Event
from edition.kinds.provinces import Province
from edition.kinds.statements import STATEMENT_TYPES
from edition.presenting.chronology import in_order
from edition.presenting.presenter import Presenter
from edition.presenting.speaking import Speaker, in_words
from edition.presenting.views import Group, Link
from edition.relations import Pair, Told


def pair_name(speaker: Speaker, pair: Pair) -> str:
    """What a pair is called: its provinces, the Vietnamese one first."""
    names = {"vietnamese": speaker.name(pair.vietnamese), "lao": speaker.name(pair.lao)}
    return speaker.say("{vietnamese} and {lao}", **names)


def pair_link(speaker: Speaker, pair: Pair, text: str = "") -> Link:
    """A link to a pair's page."""
    return Link(text or pair_name(speaker, pair), urls.page_at(urls.PAIRS, pair.id))


def other(pair: Pair, province: Province) -> Province:
    """The province at the other end of a pair."""
    return pair.lao if pair.vietnamese.id == province.id else pair.vietnamese


def pairs_among(presenter: Presenter, groups: Iterable[Sequence[Province]]) -> tuple[Pair, ...]:
    """The pairs of provinces of which both are in one of `groups`."""
    sets = [{province.id for province in group} for group in groups]
    return tuple(pair for pair in presenter.relations.pairs if any(set(pair.ids) <= ids for ids in sets))


def tally(presenter: Presenter, pair: Pair) -> str:
    """What the record has of a pair: “1 agreement and 2 events”."""
    agreements = agreement_count(presenter, presenter.relations.of_pair(pair, Agreement))
    cooperations = len(presenter.relations.of_pair(pair, Cooperation))
    events = len(events_of(presenter, (pair.vietnamese, pair.lao)))
    found = (
        agreements,
        presenter.count("{n} cooperation without a document", "{n} cooperations without a document", cooperations)
        if cooperations
        else "",
        presenter.count("{n} event", "{n} events", events) if events else "",
    )
    return presenter.language.join(part for part in found if part)


def agreement_count(speaker: Speaker, agreements: Iterable[Agreement]) -> str:
    """How many agreements there are; proposals, which nobody has agreed to yet, are counted apart."""
    proposed = [is_proposal(agreement) for agreement in agreements]
    made = len(proposed) - sum(proposed)
    found = (
        speaker.count("{n} agreement", "{n} agreements", made) if made else "",
        speaker.count("{n} set of proposals", "{n} sets of proposals", sum(proposed)) if any(proposed) else "",
    )
    return speaker.language.join(part for part in found if part)


def told_of(presenter: Presenter, provinces: Sequence[Province]) -> tuple[Told, ...]:
    """The statements that have to do with all of `provinces`, commitments first."""
    told = presenter.relations.told_of(provinces)
    return tuple(sorted(told, key=lambda one: STATEMENT_TYPES.index(one.statement.type)))


def events_of(presenter: Presenter, provinces: Sequence[Province]) -> tuple[Event, ...]:
    """The events in which all of `provinces` took part, or in one of which they were held, in the order of time."""
    return in_order(presenter.relations.events_of(provinces))


def is_proposal(agreement: Agreement) -> bool:
    """Whether nobody has agreed to it yet."""
    return bool(agreement.form and agreement.form.value == "proposals")


def field_links(presenter: Presenter, groups: Iterable[Group]) -> tuple[Link, ...]:
    """Links to the fields of cooperation further down the page, each with the number of its statements."""
    return tuple(
        Link(counted(presenter, in_words(group.heading), len(group.items)), f"{presenter.path}#{group.id}-heading")
        for group in groups
    )


def counted(speaker: Speaker, words: str, number: int) -> str:
    """Words with the number of what they lead to."""
    return speaker.say("{words} ({number})", words=words, number=speaker.language.number(number))
