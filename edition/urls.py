"""Where each page lies, and how one page links to another.

The path of a page is its path in the tree of a language: `provinces/hue.html` lies at the root in the edition's own
language and under `vi/` in Vietnamese. Addresses are flat, ASCII and for ever. Every link is relative and ends in a
file name, so that the same bytes work at the root of a host, under a sub-path and from `file://`.
"""

from __future__ import annotations

from edition.kinds.entry import Entry

HOME = "index.html"
TIMELINE = "timeline.html"
EVIDENCE = "evidence.html"
METHOD = "method.html"
ABOUT = "about.html"
DATA = "data.html"
UNKNOWNS = "unknowns.html"
NAMES = "names.html"
GLOSSARY = "glossary.html"
CHANGES = "changes.html"
SEARCH = "search.html"
TRANSLATIONS = "translations"
NOT_FOUND = "404.html"
EXAMPLES = "examples.html"
FEED = "feed.xml"
CARD = "assets/images/card.png"
PAIRS = "pairs"


def tree(language: str, root: str) -> str:
    """The folder of a language's pages: none for that of the root, else its own, with a slash."""
    return "" if language == root else f"{language}/"


def page_of(entry: Entry) -> str:
    """The path of an entry's page, relative to the site."""
    return page_at(entry.kind, entry.id)


def page_at(folder: str, id_: str) -> str:
    """The path of a page by its folder and id."""
    return f"{folder}/{id_}.html"


def index_of(folder: str) -> str:
    """The path of a folder's index page."""
    return f"{folder}/index.html"


def term(group: str, code: str) -> str:
    """Where the glossary explains the words for a code."""
    return f"{GLOSSARY}#{group}-{code}"


def is_page(path: str) -> bool:
    """Whether a path (an anchor may follow) is that of a page, and not of a file that all languages share."""
    return path.partition("#")[0].endswith(".html")


def relative(here: str, there: str) -> str:
    """The link from page `here` to file `there`, both relative to the site; an anchor may follow in `there`."""
    path, hash_, anchor = there.partition("#")
    if path == here and anchor:
        return hash_ + anchor
    folder, slash, _ = here.rpartition("/")
    if there.startswith(folder + slash):
        return there[len(folder + slash) :]
    if "/" not in folder:  # nearly all pages: a folder in the root
        return "../" + there
    folders, target = folder.split("/"), path.split("/")
    shared = 0
    while shared < min(len(folders), len(target) - 1) and folders[shared] == target[shared]:
        shared += 1
    return "../" * (len(folders) - shared) + "/".join(target[shared:]) + hash_ + anchor


def absolute(base_url: str, path: str) -> str:
    """The public address of a file: for the sitemap, feeds and canonical links alone."""
    return base_url + (path.removesuffix("index.html") if path.endswith("index.html") else path)
