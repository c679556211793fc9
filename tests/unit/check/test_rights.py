"""Rights, on the adaptation of good-minimal with one thing made wrong in memory."""

import dataclasses as dc
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from manualkit.adapt import adapt
from manualkit.check import check_edition, translation_findings
from manualkit.load import load_project
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Severity
from manualkit.model.project import Placed
from manualkit.model.rights import Disclaimer, Instrument, Rights
from manualkit.model.sources import works_of
from manualkit.validate import validate_project

TODAY = date(2026, 3, 1)
WORK: dict[str, Any] = {
    "title": "W",
    "publisher": "P",
    "year": "2020",
    "rights": "cc-by-nc-sa-3.0-igo",
    "used": ["text"],
    "used_for": "its text",
}
LICENCE = "CC-BY-NC-SA-3.0-IGO"


@cache
def demo() -> Edition:
    raw, _ = load_project(Path(__file__).parents[2] / "projects" / "good-minimal")
    project, _ = validate_project(raw)
    assert project is not None
    return adapt(project.core, project.contexts[0])[0]


def with_rights(at: int = 0, **rights: object) -> Edition:
    """Return the edition with other rights of its own (0) or of the core (1)."""
    place = demo().sources[at]
    changed = Rights.model_validate(place.value.rights.model_dump() | rights)
    file = dc.replace(place, value=place.value.model_copy(update={"rights": changed}))  # type: ignore[arg-type]
    sources = [*demo().sources]
    sources[at] = file
    return dc.replace(demo(), sources=tuple(sources))


def work(**fields: object) -> list[dict[str, Any]]:
    return [WORK | fields]


def found(edition: Edition) -> list[Finding]:
    return [each for each in check_edition(edition, TODAY) if each.code.startswith("rights-")]


def codes(edition: Edition) -> list[str]:
    return [finding.code for finding in found(edition)]


def with_disclaimer(edition: Edition, **fields: object) -> Edition:
    both = [
        Disclaimer.model_validate(
            {
                "id": f"of-{kind}",
                "text": f"A {kind}\nof others.",
                "source": "S",
                "applies_to": kind,
                "publishers": ["P"],
                "rights": ["cc-by-nc-sa-3.0-igo"],
                **fields,
            }
        )
        for kind in ("adaptation", "translation")
    ]
    source = edition.sources[0].source
    return dc.replace(edition, disclaimers=tuple(Placed(each, source) for each in both))


@pytest.mark.parametrize(
    ("rights", "expected"),
    [
        pytest.param(work(used=["facts"]), [], id="facts are free"),
        pytest.param(work(used=["facts"], rights="all-rights-reserved"), [], id="also of these"),
        pytest.param(work(rights="original"), [], id="one's own work"),
        pytest.param(work(rights="cc0"), [], id="a free work"),
        pytest.param(work(rights="cc-by-4.0"), [], id="attribution"),
        pytest.param(work(rights="cc-by-sa-4.0"), ["rights-licence-differs"], id="share alike"),
        pytest.param(work(rights="cc-by-nc-4.0"), ["rights-noncommercial"], id="noncommercial"),
        pytest.param(
            work(rights="all-rights-reserved"), ["rights-permission-missing"], id="reserved"
        ),
        pytest.param(
            work(rights="all-rights-reserved", used=["instrument"]),
            ["rights-permission-missing"],
            id="a reserved instrument",
        ),
        pytest.param(
            work(rights="all-rights-reserved", permission_ref=" "),
            ["rights-permission-missing"],
            id="an empty permission",
        ),
        pytest.param(
            work(rights="all-rights-reserved", permission_ref="Letter, 2026-01-05"),
            [],
            id="a permission",
        ),
        pytest.param(work(rights="cc-by-4.0", year=""), ["rights-missing"], id="no year"),
    ],
)
def test_what_was_taken_from_a_work_binds_the_edition(rights: object, expected: list[str]) -> None:
    assert codes(with_rights(source_works=rights)) == expected


def test_text_in_the_core_binds_every_adaptation() -> None:
    edition = with_rights(at=1, source_works=work(rights="cc-by-sa-4.0"), edition_type="adaptation")
    assert codes(edition) == ["rights-licence-differs"]
    assert found(edition)[0].location.file == "adaptations/demo/adaptation.yml"


def test_work_that_both_files_name_counts_once_and_with_the_text() -> None:
    edition = with_rights(at=1, source_works=work(), edition_type="adaptation")
    own = dc.replace(
        edition,
        sources=(with_rights(source_works=work(used=["facts"])).sources[0], edition.sources[1]),
    )
    assert [(w.value.title, w.value.used) for w in works_of(own)] == [("W", ["text"])]


def test_translation_has_the_licence_of_the_source() -> None:
    edition = with_rights(
        licence="CC-BY-SA-4.0",
        source_works=work(rights="cc-by-sa-4.0"),
        translations=[{"languages": ["fr"], "holder": "H", "licence": "CC-BY-4.0"}],
    )
    assert codes(edition) == ["rights-licence-differs"]
    assert "This translation" in found(edition)[0].message


def test_translation_is_into_a_language_of_the_edition() -> None:
    edition = with_rights(translations=[{"languages": ["tr"], "holder": "H"}])
    assert codes(edition) == ["rights-language"]


def test_edition_that_takes_text_is_not_original() -> None:
    edition = with_rights(source_works=work(rights="cc-by-4.0"), edition_type="original")
    assert codes(edition) == ["rights-edition-type"]


@pytest.mark.parametrize("holder", ["unknown", "TBC", "?"])
def test_unknown_holder_is_a_warning(holder: str) -> None:
    findings = found(with_rights(holder=holder))
    assert [(f.code, f.severity) for f in findings] == [("rights-missing", Severity.WARNING)]


