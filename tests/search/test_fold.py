"""Folding for search loses nothing, and finds what readers type."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from edition.search.fold import fold, reserved, unfold
from edition.text import normalise

LAO = st.text(st.characters(min_codepoint=0x0E80, max_codepoint=0x0EFF), max_size=12)
LATIN = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyAĐ0189 .,-'“”()\u0301\u0323\u00a0", max_size=12)


@given(st.lists(st.one_of(LAO, LATIN, st.just(" "), st.text(max_size=4)), max_size=8).map("".join))
def test_folded_text_can_be_turned_back(text: str) -> None:
    assume(not reserved(text))
    assert unfold(fold(text)) == normalise(text)


@given(st.text())
def test_text_that_could_not_be_turned_back_is_reported(text: str) -> None:
    assert reserved(text) or unfold(fold(text)) == normalise(text)


@pytest.mark.parametrize("text", ["ḏ", "D\u0331", "a\u2060b"])
def test_what_stands_for_something_else_is_reserved(text: str) -> None:
    assert reserved(text)


def test_a_word_with_d_bar_is_compared_as_one_with_d() -> None:
    bare = "".join(c for c in unicodedata.normalize("NFD", fold("Điện Biên, đã")) if not unicodedata.combining(c))
    assert bare == "Dien Bien, da"


def test_lao_syllables_stand_apart() -> None:
    assert fold("ຫຼວງພະບາງ").split() == ["ຫຼວງ", "ພະ", "ບາງ"]


def test_a_space_within_lao_text_is_told_from_an_added_one() -> None:
    assert fold("ພະ ບາງ") != fold("ພະບາງ")
    assert unfold(fold("ພະ ບາງ")) == "ພະ ບາງ"
