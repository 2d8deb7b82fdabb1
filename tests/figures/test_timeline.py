"""The timeline as a figure."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from edition.dates import parse
from edition.figures.extent import Axis, axis, bars, mark
from edition.figures.timeline import MOST_ROWS, timeline
from edition.figures.views import TimelineFigure
from edition.kinds.agreements import Agreement
from edition.kinds.cooperations import Cooperation
from edition.kinds.events import Event
from edition.presenting.presenter import Presenter

TODAY = dt.date(2026, 7, 1)
TEN_YEARS = Axis(2021, 2030, TODAY)


def figure_of(presenter: Presenter) -> TimelineFigure:
    corpus = presenter.corpus
    figure = timeline(presenter, (*corpus.of(Agreement), *corpus.of(Cooperation), *corpus.of(Event)))
    assert figure
    return figure


def share(length: str) -> float:
    return float(length.removesuffix("%"))


def test_the_axis_holds_the_editions_day_and_every_date() -> None:
    on = axis([parse("2024/2026"), parse("XXXX-05-08"), parse("[2019..2020]")], dt.date(2027, 1, 1))
    assert (on.first, on.last) == (2019, 2027)


@pytest.mark.parametrize("last", [2021, 2025, 2030, 2050, 2190])
def test_the_axis_names_so_few_years_that_a_phone_has_room_for_them(last: int) -> None:
    named = [tick for tick in Axis(2021, last, TODAY).ticks if tick.text]
    assert 1 <= len(named) <= 9


@pytest.mark.parametrize(
    "date, kinds",
    [
        ("2024/2026", ["sure"]),
        ("2024-03-05/2026", ["sure"]),
        ("2025", ["sure"]),
        ("2024?/2026", ["unsure", "sure"]),
        ("2024/2026~", ["sure", "unsure"]),
        ("2024/..", ["sure", "open"]),
        ("../2024", ["open", "sure"]),
        ("202X/2030", ["unsure", "sure"]),
        ("2025?", ["unsure"]),
        ("[2024..2026]", ["unsure"]),
        ("XXXX-05-08", []),
    ],
)
def test_what_is_uncertain_of_a_period_is_drawn_so(date: str, kinds: list[str]) -> None:
    drawn = bars(parse(date), TEN_YEARS)
    assert [bar.kind for bar in drawn] == kinds
    assert all(one.end == other.x for one, other in itertools.pairwise(drawn))
    assert all(0 <= share(bar.x) < share(bar.end) <= 100 for bar in drawn)


def test_a_year_reaches_to_its_last_day() -> None:
    (bar,) = bars(parse("2021/2023"), TEN_YEARS)
    assert (bar.x, bar.end) == ("0%", "30%")


def test_a_period_without_end_is_sure_up_to_the_editions_day_alone() -> None:
    sure, unended = bars(parse("2024/.."), TEN_YEARS)
    assert sure.end == unended.x == TEN_YEARS.x(TODAY)


def test_a_day_is_a_point_and_a_day_within_bounds_spans_them() -> None:
    point, within = mark(parse("2026-01-01"), TEN_YEARS), mark(parse("[2024..2026]"), TEN_YEARS)
    assert point
    assert (point.x, point.end) == ("50%", "")
    assert within
    assert (within.x, within.end) == ("30%", "60%")


def test_a_renewal_is_joined_to_what_it_renews_which_stands_above_it(small_presenter: Presenter) -> None:
    rows = figure_of(small_presenter).rows
    above, below = next((a, b) for a, b in itertools.pairwise(rows) if b.tails)
    assert "2021–2023" in above.link.text
    assert "2024–2026" in below.link.text
    assert share(above.bars[0].x) <= share(below.tails[0]) <= share(below.bars[0].x)


def test_a_signing_stands_with_its_agreement_and_leads_to_the_event(small_presenter: Presenter) -> None:
    (row,) = [row for row in figure_of(small_presenter).rows if "2024–2026" in row.link.text]
    assert len(row.marks) == 1
    links = [part for rich in row.beside for part in rich]
    assert [getattr(link, "path", "") for link in links] == ["events/2024-03-05-son-la-houaphanh-signing.html"]


def test_what_has_no_year_is_counted_and_not_drawn(small_presenter: Presenter) -> None:
    figure = figure_of(small_presenter)
    assert "without a known year" in figure.left_out
    assert not any("governor" in row.link.text for row in figure.rows)


def test_with_500_agreements_there_is_a_line_for_each_province_that_counts_them(large_presenter: Presenter) -> None:
    figure = figure_of(large_presenter)
    assert figure.rows == ()
    assert len(figure.strips) <= MOST_ROWS
    assert "500 agreements" in figure.strips[0].counts
    for strip in figure.strips:
        assert all(float(height) > 0 for *_, height in strip.steps)
        assert all(share(x) + share(width) <= 100.1 for x, width, *_ in strip.steps)


def test_an_edition_without_dates_has_no_timeline(empty_presenter: Presenter) -> None:
    assert timeline(empty_presenter, ()) is None
