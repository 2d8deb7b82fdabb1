"""A quotation stands in its source exactly, or not at all."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec import structs

from edition.evidence import Finder, Passage, Quotation
from edition.problems import Location, Problem
from edition.text import normalise
from edition.transcription import Beginning, Transcription, cut


def transcription(*blocks: tuple[str, str]) -> Transcription:
    """A transcription of labelled blocks, each in a line of its own."""
    text = "\n".join(words for _, words in blocks)
    problems: list[Problem] = []
    made = cut(text, [Beginning(label, words, "", Location("s.md")) for label, words in blocks], problems)
    assert not problems
    return made


def quotation(exact: str, prefix: str = "", suffix: str = "") -> Quotation:
    return Quotation("key", "source", exact, prefix, suffix, Location("e.md", 7, 12))


def find(made: Transcription, exact: str, prefix: str = "", suffix: str = "") -> str:
    """The seed's own words that are found, or the code of the problem."""
    result = Finder("source", made).find(quotation(exact, prefix, suffix))
    return result.code if isinstance(result, Problem) else made.text[result.start : result.end]


def problem(made: Transcription, exact: str, prefix: str = "") -> Problem:
    result = Finder("source", made).find(quotation(exact, prefix))
    assert isinstance(result, Problem)
    assert result.location == Location("e.md", 7, 12)
    return result


@pytest.mark.parametrize(
    "seed, exact",
    [
        ("Tỉnh Điện Biên Phủ", "Điện Biên"),
        (unicodedata.normalize("NFD", "Tỉnh Điện Biên Phủ"), "Điện Biên"),
        ("Tỉnh Điện Biên Phủ", unicodedata.normalize("NFD", "Điện Biên")),
        ("over\u00a0150 Lao  students", "over 150 Lao students"),
        ("over 150\r\nLao students", "over 150 Lao students"),
        ("over 150 Lao students", "over\n150\u00a0Lao   students"),
        ("ແຂວງ ຜົ້ງສາລີ ສປປ ລາວ", "ຜົ້ງສາລີ"),
    ],
)
def test_only_unicode_form_and_white_space_may_differ_and_the_seeds_characters_are_given(seed: str, exact: str) -> None:
    found = find(transcription(("body", seed)), exact)
    assert found in seed
    assert normalise(found) == normalise(exact)


@pytest.mark.parametrize(
    "exact",
    ["over 150 lao students", "over 151 Lao students", "over 150 Lao student", "over 150 Lao-students", "over 150Lao"],
)
def test_another_letter_digit_or_mark_is_another_text(exact: str) -> None:
    assert find(transcription(("body", "for over 150 Lao studentz")), exact) == (
        "over 150 Lao student" if exact == "over 150 Lao student" else "quotation-not-found"
    )


def test_curly_and_straight_quotation_marks_are_not_the_same() -> None:
    assert find(transcription(("body", "the women’s unions")), "the women's unions") == "quotation-not-found"


def test_a_zero_width_space_makes_another_text() -> None:
    assert find(transcription(("body", "ສະບາຍ\u200bດີ")), "ສະບາຍດີ") == "quotation-not-found"


def test_a_letter_is_never_cut_from_its_marks() -> None:
    seed = unicodedata.normalize("NFD", "Việt")
    assert find(transcription(("body", seed)), "Vie") == "quotation-not-found"


def test_a_quotation_that_stands_twice_needs_its_surroundings() -> None:
    made = transcription(("body", "Laos and Sơn La, Laos and Huế."), ("body", "Laos or Huế."))
    assert find(made, "Laos and") == "quotation-ambiguous"
    assert "2 times" in problem(made, "Laos and").message
    passage = Finder("source", made).find(quotation("Laos and", suffix="Huế"))
    assert passage == Passage("source", 1, 17, 25)
    assert Finder("source", made).find(quotation("Laos and", prefix="Sơn\u00a0La,")) == passage
    assert find(made, "Laos", prefix="Huế.", suffix="or") == "Laos"


