"""What is filled in: by pen, and by ticks in a PDF's form."""

import io
import subprocess
from pathlib import Path

import pikepdf
import pytest
from lxml import html
from PIL import Image
from pypdf import PdfReader, PdfWriter

from manualkit.model.manifest import Manifest
from manualkit.pdf import PrintPlan, build_pdfs
from manualkit.pdf.fields import lay_out_fields

Project = tuple[Path, Manifest]
ROW = (
    '<div class="form ratings"><table><thead><tr><th>No.</th><th>Seen</th><th>2</th></tr></thead>'
    '<tbody><tr><td>R1</td><td>Asks.</td><td data-field="item.R1.2" data-input="tick"></td></tr>'
    "<tr><td></td><td>To the end</td><td></td></tr>"
    '<tr><td></td><td>Ticks</td><td data-field="ticks.2" data-input="sum"></td></tr>'
    "</tbody></table></div>"
)
CHOICE = (
    "<table><tr><td>Planned?</td>"
    '<td data-field="planned.yes" data-input="tick">Yes</td></tr></table>'
)


def laid_out(body: str, *, fillable: bool = False) -> html.HtmlElement:
    tree = html.fragment_fromstring(body, create_parent="article")
    lay_out_fields(tree, fillable=fillable)
    return tree


def test_the_line_of_totals_stands_at_the_foot_of_every_page() -> None:
    assert laid_out(ROW).xpath("//tfoot/tr/td[2]/text()") == ["Ticks"]


def test_a_part_of_the_lines_has_its_name_over_the_whole_table() -> None:
    (part,) = laid_out(ROW).xpath("//tbody/tr/th")
    assert (part.text, part.get("colspan"), len(part.getparent())) == ("To the end", "3", 1)


def test_a_box_stands_before_the_words_of_its_cell() -> None:
    (cell,) = laid_out(CHOICE).xpath("//td[@data-field]")
    assert (cell[0].tag, cell[0].get("class"), cell[0].tail) == ("span", "box", "Yes")


@pytest.mark.parametrize(
    ("body", "name", "spoken"),
    [(ROW, "item.R1.2", "R1 Asks.: 2"), (CHOICE, "planned.yes", "Planned?: Yes")],
    ids=["line", "choice"],
)
def test_a_box_of_a_form_has_the_name_of_the_field_and_words_for_who_cannot_see(
    body: str, name: str, spoken: str
) -> None:
    (box,) = laid_out(body, fillable=True).xpath("//input")
    assert (box.get("name"), box.get("title"), box.get("type")) == (name, spoken, "checkbox")


@pytest.mark.pdf
def test_ticks_show_in_a_checklist_and_its_names_are_the_same_in_every_language(
    shared_project: Project,
) -> None:
    root, manifest = shared_project
    plan = PrintPlan(root, [manifest], ["en", "ar"], kinds=["checklist"])
    report = build_pdfs(plan)
    assert not report.findings
    english, arabic = ((root / result.job.file).read_bytes() for result in report.results)
    names = list(PdfReader(io.BytesIO(english)).get_fields() or {})
    assert names[:2] == ["item.R1.2", "item.R1.1"]
    assert names == list(PdfReader(io.BytesIO(arabic)).get_fields() or {})
    for content in (english, arabic):
        with pikepdf.open(io.BytesIO(content)) as pdf:
            assert not pdf.Root.AcroForm.NeedAppearances
            place = next(f for f in pdf.Root.AcroForm.Fields if f.T == "item.R2.0")
            corners = [float(number) for number in place.Rect]
        assert abs(corners[2] - corners[0]) >= 8 / 25.4 * 72
        before, after = picture(content, root), picture(ticked(content, "item.R2.0"), root)
        assert darker(before, after, corners) > 50
        assert darker(before, after) == darker(before, after, corners)


def ticked(content: bytes, name: str) -> bytes:
    """Tick a box as a program for forms does."""
    writer = PdfWriter(clone_from=io.BytesIO(content))
    writer.update_page_form_field_values(writer.pages[0], {name: "/on"}, auto_regenerate=False)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def picture(content: bytes, folder: Path) -> Image.Image:
    """Return the first page as poppler draws it, one pixel to a point."""
    (folder / "page.pdf").write_bytes(content)
    command = ["pdftoppm", "-r", "72", "-gray", "-singlefile", "page.pdf", "page"]
    subprocess.run(command, check=True, cwd=folder)
    return Image.open(folder / "page.pgm").copy()


def darker(before: Image.Image, after: Image.Image, corners: list[float] | None = None) -> int:
    """Count the points that got darker: all of them, or those in a place on the page."""
    if corners:
        left, right = sorted((corners[0], corners[2]))
        low, high = sorted((before.height - corners[1], before.height - corners[3]))
        box = (int(left) - 1, int(low) - 1, int(right) + 2, int(high) + 2)
        before, after = before.crop(box), after.crop(box)
    pairs = zip(before.tobytes(), after.tobytes(), strict=True)
    return sum(new < old - 64 for old, new in pairs)
