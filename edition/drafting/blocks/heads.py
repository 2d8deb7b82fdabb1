"""The head of an article: where its lead begins, and which of the lines before it is its title."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from edition.drafting.blocks import marks
from edition.drafting.blocks.lines import LONGEST_TITLE, Line, overlap
from edition.drafting.dates import dates

TITLE_LIKE, WORDS_OF_A_TITLE, DAYS_TO_PRINT = 0.2, 5, 3


def find_lead(lines: Sequence[Line], start: int) -> int | None:
    """The line with which the article begins: the first prose, or the one with a mark where teasers come before."""
    prose = list(islice((i for i in range(start, len(lines)) if lines[i].prose and not lines[i].bullet), 24))
    if not prose:
        return next(
            (i for i in range(start, len(lines)) if lines[i].label == "text" and len(lines[i].words) > 150),
            None,
        )
    if len(prose) == 1:
        return prose[0]
    first = prose[0]
    for i in prose[:12]:
        between = [lines[j] for j in range(first + 1, i) if lines[j].label == "text" and not lines[j].prose]
        if marked(lines[i]) and i > first and between and not marked(lines[first]):
            ref = frozenset().union(*(lines[j].vocabulary() for j in prose if j >= i and j < i + 8))
            if overlap(lines[first], ref) < 0.45:
                return i
    for i in prose[1:8]:  # pairs of a heading and one paragraph before the article are teasers
        between = [lines[j] for j in range(prose[prose.index(i) - 1] + 1, i) if title_like(lines[j])]
        rest = [j for j in prose if j > i and j < i + 8]
        ref = frozenset().union(*(lines[j].vocabulary() for j in (i, *rest)))
        if between and len(rest) >= 2 and len(lines[first].words) < 400 and overlap(lines[first], ref) < 0.22:
            return i
    return first


def marked(line: Line) -> bool:
    """Whether a line begins with an agency's mark or a dateline."""
    return marks.opening(line.text, line.start, line.end)[0] > line.start


def title_like(line: Line) -> bool:
    """Whether a line may be the title of an article."""
    return line.label == "text" and not line.prose and len(line.words) <= LONGEST_TITLE and len(line.words.split()) >= 4


def find_title(lines: Sequence[Line], start: int, lead: int, reference: frozenset[str]) -> int | None:
    """The line of the head that says most of what the article says, the nearest to it if several do."""
    best, most = None, TITLE_LIKE
    candidates = [i for i in range(start, lead) if lines[i].label == "text" and not lines[i].prose]
    for i in candidates:
        line = lines[i]
        if len(line.words) > LONGEST_TITLE or len(line.words.split()) < 3 or "|" in line.words:
            continue
        like = overlap(line, reference) * min(1.0, len(line.words.split()) / WORDS_OF_A_TITLE)
        like -= 0.5 if line.bullet else 0
        if like > most or (best is not None and like >= most - 0.12 and line.key != lines[best].key):
            best, most = i, max(like, most)
    if best is None:
        head = [
            i
            for i in range(start, lead)
            if lines[i].label == "text" and len(lines[i].words.split()) >= 5 and not lines[i].bullet
        ]
        if head and (head[-1] == lead - 1 or all(lines[i].label != "text" for i in range(head[-1] + 1, lead))):
            return head[-1] if overlap(lines[head[-1]], reference) > 0.05 else None
    return best


def dates_the_lead(lines: Sequence[Line], at: int, lead: int) -> bool:
    """Whether a stamp before the title, the only one, is of the day that the lead tells of, or just after it."""
    stamp = lines[at]
    others = [line for line in lines[:lead] if line.label == "stamp" and line is not lines[at]]
    day = stamp.when.first if stamp.when else None
    if others or day is None or day.day is None:
        return False
    told = [when.last or when.first for when in dates(lines[lead].words) if when.first.day]
    return any(when.month == day.month and 0 <= day.day - (when.day or 0) <= DAYS_TO_PRINT for when in told)
