"""Texts of the site in the reader's language, ready to stand in HTML."""

import dataclasses as dc
from collections.abc import Mapping

from markupsafe import Markup, escape

from manualkit.model.rendition import Translate

_ENGLISH = Markup('<span lang="en" dir="ltr">{}</span>')


@dc.dataclass(frozen=True, slots=True)
class Text:
    """A text that a template shows."""

    plain: Markup
    """For attributes and titles: escaped, no tags."""
    fallback: bool = False
    """Whether it is English in a page of another language."""

    def __html__(self) -> str:
        return _ENGLISH.format(self.plain) if self.fallback and self.plain else self.plain

    def __str__(self) -> str:
        return self.__html__()

    def __bool__(self) -> bool:
        return bool(self.plain)


@dc.dataclass(frozen=True, slots=True)
class Texts:
    """The site's own texts (`templates/strings/`) and everything else that is translated.

    Also a mapping for templates: `manual.text["site.draft"]`.
    """

    strings: Mapping[str, str]
    """English by id."""
    translate: Translate
    english: bool
    """Whether English is the reader's language."""

    def __getitem__(self, name: str) -> Text:
        return self.of(self.strings[name])

    def of(self, english: str, **values: object) -> Text:
        """Return the translation of an English text, or that text, with `{values}` filled in."""
        translation = None if self.english or not english else self.translate(english)
        text = escape(translation or english)
        for name, value in values.items():
            text = text.replace("{" + name + "}", escape(value))
        return Text(text, fallback=translation is None and not self.english)

    def named(self, name: str, **values: object) -> Text:
        """Return one of the site's own texts with `{values}` filled in."""
        return self.of(self.strings[name], **values)


NO_TEXT = Text(Markup())
"""Where there is nothing to say."""
