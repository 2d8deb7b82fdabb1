"""Drafts made from the edition's own seeds, compared with the entries that people made of them.

The entries are taken away from a copy of the edition, the converter drafts them anew, and the drafts are paired with
the entries: a source by its seed, a person by name, an organisation by name and province, a province by its place in
the gazetteer, an agreement by period and parties, an event by its date and participants, a statement by the words
that it quotes.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.conversion.labels import WrongLabels, _Loader
from benchmarks.conversion.matching import pair, same_organisation
from benchmarks.conversion.scores import Score
from benchmarks.conversion.texts import likeness, meaning, name_key, plain

Entry = Mapping[str, Any]
KINDS = ("sources", "provinces", "places", "organisations", "people", "agreements", "cooperations", "events")
SAME_ENTRY = 0.34
FEWEST_WORDS = 4
"""Words that a statement's own quotation has at least; a stamp has fewer."""
VALUES: Mapping[str, tuple[str, ...]] = {
    "sources": ("headline", "published", "agency", "byline", "side", "language", "copy_of"),
    "organisations": ("side", "type", "province"),
    "people": ("side", "names", "offices"),
    "agreements": ("form", "standing", "period", "signed", "place", "parties"),
    "events": ("type", "date", "place", "participants"),
}


@dataclass(frozen=True, slots=True)
class Compared:
    """Per kind, entries and values found, missed and wrong; `notes` name them."""

    rows: Mapping[str, Score]
    notes: Sequence[str]

    def as_json(self) -> dict[str, Any]:
        """The same as JSON."""
        rows = {n: {"found": s.found, "missed": s.missed, "wrong": s.wrong} for n, s in self.rows.items()}
        return {"rows": rows, "notes": list(self.notes)}

    def as_text(self) -> str:
        """A table, and what was missed or wrong."""
        lines = [f"{'drafts against entries':32}{'found':>8}{'missed':>8}{'wrong':>8}"]
        lines += [f"{n:32}{s.found:8.0f}{s.missed:8.0f}{s.wrong:8.0f}" for n, s in self.rows.items()]
        return "\n".join([*lines, "", *self.notes])


def compare(build: Path) -> Compared:
    """Draft the edition's seeds anew beside `build`, and compare with its entries."""
    root = build.resolve().parent
    curated = _entries(root / "content")
    if not any(curated.values()):
        raise WrongLabels(f"there are no entries in {root / 'content'}")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "edition"
        copy.mkdir()
        shutil.copytree(root / "seeds", copy / "seeds")
        ignore = shutil.ignore_patterns(*KINDS)
        shutil.copytree(root / "content", copy / "content", ignore=ignore)
        command = [sys.executable, str(build.resolve()), "-C", str(copy), "convert"]
        done = subprocess.run(command, capture_output=True, check=False, timeout=600)  # noqa: S603
        if done.returncode:
            raise WrongLabels(f"convert failed: {done.stderr.decode('utf-8', 'replace').strip()[-400:]}")
        drafts = _entries(copy)
    return compared(curated, drafts)


def _entries(folder: Path) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {kind: [] for kind in KINDS}
    for path in sorted(folder.rglob("*.md")):
        matter = re.match(r"---\n(.*?)\n---", path.read_text(encoding="utf-8"), re.DOTALL)
        kind = path.parent.name
        if matter and kind in found:
            try:
                # A safe loader: see benchmarks.conversion.labels.
                entry = yaml.load(matter[1], Loader=_Loader)  # noqa: S506
            except yaml.YAMLError:
                continue
            found[kind].append(entry)
    return found


def compared(curated: Mapping[str, Sequence[Entry]], drafts: Mapping[str, Sequence[Entry]]) -> Compared:
    """Pair entries and drafts of each kind; compare the values of those that are paired."""
    rows: dict[str, Score] = {}
    notes: list[str] = []
    names = {side: _names(entries) for side, entries in (("gold", curated), ("read", drafts))}
    for kind in KINDS:
        pairing = pair(
            list(curated.get(kind, ())),
            list(drafts.get(kind, ())),
            lambda g, r, kind=kind: _fit(kind, g, r, names["gold"], names["read"]),  # type: ignore[misc]
        )
        rows[kind] = Score(len(pairing.pairs), len(pairing.wrong), len(pairing.missed))
        notes += [f"{kind}: missed {e['id']}" for e in pairing.missed]
        notes += [f"{kind}: wrong {e['id']}" for e in pairing.wrong]
        for gold, read in pairing.pairs:
            for key in VALUES.get(kind, ()):
                one, other = _said(gold.get(key), names["gold"]), _said(read.get(key), names["read"])
                found = sum(any(_alike(a, b) for b in other) for a in one)
                wrong = sum(not any(_alike(a, b) for a in one) for b in other)
                rows.setdefault(f"{kind}: {key}", Score()).add(found, wrong, len(one) - found)
                if found < len(one) or wrong:
                    notes.append(f"{kind}: {gold['id']}: {key}: {sorted(one)} → {sorted(other)}")
    _compare_statements(curated, drafts, rows, notes)
    return Compared(rows, notes)


