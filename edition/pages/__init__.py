"""The types of page: a new one is a file here, a template of the same name, and a line in PAGE_TYPES."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from msgspec import Struct

from edition.presenting.edition import Edition
from edition.presenting.views import Plan

PageType = Callable[[Edition], Iterator[Plan]]


class Registered(Struct, frozen=True):
    """A type of page, by the name of its file. It is imported when it is first planned: an edit needs few of them."""

    name: str

    def __call__(self, edition: Edition) -> Iterator[Plan]:
        """Plan its pages."""
        return self.load()(edition)

    def load(self) -> PageType:
        """Import its file."""
        pages: PageType = import_module(f"{__name__}.{self.name}").pages
        return pages


PAGE_TYPES: tuple[Registered, ...] = (
    Registered("home"),
    Registered("provinces"),
    Registered("pairs"),
    Registered("agreements"),
    Registered("events"),
    Registered("timeline"),
    Registered("people"),
    Registered("organisations"),
    Registered("places"),
    Registered("fields"),
    Registered("cooperations"),
    Registered("sources"),
    Registered("evidence"),
    Registered("unknowns"),
    Registered("names"),
    Registered("glossary"),
    Registered("changes"),
    Registered("search"),
    Registered("method"),
    Registered("translations"),
    Registered("about"),
    Registered("data"),
    Registered("not_found"),
    Registered("moved"),
)

ON_REQUEST: tuple[Registered, ...] = (Registered("examples"),)
"""What only those want who work on the pages: no part of the site."""
