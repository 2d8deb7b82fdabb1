"""A large edition, generated: as many agreements as one likes among all provinces of the record's gazetteer."""

from __future__ import annotations

import hashlib
import itertools
import json
from pathlib import Path

import yaml

from edition.config import Workspace
from tests.small import HOUSE, copy_small

SENTENCE = "The provinces and their unions made agreements."
ARTICLE = f"Agreements made\n\n{SENTENCE}\n"
FIELDS = ("border", "education", "health", "trade", "culture", "agriculture")


def copy_large(to: Path, agreements: int = 500) -> Workspace:
    """Write an edition with so many agreements into the folder `to`; the same each time."""
    workspace = copy_small(to)
    for folder in ("agreements", "cooperations", "events", "fields", "organisations", "people", "places", "provinces"):
        for path in (workspace.content / folder).glob("*.md"):
            path.unlink()
    for path in (*(workspace.content / "sources").glob("*.md"), *workspace.seeds.glob("*.txt")):
        path.unlink()
    (workspace.content / "changes.yaml").unlink()
    gazetteer = (HOUSE / "content" / "gazetteer.yaml").read_text(encoding="utf-8")
    (workspace.content / "gazetteer.yaml").write_text(gazetteer, encoding="utf-8")
    (workspace.seeds / "200_agreements.txt").write_text(ARTICLE, encoding="utf-8")
    _source(workspace)
    places = {place["id"]: place for place in yaml.safe_load(gazetteer)["places"]}
    for place in places.values():
        name = place["names"]["en"]["value"]
        _write(workspace, "provinces", place["id"], title=name, gazetteer=place["id"], names=[])
        union = f"{place['id']}-womens-union"
        _write(
            workspace,
            "organisations",
            union,
            title=f"Women’s Union of {name}",
            names=[],
            side=place["country"],
            type="mass-organisation",
            province=place["id"],
        )
    for field in FIELDS:
        _write(workspace, "fields", field, title=field.capitalize(), scope="Invented.")
    sides = [[id_ for id_, place in places.items() if place["country"] == side] for side in ("VN", "LA")]
    pairs = list(itertools.product(*sides))
    for number in range(agreements):
        _agreement(workspace, number, *pairs[number % 7 * (number % 23) * 5 % len(pairs)])
    return workspace


def _source(workspace: Workspace) -> None:
    _write(
        workspace,
        "sources",
        "large-source",
        cited=False,
        seed="200_agreements.txt",
        sha256=hashlib.sha256(ARTICLE.encode()).hexdigest(),
        title="Agreements made",
        headline={"value": "Agreements made", "evidence": "headline"},
        side="VN",
        language="en",
        display="full",
        transcription=[
            {"label": "title", "begins": "Agreements made"},
            {"label": "body", "begins": "The provinces"},
        ],
        quotations={"headline": {"exact": "Agreements made"}},
    )


def _agreement(workspace: Workspace, number: int, vietnamese: str, lao: str) -> None:
    union = "-womens-union" if number % 3 == 0 else ""
    start = 1998 + number * 7 % 31
    evidence = {"evidence": "words"}
    _write(
        workspace,
        "agreements",
        f"agreement-{number:03}",
        title=f"Agreement {number} of {vietnamese} and {lao}",
        form={"value": "agreement", **evidence},
        parties=[{"party": vietnamese + union, **evidence}, {"party": lao + union, **evidence}],
        period={"value": f"{start}/{start + 2 + number % 4}", "inferred": "Invented.", **evidence},
        statements=[
            {
                "id": "promise",
                "type": "commitment",
                "text": "They promise something.",
                "by": [vietnamese, lao],
                "fields": [FIELDS[number % len(FIELDS)]],
                **evidence,
            }
        ],
    )


def _write(workspace: Workspace, folder: str, id_: str, *, cited: bool = True, **keys: object) -> None:
    evidence = {
        "sources": {"large-source": hashlib.sha256(ARTICLE.encode()).hexdigest()},
        "quotations": {"words": {"source": "large-source", "exact": SENTENCE.removesuffix(".")}},
    }
    uses = cited and folder == "agreements"
    front = {"id": id_, **{k: v for k, v in keys.items() if v != []}, **(evidence if uses else {})}
    path = workspace.content / folder / f"{id_}.md"
    path.parent.mkdir(exist_ok=True)
    text = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
    path.write_text(f"---\n{text}---\n", encoding="utf-8")
