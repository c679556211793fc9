"""A language's glossary, `locale/<lang>/glossary.yml`: what its translators have agreed on."""

from typing import Literal

from pydantic import Field

from manualkit.model.base import Line, Model, Slug


class GlossaryTerm(Model):
    """An English word or phrase, and what it is called in the language."""

    id: Slug
    en: list[Line] = Field(min_length=1)
    """The English; its plural is found too. A capital letter in it is meant."""
    renderings: list[Line]
    """What it is called: the first one is the usual one. Empty: not agreed yet, and not checked."""
    forms: list[Line] = []
    """Other forms and stems that the check takes for a rendering; endings may follow them."""
    avoid: list[Line] = []
    """Words that are not used for it."""
    back_translation: Line | None = None
    """What the rendering says, in English, by somebody who did not choose it."""
    note: Line | None = None
    """When to use which, in English."""
    status: Literal["machine-drafted", "approved"] = "machine-drafted"
    """Approved: a native reviewer has confirmed it."""
    unchecked: Line | None = None
    """Why the check leaves this term alone, for example: English uses the word for two things."""


class GlossaryFile(Model):
    """The agreed words of a language."""

    terms: list[GlossaryTerm]
    names: list[Line] = []
    """Names that stay as they are in English, such as PM+."""
    negation: list[Line] = []
    """Words that say no; a star stands for any letters. Without them negation is not checked."""
    doubles: list[Line] | None = None
    """Words that may stand twice in a row, as Turkish yavaş yavaş (slowly). Only languages in which
    that is good style need the list; without it their doubled words are not told."""
