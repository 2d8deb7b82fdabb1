"""Entries are read as docs/entries.md says, each claim with its evidence."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest

from edition.corpus import Corpus
from edition.evidence import Quotation
from edition.kinds import KINDS
from edition.kinds.agreements import Agreement
from edition.kinds.cooperations import Cooperation
from edition.kinds.entry import Entry
from edition.kinds.events import Event
from edition.kinds.people import Person
from edition.kinds.reading import EntryReader
from edition.kinds.sources import SourceEntry
from edition.problems import Problem
from edition.records import read_record
from tests.small import SMALL

E = TypeVar("E", bound=Entry)


QUOTATIONS = "quotations:\n  q: {source: s, exact: 'On June 6, 2025 Sekong and Huế signed 2 of 10 papers'}\n"


def read(kind: str, body: str, markdown: str = "", quotations: str = QUOTATIONS) -> tuple[Entry, list[Problem]]:
    """Read an entry of a kind, `x`, whose one quotation `q` has all the words the tests need."""
    problems: list[Problem] = []
    record = read_record(f"---\nid: x\ntitle: X\n{body}{quotations}---\n{markdown}", f"content/{kind}/x.md", problems)
    assert record
    one = next(k for k in KINDS if k.folder == kind)
    reader = EntryReader(record, kind, problems)
    entry = one.read(reader)
    reader.finish(entry)
    return entry, problems


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def get(corpus: Corpus, id_: str, kind: type[E]) -> E:
    entry = corpus.entries[id_]
    assert isinstance(entry, kind)
    return entry


def test_an_agreement_has_form_parties_period_day_place_lineage_and_what_is_unknown(small_corpus: Corpus) -> None:
    agreement = get(small_corpus, "son-la-houaphanh-2024-2026", Agreement)
    assert agreement.form
    assert agreement.form.value == "memorandum"
    assert [c.value.ref.id for c in agreement.parties if c.value.ref] == [
        "son-la-peoples-committee",
        "houaphanh-administration",
    ]
    assert agreement.period
    assert agreement.period.value.years == (2024, 2026)
    assert agreement.place
    assert agreement.place.value
    assert agreement.place.value.id == "moc-chau"
    assert [(d.value.relation, d.value.agreement and d.value.agreement.id) for d in agreement.lineage] == [
        ("renews", "son-la-houaphanh-2021-2023")
    ]
    assert agreement.unknown == ("Who signed for each side.",)
    assert agreement.former_ids == ("son-la-houaphanh-memorandum",)


def test_a_statement_says_who_does_what_for_whom_in_which_fields_with_which_figures(small_corpus: Corpus) -> None:
    (claim,) = get(small_corpus, "quang-binh-houaphanh-cooperation", Cooperation).statements
    statement = claim.value
    assert claim.id == "scholarships"
    assert statement.type == "activity"
    assert [p.ref.id for p in statement.by if p.ref] == ["quang-binh"]
    assert [(p.ref, p.as_written, p.side) for p in statement.for_] == [(None, "students of Houaphanh", "LA")]
    assert [ref.id for ref in statement.fields] == ["education"]
    (figure,) = statement.figures
    assert (figure.value, figure.qualifier, figure.unit) == (30, "over", "scholarships")
    assert figure.time
    assert str(figure.time.value) == "2015/.."


def test_a_person_has_every_attested_spelling_and_offices_of_an_event(small_corpus: Corpus) -> None:
    person = get(small_corpus, "khamla-tuayang", Person)
    assert [name.value.value for name in person.names] == ["Khamla Tuayang", "Khamla Tua Yang"]
    (office,) = person.offices
    assert office.as_written == "Governor of Houaphanh Province"
    assert [ref.id for ref in office.value.of] == ["houaphanh"]


def test_a_sources_quotations_are_its_own(small_corpus: Corpus) -> None:
    source = get(small_corpus, "small-visit", SourceEntry)
    assert {quotation.source for quotation in source.quotations} == {"small-visit"}
    assert source.display == "quoted"


def test_every_quotation_that_an_entry_of_the_small_edition_has_supports_one_of_its_claims(
    small_corpus: Corpus,
) -> None:
    for entry in small_corpus.entries.values():
        cited = {quotation for claim in entry.claims() for quotation in claim.evidence}
        assert cited == set(entry.quotations)


def test_claims_come_in_the_order_of_the_kinds_keys_and_prose_last(small_corpus: Corpus) -> None:
    claims = get(small_corpus, "2024-03-05-son-la-houaphanh-signing", Event).claims()
    assert [claim.id for claim in claims] == [
        "one-river",
        "teachers",
        "roads",
        "p1",
        "type",
        "date",
        "place",
        *(f"participants-{n}" for n in range(1, 5)),
        "agreements-1",
    ]


def test_every_reference_of_an_entry_is_known_with_the_claim_that_makes_it(small_corpus: Corpus) -> None:
    event = get(small_corpus, "houaphanh-governor-visit-quang-binh", Event)
    found = {(ref.id, claim.id if claim else "") for ref, claim in event.refs()}
    assert ("quang-binh", "place") in found
    assert ("khamla-tuayang", "participants-1") in found
    assert ("son-la-houaphanh-2024-2026", "agreements-1") in found
    assert ("education", "education") in found
    assert ("small-visit", "") in found


@pytest.mark.parametrize(
    "body, expected",
    [
        ("form: {value: plan, evidence: q}\n", []),
        ("form: {value: plan}\n", ["claim-without-evidence"]),
        ("form: {value: plan, evidence: []}\n", ["claim-without-evidence"]),
        ("form: {value: plan, evidence: other}\n", ["unknown-quotation"]),
        ("form: {value: treaty, evidence: q}\n", ["unknown-word"]),
        ("form: {value: plan, as_written: signed 2 of 10, evidence: q}\n", []),
        ("form: {value: plan, as_written: signed 3 of 10, evidence: q}\n", ["not-as-written"]),
        ("signed: {value: 2025-06-06, evidence: q}\n", []),
        ("signed: {value: 2024-06-06, evidence: q}\n", ["date-without-evidence"]),
        ("signed: {value: 2024-06-06, inferred: From the year before., evidence: q}\n", []),
        ("signed: {value: XXXX-06-06, evidence: q}\n", []),
        ("period: {value: 2025/2030, evidence: q}\n", ["date-without-evidence"]),
        ("period: {value: 2025/.., evidence: q}\n", []),
        ("signed: {value: 2025-06-31, evidence: q}\n", ["impossible-date"]),
        ("parties: [{party: sekong, evidence: q}, {as_written: Huế, evidence: q}]\n", []),
        ("parties: [{evidence: q}]\n", ["missing-key"]),
        ("parties: [{party: sekong, role: witness, evidence: q}]\n", ["unknown-word"]),
        ("parties: [{as_written: Hue, evidence: q}]\n", ["not-as-written"]),
        ("parties: [{party: a, side: TH, evidence: q}]\n", ["unknown-word"]),
        ("lineage: [{relation: renews, evidence: q}]\n", ["missing-key"]),
        ("place: {evidence: q}\n", ["missing-key"]),
        ("signed: {as_written: June 6, evidence: q}\n", ["missing-key"]),
        ("status: reviewed\n", ["unknown-word"]),
    ],
)
def test_an_agreements_claims_hold_what_the_documentation_asks(body: str, expected: list[str]) -> None:
    assert codes(read("agreements", body)[1]) == expected


STATEMENT = "statements:\n  - {id: papers, type: plan, text: T., "


@pytest.mark.parametrize(
    "rest, expected",
    [
        ("evidence: q}", []),
        ("}", ["claim-without-evidence"]),
        ("by: [sekong, {as_written: Huế, side: VN}], evidence: q}", []),
        ("by: [{as_written: Hue}], evidence: q}", ["not-as-written"]),
        ("figures: [{value: 2, as_written: 2 of 10, unit: papers}], evidence: q}", []),
        ("figures: [{value: 3, as_written: 3 of 10, unit: papers}], evidence: q}", ["not-as-written"]),
        ("figures: [{value: 2, unit: papers}], evidence: q}", ["missing-key"]),
        ("figures: [{value: 'two', as_written: 2 of 10, unit: papers}], evidence: q}", ["impossible-number"]),
        ("figures: [{value: '1,000', as_written: 2 of 10, unit: papers}], evidence: q}", ["impossible-number"]),
        ("figures: [{value: 1_000, as_written: 2 of 10, unit: papers}], evidence: q}", ["impossible-number"]),
        ("figures: [{value: nan, as_written: 2 of 10, unit: papers}], evidence: q}", ["impossible-number"]),
        (
            "figures: [{value: 2, as_written: 2, unit: papers, time: {as_written: in 2025}}], evidence: q}",
            ["not-as-written"],
        ),
        ("colour: red, evidence: q}", ["unknown-key"]),
    ],
)
def test_a_statement_says_only_what_its_quotations_say(rest: str, expected: list[str]) -> None:
    assert codes(read("events", STATEMENT + rest + "\n")[1]) == expected


def test_a_figure_is_exact_and_a_party_has_the_first_role_unless_said_otherwise() -> None:
    figures = STATEMENT + "figures: [{value: 2, as_written: 2 of 10, unit: papers}], evidence: q}\n"
    event, _ = read("events", figures + "participants: [{party: sekong, evidence: q}]\n")
    assert isinstance(event, Event)
    assert event.statements[0].value.figures[0].qualifier == "exactly"
    assert event.participants[0].value.role == "participant"


def test_a_spelling_must_stand_in_its_quotation() -> None:
    names = "side: LA\nnames: [{{value: {}, language: en, evidence: q}}]\n"
    assert codes(read("people", names.format("Sekong"))[1]) == []
    assert codes(read("people", names.format("Xekong"))[1]) == ["not-as-written"]


def test_two_claims_of_an_entry_with_one_anchor_are_a_problem() -> None:
    twice = "statements:\n" + 2 * "  - {id: papers, type: plan, text: T., evidence: q}\n"
    assert codes(read("events", twice)[1]) == ["duplicate-id"]
    type_twice = "type: {value: visit, evidence: q}\n" + "statements: [{id: type, type: plan, text: T., evidence: q}]\n"
    assert codes(read("events", type_twice)[1]) == ["duplicate-id"]


def test_what_a_source_sets_aside_has_its_reason() -> None:
    head = "seed: s.txt\nsha256: '0'\nside: VN\nlanguage: en\n"
    body = head + "transcription: [{{label: form, begins: Comment{}}}]\n"
    own = "quotations: {q: {exact: Sekong}}\n"
    assert codes(read("sources", body.format(""), quotations=own)[1]) == ["missing-key"]
    assert codes(read("sources", body.format(", reason: A form"), quotations=own)[1]) == []


def test_prose_is_made_of_claims_with_the_quotations_they_cite() -> None:
    entry, problems = read("events", "", "One. [@q]\n\nTwo [Huế](entry:hue). [@q]\n\nThree. [@r]\n")
    assert [claim.id for claim in entry.summary] == ["p1", "p2", "p3"]
    assert [[q.key for q in claim.evidence] for claim in entry.summary] == [["q"], ["q"], []]
    assert [link.id for claim in entry.summary for link in claim.value.links] == ["hue"]
    assert [(p.code, p.location.line, p.location.column) for p in problems] == [("unknown-quotation", 11, 9)]


FIRST = {kind.folder: min((SMALL / "content" / kind.folder).glob("*.md")) for kind in KINDS}
MISSPELT: list[tuple[str, Callable[[str], str]]] = [
    ("a key", lambda text: text.replace("\ntitle:", "\ntitel:", 1)),
    ("a key of a claim", lambda text: text.replace("evidence:", "evidense:", 1)),
    ("a key of a quotation", lambda text: text.replace("exact:", "exacct:", 1)),
]


@pytest.mark.parametrize("kind", [kind.folder for kind in KINDS])
@pytest.mark.parametrize("what, misspell", MISSPELT, ids=[what for what, _ in MISSPELT])
def test_a_misspelt_key_is_a_problem_in_every_kind(kind: str, what: str, misspell: Callable[[str], str]) -> None:
    text = FIRST[kind].read_text(encoding="utf-8")
    if misspell(text) == text:
        assert kind == "fields", "all but fields have claims"
        return
    problems: list[Problem] = []
    record = read_record(misspell(text), f"content/{kind}/{FIRST[kind].name}", problems)
    assert record
    reader = EntryReader(record, kind, problems)
    reader.finish(next(k for k in KINDS if k.folder == kind).read(reader))
    assert "unknown-key" in codes(problems)


def test_an_entry_can_be_told_by_the_place_of_its_keys() -> None:
    entry, _ = read("events", "status: draft\n")
    assert entry.is_draft
    assert entry.where("status").line == 4
    assert entry.where("nothing") == entry.location


def test_a_quotation_keeps_what_stands_around_it() -> None:
    entry, _ = read("events", "type: {value: visit, evidence: q}\n")
    (quotation,) = entry.quotations
    assert isinstance(quotation, Quotation)
    assert (quotation.key, quotation.source, quotation.prefix, quotation.suffix) == ("q", "s", "", "")
    assert quotation.location.line == 6


def test_values_on_which_sources_disagree_are_kept_side_by_side() -> None:
    signed = "signed: [{value: 2025-06-06, evidence: q}, {value: XXXX-06-07, evidence: q}]\n"
    agreement, problems = read("agreements", signed)
    assert isinstance(agreement, Agreement)
    assert agreement.signed
    assert "wrong-type" not in codes(problems)
    assert [(c.id, str(c.value)) for c in (agreement.signed, *agreement.signed.others)] == [
        ("signed", "2025-06-06"),
        ("signed-2", "XXXX-06-07"),
    ]


def test_a_list_of_one_value_is_no_disagreement() -> None:
    _, problems = read("agreements", "signed: [{value: 2025-06-06, evidence: q}]\n")
    assert "wrong-type" in codes(problems)
