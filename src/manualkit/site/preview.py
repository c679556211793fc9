"""A preview of one edition by MkDocs alone, all languages in one build, into `build/preview/`."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from manualkit.catalogue import Catalogue, load_strings
from manualkit.model.digest import data_digest
from manualkit.model.finding import Finding
from manualkit.model.manifest import Manifest, ManifestEdition, ManifestPage
from manualkit.model.page import PageKind
from manualkit.model.rights import Rights
from manualkit.site.assets import preview_assets, shared_assets
from manualkit.site.hooks import PageRenderer
from manualkit.site.jobs import rendition_of
from manualkit.site.places import HOME, Places, Sister
from manualkit.site.publish import publish
from manualkit.site.rendition import Rendition
from manualkit.site.search import write_search
from manualkit.site.search_contract import drop_plain_index
from manualkit.site.sources import lay_out

WATCHED = ("docs", "adaptations", "locale", "templates")
"""Folders that people write in; a change there builds a preview anew."""

SOURCES = Path("build", "preview-docs")
"""MkDocs' `docs_dir` in a preview: a folder for each language."""


def preview(root: Path, manifest: Manifest, languages: Sequence[str]) -> dict[str, Rendition]:
    """Lay out an edition, and return its renditions by language; the first stands at the top."""
    strings = load_strings(root / "templates")
    codes = [code for code in languages if code in manifest.edition.languages]
    places = Places([Sister.of(manifest)], preview_language=codes[0])
    renditions = {}
    for code in codes:
        catalogue = Catalogue.of(root, manifest.edition, code)
        renditions[code] = rendition_of(root, manifest, catalogue, strings, places)
        lay_out(renditions[code].folder, root / SOURCES / code, manifest.local_texts)
    return renditions


def finish_preview(
    root: Path, build: Path, renditions: Mapping[str, Rendition], renderer: PageRenderer
) -> None:
    """Give each language its search index, and the pages what they share."""
    drop_plain_index(build)
    for code, rendition in renditions.items():
        folder = build / rendition.places.folder("", code)
        write_search(root, folder, rendition, renderer.searched_of(rendition))
    publish(build / "assets", shared_assets(root) | preview_assets(root))


def manifest_of_findings(root: Path, findings: Sequence[Finding]) -> Manifest:
    """Write an edition that holds one page, which shows the findings, and return its manifest.

    `mkdocs serve` would answer nobody any more if a fault were raised.
    """
    text = "\n\n".join(["# The manual has faults", *map(_shown, findings)])
    page = ManifestPage(
        path=HOME, title="The manual has faults", kind=PageKind.PAGE, digest=data_digest(text)
    )
    edition = ManifestEdition(
        id=".findings",
        title="Mend the files, and this page goes away",
        core_title="The manual has faults",
        core_version="",
        languages=["en"],
        sample=False,
        sample_notice="",
        rights=Rights(licence="–", holder="–", edition_type="original"),
    )
    manifest = Manifest(
        edition=edition,
        nav=[],
        pages=[page],
        blocks=[],
        facts={},
        contacts=[],
        pictures=[],
        changes=[],
    )
    pages = root / "build" / "editions" / edition.id / "pages"
    pages.mkdir(parents=True, exist_ok=True)
    (pages / f"{HOME}.md").write_text(text, "utf-8")
    return manifest


def _shown(finding: Finding) -> str:
    lines = f"{finding.location}  {finding.code}\n{finding.message}\n{finding.hint}"
    return f"```text\n{lines.replace('```', '')}\n```"
