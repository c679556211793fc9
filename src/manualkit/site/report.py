"""What a report of a wrong word names, so that it is found again."""

import dataclasses as dc

from manualkit.markdown.text_version import text_version
from manualkit.site.rendition import Rendition


@dc.dataclass(frozen=True, slots=True)
class Report:
    """The place of a page, in the words of the toolkit: no translator touches them."""

    edition: str
    language: str
    page: str
    digest: str
    """Version of the text that the reader sees."""
    mail: str
    """Where reports are mailed to; empty: they are only saved."""

    @property
    def subject(self) -> str:
        """The subject of a mail that is written without a script."""
        return f"{self.edition} {self.language} {self.page} {self.digest}"


def report_of(rendition: Rendition, path: str) -> Report:
    """Return what a report about a page names."""
    edition = rendition.manifest.edition
    digest = text_version(rendition.manifest, [path], rendition.language.code)
    return Report(edition.id, rendition.name, path, digest, edition.site.report_to)
