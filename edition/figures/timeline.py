"""The timeline as a figure: a line for each agreement and event; where they would be too many, for each province."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from edition import urls
from edition.dates import Edtf
from edition.figures.extent import Axis, axis, bars, mark, span
from edition.figures.geometry import percent
from edition.figures.strips import strips
from edition.figures.views import Bar, Mark, Tick, TimelineFigure, TimelineRow
from edition.kinds.agreements import Agreement
from edition.kinds.cooperations import Cooperation
from edition.kinds.events import Event
from edition.presenting.chronology import date_of, has_year, in_order
from edition.presenting.presenter import Presenter
from edition.presenting.views import Link, Rich

MOST_ROWS = 40


class _Line(Struct, frozen=True):
    """An entry that gets a line, and the agreement drawn above that it descends from."""

    entry: Agreement | Cooperation | Event
    parent: str = ""


def timeline(presenter: Presenter, entries: Sequence[Agreement | Cooperation | Event]) -> TimelineFigure | None:
    """The timeline of some entries; None where none of them has a year."""
    drawable = [e for e in entries if _dates(presenter, e)]
    if not drawable:
        return None
    as_of = presenter.corpus.config.as_of
    on = axis((date for e in drawable for date in _dates(presenter, e)), as_of)
    lines = _lines(presenter, drawable)
    say = presenter.say
    share = on.share(as_of)
    many = len(lines) > MOST_ROWS
    rows = () if many else tuple(_rows(presenter, lines, on))
    of_provinces = say(
        "How many agreements were in their period in each year, by Vietnamese province: the higher the bar, the more. "
        "The line of all agreements has a scale of its own. An agreement of several provinces is counted with each. "
        "Computed by us from the periods."
    )
    of_entries = say("A bar is the period of an agreement, a dot a day on which something took place.")
    return TimelineFigure(
        id="timeline",
        title=say("Agreements and events in time"),
        description=of_provinces if many else of_entries,
        legend=_legend(presenter, rows),
        left_out=_left_out(presenter, entries, drawable),
        ticks=on.ticks,
        as_of=Tick(percent(share), presenter.day(as_of), "end" if share > 0.5 else "start"),
        rows=rows,
        strips=strips(presenter, [e for e in drawable if isinstance(e, Agreement)], on) if many else (),
    )


# --- Which entries get a line, in which order --------------------------------------------------------------------


def _dates(presenter: Presenter, entry: Agreement | Cooperation | Event) -> list[Edtf]:
    """The dates of an entry that have a year."""
    claims = [entry.period, entry.signed] if isinstance(entry, Agreement) else []
    found = [claim.value for claim in claims if claim] if claims else [d for d in [date_of(entry)] if d]
    if isinstance(entry, Agreement):
        found += (event.date.value for event in _events_of(presenter, entry) if event.date)
        found += (other.value for other in (entry.period.others if entry.period else ()))
    return [date for date in found if date.has_year]


def _events_of(presenter: Presenter, agreement: Agreement) -> tuple[Event, ...]:
    return in_order(presenter.corpus.mentioning(agreement.id, Event))


def _lines(presenter: Presenter, entries: Sequence[Agreement | Cooperation | Event]) -> list[_Line]:
    """A line for each agreement, each below the one it descends from; then what else there is, in order of time."""
    agreements = {e.id: e for e in in_order(e for e in entries if isinstance(e, Agreement))}
    children: defaultdict[str, list[str]] = defaultdict(list)
    for agreement in agreements.values():
        parents = [c.value.agreement.id for c in agreement.lineage if c.value.agreement]
        parent = next((id_ for id_ in parents if id_ in agreements and id_ != agreement.id), "")
        children[parent].append(agreement.id)
    found: dict[str, _Line] = {}

    def take(parent: str) -> None:
        for id_ in children[parent]:
            if id_ not in found:
                found[id_] = _Line(agreements[id_], parent)
                take(id_)

    take("")
    for id_, agreement in agreements.items():  # what descends from itself in a circle
        found.setdefault(id_, _Line(agreement))
    shown = {event.id for agreement in agreements.values() for event in _events_of(presenter, agreement)}
    others = in_order(e for e in entries if not isinstance(e, Agreement) and e.id not in shown)
    ids = {e.id for e in others}
    apart = (e for e in others if not (isinstance(e, Event) and e.part_of and e.part_of.id in ids))
    return [*found.values(), *map(_Line, apart)]


def _left_out(presenter: Presenter, entries: Iterable[object], drawable: Sequence[object]) -> str:
    missing = [e for e in entries if e not in drawable]
    if not missing:
        return ""
    return presenter.count(
        "{n} entry without a known year is not drawn.", "{n} entries without a known year are not drawn.", len(missing)
    )


# --- Rows ------------------------------------------------------------------------------------------------------


def _rows(presenter: Presenter, lines: Sequence[_Line], on: Axis) -> Iterator[TimelineRow]:
    drawn = {line.entry.id: n for n, line in enumerate(lines)}
    tails: defaultdict[int, list[str]] = defaultdict(list)
    joints: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for n, line in enumerate(lines):
        if line.parent:
            start, end = _span(lines[drawn[line.parent]].entry, on), _span(line.entry, on)
            if start and end:
                x = min(max(end[0], start[0]), start[1])
                for row in range(drawn[line.parent] + 1, n + 1):
                    tails[row].append(percent(x))
                if end[0] > x:
                    joints[n].append((percent(x), percent(end[0])))
    for n, line in enumerate(lines):
        yield _row(presenter, line.entry, on, tuple(tails[n]), tuple(joints[n]))


def _span(entry: Agreement | Cooperation | Event, on: Axis) -> tuple[float, float] | None:
    date = date_of(entry)
    return span(date, on) if date and date.has_year else None


def _row(
    presenter: Presenter,
    entry: Agreement | Cooperation | Event,
    on: Axis,
    tails: tuple[str, ...],
    joints: tuple[tuple[str, str], ...],
) -> TimelineRow:
    row = presenter.row(entry)
    return TimelineRow(
        link=row.link,
        kind=row.kind,
        when=row.when,
        status=row.status,
        status_words=row.status_words,
        beside=tuple(_beside(presenter, entry)),
        bars=tuple(_bars(entry, on, "proposed" if row.status == "proposed" else "sure")),
        marks=tuple(_marks(presenter, entry, on)),
        tails=tails,
        joints=joints,
    )


def _bars(entry: Agreement | Cooperation | Event, on: Axis, sure: str) -> Iterator[Bar]:
    if isinstance(entry, Event) or entry.period is None:
        return
    yield from (replace(bar, kind=sure) if bar.kind == "sure" else bar for bar in bars(entry.period.value, on))
    for other in entry.period.others:
        yield from (Bar("other", bar.x, bar.end) for bar in bars(other.value, on))


def _marks(presenter: Presenter, entry: Agreement | Cooperation | Event, on: Axis) -> Iterator[Mark]:
    match entry:
        case Agreement():
            events = [e.date.value for e in _events_of(presenter, entry) if e.date]
            dates = events if _has_signing(presenter, entry) or not entry.signed else [entry.signed.value, *events]
        case Event():
            dates = [entry.date.value] if entry.date else []
        case _:
            dates = []
    found = (mark(date, on) for date in dates)
    yield from dict.fromkeys(one for one in found if one)


def _has_signing(presenter: Presenter, agreement: Agreement) -> bool:
    """Whether an event of the edition is the agreement's signing."""
    acts = (act.value for event in _events_of(presenter, agreement) for act in event.agreements)
    return any(act.act == "signed" and act.agreement and act.agreement.id == agreement.id for act in acts)


