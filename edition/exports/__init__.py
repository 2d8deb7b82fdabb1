"""Files for machines: a new export is a file here and a line in EXPORTS."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from edition.artifact import Artifact
from edition.exports import claims, edition, feed, publishing
from edition.presenting.edition import Edition

Export = Callable[[Edition, Sequence[str]], Iterator[Artifact]]
"""Makes files of an edition; it is told the paths of the pages that a site map lists."""

EXPORTS: tuple[Export, ...] = (claims.artifacts, edition.artifacts, feed.artifacts, publishing.artifacts)
