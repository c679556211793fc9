"""Kits: sheets that are printed together, each as often as it is needed."""

from pydantic import Field

from manualkit.model.base import Line, Model, PagePath, Slug

KITS = "kits"
"""Path of the page that offers them, which is its kind too."""
_MOST_COPIES = 60


class KitSheet(Model):
    """A sheet of a kit."""

    page: PagePath
    """Path of the page that it prints."""
    copies: int = Field(default=1, ge=1, le=_MOST_COPIES)
    """How often it lies in the heap."""


class Kit(Model):
    """What somebody prints in one go for one occasion."""

    id: Slug
    title: Line
    """`{{ session }}` becomes the number of the session that `sheets` names."""
    summary: str = ""
    """One plain line that tells whom it is for."""
    for_participants: bool = False
    """Whether participants get it: then it begins and ends with the card with numbers."""
    ready: bool = False
    """Whether every build makes its PDF; others are made where somebody asks for them."""
    sheets: list[KitSheet] = Field(min_length=1)
    """In the order of the heap."""


class KitsFile(Model):
    """`docs/kits.yml`, and `kits.yml` of an adaptation."""

    kits: list[Kit] = []
