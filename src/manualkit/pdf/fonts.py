"""The fonts of the print step: bundled files only, whatever the machine has installed."""

import os
from pathlib import Path
from xml.sax.saxutils import escape

from manualkit.store import write_if_changed

_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


def font_files(root: Path) -> list[Path]:
    """Return the font files of the project, one per family, weight and style.

    Raises:
        FileNotFoundError: there is none. Pango ends the process if it finds no font at all.
    """
    folder = root / "templates" / "fonts" / "print"
    files = sorted(folder.glob("*.ttf"))
    if not files:
        raise FileNotFoundError(f"{folder} holds no .ttf file; run scripts/build_fonts.py")
    return files


def font_config(root: Path) -> Path:
    """Write the fontconfig file that knows the project's fonts only, and return its path."""
    folder = font_files(root)[0].parent.resolve()
    build = root.resolve() / "build" / "fonts"
    (build / "cache").mkdir(parents=True, exist_ok=True)
    path = build / "fonts.conf"
    config = _CONFIG.format(fonts=escape(str(folder)), cache=escape(str(build / "cache")))
    write_if_changed(path, config.encode())
    return path


def use_fonts(config: Path) -> None:
    """Make this process see the fonts of `config` alone. Must run before WeasyPrint is imported.

    With fonts of the machine in sight, other faces get in as fallbacks and the bytes differ.
    """
    os.environ["FONTCONFIG_FILE"] = str(config)
