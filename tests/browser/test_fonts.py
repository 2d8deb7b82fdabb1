"""Fonts in a browser: a page never moves when they come late, and each is asked for once."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from edition import pipeline, urls
from tests.browser.serving import WAYS, QuietHandler, opened, served
from tests.small import HOUSE, change, copy_small

pytestmark = pytest.mark.browser

PAGES = (
    urls.HOME,
    urls.TIMELINE,
    urls.SEARCH,
    urls.index_of("agreements"),
    "agreements/son-la-houaphanh-2024-2026.html",
    "provinces/houaphanh.html",
    "sources/small-signing.html",
)
LATE = 0.4
"""Seconds: long after a page is first drawn."""
SHIFTS = """
    window.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shift += entry.value; }))
      .observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small edition in all languages, where `tests.browser.serving` can open it in every way."""
    workspace = copy_small(tmp_path_factory.mktemp("fonts"))
    for code in ("vi", "lo"):
        shutil.copy(HOUSE / "content" / "languages" / f"{code}.po", workspace.content / "languages")
    change(workspace.content / "edition.yaml", "language: en\n", "language: en\ntranslations: [vi, lo]\n")
    pipeline.build(workspace, search=False)
    site = tmp_path_factory.mktemp("host") / "some" / "repo"
    shutil.copytree(workspace.site, site)
    return site


class SlowHandler(QuietHandler):
    """Sends fonts late, and the style sheet as it is to a reader who has no Noto Serif to stand in."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        if self.path.endswith(".woff2"):
            time.sleep(LATE)
        content = source.read()
        outputfile.write(content.replace(b'local("Noto', b'local("None') if self.path.endswith(".css") else content)


@pytest.mark.parametrize("width", [412, 1280])
@pytest.mark.parametrize("tree", ["", "vi/", "lo/"])
def test_no_page_moves_when_its_fonts_come_late(browser: Browser, site: Path, tree: str, width: int) -> None:
    with served(site, SlowHandler) as address:
        for path in PAGES:
            tab = browser.new_page(viewport={"width": width, "height": 823})
            tab.add_init_script(SHIFTS)
            tab.goto(address + tree + path, wait_until="networkidle")
            assert tab.evaluate("window.shift") < 0.001, tree + path
            tab.close()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("tree", ["", "lo/"])
def test_each_font_is_asked_for_once_and_without_complaint(browser: Browser, site: Path, tree: str, way: str) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    tab = browser.new_page()
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: complaints.append(message.text))
    with opened(site) as addresses:
        tab.goto(f"{addresses[way]}{tree}{urls.HOME}", wait_until="networkidle")
    tab.close()
    fonts = [url for url in asked if url.endswith(".woff2")]
    assert fonts
    assert len(fonts) == len(set(fonts))
    assert not complaints
