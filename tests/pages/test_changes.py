"""What changed, for readers."""

from __future__ import annotations

from pathlib import Path

from edition import pipeline
from edition.config import Workspace
from tests.html import page
from tests.small import change


def test_changes_are_told_by_day_the_latest_first_with_the_entries_they_are_found_in(small_site: Path) -> None:
    changes = page(small_site, "changes.html")
    assert changes.texts("main h2") == ["15 December 2024", "1 December 2024"]
    assert changes.text("#visit-date .revision-type") == "Corrected"
    assert "sources/small-visit.html" in [href for _, href in changes.links("#visit-date")]


def test_a_change_leads_to_an_entry_under_the_id_it_has_now(small: Workspace) -> None:
    told = small.content / "changes.yaml"
    change(told, "entries: [small-visit]", "entries: [son-la-houaphanh-memorandum]")
    pipeline.build(small, search=False)
    links = page(small.site, "changes.html").links("#visit-date")
    assert "agreements/son-la-houaphanh-2024-2026.html" in [href for _, href in links]


def test_an_edition_that_tells_of_no_change_says_so(small: Workspace) -> None:
    (small.content / "changes.yaml").unlink()
    pipeline.build(small, search=False)
    assert page(small.site, "changes.html").text(".nothing") == "Nothing has been told yet."
