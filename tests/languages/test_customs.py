"""Each language writes dates, numbers, lists and orders its names in its own way."""

from __future__ import annotations

import pytest

from edition.config import Workspace
from edition.dates import parse
from edition.languages.codes import read_codes
from edition.languages.language import Language, read_language
from edition.problems import Problem
from tests.small import HOUSE

FOLDER = Workspace(HOUSE, HOUSE).content / "languages"


def language(code: str) -> Language:
    """A language of the record."""
    problems: list[Problem] = []
    found = read_language(FOLDER, code, read_codes(FOLDER, problems), problems)
    assert not problems
    return found


@pytest.mark.parametrize(
    "code, date, said",
    [
        ("vi", "2025-06-06", "ngày 6 tháng 6 năm 2025"),
        ("vi", "2025-06", "tháng 6 năm 2025"),
        ("vi", "2025/2030", "2025–2030"),
        ("lo", "2025-06-06", "ວັນທີ 6 ມິຖຸນາ 2025"),
        ("lo", "2025/2030", "ປີ 2025–2030"),
        ("lo", "2002/..", "ນັບແຕ່ປີ 2002"),
    ],
)
def test_dates_are_said_as_the_language_does(code: str, date: str, said: str) -> None:
    assert language(code).date(parse(date)) == said


@pytest.mark.parametrize("code, said", [("en", "1,500.5"), ("vi", "1.500,5"), ("lo", "1.500,5")])
def test_numbers_have_the_signs_of_the_language(code: str, said: str) -> None:
    assert language(code).number(1500.5) == said


@pytest.mark.parametrize("code, said", [("en", "a, b and c"), ("vi", "a, b và c"), ("lo", "a, b ແລະ c")])
def test_lists_end_with_the_word_of_the_language(code: str, said: str) -> None:
    assert language(code).join("abc") == said


def test_lao_names_sort_by_the_consonant_though_a_vowel_is_written_before_it() -> None:
    names = ["ອຸດົມໄຊ", "ໄຊຍະບູລີ", "ເຊກອງ", "ສະຫວັນນະເຂດ", "ຊຽງຂວາງ", "ຈຳປາສັກ", "ບໍ່ແກ້ວ"]
    ordered = sorted(names, key=language("lo").sort_key)
    assert ordered == ["ຈຳປາສັກ", "ສະຫວັນນະເຂດ", "ຊຽງຂວາງ", "ເຊກອງ", "ໄຊຍະບູລີ", "ບໍ່ແກ້ວ", "ອຸດົມໄຊ"]


def test_vietnamese_names_sort_by_letters_before_tones() -> None:
    names = ["Điện Biên", "Đắk Lắk", "Dak", "Sơn La", "Huế", "Hà Nội"]
    assert sorted(names, key=language("vi").sort_key) == ["Dak", "Đắk Lắk", "Điện Biên", "Hà Nội", "Huế", "Sơn La"]
