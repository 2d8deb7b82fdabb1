"""The frame of a map: which part of the world it shows, how large, and what stands where in it."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Mapping

from msgspec import Struct

from edition.figures.geometry import Line, Point, arch, bounds, num, path
from edition.figures.outlines import Outlines
from edition.gazetteer.places import Capital, Place

FINE = 2
"""Lines are drawn in whole numbers of this part of a unit."""
PARALLEL = 16.0
"""The parallel that is true to scale (degrees north): the middle of the two countries. Equirectangular."""
STRETCH = math.cos(math.radians(PARALLEL))


class Frame(Struct, frozen=True):
    """A part of the world: `west` and `north` lie at `left` and `top`; `scale` is a degree of latitude.

    `width` and `height` are those of the window in which land shows.
    """

    west: float
    north: float
    scale: float
    left: float
    top: float
    width: float
    height: float

    def place(self, point: Point) -> Point:
        """Where degrees east and north lie in the drawing."""
        x, y = (point[0] - self.west) * STRETCH * self.scale, (self.north - point[1]) * self.scale
        return self.left + x, self.top + y

    def path(self, lines: Iterable[Line], *, closed: bool = False) -> str:
        """Lines of degrees as path data in FINE units, from the window's corner."""
        k = self.scale * FINE
        fine = ([((x - self.west) * STRETCH * k, (self.north - y) * k) for x, y in line] for line in lines)
        return path(fine, closed=closed)

    def shows(self, box: tuple[Point, Point]) -> bool:
        """Whether a rectangle of degrees reaches into the window."""
        (x1, y1), (x2, y2) = box
        left, bottom = self.place((x1, y1))
        right, top = self.place((x2, y2))
        inside = left < self.left + self.width and right > self.left
        return inside and top < self.top + self.height and bottom > self.top

    @property
    def window(self) -> tuple[str, str, str, str]:
        """The window as attributes."""
        return num(self.left), num(self.top), num(self.width), num(self.height)


def around(points: Iterable[Point], width: float, heights: tuple[float, float], most: float, left: float) -> Frame:
    """A frame of a width that shows all points with some room around, `most` units a degree at the most.

    Its height is what is needed, between the two `heights`.
    """
    (x1, y1), (x2, y2) = bounds(points)
    wide, high = max((x2 - x1) * STRETCH, 0.1) * 1.12, max(y2 - y1, 0.1) * 1.12
    scale = min(width / wide, heights[1] / high, most)
    height = min(max(high * scale, heights[0]), heights[1])
    west = (x1 + x2) / 2 - width / scale / STRETCH / 2
    north = (y1 + y2) / 2 + height / scale / 2
    return Frame(west, north, scale, left, 0, width, height)


class Ground(Struct, frozen=True):
    """The lines of a map at one time."""

    land: tuple[tuple[str, str], ...]
    borders: str
    frontier: str
    former: str


def ground(outlines: Outlines, frame: Frame, unit: Mapping[str, str]) -> Ground:
    """Land by side, and the lines between; `unit` names what each province belongs to."""
    shown = [iso for iso in outlines.provinces if frame.shows(outlines.boxes[iso])]
    land = tuple(
        (side, frame.path(outlines.rings(iso for iso in shown if iso.startswith(side)), closed=True))
        for side in ("LA", "VN")
    )
    borders, frontier, former = outlines.between(unit)

    def drawn(lines: Iterable[Line]) -> str:
        return frame.path(line for line in lines if frame.shows(bounds(line)))

    return Ground(land, drawn(borders), drawn(frontier), drawn(former))


def seat(place: Place, day: dt.date) -> Point:
    """Degrees east and north of a place's seat on a day, or of the last it had."""
    found: Capital = next((c for c in place.capitals if c.span.includes(day)), place.capital)
    return found.coordinates.longitude, found.coordinates.latitude


def arc_between(frame: Frame, here: Point, there: Point) -> str:
    """An arch from one place, in degrees, to another."""
    return arch(frame.place(here), frame.place(there))
