"""A large edition is searched part by part: the pages that lead first.

Pagefind compares every page found with every place of the words: among ten thousand pages, a word that stands on all
of them takes it more than a second. Weighing a part of them takes as much less. So a large edition has a filter for
each part of its pages, which `assets/js/search-engine.js` sets when the words stand on more than MOST pages. Weights
are the same as without: Pagefind reckons them over all pages.

The leading part holds the entries whose names are known by heart and, of each word that stands on very many pages,
those in which it weighs most; the other parts hold the rest, newest first.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from heapq import nsmallest
from itertools import zip_longest

MOST = 1_000
"""How many pages are weighed at once. An edition that has no more is not divided."""
LEADING = 800
"""How many pages lead, beside the entries known by heart."""
EACH = 50
"""How many pages of each word may lead."""
PART = 1_500
"""How many pages each other part has."""
LEADS, IN_PART = "leading", "part"
"""The leading pages have a filter of their own, so that a search need not load which part every other page is in."""

_END = "</main>"
_TITLE = re.compile(r'<meta data-pagefind-meta="title\[content\]" content="([^"]*)">')
_NEWEST = re.compile(r'<meta data-pagefind-sort="newest\[content\]" content="([^"]*)">')
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W_]+")
_STEM = 6
_IN_TITLE = 5


def number_of_parts(pages: int) -> int:
    """How many parts an edition has beside the leading one: none, if it is not divided."""
    return 0 if pages <= MOST else -(-(pages - LEADING) // PART)


def divided(copies: Mapping[str, str], known: Iterable[str] = ()) -> dict[str, str]:
    """The shadow copy with the part that each page is in; `known` are the paths of entries known by heart."""
    parts = number_of_parts(len(copies))
    if not parts:
        return dict(copies)
    leading = {*leaders(copies), *copies.keys() & set(known)}
    others = sorted((path for path in copies if path not in leading), key=lambda path: _newest(copies[path]))[::-1]
    values = dict.fromkeys(leading, (LEADS, "1"))
    values |= {path: (IN_PART, str(1 + at * parts // len(others))) for at, path in enumerate(others)}
    return {path: text.removesuffix(_END) + _filter(*values[path]) + _END for path, text in copies.items()}


def leaders(copies: Mapping[str, str]) -> list[str]:
    """The pages in which the words that stand on more than MOST pages weigh most: the best of each, the second …"""
    found: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for path, text in copies.items():
        for word, weight in _weights(text):
            found[word].append((-weight, path))
    common = (pages for _, pages in sorted(found.items()) if len(pages) > MOST)
    ranked = ([path for _, path in nsmallest(EACH, pages)] for pages in common)
    inside = dict.fromkeys(path for row in zip_longest(*ranked) for path in row if path is not None)
    return list(inside)[:LEADING]


def _weights(text: str) -> Iterator[tuple[str, float]]:
    """What each word of a page weighs, about as Pagefind reckons: its share of the page, and more if in the title."""
    title = {_key(word) for words in _TITLE.findall(text) for word in _WORD.findall(html.unescape(words))}
    counts = Counter(_key(word) for word in _WORD.findall(html.unescape(_TAG.sub(" ", text))))
    length = sum(counts.values())
    for word in counts.keys() | title:
        yield word, counts[word] / (counts[word] + length / 100) + (_IN_TITLE if word in title else 0)


@lru_cache(1 << 16)
def _key(word: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c))
    return plain[:_STEM]


def _newest(text: str) -> str:
    found = _NEWEST.search(text)
    return found[1] if found else ""


def _filter(name: str, value: str) -> str:
    return f'<meta data-pagefind-filter="{name}[content]" content="{value}">\n'
