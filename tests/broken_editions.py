"""Editions with something wrong: `editions/broken/<case>/` is what differs from the small edition.

`CHANGE` names files of the small edition, each with the lines that go (behind a -) and those that come in their place
(behind a +); `DELETE` lists files to take away; all other files replace those of the small edition or join them.
`expected.txt` is the report an editor gets. ``python -m tests.broken_editions [case …]`` writes the reports anew: read
them before you commit them.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from edition import pipeline
from edition.config import Workspace
from edition.problems import Invalid, Problem, report
from tests.small import EDITIONS, change, copy_small

BROKEN = EDITIONS / "broken"
EXPECTED, CHANGE, DELETE = "expected.txt", "CHANGE", "DELETE"
REGENERATE = "If the new report is right, write it down with: python -m tests.broken_editions"


def cases() -> list[str]:
    """The names of all broken editions."""
    return sorted(path.name for path in BROKEN.iterdir() if path.is_dir())


def expected(case: str) -> str:
    """The report a case must give."""
    return (BROKEN / case / EXPECTED).read_text(encoding="utf-8").removesuffix("\n")


def damage(case: str, root: Path) -> None:
    """Turn a copy of the small edition at `root` into the broken one."""
    folder = BROKEN / case
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        relative = path.relative_to(folder).as_posix()
        if relative == DELETE:
            for line in path.read_text(encoding="utf-8").split():
                (root / line).unlink()
        elif relative == CHANGE:
            for file, old, new in changes(path.read_text(encoding="utf-8")):
                change(root / file, old, new)
        elif relative != EXPECTED:
            (root / relative).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, root / relative)


def changes(text: str) -> Iterator[tuple[str, str, str]]:
    """What a file `CHANGE` says: a file's path, the lines that go, the lines that come."""
    for part in re.findall(r"(?m)^[^-+\n].*\n(?:[-+].*\n)+", text):
        path, _, rest = part.partition("\n")
        for hunk in re.findall(r"(?m)(?:^-.*\n)+(?:^\+.*\n)*", rest):
            lines = hunk.splitlines(keepends=True)
            old, new = ("".join(line[1:] for line in lines if line[0] == sign) for sign in "-+")
            yield path, old, new


def problems(workspace: Workspace) -> tuple[Problem, ...]:
    """What is wrong with an edition, by an attempt to build it."""
    try:
        pipeline.build(workspace, search=False)
    except Invalid as invalid:
        return invalid.problems
    return ()


def main(names: list[str]) -> None:
    """Write the expected reports of some cases, or of all."""
    with tempfile.TemporaryDirectory() as folder:
        published = copy_small(Path(folder) / "published")
        pipeline.build(published, search=False)
        for case in names or cases():
            workspace = Workspace(Path(folder) / case, published.house)
            shutil.copytree(published.root, workspace.root)
            damage(case, workspace.root)
            text = report(problems(workspace), workspace.root)
            (BROKEN / case / EXPECTED).write_text(text + "\n", encoding="utf-8")
            print(f"{case}\n{text}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
