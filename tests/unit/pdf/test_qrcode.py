"""The QR code of a sheet leads to its page, also on a bad copy in one bit."""

import subprocess
from pathlib import Path

import pypdf
import pytest
import zxingcpp
from PIL import Image

from manualkit.model.manifest import Manifest
from manualkit.model.short_address import short_address
from manualkit.pdf import PrintPlan, build_pdfs

pytestmark = pytest.mark.pdf
Project = tuple[Path, Manifest]
SITE = "https://example.org/manuals/"


def scanned(path: Path, folder: Path, resolution: int = 150) -> list[str]:
    """Return what a reader sees on the first page, printed in one bit."""
    options = ["-mono", "-r", str(resolution), "-f", "1", "-l", "1", "-singlefile"]
    subprocess.run(["pdftoppm", *options, str(path), str(folder / "copy")], check=True)
    picture = Image.open(folder / "copy.pbm").convert("L")
    return [found.text for found in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_copy_in_one_bit_leads_to_the_page_and_tells_the_text(
    project: Project, tmp_path: Path, language: str
) -> None:
    root, manifest = project
    plan = PrintPlan(root, [manifest], [language], pages=["group/session-2"], site=SITE)
    assert build_pdfs(plan).findings == ()
    path = root / f"dist/sample/{language}/session-group-2.pdf"
    pdf = pypdf.PdfReader(path)
    assert pdf.metadata is not None
    digest = pdf.metadata["/textversion"]
    address = short_address(SITE, "sample", language, "group/session-2")
    assert scanned(path, tmp_path) == [f"{address}?v={digest}"]
    assert address.removeprefix("https://") in pdf.pages[0].extract_text().replace("\u200b", "")


def test_the_cover_of_the_manual_leads_to_the_edition(project: Project, tmp_path: Path) -> None:
    root, manifest = project
    build_pdfs(PrintPlan(root, [manifest], ["en"], kinds=["manual"], site=SITE))
    (read,) = scanned(root / "dist/sample/en/manual.pdf", tmp_path)
    address = short_address(SITE, "sample", "en", "")
    assert read == f"{address}?v={manifest.edition.digest}"


def test_without_an_address_there_is_no_code(project: Project, tmp_path: Path) -> None:
    root, manifest = project
    build_pdfs(PrintPlan(root, [manifest], ["en"], pages=["contacts"]))
    path = root / "dist/sample/en/contacts.pdf"
    assert scanned(path, tmp_path) == []
    assert "up to date" not in pypdf.PdfReader(path).pages[0].extract_text()


def test_the_pdf_tells_its_rights_to_programs(project: Project) -> None:
    root, manifest = project
    build_pdfs(PrintPlan(root, [manifest], ["en"], pages=["contacts"]))
    path = root / "dist/sample/en/contacts.pdf"
    shown = subprocess.run(
        ["pdfinfo", "-custom", str(path)], capture_output=True, check=True, text=True
    )
    told = dict(line.split(":", 1) for line in shown.stdout.splitlines())
    plain = {name: value.strip() for name, value in told.items()}
    assert plain["licence"] == "CC-BY-4.0"
    assert plain["copyright"] == "Us, CC-BY-4.0"
    assert (plain["edition"], plain["coreversion"], plain["state"]) == ("sample", "0.1.0", "draft")
    assert plain["textversion"] in plain["Keywords"]
    xmp = subprocess.run(
        ["pdfinfo", "-meta", str(path)], capture_output=True, check=True, text=True
    ).stdout
    for part in ("<xmpRights:Marked>True<", ">Us, CC-BY-4.0<", "pdfuaid:part"):
        assert part in xmp
    assert xmp.count("</rdf:RDF>") == 1
