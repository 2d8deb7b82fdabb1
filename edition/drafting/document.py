"""A reading as one JSON document: docs/converter.md has the schema."""

from __future__ import annotations

from typing import Any

from edition.drafting.reading import AgreementRead, OrganisationRead, PartyRead, Reading, Value, Words
from edition.encodings import MOJIBAKE


def document(reading: Reading, file: str) -> dict[str, Any]:
    """All that was read from an article, ready for :func:`json.dumps`."""
    write = _Writer(reading)
    mojibake = reading.source.encoding == MOJIBAKE
    found: dict[str, Any] = {
        "file": file,
        "sha256": reading.source.sha256,
        "encoding": "utf-8" if mojibake else reading.source.encoding,
        "text": reading.source.text,
        "language": reading.language,
        "scope": {
            "value": reading.scope,
            "reason": reading.scope_reason,
            **(write.words(reading.scope_words) if reading.scope_words else {}),
        },
        "blocks": [
            {"label": b.label, "start": b.words.start, "end": b.words.end, "story": b.story, "reason": b.reason}
            for b in reading.blocks
        ],
        "title": write.value(reading.title),
        "agency": write.value(reading.agency),
        "byline": write.value(reading.byline),
        "published": write.value(reading.published),
        "event": write.value(reading.event),
        "further": [
            {"type": f.type, "date": write.value(f.date), "place": write.value(f.place), **write.words(f.words)}
            for f in reading.further
        ],
        "provinces": [
            {
                "id": p.id,
                "name": p.names[0][0],
                "names": [n for n, _ in p.names],
                **write.words(p.names[0][1]),
                "story": p.story,
            }
            for p in reading.provinces
        ],
        "organisations": [write.organisation(o) for o in reading.organisations],
        "persons": [
            {
                "name": p.name,
                "office": p.office or None,
                "side": p.side or None,
                **write.words(p.words),
                "story": p.story,
            }
            | ({"entry": p.entry} if p.entry else {})
            | ({"variant_of": p.variant_of} if p.variant_of else {})
            for p in reading.people
        ],
        "agreements": [write.agreement(a) for a in reading.agreements],
        "figures": [
            {
                "number": f.number,
                "qualifier": f.qualifier,
                "unit": f.unit or None,
                "per": f.per or None,
                "scope": f.scope or None,
                "time": f.time.value if f.time else None,
                **write.words(f.words),
                "story": f.story,
            }
            for f in reading.figures
        ],
        "statements": [
            {
                "type": s.type,
                "fields": list(s.fields),
                "by": [p.name for p in s.by],
                "to": [p.name for p in s.to],
                "for": [p.name for p in s.for_],
                **write.words(s.words),
                "story": s.story,
            }
            for s in reading.statements
        ],
        "likeness": [
            {"event": like.event, "reasons": list(like.reasons), "conflicts": list(like.conflicts), "sure": like.sure}
            for like in reading.likeness
        ],
        "unsure": list(reading.unsure),
    }
    if mojibake:
        found["mended"] = "windows-1252"
    return found


def unreadable(file: str, sha256: str, why: str) -> dict[str, Any]:
    """The document of a file that holds no text we can read."""
    nothing: dict[str, Any] = dict.fromkeys(("title", "agency", "byline", "published", "event"))
    lists: dict[str, Any] = {
        key: [] for key in ("blocks", "provinces", "organisations", "persons", "agreements", "figures", "statements")
    }
    scope = {"value": "out", "reason": "The file can't be read."}
    return {
        "file": file,
        "sha256": sha256,
        "encoding": "",
        "text": "",
        "error": why,
        "language": None,
        "scope": scope,
        **nothing,
        **lists,
        "unsure": [],
    }


class _Writer:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.organisations = {f"{o.key}|{o.province}|{o.side}": o for o in reading.organisations}

    def words(self, words: Words) -> dict[str, Any]:
        return {"quote": self.reading.quote(words), "start": words.start, "end": words.end}

    def value(self, value: Value | None) -> dict[str, Any] | None:
        if value is None:
            return None
        found = {"value": value.value, **self.words(value.words), "story": value.story}
        if value.inferred:
            found["inferred"] = value.inferred
        if value.also:
            found["also"] = [self.words(w) for w in value.also]
        return found

    def organisation(self, one: OrganisationRead) -> dict[str, Any]:
        found = {
            "name": one.names[0][0],
            "names": [name for name, _ in one.names],
            "province": one.province or None,
            "side": one.side or None,
            "type": one.type,
            **self.words(one.names[0][1]),
            "story": one.story,
        }
        extra = {"entry": one.entry, "variant_of": one.variant_of, "inferred": one.inferred}
        return found | {key: value for key, value in extra.items() if value}

    def party(self, party: PartyRead) -> dict[str, Any]:
        known = self.organisations.get(party.organisation)
        name = (_shared(known) if known else party.name) if party.organisation else None
        return {
            "province": party.province or None,
            "organisation": name,
            "name": party.name,
            "side": party.side or None,
            **self.words(party.words),
        }

    def agreement(self, one: AgreementRead) -> dict[str, Any]:
        found: dict[str, Any] = {
            "form": self.value(one.form),
            "parties": [self.party(p) for p in one.parties],
            "status": self.value(one.status),
            "period": self.value(one.period),
            "signed": self.value(one.signed),
            "place": self.value(one.place),
            "renews": self.value(one.renews),
            "story": one.story,
        }
        return found | ({"entry": one.entry} if one.entry else {})


def _shared(one: OrganisationRead) -> str:
    """A body's name; of one named in a list of several provinces' bodies what they are all called."""
    first = one.names[0][0]
    return next((name for name, _ in one.names[1:] if first.startswith(name)), first)
