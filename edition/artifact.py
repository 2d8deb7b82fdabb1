"""A file of the site."""

from __future__ import annotations

from msgspec import Struct


class Artifact(Struct, frozen=True):
    """A file to be published: its path relative to the site, and its bytes."""

    path: str
    content: bytes
