"""What the macros of figures draw: plain frozen values, every number already as it stands in an attribute."""

from __future__ import annotations

from msgspec import Struct

from edition.presenting.views import Link, Rich


class Table(Struct, frozen=True):
    """A figure's data as a table: the same in words."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Rich, ...], ...]


class Figure(Struct, frozen=True, kw_only=True):
    """What every figure has: an id for its anchors, a title, what it shows and how it was made.

    `legend` names, by the class that draws it, each sign that occurs; `left_out` says what the figure has no room for.
    `table` holds the same data, or `elsewhere` leads to where they stand on the site.
    """

    id: str
    title: str
    description: str
    legend: tuple[tuple[str, str], ...] = ()
    left_out: str = ""
    notes: tuple[str, ...] = ()
    table: Table | None = None
    table_title: str = ""
    elsewhere: Link | None = None


class Tick(Struct, frozen=True):
    """A word at a place of an edge or axis; without `text` only its line is drawn."""

    x: str
    text: str
    anchor: str = "start"


# --- Map -------------------------------------------------------------------------------------------------------


class Territory(Struct, frozen=True):
    """A province whose ground is tinted: `role` is "here", "partner" or "entry"."""

    link: Link
    role: str
    path: str


class Arc(Struct, frozen=True):
    """A line between two provinces: `kind` says what it stands for, `weight` (1 to 3) how much of it there is.

    One of too many has the weight 0, and is drawn faintly.
    """

    path: str
    kind: str
    weight: int


class Callout(Struct, frozen=True, kw_only=True):
    """A name beside the map, and the line that leads from it to a seat of government.

    `link` leads nowhere where its path is empty; `name` is what a screen reader says.
    """

    link: Link
    name: str
    role: str
    x: str
    y: str
    anchor: str
    leader: str
    seat_x: str
    seat_y: str


class MapState(Struct, frozen=True, kw_only=True):
    """The map as it was at one time. `land` goes by side, `former` are the lines that divide no more."""

    id: str
    heading: str
    land: tuple[tuple[str, str], ...]
    borders: str
    frontier: str
    former: str
    territories: tuple[Territory, ...]
    arcs: tuple[Arc, ...]
    callouts: tuple[Callout, ...]


class MapFigure(Figure, frozen=True, kw_only=True):
    """A map in one state or several, all of one size; `window` is where land shows: x, y, width and height.

    Paths of land stand in parts of a unit, `fine` being one; an `inset` has a line around its window.
    """

    width: str
    height: str
    window: tuple[str, str, str, str]
    fine: str
    inset: bool
    heads: tuple[Tick, ...]
    states: tuple[MapState, ...]


# --- Timeline --------------------------------------------------------------------------------------------------


class Bar(Struct, frozen=True):
    """A stretch of time: `kind` is "sure", "unsure", "open" or "other" (what another source says)."""

    kind: str
    x: str
    end: str


class Mark(Struct, frozen=True):
    """A moment: within `x` to `end` where it is known only within bounds, else `end` is empty."""

    x: str
    end: str = ""
    middle: str = ""


class TimelineRow(Struct, frozen=True, kw_only=True):
    """A line of the timeline: what, when, and how it is drawn.

    `tails` are renewals that pass through from above; `joints` those that arrive: from where, to where.
    """

    link: Link
    kind: str
    when: str
    status: str = ""
    status_words: str = ""
    beside: tuple[Rich, ...] = ()
    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()
    tails: tuple[str, ...] = ()
    joints: tuple[tuple[str, str], ...] = ()


class StripRow(Struct, frozen=True, kw_only=True):
    """A line of the timeline where there are too many agreements for one each: how many were in their period.

    `steps` are years: place, width and height of each.
    """

    link: Link | None
    text: str
    counts: str
    steps: tuple[tuple[str, str, str, str], ...]


class TimelineFigure(Figure, frozen=True, kw_only=True):
    """The timeline: `as_of` is the edition's day on its axis.

    It has `rows` or, where they would be too many, `strips`.
    """

    ticks: tuple[Tick, ...]
    as_of: Tick
    rows: tuple[TimelineRow, ...]
    strips: tuple[StripRow, ...]


# --- Network ---------------------------------------------------------------------------------------------------


class Node(Struct, frozen=True):
    """A party, and in words with whom it works."""

    link: Link
    with_: str


class NetworkFigure(Figure, frozen=True, kw_only=True):
    """Vietnamese parties left, Lao parties right, and the lines between them over a square of 100 by 100."""

    heads: tuple[str, str]
    left: tuple[Node, ...]
    right: tuple[Node, ...]
    arcs: tuple[Arc, ...]


# --- Small multiples -------------------------------------------------------------------------------------------


class Count(Struct, frozen=True):
    """A field of cooperation, a number, and its share of the largest number of all panels."""

    field: Link
    number: int
    share: str


class Panel(Struct, frozen=True):
    """The commitments of one pair, by field; `total` in words."""

    pair: Link
    total: str
    counts: tuple[Count, ...]


class MultiplesFigure(Figure, frozen=True, kw_only=True):
    """A panel for each pair, all with the same fields in the same order and to the same scale."""

    panels: tuple[Panel, ...]
