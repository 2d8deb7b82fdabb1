"""What belongs to another article: a title between paragraphs, a story that follows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.drafting.blocks.heads import names_in, title_like
from edition.drafting.blocks.lines import Line, overlap
from edition.drafting.rules import key

STRANGE, ALIEN, LIKE, HARDLY = 0.25, 0.1, 0.4, 0.3
WORDS_OF_A_TITLE, FEW, FEWEST_WORDS, FEWEST_TELLING = 6, 2, 5, 3
AROUND = 40
"""So many lines before and behind are looked at, that long files take no longer for each of their lines."""


def points_elsewhere(lines: Sequence[Line], at: int) -> bool:
    """Whether a line between paragraphs is another article's title: it has names, or words, that this one never has."""
    line = lines[at]
    if not title_like(line) or line.words.isupper() or line.words[-1] in ".!?:;":
        return False
    prose = [other for other in (*lines[max(0, at - AROUND) : at], *lines[at + 1 : at + AROUND]) if other.prose]
    names = names_in(line.words)
    if not names <= frozenset().union(*(_names(other) for other in prose)):
        return True
    rest = frozenset(word for word in line.vocabulary() if not any(word in name or name in word for name in names))
    spoken = frozenset().union(*(other.vocabulary() for other in prose))
    return len(line.words.split()) >= FEWEST_WORDS and len(rest) >= FEWEST_TELLING and not rest & spoken


def _names(line: Line) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]+", line.words)
    return names_in(line.words) | frozenset(key(word) for word in words if word[0].isupper())


def is_another_subject(
    lines: Sequence[Line], at: int, lead: int, told: frozenset[str], begins: int, paragraphs: int
) -> bool:
    """Whether a title and what follows it speak of the same, and of nothing that the story that `begins` told."""
    title, following = lines[at], [line for line in lines[lead : lead + 3] if line.prose]
    spoken = frozenset().union(*(line.vocabulary() for line in following))
    like = overlap(title, spoken) > LIKE
    most = max((overlap(line, told) for line in following), default=0.0)
    if like and _stands_apart(lines, at, lead, begins):
        return overlap(title, told) < LIKE and most < HARDLY
    strange = max(overlap(title, told), most) < STRANGE and len(title.words.split()) >= WORDS_OF_A_TITLE
    return (strange and like) or (max(overlap(title, told), most) < ALIEN and paragraphs >= FEW)


def _stands_apart(lines: Sequence[Line], at: int, lead: int, begins: int) -> bool:
    """Whether a blank line stands before a title and none behind it, nor between the paragraphs of the story."""
    before = lines[max(begins + 1, at - AROUND) : at]
    return not lines[at].near and lines[lead].near and bool(before) and all(line.near for line in before)
