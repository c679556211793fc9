"""The judged queries in three searches, in one browser: ours, Material's own, and Pagefind.

Recall is the share of queries that find an answer in the first entry of the list, or in the first
five; an entry counts if one of the links that it shows without a click answers. KB are what the
search itself fetches until the first results stand there, compressed; ms are until they do.
"""

import dataclasses as dc
import functools
import gzip
import http.server
import json
import os
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from judged import LANGUAGES, TYPE, Result, Score, queries, score
from playwright.sync_api import Browser, Page, sync_playwright
from search_sites import EDITION, ROOT, Sites, build_sites, steps_of

WORK = ROOT / "build" / "benchmarks" / "search"
PAGEFIND = """async (query) => {
  window.pagefind ??= await import("/pagefind/pagefind.js");
  const { results } = await window.pagefind.search(query);
  const shown = await Promise.all(results.slice(0, 5).map((result) => result.data()));
  const places = (parts) => parts.slice(0, 3).map((part) => part.url);
  return shown.map(({ url, sub_results }) => [url, ...places(sub_results)]);
}"""
"""Asks Pagefind; its own box shows a page and up to three places on it."""


@dc.dataclass(frozen=True, slots=True)
class Measured:
    """What one search did in one language."""

    score: Score
    kilobytes: float
    first_ms: float
    next_ms: float


@dc.dataclass(frozen=True, slots=True)
class Engine:
    """A search that is measured."""

    name: str
    site: Path
    home: Callable[[str], str]
    """From a language to the address of its home page, from the top of the site."""
    script: str
    files: tuple[str, ...] = ("search", "/lunr/")
    """What stands in the addresses of the files that are there for this search alone."""


def engines(sites: Sites) -> list[Engine]:
    """Return the searches that are compared."""

    def plain(code: str) -> str:
        return "/" if code == "en" else f"/{code}/"

    return [
        Engine("ours", sites.ours, lambda code: f"/{EDITION}/{code}/", TYPE),
        Engine("Material", sites.plain, plain, TYPE),
        Engine("Pagefind", sites.plain, plain, PAGEFIND, ("pagefind",)),
    ]


class _Typist:
    """Types into a search, and notes how long each answer took and what the first one fetched."""

    def __init__(self, page: Page, engine: Engine, home: str) -> None:
        self.page, self.engine, self.home = page, engine, home
        self.times: list[float] = []
        self.fetched: set[str] = set()
        self._asked: set[str] = set()
        page.on("request", lambda request: self._asked.add(request.url))

    def __call__(self, query: str) -> list[Result]:
        """Return where the entries of the list lead, from the home page."""
        start = time.perf_counter()
        shown: list[list[str]] = self.page.evaluate(self.engine.script, query)
        self.times.append((time.perf_counter() - start) * 1000)
        self.fetched = self.fetched or set(self._asked)
        paths = [[_from_home(link, self.home) for link in links] for links in shown]
        return [[path for path in links if path] for links in paths]


def measure(engine: Engine, browser: Browser, code: str, steps: dict[str, str]) -> Measured:
    """Type the queries of a language into a search."""
    with _served(engine.site) as address:
        page, home = browser.new_page(), engine.home(code)
        typist = _Typist(page, engine, home)
        page.goto(address + home, wait_until="networkidle")
        found = score(queries(code), typist, steps)
        page.close()
    own = [
        url for url in typist.fetched if any(part in urlsplit(url).path for part in engine.files)
    ]
    size = sum(_size(engine.site, url) for url in own if url.startswith(address))
    first, *later = typist.times
    return Measured(found, size / 1000, first, sorted(later)[len(later) // 2])


def _from_home(link: str, home: str) -> str:
    """Return where a link leads from the home page; empty if it leads to another language."""
    parts = urlsplit(link)
    path = unquote(parts.path)
    if not path.startswith(home):
        return ""
    return f"{path.removeprefix(home)}#{unquote(parts.fragment)}".removesuffix("#") or "index"


def _size(site: Path, url: str) -> int:
    file = site / unquote(urlsplit(url).path).lstrip("/")
    return len(gzip.compress(file.read_bytes())) if file.is_file() else 0


class _served:  # noqa: N801, a context as open() is one
    """Serves a folder while it is measured."""

    def __init__(self, folder: Path) -> None:
        handler = functools.partial(_Quiet, directory=str(folder))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)

    def __enter__(self) -> str:
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_port}"

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


def main() -> None:
    """Build, measure and tell."""
    sites = build_sites(WORK)
    heads = f"{'queries':>8}{'at 1':>7}{'at 5':>7}{'KB':>7}{'first ms':>10}{'next ms':>9}"
    print(f"\n{'':16}{heads}")
    rows = []
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
        program = str(own) if own.exists() else shutil.which("chromium")
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        for engine in engines(sites):
            for code in LANGUAGES:
                done = measure(engine, browser, code, steps_of(sites.ours, code))
                rows.append({"engine": engine.name, "language": code, **dc.asdict(done)})
                _print(engine.name, code, done)
        browser.close()
    (WORK.parent / "search.json").write_text(
        json.dumps(rows, ensure_ascii=False, indent=1), "utf-8"
    )


def _print(name: str, code: str, done: Measured) -> None:
    share = [done.score.at_1 / done.score.queries, done.score.recall]
    print(
        f"{name:10}{code:6}{done.score.queries:8}{share[0]:7.0%}{share[1]:7.0%}"
        f"{done.kilobytes:7.0f}{done.first_ms:10.0f}{done.next_ms:9.0f}"
    )


if __name__ == "__main__":
    main()
