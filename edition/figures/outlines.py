"""The outlines of provinces: TopoJSON, in which provinces share the lines between them.

So a line between two provinces is drawn once, and provinces that were merged become one by leaving out the lines
between them. Outlines go by ISO 3166-2 code; where they come from: assets/map/README.md.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from edition.figures.geometry import Line, Point, bounds, simplified

FILE = Path(__file__).parents[2] / "assets" / "map" / "provinces.topojson"


class Outlines(Struct, frozen=True, dict=True):
    """Lines (`arcs`), the lines each province is bounded by, and what it was merged into on 1 July 2025.

    A line is named by its number, or by the complement of it where it is run through backwards.
    """

    arcs: tuple[tuple[Point, ...], ...]
    provinces: Mapping[str, tuple[int, ...]]
    successors: Mapping[str, str]

    def with_merged(self, iso: str) -> tuple[str, ...]:
        """A province and those that were merged into it."""
        return (iso, *(id_ for id_, successor in self.successors.items() if successor == iso))

    @cached_property
    def _sides(self) -> Mapping[int, tuple[str, ...]]:
        sides: defaultdict[int, list[str]] = defaultdict(list)
        for iso, arcs in self.provinces.items():
            for arc in arcs:
                sides[max(arc, ~arc)].append(iso)
        return {arc: tuple(found) for arc, found in sides.items()}

    @cached_property
    def boxes(self) -> Mapping[str, tuple[Point, Point]]:
        """The corners of the rectangle around each province."""
        return {iso: bounds(p for arc in arcs for p in self._line(arc)) for iso, arcs in self.provinces.items()}

    def rings(self, isos: Iterable[str]) -> list[list[Point]]:
        """The bounds of a group of provinces, without the lines between them."""
        used = Counter(arc for iso in isos for arc in self.provinces.get(iso, ()))
        outer = [arc for arc in used if not used[~arc]]
        starts: defaultdict[Point, list[int]] = defaultdict(list)
        for arc in outer:
            starts[self._line(arc)[0]].append(arc)
        rings = []
        for arc in outer:
            if arc not in starts[self._line(arc)[0]]:
                continue
            ring: list[Point] = []
            here = arc
            while True:
                line = self._line(here)
                starts[line[0]].remove(here)
                ring.extend(line[:-1])
                if not starts[line[-1]]:
                    break
                here = starts[line[-1]][0]
            rings.append(ring)
        return rings

    def _line(self, arc: int) -> Line:
        return self.arcs[arc] if arc >= 0 else self.arcs[~arc][::-1]

    def between(self, unit: Mapping[str, str]) -> tuple[list[Line], list[Line], list[Line]]:
        """The lines between provinces, those between the countries, and those that divide no more.

        `unit` names what each province belongs to; a province of its own names itself.
        """
        borders: list[Line] = []
        frontier: list[Line] = []
        former: list[Line] = []
        for arc, sides in sorted(self._sides.items()):
            if len(sides) == 2:
                a, b = sides
                if a[:2] != b[:2]:
                    frontier.append(self.arcs[arc])
                elif unit[a] != unit[b]:
                    borders.append(self.arcs[arc])
                else:
                    former.append(self.arcs[arc])
        return borders, frontier, former


@cache
def outlines(file: Path = FILE) -> Outlines:
    """Read the outlines."""
    return read(json.loads(file.read_text(encoding="utf-8")))


def outlines_at(scale: float) -> Outlines:
    """The outlines without what nobody sees where a degree is `scale` units long: what is less than half a unit off."""
    return _simplified(float(f"{0.5 / scale:.0e}"))


@cache
def _simplified(tolerance: float) -> Outlines:
    """Each line is simplified by itself, so that provinces still meet; few tolerances, of one digit, are asked for."""
    shape = outlines()
    return replace(shape, arcs=tuple(simplified(arc, tolerance) for arc in shape.arcs))


def read(topology: dict[str, Any]) -> Outlines:
    """Outlines from the parts of a TopoJSON document."""
    scale, origin = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((origin[0] + x * scale[0], origin[1] + y * scale[1]))
        arcs.append(tuple(arc))
    geometries = topology["objects"]["provinces"]["geometries"]
    provinces = {g["id"]: tuple(arc for part in g["arcs"] for ring in part for arc in ring) for g in geometries}
    successors = {g["id"]: g["properties"]["merged_into"] for g in geometries if g.get("properties")}
    return Outlines(tuple(arcs), provinces, successors)
