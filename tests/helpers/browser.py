"""The Chromium that the browser tests drive: found, else installed. `python tests/helpers/browser.py` sets it up.

Order: the program that the CHROMIUM variable names, one on the PATH, Debian's package, Playwright's own download.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from programs import install

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Headless, in a container or not, and without the browser's own calls to its maker.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)


def executable() -> str | None:
    """The path of an installed Chromium; None where Playwright must use its own."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


def launch(playwright):
    """A headless browser from a running Playwright."""
    return playwright.chromium.launch(executable_path=executable(), args=list(ARGUMENTS))


def works() -> bool:
    """Whether a page can be opened and read."""
    from playwright.sync_api import Error, sync_playwright

    try:
        with sync_playwright() as playwright:
            browser = launch(playwright)
            page = browser.new_page()
            page.set_content("<title>ready</title>")
            ready = page.title() == "ready"
            browser.close()
            return ready
    except Error:
        return False


def install_with_playwright() -> None:
    """Playwright's own download, where its host can be reached."""
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    for attempt in (lambda: None, lambda: install(("chromium",)), install_with_playwright):
        attempt()
        if works():
            print(f"browser: {executable() or 'Chromium of Playwright'}")
            return 0
    print(
        "No Chromium could be started or installed. Install one (Debian: apt-get install chromium) and run again, "
        "or name its path in the CHROMIUM variable.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