def _compare_statements(
    curated: Mapping[str, Sequence[Entry]],
    drafts: Mapping[str, Sequence[Entry]],
    rows: dict[str, Score],
    notes: list[str],
) -> None:
    """What is said: a draft's statement finds all those of the entries that quote words of its sentence."""
    gold, read = list(_statements(curated)), list(_statements(drafts))
    found = [(one, [other for other in read if one.words in other.words]) for one in gold]
    used = {other.id for _, others in found for other in others}
    rows["statements"] = Score()
    rows["statements"].add(
        sum(bool(o) for _, o in found), sum(r.id not in used for r in read), sum(not o for _, o in found)
    )
    notes += [f"statements: missed {one.id}" for one, others in found if not others]
    notes += [f"statements: wrong {other.id}" for other in read if other.id not in used]
    for name in ("type", "kind"):
        right = [any(getattr(one, name) == getattr(other, name) for other in others) for one, others in found if others]
        rows[f"statements: {name}"] = Score(sum(right), right.count(False), right.count(False))


@dataclass(frozen=True, slots=True)
class _Statement:
    id: str
    kind: str
    type: str
    words: str


def _statements(entries: Mapping[str, Sequence[Entry]]) -> Iterator[_Statement]:
    """The statements of entries, each with the words that it quotes, not those that only tell who speaks, or when."""
    for kind in ("agreements", "cooperations", "events"):
        for entry in entries.get(kind, ()):
            quoted = {key: plain(q["exact"]).casefold() for key, q in (entry.get("quotations") or {}).items()}
            cited: Counter[str] = Counter(key for s in entry.get("statements") or () for key in _keys(s))
            for said in entry.get("statements") or ():
                own = min(_keys(said), key=lambda key: (cited[key], len(quoted.get(key, "").split()) < FEWEST_WORDS))
                words = quoted.get(own, "").rstrip(".")
                yield _Statement(f"{entry['id']}#{said['id']}", kind, str(said.get("type")), words)


def _keys(statement: Entry) -> list[str]:
    evidence = statement.get("evidence")
    return [str(key) for key in evidence] if isinstance(evidence, list) else [str(evidence)]


def _names(entries: Mapping[str, Sequence[Entry]]) -> dict[str, str]:
    """What ids stand for, so that two editions that chose other ids can be compared."""
    found = {}
    for kind in KINDS:
        for entry in entries.get(kind, ()):
            first = next(iter(_texts(entry.get("names"))), str(entry.get("title") or ""))
            found[str(entry.get("id"))] = str(entry.get("gazetteer") or first)
    return found


def _texts(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, Mapping):
            item = item.get("value") or item.get("party") or item.get("as_written")
        if item:
            yield str(item)


def _said(value: Any, names: Mapping[str, str]) -> set[str]:
    return {names.get(text, text) for text in _texts(value)}


def _alike(one: str, other: str) -> bool:
    return plain(one).casefold() == plain(other).casefold() or likeness(meaning(one), meaning(other)) >= 0.7


def _fit(kind: str, gold: Entry, read: Entry, gold_names: Mapping[str, str], read_names: Mapping[str, str]) -> float:
    if kind == "sources":
        return float(gold.get("seed") == read.get("seed"))
    if kind == "provinces":
        return float((gold.get("gazetteer") or gold.get("id")) == (read.get("gazetteer") or read.get("id")))
    if kind == "people":
        keys = {name_key(n) for n in _texts(gold.get("names"))}
        return float(any(name_key(n) in keys for n in _texts(read.get("names"))))
    if kind == "organisations":
        province = gold.get("province")
        return same_organisation(
            [*_texts(gold.get("names")), str(gold.get("title"))],
            [str(province)] if province else None,
            [*_texts(read.get("names")), str(read.get("title"))],
            read.get("province"),
        )
    if kind == "places":
        return float(name_key(gold_names[str(gold["id"])]) == name_key(read_names[str(read["id"])]))
    who = "participants" if kind == "events" else "parties"
    parties = _overlap(_said(gold.get(who), gold_names), _said(read.get(who), read_names))
    when = "date" if kind == "events" else "period"
    times = (set(_texts(gold.get(when))), set(_texts(read.get(when))))
    same_time = bool(times[0] & times[1]) if any(times) else kind == "cooperations"
    same_type = set(_texts(gold.get("type"))) == set(_texts(read.get("type")))
    fit = 0.5 * parties + 0.4 * same_time + 0.1 * same_type
    return fit if fit >= SAME_ENTRY else 0


def _overlap(one: set[str], other: set[str]) -> float:
    if not one or not other:
        return 0
    return sum(any(_alike(a, b) for b in other) for a in one) / max(len(one), len(other))
