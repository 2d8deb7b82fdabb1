"""What holds for the whole edition: `content/edition.yaml`."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from msgspec import Struct

from edition.problems import Location, Problem
from edition.records import Fields, read_fields

PATH = "content/edition.yaml"


class Workspace(Struct, frozen=True):
    """The folders of an edition. Templates and assets are the house's own unless the edition brings others."""

    root: Path
    house: Path

    @property
    def content(self) -> Path:
        """Entries and configuration."""
        return self.root / "content"

    @property
    def seeds(self) -> Path:
        """The articles, untouched."""
        return self.root / "seeds"

    @property
    def templates(self) -> Path:
        """Jinja2 templates."""
        return self.house / "templates"

    @property
    def assets(self) -> Path:
        """Styles, scripts, fonts and icons."""
        return self.house / "assets"

    @property
    def site(self) -> Path:
        """What the build writes."""
        return self.root / "site"

    def relative(self, path: Path) -> str:
        """The path as problems name it: relative to the edition, with forward slashes."""
        return path.relative_to(self.root).as_posix()


class Config(Struct, frozen=True):
    """The edition's settings.

    `base_url` is the site's public address and ends in a slash; `as_of` the day for which the status of agreements
    is told; `least_coverage` the share, in per cent, of a source's body sentences that must be accounted for.
    `language` is that of the site's root, in which entries are written; `translations` are the other languages in which
    the site is published, each in a folder of its own.
    """

    title: str
    subtitle: str
    language: str
    translations: tuple[str, ...]
    base_url: str
    repository: str
    as_of: dt.date
    least_coverage: int

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language of the site, that of its root first."""
        return (self.language, *self.translations)


def read_config(workspace: Workspace, problems: list[Problem]) -> Config | None:
    """Read `content/edition.yaml`; None, with the reasons in `problems`, when it can't be used."""
    path = workspace.root / PATH
    if not path.is_file():
        hint = "an edition needs a title, base_url and as_of: see docs/entries.md"
        problems.append(Problem("no-configuration", Location(PATH), "The edition has no configuration.", hint))
        return None
    found = len(problems)
    fields = read_fields(path, PATH, problems)
    if fields is None:
        return None
    config = Config(
        title=fields.required("title"),
        subtitle=fields.text("subtitle"),
        language=fields.required("language"),
        translations=_translations(fields),
        base_url=_base_url(fields),
        repository=fields.text("repository"),
        as_of=fields.required_day("as_of"),
        least_coverage=_percentage(fields),
    )
    fields.close()
    return config if len(problems) == found else None


def _translations(fields: Fields) -> tuple[str, ...]:
    found: list[str] = []
    for code, _ in fields.texts("translations"):
        if not re.fullmatch(r"[a-z]{2,3}", code) or code in (*found, fields.text("language")):
            message = f"{code!r} is no further language."
            fields.complain(
                "translations", "unknown-language", message, "give each language once, by its code: [vi, lo]"
            )
        found.append(code)
    return tuple(found)


def _base_url(fields: Fields) -> str:
    value = fields.required("base_url")
    if value and not re.fullmatch(r"https?://[^\s?#]+/", value):
        fields.complain(
            "base_url", "impossible-address", f"{value!r} is no address.", "write https://…, with / at the end"
        )
    return value


def _percentage(fields: Fields) -> int:
    value = fields.text("least_coverage") or "95"
    if not value.isascii() or not value.isdigit() or int(value) > 100:
        fields.complain("least_coverage", "impossible-number", f"{value!r} is no percentage.", "write 0 to 100")
        return 95
    return int(value)
