"""Cutting a title and a paragraph: what stands before and behind the words that are the article's own."""

from __future__ import annotations

from edition.drafting.blocks import marks
from edition.drafting.blocks.lines import Line
from edition.drafting.blocks.piece import Piece, aside

_MARKUP = "#*_= "


def around_a_title(line: Line) -> tuple[list[Piece], list[Piece]]:
    """The pieces before and behind a title, which the line loses: markup, an agency's mark, the site's name."""
    before: list[Piece] = []
    behind: list[Piece] = []
    words = line.words.lstrip(_MARKUP)
    if words and len(words) < len(line.words):
        before.append(aside("navigation", line.start, line.end - len(words)))
        line.start = line.end - len(words)
    begins = marks.before_a_title(line.text, line.start, line.end)
    if begins > line.start:
        before.append(Piece("agency", line.start, line.start + len(line.text[line.start : begins].rstrip())))
        line.start = begins
    ends = line.start + len(
        line.text[line.start : marks.behind_a_title(line.text, line.start, line.end)].rstrip(_MARKUP)
    )
    if ends < line.end:
        behind.append(aside("navigation", ends, line.end))
        line.end = ends
    return before, behind


def paragraph(line: Line) -> list[Piece]:
    """The article's words, with the marks before and behind them."""
    found: list[Piece] = []
    start, end = line.start, line.end
    begins, _, place = marks.opening(line.text, start, end)
    if begins > start:
        mark = line.text[start:begins].rstrip()
        found.append(Piece("dateline" if place else "agency", start, start + len(mark)))
        start = begins
    ends = marks.closing(line.text, start, end)
    found.append(Piece("body", start, start + len(line.text[start : ends[-1][0] if ends else end].rstrip())))
    for a, b, name in reversed(ends):
        signed = name or (line.text[a] in "—–-" and line.text[a:b].strip(" —–-./"))
        found.append(Piece("agency", a, b) if signed else aside("end-mark", a, b))
    return found
