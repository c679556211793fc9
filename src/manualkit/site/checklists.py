"""What the script of a fidelity checklist reads: the sheet's rules and the words of the page."""

import json
from typing import Any

from markupsafe import Markup

from manualkit.model.sheet import Sheet
from manualkit.site.rendition import Rendition

_WORDS = "checklist."
_MARKS = ("Critical", "Only if it came up")
"""Marks of a line, as the sheet explains them."""


def checklist_data(rendition: Rendition, path: str) -> Markup:
    """Return the data of a checklist as JSON, ready to stand in a page; empty on other pages."""
    for sheet in rendition.manifest.sheets:
        if sheet.page == path:
            text = json.dumps(_data(rendition, sheet), ensure_ascii=False, separators=(",", ":"))
            # No "</script>" in it can end the element.
            return Markup(text.replace("<", "\\u003c"))  # noqa: S704
    return Markup()


def _data(rendition: Rendition, sheet: Sheet) -> dict[str, Any]:
    edition, strings = rendition.manifest.edition, rendition.strings
    words = {name: text for name, text in strings.items() if name.startswith(_WORDS)}
    return {
        "about": {
            "edition": edition.id,
            "core": edition.core_version,
            "language": rendition.name,
            "text": rendition.page(sheet.page).digest,
        },
        "sheet": _said(rendition, sheet.model_dump()),
        "text": {name.removeprefix(_WORDS): _say(rendition, text) for name, text in words.items()},
        "marks": [_say(rendition, mark) for mark in _MARKS],
    }


def _said(rendition: Rendition, sheet: dict[str, Any]) -> dict[str, Any]:
    """Return a sheet with everything that people read in the reader's language."""
    return {
        **sheet,
        "groups": {group: _say(rendition, title) for group, title in sheet["groups"].items()},
        "labels": {name: _say(rendition, label) for name, label in sheet["labels"].items()},
        "bands": [{**band, "label": _say(rendition, band["label"])} for band in sheet["bands"]],
        "steps": [{**step, "title": _say(rendition, step["title"])} for step in sheet["steps"]],
        "policy": _say(rendition, sheet["policy"]),
    }


def _say(rendition: Rendition, english: str) -> str:
    """Return a text in the reader's language, or in English."""
    translation = None if rendition.english else rendition.translate(english)
    if translation is None and rendition.language.rtl:
        return f"\N{FIRST STRONG ISOLATE}{english}\N{POP DIRECTIONAL ISOLATE}"
    return translation or english
