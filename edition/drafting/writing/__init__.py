"""Writing drafts: a reading becomes entries in YAML that an editor likes to read."""

from edition.drafting.writing.article import ArticleWriter
from edition.drafting.writing.draft import Draft

__all__ = ["ArticleWriter", "Draft"]
