"""The command line: words in, exit code out (0 done, 1 the content has problems, 2 wrong use)."""

from __future__ import annotations

import argparse
import contextlib
import itertools
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from edition import conversion, freshness, pipeline
from edition.config import Workspace
from edition.coverage import table
from edition.making import RECORD, Design, Task
from edition.manifest import Stage
from edition.pipeline import Wishes
from edition.problems import Invalid, report
from edition.renewal.renew import Anew
from edition.watching import CLAIMS, Read

if TYPE_CHECKING:
    from edition.drafting import Outcome

HOUSE = Path(__file__).resolve().parent.parent
DONE, PROBLEMS, WRONG_USE = 0, 1, 2


def parser() -> argparse.ArgumentParser:
    """All that the command line understands."""
    top = argparse.ArgumentParser(
        prog="build.py",
        description="Builds the Viet–Lao Cooperation Record: seeds/ and content/ become site/. "
        "Without a command: convert what is new, check everything, render, index for search.",
        epilog="Exit codes: 0 done, 1 the content has problems (they are listed, site/ stays as it was), 2 wrong use.",
    )
    top.add_argument("-C", "--directory", type=Path, default=HOUSE, metavar="DIR", help="the edition's folder (here)")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    build = commands.add_parser("build", help="convert, check, render and index (the default)")
    for one in (top, build):
        one.add_argument("--base-url", default="", metavar="URL", help="the site's public address, for this build")
        one.add_argument("--drafts", action="store_true", help="show drafts too, each marked as one")
        one.add_argument("--examples", action="store_true", help="add examples.html, which shows every component")
        one.add_argument("--explain", action="store_true", help="say what was made anew, and why")
        one.add_argument("--timings", action="store_true", help="say how long each stage took")
        one.add_argument("--no-search", action="store_true", help="leave out the search index")
    convert = commands.add_parser("convert", help="propose draft entries for articles that have none")
    convert.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="articles or folders of them (seeds/)")
    convert.add_argument("--json", action="store_true", help="print all that is read from each PATH; write nothing")
    accept = commands.add_parser(
        "accept", help="take on drafts that you have read and corrected, then check everything"
    )
    accept.add_argument("ids", nargs="+", metavar="ID", help="a draft; a source stands for all drafts that quote it")
    commands.add_parser("check", help="check all entries and sources, and print how far each source is covered")
    languages = commands.add_parser("languages", help="name what is missing, unused or inconsistent in translations")
    languages.add_argument("--update", action="store_true", help="first add new messages and take out unused ones")
    languages.add_argument("--add", default="", metavar="CODE", help="make the catalogue of a further language")
    languages.add_argument("--unconfirmed", action="store_true", help="list what no native reader has confirmed yet")
    serve = commands.add_parser("serve", help="show the built site on this machine")
    serve.add_argument("--port", type=int, default=8000, help="the port on 127.0.0.1 (8000; 0 takes a free one)")
    commands.add_parser("clean", help="remove the built site")
    return top


def main(arguments: Sequence[str] | None = None, house: Path = HOUSE, design: Design = RECORD) -> int:
    """Run a command and return its exit code. `house` has the templates and assets, `design` the pages to make."""
    given = sys.argv[1:] if arguments is None else arguments
    words = parser().parse_args(given, argparse.Namespace(arguments=given, design=design))
    workspace = Workspace(words.directory.resolve(), house)
    if not workspace.content.is_dir():
        print(f"build.py: there is no content/ in {words.directory}: name an edition's folder with -C", file=sys.stderr)
        return WRONG_USE
    try:
        return COMMANDS[words.command or "build"](workspace, words)
    except Invalid as invalid:
        _progress("")
        print(report(invalid.problems, workspace.root), file=sys.stderr)
        count = len(invalid.problems)
        print(f"\n{count} {'problem' if count == 1 else 'problems'}. Nothing was published.", file=sys.stderr)
        return PROBLEMS
    except KeyboardInterrupt:
        return PROBLEMS


def _build(workspace: Workspace, words: argparse.Namespace) -> int:
    clock = Clock(_progress)
    folders = [*map(str, (workspace.content, workspace.seeds, workspace.templates, workspace.assets))]
    folders.append(freshness.PACKAGE)
    seen = freshness.settled(folders)
    wishes: Wishes = {
        "base_url": words.base_url,
        "drafts": words.drafts,
        "search": not words.no_search,
        "examples": words.examples,
        "design": words.design,
    }
    since = seen and freshness.changed(str(workspace.root), words.arguments, seen)
    try:
        if not since:
            raise Anew("there is no build that could be renewed")
        number, changed, said, site = since
        built = pipeline.renew(workspace, number, [Path(path) for path in changed], clock, **wishes)
        said = said[:-1]
        site_now = freshness.exchanged(str(workspace.root), site, built.exchanged)
        _say(said)
    except Anew as reason:
        said, site_now = (), None
        try:
            built = pipeline.build(workspace, clock, without_new=False, **wishes)
        except pipeline.NewSeeds:
            outcome = _converted(workspace)
            said = tuple(outcome.lines())
            if outcome.drafts:
                seen = None
            built = pipeline.build(workspace, clock, **wishes)
        explained = [f"everything was made anew: {reason}"]
    else:
        explained = [explanation(task, reads) for task, reads in built.made.items()]
    clock("")
    made = f"{built.pages} pages and {built.files - built.pages} other files in {workspace.site.name}/"
    renewed = f", {len(built.made)} of them made anew" if isinstance(built.made, dict) and built.made else ""
    print(f"{made}{renewed}, {clock.seconds:.2f} s")
    _say(explained if words.explain else ())
    _say(clock.lines() if words.timings else ())
    freshness.remember(str(workspace.root), words.arguments, folders, seen, (*said, made), built.number, site_now)
    return DONE


