"""The site is a tree of pages per language, in one folder; what is not translated stands in English and says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition import pipeline
from edition.config import Workspace
from tests.html import page
from tests.small import HOUSE, change

AGREEMENT = "agreements/son-la-houaphanh-2024-2026"
CATALOGUE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "Home"
msgstr "Accueil"

msgid "Cite this page"
msgstr "Citer cette page"

msgctxt "date"
msgid "{day} {month} {year}"
msgstr "le {day} {month} {year}"
"""


@pytest.fixture
def french(small: Workspace) -> Workspace:
    """The small edition with French, of which a handful of messages and one title are translated."""
    (small.content / "languages" / "fr.po").write_text(CATALOGUE, encoding="utf-8")
    change(small.content / "edition.yaml", "language: en\n", "language: en\ntranslations: [fr]\n")
    entry = small.content / f"{AGREEMENT}.md"
    change(entry, "former_ids:", "translations: {fr: {title: Mémorandum de Sơn La et Houaphanh}}\nformer_ids:")
    return small


def test_a_further_language_is_one_file_and_one_line_of_configuration(french: Workspace) -> None:
    pipeline.build(french, search=False)
    shown = page(french.site, f"fr/{AGREEMENT}.html")
    assert shown.all("html")[0].attributes["lang"] == "fr"
    assert shown.texts(".crumbs a")[0] == "Accueil"
    assert shown.text("h1") == "Mémorandum de Sơn La et Houaphanh"
    assert "le 5 mars 2024" in shown.text("main")


def test_what_is_not_translated_stands_in_english_and_is_marked(french: Workspace) -> None:
    pipeline.build(french, search=False)
    shown = page(french.site, f"fr/{AGREEMENT}.html")
    assert shown.all(".statement-text .untranslated")[0].attributes["lang"] == "en"
    assert shown.all(".prose .untranslated")[0].attributes["lang"] == "en"


def test_every_page_but_that_for_what_is_not_found_is_there_in_every_language(french: Workspace) -> None:
    pipeline.build(french, search=False)
    pages = {path.relative_to(french.site).as_posix() for path in french.site.rglob("*.html")}
    own = {path for path in pages if not path.startswith("fr/")}
    assert {path.removeprefix("fr/") for path in pages - own} == own - {"404.html"}


def test_a_page_leads_to_itself_in_the_other_languages(french: Workspace) -> None:
    pipeline.build(french, search=False)
    shown = page(french.site, f"fr/{AGREEMENT}.html")
    (link,) = shown.all(".languages a")
    assert link.attributes["href"] == f"../../{AGREEMENT}.html"
    assert link.attributes["lang"] == link.attributes["hreflang"] == "en"
    addresses = {e.attributes["hreflang"]: e.attributes["href"] for e in shown.all("head link[hreflang]")}
    assert addresses["fr"] == f"https://small.example/record/fr/{AGREEMENT}.html"
    assert addresses["en"] == addresses["x-default"] == f"https://small.example/record/{AGREEMENT}.html"


def test_the_page_of_what_is_not_found_leads_to_the_home_page_of_each_language(french: Workspace) -> None:
    pipeline.build(french, search=False)
    (link,) = page(french.site, "404.html").all(".languages a")
    assert link.attributes["href"] == "/record/fr/index.html"


def test_files_that_all_languages_share_are_linked_at_the_root(french: Workspace) -> None:
    pipeline.build(french, search=False)
    (style,) = page(french.site, f"fr/{AGREEMENT}.html").all("link[rel=stylesheet]")
    assert style.attributes["href"] == "../../assets/style.css"


def test_an_edition_in_one_language_offers_no_others(small_site: Path) -> None:
    assert not page(small_site, "index.html").has(".languages, link[hreflang]")


def test_every_language_of_the_record_has_its_catalogue() -> None:
    assert {path.stem for path in (HOUSE / "content" / "languages").glob("*.po")} >= {"vi", "lo"}
