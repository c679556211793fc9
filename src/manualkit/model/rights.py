"""Who may do what with a work, and which works it stands on."""

from typing import Literal

from manualkit.model.base import Line, Model


class SourceWork(Model):
    """A work that this one stands on."""

    title: Line
    publisher: str = ""
    year: str = ""
    version: str = ""
    rights: Literal["all-rights-reserved", "cc-by-nc-sa-3.0-igo", "cc-by-4.0", "original"]
    used_for: Line
    """What was taken from it, for example: outline and facts only."""


class Rights(Model):
    """Who may do what with the text."""

    licence: Line
    """SPDX id, for example CC-BY-4.0."""
    holder: Line
    edition_type: Literal["original", "adaptation", "translation", "translation+adaptation"]
    source_works: list[SourceWork] = []
