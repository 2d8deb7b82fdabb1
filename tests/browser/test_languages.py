"""Search from the pages of any language: all languages are searched, results lead to the reader's own pages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, Page, expect

from edition import pipeline
from tests.browser.serving import BELOW, WAYS, opened
from tests.small import HOUSE, change, copy_small

pytestmark = pytest.mark.browser

TITLE = "Biên bản ghi nhớ Sơn La – Hủa Phăn"
AGREEMENT = "agreements/son-la-houaphanh-2024-2026"


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, str]]:
    """The small edition in English, Vietnamese and Lao; one agreement has a Vietnamese title and summary."""
    workspace = copy_small(tmp_path_factory.mktemp("languages"))
    for language in ("vi", "lo"):
        shutil.copy(HOUSE / "content" / "languages" / f"{language}.po", workspace.content / "languages")
    change(workspace.content / "edition.yaml", "language: en\n", "language: en\ntranslations: [vi, lo]\n")
    entry = workspace.content / f"{AGREEMENT}.md"
    change(entry, "former_ids:", f"translations: {{vi: {{title: {TITLE}}}}}\nformer_ids:")
    pipeline.build(workspace)
    there = tmp_path_factory.mktemp("host") / BELOW
    there.parent.mkdir()
    workspace.site.rename(there)
    with opened(there) as found:
        yield found


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    tab = browser.new_page()
    yield tab
    tab.close()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "tree, title", [("", "Memorandum of Sơn La and Houaphanh, 2024–2026"), ("vi/", TITLE), ("lo/", "")]
)
def test_what_is_found_is_shown_in_the_readers_language(
    tab: Page, addresses: Mapping[str, str], way: str, tree: str, title: str
) -> None:
    tab.goto(f"{addresses[way]}{tree}search.html")
    tab.get_by_role("searchbox").fill("bien ban ghi nho")
    first = tab.locator(".result-title a").first
    expect(first).to_be_visible()
    if title:
        expect(first).to_have_text(title)
    first.click()
    tab.wait_for_url(f"{addresses[way]}{tree}{AGREEMENT}.html**")


@pytest.mark.parametrize("words", ["ຫົວພັນ", "Hủa Phăn", "hua phan", "houaphanh"])
@pytest.mark.parametrize("tree", ["", "vi/", "lo/"])
def test_an_entry_is_found_by_its_name_in_any_script_from_any_language(
    tab: Page, addresses: Mapping[str, str], tree: str, words: str
) -> None:
    tab.goto(f"{addresses[WAYS[2]]}{tree}search.html")
    tab.get_by_role("searchbox").fill(words)
    expect(tab.locator(".results")).to_have_attribute("data-query", words)
    tab.locator(".result-title a").first.click()
    tab.wait_for_url(f"{addresses[WAYS[2]]}{tree}provinces/houaphanh.html**")


@pytest.mark.parametrize(
    "tree, words",
    [
        ("vi/", ["Sắp xếp", "Phù hợp nhất trước", "Thu hẹp kết quả", "Loại", "Nước", "Tỉnh"]),
        ("lo/", ["ລຽງຕາມ", "ຈຳກັດຜົນ", "ປະເພດ", "ປະເທດ", "ແຂວງ"]),
    ],
)
def test_the_search_speaks_the_readers_language(
    tab: Page, addresses: Mapping[str, str], tree: str, words: list[str]
) -> None:
    tab.goto(f"{addresses[WAYS[0]]}{tree}search.html")
    tab.get_by_role("searchbox").fill("son la")
    expect(tab.locator(".facet").first).to_be_visible()
    said = tab.locator(".search-found").inner_text()
    assert [word for word in words if word not in said] == []


def test_the_box_in_the_masthead_leads_to_the_search_page_of_its_language(
    tab: Page, addresses: Mapping[str, str]
) -> None:
    tab.goto(f"{addresses[WAYS[2]]}vi/{AGREEMENT}.html")
    tab.keyboard.press("/")
    tab.keyboard.type("houaphanh")
    expect(tab.locator(".search-panel .result").first).to_be_visible()
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{addresses[WAYS[2]]}vi/search.html?q=houaphanh")
