"""What a PDF says of itself to programs: its rights in XMP, beside what WeasyPrint writes there.

Edition, core version, state, text version and licence stand in the document's information as well
(`pdfinfo -custom`). WeasyPrint 70.0 copies them from the `meta` elements of the HTML, in small
letters.
"""

from xml.sax.saxutils import escape

from manualkit.pdf.foreign import Document

_END = b"</rdf:RDF>"
_RIGHTS = """<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{rights}</rdf:li></rdf:Alt></dc:rights>
<dc:identifier>{identifier}</dc:identifier>
<xmpRights:Marked>True</xmpRights:Marked>
<xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">{licence}</rdf:li></rdf:Alt>\
</xmpRights:UsageTerms>
</rdf:Description>
"""


def describe(document: Document) -> None:
    """Add the copyright status and the licence to the XMP of a document that is to be written."""
    about: dict[str, str] = document.metadata.custom
    if "licence" not in about:
        return
    rights = _RIGHTS.format(
        rights=escape(about["copyright"]),
        licence=escape(about["licence"]),
        identifier=escape(f"{about['edition']} {about['textversion']}"),
    )
    original = document.metadata.generate_rdf_metadata

    def generate_rdf_metadata(*variant: object) -> bytes:
        written: bytes = original(*variant)
        return written.replace(_END, rights.encode() + _END)

    document.metadata.generate_rdf_metadata = generate_rdf_metadata
