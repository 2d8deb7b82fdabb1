"""The corpus: references resolved once, the ways back derived, every quotation at its place."""

from __future__ import annotations

from dataclasses import replace

from edition import pipeline
from edition.config import Workspace
from edition.corpus import Corpus, without_drafts
from edition.kinds.agreements import Agreement
from edition.kinds.events import Event
from edition.kinds.people import Person
from edition.kinds.sources import SourceEntry
from edition.text import normalise
from tests.small import change, other

AGREEMENT = "son-la-houaphanh-2024-2026"


def test_who_refers_to_an_entry_is_derived_with_the_claim(small_corpus: Corpus) -> None:
    mentions = {(m.entry.id, m.claim.id if m.claim else "") for m in small_corpus.mentions[AGREEMENT]}
    assert mentions == {
        ("2024-03-05-son-la-houaphanh-signing", "agreements-1"),
        ("2024-03-05-son-la-houaphanh-signing", "p1"),
        ("houaphanh-governor-visit-quang-binh", "agreements-1"),
    }


def test_the_entries_of_a_kind_that_refer_to_an_entry_come_once_each(small_corpus: Corpus) -> None:
    assert sorted(e.id for e in small_corpus.mentioning(AGREEMENT, Event)) == [
        "2024-03-05-son-la-houaphanh-signing",
        "houaphanh-governor-visit-quang-binh",
    ]
    assert [e.id for e in small_corpus.mentioning("son-la-houaphanh-2021-2023", Agreement)] == [AGREEMENT]
    assert small_corpus.mentioning(AGREEMENT, Person) == ()


def test_entries_of_a_kind_come_in_the_order_of_their_ids(small_corpus: Corpus) -> None:
    assert [e.id for e in small_corpus.of(Agreement)] == ["son-la-houaphanh-2021-2023", AGREEMENT]


def test_every_quotation_has_its_passage_and_the_words_there_are_the_seeds_own(small_corpus: Corpus) -> None:
    quotations = [q for entry in small_corpus.entries.values() for q in entry.quotations]
    assert len(quotations) > 30
    for quotation in quotations:
        words = small_corpus.words(small_corpus.passages[quotation])
        assert words in small_corpus.accessions[quotation.source].source.text
        assert normalise(words) == normalise(quotation.exact)
    signing = next(q for q in small_corpus.entries[AGREEMENT].quotations if q.key == "signing")
    assert "cooperation  for" in small_corpus.words(small_corpus.passages[signing]), "the seed has two spaces there"


def test_what_a_sources_passages_support_comes_in_the_order_of_its_text(small_corpus: Corpus) -> None:
    supports = small_corpus.supports["small-visit"]
    assert [s.passage for s in supports] == sorted(s.passage for s in supports)
    assert {(s.entry.id, s.claim.id) for s in supports} >= {
        ("quang-binh-houaphanh-cooperation", "scholarships"),
        ("quang-binh-houaphanh-cooperation", "period"),
        ("small-visit", "headline"),
    }


def draft(workspace: Workspace, path: str) -> None:
    change(workspace.content / path, "\ntitle: ", "\nstatus: draft\ntitle: ")


def test_without_drafts_nothing_of_a_draft_is_left(small: Workspace) -> None:
    draft(small, "people/tran-van-mau.md")
    draft(small, "events/2024-03-05-son-la-houaphanh-signing.md")
    draft(small, "people/khamla-tuayang.md")
    draft(small, "events/houaphanh-governor-visit-quang-binh.md")
    draft(small, "people/le-thi-thu.md")
    change(small.content / "edition.yaml", "least_coverage: 95", "least_coverage: 0")
    public = without_drafts(pipeline.check(small))
    drafts = {"tran-van-mau", "2024-03-05-son-la-houaphanh-signing"}
    assert not drafts & set(public.entries)
    assert not drafts & {m.entry.id for found in public.mentions.values() for m in found}
    assert not drafts & {s.entry.id for found in public.supports.values() for s in found}
    assert AGREEMENT in public.entries


def test_a_draft_of_a_source_is_no_accession_of_the_public_corpus(small_corpus: Corpus) -> None:
    entries = {
        id_: other(entry, status="draft") if isinstance(entry, SourceEntry) else entry
        for id_, entry in small_corpus.entries.items()
    }
    assert not without_drafts(replace(small_corpus, entries=entries)).accessions
