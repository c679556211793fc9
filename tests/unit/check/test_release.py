"""What a release refuses that may wait elsewhere."""

import dataclasses as dc
from collections.abc import Callable
from pathlib import Path

import pytest

from manualkit.adapt import adapt, core_edition
from manualkit.check.release import as_released, unchecked_contacts
from manualkit.load import load_project
from manualkit.model.finding import Finding, Location, Severity
from manualkit.validate import validate_project

WARNING = Finding("", Location("docs/x.md", 3), "Wrong.", "Mend it.", Severity.WARNING)


@pytest.mark.parametrize(
    ("code", "severity"),
    [
        ("fixme-left", Severity.ERROR),
        ("stale-change", Severity.ERROR),
        ("contact-expired", Severity.ERROR),
        ("approval-one-role", Severity.ERROR),
        ("rights-missing", Severity.ERROR),
        ("rights-anything-at-all", Severity.ERROR),
        ("term-not-used", Severity.WARNING),
    ],
)
def test_what_may_wait_elsewhere_is_an_error_in_a_release(code: str, severity: Severity) -> None:
    finding = dc.replace(WARNING, code=code)
    assert as_released([finding]) == [dc.replace(finding, severity=severity)]


def test_errors_stay_errors() -> None:
    finding = dc.replace(WARNING, code="unknown-key", severity=Severity.ERROR)
    assert as_released([finding]) == [finding]


def test_contacts_are_no_examples_and_somebody_has_checked_them(
    project: Callable[[str], Path],
) -> None:
    read, _ = validate_project(load_project(project("good-release"))[0])
    assert read is not None
    (found,) = unchecked_contacts(core_edition(read.core))
    assert found.code == "release-contact"
    assert found.message == 'The contact "crisis_line" (Crisis line) is an example.'
    assert found.location.file == "docs/contacts.yml"
    edition, _ = adapt(read.core, read.contexts[0])
    assert list(unchecked_contacts(edition)) == []
    never = edition.contacts["crisis_line"]
    value = never.value.model_copy(update={"checked_on": "never"})
    edition = dc.replace(edition, contacts={"crisis_line": dc.replace(never, value=value)})
    (found,) = unchecked_contacts(edition)
    assert found.message.endswith("(Demo Line) was never checked.")
