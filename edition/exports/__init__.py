"""Files for machines: a new export is a file here and a line in EXPORTS."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from edition.artifact import Artifact
from edition.exports import claims, edition, feed, publishing
from edition.presenting.edition import Edition
from edition.presenting.views import Page

Export = Callable[[Edition, tuple[Page, ...]], Iterator[Artifact]]

EXPORTS: tuple[Export, ...] = (claims.artifacts, edition.artifacts, feed.artifacts, publishing.artifacts)
