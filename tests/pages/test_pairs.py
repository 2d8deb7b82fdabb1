"""The pages of pairs of provinces."""

from __future__ import annotations

from pathlib import Path

from tests.html import page

SON_LA = "son-la--houaphanh.html"


def test_a_pair_says_whether_its_provinces_share_a_frontier_and_by_what_certainty(small_site: Path) -> None:
    words = page(small_site, "pairs/son-la--houaphanh.html").text(".change")
    assert words.startswith("They share a frontier.")
    assert "certainty A" in words
    assert page(small_site, "pairs/quang-binh--houaphanh.html").text(".change").startswith("They share no frontier.")


def test_a_pair_has_the_agreements_cooperations_and_events_of_both(small_site: Path) -> None:
    found = page(small_site, "pairs/son-la--houaphanh.html")
    assert len(found.texts("section[aria-labelledby=the-agreements] .row")) == 2
    assert not found.has("#the-cooperations")
    other = page(small_site, "pairs/quang-binh--houaphanh.html")
    assert other.texts("section[aria-labelledby=the-cooperations] .row-title") == [
        "Cooperation of Quảng Bình and Houaphanh"
    ]


def test_only_statements_that_concern_both_stand_there_each_with_evidence(small_site: Path) -> None:
    found = page(small_site, "pairs/quang-binh--houaphanh.html")
    statements = found.all(".told .statement")
    assert statements
    assert all(one.css(".margin .note") for one in statements)
    assert "training 20 students" not in found.text(".told")


def test_the_matrix_leads_to_every_pair_and_marks_frontiers(small_site: Path) -> None:
    found = page(small_site, "pairs/index.html")
    pairs = {path.name for path in (small_site / "pairs").glob("*--*.html")}
    assert {href for _, href in found.links(".matrix td")} == pairs
    assert found.texts(".matrix .neighbours .frontier-mark") == ["frontier"]


def test_a_number_in_the_matrix_counts_what_the_two_have_in_common_and_says_of_what_it_is(small_site: Path) -> None:
    [cell] = [a for a in page(small_site, "pairs/index.html").all(".matrix td a") if a.attributes["href"] == SON_LA]
    assert cell.text() == "4"
    assert cell.attributes["aria-label"] == "4: Sơn La and Houaphanh, 2 agreements and 2 events"


def test_pairs_stand_under_the_vietnamese_province(small_site: Path) -> None:
    found = page(small_site, "pairs/index.html")
    assert found.texts(".pair-group h3") == ["Quảng Bình", "Sơn La"]
    assert (
        "Sơn La and Houaphanh",
        SON_LA,
    ) in found.links("[aria-labelledby=of-son-la]")


def test_a_pair_without_an_agreement_says_so(small_site: Path) -> None:
    gaps = page(small_site, "pairs/quang-binh--houaphanh.html").text("section[aria-labelledby=the-gaps]")
    assert "No source yet names an agreement of the two." in gaps
