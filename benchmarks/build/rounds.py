"""The rounds: each generator builds from nothing, again, after one body's edit, after one title's edit."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.build.corpus import Item
from benchmarks.build.measuring import Cost, most_memory, run

FORGOTTEN = ".forgotten-"
CASES = ("cold", "unchanged", "body", "title")


@dataclass(frozen=True, slots=True)
class Generator:
    """A program that makes a site: how it is called, what it writes, what it keeps, where an entry's file is.

    `equal` says that its pages show the same as those of the others.
    """

    name: str
    command: tuple[str, ...]
    root: Path
    output: Path
    kept: tuple[Path, ...]
    entry: Callable[[Path, str, str], Path]
    environment: tuple[tuple[str, str], ...] = ()
    equal: bool = True

    def build(self) -> Cost:
        """Build once."""
        return run(self.command, self.root, dict(self.environment))

    def most_memory(self) -> float:
        """Build once, for the memory alone, in MB."""
        return most_memory(self.command, self.root, dict(self.environment))

    def forget(self) -> None:
        """Put aside all that a build has left.

        It is not deleted: ext4 looks long for a place for a new file where many have just been deleted, which made a
        build of 1,000 pages up to a second slower.
        """
        aside = Path(tempfile.mkdtemp(prefix=FORGOTTEN, dir=self.root))
        for folder in (self.output, *self.kept):
            if folder.exists():
                folder.rename(aside / folder.name)

    def delete_forgotten(self) -> None:
        """Delete what was put aside."""
        for folder in self.root.glob(f"{FORGOTTEN}*"):
            shutil.rmtree(folder)

    def edit(self, item: Item, old: str, new: str) -> None:
        """Change some words of an entry."""
        path = self.entry(self.root, item.kind, item.id)
        text = path.read_text(encoding="utf-8")
        if old not in text:
            raise ValueError(f"{old!r} does not stand in {path}")
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def showing(self, words: str) -> int:
        """How many pages show some words."""
        return sum(words in path.read_text(encoding="utf-8") for path in self.output.rglob("*.html"))

    def digest(self) -> str:
        """The digest of everything it has written."""
        whole = hashlib.sha256()
        for path in sorted(self.output.rglob("*")):
            if path.is_file():
                whole.update(
                    f"{path.relative_to(self.output)}\0{hashlib.sha256(path.read_bytes()).hexdigest()}".encode()
                )
        return whole.hexdigest()


@dataclass(frozen=True, slots=True)
class Result:
    """The costs of each case and the most memory of a build from nothing, by generator, and what was found wrong."""

    costs: dict[str, dict[str, list[Cost]]]
    memory: dict[str, float]
    remarks: tuple[str, ...]


def measure(
    generators: Sequence[Generator], items: Sequence[Item], rounds: int, progress: Callable[[str], None]
) -> Result:
    """Run all rounds, the generators in turn, so that what else the machine does falls on all of them alike."""
    costs: dict[str, dict[str, list[Cost]]] = {g.name: {case: [] for case in CASES} for g in generators}
    people = [item for item in items if item.kind == "people"]
    body, title = people[len(people) // 3], people[len(people) // 2]
    remarks: list[str] = []
    for number in range(1, rounds + 1):
        new = f"{title.title} {number}"
        for case in CASES:
            for generator in generators:
                progress(f"round {number} of {rounds}: {generator.name}, {case}")
                if case == "cold":
                    generator.forget()
                elif case == "body":
                    generator.edit(body, body.prose[2][0][:20], f"Edited{number} {body.prose[2][0][:20]}")
                elif case == "title":
                    generator.edit(title, f"title: {title.title}", f"title: {title.title} {number} was")
                costs[generator.name][case].append(generator.build())
        shown = {generator.name: generator.showing(new) for generator in generators if generator.equal}
        if len(set(shown.values())) > 1:
            remarks.append(f"Round {number}: pages that show the new title: {shown}")
    memory: dict[str, float] = {}
    for generator in generators:
        progress(f"{generator.name}, from nothing once more")
        found = generator.digest()
        generator.forget()
        memory[generator.name] = generator.most_memory()
        if generator.digest() != found:
            remarks.append(f"{generator.name}: what the edits have left is not what a build from nothing makes")
    for generator in generators:
        generator.delete_forgotten()
    return Result(costs, memory, tuple(remarks))
