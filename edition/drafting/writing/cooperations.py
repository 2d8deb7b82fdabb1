"""Drafts of cooperations: what two sides have long done together, in an article that names no agreement of theirs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from edition.drafting.writing.draft import Draft, flow, scalar, whole
from edition.drafting.writing.headings import who, whose
from edition.drafting.writing.named import named
from edition.drafting.writing.quoting import Quoter
from edition.drafting.writing.statements import statements
from edition.kinds.cooperations import Cooperation
from edition.text import normalise, slug

if TYPE_CHECKING:
    from edition.drafting.writing.article import ArticleWriter


def cooperation(article: ArticleWriter) -> Iterator[Draft]:
    """The standing cooperation that the article tells of, if there are two sides to it."""
    sides = provinces(article)
    if not sides or known(article, set(sides)):
        return
    quoter = article.quoter()
    parties = [line for one in sides if (line := _party(article, quoter, one))]
    said = statements(article, quoter, article.shares.cooperation)
    if len(parties) < len(sides) or not said:
        return
    id_ = article.free(slug(f"{who(article, sides)} cooperation"))
    lines = [
        f"title: {scalar(f'Cooperation of {whose(article, sides)}')}",
        "status: draft",
        "# The article names no agreement that it rests on; if it rests on one, move the statements there.",
        "parties:",
        *parties,
        *said,
    ]
    yield whole("cooperations", id_, [*lines, *article.pins(), *quoter.lines(lines)])


def provinces(article: ArticleWriter) -> list[str]:
    """The provinces that the statements name, or else all that take part; none if one side is missing."""
    all_ = [one for one in article.reading.provinces if article.parties.get(one.id)]
    spoken = {n.province for _, said in article.shares.cooperation for n in named(article, said.words)}
    for found in ([one for one in all_ if one.id in spoken], all_):
        if article.shares.cooperation and {"VN", "LA"} <= {one.country for one in found}:
            return [one.id for one in found]
    return []


def known(article: ArticleWriter, sides: set[str]) -> str:
    """The edition's entry of the cooperation of these provinces; "" if there is none."""
    for entry in article.known.entries.values() if sides else ():
        if isinstance(entry, Cooperation):
            theirs = {article.known.province_of(c.value.ref.id) for c in entry.parties if c.value.ref}
            if sides <= theirs:
                return entry.id
    return ""


def _party(article: ArticleWriter, quoter: Quoter, province: str) -> str:
    """A party, by the first statement that names it, or else the sentence in which the article does."""
    one = next(p for p in article.reading.provinces if p.id == province)
    places = [
        n.words
        for _, said in article.shares.cooperation
        for n in named(article, said.words)
        if n.entry == article.parties[province]
    ]
    for words in (*places, one.names[0][1]):
        key = quoter.key(article.sentence(words), "party") or quoter.key(words, "party")
        if key:
            printed = scalar(normalise(article.reading.quote(words)))
            return "  - " + flow({"party": article.parties[province], "as_written": printed, "evidence": key})
    return ""
