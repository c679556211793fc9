"""The real manual in five renditions, without sheets, served as a web server does."""

import functools
import gzip
import http.server
import shutil
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from manualkit.pipeline import compose_all
from manualkit.site import PdfLink, SitePlan, build_site

ROOT = Path(__file__).parents[3]
EDITION = "prosper-liverpool"
RENDITIONS = ("en", "ar", "ur", "th", "ur+en")
SHEETS = (
    PdfLink("group/session-2", "session", "session.pdf", 84_000),
    PdfLink("", "manual", "manual.pdf", 1_400_000),
)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the top folder of a project whose site is built; its PDFs are only named."""
    root = tmp_path_factory.mktemp("reading")
    for name in ("docs", "adaptations", "locale", "templates"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy2(ROOT / "mkdocs.yml", root)
    for folder in (root / "adaptations").glob("*/"):
        if folder.name not in ("_template", EDITION):
            shutil.rmtree(folder)
    for name in RENDITIONS:
        for sheet in SHEETS:
            file = root / "dist" / EDITION / name / sheet.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(b"%PDF-1.7\n")
    prepared, _ = compose_all(root, date(2026, 11, 1))
    wanted = frozenset((EDITION, name) for name in RENDITIONS)
    pdfs = dict.fromkeys(sorted(wanted), SHEETS)
    build_site(SitePlan(root, prepared.manifests, pdfs=pdfs, only=wanted))
    return root


class _Host(http.server.SimpleHTTPRequestHandler):
    """Sends texts compressed, as every host does."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file, compressed if it is a text."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        kind, body = self.guess_type(path), path.read_bytes()
        self.send_response(200)
        if kind.startswith("text/") or kind.endswith(("javascript", "json", "xml")):
            body = gzip.compress(body, compresslevel=6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture(scope="session")
def top(built: Path) -> Iterator[str]:
    """Return the address of the site."""
    handler = functools.partial(_Host, directory=str(built / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def home(top: str) -> str:
    """Return the address of the edition."""
    return f"{top}/{EDITION}"


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """Return a phone that has been nowhere yet."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context
    context.close()
