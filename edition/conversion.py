"""The converter at work in an edition: entries are drafted for articles that have none.

The converter itself is :mod:`edition.drafting`, which takes long to import.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from edition.config import Workspace
from edition.gazetteer import read as read_gazetteer
from edition.material import read as read_material
from edition.material import survey
from edition.problems import Invalid, Problem
from edition.sources import Source, accession

if TYPE_CHECKING:
    from edition.drafting import Outcome


def convert(
    workspace: Workspace,
    paths: Sequence[Path] = (),
    progress: Callable[[str], None] = lambda stage: None,
) -> Outcome:
    """Draft entries for every article of `paths` (the files of `seeds/`, if none are named) that has no source entry.

    Nothing that exists is touched. Raises Invalid for entries that can't be read, and for seeds that can't.
    """
    from edition.drafting import Converter

    progress("looking for new articles")
    material = read_material(survey(workspace))
    if material.problems or material.gazetteer is None:
        raise Invalid(material.problems)
    progress("drafting")
    unreadable: list[Problem] = []
    wanted = _take_in(workspace, paths, material.seeds, unreadable) if paths else None
    outcome = Converter(material.gazetteer, material.read_here, material.seeds).convert(wanted)
    for draft in outcome.drafts:
        path = workspace.root / draft.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(draft.text)
    return replace(outcome, problems=(*outcome.problems, *unreadable))


def _take_in(
    workspace: Workspace, paths: Sequence[Path], seeds: dict[str, Source], problems: list[Problem]
) -> set[str]:
    """Copy the articles of `paths` into `seeds/` where they are not there yet; the names they have there."""
    known = {source.sha256: name for name, source in seeds.items()}
    wanted = set()
    for path in articles(paths):
        source = accession(path, str(path), problems)
        if source is None:
            continue
        name = known.get(source.sha256, "")
        if not name:
            name = f"{path.stem}-{source.sha256[:8]}{path.suffix}" if source.seed in seeds else source.seed
            workspace.seeds.mkdir(exist_ok=True)
            with (workspace.seeds / name).open("xb") as file:
                file.write(path.read_bytes())
            seeds[name] = replace(source, seed=name)
            known[source.sha256] = name
        wanted.add(name)
    return wanted


def articles(paths: Iterable[Path]) -> Iterator[Path]:
    """The files of some files and folders, in order."""
    for path in paths:
        inside = sorted(path.glob("*.txt")) if path.is_dir() else [path]
        yield from (p for p in inside if p.is_file() and not p.name.startswith("."))


def readings(workspace: Workspace, paths: Sequence[Path]) -> list[dict[str, Any]]:
    """All that is read from each article, as documents for JSON (docs/converter.md). Nothing is written."""
    from edition.drafting import read_documents

    problems: list[Problem] = []
    gazetteer = read_gazetteer(workspace.content / "gazetteer.yaml", problems)
    if gazetteer is None:
        raise Invalid(problems)
    return read_documents(articles(paths or [workspace.seeds]), workspace.content / "gazetteer.yaml", gazetteer)
