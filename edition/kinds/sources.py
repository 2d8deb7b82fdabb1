"""Sources: the accession of a seed, with what its own text says about itself."""

from __future__ import annotations

from msgspec import Struct

from edition.dates import Edtf
from edition.encodings import ENCODINGS
from edition.evidence import Quotation
from edition.kinds.entry import SIDES, Claim, Entry, Ref
from edition.kinds.kind import Kind
from edition.kinds.reading import EntryReader
from edition.records import Fields
from edition.transcription import LABELS, SET_ASIDE, Beginning

LANGUAGES = ("en", "vi", "lo", "fr")
DISPLAYS = ("full", "quoted")
SCOPES = ("in", "out")


class Uncited(Struct, frozen=True):
    """A body sentence that supports no claim, and why."""

    quotation: Quotation
    reason: str


class SourceEntry(Entry):
    """A source: its `seed`, whose bytes have the digest `sha256`, cut into blocks by `beginnings`.

    `scope` is "out" for an article that is not about cooperation of provinces or organisations of the two countries;
    `scope_reason` then says why. `encoding` is how the seed's bytes are decoded.
    """

    seed: str
    sha256: str
    encoding: str
    scope: str
    scope_reason: str
    headline: Claim[str] | None
    published: Claim[Edtf] | None
    agency: Claim[str] | None
    byline: Claim[str] | None
    side: str
    language: str
    copy_of: Ref | None
    display: str
    beginnings: tuple[Beginning, ...]
    uncited: tuple[Uncited, ...]

    @property
    def heading(self) -> str:
        """The title; one that we supplied, since the article has lost its own, in square brackets (ISAD(G) 3.1.2)."""
        return self.title if self.headline else self.in_brackets(self.title)

    def in_brackets(self, title: str) -> str:
        """A title that we supplied, as it is shown in any language."""
        return f"[{title}]"


def read(reader: EntryReader) -> SourceEntry:
    """Read a source."""

    def beginning(take: Fields) -> Beginning:
        label = take.choice("label", LABELS)
        reason = take.required("reason") if label in SET_ASIDE else take.text("reason")
        return Beginning(label, take.required("begins"), reason, take.where("begins"))

    def uncited(take: Fields) -> Uncited:
        exact = take.required("exact")
        quotation = Quotation("", reader.id, exact, take.text("prefix"), take.text("suffix"), take.where("exact"))
        return Uncited(quotation, take.required("reason"))

    take = reader.fields
    return SourceEntry(
        **reader.common(),
        seed=take.required("seed"),
        sha256=take.required("sha256"),
        encoding=take.choice("encoding", ENCODINGS, default="utf-8"),
        scope=take.choice("scope", SCOPES, default="in"),
        scope_reason=take.required("scope_reason") if take.text("scope") == "out" else take.text("scope_reason"),
        headline=reader.printed("headline", "title"),
        published=reader.date("published", "published"),
        agency=reader.printed("agency", "agency"),
        byline=reader.printed("byline", "byline"),
        side=take.choice("side", SIDES),
        language=take.choice("language", LANGUAGES),
        copy_of=reader.ref(take, "copy_of", ("sources",)),
        display=take.choice("display", DISPLAYS, default="full"),
        beginnings=take.many("transcription", beginning),
        uncited=take.many("uncited", uncited),
    )


KIND = Kind("sources", "source", "sources", read)
