"""Maps."""

from __future__ import annotations

import gzip
import itertools
import re
from pathlib import Path

from edition.config import Workspace
from edition.figures import maps
from edition.figures.callouts import SIZE, Named, callouts
from edition.figures.drawing import MOST_ARCS
from edition.figures.views import MapFigure
from edition.kinds.provinces import Province
from edition.presenting.presenter import Presenter
from edition.presenting.views import Link
from tests.figures.making import presenter_of
from tests.html import page
from tests.small import change


def overview(presenter: Presenter) -> MapFigure:
    figure = maps.overview(presenter, both=True)
    assert figure
    return figure


def test_every_province_of_the_record_is_named_and_leads_to_its_page(small_presenter: Presenter) -> None:
    for state in overview(small_presenter).states:
        links = {callout.link.path for callout in state.callouts}
        assert links == {"provinces/houaphanh.html", "provinces/quang-binh.html", "provinces/son-la.html"}


def test_a_screen_reader_hears_with_whom_a_province_works(small_presenter: Presenter) -> None:
    names = [callout.name for callout in overview(small_presenter).states[0].callouts]
    assert "Houaphanh, with Sơn La and Quảng Bình" in names


def test_the_table_behind_the_map_names_every_pair(small_presenter: Presenter) -> None:
    table = overview(small_presenter).table
    assert table
    assert len(table.rows) == len(small_presenter.relations.pairs) == 2


def test_a_province_that_was_merged_has_its_own_ground_before_and_that_of_its_successor_since(
    small_presenter: Presenter,
) -> None:
    before, since = overview(small_presenter).states
    (then,) = [t for t in before.territories if "quang-binh" in t.link.path]
    (now,) = [t for t in since.territories if "quang-binh" in t.link.path]
    assert len(now.path) > len(then.path)
    (name,) = [callout for callout in since.callouts if "quang-binh" in callout.link.path]
    assert name.role == "former"
    assert name.name.startswith("formerly Quảng Bình")
    assert not before.former
    assert since.former


def test_an_edition_of_a_day_before_the_mergers_has_one_map(small: Workspace) -> None:
    change(small.content / "edition.yaml", "as_of: 2025-07-02", "as_of: 2025-06-30")
    (state,) = overview(presenter_of(small)).states
    assert not state.former


def test_names_never_collide_nor_leave_the_drawing_however_many_there_are(large_presenter: Presenter) -> None:
    figure = overview(large_presenter)
    for state in figure.states:
        assert len(state.callouts) == len(large_presenter.corpus.of(Province))
        for anchor in ("start", "end"):
            places = sorted(float(callout.y) for callout in state.callouts if callout.anchor == anchor)
            assert all(after - before > SIZE for before, after in itertools.pairwise(places))
            assert SIZE <= places[0] <= places[-1] <= float(figure.height)


def test_lao_names_stand_further_apart_since_their_marks_hang_below_the_line() -> None:
    def apart(*names: str) -> float:
        named = [Named(Link(name, "", "VN"), name, "entry", "VN", (90.0, 50.0), ()) for name in names]
        one, other = (float(callout.y) for callout in callouts(named, 400.0, 0.0, 400.0)[0])
        return abs(one - other)

    assert apart("ດ້ຽນບຽນ", "ເຊີນລາ") > 1.4 * SIZE > apart("Điện Biên", "Sơn La")


def test_where_there_are_too_many_lines_the_figure_says_which_it_leaves_out(large_presenter: Presenter) -> None:
    figure = overview(large_presenter)
    assert 0 < len(figure.states[0].arcs) <= MOST_ARCS
    left_out = len(large_presenter.relations.pairs) - len(figure.states[0].arcs)
    assert f"{left_out} more stand for fewer" in figure.left_out
    assert figure.table is None
    assert figure.elsewhere


def test_a_locator_shows_a_province_its_partners_and_its_neighbours(small_presenter: Presenter) -> None:
    houaphanh = small_presenter.corpus.entries["houaphanh"]
    assert isinstance(houaphanh, Province)
    figure = maps.locator(small_presenter, (houaphanh,))
    assert figure
    (state,) = figure.states
    assert {(c.link.text, c.role) for c in state.callouts} == {
        ("Houaphanh", "here"),
        ("Sơn La", "entry"),
        ("Quảng Bình", "former"),
    }
    assert len(state.arcs) == 2


def test_a_province_that_is_no_more_is_located_as_it_was(small_presenter: Presenter) -> None:
    quang_binh = small_presenter.corpus.entries["quang-binh"]
    assert isinstance(quang_binh, Province)
    figure = maps.locator(small_presenter, (quang_binh,))
    assert figure
    assert "until 30 June 2025" in figure.description
    (state,) = figure.states
    assert not state.former
    assert "Khammouane" in [callout.link.text for callout in state.callouts]


def test_a_locator_has_names_for_partners_before_neighbours_where_room_is_short(large_presenter: Presenter) -> None:
    for province in large_presenter.corpus.of(Province):
        figure = maps.locator(large_presenter, (province,))
        assert figure
        roles = [callout.role for callout in figure.states[0].callouts]
        assert roles.count("here") == 1
        assert "neighbour" not in roles or not figure.left_out


def test_an_edition_without_provinces_has_no_map(empty_presenter: Presenter) -> None:
    assert maps.overview(empty_presenter, both=True) is None


def test_the_same_edition_gives_the_same_map(small: Workspace) -> None:
    assert overview(presenter_of(small)) == overview(presenter_of(small))


def test_the_map_weighs_less_than_fifteen_kilobytes_compressed(small_site: Path) -> None:
    html = page(small_site, "index.html").all("figure.map")[0].html or ""
    assert len(gzip.compress(html.encode())) < 15_000


def test_every_number_in_a_map_has_one_decimal_at_most(small_site: Path) -> None:
    html = page(small_site, "provinces/index.html").all("figure.map")[0].html or ""
    assert re.findall(r"\d\.\d\d", html) == []
