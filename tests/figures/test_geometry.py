"""Numbers and places."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.figures.geometry import arch, lengthwise, num, path, simplified, spread

PITCH, LOW, HIGH = 16.0, 12.0, 400.0


@pytest.mark.parametrize("value, written", [(1.0, "1"), (1.25, "1.2"), (-0.04, "0"), (0, "0"), (-2.96, "-3")])
def test_numbers_have_one_decimal_at_most_and_zero_has_no_sign(value: float, written: str) -> None:
    assert num(value) == written


def test_a_path_is_told_step_by_step_in_whole_numbers() -> None:
    assert path([[(0.2, 0), (10, 5), (10.4, 5.3), (8, 9)]]) == "M0 0l10 5-2 4"


def test_what_shrinks_to_a_point_is_not_drawn() -> None:
    assert path([[(0, 0), (0.1, 0.2)]]) == ""


def test_a_line_keeps_its_ends_and_what_stands_out() -> None:
    line = [(0.0, 0.0), (1.0, 0.1), (2.0, 0.0), (3.0, 2.0), (4.0, 0.0)]
    assert simplified(line, 0.5) == ((0.0, 0.0), (2.0, 0.0), (3.0, 2.0), (4.0, 0.0))


def test_what_runs_around_and_comes_back_to_its_start_stays() -> None:
    square = [(0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0), (0.0, 0.0)]
    assert simplified(square, 1.0) == tuple(square)


def test_an_arch_is_the_same_from_either_end() -> None:
    assert arch((0, 0), (10, 20)) == arch((10, 20), (0, 0))


@given(st.lists(st.floats(-100, 600), max_size=25).map(sorted))
def test_names_stand_apart_and_within_bounds_however_they_press(wanted: list[float]) -> None:
    places = spread(wanted, PITCH, LOW, HIGH)
    assert all(after - before >= PITCH - 1e-6 for before, after in itertools.pairwise(places))
    assert all(LOW - 1e-6 <= y <= HIGH + 1e-6 for y in places)


def test_names_that_do_not_press_stay_where_they_are_wanted() -> None:
    assert spread([50, 90, 130], PITCH, LOW, HIGH) == [50, 90, 130]


def test_names_that_press_share_the_way() -> None:
    assert spread([100, 100], PITCH, LOW, HIGH) == [92, 108]


def test_lao_marks_above_and_below_take_no_room() -> None:
    assert lengthwise("ກີ່", 10) == lengthwise("ກ", 10)
