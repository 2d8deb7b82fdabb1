"""Evidence: a quotation stands in its source exactly, or not at all.

A quotation is given as in a TextQuoteSelector of the W3C Web Annotation Data Model (4.2.4): `exact`, and `prefix` and
`suffix` where `exact` occurs more than once. Only the Unicode form (NFC) and runs of white space may differ. Nothing
is ever matched fuzzily: that finds confident wrong places.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from msgspec import Struct

from edition.problems import Location, Problem
from edition.text import normalise, normalise_with_offsets, similar_passage
from edition.transcription import Transcription

BETWEEN = "\0"
"""Stands in no text of ours or of a source, and so between blocks that are looked through together."""


class Quotation(Struct, frozen=True, gc=False, cache_hash=True):
    """An exact passage of a source, by the source's id, under its entry's own `key`."""

    key: str
    source: str
    exact: str
    prefix: str
    suffix: str
    location: Location
    source_location: Location | None = None


class Passage(Struct, frozen=True, gc=False, cache_hash=True, order=True):
    """Where a quotation stands: block `block` of a source, `start` to `end` in the characters of the source's text."""

    source: str
    block: int
    start: int
    end: int

    @property
    def anchor(self) -> str:
        """The passage's anchor on its source's page."""
        return f"q{self.start}-{self.end}"


class Finder:
    """Finds quotations in one transcription, which it normalises once."""

    def __init__(self, source: str, transcription: Transcription) -> None:
        self.source, self.transcription = source, transcription
        kept = transcription.kept()
        normal = [normalise_with_offsets(transcription.words(block)) for block in kept]
        self.blocks = [(block, offsets) for block, (_, offsets) in zip(kept, normal, strict=True)]
        self.words = BETWEEN.join(words for words, _ in normal)
        self.starts = [0, *accumulate(len(words) + len(BETWEEN) for words, _ in normal)]

    def find(self, quotation: Quotation) -> Passage | Problem:
        """The one passage where the quotation stands, or the problem that it stands nowhere or in several places."""
        exact, passages, bare = quotation.exact, [], 0
        at = self.words.find(exact)
        if at < 0 or exact != exact.strip():  # else it is normal, as what it stands in
            exact = normalise(exact)
            at = self.words.find(exact)
        if not exact or BETWEEN in exact:
            at = -1
        while at >= 0:
            bare += 1
            number = bisect_right(self.starts, at) - 1
            block, offsets = self.blocks[number]
            inside = at - self.starts[number]
            start, end = block.start + offsets[inside], block.start + offsets[inside + len(exact)]
            if self._stands_between(quotation.prefix, start, end, quotation.suffix):
                passages.append(Passage(self.source, block.number, start, end))
            at = self.words.find(exact, at + 1)
        if len(passages) == 1:
            return passages[0]
        if passages:
            message = f"The quotation stands {len(passages)} times in {self.source}: “{_short(quotation.exact)}”"
            hint = "quote more words, or add `prefix` or `suffix` with the words around it"
            return Problem("quotation-ambiguous", quotation.location, message, hint)
        if bare:
            message = f"“{_short(quotation.exact)}” stands in {self.source}, but not between this prefix and suffix."
            hint = "copy the words just before and just after it from the seed"
            return Problem("quotation-not-found", quotation.location, message, hint)
        message = f"The quotation stands nowhere in the kept text of {self.source}: “{_short(quotation.exact)}”"
        return Problem("quotation-not-found", quotation.location, message, self._nearest(exact))

    def _stands_between(self, prefix: str, start: int, end: int, suffix: str) -> bool:
        text = self.transcription.text
        if not (prefix or suffix):
            return True
        before, after = normalise(text[:start]), normalise(text[end:])
        return before.endswith(normalise(prefix)) and after.startswith(normalise(suffix))

    def _nearest(self, exact: str) -> str:
        for block in self.transcription.blocks:
            if not block.kept and exact in normalise(self.transcription.words(block)):
                return f"it stands in block {block.number}, which is set aside as {block.label}: quote a kept block"
        if exact in normalise(self.transcription.text):
            return "it runs from one block into the next: quote a passage of each"
        near = similar_passage(exact, self.words.replace(BETWEEN, "\n"))
        return f"the nearest passage is “{near}”; copy the words from the seed" if near else "copy it from the seed"


def _short(words: str, most: int = 160) -> str:
    words = normalise(words)
    return words if len(words) <= most else words[:most] + "…"
