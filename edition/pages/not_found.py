"""404.html: what a host shows for an address where nothing is."""

from __future__ import annotations

from collections.abc import Iterator

from edition import urls
from edition.presenting.edition import Edition
from edition.presenting.views import Page, View


def pages(edition: Edition) -> Iterator[Page]:
    """The page for addresses that lead nowhere. It has no crumbs: it stands nowhere itself."""
    say = edition.language.say
    view = View(
        title=say("Nothing at this address"), description=say("There is no page at this address of the record.")
    )
    yield Page(urls.NOT_FOUND, "not_found.html", view)
