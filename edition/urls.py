"""Where each page lies, and how one page links to another.

Addresses are flat, ASCII and for ever. Every link is relative and ends in a file name, so that the same bytes work at
the root of a host, under a sub-path and from `file://`.
"""

from __future__ import annotations

import posixpath

from edition.kinds.entry import Entry

HOME = "index.html"
TIMELINE = "timeline.html"
EVIDENCE = "evidence.html"
METHOD = "method.html"
ABOUT = "about.html"
DATA = "data.html"
NAMES = "names.html"
SEARCH = "search.html"
NOT_FOUND = "404.html"
PAIRS = "pairs"


def page_of(entry: Entry) -> str:
    """The path of an entry's page, relative to the site."""
    return page_at(entry.kind, entry.id)


def page_at(folder: str, id_: str) -> str:
    """The path of a page by its folder and id."""
    return f"{folder}/{id_}.html"


def index_of(folder: str) -> str:
    """The path of a folder's index page."""
    return f"{folder}/index.html"


def relative(here: str, there: str) -> str:
    """The link from page `here` to file `there`, both relative to the site; an anchor may follow in `there`."""
    path, hash_, anchor = there.partition("#")
    if path == here and anchor:
        return hash_ + anchor
    return posixpath.relpath(path, posixpath.dirname(here) or ".") + hash_ + anchor


def absolute(base_url: str, path: str) -> str:
    """The public address of a file: for the sitemap, feeds and canonical links alone."""
    return base_url + (path.removesuffix("index.html") if path.endswith("index.html") else path)
