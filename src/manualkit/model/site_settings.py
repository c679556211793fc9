"""How a published site treats its readers: `site:` in `manual.yml`, and in an `adaptation.yml`."""

from collections.abc import Iterable

from pydantic import Field

from manualkit.model.base import Model


class SiteSettings(Model):
    """What an edition's site does for readers whom somebody may watch, and whom they can tell."""

    tab_title: str = ""
    """A neutral name for the tab and the history; without one, the manual's title stands there."""
    leave_to: str = Field(default="", pattern=r"^(https://[^\s<>\"'()]+)?$")
    """Address of the neutral page that opens when a reader leaves at once; empty: no button."""
    report_to: str = Field(default="", pattern=r"^([^@\s<>?&\"']+@[^@\s<>?&\"']+)?$")
    """Mail address for wrong words; without one, a report is only saved as a file."""
    noindex: bool = False
    """Whether search engines are asked to leave the pages out."""

    @classmethod
    def of(cls, layers: Iterable["SiteSettings"]) -> "SiteSettings":
        """Return one for an edition: what a later layer says stands in place of an earlier one."""
        said: dict[str, object] = {}
        for layer in layers:
            said |= layer.model_dump(exclude_unset=True)
        return cls.model_validate(said)
