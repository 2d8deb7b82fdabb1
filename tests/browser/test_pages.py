"""Pages as readers meet them: on a phone, at a desk, on paper, in the dark, with the keyboard, without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from edition import pipeline, urls
from tests.browser.serving import served
from tests.small import copy_small

pytestmark = pytest.mark.browser

PHONE, DESK = 360, 1280
SENTENCE = "#written"
"""On the page of examples, a fact with two quotations."""
PAGES = (
    urls.HOME,
    urls.TIMELINE,
    urls.EVIDENCE,
    urls.METHOD,
    urls.ABOUT,
    urls.DATA,
    urls.NAMES,
    urls.GLOSSARY,
    urls.CHANGES,
    urls.SEARCH,
    urls.NOT_FOUND,
    urls.EXAMPLES,
    urls.UNKNOWNS,
    *(urls.index_of(folder) for folder in ("agreements", "cooperations", "events", "fields", "organisations")),
    *(urls.index_of(folder) for folder in ("pairs", "people", "places", "provinces", "sources")),
    "agreements/son-la-houaphanh-2024-2026.html",
    "cooperations/quang-binh-houaphanh-cooperation.html",
    "events/2024-03-05-son-la-houaphanh-signing.html",
    "fields/education.html",
    "organisations/son-la-peoples-committee.html",
    "pairs/son-la--houaphanh.html",
    "people/le-thi-thu.html",
    "places/moc-chau.html",
    "provinces/houaphanh.html",
    "sources/small-signing.html",
)
"""A page of every type."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    workspace = copy_small(tmp_path_factory.mktemp("small"))
    pipeline.build(workspace, base_url="https://record.example/", search=False, examples=True)
    return workspace.site


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.fixture(scope="module", params=[PHONE, DESK], ids=["phone", "desk"])
def width(request: pytest.FixtureRequest) -> int:
    assert isinstance(request.param, int)
    return request.param


@pytest.fixture(scope="module", params=[True, False], ids=["with scripts", "without scripts"])
def tab(browser: Browser, width: int, request: pytest.FixtureRequest) -> Iterator[Page]:
    tab = browser.new_page(viewport={"width": width, "height": 800}, java_script_enabled=bool(request.param))
    yield tab
    tab.close()


def sideways(tab: Page) -> int:
    """By how much a page is wider than its window."""
    wider: int = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wider


def test_the_evidence_is_in_the_margin_of_a_wide_page_and_one_touch_away_on_a_narrow_one(
    tab: Page, site: Path, width: int
) -> None:
    tab.goto((site / urls.EXAMPLES).as_uri())
    words = tab.locator(f"{SENTENCE} .note-words").first
    summary = tab.locator(f"{SENTENCE} summary")
    if width == DESK:
        expect(words).to_be_visible()
        expect(summary).to_be_hidden()
        value, note = tab.locator(f"{SENTENCE} .fact-value").bounding_box(), words.bounding_box()
        assert value
        assert note
        assert note["x"] > value["x"] + value["width"]
        assert abs(note["y"] - value["y"]) < 20
    else:
        expect(words).to_be_hidden()
        summary.click()
        expect(words).to_be_visible()


def test_paper_shows_every_quotation_beside_its_sentence_and_in_full_in_the_list(tab: Page, site: Path) -> None:
    tab.goto((site / urls.EXAMPLES).as_uri())
    tab.emulate_media(media="print")
    for words in (*tab.locator(".note-words").all(), *tab.locator(".evidence li a").all()):
        expect(words).to_be_visible()
    for listed in tab.locator(".evidence li a").all():
        assert listed.evaluate("(one) => one.scrollWidth <= one.clientWidth")
    expect(tab.locator(".evidence-address")).to_be_visible()
    expect(tab.locator(".colophon-address")).to_be_visible()
    expect(tab.locator("nav:visible, form:visible")).to_have_count(0)
    tab.emulate_media(media="screen")


def test_what_is_folded_up_is_one_touch_away_and_open_on_paper(tab: Page, site: Path) -> None:
    tab.goto((site / urls.EXAMPLES).as_uri())
    fold = tab.locator(".fold").filter(has_text="What is folded up, invented")
    expect(fold.locator("p")).to_be_hidden()
    tab.emulate_media(media="print")
    expect(fold.locator("p")).to_be_visible()
    tab.emulate_media(media="screen")
    fold.locator("summary").click()
    expect(fold.locator("p")).to_be_visible()


