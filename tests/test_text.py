from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.text import (
    fold,
    is_slug,
    lao_syllables,
    normalise,
    normalise_with_offsets,
    sentences,
    similar_passage,
    slug,
    vietnamese_key,
)

# Letters, marks and spaces that compose, reorder and fold, more often than chance would bring them together.
TRICKY = st.text(st.sampled_from("aeoAuđĐ\u0302\u0301\u0323\u031b\u0300 \t\n\u00a0\u200b\u212bກຸ່ຳໍ\u1100\u1161\u11a8.5"))
ANY = TRICKY | st.text()


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def original(text: str, passage: str) -> str:
    normal, offsets = normalise_with_offsets(text)
    at = normal.index(passage)
    return text[offsets[at] : offsets[at + len(passage)]]


# --- normalise -----------------------------------------------------------------------------------------------


def test_runs_of_white_space_become_one_space_and_none_at_the_ends() -> None:
    assert normalise("\n  Đắk\u00a0\u202f Lắk\r\n\tProvince ") == "Đắk Lắk Province"


def test_a_zero_width_space_is_a_character_like_others() -> None:
    assert normalise("ຈຳ\u200bປາ") == "ຈຳ\u200bປາ"


def test_decomposed_vietnamese_is_composed() -> None:
    assert normalise(unicodedata.normalize("NFD", "Điện Biên")) == "Điện Biên"


@given(ANY)
def test_normalising_twice_is_the_same_as_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


def test_a_passage_of_decomposed_text_is_traced_to_the_whole_sequences() -> None:
    text = unicodedata.normalize("NFD", "tỉnh  Điện\nBiên nay")
    assert original(text, "ện Biê") == unicodedata.normalize("NFD", "ện\nBiê")


def test_a_space_is_traced_to_the_whole_run_it_stands_for() -> None:
    text = "  Đắk \u00a0\n Lắk  "
    assert original(text, "Đắk Lắk") == "Đắk \u00a0\n Lắk"
    assert original(text, " ") == " \u00a0\n "


def test_a_letter_whose_marks_change_their_order_is_traced_with_them() -> None:
    assert original("xb\u0301\u0323y", "\u1e05") == "b\u0301\u0323"


def test_composed_text_is_traced_character_for_character() -> None:
    assert original("Điện Biên", "iện B") == "iện B"


@given(ANY)
def test_there_is_one_offset_more_than_characters(text: str) -> None:
    normal, offsets = normalise_with_offsets(text)
    assert normal == normalise(text)
    assert len(offsets) == len(normal) + 1


@given(ANY)
def test_offsets_never_run_backwards_and_leave_out_only_outer_white_space(text: str) -> None:
    normal, offsets = normalise_with_offsets(text)
    assert list(offsets) == sorted(offsets)
    if normal:
        assert not text[: offsets[0]].strip()
        assert not text[offsets[-1] :].strip()


@given(ANY, st.data())
def test_the_original_of_a_passage_holds_the_passage(text: str, data: st.DataObject) -> None:
    normal, offsets = normalise_with_offsets(text)
    beginnings = [i for i, c in enumerate(normal) if c.isspace() or c.isascii() or c in "đĐກ"]
    if beginnings:
        start = data.draw(st.sampled_from(beginnings))
        end = data.draw(st.integers(start + 1, len(normal)))
        assert normal[start:end].strip() in normalise(text[offsets[start] : offsets[end]])


# --- fold ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "one, other",
    [
        ("Điện Biên", "dien bien"),
        ("Đắk Lắk", "ĐăkLăk"),
        ("Ðắk Lắk", "Đắk Lắk"),
        ("Phông-sa-lỳ", "Phông Sa Lỳ"),
        ("Thừa Thiên – Huế", "Thua Thien-Hue"),
        ("Sê Kông", "Sekong"),
        ("Xaisômboun", "XAISOMBOUN"),
        ("ຈໍາປາສັກ", "ຈຳປາສັກ"),
        ("ຈຳ\u200bປາ\u200bສັກ", "ຈຳປາສັກ"),
        ("ຫຼວງພະບາງ", "ຫລວງພະບາງ"),
        ("ຊຳເໜືອ", "ຊຳເຫນືອ"),
        ("ຫຼວງນ້ຳທາ", "ຫລວງນໍ້າທາ"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("one, other", [("ຄຳ", "ຄາ"), ("ວຽງ", "ວົງ"), ("ບໍ່", "ບໍ"), ("Sơn La", "Sơn Lá 2")])
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_text_without_letters_has_an_empty_key() -> None:
    assert fold(" –_/ ") == ""


@given(ANY)
def test_folding_twice_is_the_same_as_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY)
def test_the_unicode_form_of_a_name_does_not_matter_to_its_key(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


# --- slug ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Đắk Lắk – Sekong, 2025–2030", "dak-lak-sekong-2025-2030"),
        (unicodedata.normalize("NFD", "Thừa Thiên – Huế"), "thua-thien-hue"),
        ("Đắk Lắk People’s Committee", "dak-lak-peoples-committee"),
        ("ແຂວງເຊກອງ (Sekong)", "sekong"),
        ("ເຊກອງ", ""),
    ],
)
def test_a_slug_is_plain_words_joined_by_hyphens(text: str, wanted: str) -> None:
    assert slug(text) == wanted


