"""Coverage: which sentences of a source support claims, and which do not (rule 10)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from msgspec import Struct

from edition.corpus import Accession, Corpus, Support
from edition.evidence import Passage
from edition.kinds.sources import SourceEntry, Uncited
from edition.transcription import Block


class Sentence(Struct, frozen=True):
    """A sentence of a source's body: where it stands, what it supports, and why it need not support anything."""

    block: Block
    start: int
    end: int
    supports: tuple[Support, ...]
    reason: str

    @property
    def accounted_for(self) -> bool:
        """Whether it supports a claim or is set aside with a reason."""
        return bool(self.supports or self.reason)


class Coverage(Struct, frozen=True):
    """How far a source's body is accounted for: its sentences, and the share of its characters that is quoted."""

    source: str
    sentences: tuple[Sentence, ...]
    quoted_characters: int
    body_characters: int
    claims: int

    @property
    def supporting(self) -> int:
        """How many sentences support a claim."""
        return sum(1 for s in self.sentences if s.supports)

    @property
    def set_aside(self) -> int:
        """How many sentences support nothing, with a reason."""
        return sum(1 for s in self.sentences if not s.supports and s.reason)

    @property
    def open(self) -> tuple[Sentence, ...]:
        """The sentences nobody has accounted for."""
        return tuple(s for s in self.sentences if not s.accounted_for)

    @property
    def percentage(self) -> float:
        """The share of sentences accounted for, in per cent; 100 for a body without sentences."""
        if not self.sentences:
            return 100.0
        return 100 * (len(self.sentences) - len(self.open)) / len(self.sentences)

    @property
    def quoted_percentage(self) -> float:
        """The share of the body's characters that are quoted, in per cent."""
        return 100 * self.quoted_characters / self.body_characters if self.body_characters else 100.0


def coverage(corpus: Corpus, accession: Accession) -> Coverage:
    """Measure one source."""
    entry = accession.entry
    supports = corpus.supports.get(entry.id, ())
    reasons = [(corpus.passages[u.quotation], u) for u in entry.uncited if u.quotation in corpus.passages]
    places = accession.transcription.sentences()
    supporting = _by_sentence(supports, places)
    sentences = tuple(
        Sentence(block, start, end, tuple(found), _reason(reasons, start, end))
        for (block, start, end), found in zip(places, supporting, strict=True)
    )
    body = {b.number: b.end - b.start for b in accession.transcription.blocks if b.label == "body"}
    quoted = _covered(s.passage for s in supports if s.passage.block in body)
    claims = len({(s.entry.id, s.at) for s in supports if not isinstance(s.entry, SourceEntry)})
    return Coverage(entry.id, sentences, quoted, sum(body.values()), claims)


def percentage(corpus: Corpus, accession: Accession) -> float:
    """The share of a source's sentences that are accounted for, as its coverage says, worked out for itself."""
    places = accession.transcription.sentences()
    starts, ends = [start for _, start, _ in places], [end for _, _, end in places]
    set_aside = (corpus.passages.get(uncited.quotation) for uncited in accession.entry.uncited)
    spans = [*corpus.quoted.get(accession.entry.id, ()), *((p.start, p.end) for p in set_aside if p)]
    found: set[int] = set()
    for start, end in spans:
        found.update(range(bisect_right(ends, start), bisect_left(starts, end)))
    return 100 * len(found) / len(places) if places else 100.0


def _by_sentence(supports: Iterable[Support], places: Sequence[tuple[Block, int, int]]) -> list[list[Support]]:
    """What of `supports` overlaps each sentence, of which none overlaps another."""
    ends = [end for _, _, end in places]
    found: list[list[Support]] = [[] for _ in places]
    for support in supports:
        for number in range(bisect_right(ends, support.passage.start), len(places)):
            if places[number][1] >= support.passage.end:
                break
            found[number].append(support)
    return found


def _reason(reasons: Iterable[tuple[Passage, Uncited]], start: int, end: int) -> str:
    return next((u.reason for passage, u in reasons if passage.start < end and start < passage.end), "")


def _covered(passages: Iterable[Passage]) -> int:
    """How many characters lie in one of the passages, which are in the order of the text."""
    total = reached = 0
    for passage in passages:
        if passage.end > reached:
            total += passage.end - (max(reached, passage.start))
            reached = passage.end
    return total


def table(corpus: Corpus) -> str:
    """The coverage of every source, as a table in plain text."""
    head = ("source", "sentences", "supporting", "set aside", "open", "accounted", "characters", "claims")
    rows: list[tuple[str, ...]] = [head]
    for _, accession in sorted(corpus.accessions.items()):
        c = coverage(corpus, accession)
        counts = (len(c.sentences), c.supporting, c.set_aside, len(c.open))
        shares = (f"{c.percentage:.1f} %", f"{c.quoted_percentage:.1f} %")
        rows.append((c.source, *map(str, counts), *shares, str(c.claims)))
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )
