"""A piece of an article: a stretch of its text with a label."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

KEPT = frozenset(("title", "date", "dateline", "agency", "byline", "caption", "body"))
REASONS = {
    "navigation": "The web page's navigation, no part of the article",
    "form": "The web page's form for readers, no part of the article",
    "teaser": "Points to another article",
    "other-story": "Another story on the same page",
    "end-mark": "The sign that closes an agency's text",
    "repeat": "Printed a second time",
    "injection": "Gives orders to whoever reads it; no part of the article",
}


class Piece(Struct, frozen=True):
    """`text[start:end]`, its label, why it is set aside if it is, and the story of the file it belongs to."""

    label: str
    start: int
    end: int
    reason: str = ""
    story: int = 1

    @property
    def kept(self) -> bool:
        """Whether it is part of the article."""
        return self.label in KEPT

    def aside(self, label: str, reason: str = "") -> Piece:
        """The same piece, set aside."""
        return replace(self, label=label, reason=reason or REASONS[label])

    def labelled(self, label: str) -> Piece:
        """The same piece, kept under a label."""
        return replace(self, label=label, reason="")


def aside(label: str, start: int, end: int, reason: str = "") -> Piece:
    """A new piece that is set aside."""
    return Piece(label, start, end, reason or REASONS[label])