def test_quotations_that_overlap_themselves_are_counted_too() -> None:
    assert find(transcription(("body", "nanana")), "nana") == "quotation-ambiguous"


def test_a_whole_block_is_told_apart_by_the_blocks_around_it() -> None:
    made = transcription(("title", "Two provinces meet"), ("date", "June 10"), ("body", "On June 10 they met."))
    assert find(made, "June 10") == "quotation-ambiguous"
    found = Finder("source", made).find(quotation("June 10", prefix="provinces meet"))
    assert isinstance(found, Passage)
    assert found.block == 2


def test_the_wrong_surroundings_are_told_as_such() -> None:
    made = transcription(("body", "Laos and Sơn La"))
    assert "not between this prefix and suffix" in problem(made, "Sơn La", prefix="Huế").message


@pytest.mark.parametrize("exact", ["", " ", "\u00a0\n"])
def test_an_empty_quotation_stands_nowhere(exact: str) -> None:
    assert find(transcription(("body", "Laos and Sơn La")), exact) == "quotation-not-found"


def test_a_quotation_that_stands_nowhere_gets_the_nearest_passage_as_a_hint() -> None:
    made = transcription(("body", "They signed a memorandum of understanding on June 6 in Sekong."))
    assert "“a memorandum of understanding”" in problem(made, "a memorandum of undestanding").hint


def test_what_is_set_aside_cannot_be_quoted_and_the_hint_says_where_it_stands() -> None:
    made = transcription(("body", "Sekong thanks Huế."), ("teaser", "Pepper prices fall"))
    assert find(made, "Pepper prices") == "quotation-not-found"
    assert "block 2, which is set aside as teaser" in problem(made, "Pepper prices").hint


def test_a_quotation_across_two_blocks_is_refused_and_the_hint_says_why() -> None:
    made = transcription(("body", "Sekong thanks Huế."), ("body", "Huế thanks Sekong."))
    assert "from one block into the next" in problem(made, "thanks Huế. Huế thanks").hint


LETTERS = "ab ă\u0301e\u0302\u0323ệ\u00a0\n.຺ົ້ລາ"


@given(st.lists(st.text(alphabet=LETTERS, min_size=1).filter(str.strip), min_size=1, max_size=4), st.data())
def test_any_slice_of_a_kept_block_that_stands_once_is_found_at_its_place(
    parts: list[str], data: st.DataObject
) -> None:
    parts = [f"{number}{part.strip()}" for number, part in enumerate(parts)]
    made = transcription(*(("body", part) for part in parts))
    block = data.draw(st.sampled_from(made.blocks))
    words = made.words(block)
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    # A slice that begins or ends within a letter is no text an editor could copy.
    assume(not is_mark((words + " ")[end]) and not is_mark(words[start]))
    exact = words[start:end]
    assume(exact.strip())
    normal = normalise(exact)
    assume(sum(_count(normalise(made.words(b)), normal) for b in made.blocks) == 1)

    found = Finder("source", made).find(quotation(exact))

    assert isinstance(found, Passage)
    assert found.block == block.number
    assert made.text[found.start : found.end] == exact.strip()
    assert block.start + start <= found.start < found.end <= block.start + end


@given(st.text(alphabet="abc ", min_size=1, max_size=30).filter(str.strip), st.text(alphabet="abcd ", max_size=6))
def test_a_quotation_is_found_just_when_its_words_stand_in_the_text_once(seed: str, exact: str) -> None:
    made = transcription(("body", seed.strip()))
    wanted, count = normalise(exact), _count(normalise(seed), normalise(exact))
    expected = "quotation-not-found" if not wanted or not count else "quotation-ambiguous" if count > 1 else "found"
    result = Finder("source", made).find(quotation(exact))
    assert (result.code if isinstance(result, Problem) else "found") == expected


def test_quotations_at_two_places_of_an_entry_are_two() -> None:
    one = quotation("Laos")
    assert one != structs.replace(one, location=Location("e.md", 8, 12))


def is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


def _count(text: str, words: str) -> int:
    return sum(text.startswith(words, at) for at in range(len(text))) if words else 0
