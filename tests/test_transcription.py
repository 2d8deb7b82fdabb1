"""Blocks tile the whole text of a source: nothing can disappear."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from edition.problems import Location, Problem
from edition.transcription import KEPT, LABELS, SET_ASIDE, Beginning, Transcription, cut

TEXT = "Title\n\nVNA — First. Second!\n\nComment\nSend\n"


def beginnings(*words: str, label: str = "body") -> list[Beginning]:
    return [Beginning(label, begins, "", Location("s.md", n)) for n, begins in enumerate(words, 1)]


def tiles(transcription: Transcription) -> bool:
    """Whether blocks, in order, and white space between them make up the text."""
    reached = 0
    for block in transcription.blocks:
        if block.start < reached or transcription.text[reached : block.start].strip():
            return False
        reached = block.end
    return not transcription.text[reached:].strip()


@given(st.text(alphabet="ab \n.", max_size=60), st.lists(st.tuples(st.integers(0, 59), st.integers(1, 8)), max_size=6))
def test_blocks_and_white_space_between_them_are_the_text(text: str, places: list[tuple[int, int]]) -> None:
    first = text.strip()[:1]
    assume(first)
    words = [text[start : start + length].strip() for start, length in sorted(places)]
    transcription = cut(text, beginnings(first, *filter(None, words)), [])
    assert tiles(transcription)


@given(st.lists(st.text(alphabet="abc.", min_size=1, max_size=12), min_size=1, max_size=8))
def test_blocks_given_by_their_own_words_are_those_blocks(parts: list[str]) -> None:
    problems: list[Problem] = []
    transcription = cut("\n".join(parts), beginnings(*parts), problems)
    assert [transcription.words(block) for block in transcription.blocks] == parts
    assert not problems


def test_a_block_runs_to_the_next_and_leaves_out_the_white_space_around_it() -> None:
    transcription = cut(TEXT, beginnings("Title", "VNA", "First", "Comment"), [])
    words = [transcription.words(block) for block in transcription.blocks]
    assert words == ["Title", "VNA —", "First. Second!", "Comment\nSend"]
    assert [block.anchor for block in transcription.blocks] == ["b1", "b2", "b3", "b4"]


def test_words_are_looked_for_behind_the_block_before() -> None:
    transcription = cut("Laos. Laos again. Laos.", beginnings("Laos", "Laos", "Laos"), [])
    assert [block.start for block in transcription.blocks] == [0, 6, 18]


def test_words_in_the_wrong_order_and_text_before_the_first_block_are_problems() -> None:
    problems: list[Problem] = []
    cut(TEXT, beginnings("First", "VNA"), problems)
    assert [(problem.code, problem.location.line) for problem in problems] == [
        ("block-not-found", 2),
        ("text-in-no-block", 1),
    ]


def test_only_kept_blocks_can_be_quoted_and_only_the_body_has_sentences() -> None:
    labels = iter(LABELS)
    marks = [Beginning(label, str(n), "", Location("s.md")) for n, label in enumerate(labels, 10)]
    transcription = cut("\n".join(f"{n} One. Two." for n in range(10, 10 + len(LABELS))), marks, [])
    assert tuple(block.label for block in transcription.kept()) == KEPT
    assert {block.label for block in transcription.blocks if not block.kept} == set(SET_ASIDE)
    assert {block.label for block, _, _ in transcription.sentences()} == {"body"}


def test_sentences_are_told_by_their_place_in_the_whole_text() -> None:
    transcription = cut(TEXT, beginnings("Title", "First", "Comment"), [])
    assert [TEXT[start:end] for _, start, end in transcription.sentences()][1:3] == ["First.", "Second!"]
