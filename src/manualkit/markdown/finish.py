"""The last step: what is left of the facts, the typography of the language, and sanitising."""

from collections.abc import Callable

from markdown import Markdown
from markdown.postprocessors import Postprocessor

from manualkit.markdown.conversion import Collected, Conversion
from manualkit.markdown.facts import fill_rest
from manualkit.markdown.french import french_spaces
from manualkit.markdown.islands import ltr_islands
from manualkit.markdown.sanitise import sanitise


class FinishPostprocessor(Postprocessor):
    """Runs after every other postprocessor; toc runs it on each heading as well."""

    def __init__(
        self, md: Markdown, conversion: Conversion, keep: Callable[[Collected], None]
    ) -> None:
        super().__init__(md)
        self._conversion = conversion
        self._keep = keep

    def run(self, text: str) -> str:
        """Return HTML that is complete and safe."""
        conversion = self._conversion
        language = conversion.context.language
        text = fill_rest(text, conversion.tokens, language.code)
        if language.rtl:
            text = ltr_islands(text)
        if language.code.partition("-")[0] == "fr":
            text = french_spaces(text)
        self._keep(conversion.collected)
        return sanitise(text)
