"""One story of a file, taken apart: its sentences with the places, organisations and persons they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from edition.drafting.agreements import documents
from edition.drafting.beside import across, by_letters, explained, joined, of_other_country, owners
from edition.drafting.blocks import Piece, captions
from edition.drafting.blocks.corrections import is_correction
from edition.drafting.bodies import bodies, those
from edition.drafting.dates import dates
from edition.drafting.districts import TYPE as DISTRICT
from edition.drafting.districts import districts
from edition.drafting.finding import organisations
from edition.drafting.metadata import agency, paper, side
from edition.drafting.names import Letters
from edition.drafting.organisations import Found
from edition.drafting.owners import Context, ours
from edition.drafting.parties import Sentence
from edition.drafting.people import Person, people
from edition.drafting.places import Mention
from edition.drafting.recognising import Document
from edition.text import sentences as sentence_spans

LONGEST_BLOCK = 60_000
"""Of a paragraph longer than any newspaper's, only the beginning is read for names."""


class Story(Struct, dict=True):
    """A story: its number, its pieces, its sentences, and all that is named in it."""

    text: str
    number: int
    pieces: list[Piece]
    sentences: list[Sentence]
    mentions: list[Mention]
    organisations: list[Found]
    people: list[Person]
    language: str

    @cached_property
    def documents(self) -> list[Document]:
        """The agreements that the story speaks of."""
        stamps = [w for p in self.pieces if p.label == "date" for w in dates(self.text, p.start, p.end)]
        return documents(self.sentences, self.language, stamps)


def take_apart(
    letters: Letters, pieces: Sequence[Piece], number: int, mentions: Sequence[Mention], language: str
) -> Story:
    """Cut a story into sentences and find who is named in each."""
    text = letters.text
    own = [p for p in pieces if p.story == number]
    read = [p for p in own if p.label in ("title", "body", "caption")]
    inside = [m for m in mentions if any(p.start <= m.start < p.end for p in read)]
    credited = [span for p in read if p.label == "caption" for span in captions.credits_of(text, p.start, p.end)]
    inside = [m for m in inside if not any(a <= m.start < b for a, b in credited)]
    mark = agency(text, own)
    context = Context(inside, side(mark[0] if mark else "", language) or "VN")
    context.speaks_for(paper(mark[0] if mark else ""), [m for m in mentions if m not in inside])
    inside = sorted([*inside, *ours(text, read, context)], key=lambda m: m.start)
    parts: list[_Part] = []
    for piece in read:
        earlier = [o for part in parts if not part.correction for o in part.organisations]
        parts.append(_part(text, piece, inside, context, earlier, language))
    known = [o for part in parts if not part.correction for o in part.organisations]
    whose = owners(text, known)
    for part in parts:
        part.organisations = [of_other_country(explained(o, whose), known) for o in part.organisations]
    bodies_named = [o for part in parts if not part.correction for o in part.organisations]
    people_named = [p for part in parts for p in part.people]
    found = [s for part in parts for s in _sentences(text, part, number)]
    count = 0
    for sentence in found:
        if not (sentence.title or sentence.caption):
            sentence.number, count = count, count + 1
        sentence.heads = tuple(_heads(sentence, people_named, bodies_named))
    named = [m for part in parts for m in part.places]
    return Story(text, number, own, found, named, bodies_named, people_named, language)


class _Part(Struct):
    """A piece of a story with what is named in it."""

    piece: Piece
    end: int
    correction: bool
    places: list[Mention]
    organisations: list[Found]
    districts: list[Found]
    people: list[Person]


def _part(
    text: str, piece: Piece, inside: Sequence[Mention], context: Context, earlier: Sequence[Found], language: str
) -> _Part:
    start, end = piece.start, min(piece.end, piece.start + LONGEST_BLOCK)
    correction = is_correction(text[start:end])
    here = [m for m in inside if start <= m.start < end]
    orgs = organisations(text, start, end, here, context, language)
    orgs = list(joined(text, orgs)) if language == "vi" else orgs
    orgs += bodies(text, start, end, here, orgs, language, earlier)
    orgs.sort(key=lambda o: o.head[0])
    orgs += list(those(text, here, orgs))
    orgs.sort(key=lambda o: o.head[0])
    orgs += by_letters(text, start, end, (*earlier, *orgs))
    orgs.sort(key=lambda o: o.head[0])
    orgs = list(across(text, orgs, context))
    local = [d for d in districts(text, start, end, inside, language) if not _within(d, orgs)]
    orgs += [d for d in local if d.type != DISTRICT]
    persons = [] if correction else people(text, start, end, here, language)
    here = [m for m in here if not any(p.name[0] < m.start and m.end <= p.name[1] for p in persons)]
    return _Part(piece, end, correction, here, orgs, [d for d in local if d.type == DISTRICT], persons)


def _sentences(text: str, part: _Part, story: int) -> Iterator[Sentence]:
    """The sentences of a piece, not yet numbered."""
    offices = [p.office for p in part.people if p.office]
    for a, b in sentence_spans(text[part.piece.start : part.end]):
        start, stop = part.piece.start + a, part.piece.start + b
        yield Sentence(
            text,
            start,
            stop,
            0,
            part.piece.label == "title",
            part.piece.label == "caption",
            part.correction,
            tuple(m for m in part.places if start <= m.start < stop),
            tuple(o for o in part.organisations if start <= o.head[0] < stop),
            tuple(o for o in offices if start <= o[0] < stop),
            tuple(o for o in part.districts if start <= o.start < stop),
            story,
        )


def _heads(sentence: Sentence, persons: Sequence[Person], bodies: Sequence[Found]) -> Iterator[tuple[int, Found]]:
    """Where a sentence names persons whose office was told before, with the body of each."""
    for person in persons:
        name, office = sentence.text[slice(*person.name)], person.office
        if not office or person.name[1] > sentence.start or (at := _find(sentence, name)) < 0:
            continue
        own = [o for o in bodies if office[0] <= o.head[0] and o.head[1] <= office[1] and o.province]
        if len(own) == 1:
            yield at, own[0]


def _find(sentence: Sentence, name: str) -> int:
    return sentence.text.find(name, sentence.start, sentence.end)


def _within(one: Found, others: Sequence[Found]) -> bool:
    return any(other.start <= one.start and one.end <= other.end for other in others)
