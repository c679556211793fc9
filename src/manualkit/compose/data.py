"""Data of the project's files with the words of an edition filled in."""

from typing import Any

from manualkit.compose.blocks import BlockWriter
from manualkit.model.base import Model
from manualkit.model.project import Placed
from manualkit.model.raw import Key


def filled(placed: Placed[Model], writer: BlockWriter) -> dict[str, Any]:
    """Return data as plain values in which every text has the words of the context."""

    def fill(value: Any, key: Key) -> Any:  # noqa: ANN401  (any plain value)
        if isinstance(value, dict):
            return {name: fill(entry, (*key, name)) for name, entry in value.items()}
        if isinstance(value, list):
            return [fill(entry, (*key, index)) for index, entry in enumerate(value)]
        return writer.text(value, placed.at(*key)) if isinstance(value, str) else value

    return dict(fill(placed.value.model_dump(), ()))