def _beside(presenter: Presenter, entry: Agreement | Cooperation | Event) -> Iterator[Rich]:
    """What the dots of a line are, each with the way to it."""
    say = presenter.say
    if isinstance(entry, Agreement):
        if entry.signed and not _has_signing(presenter, entry):
            text = say("signed {date}", date=presenter.date(entry.signed.value))
            yield (Link(text, f"{urls.page_of(entry)}#{entry.signed.id}"),)
        for event in filter(has_year, _events_of(presenter, entry)):
            acts = [a.value.act for a in event.agreements if a.value.agreement and a.value.agreement.id == entry.id]
            date = presenter.date(event.date.value if event.date else None)
            text = {
                "signed": say("signed {date}", date=date),
                "reviewed": say("reviewed {date}", date=date),
                "discussed": say("discussed {date}", date=date),
            }.get(acts[0] if acts else "", say("mentioned {date}", date=date))
            yield (presenter.link(event, text),)
    if isinstance(entry, Event):
        parts = (e for e in presenter.corpus.mentioning(entry.id, Event) if e.part_of and e.part_of.id == entry.id)
        yield from ((presenter.link(part),) for part in in_order(parts) if has_year(part))


def _legend(presenter: Presenter, rows: Iterable[TimelineRow]) -> tuple[tuple[str, str], ...]:
    say = presenter.say
    rows = tuple(rows)
    kinds = {bar.kind for row in rows for bar in row.bars}
    signs = [
        ("span span-sure", say("a period, as sources tell it"), "sure" in kinds),
        ("span span-proposed", say("a period that is only proposed"), "proposed" in kinds),
        ("span span-unsure", say("may have begun, run or ended then: the sources leave it open"), "unsure" in kinds),
        ("span span-open", say("goes on: no beginning or end is told"), "open" in kinds),
        ("span span-other", say("another source says so"), "other" in kinds),
        ("whisker", say("a day known only within these bounds"), any(m.end for row in rows for m in row.marks)),
        ("tail", say("renews, follows or carries out the one above"), any(row.tails for row in rows)),
        ("as-of-line", say("the day of this edition"), True),
    ]
    return tuple((class_, words) for class_, words, there in signs if there)
