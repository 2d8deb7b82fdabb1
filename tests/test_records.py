"""Records are read as they are written: text stays text, every value has its place, nothing is ignored."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.nodes import Mapping, place
from edition.problems import Location, Problem
from edition.records import Fields, decode, read_record, read_yaml

WHOLE = Location("x.yaml")


def fields(text: str, problems: list[Problem]) -> Fields:
    node = read_yaml(text, "x.yaml", problems)
    assert node is not None
    return Fields(node, problems, WHOLE)


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    "word", ["no", "2025-06-06", "2024", "1.50", "0x10", "~", "null", "010", "1e3", "12:30", "NaN"]
)
def test_nothing_is_turned_into_a_number_a_date_or_a_truth_value(word: str) -> None:
    problems: list[Problem] = []
    assert fields(f"key: {word}\n", problems).text("key") == word
    assert not problems


def test_every_value_and_key_has_its_line_and_column() -> None:
    text = "id: a\nnames:\n  - {value: Sơn La, language: vi}\n"
    node = read_yaml(text, "x.yaml", [], first_line=2)
    assert isinstance(node, Mapping)
    assert place(node["id"], WHOLE) == Location("x.yaml", 2, 5)
    assert node.key_locations["names"] == Location("x.yaml", 3, 1)
    found: list[Location] = []
    Fields(node, [], WHOLE).many("names", lambda take: found.append(take.where("language")))
    assert found == [Location("x.yaml", 4, text.split("\n")[2].index("vi") + 1)]


def test_without_places_everything_stands_where_the_file_begins() -> None:
    node = read_yaml("id: a\nnames:\n  - {value: Sơn La, langauge: vi}\n", "x.yaml", [], places=False)
    assert node == {"id": "a", "names": [{"value": "Sơn La", "langauge": "vi"}]}
    problems: list[Problem] = []
    take = Fields(node, problems, WHOLE)
    take.many("names", lambda inner: (inner.required("value"), inner.required("language")))
    assert take.where("id") == WHOLE
    assert [(problem.code, problem.location) for problem in problems] == [
        ("missing-key", WHOLE),
        ("unknown-key", WHOLE),
    ]


def test_front_matter_and_markdown_are_parted_at_the_second_fence() -> None:
    record = read_record("---\nid: a\n---\nWords.\n---\nMore.\n", "a.md", [])
    assert record is not None
    assert record.fields == {"id": "a"}
    assert record.body == "Words.\n---\nMore.\n"
    assert record.body_location == Location("a.md", 4)


@pytest.mark.parametrize("dress", [lambda t: t.replace("\n", "\r\n"), lambda t: "\ufeff" + t])
def test_a_file_saved_on_windows_reads_the_same(dress: Callable[[str], str]) -> None:
    problems: list[Problem] = []
    record = read_record(dress("---\nid: a\ntitle: Words\n---\nBody.\n"), "a.md", problems)
    assert record is not None
    assert not problems
    take = Fields(record.fields, problems, WHOLE)
    assert (take.text("id"), take.text("title"), take.where("title").line) == ("a", "Words", 3)
    assert record.body.strip() == "Body."


def test_all_that_is_wrong_with_a_record_is_told_at_once() -> None:
    problems: list[Problem] = []
    take = fields("title: [a]\ndate: 2025-02-30\ncount: 1\ncount: 2\nkind: treaty\n", problems)
    take.text("title")
    take.date("date")
    take.choice("kind", ("plan", "agreement"))
    take.required("id")
    take.close()
    assert sorted(codes(problems)) == [
        "duplicate-key",
        "impossible-date",
        "missing-key",
        "unknown-key",
        "unknown-word",
        "wrong-type",
    ]


def test_of_a_key_given_twice_the_first_counts() -> None:
    problems: list[Problem] = []
    assert fields("a: 1\na: 2\n", problems).text("a") == "1"
    assert problems[0].location == Location("x.yaml", 2, 1)


def test_a_key_nobody_asked_for_is_a_problem_at_any_depth() -> None:
    problems: list[Problem] = []
    take = fields("names: [{value: a, langauge: vi}]\nperiod: {value: b, evidnce: c}\n", problems)
    take.many("names", lambda inner: (inner.text("value"), inner.text("language")))
    take.one("period", lambda inner: (inner.text("value"), inner.text("evidence")))
    take.close()
    assert [(p.code, p.hint) for p in problems] == [
        ("unknown-key", "did you mean 'language'?"),
        ("unknown-key", "did you mean 'evidence'?"),
    ]


@pytest.mark.parametrize(
    "read",
    [
        lambda take: take.text("a"),
        lambda take: take.required("a"),
        lambda take: take.texts("a"),
        lambda take: take.one("a", lambda inner: inner.text("b")),
        lambda take: take.many("a", lambda inner: inner.text("b")),
        lambda take: take.date("a"),
        lambda take: take.choice("a", ("x",)),
    ],
)
@pytest.mark.parametrize("value", ["x", "[[x]]", "{c: x}", "[{b: [x]}]", "''", "[]", "{}", ""])
def test_whatever_stands_under_a_key_reading_goes_on(read: Callable[[Fields], Any], value: str) -> None:
    problems: list[Problem] = []
    take = fields(f"a: {value}\nz: end\n", problems)
    read(take)
    assert take.text("z") == "end"


def test_a_choice_without_a_value_takes_its_default() -> None:
    problems: list[Problem] = []
    assert fields("a: 1\n", problems).choice("display", ("full", "quoted"), default="full") == "full"
    assert not problems


def test_one_text_is_a_list_of_one() -> None:
    problems: list[Problem] = []
    take = fields("one: signing\ntwo: [signing, honour]\n", problems)
    assert [word for word, _ in take.texts("one")] == ["signing"]
    assert [word for word, _ in take.texts("two")] == ["signing", "honour"]
    assert not problems


def test_nesting_as_deep_as_records_need_is_read_and_deeper_refused() -> None:
    problems: list[Problem] = []
    assert read_yaml("a: " + "[" * 11 + "]" * 11, "x.yaml", problems)
    assert not problems
    assert read_yaml("a: " + "[" * 13 + "]" * 13, "x.yaml", problems) is None
    assert codes(problems) == ["yaml"]


@pytest.mark.parametrize(
    "text, code",
    [
        ("a: &x 1\n", "yaml-alias"),
        ("a: *x\n", "yaml-alias"),
        ("a: {<<: *x}\n", "yaml-alias"),
        ("&x a: 1\n", "yaml-alias"),
        ("a: !!python/name:os.system\n", "yaml-tag"),
        ("a: !x [1]\n", "yaml-tag"),
        ("!!map {a: 1}\n", "yaml-tag"),
        ("- a\n", "yaml"),
        ("", "yaml"),
        ("a: 1\n---\nb: 2\n", "yaml"),
        ("a: [1\n", "yaml"),
        ("{a: 1}: 2\n", "yaml"),
        ("a: x\x00y\n", "yaml"),
    ],
)
def test_what_is_no_plain_yaml_mapping_is_refused(text: str, code: str) -> None:
    problems: list[Problem] = []
    assert read_yaml(text, "x.yaml", problems) is None
    assert codes(problems) == [code]


@given(st.text(alphabet=st.sampled_from("ab:-[]{}&*!|>#'\"%@`?, \n\té\x85\u2028"), max_size=40))
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    problems: list[Problem] = []
    node = read_yaml(text, "x.yaml", problems)
    assert isinstance(node, Mapping) if node is not None else problems


@given(st.binary(max_size=40))
def test_any_bytes_are_text_or_refused_at_the_place_where_they_stop_being_it(data: bytes) -> None:
    problems: list[Problem] = []
    text = decode(data, "a.md", problems)
    if text is None:
        before = data.decode("utf-8", errors="ignore")
        assert codes(problems) == ["not-utf8"]
        assert problems[0].location.line <= before.count("\n") + 1
    else:
        assert text.encode() == data
        assert not problems
