"""A draft, and how its YAML is written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

UNSAFE = re.compile("[\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
PLAIN = re.compile(r"[A-Za-zÀ-ỹ0-9][A-Za-zÀ-ỹ0-9 ’.()/–-]*(?<! )")
_LIKE_A_LIST = re.compile(r".*(?:: | #|:$)")
HEAD = (
    "# A machine proposed this entry, and found the words that it quotes; whether they mean this, you decide.",
    "# Correct what is wrong, then take out the line `status: draft`: that is the acceptance.",
)


class Draft(Struct, frozen=True):
    """A proposed entry: its kind and id, its path in the edition, and the file's text."""

    kind: str
    id: str
    text: str

    @property
    def path(self) -> str:
        """Where it is to stand."""
        return f"content/{self.kind}/{self.id}.md"


def scalar(words: str) -> str:
    """A YAML scalar: plain where that is safe, else in double quotes with invisible characters escaped (7.3.1)."""
    if PLAIN.fullmatch(words) and not _LIKE_A_LIST.match(words):
        return words
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(words, ensure_ascii=False))


def flow(values: Mapping[str, str | Iterable[str] | None]) -> str:
    """A mapping in braces; keys without a value are left out."""
    parts = []
    for key, value in values.items():
        if value is None or value == "" or value == []:
            continue
        if isinstance(value, str):
            parts.append(f"{key}: {value}")
        else:
            items = list(value)
            if items:
                parts.append(
                    f"{key}: {items[0] if len(items) == 1 and key == 'evidence' else '[' + ', '.join(items) + ']'}"
                )
    return "{" + ", ".join(parts) + "}"


def comment(words: str, indent: str = "") -> str:
    """A line of comment; nothing in it can end it."""
    return f"{indent}# " + UNSAFE.sub("", " ".join(words.split()))


def whole(kind: str, id_: str, lines: Iterable[str], head: Iterable[str] = ()) -> Draft:
    """A draft from the lines of its front matter."""
    text = "\n".join(["---", *HEAD, *(comment(line) for line in head), f"id: {id_}", *lines, "---", ""])
    return Draft(kind, id_, text)
