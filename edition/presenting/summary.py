"""The prose of an entry as HTML, with links to entries and numbers of notes."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from edition import prose, urls
from edition.kinds.entry import Entry
from edition.presenting.presenter import Presenter
from edition.presenting.views import NO_PROSE


def summary(presenter: Presenter, entry: Entry) -> Markup:
    """The prose in the page's language, if each of its paragraphs is translated; else as it was written."""
    if not entry.prose:
        return NO_PROSE
    if presenter.edition.is_original:
        return _filled(presenter, entry, entry.prose)
    said = [presenter.translated(entry, claim.id, claim.value.text) for claim in entry.summary]
    language = next((one.language for one in said if one.language), "")
    if language:
        html = _filled(presenter, entry, entry.prose)
        return Markup('<div class="untranslated" lang="{}">{}</div>').format(language, html)
    return _filled(presenter, entry, prose.html("\n\n".join(one.text for one in said)))


def _filled(presenter: Presenter, entry: Entry, html: str) -> Markup:
    quotations = {quotation.key: quotation for quotation in entry.quotations}

    def href(id_: str) -> str:
        return urls.relative(presenter.path, urls.page_of(presenter.corpus.entries[id_]))

    def cite(keys: Sequence[str]) -> str:
        return "".join(_cite(presenter, presenter.note(quotations[key]).number) for key in keys)

    # The number of a note stands on the line of the word it belongs to.
    return Markup(prose.filled(html, href, cite).replace(' <a class="cite"', '\u00a0<a class="cite"'))  # noqa: S704


def _cite(presenter: Presenter, number: int) -> str:
    cites = presenter.edition.cites
    if number not in cites:
        label = escape(presenter.say("Evidence {number}", number=number))
        cites[number] = f'<a class="cite" href="#n{number}" aria-label="{label}">{number}</a>'
    return cites[number]
