"""Escaping what templates put out, without making markup of text that is only joined to other text."""

from __future__ import annotations

from markupsafe import Markup
from markupsafe import escape as marked


def escape(value: object) -> str:
    """The same characters as `markupsafe.escape` gives; text without any that must be escaped is left as it is."""
    if type(value) is str:
        if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
            return marked(value)
        return value
    if type(value) is Markup:
        return value
    return str(value) if type(value) is int else marked(value)
