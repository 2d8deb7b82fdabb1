"""Names that the search knows by heart: those of provinces, places, people, organisations and fields.

An entry whose name is what the reader typed comes first among the results, and a name that is nearly what they typed
is proposed when they typed a word that stands nowhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from edition import text
from edition.gazetteer import Name
from edition.kinds.entry import Entry
from edition.kinds.fields import Field
from edition.kinds.organisations import Organisation
from edition.kinds.people import Person
from edition.kinds.places import Place
from edition.kinds.provinces import Province
from edition.presenting.edition import Edition
from edition.presenting.views import Page
from edition.search import bundle as files
from edition.search.bundle import Bundle
from edition.search.parts import LEADS, MOST
from edition.text import LAO_SYLLABLE
from edition.urls import page_of

DATA = "search/data.js"
KINDS: tuple[type[Entry], ...] = (Province, Place, Person, Organisation, Field)
"""Whose names are known by heart, in the order in which entries of the same name come."""


class Named(Struct, frozen=True):
    """The page of an entry and its names, the title first; no two of them alike but for accents and spaces."""

    path: str
    names: tuple[str, ...]


def named(edition: Edition, others: Iterable[Mapping[str, Page]] = ()) -> tuple[Named, ...]:
    """Every entry of KINDS; `others` are the pages in other languages by path, whose titles are names as well."""
    entries = (entry for kind in KINDS for entry in edition.corpus.of(kind))
    pages = tuple(others)

    def names_of(entry: Entry) -> Iterator[str]:
        yield from spellings(edition, entry)
        yield from (of[page_of(entry)].view.title for of in pages if page_of(entry) in of)

    return tuple(Named(page_of(entry), tuple(_unlike(names_of(entry)))) for entry in entries)


def spellings(edition: Edition, entry: Entry) -> tuple[str, ...]:
    """Every spelling of an entry's name: our title, those that sources use, those of the gazetteer."""
    attested: Iterable[str] = ()
    if isinstance(entry, Person | Organisation | Province | Place):
        attested = (claim.value.value for claim in entry.names)
    place = edition.relations.gazetteer_place(entry)
    known: tuple[Name, ...] = (*place.names, *place.aliases) if place else ()
    return tuple(dict.fromkeys((entry.title, *attested, *(name.value for name in known))))


def script(entries: Iterable[Named], bundle: Bundle, parts: int, others: Sequence[str] = ()) -> bytes:
    """The script that hands over the Lao syllable, how pages are weighed, and names with their pages' fragments."""
    fragments = {}
    for path, data in bundle.items():
        if path.startswith("fragment/"):
            id_ = path.removeprefix("fragment/").removesuffix(".pf_fragment")
            fragments[files.fragment(data)["url"].removeprefix("/")] = id_
    names = [[fragments[entry.path], *entry.names] for entry in entries if entry.path in fragments]
    leads = sorted(word for name, words in files.filters(bundle) if name.startswith(LEADS) for word in words)
    weighing = {"most": MOST, "parts": parts, "leads": leads}
    handed = {"lao": LAO_SYLLABLE, **weighing, "others": others, "names": names}
    return f"recordSearch.data={json.dumps(handed, ensure_ascii=False, separators=(',', ':'))};\n".encode()


def _unlike(names: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        key = text.fold(name)
        if key not in seen:
            seen.add(key)
            yield name
