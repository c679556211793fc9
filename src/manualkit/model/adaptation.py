"""An adaptation: everything that one context changes, and why."""

from typing import Annotated, Literal

from pydantic import Field

from manualkit.model.base import Line, Model, Slug
from manualkit.model.forms import FormsFile
from manualkit.model.language import LanguageCodes, PrintedLanguages
from manualkit.model.numerals import NumeralsByLanguage
from manualkit.model.rights import Rights
from manualkit.model.site_settings import SiteSettings


class AdaptationFile(Model):
    """`adaptations/<context>/adaptation.yml`."""

    id: Slug
    """Equals the folder's name."""
    prefix: Annotated[str, Field(pattern=r"^[A-Z]{2,6}$")]
    """What the ids of this adaptation's changes begin with."""
    title: Line
    note: Line
    """One line that stands under the title."""
    for_whom: Line
    where: Line
    core_version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    """Version of the core manual that this adaptation stands on."""
    extends: Slug | None = None
    """The adaptation that this one stands on, so that a region can serve several towns."""
    languages: LanguageCodes
    forms: FormsFile = FormsFile()
    """Whom its translations are worded for: a woman or a man as helper, as client."""
    paper: Literal["A4", "Letter"] = "A4"
    prints: PrintedLanguages = None
    """Languages whose sheets every build makes; left out: all. `manualkit pdf` makes the others."""
    numerals: NumeralsByLanguage = {}
    """Digits of pages, minutes and steps by language; left out: as the language is used to."""
    about: Line
    rights: Rights
    site: SiteSettings = SiteSettings()
    """What the published site does in another way than the core's."""
