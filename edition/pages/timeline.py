"""The timeline: the periods of agreements and the events in one list, from the earliest to the latest year.

Computed from the entries' dates. The edition's day is marked in it; what has no year stands apart.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from edition import urls
from edition.dates import Edtf, PeriodStatus
from edition.kinds.agreements import Agreement
from edition.kinds.cooperations import Cooperation
from edition.kinds.entry import Claim, Entry
from edition.kinds.events import Event
from edition.presenting.chronology import BOUNDED, has_year, in_order
from edition.presenting.edition import Edition
from edition.presenting.presenter import Presenter
from edition.presenting.views import Link, Page, Rich, Row, View


@dataclass(frozen=True, slots=True)
class Item:
    """Something that happened, began or ended. `when` leads to the evidence of its date.

    `remark` says what must be known about its place in the list; `descent` are sentences that name renewals.
    """

    kind: str
    what: str
    when: Link
    link: Link
    about: Rich = ()
    descent: tuple[Rich, ...] = ()
    remark: str = ""
    status: str = ""
    status_words: str = ""


@dataclass(frozen=True, slots=True)
class Year:
    """A year, or a run of years to which nothing is dated; `after` are its items behind the edition's day."""

    id: str
    heading: str
    items: tuple[Item, ...]
    is_as_of: bool
    after: tuple[Item, ...]


@dataclass(frozen=True, kw_only=True)
class TimelineView(View):
    """The timeline. `in_period` are the agreements in their period on the edition's day."""

    in_period: Rich
    years: tuple[Year, ...]
    yearless: tuple[Row, ...]
    periodless: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Dated:
    """An item and its place in time; of those of one day the lower `order` comes first."""

    day: dt.date
    order: int
    item: Item


def pages(edition: Edition) -> Iterator[Page]:
    """The one page."""
    presenter = Presenter(edition, urls.TIMELINE)
    corpus = edition.corpus
    agreements, events = corpus.of(Agreement), in_order(corpus.of(Event))
    current = [a for a in agreements if presenter.status(a) == PeriodStatus.IN_PERIOD]
    view = TimelineView(
        title="Timeline",
        description="Agreements and events in the order of time, from the first year that sources give to the last.",
        crumbs=presenter.crumbs(),
        in_period=presenter.listing([(presenter.link(a),) for a in current]),
        years=tuple(_years(_dated(presenter, agreements, events), corpus.config.as_of)),
        yearless=presenter.rows(e for e in events if not has_year(e)),
        periodless=presenter.rows(a for a in agreements if not has_year(a)),
    )
    yield Page(urls.TIMELINE, "timeline.html", view)


# --- Items -----------------------------------------------------------------------------------------------------


def _dated(presenter: Presenter, agreements: Iterable[Agreement], events: Iterable[Event]) -> list[_Dated]:
    found: list[_Dated] = []
    for agreement in agreements:
        found += _of_agreement(presenter, agreement)
    for cooperation in presenter.corpus.of(Cooperation):
        found += _of_cooperation(presenter, cooperation)
    for number, event in enumerate(events):
        if event.date and (day := event.date.value.earliest):
            found.append(_Dated(day, number + 1, _of_event(presenter, event, event.date)))
    return sorted(found, key=lambda one: (one.day, one.order, one.item.link.path))


def _of_agreement(presenter: Presenter, agreement: Agreement) -> Iterator[_Dated]:
    period = agreement.period
    status = presenter.status(agreement)
    if period and (first := period.value.earliest):
        item = Item(
            kind="begins",
            what="Proposed period begins" if status == "proposed" else "Period begins",
            when=_when(presenter, agreement, period),
            link=presenter.link(agreement),
            about=presenter.parties(claim.value for claim in agreement.parties),
            descent=tuple(_descent(presenter, agreement)),
            remark=_remark(period),
            status=status,
            status_words=presenter.words("status", status),
        )
        yield _Dated(first, 0, item)
    if period and (last := period.value.latest) and period.value.is_period:
        link = _when(presenter, agreement, period)
        item = Item(
            kind="ends",
            what="Proposed period ends" if status == "proposed" else "Period ends",
            when=Link(str(last.year), link.path),
            link=presenter.link(agreement),
            descent=tuple(_renewed_by(presenter, agreement)),
        )
        yield _Dated(last, 10_000, item)
    yield from _signing(presenter, agreement)


