"""Build the fonts that the print and site templates use, from published font packages.

`templates/fonts/sources.toml` says what is built from what. The results are committed, so only
somebody who changes a font runs this; it needs `fonttools[repacker,woff]`, pip and npm.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from functools import cache
from io import BytesIO
from pathlib import Path
from shutil import unpack_archive
from typing import Any

from fontTools.misc.transform import Scale
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).resolve().parent.parent / "templates" / "fonts"
REPACK = "fontTools.ttLib.tables.otBase:USE_HARFBUZZ_REPACKER"
"""Without HarfBuzz's packer the joins of Nastaliq take three times the room, and minutes."""


def main() -> None:
    """Build every file of every family, and say how big each one is."""
    sources = tomllib.loads((FONTS / "sources.toml").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for family in sources["family"]:
            copy_licences(family, folder)
            for purpose in ("print", "site"):
                for style in family.get(purpose, {}).get("styles", ()):
                    font = open_font(family, style, folder)
                    keep = characters(family[purpose], sources["ranges"])
                    for lender in family.get("borrow", ()):
                        wanted = keep & characters(lender, sources["ranges"])
                        borrow_glyphs(font, open_font(lender, style, folder), wanted)
                    subset(font, keep, every_feature=purpose == "print")
                    save(font, FONTS / purpose / f"{family['name']}-{style}")


def characters(entry: dict[str, Any], ranges: dict[str, str]) -> set[int]:
    """Join the ranges that an entry of the source list keeps: `20-7E A0`."""
    points: set[int] = set()
    for item in " ".join(ranges[name] for name in entry["keep"]).split():
        first, _, last = item.partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return points


@cache
def fetch(package: str, folder: Path) -> Path:
    """Unpack `name==version` from PyPI, or `@scope/name@version` from npm, once in a folder."""
    downloads = tempfile.mkdtemp(dir=folder)
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest"]
    npm = ["npm", "pack", "--silent", "--pack-destination"]
    command = [*(npm if package.startswith("@") else pip), downloads, package]
    subprocess.run(command, check=True, stdout=sys.stderr)  # noqa: S603  from our own list
    (archive,) = Path(downloads).iterdir()
    target = Path(tempfile.mkdtemp(dir=folder))
    if archive.suffix == ".whl":
        unpack_archive(archive, target, "zip")
    else:
        unpack_archive(archive, target, filter="data")
    return target


def copy_licences(family: dict[str, Any], folder: Path) -> None:
    """Put the licence of a family, and of those it borrows from, beside the fonts."""
    for entry in (family, *family.get("borrow", ())):
        if "licence" in entry:
            text = (fetch(entry["package"], folder) / entry["licence"]).read_text("utf-8")
            tidy = "".join(f"{line.rstrip()}\n" for line in text.strip().splitlines())
            write(FONTS / "licences" / f"{entry['name']}-OFL.txt", tidy.encode())


def open_font(entry: dict[str, Any], style: str, folder: Path) -> TTFont:
    """Open the file of one style as a static font; the time stamp stays the designer's."""
    weight = 700 if style.startswith("Bold") else 400
    slant, suffix = ("italic", "-Italic") if style.endswith("Italic") else ("normal", "")
    name = entry["file"].format(style=style, weight=weight, slant=slant, suffix=suffix)
    font = TTFont(fetch(entry["package"], folder) / name, lazy=False, recalcTimestamp=False)
    if "fvar" not in font:
        return font
    return instantiateVariableFont(font, {"wght": weight, "wdth": 100}, updateFontNames=True)


def borrow_glyphs(font: TTFont, lender: TTFont, wanted: set[int]) -> None:
    """Copy the outlines of wanted characters that the font lacks, scaled to its own grid."""
    scale = font["head"].unitsPerEm / lender["head"].unitsPerEm
    outlines, names = lender.getGlyphSet(), lender.getBestCmap()
    for code in sorted(wanted & names.keys() - font.getBestCmap().keys()):
        recording = DecomposingRecordingPen(outlines)
        outlines[names[code]].draw(recording)
        pen = TTGlyphPen(None)
        recording.replay(TransformPen(pen, Scale(scale)))
        name = f"borrowed{code:04X}"
        font["glyf"][name] = glyph = pen.glyph()
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (round(outlines[names[code]].width * scale), glyph.xMin)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name
    font.setGlyphOrder(font["glyf"].glyphOrder)
    copyrights = dict.fromkeys(each["name"].getDebugName(0) for each in (font, lender))
    font["name"].setName("; ".join(copyrights), 0, 3, 1, 0x409)


def subset(font: TTFont, keep: set[int], *, every_feature: bool) -> None:
    """Keep only these characters and what shapes them, with or without optional features."""
    options = Options(hinting=False, name_IDs=["*"], notdef_outline=True, glyph_names=False)
    options.drop_tables += ["STAT", "gasp"]
    if every_feature:
        options.layout_features = ["*"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=keep)
    subsetter.subset(font)


def save(font: TTFont, stem: Path) -> None:
    """Name a font after its file, compress it if it is for the site, write it, print its size."""
    font["name"].setName(stem.name, 6, 3, 1, 0x409)
    font.cfg[REPACK] = True
    font.flavor = "woff2" if stem.parent.name == "site" else None
    target = stem.with_suffix(f".{font.flavor or 'ttf'}")
    data = BytesIO()
    font.save(data)
    write(target, data.getvalue())
    sys.stdout.write(f"{target.stat().st_size / 1024:6.1f} KB  {target.relative_to(FONTS)}\n")


def write(target: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.part")
    draft.write_bytes(data)
    draft.replace(target)


if __name__ == "__main__":
    main()