def test_a_passages_number_leads_to_the_claims_that_rest_on_it_unfolded(tab: Page, site: Path) -> None:
    tab.goto((site / "sources/small-signing.html").as_uri())
    claims = tab.locator(".passage .passage-claims")
    expect(claims.locator("visible=true")).to_have_count(0)
    tab.locator(".passage-number").first.click()
    expect(claims.locator("visible=true").first).to_be_in_viewport()
    expect(tab.locator(".passage:not(:target) .passage-claims:visible")).to_have_count(0)


def test_a_number_leads_to_its_quotation_in_full(browser: Browser, site: Path) -> None:
    tab = browser.new_page(viewport={"width": PHONE, "height": 800})
    tab.goto((site / urls.EXAMPLES).as_uri())
    listed = tab.locator("#n2 a")
    assert listed.evaluate("(one) => one.scrollWidth > one.clientWidth")
    tab.locator(".cite").nth(1).click()
    expect(listed).to_be_in_viewport()
    assert listed.evaluate("(one) => one.scrollWidth <= one.clientWidth")
    tab.close()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways_and_axe_finds_nothing_in_light_and_dark(
    browser: Browser, address: str, path: str
) -> None:
    context = browser.new_context(viewport={"width": DESK, "height": 800}, bypass_csp=True)
    tab = context.new_page()
    tab.goto(address + path)
    for scheme, rules in (("light", {}), ("dark", {"runOnly": ["color-contrast", "link-in-text-block"]})):
        tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found = Axe().run(tab, options=rules)
        assert found.violations_count == 0, f"{path}, {scheme}: {found.generate_report()}"
        tab.set_viewport_size({"width": 320, "height": 800})
        assert sideways(tab) <= 0, f"{path} is wider than 320 pixels"
    context.close()


def test_every_type_of_page_is_looked_at(site: Path) -> None:
    there = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert set(PAGES) <= there
    folders = {path.split("/")[0] for path in there if "/" in path}
    assert {path.split("/")[0] for path in PAGES if "/" in path} == folders
    assert {path for path in there if "/" not in path} <= set(PAGES)


@pytest.mark.parametrize("path", ["agreements/son-la-houaphanh-2024-2026.html", "sources/small-signing.html"])
def test_the_keyboard_reaches_every_link_in_the_order_of_the_page_and_shows_where_it_is(
    browser: Browser, site: Path, path: str
) -> None:
    tab = browser.new_page(viewport={"width": PHONE, "height": 800})
    tab.goto((site / path).as_uri())
    wanted = tab.evaluate(
        "[...document.querySelectorAll('a[href], summary, input')].filter((one) => one.checkVisibility()).length"
    )
    reached = []
    for _ in range(wanted):
        tab.keyboard.press("Tab")
        reached.append(
            tab.evaluate(
                """() => {
                  const one = document.activeElement, box = one.getClientRects()[0];
                  const onscreen = box.bottom > 0 && box.top < innerHeight;
                  const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                  const covered = at && !one.contains(at) && !at.contains(one);
                  const shown = onscreen && !covered && getComputedStyle(one).outlineStyle !== "none";
                  return [[...document.querySelectorAll("*")].indexOf(one), shown];
                }"""
            )
        )
    places = [place for place, _ in reached]
    assert places == sorted(set(places)), "the order of the keyboard is the order of the page"
    assert all(shown for _, shown in reached), "the focus is seen"
    tab.close()


@pytest.mark.parametrize("path", [urls.EXAMPLES, urls.HOME, "pairs/son-la--houaphanh.html", "provinces/houaphanh.html"])
def test_with_text_twice_as_large_nothing_is_lost(browser: Browser, site: Path, path: str) -> None:
    tab = browser.new_page(viewport={"width": DESK, "height": 800})
    tab.goto((site / path).as_uri())
    tab.evaluate("document.documentElement.style.fontSize = '212.5%'")
    assert sideways(tab) <= 0
    clipped = tab.evaluate(
        """[...document.querySelectorAll("main :is(p, h1, h2, h3, dt, dd, li, td)")].filter((one) =>
          getComputedStyle(one).overflowX !== "visible" && one.scrollWidth > one.clientWidth).length"""
    )
    assert clipped == 0
    tab.close()
