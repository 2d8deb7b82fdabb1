"""What comes first: the tones that were typed, and in a large edition what would if all pages were weighed at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.search import larger
from edition import pipeline
from edition.config import Workspace
from edition.search.parts import MOST
from tests.browser.serving import served
from tests.small import copy_small

pytestmark = pytest.mark.browser

PAGES = MOST + 200
"""So many that the pages are weighed in parts."""
TWINS = {"tones": ("Lò Văn Mùa", "mùa vàng"), "plain": ("Lo Van Mua", "mua vang")}
"""Two people, and what was sung in the articles that name them: alike but for their tones."""
ALL = """async ([words, filters]) => {
  const all = await recordSearch.engine.run(words, filters, "");
  const some = all.results.map((one) => one.id);
  const ids = [...some];
  for (let more = all.rest && await all.rest(); more; more = await all.rest()) ids.push(...more.map((one) => one.id));
  const pagefind = await recordSearch.engine.open();
  const whole = (await pagefind.search(words, { filters })).results;
  const weights = Object.fromEntries(whole.map((one) => [one.id, one.score]));
  return { total: all.total, first: some, ids, weights };
}"""


def add_twin(workspace: Workspace, key: str) -> None:
    """Add an article that names a person and a song, its accession, and the person's entry."""
    name, song = TWINS[key]
    seed = f"Song of {name}\n\n{name}, Singer of the Harvest, sang of {song} in Houaphanh Province.\n"
    digest = hashlib.sha256(seed.encode()).hexdigest()
    (workspace.root / "seeds" / f"{key}.txt").write_bytes(seed.encode())
    (workspace.content / "sources" / f"song-{key}.md").write_text(
        f"""---
id: song-{key}
title: Song of {name}
seed: {key}.txt
sha256: {digest}
headline: {{value: Song of {name}, evidence: headline}}
side: VN
language: en
display: full
transcription:
  - {{label: title, begins: Song of}}
  - {{label: body, begins: "{name}, Singer"}}
uncited:
  - {{exact: sang of {song} in Houaphanh Province, reason: No fact about the cooperation}}
quotations:
  headline:
    exact: Song of {name}
---
""",
        encoding="utf-8",
    )
    (workspace.content / "people" / f"singer-{key}.md").write_text(
        f"""---
id: singer-{key}
title: {name}
names:
  - {{value: {name}, language: vi, evidence: office}}
side: VN
offices:
  - as_written: Singer of the Harvest
    evidence: office
sources:
  song-{key}: {digest}
quotations:
  office:
    source: song-{key}
    exact: {name}, Singer of the Harvest
---
""",
        encoding="utf-8",
    )


def tab_of(browser: Browser, site: Path) -> Iterator[Page]:
    with served(site) as address:
        tab = browser.new_page()
        tab.goto(f"{address}search.html")
        tab.locator("#search-words").focus()
        expect(tab.locator(".facet").first).to_be_visible()
        yield tab
        tab.close()


@pytest.fixture(scope="module")
def twins(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The search page of an edition with two entries, and two sources, that differ in their tones alone."""
    workspace = copy_small(tmp_path_factory.mktemp("twins"))
    for key in TWINS:
        add_twin(workspace, key)
    pipeline.build(workspace)
    yield from tab_of(browser, workspace.site)


@pytest.fixture(scope="module")
def large(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The search page of an edition whose index holds PAGES generated pages."""
    workspace = copy_small(tmp_path_factory.mktemp("large"))
    pipeline.build(workspace)
    larger(workspace.site, PAGES)
    yield from tab_of(browser, workspace.site)


def titles(tab: Page, words: str) -> list[str]:
    tab.locator("#search-words").fill(words)
    expect(tab.locator(".results")).to_have_attribute("data-query", words)
    expect(tab.locator(".result").first).to_be_visible()
    return tab.locator(".result-title").all_text_contents()


@pytest.mark.parametrize("words, first, second", [
    ("Lò Văn Mùa", "Lò Văn Mùa", "Lo Van Mua"),
    ("lò văn mùa", "Lò Văn Mùa", "Lo Van Mua"),
    ("Lo Van Mua", "Lo Van Mua", "Lò Văn Mùa"),
    ("lo van mua", "Lo Van Mua", "Lò Văn Mùa"),
    ("mùa vàng", "Song of Lò Văn Mùa", "Song of Lo Van Mua"),
    ("mua vang", "Song of Lo Van Mua", "Song of Lò Văn Mùa"),
])  # fmt: skip
def test_the_tones_typed_come_before_their_absence_and_the_other_way_round(
    twins: Page, words: str, first: str, second: str
) -> None:
    found = titles(twins, words)
    assert found[0] == first
    assert second in found


@pytest.mark.parametrize("filters", [{}, {"year": ["2003"]}, {"kind": ["agreement"]}])
@pytest.mark.parametrize("words", ["cooperation", "health training", "tam", "coop"])
def test_words_on_very_many_pages_bring_every_page_once_and_the_best_first(
    large: Page, words: str, filters: dict[str, list[str]]
) -> None:
    found: dict[str, Any] = large.evaluate(ALL, [words, filters])
    weights = found["weights"]
    assert len(found["ids"]) == len(set(found["ids"]))
    assert set(found["ids"]) == set(weights)
    assert len(found["first"]) >= 10
    assert found["total"] == len(weights)
    best = max(weights.values())
    assert weights[found["first"][0]] > 0.95 * best
    shown = [weights[id_] for id_ in found["first"]]
    assert all(after <= before * 1.0001 for before, after in pairwise(shown))


def test_among_very_many_pages_the_number_and_the_facets_are_those_of_all(large: Page) -> None:
    titles(large, "cooperation")
    expect(large.get_by_role("status")).to_have_text(f"{PAGES:,} pages.")
    expect(large.locator(".result")).to_have_count(10)
    kind = large.locator(".facet label").filter(has_text="agreement")
    expect(kind.locator(".facet-count")).to_have_text(f"{PAGES:,}")
    province = large.get_by_role("group", name="Province").locator("label").first
    number = province.locator(".facet-count").inner_text()
    kind.locator("input").check()
    province.locator("input").check()
    expect(large.get_by_role("status")).to_have_text(f"{number} pages.")
    assert 0 < int(number) < PAGES / 3


def test_among_very_many_pages_a_number_that_takes_long_is_told_later(large: Page) -> None:
    large.goto(f"{large.url.partition('?')[0]}?q=cooperation&kind=agreement&kind=agreement")
    expect(large.locator(".result")).to_have_count(10)
    expect(large.get_by_role("status")).to_have_text(f"{PAGES:,} pages.")
