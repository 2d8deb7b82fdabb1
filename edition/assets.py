"""Styles, scripts, fonts and icons, as they stand in `assets/`; the layers of CSS become one file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from edition.artifact import Artifact

LAYERS = ("fonts", "tokens", "base", "frame", "components", "pages", "print")
"""The layers of CSS in the order of the cascade; `pages` is a folder, with a file for each group of page types."""


def artifacts(assets: Path) -> Iterator[Artifact]:
    """Every asset of the site, under `assets/`."""
    css = (path.read_text(encoding="utf-8") for layer in LAYERS for path in _files(assets / "css", layer))
    yield Artifact("assets/style.css", "\n".join(css).encode())
    for folder in ("js", "fonts", "icons"):
        for path in sorted((assets / folder).rglob("*")):
            if path.is_file() and path.suffix != ".md":
                yield Artifact(f"assets/{path.relative_to(assets).as_posix()}", path.read_bytes())


def _files(css: Path, layer: str) -> list[Path]:
    folder = css / layer
    return sorted(folder.glob("*.css")) if folder.is_dir() else [css / f"{layer}.css"]
