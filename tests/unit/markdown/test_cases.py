"""Every file in `tests/cases/markdown/*.yml` is a case. To add one, copy a file and change it."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from manualkit.markdown import render_page
from manualkit.model.manifest import ManifestFact
from manualkit.model.rendition import RenderContext

CASES = sorted((Path(__file__).parents[2] / "cases/markdown").glob("*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, make_context: Callable[..., RenderContext]) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    facts = {name: ManifestFact(**fact) for name, fact in case.get("facts", {}).items()}
    context = make_context(
        case.get("language", "en"),
        case.get("catalogue", {}),
        facts=facts,
        safety_approved=case.get("safety approved", False),
    )

    html = render_page(case["markdown"], context).html

    # No-break spaces are written as in HTML, so that one can see them.
    html = html.replace("\u202f", "&#8239;")
    assert html.strip() == case["expected"].strip(), case["title"]
