from __future__ import annotations

import datetime as dt
import unicodedata
from pathlib import Path

import pytest

from edition.gazetteer import Gazetteer, Succession, read, read_text
from edition.problems import Problem
from edition.text import fold

FILE = Path(__file__).parent.parent / "content" / "gazetteer.yaml"
BEFORE, AFTER = dt.date(2025, 6, 30), dt.date(2025, 7, 1)

META = """\
meta:
  certainty: {A: seen}
  credits: ['Coordinates: nobody']
  sources: {atlas: an atlas}
places:
"""


def place(id_: str, country: str, more: str = "neighbours: []") -> str:
    return f"""\
  - id: {id_}
    country: {country}
    type: province
    iso: {{value: {country}-{id_}, certainty: A, sources: [atlas]}}
    names:
      en: {{value: {id_.title()}, certainty: A, sources: [atlas]}}
    capitals:
      - names:
          en: {{value: Town, certainty: A, sources: [atlas]}}
        coordinates: {{latitude: 15.5, longitude: 106.5, certainty: A, sources: [atlas]}}
    {more}
"""


def near(*rows: str) -> str:
    return f"neighbours: [{', '.join('{' + row + ', certainty: A, sources: [atlas]}' for row in rows)}]"


def period(row: str) -> str:
    return f"periods: [{{{row}, description: it was, certainty: A, sources: [atlas]}}]"


def read_places(*places: str) -> tuple[Gazetteer, list[Problem]]:
    problems: list[Problem] = []
    gazetteer = read_text(META + "".join(places), "content/gazetteer.yaml", problems)
    assert gazetteer
    return gazetteer, problems


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    problems: list[Problem] = []
    found = read(FILE, problems)
    assert not problems
    assert found
    return found


# --- The edition's own gazetteer -----------------------------------------------------------------------------


def test_it_has_the_provinces_of_laos_and_those_the_record_needs_of_viet_nam(gazetteer: Gazetteer) -> None:
    countries = [place.country for place in gazetteer.places]
    assert (countries.count("LA"), countries.count("VN")) == (18, 14)


def test_every_place_is_named_in_english_vietnamese_and_lao(gazetteer: Gazetteer) -> None:
    for place in gazetteer.places:
        assert [name.language for name in place.names] == ["en", "vi", "lo"]


def test_lao_names_are_in_lao_letters_and_others_in_latin(gazetteer: Gazetteer) -> None:
    for place in gazetteer.places:
        for name in (*place.names, *place.aliases):
            scripts = {unicodedata.name(c).split()[0] for c in name.value if c.isalpha()}
            assert scripts == ({"LAO"} if name.language == "lo" else {"LATIN"}), name


def test_no_alias_repeats_a_name_or_carries_a_remark(gazetteer: Gazetteer) -> None:
    for place in gazetteer.places:
        spellings = [(name.value, name.language) for name in (*place.names, *place.aliases)]
        assert len(set(spellings)) == len(spellings)
        assert not any(set(value) & set("()[]+;") for value, _ in spellings)


def test_the_file_is_in_nfc_and_without_invisible_characters() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not [c for c in text if unicodedata.category(c) in ("Cf", "Cc", "Zs") and c not in " \n"]


def test_every_place_lies_in_one_of_the_two_countries(gazetteer: Gazetteer) -> None:
    for place in gazetteer.places:
        assert 8 < place.coordinates.latitude < 24
        assert 100 < place.coordinates.longitude < 110


def test_the_code_of_a_place_begins_with_its_country(gazetteer: Gazetteer) -> None:
    assert all(place.iso.value.startswith(f"{place.country}-") for place in gazetteer.places)


def test_every_certainty_is_explained_and_every_source_of_meta_used(gazetteer: Gazetteer) -> None:
    assert set(gazetteer.certainties) == {"A", "B", "C"}
    text = FILE.read_text(encoding="utf-8").partition("\nplaces:")[2]
    unused = [key for key in gazetteer.sources if f"[{key}" not in text and f", {key}" not in text]
    assert unused == []


def test_the_coordinates_source_is_credited(gazetteer: Gazetteer) -> None:
    assert any("GeoNames" in credit and "CC BY 4.0" in credit for credit in gazetteer.credits)


