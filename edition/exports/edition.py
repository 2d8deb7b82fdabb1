"""`data/edition.json`: the whole edition as one document, described in docs/data.md."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Raw, Struct, json
from msgspec.structs import asdict

from edition import urls
from edition.artifact import Artifact
from edition.corpus import Accession
from edition.coverage import coverage
from edition.dates import Edtf
from edition.evidence import Quotation
from edition.kinds.entry import Claim, Entry, Ref, Summary
from edition.pages.data import EDITION
from edition.presenting import transcript
from edition.presenting.edition import Edition
from edition.presenting.wording import Wording
from edition.problems import Location

LICENCE = "CC BY 4.0 for entries and metadata; articles belong to their publishers; see LICENSES.md"
OWN_FIELDS = (
    "former_ids",
    "side",
    "type",
    "language",
    "province",
    "part_of",
    "copy_of",
    "gazetteer",
    "scope",
    "broader",
    "unknown",
    "editorial_note",
)
"""What entries hold besides claims, in this order; an entry has those of its kind that say something."""

Json = dict[str, Any]


def artifacts(edition: Edition, listed: Sequence[str]) -> Iterator[Artifact]:
    """The one file. Keys come in the order of docs/data.md, entries, sources and places by id."""
    yield Artifact(EDITION, json.format(json.encode(_document(edition)), indent=1) + b"\n")


def _document(edition: Edition) -> Json:
    corpus = edition.corpus
    entries = [entry for _, entry in sorted(corpus.entries.items())]
    places = {place.id: place for entry in entries if (place := edition.relations.gazetteer_place(entry))}
    return {
        "record": {
            "title": corpus.config.title,
            "subtitle": corpus.config.subtitle,
            "language": corpus.config.language,
            "as_of": corpus.config.as_of.isoformat(),
            "address": corpus.config.base_url,
            "licence": LICENCE,
        },
        "entries": [_encoded(_entry(edition, entry)) for entry in entries],
        "sources": [_encoded(_source(edition, accession)) for _, accession in sorted(corpus.accessions.items())],
        "places": [_plain(place) for _, place in sorted(places.items())],
        "gazetteer": {
            "certainties": dict(corpus.gazetteer.certainties),
            "sources": dict(corpus.gazetteer.sources),
            "credits": list(corpus.gazetteer.credits),
            "notes": list(corpus.gazetteer.notes),
        },
    }


def _encoded(document: Json) -> Raw:
    """A part of the document as JSON, which takes a small part of its place in memory."""
    return Raw(json.encode(document))


def _entry(edition: Edition, entry: Entry) -> Json:
    own = {name: getattr(entry, name, None) for name in OWN_FIELDS}
    return {
        "id": entry.id,
        "kind": entry.kind,
        "title": entry.title,
        "status": entry.status,
        "address": urls.absolute(edition.corpus.config.base_url, urls.page_of(entry)),
        **{name: _plain(value) for name, value in own.items() if value and not isinstance(value, Claim)},
        "claims": [_claim(edition, entry, claim) for claim in entry.claims()],
    }


def _claim(edition: Edition, entry: Entry, claim: Claim[Any]) -> Json:
    wording = Wording(edition)
    return {
        "id": claim.id,
        "label": wording.label(claim),
        "words": wording.value(entry, claim),
        "value": _plain(claim.value),
        "as_written": claim.as_written,
        "inferred": claim.inferred,
        "evidence": [_evidence(edition, quotation) for quotation in claim.evidence],
    }


def _evidence(edition: Edition, quotation: Quotation) -> Json:
    corpus = edition.corpus
    passage = corpus.passages[quotation]
    page = urls.page_of(corpus.accessions[quotation.source].entry)
    return {
        "source": passage.source,
        "block": passage.block,
        "start": passage.start,
        "end": passage.end,
        "quotation": corpus.words(passage),
        "address": urls.absolute(corpus.config.base_url, f"{page}#{passage.anchor}"),
    }


def _source(edition: Edition, accession: Accession) -> Json:
    found = coverage(edition.corpus, accession)
    entry = accession.entry
    return {
        "id": entry.id,
        "seed": accession.source.seed,
        "sha256": accession.source.sha256,
        "display": entry.display,
        "coverage": {
            "sentences": len(found.sentences),
            "supporting": found.supporting,
            "set_aside": found.set_aside,
            "open": len(found.open),
            "body_characters": found.body_characters,
            "quoted_characters": found.quoted_characters,
            "claims": found.claims,
        },
        "blocks": list(_blocks(edition, accession)),
    }


def _blocks(edition: Edition, accession: Accession) -> Iterator[Json]:
    passages = transcript.numbered(edition.corpus.supports.get(accession.entry.id, ()))
    text = accession.transcription.text
    for block in accession.transcription.blocks:
        shown = transcript.shown(accession, block, passages)
        yield {
            "number": block.number,
            "label": block.label,
            "start": block.start,
            "end": block.end,
            "kept": block.kept,
            "reason": block.reason,
            "text": [{"start": start, "end": end, "text": text[start:end]} for start, end in shown],
        }


def _plain(value: object) -> Any:
    """A value as JSON has it: references by their ids, dates as EDTF or ISO 8601, places in our files left out."""
    match value:
        case None | str() | int() | float():
            return value
        case Ref(id=id_):
            return id_
        case Edtf(text=text):
            return text
        case dt.date():
            return value.isoformat()
        case Summary(text=text, links=links):
            return {"text": text, "links": _plain(links)}
        case tuple():
            return [_plain(item) for item in value]
        case Mapping():
            return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, Struct):
        parts = asdict(value).items()
        return {name.rstrip("_"): _plain(part) for name, part in parts if not isinstance(part, Location)}
    raise TypeError(f"{type(value).__name__} has no form in JSON yet")
