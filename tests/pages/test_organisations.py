"""The pages of organisations."""

from __future__ import annotations

from pathlib import Path

from tests.html import page

COMMITTEE = "organisations/son-la-peoples-committee.html"


def test_organisations_are_listed_by_side_and_province(small_site: Path) -> None:
    index = page(small_site, "organisations/index.html")
    assert index.texts("main h2") == ["From Viet Nam", "From Laos"]
    assert index.texts("main h3") == ["Quảng Bình", "Sơn La", "Houaphanh"]


def test_an_organisation_leads_to_its_agreements_events_and_people(small_site: Path) -> None:
    links = [href for _, href in page(small_site, COMMITTEE).links("main")]
    assert "../agreements/son-la-houaphanh-2024-2026.html" in links
    assert "../events/2024-03-05-son-la-houaphanh-signing.html" in links
    assert "../people/tran-van-mau.html" in links


def test_its_part_in_an_agreement_is_told(small_site: Path) -> None:
    assert "party" in page(small_site, COMMITTEE).texts("[aria-labelledby=the-agreements] .row-about")[0]


def test_its_type_and_side_are_marked_as_our_classification(small_site: Path) -> None:
    facts = page(small_site, COMMITTEE).texts("[aria-labelledby=the-classification] .fact")
    assert facts
    assert all("Our classification, not the words of a source." in fact for fact in facts)


def test_what_became_of_its_province_is_told_by_the_gazetteer(small_site: Path) -> None:
    committee = page(small_site, "organisations/quang-binh-peoples-committee.html")
    assert "By our gazetteer: Merged into Quảng Trị on 1 July 2025." in committee.texts(".standing")
