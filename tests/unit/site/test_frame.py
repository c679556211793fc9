"""What stands around every page, as one script."""

import json
from typing import Any

import pytest

from manualkit.site.frame import frame_script

PARTS = {
    "contents": '<nav class="contents" aria-label="C"><ul><li><a href="a/">A</a></li></ul></nav>',
    "search": '<div class="md-search" role="dialog"><div><div>Type</div></div></div>',
    "steps": '<details class="step-line" hidden><summary>S</summary></details>',
    "kept": '<p class="size-kept">Kept</p>',
    "report": '<form class="report-form" hidden><p>Tap</p></form>',
}
HOME = (
    f"<header><nav>{PARTS['search']} </nav>{PARTS['steps']}</header>{PARTS['contents']}"
    f"{PARTS['kept']}{PARTS['report']}"
    '<script id="__config" type="application/json">'
    '{"base":".","translations":{"search.result.none":"Nothing"}}</script>'
)


def parts_of(script: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(script.removeprefix("manualFrame(").removesuffix(");\n"))
    return found


def test_the_script_holds_what_the_home_page_holds() -> None:
    parts = parts_of(frame_script(HOME).decode())
    assert parts == {**PARTS, "words": {"search.result.none": "Nothing"}}


@pytest.mark.parametrize("name", sorted(PARTS))
def test_a_home_page_without_a_part_stops_the_build(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        frame_script(HOME.replace(PARTS[name], ""))
