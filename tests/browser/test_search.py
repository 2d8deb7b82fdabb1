"""Search in a real Chromium, over the index that Pagefind makes, served at the root and under a sub-path."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from edition import pipeline
from tests.small import copy_small

pytestmark = pytest.mark.browser


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with the small edition's site under `/record/`."""
    root = tmp_path_factory.mktemp("served")
    workspace = copy_small(root / "edition")
    pipeline.build(workspace, search=True)
    workspace.site.rename(root / "record")
    handler = functools.partial(QuietHandler, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/record/"
        server.shutdown()
        thread.join()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    tab = context.new_page()
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield tab
    context.close()
    assert not errors


def test_typing_finds_an_entry_by_title_kind_and_excerpt_and_leads_to_it(tab: Page, served: str) -> None:
    tab.goto(f"{served}search.html")
    box = tab.get_by_role("searchbox", name="Search the record")
    expect(box).to_be_focused()
    box.press_sequentially("border markets")
    result = tab.locator("#results li").filter(has_text="Memorandum of Sơn La and Houaphanh, 2024–2026").first
    expect(result.locator(".result-kind")).to_have_text("agreement")
    expect(result.locator("mark").first).to_be_visible()
    result.get_by_role("link").click()
    expect(tab).to_have_url(f"{served}agreements/son-la-houaphanh-2024-2026.html")


def test_how_many_were_found_is_told_to_those_who_do_not_see_the_list(tab: Page, served: str) -> None:
    tab.goto(f"{served}search.html?q=memorandum")
    expect(tab.get_by_role("status")).to_contain_text("for “memorandum”")
    tab.get_by_role("searchbox").fill("xyzzyxyzzy")
    expect(tab.get_by_role("status")).to_have_text("Nothing found for “xyzzyxyzzy”.")


def test_the_address_keeps_the_words_and_brings_the_results_back(tab: Page, served: str) -> None:
    tab.goto(f"{served}search.html")
    tab.get_by_role("searchbox").fill("scholarships")
    expect(tab.locator("#results li").first).to_be_visible()
    assert tab.url.endswith("search.html?q=scholarships")
    tab.locator("#results a").first.click()
    tab.go_back()
    expect(tab.get_by_role("searchbox")).to_have_value("scholarships")
    expect(tab.locator("#results li").first).to_be_visible()


def test_results_are_reached_and_opened_by_keyboard(tab: Page, served: str) -> None:
    tab.goto(f"{served}search.html?q=memorandum")
    expect(tab.locator("#results li").first).to_be_visible()
    tab.keyboard.press("Tab")
    expect(tab.locator("#results a").first).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.locator("h1")).to_be_visible()
    assert "search.html" not in tab.url


def test_what_was_set_aside_is_not_found(tab: Page, served: str) -> None:
    tab.goto(f"{served}search.html?q=pepper%20prices")
    expect(tab.get_by_role("status")).to_contain_text("for “pepper prices”")
    expect(tab.locator("#results")).not_to_contain_text("Pepper")


def test_from_disk_the_page_says_that_search_needs_a_server(browser: Browser, small_site: Path) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.goto((small_site / "search.html").as_uri())
    expect(tab.locator("#no-search")).to_be_visible()
    expect(tab.locator("#search form")).to_be_hidden()
    tab.locator("#no-search").get_by_role("link", name="A–Z of names").click()
    expect(tab).to_have_url((small_site / "names.html").as_uri())
    context.close()


def test_without_script_the_page_says_so_too(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{served}search.html")
    expect(tab.locator("#no-search")).to_be_visible()
    expect(tab.locator("#search form")).to_be_hidden()
    context.close()
