"""The plainest YAML is read without the library, and as the library reads it."""

from __future__ import annotations

import subprocess
import sys
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from edition.full_yaml import read_full
from edition.nodes import Mapping, Node, place
from edition.plain_yaml import NotPlain, read_plain
from edition.problems import Location, Problem

ENTRY = """\
id: hue-sekong
title: It's 10:30 in Huế, "as they say"#1
# a comment of its own
period: {value: 2025/2030, evidence: [signing, 'the "talks"'], for: [{as_written: "a, b", side: LA}]}

parties:
- party: hue
  role: host
- sekong
quotations:
  signing:
    exact: 'the People''s Committee: signed'
"""
VALUES = (
    "word", "two words ", "10:30", "a# b", "'it''s'", '"x" ', "é, “b”", "a - b", "a ? b", "a [b] {c}", "a & b", "a'b",
    "[a, b]", "{a: b}", "[{a: b, c: d}, e]", "{a: [b, {c: d}]}", "[a ,b ] ", "{a:  b , c: 'd'}", '[a b, "c"]', "[[a]]",
    "[a,b]", "[]", "{a}", "[a: b]", "[a, ]", "{a: }", "{a:b}", "[a]x", "[-a]", "{a: b-c}", "[a & b]", "[a#b]", "[a #b]",
    "", "a #b", "a: b", "a:", ":a", "-a", "- a", "?a", "'x' y", '"x\\n"', "|", ">-", "&a x", "*a", "!t x", "%x", "@x",
    "`x", "\xa0x", "a\tb", "x\u2028y", "x\x85y", "~", "..", "...", "---", "# c",
)  # fmt: skip
KEYS = ("a", "b", "c", "đ-1", "é.x", "k_2", "1", "x y", "'q'", "?")
SPACES = ("", "   ", "# why", " # why", "\t")
MORE = (
    "more words",
    "      ",
    "more ",
    "  further in",
    "a: b",
    "- a",
    "# no comment",
    "",
    "'it'",
    "[a]",
    "more:",
    "é, “b”",
    "a #b",
)
"""What may follow on lines of its own, further in than a key, below a plain value or a mark for folding."""


def block(random: Random, indent: int = 0, depth: int = 0) -> list[str]:
    """Lines of YAML, most of them right: keys at an indent, with values, lists and further keys."""
    lines = []
    for key in random.sample(KEYS, random.randint(1, 3)):
        if random.random() < 0.05:
            lines.append(random.choice(SPACES))
        start = " " * max(0, indent + random.choice((0,) * 30 + (-1, 1, 2))) + key + ":"
        form = random.random()
        if form < 0.5 or depth > 3:
            lines.append(f"{start} {random.choice(VALUES)}")
        elif form < 0.6:
            lines.append(f"{start} {random.choice(('>-', '>-', 'words', 'two words ', 'word #', 'it is: so', '>- '))}")
            further_in = " " * (indent + random.choice((-1, 0, 1, 2, 2, 2, 4)))
            lines += [further_in + random.choice(("more", random.choice(MORE))) for _ in range(random.randint(0, 3))]
        elif form < 0.75:
            lines += [start, *block(random, indent + random.choice((1, 2, 2, 4)), depth + 1)]
        else:
            inner = indent + random.choice((0, 0, 2, 2, 4))
            lines.append(start)
            for _ in range(random.randint(1, 3)):
                dash = " " * inner + random.choice(("- ", "- ", "-  "))
                first, *more = block(random, len(dash), depth + 1)
                lines += random.choice(([dash + random.choice(VALUES)], [dash + first.lstrip(" "), *more]))
    return lines


@settings(max_examples=300, deadline=None)
@given(st.randoms(use_true_random=False).map(block).map("\n".join))
@example(ENTRY)
@example("a: b\n  c: d")
@example("a: [b, 'c']  ")
@example("a: >-\n  b\n  c: d\n\n# e\nf: g")
@example("a: >-\n  b\n  # c\nd: e")
@example("a: >-\n  b\n\n  # c\nd: e")
@example("a: >-\n  b\n c\nd: e")
@example("a: >-\nb: c")
@example("a: b \n  c\n  d\ne: f")
@example("a: b\n# c\n  d")
@example("- a\n b")
@example("a: >-\n  b\n   ")
@example("a:\n- b\n c\n- >-\n d\n e\n- >-\n f\ng: h")
@example("a: []\nb: { }\nc: [a, []]\nd: [}")
@example("a:\n- b\nc: d")
@example("a:\n- b: [c]\n  'd': e\n  f g: h")
@example("a: >-\n  b: c\n  d:\ne: f")
@example("- >-\n  a\nb: c")
@example("a:\n  - b\n  c: d")
def test_what_is_read_without_the_library_is_what_the_library_reads(text: str) -> None:
    try:
        plain = read_plain(text, "x.md", 2)
    except NotPlain:
        return
    problems: list[Problem] = []
    full = read_full(text, "x.md", problems, 2)
    assert (plain, places(plain), []) == (full, places(full), problems)
    assert (read_plain(text, "x.md", 2, places=False), problems) == (full, [])


def places(node: Node | None) -> list[Location]:
    """Where the nodes stand, and their keys."""
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    keys = node.key_locations.values() if isinstance(node, Mapping) else ()
    return [place(node, Location("nowhere")), *keys, *(where for part in inner for where in places(part))]


def test_keys_lists_brackets_and_quoted_words_are_plain() -> None:
    assert read_plain(ENTRY, "x.md", 2) == {
        "id": "hue-sekong",
        "title": 'It\'s 10:30 in Huế, "as they say"#1',
        "period": {
            "value": "2025/2030",
            "evidence": ["signing", 'the "talks"'],
            "for": [{"as_written": "a, b", "side": "LA"}],
        },
        "parties": [{"party": "hue", "role": "host"}, "sekong"],
        "quotations": {"signing": {"exact": "the People's Committee: signed"}},
    }


def test_words_that_go_on_may_begin_as_another_texts_keys_do() -> None:
    assert read_plain("a:\n  more: b", "x.md", 1) == {"a": {"more": "b"}}
    assert read_plain("a: words\n  more", "x.md", 1) == {"a": "words more"}


@pytest.mark.parametrize(
    "text",
    [
        "a: b\n\n  goes on",
        "a: >\n  folded",
        "a: >-\n  b\n\n  c",
        "a: >-\n  b\n   c",
        "a: 'b\n  c'",
        "a: &x b",
        "a: !t b",
        "a: b # why",
        "a:",
        "a: b\na: c",
        "- a",
        "",
        "a:\tb",
    ],
)
def test_anything_else_is_left_to_the_library(text: str) -> None:
    with pytest.raises(NotPlain):
        read_plain(text, "x.md", 2)


def test_an_edition_of_plain_records_is_read_without_importing_the_library() -> None:
    words = "import sys, edition.records as r; assert r.read_yaml('a: b', 'x', []); assert 'yaml' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", words], check=False).returncode == 0
