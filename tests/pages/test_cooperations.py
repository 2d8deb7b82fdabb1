"""The pages of cooperations."""

from __future__ import annotations

from pathlib import Path

from tests.html import page

COOPERATION = "cooperations/quang-binh-houaphanh-cooperation.html"


def test_a_cooperation_says_plainly_that_it_is_not_an_agreement_and_why(small_site: Path) -> None:
    why = page(small_site, COOPERATION).text(".why-not")
    assert why.startswith("Not an agreement.")
    assert "no source calls it one" in why


def test_its_figures_are_set_out_with_scope_time_and_evidence(small_site: Path) -> None:
    figure = page(small_site, COOPERATION).text(".big-figure")
    assert figure.startswith("more than 30 scholarships to students of Houaphanh, since 2015")
    assert page(small_site, COOPERATION).has(".big-figure .note")


def test_it_is_not_among_the_agreements(small_site: Path) -> None:
    assert "Cooperation of Quảng Bình" not in page(small_site, "agreements/index.html").text("main")
    assert "Cooperation of Quảng Bình" in page(small_site, "cooperations/index.html").text("main")