def _signing(presenter: Presenter, agreement: Agreement) -> Iterator[_Dated]:
    """The signing of an agreement, where no event of the edition is that signing."""
    signed = agreement.signed
    events = (e for e in presenter.corpus.mentioning(agreement.id, Event))
    acts = (act.value for event in events for act in event.agreements)
    if any(act.act == "signed" and act.agreement and act.agreement.id == agreement.id for act in acts):
        return
    if signed and (day := signed.value.earliest):
        when = _when(presenter, agreement, signed)
        yield _Dated(day, 9_000, Item("event", "Signed", when, presenter.link(agreement), remark=_remark(signed)))


def _of_cooperation(presenter: Presenter, cooperation: Cooperation) -> Iterator[_Dated]:
    period = cooperation.period
    if period and (first := period.value.earliest):
        item = Item(
            kind="begins",
            what="Cooperation without a document",
            when=_when(presenter, cooperation, period),
            link=presenter.link(cooperation),
            about=presenter.row(cooperation).about,
            remark=_remark(period),
        )
        yield _Dated(first, 0, item)


def _of_event(presenter: Presenter, event: Event, claim: Claim[Edtf]) -> Item:
    row = presenter.row(event)
    return Item("event", row.kind, _when(presenter, event, claim), row.link, row.about, remark=_remark(claim))


def _when(presenter: Presenter, entry: Entry, claim: Claim[Edtf]) -> Link:
    """A date, with the way to its evidence on the entry's own page."""
    return Link(presenter.date(claim.value), f"{urls.page_of(entry)}#{claim.id}")


def _remark(claim: Claim[Edtf]) -> str:
    """What must be known of a date to read its place in the list."""
    date = claim.value
    if date.form in BOUNDED:
        return "Placed at the earliest time it can have been; the source does not say more."
    if date.uncertain or date.approximate:
        return "The date is uncertain; so is its place here."
    return "The date is inferred; its own page says from what." if claim.inferred else ""


def _descent(presenter: Presenter, agreement: Agreement) -> Iterator[Rich]:
    for claim in agreement.lineage:
        if other := presenter.entry(claim.value.agreement):
            yield (presenter.words("relation", claim.value.relation), " ", presenter.link(other))


def _renewed_by(presenter: Presenter, agreement: Agreement) -> Iterator[Rich]:
    for mention in presenter.corpus.mentions.get(agreement.id, ()):
        if isinstance(mention.entry, Agreement) and mention.claim in mention.entry.lineage:
            relation = presenter.words("relation-inverse", mention.claim.value.relation)
            yield (relation, " ", presenter.link(mention.entry))


# --- Years -----------------------------------------------------------------------------------------------------


def _years(dated: list[_Dated], as_of: dt.date) -> Iterator[Year]:
    """Every year from the first to the last; years to which nothing is dated are drawn together."""
    filled = {one.day.year for one in dated} | {as_of.year}
    empty: list[int] = []
    for year in range(min(filled), max(filled) + 1):
        if year not in filled:
            empty.append(year)
            continue
        if empty:
            heading = f"{empty[0]}–{empty[-1]}" if len(empty) > 1 else str(empty[0])
            yield Year(f"y{empty[0]}", heading, (), False, ())
            empty = []
        here = [one for one in dated if one.day.year == year]
        before = tuple(one.item for one in here if one.day <= as_of)
        after = tuple(one.item for one in here if one.day > as_of)
        if year == as_of.year:
            yield Year(f"y{year}", str(year), before, True, after)
        else:
            yield Year(f"y{year}", str(year), (*before, *after), False, ())
