"""An adaptation's record as a folder for reviewers, and a folder made again from such a record."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from manualkit.load.context import load_context
from manualkit.model.finding import Finding, Location
from manualkit.model.manifest import Manifest
from manualkit.pdf import PrintPlan, build_pdfs, record_language
from manualkit.record import SIDE_BY_SIDE, Compared, Own, Pictures, Sheet, kit, rebuild, sheets
from manualkit.site import site_address
from manualkit.store import remove_others, write_if_changed

Images = Mapping[str, str]
"""File name of a picture to its path from the project's top folder."""


def pictures_of(root: Path, edition: str, old: Images, new: Images) -> Pictures:
    """Return the bytes of the core's pictures and of an edition's.

    Those of a change that is only proposed are in the adaptation's folder alone.
    """
    folder = root / "adaptations" / edition / "images"
    proposed = {path.name: path.read_bytes() for path in folder.glob("*.*")}
    core, shown = (
        {name: (root / path).read_bytes() for name, path in images.items()} for images in (old, new)
    )
    return Pictures(core, {**proposed, **shown})


def record_sheets(root: Path, compared: Compared, pictures: Pictures) -> list[Sheet]:
    """Return the record of an edition with all that its own folder holds."""
    folder = root / "adaptations" / compared.edition.manifest.edition.id
    raw, _ = load_context(folder, root)
    texts = {
        name: (folder / name).read_text("utf-8-sig") for name in (*raw.case_studies, *raw.pages)
    }
    data = raw.documents["adaptation.yml"].data
    return sheets(compared, Own(data if isinstance(data, dict) else {}, texts), pictures)


def write_kit(root: Path, compared: Compared, pictures: Pictures, folder: Path) -> None:
    """Write the kit into `folder`, where nothing else stays but its PDF."""
    found = record_sheets(root, compared, pictures)
    files = kit(compared, found, pictures, root / "templates" / "report")
    for name, content in files.items():
        write_if_changed(folder / name, content)
    remove_others(folder, [folder / name for name in (*files, SIDE_BY_SIDE)])


def write_side_by_side(root: Path, manifest: Manifest, folder: Path) -> tuple[Finding, ...]:
    """Print the record side by side into `folder`. Return what the gates of the print step say.

    The composed pages must stand in `build/editions/`.
    """
    asked = [record_language(manifest)]
    site = site_address(root)
    report = build_pdfs(PrintPlan(root, [manifest], languages=asked, kinds=["record"], site=site))
    for link in report.links:
        write_if_changed(folder / SIDE_BY_SIDE, (root / link.file).read_bytes())
    return report.findings


def rebuild_folder(workbook: Path, into: Path, search: Iterable[Path]) -> list[Finding]:
    """Write the folder of an adaptation from its exported record.

    Pictures are looked for by their hash in the folders of `search`; one that is in none of them
    is a finding.
    """
    rebuilt, findings = rebuild(workbook.read_bytes(), workbook.name)
    if rebuilt is None:
        return findings
    for name, text in rebuilt.files.items():
        write_if_changed(into / name, text.encode())
    known = {_digest(path): path for folder in search for path in _files(folder)}
    for name, digest in rebuilt.pictures.items():
        if digest in known:
            write_if_changed(into / name, known[digest].read_bytes())
        else:
            message = f'The picture "{name}" was not found (SHA-256 {digest or "not recorded"}).'
            hint = f"Put the file into {into.name}/images/, under this name."
            findings.append(Finding("picture-not-found", Location(workbook.name), message, hint))
    return findings


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.*") if path.suffix in (".svg", ".png", ".jpg"))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
