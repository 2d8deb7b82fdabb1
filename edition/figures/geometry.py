"""Points, lines and how they are written in SVG: plain numbers with one decimal at most."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence

Point = tuple[float, float]
Line = Sequence[Point]


def num(value: float) -> str:
    """A number for an attribute: one decimal at most, none where it is zero, never “-0”."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def percent(share: float) -> str:
    """A share of the width, from 0 to 1, as a length in SVG."""
    return f"{num(100 * share)}%"


def path(lines: Iterable[Line], *, closed: bool = False) -> str:
    """Lines as path data in whole numbers, each point told from the one before; points that fall together are one."""
    return "".join(_subpath(line, closed) for line in lines)


def _subpath(line: Line, closed: bool) -> str:
    points = [key for key, _ in itertools.groupby((round(x), round(y)) for x, y in line)]
    if closed and len(points) > 1 and points[0] == points[-1]:
        points.pop()
    if len(points) < (3 if closed else 2):
        return ""
    steps = " ".join(f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in itertools.pairwise(points))
    return f"M{points[0][0]} {points[0][1]}l{steps.replace(' -', '-')}" + ("z" if closed else "")


def bounds(points: Iterable[Point]) -> tuple[Point, Point]:
    """The smallest and the largest corner of points."""
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys)), (max(xs), max(ys))


def simplified(line: Line, tolerance: float) -> tuple[Point, ...]:
    """A line without the points that lie no farther than `tolerance` from it (Douglas and Peucker's method)."""
    if len(line) < 3:
        return tuple(line)
    (x, y), (x2, y2) = line[0], line[-1]
    dx, dy = x2 - x, y2 - y
    length = math.hypot(dx, dy)

    def off(n: int) -> float:
        px, py = line[n][0] - x, line[n][1] - y
        return abs(dy * px - dx * py) / length if length else math.hypot(px, py)

    farthest = max(range(1, len(line) - 1), key=off)
    if off(farthest) <= tolerance:
        return line[0], line[-1]
    return simplified(line[: farthest + 1], tolerance)[:-1] + simplified(line[farthest:], tolerance)


def arch(start: Point, end: Point, rise: float = 0.16) -> str:
    """A flat arch from one point to another, as path data; it bends to the same side whichever end comes first."""
    (x1, y1), (x2, y2) = sorted((start, end))
    middle = (x1 + x2) / 2 + (y2 - y1) * rise, (y1 + y2) / 2 - (x2 - x1) * rise
    return f"M{num(x1)} {num(y1)}Q{num(middle[0])} {num(middle[1])} {num(x2)} {num(y2)}"


def spread(wanted: Sequence[float], pitch: float, low: float, high: float) -> list[float]:
    """Places as near as can be to those `wanted` (which ascend), `pitch` apart at least, from `low` to `high`.

    There must be room for them all. Neighbours that press on each other share the way they must move (the method of
    pooled adjacent violators).
    """
    blocks: list[list[float]] = []
    for n, y in enumerate(wanted):
        blocks.append([y - n * pitch, 1])
        while len(blocks) > 1 and blocks[-2][0] >= blocks[-1][0]:
            (mean, size), (last, count) = blocks[-2], blocks.pop()
            blocks[-1] = [(mean * size + last * count) / (size + count), size + count]
    most = high - (len(wanted) - 1) * pitch
    flat = (min(max(mean, low), most) for mean, size in blocks for _ in range(int(size)))
    return [offset + n * pitch for n, offset in enumerate(flat)]


def lengthwise(text: str, size: float) -> float:
    """About how long a text is when set in a serif of `size`: generous, for making room."""
    return size * sum(_width(letter) for letter in text)


def _width(letter: str) -> float:
    if letter in "iljtfrI.,:;'’|!() ":
        return 0.38
    if letter in "mwMWƠƯ—":
        return 0.95
    if letter == "\u0eb1" or "\u0eb4" <= letter <= "\u0ebc" or "\u0ec8" <= letter <= "\u0ecd":
        return 0.0  # Lao vowels and tones above and below the line
    return 0.72 if letter.isupper() else 0.6
