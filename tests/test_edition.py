"""The edition itself: it holds, and the change of a single letter is noticed where it was made."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from edition import pipeline
from edition.checks import check as run_checks
from edition.config import Workspace
from edition.corpus import Corpus
from edition.coverage import coverage
from edition.kinds import KINDS
from edition.kinds.entry import Entry
from edition.kinds.reading import EntryReader
from edition.linking import link
from edition.problems import Invalid, Location, Problem
from edition.records import read_record
from edition.sources import accession
from tests.small import HOUSE

WORKSPACE = Workspace(HOUSE, HOUSE)
SEEDS = sorted(path.name for path in WORKSPACE.seeds.iterdir() if not path.name.startswith("."))
ENTRIES = sorted(
    WORKSPACE.relative(path) for kind in KINDS for path in (WORKSPACE.content / kind.folder).glob("[!.]*.md")
)
READ_KINDS = {kind.folder: kind for kind in KINDS}


@cache
def corpus() -> Corpus:
    """The edition's corpus; that there is one says that it passes every check."""
    return pipeline.check(WORKSPACE, places=True)


def entry_at(path: str) -> Entry:
    return next(entry for entry in corpus().entries.values() if entry.location.path == path)


def test_the_edition_passes_every_check() -> None:
    try:
        assert len(corpus().entries) == len(ENTRIES)
    except Invalid as invalid:
        pytest.fail("\n".join(f"{p.location}: {p.code}: {p.message}" for p in invalid.problems), pytrace=False)


def test_every_seed_has_exactly_one_source() -> None:
    assert sorted(a.entry.seed for a in corpus().accessions.values()) == SEEDS
    assert len(SEEDS) >= 5


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_kept_and_what_is_set_aside_are_together_the_seed(seed: str) -> None:
    (found,) = [a for a in corpus().accessions.values() if a.entry.seed == seed]
    text = (WORKSPACE.seeds / seed).read_bytes().decode("utf-8-sig")
    blocks = found.transcription.blocks
    assert "".join("".join(found.transcription.words(b).split()) for b in blocks) == "".join(text.split())
    assert [b.start for b in blocks] == sorted(b.start for b in blocks)
    assert all(b.reason for b in blocks if not b.kept)


def test_every_source_is_accounted_for_as_far_as_the_edition_promises() -> None:
    for found in corpus().accessions.values():
        assert coverage(corpus(), found).percentage >= max(95, corpus().config.least_coverage)


# --- One letter ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Change:
    """One letter of a file changed: the file's text now, and the place of what the letter belongs to."""

    text: str
    location: Location


def choose(number_of: int, salt: str) -> int:
    """A number below `number_of`, always the same for the same salt."""
    return int(hashlib.sha256(salt.encode()).hexdigest(), 16) % number_of


def change_letter(text: str, start: int, end: int, salt: str) -> str:
    """Change one letter of `text[start:end]`."""
    letters = [match.start() + start for match in re.finditer(r"[^\W\d_]", text[start:end])]
    at = letters[choose(len(letters), salt)]
    return text[:at] + ("x" if text[at] != "x" else "z") + text[at + 1 :]


def offset(text: str, where: Location) -> int:
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: where.line - 1]) + where.column - 1


def changed_quotation(path: str, salt: str = "") -> Change | None:
    """A letter changed in one of an entry's quotations."""
    quotations = entry_at(path).quotations
    if not quotations:
        return None
    where = quotations[choose(len(quotations), path + salt)].location
    text = (HOUSE / path).read_text(encoding="utf-8")
    start = offset(text, where)
    if text[start] in ">|":
        start = text.index("\n", start) + 1
    return Change(change_letter(text, start, text.index("\n", start), path + salt), where)