def explanation(task: Task, reads: Sequence[Read]) -> str:
    """Why something was made anew."""
    what = task.path or "a file for machines"
    language = f" ({task.language})" if task.language else ""
    shown = (f"{'claims' if field == CLAIMS else field} of {id_}" for id_, field in reads)
    return f"{what}{language}: shows {', '.join(shown)}"


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def _convert(workspace: Workspace, words: argparse.Namespace) -> int:
    if words.json:
        print(json.dumps(conversion.readings(workspace, words.paths), ensure_ascii=False, indent=1))
        return DONE
    outcome = _converted(workspace, words.paths)
    if not outcome.drafts:
        print("nothing new: every article has its source entry")
    return PROBLEMS if outcome.problems else DONE


def _converted(workspace: Workspace, paths: Sequence[Path] = ()) -> Outcome:
    outcome = conversion.convert(workspace, paths, _progress)
    _progress("")
    _say(outcome.lines())
    return outcome


def _accept(workspace: Workspace, words: argparse.Namespace) -> int:
    from edition.drafting.accepting import accept

    accepted = accept(workspace.content, words.ids)
    if accepted.unknown:
        print(f"build.py: no draft has the id {', '.join(accepted.unknown)}: nothing was accepted", file=sys.stderr)
        return WRONG_USE
    _say(f"accepted: {path.relative_to(workspace.root).as_posix()}" for path in accepted.paths)
    return _check(workspace, words)


def _check(workspace: Workspace, words: argparse.Namespace) -> int:
    corpus = pipeline.check(workspace, _progress)
    _progress("")
    print(table(corpus))
    return DONE


def _languages(workspace: Workspace, words: argparse.Namespace) -> int:
    if words.unconfirmed:
        for path, translations in pipeline.unconfirmed(workspace).items():
            for one in translations:
                print(
                    f"{path}:{one.line}: {one.english}\n    {one.text}"
                    + (f"\n    ({one.unsure})" if one.unsure else "")
                )
            print(f"{path}: {len(translations)} not confirmed")
        return DONE
    problems = pipeline.check_languages(workspace, update=words.update, add=words.add)
    if problems:
        print(report(problems, workspace.root), file=sys.stderr)
    print(f"{len(problems)} {'thing' if len(problems) == 1 else 'things'} to mend in content/languages/")
    return PROBLEMS if problems else DONE


def _serve(workspace: Workspace, words: argparse.Namespace) -> int:
    from edition import preview  # what a server needs takes long to import

    if not workspace.site.is_dir():
        print("build.py: there is no site yet: run `python build.py` first", file=sys.stderr)
        return WRONG_USE
    try:
        server = preview.server(workspace.site, words.port)
    except (OSError, OverflowError) as error:
        print(f"build.py: port {words.port} can't be used ({error}): name another with --port", file=sys.stderr)
        return WRONG_USE
    print(f"http://{preview.HOST}:{server.server_port}/ shows {workspace.site.name}/; Ctrl-C ends it", flush=True)
    with server, contextlib.suppress(KeyboardInterrupt):
        server.serve_forever()
    return DONE


def _clean(workspace: Workspace, words: argparse.Namespace) -> int:
    stage = Stage(workspace.site)
    print("removed site/" if stage.remove() else "there was nothing to remove")
    return DONE


COMMANDS = {
    "build": _build,
    "convert": _convert,
    "accept": _accept,
    "check": _check,
    "languages": _languages,
    "serve": _serve,
    "clean": _clean,
}


class Clock:
    """Shows each stage and keeps how long it took."""

    def __init__(self, show: Callable[[str], None]) -> None:
        self.show, self.began = show, time.perf_counter()
        self.stages: list[tuple[str, float]] = []

    def __call__(self, stage: str) -> None:
        """A stage begins; what follows a colon is how far it is."""
        name = stage.partition(":")[0]
        if not self.stages or self.stages[-1][0] != name:
            self.stages.append((name, time.perf_counter()))
        self.show(stage)

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return time.perf_counter() - self.began

    def lines(self) -> Iterator[str]:
        """A line for each stage."""
        for (name, began), (_, ended) in itertools.pairwise(self.stages):
            yield f"{ended - began:8.3f} s  {name}"


def _progress(stage: str) -> None:
    """Show the stage on a terminal; a log stays quiet."""
    if sys.stderr.isatty():
        print(f"\r\033[K{stage + ' …' if stage else ''}", end="", file=sys.stderr, flush=True)
