"""404.html: what a host shows for an address where nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from edition import urls
from edition.presenting.edition import Edition
from edition.presenting.views import Page, Plan, View


def pages(edition: Edition) -> Iterator[Plan]:
    """The page for addresses that lead nowhere. It has no crumbs: it stands nowhere itself."""
    yield Plan(urls.NOT_FOUND, partial(_page, edition))


def _page(edition: Edition) -> Page:
    say = edition.language.say
    view = View(
        title=say("Nothing at this address"), description=say("There is no page at this address of the record.")
    )
    return Page(urls.NOT_FOUND, "not_found.html", view)
