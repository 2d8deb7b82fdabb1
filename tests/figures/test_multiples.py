"""Small multiples of commitments."""

from __future__ import annotations

from edition.figures.multiples import MOST_PANELS, multiples
from edition.presenting.presenter import Presenter


def test_a_panel_counts_the_commitments_of_a_pair_by_field(small_presenter: Presenter) -> None:
    figure = multiples(small_presenter)
    assert figure
    panel = next(panel for panel in figure.panels if panel.pair.path == "pairs/son-la--houaphanh.html")
    assert ("Education", 1) in [(count.field.text, count.number) for count in panel.counts]


def test_all_panels_have_the_same_fields_and_one_scale(large_presenter: Presenter) -> None:
    figure = multiples(large_presenter)
    assert figure
    assert len(figure.panels) == MOST_PANELS
    assert len({tuple(count.field.path for count in panel.counts) for panel in figure.panels}) == 1
    counts = [count for panel in figure.panels for count in panel.counts]
    most = max(count.number for count in counts)
    assert all(count.share == "100%" for count in counts if count.number == most)
    assert all(count.share == "0%" for count in counts if not count.number)


def test_the_figure_says_that_we_counted_and_how_many_pairs_it_leaves_out(large_presenter: Presenter) -> None:
    figure = multiples(large_presenter)
    assert figure
    assert "Counted by us" in figure.description
    assert f"{len(large_presenter.relations.pairs) - MOST_PANELS} more pairs" in figure.left_out


def test_an_edition_without_commitments_has_no_panels(empty_presenter: Presenter) -> None:
    assert multiples(empty_presenter) is None
