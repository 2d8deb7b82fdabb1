"""Invented figures that show every sign once, for the page of examples."""

from __future__ import annotations

import datetime as dt

from edition.dates import parse
from edition.figures.extent import Axis, bars, mark
from edition.figures.geometry import percent
from edition.figures.views import (
    Arc,
    Bar,
    Count,
    MultiplesFigure,
    NetworkFigure,
    Node,
    Panel,
    StripRow,
    Table,
    Tick,
    TimelineFigure,
    TimelineRow,
)
from edition.presenting.views import Link

AS_OF = dt.date(2026, 11, 22)
AXIS = Axis(2019, 2031, AS_OF)
PERIODS = ("2019/2022", "2022/2025~", "2024/..", "[2027..2029]")


def timelines(entry: Link, day: Link) -> tuple[TimelineFigure, TimelineFigure]:
    """A timeline with a line for each period of PERIODS, and one with a line for each province."""
    rows = [
        TimelineRow(link=entry, kind="Memorandum", when=text, bars=bars(parse(text), AXIS), beside=((day,),))
        for text in PERIODS
    ]
    within = mark(parse("[2020..2021]"), AXIS)
    assert within  # noqa: S101 - it has a year
    rows[0] = TimelineRow(
        link=entry, kind="Agreement", when="2019–2022", bars=(*rows[0].bars, Bar("other", "0%", "40%")), marks=(within,)
    )
    rows[1] = TimelineRow(link=entry, kind="Plan", when="2022 – about 2025", bars=rows[1].bars, tails=("24%",))
    legend = (
        ("span span-sure", "a period, as sources tell it"),
        ("span span-unsure", "may have begun, run or ended then"),
        ("span span-open", "no end is told"),
        ("span span-other", "another source says so"),
        ("whisker", "a day known only within these bounds"),
        ("tail", "renews the one above"),
        ("as-of-line", "the day of this edition"),
    )
    as_of = Tick(AXIS.x(AS_OF), "22 November 2026", "end")
    steps = tuple((percent(n / 13), percent(1 / 13), str(-n), str(n)) for n in range(1, 12))
    common = "Invented."
    return (
        TimelineFigure(
            id="example-timeline",
            title="Periods",
            description=common,
            legend=legend,
            ticks=AXIS.ticks,
            as_of=as_of,
            rows=tuple(rows),
            strips=(),
        ),
        TimelineFigure(
            id="example-strips",
            title="Many periods",
            description=common,
            ticks=AXIS.ticks,
            as_of=as_of,
            rows=(),
            strips=(StripRow(link=entry, text="", counts="36 agreements", steps=steps),),
        ),
    )


def network(left: Link, right: Link) -> NetworkFigure:
    """A network with a line of each kind."""
    arcs = (Arc("M0 50C45 50 55 25 100 25", "document", 3), Arc("M0 50C45 50 55 75 100 75", "undocumented", 1))
    return NetworkFigure(
        id="example-network",
        title="Parties",
        description="Invented.",
        legend=(("arc arc-document", "an agreement"), ("arc arc-undocumented", "cooperation without a document")),
        table=Table(("Vietnamese party", "Lao party"), (((left,), (right,)),)),
        table_title="The network as a table",
        heads=("Viet Nam", "Laos"),
        left=(Node(left, "with two"),),
        right=(Node(right, "with one"), Node(right, "with one")),
        arcs=arcs,
    )


def multiples(pair: Link, field: Link) -> MultiplesFigure:
    """Two panels."""
    counts = (Count(field, 3, "100%"), Count(field, 0, "0%"), Count(field, 1, "33.3%"))
    panels = (Panel(pair, "4 commitments", counts), Panel(pair, "4 commitments", counts))
    return MultiplesFigure(id="example-multiples", title="Commitments", description="Invented.", panels=panels)
