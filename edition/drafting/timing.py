"""The time that a figure is of: a year, or a beginning, said beside it or at the head of its sentence."""

from __future__ import annotations

import re

_TIME = re.compile(
    r"\b(?:[Ss]ince|[Tt]ừ năm|[Kk]ể từ năm|[Tt]ừ)\s+(?P<since>(?:19|20)\d\d)(?!\s*[-–]|\s*đến\s*\d)|\b(?:[Ii]n|"
    r"[Nn]ăm)\s+(?P<in>(?:19|20)\d\d)(?!\s*[-–])"
)
_CLAUSE = re.compile(r"[;:]\s|,\s|\s[-–—]\s")
HEAD = 12
"""So many characters stand before a time at most that is said of the whole sentence."""


def time_of(sentence: str, at: int) -> tuple[str, int, int] | None:
    """The time, as EDTF, of the figure at `at` in a sentence, and where its words stand; None if none is said."""
    ends = [match.start() for match in _CLAUSE.finditer(sentence)]
    first = max((end for end in ends if end < at), default=0)
    last = min((end for end in ends if end >= at), default=len(sentence))
    for match in _TIME.finditer(sentence):
        if first <= match.start() < last or match.start() <= HEAD:
            return f"{match['since']}/.." if match["since"] else match["in"], match.start(), match.end()
    return None
