"""Names beside a map: Lao left, Vietnamese right, in the order of the places they lead to, so that none collide."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from edition.figures.geometry import Point, lengthwise, num, spread
from edition.figures.views import Callout
from edition.presenting.views import Link

SIZE, PITCH = 13.0, 16.0
"""The size of names, and how far apart their lines stand."""
LAO_PITCH = 19.5
"""How far apart lines of Lao stand: its marks are above one another and below."""
GAP, BOLD = 3.0, 1.08


class Named(Struct, frozen=True):
    """A place to be named: where it lies in the drawing, which side, how it ranks where there is not room for all."""

    link: Link
    name: str
    role: str
    side: str
    seat: Point
    rank: tuple[object, ...]


def callouts(named: Sequence[Named], width: float, top: float, height: float) -> tuple[tuple[Callout, ...], int]:
    """The names at both edges of a drawing, from `top` to `height`, and how many there was no room for."""
    pitch = LAO_PITCH if any("\u0e80" <= letter <= "\u0eff" for n in named for letter in n.link.text) else PITCH
    room = int((height - GAP - top - SIZE) // pitch) + 1
    found: list[Callout] = []
    for side in ("LA", "VN"):
        here = sorted((n for n in named if n.side == side), key=lambda n: n.rank)[:room]
        here.sort(key=lambda n: (n.seat[1], n.seat[0], n.link.text))
        baselines = spread([n.seat[1] + SIZE / 3 for n in here], pitch, top + SIZE, height - GAP)
        found += (_callout(n, y, width) for n, y in zip(here, baselines, strict=True))
    return tuple(found), len(named) - len(found)


def _callout(named: Named, y: float, width: float) -> Callout:
    left = named.side == "LA"
    x = 0.0 if left else width
    end = lengthwise(named.link.text, SIZE * (BOLD if named.role == "here" else 1)) + GAP
    start = (end, y - SIZE / 3) if left else (width - end, y - SIZE / 3)
    sx, sy = named.seat
    return Callout(
        link=named.link,
        name=named.name,
        role=named.role,
        x=num(x),
        y=num(y),
        anchor="start" if left else "end",
        leader=f"M{num(start[0])} {num(start[1])}L{num(sx)} {num(sy)}",
        seat_x=num(sx),
        seat_y=num(sy),
    )
