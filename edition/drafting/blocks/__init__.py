"""Blocks: which pieces of a text are the article, which stood around it on the page, and why."""

from edition.drafting.blocks.article import label
from edition.drafting.blocks.piece import KEPT, REASONS, Piece, aside

__all__ = ["KEPT", "REASONS", "Piece", "aside", "label"]
