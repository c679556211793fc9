"""Pictures are looked at before WeasyPrint sees them: it embeds a broken JPEG without a word."""

from lxml import etree

from manualkit.check import raster_fault

_ACTIVE = frozenset({"script", "foreignObject", "iframe", "handler", "listener"})
_LINKS = frozenset({"href", "{http://www.w3.org/1999/xlink}href"})


def picture_fault(content: bytes) -> str:
    """Return what is wrong with a picture, or an empty string."""
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        return _svg_fault(content)
    return raster_fault(content)


def _svg_fault(content: bytes) -> str:
    # Entities that hold entities took 11 s in a file of 300 bytes.
    if b"<!doctype" in content.lower() or b"<!entity" in content.lower():
        return "it has a DOCTYPE"
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        return f"it is not well-formed: {error.msg}"
    if root.tag != "{http://www.w3.org/2000/svg}svg":
        return "it is not an SVG picture"
    faults = (_element_fault(element) for element in root.iter(etree.Element))
    return next(filter(None, faults), "")


def _element_fault(element: "etree._Element") -> str:
    name = etree.QName(element).localname
    if name in _ACTIVE:
        return f"it holds <{name}>"
    for key, value in _attributes(element):
        if key.lower().startswith("on"):
            return f'it holds "{key}", which runs a script'
        if key in _LINKS and not value.startswith(("#", "data:image/")):
            return f'it points outside itself: "{value}"'
    return ""


def _attributes(element: "etree._Element") -> list[tuple[str, str]]:
    return [(str(key), str(value)) for key, value in element.attrib.items()]
