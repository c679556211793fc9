"""The Python-Markdown extension that both MkDocs and `render_page` use."""

from collections.abc import Callable

from markdown import Markdown
from markdown.extensions import Extension

from manualkit.markdown.anchors import AnchorProcessor
from manualkit.markdown.conversion import Collected, Conversion
from manualkit.markdown.counting import CountingProcessor
from manualkit.markdown.facts import FactPreprocessor, FactTreeprocessor
from manualkit.markdown.fences import FenceProcessor
from manualkit.markdown.fields import FieldProcessor
from manualkit.markdown.finish import FinishPostprocessor
from manualkit.markdown.pictures import NumberProcessor
from manualkit.markdown.steps import StepProcessor
from manualkit.markdown.translate import TranslateProcessor
from manualkit.markdown.ways import LinkProcessor
from manualkit.model.rendition import RenderContext


class ManualExtension(Extension):
    """Blocks, translation, facts and sanitising for one page after another.

    MkDocs makes a new `Markdown` for every page and passes the same extension along, so that all
    that belongs to a page comes from `current()`.
    """

    def __init__(self, current: Callable[[], RenderContext]) -> None:
        super().__init__()
        self.current = current
        self.last = Collected()
        """What the page that was converted last asked for."""

    def reset(self) -> None:
        """Forget the page before, for an empty page runs no processor."""
        self.last = Collected()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (named by Python-Markdown)
        """Register the processors; the numbers are their places between those of the others."""
        conversion = Conversion(self.current)
        md.registerExtension(self)
        # Before everybody: braces mean something to attr_list, control marks to Python-Markdown.
        md.preprocessors.register(FactPreprocessor(md, conversion), "manual-facts", 1000)
        # Before admonitions and tabs (105), which end at a line that is not indented.
        md.parser.blockprocessors.register(
            FenceProcessor(md.parser, conversion), "manual-fences", 106
        )
        trees = md.treeprocessors
        # Before task lists (25) and inline marks (20), after footnotes (50).
        trees.register(AnchorProcessor(md), "manual-anchors", 27)
        trees.register(FieldProcessor(md), "manual-fields", 26.5)
        trees.register(TranslateProcessor(md, conversion), "manual-translate", 26)
        # After attr_list (8), which reads a step's minutes; before abbreviations (7).
        trees.register(StepProcessor(md, conversion), "manual-steps", 7.5)
        trees.register(NumberProcessor(md, conversion), "manual-picture-numbers", 7.4)
        trees.register(LinkProcessor(md), "manual-links", 7.3)
        trees.register(CountingProcessor(md, conversion), "manual-counts", 7.2)
        # After abbreviations; before toc (5) and MkDocs' title (1) and links (0) read them.
        trees.register(FactTreeprocessor(md, conversion), "manual-fact-values", 6)
        md.postprocessors.register(
            FinishPostprocessor(md, conversion, self._keep), "manual-finish", -1000
        )

    def _keep(self, collected: Collected) -> None:
        self.last = collected
