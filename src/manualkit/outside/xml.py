"""Parse XML that somebody sent: no entities, no document type, nothing from the network."""

from lxml import etree


class UnsafeXMLError(ValueError):
    """The text is no XML that can be read safely."""


def parse_xml(content: bytes) -> etree._Element:
    """Return the root element.

    Raises:
        UnsafeXMLError: it is not well-formed, or it declares a document type.
    """
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnsafeXMLError(f"it is not well-formed XML ({error})") from error
    # A document type can declare entities that stand for gigabytes, or for another file.
    if etree.DocInfo(root.getroottree()).internalDTD is not None:
        raise UnsafeXMLError("it has a DOCTYPE, which can hide other text")
    return root
