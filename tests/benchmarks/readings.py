"""Readings made from labels: what a converter would print that reads an article exactly as its labels say."""

from __future__ import annotations

import hashlib
from itertools import groupby
from typing import Any

from benchmarks.conversion.labels import KEPT, Article, Label, accepted, items, optional
from benchmarks.conversion.matching import gold_party
from benchmarks.conversion.texts import canonical


def perfect(article: Article) -> dict[str, Any]:
    """The reading that the labels describe."""
    labels = article.labels
    out = article.out_of_scope
    organisations = items(labels, "organisations")
    return {
        "file": article.name,
        "sha256": hashlib.sha256(article.path.read_bytes()).hexdigest(),
        "encoding": str(labels.get("encoding", "utf-8")),
        "text": article.text,
        "language": _first(labels, "language"),
        "scope": {"value": _first(labels, "scope") or "in", "reason": "The labels say so."},
        "blocks": _blocks(article),
        **{key: _value(article, _first(labels, key)) for key in ("title", "agency", "byline", "published", "event")},
        "provinces": [] if out else [_item(article, i, "id") for i in _required(labels, "provinces")],
        "organisations": [
            _item(article, i, "name", "province", "side") for i in _required(labels, "organisations") if not out
        ],
        "persons": [_item(article, i, "name", "office", "side") for i in _required(labels, "persons") if not out],
        "agreements": [_agreement(article, i, organisations) for i in _required(labels, "agreements") if not out],
        "figures": [
            {
                **_item(article, i, "unit", "scope", "time"),
                "qualifier": _first(i, "qualifier") or "exactly",
                "number": float(i["number"]),
            }
            for i in _required(labels, "figures")
            if not out
        ],
    }


def _first(labels: Label, key: str) -> Any:
    return accepted(labels.get(key))[0]


def _required(labels: Label, key: str) -> list[Label]:
    return [item for item in items(labels, key) if not optional(item)]


def _blocks(article: Article) -> list[dict[str, Any]]:
    offsets = canonical(article.text).offsets
    found = []
    at = 0
    for label, run in groupby(article.marks):
        first, at = at, at + len(list(run))
        end = offsets[at] if at < len(offsets) else len(article.text)
        label = "body" if label == "either" else label
        found.append({"label": label, "start": offsets[first], "end": end, "reason": "" if label in KEPT else "…"})
    return found


def _value(article: Article, value: Any) -> dict[str, Any] | None:
    return None if value is None else {"value": str(value), **_somewhere(article)}


def _somewhere(article: Article) -> dict[str, Any]:
    """A quotation that is exact and in the body, if not the one that proves anything."""
    at = article.marks.index("body") if "body" in article.marks else 0
    start = canonical(article.text).offsets[at]
    return {"quote": article.text[start : start + 1], "start": start, "end": start + 1}


def _item(article: Article, item: Label, *keys: str) -> dict[str, Any]:
    return {**{key: _first(item, key) for key in keys}, **_somewhere(article)}


def _agreement(article: Article, item: Label, organisations: tuple[Label, ...]) -> dict[str, Any]:
    parties = [gold_party(p, organisations)[0] for p in item.get("parties") or ()]
    return {
        **{k: _value(article, _first(item, k)) for k in ("form", "status", "period", "signed", "place", "renews")},
        "parties": [
            {
                "province": p.province,
                "organisation": p.names[0] if p.names else None,
                "side": None,
                **_somewhere(article),
            }
            for p in parties
            if not p.optional
        ],
    }
