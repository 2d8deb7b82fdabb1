"""A file of the site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file to be published: its path relative to the site, and its bytes."""

    path: str
    content: bytes
