"""The pages of agreements."""

from __future__ import annotations

from pathlib import Path

from edition import pipeline
from edition.config import Workspace
from tests.html import page
from tests.small import change

EARLIER = "agreements/son-la-houaphanh-2021-2023.html"
LATER = "agreements/son-la-houaphanh-2024-2026.html"


def test_the_way_to_an_agreement_leads_by_its_province_and_its_pair(small_site: Path) -> None:
    assert page(small_site, LATER).links(".crumbs") == [
        ("Home", "../index.html"),
        ("Sơn La", "../provinces/son-la.html"),
        ("Sơn La and Houaphanh", "../pairs/son-la--houaphanh.html"),
    ]


def test_agreements_lead_to_those_before_and_after_them(small_site: Path) -> None:
    assert [href for _, href in page(small_site, EARLIER).links(".in-time [rel=next]")] == [Path(LATER).name]
    assert [href for _, href in page(small_site, LATER).links(".in-time [rel=prev]")] == [Path(EARLIER).name]


def test_an_agreement_of_unknown_period_has_no_place_in_time_and_says_so(small: Workspace) -> None:
    entry = small.content / EARLIER.replace(".html", ".md")
    period = next(line for line in entry.read_text("utf-8").splitlines() if line.startswith("period:"))
    change(entry, period + "\n", "")
    pipeline.build(small, search=False)
    agreement = page(small.site, EARLIER)
    assert "Its period is not known" in agreement.text(".in-time")
    assert not agreement.has(".in-time [rel]")
