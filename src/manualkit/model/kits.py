"""Kits: sheets that are printed together, such as those of a training day."""

from typing import Annotated

from pydantic import Field

from manualkit.model.base import Line, Model, PagePath, Slug

MOST_COPIES = 40


class KitSheet(Model):
    """A sheet of a kit."""

    page: PagePath
    """Path of the page that it prints."""
    copies: Annotated[int, Field(ge=1, le=MOST_COPIES)] = 1


class Kit(Model):
    """Sheets in the order in which they are printed."""

    id: Slug
    title: Line
    about: Line
    """For whom and what it is, in a sentence or two."""
    taken_home: bool = False
    """Whether people take it home: then its first and its last sheet are the crisis card."""
    sheets: Annotated[list[KitSheet], Field(min_length=1)]


class KitsFile(Model):
    """`docs/kits.yml`."""

    kits: list[Kit] = []