@pytest.mark.parametrize(
    ("status", "note", "expected"),
    [
        ("not-submitted", "Reviewed by WHO.", ["rights-approval-claimed"]),
        ("submitted", "Reviewed by WHO.", ["rights-approval-claimed"]),
        ("comments-received", "Reviewed by WHO.", []),
        ("comments-received", "Approved by WHO.", ["rights-approval-claimed"]),
        ("approved-in-writing", "Reviewed and approved by WHO.", []),
    ],
)
def test_claim_needs_its_status(status: str, note: str, expected: list[str]) -> None:
    letter = {"date": "2026-01-05", "ref": "Letter 17"}
    edition = with_rights(who_review_status=status, who_review=letter)
    place = edition.sources[0]
    file = dc.replace(place, value=place.value.model_copy(update={"note": note}))  # type: ignore[arg-type]
    assert codes(dc.replace(edition, sources=(file, edition.sources[1]))) == expected


@pytest.mark.parametrize("letter", [{}, {"date": "2026-01-05"}, {"ref": "Letter 17"}])
def test_approval_needs_date_and_reference(letter: dict[str, str]) -> None:
    edition = with_rights(who_review_status="approved-in-writing", who_review=letter)
    assert codes(edition) == ["rights-approval-unproved"]


def test_claim_of_the_core_is_none_of_an_adaptation() -> None:
    approved = {"who_review_status": "approved-in-writing"}
    edition = with_rights(at=1, **approved, who_review={"date": "2026-01-05", "ref": "L"})
    place = edition.sources[1]
    file = dc.replace(place, value=place.value.model_copy(update={"note": "Approved by WHO."}))  # type: ignore[arg-type]
    edition = dc.replace(edition, sources=(edition.sources[0], file))
    assert codes(edition) == ["rights-approval-claimed"]


def test_disclaimers_are_asked_of_works_that_are_used() -> None:
    facts = with_rights(licence=LICENCE, source_works=work(used=["facts"]))
    assert codes(facts) == []
    text = with_rights(licence=LICENCE, source_works=work())
    assert codes(text) == ["rights-disclaimer-missing"] * 2
    assert codes(with_disclaimer(text)) == []
    assert codes(with_disclaimer(text, publishers=["Q"])) == ["rights-disclaimer-missing"] * 2


def test_unverified_wording_is_a_warning_once_it_is_used() -> None:
    text = with_rights(licence=LICENCE, source_works=work())
    findings = found(with_disclaimer(text, verify_wording=True))
    assert {(f.code, f.severity) for f in findings} == {
        ("rights-wording-unverified", Severity.WARNING)
    }
    assert codes(with_disclaimer(demo(), verify_wording=True)) == []


def test_disclaimer_stands_in_the_language_of_a_translation_too() -> None:
    edition = with_disclaimer(with_rights(licence=LICENCE, source_works=work()))
    asked: list[tuple[str, str]] = []

    def translated(language: str, text: str) -> bool:
        asked.append((language, text))
        return text.startswith("A translation")

    findings = list(translation_findings(edition, translated))
    assert asked == [("fr", "A adaptation of others."), ("fr", "A translation of others.")]
    assert [f.code for f in findings] == ["rights-disclaimer-untranslated"]
    assert "of-adaptation" in findings[0].message


def test_no_catalogue_is_asked_where_no_disclaimer_is_needed() -> None:
    def never(language: str, text: str) -> bool:
        raise AssertionError(language, text)

    assert list(translation_findings(with_disclaimer(demo()), never)) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"licence": "CC0-1.0"}, []),
        ({"licence": "CC-BY-NC-4.0"}, ["rights-picture-licence"]),
        ({"licence": "All rights reserved"}, ["rights-picture-licence"]),
        ({"licence": "All rights reserved", "permission_ref": "Letter, 2026-01-05"}, []),
        ({"licence": "?"}, ["rights-picture-unknown"]),
        ({"file": "a.png"}, ["rights-consent-missing"]),
        ({"file": "a.png", "model_consent": "yes"}, []),
        ({"file": "a.png", "model_consent": "not-needed"}, []),
        ({"model_consent": "no"}, ["rights-consent-refused"]),
        ({"id": "who-emblem"}, ["rights-who-logo"]),
        ({"file": "who.svg"}, ["rights-who-logo"]),
        ({"file": "logo-of-the-world-health-organization.svg"}, ["rights-who-logo"]),
        ({"alt": "A door with the logo of the WHO."}, ["rights-who-logo"]),
        ({"origin": "The WHO emblem, redrawn"}, ["rights-who-logo"]),
        ({"origin": "A poster without the WHO logo"}, []),
        ({"id": "friend-who-listens", "alt": "A friend who listens beside a logo."}, []),
    ],
)
def test_picture_may_be_shown(fields: dict[str, str], expected: list[str]) -> None:
    placed = demo().pictures["path"]
    picture = placed.picture.model_copy(update=fields)
    pictures = {"path": dc.replace(placed, picture=picture)}
    assert codes(dc.replace(demo(), pictures=pictures)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"page": "case-studies/walk"}, ["rights-instrument-copied"]),
        ({"page": "case-studies/walk", "copy_allowed": "yes"}, []),
        ({"name": demo().pages["case-studies/walk"].head.title}, ["rights-instrument-copied"]),
    ],
)
def test_instrument_is_named_and_not_copied(fields: dict[str, str], expected: list[str]) -> None:
    slot = {"id": "x", "name": "X scale", "holder": "H", "where_to_get": "W", "copy_allowed": "no"}
    placed = Placed(Instrument.model_validate(slot | fields), demo().sources[0].source)
    assert codes(dc.replace(demo(), instruments=(placed,))) == expected
