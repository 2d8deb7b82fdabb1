"""One story of a file, taken apart: its sentences with the places, organisations and persons they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from edition.drafting.agreements import documents
from edition.drafting.beside import joined
from edition.drafting.blocks import Piece, captions
from edition.drafting.blocks.corrections import is_correction
from edition.drafting.bodies import bodies, those
from edition.drafting.dates import dates
from edition.drafting.districts import TYPE as DISTRICT
from edition.drafting.districts import districts
from edition.drafting.metadata import agency, side
from edition.drafting.names import Letters
from edition.drafting.organisations import Found, organisations
from edition.drafting.owners import Context
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
    found: list[Sentence] = []
    all_organisations: list[Found] = []
    named: list[Mention] = []
    all_people: list[Person] = []
    count = 0
    for piece in read:
        end = min(piece.end, piece.start + LONGEST_BLOCK)
        correction = is_correction(text[piece.start : end])
        here = [m for m in inside if piece.start <= m.start < end]
        orgs = organisations(text, piece.start, end, here, context, language)
        orgs = list(joined(text, orgs)) if language == "vi" else orgs
        orgs += bodies(text, piece.start, end, here, orgs, language)
        orgs.sort(key=lambda o: o.head[0])
        orgs += list(those(text, here, orgs))
        orgs.sort(key=lambda o: o.head[0])
        local = [d for d in districts(text, piece.start, end, inside, language) if not _within(d, orgs)]
        orgs += [d for d in local if d.type != DISTRICT]
        persons = [] if correction else people(text, piece.start, end, here, language)
        offices = [p.office for p in persons if p.office]
        here = [m for m in here if not any(p.name[0] < m.start and m.end <= p.name[1] for p in persons)]
        named += here
        for a, b in sentence_spans(text[piece.start : end]):
            start, stop = piece.start + a, piece.start + b
            found.append(
                Sentence(
                    text,
                    start,
                    stop,
                    count if piece.label == "body" else 0,
                    piece.label == "title",
                    piece.label == "caption",
                    correction,
                    tuple(m for m in here if start <= m.start < stop),
                    tuple(o for o in orgs if start <= o.head[0] < stop),
                    tuple(o for o in offices if start <= o[0] < stop),
                    tuple(o for o in local if start <= o.start < stop and o.type == DISTRICT),
                    number,
                )
            )
            count += piece.label == "body"
        if not correction:
            all_organisations += orgs
            all_people += persons
    for sentence in found:
        sentence.heads = tuple(_heads(sentence, all_people, all_organisations))
    return Story(text, number, own, found, named, all_organisations, all_people, language)


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
