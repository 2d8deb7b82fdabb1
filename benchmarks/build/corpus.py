"""The corpus: entries and articles made from a seed, always the same ones for a number, for every generator alike.

An entry has three to ten facts, each with a quotation; three to eight references, two of them to the sources it
quotes; and 250 words of prose with stress and citations. One entry in ten is a source, and has an article.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

KINDS = (
    ("events", "event", 45),
    ("people", "person", 20),
    ("organisations", "organisation", 15),
    ("agreements", "agreement", 10),
    ("sources", "source", 10),
)
"""Kinds of entry, one of each, and their shares in per cent."""

TYPES = ("commitment", "plan", "request", "wish", "difficulty", "activity", "assessment")
SENTENCES, SENTENCES_IN_BLOCK = 40, 8
PARAGRAPHS, WORDS_IN_PARAGRAPH = 5, 50
SYLLABLES = (
    *("an", "biên", "bình", "cao", "chăm", "dân", "điện", "đắk", "gia", "giang", "hà", "hợp", "hữu", "khăm", "kinh"),
    *("lạc", "lào", "lâm", "lệ", "mường", "nam", "nghị", "phát", "phông", "quảng", "sầm", "sơn", "tác", "thanh"),
    *("thượng", "triển", "trung", "tỉnh", "uỷ", "vân", "việt", "xê", "xuân", "yên", "ốc"),
)
STEMS = ("agree", "border", "cooper", "cultur", "develop", "educat", "forest", "health", "invest", "train", "trad")
ENDINGS = ("ation", "ed", "er", "ing", "ive", "ment", "s")


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence of an entry, the sentence of a source that supports it, and two entries that it names."""

    key: str
    type: str
    text: str
    source: str
    exact: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An entry. `prose` has the words of each paragraph and the keys of the facts whose quotations it cites."""

    kind: str
    id: str
    title: str
    side: str
    facts: tuple[Fact, ...]
    prose: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def references(self) -> tuple[str, ...]:
        """The ids of the other entries it refers to, each once: those its facts name, then the sources it quotes."""
        named = [id_ for fact in self.facts for id_ in fact.by]
        quoted = [fact.source for fact in self.facts if fact.source != self.id]
        return tuple(dict.fromkeys((*named, *quoted)))


@dataclass(frozen=True, slots=True)
class Corpus:
    """All entries, and the sentences of each source's article by the source's id."""

    items: tuple[Item, ...]
    articles: dict[str, tuple[str, ...]]


def make(entries: int, seed: int = 2026) -> Corpus:
    """The corpus of so many entries."""
    chance = random.Random(seed)  # noqa: S311
    ids = _ids(entries)
    vocabulary = [*(stem + ending for stem in STEMS for ending in ENDINGS), *SYLLABLES * 4]
    articles = {id_: tuple(_article(chance, vocabulary, id_)) for kind, id_ in ids if kind == "sources"}
    named = [id_ for kind, id_ in ids if kind in ("people", "organisations")]
    items = tuple(_item(chance, vocabulary, kind, id_, articles, named) for kind, id_ in ids)
    return Corpus(items, articles)


def blocks(sentences: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The paragraphs of an article."""
    for first in range(0, len(sentences), SENTENCES_IN_BLOCK):
        yield sentences[first : first + SENTENCES_IN_BLOCK]


def _ids(entries: int) -> list[tuple[str, str]]:
    """Kinds and ids; the last kinds get their share at least once each."""
    found = []
    for kind, one, share in KINDS:
        found += [(kind, f"{one}-{number:05}") for number in range(max(2, entries * share // 100))]
    return found


def _article(chance: random.Random, vocabulary: list[str], id_: str) -> Iterator[str]:
    for number in range(SENTENCES):
        words = chance.choices(vocabulary, k=chance.randrange(12, 26))
        yield f"{_name(chance)} {' '.join(words)} {id_[7:]}{chr(97 + number // 10)}{number % 10}."


def _item(
    chance: random.Random,
    vocabulary: list[str],
    kind: str,
    id_: str,
    articles: dict[str, tuple[str, ...]],
    named: list[str],
) -> Item:
    sources = [id_] if kind == "sources" else chance.sample(sorted(articles), 2)
    others = [other for other in chance.sample(named, chance.randrange(2, 8)) if other != id_][:6]
    facts = []
    for number, at in enumerate(chance.sample(range(SENTENCES), chance.randrange(3, 11))):
        source = sources[number % len(sources)]
        text = f"{_name(chance)} {' '.join(chance.choices(vocabulary, k=18))}."
        by = tuple(others[number % 3 :: 3]) if number < 3 else ()
        facts.append(Fact(f"f{number}", chance.choice(TYPES), text, source, articles[source][at][:-1], by))
    prose = tuple(_paragraph(chance, vocabulary, [fact.key for fact in facts]) for _ in range(PARAGRAPHS))
    side = chance.choice(("VN", "LA"))
    return Item(kind, id_, f"{_name(chance)} {id_.replace('-', ' ')}", side, tuple(facts), prose)


def _paragraph(chance: random.Random, vocabulary: list[str], keys: list[str]) -> tuple[str, tuple[str, ...]]:
    words = chance.choices(vocabulary, k=WORDS_IN_PARAGRAPH)
    words[7], words[20] = f"*{words[7]}*", f"**{words[20]}**"
    cited = tuple(chance.sample(keys, chance.randrange(1, 3)))
    return f"{_name(chance)} {' '.join(words)}.", cited


def _name(chance: random.Random) -> str:
    return " ".join(syllable.capitalize() for syllable in chance.sample(SYLLABLES, 2))
