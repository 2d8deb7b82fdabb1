"""Reading an article: every detector in turn, from the source's text to a frozen reading."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from edition.drafting import happening, metadata
from edition.drafting.blocks import Piece, aside, label
from edition.drafting.gathering import Gatherer
from edition.drafting.language import language as language_of
from edition.drafting.names import Letters
from edition.drafting.places import places_of
from edition.drafting.reading import BlockRead, Reading, Value, Words
from edition.drafting.scope import Scope, scope
from edition.drafting.story import Story, take_apart
from edition.drafting.view import View, view
from edition.gazetteer import Gazetteer
from edition.sources import Source

MOST_STORIES = 40
LONGEST_READ = 150_000
"""Of a longer file, blocks are labelled to the end, but names and agreements are looked for only so far."""


def read_article(source: Source, gazetteer: Gazetteer) -> Reading:
    """Read one source. Nothing is written, and nothing raises for what an article may hold."""
    seen = view(source.text)
    pieces = list(label(seen.text))
    kept = "\n".join(seen.text[p.start : p.end] for p in pieces if p.label in ("title", "body", "caption"))
    language = language_of(kept or seen.text)
    letters = Letters(seen.text[:LONGEST_READ])
    places = places_of(gazetteer)
    mentions = places.mentions(letters)
    countries = places.country_words(letters)
    within = [p for p in pieces if p.end <= LONGEST_READ]
    numbers = sorted({p.story for p in pieces})
    stories = [take_apart(letters, within, number, mentions, language) for number in numbers[:MOST_STORIES]]
    scopes = {story.number: scope(story.sentences, countries, language) for story in stories}
    chosen = [story for story in stories if scopes[story.number].value == "in"]
    main = chosen[0] if chosen else next((s for s in stories if s.sentences), stories[0] if stories else None)
    pieces = _set_aside(seen.text, pieces, {s.number for s in chosen} or ({main.number} if main else set()))
    numbering = {story.number: place for place, story in enumerate(chosen or ([main] if main else []), 1)}
    blocks = tuple(_block(seen, p, numbering) for p in pieces)
    if main is None:
        return _nothing(source, language, blocks)
    found = scopes[main.number]
    head = _head(seen, main, pieces, language, source, blocks, found)
    if not chosen:
        return head
    return Gatherer(seen, language, set(gazetteer.ids), numbering).gather(head, chosen)


def _set_aside(text: str, pieces: Sequence[Piece], kept: set[int]) -> list[Piece]:
    """Stories that are not kept are another story's text, but for a date that the whole page has."""
    dated = any(p.label == "date" and p.story in kept for p in pieces)
    found = []
    for piece in pieces:
        if piece.story in kept or not piece.kept or (piece.label == "date" and not dated):
            found.append(piece)
        else:
            found.append(replace(aside("other-story", piece.start, piece.end), story=piece.story))
    return found


def _block(seen: View, piece: Piece, numbering: dict[int, int]) -> BlockRead:
    return BlockRead(
        piece.label, Words(*seen.original(piece.start, piece.end)), piece.reason, numbering.get(piece.story, 1)
    )


def _nothing(source: Source, language: str, blocks: tuple[BlockRead, ...]) -> Reading:
    reason = "There is no article: the file holds navigation only."
    return Reading(source, language, "out", reason, None, blocks, None, None, None, None, None)


def _head(
    seen: View,
    story: Story,
    pieces: Sequence[Piece],
    language: str,
    source: Source,
    blocks: tuple[BlockRead, ...],
    found: Scope,
) -> Reading:
    """What the article says of itself."""
    text = seen.text
    own = [p for p in pieces if p.story == story.number]
    value = _Values(seen)
    title = next((p for p in own if p.label == "title"), None)
    agency, byline = metadata.agency(text, own), metadata.byline(text, own)
    published = metadata.published(text, own) or metadata.published(text, pieces)
    begins = _begins(story)
    event = happening.event(story.sentences, published, begins, story.number)
    lead = next((s for s in story.sentences if not s.title and not s.caption), None)
    unsure = []
    if not found.sure:
        unsure.append(f"The scope is not plain: {found.reason}")
    if title is None and lead is not None:
        unsure.append("The article has lost its title.")
    if published is None:
        unsure.append("Nothing dates the article's publication.")
    return Reading(
        source=source,
        language=language,
        scope=found.value,
        scope_reason=found.reason,
        scope_words=Words(*seen.original(found.start, found.end)) if found.end > found.start else None,
        blocks=blocks,
        title=value.of(" ".join(text[title.start : title.end].split()), title.start, title.end) if title else None,
        agency=value.of(*agency) if agency else None,
        byline=value.of(*byline) if byline else None,
        published=value.of(published.edtf, published.start, published.end, published.inferred) if published else None,
        event=value.of(event.edtf, event.start, event.end, event.inferred) if event else None,
        side=metadata.side(agency[0] if agency else "", language),
        lead=Words(*seen.original(lead.start, lead.end)) if lead else None,
        unsure=tuple(unsure),
    )


def _begins(story: Story) -> int | None:
    """The year in which the agreement begins that was signed at the event."""
    for document in story.documents:
        if document.status == "signed" and document.period:
            return document.period.years[0]
    return None


class _Values:
    """Makes values of what stands in a view."""

    def __init__(self, seen: View) -> None:
        self.seen = seen

    def of(self, value: str, start: int, end: int, inferred: str = "") -> Value:
        return Value(value, Words(*self.seen.original(start, end)), (), inferred)
