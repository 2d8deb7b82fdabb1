"""The record's own pages in each of its languages: nothing bars readers, and each letter has a shape."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from edition import pipeline
from tests.browser.serving import served
from tests.small import copy_record

pytestmark = pytest.mark.browser

TREES = ("", "vi/", "lo/")
PAGES = (
    "index.html",
    "agreements/dak-lak-sekong-2025-2030.html",
    "events/2025-06-06-dak-lak-sekong-signing.html",
    "fields/index.html",
    "glossary.html",
    "method.html",
    "names.html",
    "pairs/index.html",
    "people/nguyen-dinh-trung.html",
    "provinces/sekong.html",
    "sources/vns-dak-lak-sekong.html",
    "timeline.html",
    "translations/index.html",
)
LETTERS = """async words => {
    await document.fonts.ready;
    const canvas = document.createElement('canvas');
    const family = getComputedStyle(document.querySelector('h1')).fontFamily;
    const drawn = letters => {
        const pen = canvas.getContext('2d', { willReadFrequently: true });
        pen.clearRect(0, 0, 300, 150);
        pen.font = '40px ' + family;
        pen.fillText(letters, 20, 80);
        return pen.getImageData(0, 0, 300, 150).data.join();
    };
    const missing = drawn('\\u{10FFFD}');
    return [...words].map(drawn).filter(one => one === missing).length;
}"""
"""How many of some letters are drawn as the box that stands for a letter no font has."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    workspace = copy_record(Path(tmp_path_factory.mktemp("record")))
    pipeline.build(workspace, search=False)
    with served(workspace.site) as address:
        yield address


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 800}, bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("tree", TREES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(tab: Page, address: str, tree: str, path: str) -> None:
    tab.goto(f"{address}{tree}{path}")
    for scheme in ("light", "dark"):
        tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found = Axe().run(tab)
        assert found.violations_count == 0, f"{tree}{path}, {scheme}: {found.generate_report()}"
    assert tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


@pytest.mark.parametrize("tree, letters", [("vi/", "ĐđẮắỄễỘộỮữ"), ("lo/", "ກຂຄງຈສຊຍດຕຖທນບປ")])
def test_every_letter_is_drawn(tab: Page, address: str, tree: str, letters: str) -> None:
    tab.goto(f"{address}{tree}index.html")
    assert tab.evaluate(LETTERS, letters) == 0
