"""Fonts: those of the project, and no others."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pikepdf
import pytest

from manualkit.model.manifest import Manifest
from manualkit.pdf.document import Markup
from manualkit.pdf.fonts import font_config, font_files
from manualkit.pdf.gates.readback import fonts

if TYPE_CHECKING:
    from manualkit.pdf.render import Press

Project = tuple[Path, Manifest]


def test_the_configuration_knows_one_folder_of_fonts(project: Project) -> None:
    root, _ = project
    folders = ET.parse(font_config(root)).findall("dir")  # noqa: S314  (we have just written it)
    assert [folder.text for folder in folders] == [str(font_files(root)[0].parent.resolve())]


def test_the_configuration_is_written_once(project: Project) -> None:
    root, _ = project
    before = font_config(root).stat().st_mtime_ns
    assert font_config(root).stat().st_mtime_ns == before


def test_no_font_at_all_is_said_before_pango_ends_the_process(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no \.ttf file"):
        font_config(tmp_path)


def test_every_family_has_one_file_for_a_weight_and_style(project: Project) -> None:
    root, _ = project
    names = [path.stem for path in font_files(root)]
    assert len(names) == len(set(names)) >= 12


@pytest.mark.pdf
def test_a_font_of_the_machine_is_not_used(
    make_press: Callable[..., "Press"], document: Callable[..., Markup]
) -> None:
    markup = document("<p>Hello</p>", 'html { font-family: "DejaVu Sans", "Liberation Sans" }')
    content = make_press().render(markup, "sample", {}).content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        names = {font.name.partition("+")[2] for font in fonts(pdf).values()}
    ours = ("Amiri", "Noto-", "Vazirmatn")
    assert names
    assert all(name.startswith(ours) for name in names)
