"""Makes `assets/images/card.png`, the picture for shared links, of `card.html` beside it: `python -m tests.card`."""

from __future__ import annotations

from playwright.sync_api import ViewportSize, sync_playwright

from tests.conftest import CHROMIUM_ARGUMENTS, chromium
from tests.small import HOUSE

IMAGES = HOUSE / "assets" / "images"
SIZE = ViewportSize(width=1200, height=630)


def main() -> None:
    """Open the page at the card's size and keep what is seen."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_ARGUMENTS)
        page = browser.new_page(viewport=SIZE, color_scheme="light")
        page.goto((IMAGES / "card.html").as_uri())
        page.evaluate("document.fonts.ready")
        page.screenshot(path=IMAGES / "card.png")
        browser.close()


if __name__ == "__main__":
    main()
