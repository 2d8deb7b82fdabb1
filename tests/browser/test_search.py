"""Search as readers meet it: the same folder on the web, under a path and from a disk, in Chromium and Firefox."""

from __future__ import annotations

import gzip
import re
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from edition import pipeline
from edition.config import Workspace
from tests.browser.firefox import Firefox, program
from tests.browser.serving import BELOW, WAYS, opened
from tests.small import HOUSE

pytestmark = pytest.mark.browser

NFD_PHONGSALY = "Pho\u0302ng-sa-ly\u0300"
FIRST = {
    "dien bien": "Điện Biên",
    "dien": "Điện Biên",
    "dak lak": "Đắk Lắk",
    "dak": "Đắk Lắk",
    "hue": "Huế",
    "đak lak": "Đắk Lắk",
    "DAK LAK": "Đắk Lắk",
    "son la": "Sơn La",
    "thua thien hue": "Huế",
    "se kong": "Sekong",
    "sekong": "Sekong",
    "xekong": "Sekong",
    "phong sa ly": "Phongsaly",
    "phoong sa ly": "Phongsaly",
    NFD_PHONGSALY: "Phongsaly",
    "udomxay": "Oudomxay",
    "louangphabang": "Luang Prabang",
    "nguyen van phuong": "Nguyen Van Phuong",
    '"nguyen van phuong"': "Nguyen Van Phuong",
    "leklay": "Leklai Sivilay",
    "leklai": "Leklai Sivilay",
    "ພະບາງ": "Luang Prabang",
    "ຜົ້ງສາລີ": "Phongsaly",
    "Đắk Lắk": "Đắk Lắk",
    "Đa\u0306\u0301k La\u0306\u0301k": "Đắk Lắk",
    "dienbien": "Điện Biên",
}
"""What readers type, and the title of the entry that must come first."""
NOWHERE = {"oudmxay": "Oudomxay", "dien bein": "Điện Biên", "xyzzy": "", "Hà Nội": ""}
"""What stands nowhere, and the name that is proposed instead."""
ANSWER = """
  const results = document.querySelector(".results");
  const status = document.querySelector(".search-status");
  if (results.dataset.query !== arguments[0]) return null;
  const first = [...results.querySelectorAll(".result")].slice(0, 3); // those that are shown together, before the rest
  return [status.textContent, first.map((item) => item.textContent)];
"""
LONGEST = 20.0


@dataclass(frozen=True)
class Answer:
    """What a reader is told, and the text of the first results."""

    status: str
    results: tuple[str, ...]


Ask = Callable[[str], Answer]


def wait_for(ask: Callable[[], object]) -> Answer:
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        if isinstance(found := ask(), list):
            return Answer(found[0], tuple(found[1]))
        time.sleep(0.03)
    raise AssertionError("no answer")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own edition with its search, in a folder named as one under a shared host."""
    root = tmp_path_factory.mktemp("edition")
    for part in ("content", "seeds"):
        shutil.copytree(HOUSE / part, root / part)
    workspace = Workspace(root=root, house=HOUSE)
    pipeline.build(workspace)
    there = tmp_path_factory.mktemp("host") / BELOW
    there.parent.mkdir()
    workspace.site.rename(there)
    return there


@pytest.fixture(scope="module")
def addresses(site: Path) -> Iterator[dict[str, str]]:
    with opened(site) as found:
        yield found


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab in which no script may fail, nothing may be refused, and nobody else be asked."""
    context = browser.new_context()
    tab = context.new_page()
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    tab.on("request", lambda request: errors.append(request.url) if _elsewhere(request.url) else None)
    yield tab
    context.close()
    # Chromium refuses the preloading of fonts from a disk; the font itself comes all the same.
    assert not [error for error in errors if "font" not in error and "net::ERR_FAILED" not in error]


