"""The pages of people."""

from __future__ import annotations

from pathlib import Path

from tests.html import page

GOVERNOR = "people/khamla-tuayang.html"


def test_people_are_listed_by_side_with_the_office_in_which_they_are_named(small_site: Path) -> None:
    index = page(small_site, "people/index.html")
    assert index.texts("main h2") == ["From Viet Nam", "From Laos"]
    assert "“Governor of Houaphanh Province”" in index.text("[aria-labelledby=side-la]")


def test_every_spelling_stands_with_its_quotation(small_site: Path) -> None:
    person = page(small_site, GOVERNOR)
    assert person.texts("[aria-labelledby=the-spellings] .fact-value") == ["Khamla Tuayang", "Khamla Tua Yang"]
    assert len(person.all("[aria-labelledby=the-spellings] .note")) == 2


def test_an_office_is_that_of_a_day_and_leads_to_its_event(small_site: Path) -> None:
    office = "#offices-1"
    person = page(small_site, GOVERNOR)
    assert person.text(f"{office} .fact-label") == "5 March 2024"
    assert "Governor of Houaphanh Province" in person.text(f"{office} .fact-value")
    links = [href for _, href in person.links(office)]
    assert "../provinces/houaphanh.html" in links
    assert "../events/2024-03-05-son-la-houaphanh-signing.html" in links


def test_what_a_person_said_stands_with_where_it_was_said(small_site: Path) -> None:
    said = page(small_site, GOVERNOR).text("[aria-labelledby=told-by]")
    assert "Houaphanh’s governor asked Sơn La to send teachers of Vietnamese." in said
    assert "stands in Signing of the memorandum" in said


def test_the_events_a_person_took_part_in_tell_the_part(small_site: Path) -> None:
    rows = page(small_site, GOVERNOR).texts("[aria-labelledby=the-events] .row")
    assert [("spoke" in row, "guest" in row) for row in rows] == [(True, False), (False, True)]
