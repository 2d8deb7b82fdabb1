from __future__ import annotations

from pathlib import Path

from tests.html import page


def test_the_page_for_lost_addresses_links_from_the_root_of_the_host_as_it_is_served_anywhere(small_site: Path) -> None:
    lost = page(small_site, "404.html")
    targets = [node.attributes["href"] or "" for node in lost.all("a[href], link[href]:not([rel=canonical])")]
    assert all(target.startswith(("/record/", "#")) for target in targets)
    assert "/record/names.html" in targets
