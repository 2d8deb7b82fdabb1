"""Many agreements in time: for each province how many were in their period in each year."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from edition.dates import Edtf
from edition.figures.extent import Axis
from edition.figures.geometry import num, percent
from edition.figures.views import StripRow
from edition.kinds.agreements import Agreement
from edition.presenting.presenter import Presenter

HEIGHT = 22.0


def strips(presenter: Presenter, agreements: Sequence[Agreement], axis: Axis) -> tuple[StripRow, ...]:
    """All agreements first, then those of each Vietnamese province by name, then those of none."""
    of_all = _by_year(agreements, axis)
    groups: defaultdict[str, list[Agreement]] = defaultdict(list)
    for agreement in agreements:
        provinces = [p.id for p in presenter.relations.provinces(agreement) if presenter.relations.side(p) == "VN"]
        for id_ in provinces or [""]:
            groups[id_].append(agreement)
    counts = {id_: _by_year(found, axis) for id_, found in groups.items()}
    most = max((max(found.values(), default=0) for found in counts.values()), default=0)
    whole = StripRow(
        link=None,
        text=presenter.say("All agreements"),
        counts=_words(presenter, agreements, of_all),
        steps=_steps(of_all, max(of_all.values(), default=0), axis),
    )
    entries = presenter.corpus.entries
    named = [entry.id for entry in presenter.by_name(entries[id_] for id_ in groups if id_)]
    rows = [
        StripRow(
            link=presenter.link(entries[id_]) if id_ else None,
            text="" if id_ else presenter.say("Of no province"),
            counts=_words(presenter, groups[id_], counts[id_]),
            steps=_steps(counts[id_], most, axis),
        )
        for id_ in (*named, *([""] if "" in groups else []))
    ]
    return (whole, *rows)


def _words(presenter: Presenter, agreements: Sequence[Agreement], counts: Mapping[int, int]) -> str:
    total = presenter.count("{n} agreement", "{n} agreements", len(agreements))
    if not counts:
        return total
    year = min(counts, key=lambda year: (-counts[year], year))
    return presenter.say("{total}, most in {year} ({n})", total=total, year=year, n=counts[year])


def _by_year(agreements: Iterable[Agreement], axis: Axis) -> Counter[int]:
    return Counter(year for a in agreements if a.period for year in _years(a.period.value, axis))


def _years(period: Edtf, axis: Axis) -> range:
    """The years that a period touches on the axis."""
    if not period.has_year:
        return range(0)
    first = period.earliest.year if period.earliest else axis.first
    last = period.latest.year if period.latest else axis.last
    return range(max(first, axis.first), min(last, axis.last) + 1)


def _steps(counts: Mapping[int, int], most: int, axis: Axis) -> tuple[tuple[str, str, str, str], ...]:
    """Place, width, top and height of each year that has any, counted from the bottom of the strip."""
    found = []
    for year in sorted(counts):
        start, end = axis.share(dt.date(year, 1, 1)), axis.share(dt.date(year + 1, 1, 1))
        height = HEIGHT * counts[year] / most
        found.append((percent(start), percent(end - start), num(-height), num(height)))
    return tuple(found)
