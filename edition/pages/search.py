"""The search page: a box that a script fills with results, on the web and from a disk."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from edition import urls
from edition.presenting.edition import Edition
from edition.presenting.presenter import Presenter
from edition.presenting.views import Page, Plan, View


class SearchView(View, frozen=True, kw_only=True):
    """The search page, in the words of the group `search`."""

    label: str
    placeholder: str
    hint: str
    browse: str


def pages(edition: Edition) -> Iterator[Plan]:
    """The search page."""
    yield Plan(urls.SEARCH, partial(_page, edition))


def _page(edition: Edition) -> Page:
    words, presenter = edition.words, Presenter(edition, urls.SEARCH)
    view = SearchView(
        title=presenter.say("Search"),
        description=presenter.say(
            "Search the record: provinces, agreements, events, people, organisations, fields and sources."
        ),
        crumbs=presenter.crumbs(),
        label=words("search", "label"),
        placeholder=words("search", "placeholder"),
        hint=words("search", "hint"),
        browse=words("search", "browse"),
    )
    return Page(urls.SEARCH, "search.html", view)
