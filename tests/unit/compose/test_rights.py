"""What the page about an edition says of rights."""

import dataclasses as dc
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from manualkit.adapt import core_edition
from manualkit.compose.rights import about_rights
from manualkit.load import load_project
from manualkit.markdown import render_page
from manualkit.model.edition import Edition
from manualkit.model.language import language
from manualkit.model.rendition import RenderContext
from manualkit.model.rights import Rights
from manualkit.pipeline import prepare
from manualkit.validate.core import validate_core

NOT_SUBMITTED = "This edition has not been sent to WHO, and WHO has not reviewed it."


def about(root: Path, today: date, edition: str) -> str:
    found = prepare(root, today).compositions
    return next(c.pages["about"] for c in found if c.manifest.edition.id == edition)


def test_sample_learned_facts_and_shows_no_disclaimer(root: Path, today: date) -> None:
    page = about(root, today, "prosper-liverpool")
    assert "No sentence and no picture of them is used." in page
    assert page.count("Used here: facts only.") == 4
    assert "CC BY-NC-SA 3.0 IGO. Used here: facts only." in page
    assert NOT_SUBMITTED in page
    assert "in-english-too" not in page
    assert "**WHODAS 2.0** (World Health Organization)" in page


def test_edition_with_text_of_another_work_says_so(
    project: Callable[[str], Path], today: date
) -> None:
    page = about(project("good-cc-by-nc-sa-work"), today, "demo")
    for words in (
        "2020.\n    - CC BY-NC-SA 3.0 IGO. Used here: facts and text.\n",
        "Nobody may make money with them.",
        "What you make from them must carry the same licence.",
        "The translation into French is by A team of translators.",
        "The walks are those of Demo Town.",
        "This edition was sent to WHO. WHO has not reviewed it yet.",
        "::: note {#about-who-adaptation .in-english-too}\nThis is an adaptation",
        "::: note {#about-who-translation .in-english-too}\nThis translation was not created",
    ):
        assert words in page
    assert "No sentence" not in page


def test_core_of_that_project_used_nothing(project: Callable[[str], Path], today: date) -> None:
    page = about(project("good-cc-by-nc-sa-work"), today, "core")
    assert "in-english-too" not in page
    assert "make money" not in page


def test_disclaimer_stands_in_both_languages(project: Callable[[str], Path], today: date) -> None:
    page = about(project("good-cc-by-nc-sa-work"), today, "demo")
    english = "This translation was not created by the World Health Organization (WHO). WHO is not "
    english += "responsible for the content or accuracy of this translation. The original English "
    english += "edition shall be the binding and authentic edition."

    def html(code: str) -> str:
        catalogue = {english: "Non."} if code == "fr" else {}
        return render_page(page, RenderContext("about", language(code), catalogue.get, {})).html

    assert f'<p>Non.</p>\n<p dir="ltr" lang="en" translate="no">{english}</p>' in html("fr")
    assert html("en").count("This translation was not created") == 1
    assert html("tr").count("This translation was not created") == 1


@pytest.mark.parametrize(
    ("rights", "expected"),
    [
        ({}, NOT_SUBMITTED),
        (
            {"who_review_status": "comments-received", "who_review": {"ref": "Letter 17"}},
            "WHO sent comments on this edition (Letter 17). WHO has not approved it.",
        ),
        (
            {
                "who_review_status": "approved-in-writing",
                "who_review": {"date": "2026-01-05", "ref": "Letter 17", "scope": "all of it"},
            },
            "WHO has approved this edition in writing (2026-01-05, Letter 17, all of it).",
        ),
    ],
)
def test_review_is_told_as_it_is(
    real_core_edition: Edition, rights: dict[str, object], expected: str
) -> None:
    place = real_core_edition.sources[0]
    changed = Rights.model_validate(place.value.rights.model_dump() | rights)
    file = dc.replace(place, value=place.value.model_copy(update={"rights": changed}))  # type: ignore[arg-type]
    edition = dc.replace(real_core_edition, sources=(file,))
    assert about_rights(edition)["review"] == expected


@pytest.fixture
def real_core_edition(root: Path) -> Edition:
    raw, _ = load_project(root)
    core, _ = validate_core(raw)
    assert core is not None
    return core_edition(core)
