"""The libraries that decide the bytes of a PDF, found without loading WeasyPrint."""

import ctypes
from functools import cache
from importlib import metadata

_PACKAGES = (
    "weasyprint",
    "pydyf",
    "fonttools",
    "pyphen",
    "tinycss2",
    "cssselect2",
    "pillow",
    "segno",
)
_MARKDOWN = ("markdown", "pymdown-extensions", "nh3", "lxml", "babel", "jinja2")
_SHARED = {
    "pango": (("libpango-1.0.so.0", "libpango-1.0.dylib"), "pango_version_string"),
    "harfbuzz": (("libharfbuzz.so.0", "libharfbuzz.0.dylib"), "hb_version_string"),
    "harfbuzz-subset": (("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"), ""),
}
"""Library → file names (as WeasyPrint tries them) and the function that tells its version."""


@cache
def library_versions() -> dict[str, str]:
    """Return the version of each library; empty for one that is not there."""
    versions = {name: _package(name) for name in (*_PACKAGES, *_MARKDOWN)}
    return versions | {name: _shared(files, ask) for name, (files, ask) in _SHARED.items()}


def _package(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _shared(files: tuple[str, ...], ask: str) -> str:
    for file in files:
        try:
            library = ctypes.CDLL(file)
        except OSError:
            continue
        if not ask:
            return "present"
        tell = getattr(library, ask)
        tell.restype = ctypes.c_char_p
        return str(tell().decode())
    return ""
