"""A large edition is searched part by part: the pages that lead first.

Pagefind compares every page found with every place of the words: among ten thousand pages, a word that stands on all
of them takes it more than a second. Weighing a part of them takes as much less. So a large edition has a filter for
each part of its pages, which `assets/js/search-engine.js` sets when the words stand on more than MOST pages. Weights
are the same as without: Pagefind reckons them over all pages.

Of each word that stands on very many pages, those in which it weighs most lead: they are weighed first, when the word
is looked for, with the entries known by heart if a name might be meant. The parts hold all pages, newest first.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from heapq import nsmallest

MOST = 1_000
"""How many pages are weighed at once. An edition that has no more is not divided."""
EACH = 50
"""How many pages lead for each word."""
PART = 1_500
"""How many pages a part has."""
LEADS, KNOWN, IN_PART = "leads-", "known", "part"
"""The filters. Words for which a page leads are in one for each first letter, which its name ends in: Pagefind counts
every value of the filters that a search loads, one by one."""

_END = "</main>"
_TITLE = re.compile(r'<meta data-pagefind-meta="title\[content\]" content="([^"]*)">')
_NEWEST = re.compile(r'<meta data-pagefind-sort="newest\[content\]" content="([^"]*)">')
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f\u0e80-\u0eff])+")
_ACCENT = re.compile(r"[\u0300-\u036f]")
_STEM = 6
_IN_TITLE = 5


def number_of_parts(pages: int) -> int:
    """How many parts an edition has: none, if it is not divided."""
    return 0 if pages <= MOST else -(-pages // PART)


def divided(copies: Mapping[str, str], known: Iterable[str] = ()) -> dict[str, str]:
    """The shadow copy with the part that each page is in, and the words for which it leads.

    `known` are the paths of entries known by heart.
    """
    parts = number_of_parts(len(copies))
    if not parts:
        return dict(copies)
    filters: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for word, paths in leaders(copies).items():
        for path in paths:
            filters[path].append((LEADS + word[0], word))
    for path in known:
        filters[path].append((KNOWN, "1"))
    for at, path in enumerate(sorted(copies, key=lambda path: _newest(copies[path]), reverse=True)):
        filters[path].append((IN_PART, str(1 + at * parts // len(copies))))
    return {
        path: text.removesuffix(_END) + "".join(_filter(*its) for its in filters[path]) + _END
        for path, text in copies.items()
    }


def leaders(copies: Mapping[str, str]) -> dict[str, list[str]]:
    """The pages in which each word that stands on more than MOST pages weighs most, the best first.

    Words are told apart by their first letters, as `assets/js/search-engine.js` does.
    """
    found: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for path, text in copies.items():
        for word, weight in _weights(text):
            found[word].append((-weight, path))
    common = ((word, pages) for word, pages in sorted(found.items()) if len(pages) > MOST)
    return {word: [path for _, path in nsmallest(EACH, pages)] for word, pages in common}


def _weights(text: str) -> Iterator[tuple[str, float]]:
    """What each word of a page weighs, about as Pagefind reckons: its share of the page, and more if in the title."""
    title = {_key(word) for words in _TITLE.findall(text) for word in _WORD.findall(html.unescape(words))}
    counts = Counter(_key(word) for word in _WORD.findall(html.unescape(_TAG.sub(" ", text))))
    length = sum(counts.values())
    for word in counts.keys() | title:
        yield word, counts[word] / (counts[word] + length / 100) + (_IN_TITLE if word in title else 0)


@lru_cache(1 << 16)
def _key(word: str) -> str:
    return _ACCENT.sub("", unicodedata.normalize("NFD", word.lower()))[:_STEM]


def _newest(text: str) -> str:
    found = _NEWEST.search(text)
    return found[1] if found else ""


def _filter(name: str, value: str) -> str:
    return f'<meta data-pagefind-filter="{name}[content]" content="{value}">\n'
