"""The feed."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from tests.html import page

ATOM = "{http://www.w3.org/2005/Atom}"
CHANGES = "https://small.example/record/changes.html"


def test_the_feed_tells_the_changes_that_the_page_tells_under_the_same_anchors(small_site: Path) -> None:
    feed = ET.parse(small_site / "feed.xml").getroot()
    entries = feed.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert ids == [f"{CHANGES}#visit-date", f"{CHANGES}#first-edition"]
    assert {str(id_).partition("#")[2] for id_ in ids} <= set(page(small_site, "changes.html").ids())
    assert feed.findtext(f"{ATOM}updated") == entries[0].findtext(f"{ATOM}updated") == "2024-12-15T00:00:00Z"


def test_a_change_in_the_feed_leads_to_the_entries_it_is_found_in(small_site: Path) -> None:
    first = ET.parse(small_site / "feed.xml").getroot().findall(f"{ATOM}entry")[0]
    related = [link.get("href") for link in first.findall(f"{ATOM}link") if link.get("rel") == "related"]
    assert related == ["https://small.example/record/sources/small-visit.html"]
