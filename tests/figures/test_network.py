"""The network of parties."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from edition.figures.network import MOST_LINES, MOST_NODES, crossings, network, ordered
from edition.figures.ties import legible
from edition.presenting.presenter import Presenter

EDGES = st.sets(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("stuvwxyz")), min_size=1).map(sorted)
ALPHABETICAL = {letter: n for n, letter in enumerate("abcdefghstuvwxyz")}


@given(EDGES)
def test_the_order_crosses_no_more_lines_than_that_of_names(edges: list[tuple[str, str]]) -> None:
    left, right = ordered(edges, ALPHABETICAL)
    by_name = (sorted({a for a, _ in edges}), sorted({b for _, b in edges}))
    assert (sorted(left), sorted(right)) == by_name
    assert crossings(edges, left, right) <= crossings(edges, *by_name)


def test_lines_that_can_be_disentangled_are() -> None:
    edges = [("a", "z"), ("b", "y"), ("c", "x"), ("d", "w")]
    assert crossings(edges, *ordered(edges, ALPHABETICAL)) == 0


@given(st.lists(st.integers(1, 9), max_size=40), st.integers(1, 40))
def test_of_lines_equally_strong_none_is_preferred(documents: list[int], most: int) -> None:
    lines = legible(documents, lambda n: n, most)
    assert len(lines.drawn) + lines.left_out == len(documents)
    assert len(lines.drawn) <= most or lines.faint
    dropped = [n for n in documents if n not in lines.drawn]
    assert all(n < lines.least for n in dropped)


def test_parties_lead_to_their_pages_and_say_with_whom(small_presenter: Presenter) -> None:
    figure = network(small_presenter)
    assert figure
    assert ("People’s Committee of Sơn La", "organisations/son-la-peoples-committee.html") in [
        (node.link.text, node.link.path) for node in figure.left
    ]
    assert all(node.with_.startswith("with ") for node in (*figure.left, *figure.right))


def test_lines_end_where_their_parties_stand(small_presenter: Presenter) -> None:
    figure = network(small_presenter)
    assert figure
    at_left = {round(100 * (n + 0.5) / len(figure.left), 1) for n in range(len(figure.left))}
    starts = [re.match(r"M0 ([\d.]+)C", arc.path) for arc in figure.arcs]
    assert {float(start[1]) for start in starts if start} == at_left


def test_with_500_agreements_the_parties_are_drawn_by_province_and_few_enough_to_be_read(
    large_presenter: Presenter,
) -> None:
    figure = network(large_presenter)
    assert figure
    assert max(len(figure.left), len(figure.right)) <= MOST_NODES
    assert all(node.link.path.startswith("provinces/") for node in (*figure.left, *figure.right))
    assert len(figure.arcs) <= MOST_LINES
    assert "more stand for fewer" in figure.left_out
    assert figure.elsewhere


def test_an_edition_without_agreements_has_no_network(empty_presenter: Presenter) -> None:
    assert network(empty_presenter) is None
