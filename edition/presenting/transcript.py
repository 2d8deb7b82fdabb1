"""A source's text for its page: every quoted passage marked, and nothing published that may not be.

Passages overlap and lie in one another. They become marks inside marks, which is sound HTML as long as none crosses the
end of another; one that does is continued in a second mark behind that end. A passage's anchor is the id of its first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from edition import text as unicode_text
from edition.corpus import Accession, Support
from edition.evidence import Passage
from edition.transcription import Block, Transcription

FULL, QUOTED = "full", "quoted"
TEXT, MARK, SILENT, REFERENCE, GAP = "text", "mark", "silent", "reference", "gap"

Range = tuple[int, int]


class Piece(Struct, frozen=True):
    """A piece of a block's text, by its `kind`:

    - ``text``: the seed's characters;
    - ``mark``: a quoted passage, or the rest of one, around its `pieces`; `anchor` is empty for the rest;
    - ``silent``: a sentence that supports nothing, around its `pieces`;
    - ``reference``: where a passage ends, its `number` and `anchor` in the list of what rests on it; `parted` is
      whether another number stands just before it;
    - ``gap``: `number` characters that are not published.
    """

    kind: str
    text: str = ""
    anchor: str = ""
    number: int = 0
    parted: bool = False
    pieces: tuple[Piece, ...] = ()


class _Span(Struct, frozen=True):
    """What a mark is made for; `continued` is whether a mark of it has been made already."""

    start: int
    end: int
    kind: str
    anchor: str = ""
    number: int = 0
    continued: bool = False


def numbered(supports: Iterable[Support]) -> dict[Passage, int]:
    """The passages that support anything, in the order of the text (the longer first), with their numbers."""
    passages = {support.passage for support in supports}
    return {p: n for n, p in enumerate(sorted(passages, key=lambda p: (p.start, -p.end)), 1)}


def listed(anchor: str) -> str:
    """The anchor of a passage in the list of what rests on it, from its own: c12-40 for q12-40."""
    return "c" + anchor.removeprefix("q")


def pieces(
    transcription: Transcription,
    block: Block,
    numbers: dict[Passage, int],
    silent: Sequence[Range],
    shown: Sequence[Range],
) -> tuple[Piece, ...]:
    """The pieces of a block: its passages marked, its `silent` sentences set apart, what is not `shown` left out."""
    spans = [_Span(p.start, p.end, MARK, p.anchor, n) for p, n in numbers.items() if p.block == block.number]
    spans += [_Span(start, end, SILENT) for start, end in silent if block.start <= start < block.end]
    found: list[Piece] = []
    at = block.start
    for start, end in shown:
        found += _gap(transcription.text[at:start])
        inside = [span for span in spans if start <= span.start < end]
        found += _marked(transcription.text, start, end, inside)
        at = end
    found += _gap(transcription.text[at : block.end])
    return tuple(found)


def _marked(text: str, start: int, end: int, spans: Iterable[_Span]) -> Iterator[Piece]:
    waiting = sorted(spans, key=_outer_first)
    at = start
    while waiting:
        span = waiting.pop(0)
        if span.start > at:
            yield Piece(TEXT, text[at : span.start])
        inside = [other for other in waiting if other.start < span.end]
        crossing = [other for other in inside if other.end > span.end]
        heads = [other if other.end <= span.end else replace(other, end=span.end, number=0) for other in inside]
        tails = [replace(other, start=span.end, continued=True) for other in crossing]
        waiting = sorted([*tails, *(other for other in waiting if other not in inside)], key=_outer_first)
        anchor = "" if span.continued else span.anchor
        yield Piece(span.kind, anchor=anchor, pieces=tuple(_marked(text, span.start, span.end, heads)))
        if span.kind == MARK and span.number:
            parted = any(head.end == span.end and head.number for head in heads)
            yield Piece(REFERENCE, anchor=listed(span.anchor), number=span.number, parted=parted)
        at = span.end
    if at < end:
        yield Piece(TEXT, text[at:end])


def _outer_first(span: _Span) -> tuple[int, int]:
    return span.start, -span.end


def _gap(hidden: str) -> Iterator[Piece]:
    characters = len(hidden.strip())
    if characters:
        yield Piece(GAP, number=characters)
    elif hidden:
        yield Piece(TEXT, hidden)


def shown(accession: Accession, block: Block, passages: Iterable[Passage]) -> tuple[Range, ...]:
    """Which characters of a block are published.

    All of them, or, for a source whose `display` is ``quoted``, the sentences in which quoted passages stand; then
    nothing of a block that was set aside.
    """
    if accession.entry.display != QUOTED:
        return ((block.start, block.end),)
    if not block.kept:
        return ()
    words = accession.transcription.words(block)
    quoted = [(p.start, p.end) for p in passages if p.block == block.number]
    around = [(block.start + a, block.start + b) for a, b in unicode_text.sentences(words)]
    wanted = [(a, b) for a, b in around if any(start < b and a < end for start, end in quoted)]
    return _joined(accession.transcription.text, sorted([*wanted, *quoted]))


def _joined(text: str, ranges: Iterable[Range]) -> tuple[Range, ...]:
    """The ranges, in order of their starts, made one where they meet or only white space parts them."""
    joined: list[Range] = []
    for start, end in ranges:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)
