"""Gendered forms: a text that speaks as or to a person, worded for a woman or a man.

A form is an entry of a catalogue with the English of its neutral message and a context such as
`helper=f` (the helper is a woman). Without a context an entry is neutral: it fits everybody.
"""

import dataclasses as dc
from typing import Literal

from manualkit.model.base import Model
from manualkit.model.finding import nearest
from manualkit.model.language import LanguageCode, is_english

Gender = Literal["f", "m"]
"""What a form is worded for: a woman (`f`) or a man (`m`)."""

NEUTRAL_CONTEXT = ""
"""Context of the message that fits everybody."""

_WORDS = {"f": "a woman", "m": "a man"}


@dc.dataclass(frozen=True, slots=True)
class Forms:
    """Whom texts are worded for; None: nobody chose, so the neutral texts stand."""

    helper: Gender | None = None
    client: Gender | None = None

    @property
    def context(self) -> str:
        """Context of the entry that fits exactly: `helper=f client=m`; empty if neutral."""
        return " ".join(f"{name}={value}" for name, value in self._chosen())

    @property
    def contexts(self) -> tuple[str, ...]:
        """The contexts that fit, the most exact first: both, helper alone, client alone, neutral.

        The helper goes before the client, since a script is what the helper says aloud.
        """
        alone = (Forms(helper=self.helper), Forms(client=self.client))
        return tuple(dict.fromkeys(form.context for form in (self, *alone, Forms())))

    @property
    def suffix(self) -> str:
        """What stands in the name of a sheet that a reader asked for: `.helper-f.client-m`."""
        return "".join(f".{name}-{value}" for name, value in self._chosen())

    @property
    def strings(self) -> tuple[str, ...]:
        """Ids of the lines that tell a reader whom the text is worded for."""
        return tuple(f"form.{name}-{value}" for name, value in self._chosen())

    @property
    def words(self) -> str:
        """For a translator: `the helper is a woman, the client is a man`."""
        return ", ".join(f"the {name} is {_WORDS[value]}" for name, value in self._chosen())

    def over(self, other: "Forms") -> "Forms":
        """Return this choice, and where it leaves something open, the other one's."""
        return Forms(self.helper or other.helper, self.client or other.client)

    def _chosen(self) -> list[tuple[str, Gender]]:
        pairs = (("helper", self.helper), ("client", self.client))
        return [(name, value) for name, value in pairs if value]


NEUTRAL = Forms()
"""The choice of an edition that says nothing of forms."""

_ONE = (Forms(helper="f"), Forms(helper="m"), Forms(client="f"), Forms(client="m"))
_BOTH = (Forms("f", "f"), Forms("f", "m"), Forms("m", "f"), Forms("m", "m"))
FORMS = {form.context: form for form in (*_ONE, *_BOTH)}
"""Every form by its context, in the order in which they stand behind their neutral message."""


def meant(context: str) -> str | None:
    """Return the context of a form that a mistyped one most likely stands for."""
    words = " ".join(sorted(context.lower().replace(",", " ").split(), reverse=True))
    return words if words in FORMS else nearest(words, FORMS)


class FormChoice(Model):
    """Whom texts are worded for."""

    helper: Gender | None = None
    """`f`: the helper is a woman; `m`: a man."""
    client: Gender | None = None
    """`f`: the client is a woman; `m`: a man."""


class FormsFile(FormChoice):
    """`forms:` of an edition: whom its translations are worded for."""

    languages: dict[LanguageCode, FormChoice] = {}
    """What a language has in place of the choice above; `{}` means the neutral texts."""

    def of(self, language: str) -> Forms:
        """Return the choice for a language. English has no forms."""
        if is_english(language):
            return NEUTRAL
        choice = self.languages.get(language, self)
        return Forms(choice.helper, choice.client)
