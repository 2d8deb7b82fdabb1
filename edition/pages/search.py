"""The search page: a form that a script fills with results where the site is served."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition import urls
from edition.presenting.presenter import Edition, Presenter
from edition.presenting.views import Page, View


@dataclass(frozen=True, kw_only=True)
class SearchView(View):
    """The search page. `script` and `index` are files of the site: ours, and the module that Pagefind writes."""

    script: str
    index: str


def pages(edition: Edition) -> Iterator[Page]:
    """The search page."""
    view = SearchView(
        title="Search",
        description="Search the whole record: provinces, agreements, events, people, organisations, sources.",
        crumbs=Presenter(edition, urls.SEARCH).crumbs(),
        script="assets/js/search.js",
        index="pagefind/pagefind.js",
    )
    yield Page(urls.SEARCH, "search.html", view)
