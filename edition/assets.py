"""Styles, scripts, fonts, icons and pictures, as they stand in `assets/`; the layers of CSS become one file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from edition.artifact import Artifact

LAYERS = ("fonts", "tokens", "base", "frame", "components", "figures", "pages", "print")
"""The layers of CSS in the order of the cascade; `components` and `pages` are folders."""

PUBLISHED = frozenset({".js", ".woff2", ".txt", ".svg", ".png"})
"""What is there for readers; the rest says what the files are and where they come from."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def artifacts(assets: Path) -> Iterator[Artifact]:
    """Every asset of the site, under `assets/`."""
    css = (path.read_text(encoding="utf-8") for layer in LAYERS for path in _files(assets / "css", layer))
    yield Artifact("assets/style.css", _lean("\n".join(css)).encode())
    for folder in ("js", "fonts", "icons", "images"):
        for path in sorted((assets / folder).rglob("*")):
            if path.is_file() and path.suffix in PUBLISHED:
                yield Artifact(f"assets/{path.relative_to(assets).as_posix()}", path.read_bytes())


def _lean(css: str) -> str:
    """Without comments and indentation, a fifth of what a reader's first page would wait for."""
    lines = (line.strip() for line in _COMMENT.sub("", css).splitlines())
    return "\n".join(line for line in lines if line)


def _files(css: Path, layer: str) -> list[Path]:
    folder = css / layer
    return sorted(folder.glob("*.css")) if folder.is_dir() else [css / f"{layer}.css"]
