"""The pages at former addresses."""

from __future__ import annotations

from pathlib import Path

from tests.html import page

FORMER = "agreements/son-la-houaphanh-memorandum.html"
NOW = "son-la-houaphanh-2024-2026.html"


def test_a_former_address_leads_to_where_the_entry_is_now(small_site: Path) -> None:
    moved = page(small_site, FORMER)
    assert moved.links("main .lede") == [("Memorandum of Sơn La and Houaphanh, 2024–2026", NOW)]
    assert moved.all("meta[http-equiv=refresh]")[0].attributes["content"] == f"0; url={NOW}"


def test_its_canonical_address_is_the_new_one(small_site: Path) -> None:
    links = page(small_site, FORMER).all("link[rel=canonical]")
    assert [(link.attributes["href"] or "").endswith(f"/agreements/{NOW}") for link in links] == [True]


def test_it_is_not_listed(small_site: Path) -> None:
    assert "son-la-houaphanh-memorandum" not in (small_site / "sitemap.xml").read_text("utf-8")
