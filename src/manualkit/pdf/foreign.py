"""Names for what comes out of libraries that ship no types."""

from typing import Any

Document = Any
"""`weasyprint.document.Document`: what was laid out."""
Box = Any
"""`weasyprint.formatting_structure.boxes.Box`."""
Stream = Any
"""`weasyprint.pdf.stream.Stream`: what a page is drawn on."""
Font = Any
"""`weasyprint.pdf.fonts.Font`."""
GlyphItem = Any
"""`PangoGlyphItem`: a run of glyphs."""
Rectangle = Any
"""`PangoRectangle *`: where a line or a glyph has ink, in units of Pango."""
Pdf = Any
"""`pydyf.PDF`: what is written."""
HtmlElement = Any
"""`lxml.html.HtmlElement`; its stubs leave most of it out."""
PdfObject = Any
"""An object of a PDF."""
SvgNode = Any
"""`weasyprint.svg.Node`: an element of a drawing."""
