"""The glossary."""

from __future__ import annotations

from pathlib import Path

from tests.html import page

AGREEMENT = "agreements/son-la-houaphanh-2024-2026.html"


def test_the_words_for_an_agreement_lead_to_what_they_mean(small_site: Path) -> None:
    explained = set(page(small_site, "glossary.html").ids())
    links = page(small_site, AGREEMENT).links(".title-block .status, #form .fact-value, #standing .fact-value")
    assert [words for words, _ in links] == [
        "in its period",
        "memorandum of understanding",
        "signed, as the source reports",
    ]
    assert all(href.startswith("../glossary.html#") and href.partition("#")[2] in explained for _, href in links)


def test_a_word_leads_to_the_agreements_for_which_it_is_used(small_site: Path) -> None:
    glossary = page(small_site, "glossary.html")
    assert AGREEMENT in [href for _, href in glossary.links("#form-memorandum")]
    assert not glossary.has("#form-twinning a")


def test_it_says_that_the_explanations_are_ours_and_that_no_document_is_called_a_treaty(small_site: Path) -> None:
    glossary = page(small_site, "glossary.html")
    assert "The explanations are ours." in glossary.text(".title-block .standing")
    assert "we call none of them a treaty" in glossary.text(".editorial")
    assert "stands in no source" in glossary.text(".editorial-mark")
