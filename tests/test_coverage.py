"""Coverage: which sentences of a source support claims, and which do not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec import structs

from edition.corpus import Corpus
from edition.coverage import coverage, percentage, table


def test_every_body_sentence_supports_a_claim_is_set_aside_or_is_open(small_corpus: Corpus) -> None:
    found = coverage(small_corpus, small_corpus.accessions["small-signing"])
    assert (len(found.sentences), found.supporting, found.set_aside, found.open) == (8, 7, 1, ())
    assert found.percentage == 100
    weather = next(s for s in found.sentences if s.reason)
    assert weather.reason == "No fact about the cooperation"
    assert not weather.supports


def test_a_sentence_that_nothing_quotes_is_open(small_corpus: Corpus) -> None:
    left = {
        id_: tuple(s for s in supports if s.entry.id != "quang-binh-houaphanh-cooperation")
        for id_, supports in small_corpus.supports.items()
    }
    accession = small_corpus.accessions["small-visit"]
    found = coverage(replace(small_corpus, supports=left), accession)
    assert [accession.source.text[s.start : s.end] for s in found.open] == [
        "Since 2015, Quang Binh has granted over 30 scholarships to students of Houaphanh."
    ]
    assert found.percentage == 75


def test_the_percentage_is_the_same_worked_out_for_itself(small_corpus: Corpus) -> None:
    def without(id_: str) -> Corpus:
        left = {key: tuple(s for s in found if s.entry.id != id_) for key, found in small_corpus.supports.items()}
        spans = {key: [(s.passage.start, s.passage.end) for s in found] for key, found in left.items()}
        return replace(small_corpus, supports=left, quoted=spans)

    corpora = [small_corpus, replace(small_corpus, supports={}, quoted={}), *map(without, small_corpus.entries)]
    found = [(coverage(c, a).percentage, percentage(c, a)) for c in corpora for a in small_corpus.accessions.values()]
    assert [one for one, _ in found] == [other for _, other in found]
    assert len({one for one, _ in found}) > 2


def test_the_share_of_quoted_characters_counts_each_once(small_corpus: Corpus) -> None:
    accession = small_corpus.accessions["small-visit"]
    found = coverage(small_corpus, accession)
    body = [b for b in accession.transcription.blocks if b.label == "body"]
    assert found.body_characters == sum(b.end - b.start for b in body)
    quoted = {
        place
        for support in small_corpus.supports["small-visit"]
        for place in range(support.passage.start, support.passage.end)
        if any(b.start <= place < b.end for b in body)
    }
    assert found.quoted_characters == len(quoted)
    assert found.quoted_percentage == pytest.approx(100 * len(quoted) / found.body_characters)


def test_a_source_without_body_or_claims_is_no_division_by_nothing(small_corpus: Corpus) -> None:
    accession = small_corpus.accessions["small-visit"]
    bare = replace(accession, transcription=structs.replace(accession.transcription, blocks=()))
    found = coverage(replace(small_corpus, supports={}), bare)
    assert (found.percentage, found.quoted_percentage, found.claims) == (100, 100, 0)


def test_a_sources_own_title_and_byline_are_no_claims_about_cooperation(small_corpus: Corpus) -> None:
    only_its_own = {
        "small-visit": tuple(s for s in small_corpus.supports["small-visit"] if s.entry.id == "small-visit")
    }
    assert only_its_own["small-visit"]
    found = coverage(replace(small_corpus, supports=only_its_own), small_corpus.accessions["small-visit"])
    assert found.claims == 0


def test_the_table_has_a_line_for_each_source_in_even_columns(small_corpus: Corpus) -> None:
    head, *rows = table(small_corpus).splitlines()
    assert head.split()[:2] == ["source", "sentences"]
    assert [row.split()[0] for row in rows] == ["small-signing", "small-visit"]
    assert rows[0].split()[1:5] == ["8", "7", "1", "0"]
    assert {len(row) for row in rows} == {len(head)}
