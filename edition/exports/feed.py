"""The feed: what was added to the record, corrected in it or withdrawn from it, the latest first, as Atom (RFC 4287).

It tells the same changes as the page “What changed”, and every date in it is one of theirs. So a new build of the same
content is the same feed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from html import escape

from edition import urls
from edition.artifact import Artifact
from edition.changes import Change
from edition.presenting.edition import Edition

MOST = 50
"""So many changes: a reader who asks every few weeks misses nothing, and the file stays small."""


def artifacts(edition: Edition, listed: Sequence[str]) -> Iterator[Artifact]:
    """`feed.xml`."""
    corpus, config = edition.corpus, edition.corpus.config
    latest = corpus.changes[:MOST]
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_quoted(config.language)}>',
        f"  <id>{escape(config.base_url)}</id>",
        f"  <title>{escape(config.title)}</title>",
        f"  <subtitle>{escape(config.subtitle)}</subtitle>",
        f"  <updated>{_moment(latest[0].date if latest else config.as_of)}</updated>",
        f"  <author><name>{escape(config.title)}</name></author>",
        f'  <link rel="self" type="application/atom+xml" href={_quoted(urls.absolute(config.base_url, urls.FEED))}/>',
        f'  <link rel="alternate" type="text/html" href={_quoted(urls.absolute(config.base_url, urls.CHANGES))}/>',
    )
    items = (line for change in latest for line in _item(edition, change))
    yield Artifact(urls.FEED, "\n".join((*head, *items, "</feed>\n")).encode())


def _item(edition: Edition, change: Change) -> Iterator[str]:
    base_url = edition.corpus.config.base_url
    address = f"{urls.absolute(base_url, urls.CHANGES)}#{change.id}"
    yield "  <entry>"
    yield f"    <id>{escape(address)}</id>"
    yield f"    <title>{escape(change.title)}</title>"
    yield f"    <updated>{_moment(change.date)}</updated>"
    label = edition.words("change", change.type)
    yield f"    <category term={_quoted(change.type)} label={_quoted(label)}/>"
    yield f'    <link rel="alternate" type="text/html" href={_quoted(address)}/>'
    entries = [edition.corpus.entries[ref.id] for ref in change.entries]
    for entry in entries:
        found = urls.absolute(base_url, urls.page_of(entry))
        yield f'    <link rel="related" type="text/html" href={_quoted(found)} title={_quoted(entry.heading)}/>'
    summary = change.text or "; ".join(entry.heading for entry in entries)
    yield f"    <summary>{escape(summary)}</summary>"
    yield "  </entry>"


def _quoted(text: str) -> str:
    return f'"{escape(text)}"'


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