def changed_reference(path: str) -> Change | None:
    """A letter changed in one of an entry's references to others."""
    refs = [ref for ref, _ in entry_at(path).refs()]
    if not refs:
        return None
    ref = refs[choose(len(refs), path)]
    text = (HOUSE / path).read_text(encoding="utf-8")
    # The location of a source's digest is that of its value; its id stands before it in the line.
    line = offset(text, Location(path, ref.location.line))
    start = text.index(ref.id, line if ref.kinds == ("sources",) else offset(text, ref.location))
    return Change(change_letter(text, start, start + len(ref.id), path), ref.location)


def problems_with(path: str, text: str) -> Iterator[Problem]:
    """What is wrong with the edition when one of its entries reads as `text`."""
    problems: list[Problem] = []
    kind = path.split("/")[1]
    record = read_record(text, path, problems)
    assert record
    reader = EntryReader(record, kind, problems)
    changed = READ_KINDS[kind].read(reader)
    reader.finish(changed)
    others = [entry for entry in corpus().entries.values() if entry.location.path != path]
    seeds = {a.source.seed: a.source for a in corpus().accessions.values()}
    linked = link(corpus().config, corpus().gazetteer, [*others, changed], seeds, problems)
    yield from problems or run_checks(linked)


@pytest.mark.parametrize("path", ENTRIES)
def test_one_letter_of_a_quotation_changed_is_noticed_in_its_line(path: str) -> None:
    change = changed_quotation(path)
    if change is None:
        assert path.startswith(("content/fields/", "content/sources/")), "all others prove what they say"
        return
    assert ("quotation-not-found", change.location) in {(p.code, p.location) for p in problems_with(path, change.text)}


@pytest.mark.parametrize("path", ENTRIES)
def test_one_letter_of_a_reference_changed_is_noticed_in_its_line(path: str) -> None:
    change = changed_reference(path)
    if change is None:
        assert path.startswith(("content/fields/", "content/sources/")), "all others name their sources"
        return
    found = {(p.code, p.location.path, p.location.line) for p in problems_with(path, change.text)}
    assert ("dangling-reference", path, change.location.line) in found


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("sample", range(4))
def test_one_letter_of_a_seed_changed_is_noticed_at_the_digest_in_its_source(
    seed: str, sample: int, tmp_path: Path
) -> None:
    text = (WORKSPACE.seeds / seed).read_bytes().decode()
    (tmp_path / seed).write_bytes(change_letter(text, 0, len(text), f"{seed}{sample}").encode())
    problems: list[Problem] = []
    changed = accession(tmp_path / seed, f"seeds/{seed}", problems)
    assert changed
    seeds = {a.source.seed: a.source for a in corpus().accessions.values()}
    entries = corpus().entries.values()
    link(corpus().config, corpus().gazetteer, entries, {**seeds, seed: changed}, problems)
    (source,) = [a.entry for a in corpus().accessions.values() if a.entry.seed == seed]
    assert [(p.code, p.location) for p in problems] == [("source-changed", source.where("sha256"))]


def test_unchanged_an_entry_read_anew_is_no_problem() -> None:
    """Without this, the tests above could pass because reading anew is a problem in itself."""
    for path in ENTRIES[::10]:
        assert list(problems_with(path, (HOUSE / path).read_text(encoding="utf-8"))) == []


def test_the_whole_build_stops_at_one_changed_letter_and_the_site_stays(tmp_path: Path, small_site: Path) -> None:
    for folder in ("content", "seeds"):
        shutil.copytree(HOUSE / folder, tmp_path / folder)
    shutil.copytree(small_site, tmp_path / "site")
    before = {p: p.read_bytes() for p in (tmp_path / "site").rglob("*") if p.is_file()}
    path = "content/agreements/dak-lak-sekong-2025-2030.md"
    change = changed_quotation(path)
    assert change
    (tmp_path / path).write_text(change.text, encoding="utf-8")
    with pytest.raises(Invalid) as invalid:
        pipeline.build(Workspace(tmp_path, HOUSE), search=False)
    assert {p.location.path for p in invalid.value.problems} == {path}
    assert {p: p.read_bytes() for p in (tmp_path / "site").rglob("*") if p.is_file()} == before
