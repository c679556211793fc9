"""The base of every model that is read from a person's file."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints


class Model(BaseModel):
    """Frozen; unknown keys are faults; the sentence below a field is its description."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""An id of a block, page, picture or context: small letters, digits, hyphens."""
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
"""An id of a term, fact or contact: small letters, digits, underscores (it stands in braces)."""
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A text that may not be empty."""
PagePath = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$")
]
"""Path of a page without the ending: `group/session-2`."""
