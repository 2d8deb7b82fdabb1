"""The benchmark of builds makes the same corpus for a number, builds it without problems, and tells what was wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.build import corpus, hugo, ours
from benchmarks.build.program import LEAN

HOUSE = Path(__file__).resolve().parent.parent.parent
ENTRIES = 40


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "benchmarks.build", "--entries", str(ENTRIES), "--rounds", "1", *arguments]
    return subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)


def test_a_corpus_is_the_same_for_a_number_and_another_for_another_seed() -> None:
    made = corpus.make(ENTRIES)
    assert made == corpus.make(ENTRIES)
    assert made != corpus.make(ENTRIES, seed=1)


def test_an_entry_has_three_to_ten_facts_up_to_eight_references_and_250_words() -> None:
    made = corpus.make(ENTRIES)
    ids = {item.id for item in made.items}
    for item in made.items:
        assert 3 <= len(item.facts) <= 10
        assert 2 <= len(item.references) <= 8
        assert set(item.references) <= ids
        assert sum(len(words.split()) for words, _ in item.prose) >= 250
        assert all(any(fact.exact in sentence for sentence in made.articles[fact.source]) for fact in item.facts)


def test_both_sides_are_given_the_same_words(tmp_path: Path) -> None:
    made = corpus.make(ENTRIES)
    for folder in ("ours", "hugo"):
        (tmp_path / folder).mkdir()
    ours.write(made, tmp_path / "ours", LEAN)
    hugo.write(made, tmp_path / "hugo")
    for item in made.items:
        texts = [side.entry(tmp_path / name, item.kind, item.id) for side, name in ((ours, "ours"), (hugo, "hugo"))]
        for text in (path.read_text(encoding="utf-8") for path in texts):
            assert all(words in text for words in (item.title, *(fact.text for fact in item.facts)))
            assert all(words in text for words, _ in item.prose)


def test_a_small_corpus_is_timed_and_its_site_is_in_the_end_what_a_build_from_nothing_makes() -> None:
    done = run("--record")
    assert done.returncode == 0, done.stderr
    for name in ours.NAMES.values():
        assert f"| {name} |" in done.stdout
    assert "is not what a build from nothing makes" not in done.stdout
    assert "pages that show the new title" not in done.stdout


def test_a_program_that_is_not_there_is_named() -> None:
    done = run("--hugo", "no-such-hugo")
    assert done.returncode == 2
    assert "no-such-hugo" in done.stderr
    assert "make benchmark" in done.stderr
