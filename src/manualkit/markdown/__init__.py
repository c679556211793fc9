"""One composed page and a language → HTML: blocks, translation, facts, islands, sanitising.

Everything happens inside Python-Markdown, so that any generator that runs it can render the manual.
"""

from manualkit.markdown.extension import ManualExtension
from manualkit.markdown.page import EXTENSION_CONFIGS, EXTENSIONS, render_page

__all__ = ["EXTENSIONS", "EXTENSION_CONFIGS", "ManualExtension", "render_page"]
