"""Write XLIFF 1.2: contexts, notes and states come along, and codes are protected."""

import re
from collections.abc import Iterable
from typing import Final

from lxml import etree

from manualkit.catalogue.exchange.codes import pieces
from manualkit.catalogue.exchange.units import Unit
from manualkit.model.message_state import MessageState

NAMESPACE: Final = "urn:oasis:names:tc:xliff:document:1.2"
PRODUCT: Final = "adapted-manuals"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_STATES: Final = {
    MessageState.MISSING: {"state": "new"},
    MessageState.STALE: {"state": "needs-review-translation", "state-qualifier": "fuzzy-match"},
    MessageState.MACHINE_DRAFTED: {"state": "translated", "state-qualifier": "leveraged-mt"},
    MessageState.REVIEWED: {"state": "signed-off"},
}
_CTYPES: Final = {"bold": "x-bold", "link": "x-link", "tag": "x-tag"}


def to_xliff(units: Iterable[Unit]) -> bytes:
    """Return a file with the units, those of each catalogue together in their order."""
    by_file: dict[str, list[Unit]] = {}
    for unit in units:
        by_file.setdefault(unit.key.file, []).append(unit)
    names: dict[str | None, str] = {None: NAMESPACE}
    root = etree.Element(_name("xliff"), {"version": "1.2"}, nsmap=names)  # type: ignore[arg-type]
    root.text = "\n"
    for original, group in by_file.items():
        _file(root, original, group)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


def _add(parent: etree._Element, tag: str, attributes: dict[str, str]) -> etree._Element:
    """Add an element on a line of its own."""
    element = etree.SubElement(parent, _name(tag), attributes)
    element.tail = "\n"
    return element


def _file(root: etree._Element, original: str, group: list[Unit]) -> None:
    attributes = {
        "original": original,
        "source-language": "en",
        "target-language": group[0].key.language,
        "datatype": "x-markdown",
        "tool-id": "manualkit",
        "product-name": PRODUCT,
    }
    file = _add(root, "file", attributes)
    header = _add(file, "header", {})
    _add(header, "tool", {"tool-id": "manualkit", "tool-name": "manualkit"})
    body = _add(file, "body", {})
    for element in (file, header, body):
        element.text = "\n"
    for unit in group:
        _unit(body, unit)


def _unit(body: etree._Element, unit: Unit) -> None:
    attributes = {
        "id": unit.key.digest,
        "approved": "no",  # approvals cover pages, never a message alone
        "extradata": f"base:{unit.base}",
        _SPACE: "preserve",
    }
    if unit.context:
        attributes["resname"] = unit.context
    element = _add(body, "trans-unit", attributes)
    element.text = "\n"
    _fill(_add(element, "source", {_LANG: "en"}), unit.english)
    state = _STATES.get(unit.state, {"state": "translated"})
    # What XML cannot hold goes without: an empty target is never taken for a translation.
    text = "" if _FORBIDDEN.search(unit.translation) else unit.translation
    _fill(_add(element, "target", {_LANG: unit.key.language, **state}), text)
    _place(element, unit)
    note = f"{unit.note}\nstate: {unit.state}".strip()
    _add(element, "note", {"from": "manualkit"}).text = _FORBIDDEN.sub("\ufffd", note)


def _place(element: etree._Element, unit: Unit) -> None:
    page, line = unit.place
    if page:
        group = _add(element, "context-group", {"name": "place", "purpose": "location"})
        _add(group, "context", {"context-type": "sourcefile"}).text = page
        _add(group, "context", {"context-type": "linenumber"}).text = str(line)


def _fill(element: etree._Element, text: str) -> None:
    """Write a text; each code of it stands in an element that tools do not let people change."""
    last: etree._Element | None = None
    number = 0
    for kind, piece in pieces(text):
        if kind:
            number += 1
            attributes = {"id": str(number), "ctype": _CTYPES.get(kind, f"x-{kind}")}
            last = etree.SubElement(element, _name("ph"), attributes)
            last.text = piece
        elif last is None:
            element.text = piece
        else:
            last.tail = piece
