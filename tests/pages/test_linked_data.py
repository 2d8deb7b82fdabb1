"""What pages tell machines of themselves: linked data, and the picture for shared links."""

from __future__ import annotations

import json
from pathlib import Path

from edition import pipeline, urls
from edition.config import Workspace
from tests.html import page
from tests.small import HOUSE, change

SIGNING = "events/2024-03-05-son-la-houaphanh-signing.html"


def linked_data(site: Path, path: str) -> dict[str, object]:
    """What a page says of itself."""
    (script,) = page(site, path).all('script[type="application/ld+json"]')
    found: dict[str, object] = json.loads(script.text())
    return found


def test_a_page_names_the_sources_it_cites_and_the_way_to_it(small_site: Path) -> None:
    found = linked_data(small_site, SIGNING)
    citation, breadcrumb = found["citation"], found["breadcrumb"]
    assert isinstance(citation, list)
    assert isinstance(breadcrumb, dict)
    assert [one["url"].rpartition("/")[2] for one in citation] == ["small-signing.html"]
    assert breadcrumb["itemListElement"][0]["name"] == "Home"
    assert breadcrumb["itemListElement"][-1]["item"] == found["url"]


def test_what_stands_in_an_entry_can_t_end_the_block_of_linked_data(small: Workspace) -> None:
    path = small.content / "fields" / "education.md"
    change(path, "title: Education", "title: 'Education </script><script>alert(1)</script>'")
    pipeline.build(small, search=False)
    assert linked_data(small.site, "fields/education.html")["name"] == "Education </script><script>alert(1)</script>"


def test_the_picture_of_shared_links_is_there_at_the_size_it_is_said_to_have(small_site: Path) -> None:
    picture = (small_site / urls.CARD).read_bytes()
    assert picture == (HOUSE / urls.CARD).read_bytes()
    assert [int.from_bytes(picture[at : at + 4], "big") for at in (16, 20)] == [1200, 630]
    meta = page(small_site, urls.HOME).all('meta[property="og:image"]')
    assert [(one.attributes.get("content") or "").endswith(urls.CARD) for one in meta] == [True]
