"""Agreements: the cooperation documents an article speaks of, each once, however often it is mentioned.

A mention is a form ("memorandum", "kế hoạch hợp tác") with the period and the verb of its sentence. Mentions of one
period are one agreement; one without a period belongs to the last that it may mean. Titles and captions come last:
they tell again, in few words, what the body tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.drafting.called import by_name
from edition.drafting.concluding import counterparts
from edition.drafting.dates import When
from edition.drafting.mentioning import Mention, mentions, worth
from edition.drafting.news import News
from edition.drafting.parties import Sentence, both_sides
from edition.drafting.periods import Period, periods
from edition.drafting.recognising import Document, agrees, generic, in_time, meant, minutes, same_parties
from edition.drafting.referring import CALLED, GUESSED, parties_of

_VALID = re.compile(r"(?:Valid|Effective|In force|Có hiệu lực|Thời hạn)\b")
CLOSE = 40
_SAME_PERIOD = re.compile(
    r"\b(?:for|over|in) the same (?:period|term|years)\b|\bcùng (?:giai đoạn|thời gian) (?:này|trên|nói trên)\b"
)
_IN_A_LIST = re.compile(
    r"(?:The|A) (?:first|second|third|fourth|fifth|last|other|final)\b|(?:Văn bản|Văn kiện) thứ|"
    r"Thứ (?:nhất|hai|ba|tư)\b"
)
"""How a sentence begins that tells of one of several documents."""


def documents(sentences: Sequence[Sentence], language: str, stamps: Sequence[When] = ()) -> list[Document]:
    """The agreements of an article, from its sentences in order; `stamps` are the dates that it bears."""
    found: list[Document] = []
    last: Document | None = None
    news = News.of(sentences, stamps)
    heads = [s for s in sentences if s.title or s.caption]
    for sentence in [s for s in sentences if not (s.title or s.caption)]:
        for mention in mentions(sentence, language, news, last.form if last else ""):
            if not mention.status and last and _IN_A_LIST.match(sentence.text, sentence.start, mention.start):
                mention.status = last.mentions[-1].status
            if last and not mention.period and _SAME_PERIOD.search(sentence.text, mention.end, mention.until):
                mention.period = last.period
            document = meant(mention, [d for d in found if agrees(mention, d)], last)
            if document is None:
                if mention.anaphor or not worth(mention, language):
                    continue
                document = Document(mention.form, [], mention.period, like=last if mention.other else None)
                found.append(document)
            document.add(mention)
            last = document
    for sentence in heads:
        for mention in mentions(sentence, language, news):
            _head(mention, found, language)
    for document in found:
        _settle(document, sentences)
        document.period = document.period or document.runs(news) or _said_next(document, sentences)
    for document in found:
        _as_beside(document, found)
    kept = [d for d in found if both_sides(d.parties) or d.period or d.form in ("proposals", "high-level-agreement")]
    _lineage(kept)
    return kept


def _head(mention: Mention, found: list[Document], language: str) -> None:
    """Take in what a title or caption says, which is told below, too, and in more words."""
    likely = [
        d
        for d in found
        if not (mention.period and d.period and mention.period.edtf != d.period.edtf)
        and in_time(mention, d)
        and minutes(mention) == any(map(minutes, d.mentions))
        and all(same_parties(mention, m) for m in d.mentions)
    ]
    best = max(
        likely,
        key=lambda d: (
            bool(mention.period and d.period),
            mention.status in {m.status for m in d.mentions},
            mention.form == d.form,
            d.first.status in ("signed", "planned"),
        ),
        default=None,
    )
    if best and (mention.form == best.form or generic(mention, best) or not mention.period or best.period):
        best.add(mention)
    elif mention.period or (not found and worth(mention, language)):
        found.append(Document(mention.form, [mention], mention.period))


def _settle(document: Document, sentences: Sequence[Sentence]) -> None:
    """Say how a document stands and who its parties are, by the mentions that say it best."""
    order: tuple[str, ...] = ("signed", "reviewed", "over", "planned", "in-force")
    told = {m.status for m in document.mentions if not m.sentence.title}
    counted = [m for m in document.mentions if not (m.sentence.title and told - {"", "in-force"})]
    statuses = {m.status: m.status_at for m in reversed(counted) if m.status}
    pictured = any(m.sentence.caption and m.status == "signed" for m in document.mentions)
    if "planned" in statuses and "signed" in statuses and document.first.status == "planned" and not pictured:
        order = ("planned", *order)
    if "over" in statuses and "signed" not in statuses:
        order = ("over", *order)
    for status in order:
        if status in statuses:
            document.status, document.status_at = status, statuses[status]
            break
    else:
        document.status_at = (document.first.start, document.first.end)
    ranked = sorted(
        [m for m in document.mentions if not m.other] or document.mentions,
        key=lambda m: (
            not both_sides(m.parties),
            m.sentence.title or m.sentence.caption,
            m.status != document.status,
            -len({p.side for p in m.parties}),
        ),
    )
    own = [p for m in document.mentions for p in m.parties]
    if document.like and document.like.parties and not both_sides(own):
        sides = {p.side for p in own}
        document.parties = tuple(counterparts([*own, *[p for p in document.like.parties if p.side not in sides]]))
        return
    told_of = [parties_of(m.sentence, (m.start, m.end, m.until), m.parties, sentences) for m in ranked]
    best = max(told_of, key=lambda m: (both_sides(m.parties), m.sure, len(m.parties) > 0))
    document.parties, document.sure = tuple(by_name(p, sentences) for p in best.parties), best.sure
    document.provincial = any(m.provinces for m in told_of)


def _as_beside(document: Document, found: Sequence[Document]) -> None:
    """Give a document of whose parties too little is said those of another.

    Of the one told in the same breath ("to sum up this and sign that with X"), or of all others, if they are of the
    same bodies all.
    """
    others = [d for d in found if d is not document and d.sure > GUESSED and both_sides(d.parties)]
    own = {p.key for m in document.mentions for p in m.parties}
    told = [m.sentence for m in document.mentions]
    for other in others if own and document.sure < CALLED else ():
        joined = any(m.sentence is s for m in other.mentions for s in told)
        if joined and other.sure > document.sure and own < {p.key for p in other.parties}:
            document.parties = other.parties
            return
    bodies = {frozenset(p.key for p in d.parties) for d in others}
    if len(bodies) != 1 or document.sure != GUESSED or document.provincial:
        return
    if both_sides([p for p in others[0].parties if p.special]) and not any(p.special for p in document.parties):
        document.parties = others[0].parties


def _said_next(document: Document, sentences: Sequence[Sentence]) -> Period | None:
    """The period with which one of the next sentences of the paragraph begins: "For five years from 2024, …"."""
    signing = document.signing
    if signing is None or document.status != "signed":
        return None
    at = next((n for n, s in enumerate(sentences) if s is signing.sentence), len(sentences))
    for sentence in sentences[at + 1 : at + 3]:
        if "\n" in sentence.text[signing.sentence.end : sentence.start]:
            break
        valid = _VALID.match(sentence.text, sentence.start)
        for period in periods(sentence.text, sentence.start, sentence.end):
            if (period.start == sentence.start and period.inferred) or (valid and period.start < valid.end() + CLOSE):
                return period
    return None


def _lineage(found: list[Document]) -> None:
    for document in found:
        years = document.period.years if document.period else ()
        for other in found:
            before = other.period.years if other.period else ()
            if (
                other is not document
                and len(years) == 2
                and len(before) == 2
                and before[0] < years[0]
                and before[1] in (years[0], years[0] - 1)
            ) and {p.province for p in document.parties} == {p.province for p in other.parties}:
                document.renews = other
                if (
                    document.status != "planned"
                    and other.status == "in-force"
                    and not any(m.status for m in other.mentions)
                ):
                    other.status = "over"
