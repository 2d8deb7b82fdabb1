"""Drafts of events, with what was said and done at them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from edition.drafting.reading import (
    FigureRead,
    StatementRead,
    Words,
)
from edition.drafting.writing.claims import dated, place_claim
from edition.drafting.writing.draft import Draft, flow, scalar, whole
from edition.drafting.writing.quoting import Quoter
from edition.text import normalise, slug

if TYPE_CHECKING:
    from edition.drafting.writing.article import ArticleWriter


ACTS = {"signed": "signed", "reviewed": "reviewed"}


MOST_STATEMENTS = 60


def event(article: ArticleWriter) -> Iterator[Draft]:
    """The event that the article tells."""
    reading = article.reading
    lead = reading.lead
    quoter = article.quoter()
    key = (
        quoter.key(article.sentence(Words(lead.start, lead.start + 1)), "lead") or quoter.key(lead, "lead")
        if lead
        else ""
    )
    if not key:
        return
    date = reading.event.value.split("/")[0] if reading.event else ""
    day = date if date and "X" not in date and "[" not in date else ""
    article.event_id = article.free(
        slug(f"{day} {reading.title.value if reading.title else article.source_id} {reading.event_type}")
    )
    title = reading.title.value if reading.title else f"{reading.event_type.capitalize()} told in {reading.source.seed}"
    lines = [
        f"title: {scalar(title)}  # the article's own; make it ours: neutral, descriptive"
        if '"' not in scalar(title)
        else f"title: {scalar(title)}",
        "status: draft",
    ]
    lines.append("type: " + flow({"value": reading.event_type, "evidence": key}))
    lines += dated("date", reading.event, quoter, article)
    lines += place_claim(reading.place, quoter, article)
    lines += _participants(article, quoter)
    lines += _acts(article, quoter)
    statements = [
        line
        for n, said in enumerate(reading.statements[:MOST_STATEMENTS], 1)
        for line in _statement(article, quoter, said, n)
    ]
    if statements:
        lines += [
            "# Each `text` repeats the source's own words: tell it in ours, no more than it says.",
            "statements:",
            *statements,
        ]
    yield whole("events", article.event_id, [*lines, *article.pins(), *quoter.lines(lines)])


def _participants(article: ArticleWriter, quoter: Quoter) -> list[str]:
    found: dict[str, str] = {}
    for one in article.reading.agreements[:1]:
        for party in one.parties:
            entry, key = article.party(party), quoter.key(party.words, "party")
            if entry and key:
                found.setdefault(
                    entry,
                    flow(
                        {
                            "party": entry,
                            "as_written": scalar(normalise(article.reading.quote(party.words))),
                            "evidence": key,
                        }
                    ),
                )
    for province in article.reading.provinces if not found else ():
        entry, key = article.parties.get(province.id, ""), quoter.key(province.names[0][1], "province")
        if entry and key:
            found.setdefault(
                entry,
                flow(
                    {
                        "party": entry,
                        "as_written": scalar(normalise(article.reading.quote(province.names[0][1]))),
                        "evidence": key,
                    }
                ),
            )
    for person in article.reading.people:
        entry, key = article.parties.get(f"person:{person.name}", ""), quoter.key(person.words, "person")
        if entry and key:
            found.setdefault(entry, flow({"party": entry, "evidence": key}))
    return ["participants:", *(f"  - {line}" for line in found.values())] if found else []


def _acts(article: ArticleWriter, quoter: Quoter) -> list[str]:
    lines = []
    for number, one in enumerate(article.reading.agreements):
        id_ = article.parties.get(f"agreement:{number}", "")
        key = quoter.key(article.sentence(one.form.words), "agreement") or quoter.key(one.form.words, "agreement")
        if id_ and key:
            lines.append(
                "  - " + flow({"agreement": id_, "act": ACTS.get(one.status.value, "discussed"), "evidence": key})
            )
    return ["agreements:", *lines] if lines else []


def _statement(article: ArticleWriter, quoter: Quoter, said: StatementRead, number: int) -> list[str]:
    key = quoter.key(said.words, f"s{number}")
    if not key:
        return []
    words = quoter.words(key)
    lines = [f"  - id: s{number}", f"    type: {said.type}", f"    text: {scalar(normalise(words))}"]
    for name, parties in (("by", said.by), ("to", said.to), ("for", said.for_)):
        ids = list(dict.fromkeys(id_ for party in parties if (id_ := article.party(party))))
        if ids:
            lines.append(f"    {name}: [{', '.join(ids)}]")
    fields = [f for f in said.fields if f in article.known.entries]
    if fields:
        lines.append(f"    fields: [{', '.join(fields)}]")
    figures = [
        line
        for f in article.reading.figures
        if said.words.start <= f.words.start and f.words.end <= said.words.end
        if (line := _figure(article, f, words))
    ]
    if figures:
        lines += ["    figures:", *(f"      - {line}" for line in figures)]
    return [*lines, f"    evidence: {key}"]


def _figure(article: ArticleWriter, one: FigureRead, quoted: str) -> str:
    words = normalise(article.reading.quote(one.words))
    if words not in normalise(quoted) or not one.unit:
        return ""
    number = repr(int(one.number)) if one.number == int(one.number) else repr(one.number)
    time = None
    if one.time and (as_written := normalise(article.reading.quote(one.time.words))) in normalise(quoted):
        time = flow({"value": scalar(one.time.value), "as_written": scalar(as_written)})
    return flow(
        {
            "value": number,
            "qualifier": one.qualifier if one.qualifier != "exactly" else None,
            "as_written": scalar(words),
            "unit": scalar(normalise(one.unit)),
            "per": one.per or None,
            "scope": scalar(normalise(one.scope)) if one.scope else None,
            "time": time,
        }
    )
