from __future__ import annotations

from collections.abc import Iterable, Iterator

from hypothesis import given
from hypothesis import strategies as st

from edition.evidence import Passage
from edition.presenting import transcript
from edition.presenting.transcript import GAP, MARK, REFERENCE, SILENT, TEXT, Piece
from edition.transcription import Block, Transcription

WORDS = "The two sides signed a memorandum, and both hoped for more."
BLOCK = Block(1, "body", 0, len(WORDS), "")


def pieces(*passages: tuple[int, int], silent: list[tuple[int, int]] | None = None) -> tuple[Piece, ...]:
    found = [Passage("source", 1, start, end) for start, end in sorted(set(passages), key=lambda p: (p[0], -p[1]))]
    numbers = {passage: number for number, passage in enumerate(found, 1)}
    whole = [(0, len(WORDS))]
    return transcript.pieces(Transcription(WORDS, (BLOCK,)), BLOCK, numbers, silent or [], whole)


def walk(found: Iterable[Piece]) -> Iterator[Piece]:
    for piece in found:
        yield piece
        yield from walk(piece.pieces)


def text_of(found: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in walk(found))


def at(words: str) -> tuple[int, int]:
    return WORDS.index(words), WORDS.index(words) + len(words)


def test_a_passage_inside_another_is_a_mark_inside_its_mark() -> None:
    outer, inner = at("sides signed a memorandum"), at("a memorandum")
    before, mark, reference, after = pieces(outer, inner)
    assert (before.kind, mark.kind, reference.kind, after.kind) == (TEXT, MARK, REFERENCE, TEXT)
    assert text_of([mark]) == "sides signed a memorandum"
    assert [text_of([p]) for p in mark.pieces if p.kind == MARK] == ["a memorandum"]


def test_the_numbers_of_passages_that_end_in_one_place_are_told_apart() -> None:
    _, outer, of_outer, *_ = pieces(at("sides signed a memorandum"), at("a memorandum"))
    assert of_outer.parted
    assert [piece.parted for piece in outer.pieces if piece.kind == REFERENCE] == [False]
    _, _, of_other, *_ = pieces(at("sides signed a memorandum"), at("signed"))
    assert not of_other.parted


def test_a_passage_that_crosses_the_end_of_another_goes_on_behind_it() -> None:
    first, second = at("two sides signed"), at("signed a memorandum")
    _, one, _, rest, reference, _ = pieces(first, second)
    begun = next(p for p in one.pieces if p.kind == MARK)
    assert (text_of([begun]), begun.anchor) == ("signed", f"q{second[0]}-{second[1]}")
    assert (text_of([rest]), rest.anchor) == (" a memorandum", "")
    assert reference.anchor == f"c{second[0]}-{second[1]}"


def test_a_silent_sentence_is_set_apart_and_has_no_number() -> None:
    _, silent, _ = pieces(silent=[at("and both hoped")])
    assert (silent.kind, text_of([silent])) == (SILENT, "and both hoped")


def test_what_is_not_shown_is_counted_and_gone() -> None:
    passage = Passage("source", 1, *at("signed"))
    shown = [at("signed a memorandum,")]
    found = transcript.pieces(Transcription(WORDS, (BLOCK,)), BLOCK, {passage: 1}, [], shown)
    assert [p.number for p in found if p.kind == GAP] == [len("The two sides"), len("and both hoped for more.")]
    assert text_of(found).strip() == "signed a memorandum,"


@given(st.lists(st.tuples(st.integers(0, len(WORDS) - 1), st.integers(1, len(WORDS))).filter(lambda p: p[0] < p[1])))
def test_however_passages_overlap_the_text_is_whole_and_every_anchor_and_number_stands_once(
    passages: list[tuple[int, int]],
) -> None:
    found = pieces(*passages)
    assert text_of(found) == WORDS
    anchors = [p.anchor for p in walk(found) if p.kind == MARK and p.anchor]
    assert sorted(anchors) == sorted(f"q{start}-{end}" for start, end in set(passages))
    numbers = [p.number for p in walk(found) if p.kind == REFERENCE]
    assert sorted(numbers) == list(range(1, len(set(passages)) + 1))


@given(st.lists(st.tuples(st.integers(0, len(WORDS) - 1), st.integers(1, len(WORDS))).filter(lambda p: p[0] < p[1])))
def test_however_passages_overlap_each_is_marked_from_its_first_character_to_its_last(
    passages: list[tuple[int, int]],
) -> None:
    marked: set[int] = set()
    position = 0

    def visit(found: Iterable[Piece], inside: bool) -> None:
        nonlocal position
        for piece in found:
            if piece.kind == TEXT and inside:
                marked.update(range(position, position + len(piece.text)))
            position += len(piece.text)
            visit(piece.pieces, inside or piece.kind == MARK)

    visit(pieces(*passages), False)
    assert marked == {i for start, end in passages for i in range(start, end)}
