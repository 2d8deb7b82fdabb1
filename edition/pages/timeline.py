"""The timeline: the periods of agreements and the events in one list, from the earliest to the latest year.

Computed from the entries' dates. The edition's day is marked in it; what has no year stands apart.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from edition import urls
from edition.dates import Edtf, PeriodStatus, parse
from edition.figures.timeline import timeline as figure
from edition.figures.views import TimelineFigure
from edition.kinds.agreements import Agreement
from edition.kinds.cooperations import Cooperation
from edition.kinds.entry import Claim, Entry
from edition.kinds.events import Event
from edition.languages.language import message
from edition.presenting import long_lists
from edition.presenting.chronology import BOUNDED, has_year, in_order
from edition.presenting.edition import Edition
from edition.presenting.long_lists import Part
from edition.presenting.presenter import Presenter
from edition.presenting.views import Link, Page, Plan, Rich, Row, View

MOST_OPEN = 60
"""So many items stand one below the other."""

DESCENDS = {
    "renews": message("Renews {agreement}"),
    "follows": message("Follows {agreement}"),
    "carries-out": message("Carries out {agreement}"),
}
"""How an agreement descends from another."""

DESCENDANTS = {
    "renews": message("Renewed by {agreement}"),
    "follows": message("Followed by {agreement}"),
    "carries-out": message("Carried out by {agreement}"),
}
"""The same, told of the other."""


class Item(Struct, frozen=True):
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


class Year(Struct, frozen=True):
    """A year, or a run of years to which nothing is dated; `after` are its items behind the edition's day."""

    id: str
    heading: str
    items: tuple[Item, ...]
    is_as_of: bool
    after: tuple[Item, ...]


class TimelineView(View, frozen=True, kw_only=True):
    """The timeline, or a part of it. `in_period` names the agreements in their period on the edition's day.

    `as_of` leads to that day. `folded` is whether a number stands for each year's items, since there are too many to
    read one after the other. What has no year stands behind the last part.
    """

    as_of: str
    in_period: Rich
    folded: bool
    figure: TimelineFigure | None
    years: tuple[Year, ...]
    yearless: tuple[Row, ...]
    periodless: tuple[Row, ...]


class _Dated(Struct, frozen=True):
    """Something of an entry at `path`, and its place in time; of those of one day the lower `order` comes first."""

    day: dt.date
    order: int
    path: str
    make: Callable[[], Item]


def pages(edition: Edition) -> Iterator[Plan]:
    """The timeline, so many items on a page."""
    dated = _dated(Presenter(edition, urls.TIMELINE))
    for part in long_lists.parts(urls.TIMELINE, len(dated)):
        yield Plan(part.path, partial(_page, edition, part, dated))


def _page(edition: Edition, part: Part, dated: Sequence[_Dated]) -> Page:
    presenter = Presenter(edition, part.path)
    corpus = edition.corpus
    agreements, events = corpus.of(Agreement), in_order(corpus.of(Event))
    current = [a for a in agreements if presenter.status(a) == PeriodStatus.IN_PERIOD]
    as_of = _part_of(corpus.config.as_of, dated)
    is_last = part.end == part.count
    view = TimelineView(
        **long_lists.head(presenter, presenter.say("Timeline"), part),
        description=presenter.say(
            "Agreements and events in the order of time, from the first year that sources give to the last."
        ),
        as_of=f"{as_of.path}#as-of",
        in_period=_in_period(presenter, current),
        figure=figure(presenter, (*agreements, *corpus.of(Cooperation), *events)) if part.is_first else None,
        folded=len(dated) > MOST_OPEN,
        years=tuple(_years(presenter, part.of(dated), has_as_of=part == as_of)),
        yearless=presenter.rows(e for e in events if is_last and not has_year(e)),
        periodless=presenter.rows(a for a in agreements if is_last and not has_year(a)),
    )
    return Page(part.path, "timeline.html", view)


def _part_of(day: dt.date, dated: Sequence[_Dated]) -> Part:
    """The part in which a day has its place: that of the last item before it."""
    before = max(0, sum(one.day <= day for one in dated) - 1)
    found = (part for part in long_lists.parts(urls.TIMELINE, len(dated)) if before < part.end or not part.count)
    return next(found)


def _in_period(presenter: Presenter, current: Sequence[Agreement]) -> Rich:
    if not current:
        return (presenter.say("No agreement of the record is in its period on this day."),)
    links = presenter.listing([(presenter.link(agreement),) for agreement in current])
    return presenter.rich("In their period on this day: {agreements}.", agreements=links)


# --- Items -----------------------------------------------------------------------------------------------------


def _dated(presenter: Presenter) -> list[_Dated]:
    found: list[_Dated] = []
    for agreement in presenter.corpus.of(Agreement):
        found += _of_agreement(presenter, agreement)
    for cooperation in presenter.corpus.of(Cooperation):
        found += _of_cooperation(presenter, cooperation)
    for number, event in enumerate(in_order(presenter.corpus.of(Event))):
        if event.date and (day := event.date.value.earliest):
            make = partial(_of_event, presenter, event, event.date)
            found.append(_Dated(day, number + 1, urls.page_of(event), make))
    return sorted(found, key=lambda one: (one.day, one.order, one.path))


