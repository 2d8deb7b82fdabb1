"""The source entry: what the article says of itself, and its transcription."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from edition.drafting.reading import Value
from edition.drafting.writing.draft import Draft, comment, flow, scalar, whole
from edition.drafting.writing.headings import whose
from edition.drafting.writing.quoting import Quoter
from edition.text import normalise

if TYPE_CHECKING:
    from edition.drafting.writing.article import ArticleWriter


def write_source(article: ArticleWriter) -> Draft:
    """The draft of the source."""
    reading = article.reading
    quoter = Quoter(article.source_id, article.transcription, article.finder, own=True)
    claims = list(_claims(article, quoter))
    of = whose(article, (one.id for one in reading.provinces))
    title = reading.title.value if reading.title else f"Article on {of}" if of else f"Article in {reading.source.seed}"
    lines = [f"title: {scalar(title)}", "status: draft"]
    if reading.title is None:
        lines.append("# The article has lost its title: this one is ours. Say in a few words what it tells.")
    lines += [f"seed: {scalar(reading.source.seed)}", f"sha256: {reading.source.sha256}"]
    if reading.source.encoding != "utf-8":
        lines.append(f"encoding: {reading.source.encoding}")
    if reading.scope == "out":
        lines += ["scope: out", f"scope_reason: {scalar(reading.scope_reason)}"]
    lines += claims
    why = "a guess: whose press is it?" if reading.agency is None else "by the agency’s mark"
    lines.append(f"side: {reading.side or 'VN'}  # {why}")
    lines += [f"language: {reading.language}", "display: full", "transcription:"]
    for begin in article.begins:
        lines.append(
            "  - "
            + flow(
                {
                    "label": begin.label,
                    "begins": scalar(begin.begins),
                    "reason": scalar(begin.reason) if begin.reason else None,
                }
            )
        )
    return whole("sources", article.source_id, [*lines, *_open(article), *quoter.lines(lines)], _head(article))


def _open(article: ArticleWriter) -> Iterator[str]:
    """The sentences that no draft quotes, as the editor may list them."""
    left = article.unquoted() if article.reading.scope == "in" else []
    if left:
        yield "# No draft quotes these sentences: cite them in an entry, or list them with the reason why not."
        yield "# uncited:"
        yield from ("#   - " + flow({"exact": scalar(normalise(words)), "reason": '""'}) for words in left)


def _head(article: ArticleWriter) -> Iterator[str]:
    reading = article.reading
    yield from (f"Unsure: {what}" for what in reading.unsure)
    for like in reading.likeness:
        certainty = (
            "It tells an event that the edition has" if like.sure else "It may tell an event that the edition has"
        )
        yield f"{certainty}: {like.event} ({'; '.join(like.reasons)}). Add this article as a further source there."
        yield from (f"The figures differ: {conflict}. Show both; neither wins." for conflict in like.conflicts)
    for one in reading.agreements:
        if one.entry:
            yield f"It speaks of an agreement of the edition: {one.entry}. Add this article as a further source there."


def _claims(article: ArticleWriter, quoter: Quoter) -> Iterator[str]:
    reading = article.reading
    for key, name, value in (
        ("headline", "headline", reading.title),
        ("published", "stamp", reading.published),
        ("agency", "agency", reading.agency),
        ("byline", "byline", reading.byline),
    ):
        if value is None:
            continue
        words = reading.quote(value.words)
        evidence = quoter.key(value.words, name)
        if not evidence:
            yield comment(f"{key}: “{words}” was read, but can't be quoted from a kept block; see to it.")
            continue
        if key == "published":
            yield f"published: {date_claim(value, words, [evidence], words)}"
        else:
            printed = " ".join(words.split())
            yield f"{key}: " + flow({"value": scalar(printed), "evidence": evidence})


def date_claim(value: Value, words: str, evidence: list[str], quoted: str) -> str:
    """A date as a claim; a year that the quoted words don't have is said to be inferred."""
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", value.value)
    inferred = value.inferred
    if not inferred and any(year not in quoted for year in years):
        inferred = "The year is not in these words: check how it was concluded."
    as_written = " ".join(words.split())
    return flow(
        {
            "value": scalar(value.value),
            "as_written": scalar(as_written),
            "inferred": scalar(inferred) if inferred else None,
            "evidence": evidence,
        }
    )
