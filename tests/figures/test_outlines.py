"""The outlines of provinces."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from edition.figures.geometry import Point
from edition.figures.outlines import outlines, outlines_at
from edition.gazetteer import read
from tests.small import HOUSE

GAZETTEER = read(HOUSE / "content" / "gazetteer.yaml", [])
WITHOUT_OUTLINE = {"LA-XS"}
"""Xaisomboun, a province again since 2013, which Natural Earth does not know yet."""


def area(rings: Sequence[Sequence[Point]]) -> float:
    """What rings enclose."""
    pairs = ((a, b) for ring in rings for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def test_every_province_of_the_gazetteer_has_an_outline_but_one() -> None:
    assert GAZETTEER
    assert {place.iso.value for place in GAZETTEER.places} - set(outlines().provinces) == WITHOUT_OUTLINE


def test_the_outlines_and_the_gazetteer_agree_on_what_was_merged() -> None:
    assert GAZETTEER
    merged = {}
    for place in GAZETTEER.places:
        if place.succession and (successor := GAZETTEER.get(place.succession.place)):
            merged[place.iso.value] = successor.iso.value
    assert merged
    assert {iso: outlines().successors[iso] for iso in merged} == merged
    there = {place.iso.value for place in GAZETTEER.places}
    assert {iso for iso in there if iso in outlines().successors} == set(merged)


def test_viet_nam_has_63_provinces_before_july_2025_and_34_since() -> None:
    vietnamese = {iso for iso in outlines().provinces if iso.startswith("VN")}
    assert len(vietnamese) == 63
    assert len(vietnamese - set(outlines().successors)) == 34


@pytest.mark.parametrize("iso", ["VN-25", "VN-33", "VN-SG", "VN-18"])
def test_an_enlarged_province_has_the_ground_of_those_it_was_made_from(iso: str) -> None:
    shape = outlines()
    parts = shape.with_merged(iso)
    assert len(parts) > 1
    assert area(shape.rings(parts)) == pytest.approx(sum(area(shape.rings((part,))) for part in parts))
    assert sum(map(len, shape.rings(parts))) < sum(len(ring) for part in parts for ring in shape.rings((part,)))


def test_the_lines_that_divide_no_more_are_those_within_enlarged_provinces() -> None:
    shape = outlines()
    before = shape.between({iso: iso for iso in shape.provinces})
    since = shape.between({iso: shape.successors.get(iso, iso) for iso in shape.provinces})
    assert before[2] == []
    assert len(since[2]) + len(since[0]) == len(before[0])
    assert since[1] == before[1]


def test_a_small_map_has_fewer_points_and_its_provinces_still_meet() -> None:
    fine, coarse = outlines(), outlines_at(27.0)
    assert sum(map(len, coarse.arcs)) < 0.75 * sum(map(len, fine.arcs))
    assert [(arc[0], arc[-1]) for arc in coarse.arcs] == [(arc[0], arc[-1]) for arc in fine.arcs]
    for iso in fine.provinces:
        assert area(coarse.rings((iso,))) == pytest.approx(area(fine.rings((iso,))), rel=0.1)
