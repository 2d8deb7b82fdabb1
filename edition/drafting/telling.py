"""What an article tells of: the kind of event that its lead reports, and what else took place on the occasion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from edition.drafting.dates import dates
from edition.drafting.parties import Sentence
from edition.drafting.rules import rules

SIGNING, MEETING, VISIT = "signing", "meeting", "visit"
NEAR = 45
"""So many characters stand between "a visit to" and the province: "the central province of"."""
_VISIT = re.compile(r"\b(?:visits? to|visited|visiting|thăm|làm việc tại)\s", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:will|would|shall|scheduled|slated|is to|are to|expected|plans? to|sẽ|dự kiến|sắp)\b", re.IGNORECASE
)


class Told(Struct, frozen=True):
    """An event beside the lead's: its kind, the sentence that tells it, and the words "the same day", if any."""

    type: str
    sentence: Sentence
    same_day: tuple[int, int] | None


class _Rules(Struct, frozen=True):
    types: tuple[tuple[str, re.Pattern[str]], ...]
    further: tuple[tuple[str, bool, re.Pattern[str]], ...]
    same_day: re.Pattern[str]
    another_day: re.Pattern[str]


@cache
def _rules() -> _Rules:
    data = rules("events")
    return _Rules(
        tuple((one["type"], re.compile(one["any"], re.IGNORECASE)) for one in data["types"]),
        tuple((one["type"], "cue" in one, re.compile(one["any"])) for one in data["further"]),
        re.compile(data["same_day"], re.IGNORECASE),
        re.compile(data["another_day"], re.IGNORECASE),
    )


def alone(sentence: Sentence) -> Sentence:
    """The sentence as if it stood first, so that a month in it may date it."""
    return replace(sentence, number=0, title=False, caption=False)


def kind(words: str) -> str:
    """The kind of event that a title and lead report."""
    return next((type_ for type_, pattern in _rules().types if pattern.search(words)), MEETING)


def visited(sentence: Sentence) -> tuple[str, int, int] | None:
    """The province that a sentence says was visited, with where its words stand."""
    for match in _VISIT.finditer(sentence.text, sentence.start, sentence.end):
        for place in sentence.places:
            if place.what == "province" and 0 <= place.start - match.end() < NEAR:
                return sentence.text[place.start : place.end], place.start, place.end
    return None


def further(sentences: Sequence[Sentence], main: str, signings: Sequence[Sentence]) -> Iterator[Told]:
    """What else took place, each kind once: signings that are no part of the lead, talks, visits, courtesy calls."""
    body = [s for s in sentences if not s.title and not s.correction]
    lead = next((s for s in body if not s.caption), None)
    seen = {main}
    for sentence in body:
        told = None if sentence is lead else _told(sentence, signings)
        if told and told.type not in seen:
            seen.add(told.type)
            yield told


def _told(sentence: Sentence, signings: Sequence[Sentence]) -> Told | None:
    known, words = _rules(), sentence.text[sentence.start : sentence.end]
    match = known.same_day.search(words)
    same_day = (sentence.start + match.start(), sentence.start + match.end()) if match else None
    if sentence in signings:
        return Told(SIGNING, sentence, same_day)
    if sentence.caption or _TO_COME.search(words):
        return None
    cue = match or known.another_day.match(words) or _opens_with_day(sentence)
    found = next((type_ for type_, asks, p in known.further if p.search(words) and (cue or not asks)), None)
    return Told(found, sentence, same_day) if found else None


def _opens_with_day(sentence: Sentence) -> bool:
    """Whether a sentence begins by saying on which day."""
    return any(
        when.first.day is not None and when.start - sentence.start < len("In the afternoon of September ")
        for when in dates(sentence.text, sentence.start, sentence.end)
    )
