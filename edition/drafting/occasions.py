"""What took place: the event that each story's lead reports, and what else its sentences tell of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from edition.drafting import happening, metadata, telling
from edition.drafting.happening import Dated
from edition.drafting.reading import HappeningRead, Reading, Value
from edition.drafting.story import Story

if TYPE_CHECKING:
    from edition.drafting.gathering import Gatherer

Where = tuple[str, int, int] | None


def occasions(gatherer: Gatherer, stories: Sequence[Story], head: Reading) -> Iterator[HappeningRead]:
    """What the stories tell of, the event of the first one's lead first."""
    for story in stories:
        main = _reported(gatherer, story, head, first=story is stories[0])
        yield main
        yield from _further(gatherer, story, head, main.type)


def _reported(gatherer: Gatherer, story: Story, head: Reading, *, first: bool) -> HappeningRead:
    """The event that the lead reports."""
    title = head.title.value if head.title and first else ""
    lead = next((s for s in story.sentences if not s.title and not s.caption), None)
    told = gatherer.text[lead.start : lead.end] if lead else ""
    kind = telling.kind(f"{told} {title}")
    date = head.event if first else _date(gatherer, happening.event(story.sentences, _issued(head), None, story.number))
    where = metadata.place(lead, gatherer.language) if lead else None
    where = where or _where_dated(gatherer, story, date)
    where = where or (telling.visited(lead) if lead and kind == telling.VISIT else None)
    words = gatherer.words(lead.start, lead.end) if lead else gatherer.words(0, 0)
    return HappeningRead(
        kind, words, date, None, *_place(gatherer, story, where), story=gatherer.number(story), lead=True
    )


def _further(gatherer: Gatherer, story: Story, head: Reading, kind: str) -> Iterator[HappeningRead]:
    """What else took place, beside the event that the lead reports."""
    signings = [d.signing.sentence for d in story.documents if d.status == "signed" and d.signing]
    for told in telling.further(story.sentences, kind, signings):
        date = _date(gatherer, happening.event([telling.alone(told.sentence)], _issued(head), None, story.number))
        where = None if told.sentence.caption else metadata.place(told.sentence, gatherer.language)
        same_day = gatherer.words(*told.same_day) if told.same_day and not date else None
        words = gatherer.words(told.sentence.start, told.sentence.end)
        place = _place(gatherer, story, where)
        yield HappeningRead(told.type, words, date, same_day, *place, story=gatherer.number(story))


def _place(gatherer: Gatherer, story: Story, where: Where) -> tuple[Value | None, str]:
    return gatherer.value(*where) if where else None, gatherer.place_id(story, where)


def _issued(head: Reading) -> Dated | None:
    return Dated(head.published.value, 0, 0) if head.published else None


def _date(gatherer: Gatherer, day: Dated | None) -> Value | None:
    return gatherer.value(day.edtf, day.start, day.end, day.inferred) if day else None


def _where_dated(gatherer: Gatherer, story: Story, date: Value | None) -> Where:
    """Where the sentence that dates the event says it was, if that is not the lead."""
    if date is None:
        return None
    for sentence in story.sentences:
        words = gatherer.words(sentence.start, sentence.end)
        if words.start <= date.words.start < words.end and not sentence.title and not sentence.caption:
            return metadata.place(sentence, gatherer.language)
    return None
