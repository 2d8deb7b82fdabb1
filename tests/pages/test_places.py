"""The pages of places."""

from __future__ import annotations

from pathlib import Path

from tests.html import page


def test_a_place_leads_to_its_province_and_to_what_took_place_there(small_site: Path) -> None:
    place = page(small_site, "places/moc-chau.html")
    assert place.links(".when-where") == [("Sơn La", "../provinces/son-la.html")]
    assert [href for _, href in place.links("[aria-labelledby=the-events]")] == [
        "../events/2024-03-05-son-la-houaphanh-signing.html"
    ]
    assert (
        "../agreements/son-la-houaphanh-2024-2026.html"
        in dict(place.links("[aria-labelledby=the-agreements]")).values()
    )


def test_a_place_of_which_the_gazetteer_knows_nothing_shows_no_reference_data(small_site: Path) -> None:
    assert not page(small_site, "places/moc-chau.html").has("#the-reference")


def test_the_index_says_where_each_place_lies(small_site: Path) -> None:
    assert page(small_site, "places/index.html").texts(".row") == ["Mộc Châu Sơn La · 1 event"]
