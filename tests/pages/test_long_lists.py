"""A list too long for one page goes on on further pages, each of which a phone can show."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition import pipeline
from edition.presenting import long_lists
from tests.figures.large import copy_large
from tests.html import page

AGREEMENTS = 501


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    workspace = copy_large(tmp_path_factory.mktemp("large"), AGREEMENTS)
    pipeline.build(workspace, search=False)
    return workspace.site


def listed(site: Path, path: str, rows: str) -> list[str]:
    """The addresses of what a list names on all of its pages, in order."""
    first = page(site, path)
    links = first.all('nav[aria-label="Parts of the list"] a')
    assert links, f"{path} has one page"
    names = [Path(path).name, *(str(link.attributes["href"]) for link in links)]
    pages = [page(site, str(Path(path).with_name(name))) for name in names]
    return [str(link.attributes["href"]) for one in pages for link in one.all(rows)]


def test_the_pages_of_an_index_name_each_entry_once_in_the_order_of_the_whole(site: Path) -> None:
    found = listed(site, "agreements/index.html", "main .rows .row-title a")
    assert len(found) == len(set(found)) == AGREEMENTS


def test_a_further_page_says_which_lines_it_has_and_leads_back_to_the_first(site: Path) -> None:
    second = page(site, "agreements/index-2.html")
    assert second.texts("h1") == ["Agreements, 501–501"]
    assert second.texts('nav[aria-label="Parts of the list"] [aria-current]') == ["501–501"]
    assert [link.attributes["href"] for link in second.all(".crumbs a")] == ["../index.html", "index.html"]


def test_the_line_of_the_editions_day_stands_in_one_part_of_the_timeline_and_the_others_lead_to_it(site: Path) -> None:
    parts = sorted(site.glob("timeline*.html"))
    assert len(parts) > 2
    [here] = [path for path in parts if page(site, path.name).all("#as-of")]
    for path in parts:
        [link, *_] = page(site, path.name).all(".standing a")
        assert link.attributes["href"] == ("" if path == here else here.name) + "#as-of"


def test_totals_of_the_evidence_report_stand_on_its_first_page_and_every_entry_on_one(site: Path) -> None:
    first, second = page(site, "evidence.html"), page(site, "evidence-2.html")
    assert first.all("#totals")
    assert not second.all("#totals")
    attested = listed(site, "evidence.html", ".attested a")
    assert len(attested) == len(set(attested)) == AGREEMENTS


def test_a_list_of_nothing_has_one_page() -> None:
    [part] = long_lists.parts("x.html", 0)
    assert (part.path, part.of(())) == ("x.html", ())
