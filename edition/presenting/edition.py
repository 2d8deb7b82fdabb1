"""What pages are made from."""

from __future__ import annotations

from msgspec import Struct

from edition import urls
from edition.corpus import Corpus
from edition.languages.language import Language
from edition.presenting.views import Link
from edition.relations import Relations
from edition.watching import Read


class Edition(Struct, frozen=True):
    """The corpus, what follows from it, and the language in which pages speak of it.

    `languages` are all those in which there are pages. Worked out once for all pages, when first asked for: `links` to
    entries, each with what it shows, and the HTML of `cites` by number.
    """

    corpus: Corpus
    relations: Relations
    language: Language
    languages: tuple[Language, ...] = ()
    links: dict[str, tuple[Link, tuple[Read, ...]]] = {}
    cites: dict[int, str] = {}

    def words(self, group: str, code: str) -> str:
        """The words for a code."""
        return self.language.word(group, code)

    @property
    def is_original(self) -> bool:
        """Whether this is the language of the site's root, in which entries are written."""
        return self.language.code == self.corpus.config.language

    def address(self, path: str) -> str:
        """The public address of a page, given its path in the tree of its language."""
        tree = urls.tree(self.language.code, self.corpus.config.language)
        return urls.absolute(self.corpus.config.base_url, tree + path)
