"""The page of examples: every component, on request only."""

from __future__ import annotations

import re
from pathlib import Path

from edition import pipeline, urls
from edition.config import Workspace
from tests.html import page
from tests.small import HOUSE

TEMPLATES = HOUSE / "templates"


def imports(path: Path) -> set[str]:
    """The components and figures a template asks for, as folder and name."""
    return set(re.findall(r'"((?:components|figures)/[a-z_]+)\.html"', path.read_text(encoding="utf-8")))


def test_the_page_of_examples_uses_every_component() -> None:
    used, waiting = set(), imports(TEMPLATES / "pages/examples.html") | imports(TEMPLATES / "layouts/base.html")
    while waiting:
        used.add(name := waiting.pop())
        waiting |= imports(TEMPLATES / f"{name}.html") - used
    there = [path for folder in ("components", "figures") for path in (TEMPLATES / folder).glob("*.html")]
    assert used == {f"{path.parent.name}/{path.stem}" for path in there}


def test_the_site_has_the_page_of_examples_only_when_asked(small: Workspace, small_site: Path) -> None:
    assert not (small_site / urls.EXAMPLES).exists()
    pipeline.build(small, search=False, examples=True)
    shown = page(small.site, urls.EXAMPLES)
    assert shown.has("meta[name=robots][content=noindex]")
    assert urls.EXAMPLES not in (small.site / "sitemap.xml").read_text(encoding="utf-8")
