"""Maps: the two countries with who works with whom, and a province among its neighbours and partners.

Lines run between the seats of provinces as they signed. Outlines, seats and neighbours are reference data.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from edition import urls
from edition.figures.callouts import PITCH
from edition.figures.drawing import LAST_BEFORE, MARGIN, MOST_ARCS, REORGANISED, Drawing, by_rank
from edition.figures.frame import FINE, Frame, around, seat
from edition.figures.geometry import bounds, num
from edition.figures.outlines import outlines, outlines_at
from edition.figures.ties import KINDS, Tie, left_out_words, legible, ties
from edition.figures.views import MapFigure, MapState, Table, Tick
from edition.kinds.provinces import Province
from edition.presenting.pairing import pair_link, tally
from edition.presenting.presenter import Presenter
from edition.presenting.views import Link

SCALE = 27.0
LEFT = 90.0
"""Room for names on the left."""
LOCATOR = (210.0, (190.0, 330.0), 75.0)
"""The window of a small map: its width, its least and largest height, its largest scale."""
MOST_ROWS = 40
"""The most pairs a table behind a map lists; more stand on a page of their own."""


def overview(presenter: Presenter, *, both: bool = False) -> MapFigure | None:
    """The two countries; `both` before and since July 2025. None where no province has a place on the map."""
    shape = outlines()
    (west, south), (east, north) = bounds(p for arc in shape.arcs for p in arc)
    frame = Frame(west, north, SCALE, LEFT, PITCH + 4, 0, (north - south) * SCALE)
    frame = replace(frame, width=frame.place((east, north))[0] - LEFT)
    found = ties(presenter)
    provinces = [p for p in presenter.corpus.of(Province) if presenter.relations.gazetteer_place(p)]
    if not provinces:
        return None
    states, left_out = [], 0
    for day in _days(presenter, both=both):
        drawing = Drawing(presenter, outlines_at(frame.scale), frame, day)
        state, missing = drawing.state(found, [drawing.named(p, found) for p in provinces], "entry", provinces)
        states.append(state)
        left_out = max(left_out, missing)
    return _figure(
        presenter,
        "map",
        presenter.say("Map of who works with whom"),
        presenter.say(
            "Every province of which the record speaks is tinted and named, and leads to its page. A line joins the "
            "seats of two provinces that sources show together."
        ),
        states,
        found,
        left_out,
        frame,
    )


def locator(presenter: Presenter, provinces: Sequence[Province]) -> MapFigure | None:
    """A province, or the two of a pair, among neighbours and partners; None where the map does not have it."""
    shape = outlines()
    places = [place for p in provinces if (place := presenter.relations.gazetteer_place(p))]
    if len(places) < len(provinces):
        return None
    ids = {p.id for p in provinces}
    touching = [tie for tie in ties(presenter) if ids & set(tie.pair.ids)]
    found = [tie for tie in touching if len(ids) == 1 or ids == set(tie.pair.ids)]
    partners = [p for tie in sorted(found, key=by_rank) for p in (tie.pair.vietnamese, tie.pair.lao) if p.id not in ids]
    day = presenter.corpus.config.as_of
    if any(place.succession and place.succession.since <= day for place in places):
        day = LAST_BEFORE
    gazetteer = presenter.corpus.gazetteer
    neighbours = list({near.id: near for place in places for near in gazetteer.neighbours(place.id, day)}.values())
    shown = [*places, *(place for p in partners if (place := presenter.relations.gazetteer_place(p)))]
    points = [seat(place, day) for place in (*shown, *neighbours)]
    parts = shape.with_merged if day >= REORGANISED else lambda iso: (iso,)
    points += (point for place in shown for ring in shape.rings(parts(place.iso.value)) for point in ring)
    frame = around(points, *LOCATOR, left=LEFT)
    drawing = Drawing(presenter, outlines_at(frame.scale), frame, day)
    named = [drawing.here(p) for p in provinces]
    named += (drawing.named(p, found) for p in partners)
    known = {p.gazetteer for p in (*provinces, *partners)}
    named += (drawing.neighbour(place) for place in neighbours if place.id not in known)
    state, left_out = drawing.state(found, named, "partner", (*provinces, *partners), ids)
    titles = [presenter.name(p) for p in provinces]
    title = (
        presenter.say("{province} on the map", province=titles[0])
        if len(titles) == 1
        else presenter.say("{first} and {second} on the map", first=titles[0], second=titles[1])
    )
    text = (
        presenter.say("The province among its neighbours across the frontier and its partners.")
        if len(titles) == 1
        else presenter.say("The two provinces and their neighbours across the frontier.")
    )
    if day == LAST_BEFORE:
        text += " " + presenter.say("As it was until {day}.", day=presenter.day(day))
    figure = _figure(presenter, "map", title, text, [replace(state, heading="")], (), left_out, frame)
    return replace(figure, legend=_legend(presenter, found, state))


def _days(presenter: Presenter, *, both: bool) -> tuple[dt.date, ...]:
    today = presenter.corpus.config.as_of
    if today < REORGANISED:
        return (today,)
    return (LAST_BEFORE, today) if both else (today,)


def _figure(
    presenter: Presenter,
    id_: str,
    title: str,
    description: str,
    states: Sequence[MapState],
    found: Sequence[Tie],
    left_out: int,
    frame: Frame,
) -> MapFigure:
    say = presenter.say
    notes = [
        say(
            "Outlines: Natural Earth, public domain, simplified and without small islands; a sketch, no authority on "
            "frontiers. Seats: the gazetteer, after GeoNames, CC BY 4.0."
        )
    ]
    if any(callout.role == "former" for state in states for callout in state.callouts):
        notes.insert(
            0,
            say(
                "Lines lead to the provinces as they signed. One that was merged since stands in italics at its last "
                "seat; the ground is that of the province that holds it now. No line says that cooperation goes on."
            ),
        )
    words = [left_out_words(presenter, legible(found, lambda tie: tie.documents, MOST_ARCS))]
    words += (
        [presenter.count("{n} name has no room here.", "{n} names have no room here.", left_out)] if left_out else []
    )
    return MapFigure(
        id=id_,
        title=title,
        description=description,
        legend=_legend(presenter, found, *states),
        left_out=" ".join(filter(None, words)),
        notes=tuple(notes),
        table=_table(presenter, found) if 0 < len(found) <= MOST_ROWS else None,
        table_title=say("The map as a table"),
        elsewhere=pairs_index(presenter) if len(found) > MOST_ROWS else None,
        width=num(frame.left + frame.width + MARGIN),
        height=num(frame.top + frame.height),
        window=frame.window,
        fine=num(1 / FINE),
        heads=_heads(presenter, frame) if frame.top else (),
        inset=frame.width == LOCATOR[0],
        states=tuple(states),
    )


def _heads(presenter: Presenter, frame: Frame) -> tuple[Tick, ...]:
    right = num(frame.left + frame.width + MARGIN)
    return (
        Tick("0", presenter.words("country", "LA"), "start"),
        Tick(right, presenter.words("country", "VN"), "end"),
    )


def pairs_index(presenter: Presenter) -> Link:
    """Where all pairs are listed."""
    return Link(presenter.say("All pairs of provinces in a table"), urls.index_of(urls.PAIRS))


def _legend(presenter: Presenter, found: Iterable[Tie], *states: MapState) -> tuple[tuple[str, str], ...]:
    say = presenter.say
    words = {
        "document": say("an agreement; the broader the line, the more"),
        "undocumented": say("cooperation without a document"),
        "event": say("an event alone"),
    }
    kinds = {tie.kind for tie in found}
    signs = [(f"arc arc-{kind}", words[kind]) for kind in KINDS if kind in kinds]
    if any(state.former for state in states):
        signs.append(("former", say("former bounds of provinces merged on {day}", day=presenter.day(REORGANISED))))
    return tuple(signs)


def _table(presenter: Presenter, found: Iterable[Tie]) -> Table:
    say = presenter.say
    heads = (say("Vietnamese province"), say("Lao province"), say("In the record"))
    rows = (
        (
            (presenter.link(tie.pair.vietnamese),),
            (presenter.link(tie.pair.lao),),
            (pair_link(presenter, tie.pair, tally(presenter, tie.pair)),),
        )
        for tie in sorted(found, key=lambda tie: tie.pair.id)
    )
    return Table(heads, tuple(rows))
