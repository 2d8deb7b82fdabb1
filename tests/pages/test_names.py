from __future__ import annotations

from pathlib import Path

import pytest

from edition import pipeline
from edition.config import Workspace
from edition.pages.names import letter_of
from edition.text import vietnamese_key
from tests.html import HtmlPage, page


@pytest.fixture(scope="module")
def names(small_site: Path) -> HtmlPage:
    return page(small_site, "names.html")


def test_every_page_of_an_entry_is_in_the_index_under_its_title(small_site: Path, names: HtmlPage) -> None:
    hrefs = {href for _, href in names.links(".terms .preferred")}
    for folder in ("agreements", "events", "people", "sources"):
        for file in (small_site / folder).glob("*.html"):
            if file.name != "index.html" and 'http-equiv="refresh"' not in file.read_text(encoding="utf-8"):
                assert f"{folder}/{file.name}" in hrefs or file.stem == "son-la-houaphanh-memorandum"


def test_an_attested_variant_points_to_the_preferred_form(names: HtmlPage) -> None:
    (line,) = [text for text in names.texts(".terms li") if text.startswith("Khamla Tua Yang")]
    assert line == "Khamla Tua Yang: see Khamla Tuayang person; in a source"


def test_spellings_of_the_gazetteer_are_marked_with_their_certainty(names: HtmlPage) -> None:
    assert any("see Houaphanh" in text and "gazetteer, A" in text for text in names.texts(".terms li"))


def test_lao_stands_last_under_its_own_letters_and_in_its_language(names: HtmlPage) -> None:
    assert names.texts("h2")[:2] == ["Latin letters", "Lao letters"]
    assert names.texts("section[aria-labelledby=lao] h3") == ["ກ", "ຊ", "ຫ"]
    terms = names.all("section[aria-labelledby=lao] .term")
    assert all(term.attributes["lang"] == "lo" for term in terms)


def test_the_letter_bar_leads_to_every_letter(names: HtmlPage) -> None:
    assert [href.removeprefix("#") for _, href in names.links(".letter-bar")] == [
        heading.attributes["id"] for heading in names.all(".letter h3")
    ]


def test_terms_are_in_vietnamese_order(names: HtmlPage) -> None:
    for letter in names.all("section[aria-labelledby=latin] .letter"):
        firsts = [(li.css_first(".term") or li.css_first("a")).text().lstrip("[“") for li in letter.css("li")]  # type: ignore[union-attr]
        assert firsts == sorted(firsts, key=vietnamese_key)


def test_many_names_get_a_page_for_each_letter_and_an_index_of_letters(
    small: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("edition.pages.names.MOST_ON_A_PAGE", 10)
    pipeline.build(small, search=False)
    index = page(small.site, "names.html")
    assert not index.has(".terms")
    assert ("S", "names/letter-s.html") in index.links(".volumes")
    letter = page(small.site, "names/letter-s.html")
    assert letter.texts(".letter h3") == ["S"]
    assert ("Sơn La", "../provinces/son-la.html") in letter.links(".terms .preferred")
    assert ("H", "letter-h.html") in letter.links(".letter-bar")


@pytest.mark.parametrize(
    "name, letter",
    [
        ("Điện Biên", "Đ"),
        ("Ðiện Biên", "Đ"),  # with the letter eth
        ("Dien Bien", "D"),
        ("Ấn Độ", "Â"),
        ("Ụ", "U"),
        ("[Sơn La’s Vice Chairman]", "S"),
        ("“Not Alone”", "N"),
        ("ຜົ້ງສາລີ", "ຜ"),
        ("ເຊກອງ", "ຊ"),  # its vowel is written before the consonant it begins with
        ("ໜອງຄາຍ", "ຫ"),  # the ligature of ຫ and ນ
        ("2025", "0–9"),
    ],
)
def test_a_name_stands_under_its_first_letter_without_its_tone(name: str, letter: str) -> None:
    assert letter_of(name) == letter
