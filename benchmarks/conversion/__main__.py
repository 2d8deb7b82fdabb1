"""`python -m benchmarks.conversion FOLDER`: score the converter on labelled articles.

FOLDER has NN.txt and index.yaml (see README.md beside this file). Run it where build.py is. Exit code 0: scored;
2: the labels cannot be used.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.conversion import check, converter, labels, report, seeds, stress
from benchmarks.conversion.scoring import score


def parser() -> argparse.ArgumentParser:
    """All that the command line understands."""
    top = argparse.ArgumentParser(
        prog="python -m benchmarks.conversion",
        description="Scores the converter on a folder of articles with gold labels (NN.txt and index.yaml).",
    )
    top.add_argument("folder", type=Path, nargs="*", help="a folder with NN.txt and index.yaml; several are added up")
    top.add_argument("--json", action="store_true", help="print the scores as JSON")
    top.add_argument("--verbose", action="store_true", help="list what was missed or wrong in each article")
    top.add_argument("--only", default="", metavar="NN,…", help="score these articles only")
    top.add_argument("--check", action="store_true", help="check the labels themselves, and score nothing")
    top.add_argument("--compare", action="store_true", help="compare drafts of the edition's seeds with its entries")
    top.add_argument("--stress", action="store_true", help="measure speed and memory, and try hostile files")
    top.add_argument("--build", type=Path, default=converter.BUILD, metavar="FILE", help="the door to the converter")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Score, print, and return the exit code."""
    words = parser().parse_args(arguments)
    try:
        if words.compare:
            compared = seeds.compare(words.build)
            print(json.dumps(compared.as_json(), ensure_ascii=False, indent=1) if words.json else compared.as_text())
            return 0
        if words.stress:
            results = stress.stress(words.build)
            print(json.dumps(results, ensure_ascii=False, indent=1) if words.json else stress.as_text(results))
            return 0
        if not words.folder:
            print("benchmarks.conversion: name a folder with NN.txt and index.yaml, or --compare", file=sys.stderr)
            return 2
        if words.check:
            doubts = [doubt for folder in words.folder for doubt in check.check(folder)]
            print("\n".join(doubts) or "the labels say what is in the files")
            return 1 if doubts else 0
        articles = [article for folder in words.folder for article in labels.read(folder)]
    except labels.WrongLabels as error:
        print(f"benchmarks.conversion: {error}", file=sys.stderr)
        return 2
    only = {f"{n.zfill(2)}.txt" for n in words.only.split(",") if n}
    articles = [article for article in articles if not only or article.name in only]
    answer = converter.ask([article.path for article in articles], words.build)
    sheets = [score(article, reading) for article, reading in zip(articles, answer.readings, strict=True)]
    names = [
        article.name if len(words.folder) < 2 else f"{article.path.parent.name}/{article.name}" for article in articles
    ]
    if words.json:
        print(
            json.dumps(report.as_json(names, sheets, answer.seconds, answer.complaints), ensure_ascii=False, indent=1)
        )
    else:
        print(report.as_text(names, sheets, answer.seconds, answer.complaints, verbose=words.verbose))
    return 0


if __name__ == "__main__":
    sys.exit(main())
