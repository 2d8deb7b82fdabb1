"""What no source says of any entry stands together on one page."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition import pipeline
from edition.config import Workspace
from tests.html import HtmlPage, page
from tests.small import change


@pytest.fixture(scope="module")
def unknowns(small_site: Path) -> HtmlPage:
    """The page of the small edition."""
    return page(small_site, "unknowns.html")


def test_what_an_editor_lists_as_unknown_is_there_with_its_entry(unknowns: HtmlPage) -> None:
    events = unknowns.text("section[aria-labelledby=of-events]")
    assert "In which year the visit took place." in events
    assert unknowns.has('section[aria-labelledby=of-events] a[href="events/houaphanh-governor-visit-quang-binh.html"]')


def test_what_the_kind_of_entry_leads_readers_to_look_for_is_there_too(unknowns: HtmlPage) -> None:
    assert "Who holds an office in it." in unknowns.text("section[aria-labelledby=of-organisations]")


def test_it_asks_for_what_every_page_lists(small_site: Path, unknowns: HtmlPage) -> None:
    asked = unknowns.text("main")
    for folder in ("agreements", "events", "people", "organisations", "sources"):
        for path in sorted((small_site / folder).glob("*.html")):
            for sentence in page(small_site, f"{folder}/{path.name}").texts("section.unknown li"):
                assert sentence in asked, path


def test_what_is_answered_is_no_longer_asked(small: Workspace) -> None:
    change(
        small.content / "agreements" / "son-la-houaphanh-2024-2026.md", "  - Who signed for each side.", "  - Who came."
    )
    pipeline.build(small, search=False)
    shown = page(small.site, "unknowns.html").text("main")
    assert "Who signed for each side." not in shown
    assert "Who came." in shown
