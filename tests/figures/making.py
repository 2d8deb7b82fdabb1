"""Figures of an edition, as tests want them."""

from __future__ import annotations

from edition import pipeline
from edition.config import Workspace
from edition.presenting.edition import Edition
from edition.presenting.presenter import Presenter
from edition.relations import Relations


def edition_of(workspace: Workspace) -> Edition:
    """The edition that a folder holds, in its own language."""
    corpus = pipeline.check(workspace)
    (language, *_) = pipeline.read_languages(workspace, corpus.config, [])
    return Edition(corpus, Relations(corpus), language)


def presenter_of(workspace: Workspace, path: str = "index.html") -> Presenter:
    """A presenter of one of its pages."""
    return Presenter(edition_of(workspace), path)
