"""Quoting so that a draft always passes the gate: only what :mod:`edition.evidence` finds, once, is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from edition.drafting.reading import BlockRead, Words
from edition.drafting.writing.draft import scalar
from edition.evidence import Finder, Passage, Quotation
from edition.problems import Location
from edition.transcription import Beginning, Transcription, cut

_EVIDENCE = re.compile(r"evidence: (\[[^\]]*\]|[\w-]+)\}*(?:  # .*)?$")
FEWEST_WORDS = 4
AROUND = (4, 8, 20)


def beginnings(text: str, blocks: Sequence[BlockRead]) -> tuple[Beginning, ...]:
    """The blocks by their first words; one that can't be told from the end of the block before stays part of it."""
    found: list[Beginning] = []
    after = 0
    first = len(text) - len(text.lstrip())
    for number, block in enumerate(blocks):
        start = first if number == 0 else block.words.start
        begins = _first_words(text, start, block.words.end, after)
        if begins and not (
            found and (found[-1].label, found[-1].reason) == (block.label, block.reason) and block.reason
        ):
            found.append(Beginning(block.label, begins, block.reason, Location("")))
            after = start + len(begins)
    return tuple(found)


def _first_words(text: str, start: int, end: int, after: int) -> str:
    """The fewest words, four or more if there are, that are found first where the block begins; "" if none are."""
    line = text[start:end].split("\n")[0].split("\r")[0]
    ends = [word.end() for word in re.finditer(r"\S+", line)]
    for stop in ends[min(FEWEST_WORDS, len(ends)) - 1 :] if ends else ():
        words = line[:stop]
        if words == words.strip() and text.find(words, after) == start:
            return words
    return ""


class Quoter:
    """Quotes one source in one entry; keys are given in the order of asking."""

    def __init__(self, source: str, transcription: Transcription, finder: Finder, *, own: bool = False) -> None:
        self.source, self.text, self.finder, self.own = source, transcription.text, finder, own
        self.transcription = transcription
        self.quoted: dict[str, tuple[str, str, str]] = {}
        self.keys: dict[tuple[int, int], str] = {}
        self.used: list[tuple[int, int]] = []

    def key(self, words: Words, name: str) -> str:
        """The key under which a passage is quoted; "" if it can't be quoted so that it is found where it stands."""
        span = (words.start, words.end)
        if span in self.keys:
            return self.keys[span]
        quotation = self._quotation(words)
        if quotation is None:
            return ""
        key, number = name, 2
        while key in self.quoted:
            key, number = f"{name}-{number}", number + 1
        self.quoted[key] = quotation
        self.keys[span] = key
        return key

    def words(self, key: str) -> str:
        """What is quoted under a key."""
        return self.quoted[key][0]

    def _quotation(self, words: Words) -> tuple[str, str, str] | None:
        exact = self.text[words.start : words.end].strip()
        start = words.start + len(self.text[words.start : words.end]) - len(self.text[words.start : words.end].lstrip())
        if not exact:
            return None
        for prefix, suffix in self._around(words):
            found = self.finder.find(Quotation("", self.source, exact, prefix, suffix, Location("")))
            if isinstance(found, Passage) and found.start == start:
                return exact, prefix, suffix
        return None

    def _around(self, words: Words) -> Iterator[tuple[str, str]]:
        """Ever more words before and after, until a passage is the only one."""
        yield "", ""
        for many in AROUND:
            before = " ".join(self.text[max(0, words.start - 60 * many) : words.start].split()[-many:])
            after = " ".join(self.text[words.end : words.end + 60 * many].split()[:many])
            yield from ((before, ""), ("", after), (before, after))

    def lines(self, entry: Sequence[str]) -> Iterator[str]:
        """The `quotations` of an entry with these lines, those alone that one of its claims names."""
        used = {key for line in entry for cited in _EVIDENCE.findall(line) for key in cited.strip("[]").split(", ")}
        self.used = [span for span, key in self.keys.items() if key in used]
        if used:
            yield "quotations:"
        for key, (exact, prefix, suffix) in self.quoted.items():
            if key not in used:
                continue
            yield f"  {key}:"
            if not self.own:
                yield f"    source: {self.source}"
            yield f"    exact: {scalar(exact)}"
            if prefix:
                yield f"    prefix: {scalar(prefix)}"
            if suffix:
                yield f"    suffix: {scalar(suffix)}"


def transcribed(text: str, found: Sequence[Beginning]) -> Transcription:
    """The transcription as the check will cut it."""
    return cut(text, found, []) if found else Transcription(text, ())
