"""The real manual, built once for all tests that need it, and a browser that looks at it."""

import contextlib
import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

ROOT = Path(__file__).parents[2]
_SOURCES = ("docs", "adaptations", "locale", "templates", "mkdocs.yml")
TODAY = "2026-11-22"
"""The day on which the manual of the tests is built; packs tell it."""
_MADE = ("build", "dist", "site")
_FORMS = re.compile(r"\n +translations:\n(?: {6,}.*\n)+")
_LANGUAGES = "languages: [en, fr, tr, ar, fa, ur, th]"


@pytest.fixture(scope="session")
def real_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the core and of PROSPER's adaptation in English and Arabic, with site and sheets.

    `make site` builds all samples; here the tests need to wait for two editions only. All processes
    of a run share one build; each gets a copy that its tests may change.
    """
    copy = tmp_path_factory.mktemp("real") / "project"
    # The run's folder; with several processes each has one of its own in it.
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base
    with FileLock(shared / "built.lock"):
        if not (shared / "built").exists():
            _build(shared / "building")
            (shared / "building").rename(shared / "built")
    shutil.copytree(shared / "built", copy)
    return copy


def _build(root: Path) -> None:
    """Build the smaller manual into a new folder."""
    root.mkdir()
    for name in _SOURCES:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, root / name)
    for folder in (root / "adaptations").glob("*/"):
        if folder.name not in ("_template", "prosper-liverpool"):
            shutil.rmtree(folder)
    for file in ("docs/manual.yml", "adaptations/prosper-liverpool/adaptation.yml"):
        text = (root / file).read_text("utf-8")
        assert _LANGUAGES in text
        text = text.replace(_LANGUAGES, "languages: [en, ar]")
        (root / file).write_text(text.replace("prints: [en, ar, ur]", "prints: [en, ar]"), "utf-8")
    for path in (root / "docs/terms.yml", *root.glob("adaptations/*/terms.yml")):
        # Forms of a term in a language that this copy does not come in would be findings.
        path.write_text(_FORMS.sub("\n", path.read_text("utf-8")), "utf-8")
    for name in _MADE:
        # What `make site` made of the same text, look and code is not made once more.
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("*venv*"))
    command = [sys.executable, "-m", "manualkit", "build", "--quiet", "--root", str(root)]
    command += ["--today", TODAY]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        """Send what `_headers` asks a host for: copies may read what was recalled."""
        if self.path.endswith("/recalls.json"):
            self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextlib.contextmanager
def at_an_address(site: Path) -> Iterator[str]:
    """Serve a site, and give its address."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def address(real_project: Path) -> Iterator[str]:
    with at_an_address(real_project / "site") as address:
        yield address


Serve = Callable[[Path], str]


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Return a function that gives a site an address."""
    with contextlib.ExitStack() as stack:
        yield lambda site: stack.enter_context(at_an_address(site))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
        program = str(own) if own.exists() else shutil.which("chromium")
        assert program, "install Chromium: make test does it"
        arguments = ["--disable-gpu", "--disable-quic", "--disable-background-networking"]
        if os.geteuid() == 0:
            arguments.append("--no-sandbox")
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()


class Tab:
    """A tab that notes what goes wrong and what is asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []
        self.requests: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("response", lambda r: self.faults.append(r.url) if r.status >= 400 else None)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(message.text)

    def _failed(self, request: Request) -> None:
        # Leaving a page cancels what is on its way, such as the icon; what is missing or refused
        # ends in another error or in a status.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(request.url)

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)


@pytest.fixture
def tab(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Tab]:
    width, height = getattr(request, "param", (360, 740))
    context = browser.new_context(viewport={"width": width, "height": height})
    yield Tab(context.new_page())
    context.close()
