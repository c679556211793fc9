"""A small composed edition in seven languages, with every kind of block, to print."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import polib
import pytest
import yaml

from manualkit.model.digest import text_digest
from manualkit.model.manifest import Manifest, ManifestFact
from manualkit.model.variant import USUAL
from manualkit.pdf.document import Markup
from manualkit.pdf.fonts import font_config
from manualkit.pdf.pagesetup import page_setup

if TYPE_CHECKING:
    from manualkit.pdf.render import Press

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[2]
LANGUAGES = ["en", "fr", "tr", "ar", "fa", "ur", "th"]
PAGES = {
    "group/session-2": "session",
    "safety/safety": "safety",
    "contacts": "contacts",
    "handouts/worksheet": "handout",
    "checklists/group-session-2": "checklist",
}
FACTS = {
    "crisis_line": ("phone", "0000 000 222"),
    "crisis_line_email": ("email", "help@example.org"),
    "crisis_line_url": ("url", "https://example.org/crisis-line"),
    "emergency_number": ("phone", "0000 000 111"),
}

CSS = """
@page { size: A4; margin: 20mm }
html { font-family: "Noto Sans", "Amiri"; font-size: 12pt; line-height: 1.5 }
body { margin: 0 }
bdi[dir="ltr"] { font-family: "Noto Sans" }
"""

Project = tuple[Path, Manifest]


def make_project(root: Path) -> Project:
    """Lay the sample edition out below `root` as compose does; return its manifest."""
    edition = root / "build" / "editions" / "sample"
    for name in ("pages", "images"):
        shutil.copytree(HERE / "sample" / name, edition / name)
    (root / "templates").symlink_to(REPOSITORY / "templates")
    write_catalogues(root)
    manifest = read_manifest(root)
    (edition / "manifest.json").write_text(manifest.model_dump_json(), encoding="utf-8")
    return root, manifest


def write_catalogues(root: Path) -> None:
    """Write `locale/` from the sample's translations."""
    texts = yaml.safe_load((HERE / "sample" / "translations.yml").read_text(encoding="utf-8"))
    for language in LANGUAGES[1:]:
        catalogue = polib.POFile()
        for english, translations in texts.items():
            catalogue.append(polib.POEntry(msgid=english, msgstr=translations[language]))
        folder = root / "locale" / language
        folder.mkdir(parents=True, exist_ok=True)
        catalogue.save(str(folder / "core.po"))


def read_manifest(root: Path) -> Manifest:
    """Return the manifest for the pages as they stand below `root`."""
    folder = root / "build" / "editions" / "sample" / "pages"
    pages = [page_entry(folder, path, kind) for path, kind in PAGES.items()]
    return Manifest.model_validate(
        {
            "edition": {
                "id": "sample",
                "title": "A sample manual",
                "core_title": "A sample manual",
                "core_version": "0.1.0",
                "languages": LANGUAGES,
                "sample": True,
                "sample_notice": "Sample text to show the software.",
                "rights": {"licence": "CC-BY-4.0", "holder": "Us", "edition_type": "original"},
                "digest": text_digest("".join(str(page["digest"]) for page in pages)),
            },
            "nav": [{"title": "Safety", "pages": list(PAGES)}],
            "pages": pages,
            "blocks": [],
            "facts": {name: {"kind": k, "value": v} for name, (k, v) in FACTS.items()},
            "contacts": [],
            "pictures": [],
            "changes": [],
        }
    )


def page_entry(folder: Path, path: str, kind: str) -> dict[str, object]:
    """Return what the manifest says of a page."""
    text = (folder / f"{path}.md").read_text(encoding="utf-8")
    title = re.search(r"^# (.*)$", text, re.MULTILINE)
    return {
        "path": path,
        "title": title[1] if title else "",
        "kind": kind,
        "section": "Safety",
        "digest": text_digest(text),
        "pictures": re.findall(r'picture="([^"]+)"', text),
        "facts": [name for name in FACTS if f"{{{name}}}" in text],
    }


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return the top folder and the manifest of a fresh sample project."""
    return make_project(tmp_path)


@pytest.fixture(scope="session")
def shared_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return a sample project that tests only read."""
    return make_project(tmp_path_factory.mktemp("shared"))


@pytest.fixture(scope="module")
def project_to_print(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return a sample project of which nothing is printed yet."""
    return make_project(tmp_path_factory.mktemp("to-print"))


@pytest.fixture
def fresh_manifest() -> Callable[[Path], Manifest]:
    """Return a function that reads the manifest of a project anew."""
    return read_manifest


@pytest.fixture
def make_press(shared_project: Project, monkeypatch: pytest.MonkeyPatch) -> Callable[..., "Press"]:
    """Return a function that sets up a press for a project's fonts."""

    def make(root: Path = shared_project[0], *, faithful_text: bool = True) -> "Press":
        monkeypatch.setenv("FONTCONFIG_FILE", str(font_config(root)))
        from manualkit.pdf.render import Press  # noqa: PLC0415  (the fonts have to be set first)

        return Press(root, faithful_text=faithful_text)

    return make


@pytest.fixture
def document() -> Callable[..., Markup]:
    """Return a function that makes a whole document of a body."""

    def make(body: str, css: str = "", *, lang: str = "en", direction: str = "ltr") -> Markup:
        root = f'<html lang="{lang}" dir="{direction}">'
        words = re.sub(r"<[^>]+>", " ", body)
        page = f"{root}<title>Test</title><body>{body}</body></html>"
        least = page_setup(USUAL, "A4", REPOSITORY).least
        return Markup(page, CSS + css, words, composed=True, least=least)

    return make


@pytest.fixture
def codes(make_press: Callable[..., "Press"]) -> Callable[[Markup], set[str]]:
    """Return a function that prints a document and lists what its gates find."""

    def find(markup: Markup) -> set[str]:
        facts = {
            name: ManifestFact.model_validate({"kind": kind, "value": value})
            for name, (kind, value) in FACTS.items()
        }
        return {fault.code for fault in make_press().render(markup, "sample", facts).faults}

    return find
