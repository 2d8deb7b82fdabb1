"""Method: what is recorded, by which rules, in which words, and what the site does not claim.

The prose is the template's.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from edition import urls
from edition.kinds.agreements import FORMS, STANDINGS
from edition.kinds.statements import STATEMENT_TYPES
from edition.presenting.edition import Edition
from edition.presenting.presenter import Presenter
from edition.presenting.views import Page, Plan, View
from edition.transcription import KEPT, SET_ASIDE

WordsOfCodes = dict[str, str]


class MethodView(View, frozen=True, kw_only=True):
    """The words of the codes that the text explains, each group by code; `translated` names the other languages."""

    least_coverage: int
    forms: WordsOfCodes
    standings: WordsOfCodes
    statements: WordsOfCodes
    statuses: WordsOfCodes
    certainties: WordsOfCodes
    kept: tuple[str, ...]
    set_aside: tuple[str, ...]
    copies: int
    original: str
    translated: str


def pages(edition: Edition) -> Iterator[Plan]:
    """The method page."""
    yield Plan(urls.METHOD, partial(_page, edition))


def _page(edition: Edition) -> Page:
    presenter = Presenter(edition, urls.METHOD)
    words = edition.words

    def group(name: str, codes: tuple[str, ...]) -> WordsOfCodes:
        return {code: words(name, code) for code in codes}

    config, name = edition.corpus.config, presenter.language.name
    view = MethodView(
        title=presenter.say("Method"),
        description=presenter.say(
            "What this record holds and by which criteria: evidence, dates, names, status, and its limits."
        ),
        crumbs=presenter.crumbs(),
        least_coverage=config.least_coverage,
        forms=group("form", FORMS),
        standings=group("standing", STANDINGS),
        statements=group("statement", STATEMENT_TYPES),
        statuses=group("status", ("not-yet-begun", "in-period", "period-over", "unknown")),
        certainties=group("certainty", ("A", "B", "C")),
        kept=tuple(words("block", label) for label in KEPT),
        set_aside=tuple(words("block", label) for label in SET_ASIDE),
        copies=sum(1 for a in edition.corpus.accessions.values() if a.entry.copy_of),
        original=name(config.language),
        translated=presenter.language.join(name(code) for code in config.languages if code != config.language),
    )
    return Page(urls.METHOD, "method.html", view)
