"""What facets and kinds are called in the other languages: the index has them in the words of the first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from edition.kinds.entry import Entry
from edition.kinds.fields import Field
from edition.kinds.provinces import Province
from edition.kinds.sources import SourceEntry
from edition.presenting.edition import Edition
from edition.presenting.presenter import Presenter
from edition.presenting.views import Page, SearchFacts
from edition.urls import SEARCH

FACETED: tuple[type[Entry], ...] = (Field, Province, SourceEntry)
"""The kinds of entries that facets name."""


def labels(original: Edition, edition: Edition, pages: Mapping[str, Page], its: Mapping[str, Page]) -> dict[str, str]:
    """By the words of the first language, those of `edition`; `pages` and `its` are the pages of both by path."""
    both = ((page.view.search, its[path].view.search) for path, page in pages.items() if path in its)
    named = chain.from_iterable(_of_page(facts, theirs) for facts, theirs in both if facts and theirs)
    countries = edition.language.codes["country"]
    codes = ((original.words("country", code), edition.words("country", code)) for code in countries)
    here, there = Presenter(original, SEARCH), Presenter(edition, SEARCH)
    entries = (entry for kind in FACETED for entry in original.corpus.of(kind))
    names = ((here.name(entry), there.name(entry)) for entry in entries)
    return {first: second for first, second in sorted({*named, *codes, *names}) if first and first != second}


def _of_page(facts: SearchFacts, theirs: SearchFacts) -> Iterator[tuple[str, str]]:
    yield facts.kind, theirs.kind
    yield facts.status, theirs.status