def _elsewhere(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1:", "file://", "blob:", "data:"))


@pytest.fixture(scope="module")
def firefox() -> Iterator[Firefox]:
    executable = program()
    if executable is None:
        pytest.fail("No Firefox found: on Debian, apt install firefox-esr.", pytrace=False)
    with Firefox(executable) as driven:
        yield driven


@pytest.fixture(scope="module")
def in_chromium(browser: Browser, addresses: Mapping[str, str]) -> dict[str, dict[str, Answer]]:
    found = {}
    for way, address in addresses.items():
        tab = browser.new_page()
        tab.goto(f"{address}search.html")

        def ask(words: str, tab: Page = tab) -> Answer:
            tab.locator("#search-words").fill(words)
            return wait_for(lambda: tab.evaluate(f"(words) => (function () {{{ANSWER}}})(words)", words.strip()))

        found[way] = _all_answers(ask)
        tab.close()
    return found


@pytest.fixture(scope="module")
def in_firefox(firefox: Firefox, addresses: Mapping[str, str]) -> dict[str, dict[str, Answer]]:
    found = {}
    for way, address in addresses.items():
        firefox.open(f"{address}search.html")

        def ask(words: str) -> Answer:
            firefox.type("#search-words", words)
            return wait_for(lambda: firefox.script(ANSWER, words))

        found[way] = _all_answers(ask)
    return found


def _all_answers(ask: Ask) -> dict[str, Answer]:
    return {words: ask(words) for words in (*FIRST, *NOWHERE)}


@pytest.mark.parametrize("words", FIRST)
def test_each_spelling_brings_the_entry_first_in_every_way_and_browser(
    words: str, in_chromium: Mapping[str, Mapping[str, Answer]], in_firefox: Mapping[str, Mapping[str, Answer]]
) -> None:
    for answers in (in_chromium, in_firefox):
        for way in WAYS:
            results = answers[way][words].results
            assert results, f"{way}: nothing found"
            assert results[0].startswith(FIRST[words])


@pytest.mark.parametrize("words", NOWHERE)
def test_what_stands_nowhere_is_said_to_and_a_likely_name_proposed(
    words: str, in_chromium: Mapping[str, Mapping[str, Answer]], in_firefox: Mapping[str, Mapping[str, Answer]]
) -> None:
    for answers in (in_chromium, in_firefox):
        for way in WAYS:
            status = answers[way][words].status
            assert "stands nowhere in the record" in status
            assert ("Did you mean" in status) == bool(NOWHERE[words])
            assert NOWHERE[words] in status


def test_results_are_the_same_in_every_way_and_browser(
    in_chromium: Mapping[str, Mapping[str, Answer]], in_firefox: Mapping[str, Mapping[str, Answer]]
) -> None:
    expected = in_chromium[WAYS[0]]
    for answers in (*in_chromium.values(), *in_firefox.values()):
        assert answers == expected


@pytest.mark.parametrize("way", WAYS)
def test_a_result_tells_kind_country_and_date_and_leads_to_the_claim_with_words_marked(
    tab: Page, addresses: Mapping[str, str], way: str
) -> None:
    tab.goto(f"{addresses[way]}search.html?q=medical+services")
    result = tab.locator(".result").filter(has_text="Memorandum of Đắk Lắk and Sekong").first
    expect(result.locator(".result-kind")).to_have_text("agreement")
    expect(result.locator(".result-facts")).to_contain_text("Viet Nam")
    expect(result.locator(".result-facts time")).to_have_text("6 June 2025")
    expect(result.locator(".result-excerpt mark").first).to_be_visible()
    passage = result.locator(".result-passages a").first
    expect(passage).to_have_text("Commitment")
    told = result.locator(".result-passages li").first.inner_text()
    assert told.count("Commitment") == 1
    assert re.search(r"([.!?][”’)]*| …)$", told), "an excerpt that is cut says so"
    passage.click()
    tab.wait_for_url("**/agreements/dak-lak-sekong-2025-2030.html#medical-access")
    expect(tab.locator("#medical-access mark.found").first).to_be_visible()


def test_a_block_of_a_transcription_is_a_result_of_its_own(tab: Page, addresses: Mapping[str, str]) -> None:
    tab.goto(f"{addresses[WAYS[0]]}search.html?q=briefed&kind=source")
    tab.locator(".result-passages a").filter(has_text="¶").first.click()
    tab.wait_for_url("**/sources/*.html#b*")


@pytest.mark.parametrize("way", WAYS)
def test_every_page_has_a_box_that_shows_results_and_leads_to_all(
    tab: Page, addresses: Mapping[str, str], way: str
) -> None:
    tab.goto(f"{addresses[way]}agreements/dak-lak-sekong-2025-2030.html")
    tab.keyboard.press("/")
    box = tab.get_by_role("searchbox", name="Search the record")
    expect(box).to_be_focused()
    box.press_sequentially("dien bien")
    expect(tab.locator(".search-panel .result-title").first).to_have_text("Điện Biên")
    box.press("ArrowDown")
    expect(tab.locator(".search-panel .result a").first).to_be_focused()
    tab.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    tab.keyboard.press("Escape")
    expect(tab.locator(".search-panel")).to_be_hidden()
    box.press("Enter")
    tab.wait_for_url("**/search.html?q=dien**")
    expect(tab.locator(".result-title").first).to_have_text("Điện Biên")


@pytest.mark.parametrize("way", WAYS)
def test_facets_narrow_count_and_stand_in_the_address_that_brings_them_back(
    tab: Page, addresses: Mapping[str, str], way: str
) -> None:
    tab.goto(f"{addresses[way]}search.html?q=sekong")
    event = tab.locator(".facet label").filter(has_text="event")
    number = int(event.locator(".facet-count").inner_text())
    event.locator("input").check()
    expect(tab.get_by_role("status")).to_have_text(f"{number} pages.")
    tab.locator(".search-order select").select_option("oldest")
    expect(tab.locator(".result time").first).to_have_text("10 June 2022")
    assert "kind=event" in tab.url
    assert "sort=oldest" in tab.url
    tab.locator(".result-title a").first.click()
    tab.wait_for_url("**/events/**")
    tab.go_back()
    expect(tab.get_by_role("searchbox")).to_have_value("sekong")
    expect(tab.get_by_role("status")).to_have_text(f"{number} pages.")
    expect(tab.locator(".search-order select")).to_have_value("oldest")


def test_facets_alone_show_pages_without_words(tab: Page, addresses: Mapping[str, str]) -> None:
    tab.goto(f"{addresses[WAYS[0]]}search.html")
    expect(tab.locator(".result")).to_have_count(0)
    tab.locator("#search-words").focus()
    tab.locator(".facet label").filter(has_text="agreement").first.locator("input").check()
    expect(tab.locator(".result").first).to_be_visible()
    assert set(tab.locator(".result-kind").all_text_contents()) == {"agreement"}
    for facet in ("Kind", "Country", "Province", "Field of cooperation", "Year", "Status of the agreement", "Source"):
        expect(tab.get_by_role("group", name=facet, exact=True)).to_be_visible()


def test_many_results_come_in_steps(tab: Page, addresses: Mapping[str, str]) -> None:
    tab.goto(f"{addresses[WAYS[0]]}search.html?q=cooperation")
    expect(tab.locator(".result")).to_have_count(10)
    tab.get_by_role("button", name="Show more results").click()
    expect(tab.locator(".result")).to_have_count(20)
    expect(tab.locator(".result").nth(10).locator("a").first).to_be_focused()


def test_a_proposed_name_is_searched_for_when_chosen(tab: Page, addresses: Mapping[str, str]) -> None:
    tab.goto(f"{addresses[WAYS[0]]}search.html?q=oudmxay")
    tab.get_by_role("button", name="Oudomxay").click()
    expect(tab.locator(".result-title").first).to_have_text("Oudomxay")


def test_nothing_of_the_search_is_loaded_before_the_reader_turns_to_the_box(
    tab: Page, addresses: Mapping[str, str], site: Path
) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url.partition("?")[0]))
    address = addresses[WAYS[0]]
    tab.goto(f"{address}search.html")
    tab.wait_for_timeout(300)
    scripts = [url for url in asked if url.endswith(".js") or "/pagefind/" in url]
    assert scripts == [f"{address}assets/js/{name}.js" for name in ("fonts", "search-box")]
    assert len(gzip.compress((site / "assets/js/search-box.js").read_bytes())) < 2_000