@pytest.mark.parametrize(
    "name, ids",
    [
        ("Sekong", ["sekong"]),
        ("xê-kông", ["sekong"]),
        ("ເຊກອງ", ["sekong"]),
        ("dak lak", ["dak-lak"]),
        ("Ðiện Biên", ["dien-bien"]),
        ("Phoong Sa Ly", ["phongsaly"]),
        ("Thua Thien - Hue", ["hue"]),
        ("ຫລວງພະບາງ", ["luang-prabang"]),
        ("ຫລວງນໍ້າທາ", ["luang-namtha"]),
        ("Vientiane", ["vientiane-capital"]),
        ("Vientiane Province", ["vientiane-province"]),
        ("ວຽງຈັນ", ["vientiane-province", "vientiane-capital"]),
        ("Kon Tum", ["kon-tum"]),
        ("Hà Nội", []),
        ("–", []),
    ],
)
def test_a_place_is_found_by_any_spelling_of_any_of_its_names(gazetteer: Gazetteer, name: str, ids: list[str]) -> None:
    assert [place.id for place in gazetteer.find(name)] == ids


def test_only_vientiane_shares_names(gazetteer: Gazetteer) -> None:
    names = {fold(name.value) for place in gazetteer.places for name in (*place.names, *place.aliases)}
    shared = {place.id for name in names if len(found := gazetteer.find(name)) > 1 for place in found}
    assert shared == {"vientiane-province", "vientiane-capital"}


@pytest.mark.parametrize(
    "id_, before, after",
    [
        ("dien-bien", "phongsaly luang-prabang", "phongsaly luang-prabang"),
        ("quang-binh", "khammouane savannakhet", ""),
        ("quang-tri", "savannakhet salavan", "khammouane savannakhet salavan"),
        ("quang-nam", "sekong", ""),
        ("da-nang", "", "sekong"),
        ("kon-tum", "sekong attapeu", ""),
        ("quang-ngai", "", "sekong attapeu"),
        ("hue", "salavan sekong", "salavan sekong"),
        ("dak-lak", "", ""),
        ("savannakhet", "quang-tri quang-binh", "quang-tri"),
        ("sekong", "hue quang-nam kon-tum", "hue da-nang quang-ngai"),
        ("nowhere", "", ""),
    ],
)
def test_neighbours_change_with_the_mergers_of_july_2025(
    gazetteer: Gazetteer, id_: str, before: str, after: str
) -> None:
    assert [place.id for place in gazetteer.neighbours(id_, BEFORE)] == before.split()
    assert [place.id for place in gazetteer.neighbours(id_, AFTER)] == after.split()


@pytest.mark.parametrize(
    "id_, successor",
    [("quang-binh", "quang-tri"), ("quang-nam", "da-nang"), ("kon-tum", "quang-ngai"), ("phu-yen", "dak-lak")],
)
def test_a_merged_province_has_a_successor_since_july_2025(gazetteer: Gazetteer, id_: str, successor: str) -> None:
    place, heir = gazetteer.get(id_), gazetteer.successor(id_)
    assert place
    assert heir
    assert heir.id == successor
    assert place.succession == Succession(successor, AFTER)
    assert heir.predecessors == (id_,)


def test_a_place_that_still_is_has_no_successor(gazetteer: Gazetteer) -> None:
    assert gazetteer.successor("quang-tri") is None
    assert gazetteer.successor("nowhere") is None


def test_the_capital_is_the_last_one(gazetteer: Gazetteer) -> None:
    place = gazetteer.get("quang-tri")
    assert place
    names = [name.value for capital in place.capitals if (name := capital.name("en"))]
    assert names == ["Đông Hà", "Đồng Hới"]
    assert place.coordinates == place.capitals[1].coordinates


# --- What is wrong with a gazetteer --------------------------------------------------------------------------


def test_a_gazetteer_whose_sides_agree_has_no_problems() -> None:
    gazetteer, problems = read_places(
        place("east", "VN", near("place: west, until: 2025-06-30")),
        place("west", "LA", near("place: east, until: 2025-06-30")),
    )
    assert problems == []
    assert [p.id for p in gazetteer.neighbours("west", BEFORE)] == ["east"]
    assert gazetteer.neighbours("west", AFTER) == ()


