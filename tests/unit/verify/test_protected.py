from pathlib import Path

import pytest

from manualkit.verify import Protection, write_down


def test_a_manifest_can_be_kept_and_read_again(root: Path) -> None:
    protection = write_down(root)
    assert Protection.from_json(protection.to_json()) == protection
    names = [rendition.name for rendition in protection.renditions]
    assert {"core/en", "core/ur", "prosper-liverpool/ar"} <= set(names)
    assert all(rendition.blocks for rendition in protection.renditions)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"form": 0}', '{"form": 1, "renditions": [{}]}'])
def test_something_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (json's own errors are among them)
        Protection.from_json(text)
