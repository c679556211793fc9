"""Read XLIFF 1.2 that came back from a translator's tool; nothing of it is trusted."""

import re
from collections.abc import Iterator

from lxml import etree

from manualkit.catalogue.exchange.codes import codes
from manualkit.catalogue.exchange.returned import Returned
from manualkit.catalogue.exchange.units import Key
from manualkit.catalogue.exchange.xliff import NAMESPACE, PRODUCT
from manualkit.model.finding import Finding, Location
from manualkit.outside.xml import UnsafeXMLError, parse_xml

_ORIGINAL = re.compile(r"locale/([^/]+)/([^/]+)\.po")
_MOST_BYTES = 64 * 1024 * 1024
_NS = {"x": NAMESPACE}

Read = tuple[list[Returned], list[Finding]]


def read_xliff(content: bytes, name: str) -> Read:
    """Return the units of a file, and what is wrong with the file itself."""
    root, fault = _root(content)
    if root is None:
        hint = "Ask the translator for the file that the translation tool exports as XLIFF 1.2."
        return [], [
            Finding("xliff-broken", Location(name), f"The file is not taken: {fault}.", hint)
        ]
    returned: list[Returned] = []
    findings: list[Finding] = []
    for file in root.iterfind("x:file", _NS):
        where = Location(name, _line(file))
        place, problem = _catalogue(file)
        if problem:
            hint = "Nothing of this part is taken. Export the messages anew from this project."
            findings.append(Finding("xliff-foreign", where, problem, hint))
            continue
        for unit in file.iterfind(".//x:trans-unit", _NS):
            _read_unit(unit, place, name, (returned, findings))
    return returned, findings


def _root(content: bytes) -> tuple[etree._Element | None, str]:
    if len(content) > _MOST_BYTES:
        return None, "it is far larger than an export can be"
    try:
        root = parse_xml(content)
    except UnsafeXMLError as error:
        return None, str(error)
    if root.tag != f"{{{NAMESPACE}}}xliff" or root.get("version") != "1.2":
        return None, "it is not XLIFF 1.2"
    return root, ""


def _line(element: etree._Element) -> int:
    line: int | None = element.sourceline  # type: ignore[assignment]  # (the stubs say no type)
    return line or 1


def _catalogue(file: etree._Element) -> tuple[tuple[str, str], str]:
    """Return language and name of the catalogue that a part is for, or what is wrong with it."""
    original, target = file.get("original", ""), file.get("target-language", "")
    found = _ORIGINAL.fullmatch(original)
    if found is None or file.get("product-name", PRODUCT) != PRODUCT:
        return ("", ""), f'"{original}" is none of this project\'s catalogues.'
    if target.replace("_", "-").casefold() != found[1].casefold():
        return (
            "",
            "",
        ), f'This part says it is for "{original}", and that its language is "{target}".'
    return (found[1], found[2]), ""


def _read_unit(
    unit: etree._Element,
    place: tuple[str, str],
    name: str,
    into: tuple[list[Returned], list[Finding]],
) -> None:
    returned, findings = into
    where = Location(name, _line(unit))
    source, target = unit.find("x:source", _NS), unit.find("x:target", _NS)
    key = Key.parse(f"{place[0]}/{place[1]}/{unit.get('id', '')}")
    if key is None or source is None:
        message = f'"{unit.get("id", "")}" is not an id that an export gives.'
        hint = "Leave ids as they are. Export this message anew, and fill the translation in there."
        findings.append(Finding("exchange-id", where, message, hint))
        return
    english = _flat(source, [])
    base = re.fullmatch(r"base:([0-9a-f]{16})", unit.get("extradata", ""))
    returned.append(
        Returned(
            key=key,
            english=english,
            base=base[1] if base else "",
            translation="" if target is None else _flat(target, codes(english)),
            where=where,
            context=unit.get("resname", ""),
            machine=target is not None and target.get("state-qualifier") == "mt-suggestion",
            unsure=target is not None and target.get("state", "").startswith("needs-"),
        )
    )


def _flat(element: etree._Element, english: list[str]) -> str:
    """Return the text of an element; a tool may have emptied a code, which its id then tells."""
    return "".join(_parts(element, english))


def _parts(element: etree._Element, english: list[str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        tag = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if tag in {"ph", "x"} and not any(child.itertext()):
            number = child.get("id", "")
            known = number.isdecimal() and 0 < int(number) <= len(english)
            yield english[int(number) - 1] if known else ""
        else:
            yield _flat(child, english)
        yield child.tail or ""
