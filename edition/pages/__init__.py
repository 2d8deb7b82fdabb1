"""The types of page: a new one is a file here, a template of the same name, and a line in PAGE_TYPES."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from edition.pages import (
    about,
    agreements,
    changes,
    cooperations,
    data,
    events,
    evidence,
    examples,
    fields,
    glossary,
    home,
    method,
    moved,
    names,
    not_found,
    organisations,
    pairs,
    people,
    places,
    provinces,
    search,
    sources,
    timeline,
    translations,
    unknowns,
)
from edition.presenting.edition import Edition
from edition.presenting.views import Plan

PageType = Callable[[Edition], Iterator[Plan]]

PAGE_TYPES: tuple[PageType, ...] = (
    home.pages,
    provinces.pages,
    pairs.pages,
    agreements.pages,
    events.pages,
    timeline.pages,
    people.pages,
    organisations.pages,
    places.pages,
    fields.pages,
    cooperations.pages,
    sources.pages,
    evidence.pages,
    unknowns.pages,
    names.pages,
    glossary.pages,
    changes.pages,
    search.pages,
    method.pages,
    translations.pages,
    about.pages,
    data.pages,
    not_found.pages,
    moved.pages,
)

ON_REQUEST: tuple[PageType, ...] = (examples.examples,)
"""What only those want who work on the pages: no part of the site."""
