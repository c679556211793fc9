from pathlib import Path
from typing import Any

import pytest
import yaml

from manualkit.model.scoring import levels, score
from manualkit.model.sheet import Sheet

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases/scoring/scores.yml").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["title"])
def test_answers_lead_to_this_score(case: dict[str, Any]) -> None:
    found = score(Sheet.model_validate(CASES["sheet"]), case["answers"])
    assert {
        "got": found.points.got,
        "most": found.points.most,
        "percent": found.points.percent,
        "band": found.band,
        "beside": found.beside,
        "seen": found.seen,
        "seen_enough": found.seen_enough,
        "missed": list(found.missed),
        "open": list(found.open),
        "happened": list(found.happened),
        "harm": list(found.harm),
        "parts": {group: [points.got, points.most] for group, points in found.parts.items()},
    } == CASES["none"] | case["expect"]


@pytest.mark.parametrize("case", CASES["checks"], ids=lambda case: case["title"])
def test_ticks_lead_to_these_levels(case: dict[str, Any]) -> None:
    assert levels(Sheet.model_validate(CASES["check"]), case["ticked"]) == case["levels"]
