"""What must hold across entries. (The messages: tests/editions/broken.)"""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec import structs

from edition.checks import CHECKS, check, nothing_descends_from_itself, sources_are_accounted_for
from edition.corpus import Corpus
from edition.kinds.entry import Entry, Ref
from edition.kinds.fields import Field
from edition.kinds.places import Place
from edition.problems import Location, Problem
from tests.small import other


def with_entries(corpus: Corpus, *entries: Entry) -> Corpus:
    return replace(corpus, entries={**corpus.entries, **{entry.id: entry for entry in entries}})


def chain(corpus: Corpus, *ids: str) -> Corpus:
    """The corpus with fields of which each is narrower than the next."""
    education = corpus.entries["education"]
    assert isinstance(education, Field)
    refs = [Ref(id_, ("fields",), Location(f"{id_}.md")) for id_ in ids[1:]]
    return with_entries(corpus, *(other(education, id=a, broader=b) for a, b in zip(ids, refs, strict=False)))


def test_the_small_edition_passes_every_check(small_corpus: Corpus) -> None:
    assert CHECKS
    assert list(check(small_corpus)) == []


def test_a_circle_is_found_however_long_and_told_at_each_of_its_references(small_corpus: Corpus) -> None:
    found = nothing_descends_from_itself(chain(small_corpus, "a", "b", "c", "a"))
    assert sorted(problem.location.path for problem in found) == ["a.md", "b.md", "c.md"]


def test_a_chain_that_leads_into_a_circle_is_none(small_corpus: Corpus) -> None:
    corpus = chain(chain(small_corpus, "b", "c", "b"), "a", "b")
    assert sorted(problem.location.path for problem in nothing_descends_from_itself(corpus)) == ["b.md", "c.md"]
    assert not list(nothing_descends_from_itself(chain(small_corpus, "a", "b", "c", "education")))


@pytest.mark.parametrize("least, problems", [(76, 1), (75, 0), (0, 0)])
def test_a_source_may_leave_open_as_many_sentences_as_the_edition_allows(
    small_corpus: Corpus, least: int, problems: int
) -> None:
    cooperation = small_corpus.entries["quang-binh-houaphanh-cooperation"]
    one_open = with_entries(small_corpus, other(cooperation, status="draft"))
    config = structs.replace(one_open.config, least_coverage=least)
    assert len(list(sources_are_accounted_for(replace(one_open, config=config)))) == problems


def test_what_only_a_draft_quotes_is_not_accounted_for_yet(small_corpus: Corpus) -> None:
    cooperation = small_corpus.entries["quang-binh-houaphanh-cooperation"]
    (problem,) = sources_are_accounted_for(with_entries(small_corpus, other(cooperation, status="draft")))
    assert problem.location == Location("seeds/101_visit.txt", 3, 155)


def test_a_draft_of_a_source_need_not_be_accounted_for(small_corpus: Corpus) -> None:
    drafts = (other(entry, status="draft") for entry in small_corpus.entries.values())
    assert list(sources_are_accounted_for(with_entries(small_corpus, *drafts))) == []


def test_a_place_need_not_be_in_the_gazetteer_but_must_be_if_it_says_so(small_corpus: Corpus) -> None:
    place = small_corpus.entries["moc-chau"]
    assert isinstance(place, Place)
    assert not place.gazetteer

    def codes(gazetteer: str) -> list[str]:
        problems: list[Problem] = list(check(with_entries(small_corpus, other(place, gazetteer=gazetteer))))
        return [problem.code for problem in problems]

    assert codes("") == codes("khammouane") == []
    assert codes("moc-chau") == ["unknown-place"]
