"""The home page."""

from __future__ import annotations

from pathlib import Path

from edition import pipeline
from edition.config import Workspace
from tests.html import page
from tests.small import change


def test_it_shows_one_undertaking_of_the_latest_agreement_with_the_words_that_prove_it(small_site: Path) -> None:
    found = page(small_site, "index.html")
    assert found.text(".shown-text").startswith("The two provinces committed to training 20 students")
    [(words, href)] = found.links(".shown-quote")
    assert words == "The two provinces committed to training 20 students of Houaphanh a year at the colleges of Sơn La"
    source, _, anchor = href.partition("#")
    assert anchor in page(small_site, source).ids()


def test_the_latest_agreement_comes_first_with_its_status_as_of_the_edition_s_day(small_site: Path) -> None:
    found = page(small_site, "index.html")
    first = found.texts("section[aria-labelledby=latest-agreements] .row")[0]
    assert "Memorandum of Sơn La and Houaphanh, 2024–2026" in first
    assert "Status as of" in found.text("section[aria-labelledby=latest-agreements] .standing")


def test_an_event_whose_year_nobody_states_is_not_called_late(small_site: Path) -> None:
    events = page(small_site, "index.html").texts("section[aria-labelledby=latest-events] .row-title")
    assert events[-1] == "Visit of Houaphanh’s governor to Quảng Bình"


def test_the_figures_are_a_sentence(small_site: Path) -> None:
    words = page(small_site, "index.html").text("section[aria-labelledby=figures] p")
    assert words.startswith(
        "This edition holds 2 agreements, 1 cooperation without a document, 2 events and 3 provinces."
    )
    assert "from 2 articles" in words


def test_every_province_is_one_step_away(small_site: Path) -> None:
    hrefs = [href for _, href in page(small_site, "index.html").links("[aria-labelledby=home-provinces] .province-run")]
    assert hrefs == ["provinces/quang-binh.html", "provinces/son-la.html", "provinces/houaphanh.html"]


def test_it_invites_to_each_other_language_in_that_language(small: Workspace, small_site: Path) -> None:
    assert not page(small_site, "index.html").has(".invitations")
    change(small.content / "edition.yaml", "language: en\n", "language: en\ntranslations: [fr]\n")
    catalogue = small.content / "languages" / "fr.po"
    invitation = 'msgctxt "offered to its readers"\nmsgid "Read this record in English"\nmsgstr "Lire en français"\n'
    catalogue.write_text(f'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n{invitation}', "utf-8")
    pipeline.build(small, search=False)
    english, french = page(small.site, "index.html"), page(small.site, "fr/index.html")
    assert english.links(".invitations") == [("Lire en français", "fr/index.html")]
    assert english.all(".invitations a")[0].attributes["lang"] == "fr"
    assert french.links(".invitations") == [("Read this record in English", "../index.html")]


def test_it_says_what_the_record_does_not_claim(small_site: Path) -> None:
    limits = page(small_site, "index.html").text(".limits")
    assert "That it is complete." in limits
    assert "That these agreements are treaties" in limits


def test_a_record_without_agreements_still_has_a_home(small: Workspace) -> None:
    for folder in ("agreements", "events", "cooperations"):
        for path in (small.content / folder).glob("*.md"):
            path.unlink()
    for name in ("people", "places"):
        for path in (small.content / name).glob("*.md"):
            path.unlink()
    (small.content / "changes.yaml").unlink()
    config = small.content / "edition.yaml"
    config.write_text(config.read_text(encoding="utf-8").replace("least_coverage: 95", "least_coverage: 0"), "utf-8")
    pipeline.build(small, search=False)
    found = page(small.site, "index.html")
    assert not found.has(".shown")
    assert "no agreement" in found.text("section[aria-labelledby=figures] p")
