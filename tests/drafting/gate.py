"""What tests of the converter share: the gazetteer, reading a text, and the whole check of drafts."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from functools import cache

from edition.checks import check
from edition.config import Config
from edition.drafting.converter import Converter, Outcome
from edition.drafting.read import read_article
from edition.drafting.reading import Reading
from edition.encodings import decode
from edition.gazetteer import Gazetteer
from edition.gazetteer import read as read_gazetteer
from edition.kinds import KINDS
from edition.kinds.entry import Entry
from edition.kinds.reading import EntryReader
from edition.linking import link
from edition.problems import Problem
from edition.records import read_record
from edition.sources import Source
from tests.small import HOUSE

CONFIG = Config("T", "", "en", (), "https://example.org/", "", dt.date(2026, 11, 22), 95)


@cache
def gazetteer() -> Gazetteer:
    """The repository's gazetteer."""
    found = read_gazetteer(HOUSE / "content" / "gazetteer.yaml", [])
    assert found
    return found


def source(text: str, name: str = "article.txt") -> Source:
    """A source of this text."""
    return Source(name, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), text)


def read(text: str) -> Reading:
    """What is read from a text."""
    return read_article(source(text), gazetteer())


def convert(articles: Mapping[str, str]) -> Outcome:
    """Drafts of some articles, by name, in an edition without entries."""
    return Converter(gazetteer(), [], {name: source(text, name) for name, text in articles.items()}).convert()


def problems(outcome: Outcome, articles: Mapping[str, str]) -> list[Problem]:
    """What the check has against the drafts."""
    found: list[Problem] = []
    entries: list[Entry] = []
    kinds = {kind.folder: kind for kind in KINDS}
    for draft in outcome.drafts:
        record = read_record(draft.text, draft.path, found)
        if record:
            reader = EntryReader(record, draft.kind, found)
            entry = kinds[draft.kind].read(reader)
            reader.finish(entry)
            entries.append(entry)
    corpus = link(CONFIG, gazetteer(), entries, {name: source(text, name) for name, text in articles.items()}, found)
    return found or list(check(corpus))


def decoded(data: bytes) -> str:
    """The text of an article's bytes."""
    found = decode(data)
    assert found
    return found[0]
