"""What follows from the entries: sides, provinces, pairs, independent sources."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edition.corpus import Corpus
from edition.kinds.agreements import Agreement
from edition.kinds.cooperations import Cooperation
from edition.kinds.entry import Entry, Party, Ref
from edition.kinds.events import Event
from edition.kinds.fields import Field
from edition.kinds.organisations import Organisation
from edition.kinds.people import Person
from edition.kinds.sources import SourceEntry
from edition.problems import Location
from edition.relations import Relations, Told
from tests.small import other


@pytest.fixture
def relations(small_corpus: Corpus) -> Relations:
    return Relations(small_corpus)


@pytest.mark.parametrize(
    "id_, side",
    [
        ("son-la", "VN"),
        ("houaphanh", "LA"),
        ("moc-chau", "VN"),
        ("khamla-tuayang", "LA"),
        ("quang-binh-peoples-committee", "VN"),
        ("small-visit", "LA"),
        ("son-la-houaphanh-2024-2026", ""),
        ("education", ""),
    ],
)
def test_an_entry_belongs_to_its_own_side_to_its_provinces_or_to_none(
    relations: Relations, id_: str, side: str
) -> None:
    assert relations.side(relations.corpus.entries[id_]) == side


def test_a_party_has_the_side_it_is_given_or_that_of_its_entry(relations: Relations) -> None:
    ref = Ref("houaphanh", (), Location("x"))
    assert relations.party_side(Party(ref, "", "", "", Location("x"))) == "LA"
    assert relations.party_side(Party(None, "students", "VN", "", Location("x"))) == "VN"
    assert relations.party_side(Party(None, "students", "", "", Location("x"))) == ""


@pytest.mark.parametrize(
    "id_, provinces",
    [
        ("son-la", ["son-la"]),
        ("moc-chau", ["son-la"]),
        ("son-la-peoples-committee", ["son-la"]),
        ("khamla-tuayang", ["houaphanh"]),
        ("son-la-houaphanh-2024-2026", ["houaphanh", "son-la"]),
        ("quang-binh-houaphanh-cooperation", ["houaphanh", "quang-binh"]),
        # Its people's provinces, and those of the memorandum that was discussed.
        ("houaphanh-governor-visit-quang-binh", ["houaphanh", "quang-binh", "son-la"]),
        ("education", []),
    ],
)
def test_an_entry_has_to_do_with_the_provinces_of_those_it_names(
    relations: Relations, id_: str, provinces: list[str]
) -> None:
    assert sorted(p.id for p in relations.provinces(relations.corpus.entries[id_])) == provinces


def test_an_organisation_below_another_belongs_to_its_province(small_corpus: Corpus) -> None:
    committee = small_corpus.entries["son-la-peoples-committee"]
    assert isinstance(committee, Organisation)
    above = Ref("son-la-peoples-committee", (), Location("x"))
    department = other(committee, id="department", province=None, part_of=above)
    relations = Relations(replace(small_corpus, entries={**small_corpus.entries, "department": department}))
    assert [p.id for p in relations.provinces(department)] == ["son-la"]


def test_a_vietnamese_and_a_lao_province_with_something_in_common_are_a_pair(relations: Relations) -> None:
    assert [pair.id for pair in relations.pairs] == ["quang-binh--houaphanh", "son-la--houaphanh"]
    assert [pair.ids for pair in relations.pairs] == [("quang-binh", "houaphanh"), ("son-la", "houaphanh")]


def test_what_a_pair_shares_has_to_do_with_both_provinces(relations: Relations) -> None:
    quang_binh, son_la = relations.pairs
    assert [e.id for e in relations.of_pair(son_la, Agreement)] == [
        "son-la-houaphanh-2021-2023",
        "son-la-houaphanh-2024-2026",
    ]
    assert relations.of_pair(quang_binh, Agreement) == ()
    assert [e.id for e in relations.of_pair(quang_binh, Cooperation)] == ["quang-binh-houaphanh-cooperation"]
    assert [e.id for e in relations.of_province(quang_binh.vietnamese, Event)] == [
        "houaphanh-governor-visit-quang-binh"
    ]
    assert [e.id for e in relations.of_province(quang_binh.vietnamese, Person)] == ["le-thi-thu"]


def test_statements_are_gathered_by_field_and_concern_those_who_act_and_their_entrys_provinces(
    relations: Relations,
) -> None:
    fields = {field.id: field for field in relations.corpus.of(Field)}
    assert sorted(told.claim.id for told in relations.told_in(fields["education"])) == [
        "education",
        "scholarships",
        "students",
        "teachers",
    ]
    assert sorted(told.claim.id for told in relations.told_in(fields["border"])) == ["markets", "roads"]
    assert len(relations.statements) == 7
    scholarships = next(told for told in relations.statements if told.claim.id == "scholarships")
    assert sorted(p.id for p in relations.concerns(scholarships)) == ["houaphanh", "quang-binh"]


def test_an_entry_has_a_part_in_the_statements_that_name_it_and_in_those_of_its_own_page(relations: Relations) -> None:
    def named(told: Told, entry: Entry) -> bool:
        parties = (*told.statement.by, *told.statement.to, *told.statement.for_)
        return told.entry == entry or entry.id in {party.ref.id for party in parties if party.ref}

    for entry in relations.corpus.entries.values():
        if not isinstance(entry, Field):
            assert list(relations.told_with(entry)) == [told for told in relations.statements if named(told, entry)]


def test_the_statements_of_provinces_are_those_that_concern_them_all(relations: Relations) -> None:
    for pair in relations.pairs:
        both = (pair.vietnamese, pair.lao)
        wanted = [told for told in relations.statements if set(both) <= set(relations.concerned(told))]
        assert list(relations.told_of(both)) == wanted
        assert set(wanted) <= set(relations.told_of((pair.lao,)))


def test_copies_of_one_text_count_as_one_source(small_corpus: Corpus) -> None:
    agreements = small_corpus.of(Agreement)
    events = small_corpus.of(Event)
    assert [s.id for s in Relations(small_corpus).independent_sources(agreements)] == ["small-signing"]
    assert len(Relations(small_corpus).independent_sources(events)) == 2

    copy = small_corpus.entries["small-visit"]
    assert isinstance(copy, SourceEntry)
    accession = replace(
        small_corpus.accessions["small-visit"],
        entry=other(copy, copy_of=Ref("small-signing", (), Location("x"))),
    )
    copied = replace(small_corpus, accessions={**small_corpus.accessions, "small-visit": accession})
    assert [s.id for s in Relations(copied).independent_sources(events)] == ["small-signing"]
