"""Drafts of agreements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from edition.drafting.reading import (
    AgreementRead,
    Reading,
    Words,
)
from edition.drafting.writing.claims import dated, place_claim
from edition.drafting.writing.draft import Draft, flow, scalar, whole
from edition.drafting.writing.headings import listed, who, whose
from edition.drafting.writing.statements import statements
from edition.text import normalise, slug

if TYPE_CHECKING:
    from edition.drafting.writing.article import ArticleWriter


STANDINGS = {
    "signed": "signed",
    "reviewed": "reviewed",
    "in-force": "carried-out",
    "planned": "proposed",
    "over": "mentioned",
}


FORM_WORDS = {
    "memorandum": "Memorandum",
    "agreement": "Agreement",
    "plan": "Cooperation plan",
    "twinning": "Twinning",
    "proposals": "Proposals",
    "high-level-agreement": "High-level agreement",
}


def agreements(article: ArticleWriter) -> Iterator[Draft]:
    """The agreements that the edition has no entry for."""
    ids: dict[int, str] = {}
    for number, one in enumerate(article.reading.agreements):
        if one.entry:
            ids[number] = one.entry
            continue
        provinces = list(dict.fromkeys(p.province for p in one.parties if p.province))
        ids[number] = article.free(
            slug(f"{who(article, provinces)} {one.period.value.replace('/', '-') if one.period else one.form.value}")
        )
    for number, one in enumerate(article.reading.agreements):
        article.parties[f"agreement:{number}"] = ids[number]
        if not one.entry:
            draft = _agreement(article, number, ids[number], _earlier(article.reading, one, ids))
            if draft:
                yield draft
            else:
                del article.parties[f"agreement:{number}"]


def _earlier(reading: Reading, one: AgreementRead, ids: dict[int, str]) -> str:
    if one.renews is None:
        return ""
    return next(
        (
            ids[n]
            for n, other in enumerate(reading.agreements)
            if other.period and other.period.value == one.renews.value and other is not one
        ),
        "",
    )


def _agreement(article: ArticleWriter, number: int, id_: str, earlier: str) -> Draft | None:
    reading = article.reading
    one = reading.agreements[number]
    quoter = article.quoter()

    def proof(words: Words, name: str) -> str:
        return quoter.key(article.sentence(words), name) or quoter.key(words, name)

    main = proof(one.form.words, "named")
    if not main:
        return None
    of = whose(article, (p.province for p in one.parties)) or _bodies(article, one)
    span = f", {one.period.value.replace('/', '–')}" if one.period else ""
    title = f"{FORM_WORDS[one.form.value]}{f' of {of}' if of else ''}{span}"
    lines = [f"title: {scalar(title)}", "status: draft"]
    lines.append(
        "form: "
        + flow(
            {"value": one.form.value, "as_written": scalar(normalise(reading.quote(one.form.words))), "evidence": main}
        )
    )
    standing = proof(one.status.words, "standing")
    if standing:
        lines.append(
            "standing: "
            + flow(
                {
                    "value": STANDINGS[one.status.value],
                    "inferred": scalar(one.status.inferred) if one.status.inferred else None,
                    "evidence": standing,
                }
            )
            + f"  # read as: {one.status.value}"
        )
    parties = []
    for party in one.parties:
        entry, key = article.party(party), proof(party.words, "party")
        words = normalise(reading.quote(party.words))
        if key and words in normalise(quoter.words(key)):
            parties.append(
                "  - "
                + flow(
                    {
                        "party": entry or None,
                        "as_written": scalar(words),
                        "side": party.side if not entry and party.side else None,
                        "evidence": key,
                    }
                )
            )
    if parties:
        lines += ["parties:", *parties]
    lines += dated("period", one.period, quoter, article, as_interval=True)
    lines += dated("signed", one.signed, quoter, article)
    lines += place_claim(one.place, quoter, article)
    if earlier and one.renews and (key := proof(one.renews.words, "earlier")):
        lines += [
            "lineage:",
            "  - "
            + flow(
                {
                    "relation": "renews",
                    "agreement": earlier,
                    "inferred": scalar(one.renews.inferred),
                    "evidence": list(dict.fromkeys([main, key])),
                }
            ),
        ]
    lines += statements(article, quoter, article.shares.agreements.get(number, ()))
    return whole("agreements", id_, [*lines, *article.pins(), *quoter.lines(lines)])


def _bodies(article: ArticleWriter, one: AgreementRead) -> str:
    """The parties by the names that an English article gives them, for a heading."""
    names = [normalise(article.reading.quote(p.words)) for p in one.parties]
    return listed(list(dict.fromkeys(names))) if names and article.reading.language == "en" else ""