@given(ANY)
def test_a_slug_is_an_id_or_nothing(text: str) -> None:
    assert slug(text) == "" or is_slug(slug(text))


@pytest.mark.parametrize("text", ["", "-a", "a-", "a--b", "A", "đ", "a b", "a_b", "a\n", "a/b", "²"])
def test_what_is_not_lower_case_ascii_words_is_no_slug(text: str) -> None:
    assert not is_slug(text)


# --- Vietnamese order ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "ordered",
    [
        ["Cao Bằng", "Da", "Dzung", "Đà", "Đà Nẵng", "Đắk Lắk", "Điện Biên", "Em"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "mă", "mắ", "mâ", "mấ"],
        ["la", "là", "lá", "lan", "Lạng", "Lăng", "Lâm"],
        ["Quảng Nam", "Quảng Trị", "Quảng Trị 2"],
        ["Hue", "Huế"],
        ["Sơn La", "Sử", "Thanh Hóa", "Thừa"],
        ["an", "An", "àn"],
        ["2", "a", "Mü", "my", "z", "ເຊກອງ"],
    ],
)
def test_names_sort_as_in_a_vietnamese_dictionary(ordered: list[str]) -> None:
    shuffled = ordered[::-1]
    assert sorted(shuffled, key=vietnamese_key) == ordered


@given(ANY)
def test_the_unicode_form_does_not_matter_to_the_order(text: str) -> None:
    assert vietnamese_key(unicodedata.normalize("NFD", text)) == vietnamese_key(unicodedata.normalize("NFC", text))


# --- Lao syllables -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wanted",
    [
        "ແຂວງ ຫຼວງ ພະ ບາງ",
        "ຜົ້ງ ສາ ລີ",
        "ເຊ ກອງ",
        "ສະ ຫວັນ ນະ ເຂດ",
        "ຈຳ ປາ ສັກ",
        "ສາ ລະ ວັນ",
        "ອັດ ຕະ ປື",
        "ຫົວ ພັນ",
        "ຊຽງ ຂວາງ",
        "ບໍ ລິ ຄຳ ໄຊ",
        "ຄຳ ມ່ວນ",
        "ວຽງ ຈັນ",
        "ໄຊ ຍະ ບູ ລີ",
        "ບໍ່ ແກ້ວ",
        "ອຸ ດົມ ໄຊ",
        "ການ ຮ່ວມ ມື ລະ ຫວ່າງ",
        "ຕ່າງໆ",
        "ກວາງ ຈິ",
        "ຄວາມ ກວ່າ",
        "ກວດ ສອບ",
        "ຊຳ ເໜືອ",
        "ເທືອ ທຽນ ເຫວ້",
        "ແທັງ ຮວາ",
        "ມື ອື່ນ",
        "ເມືອງ ໄຊ",
    ],
)
def test_lao_is_cut_into_syllables(wanted: str) -> None:
    assert lao_syllables(wanted.replace(" ", "")) == wanted.split()


def test_what_stands_between_lao_letters_stays_whole() -> None:
    assert lao_syllables("ແຂວງເຊກອງ (Sekong 2025)ລາວ") == ["ແຂວງ", "ເຊ", "ກອງ", " (Sekong 2025)", "ລາວ"]


@given(ANY | st.text(st.characters(min_codepoint=0x0E80, max_codepoint=0x0EFF)))
def test_syllables_joined_again_are_the_text(text: str) -> None:
    assert "".join(lao_syllables(text)) == text


