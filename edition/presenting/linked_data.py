"""What a page says of itself to machines: schema.org as JSON-LD.

A block of data, not a script: browsers don't run it, so that the strictest policy lets it stand.
"""

from __future__ import annotations

from typing import Any

from markupsafe import Markup
from msgspec import json

from edition import urls
from edition.presenting.edition import Edition
from edition.presenting.views import EntryView, Page

TYPES = {
    "provinces": "AdministrativeArea",
    "places": "Place",
    "people": "Person",
    "organisations": "Organization",
    "events": "Event",
    "agreements": "CreativeWork",
    "sources": "NewsArticle",
}
"""The types of schema.org for what entries are about, by the folder of their kind."""


def block(edition: Edition, page: Page) -> Markup:
    """A page's linked data, fit to stand in a `script` element: no `<` can end it."""
    text = json.encode(_document(edition, page)).decode()
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704


def _document(edition: Edition, page: Page) -> dict[str, Any]:
    config, view, address = edition.corpus.config, page.view, edition.address(page.path)
    title = edition.language.phrase(config.title, "edition")
    site = {"@type": "WebSite", "@id": f"{config.base_url}#site", "name": title, "url": config.base_url}
    document: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": address,
        "url": address,
        "name": view.title,
        "description": view.description,
        "inLanguage": edition.language.code,
        "version": config.as_of.isoformat(),
        "image": urls.absolute(config.base_url, urls.CARD),
        "isPartOf": site,
    }
    if view.crumbs:
        way = [(link.text, link.path) for link in view.crumbs] + [(view.title, page.path)]
        document["breadcrumb"] = {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": at, "name": name, "item": edition.address(path)}
                for at, (name, path) in enumerate(way, 1)
            ],
        }
    if isinstance(view, EntryView) and view.section in TYPES:
        document["about"] = {"@type": TYPES[view.section], "name": view.title}
    if view.evidence:
        document["citation"] = [
            {"@type": "NewsArticle", "name": cited.link.text, "url": cited.address} for cited in view.evidence
        ]
    return document
