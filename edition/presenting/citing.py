"""The sources of a page, each with the notes that quote it: what a reader cites, and what stands on paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from edition import urls
from edition.evidence import Passage
from edition.kinds.sources import SourceEntry
from edition.presenting.speaking import Speaker
from edition.presenting.views import Cited, Link, Note


def cited(speaker: Speaker, notes: Mapping[Passage, Note]) -> tuple[Cited, ...]:
    """The sources of a page's notes, in the order in which the page first needs them."""
    grouped: defaultdict[str, list[Note]] = defaultdict(list)
    for passage, note in notes.items():
        grouped[passage.source].append(note)
    accessions = speaker.corpus.accessions
    return tuple(_cited(speaker, accessions[id_].entry, tuple(found)) for id_, found in grouped.items())


def _cited(speaker: Speaker, source: SourceEntry, notes: tuple[Note, ...]) -> Cited:
    title, path = speaker.title(source), urls.page_of(source)
    link = Link(title.text, path, source.side, title.language, draft=source.is_draft)
    return Cited(link, imprint(speaker, source), speaker.edition.address(path), notes)


def imprint(speaker: Speaker, source: SourceEntry) -> str:
    """Who published a source and when, as far as it says so itself."""
    published = source.published and speaker.date(source.published.value)
    marks = (source.agency and source.agency.value, source.byline and source.byline.value)
    return ", ".join(part for part in (*marks, published or speaker.say("no date of publication")) if part)
