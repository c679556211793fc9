"""Take pictures of the built site, to be looked at: every kind of page, script, width and scheme.

    manualkit build && python scripts/screenshots.py --languages ar,ur,fa,th,en,ur+en

One page of each kind that the edition has, the landing page and the status page. With `--strips`,
the pictures of a language stand side by side on a few sheets.
"""

import argparse
import functools
import http.server
import json
import os
import shutil
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import product
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

WIDTHS = {360: 740, 1280: 900}
"""Widths of the screens that are looked at, with their heights."""
TALLEST = 9000
"""A longer page is cut here: nobody looks further, and Chromium draws no more."""
_COLUMN, _SHEET, _GAP = 1500, 3000, 12


def main() -> None:
    """Take the pictures that the command line asks for."""
    options = _options()
    options.out.mkdir(parents=True, exist_ok=True)
    with served(options.site) as address, sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
        browser = playwright.chromium.launch(
            executable_path=own if own.exists() else shutil.which("chromium"),
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
        )
        for width, scheme in product(options.widths, options.schemes):
            view: ViewportSize = {"width": width, "height": WIDTHS.get(width, 800)}
            context = browser.new_context(viewport=view, color_scheme=scheme)
            page = context.new_page()
            for language in options.languages:
                name = f"{language}-{width}-{scheme}"
                shots = list(_pictures(page, f"{address}/", _wanted(options, language), name))
                save(options.out, shots, strip=f"{name}.png" if options.strips else "")
            context.close()
        browser.close()


def _wanted(options: argparse.Namespace, language: str) -> list[str]:
    """Return the addresses of the pages of a language, and of those that belong to none."""
    folder = f"{options.edition}/{language}"
    pages = options.pages or one_of_each_kind(options.site.parent / "build", options.edition)
    addresses = [f"{folder}/" if page == "index" else f"{folder}/{page}/" for page in pages]
    return addresses if options.pages else [*addresses, "", "status/"]


def one_of_each_kind(build: Path, edition: str) -> list[str]:
    """Return a page of each kind, a complete one if there is one."""
    manifest = json.loads((build / "editions" / edition / "manifest.json").read_text("utf-8"))
    pages = sorted(manifest["pages"], key=lambda page: page["status"] != "complete")
    kinds: dict[str, str] = {}
    for page in pages:
        kinds.setdefault(page["kind"], page["path"])
    return list(kinds.values())


def _pictures(
    page: Page, top: str, addresses: Iterable[str], name: str
) -> Iterator[tuple[str, Image.Image]]:
    """Yield each page from top to end, as its reader sees it."""
    for number, address in enumerate(addresses):
        page.goto(top + address, wait_until="networkidle")
        if not number:
            # Letters that come late are those of the next page.
            page.reload(wait_until="networkidle")
        # Pictures below the first screen are fetched when somebody comes near.
        page.evaluate("for (const image of document.images) image.loading = 'eager'")
        page.wait_for_load_state("networkidle")
        data = page.screenshot(full_page=True, animations="disabled")
        tail = "-".join(part for part in address.split("/")[2:] if part) or address.strip("/")
        yield f"{name}-{tail.replace('/', '-') or 'landing'}.png", Image.open(BytesIO(data))


def save(folder: Path, shots: Sequence[tuple[str, Image.Image]], strip: str) -> None:
    """Write the pictures, or all of them side by side, long ones in several columns."""
    if not strip:
        for name, shot in shots:
            shot.save(folder / name)
        return
    columns = [
        shot.crop((0, top, shot.width, min(top + _COLUMN, shot.height)))
        for _, shot in shots
        for top in range(0, min(shot.height, TALLEST), _COLUMN)
    ]
    per_sheet = max(1, _SHEET // (columns[0].width + _GAP))
    for number in range(0, len(columns), per_sheet):
        some = columns[number : number + per_sheet]
        sheet = Image.new("RGB", (sum(c.width + _GAP for c in some), _COLUMN), "#888")
        left = 0
        for column in some:
            sheet.paste(column, (left, 0))
            left += column.width + _GAP
        path = folder / strip
        sheet.save(path.with_stem(f"{path.stem}-{number // per_sheet + 1}"))


def _options() -> argparse.Namespace:
    root = Path(__file__).resolve().parents[1]
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--site", type=Path, default=root / "site")
    parser.add_argument("--edition", default="core")
    parser.add_argument("--languages", type=lambda text: text.split(","), default=["en", "ar"])
    parser.add_argument("--pages", type=lambda text: text.split(","), default=[])
    parser.add_argument("--widths", type=int, nargs="+", default=list(WIDTHS))
    parser.add_argument("--schemes", nargs="+", default=["light", "dark"])
    parser.add_argument("--out", type=Path, default=root / "build" / "screenshots")
    parser.add_argument("--strips", action="store_true")
    return parser.parse_args()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder and yield its address."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


if __name__ == "__main__":
    main()
