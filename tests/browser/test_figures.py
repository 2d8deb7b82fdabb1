"""Figures as readers see them: on phones and large screens, light and dark, with 3 agreements and with 500."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from edition import assets
from edition.config import Workspace
from edition.pages import agreements, fields, home, pairs, provinces, timeline, unknowns
from edition.render import Renderer
from tests.figures.large import copy_large
from tests.figures.making import edition_of
from tests.small import HOUSE, copy_small

pytestmark = pytest.mark.browser

PAGES_WITH_FIGURES = (
    "index.html",
    "provinces/index.html",
    "provinces/houaphanh.html",
    "timeline.html",
    "pairs/index.html",
    "fields/index.html",
)
PAGES_OF_LISTS = ("agreements/index.html", "unknowns.html")
SIZES = {"phone": 320, "desktop": 1440}
LABELS = "[...document.querySelectorAll('.map text')].map(t => [t.closest('svg.drawing'), t.getBoundingClientRect()])"
COLLISIONS = f"""() => {{
  const labels = {LABELS};
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom;
  return labels.flatMap(([svg, a], i) => labels.slice(i + 1).filter(([other, b]) => svg === other && meet(a, b)))
    .length;
}}"""


def _written(workspace: Workspace) -> Path:
    """The pages with figures of an edition, those that list it, and what they need."""
    edition = edition_of(workspace)
    renderer = Renderer(workspace.templates, edition)
    wanted = (
        page for one in (home, provinces, timeline, pairs, fields, agreements, unknowns) for page in one.pages(edition)
    )
    artifacts = (renderer.render(plan.make()) for plan in wanted if plan.path in (*PAGES_WITH_FIGURES, *PAGES_OF_LISTS))
    for artifact in itertools.chain(artifacts, assets.artifacts(HOUSE / "assets")):
        path = workspace.site / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.content)
    return workspace.site


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {
        "small": _written(copy_small(tmp_path_factory.mktemp("small"))),
        "large": _written(copy_large(tmp_path_factory.mktemp("large"))),
    }


@pytest.fixture(params=["small", "large"])
def site(request: pytest.FixtureRequest, sites: dict[str, Path]) -> Path:
    return sites[request.param]


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    "edition, path", [*(("small", path) for path in PAGES_WITH_FIGURES), ("large", "timeline.html")]
)
def test_axe_finds_nothing_in_light_and_dark(tab: Page, sites: dict[str, Path], edition: str, path: str) -> None:
    tab.goto((sites[edition] / path).as_uri())
    for scheme in ("light", "dark"):
        tab.emulate_media(color_scheme=scheme)
        results = Axe().run(tab, context=".figure")
        assert results.violations_count == 0, results.generate_report()


def test_with_500_agreements_no_page_is_endless_on_a_phone(tab: Page, sites: dict[str, Path]) -> None:
    tab.set_viewport_size({"width": 360, "height": 800})
    for path in (*PAGES_WITH_FIGURES, *PAGES_OF_LISTS):
        tab.goto((sites["large"] / path).as_uri())
        screens = tab.evaluate("document.documentElement.scrollHeight / innerHeight")
        assert screens < 20, f"{path} has {screens:.0f} screens"


@pytest.mark.parametrize("size", SIZES)
def test_no_figure_makes_a_page_scroll_sideways_and_no_two_names_on_a_map_meet(
    tab: Page, site: Path, size: str
) -> None:
    tab.set_viewport_size({"width": SIZES[size], "height": 800})
    for path in PAGES_WITH_FIGURES:
        tab.goto((site / path).as_uri())
        assert tab.locator(".figure").count() > 0, path
        assert tab.evaluate("document.documentElement.scrollWidth") <= SIZES[size], path
        assert tab.evaluate(COLLISIONS) == 0, path


def test_the_names_of_a_map_are_reached_by_keyboard_once_each(tab: Page, sites: dict[str, Path]) -> None:
    tab.goto((sites["small"] / "index.html").as_uri())
    reached = []
    tab.keyboard.press("Tab")
    while tab.evaluate("document.activeElement !== document.body"):
        if name := tab.evaluate("document.activeElement.closest('.map svg') && document.activeElement.ariaLabel"):
            reached.append(name)
        tab.keyboard.press("Tab")
    assert sorted(reached) == [
        "Houaphanh, with Sơn La and Quảng Bình",
        "Sơn La, with Houaphanh",
        "formerly Quảng Bình, with Houaphanh",
    ]


def test_without_colours_of_its_own_a_figure_is_drawn_in_those_of_the_system(
    browser: Browser, sites: dict[str, Path]
) -> None:
    context = browser.new_context(forced_colors="active")
    tab = context.new_page()
    tab.goto((sites["small"] / "index.html").as_uri())
    drawn = tab.evaluate(
        "[getComputedStyle(document.querySelector('.map .land')).fill, getComputedStyle(document.body).backgroundColor]"
    )
    context.close()
    assert drawn[0] == drawn[1]
