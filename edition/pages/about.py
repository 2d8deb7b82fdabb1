"""About: what the record is for, who may use what, how to correct it and how to add to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from edition import urls
from edition.presenting.edition import Edition
from edition.presenting.presenter import Presenter
from edition.presenting.views import Page, Plan, View


class AboutView(View, frozen=True, kw_only=True):
    """What the text needs to know of the edition; `credits` are those the gazetteer's data ask for."""

    repository: str
    sources: int
    entries: int
    credits: tuple[str, ...]


def pages(edition: Edition) -> Iterator[Plan]:
    """The page about the record."""
    yield Plan(urls.ABOUT, partial(_page, edition))


def _page(edition: Edition) -> Page:
    presenter = Presenter(edition, urls.ABOUT)
    corpus = edition.corpus
    view = AboutView(
        title=presenter.say("About"),
        description=presenter.say(
            "What this record is for, what may be reused, how to correct it and how to add to it."
        ),
        crumbs=presenter.crumbs(),
        repository=corpus.config.repository,
        sources=len(corpus.accessions),
        entries=len(corpus.entries),
        credits=corpus.gazetteer.credits,
    )
    return Page(urls.ABOUT, "about.html", view)