# --- sentences -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wanted",
    [
        ["The two sides signed a plan.", "They hope for more!", "Will they?", "In 2025…", "2026 will tell."],
        ["Đắk Lắk ký biên bản.", "Đồng chí phát biểu."],
        ["He called it “a great honour.”", "Others agreed.", "“It is,” they said."],
        ["(The gifts were given.)", "[More follows.]", "(Photo: VNA)"],
        ["Il a dit : « C’est bien. »", "Elle aussi."],
        ["He said no.", "Then he left."],
        ["It is one of the provinces...", "However, it is far./.", "2026 came."],
    ],
)
def test_a_sentence_ends_where_the_next_begins(wanted: list[str]) -> None:
    assert cut(" ".join(wanted)) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "On November 21st, Mr. Dang Ngoc Hau met Mrs. Lan and Dr. Khamla in St. Petersburg.",
        "PGS. TS. Nguyễn Văn A và Th.S. Trần B đến TP. Huế.",
        "The U.S. Embassy and J. R. R. Smith came.",
        "Đ. Nguyễn signed Report No. 29 on p. 5.",
        "It cost 1.500 dong, or 2.5 per cent, at 10.30.",
        "They discussed security … and defence.",
        "It grew by approx. ten times etc. and so on.",
        "ແຂວງເຊກອງ. ແຂວງອັດຕະປື.",
        "2. The sides agreed.",
        "So-called “self-evolution.” is opposed",
    ],
)
def test_a_full_stop_within_a_sentence_does_not_end_it(sentence: str) -> None:
    assert cut(sentence) == [sentence]


def test_white_space_around_and_between_sentences_is_in_none() -> None:
    assert cut("  One.\n\n Two. \u00a0") == ["One.", "Two."]


@pytest.mark.parametrize("text", ["", " \n"])
def test_empty_text_has_no_sentences(text: str) -> None:
    assert sentences(text) == ()


@given(ANY | st.text(st.sampled_from("aB.?!… \n”»)“1")))
def test_sentences_hold_all_but_the_white_space_between(text: str) -> None:
    rest, at = "", 0
    for start, end in sentences(text):
        assert at <= start < end
        assert text[start:end] == text[start:end].strip()
        rest, at = rest + text[at:start], end
    assert not (rest + text[at:]).strip()


# --- hints ---------------------------------------------------------------------------------------------------

ARTICLE = (
    "ĐẮK LẮK — The People’s Committee of Đắk Lắk Province hosted a ceremony in Buôn Ma Thuột City on June 6. "
    "On this occasion, the administration of Sekong Province of Laos also signed a Memorandum of Understanding (MoU) "
    "on friendship and cooperation for the 2025–2030 period. The MoU aims to further strengthen the friendship."
)


@pytest.mark.parametrize(
    "needle, wanted",
    [
        (
            "signed a memorandum of understanding on friendship",
            "signed a Memorandum of Understanding (MoU) on friendship",
        ),
        ("for the 2025-2030 period", "for the 2025–2030 period."),
        ("hosted a ceremonny in Buon Ma Thuot", "hosted a ceremony in Buôn Ma Thuột"),
    ],
)
def test_the_hint_is_the_passage_that_was_probably_meant(needle: str, wanted: str) -> None:
    assert similar_passage(needle, ARTICLE) == wanted


def test_lao_is_found_too() -> None:
    assert "ຫຼວງພະບາງ" in similar_passage("ແຂວງຫລວງພະບາງ", "ສະຫວັນນະເຂດ ແຂວງຫຼວງພະບາງ ແລະ ຈຳປາສັກ")


@pytest.mark.parametrize("needle, haystack", [("", "abc"), ("abc", ""), ("xyz", "abc def"), ("", "")])
def test_where_nothing_resembles_it_there_is_no_hint(needle: str, haystack: str) -> None:
    assert similar_passage(needle, haystack) == ""


@given(ANY, ANY)
def test_a_hint_stands_in_the_text(needle: str, haystack: str) -> None:
    assert similar_passage(needle, haystack) in normalise(haystack)


def test_a_hint_in_a_very_long_text_comes_quickly() -> None:
    began = time.perf_counter()
    assert similar_passage("a memorandum on " * 200, ARTICLE * 500)
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize("space", [c for c in map(chr, range(0x110000)) if c.isspace()])
def test_white_space_of_any_kind_becomes_a_space(space: str) -> None:
    for text in (f"a{space}b", f"{space}a", f"a{space}", f"a {space}b"):
        assert normalise_with_offsets(text)[0] == normalise(text) == " ".join(text.split())
