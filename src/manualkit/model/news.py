"""What a release changed, and what must not be used any more: `releases.yml` and `recalls.yml`."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Annotated

from pydantic import Field

from manualkit.model.approval import Hash
from manualkit.model.base import Line, Model, PagePath, Slug
from manualkit.model.language import LanguageCode, is_english
from manualkit.model.record import Role


class Novelty(Model):
    """One thing that changed, as a helper would tell it to another."""

    what: Line
    """A plain sentence: "The goodbye is shorter." It is translated as every text."""
    pages: list[PagePath] = []
    """Pages that it is about; empty: the manual as a whole."""


class Release(Model):
    """A version of an edition that went out."""

    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    date: date
    changes: list[Novelty]
    texts: dict[PagePath, Hash] = {}
    """Version of each page's English text as it went out. `manualkit release` writes them."""
    translated_texts: dict[LanguageCode, dict[PagePath, Hash]] = {}
    """The same in the other languages. `manualkit release` writes them."""
    kept: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""
    """SHA-256 of the list of files that were kept of it. `manualkit release` writes it."""

    def versions(self, language: str) -> dict[PagePath, Hash]:
        """Return the text versions of its pages in a language; empty if nobody wrote them down."""
        return self.texts if is_english(language) else self.translated_texts.get(language, {})


class ReleasesFile(Model):
    """`releases.yml`: what went out, the oldest first."""

    releases: list[Release] = []


class Recall(Model):
    """A page, or sheets of it, that must not be used any more."""

    id: Slug
    page: PagePath
    languages: list[LanguageCode] = []
    """Languages that are concerned; empty: all."""
    texts: list[Hash] = []
    """What stands behind "Text" at the foot of the copies concerned; empty: all but the newest."""
    what: Line
    """What is wrong, in a plain sentence. It is translated as every text."""
    do: Line
    """What to do: "Throw the sheet away and print the page anew." It is translated too."""
    date: date
    role: Role
    """Who recalled it, by role and never by name."""


class RecallsFile(Model):
    """`recalls.yml`."""

    recalls: list[Recall] = []


def recalls_for(
    recalls: Iterable[Recall], languages: Collection[str], page: str = ""
) -> list[Recall]:
    """Return the recalls that readers of some languages meet, of a page or of all, newest first."""
    found = [
        recall
        for recall in recalls
        if (not page or recall.page == page)
        and (not recall.languages or set(languages) & set(recall.languages))
    ]
    return sorted(found, key=lambda recall: recall.date, reverse=True)