@pytest.mark.parametrize(
    "places, message",
    [
        ([place("east", "VN", near("place: wets")), place("west", "LA")], "no place 'wets'"),
        ([place("east", "VN", near("place: west")), place("west", "LA")], "not the other way round"),
        (
            [place("east", "VN", near("place: west")), place("west", "LA", near("place: east, from: 2025-07-01"))],
            "not the other way round",
        ),
        ([place("east", "VN", near("place: west")), place("west", "VN", near("place: east"))], "in the same country"),
        (
            [place("east", "VN", near("place: west", "place: west")), place("west", "LA", near("place: east"))],
            "listed twice",
        ),
        ([place("east", "VN"), place("east", "VN")], "'east' stands here for the second time"),
        ([place("east", "VN", period("until: 2025-06-30, successor: wets"))], "no place 'wets'"),
        ([place("east", "VN", period("predecessors: [wets]"))], "no place 'wets'"),
        (
            [place("east", "VN", period("until: 2025-06-30, successor: west")), place("west", "VN")],
            "no period that begins the day after",
        ),
        (
            [place("west", "VN", period("from: 2025-07-01, predecessors: [west, east]")), place("east", "VN")],
            "east does not say that west succeeded it",
        ),
        (
            [
                place("east", "VN", period("successor: west")),
                place("west", "VN", period("from: 2025-07-01, predecessors: [west, east]")),
            ],
            "no period that begins the day after",
        ),
        ([place("east", "VN", near("place: east, from: 2025-07")), place("west", "LA")], "“2025-07” is no day"),
        ([place("east", "VN", period("from: 2025-07-01, until: 2025-06-30"))], "ends before it begins"),
        ([place("east", "VN").replace("[atlas]", "[atals]", 1)], "no source 'atals'"),
        ([place("east", "VN").replace("[atlas]", "[]", 1)], "has no source"),
        ([place("east", "VN").replace("15.5", "95")], "“95” is no latitude"),
        ([place("east", "VN").replace("106.5", "E106")], "“E106” is no longitude"),
    ],
)
def test_what_does_not_hold_together_is_a_problem(places: list[str], message: str) -> None:
    _, problems = read_places(*places)
    assert any(problem.code == "gazetteer" and message in problem.message for problem in problems), problems


def test_a_problem_stands_at_its_line_and_says_what_was_probably_meant() -> None:
    _, problems = read_places(place("east", "VN", near("place: wets")), place("west", "LA"))
    [problem] = problems
    assert (problem.location.path, problem.location.line) == ("content/gazetteer.yaml", 16)
    assert "'west'" in problem.hint


@pytest.mark.parametrize(
    "wrong, right, code",
    [
        ("country: VM", "country: VN", "unknown-word"),
        ("certainty: D", "certainty: A", "unknown-word"),
        ("id: Đông", "id: east", "impossible-id"),
        ("isso:", "iso:", "unknown-key"),
        ("isso:", "iso:", "missing-key"),
        ("vi:", "en:", "missing-key"),
        ("capital:", "capitals:", "missing-key"),
        ("coords:", "coordinates:", "missing-key"),
        ("iso: &x", "iso:", "yaml-alias"),
        ("id: !!str east", "id: east", "yaml-tag"),
        ("id: east\n    id: east", "id: east", "duplicate-key"),
    ],
)
def test_a_misspelt_gazetteer_is_reported_and_never_breaks(wrong: str, right: str, code: str) -> None:
    problems: list[Problem] = []
    read_text(META + place("east", "VN").replace(right, wrong, 1), "content/gazetteer.yaml", problems)
    assert code in [problem.code for problem in problems]


def test_a_gazetteer_without_explanations_is_reported() -> None:
    problems: list[Problem] = []
    assert read_text("places: []\n", "content/gazetteer.yaml", problems)
    assert [problem.code for problem in problems] == ["missing-key"]


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_file_that_is_missing_or_not_utf8_is_a_problem(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "content" / "gazetteer.yaml"
    if content:
        path.parent.mkdir()
        path.write_bytes(content)
    problems: list[Problem] = []
    assert read(path, problems) is None
    assert [(problem.code, problem.location.path) for problem in problems] == [
        ("no-gazetteer", "content/gazetteer.yaml")
    ]
