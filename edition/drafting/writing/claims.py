"""Claims that several kinds of entry have: dates and places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.dates import parse as parse_date
from edition.drafting.matching import interval
from edition.drafting.reading import (
    Value,
)
from edition.drafting.writing.draft import flow, scalar
from edition.drafting.writing.quoting import Quoter
from edition.drafting.writing.source import date_claim
from edition.text import normalise

if TYPE_CHECKING:
    from edition.drafting.writing.article import ArticleWriter


def dated(
    key: str, value: Value | None, quoter: Quoter, article: ArticleWriter, *, as_interval: bool = False
) -> list[str]:
    """A date, if its words can be quoted."""
    if value is None:
        return []
    edtf = interval(value.value) if as_interval else value.value
    try:
        parse_date(edtf)
    except ValueError:
        edtf = edtf.split("/")[0]
        try:
            parse_date(edtf)
        except ValueError:
            return []
    evidence = quoter.key(article.sentence(value.words), key) or quoter.key(value.words, key)
    words = normalise(article.reading.quote(value.words))
    if not evidence or words not in normalise(quoter.words(evidence)):
        return []
    claim = date_claim(Value(edtf, value.words, (), value.inferred), words, [evidence], quoter.words(evidence))
    return [f"{key}: {claim}"]


def place_claim(value: Value | None, quoter: Quoter, article: ArticleWriter) -> list[str]:
    """A place, if its words can be quoted."""
    entry = article.parties.get(article.place_key(value), "") if value else ""
    if value is None or not entry:
        return []
    words = normalise(article.reading.quote(value.words))
    evidence = quoter.key(article.sentence(value.words), "place") or quoter.key(value.words, "place")
    if not evidence or words not in normalise(quoter.words(evidence)):
        return []
    return ["place: " + flow({"value": entry, "as_written": scalar(words), "evidence": evidence})]
