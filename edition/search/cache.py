"""An index is kept, so that an edition whose text is unchanged is not indexed again.

The cache is never needed: one that is missing, damaged or can't be written costs time, and nothing else.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

from edition.search.bundle import Bundle

FOLDER = Path(".cache", "search")
SUMMED = "SHA256"


def key(copies: Mapping[str, str], *others: str) -> str:
    """The digest of everything an index depends on: the shadow copy, and what else is named."""
    digest = hashlib.sha256()
    for part in (*others, *(part for item in sorted(copies.items()) for part in item)):
        encoded = part.encode()
        digest.update(len(encoded).to_bytes(8, "big") + encoded)
    return digest.hexdigest()


def load(root: Path, name: str) -> dict[str, bytes] | None:
    """The index kept under a key in the edition at `root`, if it is there and whole."""
    try:
        data = (root / FOLDER / f"{name}.zip").read_bytes()
        if (root / FOLDER / f"{name}.{SUMMED}").read_text() != hashlib.sha256(data).hexdigest():
            return None
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {path: archive.read(path) for path in archive.namelist()}
    except (OSError, ValueError, zipfile.BadZipFile):
        return None


def store(root: Path, name: str, bundle: Bundle) -> None:
    """Keep an index under a key, and no other."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for path, content in bundle.items():
            archive.writestr(zipfile.ZipInfo(path), content)
    data = file.getvalue()
    try:
        shutil.rmtree(root / FOLDER, ignore_errors=True)
        (root / FOLDER).mkdir(parents=True)
        (root / FOLDER / f"{name}.zip").write_bytes(data)
        (root / FOLDER / f"{name}.{SUMMED}").write_text(hashlib.sha256(data).hexdigest())
    except OSError:
        return
