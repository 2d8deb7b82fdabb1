"""Whether labels are what they say: every labelled text stands in the file, every date is EDTF, every word known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.conversion import labels as gold
from benchmarks.conversion.labels import Article, accepted, items
from benchmarks.conversion.texts import plain, words
from edition.dates import parse

FORMS = {"memorandum", "agreement", "plan", "twinning", "proposals", "high-level-agreement", None}
STATUSES = {"signed", "in-force", "reviewed", "over", "planned", None}
KEYS = {
    "note", "encoding", "mojibake", "language", "scope", "title", "agency", "byline", "published", "event", "blocks",
    "body", "provinces", "organisations", "persons", "agreements", "figures",
}  # fmt: skip
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check(folder: Path) -> Iterator[str]:
    """What is doubtful in the labels of a folder."""
    for article in gold.read(folder):
        for words_ in _article(article):
            yield f"{article.name}: {words_}"


def _article(article: Article) -> Iterator[str]:
    labels = article.labels
    yield from (f"unknown key {key}" for key in labels if key not in KEYS)
    for key in ("published", "event"):
        yield from (f"{key}: {date} is not EDTF" for date in accepted(labels.get(key)) if date and not _edtf(date))
    text = plain(article.text)
    for key, value in _quoted(article):
        if value and plain(value).casefold() not in text.casefold():
            yield f"{key}: {value!r} does not stand in the file"
    for item in items(labels, "agreements"):
        yield from (f"unknown form {form}" for form in accepted(item.get("form")) if form not in FORMS)
        yield from (f"unknown status {status}" for status in accepted(item.get("status")) if status not in STATUSES)
        for key in ("period", "signed"):
            yield from (f"{key}: {date} is not EDTF" for date in accepted(item.get(key)) if date and not _edtf(date))
    for item in items(labels, "figures"):
        if not re.fullmatch(r"-?\d+(\.\d+)?", str(item.get("number"))):
            yield f"number {item.get('number')!r} is no plain number"
        units = [u for u in accepted(item.get("unit")) if u]
        if units and not any(set(words(u)) <= set(words(article.text)) or plain(u) in text for u in units):
            yield f"unit {units} does not stand in the file"


def _edtf(date: str) -> bool:
    try:
        return parse(date) is not None
    except ValueError:
        return False


def _quoted(article: Article) -> Iterator[tuple[str, str]]:
    labels = article.labels
    for key in ("title", "agency", "byline"):
        yield from ((key, str(v)) for v in accepted(labels.get(key))[:1] if v)
    organisations = {str(n) for i in items(labels, "organisations") for n in accepted(i.get("name"))}
    for item in items(labels, "organisations"):
        yield "organisation", str(accepted(item.get("name"))[0])
    for item in items(labels, "persons"):
        yield "person", str(accepted(item.get("name"))[0])
        yield from (("office", str(o)) for o in accepted(item.get("office"))[:1] if o)
    for item in items(labels, "agreements"):
        yield from (("place", str(p)) for p in accepted(item.get("place"))[:1] if p)
        for party in item.get("parties") or ():
            value: Any = party.get("party") if isinstance(party, dict) else party
            for name in accepted(value):
                if name and not SLUG.fullmatch(str(name)) and name not in organisations:
                    yield "party", str(name)
