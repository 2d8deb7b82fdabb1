"""Gold labels: `FOLDER/index.yaml` and the articles beside it."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from benchmarks.conversion.texts import canonical, mend

Label: TypeAlias = Mapping[str, Any]
KEPT = frozenset({"title", "date", "dateline", "agency", "byline", "caption", "body"})
UNSCORED = "either"
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class _Loader(yaml.SafeLoader):
    """YAML whose only typed values are null and booleans: dates and numbers stay as they are written."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag in ("tag:yaml.org,2002:null", "tag:yaml.org,2002:bool")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class WrongLabels(Exception):
    """The labels cannot be used."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its labels: the file, its decoded text and the characters of it that count, each labelled.

    `marks` has a label for every character of `characters`; it is empty where blocks are not labelled.
    """

    path: Path
    labels: Label
    text: str
    characters: str
    marks: tuple[str, ...]

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name

    @property
    def out_of_scope(self) -> bool:
        """Whether the converter must refuse it."""
        return "out" in accepted(self.labels.get("scope")) and "in" not in accepted(self.labels.get("scope"))


def accepted(value: Any) -> tuple[Any, ...]:
    """The right answers: those of a list, or the one there is."""
    if isinstance(value, (list, tuple)):
        return tuple(value) or (None,)
    return (value,)


def items(labels: Label, key: str) -> tuple[Label, ...]:
    """The items of a list, each a mapping; a bare text stands for its id or name."""
    bare = {"provinces": "id", "organisations": "name", "persons": "name"}.get(key, "name")
    return tuple(i if isinstance(i, Mapping) else {bare: i} for i in labels.get(key) or ())


def optional(item: Label) -> bool:
    """Whether an item may be there or not."""
    return str(item.get("optional", "")).lower() in ("true", "yes")


def read(folder: Path) -> tuple[Article, ...]:
    """All labelled articles of a folder, in the order of their names."""
    index = folder / "index.yaml"
    if not index.is_file():
        raise WrongLabels(f"there is no index.yaml in {folder}")
    try:
        # A safe loader: see _Loader.
        found = yaml.load(index.read_text(encoding="utf-8-sig"), Loader=_Loader)  # noqa: S506
    except yaml.YAMLError as error:
        raise WrongLabels(f"{index} is no YAML: {error}") from error
    return tuple(sorted(_articles(folder, found), key=lambda article: article.name))


def _articles(folder: Path, index: Any) -> Iterator[Article]:
    if isinstance(index, Mapping) and set(index) == {"articles"}:
        index = index["articles"]
    if isinstance(index, Sequence) and not isinstance(index, str):
        index = {str(labels.get("file") or labels.get("id")): labels for labels in index}
    if not isinstance(index, Mapping):
        raise WrongLabels("index.yaml holds no mapping from the articles' names to their labels")
    for stem, labels in index.items():
        yield article(folder / _file_name(str(stem)), labels or {})


def _file_name(stem: str) -> str:
    stem = stem.removesuffix(".txt")
    return f"{stem.zfill(2) if stem.isdigit() else stem}.txt"


def article(path: Path, labels: Label) -> Article:
    """One article with its labels."""
    if not path.is_file():
        raise WrongLabels(f"there are labels for {path}, but no such file")
    text = decode(path.read_bytes(), str(labels.get("encoding") or ""))
    if labels.get("mojibake"):
        text = mend(text, str(labels["mojibake"]))
    characters = canonical(text).characters
    return Article(path, labels, text, characters, _marks(path.name, labels, characters))


def decode(data: bytes, encoding: str) -> str:
    """The text of an article, by the label's codec, the byte order mark, or as UTF-8."""
    codec = encoding or next((name for bom, name in BOMS if data.startswith(bom)), "utf-8")
    return data.decode(codec, errors="replace").removeprefix("\ufeff")


def _marks(name: str, labels: Label, characters: str) -> tuple[str, ...]:
    if labels.get("blocks") is not None:
        return _tiled(name, labels["blocks"], characters)
    if labels.get("body") is not None:
        return _listed(name, labels["body"], characters)
    return ()


def _tiled(name: str, blocks: Sequence[Label], characters: str) -> tuple[str, ...]:
    starts: list[tuple[int, str]] = []
    after = 0
    for block in blocks:
        begins = canonical(str(block.get("begins") or block.get("text") or "")).characters
        at = characters.find(begins, after)
        if at < 0 or not begins:
            raise WrongLabels(f"{name}: no block begins with {block.get('begins')!r} behind the block before")
        starts.append((at, str(block["label"])))
        after = at + 1
    if starts and starts[0][0] > 0:
        raise WrongLabels(f"{name}: the text before the first block is in no block: {characters[: starts[0][0]]!r}")
    marks: list[str] = []
    for (start, label), (end, _) in zip(starts, [*starts[1:], (len(characters), "")], strict=True):
        marks += [label] * (end - start)
    return tuple(marks)


def _listed(name: str, texts: Any, characters: str) -> tuple[str, ...]:
    marks = ["unlisted"] * len(characters)
    after = 0
    for part in accepted(texts):
        wanted = canonical(str(part)).characters
        at = characters.find(wanted, after)
        at = characters.find(wanted) if at < 0 else at
        if at < 0:
            raise WrongLabels(f"{name}: the body's text {str(part)[:60]!r} is not in the file")
        marks[at : at + len(wanted)] = ["body"] * len(wanted)
        after = at + len(wanted)
    return tuple(marks)
