"""The transcription: a source's text cut into numbered, labelled blocks.

A block is given by the words it begins with and runs to the beginning of the next, so the blocks always tile the
whole text: nothing can disappear. What is set aside keeps its reason.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from edition import text as unicode_text
from edition.problems import Location, Problem

KEPT = ("title", "date", "dateline", "agency", "byline", "caption", "body")
SET_ASIDE = ("navigation", "form", "teaser", "other-story", "end-mark", "repeat", "injection")
LABELS = KEPT + SET_ASIDE


class Beginning(Struct, frozen=True, gc=False):
    """How an editor gives a block: its label, the words it begins with, and why it is set aside if it is."""

    label: str
    begins: str
    reason: str
    location: Location


class Block(Struct, frozen=True, gc=False):
    """A stretch of the source's text, `text[start:end]`, without the white space around it.

    `number` counts from 1 and is the block's anchor; `reason` is empty for kept blocks.
    """

    number: int
    label: str
    start: int
    end: int
    reason: str

    @property
    def kept(self) -> bool:
        """Whether the block can be quoted."""
        return self.label in KEPT

    @property
    def anchor(self) -> str:
        """The block's anchor on its source's page."""
        return f"b{self.number}"


class Transcription(Struct, frozen=True, gc=False):
    """All blocks of a source's `text`, in order."""

    text: str
    blocks: tuple[Block, ...]

    def words(self, block: Block) -> str:
        """The block's own characters."""
        return self.text[block.start : block.end]

    def kept(self) -> tuple[Block, ...]:
        """The blocks that can be quoted."""
        return tuple(b for b in self.blocks if b.kept)

    def sentences(self) -> tuple[tuple[Block, int, int], ...]:
        """Every sentence of the body, as its block, start and end in the text."""
        return tuple(
            (block, block.start + start, block.start + end)
            for block in self.blocks
            if block.label == "body"
            for start, end in unicode_text.sentences(self.words(block))
        )


def cut(text: str, beginnings: Sequence[Beginning], problems: list[Problem]) -> Transcription:
    """Cut `text` where the beginnings stand, one after the other.

    A beginning that isn't found behind the one before, and text before the first, are problems.
    """
    starts: list[tuple[int, Beginning]] = []
    after = 0
    for beginning in beginnings:
        start = text.find(beginning.begins, after)
        if start < 0:
            message = f"Behind the beginning of the block before, the seed has no {beginning.begins!r}."
            near = unicode_text.similar_passage(beginning.begins, text[after:])
            hint = "copy the first words of the block from the seed; blocks come in the seed's order"
            hint += f"; the nearest there are “{near}”" if near else ""
            problems.append(Problem("block-not-found", beginning.location, message, hint))
            continue
        starts.append((start, beginning))
        after = start + max(1, len(beginning.begins))
    first = len(text) - len(text.lstrip())
    if starts and starts[0][0] > first:
        line = text[first : starts[0][0]].split("\n")[0].rstrip()
        message = f"The seed's text before the first block is in no block: “{line[:60]}{'…' if line[60:] else ''}”"
        problems.append(
            Problem("text-in-no-block", starts[0][1].location, message, "put a block for it before this one")
        )
    ends = [*(start for start, _ in starts[1:]), len(text)][: len(starts)]
    blocks = []
    for number, ((start, beginning), end) in enumerate(zip(starts, ends, strict=True), 1):
        end = start + len(text[start:end].rstrip())
        blocks.append(Block(number, beginning.label, start, end, beginning.reason))
    return Transcription(text, tuple(blocks))
