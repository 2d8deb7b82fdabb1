"""What hosts and robots look for: `sitemap.xml`, `robots.txt`, `.nojekyll`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from edition import urls
from edition.artifact import Artifact
from edition.pages.moved import MovedView
from edition.presenting.edition import Edition
from edition.presenting.views import Page

NOT_LISTED = (urls.NOT_FOUND, urls.EXAMPLES)


def artifacts(edition: Edition, listed: Sequence[str]) -> Iterator[Artifact]:
    """The three files. The sitemap follows the sitemaps.org protocol 0.9 and lists the pages of every language."""
    base_url = edition.corpus.config.base_url
    trees = [urls.tree(code, edition.corpus.config.language) for code in edition.corpus.config.languages]
    paths = sorted(tree + path for tree in trees for path in listed)
    addresses = "".join(f"  <url><loc>{escape(urls.absolute(base_url, path))}</loc></url>\n" for path in paths)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    yield Artifact("sitemap.xml", f"{head}{addresses}</urlset>\n".encode())
    yield Artifact("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {base_url}sitemap.xml\n".encode())
    yield Artifact(".nojekyll", b"")


def is_listed(page: Page) -> bool:
    """Whether a page is one that readers may look for."""
    return page.path not in NOT_LISTED and not page.view.draft and not isinstance(page.view, MovedView)
