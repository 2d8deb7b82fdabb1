"""The feed: what entered the record, the latest first, as Atom (RFC 4287).

Every date is one of the content: an event's or a publication's own day, a signing's; for what has none the latest day
of what rests on the same sources, else the edition's. So a new build of the same content is the same feed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from edition import urls
from edition.artifact import Artifact
from edition.corpus import Corpus
from edition.dates import Edtf
from edition.kinds.agreements import Agreement
from edition.kinds.cooperations import Cooperation
from edition.kinds.entry import Claim, Entry
from edition.kinds.events import Event
from edition.kinds.sources import SourceEntry
from edition.presenting.edition import Edition
from edition.presenting.views import Page

MOST = 50
"""So many entries: a reader who asks every few weeks misses nothing, and the file stays small."""

SHOWN = (SourceEntry, Agreement, Cooperation, Event)


def artifacts(edition: Edition, pages: tuple[Page, ...]) -> Iterator[Artifact]:
    """`feed.xml`."""
    corpus, config = edition.corpus, edition.corpus.config
    views = {page.path: page.view for page in pages}
    entries = [entry for entry in corpus.entries.values() if isinstance(entry, SHOWN) and not entry.is_draft]
    dated = sorted(((day(corpus, entry), entry) for entry in entries), key=lambda one: one[1].id)
    dated.sort(key=lambda one: one[0], reverse=True)
    latest = dated[:MOST]
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(config.language)}>',
        f"  <id>{escape(config.base_url)}</id>",
        f"  <title>{escape(config.title)}</title>",
        f"  <subtitle>{escape(config.subtitle)}</subtitle>",
        f"  <updated>{_moment(max((at for at, _ in latest), default=config.as_of))}</updated>",
        f"  <author><name>{escape(config.title)}</name></author>",
        f'  <link rel="self" type="application/atom+xml" href={quoteattr(urls.absolute(config.base_url, urls.FEED))}/>',
        f'  <link rel="alternate" type="text/html" href={quoteattr(config.base_url)}/>',
    )
    items = (
        _item(entry, at, urls.absolute(config.base_url, path), views[path].description)
        for at, entry in latest
        for path in [urls.page_of(entry)]
    )
    yield Artifact(urls.FEED, "\n".join((*head, *items, "</feed>\n")).encode())


def _item(entry: Entry, at: dt.date, address: str, description: str) -> str:
    return "\n".join(
        (
            "  <entry>",
            f"    <id>{escape(address)}</id>",
            f"    <title>{escape(entry.heading)}</title>",
            f'    <link rel="alternate" type="text/html" href={quoteattr(address)}/>',
            f"    <updated>{_moment(at)}</updated>",
            f"    <category term={quoteattr(entry.kind)}/>",
            f"    <summary>{escape(description)}</summary>",
            "  </entry>",
        )
    )


def day(corpus: Corpus, entry: Entry) -> dt.date:
    """The day under which an entry stands in the feed."""
    if own := _own_day(entry):
        return own
    sources = {quotation.source for quotation in entry.quotations} or {entry.id}
    others = (e for e in corpus.entries.values() if e.id in sources or _quotes(e, sources))
    return max(filter(None, map(_own_day, others)), default=corpus.config.as_of)


def _quotes(entry: Entry, sources: Iterable[str]) -> bool:
    return any(quotation.source in sources for quotation in entry.quotations)


def _own_day(entry: Entry) -> dt.date | None:
    claim: Claim[Edtf] | None = None
    match entry:
        case Event():
            claim = entry.date
        case Agreement():
            claim = entry.signed
        case SourceEntry():
            claim = entry.published
    date = claim.value if claim else None
    return date.earliest if date and date.earliest == date.latest else None


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