def _of_agreement(presenter: Presenter, agreement: Agreement) -> Iterator[_Dated]:
    period, say, path = agreement.period, presenter.say, urls.page_of(agreement)
    status = presenter.status(agreement)

    def begin(period: Claim[Edtf]) -> Item:
        return Item(
            kind="begins",
            what=say("Proposed period begins") if status == "proposed" else say("Period begins"),
            when=_when(presenter, agreement, period),
            link=presenter.link(agreement),
            about=presenter.all_parties(agreement.parties),
            descent=tuple(_descent(presenter, agreement)),
            remark=presenter.say(_remark(period)),
            status=status,
            status_words=presenter.words("status", status),
        )

    def end(period: Claim[Edtf], last: dt.date) -> Item:
        link = _when(presenter, agreement, period)
        return Item(
            kind="ends",
            what=say("Proposed period ends") if status == "proposed" else say("Period ends"),
            when=Link(presenter.date(parse(f"{last.year:04}")), link.path),
            link=presenter.link(agreement),
            descent=tuple(_renewed_by(presenter, agreement)),
        )

    if period and (first := period.value.earliest):
        yield _Dated(first, 0, path, partial(begin, period))
    if period and (last := period.value.latest) and period.value.is_period:
        yield _Dated(last, 10_000, path, partial(end, period, last))
    yield from _signing(presenter, agreement)


def _signing(presenter: Presenter, agreement: Agreement) -> Iterator[_Dated]:
    """The signing of an agreement, where no event of the edition is that signing."""
    signed = agreement.signed
    events = (e for e in presenter.corpus.mentioning(agreement.id, Event))
    acts = (act.value for event in events for act in event.agreements)
    if any(act.act == "signed" and act.agreement and act.agreement.id == agreement.id for act in acts):
        return

    def sign(signed: Claim[Edtf]) -> Item:
        when, remark = _when(presenter, agreement, signed), presenter.say(_remark(signed))
        return Item("event", presenter.say("Signed"), when, presenter.link(agreement), remark=remark)

    if signed and (day := signed.value.earliest):
        yield _Dated(day, 9_000, urls.page_of(agreement), partial(sign, signed))


def _of_cooperation(presenter: Presenter, cooperation: Cooperation) -> Iterator[_Dated]:
    period = cooperation.period

    def begin(period: Claim[Edtf]) -> Item:
        return Item(
            kind="begins",
            what=presenter.say("Cooperation without a document"),
            when=_when(presenter, cooperation, period),
            link=presenter.link(cooperation),
            about=presenter.row(cooperation).about,
            remark=presenter.say(_remark(period)),
        )

    if period and (first := period.value.earliest):
        yield _Dated(first, 0, urls.page_of(cooperation), partial(begin, period))


def _of_event(presenter: Presenter, event: Event, claim: Claim[Edtf]) -> Item:
    row, remark = presenter.row(event), presenter.say(_remark(claim))
    return Item("event", row.kind, _when(presenter, event, claim), row.link, row.about, remark=remark)


def _when(presenter: Presenter, entry: Entry, claim: Claim[Edtf]) -> Link:
    """A date, with the way to its evidence on the entry's own page."""
    return Link(presenter.date(claim.value), f"{urls.page_of(entry)}#{claim.id}")


def _remark(claim: Claim[Edtf]) -> str:
    """What must be known of a date to read its place in the list: a message, or nothing."""
    date = claim.value
    if date.form in BOUNDED:
        return message("Placed at the earliest time it can have been; the source does not say more.")
    if date.uncertain or date.approximate:
        return message("The date is uncertain; so is its place here.")
    return message("The date is inferred; its own page says from what.") if claim.inferred else ""


def _descent(presenter: Presenter, agreement: Agreement) -> Iterator[Rich]:
    for claim in agreement.lineage:
        if other := presenter.entry(claim.value.agreement):
            yield presenter.rich(DESCENDS[claim.value.relation], agreement=presenter.link(other))


def _renewed_by(presenter: Presenter, agreement: Agreement) -> Iterator[Rich]:
    for mention in presenter.corpus.mentions.get(agreement.id, ()):
        if isinstance(mention.entry, Agreement) and mention.claim in mention.entry.lineage:
            relation = mention.claim.value.relation
            yield presenter.rich(DESCENDANTS[relation], agreement=presenter.link(mention.entry))


# --- Years -----------------------------------------------------------------------------------------------------


def _years(presenter: Presenter, dated: Sequence[_Dated], *, has_as_of: bool) -> Iterator[Year]:
    """Every year from the first to the last; years to which nothing is dated are drawn together."""
    as_of = presenter.corpus.config.as_of
    filled = {one.day.year for one in dated} | ({as_of.year} if has_as_of else set())
    empty: list[int] = []
    for year in range(min(filled), max(filled) + 1):
        if year not in filled:
            empty.append(year)
            continue
        if empty:
            yield Year(f"y{empty[0]}", _heading(presenter, empty[0], empty[-1]), (), False, ())
            empty = []
        here = [one for one in dated if one.day.year == year]
        before = tuple(one.make() for one in here if one.day <= as_of)
        after = tuple(one.make() for one in here if one.day > as_of)
        if has_as_of and year == as_of.year:
            yield Year(f"y{year}", _heading(presenter, year, year), before, True, after)
        else:
            yield Year(f"y{year}", _heading(presenter, year, year), (*before, *after), False, ())


def _heading(presenter: Presenter, first: int, last: int) -> str:
    """A year, or several in a row."""
    return presenter.date(parse(f"{first:04}" if first == last else f"{first:04}/{last:04}"))
