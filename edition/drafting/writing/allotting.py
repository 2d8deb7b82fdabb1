"""Which entry each statement of an article belongs to: the most specific that it speaks of (docs/entries.md).

What a document provides goes to the agreement, what two sides have long done without a document to a cooperation, what
was said at further talks to those, and all else to the event of the lead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from edition.drafting.reading import Reading, StatementRead, Words

SIGNED, PLANNED, PLAN = "signed", "planned", "plan"
Numbered = Sequence[tuple[int, StatementRead]]
"""Statements with their numbers in the article, from 1."""

_UNDER = re.compile(
    r"(?:Under|According to|As part of|In accordance with)\s+(?:the|this|their|its|which)\b[^,.;]{0,60}?"
    r"(?:agreement|memorandum|MoU|MOU|plan|programme|pact|document)\b|"
    r"The (?:[\w–-]+ )?(?:agreement|memorandum|MoU|MOU|plan|programme|pact|document) (?!was|were)|"
    r"Theo (?:nội dung )?(?:bản |các )?(?:thỏa thuận|ghi nhớ|biên bản|kế hoạch|chương trình|quy chế|văn bản)",
)
_BOTH = re.compile(
    r"\b(?:both|two|three|four) (?:sides|provinces|localities|parties|unions)\b|\b[Tt]hey\b|"
    r"\b(?:[Hh]ai|[Bb]a|[Bb]ốn|[Cc]ác) (?:bên|tỉnh|địa phương)\b"
)
_SAME = re.compile(r"(?:They|He|She|Họ|Ông|Bà)\b(?! [A-ZĐ])")
_STANDING = re.compile(
    r"\b(?:[Ss]ince (?:19|20)\d\d|[Ii]n recent (?:times|years)|(?:[Oo]ver|[Ff]or|[Ii]n|[Dd]uring) the (?:past|last)|"
    r"[Ss]o far|[Tt]o date|(?:every|each) year|annually|regularly|[Dd]uring the COVID-19 pandemic|"
    r"(?:have|has) (?:also |always |long )?(?:boosted|maintained|supported|granted|helped|cooperated|provided|"
    r"strengthened|trained|built)|"
    r"(?:[Tt]ừ|[Kk]ể từ) năm (?:19|20)\d\d|[Tt]hời gian qua|[Nn]hững năm (?:qua|gần đây)|\w+ năm (?:qua|gần đây)|"
    r"đến nay|hằng năm|hàng năm|mỗi năm|thường xuyên)\b"
)


class Shares(Struct, frozen=True):
    """The statements of each agreement and each event (0 is the lead's), and those of a standing cooperation."""

    agreements: Mapping[int, Numbered]
    events: Mapping[int, Numbered]
    cooperation: Numbered

    def without_cooperation(self) -> Shares:
        """The same, what would be a cooperation's told with the event of the lead."""
        lead = sorted((*self.events.get(0, ()), *self.cooperation), key=lambda one: one[0])
        return Shares(self.agreements, {**self.events, 0: lead}, ())


def main_event(reading: Reading, story: int) -> int:
    """The event that the lead of a story reports: 0 for the first story's, else its number among the further ones."""
    return next((n for n, one in enumerate(reading.further, 1) if one.lead and one.story == story), 0)


def event_of(reading: Reading, words: Words, story: int) -> int:
    """The event in whose sentence some words of a story stand, or else that of its lead."""
    told = (n for n, one in enumerate(reading.further, 1) if _within(words, one.words))
    return next(told, main_event(reading, story))


def event_of_person(reading: Reading, words: Words, story: int) -> int:
    """The event at which a person is named: talks go on to the end of the story, or to what is told next."""
    told = [n for n, one in enumerate(reading.further, 1) if one.words.start <= words.start and one.story == story]
    talks = told and reading.further[told[-1] - 1].type == "meeting"
    return told[-1] if talks else event_of(reading, words, story)


def allot(reading: Reading, most: int) -> Shares:
    """Give each of the first `most` statements to one entry."""
    agreements: dict[int, list[tuple[int, StatementRead]]] = {}
    events: dict[int, list[tuple[int, StatementRead]]] = {}
    standing: list[tuple[int, StatementRead]] = []
    talks = before = story = 0
    for number, said in enumerate(reading.statements[:most], 1):
        main = main_event(reading, said.story)
        told = event_of(reading, said.words, said.story)
        own = told if told != main else 0
        if own or said.story != story:
            talks = own if own and reading.further[own - 1].type == "meeting" else 0
        story = said.story
        document = _document(reading, said) if not own else None
        if document is not None:
            agreements.setdefault(document, []).append((number, said))
        elif not own and _is_standing(reading, said):
            standing.append((number, said))
        else:
            spoken = said.type not in ("activity", "difficulty")
            at = own or (talks if spoken else 0) or (before if _SAME.match(reading.quote(said.words)) else 0) or main
            events.setdefault(at, []).append((number, said))
        before = own
    return Shares(agreements, events, tuple(standing))


def _document(reading: Reading, said: StatementRead) -> int | None:
    """The agreement that a statement is of: it says so, or both sides undertake it behind the one they signed."""
    signed = [n for n, one in enumerate(reading.agreements) if one.status.value == SIGNED and not one.entry]
    words = reading.quote(said.words)
    if _UNDER.match(words):
        named = [n for n, one in enumerate(reading.agreements) if one.period and _within(one.period.words, said.words)]
        named = [n for n in named if not reading.agreements[n].entry]
        return next(iter(named or signed), None) if len(named or signed) == 1 else None
    both = _BOTH.search(words) or {"VN", "LA"} <= {party.side for party in said.by}
    if said.type not in ("commitment", PLAN) or len(signed) != 1 or not both:
        return None
    behind = said.words.start > reading.agreements[signed[0]].status.words.end
    return signed[0] if behind and said.words.start > reading.agreements[signed[0]].sentence.end else None


def _is_standing(reading: Reading, said: StatementRead) -> bool:
    """Whether a statement tells of what two sides have long done, in an article that names no agreement of theirs."""
    told = said.type in ("activity", "assessment") and _STANDING.search(reading.quote(said.words))
    return bool(told) and all(one.status.value == PLANNED for one in reading.agreements)


def _within(words: Words, stretch: Words) -> bool:
    return stretch.start <= words.start and words.end <= stretch.end
