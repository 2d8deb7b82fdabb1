"""Data: what can be downloaded, and what its columns mean."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from edition import urls
from edition.coverage import coverage
from edition.languages.language import message
from edition.presenting.edition import Edition
from edition.presenting.presenter import Presenter
from edition.presenting.transcript import QUOTED
from edition.presenting.views import Link, Page, Plan, View

CLAIMS = "data/claims.csv"
EDITION = "data/edition.json"

CLAIM_COLUMNS: tuple[tuple[str, str], ...] = (
    ("entry", message("Id of the entry that makes the claim")),
    ("kind", message("Kind of the entry: the name of its folder")),
    ("title", message("Title of the entry: our heading")),
    ("claim", message("Id of the claim, which is its anchor on the entry’s page")),
    ("label", message("What the claim is: a request, a party, the period, a name, an office")),
    ("value", message("What it says, in words")),
    ("edtf", message("The date, where the claim is one, in EDTF (ISO 8601-2:2019)")),
    ("statement_type", message("The type of statement, where the claim is one")),
    ("as_written", message("The source’s words for the value, where they differ")),
    ("inferred", message("How the value was concluded, where the quotation alone does not give it")),
    ("quotation", message("The words that support it: the seed’s own characters")),
    ("source", message("Id of the source in which they stand")),
    ("seed", message("The file in seeds/")),
    ("sha256", message("SHA-256 of the seed’s bytes")),
    ("block", message("Number of the block of the transcription")),
    ("start", message("First character of the quotation in the seed’s text, from 0, in Unicode code points")),
    ("end", message("The character behind its last")),
    ("address", message("Public address of the claim")),
)
"""The columns of `data/claims.csv`, in order, and what each holds."""

EDITION_KEYS: tuple[tuple[str, str], ...] = (
    ("record", message("Title, language, address and licence of the edition, and the day it holds for")),
    (
        "entries",
        message("Every entry: its id, kind, title, address, own fields and claims; each claim with its evidence"),
    ),
    ("sources", message("Every source: its seed, digest, coverage, and its blocks with label, place and text")),
    ("places", message("The gazetteer’s places that entries use, with certainty and sources of every value")),
    ("gazetteer", message("What the gazetteer’s certainties and source keys mean, and the credits it asks for")),
)
"""The top level of `data/edition.json`, in order."""


class Download(Struct, frozen=True):
    """A file to download, and what its parts hold."""

    link: Link
    format: str
    description: str
    heading: str
    parts: tuple[tuple[str, str], ...]


class DataView(View, frozen=True, kw_only=True):
    """The downloads; `withheld` names the sources of whose text only the quoted passages are published."""

    downloads: tuple[Download, ...]
    claims: int
    sources: int
    sentences: int
    withheld: tuple[Link, ...]


def pages(edition: Edition) -> Iterator[Plan]:
    """The page about the data."""
    yield Plan(urls.DATA, partial(_page, edition))


def _page(edition: Edition) -> Page:
    presenter = Presenter(edition, urls.DATA)
    say = presenter.say
    accessions = edition.corpus.accessions.values()
    view = DataView(
        title=presenter.say("Data"),
        description=presenter.say(
            "The record as data: every claim with its quotation as CSV, the whole edition as JSON."
        ),
        crumbs=presenter.crumbs(),
        downloads=(
            Download(
                Link("claims.csv", CLAIMS),
                say("CSV, UTF-8 with a byte order mark, lines as in RFC 4180"),
                say("A row for each claim and each quotation that supports it."),
                say("Column"),
                tuple((name, say(words)) for name, words in CLAIM_COLUMNS),
            ),
            Download(
                Link("edition.json", EDITION),
                say("JSON, UTF-8"),
                say("The whole edition as one document."),
                say("Key"),
                tuple((name, say(words)) for name, words in EDITION_KEYS),
            ),
        ),
        claims=sum(len(entry.claims()) for entry in edition.corpus.entries.values()),
        sources=len(accessions),
        sentences=sum(len(coverage(edition.corpus, a).sentences) for a in accessions),
        withheld=presenter.links(a.entry for a in accessions if a.entry.display == QUOTED),
    )
    return Page(urls.DATA, "data.html", view)
