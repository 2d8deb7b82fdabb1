"""Lao in a browser: lines break between words, marks have room, and its font is loaded where it is read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from edition import pipeline
from tests.browser import firefox
from tests.browser.serving import served
from tests.small import HOUSE, change, copy_small

pytestmark = pytest.mark.browser

PARTS = (
    *("ບັນດາ", "ແຂວງ", "ຂອງ", "ສອງ", "ປະເທດ", "ໄດ້", "ຕົກລົງ", "ຮ່ວມມື", "ກັນ", "ໃນ", "ຂົງເຂດ", "ການ", "ສຶກສາ "),
    *("ສາທາ", "ລະນະ", "ສຸກ ", "ແລະ ", "ການ", "ຄ້າ", "ຊາຍແດນ"),
)
"""A sentence in words, the long ones in their parts; spaces stand with what is before them.

Both browsers take the word for “public health”, of five syllables, apart where one of its parts ends.
"""
AGREEMENT = "agreements/son-la-houaphanh-2024-2026"
WIDTHS = range(110, 400, 10)
LAO_FONT = "noto-serif-lao-lao"

BEGINNINGS = """
    const [element, width] = [document.querySelector('h1'), arguments[0]];
    element.style.fontSize = '17px';
    element.style.width = width + 'px';
    const text = element.firstChild, starts = [];
    let last = -Infinity;
    for (const cluster of text.data.matchAll(/\\P{M}\\p{M}*/gu)) {
        const range = document.createRange();
        range.setStart(text, cluster.index);
        range.setEnd(text, cluster.index + cluster[0].length);
        const box = range.getClientRects()[0];
        if (!box || !box.width) continue;
        if (box.top > last + 10) starts.push(cluster.index);
        last = Math.max(last, box.top);
    }
    return starts;
"""
"""The offsets at which the lines of the heading, set as text, begin when it is `arguments[0]` pixels wide."""

LEAST_ROOM = """() => {
    const found = [...document.querySelectorAll('body *')].filter(element =>
        [...element.childNodes].some(node => node.nodeType === 3 && /[\\u0E80-\\u0EFF]/.test(node.data)));
    return found.map(element => {
        const style = getComputedStyle(element);
        return [parseFloat(style.lineHeight) / parseFloat(style.fontSize), element.outerHTML.slice(0, 120)];
    }).sort((one, other) => one[0] - other[0])[0];
}"""

REACH = """async () => {
    await document.fonts.load('100px "Record Serif Lao"', 'ກ');
    const context = document.createElement('canvas').getContext('2d');
    context.font = '100px "Record Serif Lao"';
    const [above, below] = [context.measureText('ຫຼື່'), context.measureText('ຫຼຸ')];
    return (above.actualBoundingBoxAscent + below.actualBoundingBoxDescent) / 100;
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small edition in English and Lao; one agreement has a sentence of Lao as its title."""
    workspace = copy_small(tmp_path_factory.mktemp("lao"))
    shutil.copy(HOUSE / "content" / "languages" / "lo.po", workspace.content / "languages")
    change(workspace.content / "edition.yaml", "language: en\n", "language: en\ntranslations: [lo]\n")
    title = f"translations: {{lo: {{title: {''.join(PARTS)}}}}}\nformer_ids:"
    change(workspace.content / f"{AGREEMENT}.md", "former_ids:", title)
    pipeline.build(workspace, search=False)
    return workspace.site


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    tab = browser.new_page()
    yield tab
    tab.close()


def misbroken(beginnings: Any) -> set[int]:
    """The beginnings of lines that are not those of words or of parts of long ones."""
    return set(beginnings) - {0, *accumulate(map(len, PARTS))}


def test_chromium_breaks_lao_between_words(tab: Page, site: Path) -> None:
    tab.goto((site / f"lo/{AGREEMENT}.html").as_uri())
    for width in WIDTHS:
        beginnings = tab.evaluate(f"width => (function () {{{BEGINNINGS}}})(width)", width)
        assert not misbroken(beginnings), f"{width} pixels wide: {beginnings}"
    assert len(beginnings) > 1


def test_firefox_breaks_lao_between_words(site: Path) -> None:
    program = firefox.program()
    if program is None:
        pytest.skip("no Firefox on this machine")
    with firefox.Firefox(program) as browser:
        browser.open((site / f"lo/{AGREEMENT}.html").as_uri())
        for width in WIDTHS:
            beginnings = browser.script(BEGINNINGS, width)
            assert not misbroken(beginnings), f"{width} pixels wide: {beginnings}"
        assert len(beginnings) > 1


@pytest.mark.parametrize("path", ["index", AGREEMENT, "provinces/son-la", "evidence", "method", "timeline"])
def test_lines_of_lao_are_so_far_apart_that_marks_never_meet(tab: Page, site: Path, path: str) -> None:
    tab.goto((site / f"lo/{path}.html").as_uri())
    least, element = tab.evaluate(LEAST_ROOM)
    assert least >= tab.evaluate(REACH), element


@pytest.mark.parametrize("path, loads", [(f"{AGREEMENT}.html", False), (f"lo/{AGREEMENT}.html", True)])
def test_the_font_of_lao_is_loaded_only_where_lao_is_read(tab: Page, site: Path, path: str, loads: bool) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    with served(site) as address:
        tab.goto(address + path, wait_until="networkidle")
    assert any(LAO_FONT in one for one in asked) is loads
    assert any("noto-serif-400" in one for one in asked)