@pytest.mark.parametrize("words", ["dien bien", "nguyen van phuong"])
def test_less_than_120_kilobytes_come_before_the_first_results(
    tab: Page, addresses: Mapping[str, str], site: Path, words: str
) -> None:
    address = addresses[WAYS[0]]
    tab.goto(f"{address}search.html")
    loaded = tab.evaluate(
        """(words) => new Promise((done) => {
          const input = document.querySelector("#search-words"), results = document.querySelector(".results");
          const began = performance.now();
          new MutationObserver(() => results.children.length && done(performance.getEntriesByType("resource")
            .filter((one) => one.startTime >= began).map((one) => one.name))).observe(results, { childList: true });
          input.value = words;
          input.focus();
        })""",
        words,
    )
    files = [site / url.partition("?")[0].removeprefix(address) for url in loaded]
    size = sum(
        len(gzip.compress(file.read_bytes())) if file.suffix in {".js", ".json", ".svg"} else file.stat().st_size
        for file in files
    )
    assert 90_000 < size < 120_000


def test_without_scripts_the_box_gives_way_to_the_index_of_names(
    browser: Browser, addresses: Mapping[str, str]
) -> None:
    tab = browser.new_page(java_script_enabled=False)
    tab.goto(f"{addresses[WAYS[0]]}agreements/index.html")
    expect(tab.get_by_role("searchbox")).to_be_hidden()
    tab.locator(".masthead").get_by_role("link", name="A–Z of names").click()
    expect(tab).to_have_url(f"{addresses[WAYS[0]]}names.html")
    tab.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_search_page_with_results_is_accessible(
    browser: Browser, addresses: Mapping[str, str], scheme: str
) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light", bypass_csp=True)
    tab = context.new_page()
    tab.goto(f"{addresses[WAYS[0]]}search.html?q=sekong")
    expect(tab.locator(".facet-count").first).to_be_visible()
    found = Axe().run(tab)
    context.close()
    assert found.violations_count == 0, found.generate_report()


def test_the_policy_of_every_page_allows_just_what_is_needed(site: Path) -> None:
    policy = (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' blob:; style-src 'self'; font-src 'self'; "
        "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'"
    )
    for file in site.rglob("*.html"):
        page = file.read_text(encoding="utf-8")
        assert policy in page or 'http-equiv="refresh"' in page, file
        assert "<script>" not in page
